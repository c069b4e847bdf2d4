"""The indicators that lose most points, and one indicator's rows with their reasons."""

from __future__ import annotations

import streamlit as st

from dashboard import formats, layout
from dashboard.chart_frame import chart_frame
from dashboard.charts import scores as charts
from dashboard.components import figure_table
from dashboard.filters import Filters
from dashboard.i18n import _
from dashboard.queries import scores as queries
from dashboard.tables import Table, cell, column
from dashboard.views.reports import report_cell
from dashboard.views.scores.words import INDICATOR, name_column, pick_indicator

TABLE_HEIGHT = 440


def show_lost(filters: Filters) -> None:
    """A Pareto chart; beside it the rows of the indicator that was picked anywhere on the page."""
    answer = queries.lost_by_indicator(filters)
    left, right = st.columns([3, 2], gap="large")
    with left:
        chart_frame(
            _("scores.pareto"),
            answer,
            lambda frame: charts.points_lost(frame, name=name_column(), dark=layout.dark()),
            key="pareto",
            caption=_("scores.pareto_caption"),
            nothing=_("scores.nothing_lost"),
            on_click=lambda mark: pick_indicator(mark[0] if isinstance(mark, list) else mark),
        )
    indicator = st.query_params.get(INDICATOR) or next(iter(answer.frame["indicator"]), None)
    with right:
        if indicator is not None:
            _show_rows(filters, indicator)


def _show_rows(filters: Filters, indicator: str) -> None:
    rows = queries.rows_of_indicator(filters, indicator).frame
    if rows.is_empty():
        st.warning(_("filters.not_understood", filter=_("scores.indicator"), value=formats.plain(indicator)))
        return
    count = rows["all_count"][0]
    st.subheader(_("scores.rows_of", indicator=formats.plain(indicator), count=formats.count(count)))
    if rows.height < count:
        st.caption(_("scores.most_lost", shown=rows.height))
    table = Table(
        [column(_("term.project")), column(_("scores.points"), end=True), column(_("term.deduction_reason"))],
        height=TABLE_HEIGHT,
    )
    for row in rows.iter_rows(named=True):
        opens = f"{row['report_id']} indicator:{row['indicator_no']}:score"
        points = f"{formats.points(row['score'])} / {formats.points(row['weight'])}"
        table.add(
            [
                report_cell(row, opens),
                cell(points, open=opens, tone="lost" if row["score"] < row["weight"] else None),
                cell(formats.text(row["deduction_reason"])),
            ]
        )
    figure_table(table.data(), key="reasons", on_open=layout.open_place)
