"""Charts of the execution page."""

from __future__ import annotations

import plotly.graph_objects as go
import polars as pl

from dashboard import formats
from dashboard.charts.theme import execution_hover, literal, palette, styled
from dashboard.i18n import _

MOST_BARS = 30


def stages(values: list[tuple[str, float | None, int]], *, dark: bool) -> go.Figure:
    """A bar for each (stage, sum in 万元, number of reports) of the money, in the order of its way."""
    colours = palette(dark)
    known = [(name, value, count) for name, value, count in values if value is not None]
    figure = go.Figure(
        go.Bar(
            orientation="h",
            y=[name for name, _value, _count in known],
            x=[formats.in_unit(value) for _name, value, _count in known],
            text=[formats.money(value) for _name, value, _count in known],
            texttemplate="\u2002%{text}",
            textposition="outside",
            cliponaxis=False,
            customdata=[formats.count(count) for _name, _value, count in known],
            marker={"color": [colours.series[i % len(colours.series)] for i in range(len(known))]},
            hovertemplate="<b>%{y}</b><br>"
            + _("chart.stage_hover", money="%{text}", unit=formats.unit_name(), count="%{customdata}")
            + "<extra></extra>",
        )
    )
    styled(figure, dark=dark, height=300)
    amounts = [formats.in_unit(value) for _name, value, _count in known]
    figure.update_xaxes(range=[min(0, *amounts), max(amounts) * 1.2], tickformat=formats.money_axis())
    figure.update_yaxes(autorange="reversed", showgrid=False, tickfont={"color": colours.text})
    return figure


def rates_by_group(frame: pl.DataFrame, *, dark: bool) -> go.Figure:
    """A bar of `execution_rate` for each `name`, the least first, with the line of the whole budget."""
    colours = palette(dark)
    known = frame.filter(pl.col("execution_rate").is_not_null()).sort("execution_rate", "name").head(MOST_BARS)
    rates = known["execution_rate"].to_list()
    figure = go.Figure(
        go.Bar(
            orientation="h",
            x=rates,
            y=[literal(str(name)) for name in known["name"]],
            marker={"color": [colours.lost if rate < 0.6 or rate > 1 else colours.good for rate in rates]},
            text=[formats.percent(rate) for rate in rates],
            texttemplate="\u2002%{text}",
            textposition="outside",
            cliponaxis=False,
            customdata=[
                [formats.money(row["executed_wan"]), formats.money(row["covered_budget_wan"])]
                for row in known.iter_rows(named=True)
            ],
            hovertemplate="<b>%{y}</b><br>" + execution_hover() + "<extra></extra>",
        )
    )
    styled(figure, dark=dark, height=max(220, 60 + 30 * known.height))
    figure.add_vline(x=1, line={"color": colours.muted, "width": 1, "dash": "dot"}, layer="below")
    figure.update_xaxes(range=[0, max([1.0, *rates]) * 1.2], tickformat=formats.PERCENT_AXIS)
    figure.update_yaxes(autorange="reversed", showgrid=False, tickfont={"color": colours.text})
    return figure
