"""Execution: the money from budget to spending, by group, and the tail by name."""

from __future__ import annotations

from dataclasses import replace

import polars as pl
import streamlit as st

from dashboard import formats, layout
from dashboard.chart_frame import chart_frame
from dashboard.charts import execution as charts
from dashboard.components import figure_table
from dashboard.filters import Filters
from dashboard.i18n import _, term
from dashboard.published import Answer
from dashboard.queries import execution as queries
from dashboard.tables import Table, cell, column

STAGES = ("initial_budget", "budget_adjustment", "budget", "funds_received", "executed")
TAILS = ("zero", "low", "over")
TABLE_HEIGHT = 460


def main() -> None:
    """The page from top to bottom."""
    filters: Filters = st.session_state["filters"]
    st.title(_("execution.title"))
    _stages(queries.stages(filters))
    _by_group(filters)
    _tail(queries.tail(filters))
    _departments(queries.departments_beside_projects(filters))


def _stages(answer: Answer) -> None:
    sums = answer.frame.row(0, named=True)
    values = [(term("stage", name), sums[name], int(sums[f"{name}_count"] or 0)) for name in STAGES]
    shown = [(name, float(value), count) for name, value, count in values if value]
    if not shown:
        st.subheader(_("execution.stages"))
        st.info(_("overview.no_money"))
        return
    left, right = st.columns([3, 2], gap="large")
    with left:
        chart_frame(
            _("execution.stages"),
            answer,
            lambda frame: charts.stages(list(shown), dark=layout.dark()),
            key="stages",
            caption=_("execution.stages_caption"),
        )
    with right:
        table = Table(
            [column(_("execution.stage")), column(formats.unit_name(), end=True), column(_("term.reports"), end=True)]
        )
        for name, value, count in values:
            table.add([cell(name), cell(formats.money(value)), cell(formats.count(count))])
        figure_table(table.data(), key="stages-table", on_open=layout.open_report)


def _by_group(filters: Filters) -> None:
    group = st.segmented_control(
        _("execution.group"),
        queries.GROUPS,
        format_func=lambda name: term("group", name),
        default="district",
        required=True,
        key="group",
        label_visibility="collapsed",
    )
    answer = queries.by_group(filters, group)
    frame = answer.frame
    if group in ("source", "category"):
        st.caption(_("execution.parts_caption"))
        kind = "fund" if group == "source" else "category"
        frame = frame.with_columns(pl.Series("name", [_part(kind, name) for name in frame["name"]]))
    if frame.is_empty():
        st.info(_("overview.no_money"))
        return
    left, right = st.columns(2, gap="large")
    with left:
        chart_frame(
            _("execution.groups"),
            replace(answer, frame=frame),
            lambda frame: charts.rates_by_group(frame, dark=layout.dark()),
            key="rates",
        )
    with right:
        table = Table(
            [
                column(term("group", group)),
                column(_("term.reports"), end=True),
                column(_("term.budget"), end=True),
                column(_("term.executed"), end=True),
                column(_("term.execution_rate"), end=True),
            ],
            height=TABLE_HEIGHT,
        )
        for row in frame.iter_rows(named=True):
            rate = row["execution_rate"]
            table.add(
                [
                    cell(formats.text(row["name"])),
                    cell(formats.count(row["report_count"])),
                    cell(formats.money(row["budget_wan"])),
                    cell(formats.money(row["executed_wan"])),
                    cell(formats.percent(rate), tone="lost" if rate is not None and rate < queries.LOW else None),
                ]
            )
        figure_table(table.data(), key="groups-table", on_open=layout.open_report)


def _part(kind: str, name: str) -> str:
    return term("fund", name) if kind == "fund" else term("category", name)


def _tail(frame: pl.DataFrame) -> None:
    st.subheader(_("execution.tail", count=frame.height))
    if frame.is_empty():
        st.success(_("execution.no_tail"))
        return
    counts = dict(frame.group_by("tail").len().iter_rows())
    present = [name for name in TAILS if name in counts]
    tail = st.segmented_control(
        _("execution.tail_kind"),
        present,
        format_func=lambda name: f"{term('tail', name)} {counts[name]}",
        default=present[0],
        required=True,
        key="tail",
        label_visibility="collapsed",
    )
    table = Table(
        [
            column(_("term.project")),
            column(_("term.budget"), end=True),
            column(_("term.executed"), end=True),
            column(_("term.execution_rate"), end=True),
            column(_("term.score"), end=True),
        ],
        height=TABLE_HEIGHT,
    )
    for row in frame.filter(pl.col("tail") == tail).iter_rows(named=True):
        where = " · ".join(str(row[part]) for part in ("unit", "fiscal_year") if row[part] is not None)
        table.add(
            [
                cell(formats.text(row["name"]), open=row["report_id"], link=True, sub=where),
                cell(formats.money(row["budget_wan"])),
                cell(formats.money(row["executed_wan"])),
                cell(formats.percent(row["execution_rate"]), tone="lost"),
                cell(formats.points(row["reported_total_score"])),
            ]
        )
    figure_table(table.data(), key="tail-table", on_open=layout.open_report)


def _departments(frame: pl.DataFrame) -> None:
    if frame.is_empty():
        return
    st.subheader(_("execution.departments"))
    st.caption(_("execution.departments_caption"))
    table = Table(
        [
            column(_("group.department")),
            column(_("term.budget"), end=True),
            column(_("execution.projects_budget"), end=True),
            column(_("execution.difference"), end=True),
            column(_("term.executed"), end=True),
            column(_("execution.projects_executed"), end=True),
            column(_("execution.projects"), end=True),
        ]
    )
    for row in frame.iter_rows(named=True):
        both = row["budget_wan"] is not None and row["projects_budget_wan"] is not None
        difference = row["budget_wan"] - row["projects_budget_wan"] if both else None
        table.add(
            [
                cell(formats.text(row["unit"]), open=row["report_id"], link=True, sub=str(row["fiscal_year"] or "")),
                cell(formats.money(row["budget_wan"])),
                cell(formats.money(row["projects_budget_wan"])),
                cell(formats.money(difference), tone="lost" if difference else None),
                cell(formats.money(row["executed_wan"])),
                cell(formats.money(row["projects_executed_wan"])),
                cell(formats.count(row["project_count"])),
            ]
        )
    figure_table(table.data(), key="departments-table", on_open=layout.open_report)


main()
