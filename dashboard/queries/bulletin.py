"""The months and divisions that a monthly bulletin can speak of."""

from __future__ import annotations

import polars as pl

from dashboard.published import ask

_SPOKEN_OF = """
WITH spoken_of AS (
    SELECT month, region_code FROM marts.fct_monthly_versions WHERE subject = 'project'
    UNION
    SELECT documents.filed_month AS month, versions.region_code
    FROM marts.fct_evaluation_versions AS versions
    INNER JOIN marts.dim_documents AS documents ON versions.document_id = documents.document_id
    WHERE documents.filed_month IS NOT NULL
)
"""


def months() -> list[str]:
    """The months of which a ledger or a report is known, like 2025-05, the newest first."""
    found = ask(_SPOKEN_OF + "SELECT DISTINCT strftime(month, '%Y-%m') AS month FROM spoken_of ORDER BY month DESC")
    return found["month"].to_list()


def divisions() -> pl.DataFrame:
    """The divisions that these name, and those above them: `region_code`, `region_full_name`, those above first."""
    return ask(
        _SPOKEN_OF
        + """
, held AS (
    SELECT DISTINCT regions.*
    FROM spoken_of INNER JOIN marts.dim_regions AS regions USING (region_code)
    WHERE regions.region_code <> 'unknown'
)
SELECT region_code, region_full_name
FROM marts.dim_regions
WHERE
    region_code IN (SELECT region_code FROM held)
    OR region_code IN (SELECT prefecture_code FROM held)
    OR region_code IN (SELECT province_code FROM held)
ORDER BY region_code
"""
    )
