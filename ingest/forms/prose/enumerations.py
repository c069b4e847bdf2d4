"""Items of an enumeration that each have a budget of their own: 一是城关镇，下达500万元；二是河东镇，下达300万元."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ingest.forms.funds.statement import BUDGETS
from ingest.forms.prose.itemised import SPENDER
from ingest.forms.prose.mention import Mention
from ingest.lexicon.labels import RATE_MEASURES
from ingest.lexicon.phrases.money import without_measures
from ingest.lexicon.text import squeeze

_MARK = re.compile(r"(?:^|[，,；;。：:\s])(?P<mark>[一二三四五六七八九十]是|[（(]\d{1,2}[)）]|[①-⑳])")
_FIRST = frozenset({"一是", "（1）", "(1)", "①"})
_JOINED = re.compile(r"\s*[、和及与，,]")
_GENERAL = re.compile(r"项目|专项|部门|单位|财政|上级|第.批|[我本该各此的]")
_OF_ALL = re.compile(r"部门|单位|整体|合计|总|(?<!公)共")
_SUMS_UP = re.compile(r"合计|总|(?<!公)共")
_PLACE = re.compile("(?!全|本|我|各)[\\u4e00-\\u9fff]{1,6}[市州盟县区旗镇乡村]")
_PURPOSE = re.compile(r"[\u4e00-\u9fff]{2,}(?:经费|费|补助|补贴)$")


def last_mark(words: str, before: str | None) -> str | None:
    """The mark of the item in which words end that may begin one; `before` holds where they do not."""
    marks = _MARK.findall(words)
    return marks[-1] if marks else before


def mark_row(sentence: str, found: Sequence[Mention]) -> None:
    """批复宣传经费5万元、培训经费3万元: budgets for one thing, place or spender each, side by side, are parts."""
    for first, second in pairwise(found):
        between = sentence[first.figure.end : second.figure.start]
        is_budget = first.measure in BUDGETS and (second.is_unnamed or second.measure in BUDGETS)
        is_row = _JOINED.match(between) and any(is_of(first) and is_of(second) for is_of in (_is_purpose, _is_spender))
        if is_budget and (is_row or (between.startswith("、") and _is_place(first) and _is_place(second))):
            first.is_part = second.is_part = True


def _is_purpose(mention: Mention) -> bool:
    is_own = mention.broken_down is None and mention.level is None and not mention.is_of_giver
    return is_own and bool(_PURPOSE.search(_GENERAL.sub("", without_measures(squeeze(mention.about)))))


def _is_spender(mention: Mention) -> bool:
    is_own = mention.broken_down is None and not mention.is_of_giver
    return is_own and bool(SPENDER.fullmatch(without_measures(squeeze(mention.about))))


def _is_place(mention: Mention) -> bool:
    is_own = mention.broken_down is None and not mention.is_of_giver
    return is_own and bool(_PLACE.fullmatch(without_measures(squeeze(mention.about))))


def doubt_items(prose: Sequence[Mention]) -> None:
    """Mark what the items of an enumeration say of their money where several have a budget or spending of their own."""
    for items in _enumerations(prose):
        budgets = [budget for item in items if (budget := next(filter(_is_budget, item), None))]
        spent = [amount for item in items if (amount := next(filter(_is_spent, item), None))]
        if any(_differ(first, second) for amounts in (budgets, spent) for first, second in pairwise(amounts)):
            for mention in (mention for item in items for mention in item):
                is_plain = not (mention.broken_down or mention.project or mention.category)
                if is_plain and mention.measure in {*BUDGETS, "executed", *RATE_MEASURES}:
                    mention.doubt = mention.doubt or "project"


def _enumerations(prose: Sequence[Mention]) -> Iterator[list[list[Mention]]]:
    """The figures of each enumeration, item by item."""
    items: list[list[Mention]] = []
    mark: str | None = None
    is_over = False
    for mention in prose:
        is_over = mention.listed == mark and (is_over or bool(_SUMS_UP.search(mention.about)))
        if is_over or mention.listed is None or (mention.listed in _FIRST and mention.listed != mark):
            yield items
            items = []
        elif mention.listed == mark and items:
            items[-1].append(mention)
            continue
        mark = mention.listed
        if mark is not None and not is_over:
            items.append([mention])
    yield items


def _is_spent(mention: Mention) -> bool:
    """Whether an amount is spending of which no word says on what."""
    is_plain = not (mention.broken_down or mention.project or mention.category or without_measures(mention.about))
    return mention.measure == "executed" and is_plain and not _OF_ALL.search(mention.about)


def _is_budget(mention: Mention) -> bool:
    """Whether an amount is a budget of which no word says that it is all, who gave it or of which project it is."""
    is_own = not (mention.broken_down or mention.project or mention.category)
    is_of_all = mention.is_of_giver or mention.level is not None or _OF_ALL.search(mention.about)
    return mention.measure in BUDGETS and is_own and not is_of_all


def _differ(first: Mention, second: Mention) -> bool:
    """Whether two budgets are of two things: they are alike but for the amount, or name one each."""
    names = {without_measures(first.about), without_measures(second.about)}
    is_alike = first.measure == second.measure or ("" not in names and len(names) > 1)
    return is_alike and first.figure.in_wan != second.figure.in_wan
