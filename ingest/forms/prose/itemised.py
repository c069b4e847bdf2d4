"""Things in a row that each have money and spending of their own: 设备60万元，支出55万元；培训40万元，支出40万元.

Each is a line of its own, and what they come to is the whole, where the text states it. What is spent on one of them is
no spending of the whole, and an amount that no word names is what was given for it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from ingest.forms.funds.statement import BUDGETS
from ingest.forms.prose.breakdowns import item_of
from ingest.forms.prose.givers import names_giver, other_source
from ingest.forms.prose.mention import Mention
from ingest.forms.prose.parts import own_unit
from ingest.forms.prose.projects import is_name, is_own_name
from ingest.forms.prose.shared_rates import is_share
from ingest.forms.prose.wholes import MAY_BE_WHOLE
from ingest.lexicon.labels import RATE_MEASURES
from ingest.lexicon.numbers import PER_WAN
from ingest.lexicon.phrases.facts import is_of_other_time
from ingest.lexicon.phrases.money import money_measure, without_measures
from ingest.lexicon.text import squeeze

_LEAD = re.compile(r"^(?:(?:20\d\d年度?)?(?:用于|安排|下达|分配|拨付|批复|支付|给予)+|[的已])+")
_TAIL = re.compile(r"(?:年初|全年|本年|当年|财政)*(?:(?:预算|安排|下达|拨付|批复|金额)+(?:资金|金额|数|额)*)?$")
_OF_REPORT = re.compile("情况|方面|管理|分析|说明|使用|执行|措施|问题|[合总共]计|整体|部门|单位")
_SPENT = re.compile("(?:实际|累计)?(?:支出|支付|使用|决算)(?:数|金额)?$")
_TOTAL = re.compile(r"[合总共]计|(?<!公)共|整体|全部|全年|年度|部门|单位|项目预算|项目资金")
_CONTRACT = re.compile("(?P<name>.*?)(?:合同|中标)(?:总?(?:金额|价款?)|款)?$")
_OF_WHOLE = re.compile("总|投入|筹")
_FEWEST = 2
_MONEY = frozenset({*BUDGETS, "budget_adjustment", "executed"})
_OF_FUNDS = _MONEY | {*RATE_MEASURES}
SPENDER = re.compile(
    r"各?[省市州盟县区旗局院校]?(?:本级|机关|(?:下属|所属|直属|基层|二级)单位|下级|县区|区县|县市区?|乡镇|街道|镇街)"
)
"""Who spends of a budget that is spread over levels: no giver, and none is the whole beside another."""
_COST_OF_UNIT = re.compile(r"(?:人员|公用|日常公用|办公|运转|会议|培训|差旅)(?:经费|支出)")


def name_items(prose: Sequence[Mention], own: str) -> None:
    """Tie the figures of each thing to it, where several have an amount and spending; one that goes by the name of the
    report's `own` project is the whole, if it is what the others come to."""
    if not any(mention.measure == "executed" for mention in prose):
        return
    _mark_rivals(_items(prose, _contract), own)
    items = [item for item in _items(prose, _name) if _given_for(item)]
    amounts: dict[str | None, Decimal] = {}
    for item in items:
        given = _given_for(item) or item[0]
        if amounts.setdefault(_name(item[0]), given.wan) != given.wan:
            return
    wholes = {name: amount for name, amount in amounts.items() if name and is_own_name(name, own)}
    amounts = {name: amount for name, amount in amounts.items() if name not in wholes}
    if wholes and set(wholes.values()) != {sum(amounts.values())}:
        return
    items = [item for item in items if _name(item[0]) in amounts]
    if len(amounts) < _FEWEST:
        items = [item for item in items if item[0].is_unnamed]
        if not any(_is_rated(item, prose) for item in items):
            _mark_rivals(items, own)
            return
    for item, name in [(item, _name(item[0])) for item in items]:
        for mention in item:
            if mention is item[0] or mention.measure in _OF_FUNDS:
                mention.project = name
        if item[0].measure not in _OF_FUNDS:
            item[0].measure = "appropriated"
    _name_total(prose, sum(amounts.values(), Decimal(0)))


def name_parts(found: Sequence[Mention]) -> None:
    """支出95万元。其中：设备60万元，支出55万元；培训40万元，支出40万元: what stands before the spending of each part is
    what was given for it."""
    for whole in {id(part.broken_down): part.broken_down for part in found}.values():
        is_unnamed = whole is not None and whole.measure == "other_amount" and whole.is_unnamed
        if whole is None or not (is_unnamed or whole.measure == "executed"):
            continue
        parts = [mention for mention in found if mention.broken_down is whole]
        given = []
        for part, other in pairwise(parts):
            is_same = (part.item, part.category) == (other.item, other.category)
            is_spent = money_measure(other.about) == other.measure == "executed"
            is_given = part.measure != whole.measure or money_measure(part.about) != "executed"
            if is_given and is_same and is_spent and other.wan <= part.wan:
                part.measure = part.measure if part.measure in BUDGETS else "appropriated"
                given.append(part)
        if is_unnamed and len(given) > 1 and sum(part.wan for part in given) == whole.wan:
            whole.measure = "appropriated"


def _mark_rivals(items: Iterable[list[Mention]], own: str) -> None:
    """设备60万元，支出55万元; 土建合同价60万元，支付55万元: what is spent behind one thing, or behind the contract for
    one, may be of that alone."""
    for thing, *behind in items:
        name = item_of(thing.about)
        is_own = own_unit(name) is not None or _OF_WHOLE.search(name) or is_own_name(_contract(thing) or name, own)
        spent = next((mention for mention in behind if mention.measure != "other_amount"), None)
        if spent is None or spent.measure != "executed" or is_own or spent.wan > thing.wan:
            continue
        if not (_TOTAL.search(spent.about) or without_measures(spent.about)):
            spent.rival, spent.anchor = thing, None


def _items(prose: Sequence[Mention], named: Callable[[Mention], str | None]) -> Iterator[list[Mention]]:
    """The plain figures from each amount of a thing that is `named` up to the next, or to the end of its clauses."""
    item: list[Mention] = []
    for mention in prose:
        if named(mention):
            if item:
                yield item
            item = [mention]
        elif item and (
            _clauses(mention) != _clauses(item[0])
            or not _is_plain(mention)
            or (mention.measure in _MONEY and without_measures(mention.about))
            or (mention.measure in {*BUDGETS, "executed"} and _TOTAL.search(mention.about))
        ):
            yield item
            item = []
        elif item:
            item.append(mention)
    if item:
        yield item


def _given_for(item: Sequence[Mention]) -> Mention | None:
    """What was given for a thing, where its figures say that and what was spent of it: 会议费2万元，支出1万元, or
    会议费支出1万元（预算2万元）."""
    first, *others = item
    if first.measure == "executed":
        given = [mention for mention in others if mention.measure in BUDGETS and not _TOTAL.search(mention.about)]
        return given[0] if len(given) == 1 and given[0] is others[0] and first.wan <= given[0].wan else None
    spent = [mention for mention in others if mention.measure == "executed"]
    return first if len(spent) == 1 and spent[0].wan <= first.wan else None


def _clauses(mention: Mention) -> tuple[object, ...]:
    """The clauses up to ；or 。that a figure stands in."""
    return *mention.place, mention.group


def _name(mention: Mention) -> str | None:
    """The thing that an amount is for, None where its words name none."""
    is_given = mention.measure in BUDGETS or (mention.measure == "other_amount" and mention.is_unnamed)
    about = squeeze(mention.about)
    is_spent = mention.measure == "executed" and bool(without_measures(about))
    if not (is_given or is_spent) or mention.figure.unit not in PER_WAN or not _is_plain(mention):
        return None
    if mention.topic and not without_measures(about):
        is_thing = is_name(mention.topic) and not _OF_REPORT.search(mention.topic)
        return mention.topic if names_giver(mention.topic) or is_thing else None
    name = _TAIL.sub("", _SPENT.sub("", _LEAD.sub("", item_of(about))))
    if SPENDER.fullmatch(name) and not mention.is_of_giver:
        return name
    if mention.is_of_giver or mention.level or names_giver(name) or other_source(name) or is_of_other_time(about):
        return None
    is_thing = is_name(name) and not _TOTAL.search(about)
    return name if len(name) > 1 and (is_thing or _COST_OF_UNIT.fullmatch(name)) else None


def _is_rated(item: Sequence[Mention], prose: Sequence[Mention]) -> bool:
    """Whether a rate says that what was spent is its share of a thing's money, and no budget that this is all."""
    given = item[0]
    spent = next(mention for mention in item if mention.measure == "executed")
    rates = [mention for mention in item if mention.measure == "execution_rate"]
    is_all = any(mention.measure in BUDGETS and mention.wan == given.wan for mention in prose)
    return not is_all and any(is_share(spent.wan, rate.figure, {given.wan}) for rate in rates)


def _contract(mention: Mention) -> str | None:
    """What the contract is for whose amount this is, None where its words do not say."""
    named = _CONTRACT.match(squeeze(mention.about)) if mention.measure == "other_amount" else None
    return named["name"] if named and _is_plain(mention) and is_name(named["name"]) else None


def _is_plain(mention: Mention) -> bool:
    return not (mention.broken_down or mention.category or mention.project)


def _name_total(prose: Sequence[Mention], total: Decimal) -> None:
    """What all of them come to is what was given in all."""
    for mention in prose:
        is_unnamed = mention.measure == "other_amount" and mention.is_unnamed and _is_plain(mention)
        if is_unnamed and mention.wan == total and MAY_BE_WHOLE.search(mention.about):
            mention.measure = "appropriated"
