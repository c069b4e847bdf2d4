"""The money from the initial budget to what was spent, and the reports behind each stretch of its way."""

from __future__ import annotations

import polars as pl
import streamlit as st

from dashboard import address, formats, layout
from dashboard.chart_frame import chart_frame
from dashboard.charts import execution as charts
from dashboard.components import figure_table
from dashboard.filters import Filters
from dashboard.i18n import _, term
from dashboard.queries import money_flow as queries
from dashboard.tables import Table, cell, column
from dashboard.views.reports import report_cell

TABLE_HEIGHT = 470


def show_flow(filters: Filters) -> None:
    """The flow, beside it the list of its stages; a stretch that is picked there shows its reports."""
    answer = queries.flow(filters)
    left, right = st.columns([3, 2], gap="large")
    with left:
        chart_frame(
            _("execution.flow"),
            answer,
            lambda frame: charts.flow(frame, dark=layout.dark()),
            key="flow",
            caption=_("execution.flow_caption"),
            nothing=_("overview.no_money"),
        )
    if answer.frame.is_empty():
        return
    with right:
        figure_table(_stages(answer.frame).data(), key="stages-table", on_open=_open_stretch)
    _show_stretch(filters, answer.frame)


def _stages(frame: pl.DataFrame) -> Table:
    table = Table(
        [
            column(_("execution.stage")),
            column(formats.unit_name(), end=True),
            column(_("term.reports"), end=True),
        ],
        height=TABLE_HEIGHT,
    )
    totals = {row["source"]: row for row in frame.filter(pl.col("target").is_null()).iter_rows(named=True)}
    for stage in charts.STAGES:
        if stage not in totals:
            continue
        total = totals[stage]
        table.add(
            [
                cell(term("stage", stage)),
                cell(formats.money(total["amount_wan"])),
                cell(formats.count(total["report_count"])),
            ],
            strong=True,
        )
        for row in frame.filter((pl.col("source") == stage) & pl.col("target").is_not_null()).iter_rows(named=True):
            table.add(
                [
                    cell(f"→ {term('stage', row['target'])}", depth=1, open=f"{stage} {row['target']}", link=True),
                    cell(formats.money(row["amount_wan"])),
                    cell(formats.count(row["report_count"])),
                ]
            )
    return table


def _open_stretch(stretch: str) -> None:
    address.put("stretch", [stretch])


def _show_stretch(filters: Filters, frame: pl.DataFrame) -> None:
    """The reports of the stretch that the URL asks for."""
    asked = st.query_params.get("stretch")
    if asked is None:
        return
    counts = {f"{row['source']} {row['target']}": row["report_count"] for row in frame.iter_rows(named=True)}
    if asked not in counts:
        st.warning(_("filters.not_understood", filter=_("execution.stage"), value=formats.plain(asked)))
        return
    source, target = asked.split(" ")
    found = queries.flow_reports(filters, source, target).frame
    with st.container(horizontal=True, vertical_alignment="center"):
        stretch = {"source": term("stage", source), "target": term("stage", target)}
        st.subheader(_("execution.stretch", **stretch, count=formats.count(counts[asked])), width="stretch")
        st.button(
            _("execution.close"), icon=":material/close:", type="tertiary", on_click=address.put, args=("stretch", [])
        )
    if found.height < counts[asked]:
        st.caption(_("execution.largest", shown=found.height))
    table = Table([column(_("term.project")), column(formats.unit_name(), end=True)], height=TABLE_HEIGHT)
    for row in found.iter_rows(named=True):
        table.add(
            [
                report_cell(row),
                cell(formats.money(row["amount_wan"])),
            ]
        )
    figure_table(table.data(), key="stretch-table", on_open=layout.open_report)
