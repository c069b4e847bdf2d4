"""A chart of whatever a query gave."""

from __future__ import annotations

import plotly.graph_objects as go
import polars as pl

from dashboard import formats
from dashboard.charts.theme import literal, shortened, styled

KINDS = ("bar", "line", "scatter")
MOST_MARKS = 2_000
MOST_NAMES, LONGEST_NAME = 60, 12


def numeric(frame: pl.DataFrame) -> list[str]:
    """The columns that can be measured."""
    return [name for name, kind in frame.schema.items() if kind.is_numeric() and not name.endswith(("_year", "_no"))]


def across(frame: pl.DataFrame) -> str:
    """The column to begin with along the bottom: the first that tells all rows apart and is no measure, else the first
    that is none, else the first."""
    measures = numeric(frame)
    others = [name for name in frame.columns if name not in measures] or frame.columns
    return next((name for name in others if not repeats(frame, name)), others[0])


def repeats(frame: pl.DataFrame, x: str) -> bool:
    """Whether rows that are drawn share a value of this column, so that their bars stand on one another."""
    return bool(frame[x].head(MOST_MARKS).is_duplicated().any())


def answer(frame: pl.DataFrame, *, kind: str, x: str, y: list[str], dark: bool) -> go.Figure:
    """The columns `y` over the column `x`, as bars, lines or points, of the first `MOST_MARKS` rows.

    Names are cut along the bottom, and left to the tooltips where they are many.
    """
    shown = frame.head(MOST_MARKS)
    values_of_x = shown[x].to_list()
    is_named = kind == "bar" or shown[x].dtype == pl.String
    places = [literal(_name(value)) for value in values_of_x] if is_named else values_of_x
    figure = go.Figure()
    for name in y:
        values = shown[name].cast(pl.Float64).to_list()
        if kind == "bar":
            figure.add_bar(name=name, x=places, y=values)
        else:
            mode = "lines+markers" if kind == "line" else "markers"
            figure.add_scatter(name=name, x=places, y=values, mode=mode)
    styled(figure, dark=dark, height=420)
    figure.update_xaxes(title_text=x)
    if is_named:
        names = {literal(name): literal(shortened(name, LONGEST_NAME)) for name in map(_name, values_of_x)}
        figure.update_xaxes(
            type="category",
            tickvals=list(names),
            ticktext=list(names.values()),
            showticklabels=len(names) <= MOST_NAMES,
        )
    figure.update_layout(barmode="group", showlegend=len(y) > 1)
    return figure


def _name(value: object) -> str:
    return formats.NOTHING if value is None else str(value)
