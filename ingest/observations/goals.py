# ruff: noqa: E501  (a vocabulary is read by the line)
"""Goal against completion: the quantities that both name, and how much of the completion is the goal's own wording."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ingest.forms.goals import Place
from ingest.lexicon.quantities import noun_of, quantities
from ingest.lexicon.text import fold, letters
from ingest.observations.records import GoalLikeness, GoalQuantity
from ingest.observations.sentences import sentences

_DIGITS = Decimal("0.0001")

# fmt: off
_BOUND = re.compile(r"不超过|不高于|不多于|不大于|控制在|低于|(?<!不)少于|小于|减少|下降|压减|降低|≤|<=|最多")
_BOUND_BEHIND = re.compile(r"^(?:以内|以下|之内|内)")
_NO_GOAL = re.compile(r"现有|目前|原有|已|截[至止]|上年|去年|往年|累计|现状|历年|十[三四五]五|20\d\d[-—~至]")
_NOT_DONE = re.compile(r"拟|计划|预计|目标|任务|应|原定|预期|未|尚|剩余|其余|没有|取消|上年|去年|往年|同期|下一步|明年|下年")
_CLAUSE_START, _CLAUSE_END = re.compile(r"[，,；;。：:、]"), re.compile(r"[，,；;。]")
_YEAR = re.compile(r"(20\d\d)\s*年")

_LEAD_IN = re.compile(r"^(?:(?:20\d\d年度?|本年度?|全年|年度)?(?:年度)?(?:总体|绩效|预期|实际|工作)*(?:目标|已完成|完成情况|完成|已实现)[:：])+")
_BASIS = re.compile(r"^(?:根据|按照|依据|依照|遵照)(?:《[^》]*》(?:[^《》,，。；;]{0,20}(?:要求|精神|规定|文件|通知|办法|安排|部署))?[、,，和及与]+)+")
_NUMBERING = re.compile(r"(?:^|(?<=[。；;，,、：:）)]))(?:[（(]?[一二三四五六七八九十\d]{1,2}[)）]|\d{1,2}[.、．](?!\d)|[一二三四五六七八九十]{1,2}[、是]|[①-⑳])")
_FIGURE = re.compile(r"(\d[\d,]*(?:\.\d+)?[万亿]?)([^\d\W年月日号〕\]]|%)")
_DONE = re.compile(r"已|完成|实现|达到|实际|建成")
# fmt: on


def goal_quantities(report_no: int, goal: Place | None, done: Place | None) -> list[GoalQuantity]:
    """The quantities of the goal and of the completion that can be held against each other."""
    found = [*_quantities(report_no, "goal", goal), *_quantities(report_no, "completion", done)]
    for number, quantity in enumerate(found, start=1):
        quantity.quantity_no = number
    return found


def _quantities(report_no: int, side: str, place: Place | None) -> Iterator[GoalQuantity]:
    told = sentences(place.parts if place else ())
    for sentence in (part for whole in told for part in whole.parts()):
        text = sentence.text
        for quantity in quantities(text):
            before = _CLAUSE_START.split(text[: quantity.start])[-1]
            behind = _CLAUSE_END.split(text[quantity.end :])[0]
            if quantity.is_about or quantity.unit == "元":
                continue
            if _BOUND.search(before) or _BOUND_BEHIND.match(behind):
                continue
            if (_NO_GOAL if side == "goal" else _NOT_DONE).search(before + "　" + behind):
                continue
            noun = noun_of(text, quantity)
            if noun is None and not quantity.unit_tells:
                continue
            years = _YEAR.findall(text[: quantity.start])
            yield GoalQuantity(
                report_no=report_no,
                quantity_no=0,
                side=side,
                noun=noun,
                unit=quantity.unit,
                number=quantity.number,
                value_text=quantity.value_text,
                year=int(years[-1]) if years else None,
                evidence=sentence.evidence(quantity.start, quantity.end),
            )


def goal_likeness(report_no: int, goal: Place | None, done: Place | None) -> GoalLikeness | None:
    """How much of the completion is the goal's wording; None where one of them is not given."""
    if goal is None or done is None:
        return None
    first, second = _bare(goal.text), _bare(done.text)
    if not first or not second:
        return None
    row, cell = done.parts[0]
    ratio = 2 * _in_common(first, second) / (len(first) + len(second))
    return GoalLikeness(
        report_no=report_no,
        similarity=Decimal(ratio).quantize(_DIGITS),
        characters=len(second),
        says_done=_says_done(goal.text, done.text),
        evidence=row.evidence(cell),
    )


def _in_common(first: str, second: str) -> int:
    """How many characters two texts have in common in one order: of their longest common part, and of what stands
    before it and behind it in both. It is what `difflib` counts, which takes ten times as long over long texts."""
    count = 0
    pairs = [(first, second)]
    while pairs:
        one, other = pairs.pop()
        size = end = 0
        for stop in range(1, len(one) + 1):
            if one[stop - size - 1 : stop] in other:
                size, end = size + 1, stop
        if size:
            count += size
            place = other.index(one[end - size : end])
            pairs += [(one[: end - size], other[:place]), (one[end:], other[place + size :])]
    return count


def _bare(text: str) -> str:
    """The text without numbers, lead-ins and punctuation."""
    folded = fold(text)
    for pattern in (_LEAD_IN, _BASIS):
        folded = pattern.sub("", folded)
    return letters(_NUMBERING.sub("", folded))


def _says_done(goal: str, done: str) -> bool:
    """Whether the completion gives other figures than the goal, or most sentences of a quantified completion say that
    they were done where the goal's do not."""
    planned, reached = _figures(goal), _figures(done)
    if any(reached[unit] - planned[unit] for unit in planned.keys() & reached.keys()):
        return True
    added = len(_DONE.findall(_LEAD_IN.sub("", fold(done)))) - len(_DONE.findall(_LEAD_IN.sub("", fold(goal))))
    stated = len([part for part in re.split(r"[。；;]", done) if part.strip()])
    return added >= max(1, stated // 2) and bool(quantities(goal) and quantities(done))


def _figures(text: str) -> dict[str, set[str]]:
    """The numbers of a text by the character behind them: 310天 is 310 under 天. Dates are none."""
    found: dict[str, set[str]] = {}
    for number, unit in _FIGURE.findall(_NUMBERING.sub("", _LEAD_IN.sub("", fold(text)))):
        found.setdefault(unit, set()).add(number.replace(",", ""))
    return found
