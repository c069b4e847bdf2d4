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
    write_to_url(statement)


def write_to_url(statement: str) -> None:
    """Let the URL open this statement."""
    st.query_params["q"] = statement
    st.session_state["statement_of_url"] = statement


def statement() -> str:
    """What stands in the editor."""
    return str(st.session_state.get("typed") or st.session_state.get("statement", FIRST))


def edited() -> str | None:
    """Draw the editor, with the statement of the URL where that is a new one; the statement where the person asks for
    it to be run."""
    linked = st.query_params.get("q")
    if linked is not None and linked != st.session_state.get("statement_of_url"):
        put(linked)
    typed = st_ace(
        st.session_state.setdefault("statement", FIRST),
        language="sql",
        theme="twilight" if layout.dark() else "tomorrow",
        min_lines=8,
        max_lines=24,
        font_size=15,
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
