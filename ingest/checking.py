"""What a check of files finds: what was understood of each, what was not, and what the review says, loading nothing.

The files go the whole way, through a home that is thrown away.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import Any

import duckdb

from ingest import build as building
from ingest import load, pipeline, review_rules
from ingest.discovery import discover
from ingest.home import Home
from ingest.targets import target_of

Row = dict[str, Any]

_PLACE = "block_no, row_no, col_no, page_no, quote"
_PARTS = {
    "facts": f"SELECT DISTINCT report_id, field, value_text, {_PLACE} FROM raw.report_fields ORDER BY ALL",
    "figures": (
        "SELECT report_id, fiscal_year, reported_total_score, computed_total_score, reported_grade_text, budget_wan, "
        "funds_received_wan, executed_wan, execution_rate FROM marts.fct_evaluations"
    ),
    "funding": (
        "SELECT report_id, line_no, line_label, is_headline, budget_wan, funds_received_wan, executed_wan, "
        f"execution_rate, reported_execution_rate, {_PLACE} FROM marts.fct_budget_execution ORDER BY line_no"
    ),
    "indicators": (
        "SELECT report_id, indicator_no, level1, level2, level3, target_operator, target_value_text, target_unit, "
        f"actual_value_text, weight, score, {_PLACE} "
        "FROM marts.fct_indicator_scores ORDER BY indicator_no"
    ),
    "prose": (
        f"SELECT report_id, about, measure, value_text, unit_text, {_PLACE} FROM marts.fct_reported_amounts "
        "WHERE row_no IS NULL ORDER BY amount_no"
    ),
    "findings": (
        "SELECT report_id, rule_id, severity, rule_title_zh, message_zh, message_en, legal_basis, actual, expected, "
        f"{_PLACE} FROM marts.fct_review_findings "
        "ORDER BY list_position(['error', 'warning', 'info'], severity), block_no, row_no, rule_id"
    ),
}
_LISTED = (
    "SELECT document_id, report_id, coalesce(title, project_name), false, report_no FROM raw.reports UNION ALL "
    "SELECT document_id, report_id, title, true, report_no FROM raw.ledgers ORDER BY report_no"
)
_NOT_UNDERSTOOD = (
    f"SELECT document_id, detail AS what, {_PLACE} FROM raw.notices WHERE kind = 'not_understood' UNION ALL "
    f"SELECT document_id, concat_ws(' ', about, value_text), {_PLACE} FROM raw.unplaced_figures "
    "ORDER BY block_no, row_no, col_no"
)


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """One file. Each report or ledger holds its `title`, whether it `is_ledger`, and the rows of `facts`, `figures`,
    `funding`, `indicators`, `prose` and `findings`; `review_failed` says why there are no findings although there are
    reports."""

    source: str
    status: str
    reason: str | None
    reports: list[Row] = field(default_factory=list)
    not_understood: list[Row] = field(default_factory=list)
    review_failed: str | None = None

    @property
    def is_clean(self) -> bool:
        """Read in full, reviewed, and without an error."""
        errors = any(finding["severity"] == "error" for report in self.reports for finding in report["findings"])
        return self.status == "loaded" and not errors and self.review_failed is None


def check(
    paths: Sequence[Path],
    tell: Callable[[str], None] = lambda step: None,
    settings: Sequence[review_rules.Setting] = (),
) -> list[CheckedFile]:
    """Read files and folders, build the marts beside all homes, and gather what came out; `tell` hears each step,
    `settings` are those of the review."""
    with tempfile.TemporaryDirectory(prefix="jixiao-check-") as root:
        home = Home(Path(root).resolve())
        home.prepare()
        files, outcomes = discover(home, paths)
        tell(f"Reading {len(files)} file{'' if len(files) == 1 else 's'}")
        with load.opened(home) as connection:
            outcomes += pipeline.ingest(home, connection, files)
            review_rules.store(connection, settings)
        failed = None
        if any(outcome.report_count for outcome in outcomes):
            tell("Reviewing them, which takes some seconds")
            failed = _review(home)
        with duckdb.connect(str(home.work_file)) as connection:
            reports, lost = _gathered(connection)
        while failed is None and (earlier := _set_aside(home, reports)):
            tell("Reviewing earlier versions of the same report")
            failed = _review(home)
            with duckdb.connect(str(home.work_file)) as connection:
                reports |= {key: rows for key, rows in _gathered(connection)[0].items() if key in earlier}
    return [
        CheckedFile(
            outcome.source,
            outcome.status,
            outcome.reason,
            reports.get(outcome.document_id or "", []),
            lost.get(outcome.document_id or "", []),
            failed if outcome.report_count else None,
        )
        for outcome in outcomes
    ]


def _set_aside(home: Home, reports: dict[str, list[Row]]) -> set[str]:
    """The documents with a report that another file replaced, left alone in the home so that they can be reviewed too;
    none where nothing is left to learn."""
    with duckdb.connect(str(home.work_file)) as connection:
        there = {document_id for (document_id,) in connection.sql("SELECT document_id FROM raw.documents").fetchall()}
        replaced = {key for key in there if not all(map(_counts, reports.get(key, [])))}
        if not replaced or replaced == there:
            return set()
        load.remove(connection, there - replaced)
    return replaced


def _counts(report: Row) -> bool:
    """Whether the marts have what the report says; what ledgers say is not asked for."""
    return bool(report["figures"] or report["is_ledger"])


def _review(home: Home) -> str | None:
    """Build the marts; why that failed, if it did."""
    built = building.build(home)
    return "; ".join(f"{failure.name}: {failure.message}" for failure in built.failures) or None


def _gathered(connection: duckdb.DuckDBPyConnection) -> tuple[dict[str, list[Row]], dict[str, list[Row]]]:
    """Reports and what was not understood, by document."""
    built = {
        table
        for (table,) in connection.sql("SELECT table_name FROM duckdb_tables() WHERE schema_name = 'marts'").fetchall()
    }
    parts: dict[str, dict[str, list[Row]]] = {}
    for name, sql in _PARTS.items():
        table = sql.split(" FROM ")[1].split()[0]
        known = table.startswith("raw.") or table.removeprefix("marts.") in built
        parts[name] = _by_first_column(connection, sql) if known else {}
    for row in chain.from_iterable(parts["indicators"].values()):
        row["target"] = target_of(row)
    reports: dict[str, list[Row]] = {}
    for document_id, report_id, title, is_ledger, _number in connection.sql(_LISTED).fetchall():
        report: Row = {"report_id": report_id, "title": title, "is_ledger": is_ledger}
        report |= {name: rows.get(report_id, []) for name, rows in parts.items()}
        reports.setdefault(document_id, []).append(report)
    return reports, _by_first_column(connection, _NOT_UNDERSTOOD)


def _by_first_column(connection: duckdb.DuckDBPyConnection, sql: str) -> dict[str, list[Row]]:
    cursor = connection.execute(sql)
    names = [column[0] for column in cursor.description or []]
    found: dict[str, list[Row]] = {}
    for key, *values in cursor.fetchall():
        found.setdefault(key, []).append(dict(zip(names[1:], values, strict=True)))
    return found
