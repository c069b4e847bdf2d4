"""Scores: how dimensions and indicators score, what loses points and why, a unit beside the others, all indicators."""

from __future__ import annotations

import streamlit as st

from dashboard.filters import Filters
from dashboard.i18n import _
from dashboard.queries import scores as queries
from dashboard.views.scores.indicators import show_others, show_standard
from dashboard.views.scores.lost import show_lost
from dashboard.views.scores.spread import show_spread, show_weights
from dashboard.views.scores.unit import show_unit


def main() -> None:
    """The page from top to bottom."""
    filters: Filters = st.session_state["filters"]
    st.title(_("scores.title"))
    dimensions = queries.by_dimension(filters)
    if dimensions.frame.is_empty():
        st.info(_("scores.none"))
        return
    standard = queries.standard_indicators(filters)
    left, right = st.columns(2, gap="large")
    with left:
        show_spread(dimensions, standard)
    with right:
        show_weights(dimensions)
    show_lost(filters)
    show_unit(filters)
    left, right = st.columns(2, gap="large")
    with left:
        show_standard(standard.frame)
    with right:
        show_others(filters)


main()
