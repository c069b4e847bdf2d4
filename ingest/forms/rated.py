"""Amounts that the rate behind them says were all that was spent."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from decimal import Decimal
from itertools import pairwise

from ingest.forms.mention import Mention
from ingest.forms.shared_rates import is_share
from ingest.forms.statement import BUDGETS
from ingest.lexicon import phrases

_OF_PAYMENT = re.compile("[，,]?(?:(?:资金|经费)?支付率|(?:资金|经费)使用率)$")
_AS_OF_YEAR = re.compile(r"截[止至]\s*(20\d\d)\s*年")
_HANDED_OUT = re.compile("拨付")
_ALL = 100


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
        (rate, amount)
        for rate in rates
        if (amount := rate.anchor)
        and any(amount is mention for mention in taken)
        and is_share(amount.figure.in_wan, rate.figure, budgets)
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
        and is_share(amount.figure.in_wan, rate.figure, budgets)
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
