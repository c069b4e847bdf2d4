"""Reports named in tables: the cell that leads to one, and a table of them with their money and score."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from dashboard import formats, layout
from dashboard.components import figure_table
from dashboard.i18n import _
from dashboard.tables import Table, cell, column

TABLE_HEIGHT = 420


def report_cell(row: Mapping[str, object], opens: str | None = None) -> dict[str, object]:
    """The name of a report over its unit and year; a click gives `opens`, or the report itself."""
    where = " · ".join(str(row[part]) for part in ("unit", "fiscal_year") if row[part] is not None)
    return cell(formats.text(row["name"]), open=opens or row["report_id"], link=True, sub=where)


def show_money_table(reports: pl.DataFrame, key: str) -> None:
    """Budget, executed (both in the chosen unit), execution rate and score of each report; a click opens it."""
    table = Table(
        [
            column(_("term.project")),
            column(_("term.budget"), end=True),
            column(_("term.executed"), end=True),
            column(_("term.execution_rate"), end=True),
            column(_("term.score"), end=True),
        ],
        height=TABLE_HEIGHT,
    )
    for row in reports.iter_rows(named=True):
        table.add(
            [
                report_cell(row),
                cell(formats.money(row["budget_wan"])),
                cell(formats.money(row["executed_wan"])),
                cell(formats.percent(row["execution_rate"]), tone="lost"),
                cell(formats.points(row["score"])),
            ]
        )
    figure_table(table.data(), key=key, on_open=layout.open_report)
