"""The project money that departments state beside the sum of their projects' own reports."""

from __future__ import annotations

import streamlit as st

from dashboard import formats, layout
from dashboard.chart_frame import chart_frame
from dashboard.charts import execution as charts
from dashboard.components import figure_table
from dashboard.filters import Filters
from dashboard.i18n import _
from dashboard.queries import execution as queries
from dashboard.tables import Table, cell, column

TABLE_HEIGHT = 460


def show_departments(filters: Filters) -> None:
    """The largest differences, as bars and below them as a table; nothing where no department reported."""
    answer = queries.departments_beside_projects(filters)
    if answer.frame.is_empty():
        return
    st.header(_("execution.departments"))
    chart_frame(
        _("execution.department_projects"),
        answer,
        lambda frame: charts.departments(frame, dark=layout.dark()),
        key="departments",
        caption=_("execution.departments_caption"),
        on_click=layout.open_report,
    )
    table = Table(
        [
            column(_("group.department")),
            column(formats.with_unit(_("execution.department_budget")), end=True),
            column(formats.with_unit(_("execution.projects_budget")), end=True),
            column(formats.with_unit(_("execution.difference")), end=True),
            column(formats.with_unit(_("term.executed")), end=True),
            column(formats.with_unit(_("execution.projects_executed")), end=True),
            column(_("execution.projects"), end=True),
        ],
        height=TABLE_HEIGHT,
    )
    for row in answer.frame.iter_rows(named=True):
        table.add(
            [
                cell(formats.text(row["unit"]), open=row["report_id"], link=True, sub=str(row["fiscal_year"] or "")),
                cell(formats.money(row["budget_wan"])),
                cell(formats.money(row["projects_budget_wan"])),
                cell(formats.money(row["difference_wan"]), tone="lost" if row["difference_wan"] else None),
                cell(formats.money(row["executed_wan"])),
                cell(formats.money(row["projects_executed_wan"])),
                cell(formats.count(row["project_count"])),
            ]
        )
    figure_table(table.data(), key="departments-table", on_open=layout.open_report)
