"""Units by names that tell them apart: two of one name have their division behind it."""

from __future__ import annotations

UNITS_APART = """(
    SELECT
        organizations.organization_id,
        organizations.organization_name
        || CASE
            WHEN count(*) OVER (PARTITION BY organizations.organization_name) > 1
                THEN coalesce('（' || coalesce(nullif(regions.region_full_name, ''), regions.region_name) || '）', '')
            ELSE ''
        END AS unit
    FROM marts.dim_organizations AS organizations
    LEFT JOIN marts.dim_regions AS regions ON organizations.region_code = regions.region_code
)"""
"""A table to ask or join: `organization_id`, `unit`."""
