"""The indicator table: three levels, targets and actual values, weights and scores, one indicator a row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from operator import attrgetter

from ingest.document import Cell
from ingest.forms.column_words import names_columns
from ingest.forms.headings import LEVELS
from ingest.forms.indicators.cells import cells_under, may_be_level2
from ingest.forms.indicators.doubtful_points import leave_doubtful
from ingest.forms.indicators.groups import take_groups
from ingest.forms.indicators.heading import NUMERIC, indicator_heading
from ingest.forms.indicators.labelled_totals import is_labelled_total, labels_over_total
from ingest.forms.indicators.levels import Levels, SectionPoints, name_and_weight
from ingest.forms.indicators.other_rows import (
    ends_table,
    goes_on_below,
    has_points,
    has_words,
    is_of_words,
    says_more_than_levels,
    states_result,
)
from ingest.forms.indicators.row import IndicatorRow
from ingest.forms.indicators.slipped import slipped_rows
from ingest.forms.indicators.split_targets import split_target, take_back
from ingest.forms.indicators.summaries import summary_heading
from ingest.forms.indicators.totals import Total, subtotal_of, total_in_one_cell, total_of
from ingest.forms.layout import Columns, Row, place
from ingest.forms.unread import Unread, unread
from ingest.lexicon.labels import CONCLUSIONS, is_level1_name, is_operator, row_concept
from ingest.lexicon.numbers import cell_figure
from ingest.lexicon.targets import is_value
from ingest.lexicon.text import fold, tidy

_READ_OTHERWISE = (
    "adjusted_target",
    *LEVELS,
    *(f"{level}_{points}" for level in LEVELS[:2] for points in ("weight", "score")),
)
TEXTS = ("operator", "target", "target_unit", "actual", "reason", "explanation", "criteria")


@dataclass(slots=True)
class IndicatorTable:
    """The indicators and totals of a table, `stated` being a total in one cell; `unread`: what the rows that gave these
    hold besides; `passed`: the rows among them that say something in words; `turned`: those of a table on its side."""

    columns: Columns
    rows: list[IndicatorRow] = field(default_factory=list)
    total: Total | None = None
    stated: Total | None = None
    subtotals: list[Total] = field(default_factory=list)
    sections: list[SectionPoints] = field(default_factory=list)
    not_understood: list[Row] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    passed: list[Row] = field(default_factory=list)
    turned: list[Row] = field(default_factory=list)

    @property
    def read(self) -> list[Row]:
        """The rows of which every figure is in a record or `unread`."""
        of_sections = (section.row for section in self.sections)
        of_totals = (total.row for total in self.added_up)
        return [*(indicator.row for indicator in self.rows), *self.turned, *of_sections, *of_totals]

    @property
    def added_up(self) -> list[Total]:
        return [*self.subtotals, *filter(None, (self.total, self.stated))]

    @property
    def totals(self) -> list[Total]:
        """The totals of the whole; the one in one cell only where the row of the total gives no score."""
        has_score = self.total is not None and self.total.score is not None
        return list(filter(None, (self.total, None if has_score else self.stated)))


def read_indicators(rows: Sequence[Row], columns: Columns, position: int) -> tuple[IndicatorTable, int]:
    """The indicator table under `columns`, from its first row at `position`, and the position behind its last row."""
    table = IndicatorTable(columns)
    levels = Levels(table.sections)
    total_rows: list[tuple[Row, Columns]] = []
    first, is_lost = position, False  # The first row below the heading; whether a part of the heading is left there.
    while position < len(rows):
        row = rows[position]
        one_cell = total_in_one_cell(row)
        if row.stands_alone and one_cell is None and goes_on_below(rows, position, columns):
            table.passed.append(row)
            position += 1
            continue
        if (row.stands_alone and one_cell is None) or ends_table(row) or summary_heading(rows, position):
            break
        again = indicator_heading(rows, position)
        if again is not None:
            if (
                again[0].heading.block_no == row.block_no
                and table.rows
                and row_concept(row.filled[0].text) == "project_name"
            ):
                break
            columns, position = again
            table.columns = columns
            first, is_lost = position, False
            continue
        position += 1
        if not row.filled:
            continue
        label = next((row_concept(cell.text) for cell in row.filled if cell_figure(cell.text) is None), None)
        if one_cell is not None:
            table.stated = one_cell
            continue
        if labelled := labels_over_total(rows, position - 1):
            table.total = Total(rows[position], labelled.get("weight"), labelled["score"], labelled.get("grade"))
            position += 1
            continue
        if (label == "total" and has_points(row, columns)) or is_labelled_total(row):
            total_rows.append((row, columns))
            continue
        if label == "subtotal" and states_result(row, columns):
            label = None
        if label == "subtotal" and (subtotal := subtotal_of(row, columns, _group_sums(table.rows))):
            table.subtotals.append(subtotal)
        if label in {"total", "subtotal", *CONCLUSIONS}:
            table.passed.append(row)
            continue
        is_lost = is_lost or (position == first + 1 and names_columns(row))
        above = levels.held()
        read = _read_row(row, table, levels) if has_words(row) and not is_lost else None
        if read is None:
            if not row.true_grid:  # Where the cells of a row stand that is not read nothing tells.
                levels.hold(above)
                levels.pass_over(row)
            has_values = any(cell_figure(cell.text) or is_value(cell.text) for cell in row.filled)
            if has_values or says_more_than_levels(row, columns):
                table.not_understood.append(row)
            elif is_of_words(row):
                table.passed.append(row)
            continue
        table.rows.append(read)
    table.sections += take_groups(table.rows)
    figures = (cell_figure(cell.text) for row, _ in total_rows for cell in row.filled)
    whole = max((figure.number for figure in figures if figure is not None), default=None)
    for slipped in slipped_rows(table.rows, table.columns, whole):
        table.rows.remove(slipped)
        table.not_understood.append(slipped.row)
    table.unread.extend(leave_doubtful(table.rows, table.columns, whole))
    if total_rows:
        others = {other.heading for other in table.unread if other.heading}
        table.total = total_of(*total_rows[-1], *_sums(table.rows), others)
    return table, position


def _sums(rows: Iterable[IndicatorRow]) -> tuple[Decimal, Decimal]:
    """What weights and scores come to."""
    points = [(row.weight or Decimal(0), row.score or Decimal(0)) for row in rows]
    return sum((weight for weight, _ in points), Decimal(0)), sum((score for _, score in points), Decimal(0))


def _group_sums(rows: Sequence[IndicatorRow]) -> Iterator[tuple[Decimal, Decimal]]:
    """The sums of the last group of level 1, and of the last one of level 2."""
    for names in (attrgetter("level1"), attrgetter("level1", "level2")):
        group: list[IndicatorRow] = []
        for row in reversed(rows):
            if names(row) != names(rows[-1]):
                break
            group.append(row)
        yield _sums(group)


def _are_unusual(level1: Cell | None, level2: Cell | None) -> bool:
    """Whether a row names both levels and neither by a name that levels have: an indicator of the level above may stand
    there, whose row of text has lost its cells before the name."""
    if level1 is None or level2 is None or not fold(level2.text):
        return False
    return not is_level1_name(level1.text) and not may_be_level2(level2.text)


def _read_row(row: Row, table: IndicatorTable, levels: Levels) -> IndicatorRow | None:
    columns = table.columns
    placed = cells_under(row, columns)
    if placed is None:
        return None
    cells, offset = placed
    shifted = offset != 0 and row.width >= columns.width
    cell_of = columns.told(cells).get

    def col_of(concept: str) -> int | None:
        cell, col = cell_of(concept), columns.of(concept)
        return cell.col if cell else col - offset if col is not None else None

    def number(concept: str) -> tuple[Decimal | None, Cell | None]:
        cell = cell_of(concept)
        figure = cell_figure(cell.text) if cell else None
        units = {None, "points", "percent"} if concept == "weight" else {None, "points"}
        return (figure.number, cell) if figure is not None and figure.unit in units else (None, None)

    weight, weight_cell = number("weight")
    score, score_cell = number("score")
    deduction, deduction_cell = number("deduction")
    texts = {concept: tidy(cell.text) if (cell := cell_of(concept)) else None for concept in TEXTS}
    adjusted = cell_of("adjusted_target")
    texts["target"] = (tidy(adjusted.text) if adjusted else None) or texts["target"]
    level1_cell = place(row, 0).get(columns.of("level1") or 0) if shifted and offset < 0 else cell_of("level1")
    level3_cell = cell_of("level3")
    if offset == 0:
        level3_cell = levels.naming(row, level3_cell, columns)
    name = tidy(level3_cell.text) if level3_cell else None
    has_figures = weight is not None or score is not None
    names = (level1_cell, cell_of("level2"), level3_cell)
    if any(cell and cell_figure(cell.text) for cell in (names[-1:] if row.true_grid else names)):
        return None  # Nothing is called by a figure: the row stands under no heading.
    is_short = row.width + offset < columns.width
    if is_short and columns.of("level2") is not None and levels.is_of_level2(row, level1_cell):
        return None  # A level 2 stands in place of the level above it, so that what is behind it has slipped too.
    if name and (is_operator(name) or (is_value(name) and (is_operator(fold(name)[0]) or score is None))):
        return None  # A target, or its sign, stands in place of the name.
    lacks_points = any(
        columns.of(concept) and not found for concept, found in (("weight", weight_cell), ("score", score_cell))
    )
    is_blank = lacks_points or (columns.by_concept.keys().isdisjoint(NUMERIC) and not texts["actual"])
    if is_blank and not row.true_grid and not fold(row.cells[-1].text) and _are_unusual(level1_cell, cell_of("level2")):
        return None
    is_execution = bool(name) and level1_cell is None and levels.has_left(row, (cell_of("level2"), level3_cell))
    if is_execution:
        levels = Levels([])
    else:
        is_below = columns.of("level2") is None and levels.is_of_level2(row, level1_cell)
        levels.take("level2" if is_below else "level1", cell_of, row, level1_cell)
        levels.take("level2", cell_of, row, cell_of("level2"))
    if not has_figures and not (name and (texts["target"] or texts["actual"])):
        return None
    if columns.of("level3") is None:
        name = levels.names["level2"]
    elif name is None and level1_cell is not None and fold(level1_cell.text) and levels.names["level2"] is None:
        name, weight, weight_cell = _level_as_indicator(levels, weight, weight_cell, cell_of("level1_weight"))
    elif name is None and (texts["target"] or texts["actual"]) and (level2_cell := cell_of("level2")):
        # Of cells that were merged the right one is left blank.
        name = tidy(level2_cell.text) if not may_be_level2(level2_cell.text) else None
    in_name = None
    if name:
        bare, in_name = name_and_weight(name)
        if in_name is not None and (weight is None or weight == in_name):
            name = bare
            is_first = level3_cell is not None and level3_cell.row == row.row_no
            if weight is None and is_first:
                weight, weight_cell = in_name, level3_cell
    shifted = take_back(texts) or shifted
    split_target(texts)
    read = [weight_cell, score_cell, deduction_cell, *map(cell_of, (*_READ_OTHERWISE, *TEXTS))]
    table.unread.extend(unread(row, cells, columns, [cell for cell in read if cell]))
    return IndicatorRow(
        row=row,
        level1=levels.names["level1"],
        level2=levels.names["level2"] if columns.of("level3") is not None else None,
        level3=name,
        level1_weight=levels.weights["level1"],
        level2_weight=levels.weights["level2"],
        weight=weight,
        score=score,
        deduction=deduction,
        texts=texts,
        shifted=shifted,
        weight_cell=weight_cell,
        score_cell=score_cell,
        is_execution=is_execution,
        target_col=col_of("target"),
        actual_col=col_of("actual"),
    )


def _level_as_indicator(
    levels: Levels, weight: Decimal | None, weight_cell: Cell | None, of_level: Cell | None
) -> tuple[str | None, Decimal | None, Cell | None]:
    """Name and weight of a row that names its level 1 alone (预算执行率 | 10 | | | 98% | 9.8): it is the indicator."""
    if weight is None and of_level is not None and fold(of_level.text):
        return levels.names["level1"], levels.weights["level1"], of_level
    return levels.names["level1"], weight, weight_cell
