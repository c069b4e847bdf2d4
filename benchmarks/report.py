"""`make bench-report`: how long `jixiao report` takes for 100 districts, 20,000 projects and 24 months of ledgers,
beside as many reports with their findings; the whole command, all four formats."""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import duckdb

from benchmarks import large_home
from ingest.home import CHECKOUT, Home
from ingest.publish import publish

DISTRICTS, PROJECTS, UNIT_PROJECTS = 100, 20_000, 8
INDICATOR_ROWS = 140_000
"""So many make about 20,000 reports."""
MONTH, FIRST_MONTH = "2025-12", "2024-01-01"
ROUNDS = 3
AIM_SECONDS = 15

_LEDGERS = """
INSERT INTO marts.fct_monthly_versions BY NAME
WITH districts AS (
    SELECT region_code, row_number() OVER (ORDER BY region_code) - 1 AS district_no
    FROM marts.dim_regions WHERE level = 'county' AND province_code = '530000'
),
projects AS (
    SELECT
        region_code,
        project_no,
        region_code || ':单位' || (project_no // $districts) // $unit_projects AS organization_id,
        20 + hash(project_no) % 300000 / 100.0 AS budget_wan,
        CASE WHEN hash(project_no) % 19 = 0 THEN 0 ELSE 0.5 + hash(project_no * 7) % 60 / 100.0 END AS pace
    FROM (SELECT unnest(range($projects)) AS project_no)
    INNER JOIN districts ON district_no = project_no % $districts
),
months AS (
    SELECT CAST(unnest(generate_series($first_month::DATE, ($month || '-01')::DATE, INTERVAL 1 MONTH)) AS DATE) AS month
)
SELECT
    'ledger-' || month || region_code AS report_id,
    'ledger-' || month || region_code AS document_id,
    'project' AS subject,
    CAST(year(month) AS INTEGER) AS fiscal_year,
    region_code,
    organization_id,
    organization_id AS department_id,
    organization_id || '/' || project_no AS project_id,
    true AS is_synthetic,
    1 AS version_no,
    CAST(month + INTERVAL 1 MONTH AS TIMESTAMP) AS known_from,
    true AS is_current,
    month,
    '项目' || project_no AS project_name,
    organization_id AS organization_name,
    budget_wan AS annual_budget_wan,
    'annual' AS budget_basis,
    round(least(budget_wan, budget_wan * pace * month(month) / 12), 2) AS executed_to_date_wan
FROM projects CROSS JOIN months
"""


def main() -> None:
    """Make the home, or take the one of an earlier run, and measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--home", type=Path, help="where the large home is kept for the next run")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        home = Home.at(given.home or Path(folder) / "home")
        if not home.pointer.exists():
            large_home.make(home, INDICATOR_ROWS)
            _add_ledgers(home)
        _describe(home)
        for _round in range(ROUNDS):
            print(f"{_measured(home, Path(folder) / 'reports'):.1f} s (aim: {AIM_SECONDS} s)")


def _add_ledgers(home: Home) -> None:
    with duckdb.connect(str(home.work_file)) as connection:
        connection.execute(
            _LEDGERS,
            {
                "districts": DISTRICTS,
                "projects": PROJECTS,
                "unit_projects": UNIT_PROJECTS,
                "first_month": FIRST_MONTH,
                "month": MONTH,
            },
        )
    publish(home)


def _describe(home: Home) -> None:
    with duckdb.connect(str(home.work_file), read_only=True) as connection:
        for table in ("fct_monthly_versions", "fct_evaluation_versions", "fct_finding_versions"):
            [(count,)] = connection.sql(f"SELECT count(*) FROM marts.{table}").fetchall()
            print(f"{table}: {count:,} rows")


def _measured(home: Home, folder: Path) -> float:
    started = time.perf_counter()
    command = [str(Path(sys.executable).parent / "jixiao"), "report", "--month", MONTH, "--as-known-now"]
    subprocess.run(
        [*command, "--home", str(home.root), "--out", str(folder)], check=True, stdout=subprocess.DEVNULL, cwd=CHECKOUT
    )
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
