"""`jixiao diff`: what a resubmission changed."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import polars as pl
import typer

from dashboard.access import Gate, NothingPublished
from ingest.commands.shared import NOT_PUBLISHED, WRONG_USAGE, HomeOption, err, out, stop
from ingest.home import Home
from ingest.output import Format, as_text

_CHAIN = """
SELECT given.report_id AS given, newest.report_id AS newest, newest.version_no
FROM fct_evaluation_versions AS given
LEFT JOIN fct_evaluation_versions AS newest ON given.current_report_id = newest.report_id AND newest.known_to IS NULL
LEFT JOIN dim_documents AS documents ON given.document_id = documents.document_id
WHERE starts_with(given.report_id, $report) OR documents.source_name = $name
"""
_CHANGES = """
SELECT kind, item, field, value_before, value_after
FROM fct_evaluation_changes WHERE report_id = $report ORDER BY change_no
"""
_CORRECTIONS = """
SELECT field, line_no, indicator_no, expected, value_text, value_unit_text, reason, source_file, source_line
FROM corrections WHERE replaced_by_report_id = $report AND status = 'applied' ORDER BY source_file, source_line
"""


class Written(StrEnum):
    """How the differences are written."""

    table = "table"
    json = "json"


def diff(
    report: Annotated[
        str, typer.Argument(help="A report_id, or its beginning, or the name of its file; any version will do.")
    ],
    home: HomeOption = None,
    form: Annotated[Written, typer.Option("--format", help="How the differences are written.")] = Written.table,
) -> None:
    """List what changed between the last two versions of a report: fields, funding figures, indicators.

    The published versions are compared. What only one version has stands on one side alone. Corrections of an earlier
    version, which hold for it alone, are told beside the differences.
    """
    gate = Gate(Home.at(home))
    try:
        chain = gate.query(_CHAIN, {"report": report.lower(), "name": Path(report).name}).frame
        newest = chain["newest"].drop_nulls().unique().sort().to_list()
        if len(newest) > 1:
            stop(f"{len(newest)} reports can be told by {report}; give one of {', '.join(newest)}", WRONG_USAGE)
        if chain.is_empty():
            stop(f"no published report can be told by {report}; see fct_evaluations", WRONG_USAGE)
        if not newest:
            stop(f"{report} counts no more: its file holds another report now, or none", WRONG_USAGE)
        changes = gate.query(_CHANGES, {"report": newest[0]}).frame
        corrections = gate.query(_CORRECTIONS, {"report": newest[0]}).frame
    except NothingPublished as error:
        stop(str(error), NOT_PUBLISHED)
    if chain["version_no"][0] == 1:
        err.print(f"{newest[0]} was filed once; there is nothing to compare it with.")
    _write(changes, form)
    for row in corrections.iter_rows(named=True):
        err.print(
            f"An earlier version was corrected, the newest is not: {_corrected(row)}", style="yellow", markup=False
        )


def _corrected(row: dict[str, Any]) -> str:
    """What a correction put in place of what, why, and where it is written."""
    of = "".join(f" of {name} {row[f'{name}_no']}" for name in ("line", "indicator") if row[f"{name}_no"] is not None)
    value = row["value_text"] + (row["value_unit_text"] or "")
    before = row["expected"] or "nothing"
    return f"{row['field']}{of}, {before} → {value} ({row['reason']}; {row['source_file']}:{row['source_line']})"


def _write(changes: pl.DataFrame, form: Written) -> None:
    if form is Written.table and changes.is_empty():
        out.print("no differences")
        return
    width = out.width if form is Written.table and sys.stdout.isatty() else None
    sys.stdout.write(as_text(changes, Format(form), width=width))
