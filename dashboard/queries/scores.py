"""Where points were won and lost: by dimension, by indicator, and a unit beside its district and all."""

from __future__ import annotations

from textwrap import dedent

import polars as pl

from dashboard.filters import Filters
from dashboard.published import Answer
from dashboard.queries.chosen import of_chosen

_SCORED = """
, scored AS (
    SELECT
        indicators.*, chosen.unit, chosen.district,
        chosen.name,
        coalesce(standard.indicator_name, indicators.level3) AS indicator,
        standard.indicator_name_en
    FROM marts.fct_indicator_scores AS indicators
    INNER JOIN chosen ON indicators.report_id = chosen.report_id
    LEFT JOIN marts.dim_indicators AS standard ON indicators.indicator_key = standard.indicator_key
    WHERE indicators.weight > 0 AND indicators.score IS NOT NULL
)
"""


def _of_scored(filters: Filters, question: str, **parameters: object) -> Answer:
    """The answer to a question about `scored`, the rows of the chosen reports that have points."""
    return of_chosen(filters, _SCORED + dedent(question), **parameters)


def by_dimension(filters: Filters) -> Answer:
    """Points and full marks of each dimension, with the quartiles of the rows' score rates."""
    return _of_scored(
        filters,
        """
        SELECT
            dimension,
            count(*) AS row_count,
            sum(weight) AS weight,
            sum(score) AS score,
            CAST(sum(score) AS DOUBLE) / CAST(sum(weight) AS DOUBLE) AS score_rate,
            quantile_cont(score_rate, 0.25) AS q1_rate,
            quantile_cont(score_rate, 0.5) AS median_rate,
            min(score_rate) AS min_rate,
            CAST(count(*) FILTER (WHERE score >= weight) AS DOUBLE) / count(*) AS full_marks_share
        FROM scored
        GROUP BY dimension
        ORDER BY score_rate, dimension
        """,
    )


def lost_by_indicator(filters: Filters) -> Answer:
    """Points lost by indicator, the most first, and the share of all points lost up to each."""
    return _of_scored(
        filters,
        """
        , lost AS (
            SELECT
                indicator, coalesce(any_value(indicator_name_en), indicator) AS indicator_en,
            any_value(dimension) AS dimension,
                max(indicator_key) AS indicator_key,
                count(*) AS row_count, sum(weight) AS weight, sum(weight - score) AS lost,
                count(*) FILTER (WHERE score < weight) AS lost_count
            FROM scored
            GROUP BY indicator
        )
        SELECT
            *,
            CAST(sum(lost) OVER (ORDER BY lost DESC, indicator) AS DOUBLE)
            / CAST(sum(lost) OVER () AS DOUBLE) AS running_share
        FROM lost
        WHERE lost > 0
        ORDER BY lost DESC, indicator
        """,
    )


def lost_rows(filters: Filters, indicator: str) -> pl.DataFrame:
    """The rows of one indicator that lost points, with the reasons given."""
    return _of_scored(
        filters,
        """
        SELECT
            report_id, name, unit, fiscal_year, indicator_no, weight, score, deduction_reason, explanation
        FROM scored
        WHERE indicator = $indicator AND score < weight
        ORDER BY weight - score DESC, report_id, indicator_no
        """,
        indicator=indicator,
    ).frame


def unit_choices(filters: Filters) -> list[str]:
    """The units that have scored rows."""
    question = "SELECT DISTINCT unit FROM scored WHERE unit IS NOT NULL ORDER BY unit"
    return _of_scored(filters, question).frame["unit"].to_list()


def unit_beside_all(filters: Filters, unit: str) -> Answer:
    """The score rate of a unit by dimension, beside that of its district and of all chosen reports."""
    return _of_scored(
        filters,
        """
        SELECT
            dimension,
            CAST(sum(score) FILTER (WHERE unit = $unit) AS DOUBLE)
            / CAST(sum(weight) FILTER (WHERE unit = $unit) AS DOUBLE) AS unit_rate,
            CAST(sum(score) FILTER (WHERE district IN (SELECT district FROM scored WHERE unit = $unit)) AS DOUBLE)
            / CAST(
                sum(weight) FILTER (WHERE district IN (SELECT district FROM scored WHERE unit = $unit)) AS DOUBLE
            ) AS district_rate,
            CAST(sum(score) AS DOUBLE) / CAST(sum(weight) AS DOUBLE) AS all_rate
        FROM scored
        GROUP BY dimension
        ORDER BY dimension
        """,
        unit=unit,
    )


def standard_indicators(filters: Filters) -> pl.DataFrame:
    """Standard indicators over reports: how many have each, and how they score it."""
    return _of_scored(
        filters,
        """
        SELECT
            indicator, coalesce(any_value(indicator_name_en), indicator) AS indicator_en,
            any_value(dimension) AS dimension,
            count(DISTINCT report_id) AS report_count,
            min(score_rate) AS min_rate, avg(score_rate) AS mean_rate,
            CAST(count(*) FILTER (WHERE score >= weight) AS DOUBLE) / count(*) AS full_marks_share
        FROM scored
        WHERE indicator_key IS NOT NULL
        GROUP BY indicator
        ORDER BY report_count DESC, mean_rate, indicator
        """,
    ).frame


def other_indicators(filters: Filters) -> pl.DataFrame:
    """Indicators of the units' own, which cannot be compared over reports."""
    return _of_scored(
        filters,
        """
        SELECT
            level3 AS indicator, any_value(dimension) AS dimension, count(*) AS row_count,
            count(DISTINCT report_id) AS report_count, min(report_id) AS report_id,
            CAST(sum(score) AS DOUBLE) / CAST(sum(weight) AS DOUBLE) AS score_rate
        FROM scored
        WHERE indicator_key IS NULL AND level3 IS NOT NULL AND dimension <> 'execution'
        GROUP BY level3
        ORDER BY report_count DESC, level3
        LIMIT 500
        """,
    ).frame
