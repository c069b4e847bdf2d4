"""What an amount in a sentence is: a part of the one broken down, another figure of a part, or one of its own."""

from __future__ import annotations

import re
from decimal import Decimal

from ingest.forms.prose.breakdowns import BREAKS_DOWN, OF_FUNDS, item_behind, item_of
from ingest.forms.prose.mention import Mention
from ingest.forms.prose.parts import GIVEN, is_not_of_whole, own_unit
from ingest.forms.prose.projects import is_name
from ingest.forms.prose.spot import CATEGORY, CHANGES, Spot
from ingest.forms.prose.thread import Thread
from ingest.lexicon.funding_labels import funding_label
from ingest.lexicon.phrases.money import is_of_all, money_measure, part_measure, without_measures
from ingest.lexicon.text import squeeze

_OVERALL = re.compile(r"全部|总支出|支出合计|部门(?:整体|支出|预算)|总额|[合总共]计")
_OF_ALL = re.compile(r"[共总全]部?(?!年)|合计|累计|项目")
_EACH_OF = re.compile(r"[，,]\s*(?:分别[为是]|即[：:])")
_PAIRED_PART = re.compile(r"元[^；;。元]*元[^；;。]*")
_SPENT_OF = re.compile(
    r"[\u4e00-\u9fff]{2}[\d.,]+\s*[万亿]?元[，,、]?(?:实际|累计|已|共)*(?:支出|支付|使用|执行|列支)(?:数|资金|金额)?\d"
)
_GIVES = re.compile(r"(?:安排|下达|预算)(?!.*支出$)")
_COMPARES = ("较", "比", "与")
_OF_YEAR = ("当年", "本年")
_FROM_BEFORE = re.compile(r"(?:其中[:：]?)?(?:上年|上一年|以前年度|年初结转|20\d\d年(?:度|末|底)*结[转余])")


def amount(thread: Thread, spot: Spot) -> Mention:
    if thread.in_breakdown and thread.main is not None and not spot.is_spent:
        part = _part(thread, spot, thread.main)
        if part is not None:
            return part
    is_nameless = not spot.about and "其中" in spot.before
    measure = None if is_nameless else spot.measure(thread.cell.text, thread.times.is_other)
    is_unclear = measure == "budgeted_spending"
    measure = "other_amount" if is_unclear else measure
    if spot.category and measure != "other_amount":
        thread.category = spot.category
    elif _OVERALL.search(spot.about):
        thread.category = None
    elif thread.heading and not thread.category and thread.main is None and not without_measures(spot.about):
        is_of_thing = thread.last is not None and thread.last.is_unnamed
        thread.category = None if is_of_thing else thread.heading
    mention = thread.mention(measure or "other_amount", spot)
    mention.is_unnamed = measure is None
    is_compared = spot.about.startswith(_COMPARES)
    is_no_whole = is_compared or spot.about.endswith(CHANGES) or thread.times.is_other
    thread.unclear = mention if mention.measure == "other_amount" and not is_no_whole else None
    mention.is_of_giver = spot.is_of_giver
    mention.is_part = spot.is_item and is_name(spot.about)
    if mention.measure in {"executed", "funds_received"} and thread.in_breakdown and thread.parts.last is not None:
        mention.rival = _rival(spot, thread.parts.last)
    if mention.measure != "other_amount":
        mention.category = thread.category if spot.category or not without_measures(spot.about[is_compared:]) else None
    if mention.measure != "other_amount" or mention.is_of_giver:
        mention.level = spot.level
    thread.spent = mention if mention.measure == "executed" else thread.spent
    if mention.measure in OF_FUNDS:
        if not (without_measures(spot.about) or mention.is_of_giver):
            mention.anchor = thread.anchor
        in_row = thread.anchor is not None and thread.anchor.measure == mention.measure
        thread.alike = [*(thread.alike if in_row else []), mention]
        thread.anchor = thread.anchor if is_compared and thread.anchor else mention
    if (mention.measure != "other_amount" or is_unclear) and not (thread.main is not None and is_compared):
        thread.main = mention
    return mention


def _rival(spot: Spot, part: Mention) -> Mention | None:
    """The part before spending that it may be of, for all that its words and its size say."""
    is_whole = _OF_ALL.search(spot.about) or without_measures(spot.about)
    is_within = (spot.figure.in_wan or 0) <= part.wan
    return part if part.measure in GIVEN and is_within and not is_whole else None


def _part(thread: Thread, spot: Spot, whole: Mention) -> Mention | None:
    """The figure as a part of `whole`, None where its words name the report's total again or something else."""
    measure = part_measure(CATEGORY.sub("", spot.about), spot.behind)
    if whole.measure == "budget_adjustment" and spot.about.endswith(CHANGES):
        measure = whole.measure
    item = item_of(spot.before) or item_behind(spot.following)
    if measure == "other_amount":
        return None
    if part := _described(thread, spot, item, whole):
        return of_part(thread, money_measure(spot.about), spot, part)
    own_words = without_measures(item)
    is_from_before = measure == "carryover" and _is_from_before(spot, item)
    is_of_other_year = whole.year is not None and whole.year != thread.times.year and not is_from_before
    is_of_whole = is_of_all(item) and not _is_own_share(thread, spot, item, whole)
    if not spot.category and (is_of_whole or (is_of_other_year and not own_words)):
        if measure not in {None, "appropriated", *GIVEN} or not _is_rest(thread, spot, whole):
            return None
        item, measure = squeeze(spot.about), whole.measure
    if spot.category and spot.category == whole.category and not own_words:
        return None
    is_source = funding_label(item).kind == "source"
    is_given = whole.measure == "executed" and _GIVES.search(spot.about)
    if measure == "appropriated" and not is_given and (own_words or is_source):
        measure = whole.measure
    is_spent_of = (whole.measure == "executed" and "其中" in spot.before) or whole.is_unnamed
    if is_from_before and (is_spent_of or whole.measure in {*GIVEN, money_measure(spot.about)}):
        measure = whole.measure
    if not spot.category and measure not in {None, whole.measure} and not own_words:
        return None
    if measure == "revenue" and is_source and whole.measure in GIVEN:
        measure = whole.measure
    is_spent = whole.measure in GIVEN and "executed" in {measure, money_measure(spot.about)}
    if is_spent and thread.parts.exceed(whole, spot.figure.in_wan or Decimal(0)):
        return None
    if is_spent and (budgeted := thread.parts.budgeted(whole, item)):
        return thread.parts.name_again(thread.mention("executed", spot), budgeted)
    opens_list = "：" in spot.before or BREAKS_DOWN.search(spot.before)
    if spot.figure.number and not opens_list and thread.parts.come_to(whole):
        return None
    mention = thread.mention(measure or whole.measure, spot)
    mention.broken_down, mention.is_unnamed = whole, measure is None
    mention.opens_parts = "其中" in spot.before or bool(_EACH_OF.search(spot.before))
    if spot.category and spot.category != whole.category:
        mention.category = spot.category
    else:
        mention.item = item
    thread.parts.name(mention)
    return mention


def _is_from_before(spot: Spot, item: str) -> bool:
    """Whether what is left over is that of a year before: 上年结转, 2021年结转."""
    return bool(_FROM_BEFORE.match(item) or _FROM_BEFORE.match(spot.about))


def _is_own_share(thread: Thread, spot: Spot, item: str, whole: Mention) -> bool:
    """Whether an amount of the writer's own is a part: 其中我县100万元, or one named so before."""
    if own_unit(item) is None or (spot.figure.in_wan or 0) >= whole.wan:
        return False
    opens = "其中" in spot.before and money_measure(spot.about) != "executed"
    return opens or thread.parts.budgeted(whole, item) is not None


def _is_rest(thread: Thread, spot: Spot, whole: Mention) -> bool:
    """Whether an amount of the year itself is a part: 其中当年预算450万元, or what other parts lack of the whole."""
    amount = spot.figure.in_wan or Decimal(0)
    if whole.measure in GIVEN and money_measure(spot.about) == "executed":
        return False
    opens = "其中" in spot.before and spot.about.startswith(_OF_YEAR)
    return thread.parts.lack(whole, amount) or (opens and amount < whole.wan)


def _described(thread: Thread, spot: Spot, item: str, whole: Mention) -> Mention | None:
    """The part before it that a figure without a name of its own is of: the only one, where each has figures like
    it or it cannot be the whole's, the one that it is compared with, or the one right before its bracket."""
    part = thread.parts.last
    is_compared = spot.about.startswith(_COMPARES)
    own_words = without_measures(spot.about[is_compared:])
    is_rest = money_measure(spot.about) == "carryover" and not _is_from_before(spot, item)
    if part is None or spot.category or own_words or (funding_label(item).kind == "source" and not is_rest):
        return None
    if is_compared and thread.parts.count > 1 and thread.parts.come_to(whole):
        return None
    between = spot.sentence[part.figure.end : spot.figure.start].lstrip()
    if is_compared or (between.startswith(("（", "(")) and "）" not in between and ")" not in between):
        return part
    start = whole.figure.end if whole.figure.start < spot.figure.start else 0
    is_in_row = (spot.figure.in_wan or 0) <= part.wan and len(_SPENT_OF.findall(spot.sentence, start)) > 1
    is_paired = is_in_row or len(_PAIRED_PART.findall(spot.sentence)) > 1
    return thread.parts.only if is_paired or is_not_of_whole(spot, part, whole) else None


def of_part(thread: Thread, measure: str | None, spot: Spot, part: Mention) -> Mention:
    """Another figure of the part that stands before it."""
    return thread.parts.add(thread.mention(measure or "other_amount", spot), part)
