"""Amounts that are a budget, or of several years, by what stands beside them: 预算总收入1000万元，总支出1000万元."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import partial
from itertools import pairwise, takewhile

from ingest.forms.funds.statement import BUDGETS
from ingest.forms.prose.mention import Mention
from ingest.lexicon.phrases.money import without_measures

_BUDGETED = re.compile(r"预算(?!.*决算)")
_OF_YEAR = BUDGETS | {"executed", "budget_adjustment"}
_SINCE = re.compile("自(?P<year>20\\d\\d)年[^，。；]*(?:以来|至今|起)[^；。]*")
_BEGINS_WITH_YEAR = re.compile(r"20\d\d")
_YEAR_ALONE = re.compile(r"20\d\d年度?")


def budget_beside_income(found: Sequence[Mention]) -> None:
    """年初预算总收入1000万元，总支出1000万元: what balances a budgeted income is no spending."""
    for income, spent in pairwise(found):
        is_pair = (income.measure, spent.measure) == ("revenue", "executed") and income.group == spent.group
        if not is_pair or income.wan != spent.wan or without_measures(spent.about):
            continue
        if _BUDGETED.search(income.about):
            measure = "initial_budget" if "年初" in income.about else "annual_budget"
            for mention in (*(part for part in found if part.broken_down is spent), spent):
                mention.measure = measure if mention.measure == "executed" else mention.measure


def income_that_is_adjusted(found: Sequence[Mention]) -> None:
    """年初预算收入100万元，年中追加20万元，调整后预算120万元: what comes to the adjusted budget is the initial one."""
    for income, added, adjusted in zip(found, found[1:], found[2:], strict=False):
        measures = (income.measure, added.measure, adjusted.measure)
        if measures != ("revenue", "budget_adjustment", "annual_budget") or "年初" not in income.about:
            continue
        if income.wan + added.wan == adjusted.wan:
            income.measure = "initial_budget"


def leave_earlier_years(prose: Sequence[Mention], year: int | None) -> None:
    """自2021年实施以来，累计下达300万元: what years before the report's come to as well is no money of that year."""
    for mention in prose:
        since = _SINCE.search(mention.evidence.quote) if year and "累计" in mention.about else None
        if since and int(since["year"]) < (year or 0) and mention.about in since.group() and mention.year is None:
            mention.measure = "other_amount" if mention.measure in _OF_YEAR else mention.measure


def part_by_years(found: Sequence[Mention]) -> None:
    """总预算200万元，其中2022年100万元，2023年100万元: what its years come to is of all of them, and none of one."""
    for position, whole in enumerate(found):
        if whole.measure not in BUDGETS or whole.broken_down is not None:
            continue
        years = list(takewhile(partial(_is_of_year, whole), found[position + 1 :]))
        is_all = len({mention.year for mention in years}) == len(years) > 1
        if is_all and sum((mention.wan for mention in years), Decimal(0)) == whole.wan:
            for mention in years:
                mention.measure, mention.is_unnamed = whole.measure, False
                mention.broken_down = mention.item = None
            whole.measure = "other_amount"
            for mention in found:
                mention.rival = None if any(mention.rival is year for year in years) else mention.rival
                if mention.measure == "executed" and mention.wan > max(year.wan for year in years):
                    mention.doubt = "part"


def _is_of_year(whole: Mention, mention: Mention) -> bool:
    """Whether words say of an amount only the year that it is of, and that it was given in that: 2022年下达100万元."""
    if mention.year is None or not _BEGINS_WITH_YEAR.match(mention.about):
        return False
    if mention.is_unnamed and _YEAR_ALONE.fullmatch(mention.about):
        return True
    is_part = mention.broken_down is None or mention.broken_down is whole
    is_given = mention.measure in BUDGETS and whole.year is None and is_part
    return is_given and not without_measures(mention.about).removesuffix("投入")
