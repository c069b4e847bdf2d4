"""Charts of the scores page."""

from __future__ import annotations

import plotly.graph_objects as go
import polars as pl

from dashboard import formats
from dashboard.charts.theme import literal, palette, styled
from dashboard.i18n import _, term

MOST_BARS = 20


def by_dimension(frame: pl.DataFrame, *, dark: bool) -> go.Figure:
    """The `score_rate` of each `dimension` as a bar, its `full_marks_share` as a mark."""
    colours = palette(dark)
    names = [term("dimension", name) for name in frame["dimension"]]
    figure = go.Figure()
    figure.add_bar(
        name=_("term.score_rate"),
        orientation="h",
        y=names,
        x=frame["score_rate"].to_list(),
        marker={"color": colours.good},
        text=[formats.percent(rate) for rate in frame["score_rate"]],
        textposition="inside",
        insidetextanchor="start",
        hovertemplate="<b>%{y}</b><br>%{text}<extra></extra>",
    )
    figure.add_scatter(
        name=_("review.full_marks_share"),
        mode="markers",
        y=names,
        x=frame["full_marks_share"].to_list(),
        marker={"color": colours.lost, "symbol": "diamond", "size": 11},
        hovertemplate="<b>%{y}</b><br>" + _("review.full_marks_share") + " %{x:.2%}<extra></extra>",
    )
    styled(figure, dark=dark, height=max(240, 90 + 36 * frame.height))
    figure.update_xaxes(range=[0, 1.04], tickformat=formats.PERCENT_AXIS)
    figure.update_yaxes(showgrid=False, tickfont={"color": colours.text})
    return figure


def points_lost(frame: pl.DataFrame, *, name: str, dark: bool) -> go.Figure:
    """A Pareto chart: `lost` points of each indicator (column `name`), and the `running_share` of all lost."""
    colours = palette(dark)
    shown = frame.head(MOST_BARS)
    labels = [literal(str(label)) for label in shown[name]]
    figure = go.Figure()
    figure.add_bar(
        name=_("scores.lost"),
        x=labels,
        y=[float(lost) for lost in shown["lost"]],
        marker={"color": colours.lost},
        customdata=shown["indicator"].to_list(),
        hovertemplate="<b>%{x}</b><br>%{y:,.2f}<extra></extra>",
    )
    figure.add_scatter(
        name=_("scores.running_share"),
        mode="lines+markers",
        x=labels,
        y=shown["running_share"].to_list(),
        yaxis="y2",
        line={"color": colours.good},
        hovertemplate="<b>%{x}</b><br>%{y:.2%}<extra></extra>",
    )
    styled(figure, dark=dark, height=420)
    figure.update_layout(
        yaxis2={
            "overlaying": "y",
            "side": "right",
            "range": [0, 1.05],
            "tickformat": formats.PERCENT_AXIS,
            "tickvals": [0, 0.25, 0.5, 0.75, 1],
            "showgrid": False,
            "automargin": True,
        },
        clickmode="event+select",
        dragmode=False,
    )
    figure.update_xaxes(tickangle=-35, showgrid=False)
    return figure


def unit_beside_all(frame: pl.DataFrame, *, unit: str, dark: bool) -> go.Figure:
    """Three marks for each dimension: the unit, its district, all."""
    colours = palette(dark)
    known = frame.filter(pl.col("unit_rate").is_not_null())
    names = [term("dimension", name) for name in known["dimension"]]
    figure = go.Figure()
    marks = (
        ("unit_rate", literal(unit), colours.lost, "diamond", 13),
        ("district_rate", _("scores.district"), colours.good, "circle", 11),
        ("all_rate", _("scores.all"), colours.muted, "line-ns-open", 14),
    )
    for column, label, colour, symbol, size in marks:
        figure.add_scatter(
            name=label,
            mode="markers",
            x=known[column].to_list(),
            y=names,
            marker={"color": colour, "symbol": symbol, "size": size},
            hovertemplate="<b>%{y}</b> %{fullData.name}<br>%{x:.2%}<extra></extra>",
        )
    styled(figure, dark=dark, height=max(240, 100 + 40 * known.height))
    figure.update_xaxes(range=[0, 1.04], tickformat=formats.PERCENT_AXIS)
    figure.update_yaxes(tickfont={"color": colours.text})
    return figure
