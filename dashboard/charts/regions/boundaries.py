"""The boundaries of divisions: where they come from and what they lack is said in docs/regions.md."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dashboard.charts.regions import topojson
from dashboard.charts.regions.topojson import Line

LEVELS = ("province", "prefecture", "county")
"""From coarse to fine. That of the prefectures has the counties that lie directly under a province, too."""
FOLDER = Path(__file__).with_name("boundaries")


@dataclass(frozen=True)
class Boundaries:
    """Rings of areas by code, the strokes of border lines, and those of the line of the South China Sea; longitude and
    latitude in degrees."""

    areas: dict[str, tuple[Line, ...]]
    borders: tuple[Line, ...]
    sea: tuple[Line, ...]


@cache
def level(name: str) -> Boundaries:
    """All boundaries of a level."""
    topology = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    arcs = topojson.arcs(topology)
    lines = list(topojson.shapes(topology, "lines", arcs))
    return Boundaries(
        dict(topojson.shapes(topology, "areas", arcs)),
        tuple(stroke for kind, strokes in lines for stroke in strokes if kind == "border"),
        tuple(stroke for kind, strokes in lines for stroke in strokes if kind == "sea"),
    )


def of(codes: Collection[str]) -> Boundaries:
    """The boundaries of divisions that lie in one place, all from the coarsest level that has any, so that neighbours
    meet; divisions without a boundary are missing."""
    for name in LEVELS:
        known = level(name)
        areas = {code: known.areas[code] for code in codes if code in known.areas}
        if areas:
            return Boundaries(areas, known.borders, known.sea)
    return Boundaries({}, (), ())
