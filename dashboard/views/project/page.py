"""Project: one report in full, every figure with the way to the place it is printed."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from dashboard import formats
from dashboard.i18n import _, term
from dashboard.queries import history
from dashboard.queries import project as queries
from dashboard.view_switch import chosen_view, show_view
from dashboard.views.correcting import show_earlier_corrections, show_unpublished_corrections
from dashboard.views.project import printing
from dashboard.views.project.choice import chosen_report
from dashboard.views.project.document import show_document
from dashboard.views.project.figures import show_amounts
from dashboard.views.project.findings import show_findings, show_issues
from dashboard.views.project.funding import show_funding
from dashboard.views.project.header import show_head, show_key_figures, show_texts
from dashboard.views.project.history import show_history
from dashboard.views.project.indicators import show_indicators
from dashboard.views.project.places import Places, Report
from dashboard.views.project.sources import show_source

Show = Callable[[Report, Places], None]


def main() -> None:
    """The page from top to bottom."""
    report_id = st.query_params.get("report") if printing.is_asked_for() else chosen_report()
    if report_id is None:
        return
    report = _read(report_id)
    if report is None:
        return
    places = report.places()
    if printing.is_asked_for():
        printing.show_print(report, places)
        return
    show_unpublished_corrections()
    show_head(report.row)
    show_earlier_corrections(report.row["report_id"])
    views: dict[str, Show] = {"figures": _show_figures, "document": show_document, "history": _show_history}
    views[_asked(list(views), report_id)](report, places)


def _read(report_id: str) -> Report | None:
    """All that is known of a report; an earlier version gives way to the one that counts."""
    found = queries.report(report_id)
    if found.is_empty():
        current = history.current_of(report_id)
        if current is None:
            st.error(_("project.unknown", report=formats.plain(report_id)))
            return None
        st.info(_("history.earlier_version"))
        report_id, found = current, queries.report(current)
    return Report(
        row=found.row(0, named=True),
        amounts=queries.amounts(report_id),
        lines=queries.funding_lines(report_id),
        indicators=queries.indicators(report_id).frame,
        findings=queries.report_findings(report_id),
        issues=queries.report_issues(report_id),
    )


def _asked(views: list[str], report_id: str) -> str:
    """Which view the URL names, the switch between them, and the way to paper."""
    with st.container(horizontal=True, horizontal_alignment="distribute"):
        view = chosen_view(views, lambda name: term("project_view", name), label=_("project.view"))
        st.button(_("project.print"), icon=":material/print:", on_click=_print, args=(report_id,))
    return view


def _print(report_id: str) -> None:
    st.query_params["report"] = report_id
    show_view(printing.PRINT)


def _show_figures(report: Report, places: Places) -> None:
    show_key_figures(report.row, report.lines, places)
    show_texts(report.row)
    show_funding(report.lines)
    show_indicators(report.row["report_id"])
    show_findings(report.findings)
    show_issues(report.issues)
    show_amounts(report.amounts)
    show_source(report.row, places)


def _show_history(report: Report, places: Places) -> None:
    show_history(report.row["report_id"])


main()
