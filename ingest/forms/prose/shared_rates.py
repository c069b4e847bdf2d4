"""Rates behind several amounts in a row: 90% behind 甲乡支出28万元、乙乡支出17万元 may be of the last or of all."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from decimal import Decimal

from ingest.forms.funds.statement import BUDGETS, Statement, in_wan
from ingest.forms.prose.mention import Mention
from ingest.lexicon.numbers import Figure
from ingest.records import FundingLine

_RATED = {
    "execution_rate": frozenset({"executed"}),
    "funds_received_rate": frozenset({"appropriated", "funds_received"}),
}

Lines = Mapping[int, FundingLine | None]


def is_shared(rate: Mention, lines: Lines) -> bool:
    """Whether the amounts in a row before a rate are each of another line, and the last of them not of the total."""
    row = rate.row
    if len(row) < 2 or row[-1].measure not in _RATED.get(rate.measure or "", ()):
        return False
    places = [lines.get(id(amount)) for amount in row]
    last = places[-1]
    return not (last and last.is_headline) and any(place is None or place is not last for place in places)


def line_of_shared(statement: Statement, rate: Mention, prose: Sequence[Mention], lines: Lines) -> FundingLine | None:
    """The only line of which a shared rate is the share that it says: that of one of the amounts, or the total for all
    of them. None where none or several are."""
    stated = [(lines.get(id(mention)), mention.figure.in_wan) for mention in prose if _is_budget(mention, rate)]
    printed = [(amount.line_no, in_wan(amount)) for amount in statement.amounts if amount.measure in BUDGETS]

    def is_of(line: FundingLine, part: Decimal) -> bool:
        budgets = {amount for other, amount in stated if other is line}
        budgets |= {amount for line_no, amount in printed if line_no == line.line_no}
        return is_share(part, rate.figure, budgets)

    amounts = [(lines.get(id(amount)), amount.wan) for amount in rate.row]
    fitting = [line for line, amount in amounts if line and is_of(line, amount)]
    total, headline = sum((amount for _, amount in amounts), Decimal(0)), statement.headline
    if headline and headline not in fitting and is_of(headline, total):
        fitting.append(headline)
    return fitting[0] if len(fitting) == 1 else None


def is_share(part: Decimal | None, rate: Figure, budgets: Collection[Decimal | None]) -> bool:
    """Whether an amount is the share of one of the budgets that a rate says, as far as its last digit tells."""
    half = Decimal(5).scaleb(-rate.decimals - 1)
    return part is not None and any(budget and abs(part / budget * 100 - rate.number) <= half for budget in budgets)


def _is_budget(mention: Mention, rate: Mention) -> bool:
    return mention.measure in BUDGETS and not any(mention is amount for amount in rate.row)
