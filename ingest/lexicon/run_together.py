"""Headings of a table that a converter has joined: their figures are joined too, and no sentence says what they are."""

from __future__ import annotations

import re

_HEADING = (
    r"(?:年初|年终|年度|年末|全年|调整后?|实际|预期|预算)?"
    r"(?:[一二三]级(?:绩效)?指标(?:名称)?|指标(?:名称|性质|值|权重|得分)|[计度]量单位|(?:目标|完成|实际)值|"
    r"(?:预算|执行|支出|到位)[数率]|权重|分值|得分|自评分|复核分|偏差原因|评[分价]标准)(?:[（(][^（()）]{1,6}[)）])?"
)
_JOINED = re.compile(
    r"一级(?:绩效)?指标(?:名称)?二级(?:绩效)?指标|"
    r"(?:年初|全年)预算(?:数(?:（[A-Z]）)?(?:全年)?|(?:（[A-Z]）)?全年)(?:[（(]调整[)）])?(?:预算|执行|支出)数|"
    r"预算数[（(]A[)）]执行数[（(]B[)）]|"
    rf"{_HEADING}{_HEADING}{_HEADING}{_HEADING}|"
    r"[（(]万?元[)）]\d[\d,.]*[\u4e00-\u9fff]"
)


def headings_run_together(text: str) -> int | None:
    """Where the first of several headings stands that nothing parts, the last one perhaps from its figure; None for a
    text without any."""
    match = _JOINED.search(text) if "数" in text or "指标" in text or "元" in text else None
    return match.start() if match else None


def before_joined_headings(text: str) -> str:
    """The sentences of a text before the one in which headings are joined."""
    start = headings_run_together(text)
    return text if start is None else text[: text.rfind("。", 0, start) + 1]
