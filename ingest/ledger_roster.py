"""Units and projects of the year's ledgers, as lines of a roster.

A project is expected by itself; a unit that the ledgers give only as a whole owes any report. A total over units or
projects that are listed themselves is neither.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from dashboard.access import Gate
from ingest.roster_table import Row

_YEARS = "SELECT DISTINCT fiscal_year FROM fct_monthly_execution ORDER BY fiscal_year DESC"
_LEDGERS = "SELECT count(DISTINCT document_id) FROM fct_monthly_execution WHERE fiscal_year = $year"
_LISTED = """
WITH of_year AS (SELECT * FROM fct_monthly_execution WHERE fiscal_year = $year),

listed AS (
    SELECT
        organization_id, project_id,
        arg_max(organization_name, month) AS organization_name,
        arg_max(project_name, month) AS project_name,
        arg_max(department_id, month) AS department_id,
        any_value(region_code) AS region_code,
        bool_or(is_synthetic) AS is_synthetic
    FROM of_year AS line
    WHERE subject = 'project' OR NOT EXISTS (
        FROM of_year AS part
        WHERE line.organization_id IN (part.organization_id, part.department_id)
            AND (part.subject = 'project' OR part.organization_id <> line.organization_id)
    )
    GROUP BY organization_id, project_id
)

SELECT
    listed.organization_name, listed.project_name, listed.is_synthetic,
    CASE WHEN listed.department_id <> listed.organization_id THEN departments.organization_name END AS department_name,
    CASE WHEN listed.region_code <> 'unknown' THEN regions.region_full_name END AS region_text,
    EXISTS (
        FROM fct_expected_filings AS expected
        WHERE expected.fiscal_year = $year AND expected.organization_id = listed.organization_id
            AND (listed.project_id IS NULL OR expected.project_id = listed.project_id)
    ) AS is_expected
FROM listed
JOIN dim_organizations AS departments ON listed.department_id = departments.organization_id
JOIN dim_regions AS regions ON listed.region_code = regions.region_code
WHERE listed.organization_name IS NOT NULL
ORDER BY listed.region_code, listed.organization_name, listed.project_name NULLS FIRST
"""


@dataclass(frozen=True, slots=True)
class Listed:
    """What the ledgers of a year list: lines that the published roster lacks, and how many it has."""

    ledger_count: int
    rows: tuple[Row, ...]
    expected_count: int
    is_synthetic: bool


def years(gate: Gate) -> list[int]:
    """The years of the ledgers, the last first."""
    return gate.query(_YEARS).frame["fiscal_year"].to_list()


def listed(gate: Gate, year: int, deadline: dt.date) -> Listed:
    """What the year's ledgers list, to be filed by the deadline."""
    lines = gate.query(_LISTED, {"year": year}).frame.to_dicts()
    new = [line for line in lines if not line["is_expected"]]
    return Listed(
        ledger_count=gate.query(_LEDGERS, {"year": year}).frame.item(),
        rows=tuple(
            Row(
                row_no=row_no,
                fiscal_year=year,
                subject="unit" if line["project_name"] is None else "project",
                organization_name=line["organization_name"],
                project_name=line["project_name"],
                department_name=line["department_name"],
                region_text=line["region_text"],
                deadline=deadline,
            )
            for row_no, line in enumerate(new, start=1)
        ),
        expected_count=len(lines) - len(new),
        is_synthetic=any(line["is_synthetic"] for line in new),
    )
