"""The funding table: budget beside execution, one line a row, with its units and the points for the execution rate."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from ingest.document import Cell
from ingest.forms.headings import heading_at, may_name
from ingest.forms.layout import Columns, Row, best_offset, place
from ingest.forms.unread import Unread, unread
from ingest.lexicon.labels import (
    MONEY_MEASURES,
    RATE_MEASURES,
    FundingLabel,
    column_concept,
    funding_label,
    is_adjustment,
    is_level1_name,
    is_level2_name,
    is_operator,
    money_unit,
    row_concept,
)
from ingest.lexicon.numbers import PER_WAN, Figure, cell_figure
from ingest.lexicon.text import fold, tidy

_BUDGETS = frozenset({"initial_budget", "annual_budget"})
_MONEY = frozenset(MONEY_MEASURES)
_VALUES = frozenset({*MONEY_MEASURES, *RATE_MEASURES, "carryover", "weight", "score"})
_OTHER_LABELS = frozenset(
    {"goal_heading", "completion_heading", "issues", "suggestions", "grade", "remark", "person", "project_type"}
)
_NO_LABELS = frozenset({"actual", "target", "reason", "explanation"})
_LEVELS = frozenset({"level1", "level2", "level3"})
_LOOK_AHEAD = 8
_YEAR = re.compile(r"^20\d\d年?度?$")
_NUMBERED = re.compile(r"^\d+[.．、]")
_NOTHING = frozenset({"-", "—", "——", "/", "\\", "无", "－", "–"})


@dataclass(slots=True)
class CellFigure:
    """A figure in a funding line: its measure, its unit as far as the table tells it, and its cell."""

    measure: str
    figure: Figure
    unit: str | None
    unit_text: str | None
    unit_source: str
    about: str
    row: Row
    cell: Cell


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
    """The funding lines of one table; `unit` is what its headings or corner state, None if they don't; `read`: the rows
    of which every figure is in a line, in its points or `unread`."""

    columns: Columns
    unit: str | None
    lines: list[Line] = field(default_factory=list)
    read: list[Row] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)

    def set_unit(self, unit: str) -> None:
        """Take the unit that is stated further away, for the amounts that have none yet."""
        self.unit = unit
        for figure in (figure for line in self.lines for figure in line.figures):
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
        return sum(bool(_YEAR.match(fold(line.label))) for line in self.lines) > 1

    @property
    def is_of_projects(self) -> bool:
        """Whether each of its lines is a project: 项目名称 heads their labels."""
        return any(row_concept(cell.text) == "project_name" for cell in self.columns.heading.filled)


def funding_heading(rows: Sequence[Row], position: int) -> Columns | None:
    """The columns of the funding table that `rows[position]` heads: a budget (or what was received) beside what was
    spent. None for another row."""
    if not may_name(rows, position, _MONEY):
        return None
    heading = heading_at(rows, position)
    named = heading.concepts()
    if list(named.values()).count("annual_budget") > 1 and "budget_adjustment" not in named.values():
        named |= {col: "budget_adjustment" for col, text in heading.lowest().items() if is_adjustment(text)}
    concepts: dict[int, str] = {}
    for col, concept in sorted(named.items()):
        if concept not in _VALUES:
            continue
        first = next((other for other, known in concepts.items() if known == concept), None)
        if first is None:
            concepts[col] = concept
        elif first == min(concepts) and _heads_labels(rows, position + heading.depth - 1, first):
            del concepts[first]
            concepts[col] = concept
    money = _MONEY.intersection(concepts.values())
    if len(money) < 2 or not money & {*_BUDGETS, "funds_received"}:
        return None
    last = heading.rows[-1]
    texts = {cell.col: cell.text for cell in last.cells} | heading.lowest()
    return Columns(
        concepts, texts, heading.width, last, heading.depth, heading.parts(), others=heading.of_other_years()
    )


def _heads_labels(rows: Sequence[Row], position: int, col: int) -> bool:
    """Whether words rather than figures stand under the first of two budget headings: it heads the lines' labels."""
    words = figures = 0
    for row in rows[position + 1 : position + _LOOK_AHEAD]:
        if row.stands_alone or row.concepts & _LEVELS:
            break
        missing = 0 if row.true_grid else rows[position].width - row.width
        below = next((cell for cell in row.cells if cell.col + missing == col), None)
        if below is None or not fold(below.text):
            continue
        if cell_figure(below.text) is not None:
            figures += 1
        elif len([cell for cell in row.filled if cell_figure(cell.text) is not None]) > 1:
            words += 1
    return words > figures


def read_funding(rows: Sequence[Row], start: int) -> tuple[FundingTable, int]:
    """The funding table whose heading is `rows[start]`, and the position of the first row behind it."""
    columns = funding_heading(rows, start)
    if columns is None:
        raise ValueError("rows[start] heads no funding table")
    table = FundingTable(columns, stated_unit(rows, start))
    above: Line | None = None
    parent: Line | None = None
    position = start + columns.depth
    while position < len(rows) and _belongs(rows, position):
        row = rows[position]
        position += 1
        cells = place(row, _offset(row, columns))
        if _misfits(cells, columns):
            continue
        label_cells = _label_cells(cells, columns) or ([] if table.lines else _block_label(columns))
        if not label_cells:
            continue
        label = " ".join(tidy(cell.text) or "" for cell in label_cells)
        kind = _kind(label_cells) if label_cells[0].row == row.row_no else FundingLabel("total")
        parent = parent_of(label, kind, above, parent)
        unit = next((unit for cell in label_cells if (unit := money_unit(cell.text))), table.unit)
        figures = figures_of(cells, columns, unit, row)
        if not figures:
            continue
        if parent is not None and kind.kind == "item" and table.lines[-1].kind.kind == "source":
            kind = FundingLabel("source")
        line = Line(label, kind, row, figures, parent, points_of(cells, columns))
        if kind.kind == "source" and parent is None:
            line.parent = next((other for other in reversed(table.lines) if other.kind.kind != "source"), None)
        above = line
        parts = list(parts_of(line, cells, columns, unit, row))
        table.lines.extend([line, *parts])
        table.read.append(row)
        table.unread.extend(unread(row, cells, columns.texts, [*label_cells, *_cells_of([line, *parts])]))
    _hang_under_total(table)
    return table, position


def parent_of(label: str, kind: FundingLabel, above: Line | None, parent: Line | None) -> Line | None:
    """The line that a label's line breaks down: `above` behind 其中, unless both break down the same; else the
    `parent` of the line above or what that breaks down. Money from outside the budget is no part of a source."""
    is_outside = kind.kind == "source" and kind.origin in {"non_fiscal", "other"} and not kind.level
    if "其中" in fold(label) and above is not None and not (is_outside and above.kind.kind == "source"):
        is_beside = kind.kind == above.kind.kind == "source" and bool(kind.level) == bool(above.kind.level)
        return parent if is_beside and parent is not None and "其中" in fold(above.label) else above
    if kind.kind == "category" and parent is not None and kind.category == parent.kind.category:
        return parent
    if kind.kind in {"total", "category"}:
        return None
    if parent is not None and _NUMBERED.match(label) and _NUMBERED.match(parent.label):
        return parent.parent
    if kind.kind == "source" and kind.origin and not kind.level and parent and parent.kind.kind == "source":
        return parent.parent
    return parent


def _cells_of(lines: Sequence[Line]) -> Iterator[Cell]:
    for line in lines:
        yield from (figure.cell for figure in line.figures)
        yield from (cell for cell in line.points if cell)


def _belongs(rows: Sequence[Row], position: int) -> bool:
    """A row of the table: no paragraph, no heading of another kind, no label of the head or the goals."""
    row = rows[position]
    if row.stands_alone or funding_heading(rows, position) is not None:
        return False
    filled = row.filled
    if not filled:
        return True
    first = filled[0].text
    if row_concept(first) in _OTHER_LABELS:
        return False
    if row_concept(first) in {"project_name", "organization_name", "department_name"} and len(filled) <= 4:
        return cell_figure(filled[-1].text) is not None
    if any(is_operator(cell.text) or is_level1_name(cell.text) or is_level2_name(cell.text) for cell in filled):
        return False
    return not row.concepts & {*_LEVELS, "operator", "target", "actual"} and not (
        len(filled) == 1 and len(fold(first)) > 20
    )


def _offset(row: Row, columns: Columns) -> int:
    """How far the row's cells stand left of their headings: spanned columns leave no trace in plain text."""
    if row.true_grid:
        return 0
    values = [cell for cell in row.cells if cell_figure(cell.text) is not None]
    if not values:
        return 0
    labels = [cell for cell in row.cells if fold(cell.text) and cell.col < values[0].col]
    by_label = columns.first_value - 1 - labels[-1].col if labels else 0

    def fit(cells: dict[int, Cell]) -> float:
        beside = bool(labels) and cells.get(columns.first_value - 1) is labels[-1]
        return sum(_agreement(cell.text, columns, col) for col, cell in cells.items()) + (0.75 if beside else 0)

    return best_offset(row, (by_label, -2, -1, 1, 2), fit)


def _agreement(text: str, columns: Columns, col: int) -> float:
    if not fold(text):
        return 0
    figure = cell_figure(text)
    concept = columns.concepts.get(col)
    if col in columns.others:
        return 0 if figure is None else 1
    if concept is None:
        outside = col < columns.first_value or col in columns.texts
        return (0 if outside else -1) if figure is None else -3
    if figure is None:
        return 0 if fold(text) in _NOTHING else -1
    if figure.unit == "percent":
        return 2 if concept in RATE_MEASURES else -3
    return 1


def _misfits(cells: dict[int, Cell], columns: Columns) -> bool:
    """Whether the row is of other columns: figures stand among the labels, or a percentage beside the column of rates
    and another figure in it."""
    figures = {col: figure for col, cell in sorted(cells.items()) if (figure := cell_figure(cell.text)) is not None}
    if any(col < columns.first_value for col in list(figures)[1:]):
        return True
    rates = [col for col, concept in columns.concepts.items() if concept in RATE_MEASURES]
    outside = any(figure.unit == "percent" and col not in rates for col, figure in figures.items())
    return outside and any(col in figures and figures[col].unit != "percent" for col in rates)


def _block_label(columns: Columns) -> list[Cell]:
    """The label beside the whole table, for figures that stand under their headings without a label of their own."""
    labels = [
        Cell(columns.heading.row_no or 0, col, text)
        for col, text in sorted(columns.texts.items())
        if col < columns.first_value and fold(text)
    ]
    return labels[-1:]


def parts_of(line: Line, cells: Mapping[int, Cell], columns: Columns, unit: str | None, row: Row) -> Iterator[Line]:
    """The lines that break a line down in columns of their own: 财政拨款 and 其他资金 beside 总额."""
    for label, measures in columns.parts.items():
        part = Columns(measures, columns.texts, columns.width, columns.heading)
        figures = figures_of(cells, part, unit, row)
        if figures:
            yield Line(tidy(label) or "", funding_label(label), row, figures, line)


def _label_cells(cells: dict[int, Cell], columns: Columns) -> list[Cell]:
    """The row's label cells: those left of the first value, without the label that stands beside the whole table."""
    labels = [
        (col, cell)
        for col, cell in sorted(cells.items())
        if col < columns.first_value
        and fold(cell.text)
        and (not cell_figure(cell.text) or _YEAR.match(fold(cell.text)))
    ]
    own = [(col, cell) for col, cell in labels if fold(cell.text) != fold(columns.texts.get(col, ""))] or labels
    named = [cell for col, cell in own if column_concept(columns.texts.get(col, "")) not in _NO_LABELS]
    return named or [cell for _, cell in own]


def _kind(label_cells: Sequence[Cell]) -> FundingLabel:
    """The most telling of the row's labels: 基本支出 beside 年度资金总额 is the category's total, a category line."""
    kinds = [funding_label(cell.text) for cell in label_cells]
    for wanted in ("source", "category", "total"):
        found = next((kind for kind in reversed(kinds) if kind.kind == wanted), None)
        if found:
            return found
    return kinds[-1]


def figures_of(cells: Mapping[int, Cell], columns: Columns, unit: str | None, row: Row) -> list[CellFigure]:
    """The amounts and rates of a row, its cells given by the column that heads them; `unit` is the table's."""
    found = []
    for col, concept in sorted(columns.concepts.items()):
        cell = cells.get(col)
        amount = cell_amount(concept, cell, columns.texts.get(col, ""), unit, row) if cell else None
        if amount is not None:
            found.append(amount)
    return found


def cell_amount(concept: str, cell: Cell, heading: str, unit: str | None, row: Row) -> CellFigure | None:
    """The figure in `cell` under `heading`, with the unit that it, its heading or the table (`unit`) states; None for
    points and for a cell that holds no figure."""
    figure = cell_figure(cell.text)
    if figure is None or concept in {"weight", "score"}:
        return None
    about = tidy(heading) or concept
    if concept in RATE_MEASURES:
        percent = figure.unit == "percent" or "%" in fold(heading)
        source = "printed" if figure.unit else "heading" if percent else "inferred"
        return CellFigure(concept, figure, "percent" if percent else None, figure.unit_text, source, about, row, cell)
    own = figure.unit if figure.unit in PER_WAN else None
    stated = own or money_unit(heading) or unit
    source = "printed" if own else "heading" if stated else "inferred"
    return CellFigure(concept, figure, stated, figure.unit_text, source, about, row, cell)


def points_of(cells: Mapping[int, Cell], columns: Columns) -> tuple[Cell | None, Cell | None]:
    """The cells with the weight and the score for the execution rate, where the table has such columns."""

    def under(concept: str) -> Cell | None:
        col = columns.of(concept)
        cell = cells.get(col) if col is not None else None
        return cell if cell is not None and cell_figure(cell.text) is not None else None

    return under("weight"), under("score")


def _hang_under_total(table: FundingTable) -> None:
    if table.is_of_years:
        return
    total = next((line for line in table.lines if line.kind.kind == "total"), None)
    for line in table.lines:
        if line is total or line.kind.category == "three_public":
            continue
        if line.parent is None:
            line.parent = total


def stated_unit(rows: Sequence[Row], start: int) -> str | None:
    """The unit that the table states: in a heading's label cells, or in a corner above it (单位：万元)."""
    for cell in rows[start].cells:
        unit = money_unit(cell.text)
        if unit:
            return unit
    for row in reversed(rows[max(0, start - 6) : start]):
        if re.search(r"单位[:：]", row.text) and (unit := money_unit(row.text)):
            return unit
    return None


def rate_unit(figure: Decimal, executed: Decimal | None, base: Decimal | None) -> str | None:
    """Whether a rate printed without a sign is a percentage or a fraction; None where its amounts do not tell.

    A printed 0 is 0 either way; above 1.5 only a percentage makes sense.
    """
    if figure == 0 or figure > Decimal("1.5"):
        return "percent"
    if executed is not None and base:
        ratio = executed / base
        if abs(ratio - figure) <= Decimal("0.01"):
            return "fraction"
        if abs(ratio * 100 - figure) <= Decimal("0.01"):
            return "percent"
    return None
