"""From the globe to a plane on which areas keep their proportions: Albers' conic projection."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dashboard.charts.regions.topojson import Line, Point

Bounds = tuple[float, float, float, float]
"""Least x, least y, most x, most y."""


@dataclass(frozen=True)
class Albers:
    """The projection with this middle meridian (degrees) that is true to scale on two parallels (degrees)."""

    meridian: float
    parallels: tuple[float, float]

    @classmethod
    def fitting(cls, bounds: Bounds) -> Albers:
        """North is up in the middle, and the parallels lie a sixth inside the southern and northern end."""
        west, south, east, north = bounds
        margin = (north - south) / 6
        return cls((west + east) / 2, (south + margin, north - margin))

    def project(self, line: Line) -> list[Point]:
        """The points on the plane, in radii of the globe; y grows to the north."""
        first, second = map(math.radians, self.parallels)
        cone = (math.sin(first) + math.sin(second)) / 2
        constant = math.cos(first) ** 2 + 2 * cone * math.sin(first)
        points = []
        for longitude, latitude in line:
            radius = math.sqrt(constant - 2 * cone * math.sin(math.radians(latitude))) / cone
            angle = cone * math.radians(longitude - self.meridian)
            points.append((radius * math.sin(angle), -radius * math.cos(angle)))
        return points


def bounds_of(lines: Iterable[Sequence[Point]]) -> Bounds:
    """The smallest rectangle around all points."""
    points = [point for line in lines for point in line]
    xs, ys = [x for x, _y in points], [y for _x, y in points]
    return min(xs), min(ys), max(xs), max(ys)
