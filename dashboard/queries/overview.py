"""The figures of all chosen reports, and what needs attention among them."""

from __future__ import annotations

import polars as pl

from dashboard.filters import Filters
from dashboard.published import Answer, answer, ask
from dashboard.queries.chosen import of_chosen

HIGH_SCORE = 90
LOW_EXECUTION = 0.6


def key_figures(filters: Filters) -> pl.DataFrame:
    """One row. Money is that of projects, each counted once a year; the rate is over reports with both amounts."""
    return of_chosen(
        filters,
        """
        SELECT
            count(*) AS report_count,
            count(DISTINCT project_id) AS project_count,
            sum(budget_wan) FILTER (WHERE in_totals) AS budget_wan,
            sum(executed_wan) FILTER (WHERE in_totals) AS executed_wan,
            count(*) FILTER (WHERE in_totals) AS counted_count,
            count(*) FILTER (WHERE covered) AS covered_count,
            CAST(sum(executed_wan) FILTER (WHERE covered) AS DOUBLE)
            / nullif(CAST(sum(budget_wan) FILTER (WHERE covered) AS DOUBLE), 0) AS execution_rate,
            CAST(avg(reported_total_score) AS DOUBLE) AS mean_score,
            count(reported_total_score) AS scored_count,
            coalesce(sum(finding_count), 0)::INTEGER AS finding_count
        FROM (
            SELECT
                *,
                counts_in_totals AND subject = 'project' AS in_totals,
                counts_in_totals AND subject = 'project'
                AND budget_wan IS NOT NULL AND executed_wan IS NOT NULL AS covered
            FROM chosen
        )
        """,
    ).frame


def execution_by_region_year(filters: Filters) -> Answer:
    """Execution rate of each district's own projects by year."""
    if not filters:
        return answer(
            """
            SELECT
                regions.region_name AS district, a.region_code, a.fiscal_year, a.report_count,
                a.covered_report_count, a.budget_wan, a.covered_budget_wan, a.executed_wan, a.execution_rate
            FROM marts.agg_execution_by_region_year AS a
            INNER JOIN marts.dim_regions AS regions USING (region_code)
            WHERE a.scope = 'own'
            ORDER BY a.region_code, a.fiscal_year
            """,
        )
    return of_chosen(
        filters,
        """
        SELECT
            district, region_code, fiscal_year,
            count(*) AS report_count,
            count(*) FILTER (WHERE covered) AS covered_report_count,
            sum(budget_wan) AS budget_wan,
            sum(budget_wan) FILTER (WHERE covered) AS covered_budget_wan,
            sum(executed_wan) FILTER (WHERE covered) AS executed_wan,
            CAST(sum(executed_wan) FILTER (WHERE covered) AS DOUBLE)
            / nullif(CAST(sum(budget_wan) FILTER (WHERE covered) AS DOUBLE), 0) AS execution_rate
        FROM (SELECT *, budget_wan IS NOT NULL AND executed_wan IS NOT NULL AS covered FROM chosen)
        WHERE counts_in_totals AND subject = 'project'
        GROUP BY district, region_code, fiscal_year
        ORDER BY region_code, fiscal_year
        """,
    )


def scores(filters: Filters) -> Answer:
    """Every report that has a total score."""
    return of_chosen(
        filters,
        """
        SELECT
            report_id, district, region_code, fiscal_year, unit, name,
            CAST(reported_total_score AS DOUBLE) AS score, execution_rate
        FROM chosen
        WHERE reported_total_score IS NOT NULL
        ORDER BY region_code, fiscal_year, report_id
        """,
    )


def high_score_low_execution(filters: Filters) -> pl.DataFrame:
    """Reports that give themselves a high score although little of the money was spent."""
    return of_chosen(
        filters,
        """
        SELECT
            report_id, district, fiscal_year, unit, name,
            reported_total_score, budget_wan, executed_wan, execution_rate
        FROM chosen
        WHERE execution_rate < $low AND reported_total_score >= $high
        ORDER BY execution_rate, reported_total_score DESC, report_id
        """,
        low=LOW_EXECUTION,
        high=HIGH_SCORE,
    ).frame


def findings(filters: Filters) -> pl.DataFrame:
    """The findings of the chosen reports, the gravest first."""
    return of_chosen(
        filters,
        """
        SELECT
            findings.finding_id, findings.rule_id, findings.severity, findings.message_zh, findings.message_en,
            chosen.report_id, chosen.district, chosen.fiscal_year, chosen.unit,
            chosen.name
        FROM marts.fct_review_findings AS findings
        INNER JOIN chosen ON findings.report_id = chosen.report_id
        ORDER BY
            CASE findings.severity WHEN 'error' THEN 1 WHEN 'warning' THEN 2 ELSE 3 END,
            findings.rule_id, chosen.report_id, findings.finding_id
        """,
    ).frame


def documents_not_loaded() -> pl.DataFrame:
    """Documents of which nothing or not everything was understood, with a report to look at where there is one; those
    whose file has come with other contents since are past."""
    return ask(
        """
        SELECT
            documents.document_id, documents.source_name, documents.status, documents.reason,
            documents.received_at, min(evaluations.report_id) AS report_id
        FROM marts.dim_documents AS documents
        LEFT JOIN marts.fct_evaluations AS evaluations USING (document_id)
        WHERE documents.status <> 'loaded' AND documents.replaced_at IS NULL
        GROUP BY ALL
        ORDER BY documents.status DESC, documents.received_at DESC, documents.source_name
        """
    )
