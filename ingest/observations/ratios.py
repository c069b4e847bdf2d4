# ruff: noqa: E501  (a vocabulary is read by the line)
"""Percentages in prose beside the quantities that they are of: 任务10个，完成12个，完成率120%; 应办100件，办结99件，占99%.

A rate is taken for one of two quantities only where its words tie it to them: the verb of the rate (办结率) stands by the
second quantity, or a plan stands by the first and 完成 by the second. Growth, and money of the budget, is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ingest.lexicon.numbers import Figure, figures
from ingest.lexicon.quantities import Quantity, quantities
from ingest.lexicon.text import tidy
from ingest.observations.records import TextRatio
from ingest.observations.sentences import Sentence

_LONGEST_GAP = 16
_MOST_BASES = 3

# fmt: off
_NAMED_RATE = re.compile(r"(?P<stem>[\u4e00-\u9fff]{2})率(?:已|均|就|约|仅|高)?(?:达到?|为|是)?(?:了|到)?[:：]?\s*$")
_OF_THE_PLAN = re.compile(r"(?:完成|达到?|实现|占)(?:了|到)?(?:本|全|当)?年?度?(?:初)?(?:的)?(?:总)?(?:计划|目标|任务)(?:任务|目标|总)?(?:数|量|值)?的?\s*$")
_SHARE = re.compile(r"占(?:总(?:数|量|人数|户数|面积)|比(?:例)?|应[\u4e00-\u9fff]{1,3}数)?(?:的)?(?:比例|比重)?(?:为|达到?)?[:：]?\s*$")
_OF_BASE = re.compile(r"^\s*的(?:比例为?)?\s*$")
_PLAN = re.compile(r"任务|计划|目标|指标|应|需|预计|拟|年初|要求")
_DONE = re.compile(r"完成|已|实际|实现|建成|办结|达到")
_OTHER = re.compile(r"增长|同比|环比|提高|提升|下降|降低|减少|增幅|增速|超额?|超过|较|比(?!例|重)|其余|预算|分别|均|各(?=占)")
_CLAUSE = re.compile(r"[，,；;。：:]")
_WHOLE = re.compile(r"共|总|其中|累计|合计|全部|现有|应")
_OTHER_TIME = re.compile(r"20\d\d\s*年|去年|上年|上一年|同期|往年")
_BUDGET_STEMS = frozenset({"执行", "支出", "到位", "支付", "使用"})
# fmt: on


def text_ratios(report_no: int, prose: Iterable[Sentence]) -> list[TextRatio]:
    """All such percentages of a report's prose."""
    found: list[TextRatio] = []
    number = 0
    for sentence in prose:
        if "%" not in sentence.text and "％" not in sentence.text:
            continue
        for claim in _claims(sentence.text):
            number += 1
            found.extend(_record(report_no, number, claim, base, sentence) for base in claim.bases)
    return found


@dataclass(frozen=True, slots=True)
class _Claim:
    about: str
    rate: Figure
    part: Quantity
    bases: list[Quantity]


def _record(report_no: int, ratio_no: int, claim: _Claim, base: Quantity, sentence: Sentence) -> TextRatio:
    start = min(base.start, claim.part.start)
    return TextRatio(
        report_no=report_no,
        ratio_no=ratio_no,
        about=claim.about,
        part_text=tidy(claim.part.value_text) or "",
        part=claim.part.number,
        part_half=claim.part.half,
        base_text=tidy(base.value_text) or "",
        base=base.number,
        base_half=base.half,
        rate_text=f"{claim.rate.value_text}{claim.rate.unit_text or ''}",
        rate=claim.rate.number,
        rate_decimals=claim.rate.decimals,
        evidence=sentence.evidence(start, claim.rate.end),
    )


def _claims(text: str) -> Iterator[_Claim]:
    counted = [quantity for quantity in quantities(text) if not (quantity.is_about or quantity.is_over)]
    if len(counted) < 2:
        return
    percents = [figure for figure in figures(text) if figure.unit == "percent" and figure.unit_text != "百分之"]
    for rate in percents:
        before = [quantity for quantity in counted if quantity.end <= rate.start]
        if len(before) < 2:
            continue
        words = text[before[-1].end : rate.start]
        if (
            len(words) > _LONGEST_GAP
            or _OTHER.search(words)
            or any(before[-1].end <= other.start < rate.start for other in percents)
        ):
            continue
        claim = _base_last(text, rate, before, words) or _part_last(text, rate, before, words, percents)
        if claim is not None:
            yield claim


def _base_last(text: str, rate: Figure, before: list[Quantity], words: str) -> _Claim | None:
    """完成2975人，占任务3500人的85%: the base stands right before the rate."""
    base, part = before[-1], before[-2]
    between = text[part.end : base.start]
    if not _OF_BASE.match(words) or base.unit != part.unit or _OTHER_TIME.search(between) or _OTHER.search(between):
        return None
    if not re.search(r"占|完成|达到?", between):
        return None
    return _Claim(_plain(re.split(r"[，,]", between)[-1]), rate, part, [base])


def _part_last(text: str, rate: Figure, before: list[Quantity], words: str, percents: list[Figure]) -> _Claim | None:
    label = re.split(r"[，,、（(]", words)[-1]
    named = _NAMED_RATE.search(label)
    if named is None and not _OF_THE_PLAN.search(label) and not _SHARE.search(label):
        return None
    last = _last_done(text, before, named["stem"]) if named else len(before) - 1
    if last is None:
        return None
    part, before = before[last], before[: last + 1]
    bases = [quantity for quantity in before[:-1] if quantity.unit == part.unit]
    last_rate = max((other.end for other in percents if other.end <= part.start), default=0)
    bases = [quantity for quantity in bases if quantity.start >= last_rate] or bases
    bases = [base for base in bases[-_MOST_BASES:] if _belongs(text, base, part, rate, named, label)]
    return _Claim(_plain(label), rate, part, bases[::-1]) if bases else None


def _last_done(text: str, before: list[Quantity], stem: str) -> int | None:
    """Where the last quantity stands that its words say was done, the last one of all where none does; None where what
    was not done is counted: 已完工82个，在建4个，完工率; 抽检50批，不合格1批，合格率."""
    for at in range(len(before) - 1, 0, -1):
        words = _CLAUSE.split(text[before[at - 1].end : before[at].start])[-1]
        if re.search(f"(?:[未不没]|没有){stem}", words):
            return None
        if stem in words:
            return at
        if before[at].unit != before[at - 1].unit:
            break
    return len(before) - 1


def _belongs(text: str, base: Quantity, part: Quantity, rate: Figure, named: re.Match[str] | None, label: str) -> bool:
    """Whether words tie the rate to the two quantities."""
    between = text[base.end : part.start]
    if _OTHER_TIME.search(between) or _OTHER.search(between):
        return False
    if named is not None and part.unit == "元" and named["stem"] in _BUDGET_STEMS:
        return False
    if named is None and _SHARE.search(label):
        return bool(_WHOLE.search(text[: part.start]))
    planned = bool(_PLAN.search(re.split(r"[，,；;。]", text[: base.start])[-1]))
    if named is None or named["stem"] == "完成":
        return planned and bool(_DONE.search(between))
    verb_place = between + text[part.end : rate.start - len(label)]
    return named["stem"] in verb_place or named["stem"][::-1] in verb_place


def _plain(label: str) -> str:
    return (tidy(label) or "").rstrip("为是达到了:：")
