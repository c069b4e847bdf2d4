"""Charts of the execution page."""

from __future__ import annotations

from typing import Any

import plotly.graph_objects as go
import polars as pl

from dashboard import formats
from dashboard.charts.theme import Palette, distinct, execution_hover, literal, palette, shortened, styled, tail_colours
from dashboard.i18n import _, term
from dashboard.thresholds import LOW_EXECUTION, WHOLE_BUDGET

MOST_BARS, MOST_DEPARTMENTS = 30, 15
LONGEST_NAME = 12
STAGES = (
    "initial",
    "added",
    "unstated",
    "cut",
    "budget",
    "extra",
    "received",
    "not_received",
    "beyond",
    "executed",
    "unspent",
    "not_told",
)
"""The stages of the money, in the order of its way."""


def flow(frame: pl.DataFrame, *, dark: bool) -> go.Figure:
    """The money from `source` to `target`, as wide as its `amount_wan`; rows without a target name a stage's total."""
    colours = palette(dark)
    totals = {row["source"]: row for row in frame.filter(pl.col("target").is_null()).iter_rows(named=True)}
    links = frame.filter(pl.col("target").is_not_null())
    stages = [stage for stage in STAGES if stage in totals]
    shades = _stage_colours(colours)
    figure = go.Figure(
        go.Sankey(
            arrangement="snap",
            node={
                "label": [
                    f"{term('stage', stage)}<br>{formats.money(totals[stage]['amount_wan'])}" for stage in stages
                ],
                "color": [shades[stage] for stage in stages],
                "customdata": [[*_amounts(totals[stage]), term("stage", stage)] for stage in stages],
                "hovertemplate": "<b>%{customdata[2]}</b><br>" + _amount_hover() + "<extra></extra>",
                "pad": 38,
                "thickness": 14,
                "line": {"width": 0},
            },
            link={
                "source": [stages.index(source) for source in links["source"]],
                "target": [stages.index(target) for target in links["target"]],
                "value": [formats.in_unit(amount) for amount in links["amount_wan"]],
                "color": [f"rgba({_channels(shades[target])},0.32)" for target in links["target"]],
                "customdata": [
                    [*_amounts(row), f"{term('stage', row['source'])} → {term('stage', row['target'])}"]
                    for row in links.iter_rows(named=True)
                ],
                "hovertemplate": "<b>%{customdata[2]}</b><br>" + _amount_hover() + "<extra></extra>",
            },
            textfont={"color": colours.text, "size": 13, "shadow": "none"},
        )
    )
    styled(figure, dark=dark, height=400)
    figure.update_layout(margin={"t": 16, "b": 16})
    return figure


def _amounts(row: dict[str, Any]) -> list[str]:
    return [formats.money(row["amount_wan"]), formats.count(row["report_count"])]


def rates_by_group(frame: pl.DataFrame, *, dark: bool) -> go.Figure:
    """A bar of `execution_rate` for each `name`, the least first, with the line of the whole budget. The custom data of
    a bar ends in its `member`."""
    colours = palette(dark)
    known = frame.filter(pl.col("execution_rate").is_not_null()).sort("execution_rate", "name").head(MOST_BARS)
    rates = known["execution_rate"].to_list()
    figure = go.Figure(
        go.Bar(
            orientation="h",
            x=rates,
            y=distinct(literal(str(name)) for name in known["name"]),
            marker={
                "color": [colours.good if LOW_EXECUTION <= rate <= WHOLE_BUDGET else colours.lost for rate in rates]
            },
            text=[formats.percent(rate) for rate in rates],
            texttemplate="\u2002%{text}",
            textposition="outside",
            cliponaxis=False,
            customdata=[
                [formats.money(row["executed_wan"]), formats.money(row["covered_budget_wan"]), row["member"]]
                for row in known.iter_rows(named=True)
            ],
            hovertemplate="<b>%{y}</b><br>" + execution_hover() + "<extra></extra>",
        )
    )
    styled(figure, dark=dark, height=max(220, 60 + 30 * known.height))
    figure.add_vline(x=1, line={"color": colours.muted, "width": 1, "dash": "dot"}, layer="below")
    figure.update_xaxes(range=[0, max([1.0, *rates]) * 1.2], tickformat=formats.PERCENT_AXIS)
    figure.update_yaxes(autorange="reversed", type="category", showgrid=False, tickfont={"color": colours.text})
    figure.update_layout(clickmode="event+select", dragmode=False)
    return figure


def ranking(frame: pl.DataFrame, *, low: float, whole: float, dark: bool) -> go.Figure:
    """Projects from the lowest `execution_rate` to the highest by `rank`, the tails in colours of their own and named
    as far as there is room. The custom data of a point is its report."""
    colours = palette(dark)
    figure = go.Figure()
    for tail, (colour, symbol) in tail_colours(colours).items():
        rows = frame.filter(pl.col("tail") == tail)
        if rows.is_empty():
            continue
        figure.add_scatter(
            name=_("chart.tail", tail=term("tail", tail), count=formats.count(rows["tail_count"][0])),
            mode="markers",
            x=rows["rank"].to_list(),
            y=rows["execution_rate"].to_list(),
            text=[literal(name) for name in rows["name"]],
            customdata=rows["report_id"].to_list(),
            marker={"color": colour, "symbol": symbol, "size": 8, "line": {"color": colours.surface, "width": 0.5}},
            hovertemplate="<b>%{text}</b><br>" + _("chart.rate_hover", rate="%{y:.2%}") + "<extra></extra>",
        )
    styled(figure, dark=dark, height=420)
    count = frame["project_count"][0]
    top = max([whole, *frame["execution_rate"]]) * 1.08
    for bound in (low, whole):
        figure.add_hline(y=bound, line={"color": colours.muted, "width": 1, "dash": "dot"}, layer="below")
    for row in _named(frame, count, top):
        leftwards = row["rank"] > count / 2
        figure.add_annotation(
            x=row["rank"],
            y=row["execution_rate"],
            text=literal(shortened(row["name"], LONGEST_NAME)),
            xanchor="right" if leftwards else "left",
            xshift=-8 if leftwards else 8,
            showarrow=False,
            font={"size": 11, "color": colours.text},
        )
    figure.update_xaxes(range=[1 - 0.03 * count, count * 1.03], title_text=_("chart.rank"), tickformat=",d")
    figure.update_yaxes(range=[-0.05 * top, top], tickformat=formats.PERCENT_AXIS)
    figure.update_layout(clickmode="event+select", dragmode=False)
    return figure


def departments(frame: pl.DataFrame, *, dark: bool) -> go.Figure:
    """What each `unit` states for its projects beside the sum of their own reports: `budget_wan` and
    `projects_budget_wan`. The custom data of a bar is the department's report."""
    colours = palette(dark)
    shown = frame.head(MOST_DEPARTMENTS)
    labels = distinct(literal(f"{row['unit']} {row['fiscal_year'] or ''}") for row in shown.iter_rows(named=True))
    figure = go.Figure()
    for column, name, colour in (
        ("budget_wan", _("execution.department_budget"), colours.good),
        ("projects_budget_wan", _("execution.projects_budget"), colours.series[1]),
    ):
        figure.add_bar(
            name=name,
            orientation="h",
            y=labels,
            x=[None if amount is None else formats.in_unit(amount) for amount in shown[column]],
            text=[formats.money(amount) for amount in shown[column]],
            textposition="outside",
            cliponaxis=False,
            marker={"color": colour},
            customdata=shown["report_id"].to_list(),
            hovertemplate="<b>%{y}</b><br>%{fullData.name} %{text}<extra></extra>",
        )
    amounts = [*shown["budget_wan"].drop_nulls(), *shown["projects_budget_wan"].drop_nulls()]
    most = max(map(formats.in_unit, amounts), default=0) or 1
    styled(figure, dark=dark, height=max(240, 80 + 56 * shown.height))
    figure.update_xaxes(range=[0, most * 1.2], tickformat=formats.money_axis(), title_text=formats.unit_name())
    figure.update_yaxes(autorange="reversed", showgrid=False, tickfont={"color": colours.text})
    figure.update_layout(barmode="group", bargap=0.3, clickmode="event+select", dragmode=False)
    return figure


def _amount_hover() -> str:
    return _("chart.stage_hover", money="%{customdata[0]}", unit=formats.unit_name(), count="%{customdata[1]}")


def _stage_colours(colours: Palette) -> dict[str, str]:
    """Money on its way, money that came besides, money that stayed behind, and what is not told."""
    way = dict.fromkeys(("initial", "budget", "received", "executed"), colours.good)
    besides = dict.fromkeys(("added", "extra", "beyond"), colours.series[2])
    behind = dict.fromkeys(("cut", "not_received", "unspent"), colours.lost)
    return way | besides | behind | dict.fromkeys(("unstated", "not_told"), colours.muted)


def _channels(colour: str) -> str:
    return ",".join(str(int(colour[i : i + 2], 16)) for i in (1, 3, 5))


def _named(frame: pl.DataFrame, count: int, top: float) -> list[dict[str, Any]]:
    """The tails' projects from both ends, but not where a name would lie over one that is written already."""
    tails = frame.filter(pl.col("tail") != "sound").sort(pl.min_horizontal("rank", count - pl.col("rank")))
    placed: list[dict[str, Any]] = []
    for row in tails.iter_rows(named=True):
        if all(
            abs(row["rank"] - other["rank"]) > 0.35 * count
            or abs(row["execution_rate"] - other["execution_rate"]) > 0.05 * top
            for other in placed
        ):
            placed.append(row)
    return placed
