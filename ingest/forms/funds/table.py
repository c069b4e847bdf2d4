"""The funding table: budget beside execution, one line a row, with its units and the points for the execution rate."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from ingest.document import Cell
from ingest.forms.funds.cost_lists import spent_column
from ingest.forms.funds.divisions import divides, divisions, restates
from ingest.forms.funds.figures import figures_of, has_slipped, lacks_amounts, points_of, rate_holds
from ingest.forms.funds.heading import funding_heading, stated_unit
from ingest.forms.funds.income import income_lines
from ingest.forms.funds.lines import (
    YEAR,
    FundingTable,
    Line,
    hang_lines,
    hang_under_three_public,
    names_three_public,
    parent_of,
    parts_of,
)
from ingest.forms.headings import LEVELS
from ingest.forms.layout import Columns, Row, best_offset, place
from ingest.forms.unread import is_marked_figure, may_be_figure, unread
from ingest.lexicon.contexts import context
from ingest.lexicon.funding_labels import FundingLabel, funding_label
from ingest.lexicon.labels import (
    RATE_MEASURES,
    column_concept,
    halves,
    is_level1_name,
    is_level2_name,
    is_operator,
    money_unit,
    numbers_rows,
    row_concept,
)
from ingest.lexicon.numbers import cell_figure
from ingest.lexicon.text import fold, tidy

_OTHER_LABELS = frozenset(
    {"goal_heading", "completion_heading", "issues", "suggestions", "grade", "remark", "person", "project_type"}
)
_NO_LINES = frozenset({*RATE_MEASURES, "weight", "score"})
_NO_LABELS = frozenset({"actual", "target", "reason", "explanation"})
_LEVELS = frozenset(LEVELS)
_MOST_OF_RATE, _MOST_OF_AMOUNT, _BESIDE = 2, 1, 0.75
"""How well a rate, an amount and the label beside the first value can fit their headings."""

_LETTER = re.compile(r"[^\W\d_]")
_NO_PART = re.compile(r"政府采购(?:金额|预算)?$|(?:基本|整体)支出预算调整$")
"""What a table on a department's spending prints beside its parts, and what is none of them."""
_NOTHING = frozenset({"-", "—", "——", "/", "\\", "无", "－", "–"})


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
        label_cells = (
            _label_cells(cells, columns)
            or _label_before_figures(row, cells, columns)
            or ([] if table.lines or _begins_with_words(row) else _block_label(columns))
        )
        if not label_cells:
            continue
        if column_concept(label_cells[-1].text) in _NO_LINES:
            continue
        label = " ".join(tidy(cell.text) or "" for cell in label_cells)
        kind = _kind(label_cells) if label_cells[0].row == row.row_no else FundingLabel("total")
        parent = parent_of(label, kind, above, parent)
        unit = next((unit for cell in label_cells if (unit := money_unit(cell.text))), table.unit)
        figures = figures_of(cells, columns, unit, row)
        is_cut = not row.true_grid and max(cells) < max(columns.concepts)
        if not figures or has_slipped(cells, columns, is_cut) or (not row.true_grid and _is_uneven(cells, columns)):
            continue
        if parent is not None and kind.kind == "item" and table.lines[-1].kind.kind == "source":
            kind = FundingLabel("source")
        if _NO_PART.search(fold(label)):
            table.read.append(row)
            table.unread.extend(unread(row, cells, columns, label_cells))
            continue
        line = Line(label, kind, row, figures, parent, points_of(cells, columns))
        if kind.kind == "source" and parent is None:
            line.parent = next((other for other in reversed(table.lines) if other.kind.kind != "source"), None)
        above = line
        parts = list(parts_of(line, cells, columns, unit, row))
        table.lines.extend([line, *parts])
        table.read.append(row)
        table.unread.extend(unread(row, cells, columns, [*label_cells, *_cells_of([line, *parts])]))
    over = _words_over(rows, start, columns)
    table.lines, table.income = income_lines(table.lines, over)
    if names_three_public(table.lines) or any(funding_label(words).category == "three_public" for words in over):
        hang_under_three_public(table)
    while position < len(rows) and divides(rows[position]):
        position += 1
    below = rows[start + columns.depth : position]
    table.read.extend(row for row in below if restates(row, table))
    table.lines.extend(divisions(below, table))
    hang_lines(table)
    return table, position


def _words_over(rows: Sequence[Row], start: int, columns: Columns) -> list[str]:
    """What the heading and the row above it say of the lines: the words over their labels."""
    above = rows[start - 1 : start] if start and rows[start - 1].block_no == rows[start].block_no else []
    labels = [text for col, text in columns.texts.items() if col < columns.first_value]
    return [*labels, *(cell.text for row in above if len(row.filled) == 1 for cell in row.filled)]


def _cells_of(lines: Sequence[Line]) -> Iterator[Cell]:
    for line in lines:
        yield from (figure.cell for figure in line.figures)
        yield from (cell for cell in line.points if cell)


def _belongs(rows: Sequence[Row], position: int) -> bool:
    """A row of the table: no paragraph, no heading of another kind, no label of the head or the goals."""
    row = rows[position]
    if row.stands_alone or funding_heading(rows, position) is not None or spent_column(row) is not None:
        return False
    filled = row.filled
    if not filled:
        return True
    first = filled[0].text
    if row_concept(first) in _OTHER_LABELS:
        return False
    if row_concept(first) in {"project_name", "organization_name", "department_name"} and len(filled) <= 4:
        return cell_figure(filled[-1].text) is not None
    words = [cell.text for cell in filled if not cell.text[-1].isdecimal()]
    if any(is_operator(text) or is_level1_name(text) or is_level2_name(text) for text in words):
        return False
    return not row.concepts & {*_LEVELS, "operator", "target", "actual"} and not (
        len(filled) == 1 and len(fold(first)) > 20
    )


def _offset(row: Row, columns: Columns) -> int:
    """How far the row's cells stand left of their headings: spanned columns leave no trace in plain text."""
    if row.true_grid:
        return 0
    figures = {cell.col: figure for cell in row.cells if (figure := cell_figure(cell.text)) is not None}
    shared = [cell.col for cell in row.cells if _is_shared(cell.text)] if columns.paired else []
    if not figures and not shared:
        return 0
    words = next((cell.col for cell in row.filled if _LETTER.search(cell.text)), row.width)
    behind = [cell for cell in row.filled if cell.col > words]
    spoilt = [cell.col for cell in behind if _is_spoilt(cell.text)]
    first = min([*figures, *shared, *spoilt, *(cell.col for cell in behind if fold(cell.text) in _NOTHING)])
    labels = [cell for cell in row.filled if cell.col < first]
    by_label = columns.first_value - 1 - labels[-1].col if labels else 0

    def fit(offset: int) -> float:
        beside = bool(labels) and labels[-1].col + offset == columns.first_value - 1
        agreement = sum([_agreement(cell.text, columns, cell.col + offset) for cell in row.filled])
        return agreement + (_BESIDE if beside else 0)

    most = sum(_MOST_OF_RATE if figure.unit == "percent" else _MOST_OF_AMOUNT for figure in figures.values()) + _BESIDE
    most += (len(shared) + len(spoilt)) * _MOST_OF_AMOUNT
    return best_offset((by_label, -2, -1, 1, 2), fit, most=most)


def _is_shared(text: str) -> bool:
    """Whether two figures share a cell: 100/95."""
    return all(cell_figure(half) is not None for half in halves(text) or ("",))


def _is_spoilt(text: str) -> bool:
    """Whether a cell holds what was a figure: 372.41?."""
    return cell_figure(text) is None and (may_be_figure(text) or is_marked_figure(text))


def _agreement(text: str, columns: Columns, col: int) -> float:
    if col in columns.paired:
        return _MOST_OF_AMOUNT if _is_shared(text) else -1
    figure = cell_figure(text)
    concept = columns.concepts.get(col) or next(
        (measures[col] for measures in columns.parts.values() if col in measures), None
    )
    if col in columns.others:
        return 0 if figure is None else 1
    if concept is None:
        if figure is not None and numbers_rows(columns.texts.get(col, "")):
            return _MOST_OF_AMOUNT
        outside = col < columns.first_value or col in columns.texts
        return (0 if outside else -1) if figure is None else -3
    if figure is None and _is_spoilt(text):
        return _MOST_OF_AMOUNT
    if figure is None:
        return 0 if fold(text) in _NOTHING else -1
    if figure.unit == "percent":
        return _MOST_OF_RATE if concept in RATE_MEASURES else -3
    return _MOST_OF_AMOUNT


def _misfits(cells: dict[int, Cell], columns: Columns) -> bool:
    """Whether the row is of other columns: figures stand among the labels, or a percentage beside the column of rates
    and another figure in it."""
    figures = {col: figure for col, cell in sorted(cells.items()) if (figure := cell_figure(cell.text)) is not None}
    if any(col < columns.first_value for col in list(figures)[1:]):
        return True
    rates = [col for col, concept in columns.concepts.items() if concept in RATE_MEASURES]
    outside = any(figure.unit == "percent" and col not in rates for col, figure in figures.items())
    return outside and any(col in figures and figures[col].unit != "percent" for col in rates)


def _is_uneven(cells: Mapping[int, Cell], columns: Columns) -> bool:
    """Whether a row of text ends before its amounts do, or has figures where there is no heading any more: a part of
    the heading may be lost."""
    figures = [col for col, cell in cells.items() if cell_figure(cell.text) is not None]
    return lacks_amounts(cells, columns) or max(figures, default=0) > columns.width


def _begins_with_words(row: Row) -> bool:
    """Whether a row of text brings along words of its own that name it."""
    return not row.true_grid and bool(row.filled) and cell_figure(row.filled[0].text) is None


def _block_label(columns: Columns) -> list[Cell]:
    """The label beside the whole table, for figures that stand under their headings without a label of their own; the
    first heading where none stands beside them."""
    labels = [
        Cell(columns.heading.row_no or 0, col, text)
        for col, text in sorted(columns.texts.items())
        if col <= columns.first_value and fold(text)
    ]
    return labels[-2:-1] or labels


def _label_cells(cells: dict[int, Cell], columns: Columns) -> list[Cell]:
    """The row's label cells: those left of the first value, without the label that stands beside the whole table."""
    labels = [
        (col, cell)
        for col, cell in sorted(cells.items())
        if col < columns.first_value and fold(cell.text) and _may_be_label(cell.text, columns.texts.get(col, ""))
    ]
    own = [(col, cell) for col, cell in labels if fold(cell.text) != fold(columns.texts.get(col, ""))] or labels
    named = [cell for col, cell in own if column_concept(columns.texts.get(col, "")) not in _NO_LABELS]
    return named or [cell for _, cell in own]


def _label_before_figures(row: Row, cells: Mapping[int, Cell], columns: Columns) -> list[Cell]:
    """The label of a row of text that misses the figure behind it, where its rate says that all others are in their
    places."""
    label = row.filled[0] if row.filled else None
    if row.true_grid or label is None or cell_figure(label.text) or cells.get(columns.first_value) is not label:
        return []
    return [label] if rate_holds(cells, columns) else []


def _may_be_label(text: str, heading: str) -> bool:
    """Whether a cell left of the values names its line: a figure only where it may be a year and no amount."""
    is_amount = "额" in heading and context(heading) == "money"
    return not cell_figure(text) or (bool(YEAR.match(fold(text))) and not is_amount)


def _kind(label_cells: Sequence[Cell]) -> FundingLabel:
    """The most telling of the row's labels: 基本支出 beside 年度资金总额 is the category's total, a category line."""
    kinds = [funding_label(cell.text) for cell in label_cells]
    for wanted in ("source", "category", "total"):
        found = next((kind for kind in reversed(kinds) if kind.kind == wanted), None)
        if found:
            return found
    return kinds[-1]
