"""Where points were won and lost: by dimension, by indicator, and a unit beside its district and all."""

from __future__ import annotations

from textwrap import dedent

from dashboard.filters import Filters
from dashboard.published import Answer
from dashboard.queries.chosen import of_chosen

MOST_INDICATORS = 25
MOST_LISTED = 200
MOST_UNITS = 400

_SCORED = """
, scored AS (
    SELECT
        chosen.report_id, chosen.name, chosen.unit, chosen.organization_id, chosen.region_code, chosen.fiscal_year,
        indicators.indicator_no, indicators.indicator_key, indicators.level3, indicators.dimension,
        indicators.weight, indicators.score, indicators.score_rate,
        indicators.deduction_reason, indicators.explanation
    FROM marts.fct_indicator_scores AS indicators
    INNER JOIN chosen ON indicators.report_id = chosen.report_id
    WHERE indicators.weight > 0 AND indicators.score IS NOT NULL
)
"""
_SPREAD = """\
count(*) AS row_count,
min(score_rate) AS min_rate,
quantile_cont(score_rate, 0.25) AS q1_rate,
quantile_cont(score_rate, 0.5) AS median_rate,
quantile_cont(score_rate, 0.75) AS q3_rate,
max(score_rate) AS max_rate,
CAST(sum(score) AS DOUBLE) / CAST(sum(weight) AS DOUBLE) AS score_rate,
CAST(count(*) FILTER (WHERE score >= weight) AS DOUBLE) / count(*) AS full_marks_share"""


def _of_scored(filters: Filters, question: str, **parameters: object) -> Answer:
    """The answer to a question about `scored`, the rows of the chosen reports that have points."""
    return of_chosen(filters, _SCORED + dedent(question), **parameters)


def by_dimension(filters: Filters) -> Answer:
    """How the rows of each dimension score, the lowest rate first, and its share of all weights and of all points
    lost."""
    return _of_scored(
        filters,
        f"""
SELECT
dimension,
{_SPREAD},
sum(weight) AS weight,
sum(weight - score) AS lost,
CAST(sum(weight) AS DOUBLE) / CAST(sum(sum(weight)) OVER () AS DOUBLE) AS weight_share,
CAST(sum(weight - score) AS DOUBLE) / nullif(CAST(sum(sum(weight - score)) OVER () AS DOUBLE), 0) AS lost_share
FROM scored
GROUP BY dimension
ORDER BY score_rate, dimension
""",
    )


def standard_indicators(filters: Filters) -> Answer:
    """Standard indicators over reports, the most frequent first: how many have each, and how its rows score."""
    return _of_scored(
        filters,
        f"""
, spread AS (
    SELECT
        indicator_key,
        count(DISTINCT report_id) AS report_count,
        {_SPREAD.replace(chr(10), chr(10) + " " * 8)},
        sum(weight - score) AS lost
    FROM scored
    WHERE indicator_key IS NOT NULL
    GROUP BY indicator_key
)
SELECT
    standard.indicator_name AS indicator, coalesce(standard.indicator_name_en, standard.indicator_name) AS indicator_en,
    standard.dimension, spread.*
FROM spread
INNER JOIN marts.dim_indicators AS standard ON spread.indicator_key = standard.indicator_key
ORDER BY spread.report_count DESC, spread.score_rate, spread.indicator_key
""",
    )


def lost_by_indicator(filters: Filters) -> Answer:
    """Points lost by indicator, the most first, with the weight they are lost of and the share of all points lost up
    to each; `indicator_count` says how many lose any."""
    return _of_scored(
        filters,
        """
        , lost AS (
            SELECT
                coalesce(standard.indicator_name, scored.level3) AS indicator,
                any_value(standard.indicator_name_en) AS indicator_en,
                any_value(scored.dimension) AS dimension,
                count(*) AS row_count,
                count(*) FILTER (WHERE scored.score < scored.weight) AS lost_count,
                sum(scored.weight) AS weight,
                sum(scored.weight - scored.score) AS lost
            FROM scored
            LEFT JOIN marts.dim_indicators AS standard ON scored.indicator_key = standard.indicator_key
            GROUP BY coalesce(standard.indicator_name, scored.level3)
        )
        SELECT
            * REPLACE (coalesce(indicator_en, indicator) AS indicator_en),
            CAST(sum(lost) OVER (ORDER BY lost DESC, indicator) AS DOUBLE)
            / CAST(sum(lost) OVER () AS DOUBLE) AS running_share,
            count(*) OVER () AS indicator_count
        FROM lost
        WHERE lost > 0
        ORDER BY lost DESC, indicator
        LIMIT $most
        """,
        most=MOST_INDICATORS,
    )


def rows_of_indicator(filters: Filters, indicator: str) -> Answer:
    """The rows of one indicator over reports with the reasons given, those that lose most first."""
    return _of_scored(
        filters,
        """
        SELECT
            scored.report_id, scored.name, scored.unit, scored.fiscal_year, scored.indicator_no, scored.weight,
            scored.score, scored.score_rate, coalesce(scored.deduction_reason, scored.explanation) AS deduction_reason,
            count(*) OVER () AS all_count
        FROM scored
        LEFT JOIN marts.dim_indicators AS standard ON scored.indicator_key = standard.indicator_key
        WHERE coalesce(standard.indicator_name, scored.level3) = $indicator
        ORDER BY scored.weight - scored.score DESC, scored.report_id, scored.indicator_no
        LIMIT $most
        """,
        indicator=indicator,
        most=MOST_LISTED,
    )


def unit_choices(filters: Filters) -> dict[str, str]:
    """The units whose reports have scored rows, by id."""
    question = """
        SELECT DISTINCT organization_id, unit FROM chosen
        WHERE
            organization_id IS NOT NULL
            AND report_id IN (SELECT report_id FROM marts.fct_indicator_scores WHERE score IS NOT NULL)
        ORDER BY unit, organization_id
    """
    return dict(of_chosen(filters, question).frame.iter_rows())


def units_by_dimension(filters: Filters, unit: str) -> Answer:
    """The score rate of units in each dimension: the unit of this id (`standing` unit), those of its district, and the
    others, of which some by chance where there are many; with the rates of the district's and of all units' rows."""
    return _of_scored(
        filters,
        """
        , units AS (
            SELECT
                organization_id, any_value(unit) AS unit, any_value(region_code) AS region_code, dimension,
                sum(score) AS score, sum(weight) AS weight
            FROM scored
            WHERE organization_id IS NOT NULL
            GROUP BY organization_id, dimension
        ),
        stood AS (
            SELECT
                *,
                CASE
                    WHEN organization_id = $unit THEN 'unit'
                    WHEN region_code IN (SELECT region_code FROM units WHERE organization_id = $unit) THEN 'district'
                    ELSE 'other'
                END AS standing
            FROM units
        )
        SELECT
            dimension, unit, standing,
            CAST(score AS DOUBLE) / CAST(weight AS DOUBLE) AS unit_rate,
            CAST(sum(score) FILTER (WHERE standing <> 'other') OVER (PARTITION BY dimension) AS DOUBLE)
            / CAST(sum(weight) FILTER (WHERE standing <> 'other') OVER (PARTITION BY dimension) AS DOUBLE)
            AS district_rate,
            CAST(sum(score) OVER (PARTITION BY dimension) AS DOUBLE)
            / CAST(sum(weight) OVER (PARTITION BY dimension) AS DOUBLE) AS all_rate
        FROM stood
        QUALIFY
            standing = 'unit'
            OR row_number() OVER (PARTITION BY dimension, standing ORDER BY hash(organization_id)) <= $most
        ORDER BY dimension, standing DESC, organization_id
        """,
        unit=unit,
        most=MOST_UNITS,
    )


def other_indicators(filters: Filters) -> Answer:
    """Indicators of the units' own, which cannot be compared over reports; `all_count` says how many there are."""
    return _of_scored(
        filters,
        """
        SELECT
            level3 AS indicator, any_value(dimension) AS dimension,
            count(DISTINCT report_id) AS report_count, min(report_id) AS report_id,
            CAST(sum(score) AS DOUBLE) / CAST(sum(weight) AS DOUBLE) AS score_rate,
            count(*) OVER () AS all_count
        FROM scored
        WHERE indicator_key IS NULL AND level3 IS NOT NULL AND dimension <> 'execution'
        GROUP BY level3
        ORDER BY report_count DESC, level3
        LIMIT $most
        """,
        most=MOST_LISTED,
    )
