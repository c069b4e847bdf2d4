"""One report's funds: the lines of its tables and of its prose, with every figure placed or left standing as prose.

A table line holds only its own cells.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from ingest.forms.funds.figures import CellFigure, rate_unit
from ingest.forms.funds.lines import FundingTable, Line
from ingest.forms.funds.statement import Statement, in_wan
from ingest.forms.prose.lines import OF_LINES, is_of_whole_department, place_prose
from ingest.forms.prose.mention import Mention
from ingest.lexicon.labels import RATE_MEASURES
from ingest.lexicon.numbers import PER_WAN
from ingest.lexicon.text import squeeze
from ingest.records import Amount, FundingLine

_CURRENCY = "¥"
_OF_INCOME = dict.fromkeys(("initial_budget", "annual_budget", "funds_received", "executed"), "revenue")
_YUAN_SUSPECTED = Decimal(1_000_000)


def state(
    report_no: int,
    tables: Sequence[FundingTable],
    prose: Sequence[Mention],
    year: int | None,
    unit: str | None,
    project: str | None = None,
    is_department: bool = False,
    title: str | None = None,
) -> Statement:
    """Put the report's tables and sentences together. `unit`: what other tables of the document state, None if none;
    `project`: the name of what the report is about, whose money is no part of the whole; `is_department`: of a whole
    department, whose 项目支出 is a category beside 基本支出; `title`: what else it goes by."""
    own = squeeze(project or "")
    statement = Statement(report_no, own, own + squeeze(title or ""), is_department)
    numbers: dict[int, int] = {}
    of_whole = tables
    if is_department and any(map(_is_of_whole, prose)):
        of_whole = [table for table in tables if not table.is_of_projects]
    headline = next((table.headline for table in of_whole if table.headline), None)
    statement.has_table_of_whole = any(table.lines for table in of_whole)
    for table in tables:
        resolved = table.unit or unit or _unit_in_prose(table, prose) or _unit_of_signs(table) or "wan"
        if resolved == "wan" and any(_is_suspected(figure) for line in table.lines for figure in line.figures):
            resolved = "unknown"
        elif table.unit is None and any(
            figure.unit_source == "inferred" for line in table.lines for figure in line.figures
        ):
            statement.inferred_units.append((table, resolved))
        for line in table.lines:
            _add_table_line(statement, line, headline, resolved, numbers)
        for line in table.income:
            _add_income(statement, line, resolved)
        for line in table.lines:  # A total may stand below its items.
            if line.parent is not None:
                statement.lines[numbers[id(line)] - 1].parent_line_no = numbers[id(line.parent)]
    place_prose(statement, prose, year)
    return statement


def _is_of_whole(mention: Mention) -> bool:
    """Whether prose on a department says what all of it is: its budget, or spending that 基本支出 is a part of."""
    whole = mention.broken_down
    is_part_of_spending = mention.category == "basic" and whole is not None and whole.measure == "executed"
    return is_part_of_spending or is_of_whole_department(mention)


def _unit_in_prose(table: FundingTable, prose: Sequence[Mention]) -> str | None:
    """The unit under which a sentence repeats a figure of the table."""
    printed = {figure.figure.number for line in table.lines for figure in line.figures if figure.figure.number}
    return next(
        (
            mention.figure.unit
            for mention in prose
            if mention.figure.number in printed and mention.measure in OF_LINES and mention.figure.unit in PER_WAN
        ),
        None,
    )


def _unit_of_signs(table: FundingTable) -> str | None:
    """元 where the table prints its amounts behind ¥ and names no unit."""
    signs = {figure.unit_text for line in table.lines for figure in line.figures}
    return "yuan" if _CURRENCY in signs else None


def _is_suspected(figure: CellFigure) -> bool:
    """Whether an amount without a unit is too much for 万元; it may be in 元, and so may all beside it."""
    is_amount = figure.measure not in RATE_MEASURES and figure.unit is None
    return is_amount and figure.figure.number >= _YUAN_SUSPECTED


def _add_table_line(
    statement: Statement, line: Line, headline: Line | None, unit: str, numbers: dict[int, int]
) -> None:
    line_no = len(statement.lines) + 1
    numbers[id(line)] = line_no
    statement.lines.append(
        FundingLine(
            statement.report_no,
            line_no,
            None,
            line.label,
            line.kind.kind,
            line.kind.level,
            line.kind.origin,
            line.kind.category,
            "table",
            line is headline,
            line.row.evidence(),
        )
    )
    values = {figure.measure: figure.in_wan(unit) for figure in line.figures}
    base = values.get("annual_budget") or values.get("initial_budget") or values.get("funds_received")
    for figure in line.figures:
        resolved = figure.unit or unit
        if figure.measure in RATE_MEASURES:
            top = values.get("executed" if figure.measure == "execution_rate" else "funds_received")
            known = figure.unit or rate_unit(figure.figure.number, top, base)
            resolved = known or "unknown"
        elif _is_suspected(figure):
            resolved = "unknown"
        if resolved == "unknown":
            statement.doubts.append(figure)
        statement.add(_amount(statement, figure, resolved, line_no))
    _hang(statement)


def _add_income(statement: Statement, line: Line, unit: str) -> None:
    """The figures of a line of income, which is no line of the budget."""
    for figure in line.figures:
        is_rate = figure.measure in RATE_MEASURES
        amount = _amount(statement, figure, figure.unit or ("percent" if is_rate else unit), None)
        amount.about = f"{line.label}{figure.about}"
        amount.measure = _OF_INCOME.get(figure.measure, "other_rate" if is_rate else "other_amount")
        statement.add(amount)


def _amount(statement: Statement, figure: CellFigure, unit: str, line_no: int | None) -> Amount:
    return Amount(
        statement.report_no,
        0,
        line_no,
        line_no is not None,
        figure.about,
        figure.measure,
        figure.figure.value_text,
        figure.unit_text,
        figure.figure.number,
        unit,
        figure.unit_source,
        figure.figure.decimals,
        None,
        "table",
        figure.row.evidence(figure.cell),
    )


def _hang(statement: Statement) -> None:
    """Put the lines that other tables have left without a parent under the report's total, if they come to it."""
    total = statement.lines[-1]
    if not total.is_headline or total.line_kind != "total":
        return
    roots = [
        line
        for line in statement.lines[:-1]
        if line.parent_line_no is None and line.expenditure_category != "three_public"
    ]
    sums: dict[str, Decimal] = {}
    numbers = {line.line_no for line in roots}
    for amount in statement.amounts:
        if amount.line_no in numbers and (value := in_wan(amount)) is not None:
            sums[amount.measure] = sums.get(amount.measure, Decimal(0)) + value
    own = {amount.measure: in_wan(amount) for amount in statement.amounts if amount.line_no == total.line_no}
    if any(value is not None and own.get(measure) == value for measure, value in sums.items()):
        for line in roots:
            line.parent_line_no = total.line_no
