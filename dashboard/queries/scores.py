"""Where points were won and lost: by dimension and by indicator."""

from __future__ import annotations

from dashboard.filters import Filters
from dashboard.published import Answer, ask
from dashboard.queries.chosen import KEYS, Summary, named, of_rows, of_summary

MOST_INDICATORS = 25
MOST_LISTED = 200

_RATES = Summary(
    "agg_indicators_by_region_year",
    "fct_indicator_scores",
    """
    SELECT
        dimension, indicator_key, score_rate, weight, score,
        1 AS row_count,
        CAST(counts_report AS INTEGER) AS report_count,
        CAST(score >= weight AS INTEGER) AS full_marks_count
    FROM facts
    WHERE weight > 0 AND score IS NOT NULL
    """,
)
_NAMES = Summary(
    "agg_indicators_by_name",
    "fct_indicator_scores",
    """
    SELECT
        dimension, indicator_key, report_id, weight, score,
        CASE WHEN indicator_key IS NULL THEN level3 END AS own_name,
        1 AS row_count,
        CAST(counts_report AS INTEGER) AS report_count,
        CAST(score < weight AS INTEGER) AS lost_count
    FROM facts
    WHERE weight > 0 AND score IS NOT NULL
    """,
    KEYS - {"districts"},
)


def _spread(by: str) -> str:
    """Further tables on `counted`: `spread`, how the rows of each `by` score. The quartiles are those of all rows;
    `standing` is how many rows come before a rate."""
    return f"""
, rates AS (
    SELECT
        {by}, score_rate, sum(row_count) AS row_count, sum(weight) AS weight, sum(score) AS score,
        sum(full_marks_count) AS full_count,
        sum(report_count) AS report_count
    FROM counted
    WHERE {by} IS NOT NULL
    GROUP BY {by}, score_rate
),
ranked AS (
    SELECT
        *,
        sum(row_count) OVER (PARTITION BY {by} ORDER BY score_rate) - row_count AS standing,
        sum(row_count) OVER (PARTITION BY {by}) - 1 AS last_standing
    FROM rates
),
quartiles AS (
    SELECT
        ranked.{by}, quartile.no,
        max(score_rate) FILTER (WHERE standing <= floor(last_standing * quartile.no / 4)) AS below,
        max(score_rate) FILTER (WHERE standing <= ceil(last_standing * quartile.no / 4)) AS above,
        max(last_standing * quartile.no / 4) % 1 AS part
    FROM ranked, (VALUES (1), (2), (3)) AS quartile (no)
    GROUP BY ranked.{by}, quartile.no
),
placed AS (
    SELECT
        {by},
        max(below + (above - below) * part) FILTER (WHERE no = 1) AS q1_rate,
        max(below + (above - below) * part) FILTER (WHERE no = 2) AS median_rate,
        max(below + (above - below) * part) FILTER (WHERE no = 3) AS q3_rate
    FROM quartiles
    GROUP BY {by}
),
spread AS (
    SELECT
        {by},
        CAST(sum(report_count) AS BIGINT) AS report_count,
        CAST(sum(row_count) AS BIGINT) AS row_count,
        min(score_rate) AS min_rate,
        any_value(placed.q1_rate) AS q1_rate,
        any_value(placed.median_rate) AS median_rate,
        any_value(placed.q3_rate) AS q3_rate,
        max(score_rate) AS max_rate,
        CAST(sum(score) AS DOUBLE) / CAST(sum(weight) AS DOUBLE) AS score_rate,
        CAST(sum(full_count) AS DOUBLE) / CAST(sum(row_count) AS DOUBLE) AS full_marks_share,
        sum(weight) AS weight,
        sum(weight) - sum(score) AS lost
    FROM rates
    INNER JOIN placed USING ({by})
    GROUP BY {by}
)
"""


def by_dimension(filters: Filters) -> Answer:
    """How the rows of each dimension score, the lowest rate first, and its share of all weights and of all points
    lost."""
    return of_summary(
        filters,
        _RATES,
        _spread("dimension")
        + """
SELECT
    * EXCLUDE (report_count),
    CAST(weight AS DOUBLE) / CAST(sum(weight) OVER () AS DOUBLE) AS weight_share,
    CAST(lost AS DOUBLE) / nullif(CAST(sum(lost) OVER () AS DOUBLE), 0) AS lost_share
FROM spread
ORDER BY score_rate, dimension
""",
    )


def standard_indicators(filters: Filters) -> Answer:
    """Standard indicators over reports, the most frequent first: how many have each, and how its rows score."""
    return of_summary(
        filters,
        _RATES,
        _spread("indicator_key")
        + """
SELECT
    standard.indicator_name AS indicator, coalesce(standard.indicator_name_en, standard.indicator_name) AS indicator_en,
    standard.dimension, spread.* EXCLUDE (weight)
FROM spread
INNER JOIN marts.dim_indicators AS standard ON spread.indicator_key = standard.indicator_key
ORDER BY spread.report_count DESC, spread.score_rate, spread.indicator_key
""",
    )


def lost_by_indicator(filters: Filters) -> Answer:
    """Points lost by indicator, the most first, with the weight they are lost of and the share of all points lost up
    to each; `indicator_count` says how many lose any. Of an own name's dimensions the first is given."""
    return of_summary(
        filters,
        _NAMES,
        """
        , lost AS (
            SELECT
                coalesce(standard.indicator_name, counted.own_name) AS indicator,
                min(counted.dimension) AS dimension,
                CAST(sum(counted.row_count) AS BIGINT) AS row_count,
                CAST(sum(counted.lost_count) AS BIGINT) AS lost_count,
                sum(counted.weight) AS weight,
                sum(counted.weight) - sum(counted.score) AS lost
            FROM counted
            LEFT JOIN marts.dim_indicators AS standard ON counted.indicator_key = standard.indicator_key
            GROUP BY indicator
        ),
        listed AS (
            SELECT
                *,
                CAST(sum(lost) OVER (ORDER BY lost DESC, indicator) AS DOUBLE)
                / CAST(sum(lost) OVER () AS DOUBLE) AS running_share,
                count(*) OVER () AS indicator_count
            FROM lost
            WHERE lost > 0
            ORDER BY lost DESC, indicator
            LIMIT $most
        ),
        english AS (
            SELECT indicator_name, any_value(indicator_name_en) AS indicator_name_en
            FROM marts.dim_indicators
            GROUP BY indicator_name
        )
        SELECT
            listed.indicator,
            coalesce(english.indicator_name_en, listed.indicator) AS indicator_en,
            listed.dimension, listed.row_count, listed.lost_count, listed.weight, listed.lost, listed.running_share,
            listed.indicator_count
        FROM listed
        LEFT JOIN english ON listed.indicator = english.indicator_name
        ORDER BY listed.lost DESC, listed.indicator
        """,
        most=MOST_INDICATORS,
    )


def rows_of_indicator(filters: Filters, indicator: str) -> Answer:
    """The rows of one indicator over reports with the reasons given, those that lose most first."""
    keys = ask("SELECT indicator_key FROM marts.dim_indicators WHERE indicator_name = $name", name=indicator)
    return of_rows(
        filters,
        "fct_indicator_scores",
        """
        , asked AS MATERIALIZED (
            SELECT rowid, weight - score AS lost
            FROM facts
            WHERE
                weight > 0 AND score IS NOT NULL
                AND (indicator_key = $key OR (indicator_key IS NULL AND level3 = $indicator))
        ),
        first AS (SELECT rowid FROM asked ORDER BY lost DESC, rowid LIMIT $most),
        listed AS (
            SELECT
                facts.rowid AS place, facts.report_id, facts.indicator_no, facts.weight, facts.score, facts.score_rate,
                coalesce(facts.deduction_reason, facts.explanation) AS deduction_reason
            FROM first
            INNER JOIN facts ON first.rowid = facts.rowid
        )
        """
        + named("listed", "report_id")
        + """
        SELECT
            report_id, name, unit, fiscal_year, indicator_no, weight, score, score_rate, deduction_reason,
            (SELECT count(*) FROM asked) AS all_count
        FROM named
        ORDER BY weight - score DESC, place
        """,
        key=next(iter(keys["indicator_key"]), ""),
        indicator=indicator,
        most=MOST_LISTED,
    )


def other_indicators(filters: Filters) -> Answer:
    """Indicators of the units' own, which cannot be compared over reports; `all_count` says how many there are."""
    return of_summary(
        filters,
        _NAMES,
        """
        SELECT
            own_name AS indicator, dimension,
            CAST(sum(report_count) AS BIGINT) AS report_count, min(report_id) AS report_id,
            CAST(sum(score) AS DOUBLE) / CAST(sum(weight) AS DOUBLE) AS score_rate,
            count(*) OVER () AS all_count
        FROM counted
        WHERE own_name IS NOT NULL AND dimension <> 'execution'
        GROUP BY own_name, dimension
        ORDER BY report_count DESC, indicator, dimension
        LIMIT $most
        """,
        most=MOST_LISTED,
    )
