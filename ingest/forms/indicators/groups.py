"""Rows that head a group of indicators with the points of all of them: 一、产出指标 | 60 above 1.保洁河段 | 40.

Such a row says nothing of a target or of what was reached, is of an upper level by its number or its names, and has the
weight that the rows of its group come to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from ingest.forms.indicators.levels import SectionPoints
from ingest.forms.indicators.row import IndicatorRow
from ingest.lexicon.labels import is_level1_name, is_level2_name
from ingest.lexicon.text import fold

_NUMBERS = tuple(
    re.compile(pattern)
    for pattern in (
        r"[一二三四五六七八九十]+[、.]",
        r"\([一二三四五六七八九十]+\)",
        r"\d+[、.](?!\d)",
        r"\(\d+\)|\d+\)",
    )
)
_LEVELS = ("level1", "level2")
_LOWEST = len(_NUMBERS)


def take_groups(rows: list[IndicatorRow]) -> list[SectionPoints]:
    """The points of the rows that head groups, which are taken out of the `rows`; those below are of their levels."""
    ranks = [_rank(row) for row in rows]
    groups: list[tuple[int, list[int]]] = []
    leaves: set[int] = set()
    for at in range(len(rows) - 1, -1, -1):
        inside = [below for below in _below(rows, ranks, at) if below in leaves] if _may_head(rows[at]) else []
        if inside and _comes_to(rows[at], [rows[below] for below in inside]):
            groups.append((at, inside))
        else:
            leaves.add(at)
    upper = sorted({ranks[at] for at, _ in groups})[: len(_LEVELS)]
    found = [
        _points(rows[at], upper.index(ranks[at]), [rows[below] for below in inside])
        for at, inside in groups
        if ranks[at] in upper
    ]
    rows[:] = [row for at, row in enumerate(rows) if at in leaves]
    return [points for own in reversed(found) for points in own]


def _may_head(row: IndicatorRow) -> bool:
    return row.weight is not None and not (row.texts["target"] or row.texts["actual"])


def _below(rows: Sequence[IndicatorRow], ranks: Sequence[int], at: int) -> Iterator[int]:
    """The positions of the rows right below one that are of lower levels than it."""
    head = rows[at]
    for below in range(at + 1, len(rows)):
        level1 = rows[below].level1 or ""
        is_lower = level1 in {"", head.level1, head.level3} or (is_level2_name(level1) and not is_level1_name(level1))
        if ranks[below] <= ranks[at] or not is_lower:
            return
        yield below


def _comes_to(head: IndicatorRow, inside: Sequence[IndicatorRow]) -> bool:
    """Whether the points of a row are those of the rows inside its group."""
    weights = sum((row.weight or Decimal(0) for row in inside), Decimal(0))
    scores = sum((row.score or Decimal(0) for row in inside), Decimal(0))
    return weights == head.weight and head.score in (None, scores)


def _rank(row: IndicatorRow) -> int:
    """How high the level of a row is: 0 for the highest, by its number, by a level's name, or by the columns of levels
    in which nothing but that name stands."""
    name = fold(row.level3 or "")
    numbered = next((rank for rank, number in enumerate(_NUMBERS) if number.match(name)), None)
    if numbered is not None:
        return numbered
    if is_level2_name(name) or (row.level2 is not None and not name):
        return 1
    is_alone = row.level1 is not None and row.level2 is None and row.level3 == row.level1
    return 0 if is_level1_name(name) or is_alone else _LOWEST


def _points(row: IndicatorRow, level: int, inside: Sequence[IndicatorRow]) -> list[SectionPoints]:
    """The weight and the score of a group, whose name the rows inside take for their level where they have none, or
    have it for level 1, in whose column it reaches."""
    name = row.level3 or row.level2 or row.level1 or ""
    for below in inside:
        if level and below.level1 == name and below.level2 is None:
            below.level1 = None
        if getattr(below, _LEVELS[level]) is None:
            setattr(below, _LEVELS[level], name)
        if getattr(below, _LEVELS[level]) == name:
            setattr(below, f"{_LEVELS[level]}_weight", row.weight)
    printed = ((row.weight, row.weight_cell, False), (row.score, row.score_cell, True))
    return [
        SectionPoints(level + 1, name, cell, row.row, value, is_score)
        for value, cell, is_score in printed
        if value is not None and cell is not None
    ]
