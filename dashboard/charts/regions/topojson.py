"""Read TopoJSON: shapes whose common borders are stored once, as arcs of small steps in a grid of whole numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Any

Point = tuple[float, float]
Line = tuple[Point, ...]

Topology = dict[str, Any]
Arcs = list[list[Point]]


def arcs(topology: Topology) -> Arcs:
    """The arcs in degrees (longitude, latitude)."""
    scale_x, scale_y = topology["transform"]["scale"]
    move_x, move_y = topology["transform"]["translate"]
    return [
        [
            (x * scale_x + move_x, y * scale_y + move_y)
            for x, y in accumulate(arc, lambda at, step: [at[0] + step[0], at[1] + step[1]])
        ]
        for arc in topology["arcs"]
    ]


def shapes(topology: Topology, name: str, decoded: Arcs) -> Iterator[tuple[str, tuple[Line, ...]]]:
    """Each geometry of an object with its lines: the rings of an area, outer ones and holes alike, or the strokes of a
    line. A point lies in an area where the rings around it are odd in number."""
    for geometry in topology["objects"][name]["geometries"]:
        parts = _parts(geometry["type"], geometry["arcs"])
        yield geometry["id"], tuple(_joined(decoded, part) for part in parts)


def _parts(kind: str, indices: Any) -> Iterator[Sequence[int]]:
    if kind == "LineString":
        yield indices
    elif kind in ("MultiLineString", "Polygon"):
        yield from indices
    elif kind == "MultiPolygon":
        for polygon in indices:
            yield from polygon
    else:
        raise ValueError(f"a geometry of the type {kind} is neither area nor line")


def _joined(decoded: Arcs, indices: Sequence[int]) -> Line:
    """Arcs end to end; `~i` stands for arc `i` backwards, and each begins where the last one ended."""
    points: list[Point] = []
    for index in indices:
        arc = decoded[index] if index >= 0 else decoded[~index][::-1]
        points.extend(arc[1:] if points else arc)
    return tuple(points)
