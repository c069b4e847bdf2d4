"""Amounts that each say what one giver gave, or what was spent of it: 省级资金30万元、县级资金20万元."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from decimal import Decimal
from itertools import pairwise

from ingest.forms.funds.statement import BUDGETS
from ingest.forms.prose.mention import Mention
from ingest.lexicon.text import squeeze

_GIVER = re.compile(
    r"^(?:20\d\d年度?|共|已|下达|收到|争取|到位|安排|获得)*(?:[\u4e00-\u9fff]{2,5}(?=[省市州盟县区旗]财政))?"
    r"(?P<giver>中央|自治区|省|[市州盟]县?|[县区旗]|乡镇|上级|本级|地方)"
    r"(?:级|财政|资金|补助|配套|匹配|专项|下达|拨付|安排|投入)"
)
_OWN_GIVER = re.compile("(?:地方)?(?P<giver>配套|匹配|中央|自治区|省|[市州盟]|[县区旗]|上级|本级|地方)")
_NO_BUDGET = re.compile(
    r"(?P<giver>(?:单位)?(?:自筹|自有)(?:资金)?|单位资金|其[他它][\u4e00-\u9fff]{0,6}?(?:资金|经费|收入|拨款|来源)|社会资[金本]|"
    r"(?:事业|经营)收入|非财政拨款|(?:上年|以前年度|历年)?结[转余]{1,3}资金|银行贷款)"
)
_BUDGET = re.compile(r"(?:当年|本年)?(?P<giver>财政)(?:拨款|性?资金|补助)")
_APART_FROM = {"上级": "本级 市 市县 州 盟 县 区 旗 乡镇".split(), "地方": ["中央"], "财政": []}
"""Who gives apart from givers whose name may hold several: what 中央 gives may be in what 上级 gives."""


def givers_of_a_total(prose: Sequence[Mention], year: int | None) -> set[int]:
    """The mentions that each say what one giver gave, where a total of them all is stated elsewhere."""
    of_year = [mention for mention in prose if mention.broken_down is None and mention.year in {None, year}]
    found: set[int] = set()
    for measure in ("appropriated", "funds_received"):
        given = ((_giver(mention), mention) for mention in of_year if mention.measure == measure)
        givers = {giver: mention for giver, mention in given if giver}
        total = sum(mention.figure.in_wan or 0 for mention in givers.values())
        own = set(map(id, givers.values()))
        others = [mention for mention in of_year if mention.measure in BUDGETS and id(mention) not in own]
        if len(givers) > 1 and any(mention.figure.in_wan == total for mention in others):
            found.update(own)
    return found


def givers_without_total(prose: Sequence[Mention], year: int | None) -> list[Mention]:
    """中央下达资金50万元。省级下达资金20万元: what each giver gave, where nothing else is stated of a budget. Where two
    gave the same amount, one may have handed on what the other gave."""
    of_year = [mention for mention in prose if mention.broken_down is None and mention.year in {None, year}]
    stated = [mention for mention in of_year if mention.measure in {*BUDGETS, "budget_adjustment"}]
    amounts: dict[str, Decimal | None] = {}
    for mention in stated:
        giver = _GIVER.match(squeeze(mention.about))
        amount = mention.figure.in_wan
        if giver is None or mention.project or amounts.setdefault(giver["giver"], amount) != amount:
            return []
    is_one_measure = len({mention.measure for mention in stated}) == 1
    are_shares = len(amounts) > 1 and len(set(amounts.values())) == len(amounts) and not _overlap(amounts)
    givers = stated if is_one_measure and are_shares else []
    _leave_rows(prose, set(map(id, givers)))
    return givers


def _leave_rows(prose: Sequence[Mention], givers: set[int]) -> None:
    """What is spent behind several givers in a row is of them all: 中央资金50万元、省级资金20万元，支出60万元."""
    in_row = {
        id(second)
        for first, second in pairwise(prose if givers else [])
        if {id(first), id(second)} <= givers and first.evidence.block_no == second.evidence.block_no
    }
    for mention in prose:
        if id(mention.anchor) in in_row:
            mention.anchor = None


def of_several_givers(prose: Sequence[Mention], year: int | None) -> set[int]:
    """The mentions that each say what was spent of one giver's money, or received from it, where another's is stated
    too, or comes from elsewhere than the budget of the year: none of them is of the whole. What two gave alike, one may
    have handed on."""
    found: set[int] = set()
    unnamed = {name: None for mention in prose if mention.is_unnamed and (name := other_source(mention.about))}
    for measure in ("executed", "funds_received", "appropriated"):
        own = [mention for mention in prose if mention.measure == measure and mention.year in {None, year}]
        own = [mention for mention in own if not (mention.broken_down or mention.category)]
        named = [(name, mention) for mention in own if (name := _name(mention))]
        amounts = {**unnamed, **{name: mention.figure.in_wan for name, mention in named}} if named else {}
        are_apart = measure == "executed" or len(set(amounts.values())) == len(amounts)
        are_several = len(amounts) > 1 and are_apart and not _overlap(amounts)
        found.update(id(mention) for name, mention in named if are_several or _NO_BUDGET.fullmatch(name))
    return found


def overlapping_givers(prose: Sequence[Mention], year: int | None) -> list[Mention]:
    """The mentions that each say what was spent of one giver's money, or received from it, where the money of one may
    be in that of another, so that neither is of the whole: 中央资金支出60万元，财政资金支出80万元."""
    found: list[Mention] = []
    for measure in ("executed", "funds_received"):
        own = [mention for mention in prose if mention.measure == measure and mention.year in {None, year}]
        named = [(_name(mention), mention) for mention in own if not (mention.broken_down or mention.category)]
        names = {name for name, _ in named if name}
        if len(names) > 1 and len({mention.figure.in_wan for name, mention in named if name}) > 1 and _overlap(names):
            found += [mention for name, mention in named if name and not _NO_BUDGET.fullmatch(name)]
    return found


def other_source(words: str) -> str | None:
    """Where money comes from, if not from the budget of the year, as words begin: 其他资金支出, 自筹资金执行率."""
    named = _NO_BUDGET.match(squeeze(words))
    return named["giver"] if named else None


def _giver(mention: Mention) -> str | None:
    named = _GIVER.match(squeeze(mention.about)) if mention.level is None else None
    return named["giver"] if named else mention.level


def _name(mention: Mention) -> str | None:
    """Who gives, as the words begin: 省 for 省级资金支出."""
    words = squeeze(mention.about)
    named = _NO_BUDGET.match(words) or _GIVER.match(words) or _BUDGET.match(words)
    if named is None and mention.is_of_giver:
        named = _OWN_GIVER.match(words)
    return named["giver"] if named else None


def _overlap(givers: Collection[str]) -> bool:
    public = {giver for giver in givers if not _NO_BUDGET.fullmatch(giver)}
    return any(one in public and not public <= {one, *others} for one, others in _APART_FROM.items())
