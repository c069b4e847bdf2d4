"""Rates in sentences: of which amounts, of which category and of which part they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ingest.forms.prose import clauses
from ingest.forms.prose.amounts import of_part
from ingest.forms.prose.givers import is_parted_from_giver
from ingest.forms.prose.mention import Mention
from ingest.forms.prose.shared_rates import is_share
from ingest.forms.prose.spot import FEW_WORDS, Spot
from ingest.forms.prose.thread import Thread
from ingest.lexicon.phrases.money import money_measure
from ingest.lexicon.phrases.rates import is_corrected, rate_measures

_SHARE_OF_BUDGET = re.compile(r"(?:占|为|达到?|完成)[^，。；\d]{0,6}预算[^，。；\d]{0,6}[\d.,，]+\s*[万亿]?元的$")
_OVERALL_RATE = re.compile(r"整体|总体|综合|部门|单位")
_RATE_WORD = re.compile(r"率|进度|比例|预算(?:数)?的?$")
_RATE = re.compile("(?:预算|资金)?(?:执行|支出|支付|到位)(?:率|进度)")
_SEVERAL_RATES = re.compile(r"率[、和及与]")
_RATED_PART = re.compile(r"元[^；;。元]*(?:率|进度)[^；;。元]*[%％]")


def rates(thread: Thread, spot: Spot) -> Iterator[Mention]:
    words = spot.about
    whole = clauses.about(spot.before, longer=True)
    if (not _RATE_WORD.search(words) and len(words) <= FEW_WORDS) or _SEVERAL_RATES.search(whole):
        words = whole
    if not _RATE_WORD.search(words) and _RATE.fullmatch(spot.topic) and money_measure(words) is None:
        words = f"{words}{spot.topic}"
    is_share_of_part = words.startswith("占") and (thread.last is None or thread.last.measure != "executed")
    if words == "的" and _SHARE_OF_BUDGET.search(spot.sentence, 0, spot.figure.start):
        words = "占预算的" if _is_share_of_spent(thread, spot) else words
    measures = rate_measures(words, spot.behind)
    is_other = thread.times.is_other or spot.is_of_income or is_share_of_part
    if is_other or is_corrected(spot.sentence[: spot.figure.start]):
        measures = ["other_rate"]
    for measure in measures:
        told = replace(spot, about=words.lstrip("，,； "))
        if thread.parts.only is not None and len(_RATED_PART.findall(spot.sentence)) > 1:
            yield of_part(thread, measure, told, thread.parts.only)
            continue
        mention = thread.mention(measure, told)
        category = spot.category or (None if _OVERALL_RATE.search(words) else thread.category)
        mention.category = category if measure != "other_rate" else None
        mention.is_of_giver, mention.level = told.is_of_giver, told.level if told.is_of_giver else None
        is_of_givers = all(amount.is_of_giver for amount in thread.alike[-2:]) and len(thread.alike) > 1
        is_of_no_giver = (
            is_of_givers or told.is_of_giver or is_parted_from_giver(thread.anchor, spot.sentence, spot.figure.start)
        )
        is_of_another = spot.category and thread.anchor and thread.anchor.category != spot.category
        mention.anchor = None if is_of_no_giver or is_of_another else thread.anchor
        mention.row = tuple(thread.alike)
        yield mention
    thread.alike = []


def _is_share_of_spent(thread: Thread, spot: Spot) -> bool:
    """Whether a rate is the share of the budget before it that was spent: 支出95万元，占预算100万元的95%."""
    spent, budget = thread.spent, thread.anchor
    return spent is not None and budget is not None and is_share(spent.wan, spot.figure, {budget.wan})
