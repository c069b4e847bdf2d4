"""What was not placed: figures in a money, rate or score context that no record holds.

A figure has such a context when the nearest words above it in its column, or the words just left of it, are a label of
money, of a rate or of points. Everything that a record points at is placed, and so are the cells of a row that was
read as an indicator, a funding line's points or a total.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from ingest.document import Cell
from ingest.forms.layout import Row
from ingest.lexicon.labels import MONEY_MEASURES, RATE_MEASURES, column_concept, funding_label, row_concept
from ingest.lexicon.numbers import cell_figure
from ingest.lexicon.text import fold, tidy
from ingest.records import Evidence, Extraction, Unplaced

_CONTEXT = {
    **dict.fromkeys(MONEY_MEASURES, "money"),
    **dict.fromkeys(RATE_MEASURES, "rate"),
    "weight": "score",
    "score": "score",
}
_LINE_IN_ONE_CELL = re.compile(r"\s+(?=\d[\d,.]*%?(?:\s|$))")
_POINTS = frozenset({"weight", "score"})


def unplaced_figures(rows: Sequence[Row], extraction: Extraction) -> list[Unplaced]:
    """The cells of tables whose figure stands in such a context and in no record."""
    cells, whole_rows = _placed(extraction)
    lines = {(line.evidence.block_no, line.evidence.row_no) for line in extraction.funding_lines}
    headings: dict[int, Cell] = {}
    block_no = 0
    found: list[Unplaced] = []
    for row in rows:
        if row.row_no is None:
            continue
        if row.block_no != block_no:
            headings, block_no = {}, row.block_no
        for position, cell in enumerate(row.cells):
            if cell_figure(cell.text) is None:
                if _is_line_in_one_cell(cell.text):
                    about = tidy(_LINE_IN_ONE_CELL.split(cell.text)[0]) or ""
                    found.append(Unplaced(None, len(found) + 1, "money", about, cell.text.strip(), row.evidence(cell)))
                elif fold(cell.text):
                    headings.update(dict.fromkeys(range(cell.col, cell.col + cell.col_span), cell))
                continue
            if (row.block_no, row.row_no) in whole_rows or (row.block_no, row.row_no, cell.col) in cells:
                continue
            label = _label(row.cells[:position], headings.get(cell.col))
            concept = column_concept(label.text) if label else None
            if label is None or concept is None or (concept in _POINTS and (row.block_no, row.row_no) in lines):
                continue
            about = tidy(label.text) or ""
            figure = Unplaced(None, len(found) + 1, _CONTEXT[concept], about, cell.text.strip(), row.evidence(cell))
            found.append(figure)
    return found


def _is_line_in_one_cell(text: str) -> bool:
    """Whether a cell holds a funding label and bare figures behind it, so that no heading can be told for them."""
    label = _LINE_IN_ONE_CELL.split(text)[0]
    return label != text and funding_label(label).kind != "item"


def _label(left: Sequence[Cell], above: Cell | None) -> Cell | None:
    """The label that gives a figure its context, None where it has none."""
    beside = left[-1] if left and fold(left[-1].text) else None
    for label in (beside, above):
        if label is not None and column_concept(label.text) in _CONTEXT and row_concept(label.text) != "total":
            return label
    return None


def _placed(extraction: Extraction) -> tuple[set[tuple[int, int, int]], set[tuple[int, int]]]:
    cells = {
        (place.block_no, place.row_no, place.col_no)
        for place in _evidence(extraction)
        if place.row_no is not None and place.col_no is not None
    }
    rows = {(row.evidence.block_no, row.evidence.row_no) for row in extraction.indicators}
    rows |= {
        (amount.evidence.block_no, amount.evidence.row_no)
        for amount in extraction.amounts
        if amount.measure == "total_score"
    }
    return cells, {(block_no, row_no) for block_no, row_no in rows if row_no is not None}


def _evidence(extraction: Extraction) -> Iterable[Evidence]:
    for records in (extraction.amounts, extraction.report_fields, extraction.issues):
        yield from (record.evidence for record in records)
