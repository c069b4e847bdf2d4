"""Review: findings to work through, and patterns over many reports."""

from __future__ import annotations

import streamlit as st

from dashboard.filters import Filters
from dashboard.i18n import _
from dashboard.views.review.patterns import show_patterns
from dashboard.views.review.worklist import show_worklist


def main() -> None:
    """The page from top to bottom."""
    filters: Filters = st.session_state["filters"]
    st.title(_("review.title"))
    parts = {"worklist": _("review.worklist"), "patterns": _("review.patterns")}
    part = st.segmented_control(
        _("review.part"),
        list(parts),
        format_func=lambda name: parts[name],
        default="worklist",
        key="part",
        required=True,
        label_visibility="collapsed",
    )
    if part == "patterns":
        show_patterns(filters)
    else:
        show_worklist(filters)


main()
