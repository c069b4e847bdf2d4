"""Points inside an area, found along rows: between an odd crossing of its rings and the next even one lies land."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import pairwise

from dashboard.charts.regions.projection import bounds_of
from dashboard.charts.regions.topojson import Point

Ring = Sequence[Point]
Stretch = tuple[float, float]
Row = tuple[float, list[Stretch]]
"""An y, and from which x to which it runs inside the area."""

ROWS = 24
"""How many rows are tried for a name."""


@dataclass(frozen=True)
class Spot:
    """A point inside an area, and how wide a name may be that stands around it."""

    x: float
    y: float
    width: float


def rows_at(rings: Iterable[Ring], ys: Sequence[float]) -> list[Row]:
    """The rows at these ys, which ascend."""
    crossings: list[list[float]] = [[] for _y in ys]
    for ring in rings:
        for (x0, y0), (x1, y1) in pairwise(ring):
            for i in range(bisect_left(ys, min(y0, y1)), bisect_left(ys, max(y0, y1))):
                crossings[i].append(x0 + (ys[i] - y0) * (x1 - x0) / (y1 - y0))
    return [(y, list(zip(xs[::2], xs[1::2], strict=True))) for y, xs in zip(ys, map(sorted, crossings), strict=True)]


def grid(rings: Sequence[Ring], step: float) -> list[Point]:
    """The points inside the area of a square grid that is common to all areas."""
    return [
        (step * i, y)
        for y, stretches in _rows_every(step, rings)
        for left, right in stretches
        for i in range(math.floor(left / step) + 1, math.ceil(right / step))
    ]


def middles(rings: Sequence[Ring], step: float) -> list[Point]:
    """A point in each part of the area that is higher than a step, and in some that are not."""
    return [((left + right) / 2, y) for y, stretches in _rows_every(step, rings) for left, right in stretches]


def _rows_every(step: float, rings: Sequence[Ring]) -> list[Row]:
    _left, low, _right, high = bounds_of(rings)
    return rows_at(rings, [step * i for i in range(math.ceil(low / step), math.floor(high / step) + 1)])


def rows_of_largest(rings: Sequence[Ring]) -> list[Row]:
    """Rows at equal distances through the largest part of the area."""
    _left, low, _right, high = bounds_of([max(rings, key=extent)])
    return rows_at(rings, [low + (high - low) * (i + 0.5) / ROWS for i in range(ROWS)])


def spot(rows: Sequence[Row], height: float) -> Spot:
    """Where on these rows a name of this height has most room; where it has none, some point inside with no width."""
    reach = math.ceil(height / 2 / (rows[1][0] - rows[0][0]))
    best, longest = Spot(math.nan, math.nan, -1), 0.0
    for i, (y, stretches) in enumerate(rows):
        around = rows[i - reach : i + reach + 1] if reach <= i < len(rows) - reach else [(y, [])]
        for whole in stretches:
            free = reduce(_common, (beside for _y, beside in around), whole)
            width, length = max(0.0, free[1] - free[0]), whole[1] - whole[0]
            if (width, length) > (best.width, longest):
                left, right = free if width else whole
                best, longest = Spot((left + right) / 2, y, width), length
    return best


def _common(stretch: Stretch, beside: list[Stretch]) -> Stretch:
    """The longest part of it that is land in a row beside it as well; one of no length where there is none."""
    parts = ((max(stretch[0], left), min(stretch[1], right)) for left, right in beside)
    return max(parts, key=lambda part: part[1] - part[0], default=(stretch[0], stretch[0]))


def extent(ring: Ring) -> float:
    """How much a ring encloses (the shoelace formula)."""
    return abs(sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairwise(ring))) / 2
