"""The arithmetic of the monthly marts on random ledgers, beside the same in polars."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

import duckdb
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from support.models import materialise

REGIONS = {"530102": "530100", "530124": "530100", "530900": "530900"}
PROJECTS = {
    f"{region}:u/{name}": region
    for region, names in {"530102": "ab", "530124": "c", "530900": "d"}.items()
    for name in names
}
MONTHS = [dt.date(year, month, 1) for year in (2024, 2025) for month in (1, 2, 3, 12)]
EMPTY = """
CREATE TABLE fct_evaluations (report_id VARCHAR, document_id VARCHAR, region_code VARCHAR, subject VARCHAR,
    reported_total_score DECIMAL(9,4), budget_wan DECIMAL(20,6), executed_wan DECIMAL(20,6), counts_in_totals BOOLEAN);
CREATE TABLE dim_documents (document_id VARCHAR, filed_month DATE);
CREATE TABLE fct_review_findings (report_id VARCHAR, severity VARCHAR);
CREATE TABLE int_region_ancestors AS SELECT * FROM (VALUES ('530102', '530102'), ('530102', '530100'),
    ('530124', '530124'), ('530124', '530100'), ('530100', '530100'), ('530900', '530900'))
    AS ancestors(region_code, ancestor_code);
CREATE TABLE stg_ledger_figures (report_id VARCHAR, entry_no INTEGER, month DATE, measure VARCHAR,
    value DECIMAL(28,10), value_half DOUBLE);
CREATE TABLE int_ledger_entries (report_id VARCHAR, document_id VARCHAR, entry_no INTEGER, subject VARCHAR,
    series VARCHAR, region_code VARCHAR, organization_id VARCHAR, department_id VARCHAR, project_id VARCHAR,
    organization_name VARCHAR, project_name VARCHAR, project_code VARCHAR, is_synthetic BOOLEAN, block_no INTEGER,
    row_no INTEGER, col_no INTEGER, page_no INTEGER, quote VARCHAR);
CREATE TABLE int_ledger_history (document_id VARCHAR, subject VARCHAR, organization_id VARCHAR, series VARCHAR,
    month DATE, version_no INTEGER, known_from TIMESTAMP, known_to TIMESTAMP);
"""
MODELS = (
    *("int_ledger_amounts", "int_ledger_versions", "int_monthly_execution"),
    *("fct_monthly_execution", "agg_monthly_trend"),
)

Line = dict[str, Any]
amounts = st.integers(0, 5000).map(lambda cents: cents / 100)
lines = st.fixed_dictionaries(
    {
        "project": st.sampled_from(sorted(PROJECTS)),
        "month": st.sampled_from(MONTHS),
        "budget": st.one_of(st.none(), amounts),
        "to_date": st.one_of(st.none(), amounts),
        "in_month": st.one_of(st.none(), st.integers(-300, 3000).map(lambda cents: cents / 100)),
    }
)


@pytest.fixture(scope="module")
def warehouse() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as connection:
        connection.execute(EMPTY)
        yield connection


def fill(connection: duckdb.DuckDBPyConnection, ledger: list[Line]) -> None:
    """One ledger for each month, with the lines of that month in their order."""
    for table in ("stg_ledger_figures", "int_ledger_entries", "int_ledger_history"):
        connection.execute(f"DELETE FROM {table}")
    for number, line in enumerate(ledger, start=1):
        report = f"{line['month']:%Y-%m}"
        unit = line["project"].split("/")[0]
        connection.execute(
            "INSERT INTO int_ledger_entries BY NAME SELECT ? AS report_id, ? AS document_id, ? AS entry_no, "
            "'project' AS subject, '' AS series, ? AS region_code, ? AS organization_id, ? AS project_id, "
            "? AS project_name",
            [report, report, number, PROJECTS[line["project"]], unit, line["project"], line["project"]],
        )
        for measure, key in (
            ("annual_budget", "budget"),
            ("executed_to_date", "to_date"),
            ("executed_in_month", "in_month"),
        ):
            if line[key] is not None:
                connection.execute(
                    "INSERT INTO stg_ledger_figures VALUES (?, ?, ?, ?, ?, 0)",
                    [report, number, line["month"], measure, str(line[key])],
                )
    connection.execute(
        "INSERT INTO int_ledger_history "
        "SELECT DISTINCT document_id, subject, organization_id, series, month, 1, TIMESTAMP '2025-06-01', NULL "
        "FROM int_ledger_entries JOIN stg_ledger_figures USING (report_id, entry_no)"
    )


def expected_projects(ledger: list[Line]) -> pl.DataFrame:
    """Each project and month: amounts summed over its lines, completed, rated and compared."""
    told = [line for line in ledger if any(line[key] is not None for key in ("budget", "to_date", "in_month"))]
    frame = pl.DataFrame(
        told,
        schema={
            "project": pl.String,
            "month": pl.Date,
            "budget": pl.Float64,
            "to_date": pl.Float64,
            "in_month": pl.Float64,
        },
    )
    given_any = [
        pl.when(pl.col(key).count() > 0).then(pl.col(key).sum()).alias(key) for key in ("budget", "to_date", "in_month")
    ]
    frame = frame.group_by("project", "month").agg(given_any).with_columns(year=pl.col("month").dt.year())
    rows: dict[tuple[str, dt.date], dict[str, Any]] = {(row["project"], row["month"]): row for row in frame.to_dicts()}
    done = []
    for (project, month), row in rows.items():
        year = [rows.get((project, month.replace(month=number))) for number in range(1, month.month + 1)]
        before = year[-2] if len(year) > 1 else None
        to_date, in_month = row["to_date"], row["in_month"]
        paid = [part["in_month"] for part in year if part is not None and part["in_month"] is not None]
        if to_date is None and len(paid) == month.month:
            to_date = sum(paid)
        if in_month is None and row["to_date"] is not None:
            if month.month == 1:
                in_month = row["to_date"]
            elif before is not None and before["to_date"] is not None:
                in_month = row["to_date"] - before["to_date"]
        rate = to_date / row["budget"] if to_date is not None and row["budget"] else None
        done.append(
            {
                "project": project,
                "month": month,
                "budget": row["budget"],
                "to_date": to_date,
                "in_month": in_month,
                "rate": rate,
                "gap": None if rate is None else rate - month.month / 12,
            }
        )
    rates = {(row["project"], row["month"]): row["rate"] for row in done}
    for row in done:
        month = row["month"]
        row["on_month"] = (
            less(row["rate"], rates.get((row["project"], month.replace(month=month.month - 1))))
            if month.month > 1
            else None
        )
        row["on_year"] = less(row["rate"], rates.get((row["project"], month.replace(year=month.year - 1))))
    return pl.DataFrame(done, infer_schema_length=None)


def less(value: float | None, base: float | None) -> float | None:
    return None if value is None or base is None else value - base


def near(value: float | None, expected: float | None) -> bool:
    return value == expected or (value is not None and expected is not None and abs(float(value) - expected) < 1e-9)


@settings(max_examples=15, deadline=None)
@given(st.lists(lines, min_size=1, max_size=30))
def test_rates_gaps_and_changes_of_projects_and_divisions(
    warehouse: duckdb.DuckDBPyConnection, ledger: list[Line]
) -> None:
    fill(warehouse, ledger)
    materialise(warehouse, *MODELS)
    expected = expected_projects(ledger)
    found = {
        (row[0], row[1]): row[2:]
        for row in warehouse.execute(
            "SELECT project_id, month, annual_budget_wan, executed_to_date_wan, executed_in_month_wan, "
            "execution_rate_to_date, progress_gap, rate_change_on_month, rate_change_on_year FROM fct_monthly_execution"
        ).fetchall()
    }
    keys = ("budget", "to_date", "in_month", "rate", "gap", "on_month", "on_year")
    assert found.keys() == {(row["project"], row["month"]) for row in expected.to_dicts()}
    for row in expected.to_dicts():
        values = found[row["project"], row["month"]]
        assert all(near(value, row[key]) for value, key in zip(values, keys, strict=True)), (row, values)
    if expected.height:
        check_divisions(warehouse, expected)


@pytest.mark.parametrize(
    ("month", "budget", "spent", "is_slow"),
    [
        (12, 100, 90, False),  # ten points behind: no more than that
        (3, 20, 3, False),  # 15 % in March
        (2, 30, 2, False),  # 6.67 % in February: ten points by thirds
        (12, 2.6, 2.34, False),  # 90 %, which binary fractions miss by a hair
        (12, 100, 89.99, True),
    ],
)
def test_ten_points_behind_is_not_slow(
    warehouse: duckdb.DuckDBPyConnection, month: int, budget: float, spent: float, is_slow: bool
) -> None:
    line = {"project": "530900:u/d", "month": dt.date(2025, month, 1), "budget": budget, "to_date": spent}
    fill(warehouse, [line | {"in_month": None}])
    materialise(warehouse, *MODELS)
    assert warehouse.execute("SELECT is_slow FROM fct_monthly_execution").fetchall() == [(is_slow,)]


def check_divisions(warehouse: duckdb.DuckDBPyConnection, expected: pl.DataFrame) -> None:
    """The trend of each division, with its own projects and with all below it."""
    own = expected.with_columns(region=pl.col("project").replace_strict(PROJECTS), scope=pl.lit("own"))
    below = own.with_columns(scope=pl.lit("with_subordinates"))
    above = below.with_columns(region=pl.col("region").replace_strict(REGIONS))
    above = above.filter(pl.col("region") != below["region"])
    covered = pl.col("budget").is_not_null() & pl.col("to_date").is_not_null()
    sums = (
        pl.concat([own, below, above])
        .group_by("region", "scope", "month")
        .agg(
            projects=pl.len(),
            covered=covered.sum(),
            in_month_count=pl.col("in_month").is_not_null().sum(),
            budget=pl.col("budget").filter(covered).sum(),
            to_date=pl.col("to_date").filter(covered).sum(),
            zeros=((pl.col("budget") > 0) & (pl.col("to_date") == 0)).sum(),
            slow=(pl.col("gap") < -0.1 - 1e-9).sum(),
        )
        .with_columns(
            rate=pl.when((pl.col("covered") > 0) & (pl.col("budget") != 0)).then(pl.col("to_date") / pl.col("budget"))
        )
    )
    rates = {(row["region"], row["scope"], row["month"]): row["rate"] for row in sums.to_dicts()}
    found = {
        row[:3]: row[3:]
        for row in warehouse.execute(
            "SELECT region_code, scope, first_day, project_count, covered_project_count, "
            "zero_execution_count, slow_count, execution_rate_to_date, rate_change_on_month, rate_change_on_year, "
            "month, in_month_project_count FROM agg_monthly_trend"
        ).fetchall()
    }
    assert found.keys() == rates.keys()
    for row in sums.to_dicts():
        key = row["region"], row["scope"], row["month"]
        month = row["month"]
        projects, counted, zeros, slow, rate, on_month, on_year, text, in_month_count = found[key]
        assert in_month_count == row["in_month_count"]
        assert (projects, counted, zeros, text) == (row["projects"], row["covered"], row["zeros"], f"{month:%Y-%m}")
        assert slow == row["slow"] and near(rate, row["rate"])
        before = rates.get((*key[:2], month.replace(month=month.month - 1))) if month.month > 1 else None
        assert near(on_month, less(row["rate"], before))
        assert near(on_year, less(row["rate"], rates.get((*key[:2], month.replace(year=month.year - 1)))))
