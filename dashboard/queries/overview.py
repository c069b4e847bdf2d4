"""The figures of all chosen reports."""

from __future__ import annotations

from dashboard.filters import Filters
from dashboard.published import Answer
from dashboard.queries.chosen import of_sums, report_sums

_TWO_YEARS = "fiscal_year BETWEEN (SELECT year - 1 FROM latest) AND (SELECT year FROM latest)"
_OF_UNITS_OF_BOTH = f"""\
{_TWO_YEARS}
AND (organization_id, subject) IN (SELECT (organization_id, subject) FROM units WHERE first_year < last_year)"""
_ADDED = """
                CAST(sum(report_count) AS BIGINT) AS report_count,
                sum(budget_wan) AS budget_wan,
                sum(executed_wan) AS executed_wan,
                CAST(sum(counted_count) AS BIGINT) AS counted_count,
                CAST(sum(covered_count) AS BIGINT) AS covered_count,
                sum(covered_budget_wan) AS covered_budget_wan,
                sum(covered_executed_wan) AS covered_executed_wan,
                sum(total_score) AS total_score,
                CAST(sum(scored_count) AS BIGINT) AS scored_count,
                CAST(coalesce(sum(finding_count), 0) AS INTEGER) AS finding_count"""


def key_figures(filters: Filters) -> Answer:
    """One row. Money is that of projects, each counted once a year; the rate is over reports with both amounts.

    `…_change` sets the latest of the chosen years against the year before it under the same filters, and of both only
    the units that reported in both, so that a year with fewer reports does not pass for one with less money: for money
    as a share, else as a difference; NULL where there is nothing to compare. `…_unit_count` says how many units these
    are, and how many of each year can be told.
    """
    years = {"years": filters.years} if filters.years else {}
    is_asked = "fiscal_year IN $years" if filters.years else "TRUE"
    return of_sums(
        filters.of_all_years(),
        f"""
        , latest AS (SELECT max(fiscal_year) AS year FROM sums WHERE {is_asked}),
        units AS MATERIALIZED (
            SELECT organization_id, subject, min(fiscal_year) AS first_year, max(fiscal_year) AS last_year
            FROM chosen
            WHERE {_TWO_YEARS} AND NOT ends_with(organization_id, ':unknown')
            GROUP BY organization_id, subject
        ),
        unit_counts AS (
            SELECT
                count(DISTINCT organization_id) FILTER (WHERE first_year < last_year) AS both_unit_count,
                count(DISTINCT organization_id) FILTER (WHERE last_year = year) AS latest_unit_count,
                count(DISTINCT organization_id) FILTER (WHERE first_year < year) AS before_unit_count
            FROM units CROSS JOIN latest
        ),
        compared AS ({report_sums("fiscal_year", _OF_UNITS_OF_BOTH)}),
        parts AS (
            SELECT 'asked' AS part, {_ADDED} FROM sums WHERE {is_asked}
            UNION ALL
            SELECT if(fiscal_year = (SELECT year FROM latest), 'latest', 'before') AS part, {_ADDED}
            FROM compared
            GROUP BY fiscal_year
        ),
        summed AS (
            SELECT
                * EXCLUDE (covered_budget_wan, covered_executed_wan, total_score),
                CAST(covered_executed_wan AS DOUBLE) / nullif(CAST(covered_budget_wan AS DOUBLE), 0) AS execution_rate,
                CAST(total_score AS DOUBLE) / nullif(scored_count, 0) AS mean_score
            FROM parts
        )
        SELECT
            asked.* EXCLUDE (part),
            (SELECT count(DISTINCT project_id) FROM chosen WHERE {is_asked}) AS project_count,
            (SELECT year FROM latest) AS latest_year,
            unit_counts.*,
            EXISTS (FROM sums WHERE fiscal_year = (SELECT year - 1 FROM latest)) AS has_year_before,
            latest.report_count - before.report_count AS report_count_change,
            CAST(latest.budget_wan - before.budget_wan AS DOUBLE)
            / nullif(CAST(before.budget_wan AS DOUBLE), 0) AS budget_change,
            CAST(latest.executed_wan - before.executed_wan AS DOUBLE)
            / nullif(CAST(before.executed_wan AS DOUBLE), 0) AS executed_change,
            latest.execution_rate - before.execution_rate AS execution_rate_change,
            latest.mean_score - before.mean_score AS mean_score_change,
            latest.finding_count - before.finding_count AS finding_count_change
        FROM summed AS asked
        CROSS JOIN unit_counts
        LEFT JOIN summed AS latest ON latest.part = 'latest'
        LEFT JOIN summed AS before ON before.part = 'before'
        WHERE asked.part = 'asked' AND asked.report_count > 0
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
