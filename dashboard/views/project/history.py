"""A report among those of other years, and what changed each time that it was filed."""

from __future__ import annotations

from decimal import Decimal

import polars as pl
import streamlit as st

from dashboard import formats, layout
from dashboard.chart_frame import chart_frame
from dashboard.charts import history as charts
from dashboard.components import figure_table
from dashboard.i18n import _, term
from dashboard.published import Answer
from dashboard.queries import history as queries
from dashboard.tables import Table, cell, column


def show_history(report_id: str) -> None:
    """The years, then the versions."""
    _show_years(report_id, queries.years(report_id))
    _show_versions(queries.versions(report_id))


def _show_years(report_id: str, answer: Answer) -> None:
    years = answer.frame
    st.header(_("history.years", count=years.height))
    if years.height < 2:
        st.caption(_("history.one_year"))
        return
    chart_frame(
        _("history.chart"),
        answer,
        lambda frame: charts.over_years(frame, dark=layout.dark()),
        key="over-years",
        on_click=layout.open_report,
    )
    table = Table(
        [
            column(_("filters.years")),
            column(term("filter", "form")),
            column(formats.with_unit(_("term.budget")), end=True),
            column(formats.with_unit(_("term.executed")), end=True),
            column(_("term.execution_rate"), end=True),
            column(_("term.score"), end=True),
            column(_("term.reported_grade")),
            column(_("term.findings"), end=True),
        ]
    )
    for row in years.iter_rows(named=True):
        here = row["report_id"] == report_id
        table.add(
            [
                cell(formats.text(row["fiscal_year"]), open=None if here else row["report_id"], link=not here or None),
                cell(term("form", row["form"])),
                cell(formats.money(row["budget_wan"])),
                cell(formats.money(row["executed_wan"])),
                cell(formats.percent(row["execution_rate"])),
                cell(formats.points(row["score"])),
                cell(term("grade", row["reported_grade"])),
                cell(formats.count(row["finding_count"])),
            ],
            strong=here,
        )
    figure_table(table.data(), key="years-table", on_open=layout.open_report)


def _show_versions(versions: pl.DataFrame) -> None:
    st.header(_("history.versions", count=versions["version_no"].n_unique()))
    if versions.height < 2:
        st.caption(_("history.filed_once", time=_moment(versions)))
        return
    table = Table(
        [
            column(_("history.version"), width="5rem"),
            column(_("intake.received")),
            column(_("term.document")),
            column(formats.with_unit(_("term.budget")), end=True),
            column(formats.with_unit(_("term.executed")), end=True),
            column(_("term.execution_rate"), end=True),
            column(_("term.score"), end=True),
        ]
    )
    for row in versions.iter_rows(named=True):
        table.add(
            [
                cell(str(row["version_no"])),
                cell(f"{row['known_from']:%Y-%m-%d %H:%M}"),
                cell(formats.text(row["source_name"])),
                cell(formats.money(row["budget_wan"])),
                cell(formats.money(row["executed_wan"])),
                cell(formats.percent(row["execution_rate"])),
                cell(formats.points(row["reported_total_score"])),
            ],
            strong=row["known_to"] is None,
        )
    figure_table(table.data(), key="versions-table", on_open=layout.open_report)
    changes = queries.changes(versions["report_id"].unique(maintain_order=True).to_list())
    for row in versions.unique("report_id", maintain_order=True).tail(-1).iter_rows(named=True):
        _show_changes(row["version_no"], changes.filter(pl.col("report_id") == row["report_id"]))


def _show_changes(version_no: int, changes: pl.DataFrame) -> None:
    st.subheader(_("history.changes", version=version_no, count=changes.height))
    if changes.is_empty():
        st.caption(_("history.no_changes"))
        return
    table = Table(
        [
            column(_("history.where"), width="30%"),
            column(_("history.before")),
            column(_("history.after")),
        ]
    )
    for row in changes.iter_rows(named=True):
        table.add(
            [
                cell(term("field", row["field"]), sub=row["item"]),
                cell(_value(row["field"], row["value_before"]), tone="muted"),
                cell(_value(row["field"], row["value_after"])),
            ]
        )
    figure_table(table.data(), key=f"changes-{version_no}", on_open=layout.open_report)


def _value(field: str, value: str | None) -> str:
    if value is not None and field.endswith("_wan"):
        return formats.money(Decimal(value))
    if value is not None and field.endswith("_rate"):
        return formats.percent(float(value))
    return formats.text(value)


def _moment(versions: pl.DataFrame) -> str:
    return formats.NOTHING if versions.is_empty() else f"{versions['known_from'][0]:%Y-%m-%d %H:%M}"
