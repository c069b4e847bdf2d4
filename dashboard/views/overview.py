"""Overview: the figures of all chosen reports, and what needs attention."""

from __future__ import annotations

from typing import Any

import polars as pl
import streamlit as st

from dashboard import address, formats, i18n, layout
from dashboard.chart_frame import chart_frame
from dashboard.charts import overview as charts
from dashboard.components import figure_table, key_figures
from dashboard.filters import Filters
from dashboard.i18n import _, term
from dashboard.published import Answer
from dashboard.queries import filings
from dashboard.queries import overview as queries
from dashboard.tables import Table, cell, column, tile
from dashboard.views.filings import show_to_chase, show_totals

TABLE_HEIGHT = 420


def main() -> None:
    """The page from top to bottom."""
    filters: Filters = st.session_state["filters"]
    st.title(_("overview.title"))
    figures = queries.key_figures(filters).row(0, named=True)
    findings = queries.findings(filters)
    if figures["report_count"] == 0:
        st.info(_("overview.nothing_chosen"))
        show_filings(filters)
        return
    show_key_figures(figures, findings)
    left, right = st.columns(2, gap="large")
    scores = queries.scores(filters)
    with left:
        show_execution(filters)
    with right:
        show_scores(scores)
    st.header(_("overview.attention"))
    show_odd_scores(filters, scores)
    show_findings(findings)
    show_filings(filters)
    show_documents()


def show_key_figures(figures: dict[str, Any], findings: pl.DataFrame) -> None:
    """The row of key figures."""
    errors = findings.filter(pl.col("severity") == "error").height
    covered = {"covered": figures["covered_count"], "counted": figures["counted_count"]}
    key_figures(
        [
            tile(
                _("term.reports"),
                formats.count(figures["report_count"]),
                note=_("overview.projects_note", count=figures["project_count"]),
                title=_("overview.reports_help"),
            ),
            tile(
                _("term.budget"),
                formats.money(figures["budget_wan"]),
                note=formats.unit_name(),
                title=_("overview.budget_help"),
            ),
            tile(
                _("term.executed"),
                formats.money(figures["executed_wan"]),
                note=formats.unit_name(),
                title=_("overview.executed_help"),
            ),
            tile(
                _("term.execution_rate"),
                formats.percent(figures["execution_rate"]),
                note=_("overview.covered_note", **covered),
                title=_("overview.covered", **covered),
            ),
            tile(
                _("term.mean_score"),
                formats.points(_rounded(figures["mean_score"])),
                note=_("overview.scored_note", count=figures["scored_count"]),
                title=_("overview.mean_score_help"),
            ),
            tile(
                _("term.findings"),
                formats.count(findings.height),
                note=_("overview.errors_note", count=errors),
                title=_("overview.findings_help"),
            ),
        ],
        key="key-figures",
    )


def _rounded(score: float | None) -> float | None:
    return None if score is None else round(score, 2)


def show_execution(filters: Filters) -> None:
    """Execution rate by district and year."""
    answer = queries.execution_by_region_year(filters)
    count = answer.frame.height
    shown = min(count, charts.MOST_BARS)
    left_out = _("overview.execution_lowest", shown=shown, count=count) if shown < count else ""
    chart_frame(
        _("overview.execution"),
        answer,
        lambda frame: charts.execution_by_district(charts.lowest(frame), dark=layout.dark()),
        key="execution",
        caption=f"{_('overview.execution_caption')} {left_out}",
        nothing=_("overview.no_money"),
    )


def show_scores(scores: Answer) -> None:
    """Score distribution by district and year."""
    chart_frame(
        _("overview.scores"),
        scores,
        lambda frame: charts.scores_by_district(frame, dark=layout.dark()),
        key="scores",
        caption=_("overview.scores_caption"),
        nothing=_("overview.no_scores"),
        on_click=layout.open_report,
    )


def show_odd_scores(filters: Filters, scores: Answer) -> None:
    """High scores beside low execution."""
    odd = queries.high_score_low_execution(filters)
    limits = {"high": queries.HIGH_SCORE, "low": formats.percent(queries.LOW_EXECUTION)}
    st.subheader(_("overview.odd", count=odd.height))
    st.caption(_("overview.odd_caption", **limits, unit=formats.unit_name()))
    left, right = st.columns([2, 3], gap="large")
    with left:
        chart_frame(
            _("overview.odd_alt"),
            scores,
            lambda frame: charts.score_against_execution(
                frame, low=queries.LOW_EXECUTION, high=queries.HIGH_SCORE, dark=layout.dark()
            ),
            key="quadrants",
            on_click=layout.open_report,
        )
    with right:
        if odd.is_empty():
            st.success(_("overview.none_odd"))
            return
        table = Table(
            [
                column(_("term.project")),
                column(_("term.budget"), end=True),
                column(_("term.executed"), end=True),
                column(_("term.execution_rate"), end=True),
                column(_("term.score"), end=True),
            ],
            height=320,
        )
        for row in odd.iter_rows(named=True):
            table.add(
                [
                    _report_cell(row),
                    cell(formats.money(row["budget_wan"])),
                    cell(formats.money(row["executed_wan"])),
                    cell(formats.percent(row["execution_rate"]), tone="lost"),
                    cell(formats.points(row["reported_total_score"])),
                ]
            )
        figure_table(table.data(), key="odd-table", on_open=layout.open_report)


def show_findings(findings: pl.DataFrame) -> None:
    """The findings, by severity."""
    st.subheader(_("overview.findings", count=findings.height))
    if findings.is_empty():
        st.success(_("overview.no_findings"))
        return
    counts = dict(findings.group_by("severity").len().iter_rows())
    present = [severity for severity in layout.SEVERITIES if severity in counts]
    severity = st.segmented_control(
        _("term.severity"),
        present,
        format_func=lambda value: f"{term('severity', value)} {counts[value]}",
        default=present[0],
        key="severity",
        required=True,
        label_visibility="collapsed",
    )
    table = Table(
        [
            column(_("term.project"), width="36%"),
            column(_("term.finding")),
        ],
        height=TABLE_HEIGHT,
    )
    for row in findings.filter(pl.col("severity") == severity).iter_rows(named=True):
        opens = f"{row['report_id']} finding:{row['finding_id']}"
        table.add(
            [
                _report_cell(row),
                cell(row[f"message_{i18n.language()}"], open=opens),
            ]
        )
    figure_table(table.data(), key="findings-table", on_open=layout.open_place)


def show_filings(filters: Filters) -> None:
    """Units that have not filed, where a roster tells who has to."""
    st.header(_("overview.filings"))
    if filings.has_roster():
        show_totals(filters)
        show_to_chase(filters)
    else:
        st.caption(_("overview.no_roster"))
    query = address.shared() | {"view": ["roster"]}
    st.page_link("views/intake/page.py", label=_("overview.roster"), icon=":material/checklist:", query_params=query)


def show_documents() -> None:
    """Documents that were not read, or not in full."""
    documents = queries.documents_not_loaded()
    st.subheader(_("overview.documents", count=documents.height))
    if documents.is_empty():
        st.success(_("overview.all_loaded"))
        return
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


def _report_cell(row: dict[str, object]) -> dict[str, object]:
    where = " · ".join(str(row[part]) for part in ("unit", "fiscal_year") if row[part] is not None)
    return cell(formats.text(row["name"]), open=row["report_id"], link=True, sub=where)


main()
