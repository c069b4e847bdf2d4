"""What is amiss with a report: what the review found, and what the report says itself."""

from __future__ import annotations

import polars as pl
import streamlit as st

from dashboard import formats, i18n
from dashboard.components import figure_table
from dashboard.i18n import _, term
from dashboard.tables import Table, cell, column
from dashboard.views.project.sources import open_source


def show_findings(findings: pl.DataFrame) -> None:
    """What the review found, each with its place."""
    st.header(_("project.findings", count=findings.height))
    if findings.is_empty():
        st.success(_("project.no_findings"))
        return
    table = Table(
        [
            column(_("term.severity"), width="5.5rem"),
            column(_("term.finding")),
            column(_("term.printed"), width="20%"),
            column(_("term.expected"), width="16%"),
        ]
    )
    for row in findings.iter_rows(named=True):
        key = None if row["block_no"] is None else f"finding:{row['finding_id']}"
        table.add(
            [
                cell(term("severity", row["severity"]), chip=row["severity"]),
                cell(row[f"message_{i18n.language()}"], open=key),
                cell(formats.text(row["actual"]), open=key),
                cell(formats.text(row["expected"])),
            ]
        )
    figure_table(table.data(), key="findings-table", on_open=open_source)


def show_issues(issues: pl.DataFrame) -> None:
    """Problems and suggestions in the report's own words."""
    if issues.is_empty():
        return
    st.header(_("project.issues", count=issues.height))
    table = Table([column(_("term.kind"), width="5.5rem"), column(_("term.text"))])
    for number, row in enumerate(issues.iter_rows(named=True), start=1):
        table.add([cell(term("issue", row["kind"]), chip="info"), cell(row["text"], open=f"issue:{number}")])
    figure_table(table.data(), key="issues-table", on_open=open_source)
