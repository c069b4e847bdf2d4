"""Charts of the scores page."""

from __future__ import annotations

from collections.abc import Sequence

import plotly.graph_objects as go
import polars as pl

from dashboard import formats
from dashboard.charts.theme import distinct, literal, palette, shortened, styled
from dashboard.i18n import _, term

MOST_BOXES, MOST_BARS = 25, 20
LONGEST_NAME = 14
STRIP_HEIGHT, SPREAD_OF_POINTS = 58, 0.3


def spread(frame: pl.DataFrame, names: Sequence[str], *, marks: Sequence[str], dark: bool) -> go.Figure:
    """The score rates of the rows behind each line of the frame as a box from their quartiles, with marks for
    `score_rate` (of all points) and `full_marks_share`. `names` and `marks` (the custom data) are one for each line."""
    colours = palette(dark)
    shown = frame.head(MOST_BOXES)
    labels = distinct(literal(shortened(name, LONGEST_NAME)) for name in names[:MOST_BOXES])
    figure = go.Figure(
        go.Box(
            name=_("scores.rows_spread"),
            orientation="h",
            y=labels,
            lowerfence=shown["min_rate"].to_list(),
            q1=shown["q1_rate"].to_list(),
            median=shown["median_rate"].to_list(),
            q3=shown["q3_rate"].to_list(),
            upperfence=shown["max_rate"].to_list(),
            line={"color": colours.good, "width": 1.4},
            fillcolor="rgba(0,0,0,0)",
            hoverinfo="skip",
            showlegend=False,
        )
    )
    for column, label, colour, symbol in (
        ("score_rate", _("term.score_rate"), colours.good, "line-ns-open"),
        ("full_marks_share", _("review.full_marks_share"), colours.lost, "diamond"),
    ):
        figure.add_scatter(
            name=label,
            mode="markers",
            y=labels,
            x=shown[column].to_list(),
            customdata=list(marks[:MOST_BOXES]),
            text=[formats.count(count) for count in shown["row_count"]],
            marker={"color": colour, "symbol": symbol, "size": 11, "line": {"width": 2 if "open" in symbol else 0}},
            hovertemplate="<b>%{y}</b><br>%{fullData.name} %{x:.2%}<br>"
            + _("chart.rows_hover", count="%{text}")
            + "<extra></extra>",
        )
    styled(figure, dark=dark, height=max(260, 90 + 32 * len(labels)))
    figure.update_xaxes(range=[-0.02, 1.04], tickformat=formats.PERCENT_AXIS)
    figure.update_yaxes(autorange="reversed", showgrid=False, tickfont={"color": colours.text})
    figure.update_layout(clickmode="event+select", dragmode=False)
    return figure


def weight_against_lost(frame: pl.DataFrame, *, dark: bool) -> go.Figure:
    """What share of all weights each `dimension` has, and what share of all points lost."""
    colours = palette(dark)
    names = [term("dimension", name) for name in frame["dimension"]]
    figure = go.Figure()
    for column, label, colour, amount in (
        ("weight_share", _("scores.weight_share"), colours.good, "weight"),
        ("lost_share", _("scores.lost_share"), colours.lost, "lost"),
    ):
        shares = frame[column].to_list()
        figure.add_bar(
            name=label,
            orientation="h",
            y=names,
            x=shares,
            text=[formats.percent(share) for share in shares],
            textposition="outside",
            cliponaxis=False,
            marker={"color": colour},
            customdata=[formats.points(points) for points in frame[amount]],
            hovertemplate="<b>%{y}</b><br>%{fullData.name} %{text}<br>"
            + _("chart.points_hover", points="%{customdata}")
            + "<extra></extra>",
        )
    styled(figure, dark=dark, height=max(260, 90 + 44 * frame.height))
    most = max([0.1, *frame["weight_share"], *frame["lost_share"].drop_nulls()])
    figure.update_xaxes(range=[0, most * 1.2], tickformat=formats.PERCENT_AXIS)
    figure.update_yaxes(autorange="reversed", showgrid=False, tickfont={"color": colours.text})
    figure.update_layout(barmode="group", bargap=0.3)
    return figure


def points_lost(frame: pl.DataFrame, *, name: str, dark: bool) -> go.Figure:
    """A Pareto chart: `lost` points of each indicator (column `name`), and the `running_share` of all lost. The custom
    data of a bar begins with its indicator."""
    colours = palette(dark)
    shown = frame.head(MOST_BARS)
    labels = distinct(literal(shortened(str(label), LONGEST_NAME)) for label in shown[name])
    figure = go.Figure()
    figure.add_bar(
        name=_("scores.lost"),
        x=labels,
        y=[float(lost) for lost in shown["lost"]],
        marker={"color": colours.lost},
        customdata=[
            [row["indicator"], formats.points(row["weight"]), row["lost_count"], row["row_count"]]
            for row in shown.iter_rows(named=True)
        ],
        hovertemplate="<b>%{x}</b><br>"
        + _(
            "chart.lost_hover",
            lost="%{y:,.2f}",
            weight="%{customdata[1]}",
            times="%{customdata[2]}",
            rows="%{customdata[3]}",
        )
        + "<extra></extra>",
    )
    figure.add_scatter(
        name=_("scores.running_share"),
        mode="lines+markers",
        x=labels,
        y=shown["running_share"].to_list(),
        yaxis="y2",
        line={"color": colours.good},
        customdata=[[indicator] for indicator in shown["indicator"]],
        hovertemplate="<b>%{x}</b><br>%{y:.2%}<extra></extra>",
    )
    styled(figure, dark=dark, height=440)
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
    figure.update_xaxes(tickangle=-40, showgrid=False, tickfont={"color": colours.text})
    figure.update_yaxes(title_text=_("scores.lost"), selector={"overlaying": None})
    return figure


def unit_strips(frame: pl.DataFrame, *, unit: str, dark: bool) -> go.Figure:
    """A strip for each `dimension`: every unit a point at its `unit_rate`, those of the district and the unit itself
    told apart by `standing`; strokes for the rates of the district and of all."""
    colours = palette(dark)
    dimensions = frame["dimension"].unique(maintain_order=True).to_list()
    figure = go.Figure()
    groups = (
        ("other", _("scores.all"), colours.muted, "circle", 5, 0.45),
        ("district", _("scores.district"), colours.good, "circle", 7, 0.8),
        ("unit", literal(unit), colours.lost, "diamond", 14, 1.0),
    )
    for standing, label, colour, symbol, size, opacity in groups:
        rows = frame.filter(pl.col("standing") == standing)
        if rows.is_empty():
            continue
        figure.add_scatter(
            name=label,
            mode="markers",
            x=rows["unit_rate"].to_list(),
            y=[
                dimensions.index(dimension) + (0 if standing == "unit" else _aside(i))
                for i, dimension in enumerate(rows["dimension"])
            ],
            text=[literal(f"{name} {term('dimension', dim)}") for name, dim in rows.select("unit", "dimension").rows()],
            marker={"color": colour, "symbol": symbol, "size": size, "opacity": opacity},
            hovertemplate="<b>%{text}</b><br>%{x:.2%}<extra></extra>",
        )
    means = frame.unique("dimension", keep="first", maintain_order=True)
    for column, label, colour in (
        ("district_rate", _("scores.district_rate"), colours.good),
        ("all_rate", _("scores.all_rate"), colours.text),
    ):
        figure.add_scatter(
            name=label,
            mode="markers",
            x=means[column].to_list(),
            y=list(range(len(dimensions))),
            marker={"color": colour, "symbol": "line-ns-open", "size": 30, "line": {"width": 2}},
            hovertemplate="%{fullData.name} %{x:.2%}<extra></extra>",
        )
    styled(figure, dark=dark, height=max(280, 110 + STRIP_HEIGHT * len(dimensions)))
    lowest = min([0.9, *frame["unit_rate"]])
    figure.update_xaxes(range=[max(-0.02, lowest - 0.03), 1.02], tickformat=formats.PERCENT_AXIS)
    figure.update_yaxes(
        tickvals=list(range(len(dimensions))),
        ticktext=[term("dimension", dimension) for dimension in dimensions],
        range=[len(dimensions) - 0.5, -0.5],
        showgrid=False,
        tickfont={"color": colours.text},
    )
    return figure


def _aside(number: int) -> float:
    """How far a point is set off the middle of its strip, so that equal ones do not lie on each other."""
    return ((number * 0.618034) % 1 - 0.5) * 2 * SPREAD_OF_POINTS
