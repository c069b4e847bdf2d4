"""The roster: which reports a bureau expects of whom, for which year and until when.

It is a table that the home keeps as it was given, under the name `roster` and in its own format. Read strictly here,
its rows go to `raw.roster`, and dbt finds what was filed on each.
"""

from __future__ import annotations

import dataclasses
import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path

import duckdb
import polars as pl

from ingest import readers, roster_table
from ingest.document import Unreadable
from ingest.home import Home
from ingest.roster_table import Invalid, Roster, Row

SUFFIXES = (".csv", ".xlsx", ".xls", ".et", ".ods")
COLUMNS = {
    "row_no": "INTEGER",
    "fiscal_year": "INTEGER",
    "subject": "VARCHAR",
    "organization_name": "VARCHAR",
    "project_name": "VARCHAR",
    "department_name": "VARCHAR",
    "region_text": "VARCHAR",
    "deadline": "DATE",
    "is_synthetic": "BOOLEAN",
}


def read(home: Home) -> Roster:
    """The home's roster, without rows where it has none. Raises `Invalid`."""
    kept = files(home)
    if len(kept) > 1:
        names_zh, names_en = "、".join(path.name for path in kept), ", ".join(path.name for path in kept)
        raise Invalid(
            [f"名册有多个文件（{names_zh}），请只保留一个 / the roster is there as {names_en}; keep one file"]
        )
    return parse(kept[0]) if kept else Roster()


def files(home: Home) -> list[Path]:
    """Where the home keeps its roster: one file, or none."""
    return sorted(path for path in home.root.glob("roster.*") if path.suffix.lower() in SUFFIXES)


def parse(path: Path) -> Roster:
    """What a file expects. Raises `Invalid` with everything that is wrong."""
    if path.suffix.lower() not in SUFFIXES:
        kinds_zh, kinds_en = "、".join(SUFFIXES), ", ".join(SUFFIXES)
        raise Invalid([f"名册须为表格文件：{kinds_zh} / a roster is a table: {kinds_en}"])
    try:
        return roster_table.parse(readers.read(path))
    except Unreadable as error:
        raise Invalid([str(error)]) from error


def keep(home: Home, path: Path) -> Roster:
    """Put a file in the place of the roster that the home has. Raises `Invalid`, and then changes nothing."""
    roster = parse(path)
    before = files(home)
    target = home.root / f"roster{path.suffix.lower()}"
    unfinished = home.root / "roster.new"
    home.root.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(path, unfinished)
    unfinished.replace(target)
    for other in before:
        if other != target:
            other.unlink()
    return roster


def add(home: Home, rows: Iterable[Row], *, is_synthetic: bool) -> Roster:
    """Write the home's roster with these rows behind its own, those left out that it has. Where it had columns without
    a meaning here, the file with them is kept as `roster-before`. Raises `Invalid`, and then changes nothing."""
    before = read(home)
    said = {row.said for row in before.rows}
    added = [row for row in rows if row.said not in said]
    if not added:
        return before
    if before.ignored:
        [kept] = files(home)
        shutil.copyfile(kept, home.root / f"roster-before{kept.suffix.lower()}")
    after = Roster((*before.rows, *added), is_synthetic=before.is_synthetic or is_synthetic)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "roster.xlsx"
        path.write_bytes(roster_table.workbook(after))
        return keep(home, path)


def store(connection: duckdb.DuckDBPyConnection, roster: Roster) -> None:
    """Put its rows in the place of all that `raw.roster` held."""
    columns = ", ".join(f"{name} {kind}" for name, kind in COLUMNS.items())
    connection.execute(f"CREATE OR REPLACE TABLE raw.roster ({columns})")
    if roster.rows:
        rows = [dataclasses.asdict(row) | {"is_synthetic": roster.is_synthetic} for row in roster.rows]
        frame = pl.DataFrame(rows, infer_schema_length=None).select(*COLUMNS)
        connection.register("expected", frame)
        connection.execute("INSERT INTO raw.roster SELECT * FROM expected")
        connection.unregister("expected")
