"""Projects ranked by execution, and those of which nothing, little or more than everything was spent by name."""

from __future__ import annotations

import streamlit as st

from dashboard import formats, layout
from dashboard.chart_frame import chart_frame
from dashboard.charts import execution as charts
from dashboard.filters import Filters
from dashboard.i18n import _, term
from dashboard.queries import execution as queries
from dashboard.thresholds import LOW_EXECUTION, WHOLE_BUDGET
from dashboard.views.reports import show_money_table

TABLE_HEIGHT = 420


def show_tails(filters: Filters) -> None:
    """The ranking, and one of its tails by name."""
    st.header(_("execution.tails"))
    answer = queries.ranking(filters)
    left, right = st.columns([3, 2], gap="large")
    with left:
        chart_frame(
            _("execution.ranking"),
            answer,
            lambda frame: charts.ranking(frame, low=LOW_EXECUTION, whole=WHOLE_BUDGET, dark=layout.dark()),
            key="ranking",
            caption=lambda frame: (
                _("execution.ranking_caption")
                + (
                    _("execution.ranking_sampled", count=formats.count(frame["project_count"][0]))
                    if frame.height < frame["project_count"][0]
                    else ""
                )
            ),
            nothing=_("overview.no_money"),
            on_click=layout.open_report,
        )
    with right:
        counts = dict(answer.frame.select("tail", "tail_count").unique().iter_rows())
        _show_tail(filters, counts)


def _show_tail(filters: Filters, counts: dict[str, int]) -> None:
    present = [name for name in queries.TAILS if name in counts]
    if not present:
        st.success(_("execution.no_tail"))
        return
    kind = layout.choose(
        _("execution.tail_kind"),
        "tail",
        present,
        lambda name: f"{term('tail', name)} {formats.count(counts[name])}",
        default=present[0],
    )
    found = queries.tail(filters, kind).frame
    left_out = _("execution.largest", shown=found.height) if found.height < counts[kind] else ""
    st.caption(_("execution.money_unit", unit=formats.unit_name()) + left_out)
    show_money_table(found, key="tail-table")
