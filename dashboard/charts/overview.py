"""Charts of the overview page beside those by district."""

from __future__ import annotations

from typing import Any

import plotly.graph_objects as go
import polars as pl

from dashboard import formats
from dashboard.charts.theme import literal, palette, severity_colours, shortened, styled, year_name
from dashboard.filters import GRADES
from dashboard.i18n import _, term

LONGEST_NAME = 12


def score_against_execution(frame: pl.DataFrame, *, low: float, high: float, dark: bool) -> go.Figure:
    """Reports by `execution_rate` and `score` in four quarters, each with its number of reports; the corner of high
    scores for little spent is shaded, and what `is_named` has its name. The custom data of a point is its report."""
    colours = palette(dark)
    figure = go.Figure()
    groups = (
        (_("chart.other_reports"), frame.filter(pl.col("corner") != "high_low"), colours.good, "circle"),
        (_("chart.odd_reports"), frame.filter(pl.col("corner") == "high_low"), colours.lost, "diamond"),
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
                "size": 9,
                "symbol": symbol,
                "opacity": 0.75,
                "line": {"color": colours.surface, "width": 1},
            },
            hovertemplate="<b>%{text}</b><br>"
            + _("chart.quadrant_hover", rate="%{x:.2%}", score="%{y:,.2f}")
            + "<extra></extra>",
        )
    styled(figure, dark=dark, height=420)
    bottom = min([high - 8, *frame["score"]]) - 2
    top = max([100.0, *frame["score"]]) + (4 if bottom > 70 else 6)
    right = max([1.0, *frame["execution_rate"]]) + 0.08
    figure.add_shape(
        type="rect", x0=-0.03, x1=low, y0=high, y1=top, layer="below", line_width=0, fillcolor=colours.lost, opacity=0.1
    )
    line = {"color": colours.muted, "width": 1, "dash": "dot"}
    figure.add_vline(x=low, line=line, layer="below")
    figure.add_hline(y=high, line=line, layer="below")
    counts = dict(frame.select("corner", "corner_count").unique().iter_rows())
    for corner, x, y in (
        ("high_low", low, top),
        ("high_high", right, top),
        ("low_low", low, bottom),
        ("low_high", right, bottom),
    ):
        figure.add_annotation(
            x=x,
            y=y,
            text=_("chart.corner", count=formats.count(counts.get(corner, 0))),
            xanchor="right",
            yanchor="top" if y == top else "bottom",
            showarrow=False,
            font={"size": 12, "color": colours.muted},
        )
    for row in _with_room(frame, width=right * 0.45, height=(top - bottom) * 0.05):
        rightwards = row["execution_rate"] < right / 2
        figure.add_annotation(
            x=row["execution_rate"],
            y=row["score"],
            text=literal(shortened(row["name"], LONGEST_NAME)),
            xanchor="left" if rightwards else "right",
            xshift=7 if rightwards else -7,
            showarrow=False,
            font={"size": 11, "color": colours.text},
        )
    figure.update_xaxes(range=[-0.03, right], tickformat=formats.PERCENT_AXIS, title_text=_("term.execution_rate"))
    figure.update_yaxes(range=[bottom, top], title_text=_("term.score"))
    figure.update_layout(clickmode="event+select", dragmode=False)
    return figure


def grades_by_year(frame: pl.DataFrame, *, dark: bool) -> go.Figure:
    """The share of each `grade` in the reports of each `fiscal_year`, stacked to the whole. The custom data of a bar
    begins with grade and year."""
    colours = palette(dark)
    shades = dict(zip(GRADES, [*reversed(colours.levels[:2] + colours.levels[3:]), colours.grid], strict=True))
    figure = go.Figure()
    for grade in GRADES:
        rows = frame.filter(pl.col("grade") == grade)
        if rows.is_empty():
            continue
        figure.add_bar(
            name=term("grade", grade),
            orientation="h",
            y=[year_name(year) for year in rows["fiscal_year"]],
            x=rows["grade_share"].to_list(),
            text=[formats.count(count) for count in rows["report_count"]],
            textposition="inside",
            insidetextanchor="middle",
            textangle=0,
            marker={"color": shades[grade], "line": {"color": colours.surface, "width": 1}},
            customdata=[
                [grade, row["fiscal_year"], formats.percent(row["grade_share"]), row["differing_count"]]
                for row in rows.iter_rows(named=True)
            ],
            hovertemplate="<b>%{y} %{fullData.name}</b><br>"
            + _("chart.grade_hover", count="%{text}", share="%{customdata[2]}", differing="%{customdata[3]}")
            + "<extra></extra>",
        )
    years = frame["fiscal_year"].unique().to_list()
    styled(figure, dark=dark, height=max(220, 80 + 34 * len(years)))
    figure.update_xaxes(range=[0, 1.001], tickformat=formats.PERCENT_AXIS, tickvals=[0, 0.25, 0.5, 0.75, 1])
    figure.update_yaxes(
        type="category",
        categoryorder="array",
        categoryarray=[year_name(year) for year in sorted(years, key=lambda year: year or 0)],
        showgrid=False,
        tickfont={"color": colours.text},
    )
    figure.update_layout(
        barmode="stack",
        legend={"traceorder": "normal"},
        bargap=0.25,
        uniformtext={"minsize": 11, "mode": "hide"},
        clickmode="event+select",
        dragmode=False,
    )
    return figure


def findings_by_rule(frame: pl.DataFrame, *, title: str, dark: bool) -> go.Figure:
    """A bar of `finding_count` for each rule (`title` names the column of its name), coloured by `severity`. The custom
    data of a bar begins with rule and severity."""
    colours = palette(dark)
    figure = go.Figure()
    names = list(dict.fromkeys(literal(name) for name in frame[title]))
    for severity, colour in severity_colours(colours).items():
        rows = frame.filter(pl.col("severity") == severity)
        if rows.is_empty():
            continue
        figure.add_bar(
            name=term("severity", severity),
            orientation="h",
            y=[literal(name) for name in rows[title]],
            x=rows["finding_count"].to_list(),
            text=[formats.count(count) for count in rows["finding_count"]],
            textposition="outside",
            cliponaxis=False,
            marker={"color": colour},
            customdata=[[row["rule_id"], severity, row["report_count"]] for row in rows.iter_rows(named=True)],
            hovertemplate="<b>%{y}</b> %{fullData.name}<br>"
            + _("chart.findings_hover", count="%{text}", reports="%{customdata[2]}")
            + "<extra></extra>",
        )
    styled(figure, dark=dark, height=max(240, 80 + 28 * len(names)))
    figure.update_xaxes(range=[0, frame["finding_count"].max() * 1.15])  # type: ignore[operator]
    figure.update_yaxes(
        categoryorder="array", categoryarray=names[::-1], showgrid=False, tickfont={"color": colours.text}
    )
    figure.update_layout(barmode="stack", clickmode="event+select", dragmode=False)
    return figure


def _with_room(frame: pl.DataFrame, width: float, height: float) -> list[dict[str, Any]]:
    """The rows that are named, but not where the name would lie over one that is named already."""
    placed: list[dict[str, Any]] = []
    for row in frame.filter(pl.col("is_named")).iter_rows(named=True):
        if all(
            abs(row["execution_rate"] - other["execution_rate"]) > width or abs(row["score"] - other["score"]) > height
            for other in placed
        ):
            placed.append(row)
    return placed
