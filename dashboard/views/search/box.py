"""The box beside every page in which words to look for are typed."""

from __future__ import annotations

import streamlit as st

from dashboard import layout
from dashboard.i18n import _

SEARCH_PAGE = "views/search/page.py"


def show_box() -> None:
    """Draw the box; what is typed opens the search page."""
    st.text_input(
        _("search.title"),
        key="search_box",
        placeholder=_("search.placeholder"),
        icon=":material/search:",
        label_visibility="collapsed",
        on_change=_search,
    )


def _search() -> None:
    typed = st.session_state["search_box"].strip()
    if typed:
        layout.go_to(SEARCH_PAGE, q=typed)
        st.session_state["search_box"] = ""
