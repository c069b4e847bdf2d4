"""Deadlines: the day, month or year by which something is to be done."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.lexicon.text import fold

_DATE = (
    r"(?<![\d.])(?P<{name}>20[0-4]\d)(?:年度?(?:\d{{1,2}}月(?:份|\d{{1,2}}日)?)?|[./-]\d{{1,2}}(?:[./-]\d{{1,2}})?日?)"
    r"(?:[上中下]旬|年?[底末]|[上下]半年|第?[一二三四1-4]季度)?"
)
_TO_BE_DONE = (
    r"(?:完成|竣工|完工|建成|投入使用|交付|投产|上线|启用|通过验收|到位|开工|支付|达到|实现)"
    r"(?!了|的|情况|后|以来|率|时间|比例|数)"
)
_BETWEEN = r"(?:(?!已|曾|经|累计)[^,。;:、])"
_INTENT = r"(?:要|需|须|应|将|计划|确保|力争|必须)"
_IN_TEXT = re.compile(
    _DATE.format(name="year")
    + rf"(?:(?:之前|以前|前|内),?{_BETWEEN}{{0,6}}?{_TO_BE_DONE}"
    + rf"|{_BETWEEN}{{0,3}}?{_INTENT}{_BETWEEN}{{0,6}}?{_TO_BE_DONE}"
    + rf"|(?<=[底末旬日月])(?:全面|全部|基本)?{_TO_BE_DONE})"
)
_ALONE = re.compile(
    rf"^(?:[<>≤≥=]+|于|在|不晚于|不迟于|截[至止])?{_DATE.format(name='year')}(?:之前|以前|前|内|完成|按时|及时|完工|竣工|验收|达标|为?止)*$"
)
_NAMES = re.compile(r"《[^》]*》|“[^”]*”|〔[^〕]*〕|\[\d{4}\]")


@dataclass(frozen=True, slots=True)
class Deadline:
    """`text` as printed, without white space."""

    year: int
    text: str


def deadlines(text: str) -> list[Deadline]:
    """The deadlines in running text: 2023年12月底前完成. What was done by then holds none, nor do names in 《》, “”."""
    folded = fold(text)
    if "20" not in folded:
        return []
    masked = _NAMES.sub(lambda match: "　" * len(match.group()), folded)
    return [Deadline(int(match["year"]), match.group()) for match in _IN_TEXT.finditer(masked)]


def target_deadlines(text: str | None) -> list[Deadline]:
    """The deadlines of a target's cell, which may be a date alone (2023年12月31日)."""
    folded = fold(text or "")
    alone = _ALONE.match(folded)
    return [Deadline(int(alone["year"]), folded)] if alone else deadlines(folded)
