"""What needs attention: odd scores, findings, documents that were not read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st

from dashboard import formats, i18n, layout
from dashboard.chart_frame import chart_frame
from dashboard.charts import overview as charts
from dashboard.components import figure_table
from dashboard.filters import Filters
from dashboard.i18n import _, term
from dashboard.queries import attention as queries
from dashboard.queries import findings
from dashboard.tables import Table, cell, column
from dashboard.thresholds import HIGH_SCORE, LOW_EXECUTION
from dashboard.views.reports import report_cell, show_money_table

REVIEW_PAGE = "views/review/page.py"
TABLE_HEIGHT = 420


def show_odd_scores(filters: Filters) -> None:
    """Scores against execution, and the reports with high scores and little spent by name."""
    left, right = st.columns(2, gap="large")
    with left:
        chart_frame(
            _("overview.quadrants"),
            queries.score_against_execution(filters),
            lambda frame: charts.score_against_execution(frame, low=LOW_EXECUTION, high=HIGH_SCORE, dark=layout.dark()),
            key="quadrants",
            caption=lambda frame: _("overview.quadrants_caption") + _sampled(frame.height, frame["report_count"][0]),
            nothing=_("overview.no_quadrants"),
            on_click=layout.open_report,
        )
    with right:
        _show_odd_reports(filters)


def _sampled(shown: int, count: int) -> str:
    return (
        _("overview.reports_left_out", shown=formats.count(shown), count=formats.count(count)) if shown < count else ""
    )


def _show_odd_reports(filters: Filters) -> None:
    odd = queries.high_score_low_execution(filters).frame
    count = 0 if odd.is_empty() else odd["all_count"][0]
    st.subheader(_("overview.odd", count=formats.count(count)))
    limits = {"high": HIGH_SCORE, "low": formats.percent(LOW_EXECUTION)}
    st.caption(_("overview.odd_caption", **limits, unit=formats.unit_name()) + _sampled(odd.height, count))
    if odd.is_empty():
        st.success(_("overview.none_odd"))
        return
    show_money_table(odd, key="odd-table")


def show_findings(filters: Filters, counts: Mapping[str, int]) -> None:
    """What the review found: by rule, and the first findings of a severity."""
    total = sum(counts.values())
    if not total:
        st.subheader(_("overview.findings", count=0))
        st.success(_("overview.no_findings"))
        return
    title = f"rule_title_{i18n.language()}"
    chart_frame(
        _("overview.findings", count=formats.count(total)),
        findings.by_rule(filters),
        lambda frame: charts.findings_by_rule(frame, title=title, dark=layout.dark()),
        key="findings",
        caption=_("overview.findings_caption", rules=findings.MOST_RULES),
        on_click=_work_through,
    )


def _work_through(mark: list[Any]) -> None:
    rule, severity, *_shown = mark
    layout.go_to(REVIEW_PAGE, rule=rule, severity=severity)


def show_first_findings(filters: Filters, counts: Mapping[str, int]) -> None:
    """The first findings of a severity, each leading to its place."""
    present = [severity for severity in layout.SEVERITIES if severity in counts]
    if not present:
        return
    severity = layout.choose(
        _("term.severity"),
        "severity",
        present,
        lambda value: f"{term('severity', value)} {formats.count(counts[value])}",
        default=present[0],
    )
    found = queries.findings(filters, severity)
    if found.height < counts[severity]:
        st.caption(_("overview.first_findings", shown=found.height))
    table = Table([column(_("term.project"), width="36%"), column(_("term.finding"))], height=TABLE_HEIGHT)
    for row in found.iter_rows(named=True):
        opens = f"{row['report_id']} finding:{row['finding_id']}"
        table.add([report_cell(row), cell(row[f"message_{i18n.language()}"], open=opens)])
    figure_table(table.data(), key="findings-table", on_open=layout.open_place)


def show_documents() -> None:
    """Documents that were not read, or not in full."""
    documents = queries.documents_not_loaded().frame
    count = 0 if documents.is_empty() else documents["all_count"][0]
    st.subheader(_("overview.documents", count=formats.count(count)))
    if documents.is_empty():
        st.success(_("overview.all_loaded"))
        return
    if documents.height < count:
        st.caption(_("overview.first_documents", shown=documents.height))
    table = Table(
        [
            column(_("term.status"), width="5.5rem"),
            column(_("term.document"), width="32%"),
            column(_("term.reason")),
        ],
        height=TABLE_HEIGHT,
    )
    for row in documents.iter_rows(named=True):
        severity = "error" if row["status"] == "rejected" else "warning"
        table.add(
            [
                cell(term("status", row["status"]), chip=severity),
                cell(formats.text(row["source_name"]), open=row["report_id"], link=row["report_id"] is not None),
                cell(formats.text(i18n.half(row["reason"]))),
            ]
        )
    figure_table(table.data(), key="documents-table", on_open=layout.open_report)
