"""The table of an evaluation's sections, 决策, 过程, 产出, 效益, with weights and scores and no indicators."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from ingest.document import Cell
from ingest.forms.headings import LEVELS, heading_of
from ingest.forms.layout import Columns, Row, place
from ingest.forms.totals import Total, total_of
from ingest.forms.unread import Unread, unread
from ingest.lexicon.labels import column_concept, is_level1_name, row_concept
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
    """The sections' points and their total; `read`: the rows of which every figure is there or `unread`."""

    figures: list[SectionFigure] = field(default_factory=list)
    total: Total | None = None
    read: list[Row] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)


def summary_heading(rows: Sequence[Row], position: int) -> Columns | None:
    """The columns of the table of sections that `rows[position]` heads; None for another row."""
    row = rows[position]
    if row.stands_alone or position + 1 == len(rows) or not row.filled:
        return None
    names = row.filled[0]
    if column_concept(names.text) != "level1" and fold(names.text) not in _PLAIN_NAMES:
        return None
    heading = heading_of(row)
    concepts = {col: concept for col, concept in heading.concepts.items() if col != names.col}
    if not set(concepts.values()) & set(_POINTS) or set(concepts.values()) & {*_OF_INDICATORS, "level1"}:
        return None
    first = place(rows[position + 1], 0).get(names.col)
    if first is None or not is_level1_name(first.text):
        return None
    concepts = {names.col: "level1", **concepts}
    return Columns(concepts, heading.lowest(), heading.width, row, paired=heading.paired())


def read_summary(rows: Sequence[Row], start: int) -> tuple[Summary, int]:
    """The table of sections headed by `rows[start]`, and the position of the first row behind it."""
    columns = summary_heading(rows, start)
    if columns is None:
        raise ValueError("rows[start] heads no table of sections")
    summary = Summary()
    position = start + 1
    while position < len(rows) and summary.total is None and _is_section(rows[position], columns):
        row = rows[position]
        position += 1
        cells = place(row, 0)
        if row_concept(row.filled[0].text) == "total":
            summary.total = total_of(row, columns, Decimal(0), Decimal(0))
            summary.unread.extend(summary.total.unread)
        else:
            told = columns.told(cells)
            found = [
                SectionFigure(measure, tidy(row.filled[0].text) or "", row, cell)
                for concept, measure in _POINTS.items()
                if (cell := told.get(concept)) is not None and cell_figure(cell.text) is not None
            ]
            summary.figures.extend(found)
            named = [cell for cell in (cells.get(columns.first_value),) if cell]
            summary.unread.extend(unread(row, cells, columns, [*named, *(figure.cell for figure in found)]))
        summary.read.append(row)
    return summary, position


def _is_section(row: Row, columns: Columns) -> bool:
    """Whether a row names a section or the total and states its points."""
    if row.stands_alone or not row.filled or row.filled[0].col != columns.first_value:
        return False
    told = columns.told(place(row, 0))
    points = [told.get(concept) for concept in _POINTS]
    return cell_figure(row.filled[0].text) is None and any(
        cell is not None and cell_figure(cell.text) for cell in points
    )
