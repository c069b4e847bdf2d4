"""Review: findings to work through, and patterns over many reports."""

from __future__ import annotations

import streamlit as st

from dashboard.filters import Filters
from dashboard.i18n import _, term
from dashboard.view_switch import chosen_view
from dashboard.views.review.patterns import show_patterns
from dashboard.views.review.worklist import show_worklist

VIEWS = {"worklist": show_worklist, "patterns": show_patterns}


def main() -> None:
    """The page from top to bottom."""
    filters: Filters = st.session_state["filters"]
    st.title(_("review.title"))
    VIEWS[chosen_view(list(VIEWS), lambda name: term("review_view", name), label=_("project.view"))](filters)


main()
