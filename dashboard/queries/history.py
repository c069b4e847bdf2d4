"""A report among those of other years, and the versions in which it was filed."""

from __future__ import annotations

import polars as pl

from dashboard.published import Answer, answer, ask


def years(report_id: str) -> Answer:
    """The reports on the same project, or on the same unit as a whole, by year; what no unit is told of stays alone."""
    return answer(
        """
        SELECT
            other.report_id, other.fiscal_year, other.evaluation_kind, other.form, other.budget_wan,
            other.executed_wan, other.execution_rate, other.reported_total_score AS score, other.reported_grade,
            other.finding_count, other.counts_in_totals
        FROM marts.fct_evaluations AS this
        INNER JOIN marts.fct_evaluations AS other
            ON this.report_id = other.report_id
            OR (
                this.subject = other.subject
                AND this.organization_id = other.organization_id
                AND this.project_id IS NOT DISTINCT FROM other.project_id
                AND NOT ends_with(this.organization_id, ':unknown')
            )
        WHERE this.report_id = $report_id
        ORDER BY other.fiscal_year, other.evaluation_kind, other.report_id
        """,
        report_id=report_id,
    )


def versions(report_id: str) -> pl.DataFrame:
    """Every version that led to this report, with its file, the oldest first."""
    return ask(
        """
        SELECT
            versions.report_id, versions.version_no, versions.known_from, versions.known_to,
            versions.reported_total_score, versions.reported_grade, versions.budget_wan, versions.executed_wan,
            versions.execution_rate, documents.source_name
        FROM marts.fct_evaluation_versions AS versions
        LEFT JOIN marts.dim_documents AS documents USING (document_id)
        WHERE versions.current_report_id = $report_id
        ORDER BY versions.version_no, versions.report_id
        """,
        report_id=report_id,
    )


def changes(report_ids: list[str]) -> pl.DataFrame:
    """What each of these versions changed, in the order of the report."""
    return ask(
        """
        SELECT report_id, kind, item, field, value_before, value_after
        FROM marts.fct_evaluation_changes
        WHERE list_contains($report_ids::VARCHAR[], report_id)
        ORDER BY report_id, change_no
        """,
        report_ids=report_ids,
    )


def earlier_corrections(report_id: str) -> pl.DataFrame:
    """What was put right in an earlier version of this report, and not in this one."""
    return ask(
        """
        SELECT field, expected, value_text, value_unit_text, reason, figure
        FROM marts.corrections
        WHERE replaced_by_report_id = $report_id AND status = 'applied'
        ORDER BY source_file, source_line
        """,
        report_id=report_id,
    )


def current_of(report_id: str) -> str | None:
    """The report that counts in the place of an earlier version; None where there is none."""
    found = ask(
        """
        SELECT current_report_id FROM marts.fct_evaluation_versions
        WHERE report_id = $report_id AND current_report_id IS NOT NULL
        ORDER BY version_no DESC LIMIT 1
        """,
        report_id=report_id,
    )
    return None if found.is_empty() else str(found.item())
