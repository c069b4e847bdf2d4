"""Budgets before and after a change: which of several amounts is the initial one, which what it was changed by or
to."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from decimal import Decimal
from itertools import pairwise

from ingest.forms.prose.mention import Mention
from ingest.forms.prose.shared_rates import is_share
from ingest.forms.prose.spot import CHANGES
from ingest.lexicon.phrases.facts import is_approximate
from ingest.lexicon.phrases.money import lowers

_BUDGETS = frozenset({"annual_budget", "initial_budget", "appropriated", "budget_adjustment"})
_FIRST = frozenset({"annual_budget", "initial_budget"})
_APPLIED = re.compile("申报|申请|送审|上报")
_IS_ADJUSTED = re.compile("^调整后|(?:调整|调[增减]|核减|压减)(?:为|至|到)$")
_SUPPLEMENT = re.compile("追加(?!第)")
_PLAIN = re.compile("(?:20\\d\\d年度?)?(?:项目|财政|部门|单位)*预算(?:安排|批复|核定|下达)?(?:资金|金额|数)?")
_ADJUSTS = re.compile("调|追加")
_BY_OR_TO = "调整预算"
_ADJUSTED = ("调整预算数", "调整数")


def tell_adjusted(prose: Sequence[Mention]) -> list[Mention]:
    """Name the budgets of the whole by what adds up: 预算100万元，调减20万元，下达80万元 began with 100. Those are
    returned of which it cannot be told whether a budget was changed by them or to them."""
    whole = [mention for mention in prose if mention.broken_down is None and mention.project is None]
    money = [mention for mention in whole if mention.measure in _BUDGETS and mention.category is None]
    _name_supplements(money, prose)
    budgets = set(map(id, money))
    changing = [mention for mention in whole if id(mention) in budgets or mention.about.endswith(CHANGES)]
    for first, changed, second in zip(changing, changing[1:], changing[2:], strict=False):
        is_change = changed.measure == "budget_adjustment" or changed.about.endswith((*_ADJUSTED, *CHANGES))
        amount = -abs(changed.wan) if lowers(changed.about) else changed.wan
        if first.measure not in _FIRST or not is_change or first.wan + amount != second.wan:
            continue
        changed.measure = "budget_adjustment"
        changed.figure = changed.figure._replace(number=changed.figure.number.copy_sign(amount))
        if second.measure == "budget_adjustment" and second.about.endswith(_BY_OR_TO):
            second.measure = "annual_budget"
        if second.measure in {"annual_budget", "appropriated"}:
            _make_initial(first, prose)
    for first, second in pairwise(money):
        is_after = second.measure == "annual_budget" and _IS_ADJUSTED.search(second.about)
        if is_after and second.year in {None, first.year} and not _ADJUSTS.search(first.about):
            _make_initial(first, prose)
    _name_by_rate(money, whole, prose)
    _leave_cuts_of_applications(whole)
    _mark_steps(whole)
    unclear = []
    for adjusted in money:
        if adjusted.measure != "budget_adjustment" or not adjusted.about.endswith(_BY_OR_TO):
            continue
        initial = {mention.wan for mention in money if mention.measure in _FIRST}
        by = {amount + adjusted.wan for amount in initial}
        if _is_rated({adjusted.wan}, initial | by, whole):
            adjusted.measure = "annual_budget"
        elif _may_be_all(adjusted, initial, whole) and not _is_rated(by, {adjusted.wan}, whole):
            adjusted.measure = "other_amount"
            unclear.append(adjusted)
    return unclear


def _name_by_rate(money: Sequence[Mention], whole: Sequence[Mention], prose: Sequence[Mention]) -> None:
    """预算批复100万元，追加20万元，支出114万元，执行率95%: the rate says that the budget is what both come to, whatever
    the second was given for."""
    for first, changed in pairwise(money):
        is_change = changed.measure == "budget_adjustment" and first.measure in _FIRST
        of_one_year = changed.year in {None, first.year}
        if is_change and of_one_year and _is_rated({first.wan + changed.wan}, {first.wan}, whole):
            _make_initial(first, prose)
            changed.is_rated = True


def _name_supplements(money: Sequence[Mention], prose: Sequence[Mention]) -> None:
    """年初预算100万元，追加下达20万元: what was handed down on top of a budget changes it, and is no other one."""
    stated = {mention.year for mention in money if mention.measure in _FIRST}
    for added in money:
        is_supplement = added.measure == "appropriated" and _SUPPLEMENT.search(added.about)
        if is_supplement and not stated.isdisjoint({None, added.year}):
            for mention in (*(part for part in prose if part.broken_down is added), added):
                mention.measure = "budget_adjustment" if mention.measure == "appropriated" else mention.measure
    for first, changed in pairwise(money):
        is_behind = changed.measure == "budget_adjustment" and f"，{changed.about}" in first.evidence.quote
        is_plain = is_behind and first.measure == "annual_budget" and _PLAIN.fullmatch(first.about)
        if is_plain and {mention.wan for mention in money if mention.measure == "annual_budget"} == {first.wan}:
            _make_initial(first, prose)


def _leave_cuts_of_applications(whole: Sequence[Mention]) -> None:
    """申报150万元，核定120万元，核减30万元: what was cut from what was applied for changed no budget."""
    applied = {mention.wan for mention in whole if _APPLIED.search(mention.about)}
    left = {mention.wan for mention in whole}
    for cut in whole if applied else ():
        if cut.measure == "budget_adjustment" and any(amount + abs(cut.wan) in applied for amount in left):
            cut.measure = "other_amount"


def _mark_steps(whole: Sequence[Mention]) -> None:
    """追加20万元，核减5万元，净增15万元: none of several changes is all of it, but what they come to is; where one
    alone leads from budget to budget, the others are of something else."""
    changes = [mention for mention in whole if mention.measure == "budget_adjustment" and mention.category is None]
    amounts = {mention.wan for mention in changes}
    budgets = {mention.wan for mention in whole if mention.measure in _FIRST}
    leads = any(budget + amount in budgets for budget in budgets for amount in amounts)
    is_rounded = any(is_approximate(mention.about) for mention in changes)
    total = sum(amounts, Decimal(0))
    is_stated = any(amount == total - amount for amount in amounts)
    if (leads and not is_stated) or is_rounded or len(amounts) < 2 or len({mention.year for mention in changes}) > 1:
        return
    for mention in whole:
        if "净" in mention.about and mention.wan in {total, -total}:
            mention.measure = "budget_adjustment"
            mention.figure = mention.figure._replace(number=mention.figure.number.copy_sign(total))
    for step in changes:
        step.is_step = step.wan != total - step.wan


def _make_initial(first: Mention, prose: Sequence[Mention]) -> None:
    if first.measure == "annual_budget":
        for mention in (*(other for other in prose if other.broken_down is first), first):
            if mention.measure == "annual_budget":
                mention.measure = "initial_budget"


def _is_rated(budgets: Collection[Decimal], others: Collection[Decimal], whole: Sequence[Mention]) -> bool:
    """Whether a rate says that spending is its share of one of the budgets, and of none of the others."""
    spent = [mention.wan for mention in whole if mention.measure == "executed"]
    rates = [mention.figure for mention in whole if mention.measure == "execution_rate"]
    return any(
        is_share(amount, rate, budgets) and not is_share(amount, rate, others) for amount in spent for rate in rates
    )


def _may_be_all(adjusted: Mention, initial: Collection[Decimal], whole: Sequence[Mention]) -> bool:
    """Whether an amount may be the whole budget after its change, for all that its size says."""
    stated = [mention for mention in whole if mention.measure == "annual_budget"]
    spent = max((mention.wan for mention in whole if mention.measure == "executed"), default=Decimal(0))
    return not stated and any(initial) and max(spent, max(initial) / 2) <= adjusted.wan
