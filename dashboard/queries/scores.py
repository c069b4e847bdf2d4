"""Where points were won and lost: by dimension, by indicator, and a unit beside its district and all."""

from __future__ import annotations

from textwrap import dedent

from dashboard.filters import Filters
from dashboard.published import Answer, ask
from dashboard.queries.chosen import KEYS, Summary, named, of_rows, of_summary

MOST_INDICATORS = 25
MOST_LISTED = 200
MOST_UNITS = 400

_SCORED = """
, scored AS NOT MATERIALIZED (
    SELECT * FROM facts WHERE weight > 0 AND score IS NOT NULL
)
"""
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
_UNITS = Summary(
    "agg_units_by_dimension",
    "fct_indicator_scores",
    "SELECT organization_id, dimension, weight, score FROM facts WHERE weight > 0 AND score IS NOT NULL",
    KEYS | {"departments"},
)


def _of_scored(filters: Filters, question: str, **parameters: object) -> Answer:
    """The answer to a question about `scored`, the rows of the chosen reports that have points."""
    return of_rows(filters, "fct_indicator_scores", _SCORED + dedent(question), **parameters)


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
    to each; `indicator_count` says how many lose any."""
    return _of_scored(
        filters,
        """
        , departing AS (
            SELECT
                indicator_key,
                CASE WHEN indicator_key IS NULL THEN level3 END AS own_name,
                sum(weight) - sum(score) AS lost,
                count_if(score < weight) AS lost_count
            FROM scored
            WHERE score <> weight
            GROUP BY indicator_key, own_name
        ),
        lost AS (
            SELECT
                coalesce(standard.indicator_name, departing.own_name) AS indicator,
                CAST(sum(departing.lost_count) AS BIGINT) AS lost_count,
                sum(departing.lost) AS lost
            FROM departing
            LEFT JOIN marts.dim_indicators AS standard ON departing.indicator_key = standard.indicator_key
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
        keys AS (
            SELECT listed.indicator, standard.indicator_key, standard.indicator_name_en
            FROM listed INNER JOIN marts.dim_indicators AS standard ON listed.indicator = standard.indicator_name
        ),
        rows_of_each AS (
            SELECT keys.indicator, scored.dimension, scored.weight
            FROM scored INNER JOIN keys ON scored.indicator_key = keys.indicator_key
            UNION ALL
            SELECT listed.indicator, scored.dimension, scored.weight
            FROM scored INNER JOIN listed ON scored.level3 = listed.indicator
            WHERE scored.indicator_key IS NULL
            UNION ALL
            SELECT NULL AS indicator, dimension, weight FROM scored WHERE indicator_key IS NULL AND level3 IS NULL
        ),
        whole AS (
            SELECT indicator, any_value(dimension) AS dimension, count(*) AS row_count, sum(weight) AS weight
            FROM rows_of_each
            GROUP BY indicator
        )
        SELECT
            listed.indicator,
            coalesce(
                (SELECT any_value(indicator_name_en) FROM keys WHERE keys.indicator = listed.indicator),
                listed.indicator
            ) AS indicator_en,
            whole.dimension, whole.row_count, listed.lost_count, whole.weight, listed.lost, listed.running_share,
            listed.indicator_count
        FROM listed
        INNER JOIN whole ON listed.indicator IS NOT DISTINCT FROM whole.indicator
        ORDER BY listed.lost DESC, listed.indicator
        """,
        most=MOST_INDICATORS,
    )


def rows_of_indicator(filters: Filters, indicator: str) -> Answer:
    """The rows of one indicator over reports with the reasons given, those that lose most first."""
    keys = ask("SELECT indicator_key FROM marts.dim_indicators WHERE indicator_name = $name", name=indicator)
    return _of_scored(
        filters,
        """
        , asked AS MATERIALIZED (
            SELECT
                report_id, indicator_no, weight, score, score_rate,
                coalesce(deduction_reason, explanation) AS deduction_reason
            FROM scored
            WHERE indicator_key = $key OR (indicator_key IS NULL AND level3 = $indicator)
        ),
        listed AS (SELECT * FROM asked ORDER BY weight - score DESC, report_id, indicator_no LIMIT $most),
        placed AS (
            SELECT listed.* EXCLUDE (report_id), evaluations.*
            FROM listed
            INNER JOIN marts.fct_evaluations AS evaluations ON listed.report_id = evaluations.report_id
        )
        """
        + named("placed")
        + """
        SELECT
            report_id, name, unit, fiscal_year, indicator_no, weight, score, score_rate, deduction_reason,
            (SELECT count(*) FROM asked) AS all_count
        FROM named
        ORDER BY weight - score DESC, report_id, indicator_no
        """,
        key=next(iter(keys["indicator_key"]), ""),
        indicator=indicator,
        most=MOST_LISTED,
    )


def unit_choices(filters: Filters) -> dict[str, str]:
    """The units whose reports have scored rows, by id."""
    question = """
        SELECT organization_id, organization_name
        FROM marts.dim_organizations
        WHERE organization_id IN (SELECT organization_id FROM counted)
        ORDER BY organization_name, organization_id
    """
    return dict(of_summary(filters, _UNITS, question).frame.iter_rows())


def units_by_dimension(filters: Filters, unit: str) -> Answer:
    """The score rate of units in each dimension: the unit of this id (`standing` unit), those of its district, and the
    others, of which some by chance where there are many, picked from about three times as many so that few are put in
    order; with the rates of the district's and of all units' rows."""
    return of_summary(
        filters,
        _UNITS,
        """
        , units AS (
            SELECT organization_id, dimension, sum(score) AS score, sum(weight) AS weight
            FROM counted
            WHERE organization_id IS NOT NULL
            GROUP BY organization_id, dimension
        ),
        neighbours AS (
            SELECT organization_id FROM marts.dim_organizations
            WHERE region_code = (SELECT region_code FROM marts.dim_organizations WHERE organization_id = $unit)
        ),
        stood AS (
            SELECT
                *,
                CASE
                    WHEN organization_id = $unit THEN 'unit'
                    WHEN organization_id IN (SELECT organization_id FROM neighbours) THEN 'district'
                    ELSE 'other'
                END AS standing
            FROM units
        ),
        rates AS (
            SELECT
                dimension,
                CAST(greatest(1, count_if(standing = 'other')) AS UBIGINT) AS other_count,
                CAST(sum(score) FILTER (WHERE standing <> 'other') AS DOUBLE)
                / CAST(sum(weight) FILTER (WHERE standing <> 'other') AS DOUBLE) AS district_rate,
                CAST(sum(score) AS DOUBLE) / CAST(sum(weight) AS DOUBLE) AS all_rate
            FROM stood
            GROUP BY dimension
        ),
        likely AS (
            SELECT stood.*, rates.district_rate, rates.all_rate
            FROM stood
            INNER JOIN rates ON stood.dimension = rates.dimension
            WHERE stood.standing <> 'other' OR hash(stood.organization_id) % rates.other_count < 3 * $most
        ),
        shown AS (
            SELECT *
            FROM likely
            QUALIFY
                standing = 'unit'
                OR row_number() OVER (PARTITION BY dimension, standing ORDER BY hash(organization_id)) <= $most
        )
        SELECT
            shown.dimension, organizations.organization_name AS unit, shown.standing,
            CAST(shown.score AS DOUBLE) / CAST(shown.weight AS DOUBLE) AS unit_rate,
            shown.district_rate, shown.all_rate
        FROM shown
        INNER JOIN marts.dim_organizations AS organizations ON shown.organization_id = organizations.organization_id
        ORDER BY shown.dimension, shown.standing DESC, shown.organization_id
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
            level3 AS indicator, dimension,
            CAST(count_if(counts_report) AS BIGINT) AS report_count, min(report_id) AS report_id,
            CAST(sum(score) AS DOUBLE) / CAST(sum(weight) AS DOUBLE) AS score_rate,
            count(*) OVER () AS all_count
        FROM scored
        WHERE indicator_key IS NULL AND level3 IS NOT NULL AND dimension <> 'execution'
        GROUP BY level3, dimension
        ORDER BY report_count DESC, level3, dimension
        LIMIT $most
        """,
        most=MOST_LISTED,
    )
