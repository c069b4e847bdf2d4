"""The gate: what it lets through, and the attacks that were seen to work without it."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest

from dashboard.access import Gate, Limits, NothingPublished, QueryFailed, QueryRefused, gate
from ingest.home import Home
from ingest.publish import publish


def build(home: Home, label: str) -> None:
    """A tiny warehouse with one mart of three rows that carry `label`."""
    home.prepare()
    with duckdb.connect(str(home.work_file)) as connection:
        connection.execute("CREATE SCHEMA IF NOT EXISTS marts")
        connection.execute(
            "CREATE OR REPLACE TABLE marts.numbers AS SELECT range AS n, range::DECIMAL(20,6) AS money_wan, "
            "DATE '2024-01-01' AS day, ? AS label FROM range(3)",
            [label],
        )


@pytest.fixture
def home(tmp_path: Path) -> Home:
    home = Home(tmp_path / "home")
    build(home, "first")
    publish(home)
    return home


@pytest.fixture
def door(home: Home) -> Iterator[Gate]:
    door = Gate(home, Limits(rows=10, seconds=20, memory="300MB"))
    yield door
    door.close()


def test_reads_marts_without_naming_the_schema(door: Gate) -> None:
    result = door.query("SELECT n, money_wan, label FROM numbers ORDER BY n DESC")
    assert result.frame.rows()[0] == (2, Decimal("2.000000"), "first")
    assert not result.truncated


@pytest.mark.parametrize(
    "sql",
    [
        "WITH a AS (SELECT 1 AS x) SELECT * FROM a -- the end",
        "FROM numbers",
        "VALUES (1)",
        "SELECT 1;",
        "DESCRIBE numbers",
        "SUMMARIZE numbers",
        "SHOW TABLES",
        "EXPLAIN SELECT * FROM numbers",
        "/* why */ EXPLAIN ANALYZE SELECT * FROM numbers",
        "EXPLAIN (FORMAT json) SELECT * FROM numbers",
        "PIVOT numbers ON n IN (0, 1) USING sum(money_wan)",
        "SELECT 1 AS a, 2 AS a",
    ],
)
def test_what_reads_is_allowed(door: Gate, sql: str) -> None:
    assert door.query(sql).frame.height > 0


def test_parameters_by_place_and_by_name(door: Gate) -> None:
    assert door.query("SELECT n FROM numbers WHERE n = ?", [2]).frame.item() == 2
    assert door.query("SELECT n FROM numbers WHERE n = $n", {"n": 1}).frame.item() == 1


def test_more_rows_than_the_limit_are_told(door: Gate) -> None:
    result = door.query("SELECT * FROM range(1000000000)")
    assert (result.frame.height, result.truncated) == (10, True)
    assert door.query("SELECT * FROM range(1000000000);").frame.height == 10
    assert not door.query("SELECT * FROM range(10)").truncated
    assert door.query("SELECT * FROM numbers", rows=2).truncated


@pytest.mark.parametrize(
    "sql",
    [
        "",
        "-- nothing",
        "SELECT 1; SELECT 2",
        "CREATE TEMP TABLE t AS SELECT 1",
        "CREATE TABLE marts.t AS SELECT 1",
        "INSERT INTO numbers VALUES (1, 1, NULL, NULL)",
        "COPY numbers TO '/tmp/stolen.csv'",
        "EXPORT DATABASE '/tmp/stolen'",
        "SET memory_limit = '64GB'",
        "RESET lock_configuration",
        "ATTACH '/tmp/other.duckdb'",
        "USE raw",
        "INSTALL httpfs",
        "LOAD httpfs",
        "PRAGMA database_list",
        "CALL pragma_version()",
        "PREPARE p AS SELECT 1",
        "BEGIN",
        "CHECKPOINT",
        "EXPLAIN ANALYZE CREATE TEMP TABLE t AS SELECT 1",
        "PIVOT numbers ON n USING sum(money_wan)",
    ],
)
def test_what_does_not_read_is_refused(door: Gate, sql: str) -> None:
    with pytest.raises(QueryRefused):
        door.query(sql)


@pytest.mark.parametrize(
    "explain", ["EXPLAIN ANALYZE", "explain (analyze)", "EXPLAIN/**/ANALYZE", "EXPLAIN ANALYZE --\n"]
)
def test_explaining_a_copy_cannot_write_beside_the_database(door: Gate, home: Home, explain: str) -> None:
    """DuckDB lets a locked-down connection write to its own `.wal`; the gate must not."""
    log = f"{door.generation().path}.wal"
    with pytest.raises((QueryRefused, QueryFailed)):
        door.query(f"{explain} COPY (SELECT 1) TO '{log}'")
    assert not Path(log).exists()


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT * FROM read_text('/etc/hostname')",
        "SELECT * FROM read_csv('/etc/passwd')",
        "SELECT * FROM '/etc/passwd.csv'",
        "SELECT * FROM glob('/etc/*')",
        "SELECT * FROM read_parquet('https://example.org/x.parquet')",
        "SELECT * FROM enable_logging(storage = 'file', storage_path = '/tmp/logs')",
        "SELECT * FROM a_frame_of_the_caller",
        "SELEC 1",
        "SELECT nope FROM numbers",
        "SELECT * FROM missing",
        "SELECT INTERVAL 1 MONTH AS i",
        "SELECT error('no')",
        "SELECT ?",
    ],
)
def test_what_cannot_be_read_fails_with_a_reason(door: Gate, sql: str) -> None:
    a_frame_of_the_caller = door.query("SELECT 1 AS x").frame
    assert a_frame_of_the_caller.height == 1
    with pytest.raises(QueryFailed) as failure:
        door.query(sql)
    assert str(failure.value)


@pytest.mark.parametrize(
    "sql", ["SELECT nope FROM numbers", "SELECT 1\nFROM missing", "SELECT sum(1, 2, 3, 4)", "SELECT 'a'::INT"]
)
def test_what_is_wrong_is_said_of_the_statement_as_it_was_written(door: Gate, sql: str) -> None:
    with pytest.raises(QueryFailed) as failure:
        door.query(sql)
    told = str(failure.value)
    assert "LIMIT" not in told and "FROM (" not in told
    assert "LINE 2: FROM missing" in told if "\n" in sql else f"LINE 1: {sql}" in told
    assert "^" in told
    assert ("SHOW TABLES" in told) == ("missing" in sql), "what there is, where a table is not"


def test_runaway_query_is_stopped_and_the_next_one_runs(door: Gate) -> None:
    started = time.monotonic()
    with pytest.raises(QueryFailed, match="longer than allowed"):
        door.query("SELECT count(*) FROM range(1000000000000) WHERE random() < 0.1", seconds=0.3)
    assert time.monotonic() - started < 5
    assert door.query("SELECT 1").frame.item() == 1


def test_memory_has_a_limit(door: Gate) -> None:
    with pytest.raises(QueryFailed, match=r"(?i)memory"):
        door.query("SELECT count(*) FROM (SELECT DISTINCT range, random() FROM range(200000000))")


def test_temporary_tables_of_one_session_are_unknown_to_the_next(door: Gate) -> None:
    with pytest.raises(QueryRefused):
        door.query("CREATE TEMP TABLE numbers AS SELECT 99 AS n")
    assert door.query("SELECT max(n) FROM numbers").frame.item() == 2


def test_a_new_generation_is_seen_at_the_next_query(door: Gate, home: Home) -> None:
    before = door.query("SELECT DISTINCT label FROM numbers")
    build(home, "second")
    assert door.query("SELECT DISTINCT label FROM numbers").frame.item() == "first"
    publish(home)
    after = door.query("SELECT DISTINCT label FROM numbers")
    assert (before.frame.item(), after.frame.item()) == ("first", "second")
    assert before.generation != after.generation
    assert list(door._opened) == [after.generation]


def test_a_query_under_way_keeps_its_generation(door: Gate, home: Home) -> None:
    with door._reading() as (generation, session):
        build(home, "second")
        publish(home)
        assert door.query("SELECT DISTINCT label FROM numbers").frame.item() == "second"
        assert session.sql("SELECT DISTINCT label FROM numbers").fetchall() == [("first",)]
        assert generation.id in door._opened
    door.query("SELECT 1")
    assert generation.id not in door._opened


def test_an_earlier_generation_can_be_asked_beside_the_current_one(door: Gate, home: Home) -> None:
    first = door.generation()
    build(home, "second")
    publish(home)
    label = "SELECT DISTINCT label FROM numbers"
    assert door.query(label, of=first).frame.item() == "first"
    assert door.query(label).frame.item() == "second"
    assert first.id not in door._opened, "it is closed again once the current one is read"


def test_many_threads_share_one_opening(door: Gate) -> None:
    seen: list[int] = []
    threads = [
        threading.Thread(target=lambda: seen.append(door.query("SELECT sum(n) FROM numbers").frame.item()))
        for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert seen == [3] * 8
    assert len(door._opened) == 1


def test_nothing_published_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(NothingPublished, match="jixiao refresh"):
        Gate(Home(tmp_path)).query("SELECT 1")


def test_a_generation_that_vanished_says_what_to_do(door: Gate) -> None:
    door.generation().path.unlink()
    with pytest.raises(NothingPublished, match="jixiao refresh"):
        door.query("SELECT 1")


def test_one_gate_for_each_home(home: Home, tmp_path: Path) -> None:
    assert gate(home) is gate(Home(home.root))
    assert gate(home) is not gate(Home(tmp_path / "other"))


def test_a_process_that_asked_ends_without_a_word(home: Home) -> None:
    """A connection that outlived its thread would be told on the terminal of whoever ends the dashboard."""
    asks = "from dashboard.access import query; query('SELECT 1')"
    environment = {**os.environ, "JIXIAO_HOME": str(home.root)}
    done = subprocess.run([sys.executable, "-c", asks], capture_output=True, text=True, check=True, env=environment)
    assert done.stdout + done.stderr == ""
