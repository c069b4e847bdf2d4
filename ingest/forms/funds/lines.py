"""The lines of a funding table, and which of them break down which."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from ingest.document import Cell
from ingest.forms.funds.figures import CellFigure, figures_of
from ingest.forms.layout import Columns, Row
from ingest.forms.unread import Unread
from ingest.lexicon.funding_labels import FundingLabel, funding_label
from ingest.lexicon.labels import MONEY_MEASURES, RATE_MEASURES, names_tasks, row_concept
from ingest.lexicon.text import fold, tidy

YEAR = re.compile(r"^20\d\d年?度?$")
_NUMBERED = re.compile(r"^\d+[.．、]")
_THREE_PUBLIC = re.compile(r"因公出国|出国|公务用车|公车|公务接待")
_FIRST = re.compile(r"^1[.．、]")


@dataclass(slots=True)
class Line:
    """A funding line as printed. `parent` is another line of the same table."""

    label: str
    kind: FundingLabel
    row: Row
    figures: list[CellFigure]
    parent: Line | None = None
    points: tuple[Cell | None, Cell | None] = (None, None)


@dataclass(slots=True)
class FundingTable:
    """The funding lines of one table; `unit` is what its headings or corner state, None if they don't; `income`: the
    lines that are no spending; `read`: the rows of which every figure is in a line, in its points or `unread`."""

    columns: Columns
    unit: str | None
    lines: list[Line] = field(default_factory=list)
    read: list[Row] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    income: list[Line] = field(default_factory=list)

    def set_unit(self, unit: str) -> None:
        """Take the unit that is stated further away, for the amounts that have none yet."""
        self.unit = unit
        for figure in (figure for line in [*self.lines, *self.income] for figure in line.figures):
            if figure.unit is None and figure.measure not in RATE_MEASURES:
                figure.unit, figure.unit_source = unit, "heading"

    @property
    def headline(self) -> Line | None:
        """The table's total, not of several years: its first total line, or its only one that hangs under no other."""
        if self.is_of_years:
            return None
        total = next((line for line in self.lines if line.kind.kind == "total"), None)
        roots = [line for line in self.lines if line.parent is None and line.kind.category != "three_public"]
        return total or (roots[0] if len(roots) == 1 else None)

    @property
    def is_of_years(self) -> bool:
        """Whether each of several lines is a year."""
        return sum([YEAR.match(fold(line.label)) is not None for line in self.lines]) > 1

    @property
    def is_of_projects(self) -> bool:
        """Whether each of its lines is a project, or a task without a total of all: 项目名称 or 任务名称 heads them."""
        if any(row_concept(cell.text) == "project_name" for cell in self.columns.heading.filled):
            return True
        return self.headline is None and any(map(names_tasks, self.columns.texts.values()))


def parent_of(label: str, kind: FundingLabel, above: Line | None, parent: Line | None) -> Line | None:
    """The line that a label's line breaks down: `above` behind 其中, unless both break down the same; else the
    `parent` of the line above or what that breaks down. Money from outside the budget is no part of a source."""
    is_outside = kind.kind == "source" and kind.origin in {"non_fiscal", "other"} and not kind.level
    if "其中" in fold(label) and above is not None and not (is_outside and above.kind.kind == "source"):
        is_beside = kind.kind == above.kind.kind == "source" and bool(kind.level) == bool(above.kind.level)
        return parent if is_beside and parent is not None and "其中" in fold(above.label) else above
    if above is not None and above.kind.kind == "category" and _FIRST.match(label):
        return above
    if kind.kind == "category" and parent is not None and kind.category == parent.kind.category:
        return parent
    if kind.kind in {"total", "category"}:
        return None
    if parent is not None and _NUMBERED.match(label) and _NUMBERED.match(parent.label):
        return parent.parent
    if kind.kind == "source" and kind.origin and not kind.level and parent and parent.kind.kind == "source":
        return parent.parent
    return parent


def parts_of(line: Line, cells: Mapping[int, Cell], columns: Columns, unit: str | None, row: Row) -> Iterator[Line]:
    """The lines that break a line down in columns of their own: 财政拨款 and 其他资金 beside 总额."""
    for label, measures in columns.parts.items():
        part = Columns(measures, columns.texts, columns.width, columns.heading)
        figures = figures_of(cells, part, unit, row)
        if figures:
            yield Line(tidy(label) or "", funding_label(label), row, figures, line)


def names_three_public(lines: Sequence[Line]) -> bool:
    """Whether all lines but the total are kinds of the three public expenses."""
    own = [line for line in lines if line.kind.kind != "total"]
    return len(own) > 1 and all(_THREE_PUBLIC.search(fold(line.label)) for line in own)


def hang_under_three_public(table: FundingTable) -> None:
    """The total of a table of the three public expenses is theirs, and no total of the report."""
    total = next((line for line in table.lines if line.kind.kind == "total"), None)
    for line in table.lines:
        if line is total:
            line.kind = FundingLabel("category", category="three_public")
        elif line.parent is None:
            line.parent = total


def hang_lines(table: FundingTable) -> None:
    """Hang the lines without a parent under what adds them up: a subtotal, the total."""
    if table.is_of_years:
        return
    for position, line in enumerate(table.lines):
        if row_concept(line.label.split()[-1]) == "subtotal":
            for parts in (
                _adding_up_to(line, table.lines[:position][::-1]),
                _adding_up_to(line, table.lines[position + 1 :]),
            ):
                for part in parts:
                    part.parent = line
    total = next((line for line in table.lines if line.kind.kind == "total"), None)
    for line in table.lines:
        if line is total or line.kind.category == "three_public":
            continue
        if line.parent is None:
            line.parent = total


def _adding_up_to(subtotal: Line, beside: Iterable[Line]) -> list[Line]:
    """The lines beside a subtotal, from the nearest on, that come to it in every amount; none where none do."""
    parts: list[Line] = []
    for line in (line for line in beside if line.parent is None):
        parts.append(line)
        if all(_sum(parts, measure) == amount for measure, amount in _amounts(subtotal).items()):
            return parts
    return []


def _amounts(line: Line) -> dict[str, Decimal]:
    return {figure.measure: figure.figure.number for figure in line.figures if figure.measure in MONEY_MEASURES}


def _sum(lines: Iterable[Line], measure: str) -> Decimal:
    return sum((_amounts(line).get(measure, Decimal(0)) for line in lines), Decimal(0))
