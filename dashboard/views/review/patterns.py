"""What no single report shows: how units score themselves, what comes back, what was filed again."""

from __future__ import annotations

import polars as pl
import streamlit as st

from dashboard import address, formats, i18n, layout
from dashboard.chart_frame import chart_frame
from dashboard.charts import review as charts
from dashboard.components import figure_table
from dashboard.filters import Filters
from dashboard.i18n import _, term
from dashboard.published import Answer
from dashboard.queries import patterns as queries
from dashboard.tables import Table, cell, column
from dashboard.views.reports import report_cell

TABLE_HEIGHT = 380
SCORES_PAGE = "views/scores/page.py"


def show_patterns(filters: Filters) -> None:
    """One section for each pattern."""
    _unit_scoring(queries.unit_scoring(filters))
    left, right = st.columns(2, gap="large")
    with left:
        _score_against_execution(queries.score_against_execution(filters))
    with right:
        _outliers(queries.outliers(filters))
    _recurring(queries.recurring(filters))
    _resubmissions(queries.resubmissions(filters))
    _by_month(queries.severities_by_month())


def _unit_scoring(frame: pl.DataFrame) -> None:
    st.subheader(_("review.unit_scoring"))
    st.caption(_("review.unit_scoring_caption"))
    if frame.is_empty():
        st.info(_("review.no_pattern"))
        return
    _say_left_out(frame)
    table = Table(
        [
            column(_("review.unit")),
            column(_("filters.years"), end=True),
            column(_("term.reports"), end=True),
            column(_("term.mean_score"), end=True),
            column(_("review.full_totals"), end=True),
            column(_("review.full_marks_share"), end=True),
            column(_("review.above_rate"), end=True),
            column(_("review.below_rate"), end=True),
        ],
        height=TABLE_HEIGHT,
    )
    for row in frame.iter_rows(named=True):
        rows = row["execution_row_count"]
        always = rows > 1 and row["above_rate_count"] == rows
        mean = None if row["mean_score"] is None else round(row["mean_score"], 2)
        table.add(
            [
                cell(formats.text(row["unit"]), open=row["organization_id"] if row["indicator_count"] else None),
                cell(str(row["fiscal_year"])),
                cell(formats.count(row["report_count"])),
                cell(formats.points(mean)),
                cell(formats.count(row["full_total_count"])),
                cell(formats.percent(row["full_marks_share"])),
                cell(f"{row['above_rate_count']} / {rows}", tone="lost" if always else None),
                cell(f"{row['below_rate_count']} / {rows}"),
            ]
        )
    figure_table(table.data(), key="unit-scoring", on_open=lambda unit: layout.go_to(SCORES_PAGE, org=unit))


def _count(frame: pl.DataFrame) -> str:
    return formats.count(0 if frame.is_empty() else frame["all_count"][0])


def _say_left_out(frame: pl.DataFrame) -> None:
    if not frame.is_empty() and frame.height < frame["all_count"][0]:
        st.caption(_("frame.first", shown=formats.count(frame.height), count=_count(frame)))


def _score_against_execution(answer: Answer) -> None:
    chart_frame(
        _("review.correlation"),
        answer,
        lambda frame: charts.correlations(frame, dark=layout.dark()),
        key="correlations",
        caption=_("review.correlation_caption"),
        nothing=_("review.no_pattern"),
        on_click=lambda mark: address.narrow(district=[mark[1]], year=[str(mark[2])]),
    )


def _outliers(frame: pl.DataFrame) -> None:
    st.subheader(_("review.outliers", count=_count(frame)))
    st.caption(_("review.outliers_caption"))
    _say_left_out(frame)
    if frame.is_empty():
        st.info(_("review.no_pattern"))
        return
    table = Table(
        [
            column(_("term.project")),
            column(_("term.execution_rate"), end=True),
            column(_("term.score"), end=True),
            column(_("review.usual_score"), end=True),
        ],
        height=TABLE_HEIGHT,
    )
    for row in frame.iter_rows(named=True):
        table.add(
            [
                report_cell(row),
                cell(formats.percent(row["execution_rate"])),
                cell(formats.points(row["score"])),
                cell(formats.points(round(row["usual_score"], 2))),
            ]
        )
    figure_table(table.data(), key="outliers", on_open=layout.open_report)


def _recurring(frame: pl.DataFrame) -> None:
    st.subheader(_("review.recurring", count=_count(frame)))
    _say_left_out(frame)
    if frame.is_empty():
        st.info(_("review.no_pattern"))
        return
    table = Table(
        [
            column(_("review.unit")),
            column(_("review.rule")),
            column(_("filters.years")),
            column(_("term.reports"), end=True),
            column(_("term.findings"), end=True),
        ],
        height=TABLE_HEIGHT,
    )
    for row in frame.iter_rows(named=True):
        years = sorted({str(row["first_year"]), str(row["last_year"])} - {"None"})
        table.add(
            [
                cell(formats.text(row["unit"]), open=f"{row['rule_id']} {row['organization_id']}"),
                cell(row[f"rule_title_{i18n.language()}"]),
                cell("–".join(years)),
                cell(formats.count(row["report_count"])),
                cell(formats.count(row["finding_count"])),
            ]
        )
    figure_table(table.data(), key="recurring", on_open=_work_through)


def _resubmissions(frame: pl.DataFrame) -> None:
    st.subheader(_("review.resubmissions", count=_count(frame)))
    _say_left_out(frame)
    if frame.is_empty():
        st.info(_("review.no_resubmission"))
        return
    table = Table(
        [
            column(_("term.project")),
            column(_("review.versions"), end=True),
            column(_("review.first_filed")),
            column(_("review.last_filed")),
            column(_("term.score"), end=True),
            column(formats.with_unit(_("term.executed")), end=True),
        ],
        height=TABLE_HEIGHT,
    )
    for row in frame.iter_rows(named=True):
        table.add(
            [
                cell(formats.text(row["name"]), open=row["report_id"], link=True, sub=formats.text(row["unit"])),
                cell(formats.count(row["version_count"])),
                cell(formats.day(row["first_filed_at"])),
                cell(formats.day(row["last_filed_at"])),
                cell(f"{formats.points(row['first_total_score'])} → {formats.points(row['total_score'])}"),
                cell(f"{formats.money(row['first_executed_wan'])} → {formats.money(row['executed_wan'])}"),
            ]
        )
    figure_table(table.data(), key="resubmissions", on_open=layout.open_report)


def _by_month(present: list[str]) -> None:
    severities = [name for name in layout.SEVERITIES if name in present]
    if not severities:
        st.subheader(_("review.by_month"))
        st.info(_("overview.no_findings"))
        return
    severity = layout.choose(
        _("term.severity"), "months", severities, lambda name: term("severity", name), default=severities[0]
    )
    title = f"rule_title_{i18n.language()}"
    chart_frame(
        _("review.by_month"),
        queries.findings_by_month(severity),
        lambda frame: charts.findings_over_months(frame, title=title, dark=layout.dark()),
        key="findings-by-month",
        caption=_("review.by_month_caption"),
        on_click=lambda mark: address.narrow(view=[], rule=[mark[0]]),
    )


def _work_through(found: str) -> None:
    """List the findings of a rule (the first word) in one unit's reports."""
    rule, unit = found.split(" ", 1)
    address.narrow(view=[], group=["unit"], of_unit=[unit], rule=[rule])
