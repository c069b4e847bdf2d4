"""Charts of the overview page."""

from __future__ import annotations

import plotly.graph_objects as go
import polars as pl

from dashboard import formats
from dashboard.charts.theme import execution_hover, literal, palette, styled
from dashboard.i18n import _

GRADE_BOUNDS = (60, 80, 90)
ROW_HEIGHT = 38
MOST_BARS = 25
BOX_FROM = 5
"""A box of fewer reports than this would say more than the points do."""


def lowest(frame: pl.DataFrame) -> pl.DataFrame:
    """As many rows as a chart of bars can hold, those of the lowest `execution_rate`, in the order of the frame; a row
    without a rate gives way first."""
    return frame.filter(pl.col("execution_rate").fill_null(float("inf")).rank("ordinal") <= MOST_BARS)


def execution_by_district(frame: pl.DataFrame, *, dark: bool) -> go.Figure:
    """A bar of `execution_rate` for each `district` and `fiscal_year`, beside the line of the whole budget."""
    colours = palette(dark)
    figure = go.Figure()
    for name, colour, rows in _by_year(frame, dark):
        rates = rows["execution_rate"].to_list()
        figure.add_bar(
            name=name,
            orientation="h",
            y=_row_labels(rows),
            x=[rate or 0 for rate in rates],
            marker={"color": colour},
            text=[_("chart.no_executed") if rate is None else formats.percent(rate) for rate in rates],
            texttemplate="\u2002%{text}",
            textposition="outside",
            cliponaxis=False,
            customdata=[
                [
                    formats.money(row["executed_wan"]),
                    formats.money(row["covered_budget_wan"]),
                    formats.count(row["covered_report_count"]),
                    formats.count(row["report_count"]),
                ]
                for row in rows.iter_rows(named=True)
            ],
            hovertemplate="<b>%{y}</b><br>"
            + execution_hover()
            + "<br>"
            + _("chart.covered_hover", covered="%{customdata[2]}", reports="%{customdata[3]}")
            + "<extra></extra>",
        )
    top = max([1.0, *frame["execution_rate"].drop_nulls()])
    _one_row_each(figure, frame, dark)
    figure.add_vline(x=1, line={"color": colours.muted, "width": 1, "dash": "dot"}, layer="below")
    figure.update_xaxes(range=[0, top * 1.2], tickformat=formats.PERCENT_AXIS, tickvals=_ticks(top))
    return figure


def scores_by_district(frame: pl.DataFrame, *, dark: bool) -> go.Figure:
    """Every report a point at its `score`, in a strip for each `district` and `fiscal_year`, with a box where there
    are enough. The custom data of a point is its report id."""
    colours = palette(dark)
    figure = go.Figure()
    for name, colour, rows in _by_year(frame, dark):
        boxed = rows.filter(pl.len().over("district") >= BOX_FROM)
        loose = rows.filter(pl.len().over("district") < BOX_FROM)
        for part, line in ((boxed, colour), (loose, "rgba(0,0,0,0)")):
            if part.is_empty():
                continue
            figure.add_box(
                name=name,
                orientation="h",
                y=_row_labels(part),
                x=part["score"].to_list(),
                customdata=part["report_id"].to_list(),
                text=[literal(name) for name in part["name"]],
                boxpoints="all",
                pointpos=0,
                jitter=0.5,
                marker={"color": colour, "size": 8, "opacity": 0.75, "line": {"color": colours.surface, "width": 1}},
                line={"color": line, "width": 1.2},
                fillcolor="rgba(0,0,0,0)",
                hoveron="points",
                hovertemplate="<b>%{text}</b><br>"
                + _("chart.score_hover", place="%{y}", score="%{x:,.2f}")
                + "<extra></extra>",
            )
    _one_row_each(figure, frame, dark)
    lowest = min([85.0, *frame["score"]])
    highest = max([100.0, *frame["score"]])
    for bound in GRADE_BOUNDS:
        if bound > lowest:
            figure.add_vline(x=bound, line={"color": colours.muted, "width": 1, "dash": "dot"}, layer="below")
    figure.update_xaxes(range=[lowest - 1.5, highest + 1.5])
    figure.update_layout(boxmode="overlay", clickmode="event+select", dragmode=False)
    return figure


def score_against_execution(frame: pl.DataFrame, *, low: float, high: float, dark: bool) -> go.Figure:
    """Reports by `execution_rate` and `score`; the corner of high scores for little spent is shaded.

    The custom data of a point is its report id.
    """
    colours = palette(dark)
    known = frame.filter(pl.col("execution_rate").is_not_null())
    odd = (pl.col("execution_rate") < low) & (pl.col("score") >= high)
    figure = go.Figure()
    groups = (
        (_("chart.other_reports"), known.filter(~odd), colours.good, "circle"),
        (_("chart.odd_reports"), known.filter(odd), colours.lost, "diamond"),
    )
    for name, rows, colour, symbol in groups:
        figure.add_scatter(
            name=name,
            mode="markers",
            x=rows["execution_rate"].to_list(),
            y=rows["score"].to_list(),
            customdata=rows["report_id"].to_list(),
            text=[literal(name) for name in rows["name"]],
            marker={
                "color": colour,
                "size": 11,
                "symbol": symbol,
                "opacity": 0.8,
                "line": {"color": colours.surface, "width": 1},
            },
            hovertemplate="<b>%{text}</b><br>"
            + _("chart.quadrant_hover", rate="%{x:.2%}", score="%{y:,.2f}")
            + "<extra></extra>",
        )
    styled(figure, dark=dark, height=320)
    bottom = min([high - 8, *known["score"]]) - 2
    top = max([100.0, *known["score"]]) + 2
    right = max([1.0, *known["execution_rate"]]) + 0.05
    figure.add_shape(
        type="rect", x0=-0.03, x1=low, y0=high, y1=top, layer="below", line_width=0, fillcolor=colours.lost, opacity=0.1
    )
    figure.update_xaxes(range=[-0.03, right], tickformat=formats.PERCENT_AXIS, title_text=_("term.execution_rate"))
    figure.update_yaxes(range=[bottom, top], title_text=_("term.score"))
    figure.update_layout(clickmode="event+select", dragmode=False)
    return figure


def _by_year(frame: pl.DataFrame, dark: bool) -> list[tuple[str, str, pl.DataFrame]]:
    """Name, colour and rows of each year, the newest first; reports without a year come last."""
    years = sorted(frame["fiscal_year"].unique().to_list(), key=lambda year: -(year or 0))
    series = palette(dark).series
    return [
        (_year_name(year), series[i % len(series)], frame.filter(pl.col("fiscal_year").eq_missing(year)))
        for i, year in enumerate(years)
    ]


def _year_name(year: int | None) -> str:
    return str(year) if year else _("term.no_year")


def _row_labels(frame: pl.DataFrame) -> list[str]:
    return [f"{row['district']} {_year_name(row['fiscal_year'])}" for row in frame.iter_rows(named=True)]


def _one_row_each(figure: go.Figure, frame: pl.DataFrame, dark: bool) -> None:
    """Give each district and year its row, in the order of the frame from top to bottom, the same in every chart."""
    labels = list(dict.fromkeys(_row_labels(frame)))
    styled(figure, dark=dark, height=max(220, 50 + ROW_HEIGHT * len(labels)))
    figure.update_yaxes(
        categoryorder="array",
        categoryarray=labels[::-1],
        range=[-0.5, len(labels) - 0.5],
        showgrid=False,
        tickfont={"color": palette(dark).text},
    )
    figure.update_layout(showlegend=False, barmode="overlay", margin={"t": 8})


def _ticks(top: float) -> list[float]:
    step = 0.25 if top <= 1.5 else 0.5 if top <= 3 else top // 4
    return [step * i for i in range(int(top / step) + 1)]
