"""The printed grid of a form, laid out from the ragged rows that plain text keeps of it.

Text holds the cells of a row in order, but not what they span. A person who rules the form again knows: figures stand
under their headings, a label takes what is left beside them, a title takes the whole row, and a blank cell at the
start of a row belongs to the label above it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ingest.document import Cell, Document, Table
from ingest.lexicon.labels import MONEY_MEASURES, RATE_MEASURES, column_concept, row_concept
from ingest.lexicon.numbers import cell_figure

_LEVELS = {"level1", "level2", "level3"}
_VALUES = {*MONEY_MEASURES, *RATE_MEASURES}
_LABELS = {"project_name", "department_name", "organization_name", "person", "project_type", "grade", "remark"}

Spans = list[tuple[str, int]]
"""A row as (text, columns spanned), from left to right."""


def with_true_grids(document: Document) -> Document:
    """The document with every table on its printed grid."""
    blocks = tuple(true_grid(block) if isinstance(block, Table) else block for block in document.blocks)
    return replace(document, blocks=blocks)


def true_grid(table: Table) -> Table:
    """The table with the columns and the merged cells of the printed form."""
    rows = [[cell.text for cell in cells] for _, cells in table.rows()]
    return Table(tuple(_merged_down(_Layout(rows).lines())), true_grid=True)


@dataclass(slots=True)
class _Layout:
    """Rows of cells and the headings that hold for them while they are laid out from top to bottom."""

    rows: list[list[str]]
    heading: list[str] = field(default_factory=list)

    @property
    def width(self) -> int:
        return max(len(row) for row in self.rows)

    @property
    def is_padded(self) -> bool:
        """Whether every row is filled up with blank cells to the width of the table."""
        return len({len(row) for row in self.rows}) == 1

    def lines(self) -> list[Spans]:
        lines = []
        for number, row in enumerate(self.rows):
            if _is_heading(row, self.width):
                self.heading = row
            below = self.rows[number + 1] if number + 1 < len(self.rows) else []
            lines.append(self._line(row, below))
        return lines

    def _line(self, row: list[str], below: list[str]) -> Spans:
        if len(row) == 1 or (not self.heading and _is_title(row)):
            return [(row[0], self.width)]
        if self.heading and (line := self._under_heading(row)):
            return line
        if _concepts(below) & _LEVELS and not _concepts(row) & _LEVELS and len(row) < self.width:
            return _group_heading(row, below, self.width)
        if self.is_padded:
            return _without_padding(row)
        return _spread(row, self.width)

    def _under_heading(self, row: list[str]) -> Spans | None:
        """The row on the columns of the heading above it; None for a row that is none of that table."""
        values = _value_columns(self.heading)
        if values:
            return self._funding_line(row, values)
        if row_concept(row[0]) in _LABELS or row[0].endswith(("：", ":")):
            self.heading = []
            return None
        if len(row) == len(self.heading):
            return [(text, 1) for text in row] if len(row) == self.width else None
        figures = sum(cell_figure(text) is not None for text in row)
        return _labelled(row, len(row) - 1, self.width) if figures > 1 else None

    def _funding_line(self, row: list[str], values: int) -> Spans | None:
        if row_concept(row[0]) in {*_LABELS, "goal_heading", "completion_heading"} or len(row) < values + 1:
            self.heading = []
            return None
        behind = row[values + 1 :]
        if row is not self.heading and row[0] and not any(behind) and all(map(_is_value, row[1 : values + 1])):
            return _labelled(row[: values + 1], values, self.width)
        return _labelled(row, values, self.width)


def _is_title(row: list[str]) -> bool:
    return bool(row[0]) and not any(row[1:]) and row_concept(row[0]) not in _LABELS


def _concepts(row: Sequence[str]) -> set[str]:
    return {concept for text in row if text and (concept := column_concept(text))}


def _is_heading(row: list[str], width: int) -> bool:
    if any(cell_figure(text) is not None for text in row):
        return False
    concepts = _concepts(row)
    is_list = len(row) == width > 3 and all(row) and row_concept(row[0]) not in _LABELS
    return is_list or len(concepts & _VALUES) > 1 or concepts >= _LEVELS


def _value_columns(heading: list[str]) -> int:
    """How many columns stand from the first heading of money on; 0 where the heading is of another table."""
    if len(_concepts(heading) & _VALUES) < 2 or _concepts(heading) & _LEVELS:
        return 0
    first = next(number for number, text in enumerate(heading) if column_concept(text) in _VALUES)
    return len(heading) - first


def _is_value(text: str) -> bool:
    return not text or cell_figure(text) is not None


def _labelled(row: list[str], values: int, width: int) -> Spans:
    """The last `values` cells under their headings at the right; the label before them spans what is left."""
    label = len(row) - values - 1
    return [(text, width - len(row) + 1 if number == label else 1) for number, text in enumerate(row)]


def _group_heading(row: list[str], below: list[str], width: int) -> Spans:
    """A heading over a heading: its last cells stand above the blanks below, the others over groups of columns."""
    blanks = next((number for number, text in enumerate(reversed(below)) if text), 0)
    spans = [span for _, span in _evenly(below, width)][len(below) - blanks :]
    groups, single = row[: len(row) - blanks], row[len(row) - blanks :]
    return [*_evenly(groups, width - sum(spans)), *zip(single, spans, strict=True)]


def _without_padding(row: list[str]) -> Spans:
    """Every cell up to the next printed one; blank cells stay as one behind a label whose value is blank."""
    line: Spans = []
    for number, text in enumerate(row):
        before = line[-1][0] if line else ""
        is_blank_value = row_concept(before) in _LABELS if before else number == 0
        if text or is_blank_value or not line:
            line.append((text, 1))
        else:
            line[-1] = (before, line[-1][1] + 1)
    return line


def _spread(row: list[str], width: int) -> Spans:
    """Labels as narrow as can be, what stands beside them as wide as the table allows."""
    if len(row) == 4 and row_concept(row[0]) in _LABELS and row_concept(row[2]) in _LABELS:
        return [(row[0], 1), (row[1], width // 2 - 1), (row[2], 1), (row[3], width - width // 2 - 1)]
    if len(row) == 3 and width > 3:
        return [(row[0], 1), (row[1], width // 2 - 1), (row[2], width - width // 2)]
    if len(row) == 2 and row_concept(row[1]) != "completion_heading":
        return [(row[0], 1), (row[1], width - 1)]
    return _evenly(row, width)


def _evenly(row: list[str], width: int) -> Spans:
    edges = [number * width // len(row) for number in range(len(row) + 1)]
    return [(text, right - left) for text, left, right in zip(row, edges, edges[1:], strict=False)]


def _merged_down(lines: list[Spans]) -> list[Cell]:
    """The cells of the lines; a blank one at the start of a row, or in the lower row of a heading, goes on with the
    cell of the same columns above it."""
    cells: list[Cell] = []
    above: dict[tuple[int, int], int] = {}
    for row_no, line in enumerate(lines, start=1):
        here: dict[tuple[int, int], int] = {}
        is_start = any(text for text, _ in line)
        col = 1
        for text, span in line:
            is_start = is_start and not text
            place = (col, span)
            over = cells[above[place]] if place in above else None
            if over and not text and over.text and over.text != "姓名" and (is_start or _goes_on(over.text, line)):
                here[place] = above[place]
                cells[above[place]] = over._replace(row_span=over.row_span + 1)
            else:
                here[place] = len(cells)
                cells.append(Cell(row_no, col, text, col_span=span))
            col += span
        above = here
    return cells


def _goes_on(over: str, line: Spans) -> bool:
    """Whether a blank cell inside a row is part of the cell above: under a heading of two rows."""
    return bool(_concepts([text for text, _ in line]) & _LEVELS) and column_concept(over) is not None
