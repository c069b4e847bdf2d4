"""Forms beside each other on one page, each with its title above its table."""

from __future__ import annotations

from itertools import combinations

from ingest.lexicon.titles import is_heading
from ingest.readers.portable.grid import Grid
from ingest.readers.portable.lines import Line
from ingest.readers.portable.two_columns import part_of

_OVERLAP = 0.5
"""How much of the lower of two tables beside each other the other one stands beside, at least."""

Half = tuple[list[Grid], list[Line]]


def beside_each_other(grids: list[Grid], lines: list[Line]) -> tuple[Half, Half] | None:
    """The tables and lines of both halves of a page, each with a title; None where something reaches over."""
    for one, other in combinations(grids, 2):
        left, right = (one, other) if one.xs[0] <= other.xs[0] else (other, one)
        if left.xs[-1] < right.xs[0] and _are_level(left, right):
            middle = (left.xs[-1] + right.xs[0]) / 2
            if all(grid.xs[-1] < middle or grid.xs[0] > middle for grid in grids) and all(
                segment.x1 < middle or segment.x0 > middle for line in lines for segment in line.segments
            ):
                halves = _half(grids, lines, middle, left=True), _half(grids, lines, middle, left=False)
                return halves if all(any(is_heading(line.text) for line in half[1]) for half in halves) else None
    return None


def _are_level(one: Grid, other: Grid) -> bool:
    common = min(one.bottom, other.bottom) - max(one.top, other.top)
    return common > _OVERLAP * min(one.bottom - one.top, other.bottom - other.top)


def _half(grids: list[Grid], lines: list[Line], middle: float, *, left: bool) -> Half:
    parts = [(line, [part for part in line.segments if (part.x0 < middle) == left]) for line in lines]
    return (
        [grid for grid in grids if (grid.xs[0] < middle) == left],
        [part_of(line, segments) for line, segments in parts if segments],
    )
