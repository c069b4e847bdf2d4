"""Amounts that each say what one giver gave, or what was spent of it: 省级资金30万元、县级资金20万元."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from decimal import Decimal
from itertools import pairwise

from ingest.forms.funds.statement import BUDGETS
from ingest.forms.prose.mention import Mention
from ingest.forms.prose.spot import JOINT_GIVERS, SEVERAL_GIVERS, YEAR_END
from ingest.lexicon.labels import RATE_MEASURES
from ingest.lexicon.phrases.money import without_measures
from ingest.lexicon.text import squeeze

_GIVER = re.compile(
    rf"^(?:{YEAR_END}|20\d\d年度?|[我本](?:(?=[省市州盟县区旗](?:级|财政|配套|匹配))|(?:[省市州盟县区旗镇乡局委办院校]|单位|中心)(?=共|已|实际|收到|争取|获|到位))|共|已|提前|[全本当]年|实际|累计|下达|收到|争取|申请(?=[^，。；]*(?:支付|支出|使用)$)|到位|安排|获得|支出|支付|列支|使用|(?:资金)?来源[为是于]|(?:资金)?由|获批|(?:地方|政府|新增|专项|一般)+(?=.*债券))*"
    r"(?:[\u4e00-\u9fff]{2,5}(?=[省市州盟县区旗](?:财政|承担|负担|出资|配套|匹配))|"
    r"[\u4e00-\u9fff]{1,6}?[省市州盟县区旗](?=(?:中央|自治区|省级?|[市州盟县区旗]级|上级|本级|地方)(?:财政)?资金))?"
    rf"(?P<giver>{JOINT_GIVERS}|中央|自治区|省|[市州]县?|盟市?|旗县区?|[县区旗]|乡?镇|上级|本级|地方|债券|一般公共预算|政府性基金|国有资本经营)"
    r"(?:级|本级(?:预算|财政|资金|安排)|按|预算|财政|资金|补助|配套|匹配|专项|专款|下达|下拨|拨付|安排|投入|承担|负担|出资|(?<=债券)支出|$)"
    r"(?![^，。；、]{0,8}[和与及](?:中央|自治区|[省市州盟县区旗]级|上级|本级|地方))"
)
_OWN_GIVER = re.compile("(?:地方)?(?P<giver>配套|匹配|中央|自治区|省|[市州盟]|[县区旗]|上级|本级|地方)")
_LEAD = f"(?:{YEAR_END}|20\\d\\d年度?|全年|实际|累计|本年|共|已)*"
_VERBS = {
    "executed": re.compile(rf"{_LEAD}(?:支出|支付|列支|使用)"),
    "funds_received": re.compile(rf"{_LEAD}(?:到位|收到)"),
}
_OF_MORE = frozenset({*_VERBS, "annual_budget", "initial_budget"})
_FROM_BEFORE = re.compile(r"(?:[上去]年|年初|以前年度|20\d\d年度?[末底]?)[\u4e00-\u9fff]{0,4}结[转余]")
_LEVEL = re.compile("中央|[省市州盟县区旗]")
_MATCHED = re.compile("配套|匹配")
_USED_FOR = re.compile(r"\s*(?:[，,]?主要)?用于[^，,；;（(]*[，,；;、]")
_GROUP_END = re.compile("[；;。]")
_BARE = re.compile("(?:[省市州盟县区旗]|乡?镇)级|政府性基金|国有资本经营预算")
_JOINED = re.compile(r"\s*(?:[（(][^（()）]*[)）])?[、和及与，,]")
_AND = re.compile(r"\s*(?:[（(][^（()）]*[)）])?[和及与]")
_NO_BUDGET = re.compile(
    r"(?P<giver>(?:单位|企业)?(?:自筹|自有)(?:资金)?|单位资金|其[他它][\u4e00-\u9fff]{0,6}?(?:资金|经费|收入|拨款|来源)|社会资[金本]|"
    r"(?:事业|经营)收入|非财政拨款|(?:上年|以前年度|历年)?结[转余]{1,3}资金|银行贷款)"
)
_BUDGET = re.compile(
    rf"(?:{_LEAD}(?:支出|支付|使用|到位))?(?:当年|本年)?(?P<giver>财政)(?:拨款|性?资金|补助|(?=支出|支付))"
)
_APART_FROM = {
    "一般公共预算": ["政府性基金", "国有资本经营"],
    "政府性基金": ["一般公共预算", "国有资本经营"],
    "上级": "本级 市 市县 州 盟 县 区 旗 乡镇".split(),
    "地方": ["中央"],
    "财政": [],
}
"""Who gives apart from givers whose name may hold several: what 中央 gives may be in what 上级 gives."""


def is_beside_giver(main: Mention | None, is_of_giver: bool, between: str) -> bool:
    """Whether a figure is what another one gave: 中央资金60万元用于甲村，省级资金40万元用于乙村."""
    is_beside = main is not None and main.is_of_giver and is_of_giver
    return is_beside and "其中" not in between and bool(_USED_FOR.match(between))


def is_parted_from_giver(anchor: Mention | None, sentence: str, start: int) -> bool:
    """Whether a semicolon parts a figure from a giver's money before it: 市级支出38万元；执行率96%."""
    given = anchor
    while given is not None and not given.is_of_giver:
        given = given.anchor
    return bool(anchor and given and _GROUP_END.search(sentence, anchor.figure.end, start))


def share_verb(sentence: str, found: Sequence[Mention]) -> None:
    """实际支出市级资金95万元、区级资金80万元: what stands in a row behind a verb was all spent, received or given."""
    verb: str | None = None
    for first, second in pairwise(found):
        are_apart = second.is_of_giver and None not in {first.level, second.level} and first.level != second.level
        is_given = are_apart and first.measure in BUDGETS and not first.broken_down
        if is_given and second.is_unnamed and sentence[first.figure.end] in "、和":
            second.measure, second.is_unnamed = first.measure, False
            for rate in found:
                rate.anchor = None if rate.anchor is first else rate.anchor
        is_of_one = first.is_of_giver and first.measure in {*_VERBS, *BUDGETS} and not first.broken_down
        if is_of_one and second.is_unnamed and not _name(second) and sentence[first.figure.end] in "、和":
            second.measure, second.doubt, first.doubt = first.measure, "part", "part"
        is_source = second.is_of_giver or _BUDGET.match(second.about)
        if not (first.is_of_giver and is_source and _JOINED.match(sentence, first.figure.end)):
            verb = None
            continue
        if verb is None and first.measure in _VERBS and _VERBS[first.measure].match(first.about):
            is_said_again = _VERBS[first.measure].search(sentence, second.figure.end)
            verb = first.measure if sentence[first.figure.end] in "、和" or not is_said_again else None
        if verb and second.measure == "appropriated":
            second.measure = verb
        if first.is_unnamed and second.measure == "appropriated" and _AND.match(sentence, first.figure.end):
            first.measure, first.is_unnamed = "appropriated", False
        if second.is_unnamed and _BARE.fullmatch(second.about):
            second.measure, second.is_unnamed = first.measure, first.is_unnamed


def mark_spent_of_source(sentence: str, found: Sequence[Mention]) -> None:
    """自筹资金50万元，支出45万元: what is done with money from elsewhere than the budget of the year, or that a giver
    has still to give, may be done with that alone."""
    for first, second in pairwise(found):
        is_open = first.measure == "other_amount" and first.broken_down is None and first.figure.in_wan is not None
        is_source = is_open and (first.is_of_giver or (first.is_unnamed and other_source(first.about) is not None))
        is_source = is_source or (first.measure == "carryover" and bool(_FROM_BEFORE.search(first.about)))
        is_done = second.measure in _VERBS and not second.broken_down
        if is_source and is_done and not without_measures(second.about):
            is_near = not _GROUP_END.search(sentence, first.figure.end, second.figure.start)
            if is_near and second.wan <= first.wan:
                second.rival, second.anchor = first, None


def names_giver(label: str) -> bool:
    """Whether a line's label names who gives, and so no whole."""
    return _GIVER.match(squeeze(label)) is not None


def is_of_another(mention: Mention, label: str) -> bool:
    """Whether a giver's amount is of another one than that which a line's label names."""
    own, other = _name(mention), _GIVER.match(squeeze(label))
    return bool(own and other and own != other["giver"]) and not _overlap({own or "", other["giver"] if other else ""})


def givers_of_a_total(prose: Sequence[Mention], year: int | None) -> set[int]:
    """The mentions that each say what one giver gave, where a total of them all is stated elsewhere."""
    of_year = [mention for mention in prose if mention.broken_down is None and mention.year in {None, year}]
    found: set[int] = set()
    for measure in ("appropriated", "funds_received"):
        given = ((_giver(mention), mention) for mention in of_year if mention.measure == measure)
        givers = {giver: mention for giver, mention in given if giver}
        total = sum(mention.wan for mention in givers.values())
        own = set(map(id, givers.values()))
        others = [mention for mention in of_year if mention.measure in BUDGETS and id(mention) not in own]
        if len(givers) > 1 and any(mention.figure.in_wan == total for mention in others):
            found.update(own)
    return found


def givers_without_total(prose: Sequence[Mention], year: int | None) -> list[Mention]:
    """中央下达资金50万元。省级下达资金20万元: what each giver gave, where nothing else is stated of a budget. Where two
    gave the same amount, one may have handed on what the other gave, unless one matched it; what one gave is a share
    if more was spent."""
    of_year = [mention for mention in prose if mention.broken_down is None and mention.year in {None, year}]
    stated = [
        mention
        for mention in of_year
        if mention.measure in {*BUDGETS, "budget_adjustment"} and not (mention.doubt or _is_received_of_giver(mention))
    ]
    amounts: dict[str, Decimal | None] = {}
    is_matched = any(_MATCHED.search(mention.about) for mention in stated)
    for mention in stated:
        giver = _GIVER.match(squeeze(mention.about))
        amount = mention.figure.in_wan
        if giver is None or mention.project or amounts.setdefault(giver["giver"], amount) != amount:
            return []
    measures = {mention.measure for mention in stated}
    is_given = len(measures) == 1 or measures <= {"annual_budget", "appropriated", "funds_received"}
    are_apart = is_matched or len(set(amounts.values())) == len(amounts)
    are_shares = len(amounts) > 1 and are_apart and not _overlap(amounts)
    givers = stated if is_given and (are_shares or _is_exceeded(stated, of_year)) else []
    _leave_rows(prose, set(map(id, givers)))
    return givers


def _is_received_of_giver(mention: Mention) -> bool:
    """Whether an amount is what was received of what a giver before it gave: 省级资金60万元（到位60万元）."""
    given = mention.anchor
    is_of_giver = given is not None and given.is_of_giver and not mention.is_of_giver
    return bool(is_of_giver and mention.measure == "funds_received" and given and mention.wan <= given.wan)


def _is_exceeded(given: Sequence[Mention], prose: Sequence[Mention]) -> bool:
    """Whether more was spent than what the only giver gave."""
    amounts = {mention.wan for mention in given}
    spent = [mention for mention in prose if mention.measure == "executed" and not mention.is_of_giver]
    own = [mention.wan for mention in spent if not (mention.project or mention.category)]
    return len(amounts) == 1 and max(own, default=Decimal(0)) > max(amounts)


def _leave_rows(prose: Sequence[Mention], givers: set[int]) -> None:
    """What is spent behind several givers in a row is of them all: 中央资金50万元、省级资金20万元，支出60万元."""
    in_row = {
        id(second)
        for first, second in pairwise([mention for mention in prose if givers and mention.broken_down is None])
        if {id(first), id(second)} <= givers and first.place == second.place and first.group == second.group
    }
    for mention in prose:
        given = mention.anchor
        if given is not None and id(given) in in_row:
            may_be_of_last = mention.measure in _VERBS and mention.wan <= given.wan and mention.rival is None
            mention.rival = given if may_be_of_last else mention.rival
            mention.anchor = None


def leave_exceeded(prose: Sequence[Mention]) -> None:
    """More than what the giver before it gave is not spent, received or budgeted of that, nor is it what all givers
    come to: 县级资金40万元，支出95万元."""
    amounts = {name: mention.wan for mention in prose if _is_given(mention) and (name := _name(mention))}
    total = sum(amounts.values())
    for mention in prose:
        given = mention.anchor
        if given is None or mention.wan <= given.wan or not _name(given):
            continue
        is_total = mention.measure in BUDGETS and len(amounts) > 1 and mention.wan == total
        if is_total or mention.measure in _OF_MORE:
            mention.anchor = None


def of_several_givers(prose: Sequence[Mention], year: int | None) -> set[int]:
    """The mentions that each say what was spent of one giver's money, or received from it, where another's is stated
    too, or comes from elsewhere than the budget of the year, or is less than the whole: none of them is of the whole.
    What two gave alike, one may have handed on."""
    found: set[int] = set()
    unnamed = {name: None for mention in prose if mention.is_unnamed and (name := other_source(mention.about))}
    for measure in ("executed", "funds_received", "appropriated"):
        own = [mention for mention in prose if mention.measure == measure and mention.year in {None, year}]
        own = [mention for mention in own if not (mention.broken_down or mention.category)]
        named = [(name, mention) for mention in own if (name := _name(mention))]
        amounts = {**unnamed, **{name: mention.figure.in_wan for name, mention in named}} if named else {}
        are_apart = measure == "executed" or len(set(amounts.values())) == len(amounts)
        are_several = len(amounts) > 1 and are_apart and not _overlap(amounts)
        is_plain = measure != "appropriated"
        plain = [mention.wan for mention in own if is_plain and not without_measures(mention.about)]
        largest = max(plain, default=Decimal(0))
        found.update(
            id(mention) for name, mention in named if are_several or _NO_BUDGET.fullmatch(name) or mention.wan < largest
        )
    wholes = [mention for mention in prose if _is_whole(mention) and mention.year in {None, year}]
    budget = max((mention.wan for mention in wholes), default=Decimal(0))
    found.update(id(mention) for mention in prose if _is_given(mention) and mention.wan < budget)
    return found


def _is_whole(mention: Mention) -> bool:
    is_part = mention.broken_down or mention.category or mention.project or mention.is_of_giver or _name(mention)
    return mention.measure in BUDGETS and not is_part and not without_measures(mention.about)


def _is_given(mention: Mention) -> bool:
    """Whether an amount says what one giver gave, and not only what arrived of it."""
    is_own = not (mention.broken_down or mention.category or mention.project)
    return is_own and mention.is_of_giver and mention.measure in BUDGETS - {"funds_received"}


def rates_of_several_givers(prose: Sequence[Mention]) -> set[int]:
    """The rates of one giver's money, where another is of another's: 中央资金到位率100%，省级资金到位率90%."""
    found: set[int] = set()
    for measure in RATE_MEASURES:
        own = [mention for mention in prose if mention.measure == measure and mention.is_of_giver]
        own = [mention for mention in own if not (mention.broken_down or mention.category or mention.project)]
        if len({_name(mention) for mention in own}) > 1:
            found.update(map(id, own))
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
    joint = {giver for giver in public if SEVERAL_GIVERS.fullmatch(giver)}
    are_apart = all(_are_apart(one, other) for one in joint for other in public - {one})
    return not are_apart or any(
        one in public and not public - joint <= {one, *others} for one, others in _APART_FROM.items()
    )


def _are_apart(joint: str, other: str) -> bool:
    """Whether what a giver gave is not in what several gave together: 县 beside 中央和省级."""
    levels = _LEVEL.findall(other)
    return bool(levels) and not set(levels) & set(_LEVEL.findall(joint))
