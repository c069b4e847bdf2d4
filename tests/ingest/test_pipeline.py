"""The pipeline: an outcome for each file, and never one that stops the others."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import duckdb
import pytest

from ingest import batches, pipeline
from ingest.discovery import discover
from ingest.document import Document, Paragraph, Table
from ingest.home import Home
from ingest.outcome import Outcome

pytestmark = pytest.mark.usefixtures("simple_forms")
Write = Callable[..., Path]


@pytest.fixture
def connection(home: Home) -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(str(home.work_file)) as connection:
        yield connection


def run(home: Home, connection: duckdb.DuckDBPyConnection, *paths: Path) -> list[Outcome]:
    files, closed = discover(home, paths)
    return closed + pipeline.ingest(home, connection, files)


def rows(connection: duckdb.DuckDBPyConnection, sql: str) -> list[tuple[object, ...]]:
    return connection.sql(sql).fetchall()


def everything(connection: duckdb.DuckDBPyConnection) -> dict[str, list[tuple[object, ...]]]:
    tables = rows(connection, "SELECT table_name FROM duckdb_tables() WHERE schema_name = 'raw'")
    return {str(table): rows(connection, f"SELECT * FROM raw.{table} ORDER BY ALL") for (table,) in tables}


def test_one_bad_file_does_not_stop_the_others(
    home: Home, connection: duckdb.DuckDBPyConnection, write: Write, tmp_path: Path
) -> None:
    write("1-good.txt", "one", "1.5")
    write("2-empty.txt")
    write("3-crash.txt", "crash")
    write("4-none.txt", "nothing")
    write("deep/er/5-part.txt", "two", "2", "?")
    write("6-huge.txt", "three", "1" + "0" * 30)
    outcomes = run(home, connection, tmp_path / "reports")
    assert [(Path(o.source).name, o.status, o.report_count) for o in outcomes] == [
        ("1-good.txt", "loaded", 1),
        ("2-empty.txt", "rejected", 0),
        ("3-crash.txt", "rejected", 0),
        ("4-none.txt", "rejected", 0),
        ("6-huge.txt", "rejected", 0),
        ("5-part.txt", "partial", 1),
    ]
    reasons = [outcome.reason or "" for outcome in outcomes]
    assert reasons[0] == ""
    assert reasons[1] == "the file is empty; file it again"
    assert "RuntimeError in conftest.py line" in reasons[2] and "a bug" in reasons[2]
    assert "no evaluation report was recognised" in reasons[3]
    assert "more digits than a figure can have" in reasons[4]
    assert reasons[5].startswith("1 处数字未能归位，首处：no label for it（第2段第2行第1格） / ")
    assert "RuntimeError: a bug" in (home.logs / "ingest.log").read_text()
    assert rows(connection, "SELECT status, count(*) FROM raw.documents GROUP BY 1 ORDER BY 1") == [
        ("loaded", 1),
        ("partial", 1),
        ("rejected", 4),
    ]
    assert rows(connection, "SELECT count(*) FROM raw.amounts") == [(2,)]


def test_again_and_in_another_order_gives_the_same_rows(
    home: Home, connection: duckdb.DuckDBPyConnection, write: Write, tmp_path: Path
) -> None:
    files = [write(f"{i}.txt", f"report {i}", str(i)) for i in range(5)] + [write("copy.txt", "report 3", "3")]
    run(home, connection, *files)
    first = everything(connection)
    again = run(home, connection, *files)
    assert not any(outcome.changed for outcome in again)
    assert everything(connection) == first
    other = Home(tmp_path / "other")
    other.prepare()
    with duckdb.connect(str(other.work_file)) as elsewhere:
        for file in reversed(files):
            run(other, elsewhere, file)
        assert everything(elsewhere) == first


def test_the_same_bytes_under_another_name_are_one_document(
    home: Home, connection: duckdb.DuckDBPyConnection, write: Write
) -> None:
    outcomes = run(home, connection, write("a.txt", "one", "1"), write("b.txt", "one", "1"))
    assert [outcome.changed for outcome in outcomes] == [True, False]
    assert rows(connection, "SELECT source_name FROM raw.document_names ORDER BY 1") == [("a.txt",), ("b.txt",)]
    assert rows(connection, "SELECT count(*) FROM raw.documents") == [(1,)]


def test_what_was_loaded_is_archived_by_its_hash_and_what_was_rejected_is_not(
    home: Home, connection: duckdb.DuckDBPyConnection, write: Write
) -> None:
    good = write("a.TXT", "one", "1")
    [outcome, _] = run(home, connection, good, write("b.txt"))
    assert outcome.document_id
    [copy] = [path for path in home.archive.rglob("*") if path.is_file()]
    assert copy == home.archived(outcome.document_id, ".txt")
    assert copy.read_bytes() == good.read_bytes()


def test_newer_code_reads_the_archive_again(
    home: Home, connection: duckdb.DuckDBPyConnection, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = write("a.txt", "one", "1")
    run(home, connection, file)
    file.unlink()
    connection.execute("DELETE FROM raw.amounts")
    monkeypatch.setattr(pipeline, "reader_version", lambda: "newer")
    monkeypatch.setenv("JIXIAO_NOW", "2026-01-01T00:00:00")
    assert [(o.source, o.status, o.changed) for o in run(home, connection)] == [("a.txt", "loaded", True)]
    assert rows(connection, "SELECT count(*) FROM raw.amounts") == [(1,)]
    assert rows(connection, "SELECT reader_version, year(received_at) FROM raw.documents") == [("newer", 2025)]
    assert run(home, connection) == []


def test_a_rejected_file_gets_another_chance_with_newer_code(
    home: Home, connection: duckdb.DuckDBPyConnection, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = write("a.txt", "nothing")
    assert run(home, connection, file)[0].changed
    assert not run(home, connection, file)[0].changed
    monkeypatch.setattr(pipeline, "reader_version", lambda: "newer")
    [outcome] = run(home, connection, file)
    assert (outcome.status, outcome.changed) == ("rejected", True)


def test_what_failed_is_read_again_when_that_is_asked_for(
    home: Home, connection: duckdb.DuckDBPyConnection, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("a.txt", "crash")
    write("b.txt", "nothing")
    files, _ = discover(home, [write("c.txt", "one", "1").parent])
    pipeline.ingest(home, connection, files)

    def changed(retry: bool) -> dict[str, str]:
        outcomes = pipeline.ingest(home, connection, files, retry=retry)
        return {Path(outcome.source).name: outcome.status for outcome in outcomes if outcome.changed}

    assert changed(retry=False) == {}
    assert changed(retry=True) == {"a.txt": "rejected"}, "nothing is known of it that has changed, so it fails again"
    monkeypatch.setattr("ingest.readers.read", lambda path: Document((Paragraph("mended"), Table(())), "text/plain"))
    assert changed(retry=False) == {}
    assert changed(retry=True) == {"a.txt": "loaded"}
    assert changed(retry=True) == {}


def test_many_documents_are_written_batch_by_batch(
    home: Home, connection: duckdb.DuckDBPyConnection, write: Write, tmp_path: Path
) -> None:
    count = batches.BATCH_DOCUMENTS + 3
    for number in range(count):
        write(f"{number}.txt", f"report {number}", "1")
    run(home, connection, tmp_path / "reports")
    for table in ("documents", "document_names", "reports", "amounts"):
        assert rows(connection, f"SELECT count(*) FROM raw.{table}") == [(count,)]


def test_a_batch_that_cannot_be_written_stops_the_run(
    home: Home, connection: duckdb.DuckDBPyConnection, write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*arguments: object) -> None:
        raise duckdb.IOException("no space left")

    write("1.txt", "one", "1.5")
    with monkeypatch.context() as patch, pytest.raises(duckdb.IOException, match="no space left"):
        patch.setattr(batches.load, "replace", full)
        run(home, connection, tmp_path / "reports")
    assert [outcome.changed for outcome in run(home, connection, tmp_path / "reports")] == [True]
    assert rows(connection, "SELECT status FROM raw.documents") == [("loaded",)]


def test_aside_are_hidden_files_readmes_those_of_systems_and_the_home_itself(
    home: Home, connection: duckdb.DuckDBPyConnection, write: Write, tmp_path: Path
) -> None:
    run(home, connection, write("a.txt", "one", "1"))
    for name in (".hidden", "README.md", "~$a.docx", "Thumbs.db", "desktop.ini", ".git/config"):
        write(name, "x")
    (home.inbox / "b.txt").write_text("two\n2")
    files, _ = discover(home, [tmp_path / "reports", home.root])
    assert [file.name for file in files] == ["b.txt", "a.txt"]


def test_links_pipes_and_odd_names(
    home: Home, connection: duckdb.DuckDBPyConnection, write: Write, tmp_path: Path
) -> None:
    folder = tmp_path / "reports"
    write("good.txt", "one", "1")
    (folder / "loop").symlink_to(folder)
    (folder / "dangling.txt").symlink_to(folder / "gone")
    os.mkfifo(folder / "pipe.txt")
    Path(os.fsdecode(os.fsencode(str(folder)) + b"/" + "报告.txt".encode("gb18030"))).write_text("two\n2")
    outcomes = run(home, connection, folder)
    assert sorted(outcome.status for outcome in outcomes) == ["loaded", "loaded", *["rejected"] * 3]
    reasons = " ".join(outcome.reason or "" for outcome in outcomes)
    assert "No such file" in reasons and "no regular file" in reasons and "leads back to a folder above" in reasons
    assert rows(connection, "SELECT source_name FROM raw.document_names ORDER BY 1") == [("good.txt",), ("报告.txt",)]


def test_two_homes_share_nothing(
    home: Home, connection: duckdb.DuckDBPyConnection, write: Write, tmp_path: Path
) -> None:
    run(home, connection, write("a.txt", "one", "1"))
    other = Home(tmp_path / "other")
    other.prepare()
    with duckdb.connect(str(other.work_file)) as elsewhere:
        run(other, elsewhere, write("b.txt", "two", "2"))
        assert rows(elsewhere, "SELECT source_name FROM raw.document_names") == [("b.txt",)]
    assert rows(connection, "SELECT source_name FROM raw.document_names") == [("a.txt",)]
