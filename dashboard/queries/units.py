"""The score rates of units by dimension: one beside its district and all."""

from __future__ import annotations

from dashboard.filters import Filters
from dashboard.published import Answer
from dashboard.queries.chosen import KEYS, Summary, of_summary
from dashboard.queries.organizations import UNITS_APART

MOST_OTHERS = 400

_UNITS = Summary(
    "agg_units_by_dimension",
    "fct_indicator_scores",
    "SELECT organization_id, dimension, weight, score FROM facts WHERE weight > 0 AND score IS NOT NULL",
    KEYS | {"departments"},
)


def choices(filters: Filters) -> dict[str, str]:
    """The units whose reports have scored rows, by id."""
    question = f"""
        SELECT organization_id, unit
        FROM {UNITS_APART}
        WHERE organization_id IN (SELECT organization_id FROM counted)
        ORDER BY unit, organization_id
    """
    return dict(of_summary(filters, _UNITS, question).frame.iter_rows())


def by_dimension(filters: Filters, unit: str) -> Answer:
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
        most=MOST_OTHERS,
    )
