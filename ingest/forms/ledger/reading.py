"""The ledgers of a document: where they stand, of which months their figures are, in which units."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from ingest.document import Cell
from ingest.forms.layout import OTHER_UNIT_AT_HEAD, Row
from ingest.forms.ledger.context import Context, context_above
from ingest.forms.ledger.heading import Heading, heading_at
from ingest.forms.ledger.labels import BUDGETS, EXECUTED, MONEY, RATE
from ingest.forms.ledger.periods import Period, period
from ingest.forms.ledger.table import Body, Entry, read_body
from ingest.forms.numbering import numbering_below
from ingest.lexicon.dates import days
from ingest.lexicon.numbers import Figure, cell_figure
from ingest.lexicon.text import fold

UNDATED = (
    "台账没有写明年月，请在标题写“2025年5月”或加一列“月份” / "
    "the ledger names no month: write 2025年5月 into its title, or add a column 月份"
)
NO_UNIT = (
    "台账没有写明金额单位，请在表头上方写“单位：万元”或“单位：元” / "
    "the ledger names no unit of money: write 单位：万元 or 单位：元 above its heading"
)
UNCLEAR_SPAN = (
    "看不出“{heading}”是当月数还是累计数，请写明“本月”或“累计” / "
    "“{heading}” may be of the month or of the year to date: write 本月 or 累计 into its heading"
)
DATED_BY_NAME = "年月取自文件名，表内没有写明 / the month is that of the file's name, as the ledger itself names none"
_ENOUGH = 0.8


@dataclass(frozen=True, slots=True)
class Problem:
    """What keeps figures of a ledger from being understood, or should be known of them; `is_loss`: the former."""

    detail: str
    row: Row
    is_loss: bool = True


@dataclass(frozen=True, slots=True)
class Placed:
    """A figure with what it measures, its month and its unit, as of `LedgerFigure`."""

    measure: str
    month: dt.date
    cell: Cell
    figure: Figure
    unit: str
    unit_source: str


class Table:
    """One ledger: its heading, what stands above it and its rows, put together."""

    def __init__(self, context: Context, heading: Heading, body: Body) -> None:
        self.context = context
        self.heading = heading
        self.body = body
        self.problems: list[Problem] = []
        self._periods = {col: self._month(column.period) for col, column in heading.columns.items() if column.period}
        self._months = self._months_shown()
        self._spans = self._spans_of_columns()
        self._percent = self._is_percent()
        self._measures = self._measures_of_columns()
        self._check_unit()

    @property
    def row(self) -> Row:
        """The row that stands for the ledger as a whole."""
        return self.context.row or self.heading.rows[0]

    def figures_of(self, entry: Entry) -> Iterator[Placed]:
        """The row's figures, each for every month that it holds for."""
        dated = self._month_of(entry)
        for col, measure in self._measures.items():
            if col not in entry.figures:
                continue
            cell, figure = entry.figures[col]
            unit, source = self._unit(col, figure)
            if dated is not None:
                months = [dated]
            elif col in self._periods:
                month = self._periods[col]
                months = [month] if month and self._is_past(month) else []
            elif self._months:
                months = self._months if measure in BUDGETS else self._months[-1:]
            else:
                month = self._month(self.context.period)
                months = [month] if month else []
            for month in months:
                yield Placed(measure, month, cell, figure, unit, source)

    @property
    def is_dated(self) -> bool:
        """Whether any figure has a month."""
        return any(True for entry in self.body.entries for _ in self.figures_of(entry))

    def dated_by(self, name: str | None) -> Table:
        """The ledger with the month that the file's name tells, as nothing else does; else with that problem."""
        told = period(name) if name else None
        if told is None or (told.year or self.context.year) is None:
            self.problems.append(Problem(UNDATED, self.row))
            return self
        dated = replace(self.context, period=told, year=told.year or self.context.year)
        table = Table(dated, self.heading, self.body)
        table.problems.append(Problem(DATED_BY_NAME, self.row, is_loss=False))
        return table

    def _months_shown(self) -> list[dt.date]:
        """The months that stand side by side, up to the last of which anything is printed or the title speaks: what a
        row leaves blank in one of them, its budget and its sum to date are none the less of them."""
        printed = [month for col, month in self._periods.items() if month and self._is_past(month) and self._has(col)]
        if (told := self._month(self.context.period)) in self._periods.values() and told:
            printed.append(told)
        last = max(printed, default=None)
        return sorted({month for month in self._periods.values() if month and last and month <= last})

    def _has(self, col: int) -> bool:
        return any(col in entry.figures for entry in self.body.entries)

    def _measures_of_columns(self) -> dict[int, str]:
        """What each column measures; of several that would measure the same in one month the first counts."""
        found: dict[int, str] = {}
        taken: set[tuple[str, Period | None]] = set()
        for col, column in self.heading.columns.items():
            if column.concept not in MONEY and column.concept != RATE:
                continue
            measure = self._spans.get(col, "") if column.concept == EXECUTED else column.concept
            if measure and (measure, column.period) not in taken:
                taken.add((measure, column.period))
                found[col] = measure
        return found

    def unmeasured(self) -> set[int]:
        """The columns of figures that no measure was found for, or that measure what another one does."""
        figures = {*MONEY, RATE}
        return {
            col for col, column in self.heading.columns.items() if column.concept in figures
        } - self._measures.keys()

    def _spans_of_columns(self) -> dict[int, str]:
        """executed_in_month or executed_to_date for each column of what was spent, as far as that can be told."""
        paid = {col: self.heading.columns[col] for col in self.heading.of(EXECUTED)}
        told = {column.span for column in paid.values()}
        is_alone = told == {None} and len(paid) == 1
        spans: dict[int, str] = {}
        for col, column in paid.items():
            span = column.span
            if span is None:
                is_whole = self._is_base_of_rate(col) or (is_alone and self.context.speaks_to_date)
                if is_whole or ("in_month" in told and "to_date" not in told):
                    span = "to_date"
                elif column.period is not None:
                    span = "in_month"
            if span is None:
                detail = UNCLEAR_SPAN.format(heading=column.heading)
                self.problems.append(Problem(detail, self.heading.rows[0]))
            else:
                spans[col] = f"executed_{span}"
        return spans

    def _is_base_of_rate(self, col: int) -> bool:
        """Whether the printed rates are this column's amounts over those of a budget."""
        period_of = self.heading.columns[col].period
        rates = [rate for rate in self.heading.of(RATE) if self.heading.columns[rate].period in (period_of, None)]
        return any(_quotients(self.body.entries, col, base, rate) for rate in rates for base in self._bases())

    def _bases(self) -> list[int]:
        return [col for concept in BUDGETS for col in self.heading.of(concept)]

    def _is_percent(self) -> dict[int, bool | None]:
        """Whether the figures of each column of rates are percentages; None where nothing tells."""
        return {col: self._percentages(col) for col in self.heading.of(RATE)}

    def _percentages(self, rate: int) -> bool | None:
        if self.heading.columns[rate].unit == "percent":
            return True
        votes: list[str] = []
        for paid in self.heading.of(EXECUTED):
            for base in self._bases():
                votes += _quotients(self.body.entries, paid, base, rate)
        if votes:
            return votes.count("percent") >= votes.count("fraction")
        values = [abs(entry.figures[rate][1].number) for entry in self.body.entries if rate in entry.figures]
        return True if values and max(values) > Decimal("1.5") else None

    def _unit(self, col: int, figure: Figure) -> tuple[str, str]:
        if figure.unit is not None:
            return figure.unit, "printed"
        column = self.heading.columns[col]
        if column.concept == RATE:
            is_percent = self._percent[col]
            if is_percent is None:
                return "unknown", "inferred"
            return ("percent" if is_percent else "fraction"), "heading" if column.unit else "inferred"
        return column.unit or self.context.unit or self.heading.rows[0].unit_of_head or "unknown", "heading"

    def _check_unit(self) -> None:
        units = {
            self._unit(col, figure)[0]
            for entry in self.body.entries
            for col, (_, figure) in entry.figures.items()
            if self.heading.columns[col].concept in MONEY
        }
        if "unknown" in units:
            self.problems.append(Problem(NO_UNIT, self.heading.rows[0]))
        columns = (column for column in self.heading.columns.values() if column.concept in MONEY)
        stated = {column.unit or self.context.unit for column in columns}
        of_head = self.heading.rows[0].unit_of_head
        if of_head and not stated <= {None, of_head}:
            self.problems.append(Problem(OTHER_UNIT_AT_HEAD, self.heading.rows[0]))

    def _month(self, told: Period | None) -> dt.date | None:
        year = (told.year or self.context.year) if told else None
        return dt.date(year, told.month, 1) if told and year else None

    def _is_past(self, month: dt.date) -> bool:
        """Whether a month lies before the end of what the ledger speaks of: later columns wait to be filled."""
        last = self._month(self.context.period)
        return last is None or last.year != month.year or month <= last

    def _month_of(self, entry: Entry) -> dt.date | None:
        """The month that the row's own cells tell."""
        if "month" not in entry.dates:
            return None
        text = entry.dates["month"].text
        year = _year(entry.dates["year"]) if "year" in entry.dates else self.context.year
        if told := period(text):
            year = told.year or year
            return dt.date(year, told.month, 1) if year else None
        if len(found := days(text)) == 1:
            return found[0].replace(day=1)
        number = cell_figure(text)
        is_month = number is not None and number.decimals == 0 and 1 <= number.number <= 12
        return dt.date(year, int(number.number), 1) if number and is_month and year else None


def read_ledgers(rows: Sequence[Row]) -> tuple[list[Table], list[Row]]:
    """The ledgers among the rows of a document, and the rows of all else, those of undated ledgers included, which may
    be tables of a report."""
    tables: list[Table] = []
    left: list[Row] = []
    position = 0
    while position < len(rows):
        heading = None if rows[position].stands_alone else heading_at(rows, position)
        context = context_above(rows, position) if heading else None
        if heading is None or context is None or not _is_ledger(heading, context):
            left.append(rows[position])
            position += 1
            continue
        start = position + len(heading.rows)
        start += numbering_below(rows, start)
        first = position
        body, position = read_body(rows, start, heading)
        table = Table(context, heading, body)
        if body.entries:
            tables.append(table)
        if not table.is_dated:
            left.extend(rows[first:position])
    return tables, left


def _is_ledger(heading: Heading, context: Context) -> bool:
    return not context.is_of_other_kind and (heading.tells_time or heading.is_export or context.is_of_ledger)


def _quotients(entries: Sequence[Entry], paid: int, base: int, rate: int) -> list[str]:
    """percent or fraction for each row whose rate is what was paid over its base; nothing where too few rows are so."""
    found: list[str] = []
    asked = 0
    for entry in entries:
        if not {paid, base, rate} <= entry.figures.keys():
            continue
        amount, budget, printed = (entry.figures[col][1] for col in (paid, base, rate))
        if not budget.number or not amount.number:
            continue
        asked += 1
        share = amount.number / budget.number
        is_percent = abs(share * 100 - printed.number) <= Decimal(6).scaleb(-printed.decimals - 1)
        is_fraction = printed.unit is None and abs(share - printed.number) <= Decimal(6).scaleb(-printed.decimals - 1)
        if is_percent or is_fraction:
            found.append("percent" if is_percent and not (is_fraction and share < 1) else "fraction")
    return found if asked and len(found) >= _ENOUGH * asked else []


def _year(cell: Cell) -> int | None:
    digits = fold(cell.text).removesuffix("度").removesuffix("年")
    return int(digits) if digits.isdecimal() and 2000 <= int(digits) < 2100 else None
