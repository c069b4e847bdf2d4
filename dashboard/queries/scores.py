"""Where points were won and lost: by dimension, by indicator, and a unit beside its district and all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from dashboard.published import ask
from dashboard.queries.chosen import CHOSEN

if TYPE_CHECKING:
    from dashboard.filters import Filters

_ROWS = """
, scored AS (
    SELECT
        indicators.*, chosen.unit, chosen.district,
        coalesce(chosen.project_name, chosen.title) AS name,
        coalesce(standard.indicator_name, indicators.level3) AS indicator,
        standard.indicator_name_en
    FROM marts.fct_indicator_scores AS indicators
    INNER JOIN chosen ON indicators.report_id = chosen.report_id
    LEFT JOIN marts.dim_indicators AS standard ON indicators.indicator_key = standard.indicator_key
    WHERE indicators.weight > 0 AND indicators.score IS NOT NULL
)
"""


def by_dimension(filters: Filters) -> pl.DataFrame:
    """Points and full marks of each dimension, with the quartiles of the rows' score rates."""
    return ask(
        CHOSEN
        + _ROWS
        + """
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
        filters,
    )


def lost_by_indicator(filters: Filters) -> pl.DataFrame:
    """Points lost by indicator, the most first, and the share of all points lost up to each."""
    return ask(
        CHOSEN
        + _ROWS
        + """
        , lost AS (
            SELECT
                indicator, any_value(indicator_name_en) AS indicator_en, any_value(dimension) AS dimension,
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
        filters,
    )


def lost_rows(filters: Filters, indicator: str) -> pl.DataFrame:
    """The rows of one indicator that lost points, with the reasons given."""
    return ask(
        CHOSEN
        + _ROWS
        + """
        SELECT
            report_id, name, unit, fiscal_year, indicator_no, weight, score, deduction_reason, explanation
        FROM scored
        WHERE indicator = $indicator AND score < weight
        ORDER BY weight - score DESC, report_id, indicator_no
        """,
        filters,
        indicator=indicator,
    )


def unit_choices(filters: Filters) -> list[str]:
    """The units that have scored rows."""
    return ask(
        CHOSEN + _ROWS + "SELECT DISTINCT unit FROM scored WHERE unit IS NOT NULL ORDER BY 1",
        filters,
    )["unit"].to_list()


def unit_beside_all(filters: Filters, unit: str) -> pl.DataFrame:
    """The score rate of a unit by dimension, beside that of its district and of all chosen reports."""
    return ask(
        CHOSEN
        + _ROWS
        + """
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
        filters,
        unit=unit,
    )


def standard_indicators(filters: Filters) -> pl.DataFrame:
    """Standard indicators over reports: how many have each, and how they score it."""
    return ask(
        CHOSEN
        + _ROWS
        + """
        SELECT
            indicator, any_value(indicator_name_en) AS indicator_en, any_value(dimension) AS dimension,
            count(DISTINCT report_id) AS report_count,
            min(score_rate) AS min_rate, avg(score_rate) AS mean_rate,
            CAST(count(*) FILTER (WHERE score >= weight) AS DOUBLE) / count(*) AS full_marks_share
        FROM scored
        WHERE indicator_key IS NOT NULL
        GROUP BY indicator
        ORDER BY report_count DESC, mean_rate, indicator
        """,
        filters,
    )


def other_indicators(filters: Filters) -> pl.DataFrame:
    """Indicators of the units' own, which cannot be compared over reports."""
    return ask(
        CHOSEN
        + _ROWS
        + """
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
        filters,
    )
