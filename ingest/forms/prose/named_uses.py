"""Money for several things, each with what was spent of it right behind: 甲类资金60万元，使用50万元；乙类资金…"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from ingest.forms.prose.mention import Mention
from ingest.forms.prose.projects import name_in
from ingest.lexicon.phrases.money import without_measures
from ingest.lexicon.text import squeeze

_SPENT = re.compile(r"(?:已|实际|累计|共|全年|[资基]金|经费)*(?:支出|支付|使用|列支|执行)(?:资金|经费|金额|数)?")


def doubt_named_uses(prose: Sequence[Mention]) -> None:
    """Mark what was spent of each, and its rate: none of it is all that was spent of the whole."""
    _doubt_given_parts(prose)
    found = [
        (name, spent)
        for named, spent in pairwise(prose)
        if _is_named(named) and _is_spent_of(spent, named) and (name := name_in([squeeze(named.about)]))
    ]
    if len({name for name, _ in found}) < 2 or len({spent.figure.in_wan for _, spent in found}) < 2:
        return
    spendings = {id(spent) for _, spent in found}
    for mention in prose:
        if not spendings.isdisjoint((id(mention), id(mention.anchor))):
            mention.doubt = mention.doubt or "project"


def _is_named(mention: Mention) -> bool:
    is_own = not (mention.broken_down or mention.project or mention.category or mention.is_of_giver)
    return is_own and mention.measure == "other_amount" and mention.is_unnamed


def _is_spent_of(spent: Mention, named: Mention) -> bool:
    is_own = not (spent.broken_down or spent.project or spent.category or without_measures(spent.about))
    is_beside = spent.place == named.place
    return spent.measure == "executed" and is_own and is_beside and spent.wan <= named.wan


def _doubt_given_parts(prose: Sequence[Mention]) -> None:
    """支出73万元；其中甲资金30万元，使用28万元: a part of spending of which less was spent was given, and not spent."""
    for part, spent in pairwise(prose):
        whole = part.broken_down
        is_of_spending = whole is not None and whole.measure == part.measure == spent.measure == "executed"
        is_less = spent.wan < part.wan and spent.evidence.quote == part.evidence.quote
        if is_of_spending and is_less and part.is_unnamed and _SPENT.fullmatch(squeeze(spent.about)):
            part.doubt = spent.doubt = "part"
