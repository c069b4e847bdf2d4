"""Amounts of the whole that no word calls so: what their parts or the rate behind them say they are."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from decimal import Decimal
from itertools import pairwise

from ingest.forms.mention import Mention
from ingest.forms.statement import BUDGETS, Statement, in_wan
from ingest.lexicon import phrases
from ingest.lexicon.labels import funding_label
from ingest.lexicon.numbers import Figure
from ingest.lexicon.text import squeeze

_OF_PAYMENT = re.compile("[，,]?(?:(?:资金|经费)?支付率|(?:资金|经费)使用率)$")
_AS_OF_YEAR = re.compile(r"截[止至]\s*(20\d\d)\s*年")
_HANDED_OUT = re.compile(r"^(?!.*(?:财政|上级|中央)(?:[厅局]|部门)?(?:已|实际|累计|共)*拨付).*拨付")
_ALL = 100
_MAY_BE_WHOLE = re.compile(
    r"^(?:(?:项目|合|总)?[共计]+(?:为)?)?$|(?:资金|经费)(?:总[额计数量]|[合共]计?|达到?|为|约)*$"
)
_GIVER = re.compile(
    r"^(?:20\d\d年度?|共|已|下达|收到|争取|到位|安排|获得)*(?P<giver>中央|自治区|省|[市州盟]县?|[县区旗]|乡镇|上级|本级|地方)"
    r"(?:级|财政|资金|补助|配套|专项|下达|拨付|安排|投入)"
)
_APART_FROM = {"上级": "本级 市 市县 州 盟 县 区 旗 乡镇".split(), "地方": ["中央"]}
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
    overlap = any(one in amounts and not amounts.keys() <= {one, *others} for one, others in _APART_FROM.items())
    are_shares = len(amounts) > 1 and len(set(amounts.values())) == len(amounts) and not overlap
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


def _giver(mention: Mention) -> str | None:
    named = _GIVER.match(squeeze(mention.about)) if mention.level is None else None
    return named["giver"] if named else mention.level


def known_budgets(statement: Statement, prose: Sequence[Mention], year: int | None) -> set[Decimal]:
    """The amounts, in 万元, that tables and prose state as a whole that was budgeted, given or received."""
    of_year = (mention for mention in prose if mention.broken_down is None and mention.year in {None, year})
    stated = {mention.figure.in_wan or Decimal(0) for mention in of_year if mention.measure in BUDGETS}
    headline = statement.headline.line_no if statement.headline else None
    printed = (amount for amount in statement.amounts if headline is not None and amount.line_no == headline)
    return stated | {in_wan(amount) or Decimal(0) for amount in printed if amount.measure in BUDGETS}


def name_wholes(prose: Sequence[Mention], known: Collection[Decimal]) -> list[Mention]:
    """专项资金50万元，其中省级30万元，市级20万元: an amount with what givers gave as its parts is what was given in
    all, if it is one of the budgets `known`, or the only such amount and no word says that it is another. Those are
    returned of which it cannot be told."""
    wholes = {
        id(part.broken_down): part.broken_down
        for part in prose
        if part.broken_down is not None and part.broken_down.measure == "other_amount" and _is_given(part)
    }
    named: dict[Decimal | None, Mention] = {}
    for whole in wholes.values():
        is_only = not known and len(wholes) == 1 and whole.is_unnamed and _MAY_BE_WHOLE.search(whole.about)
        if whole.figure.in_wan in known or is_only:
            named.setdefault(whole.figure.in_wan, whole)
    taken = set(map(id, named.values()))
    for mention in prose if taken else []:
        if mention.measure == "other_amount" and taken & {id(mention), id(mention.broken_down)}:
            mention.measure = "appropriated"
    others = (whole for whole in wholes.values() if whole.figure.in_wan not in named)
    return [whole for whole in others if whole.is_unnamed or not known]


def _is_given(part: Mention) -> bool:
    """Whether a part is what a giver gave."""
    named = phrases.part_measure(part.about)
    return named in BUDGETS or (named is None and funding_label(part.item or "").kind == "source")


def mark_rated(prose: Sequence[Mention], budgets: Collection[Decimal]) -> None:
    """下达资金500万元，支付工程款430万元，支付率86%: the only amount that was spent is all that was, whatever it was
    spent on, if its rate is its share of the budget; so is what was 拨付 where nothing else is said to be spent. 支付率
    and 资金使用率 are of the budget only there."""
    rates = [rate for rate in prose if rate.measure == "execution_rate" or _OF_PAYMENT.match(rate.about)]
    if not rates:
        return
    spent = [mention for mention in prose if mention.measure == "executed" and not mention.broken_down]
    taken = spent or [rate.anchor for rate in rates if rate.anchor and _is_handed_out(rate.anchor, rate, prose)]
    rated = [
        (rate, rate.anchor) for rate in rates if rate.anchor and _is_share(rate.anchor, taken, rate.figure, budgets)
    ]
    if len(rated) == len({mention.figure.in_wan for mention in taken}) == 1:
        [(rate, amount)] = rated
        for part in prose:
            if part.broken_down is amount and part.measure == amount.measure:
                part.measure = "executed"
        rate.measure, amount.measure, amount.is_rated = "execution_rate", "executed", True


def mark_later(prose: Sequence[Mention], budgets: Collection[Decimal], year: int | None) -> None:
    """截至次年5月底支出430万元，执行率86%: what an evaluation finds spent after the year, where nothing is said to be
    spent in it and the rate is the share of the budget."""
    if year is None or any(mention.measure == "executed" for mention in prose):
        return
    pairs = [
        (amount, rate)
        for amount, rate in pairwise(prose)
        if (amount.measure, rate.measure) == ("other_amount", "other_rate")
        and amount.evidence == rate.evidence
        and any(int(later) > year for later in _AS_OF_YEAR.findall(amount.evidence.quote))
        and phrases.money_measure(amount.about) == "executed"
        and phrases.rate_measures(rate.about) == ["execution_rate"]
        and _is_share(amount, [amount], rate.figure, budgets)
    ]
    if len(pairs) == 1:
        [(amount, rate)] = pairs
        amount.measure, amount.is_rated, amount.year = "executed", True, None
        rate.measure, rate.anchor, rate.year = "execution_rate", amount, None


def _is_handed_out(amount: Mention, rate: Mention, prose: Sequence[Mention]) -> bool:
    """Whether an amount was 拨付, and is not all that is said of the budget."""
    stated = [mention for mention in prose if mention.measure in BUDGETS and not mention.broken_down]
    same = [mention for mention in stated if mention.figure.in_wan == amount.figure.in_wan]
    is_other = rate.figure.number < _ALL or len(same) > 1
    return amount.measure == "appropriated" and bool(_HANDED_OUT.search(amount.about)) and is_other


def _is_share(spent: Mention, taken: Sequence[Mention], rate: Figure, budgets: Collection[Decimal]) -> bool:
    amount = spent.figure.in_wan if any(spent is mention for mention in taken) else None
    half = Decimal(5).scaleb(-rate.decimals - 1)
    return amount is not None and any(budget and abs(amount / budget * 100 - rate.number) <= half for budget in budgets)
