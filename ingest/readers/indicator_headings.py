"""Headings of indicators of which only the order of their words is left."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.lexicon.labels import MONEY_MEASURES, column_concept, is_level1_name, is_level2_name, numbers_rows
from ingest.lexicon.numbers import cell_figure

_LEVELS = ["level1", "level2", "level3"]
_MONEY = frozenset(MONEY_MEASURES)
_VALUES = frozenset({"target", "actual"})
_POINTS = frozenset({"weight", "score"})
_BESIDE_NAMES = _VALUES | _POINTS | {"operator", "target_unit", "reason", "deduction", "explanation", "criteria"}
_PARTS_OF_TARGET = frozenset({"operator", "target", "target_unit"})
_OVER_LEVELS = _VALUES | {"level3"}
_WIDEST_HEADING = 16


def heading_at(words: Sequence[str], position: int) -> tuple[list[str], int] | None:
    """The labels of the columns whose heading begins at a position, in their order, and the position behind them; None
    where none does."""
    upper, groups, below = _upper_row(words, position)
    printed = _heading(words, position + len(upper))
    lower = _with_second_lines(printed)
    concepts = [column_concept(word) for word in lower]
    parts = set(concepts[len(_LEVELS) :])
    is_told_apart = all(concepts.count(concept) < 2 for concept in _VALUES | _POINTS)
    if not lower or not is_told_apart or (upper and not (parts and parts <= below)):
        return None
    return [*lower, *upper[groups:]], position + len(upper) + len(printed)


def _upper_row(words: Sequence[str], position: int) -> tuple[list[str], int, frozenset[str]]:
    """The upper row of a heading of two, how many of its words stand over the lower row, and what that may hold behind
    the levels; the others reach down beside it. The first stands over the parts of a target, or over the levels, before
    one over the values: 评价指标 | 指标完成情况 | 分值. Empty where no such row begins."""
    first = column_concept(words[position])
    end = position + 1
    while end < len(words) and column_concept(words[end]) in _BESIDE_NAMES:
        end += 1
    upper = list(words[position:end])
    if first not in _OVER_LEVELS or [column_concept(word) for word in words[end : end + 3]] != _LEVELS:
        return [], 0, frozenset()
    if first == "target":
        return upper, 1, _PARTS_OF_TARGET
    concepts = [column_concept(word) for word in upper]
    groups = next((at for at, concept in enumerate(concepts) if concept in _POINTS), 0)
    is_over = 0 < groups <= len(_OVER_LEVELS) and {*concepts[:groups]} <= _OVER_LEVELS
    return (upper, groups, _PARTS_OF_TARGET | _VALUES) if is_over else ([], 0, frozenset())


def _with_second_lines(heading: list[str]) -> list[str]:
    """A heading whose labels of values have two lines each, of which the second ones stand behind all others: 年度 实际
    分值 得分 指标值 完成值."""
    halves = [at for at, word in enumerate(heading) if column_concept(word) is None]
    rests = heading[len(heading) - len(halves) :]
    whole = list(heading[: len(heading) - len(halves)])
    for at, rest in zip(halves, rests, strict=True):
        if at >= len(whole) or column_concept(whole[at] + rest) not in _VALUES:
            return heading
        whole[at] += rest
    return whole


def names_alone(words: Sequence[str], position: int) -> list[str]:
    """The headings from 指标名称 on of a table without levels, where they name values and points as well; else none."""
    before = column_concept(words[position - 1]) if position else None
    if column_concept(words[position]) != "level3" or before == "level2":
        return []
    heading = [words[position]]
    for word in words[position + 1 : position + _WIDEST_HEADING]:
        if column_concept(word) not in _BESIDE_NAMES:
            break
        heading.append(word)
    concepts = {column_concept(word) for word in heading}
    return heading if concepts & _VALUES and concepts & _POINTS else []


def _heading(words: Sequence[str], position: int) -> list[str]:
    """The words from 一级指标 up to the first name of a level, known or not; none where no such heading begins."""
    if [column_concept(word) for word in words[position : position + 3]] != _LEVELS:
        return names_alone(words, position)
    for end in range(position + 3, min(position + _WIDEST_HEADING, len(words))):
        if _begins_rows(words, position, end):
            return list(words[position:end])
        if not words[end] or cell_figure(words[end]) is not None:
            return []
        if column_concept(words[end]) in _MONEY:
            return list(words[position:end])  # No heading of indicators is of money: a level is called by it.
        is_level_above = words[end].endswith("指标") and column_concept(words[end]) is None
        if is_level_above or is_level1_name(words[end]) or is_level2_name(words[end]):
            return list(words[position:end])
    return []


def _begins_rows(words: Sequence[str], position: int, end: int) -> bool:
    """Whether the first row of a table whose rows are numbered begins at `end`, its heading at `position`."""
    return words[end] == "1" and position > 0 and numbers_rows(words[position - 1])
