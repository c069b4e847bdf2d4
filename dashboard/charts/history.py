"""A project over the years."""

from __future__ import annotations

import plotly.graph_objects as go
import polars as pl

from dashboard import formats
from dashboard.charts.theme import palette, styled
from dashboard.i18n import _

HEIGHT = 260


def over_years(frame: pl.DataFrame, *, dark: bool) -> go.Figure:
    """Execution rate (bars) and total score (line, points on the right) by `fiscal_year`, of the rows that count in
    totals, one a year; the custom data of both is the report id."""
    colours = palette(dark)
    rows = frame.filter(pl.col("fiscal_year").is_not_null() & pl.col("counts_in_totals")).sort("fiscal_year")
    years = [str(year) for year in rows["fiscal_year"]]
    rates = rows["execution_rate"].to_list()
    scores = [None if score is None else float(score) for score in rows["score"]]
    figure = go.Figure()
    figure.add_bar(
        name=_("term.execution_rate"),
        x=years,
        y=rates,
        text=[formats.percent(rate) for rate in rates],
        textposition="outside",
        cliponaxis=False,
        marker={"color": colours.series[0]},
        customdata=rows["report_id"].to_list(),
        hovertemplate="<b>%{x}</b><br>" + _("term.execution_rate") + " %{text}<extra></extra>",
    )
    figure.add_scatter(
        name=_("term.score"),
        x=years,
        y=scores,
        yaxis="y2",
        mode="lines+markers+text",
        text=[formats.points(score) for score in scores],
        textposition="top center",
        marker={"color": colours.series[1], "size": 10, "symbol": "diamond"},
        line={"color": colours.series[1], "width": 2},
        customdata=rows["report_id"].to_list(),
        hovertemplate="<b>%{x}</b><br>" + _("term.score") + " %{text}<extra></extra>",
    )
    styled(figure, dark=dark, height=HEIGHT)
    top = max([1.0, *(rate for rate in rates if rate is not None)])
    highest = max([100.0, *(score for score in scores if score is not None)])
    figure.update_xaxes(type="category")
    figure.update_layout(
        yaxis={"range": [0, top * 1.2], "tickformat": formats.PERCENT_AXIS},
        yaxis2={"range": [0, highest * 1.2], "overlaying": "y", "side": "right", "showgrid": False, "zeroline": False},
        clickmode="event+select",
        dragmode=False,
    )
    return figure
