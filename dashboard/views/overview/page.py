"""Overview: the figures of all chosen reports, districts and years side by side, and what needs attention."""

from __future__ import annotations

import streamlit as st

from dashboard.filters import Filters
from dashboard.i18n import _
from dashboard.queries import findings
from dashboard.queries.overview import key_figures
from dashboard.views.overview.attention import show_documents, show_findings, show_first_findings, show_odd_scores
from dashboard.views.overview.districts import show_districts
from dashboard.views.overview.figures import show_key_figures
from dashboard.views.overview.filings import show_filings
from dashboard.views.overview.grades import show_grades


def main() -> None:
    """The page from top to bottom."""
    filters: Filters = st.session_state["filters"]
    st.title(_("overview.title"))
    figures = key_figures(filters).frame
    if figures.is_empty():
        st.info(_("overview.nothing_chosen"))
        show_filings(filters)
        return
    counts = findings.by_severity(filters)
    show_key_figures(figures.row(0, named=True), counts)
    show_districts(filters)
    st.header(_("overview.attention"))
    show_odd_scores(filters)
    left, right = st.columns(2, gap="large")
    with left:
        show_grades(filters)
    with right:
        show_findings(filters, counts)
    show_first_findings(filters, counts)
    show_filings(filters)
    show_documents()


main()
