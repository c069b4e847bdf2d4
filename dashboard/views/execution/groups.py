"""Budget and execution by district, department, unit, year, funding source or expenditure category."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import polars as pl
import streamlit as st

from dashboard import address, formats, layout
from dashboard.chart_frame import chart_frame
from dashboard.charts import execution as charts
from dashboard.components import figure_table
from dashboard.filters import Filters
from dashboard.i18n import _, term
from dashboard.queries import execution as queries
from dashboard.tables import Table, cell, column
from dashboard.thresholds import LOW_EXECUTION, WHOLE_BUDGET

TABLE_HEIGHT = 460
_WORDS: dict[str, Callable[[str], str]] = {
    "source": lambda name: term("fund", name),
    "category": lambda name: term("category", name),
}
_FILTERED = {"district", "department", "year"}


def show_groups(filters: Filters) -> None:
    """The members of a group: the least executed as bars, the largest budgets as a table."""
    st.header(_("execution.groups"))
    group = layout.choose(
        _("execution.group"), "group", queries.GROUPS, lambda name: term("group", name), default="district"
    )
    answer = queries.by_group(filters, group)
    if group in _WORDS:
        names = [_WORDS[group](name) for name in answer.frame["name"]]
        answer = replace(answer, frame=answer.frame.with_columns(pl.Series("name", names, pl.String)))
    left, right = st.columns(2, gap="large")
    with left:
        chart_frame(
            _("execution.rates", group=term("group", group)),
            answer,
            lambda frame: charts.rates_by_group(frame, dark=layout.dark()),
            key="rates",
            caption=lambda frame: _caption(frame, group),
            nothing=_("overview.no_money"),
            on_click=(lambda mark: address.narrow(**{group: [str(mark[-1])]})) if group in _FILTERED else None,
        )
    with right:
        _show_table(answer.frame, group)


def _caption(frame: pl.DataFrame, group: str) -> str:
    said = {
        "source": _("execution.sources_caption"),
        "category": _("execution.categories_caption"),
        "unit": _("execution.rates_caption"),
    }.get(group, _("execution.rates_caption") + _("execution.click_caption"))
    count = frame["member_count"][0]
    if frame.height < count:
        said += _("execution.members_left_out", shown=frame.height, count=formats.count(count))
    rated = frame["execution_rate"].count()
    if rated > charts.MOST_BARS:
        said += _("execution.bars_left_out", shown=charts.MOST_BARS)
    return said


def _show_table(frame: pl.DataFrame, group: str) -> None:
    table = Table(
        [
            column(term("group", group)),
            column(_("term.reports"), end=True),
            column(formats.with_unit(_("term.budget")), end=True),
            column(formats.with_unit(_("term.executed")), end=True),
            column(_("term.execution_rate"), end=True),
        ],
        height=TABLE_HEIGHT,
    )
    for row in frame.iter_rows(named=True):
        rate = row["execution_rate"]
        odd = rate is not None and not LOW_EXECUTION <= rate <= WHOLE_BUDGET
        table.add(
            [
                cell(formats.text(row["name"]), open=row["member"] if group in _FILTERED else None),
                cell(formats.count(row["report_count"])),
                cell(formats.money(row["budget_wan"])),
                cell(formats.money(row["executed_wan"])),
                cell(formats.percent(rate), tone="lost" if odd else None),
            ]
        )
    st.caption(_("execution.covered_caption"))
    figure_table(table.data(), key="groups-table", on_open=lambda member: address.put(group, [member]))
