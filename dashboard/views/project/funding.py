"""The funding lines of a report as a tree of figures."""

from __future__ import annotations

from typing import Any

import polars as pl
import streamlit as st

from dashboard import formats
from dashboard.components import figure_table
from dashboard.i18n import _, term
from dashboard.source import Place
from dashboard.tables import Table, cell, column
from dashboard.views.project.sources import Places, open_source

LINE_MEASURES = {
    "initial_budget_wan": "initial_budget",
    "budget_adjustment_wan": "budget_adjustment",
    "annual_budget_wan": "annual_budget",
    "funds_received_wan": "funds_received",
    "executed_wan": "executed",
    "reported_execution_rate": "execution_rate",
}
"""The columns of a funding line that are printed figures, and the measure each is in `fct_reported_amounts`."""


def show_funding(lines: pl.DataFrame, amounts: pl.DataFrame, places: Places) -> None:
    """The funding lines as a tree; each printed figure opens its cell, each computed rate its row."""
    st.header(_("project.funding"))
    if lines.is_empty():
        st.caption(_("project.no_funding"))
        return
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
    cells = _cells_of_lines(amounts)
    depths = _depths(lines)
    for line in lines.iter_rows(named=True):
        number = line["line_no"]
        row_key = line_key(line)
        places[row_key] = Place.of(line)
        keys = {}
        for name, measure in LINE_MEASURES.items():
            if line[name] is not None:
                keys[name] = line_key(line, name)
                places[keys[name]] = cells.get((number, measure), places[row_key])
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


def line_key(line: dict[str, Any], name: str | None = None) -> str:
    """The key of the source of a line's figure; of its whole row where the figure is not printed or none is named."""
    row_key = f"line:{line['line_no']}"
    return row_key if name is None or line[name] is None else f"{row_key}:{LINE_MEASURES[name]}"


def _cells_of_lines(amounts: pl.DataFrame) -> dict[tuple[int, str], Place]:
    """The place of each line's figure: its own cell before a sentence that repeats it."""
    placed = amounts.filter(pl.col("line_no").is_not_null()).sort(pl.col("origin") != "table", maintain_order=True)
    cells: dict[tuple[int, str], Place] = {}
    for row in placed.iter_rows(named=True):
        cells.setdefault((row["line_no"], row["measure"]), Place.of(row))
    return cells


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
