"""The funding lines of a report as a tree of figures."""

from __future__ import annotations

from typing import Any

import polars as pl
import streamlit as st

from dashboard import formats
from dashboard.components import figure_table
from dashboard.i18n import _, term
from dashboard.tables import Table, cell, column
from dashboard.views.project.places import LINE_MEASURES, line_key
from dashboard.views.project.sources import open_source


def show_funding(lines: pl.DataFrame, *, hint: bool = True) -> None:
    """The funding lines as a tree; each printed figure opens its cell, each computed rate its row."""
    st.header(_("project.funding", unit=formats.unit_name()))
    if lines.is_empty():
        st.caption(_("project.no_funding"))
        return
    if hint:
        st.caption(_("project.click_hint"))
    printed = [name for name in LINE_MEASURES if name.endswith("_wan") and lines[name].is_not_null().any()]
    table = Table(
        [
            column(_("term.line")),
            *(column(term("measure", LINE_MEASURES[name]), end=True) for name in printed),
            column(_("term.execution_rate"), end=True),
            column(_("term.reported_execution_rate"), end=True),
            column(_("term.execution_rate_of_received"), end=True),
        ]
    )
    depths = _depths(lines)
    for line in lines.iter_rows(named=True):
        number = line["line_no"]
        row_key = line_key(line)
        keys = {name: line_key(line, name) for name in LINE_MEASURES if line[name] is not None}
        table.add(
            [
                cell(line["line_label"], depth=depths[number], open=row_key, sub=_line_note(line)),
                *(cell(formats.money(line[name]), open=keys.get(name)) for name in printed),
                cell(
                    formats.percent(line["execution_rate"]),
                    open=row_key if line["execution_rate"] is not None else None,
                ),
                cell(formats.percent(line["reported_execution_rate"]), open=keys.get("reported_execution_rate")),
                cell(formats.percent(line["execution_rate_of_received"])),
            ],
            strong=bool(line["is_headline"]),
        )
    figure_table(table.data(), key="funding-table", on_open=open_source)


def _depths(lines: pl.DataFrame) -> dict[int, int]:
    parents = dict(lines.select("line_no", "parent_line_no").iter_rows())

    def depth(line: int, seen: tuple[int, ...] = ()) -> int:
        parent = parents.get(line)
        return 0 if parent is None or parent in seen else 1 + depth(parent, (*seen, line))

    return {line: depth(line) for line in parents}


def _line_note(line: dict[str, Any]) -> str | None:
    notes = [
        _("project.headline") if line["is_headline"] else None,
        _("project.from_prose") if line["origin"] == "narrative" else None,
        _("project.appropriated", amount=formats.money(line["budget_wan"]))
        if line["budget_basis"] == "appropriated"
        else None,
    ]
    return " · ".join(note for note in notes if note) or None
