"""What needs attention among the chosen reports: scores that stand out, findings, documents that were not read."""

from __future__ import annotations

import polars as pl

from dashboard.filters import Filters
from dashboard.published import Answer, answer
from dashboard.queries.chosen import named, of_chosen, of_rows
from dashboard.queries.findings import first_rules
from dashboard.thresholds import HIGH_SCORE, LOW_EXECUTION

MOST_POINTS, MOST_NAMES = 1_500, 12
MOST_LISTED = 100


def score_against_execution(filters: Filters) -> Answer:
    """Reports with a score and an execution rate, those that stand out first, then some by chance where there are many.

    `corner` is the quarter of the plane they lie in, `corner_count` how many lie there; `is_named` marks the few that
    stand out most: far off the line of their year, else a high score for little spent.
    """
    return of_chosen(
        filters,
        """
        , scored AS MATERIALIZED (
            SELECT
                chosen.report_id,
                CAST(chosen.reported_total_score AS DOUBLE) AS score,
                chosen.execution_rate,
                abs(outliers.distance_in_deviations) AS distance_in_deviations,
                chosen.reported_total_score >= $high AS is_high,
                chosen.execution_rate < $low AS is_low,
                outliers.distance_in_deviations IS NOT NULL OR (is_high AND is_low) AS stands_out
            FROM chosen
            LEFT JOIN marts.agg_score_outliers AS outliers ON chosen.report_id = outliers.report_id
            WHERE chosen.reported_total_score IS NOT NULL AND chosen.execution_rate IS NOT NULL
        ),
        corners AS (SELECT is_high, is_low, count(*) AS corner_count FROM scored GROUP BY is_high, is_low),
        foremost AS (
            SELECT *
            FROM scored
            WHERE stands_out
            ORDER BY
                distance_in_deviations DESC NULLS LAST, is_high AND is_low DESC, execution_rate, report_id
            LIMIT $names
        ),
        drawn AS (SELECT * FROM scored ORDER BY stands_out DESC, hash(report_id) LIMIT $points),
        points AS (
            SELECT *, TRUE AS is_named FROM foremost
            UNION ALL
            SELECT *, FALSE AS is_named FROM drawn ANTI JOIN foremost USING (report_id)
            ORDER BY is_named DESC, stands_out DESC, hash(report_id)
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
        ORDER BY
            is_named DESC,
            CASE WHEN is_named THEN distance_in_deviations END DESC NULLS LAST,
            CASE WHEN is_named THEN execution_rate END,
            hash(report_id)
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


def findings(filters: Filters, severity: str) -> pl.DataFrame:
    """The first findings of one severity."""
    return of_rows(
        filters,
        "fct_review_findings",
        """
        , listed AS (
            SELECT rule_id, finding_id, message_zh, message_en, report_id
            FROM facts
            WHERE severity = $severity AND rule_id IN $rules
            ORDER BY rule_id, report_id, finding_id
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
        rules=first_rules(filters, severity, MOST_LISTED),
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
