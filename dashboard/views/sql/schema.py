"""The tables and columns, with what the dictionary says of them."""

from __future__ import annotations

import streamlit as st

from dashboard import formats, i18n
from dashboard.components import figure_table
from dashboard.i18n import _, term
from dashboard.queries import schema
from dashboard.tables import Table, cell, column
from dashboard.views.sql import editor

COLUMNS_HEIGHT = 360


def show_schema() -> None:
    """Pick a table, see its columns, ask for its first rows."""
    tables = schema.tables()
    picked = st.selectbox(_("sql.table"), tables["table_name"].to_list(), key="table")
    if picked is None:
        return
    [described] = tables.filter(tables["table_name"] == picked).to_dicts()
    st.caption(formats.plain(i18n.half(described["description"]) or ""))
    st.caption(_("sql.rows", count=formats.count(described["row_count"])))
    st.button(_("sql.first_rows"), on_click=editor.put, args=(f"SELECT *\nFROM {picked}\nLIMIT 100",))
    columns = schema.columns()
    table = Table([column(_("dictionary.column"))], height=COLUMNS_HEIGHT)
    for row in columns.filter(columns["table_name"] == picked).iter_rows(named=True):
        unit = term("column_unit", row["unit"]) if row["unit"] else None
        said = [row["data_type"].lower(), unit, i18n.half(row["description"])]
        table.add([cell(row["column_name"], sub=" · ".join(filter(None, said)))])
    figure_table(table.data(), key="schema-columns", on_open=editor.put)
