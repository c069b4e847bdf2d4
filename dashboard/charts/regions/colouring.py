"""How divisions look by one measure: colours and their legend, borders, values and tooltips."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go
import polars as pl
from plotly.colors import sample_colorscale

from dashboard import formats
from dashboard.charts.regions.names import name_of
from dashboard.charts.theme import Palette, literal, palette
from dashboard.i18n import _, term

EMPTY_OPACITY = 0.45
LEGEND_HEIGHT = 90
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


@dataclass(frozen=True)
class Look:
    """How a division is drawn."""

    name: str
    value: str
    """Nothing where there are no reports."""
    fill: str
    ink: str
    """A colour that can be read on `fill`."""
    border: dict[str, Any]
    opacity: float
    tooltip: str
    opens: str | None
    """The code, where there is something to open."""


class Colouring:
    """The looks of the divisions of a frame (that of `queries.regions.by_division`) by one measure."""

    def __init__(self, frame: pl.DataFrame, *, measure: str, marked: str | None, dark: bool) -> None:
        self.measure, self.marked, self.colours = measure, marked, palette(dark)
        self.shown = MEASURES[measure]
        largest = max((value for value in frame[measure] if value is not None), default=1) or 1
        self.most = largest if self.shown.most is None else self.shown.most
        self.scale = _scale(self.shown, self.colours)

    def look(self, division: dict[str, Any]) -> Look:
        """Coloured by the measure; empty and dotted without reports; with a thick border where it is marked."""
        colours, value = self.colours, division[self.measure]
        is_empty, is_marked = division["report_count"] == 0, division["region_code"] == self.marked
        fill = None if is_empty or value is None else self._colour(value)
        name = name_of(division)
        return Look(
            name=name,
            value="" if is_empty else self.shown.words(value),
            fill=fill or colours.surface,
            ink=_readable_on(fill) if fill else colours.muted,
            border={
                "color": colours.text if is_marked else colours.muted,
                "width": 3 if is_marked else 1,
                "dash": "dot" if is_empty else "solid",
            },
            opacity=EMPTY_OPACITY if is_empty else 1,
            tooltip=_tooltip(division, name),
            opens=None if is_empty else division["region_code"],
        )

    def add_legend(self, figure: go.Figure) -> None:
        """What the colours say, as a bar below the divisions."""
        ticks = [self.shown.least + (self.most - self.shown.least) * i / _STEPS for i in range(_STEPS + 1)]
        figure.add_scatter(
            x=[None],
            y=[None],
            mode="markers",
            marker={
                "colorscale": self.scale,
                "cmin": self.shown.least,
                "cmax": self.most,
                "color": [self.shown.least],
                "showscale": True,
                "colorbar": {
                    "orientation": "h",
                    "thickness": 10,
                    "len": 0.7,
                    "y": -0.02,
                    "yanchor": "top",
                    "outlinewidth": 0,
                    "title": {"text": term("region_measure", self.measure), "side": "top", "font": {"size": 12}},
                    "tickvals": ticks,
                    "ticktext": [self.shown.words(tick) for tick in ticks],
                },
            },
            hoverinfo="skip",
            showlegend=False,
        )

    def _colour(self, value: float) -> str:
        share = (value - self.shown.least) / (self.most - self.shown.least)
        return str(sample_colorscale(self.scale, min(1.0, max(0.0, share)), colortype="rgb")[0])


def _tooltip(division: dict[str, Any], name: str) -> str:
    head = f"<b>{literal(name if division['is_own'] else division['name'])}</b><br>"
    if not division["report_count"]:
        return head + _("regions.nothing_filed")
    return head + "<br>".join(
        _("regions.measure_value", measure=term("region_measure", name), value=measure.words(division[name]))
        for name, measure in MEASURES.items()
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
