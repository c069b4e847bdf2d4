"""The figures of all chosen reports, and what needs attention among them."""

from __future__ import annotations

import polars as pl

from dashboard.filters import Filters
from dashboard.published import Answer, answer
from dashboard.queries.chosen import of_chosen
from dashboard.queries.districts import of_placed

HIGH_SCORE = 90
LOW_EXECUTION = 0.6
MOST_DISTRICTS = 150
MOST_STRIPS, MOST_IN_STRIP = 40, 60
MOST_POINTS, MOST_NAMES = 1_500, 12
MOST_LISTED = 100
MOST_RULES = 15

ORDERS = {
    "code": "district_code",
    "rate": "latest_rate NULLS LAST, district_code",
    "budget": "all_budget_wan DESC NULLS LAST, district_code",
}
"""How districts can be sorted, by name: along the divisions' codes, the least executed or the largest budget first."""


def key_figures(filters: Filters) -> Answer:
    """One row. Money is that of projects, each counted once a year; the rate is over reports with both amounts.

    `…_change` sets the latest of the chosen years against the year before it under the same filters: for money as a
    share, else as a difference; NULL where that year has nothing to compare with.
    """
    years = {"years": filters.years} if filters.years else {}
    return of_chosen(
        filters.of_all_years(),
        f"""
        , figured AS (
            SELECT
                *,
                {"fiscal_year IN $years" if filters.years else "TRUE"} AS is_asked,
                counts_in_totals AND subject = 'project' AS in_totals,
                counts_in_totals AND subject = 'project'
                AND budget_wan IS NOT NULL AND executed_wan IS NOT NULL AS covered
            FROM chosen
        ),
        latest AS (SELECT max(fiscal_year) AS fiscal_year FROM figured WHERE is_asked),
        parts AS (
            SELECT 'asked' AS part, * FROM figured WHERE is_asked
            UNION ALL
            SELECT 'latest' AS part, * FROM figured WHERE fiscal_year = (SELECT fiscal_year FROM latest)
            UNION ALL
            SELECT 'before' AS part, * FROM figured WHERE fiscal_year = (SELECT fiscal_year - 1 FROM latest)
        ),
        summed AS (
            SELECT
                part,
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
                CAST(coalesce(sum(finding_count), 0) AS INTEGER) AS finding_count
            FROM parts
            GROUP BY part
        )
        SELECT
            asked.* EXCLUDE (part),
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


def execution_by_district_and_year(filters: Filters, level: str, order: str) -> Answer:
    """Execution rate of the projects of each district by year, and its change where the year before has a rate.

    `district_count` says how many districts there are; the first of them in the order come.
    """
    return of_placed(
        filters,
        level,
        f"""
        , cells AS (
            SELECT
                district_code, district, fiscal_year,
                count(*) AS report_count,
                count(*) FILTER (WHERE covered) AS covered_report_count,
                sum(budget_wan) AS budget_wan,
                sum(budget_wan) FILTER (WHERE covered) AS covered_budget_wan,
                sum(executed_wan) FILTER (WHERE covered) AS executed_wan,
                CAST(sum(executed_wan) FILTER (WHERE covered) AS DOUBLE)
                / nullif(CAST(sum(budget_wan) FILTER (WHERE covered) AS DOUBLE), 0) AS execution_rate
            FROM (SELECT *, budget_wan IS NOT NULL AND executed_wan IS NOT NULL AS covered FROM placed)
            WHERE counts_in_totals AND subject = 'project'
            GROUP BY district_code, district, fiscal_year
        ),
        compared AS (
            SELECT
                cells.*,
                cells.execution_rate - before.execution_rate AS execution_rate_change,
                arg_max(cells.execution_rate, cells.fiscal_year) OVER (PARTITION BY cells.district_code)
                AS latest_rate,
                sum(cells.budget_wan) OVER (PARTITION BY cells.district_code) AS all_budget_wan
            FROM cells
            LEFT JOIN cells AS before
                ON cells.district_code = before.district_code AND cells.fiscal_year = before.fiscal_year + 1
        ),
        ranked AS (SELECT *, dense_rank() OVER (ORDER BY {ORDERS[order]}) AS place FROM compared)
        SELECT
            district, district_code, fiscal_year, report_count, covered_report_count, budget_wan, covered_budget_wan,
            executed_wan, execution_rate, execution_rate_change, max(place) OVER () AS district_count
        FROM ranked
        QUALIFY place <= $most
        ORDER BY place, fiscal_year
        """,
        most=MOST_DISTRICTS,
    )


def scores_by_district_and_year(filters: Filters, level: str) -> Answer:
    """Reports with a total score, with the quartiles of all reports of their district and year.

    Of the districts and years, `strip_count` of them, those of the lowest medians come; of each, some by chance where
    there are many.
    """
    return of_placed(
        filters,
        level,
        """
        , scored AS (
            SELECT
                report_id, district, district_code, fiscal_year, unit, name,
                CAST(reported_total_score AS DOUBLE) AS score
            FROM placed
            WHERE reported_total_score IS NOT NULL
        ),
        strips AS (
            SELECT
                district_code, fiscal_year,
                count(*) AS report_count,
                min(score) AS min_score,
                quantile_cont(score, 0.25) AS q1_score,
                quantile_cont(score, 0.5) AS median_score,
                quantile_cont(score, 0.75) AS q3_score,
                max(score) AS max_score
            FROM scored
            GROUP BY district_code, fiscal_year
        ),
        lowest AS (
            SELECT *, count(*) OVER () AS strip_count
            FROM strips
            QUALIFY row_number() OVER (ORDER BY median_score, district_code, fiscal_year) <= $strips
        )
        SELECT scored.*, lowest.* EXCLUDE (district_code, fiscal_year)
        FROM scored
        INNER JOIN lowest
            ON scored.district_code = lowest.district_code
            AND scored.fiscal_year IS NOT DISTINCT FROM lowest.fiscal_year
        QUALIFY row_number() OVER (
            PARTITION BY scored.district_code, scored.fiscal_year ORDER BY hash(scored.report_id)
        ) <= $points
        ORDER BY scored.district_code, scored.fiscal_year, scored.report_id
        """,
        strips=MOST_STRIPS,
        points=MOST_IN_STRIP,
    )


def score_against_execution(filters: Filters) -> Answer:
    """Reports with a score and an execution rate, those that stand out first, then some by chance where there are many.

    `corner` is the quarter of the plane they lie in, `corner_count` how many lie there; `is_named` marks the few that
    stand out most: far off the line of their year, else a high score for little spent.
    """
    return of_chosen(
        filters,
        """
        , scored AS (
            SELECT
                chosen.report_id, chosen.name, chosen.unit, chosen.fiscal_year,
                CAST(chosen.reported_total_score AS DOUBLE) AS score,
                chosen.execution_rate,
                abs(outliers.distance_in_deviations) AS distance_in_deviations,
                CASE WHEN chosen.reported_total_score >= $high THEN 'high' ELSE 'low' END
                || CASE WHEN chosen.execution_rate < $low THEN '_low' ELSE '_high' END AS corner
            FROM chosen
            LEFT JOIN marts.agg_score_outliers AS outliers ON chosen.report_id = outliers.report_id
            WHERE chosen.reported_total_score IS NOT NULL AND chosen.execution_rate IS NOT NULL
        ),
        placed AS (
            SELECT
                *,
                distance_in_deviations IS NOT NULL OR corner = 'high_low' AS stands_out,
                row_number() OVER (
                    ORDER BY distance_in_deviations DESC NULLS LAST, corner = 'high_low' DESC, execution_rate, report_id
                ) AS rank
            FROM scored
        )
        SELECT
            report_id, name, unit, fiscal_year, score, execution_rate, distance_in_deviations, corner,
            count(*) OVER (PARTITION BY corner) AS corner_count,
            count(*) OVER () AS report_count,
            stands_out AND rank <= $names AS is_named
        FROM placed
        ORDER BY stands_out DESC, hash(report_id)
        LIMIT $points
        """,
        low=LOW_EXECUTION,
        high=HIGH_SCORE,
        names=MOST_NAMES,
        points=MOST_POINTS,
    )


def high_score_low_execution(filters: Filters) -> Answer:
    """Reports that give themselves a high score although little of the money was spent, the least spent first."""
    return of_chosen(
        filters,
        """
        SELECT
            report_id, name, unit, district, fiscal_year, budget_wan, executed_wan, execution_rate,
            reported_total_score AS score, count(*) OVER () AS all_count
        FROM chosen
        WHERE execution_rate < $low AND reported_total_score >= $high
        ORDER BY execution_rate, reported_total_score DESC, report_id
        LIMIT $most
        """,
        low=LOW_EXECUTION,
        high=HIGH_SCORE,
        most=MOST_LISTED,
    )


def grades_by_year(filters: Filters) -> Answer:
    """How many reports of each year give themselves each grade; `differing_count` not the one their total earns."""
    return of_chosen(
        filters,
        """
        SELECT
            fiscal_year,
            coalesce(reported_grade, 'none') AS grade,
            count(*) AS report_count,
            CAST(count(*) AS DOUBLE) / sum(count(*)) OVER (PARTITION BY fiscal_year) AS grade_share,
            count(*) FILTER (WHERE reported_grade <> computed_grade) AS differing_count
        FROM chosen
        GROUP BY fiscal_year, reported_grade
        ORDER BY fiscal_year, grade
        """,
    )


def findings_by_rule(filters: Filters) -> Answer:
    """The rules that find most, with the severity of what they find."""
    return of_chosen(
        filters,
        """
        SELECT
            findings.rule_id, findings.rule_title_zh, findings.rule_title_en, findings.severity,
            count(*) AS finding_count,
            count(DISTINCT findings.report_id) AS report_count
        FROM marts.fct_review_findings AS findings
        INNER JOIN chosen ON findings.report_id = chosen.report_id
        GROUP BY findings.rule_id, findings.rule_title_zh, findings.rule_title_en, findings.severity
        ORDER BY finding_count DESC, findings.rule_id, findings.severity
        LIMIT $most
        """,
        most=MOST_RULES,
    )


def findings_by_severity(filters: Filters) -> dict[str, int]:
    """How many findings of each severity the chosen reports have."""
    counts = of_chosen(
        filters,
        """
        SELECT findings.severity, count(*) AS finding_count
        FROM marts.fct_review_findings AS findings
        INNER JOIN chosen ON findings.report_id = chosen.report_id
        GROUP BY findings.severity
        """,
    )
    return dict(counts.frame.iter_rows())


def findings(filters: Filters, severity: str) -> pl.DataFrame:
    """The first findings of one severity."""
    return of_chosen(
        filters,
        """
        SELECT
            findings.finding_id, findings.message_zh, findings.message_en,
            chosen.report_id, chosen.fiscal_year, chosen.unit, chosen.name
        FROM marts.fct_review_findings AS findings
        INNER JOIN chosen ON findings.report_id = chosen.report_id
        WHERE findings.severity = $severity
        ORDER BY findings.rule_id, chosen.report_id, findings.finding_id
        LIMIT $most
        """,
        severity=severity,
        most=MOST_LISTED,
    ).frame


def documents_not_loaded() -> Answer:
    """Documents of which nothing or not everything was understood, with a report to look at where there is one; those
    whose file has come with other contents since are past. `all_count` says how many there are."""
    return answer(
        """
        SELECT
            documents.document_id, documents.source_name, documents.status, documents.reason,
            min(evaluations.report_id) AS report_id, count(*) OVER () AS all_count
        FROM marts.dim_documents AS documents
        LEFT JOIN marts.fct_evaluations AS evaluations ON documents.document_id = evaluations.document_id
        WHERE documents.status <> 'loaded' AND documents.replaced_at IS NULL
        GROUP BY
            documents.document_id, documents.source_name, documents.status, documents.reason, documents.received_at
        ORDER BY documents.status DESC, documents.received_at DESC, documents.source_name
        LIMIT $most
        """,
        most=MOST_LISTED,
    )
