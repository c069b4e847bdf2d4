"""A list of projects: one project a row, with its money, its score and its grade."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.document import Cell
from ingest.forms.funding import FundingTable, Line, cell_amount, funding_heading, stated_unit
from ingest.forms.layout import Columns, Row, place
from ingest.lexicon.labels import FundingLabel, column_concept, row_concept
from ingest.lexicon.numbers import cell_figure
from ingest.lexicon.text import fold, tidy

_NAMES = ("project_name", "organization_name", "department_name")


@dataclass(slots=True)
class Entry:
    """One project of the list. `names` are cells by concept."""

    row: Row
    names: dict[str, Cell]
    funding: FundingTable
    score: Cell | None
    grade: Cell | None


def listing_heading(rows: Sequence[Row], position: int) -> tuple[Columns, dict[str, int]] | None:
    """The money columns of a list headed by `rows[position]`, and the columns of names and grade; None for another
    row. A list has a column of project names and one of scores or grades."""
    columns = funding_heading(rows, position) if not rows[position].stands_alone else None
    if columns is None:
        return None
    others: dict[str, int] = {}
    for cell in (cell for row in rows[position : position + columns.depth] for cell in row.cells):
        concept = row_concept(cell.text) if fold(cell.text) else None
        if concept in {*_NAMES, "grade"} and column_concept(cell.text) not in columns.concepts.values():
            others.setdefault(concept, cell.col)
    judged = columns.of("score") is not None or "grade" in others
    return (columns, others) if "project_name" in others and judged else None


def read_listing(rows: Sequence[Row], start: int) -> tuple[list[Entry], int]:
    """The entries of the list headed by `rows[start]` and the position behind its last row; totals are no entry."""
    heading = listing_heading(rows, start)
    if heading is None:
        raise ValueError("rows[start] heads no list of projects")
    columns, others = heading
    unit = stated_unit(rows, start)
    entries: list[Entry] = []
    position = start + columns.depth
    while position < len(rows) and not rows[position].stands_alone:
        row = rows[position]
        position += 1
        cells = place(row, 0)
        names = {
            concept: cells[col]
            for concept, col in others.items()
            if concept in _NAMES and col in cells and fold(cells[col].text)
        }
        if "project_name" not in names or any(row_concept(cell.text) in {"total", "subtotal"} for cell in row.filled):
            continue
        figures = [
            amount
            for col, concept in sorted(columns.concepts.items())
            if col in cells and (amount := cell_amount(concept, cells[col], columns.texts.get(col, ""), unit, row))
        ]
        if not figures:
            continue
        label = tidy(names["project_name"].text) or ""
        table = FundingTable(columns, unit, [Line(label, FundingLabel("total"), row, figures)])
        score_col = columns.of("score")
        score = cells.get(score_col) if score_col is not None else None
        grade = cells.get(others["grade"]) if "grade" in others else None
        entries.append(Entry(row, names, table, score if score and cell_figure(score.text) else None, grade))
    return entries, position
