"""Units that have not filed, where a roster tells who has to."""

from __future__ import annotations

import streamlit as st

from dashboard import address
from dashboard.filters import Filters
from dashboard.i18n import _
from dashboard.queries import filings
from dashboard.views.filings import show_to_chase, show_totals


def show_filings(filters: Filters) -> None:
    """Totals and the list to chase, and the way to the roster."""
    st.header(_("overview.filings"))
    if filings.has_roster():
        show_totals(filters)
        show_to_chase(filters)
    else:
        st.caption(_("overview.no_roster"))
    query = address.shared() | {"view": ["roster"]}
    st.page_link("views/intake/page.py", label=_("overview.roster"), icon=":material/checklist:", query_params=query)
