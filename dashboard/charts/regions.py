"""Divisions as tiles: a grid, no map, so that nothing is claimed about any boundary (see docs/regions.md).

Provinces stand where people expect them (`province_tiles.csv`); the divisions of a place stand in the order of their
codes.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import plotly.graph_objects as go
import polars as pl
from plotly.colors import sample_colorscale

from dashboard import formats, i18n
from dashboard.charts.theme import Palette, literal, palette, styled
from dashboard.i18n import _, term

TILE_HEIGHT = 62
EMPTY_OPACITY = 0.45
MOST_COLUMNS, LEAST_COLUMNS = 7, 5
LETTERS_IN_LINE, LINES_OF_NAME = 5, 2
_GAP = 0.04
_STEPS = 4


@dataclass(frozen=True)
class Measure:
    """How a measure is written, and which values have the first and the last colour; None: the largest there is."""

    words: Callable[[float | None], str]
    least: float
    most: float | None
    is_better_high: bool | None


MEASURES = {
    "execution_rate": Measure(formats.percent, 0, 1, is_better_high=True),
    "mean_score": Measure(lambda score: formats.points(None if score is None else round(score, 2)), 60, 100, True),
    "findings_per_100_reports": Measure(
        lambda rate: formats.NOTHING if rate is None else f"{rate:,.0f}", 0, None, False
    ),
    "report_count": Measure(lambda count: formats.count(None if count is None else int(count)), 0, None, None),
}


def tiles(frame: pl.DataFrame, *, measure: str, marked: str | None, dark: bool) -> go.Figure:
    """A tile for each `region_code`, coloured by the measure; those without reports stay empty. The custom data of a
    tile is its code, of an empty one nothing."""
    colours = palette(dark)
    shown = MEASURES[measure]
    values = {code: value for code, value in frame.select("region_code", measure).iter_rows() if value is not None}
    most = shown.most if shown.most is not None else max(values.values(), default=1) or 1
    scale = _scale(shown, colours)
    figure = go.Figure()
    places = _places(frame)
    for row in frame.iter_rows(named=True):
        code = row["region_code"]
        at_row, at_column, name = places[code]
        is_empty = row["report_count"] == 0
        share = None if code not in values or is_empty else (values[code] - shown.least) / (most - shown.least)
        fill = (
            colours.surface
            if share is None
            else sample_colorscale(scale, min(1.0, max(0.0, share)), colortype="rgb")[0]
        )
        figure.add_shape(
            type="rect",
            x0=at_column + _GAP,
            x1=at_column + 1 - _GAP,
            y0=at_row + _GAP,
            y1=at_row + 1 - _GAP,
            fillcolor=fill,
            line={
                "color": colours.text if code == marked else colours.muted,
                "width": 3 if code == marked else 1,
                "dash": "dot" if is_empty else "solid",
            },
            opacity=EMPTY_OPACITY if is_empty else 1,
        )
        value = "" if is_empty else f"<br><b>{shown.words(row[measure])}</b>"
        figure.add_annotation(
            x=at_column + 0.5,
            y=at_row + 0.5,
            text=_lines(name) + value,
            showarrow=False,
            font={"size": 12, "color": colours.muted if is_empty or share is None else _readable_on(fill)},
        )
    _add_handles(figure, frame, places)
    _add_legend(figure, shown, scale, most, measure)
    rows = 1 + max((row for row, _column, _name in places.values()), default=0)
    columns = max(LEAST_COLUMNS, 1 + max((column for _row, column, _name in places.values()), default=0))
    styled(figure, dark=dark, height=rows * TILE_HEIGHT + 90)
    figure.update_xaxes(visible=False, range=[0, columns], fixedrange=True)
    figure.update_yaxes(visible=False, range=[rows, 0], fixedrange=True)
    figure.update_layout(
        clickmode="event+select", dragmode=False, hovermode="closest", margin={"l": 0, "r": 0, "t": 4, "b": 4}
    )
    return figure


@cache
def _provinces() -> dict[str, tuple[int, int, dict[str, str]]]:
    """Row, column and names of each province in the grid."""
    table = pl.read_csv(Path(__file__).with_name("province_tiles.csv"), schema_overrides={"region_code": pl.String})
    return {
        row["region_code"]: (row["row"], row["column"], {"zh": row["name_zh"], "en": row["name_en"]})
        for row in table.iter_rows(named=True)
    }


def _places(frame: pl.DataFrame) -> dict[str, tuple[int, int, str]]:
    """Row, column and name of each tile."""
    codes = frame["region_code"].to_list()
    provinces = _provinces()
    if codes and all(code in provinces for code in codes) and not frame["is_own"].any():
        return {code: (*provinces[code][:2], provinces[code][2][i18n.language()]) for code in codes}
    columns = min(MOST_COLUMNS, max(LEAST_COLUMNS, math.ceil(math.sqrt(len(codes)))))
    names = [_("regions.own") if row["is_own"] else row["name"] for row in frame.iter_rows(named=True)]
    return {code: (*divmod(i, columns), names[i]) for i, code in enumerate(codes)}


def _lines(name: str) -> str:
    """A long name in lines, cut where the tile ends; the tooltip has it whole."""
    if name.isascii():
        return literal(name).replace(" ", "<br>")
    pieces = [name[i : i + LETTERS_IN_LINE] for i in range(0, len(name), LETTERS_IN_LINE)]
    if len(pieces) > LINES_OF_NAME:
        pieces = [*pieces[: LINES_OF_NAME - 1], pieces[LINES_OF_NAME - 1][:-1] + "…"]
    return "<br>".join(map(literal, pieces))


def _add_handles(figure: go.Figure, frame: pl.DataFrame, places: dict[str, tuple[int, int, str]]) -> None:
    """Points that take the clicks on the tiles and carry their tooltips."""
    rows = frame.to_dicts()
    figure.add_scatter(
        x=[places[row["region_code"]][1] + 0.5 for row in rows],
        y=[places[row["region_code"]][0] + 0.5 for row in rows],
        mode="markers",
        marker={"symbol": "square", "size": 52, "opacity": 0},
        customdata=[row["region_code"] if row["report_count"] else None for row in rows],
        text=[_tooltip(row, places[row["region_code"]][2]) for row in rows],
        hovertemplate="%{text}<extra></extra>",
        showlegend=False,
    )


def _tooltip(row: dict[str, object], name: str) -> str:
    head = f"<b>{literal(name if row['is_own'] else str(row['name']))}</b><br>"
    if not row["report_count"]:
        return head + _("regions.nothing_filed")
    return head + "<br>".join(
        _("regions.measure_value", measure=term("region_measure", name), value=measure.words(row[name]))  # type: ignore[arg-type]
        for name, measure in MEASURES.items()
    )


def _add_legend(figure: go.Figure, shown: Measure, scale: list[list[object]], most: float, measure: str) -> None:
    """What the colours say, as a bar below the tiles."""
    ticks = [shown.least + (most - shown.least) * i / _STEPS for i in range(_STEPS + 1)]
    figure.add_scatter(
        x=[None],
        y=[None],
        mode="markers",
        marker={
            "colorscale": scale,
            "cmin": shown.least,
            "cmax": most,
            "color": [shown.least],
            "showscale": True,
            "colorbar": {
                "orientation": "h",
                "thickness": 10,
                "len": 0.7,
                "y": -0.02,
                "yanchor": "top",
                "outlinewidth": 0,
                "title": {"text": term("region_measure", measure), "side": "top", "font": {"size": 12}},
                "tickvals": ticks,
                "ticktext": [shown.words(tick) for tick in ticks],
            },
        },
        hoverinfo="skip",
        showlegend=False,
    )


def _scale(shown: Measure, colours: Palette) -> list[list[object]]:
    """From bad to good where the measure knows which is which, else from little to much."""
    if shown.is_better_high:
        steps = colours.levels
    elif shown.is_better_high is None:
        steps = (colours.grid, colours.good)
    else:
        steps = (colours.grid, colours.lost)
    return [[i / (len(steps) - 1), colour] for i, colour in enumerate(steps)]


def _readable_on(fill: str) -> str:
    """Black or white, whichever is read more easily on the colour (by its relative luminance)."""
    parts = [float(part) / 255 for part in fill[fill.index("(") + 1 : -1].split(",")]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return "#000000" if 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179 else "#ffffff"
