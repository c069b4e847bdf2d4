"""Charts of the review page."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import plotly.graph_objects as go
import polars as pl

from dashboard.charts.theme import distinct, literal, palette, styled
from dashboard.i18n import _

MOST_RULES, MOST_MONTHS_NAMED = 12, 12


def findings_over_months(frame: pl.DataFrame, *, title: str, dark: bool) -> go.Figure:
    """A line for each rule (`title` names its column): `findings_per_100_reports` by `month`, severities summed; the
    rules with the most findings. A month in which only other rules found something has none; over months in which
    nothing was found or filed there is no line. The custom data of a point begins with its rule."""
    most = (
        frame.group_by("rule_id")
        .agg(pl.col("finding_count").sum())
        .sort("finding_count", "rule_id", descending=[True, False])
    )
    months = frame["month"].unique().sort().to_list()
    figure = go.Figure()
    for rule in most["rule_id"].head(MOST_RULES):
        rows = (
            frame.filter(pl.col("rule_id") == rule)
            .group_by("month", title)
            .agg(pl.col("findings_per_100_reports").sum(), pl.col("finding_count").sum())
        )
        of_month = {row["month"]: row for row in rows.iter_rows(named=True)}
        points = [(month, of_month.get(month)) for month in _with_breaks(months)]
        figure.add_scatter(
            name=literal(rows[title][0]),
            mode="lines+markers",
            x=[month for month, _row in points],
            y=[row["findings_per_100_reports"] if row else 0 if month in months else None for month, row in points],
            customdata=[[rule, row["finding_count"] if row else 0] for _month, row in points],
            hovertemplate="<b>%{fullData.name}</b><br>"
            + _("chart.per_hundred_hover", rate="%{y:,.1f}", count="%{customdata[1]}")
            + "<extra></extra>",
        )
    styled(figure, dark=dark, height=380)
    spanned = (months[-1].year - months[0].year) * 12 + months[-1].month - months[0].month
    figure.update_xaxes(tickformat="%Y-%m", dtick="M1" if spanned < MOST_MONTHS_NAMED else None)
    figure.update_yaxes(title_text=_("chart.per_hundred"), rangemode="tozero")
    figure.update_layout(clickmode="event+select", dragmode=False)
    return figure


def correlations(frame: pl.DataFrame, *, dark: bool) -> go.Figure:
    """A bar for each `district` and `fiscal_year` that has a `correlation` of score and execution rate. The custom data
    of a bar ends in division and year."""
    colours = palette(dark)
    known = frame.filter(pl.col("correlation").is_not_null())
    labels = distinct(f"{literal(row['district'])} {row['fiscal_year']}" for row in known.iter_rows(named=True))
    values = known["correlation"].to_list()
    figure = go.Figure(
        go.Bar(
            orientation="h",
            x=values,
            y=labels,
            marker={"color": [colours.good if value > 0 else colours.lost for value in values]},
            text=[f"{value:.2f}" for value in values],
            textposition="outside",
            cliponaxis=False,
            customdata=[list(row) for row in known.select("report_count", "region_code", "fiscal_year").rows()],
            hovertemplate="<b>%{y}</b><br>"
            + _("chart.correlation_hover", value="%{text}", count="%{customdata[0]}")
            + "<extra></extra>",
        )
    )
    styled(figure, dark=dark, height=max(200, 60 + 34 * len(labels)))
    figure.update_xaxes(range=[-1.2, 1.2], tickvals=[-1, -0.5, 0, 0.5, 1])
    figure.update_yaxes(categoryorder="array", categoryarray=labels[::-1], showgrid=False)
    figure.update_layout(clickmode="event+select", dragmode=False)
    return figure


def _with_breaks(months: Sequence[dt.date]) -> list[dt.date]:
    """The months, and of those missing between two the first, to end the line there."""
    after = [_next(month) for month in months[:-1]]
    return sorted({*months, *after})


def _next(month: dt.date) -> dt.date:
    return (month + dt.timedelta(days=31)).replace(day=1)
