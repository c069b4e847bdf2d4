"""Divisions as a map, on plain axes: plotly's own maps would ask other hosts for shapes, letters or pictures.

Plotly reports clicks on points only, so each division has invisible ones all over it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import plotly.graph_objects as go
import polars as pl

from dashboard.charts.regions.colouring import LEGEND_HEIGHT, Colouring, Look
from dashboard.charts.regions.names import in_lines
from dashboard.charts.regions.panels import GAP, SHARE_OF_SECOND, Area, panels
from dashboard.charts.regions.topojson import Point
from dashboard.charts.theme import styled

LETTER, LINE = 11, 14
"""The size of a name's letters and the height of its lines, in pixels."""
WIDTH_OF_ASCII = 0.6
"""Of that of a Chinese letter."""
OWN_HEIGHT = 52
DOT = 8

Attributes = dict[str, Any]


def choropleth(frame: pl.DataFrame, *, measure: str, marked: str | None, dark: bool) -> go.Figure:
    """The divisions that have a boundary, coloured by the measure; those without reports stay empty. What the place
    filed itself stands in a box above. The custom data of a division's points is its code, of an empty one nothing."""
    colouring = Colouring(frame, measure=measure, marked=marked, dark=dark)
    looks = {row["region_code"]: colouring.look(row) for row in frame.filter(~pl.col("is_own")).iter_rows(named=True)}
    own = [_box(colouring.look(row)) for row in frame.filter("is_own").iter_rows(named=True)]
    sheets = panels(tuple(sorted(looks)))
    shapes: list[Attributes] = []
    names: list[Attributes] = []
    points: list[go.Scatter] = []
    for panel, (x, y) in zip(sheets, (("x", "y"), ("x2", "y2")), strict=False):
        on_axes = {"xref": x, "yref": y}
        # The marked one comes last and the empty ones first, so that no neighbour covers a border that says more.
        for code in sorted(panel.areas, key=lambda code: (code == marked, looks[code].opens is not None)):
            area, look = panel.areas[code], looks[code]
            shapes.append(_shape(area, look) | on_axes)
            names += [name | on_axes for name in _name(area, look, colouring.colours.muted)]
            points.append(_points(area, look, x, y))
        shapes += [
            {"type": "path", "path": _path([line]), "line": {"color": colouring.colours.text, "width": 1}} | on_axes
            for line in panel.lines
        ]
    figure = go.Figure(points, layout={"shapes": shapes, "annotations": names + own})
    colouring.add_legend(figure)
    top = OWN_HEIGHT if own else 4
    height = max((panel.height for panel in sheets), default=0)
    styled(figure, dark=dark, height=round(height) + top + LEGEND_HEIGHT)
    for i, panel in enumerate(sheets, start=1):
        of_axis = {"visible": False, "fixedrange": True}
        figure.layout[f"xaxis{i}"] = of_axis | {
            "range": [0, panel.width],
            "anchor": f"y{i}",
            "domain": _domain(i, len(sheets)),
        }
        figure.layout[f"yaxis{i}"] = of_axis | {"range": [0, panel.height], "anchor": f"x{i}", "scaleanchor": f"x{i}"}
    figure.update_layout(
        clickmode="event+select", dragmode=False, hovermode="closest", margin={"l": 0, "r": 0, "t": top, "b": 4}
    )
    return figure


def _domain(number: int, count: int) -> list[float]:
    if count == 1:
        return [0, 1]
    return [0, 1 - SHARE_OF_SECOND - GAP] if number == 1 else [1 - SHARE_OF_SECOND, 1]


def _shape(area: Area, look: Look) -> Attributes:
    return {
        "type": "path",
        "path": _path(area.rings, closed=True),
        "fillcolor": look.fill,
        "fillrule": "evenodd",
        "line": look.border | {"dash": "solid"},
        "opacity": look.opacity,
        "layer": "below",
    }


def _path(lines: Sequence[Sequence[Point]], *, closed: bool = False) -> str:
    end = "Z" if closed else ""
    return "".join("M" + "L".join(f"{x:.1f},{y:.1f}" for x, y in line) + end for line in lines)


def _points(area: Area, look: Look, x: str, y: str) -> go.Scatter:
    """What takes the clicks on a division and carries its tooltip; seen only where the division itself is too small."""
    is_seen = area.is_small and look.opens is not None
    line = {"color": look.border["color"], "width": 1}
    return go.Scatter(
        x=[round(x, 1) for x, _y in area.handles],
        y=[round(y, 1) for _x, y in area.handles],
        xaxis=x,
        yaxis=y,
        mode="markers",
        marker={"size": DOT, "color": look.fill, "opacity": int(is_seen), "line": line},
        customdata=[look.opens] * len(area.handles),
        text=look.tooltip,
        hovertemplate="%{text}<extra></extra>",
        showlegend=False,
    )


def _name(area: Area, look: Look, quiet: str) -> list[Attributes]:
    """The name with its value, the name alone, or nothing, by how much room there is; that of islands stands
    above them, in the `quiet` colour."""
    name = in_lines(look.name)
    for lines in ([*name, look.value] if look.value else name, name):
        spot = area.spot(len(lines) * LINE)
        if spot.width >= max(map(_width, lines)):
            words = [*name, *(f"<b>{value}</b>" for value in lines[len(name) :])]
            return [_words(words, look.ink) | {"x": round(spot.x, 1), "y": round(spot.y, 1)}]
    if area.is_scattered:
        left, _low, right, high = area.bounds
        return [_words(name, quiet) | {"x": round((left + right) / 2, 1), "y": round(high, 1), "yanchor": "bottom"}]
    return []


def _width(line: str) -> float:
    return LETTER * sum(WIDTH_OF_ASCII if letter.isascii() else 1 for letter in line)


def _box(look: Look) -> Attributes:
    """What the place filed itself, in the corner above the map."""
    place = {"xref": "paper", "yref": "paper", "x": 0, "y": 1, "xanchor": "left", "yanchor": "bottom"}
    box = {"bgcolor": look.fill, "bordercolor": look.border["color"], "borderpad": 4, "hovertext": look.tooltip}
    return place | box | _words([look.name, f"<b>{look.value}</b>"], look.ink)


def _words(lines: list[str], ink: str) -> Attributes:
    return {"text": "<br>".join(lines), "showarrow": False, "font": {"size": LETTER, "color": ink}}
