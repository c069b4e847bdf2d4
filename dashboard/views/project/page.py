"""Project: one report in full, every figure with the way to the place it is printed."""

from __future__ import annotations

import streamlit as st

from dashboard import formats
from dashboard.i18n import _
from dashboard.queries import project as queries
from dashboard.views.project.choice import chosen_report
from dashboard.views.project.figures import show_amounts
from dashboard.views.project.findings import show_findings, show_issues
from dashboard.views.project.funding import show_funding
from dashboard.views.project.header import show_head, show_texts
from dashboard.views.project.indicators import show_indicators
from dashboard.views.project.sources import Places, show_source


def main() -> None:
    """The page from top to bottom."""
    report_id = chosen_report()
    if report_id is None:
        return
    found = queries.report(report_id)
    if found.is_empty():
        st.error(_("project.unknown", report=formats.plain(report_id)))
        return
    report = found.row(0, named=True)
    amounts = queries.amounts(report_id)
    lines = queries.funding_lines(report_id)
    places: Places = {}
    show_head(report, amounts, lines, places)
    show_texts(report)
    show_funding(lines, amounts, places)
    show_indicators(report_id, places)
    show_findings(report_id, places)
    show_issues(report_id, places)
    show_amounts(amounts, places)
    show_source(report, places)


main()
