"""Headings of a table that a converter has joined: their figures are joined too, and no sentence says what they are."""

from __future__ import annotations

import re
from functools import lru_cache

_LEADS = "年初|年终|年度|年末|全年|调整后?|实际|预期|预算"
_NAMES = (
    "一级(?:绩效)?指标(?:名称)?|二级(?:绩效)?指标(?:名称)?|三级(?:绩效)?指标(?:名称)?|指标(?:名称|性质|值|权重|得分)|"
    "计量单位|度量单位|目标值|完成值|实际值|预算[数率]|执行[数率]|支出[数率]|到位[数率]|权重|分值|得分|自评分|复核分|"
    "偏差原因|评[分价]标准"
)
_UNIT = r"(?:[（(][^（()）]{1,6}[)）])?"
_HEADING = f"(?:{_LEADS})?(?:{_NAMES}){_UNIT}"
# Where each alternative begins with a character of its own, a search jumps to it.
_FIRST = "|".join([*(f"{lead}(?:{_NAMES})" for lead in _LEADS.split("|")), _NAMES])
_FOUR = re.compile(f"(?:{_FIRST}){_UNIT}{_HEADING * 3}")
_BETWEEN = r"(?:数(?:（[A-Z]）)?(?:全年)?|(?:（[A-Z]）)?全年)(?:[（(]调整[)）])?(?:预算|执行|支出)数"
_FEWER = re.compile(
    r"一级(?:绩效)?指标(?:名称)?二级(?:绩效)?指标|"
    rf"年初预算{_BETWEEN}|全年预算{_BETWEEN}|预算数[（(]A[)）]执行数[（(]B[)）]|"
    r"（万?元[)）]\d[\d,.]*[\u4e00-\u9fff]|\(万?元[)）]\d[\d,.]*[\u4e00-\u9fff]"
)


@lru_cache(maxsize=2048)
def headings_run_together(text: str) -> int | None:
    """Where the first of several headings stands that nothing parts, the last one perhaps from its figure; None for a
    text without any."""
    if not ("数" in text or "指标" in text or "元" in text):
        return None
    return min((match.start() for pattern in (_FOUR, _FEWER) if (match := pattern.search(text))), default=None)


def before_joined_headings(text: str) -> str:
    """The sentences of a text before the one in which headings are joined."""
    start = headings_run_together(text)
    return text if start is None else text[: text.rfind("。", 0, start) + 1]
