"""One look for all charts, light and dark.

Colours are told apart by people who confuse red and green (blue to orange, after Okabe and Ito), and what a colour
says is always written as well.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from html import escape

import plotly.graph_objects as go

from dashboard import formats
from dashboard.i18n import _

_UNSEEN = "\u200b"
FONT = "Noto Sans CJK SC, Noto Sans SC, Microsoft YaHei, PingFang SC, Hiragino Sans GB, sans-serif"


@dataclass(frozen=True)
class Palette:
    """The colours of one mode."""

    text: str
    muted: str
    grid: str
    surface: str
    good: str
    lost: str
    series: tuple[str, ...]
    levels: tuple[str, ...]
    heat: tuple[str, ...]
    """Little to much, as grounds on which `text` can be read."""


LIGHT = Palette(
    text="#1c2733",
    muted="#5b6875",
    grid="#e4e9ee",
    surface="#ffffff",
    good="#1f5f8b",
    lost="#d9662b",
    series=("#1f5f8b", "#d98a1f", "#2a8c7a", "#a8577e", "#6a6fb5", "#7a6a4f"),
    levels=("#c8551f", "#eda76b", "#c9d6df", "#7fb0d0", "#1f5f8b"),
    heat=("#f0ab7c", "#f7d6bd", "#f0f3f6", "#c2dcec", "#8cbedd"),
)
DARK = Palette(
    text="#e4e9ee",
    muted="#a3b0bd",
    grid="#2b3641",
    surface="#12181f",
    good="#5aa3d3",
    lost="#ef8a4f",
    series=("#5aa3d3", "#e9b04a", "#4fc0a8", "#d48cb0", "#9a9fe0", "#c2b08c"),
    levels=("#d9703a", "#8f6147", "#46525e", "#2f648a", "#2a77ad"),
    heat=("#8a4a24", "#5c3a29", "#26303a", "#26506c", "#2a648c"),
)


def palette(dark: bool) -> Palette:
    """The colours of the mode."""
    return DARK if dark else LIGHT


def severity_colours(colours: Palette) -> dict[str, str]:
    """The colour of each severity, the gravest first."""
    return {"error": colours.lost, "warning": colours.series[1], "info": colours.muted}


def tail_colours(colours: Palette) -> dict[str, tuple[str, str]]:
    """Colour and symbol of each tail of execution, and of what lies between."""
    return {
        "zero": (colours.lost, "x"),
        "low": (colours.series[1], "diamond"),
        "over": (colours.series[3], "triangle-up"),
        "sound": (colours.good, "circle"),
    }


def year_name(year: int | None) -> str:
    """A fiscal year as a label, also where a report has none."""
    return str(year) if year else _("term.no_year")


def literal(words: str) -> str:
    """Text from a document for a label or tooltip, where Plotly would take tags for its own."""
    return escape(words, quote=False)


def shortened(words: str, longest: int) -> str:
    """Text for a narrow place, at most so many characters long."""
    return words if len(words) <= longest else f"{words[: longest - 1]}…"


def distinct(labels: Iterable[str]) -> list[str]:
    """Labels of an axis, each a place of its own: what Plotly finds named alike it draws onto one place."""
    seen: Counter[str] = Counter()
    apart = []
    for label in labels:
        apart.append(label + _UNSEEN * seen[label])
        seen[label] += 1
    return apart


def execution_hover() -> str:
    """A line of a tooltip: the rate as the mark's text, the money spent and its base as the first two custom data."""
    amounts = {"executed": "%{customdata[0]}", "budget": "%{customdata[1]}", "unit": formats.unit_name()}
    return _("chart.execution_hover", rate="%{text}", **amounts)


def styled(figure: go.Figure, *, dark: bool, height: int) -> go.Figure:
    """The figure with the common look: a ground that prints, thin grid, legend on top, legible tooltips."""
    figure.layout.template = _template(dark)
    figure.layout.height = height
    return figure


@cache
def _template(dark: bool) -> go.layout.Template:
    """What all charts of a mode share. Set attribute by attribute on every figure, it would take a third of a page's
    time."""
    colours = palette(dark)
    axis = {
        "gridcolor": colours.grid,
        "zeroline": False,
        "showline": True,
        "linecolor": colours.grid,
        "automargin": True,
        "tickfont": {"color": colours.muted},
        "title": {"font": {"color": colours.muted, "size": 12}},
    }
    return go.layout.Template(
        layout={
            "margin": {"l": 8, "r": 16, "t": 36, "b": 8},
            "paper_bgcolor": colours.surface,
            "plot_bgcolor": colours.surface,
            "colorway": list(colours.series),
            "font": {"family": FONT, "size": 13, "color": colours.text},
            "legend": {"orientation": "h", "x": 0, "xanchor": "left", "y": 1.0, "yanchor": "bottom"},
            "hoverlabel": {
                "bgcolor": colours.surface,
                "bordercolor": colours.grid,
                "font": {"family": FONT, "size": 13, "color": colours.text},
                "align": "left",
            },
            "bargap": 0.35,
            "separators": ".,",
            "xaxis": axis,
            "yaxis": axis,
        }
    )
