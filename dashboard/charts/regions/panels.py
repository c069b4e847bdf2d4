"""A place on paper: its divisions in pixels of a nominal width, with points that take clicks and room for names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache

from dashboard.charts.regions import boundaries, inside
from dashboard.charts.regions.inside import Row, Spot
from dashboard.charts.regions.projection import Albers, Bounds, bounds_of
from dashboard.charts.regions.topojson import Line, Point

WIDTH, HEIGHT = 600.0, 540.0
"""The most that a map takes, in pixels."""
MARGIN = 6.0
HANDLES = 15.0
"""How far points that take clicks lie apart, in pixels: less than plotly looks around for one."""
FEW, ISLETS = 3, 2.5
"""A division with fewer of them is small or all islands: it has one wherever a row meets it, with rows so far apart."""
SMALL = 7.0
"""A division that is narrower and lower is too small to be seen."""
SCATTERED = 0.05
"""The share of land in the rectangle around a division that is all islands."""
DOT = 0.8
"""An island that is narrower and lower is drawn as a square of this width."""
CHINA = Albers(105, (25, 47))
FAR_ISLANDS = "460300"
"""Sansha lies up to 1,900 km from the rest of Hainan, which would be small beside it: it gets a panel of its own."""
SHARE_OF_SECOND, GAP = 0.3, 0.03
"""Of the width."""


@dataclass(frozen=True)
class Area:
    """A division: its rings, and the rectangle around them."""

    rings: list[list[Point]]
    bounds: Bounds

    @property
    def is_small(self) -> bool:
        left, low, right, high = self.bounds
        return right - left < SMALL and high - low < SMALL

    @property
    def is_scattered(self) -> bool:
        """Whether it is sea for the most part, with islands in it of which none is most of the land."""
        left, low, right, high = self.bounds
        parts = [inside.extent(ring) for ring in self.rings]
        return max(parts) < sum(parts) / 2 and sum(parts) < SCATTERED * (right - left) * (high - low)

    @cached_property
    def handles(self) -> list[Point]:
        """Points all over it, at least one."""
        middle, all_over = self.spot(0), inside.grid(self.rings, HANDLES)
        others = all_over if len(all_over) >= FEW else inside.middles(self.rings, ISLETS)
        return [(middle.x, middle.y), *others]

    def spot(self, height: float) -> Spot:
        """Where a name of this height has most room."""
        return inside.spot(self._rows, height)

    @cached_property
    def _rows(self) -> list[Row]:
        return inside.rows_of_largest(self.rings)


@dataclass(frozen=True)
class Panel:
    """Divisions by code and border lines on a sheet of this size; y grows upwards."""

    areas: dict[str, Area]
    lines: list[list[Point]]
    width: float
    height: float


@lru_cache(maxsize=64)
def panels(codes: tuple[str, ...]) -> tuple[Panel, ...]:
    """The divisions of one place; those without a boundary are missing, and none has one where there is no panel."""
    known = boundaries.of(codes)
    if not known.areas:
        return ()
    if FAR_ISLANDS in known.areas and len(known.areas) > 1:
        near = {code: rings for code, rings in known.areas.items() if code != FAR_ISLANDS}
        far = {FAR_ISLANDS: known.areas[FAR_ISLANDS]}
        return (
            _panel(near, known.borders, (), WIDTH * (1 - SHARE_OF_SECOND - GAP)),
            _panel(far, known.borders, known.sea, WIDTH * SHARE_OF_SECOND),
        )
    return (_panel(known.areas, known.borders, known.sea if any(map(_in_sea, known.areas)) else (), WIDTH),)


def _in_sea(code: str) -> bool:
    """Whether islands of the South China Sea are part of it, so that the line around them has to be seen, too."""
    return code == "460000" or code[:4] == FAR_ISLANDS[:4]


def _panel(
    areas: dict[str, tuple[Line, ...]], borders: tuple[Line, ...], sea: tuple[Line, ...], most_width: float
) -> Panel:
    seen = [*(ring for rings in areas.values() for ring in rings), *sea]
    projection = CHINA if areas.keys() <= boundaries.level("province").areas.keys() else Albers.fitting(bounds_of(seen))
    left, low, right, high = bounds_of(map(projection.project, seen))
    scale = min((most_width - 2 * MARGIN) / (right - left), (HEIGHT - 2 * MARGIN) / (high - low))
    width, height = (right - left) * scale + 2 * MARGIN, (high - low) * scale + 2 * MARGIN

    def placed(line: Line) -> list[Point]:
        return [((x - left) * scale + MARGIN, (y - low) * scale + MARGIN) for x, y in projection.project(line)]

    lines = [placed(line) for line in (*borders, *sea)]
    return Panel(
        {code: _area(map(placed, rings)) for code, rings in areas.items()},
        [line for line in lines if _touches(bounds_of([line]), width, height)],
        width,
        height,
    )


def _area(placed: Iterable[list[Point]]) -> Area:
    rings = [_visible(ring) for ring in placed]
    return Area(rings, bounds_of(rings))


def _visible(ring: list[Point]) -> list[Point]:
    """The ring, or a dot where it would be too small to be seen."""
    left, low, right, high = bounds_of([ring])
    if right - left >= DOT or high - low >= DOT:
        return ring
    x, y, half = (left + right) / 2, (low + high) / 2, DOT / 2
    return [
        (x - half, y - half),
        (x + half, y - half),
        (x + half, y + half),
        (x - half, y + half),
        (x - half, y - half),
    ]


def _touches(bounds: Bounds, width: float, height: float) -> bool:
    left, low, right, high = bounds
    return left <= width and right >= 0 and low <= height and high >= 0
