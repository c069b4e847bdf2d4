"""A large published home to measure with: the samples' marts many times over, each copy in a division and a year and of
units of its own, with keys of its own. Finished marts are copied in the order of their models; dbt's SQL makes the
aggregates of the copies."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import duckdb

from ingest.home import CHECKOUT, Home
from ingest.publish import publish

YEARS = 6
_SHARED = {"dim_regions", "dim_indicators", "corrections", "fct_review_decisions"}
_INTERMEDIATE = ("int_report_scores", "int_report_keys")

_COPIES = """
CREATE TEMP TABLE copies AS
WITH divisions AS (
    SELECT region_code, row_number() OVER (ORDER BY region_code) - 1 AS division_no, count(*) OVER () AS divisions
    FROM marts.dim_regions
    WHERE level = 'county' AND province_code IN (
        SELECT regions.province_code FROM marts.fct_evaluations INNER JOIN marts.dim_regions AS regions
        USING (region_code)
    )
)
SELECT
    copy_no,
    region_code AS copy_region,
    (copy_no // divisions) % $years AS copy_year,
    copy_no // (divisions * $years) AS copy_unit,
    0.2 + (hash(copy_no) % 1000) / 500 AS copy_size
FROM (SELECT unnest(range(1, $copies + 1)) AS copy_no)
INNER JOIN divisions ON division_no = copy_no % divisions
"""
_NAME = "split_part(split_part({column}, ':', 2), '/', 1) || left({column}, 6) || copy_unit"
_OF_COPY = {
    "report_id": "left(sha256(left({column}, 16) || copy_no), 16) || substr({column}, 17)",
    "document_id": "sha256(left({column}, 16) || copy_no)",
    "finding_id": "left(sha256({column} || copy_no), length({column}))",
    "fault_id": "left(sha256({column} || copy_no), length({column}))",
    "organization_id": f"copy_region || ':' || {_NAME}",
    "department_id": f"copy_region || ':' || {_NAME}",
    "project_id": f"copy_region || ':' || {_NAME} || '/' || split_part({{column}}, '/', 2)",
    "region_code": "copy_region",
    "fiscal_year": "{column} - copy_year",
    "filed_month": "{column} - to_months(CAST(copy_no % 24 AS INTEGER))",
    "organization_name": "{column} || copy_unit",
    "project_name": "{column} || copy_unit",
    "level3": "CASE WHEN indicator_key IS NULL THEN {column} || copy_no % 200 ELSE {column} END",
}
"""What a copy has of its own, by column. A `report_id` begins with the first 16 letters of its `document_id`."""
_OF_COPY["current_report_id"] = _OF_COPY["previous_report_id"] = _OF_COPY["report_id"]
_SIZED = re.compile(r"_wan$")
_ORDER = re.compile(r"\norder by ([\w., ]+)\s*$")
_ONCE_OVER_YEARS = {"dim_organizations", "dim_projects"}


def make(home: Home, indicator_rows: int) -> None:
    """Publish in this home the samples' marts so many times that there are about `indicator_rows` indicators."""
    command = [str(Path(sys.executable).parent / "jixiao"), "refresh", str(CHECKOUT / "data" / "samples")]
    subprocess.run([*command, "--home", str(home.root)], check=True, stdout=subprocess.DEVNULL)
    multiply(home, indicator_rows)
    publish(home)


def multiply(home: Home, indicator_rows: int) -> None:
    """Copy the marts of the working file, and build the aggregates anew."""
    with duckdb.connect(str(home.work_file)) as connection:
        [(printed,)] = connection.sql("SELECT count(*) FROM marts.fct_indicator_scores").fetchall()
        connection.execute(_COPIES, {"copies": indicator_rows // printed, "years": YEARS})
        for schema, table in _copied(connection):
            columns = connection.table(f"{schema}.{table}").columns
            connection.execute(f"{_copy(schema, table, columns)} {_order(home, table)}")
        for aggregate in sorted((home.warehouse / "dbt").glob("compiled/**/marts/agg_*.sql")):
            connection.execute(f"DELETE FROM marts.{aggregate.stem}")
            connection.execute(f"INSERT INTO marts.{aggregate.stem} BY NAME {aggregate.read_text(encoding='utf-8')}")


def _copied(connection: duckdb.DuckDBPyConnection) -> list[tuple[str, str]]:
    tables = connection.sql("SELECT schema_name, table_name FROM duckdb_tables() ORDER BY ALL").fetchall()
    return [
        (schema, table)
        for schema, table in tables
        if table in _INTERMEDIATE or (schema == "marts" and table not in _SHARED and not table.startswith("agg_"))
    ]


def _copy(schema: str, table: str, columns: list[str]) -> str:
    """The statement that adds the copies of a table's rows."""
    values = ", ".join(f"{_value(name)} AS {name}" for name in columns)
    where = "WHERE copy_year = 0" if table in _ONCE_OVER_YEARS else ""
    return f"INSERT INTO {schema}.{table} SELECT {values} FROM copies CROSS JOIN {schema}.{table} AS source {where}"


def _order(home: Home, table: str) -> str:
    """The order in which the table's model gives its rows, where it gives them one."""
    for model in (home.warehouse / "dbt").glob(f"compiled/**/marts/{table}.sql"):
        ordered = _ORDER.search(model.read_text(encoding="utf-8"))
        if ordered:
            return "ORDER BY " + ", ".join(column.split(".")[-1].strip() for column in ordered[1].split(","))
    return ""


def _value(column: str) -> str:
    if _SIZED.search(column):
        return f"source.{column} * copy_size"
    return _OF_COPY.get(column, "{column}").format(column=f"source.{column}")
