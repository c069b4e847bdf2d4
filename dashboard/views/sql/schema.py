"""The tables and columns, with what the dictionary says of them."""

from __future__ import annotations

import streamlit as st

from dashboard import formats, i18n
from dashboard.i18n import _
from dashboard.queries import schema
from dashboard.views.sql import editor


def show_schema() -> None:
    """Pick a table, see its columns, ask for its first rows."""
    tables = schema.tables()
    picked = st.selectbox(_("sql.table"), tables["table_name"].to_list(), key="table")
    if picked is None:
        return
    [table] = tables.filter(tables["table_name"] == picked).to_dicts()
    st.caption(formats.plain(i18n.half(table["description"]) or ""))
    st.caption(_("sql.rows", count=formats.count(table["row_count"])))
    st.button(_("sql.first_rows"), on_click=editor.put, args=(f"SELECT *\nFROM {picked}\nLIMIT 100",))
    columns = schema.columns()
    with st.container(height=360):
        for column in columns.filter(columns["table_name"] == picked).iter_rows(named=True):
            kind = column["data_type"].lower()
            said = formats.plain(i18n.half(column["description"]) or "")
            st.markdown(f"`{column['column_name']}` :gray[{kind}]  \n{said}")
