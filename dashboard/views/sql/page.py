"""SQL: an editor on the published marts, read-only."""

from __future__ import annotations

import streamlit as st

from dashboard.access import gate
from dashboard.i18n import _
from dashboard.published import home
from dashboard.running import Running
from dashboard.views.sql.answer import show_answer
from dashboard.views.sql.editor import edited, write_to_url
from dashboard.views.sql.library import show_library
from dashboard.views.sql.schema import show_schema

ROWS, SECONDS = 100_000, 60.0


def main() -> None:
    """The page from top to bottom."""
    st.title(_("sql.title"))
    st.caption(_("sql.caption", rows=f"{ROWS:,}", seconds=int(SECONDS)))
    left, right = st.columns([3, 1], gap="large")
    with right:
        show_library()
        show_schema()
    with left:
        statement = edited()
        if statement is not None:
            write_to_url(statement)
            st.session_state["running"] = Running(gate(home()), statement, rows=ROWS, seconds=SECONDS)
        running: Running | None = st.session_state.get("running")
        if running is not None:
            show_answer(running)


main()
