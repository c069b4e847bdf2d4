"""A report on paper: everything below one another, nothing to click, no sidebar."""

from __future__ import annotations

import streamlit as st

from dashboard import formats, published
from dashboard.components import print_button
from dashboard.i18n import _
from dashboard.view_switch import VIEW
from dashboard.views.project.findings import show_findings, show_issues
from dashboard.views.project.funding import show_funding
from dashboard.views.project.header import show_head, show_key_figures, show_texts
from dashboard.views.project.history import show_history
from dashboard.views.project.indicators import show_indicators
from dashboard.views.project.places import Places, Report

PRINT = "print"


def is_asked_for() -> bool:
    """Whether the URL asks for the page to be printed."""
    return st.query_params.get(VIEW) == PRINT


def show_print(report: Report, places: Places) -> None:
    """The report as it goes to paper; `style.css` hides all else around the marker."""
    st.html("<div class='for-print'></div>")
    with st.container(horizontal=True, key="print-bar"):
        print_button(_("print.now"), key="print-now")
        st.button(_("print.back"), on_click=_back, icon=":material/arrow_back:")
    show_head(report.row)
    st.caption(
        _(
            "print.from",
            document=formats.plain(report.row["source_name"]),
            time=f"{published.generation().published_at.astimezone():%Y-%m-%d %H:%M}",
        )
    )
    show_key_figures(report.row, report.lines, places)
    show_texts(report.row, folded=False)
    show_funding(report.lines, hint=False)
    show_indicators(report.row["report_id"], drawn=False)
    show_findings(report.findings)
    show_issues(report.issues)
    show_history(report.row["report_id"])


def _back() -> None:
    st.query_params.pop(VIEW, None)
