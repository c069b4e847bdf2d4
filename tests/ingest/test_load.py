"""Load: what stands in schema `raw` afterwards."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest

from ingest import load
from ingest.document import Cell, Document, Paragraph, Table
from ingest.home import Home
from ingest.load import DocumentRow, NameRow
from ingest.raw_rows import content
from ingest.records import Evidence, Extraction, Indicator, Notice, Report, ReportField
from ingest.whereabouts import PlaceRow

ID = "ab" * 32
NOW = dt.datetime(2025, 6, 1, 8)
DOCUMENT = Document(
    (Paragraph("标题", page=1), Table((Cell(1, 1, "甲", row_span=2), Cell(1, 2, "0.10", stored=0.0975)))),
    "text/plain",
    "utf-8",
)


@pytest.fixture
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as connection:
        load.prepare(connection)
        yield connection


def row(status: str = "loaded", document_id: str = ID) -> DocumentRow:
    return DocumentRow(document_id, "text/plain", "utf-8", 12, NOW, status, None, 1, False, "v1")


def extraction(title: str = "一个项目") -> Extraction:
    evidence = Evidence(2, 1, 2, None, "0.10")
    indicator = Indicator(
        report_no=1, level1="产出", weight=Decimal("10"), score=Decimal("9.5"), target_operator="≥", evidence=evidence
    )
    return Extraction(
        reports=[Report(1, "narrative", "project", title=title, evaluation_date=dt.date(2025, 3, 1))],
        report_fields=[ReportField(1, "title", title, evidence)],
        indicators=[indicator],
        notices=[Notice(None, 1, "row_shifted", "…", evidence)],
    )


def put(connection: duckdb.DuckDBPyConnection, given: Extraction) -> None:
    load.replace(connection, [row()], [], [], [content(ID, DOCUMENT, given)])


def test_rows_are_verbatim_typed_and_keyed(connection: duckdb.DuckDBPyConnection) -> None:
    load.replace(connection, [row()], [NameRow(ID, "甲.txt", NOW)], [], [content(ID, DOCUMENT, extraction())])
    assert connection.sql(
        "SELECT document_id, report_id, title, evaluation_date, grade FROM raw.reports"
    ).fetchall() == [(ID, f"{ID[:16]}-01", "一个项目", dt.date(2025, 3, 1), None)]
    assert connection.sql(
        "SELECT weight, score, target_operator, is_execution_row, block_no, row_no, col_no, page_no, quote "
        "FROM raw.indicators"
    ).fetchall() == [(Decimal("10"), Decimal("9.5"), "≥", False, 2, 1, 2, None, "0.10")]
    assert connection.sql("SELECT report_id, kind FROM raw.notices").fetchall() == [(None, "row_shifted")]
    assert connection.sql("SELECT * FROM raw.cells ORDER BY block_no, col_no").fetchall() == [
        (ID, 1, None, None, None, None, 1, "标题", None),
        (ID, 2, 1, 1, 2, 1, None, "甲", None),
        (ID, 2, 1, 2, 1, 1, None, "0.10", 0.0975),
    ]
    assert load.known_documents(connection) == {ID: row()}
    assert load.known_names(connection) == [NameRow(ID, "甲.txt", NOW)]


def test_columns_have_the_agreed_types(connection: duckdb.DuckDBPyConnection) -> None:
    types = dict(connection.sql("SELECT column_name, column_type FROM (DESCRIBE raw.amounts)").fetchall())
    assert list(types)[:4] == ["document_id", "report_id", "report_no", "amount_no"]
    place = list(types).index("block_no")
    assert list(types)[place : place + 5] == ["block_no", "row_no", "col_no", "page_no", "quote"]
    assert types["number"] == "DECIMAL(28,8)"
    assert types["is_line_cell"] == "BOOLEAN"
    assert types["year"] == "INTEGER"


def test_loading_again_replaces(connection: duckdb.DuckDBPyConnection) -> None:
    for title in ("old", "new", "new"):
        put(connection, extraction(title))
    assert connection.sql("SELECT title FROM raw.reports").fetchall() == [("new",)]
    assert connection.sql("SELECT count(*) FROM raw.cells").fetchall() == [(3,)]
    load.replace(connection, [row("rejected")], [], [], [])
    for table in ("reports", "indicators", "cells"):
        assert connection.sql(f"SELECT count(*) FROM raw.{table}").fetchall() == [(0,)]
    assert load.known_documents(connection)[ID].status == "rejected"


def test_a_failing_batch_leaves_everything_as_it_was(connection: duckdb.DuckDBPyConnection) -> None:
    put(connection, extraction("old"))
    new = content(ID, DOCUMENT, extraction("new"))
    connection.execute("DROP TABLE raw.issues")
    with pytest.raises(duckdb.Error):
        load.replace(connection, [row()], [], [], [new])
    assert connection.sql("SELECT title FROM raw.reports").fetchall() == [("old",)]


def test_a_table_of_another_time_is_made_anew(connection: duckdb.DuckDBPyConnection) -> None:
    put(connection, extraction())
    connection.execute("ALTER TABLE raw.reports DROP COLUMN grade")
    load.prepare(connection)
    assert connection.sql("SELECT count(grade), count(*) FROM raw.reports").fetchall() == [(0, 0)]
    assert connection.sql("SELECT count(*) FROM raw.indicators").fetchall() == [(1,)]
    assert load.known_documents(connection) == {ID: row()}


def test_a_kept_table_of_another_time_gets_the_columns_that_it_lacks(connection: duckdb.DuckDBPyConnection) -> None:
    put(connection, extraction())
    connection.execute("ALTER TABLE raw.documents DROP COLUMN cause")
    connection.execute("DROP TABLE raw.document_places")
    assert load.known_documents(connection) == {ID: row()} and load.known_places(connection) == []
    load.prepare(connection)
    load.replace(connection, [replace(row(), cause="failure")], [], [PlaceRow("a", 1, ID, NOW)], [])
    assert load.known_documents(connection)[ID].cause == "failure"
    assert load.known_places(connection) == [PlaceRow("a", 1, ID, NOW)]
    load.remove(connection, [ID])
    assert load.known_places(connection) == []


def test_a_run_killed_while_the_database_was_made_hinders_nobody(tmp_path: Path) -> None:
    home = Home(tmp_path)
    home.prepare()
    (home.warehouse / "unfinished-work.duckdb").write_bytes(b"DUCK" * 1000)
    with load.opened(home) as connection:
        load.prepare(connection)
    with load.opened(home) as connection:
        assert load.known_documents(connection) == {}
    assert not list(home.warehouse.glob("unfinished-*"))
