"""Districts and years side by side: how far the money is spent, and the scores."""

from __future__ import annotations

from dashboard.filters import Filters
from dashboard.published import Answer
from dashboard.queries.chosen import named
from dashboard.queries.districts import of_placed

MOST_DISTRICTS = 150
MOST_STRIPS, MOST_IN_STRIP = 40, 60

ORDERS = {
    "code": "district_code",
    "rate": "latest_rate NULLS LAST, district_code",
    "budget": "all_budget_wan DESC NULLS LAST, district_code",
}
"""How districts can be sorted, by name: along the divisions' codes, the least executed or the largest budget first."""


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
                districts.district_code, districts.district, sums.fiscal_year,
                CAST(sum(sums.counted_count) AS BIGINT) AS report_count,
                CAST(sum(sums.covered_count) AS BIGINT) AS covered_report_count,
                sum(sums.budget_wan) AS budget_wan,
                sum(sums.covered_budget_wan) AS covered_budget_wan,
                sum(sums.covered_executed_wan) AS executed_wan,
                CAST(sum(sums.covered_executed_wan) AS DOUBLE)
                / nullif(CAST(sum(sums.covered_budget_wan) AS DOUBLE), 0) AS execution_rate
            FROM sums
            INNER JOIN districts ON sums.region_code = districts.region_code
            WHERE sums.counted_count > 0
            GROUP BY districts.district_code, districts.district, sums.fiscal_year
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
        , strips AS (
            SELECT
                districts.district_code, any_value(districts.district) AS district, chosen.fiscal_year,
                count(*) AS report_count,
                min(chosen.reported_total_score) AS min_score,
                quantile_cont(CAST(chosen.reported_total_score AS DOUBLE), [0.25, 0.5, 0.75]) AS quartiles,
                max(chosen.reported_total_score) AS max_score,
                arg_min(chosen.rowid, hash(chosen.rowid), $points) AS picked
            FROM chosen
            INNER JOIN districts ON chosen.region_code = districts.region_code
            WHERE chosen.reported_total_score IS NOT NULL
            GROUP BY districts.district_code, chosen.fiscal_year
        ),
        lowest AS (
            SELECT
                district_code, district, fiscal_year, report_count, picked,
                CAST(min_score AS DOUBLE) AS min_score,
                quartiles[1] AS q1_score, quartiles[2] AS median_score, quartiles[3] AS q3_score,
                CAST(max_score AS DOUBLE) AS max_score,
                count(*) OVER () AS strip_count
            FROM strips
            ORDER BY median_score, district_code, fiscal_year
            LIMIT $strips
        ),
        points AS (
            SELECT * EXCLUDE (picked, district, fiscal_year), district AS strip, unnest(picked) AS rowid FROM lowest
        )
        """
        + named("points")
        + """
        SELECT
            report_id, strip AS district, district_code, fiscal_year, unit, name,
            CAST(reported_total_score AS DOUBLE) AS score,
            report_count, min_score, q1_score, median_score, q3_score, max_score, strip_count
        FROM named
        ORDER BY district_code, fiscal_year, report_id
        """,
        strips=MOST_STRIPS,
        points=MOST_IN_STRIP,
    )
