"""All public tables in a list, and what was found in them."""

from __future__ import annotations

import polars as pl
import streamlit as st

from dashboard import address, formats, i18n
from dashboard.components import figure_table, key_figures
from dashboard.i18n import _, term
from dashboard.queries import dictionary as queries
from dashboard.tables import Table, cell, column, tile

FOUND_ROWS = 200


def open_table(table_id: str) -> None:
    """Show a table; to be called from a callback."""
    address.narrow(table=[table_id], find=[])


def show_contents(tables: pl.DataFrame) -> None:
    """The public tables, each with its size and how its checks came out."""
    public = tables.filter(pl.col("layer") == queries.PUBLIC)
    not_passed = int(tables["not_passed_count"].sum())
    key_figures(
        [
            tile(_("dictionary.tables"), formats.count(public.height), title=_("dictionary.tables_help")),
            tile(_("dictionary.columns"), formats.count(int(public["column_count"].sum()))),
            tile(_("dictionary.checks"), formats.count(int(tables["check_count"].sum()))),
            tile(_("dictionary.not_passed"), formats.count(not_passed), tone="lost" if not_passed else None),
        ],
        key="dictionary-figures",
    )
    table = Table(
        [
            column(_("dictionary.table"), width="17rem"),
            column(_("dictionary.description")),
            column(_("dictionary.rows"), end=True),
            column(_("dictionary.columns"), end=True),
            column(_("dictionary.checks"), end=True),
        ]
    )
    for row in public.iter_rows(named=True):
        table.add(
            [
                cell(row["table_name"], open=row["table_id"], link=True),
                cell(formats.text(i18n.half(row["description"]))),
                cell(formats.count(row["row_count"])),
                cell(formats.count(row["column_count"])),
                _checks(row),
            ]
        )
    figure_table(table.data(), key="dictionary-contents", on_open=open_table)


def _checks(row: dict[str, int]) -> dict[str, object]:
    if row["not_passed_count"]:
        return cell(_("dictionary.some_not_passed", count=row["not_passed_count"]), tone="lost")
    return cell(formats.count(row["check_count"]))


def show_found(words: list[str]) -> None:
    """Tables and columns whose names or descriptions hold the words."""
    found = queries.found(words, FOUND_ROWS)
    if found.is_empty():
        st.info(_("dictionary.nothing_found"))
        return
    st.caption(_("dictionary.found", count=found["found_count"][0], shown=found.height))
    table = Table(
        [
            column(_("dictionary.column"), width="17rem"),
            column(_("dictionary.description")),
            column(_("dictionary.type")),
            column(_("dictionary.unit")),
        ]
    )
    for row in found.iter_rows(named=True):
        table.add(
            [
                cell(row["column_name"] or row["table_name"], open=row["table_id"], link=True, sub=row["table_name"]),
                cell(formats.text(i18n.half(row["description"]))),
                cell(formats.text(row["data_type"]), tone="muted"),
                cell(term("column_unit", row["unit"])),
            ]
        )
    figure_table(table.data(), key="dictionary-found", on_open=open_table)
