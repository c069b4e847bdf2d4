"""The table of an evaluation's sections turned on its side: 决策, 过程, 产出, 效益 head the columns, and one row holds
their weights, another their scores."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ingest.document import Cell
from ingest.forms.indicators.summaries import SectionFigure, Summary
from ingest.forms.indicators.totals import Total
from ingest.forms.layout import Row
from ingest.forms.numbering import numbering_below
from ingest.forms.unread import Unread, may_be_figure
from ingest.lexicon.labels import column_concept, is_level1_name, row_concept
from ingest.lexicon.numbers import cell_figure
from ingest.lexicon.text import tidy

_POINTS = {"weight": "section_weight", "score": "section_score"}
_TOLD_BY_OTHERS = frozenset({"score_rate", "review_score"})
_FEWEST_SECTIONS = 2


def read_summary_across(rows: Sequence[Row], start: int) -> tuple[Summary, int] | None:
    """The sections whose columns `rows[start]` heads, and the position of the first row behind their points; None where
    nothing of the kind stands there."""
    heading = rows[start]
    if heading.stands_alone or not _heads_sections(heading):
        return None
    names = heading.filled[not _names_section(heading.filled[0]) :]
    summary = Summary()
    position = start + 1 + numbering_below(rows, start + 1)
    while position < len(rows) and rows[position].block_no == heading.block_no and not rows[position].stands_alone:
        row = rows[position]
        concept = column_concept(row.filled[0].text) if row.filled else None
        if concept not in {*_POINTS, *_TOLD_BY_OTHERS}:
            break
        position += 1
        summary.read.append(row)
        if concept in _POINTS:
            _take(summary, concept, row, dict(_under(row, names)))
    return (summary, position) if summary.figures else None


def _heads_sections(row: Row) -> bool:
    """Whether nothing but sections, and their total, stands in a row behind its first cell."""
    if len(row.filled) <= _FEWEST_SECTIONS or not all(map(_names_section, row.filled[1:])):
        return False
    return sum(is_level1_name(cell.text) for cell in row.filled) >= _FEWEST_SECTIONS


def _names_section(cell: Cell) -> bool:
    return is_level1_name(cell.text) or row_concept(cell.text) == "total"


def _under(row: Row, names: Sequence[Cell]) -> Iterator[tuple[Cell, Cell]]:
    """The cells of a row with the section that each is of; none where text has lost some of them."""
    if row.true_grid or row.width == names[-1].col + names[-1].col_span - 1:
        cells = {cell.col: cell for cell in row.filled}
        yield from ((name, cells[name.col]) for name in names if name.col in cells)
    elif len(row.filled) == len(names) + 1:
        yield from zip(names, row.filled[1:], strict=True)


def _take(summary: Summary, concept: str, row: Row, cells: dict[Cell, Cell]) -> None:
    read = {name: cell for name, cell in cells.items() if cell_figure(cell.text) is not None}
    for name, cell in read.items():
        if is_level1_name(name.text):
            summary.figures.append(SectionFigure(_POINTS[concept], tidy(name.text) or "", row, cell))
        else:
            is_weight = concept == "weight"
            summary.totals.append(Total(row, cell if is_weight else None, None if is_weight else cell, None))
    others = [cell for cell in row.filled[1:] if cell not in read.values() and may_be_figure(cell.text)]
    summary.unread.extend(Unread(row, cell, row.filled[0].text) for cell in others)
