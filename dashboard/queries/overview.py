"""The figures of all chosen reports, and what needs attention among them."""

from __future__ import annotations

import polars as pl

from dashboard.filters import Filters
from dashboard.published import Answer, answer
from dashboard.queries.chosen import named, of_chosen, of_rows
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
    is_asked = "fiscal_year IN $years" if filters.years else "TRUE"
    return of_chosen(
        filters.of_all_years(),
        f"""
        , years AS (
            SELECT
                fiscal_year,
                {is_asked} AS is_asked,
                count(*) AS report_count,
                sum(budget_wan) FILTER (WHERE in_totals) AS budget_wan,
                sum(executed_wan) FILTER (WHERE in_totals) AS executed_wan,
                count(*) FILTER (WHERE in_totals) AS counted_count,
                count(*) FILTER (WHERE in_totals AND covered) AS covered_count,
                sum(budget_wan) FILTER (WHERE in_totals AND covered) AS covered_budget_wan,
                sum(executed_wan) FILTER (WHERE in_totals AND covered) AS covered_executed_wan,
                sum(reported_total_score) AS total_score,
                count(reported_total_score) AS scored_count,
                sum(finding_count) AS finding_count
            FROM (
                SELECT
                    fiscal_year, budget_wan, executed_wan, reported_total_score, finding_count,
                    counts_in_totals AND subject = 'project' AS in_totals,
                    budget_wan IS NOT NULL AND executed_wan IS NOT NULL AS covered
                FROM chosen
            )
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


def execution_by_district_and_year(filters: Filters, level: str, order: str) -> Answer:
    """Execution rate of the projects of each district by year, and its change where the year before has a rate.

    `district_count` says how many districts there are; the first of them in the order come.
    """
    return of_placed(
        filters,
        level,
        f"""
        , divisions AS (
            SELECT
                region_code, fiscal_year,
                count(*) AS report_count,
                count(*) FILTER (WHERE covered) AS covered_report_count,
                sum(budget_wan) AS budget_wan,
                sum(budget_wan) FILTER (WHERE covered) AS covered_budget_wan,
                sum(executed_wan) FILTER (WHERE covered) AS executed_wan
            FROM (SELECT *, budget_wan IS NOT NULL AND executed_wan IS NOT NULL AS covered FROM chosen)
            WHERE counts_in_totals AND subject = 'project'
            GROUP BY region_code, fiscal_year
        ),
        cells AS (
            SELECT
                districts.district_code, districts.district, divisions.fiscal_year,
                CAST(sum(divisions.report_count) AS BIGINT) AS report_count,
                CAST(sum(divisions.covered_report_count) AS BIGINT) AS covered_report_count,
                sum(divisions.budget_wan) AS budget_wan,
                sum(divisions.covered_budget_wan) AS covered_budget_wan,
                sum(divisions.executed_wan) AS executed_wan,
                CAST(sum(divisions.executed_wan) AS DOUBLE)
                / nullif(CAST(sum(divisions.covered_budget_wan) AS DOUBLE), 0) AS execution_rate
            FROM divisions
            INNER JOIN districts ON divisions.region_code = districts.region_code
            GROUP BY districts.district_code, districts.district, divisions.fiscal_year
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
    there are many, picked from about three times as many so that few are put in order.
    """
    return of_placed(
        filters,
        level,
        """
        , strips AS (
            SELECT
                districts.district_code, districts.district, chosen.fiscal_year,
                count(*) AS report_count,
                min(chosen.reported_total_score) AS min_score,
                quantile_cont(CAST(chosen.reported_total_score AS DOUBLE), [0.25, 0.5, 0.75]) AS quartiles,
                max(chosen.reported_total_score) AS max_score
            FROM chosen
            INNER JOIN districts ON chosen.region_code = districts.region_code
            WHERE chosen.reported_total_score IS NOT NULL
            GROUP BY districts.district_code, districts.district, chosen.fiscal_year
        ),
        lowest AS (
            SELECT
                district_code, district, fiscal_year, report_count,
                CAST(min_score AS DOUBLE) AS min_score,
                quartiles[1] AS q1_score, quartiles[2] AS median_score, quartiles[3] AS q3_score,
                CAST(max_score AS DOUBLE) AS max_score,
                count(*) OVER () AS strip_count
            FROM strips
            ORDER BY median_score, district_code, fiscal_year
            LIMIT $strips
        ),
        likely AS (
            SELECT
                chosen.report_id, chosen.region_code, chosen.organization_id, chosen.organization_name,
                chosen.project_name, chosen.title, CAST(chosen.reported_total_score AS DOUBLE) AS score,
                lowest.* EXCLUDE (district), lowest.district AS strip
            FROM chosen
            INNER JOIN districts ON chosen.region_code = districts.region_code
            INNER JOIN lowest
                ON districts.district_code = lowest.district_code
                AND chosen.fiscal_year IS NOT DISTINCT FROM lowest.fiscal_year
            WHERE
                chosen.reported_total_score IS NOT NULL
                AND hash(chosen.report_id) % lowest.report_count < 3 * $points
        ),
        points AS (
            SELECT *
            FROM likely
            QUALIFY row_number() OVER (PARTITION BY district_code, fiscal_year ORDER BY hash(report_id)) <= $points
        )
        """
        + named("points")
        + """
        SELECT
            report_id, strip AS district, district_code, fiscal_year, unit, name, score,
            report_count, min_score, q1_score, median_score, q3_score, max_score, strip_count
        FROM named
        ORDER BY district_code, fiscal_year, report_id
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
                chosen.report_id,
                CAST(chosen.reported_total_score AS DOUBLE) AS score,
                chosen.execution_rate,
                abs(outliers.distance_in_deviations) AS distance_in_deviations,
                chosen.reported_total_score >= $high AS is_high,
                chosen.execution_rate < $low AS is_low
            FROM chosen
            LEFT JOIN marts.agg_score_outliers AS outliers ON chosen.report_id = outliers.report_id
            WHERE chosen.reported_total_score IS NOT NULL AND chosen.execution_rate IS NOT NULL
        ),
        corners AS (SELECT is_high, is_low, count(*) AS corner_count FROM scored GROUP BY is_high, is_low),
        foremost AS (
            SELECT report_id
            FROM scored
            WHERE distance_in_deviations IS NOT NULL OR (is_high AND is_low)
            ORDER BY
                distance_in_deviations DESC NULLS LAST, is_high AND is_low DESC, execution_rate, report_id
            LIMIT $names
        ),
        marked AS (SELECT *, report_id IN (SELECT report_id FROM foremost) AS is_named FROM scored),
        points AS (
            SELECT *
            FROM marked
            ORDER BY
                is_named DESC, distance_in_deviations IS NOT NULL OR (is_high AND is_low) DESC, hash(report_id)
            LIMIT $points
        ),
        placed AS (
            SELECT
                chosen.*,
                points.score, points.distance_in_deviations, points.is_named, corners.corner_count,
                CASE WHEN points.is_high THEN 'high' ELSE 'low' END
                || CASE WHEN points.is_low THEN '_low' ELSE '_high' END AS corner
            FROM points
            INNER JOIN chosen ON points.report_id = chosen.report_id
            INNER JOIN corners ON points.is_high = corners.is_high AND points.is_low = corners.is_low
        )
        """
        + named("placed")
        + """
        SELECT
            report_id, name, unit, fiscal_year, score, execution_rate, distance_in_deviations, corner, corner_count,
            (SELECT CAST(sum(corner_count) AS BIGINT) FROM corners) AS report_count,
            is_named
        FROM named
        ORDER BY is_named DESC, hash(report_id)
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
        , odd AS NOT MATERIALIZED (
            SELECT * FROM chosen WHERE execution_rate < $low AND reported_total_score >= $high
        ),
        listed AS (
            SELECT * FROM odd ORDER BY execution_rate, reported_total_score DESC, report_id LIMIT $most
        )
        """
        + named("listed")
        + """
        SELECT
            report_id, name, unit, district, fiscal_year, budget_wan, executed_wan, execution_rate,
            reported_total_score AS score, (SELECT count(*) FROM odd) AS all_count
        FROM named
        ORDER BY execution_rate, reported_total_score DESC, report_id
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
    return of_rows(
        filters,
        "fct_review_findings",
        """
        SELECT
            rule_id,
            any_value(rule_title_zh) AS rule_title_zh,
            any_value(rule_title_en) AS rule_title_en,
            severity,
            count(*) AS finding_count,
            count(*) FILTER (WHERE counts_report) AS report_count
        FROM facts
        GROUP BY rule_id, severity
        ORDER BY finding_count DESC, rule_id, severity
        LIMIT $most
        """,
        most=MOST_RULES,
    )


def findings_by_severity(filters: Filters) -> dict[str, int]:
    """How many findings of each severity the chosen reports have."""
    counts = of_rows(
        filters,
        "fct_review_findings",
        "SELECT severity, count(*) AS finding_count FROM facts GROUP BY severity",
    )
    return dict(counts.frame.iter_rows())


def findings(filters: Filters, severity: str) -> pl.DataFrame:
    """The first findings of one severity."""
    return of_rows(
        filters,
        "fct_review_findings",
        """
        , listed AS (
            SELECT
                facts.rule_id, facts.finding_id, facts.message_zh, facts.message_en, facts.report_id
            FROM facts
            WHERE facts.severity = $severity
            ORDER BY facts.rule_id, facts.report_id, facts.finding_id
            LIMIT $most
        ),
        placed AS (
            SELECT listed.rule_id, listed.finding_id, listed.message_zh, listed.message_en, evaluations.*
            FROM listed
            INNER JOIN marts.fct_evaluations AS evaluations ON listed.report_id = evaluations.report_id
        )
        """
        + named("placed")
        + """
        SELECT finding_id, message_zh, message_en, report_id, fiscal_year, unit, name
        FROM named
        ORDER BY rule_id, report_id, finding_id
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
