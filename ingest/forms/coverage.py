"""What was not placed: figures in a money, rate or score context that no record holds.

A figure has such a context when the nearest words above it in its column, or the words just left of it, are a label of
money, of a rate or of points. Everything that a record points at is placed, and so are the cells of a row that was
read as an indicator, a funding line's points or a total.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from ingest.document import Cell
from ingest.forms.layout import Row
from ingest.lexicon.labels import MONEY_MEASURES, RATE_MEASURES, column_concept, funding_label, row_concept
from ingest.lexicon.numbers import cell_figure, figures
from ingest.lexicon.text import fold, tidy
from ingest.records import Evidence, Extraction, Unplaced

_CONTEXT = {
    **dict.fromkeys(MONEY_MEASURES, "money"),
    "carryover": "money",
    **dict.fromkeys(RATE_MEASURES, "rate"),
    "weight": "score",
    "score": "score",
}
_LINE_IN_ONE_CELL = re.compile(r"\s+(?=\d[\d,.]*%?(?:\s|$))")
_NEARLY_FIGURE = re.compile(r"^[约近≈(]?[\dOo〇][\dOo〇,.]*(?:万|亿)?[元兀]?[)%]?$|^\d+(?:\.\d+)?/\d+(?:\.\d+)?$")
_LETTER_WITHIN = r"(?=[\d.]*[A-Za-z])[\dA-Za-z.]{1,7}"
_DAMAGED = (
    ("money", re.compile(r"[A-Za-z]?\d[\dA-Za-z,，.．]*(?:\s*\d+)*\s*(?:[万亿千百萬億][元兀圆]|[元兀](?!/))")),
    ("score", re.compile(rf"(?<=[得评总]分)(?:为|是|[:：])?\s*{_LETTER_WITHIN}分")),
    ("rate", re.compile(rf"(?<=率)(?:为|达到?|[:：])?\s*{_LETTER_WITHIN}[%％]")),
)
_NEUTRAL = re.compile(r"序号|编码|编号|代码|年度|年份|日期|时间|人数|数量|电话|文号|备注|说明|原因")
_FEWEST_IN_LINE = 2
_INDICATOR = re.compile(r"指标|[≥≤＝=%]")
_POINTS = frozenset({"weight", "score"})


def unplaced_figures(rows: Sequence[Row], extraction: Extraction) -> list[Unplaced]:
    """The figures of tables and of prose that stand in such a context and in no record."""
    found = [*_in_tables(rows, extraction), *_in_prose(rows)]
    for number, figure in enumerate(found, start=1):
        figure.unplaced_no = number
    return found


def _in_tables(rows: Sequence[Row], extraction: Extraction) -> Iterator[Unplaced]:
    cells, whole_rows = _placed(extraction)
    lines = {(line.evidence.block_no, line.evidence.row_no) for line in extraction.funding_lines}
    headings: dict[int, Cell] = {}
    block_no = 0
    for row in rows:
        if row.row_no is None:
            continue
        if row.block_no != block_no:
            headings, block_no = {}, row.block_no
        for position, cell in enumerate(row.cells):
            if not _may_be_figure(cell.text):
                if _is_line_in_one_cell(cell.text):
                    yield _unplaced("money", _LINE_IN_ONE_CELL.split(cell.text)[0], cell.text, row, cell)
                elif fold(cell.text):
                    headings.update(dict.fromkeys(range(cell.col, cell.col + cell.col_span), cell))
                continue
            if (row.block_no, row.row_no) in whole_rows or (row.block_no, row.row_no, cell.col) in cells:
                continue
            is_line = (row.block_no, row.row_no) in lines
            label = _label(row.cells[:position], headings.get(cell.col))
            concept = column_concept(label.text) if label else None
            if label is not None and concept is not None and not (is_line and concept in _POINTS):
                yield _unplaced(_CONTEXT[concept], label.text, cell.text, row, cell)
            elif is_line and label is None and position and not _is_neutral(headings.get(cell.col)):
                heading = headings.get(cell.col)
                yield _unplaced("money", heading.text if heading else "", cell.text, row, cell)


def _in_prose(rows: Sequence[Row]) -> Iterator[Unplaced]:
    """Money whose digits or unit a converter has damaged, and rows of a table that are left as lines of text."""
    for row in rows:
        text = row.text
        if not row.is_line or (row.row_no is not None and _is_line_in_one_cell(text)):
            continue
        context = _context_of_line(text)
        if context:
            yield _unplaced(context, text.split()[0], text, row, None)
            continue
        damaged = [(kind, match) for kind, pattern in _DAMAGED for match in pattern.finditer(text)]
        read = [(figure.start, figure.end) for figure in figures(text)] if damaged else []
        for kind, match in damaged:
            if not any(start < match.end() and match.start() < end for start, end in read):
                yield _unplaced(kind, text[max(0, match.start() - 10) : match.start()], match.group(), row, None)


def _context_of_line(text: str) -> str | None:
    """What the bare figures behind a label are: 得分 14.5 23 9, 其中：财政拨款 90 89; None for any other line."""
    label = _LINE_IN_ONE_CELL.split(text, maxsplit=1)[0]
    words = text[len(label) :].split()
    if len(words) < _FEWEST_IN_LINE:
        return None
    if all(cell_figure(word) is not None for word in words):
        context = _CONTEXT.get(column_concept(label) or "")
        if context or funding_label(label).kind != "item":
            return context or "money"
    points = [cell_figure(word) for word in words[-_FEWEST_IN_LINE:]]
    is_row = _INDICATOR.search(label) and all(figure is not None and figure.unit is None for figure in points)
    return "score" if is_row else None


def _unplaced(context: str, about: str, text: str, row: Row, cell: Cell | None) -> Unplaced:
    return Unplaced(None, 0, context, tidy(about) or "", text.strip(), row.evidence(cell))


def _may_be_figure(text: str) -> bool:
    """A figure, or what a converter or a hasty hand has made of one: 1O, 约10, (9.8), 50/50."""
    return cell_figure(text) is not None or bool(_NEARLY_FIGURE.match(fold(text)))


def _is_neutral(heading: Cell | None) -> bool:
    """Whether a column holds numbers that are no money: 序号, a code, a date."""
    return heading is not None and bool(_NEUTRAL.search(fold(heading.text)))


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
