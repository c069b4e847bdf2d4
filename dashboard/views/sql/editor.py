"""The editor: the statement of the URL, or one that was picked, until it is run."""

from __future__ import annotations

import streamlit as st
from streamlit_ace import st_ace

from dashboard import layout
from dashboard.i18n import _

FIRST = """SELECT fiscal_year, region_name, project_name, budget_wan, executed_wan, execution_rate
FROM fct_evaluations
ORDER BY execution_rate"""


def put(statement: str) -> None:
    """Put a statement into the editor; to be called from a callback."""
    st.session_state["statement"] = statement
    st.session_state["statement_no"] = st.session_state.get("statement_no", 0) + 1
    st.session_state.pop("typed", None)
    st.session_state.pop("running", None)
    st.query_params["q"] = statement


def statement() -> str:
    """What stands in the editor."""
    given = st.session_state.setdefault("statement", st.query_params.get("q", FIRST))
    return str(st.session_state.get("typed") or given)


def edited() -> str | None:
    """Draw the editor; the statement where the person asks for it to be run."""
    typed = st_ace(
        st.session_state.setdefault("statement", statement()),
        language="sql",
        theme="twilight" if layout.dark() else "tomorrow",
        min_lines=8,
        max_lines=24,
        font_size=14,
        wrap=True,
        show_print_margin=False,
        auto_update=True,
        key=f"editor-{st.session_state.get('statement_no', 0)}",
    )
    if typed:
        st.session_state["typed"] = typed
    if st.button(_("sql.run"), type="primary", icon=":material/play_arrow:"):
        return statement()
    return None
