"""Charts of the review page."""

from __future__ import annotations

import plotly.graph_objects as go
import polars as pl

from dashboard.charts.theme import distinct, literal, palette, styled
from dashboard.i18n import _

MOST_RULES = 12


def findings_over_months(frame: pl.DataFrame, *, title: str, dark: bool) -> go.Figure:
    """A line for each rule (`title` names its column): `findings_per_100_reports` by `month`, severities summed; the
    rules with the most findings."""
    most = (
        frame.group_by("rule_id")
        .agg(pl.col("finding_count").sum())
        .sort("finding_count", "rule_id", descending=[True, False])
    )
    figure = go.Figure()
    for rule in most["rule_id"].head(MOST_RULES):
        rows = (
            frame.filter(pl.col("rule_id") == rule)
            .group_by("month", title)
            .agg(pl.col("findings_per_100_reports").sum(), pl.col("finding_count").sum())
            .sort("month")
        )
        figure.add_scatter(
            name=literal(rows[title][0]),
            mode="lines+markers",
            x=rows["month"].to_list(),
            y=rows["findings_per_100_reports"].to_list(),
            customdata=rows["finding_count"].to_list(),
            hovertemplate="<b>%{fullData.name}</b><br>"
            + _("chart.per_hundred_hover", rate="%{y:,.1f}", count="%{customdata}")
            + "<extra></extra>",
        )
    styled(figure, dark=dark, height=380)
    figure.update_xaxes(tickformat="%Y-%m", dtick="M1" if frame["month"].n_unique() <= 12 else None)
    figure.update_yaxes(title_text=_("chart.per_hundred"), rangemode="tozero")
    return figure


def correlations(frame: pl.DataFrame, *, dark: bool) -> go.Figure:
    """A bar for each `district` and `fiscal_year` that has a `correlation` of score and execution rate."""
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
            customdata=known["report_count"].to_list(),
            hovertemplate="<b>%{y}</b><br>"
            + _("chart.correlation_hover", value="%{text}", count="%{customdata}")
            + "<extra></extra>",
        )
    )
    styled(figure, dark=dark, height=max(200, 60 + 34 * len(labels)))
    figure.update_xaxes(range=[-1.2, 1.2], tickvals=[-1, -0.5, 0, 0.5, 1])
    figure.update_yaxes(categoryorder="array", categoryarray=labels[::-1], showgrid=False)
    return figure
