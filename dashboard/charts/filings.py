"""What was filed of what was expected."""

from __future__ import annotations

import plotly.graph_objects as go
import polars as pl

from dashboard import formats
from dashboard.charts.theme import distinct, literal, palette, styled
from dashboard.i18n import _

ROW_HEIGHT = 30
MOST_ROWS = 25


def by_district(frame: pl.DataFrame, *, dark: bool) -> go.Figure:
    """A bar of reports for each `district`: filed in time, late, missing before the deadline, and overdue. The first
    rows of the frame stand on top, no more than `MOST_ROWS`; the custom data of a bar is its district's code."""
    colours = palette(dark)
    rows = frame.head(MOST_ROWS)
    waiting = (rows["missing_count"] - rows["overdue_count"]).to_list()
    parts = (
        (_("filings.filed"), rows["filed_count"].to_list(), colours.levels[4], ""),
        (_("filings.late"), rows["late_count"].to_list(), colours.levels[3], "/"),
        (_("filings.waiting"), waiting, colours.levels[2], "."),
        (_("filings.overdue"), rows["overdue_count"].to_list(), colours.levels[0], "x"),
    )
    labels = distinct(literal(district) for district in rows["district"])
    figure = go.Figure()
    for name, counts, colour, pattern in parts:
        figure.add_bar(
            name=name,
            orientation="h",
            y=labels,
            x=counts,
            text=[formats.count(count) if count else "" for count in counts],
            textposition="inside",
            insidetextanchor="middle",
            textangle=0,
            marker={
                "color": colour,
                "line": {"width": 0},
                "pattern": {"shape": pattern, "fillmode": "overlay", "fgcolor": colours.text, "fgopacity": 0.25},
            },
            customdata=rows["region_code"].to_list(),
            hovertemplate="<b>%{y}</b><br>" + name + " %{x:,}<extra></extra>",
        )
    styled(figure, dark=dark, height=max(180, 90 + ROW_HEIGHT * rows.height))
    figure.update_layout(barmode="stack", clickmode="event+select", dragmode=False, legend={"traceorder": "normal"})
    most = frame["expected_count"].max()
    figure.update_xaxes(rangemode="tozero", tickformat=",d", dtick=1 if isinstance(most, int) and most <= 10 else None)
    figure.update_yaxes(autorange="reversed", showgrid=False, tickfont={"color": colours.text})
    return figure
