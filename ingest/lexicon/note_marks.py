"""The mark of a note behind a figure or a label, which says nothing of either: 3座①, 得分¹, 全年预算数[1], 95%*,
完成值注1."""

from __future__ import annotations

import re

_CIRCLED = "①-⑳"
_NOTE = (
    rf"(?<![备标批附关])注\s*\d{{1,2}}|[\[［〔【]注?\s*\d{{1,2}}[\]］〕】]|[（(]注\s*(?:\d{{1,2}}|[{_CIRCLED}])?[)）]"
)
_MARK = rf"[{_CIRCLED}]+|[¹²³⁰⁴-⁹]+|[*＊※]+|{_NOTE}"
_LAST = frozenset("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳¹²³⁰⁴⁵⁶⁷⁸⁹*＊※]］〕】)）%％ABCDEFGHI")
"""What a text with a mark or a formula at its end ends in."""
_FORMULA = rf"[{_CIRCLED}]\s*[=＝/÷][{_CIRCLED}\d\s/÷×*+%％()（）－-]+"
"""How a column that is numbered comes of others: 执行率③=②/①."""
_LETTERED = r"(?<=[数额率])\s*[A-I](?:\s*[=＝/÷][A-I\d\s/÷×*+%％()（）－-]+)?"
"""The letter of a column, or how it comes of others: 预算数A, 执行率B/A."""
_BEHIND_LABEL = re.compile(
    rf"(?=[\s{_CIRCLED}¹²³⁰⁴-⁹*＊※\[［〔【（(A-I注])(?<=[\u4e00-\u9fff)）%％])\s*(?:{_MARK}|{_FORMULA}|{_LETTERED})$"
)
_BEHIND_FIGURE = re.compile(
    rf"(?=[\s{_CIRCLED}¹²³⁰⁴-⁹*＊※\[［〔【（(注])(?<=[\d%％\u4e00-\u9fff])\s*(?:(?![²³⁰⁴-⁹])(?:{_MARK})|(?<=[%％])[²³])$"
)
"""Behind a figure or its unit ² may be an exponent, as ¹ is none, nor is any behind %."""
_BEFORE_FIGURE = re.compile(rf"^\s*[{_CIRCLED}]\s*(?=[-+¥￥]?\d)")
_POWER = re.compile(rf"(?<=\d)[⁰¹²³⁴-⁹{_CIRCLED}]")
_FIRST = frozenset("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")


def label_without(text: str) -> str:
    """A label without the mark behind it."""
    return _BEHIND_LABEL.sub("", text) if _may_end_in_mark(text) else text


def figure_without(text: str) -> str:
    """A figure without the mark behind it, or the number of a list before it."""
    if _may_end_in_mark(text):
        text = _BEHIND_FIGURE.sub("", text)
    return _BEFORE_FIGURE.sub("", text) if text[:1] in _FIRST else text


def _may_end_in_mark(text: str) -> bool:
    return text[-1:] in _LAST or "注" in text[-4:]


def has_raised_digit(text: str) -> bool:
    """Whether a digit of a figure is raised, so that the others are not all of it: 10²."""
    return not text.isascii() and _POWER.search(text) is not None
