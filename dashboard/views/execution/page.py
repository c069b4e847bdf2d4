"""Execution: the money as a flow, by group, as a ranking with its tails, and departments beside their projects."""

from __future__ import annotations

import streamlit as st

from dashboard.filters import Filters
from dashboard.i18n import _
from dashboard.views.execution.departments import show_departments
from dashboard.views.execution.flow import show_flow
from dashboard.views.execution.groups import show_groups
from dashboard.views.execution.tails import show_tails


def main() -> None:
    """The page from top to bottom."""
    filters: Filters = st.session_state["filters"]
    st.title(_("execution.title"))
    show_flow(filters)
    show_groups(filters)
    show_tails(filters)
    show_departments(filters)


main()
