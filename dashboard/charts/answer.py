"""A chart of whatever a query gave."""

from __future__ import annotations

import plotly.graph_objects as go
import polars as pl

from dashboard.charts.theme import literal, styled

KINDS = ("bar", "line", "scatter")
MOST_MARKS = 2_000


def numeric(frame: pl.DataFrame) -> list[str]:
    """The columns that can be measured."""
    return [name for name, kind in frame.schema.items() if kind.is_numeric() and not name.endswith(("_year", "_no"))]


def answer(frame: pl.DataFrame, *, kind: str, x: str, y: list[str], dark: bool) -> go.Figure:
    """The columns `y` over the column `x`, as bars, lines or points."""
    shown = frame.head(MOST_MARKS)
    across = [literal(value) if isinstance(value, str) else value for value in shown[x].to_list()]
    figure = go.Figure()
    for name in y:
        values = shown[name].cast(pl.Float64).to_list()
        if kind == "bar":
            figure.add_bar(name=name, x=across, y=values)
        else:
            mode = "lines+markers" if kind == "line" else "markers"
            figure.add_scatter(name=name, x=across, y=values, mode=mode)
    styled(figure, dark=dark, height=420)
    figure.update_xaxes(title_text=x, type="category" if kind == "bar" else None)
    figure.update_layout(barmode="group", showlegend=len(y) > 1)
    return figure
