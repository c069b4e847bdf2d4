"""What is spent behind budgets of several categories of expenditure in a row: 基本支出60万元，项目支出40万元，支出95万
元.

It is of the whole if it is more than the last of them was given; else of that one, if its rate says so, and put nowhere
if nothing does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from ingest.forms.funds.statement import BUDGETS
from ingest.forms.prose.mention import Mention
from ingest.forms.prose.shared_rates import is_share
from ingest.lexicon.phrases.money import without_measures

_BARE = frozenset({"基本支出", "项目支出"})
_OF_ALL = re.compile(r"[合总共]计?|累计")
_MOST_OVERSPENT = Decimal("1.5")
"""How many times its budget may be spent on a category."""


def settle_categories(found: Sequence[Mention]) -> None:
    """Tell what the spending behind categories in a row, or behind one, is of; `found`: the figures of one sentence."""
    if any(mention.category for mention in found):
        _settle_pairs(found)
    for start, end in _rows(found):
        row = found[start:end]
        if _is_spent_again(row, found[end : end + len(row)]):
            for mention in row:
                mention.measure = _given(row)
        if end == len(found) or found[end].measure != "executed" or not _is_nameless(found[end]):
            continue
        spent, last = found[end], row[-1]
        total = sum((mention.wan for mention in row), Decimal(0))
        whole = _whole_before(found[:start], total)
        if all(mention.measure == "executed" for mention in row):
            if whole is None and spent.wan >= total:
                continue
            for mention in row:
                mention.measure = whole.measure if whole else _given(row)
                mention.broken_down = whole
                mention.doubt = None if whole or spent.wan > last.wan else "part"
        _settle(spent, found[end + 1 :], last, total)
    _budget_of_whole(found)


def _budget_of_whole(found: Sequence[Mention]) -> None:
    """支出总额100万元，基本支出60万元（人员50万元），项目支出40万元: what goes by the bare names of categories and
    comes to a budget before it is its parts, with all that these hold."""
    row = [mention for mention in found if mention.about in _BARE and mention.measure == "executed"]
    row = [mention for mention in row if not mention.broken_down]
    if len(row) != len(_BARE) or row[0].category == row[1].category:
        return
    whole = _whole_before(found[: found.index(row[0])], row[0].wan + row[1].wan)
    for mention in row if whole else []:
        for part in (other for other in found if other.broken_down is mention and other.measure == "executed"):
            part.measure = whole.measure if whole else part.measure
        mention.measure, mention.broken_down = whole.measure if whole else mention.measure, whole


def _is_spent_again(row: Sequence[Mention], behind: Sequence[Mention]) -> bool:
    """Whether what was spent on the same categories is told right behind: 基本支出60万元、项目支出40万元，执行数分别为
    59万元、38万元."""
    pairs = list(zip(row, behind, strict=False))
    is_again = all(
        first.category == second.category and first.measure == second.measure == "executed" and second.wan <= first.wan
        for first, second in pairs
    )
    return is_again and len(pairs) == len(row)


def _settle_pairs(found: Sequence[Mention]) -> None:
    """基本支出600万元，执行590万元；项目支出400万元，执行380万元: what stands before the spending of each was budgeted.
    Far more than a category has is not spent on it: 项目支出预算400万元，全年支出980万元."""
    pairs = []
    for at, (first, second) in enumerate(pairwise(found)):
        is_pair = first.category and first.category == second.category and second.measure == "executed"
        is_in_row = at > 0 and _is_of_category(found[at - 1], first)
        if not is_pair or is_in_row or first.broken_down or not _is_nameless(second) or first.group != second.group:
            continue
        if second.wan > first.wan * _MOST_OVERSPENT:
            for mention in (second, *(rate for rate in found if rate.anchor is second)):
                mention.category = None
            second.anchor = None
        elif first.measure in BUDGETS or (first.about in _BARE and second.wan < first.wan):
            pairs.append((first, second))
    given = next((first.measure for first, _ in pairs if first.measure in BUDGETS), None)
    for first, second in pairs:
        if first.measure == "executed" and len(pairs) > 1:
            first.measure = given or _given([first])
        elif first.measure == "executed":
            first.doubt = second.doubt = "part"


def _given(row: Sequence[Mention]) -> str:
    """What was given for categories of which no word says that it was."""
    return "annual_budget" if "预算" in row[0].evidence.quote else "appropriated"


def _settle(spent: Mention, behind: Sequence[Mention], last: Mention, total: Decimal) -> None:
    rates = [rate for rate in behind if rate.measure == "execution_rate" and rate.anchor is spent]
    is_of_last = any(is_share(spent.wan, rate.figure, {last.wan}) for rate in rates)
    is_of_all = spent.group != last.group or _OF_ALL.search(spent.about) or spent.wan > last.wan
    if is_of_last and not is_of_all:
        return
    is_told = is_of_all or any(is_share(spent.wan, rate.figure, {total}) for rate in rates)
    spent.anchor = None
    for mention in (spent, *rates):
        mention.category = None
        mention.doubt = mention.doubt if is_told else "part"


def _rows(found: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    """Where amounts of one measure, each of another category, stand in a row."""
    start = 0
    while start < len(found):
        end, categories = start, set[str | None]()
        while end < len(found) and _is_of_category(found[end], found[start]) and found[end].category not in categories:
            categories.add(found[end].category)
            end += 1
        if end - start > 1:
            yield start, end
        start = max(end, start + 1)


def _is_of_category(mention: Mention, first: Mention) -> bool:
    is_budget = mention.measure in BUDGETS or mention.about in _BARE
    return bool(mention.category) and is_budget and mention.measure == first.measure and not mention.broken_down


def _is_nameless(mention: Mention) -> bool:
    return mention.broken_down is None and not without_measures(mention.about) and mention.about not in _BARE


def _whole_before(before: Sequence[Mention], total: Decimal) -> Mention | None:
    """The budget before categories that they come to."""
    wholes = (mention for mention in reversed(before) if mention.measure in BUDGETS and not mention.category)
    return next((whole for whole in wholes if whole.wan == total and not whole.broken_down), None)
