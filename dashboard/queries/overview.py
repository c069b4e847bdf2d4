"""The figures of all chosen reports."""

from __future__ import annotations

from dashboard.filters import Filters
from dashboard.published import Answer
from dashboard.queries.chosen import of_sums


def key_figures(filters: Filters) -> Answer:
    """One row. Money is that of projects, each counted once a year; the rate is over reports with both amounts.

    `…_change` sets the latest of the chosen years against the year before it under the same filters: for money as a
    share, else as a difference; NULL where that year has nothing to compare with.
    """
    years = {"years": filters.years} if filters.years else {}
    is_asked = "fiscal_year IN $years" if filters.years else "TRUE"
    return of_sums(
        filters.of_all_years(),
        f"""
        , years AS (
            SELECT
                fiscal_year,
                {is_asked} AS is_asked,
                sum(report_count) AS report_count,
                sum(budget_wan) AS budget_wan,
                sum(executed_wan) AS executed_wan,
                sum(counted_count) AS counted_count,
                sum(covered_count) AS covered_count,
                sum(covered_budget_wan) AS covered_budget_wan,
                sum(covered_executed_wan) AS covered_executed_wan,
                sum(total_score) AS total_score,
                sum(scored_count) AS scored_count,
                sum(finding_count) AS finding_count
            FROM sums
            GROUP BY fiscal_year
        ),
        latest AS (SELECT max(fiscal_year) AS fiscal_year FROM years WHERE is_asked),
        parts AS (
            SELECT 'asked' AS part, * FROM years WHERE is_asked
            UNION ALL
            SELECT 'latest' AS part, * FROM years WHERE fiscal_year = (SELECT fiscal_year FROM latest)
            UNION ALL
            SELECT 'before' AS part, * FROM years WHERE fiscal_year = (SELECT fiscal_year - 1 FROM latest)
        ),
        summed AS (
            SELECT
                part,
                CAST(sum(report_count) AS BIGINT) AS report_count,
                sum(budget_wan) AS budget_wan,
                sum(executed_wan) AS executed_wan,
                CAST(sum(counted_count) AS BIGINT) AS counted_count,
                CAST(sum(covered_count) AS BIGINT) AS covered_count,
                CAST(sum(covered_executed_wan) AS DOUBLE) / nullif(CAST(sum(covered_budget_wan) AS DOUBLE), 0)
                AS execution_rate,
                CAST(sum(total_score) AS DOUBLE) / nullif(sum(scored_count), 0) AS mean_score,
                CAST(sum(scored_count) AS BIGINT) AS scored_count,
                CAST(coalesce(sum(finding_count), 0) AS INTEGER) AS finding_count
            FROM parts
            GROUP BY part
        )
        SELECT
            asked.* EXCLUDE (part),
            (SELECT count(DISTINCT project_id) FROM chosen WHERE {is_asked}) AS project_count,
            (SELECT fiscal_year FROM latest) AS latest_year,
            coalesce(before.report_count, 0) AS before_count,
            latest.report_count - before.report_count AS report_count_change,
            CAST(latest.budget_wan - before.budget_wan AS DOUBLE)
            / nullif(CAST(before.budget_wan AS DOUBLE), 0) AS budget_change,
            CAST(latest.executed_wan - before.executed_wan AS DOUBLE)
            / nullif(CAST(before.executed_wan AS DOUBLE), 0) AS executed_change,
            latest.execution_rate - before.execution_rate AS execution_rate_change,
            latest.mean_score - before.mean_score AS mean_score_change,
            latest.finding_count - before.finding_count AS finding_count_change
        FROM summed AS asked
        LEFT JOIN summed AS latest ON latest.part = 'latest'
        LEFT JOIN summed AS before ON before.part = 'before'
        WHERE asked.part = 'asked'
        """,
        **years,
    )


def grades_by_year(filters: Filters) -> Answer:
    """How many reports of each year give themselves each grade; `differing_count` not the one their total earns."""
    return of_sums(
        filters,
        """
        SELECT
            fiscal_year,
            coalesce(reported_grade, 'none') AS grade,
            CAST(sum(report_count) AS BIGINT) AS report_count,
            CAST(sum(report_count) AS DOUBLE) / sum(sum(report_count)) OVER (PARTITION BY fiscal_year) AS grade_share,
            CAST(sum(differing_grade_count) AS BIGINT) AS differing_count
        FROM sums
        GROUP BY fiscal_year, reported_grade
        ORDER BY fiscal_year, grade
        """,
    )
