"""Divisions as a grid of tiles, which claims nothing about boundaries and gives each the same room.

Provinces stand where people expect them (`province_tiles.csv`); the divisions of a place stand in the order of their
codes.
"""

from __future__ import annotations

import math

import plotly.graph_objects as go
import polars as pl

from dashboard.charts.regions.colouring import LEGEND_HEIGHT, Colouring
from dashboard.charts.regions.names import in_lines, provinces
from dashboard.charts.theme import styled

TILE_HEIGHT = 62
MOST_COLUMNS, LEAST_COLUMNS = 7, 5
_GAP = 0.04


def tiles(frame: pl.DataFrame, *, measure: str, marked: str | None, dark: bool) -> go.Figure:
    """A tile for each `region_code`, coloured by the measure; those without reports stay empty. The custom data of a
    tile is its code, of an empty one nothing."""
    colouring = Colouring(frame, measure=measure, marked=marked, dark=dark)
    places = _places(frame)
    looks = [colouring.look(row) for row in frame.iter_rows(named=True)]
    figure = go.Figure()
    for (at_row, at_column), look in zip(places, looks, strict=True):
        figure.add_shape(
            type="rect",
            x0=at_column + _GAP,
            x1=at_column + 1 - _GAP,
            y0=at_row + _GAP,
            y1=at_row + 1 - _GAP,
            fillcolor=look.fill,
            line=look.border,
            opacity=look.opacity,
        )
        figure.add_annotation(
            x=at_column + 0.5,
            y=at_row + 0.5,
            text="<br>".join([*in_lines(look.name), *([f"<b>{look.value}</b>"] if look.value else [])]),
            showarrow=False,
            font={"size": 12, "color": look.ink},
        )
    figure.add_scatter(
        x=[column + 0.5 for _row, column in places],
        y=[row + 0.5 for row, _column in places],
        mode="markers",
        marker={"symbol": "square", "size": 52, "opacity": 0},
        customdata=[look.opens for look in looks],
        text=[look.tooltip for look in looks],
        hovertemplate="%{text}<extra></extra>",
        showlegend=False,
    )
    colouring.add_legend(figure)
    rows = 1 + max((row for row, _column in places), default=0)
    columns = max(LEAST_COLUMNS, 1 + max((column for _row, column in places), default=0))
    styled(figure, dark=dark, height=rows * TILE_HEIGHT + LEGEND_HEIGHT)
    figure.update_xaxes(visible=False, range=[0, columns], fixedrange=True)
    figure.update_yaxes(visible=False, range=[rows, 0], fixedrange=True)
    figure.update_layout(
        clickmode="event+select", dragmode=False, hovermode="closest", margin={"l": 0, "r": 0, "t": 4, "b": 4}
    )
    return figure


def _places(frame: pl.DataFrame) -> list[tuple[int, int]]:
    """Row and column of each tile."""
    codes = frame["region_code"].to_list()
    known = provinces()
    if codes and all(code in known for code in codes) and not frame["is_own"].any():
        return [(known[code].row, known[code].column) for code in codes]
    columns = min(MOST_COLUMNS, max(LEAST_COLUMNS, math.ceil(math.sqrt(len(codes)))))
    return [divmod(i, columns) for i in range(len(codes))]
