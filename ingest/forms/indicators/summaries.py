"""The table of an evaluation's sections, 决策, 过程, 产出, 效益, with weights and scores and no indicators."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from ingest.document import Cell
from ingest.forms.headings import LEVELS, heading_of
from ingest.forms.indicators.totals import Total, total_of
from ingest.forms.layout import Columns, Row, place
from ingest.forms.numbering import numbering_below
from ingest.forms.unread import Unread, unread
from ingest.lexicon.labels import column_concept, is_level1_name, numbers_rows, row_concept
from ingest.lexicon.numbers import cell_figure
from ingest.lexicon.text import fold, tidy

_PLAIN_NAMES = frozenset({"指标", "评价指标", "指标名称", "指标类别", "评价内容", "项目"})
_POINTS = {"weight": "section_weight", "score": "section_score"}
_OF_INDICATORS = frozenset({*LEVELS[1:], "target", "actual", "operator"})


@dataclass(frozen=True, slots=True)
class SectionFigure:
    """A weight or a score of a section: `measure` is section_weight or section_score."""

    measure: str
    section: str
    row: Row
    cell: Cell


@dataclass(slots=True)
class Summary:
    """The sections' points and their totals; `read`: the rows of which every figure is there or `unread`."""

    figures: list[SectionFigure] = field(default_factory=list)
    totals: list[Total] = field(default_factory=list)
    read: list[Row] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)

    def sum_of(self, measure: str) -> Decimal:
        """What the weights or the scores of the sections come to."""
        numbers = (cell_figure(figure.cell.text) for figure in self.figures if figure.measure == measure)
        return sum((number.number for number in numbers if number), Decimal(0))


def summary_heading(rows: Sequence[Row], position: int) -> Columns | None:
    """The columns of the table of sections that `rows[position]` heads; None for another row."""
    row = rows[position]
    if row.stands_alone or position + 1 == len(rows) or not row.filled:
        return None
    names = next((cell for cell in row.filled if not numbers_rows(cell.text)), row.filled[0])
    if column_concept(names.text) != "level1" and fold(names.text) not in _PLAIN_NAMES:
        return None
    heading = heading_of(row)
    concepts = {col: concept for col, concept in heading.concepts.items() if col != names.col}
    if not set(concepts.values()) & set(_POINTS) or set(concepts.values()) & {*_OF_INDICATORS, "level1"}:
        return None
    depth = 1 + numbering_below(rows, position + 1)
    first = place(rows[position + depth], 0).get(names.col) if position + depth < len(rows) else None
    if first is None or not is_level1_name(first.text):
        return None
    concepts = {names.col: "level1", **concepts}
    return Columns(concepts, heading.lowest(), heading.width, row, depth, paired=heading.paired())


def read_summary(rows: Sequence[Row], start: int) -> tuple[Summary, int] | None:
    """The table of sections headed by `rows[start]`, and the position of the first row behind it; None where it heads
    none."""
    columns = summary_heading(rows, start)
    if columns is None:
        return None
    summary = Summary()
    position = start + columns.depth
    while position < len(rows) and not summary.totals and (name := _section(rows[position], columns)):
        row = rows[position]
        position += 1
        cells = place(row, 0)
        if row_concept(name) == "total":
            total = total_of(row, columns, summary.sum_of("section_weight"), summary.sum_of("section_score"))
            summary.totals.append(total)
            summary.unread.extend(total.unread)
        else:
            told = columns.told(cells)
            found = [
                SectionFigure(measure, tidy(name) or "", row, cell)
                for concept, measure in _POINTS.items()
                if (cell := told.get(concept)) is not None and cell_figure(cell.text) is not None
            ]
            summary.figures.extend(found)
            others = [cell for cell in row.filled if cell.col <= columns.first_value]
            summary.unread.extend(unread(row, cells, columns, [*others, *(figure.cell for figure in found)]))
        summary.read.append(row)
    return summary, position


def _section(row: Row, columns: Columns) -> str | None:
    """The section, or the total, that a row names and of which it states points; None for another row."""
    names = [cell for cell in row.filled if cell_figure(cell.text) is None]
    if row.stands_alone or not names or names[0].col > columns.first_value:
        return None
    is_numbered = names[0] is not row.filled[0]
    if not is_numbered and names[0].col < columns.first_value and row_concept(names[0].text) != "total":
        return None
    figures = [cell for cell in row.filled if cell.col > names[0].col and cell_figure(cell.text) is not None]
    told = columns.told(place(row, 0))
    points = [told.get(concept) for concept in _POINTS]
    has_points = any(cell is not None and cell_figure(cell.text) for cell in points)
    return names[0].text if has_points or (figures and row_concept(names[0].text) == "total") else None
