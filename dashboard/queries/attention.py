"""What needs attention among the chosen reports: scores that stand out, findings, documents that were not read."""

from __future__ import annotations

import polars as pl

from dashboard.filters import Filters
from dashboard.published import Answer, answer
from dashboard.queries.chosen import also_chosen, named, of_chosen, of_rows
from dashboard.thresholds import HIGH_SCORE, LOW_EXECUTION

MOST_POINTS, MOST_NAMES = 1_500, 12
MOST_LISTED = 100


def score_against_execution(filters: Filters) -> Answer:
    """Reports with a score and an execution rate: some by chance where there are many, those that stand out most, and
    one at least of each corner.

    `corner` is the quarter of the plane they lie in, `corner_count` how many lie there; `is_named` marks the few that
    stand out most: far off the line of their year, else a high score for little spent. They come first.
    """
    return of_chosen(
        filters,
        also_chosen(filters, "agg_score_outliers", "outliers")
        + """
        , scored AS NOT MATERIALIZED (
            SELECT
                *,
                CAST(reported_total_score AS DOUBLE) AS score,
                reported_total_score >= $high AS is_high,
                execution_rate < $low AS is_low
            FROM chosen
            WHERE reported_total_score IS NOT NULL AND execution_rate IS NOT NULL
        ),
        corners AS (
            SELECT is_high, is_low, count(*) AS corner_count, min(rowid) AS one_of_them
            FROM scored
            GROUP BY is_high, is_low
        ),
        far_off AS (
            SELECT report_id, abs(distance_in_deviations) AS distance
            FROM outliers
            ORDER BY distance DESC, execution_rate, report_id
            LIMIT $names
        ),
        odd AS (
            SELECT rowid, execution_rate
            FROM scored
            WHERE is_high AND is_low
            ORDER BY execution_rate, rowid
            LIMIT $names
        ),
        standing_out AS (
            SELECT scored.rowid, far_off.distance, scored.execution_rate
            FROM far_off
            INNER JOIN scored ON far_off.report_id = scored.report_id
            UNION ALL
            SELECT rowid, NULL AS distance, execution_rate FROM odd
        ),
        ranked AS (
            SELECT
                rowid,
                row_number() OVER (ORDER BY max(distance) DESC NULLS LAST, any_value(execution_rate), rowid) AS place
            FROM standing_out
            GROUP BY rowid
        ),
        foremost AS (SELECT * FROM ranked WHERE place <= $names),
        by_chance AS (SELECT rowid FROM scored ORDER BY hash(rowid) LIMIT $points),
        drawn AS (FROM by_chance UNION SELECT one_of_them FROM corners),
        points AS (
            SELECT rowid, place FROM foremost
            UNION ALL
            SELECT rowid, NULL AS place FROM drawn ANTI JOIN foremost USING (rowid)
        ),
        placed AS (
            SELECT
                points.rowid, points.place, corners.corner_count, scored.score,
                CASE WHEN scored.is_high THEN 'high' ELSE 'low' END
                || CASE WHEN scored.is_low THEN '_low' ELSE '_high' END AS corner
            FROM scored
            INNER JOIN points ON scored.rowid = points.rowid
            INNER JOIN corners ON scored.is_high = corners.is_high AND scored.is_low = corners.is_low
        )
        """
        + named("placed")
        + """
        SELECT
            report_id, name, unit, fiscal_year, score, execution_rate, corner, corner_count,
            (SELECT CAST(sum(corner_count) AS BIGINT) FROM corners) AS report_count,
            place IS NOT NULL AS is_named
        FROM named
        ORDER BY place NULLS LAST, rowid
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
            SELECT rowid FROM odd ORDER BY execution_rate, reported_total_score DESC, rowid LIMIT $most
        )
        """
        + named("listed")
        + """
        SELECT
            report_id, name, unit, district, fiscal_year, budget_wan, executed_wan, execution_rate,
            reported_total_score AS score, (SELECT count(*) FROM odd) AS all_count
        FROM named
        ORDER BY execution_rate, reported_total_score DESC, rowid
        """,
        low=LOW_EXECUTION,
        high=HIGH_SCORE,
        most=MOST_LISTED,
    )


def findings(filters: Filters, severity: str) -> pl.DataFrame:
    """The first findings of one severity, in the order of their table: by district, year and report."""
    return of_rows(
        filters,
        "fct_review_findings",
        """
        , listed AS (
            SELECT finding_id, message_zh, message_en, report_id
            FROM facts
            WHERE severity = $severity
            LIMIT $most
        )
        """
        + named("listed", "report_id")
        + """
        SELECT finding_id, message_zh, message_en, report_id, fiscal_year, unit, name
        FROM named
        ORDER BY region_code, fiscal_year, report_id, finding_id
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
