"""What there is to choose from in the filters."""

from __future__ import annotations

import polars as pl

from dashboard.published import ask
from dashboard.queries.organizations import UNITS_APART


def year_choices() -> list[int]:
    """The fiscal years that reports evaluate or the roster asks for, the newest first."""
    sql = """
        SELECT fiscal_year FROM marts.agg_reports_by_region_year WHERE fiscal_year IS NOT NULL
        UNION SELECT fiscal_year FROM marts.fct_expected_filings
        ORDER BY 1 DESC
    """
    return ask(sql)["fiscal_year"].to_list()


def district_choices() -> pl.DataFrame:
    """The divisions that reports come from or are expected of, and those above them, as a tree: `parent_code`, parents
    first, with the number of reports of the division and all below it."""
    return ask(
        """
        WITH counted AS (
            SELECT region_code, sum(report_count) AS report_count
            FROM (
                SELECT region_code, report_count FROM marts.agg_reports_by_region_year
                UNION ALL SELECT DISTINCT region_code, 0 AS report_count FROM marts.fct_expected_filings
            )
            GROUP BY region_code
        ),
        placed AS (
            SELECT regions.region_code, regions.prefecture_code, regions.province_code, counted.report_count
            FROM counted INNER JOIN marts.dim_regions AS regions USING (region_code)
        ),
        summed AS (
            SELECT region_code, sum(report_count) AS report_count
            FROM (
                SELECT region_code, report_count FROM placed
                UNION ALL SELECT prefecture_code, report_count FROM placed WHERE prefecture_code <> region_code
                UNION ALL SELECT province_code, report_count FROM placed WHERE province_code <> region_code
            )
            GROUP BY region_code
        )
        SELECT
            regions.region_code,
            regions.region_name,
            CASE
                WHEN regions.level = 'county' THEN coalesce(regions.prefecture_code, regions.province_code)
                WHEN regions.level = 'prefecture' THEN regions.province_code
            END AS parent_code,
            CAST(summed.report_count AS INTEGER) AS report_count
        FROM summed INNER JOIN marts.dim_regions AS regions USING (region_code)
        ORDER BY regions.region_code
        """
    )


def form_choices() -> list[str]:
    """The forms that reports were filed on."""
    return ask("SELECT DISTINCT form FROM marts.agg_reports_by_region_year ORDER BY 1")["form"].to_list()


def department_choices() -> pl.DataFrame:
    """The supervising departments of the reports, and of those that are expected."""
    return ask(
        f"""
        WITH named AS (
            SELECT organization_id AS department_id, unit AS name
            FROM {UNITS_APART}
            WHERE organization_id IN (SELECT department_id FROM marts.fct_evaluations)
            UNION ALL
            SELECT
                expected.department_id,
                coalesce(organizations.unit, expected.department_name, expected.organization_name) AS name
            FROM marts.fct_expected_filings AS expected
            LEFT JOIN {UNITS_APART} AS organizations
                ON expected.department_id = organizations.organization_id
        )
        SELECT department_id, min(name) AS name FROM named GROUP BY department_id ORDER BY name, department_id
        """
    )
