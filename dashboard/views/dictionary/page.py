"""Dictionary: the list of public tables, the tables and columns that words are found in, or one table in full."""

from __future__ import annotations

import streamlit as st

from dashboard import address, formats
from dashboard.i18n import _
from dashboard.queries import dictionary as queries
from dashboard.views.dictionary.contents import show_contents, show_found
from dashboard.views.dictionary.table import show_table


def main() -> None:
    """The page from top to bottom."""
    st.title(_("dictionary.title"))
    if not queries.is_published():
        st.info(_("dictionary.none"))
        return
    tables = queries.tables()
    ids = tables["table_id"].to_list()
    asked = st.query_params.get("table")
    words = _words()
    if words:
        show_found(words)
    elif asked is None:
        show_contents(tables)
    elif asked in ids:
        show_table(tables, asked)
    else:
        st.error(_("dictionary.unknown", table=formats.plain(asked)))
        show_contents(tables)


def _words() -> list[str]:
    """What the person looks for."""
    st.session_state["find"] = st.query_params.get("find", "")
    st.text_input(
        _("dictionary.find"),
        key="find",
        placeholder=_("dictionary.find_placeholder"),
        icon=":material/search:",
        on_change=_find,
    )
    return str(st.session_state["find"]).split()


def _find() -> None:
    typed = st.session_state["find"].strip()
    address.put("find", [typed] if typed else [])


main()
