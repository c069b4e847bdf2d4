"""What was spent or received behind a part of the budget, or another budget, that no word ties to it or to the whole.

预算100万元，其中中央资金60万元，支出50万元: what its rate, what is left over or another sentence says tells of which it
is; where nothing does it is put nowhere and told.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from ingest.forms.funds.statement import BUDGETS, Statement, in_wan
from ingest.forms.prose.givers import overlapping_givers
from ingest.forms.prose.mention import Mention
from ingest.forms.prose.shared_rates import is_share
from ingest.lexicon.labels import RATE_MEASURES
from ingest.lexicon.phrases.facts import is_of_area

_BUDGETS = frozenset({"initial_budget", "annual_budget", "appropriated", "funds_received"})
_GIVER = re.compile("中央|上级|本级|自治区|[省市州盟县区旗]级|债券")
_INVESTED = re.compile("总投资|概算|投资(?:总额|估算|规模|共计?$|合计$)|总投入")
_RATES = {"executed": "execution_rate", "funds_received": "funds_received_rate"}


def settle_rivals(statement: Statement, prose: Sequence[Mention], budgets: Collection[Decimal]) -> None:
    """Give each figure that has a rival to it or to the whole, as far as that can be told; `budgets`: the whole's."""
    for position, spent in enumerate(prose):
        rival = spent.rival
        if rival is None or spent.measure not in _RATES or _is_complete(rival, prose):
            continue
        is_only = set(budgets) == {rival.wan} or (rival.measure == "carryover" and not budgets)
        if is_only and rival.measure in {"carryover", "other_amount"}:
            continue
        rests = [rest for rest in prose[position + 1 : position + 3] if rest.measure == "carryover"]
        others = set(budgets) - {rival.wan} if rival.is_of_giver and rival.broken_down is None else budgets
        if _fits(spent, others, rests, prose) or _is_stated(statement, spent, prose):
            continue
        own = [spent, *_behind(spent, prose)]
        if not _fits(spent, {rival.wan}, rests, prose):
            for mention in own:
                mention.doubt = "part"
        elif rival.project is not None:
            for mention in own:
                mention.project = rival.project
        elif rival.is_of_giver and rival.broken_down is None:
            spent.anchor = rival
        elif rival.broken_down is None:
            for mention in own:
                mention.measure = "other_rate" if mention.measure in RATE_MEASURES else "other_amount"
        else:
            for mention in own:
                if mention.broken_down is not spent:
                    mention.item, mention.category, mention.broken_down = rival.item, rival.category, rival.broken_down


def name_rivals_in_row(prose: Sequence[Mention]) -> None:
    """全年预算100万元，中央资金60万元，省级资金30万元，支出25万元: what is spent behind givers beside a whole, in a row
    or right behind it, may be of the last of them, if it is not more; else it is of the whole. Of which a rate without
    an amount is nothing tells."""
    if not any(mention.measure in BUDGETS and not (mention.is_of_giver or mention.broken_down) for mention in prose):
        return
    beside = {
        id(second): second
        for first, second in pairwise(prose)
        if second.is_of_giver and {first.measure, second.measure} <= BUDGETS
        if first.evidence.quote == second.evidence.quote
        if first.is_of_giver or (_is_whole(first) and first.group == second.group and first.wan > second.wan)
    }
    apart = _spent_apart(prose) if beside else set()
    for mention in prose if beside else []:
        given = beside.get(id(mention.anchor)) if id(mention.anchor) not in apart else None
        if given is not None and mention.measure in _RATES:
            mention.rival = given if mention.rival is None and mention.wan <= given.wan else mention.rival
            mention.anchor = None
        elif given is not None and mention.measure in RATE_MEASURES and not mention.is_of_giver:
            mention.doubt = "rate"


def _spent_apart(prose: Sequence[Mention]) -> set[int]:
    """The givers of a sentence that each have spending of no more than they gave right behind: 上级资金60万元，支出55万
    元；本级资金40万元，支出35万元."""
    given = [
        first
        for first, second in pairwise(prose)
        if first.is_of_giver and first.measure in BUDGETS and second.anchor is first
        if second.measure == "executed" and second.wan <= first.wan
    ]
    several = {quote for quote, count in Counter(mention.evidence.quote for mention in given).items() if count > 1}
    return {id(mention) for mention in given if mention.evidence.quote in several}


def _is_whole(mention: Mention) -> bool:
    return not (mention.broken_down or mention.category or mention.project or mention.level)


def doubt_overlapping(
    statement: Statement, prose: Sequence[Mention], budgets: Collection[Decimal], year: int | None
) -> None:
    """Mark what is told of givers that may hold each other, but for what a rate or another sentence says is the whole;
    a table tells them apart by its lines."""
    several = overlapping_givers(prose, year) if statement.headline is None else []
    others = [mention for mention in prose if not any(mention is own for own in several)]
    for mention in several:
        if not (_fits(mention, budgets, (), prose) or _is_stated(statement, mention, others)):
            mention.doubt = "part"


def doubt_spent_of_giver(
    statement: Statement, prose: Sequence[Mention], budgets: Collection[Decimal], year: int | None
) -> None:
    """Mark what was spent of the only giver's money that is named where it is less than a budget of which no word, and
    no table, says who gave it: 预算100万元，中央资金支付60万元; or, where none is stated, than all that is invested. So
    it is with bonds of which more was spent than any budget."""
    whole = [mention for mention in prose if mention.broken_down is None and mention.year in {None, year}]
    spendings = [mention for mention in whole if mention.measure == "executed"]
    is_given = any(mention.is_of_giver for mention in whole if mention.measure in BUDGETS)
    if statement.headline or len(spendings) != 1 or not spendings[0].is_of_giver:
        return
    [spent] = spendings
    if is_given:
        is_more = "债券" in spent.about and spent.wan > max(budgets, default=spent.wan)
        spent.doubt = "part" if is_more else spent.doubt
        return
    named = _GIVER.search(spent.about)
    whole_wan = max(budgets, default=None) or max(map(_invested, prose), default=Decimal(0))
    if spent.wan >= whole_wan or (named and named.group() in statement.title):
        return
    position = next(number for number, mention in enumerate(prose) if mention is spent)
    rests = [rest for rest in prose[position + 1 : position + 3] if rest.measure == "carryover"]
    if not _fits(spent, budgets, rests, prose):
        spent.doubt = "part"


def _invested(mention: Mention) -> Decimal:
    """What an amount says is invested in all, be it by others too."""
    is_open = mention.measure == "other_amount" and mention.broken_down is None
    return mention.wan if is_open and _INVESTED.search(mention.about) else Decimal(0)


def doubt_wider_areas(prose: Sequence[Mention]) -> None:
    """Mark what all of a division spent, where that is more than any budget: others paid for it too."""
    whole = [mention for mention in prose if mention.broken_down is None]
    budgets = [mention.wan for mention in whole if mention.measure in _BUDGETS and not is_of_area(mention.about)]
    for mention in whole:
        if mention.measure == "executed" and is_of_area(mention.about) and budgets and mention.wan > max(budgets):
            mention.doubt = "area"


def _is_complete(part: Mention, prose: Sequence[Mention]) -> bool:
    """Whether the parts of a whole come to it, so that what stands behind them is of the whole again."""
    whole = part.broken_down
    if whole is None:
        return False
    parts = [mention for mention in prose if mention.broken_down is whole and mention.measure == part.measure]
    return sum(mention.wan for mention in parts) == whole.wan


def _fits(spent: Mention, budgets: Collection[Decimal], rests: Sequence[Mention], prose: Sequence[Mention]) -> bool:
    """Whether a rate says that an amount is its share of one of the budgets, or what is left over makes it one."""
    rates = [rate for rate in prose if rate.measure == _RATES[spent.measure or ""]]
    is_rated = any(is_share(spent.figure.in_wan, rate.figure, budgets) for rate in rates)
    return is_rated or any(spent.wan + rest.wan in budgets for rest in rests)


def _is_stated(statement: Statement, spent: Mention, others: Iterable[Mention]) -> bool:
    """Whether the same amount is said elsewhere to be all that was spent, or received."""
    alike = (mention for mention in others if mention.measure == spent.measure and mention.rival is None)
    stated = {mention.wan for mention in alike if not (mention.broken_down or mention.category)}
    headline = statement.headline.line_no if statement.headline else None
    printed = (amount for amount in statement.amounts if headline is not None and amount.line_no == headline)
    return spent.wan in stated | {in_wan(amount) for amount in printed if amount.measure == spent.measure}


def _behind(spent: Mention, prose: Sequence[Mention]) -> Iterator[Mention]:
    """The rates and the parts of an amount."""
    yield from (mention for mention in prose if mention.anchor is spent and mention.measure in RATE_MEASURES)
    yield from (mention for mention in prose if mention.broken_down is spent)
