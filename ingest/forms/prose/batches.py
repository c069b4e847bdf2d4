"""Batches of the same money: 第一批拨付100万元，第二批拨付80万元，支出170万元.

Each is a line of its own, below the total where one is stated. Spending behind them is of all of them, unless each has
its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby, pairwise
from operator import attrgetter

from ingest.forms.funds.statement import BUDGETS
from ingest.forms.prose.breakdowns import item_of
from ingest.forms.prose.mention import Mention
from ingest.lexicon.labels import RATE_MEASURES
from ingest.lexicon.numbers import PER_WAN
from ingest.lexicon.phrases.money import without_documents, without_measures

_BATCH = re.compile(r"第[一二三四五六七八九十\d]+[批期笔]|首[批期笔]|末[批期]|提前(?:下达|批)")
_TIMES = re.compile(
    r"第[一二三四五六七八九十\d]+次|〔20\d\d〕\d+号|(?<![至止到—~\d-])\d{1,2}月[\u4e00-\u9fff\d]{0,4}(?:下达|拨付|追加)"
)
_LEFT_OVER = re.compile("结[转余]|结存")
_MONEY = re.compile(r"资金|经费|补助|财政|中央|专项|[省市州县区]级?")


def is_batch(label: str) -> bool:
    return bool(_BATCH.search(label) or _TIMES.search(label))


def tie_batches(prose: Sequence[Mention], year: int | None) -> None:
    """Give each batch a name, and to it the spending behind it if all of them have some."""
    if not any(is_batch(mention.about) for mention in prose):
        return
    for _, text in groupby(prose, key=attrgetter("place")):
        mentions = list(text)
        batches = [mention for mention in mentions if _is_given(mention) and mention.year in {None, year}]
        is_given = any(mention.measure in BUDGETS or _MONEY.search(mention.about) for mention in batches)
        _leave_rest(mentions, batches)
        if is_given and len({_mark(mention) for mention in batches}) > 1:
            _tie(mentions, batches)
        elif len(batches) == 1 and _is_share(batches[0], prose, year):
            _set_apart(mentions, batches[0])


def _leave_rest(mentions: Sequence[Mention], batches: Sequence[Mention]) -> None:
    """首批60万元，剩余40万元: what is left behind a batch has still to be given, and is not left over."""
    for batch, rest in pairwise(mentions):
        if any(batch is mention for mention in batches) and rest.measure == "carryover":
            rest.measure = rest.measure if _LEFT_OVER.search(rest.about) else "other_amount"


def _is_share(batch: Mention, prose: Sequence[Mention], year: int | None) -> bool:
    """Whether a larger budget is stated beside the only batch: 提前下达100万元，全年下达180万元."""
    if not _BATCH.search(without_documents(batch.about)):
        return False
    of_year = (mention for mention in prose if mention.measure in BUDGETS and mention.year in {None, year})
    plain = (mention for mention in of_year if not (mention.broken_down or mention.category or mention.is_of_giver))
    return any(mention.wan > batch.wan and not without_measures(mention.about) for mention in plain)


def _set_apart(mentions: Sequence[Mention], batch: Mention) -> None:
    """Give a batch beside the whole a line; what is spent behind it may be of either."""
    batch.project = item_of(batch.about)
    batch.measure = "appropriated" if batch.measure == "other_amount" else batch.measure
    for mention in mentions:
        if mention.anchor is batch and mention.measure == "executed":
            mention.rival = batch if _is_within(mention, batch) else mention.rival
            mention.anchor = None


def _tie(mentions: Sequence[Mention], batches: Sequence[Mention]) -> None:
    for batch in batches:
        batch.project = item_of(batch.about)
        batch.measure = "appropriated" if batch.measure == "other_amount" else batch.measure
    own: dict[int, Mention] = {}
    last: Mention | None = None
    for mention in mentions:
        if any(mention is batch for batch in batches):
            last = mention
        elif mention.measure == "executed" and last is not None and _is_within(mention, last):
            own.setdefault(id(last), mention)
    are_paired = len(own) == len(batches)
    names = {id(own[id(batch)]): batch.project for batch in batches if are_paired}
    for mention in mentions:
        if mention.measure in {"executed", *RATE_MEASURES} and mention.broken_down is None:
            spent = mention.anchor if mention.measure in RATE_MEASURES else mention
            mention.project = names.get(id(spent))
            if any(mention.anchor is batch for batch in batches):
                mention.anchor = None
        if mention.subject is not None and is_batch(mention.subject):
            mention.subject = None


def _is_given(mention: Mention) -> bool:
    """Whether an amount is a batch of what was given."""
    is_own = mention.broken_down is None and mention.category is None and mention.figure.unit in PER_WAN
    is_named = mention.measure in BUDGETS and is_batch(mention.about) and "截" not in mention.about
    is_unnamed = mention.measure == "other_amount" and mention.is_unnamed and _BATCH.search(mention.about)
    words = _MONEY.sub("", _BATCH.sub("", without_measures(mention.about))) if is_unnamed else None
    return is_own and (is_named or words == "")


def _mark(mention: Mention) -> str:
    found = _BATCH.search(mention.about) or _TIMES.search(mention.about)
    return found.group() if found else ""


def _is_within(spent: Mention, batch: Mention) -> bool:
    is_plain = spent.broken_down is None and spent.category is None
    return is_plain and spent.wan <= batch.wan
