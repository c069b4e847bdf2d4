"""The reports that the filters leave."""

from __future__ import annotations

CHOSEN = """
WITH chosen AS (
    SELECT
        evaluations.*,
        regions.region_name AS district,
        coalesce(organizations.organization_name, evaluations.organization_name) AS unit
    FROM marts.fct_evaluations AS evaluations
    LEFT JOIN marts.dim_regions AS regions USING (region_code)
    LEFT JOIN marts.dim_organizations AS organizations USING (organization_id)
    WHERE
        (len($years::INTEGER[]) = 0 OR list_contains($years::INTEGER[], evaluations.fiscal_year))
        AND (
            len($districts::VARCHAR[]) = 0
            OR list_contains($districts::VARCHAR[], evaluations.region_code)
            OR list_contains($districts::VARCHAR[], regions.prefecture_code)
            OR list_contains($districts::VARCHAR[], regions.province_code)
        )
        AND (len($forms::VARCHAR[]) = 0 OR list_contains($forms::VARCHAR[], evaluations.form))
        AND (
            len($departments::VARCHAR[]) = 0
            OR list_contains($departments::VARCHAR[], evaluations.department_id)
        )
)
"""
