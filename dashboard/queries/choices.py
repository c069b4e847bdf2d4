"""What there is to choose from in the filters."""

from __future__ import annotations

import polars as pl

from dashboard.published import ask


def year_choices() -> list[int]:
    """The fiscal years that reports evaluate, the newest first."""
    sql = "SELECT DISTINCT fiscal_year FROM marts.fct_evaluations WHERE fiscal_year IS NOT NULL ORDER BY 1 DESC"
    return ask(sql)["fiscal_year"].to_list()


def district_choices() -> pl.DataFrame:
    """The divisions that reports come from, and the prefectures and provinces above them, as a flat tree."""
    return ask(
        """
        WITH own AS (
            SELECT DISTINCT regions.*
            FROM marts.fct_evaluations INNER JOIN marts.dim_regions AS regions USING (region_code)
        )
        SELECT region_code, coalesce(nullif(region_full_name, ''), region_name) AS name
        FROM marts.dim_regions
        WHERE region_code IN (
            SELECT region_code FROM own
            UNION SELECT prefecture_code FROM own
            UNION SELECT province_code FROM own
        )
        ORDER BY region_code
        """
    )


def form_choices() -> list[str]:
    """The forms that reports were filed on."""
    return ask("SELECT DISTINCT form FROM marts.fct_evaluations WHERE form IS NOT NULL ORDER BY 1")["form"].to_list()


def department_choices() -> pl.DataFrame:
    """The supervising departments of the reports."""
    return ask(
        """
        SELECT DISTINCT evaluations.department_id, organizations.organization_name AS name
        FROM marts.fct_evaluations AS evaluations
        INNER JOIN marts.dim_organizations AS organizations
            ON evaluations.department_id = organizations.organization_id
        ORDER BY name
        """
    )
