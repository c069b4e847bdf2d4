"""Every figure that was read from a report."""

from __future__ import annotations

from typing import Any

import polars as pl
import streamlit as st

from dashboard import formats
from dashboard.components import figure_table
from dashboard.i18n import _, term
from dashboard.tables import Table, cell, column
from dashboard.views.project.sources import open_source


def show_amounts(amounts: pl.DataFrame) -> None:
    """Every figure that was read, in the order of the document."""
    with st.expander(_("project.amounts", count=amounts.height)):
        table = Table(
            [
                column(_("term.about")),
                column(_("term.measure")),
                column(_("term.printed"), end=True),
                column(_("term.value"), end=True),
                column(_("term.origin")),
            ],
            height=480,
        )
        for number, row in enumerate(amounts.iter_rows(named=True), start=1):
            key = f"amount:{number}"
            table.add(
                [
                    cell(formats.text(row["about"])),
                    cell(term("measure", row["measure"])),
                    cell(f"{row['value_text']}{row['unit_text'] or ''}", open=key),
                    cell(_in_contract_unit(row)),
                    cell(term("origin", row["origin"])),
                ]
            )
        figure_table(table.data(), key="amounts-table", on_open=open_source)


def _in_contract_unit(row: dict[str, Any]) -> str:
    if row["measure"].endswith("_rate"):
        return formats.percent(None if row["value"] is None else float(row["value"]))
    if row["measure"] in ("total_score", "section_weight", "section_score"):
        return formats.points(row["value"])
    return formats.money(row["value"])
