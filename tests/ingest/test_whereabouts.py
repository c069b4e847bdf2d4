"""Which document was seen at which place: what the marts need to know to tell what a changed file replaces."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import duckdb
import pytest

from ingest import load, pipeline
from ingest.discovery import discover
from ingest.home import Home
from ingest.outcome import Outcome
from ingest.whereabouts import replaced

pytestmark = pytest.mark.usefixtures("simple_forms")
Write = Callable[..., Path]


class Homely:
    """A home, and what a test wants to know of it, documents being named by their first line."""

    def __init__(self, home: Home, connection: duckdb.DuckDBPyConnection) -> None:
        self.home, self.connection = home, connection

    def ingest(self, *paths: Path) -> list[Outcome]:
        files, _ = discover(self.home, paths)
        return pipeline.ingest(self.home, self.connection, files)

    def seen(self, place: Path | str) -> list[str | None]:
        rows = self.connection.execute(
            "SELECT p.document_id IS NULL, c.text, d.reason FROM raw.document_places AS p "
            "LEFT JOIN raw.documents AS d USING (document_id) "
            "LEFT JOIN raw.cells AS c ON p.document_id = c.document_id AND c.block_no = 1 "
            "WHERE place = ? ORDER BY position",
            [str(place)],
        ).fetchall()
        return [None if is_empty else text or "rejected" for is_empty, text, _ in rows]

    def replaced(self) -> set[str]:
        documents = load.known_documents(self.connection)
        rejected = {row.document_id for row in documents.values() if row.status == "rejected"}
        texts = dict(self.connection.sql("SELECT document_id, text FROM raw.cells WHERE block_no = 1").fetchall())
        return {texts.get(one, "rejected") for one in replaced(load.known_places(self.connection), rejected)}


@pytest.fixture
def at(home: Home) -> Iterator[Homely]:
    with duckdb.connect(str(home.work_file)) as connection:
        yield Homely(home, connection)


def zipped(path: Path, *members: tuple[str, str]) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in members:
            archive.writestr(name, text)
    return path


def test_a_changed_file_and_back(at: Homely, write: Write) -> None:
    file = write("a.txt", "one", "1")
    at.ingest(file)
    write("a.txt", "two", "2")
    [outcome] = at.ingest(file)
    assert outcome.held_others
    assert at.replaced() == {"one"}
    write("a.txt", "one", "1")
    [outcome] = at.ingest(file)
    assert outcome.held_others and not outcome.changed
    assert not at.ingest(file)[0].held_others
    assert at.seen(file) == ["one", "two", "one"]
    assert at.replaced() == {"two"}


def test_another_name_alone_replaces_nothing(at: Homely, write: Write) -> None:
    file = write("a.txt", "one", "1")
    at.ingest(file)
    file = file.rename(file.with_name("b.txt"))
    assert not at.ingest(file)[0].held_others
    assert at.replaced() == set()
    write("b.txt", "two", "2")
    assert at.ingest(file)[0].held_others, "no file holds it any more"
    assert at.seen(file.with_name("a.txt")) == ["one", None]
    assert at.replaced() == {"one"}


def test_bytes_that_another_file_holds_are_not_replaced(at: Homely, write: Write) -> None:
    first, second = write("a.txt", "one", "1"), write("b.txt", "one", "1")
    at.ingest(first, second)
    write("a.txt", "two", "2")
    assert not at.ingest(first)[0].held_others
    assert at.replaced() == set()
    write("b.txt", "three", "3")
    assert at.ingest(second)[0].held_others
    assert at.replaced() == {"one"}


def test_both_files_changed_in_one_run(at: Homely, write: Write) -> None:
    first, second = write("a.txt", "one", "1"), write("b.txt", "one", "1")
    at.ingest(first, second)
    write("a.txt", "two", "2")
    write("b.txt", "three", "3")
    at.ingest(first, second)
    assert at.replaced() == {"one"}
    write("a.txt", "one", "1")
    at.ingest(first)
    assert at.replaced() == {"two"}


def test_what_cannot_be_read_replaces_nothing_until_it_is_mended(at: Homely, write: Write) -> None:
    file = write("a.txt", "one", "1")
    at.ingest(file)
    write("a.txt")
    [outcome] = at.ingest(file)
    assert outcome.status == "rejected" and outcome.held_others
    assert at.replaced() == set()
    write("a.txt", "two", "2")
    assert at.ingest(file)[0].held_others
    assert at.replaced() == {"one", "rejected"}


def test_a_file_that_is_gone_takes_nothing_with_it(at: Homely, write: Write) -> None:
    file = write("a.txt", "one", "1")
    at.ingest(file)
    file.unlink()
    at.ingest(write("b.txt", "two", "2"))
    assert at.replaced() == set()


def test_members_of_an_archive_are_places(at: Homely, tmp_path: Path) -> None:
    file = tmp_path / "本周.zip"
    at.ingest(zipped(file, ("甲/a.txt", "one\n1"), ("b.txt", "two\n2"), ("c.txt", "three\n3")))
    outcomes = at.ingest(zipped(file, ("甲/a.txt", "four\n4"), ("c.txt", "three\n3")))
    assert {Path(o.source).name: o.held_others for o in outcomes} == {"a.txt": True, "c.txt": False}
    assert at.replaced() == {"one"}, "a member that is left out stays, as a deleted file does"
    assert at.seen(file / "甲" / "a.txt") == ["one", "four"]


def test_an_archive_that_is_mended_is_rejected_no_more(at: Homely, tmp_path: Path) -> None:
    file = zipped(tmp_path / "a.zip", ("a.txt", "one\n1"), ("../b.txt", "two\n2"))
    at.ingest(file)
    assert at.seen(file) == ["rejected"]
    at.ingest(zipped(file, ("a.txt", "one\n1"), ("b.txt", "two\n2")))
    assert at.seen(file) == ["rejected", None]
    assert at.replaced() == {"rejected"}


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_members_of_one_name_do_not_replace_each_other(at: Homely, tmp_path: Path) -> None:
    file = zipped(tmp_path / "a.zip", ("a.txt", "one\n1"), ("a.txt", "two\n2"))
    for _ in range(2):
        outcomes = at.ingest(file)
        assert sorted(Path(outcome.source).name for outcome in outcomes) == ["a (2).txt", "a.txt"]
    assert at.replaced() == set()


def test_a_home_that_is_moved_knows_its_inbox(at: Homely, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (at.home.inbox / "a.txt").write_text("one\n1")
    at.ingest(at.home.inbox)
    assert at.seen("inbox/a.txt") == ["one"]
    moved = Home(tmp_path / "moved")
    shutil.copytree(at.home.root, moved.root)
    with duckdb.connect(str(moved.work_file)) as connection:
        there = Homely(moved, connection)
        assert not there.ingest(moved.inbox)[0].held_others
        (moved.inbox / "a.txt").write_text("two\n2")
        assert there.ingest(moved.inbox)[0].held_others
        assert there.seen("inbox/a.txt") == ["one", "two"]


def test_one_file_by_two_ways_is_one_place(at: Homely, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    file = write("sub/a.txt", "one", "1")
    link = file.parent.with_name("link")
    link.symlink_to(file.parent)
    monkeypatch.chdir(file.parent)
    for way in (file, Path("a.txt"), Path("../sub/a.txt"), link / "a.txt"):
        at.ingest(way)
    assert at.connection.sql("SELECT place FROM raw.document_places").fetchall() == [(str(file.resolve()),)]


def test_what_comes_back_after_a_withdrawal_has_its_old_time_unless_others_came_since(
    at: Homely, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    from ingest import withdrawals

    def times() -> list[str]:
        rows = at.connection.sql("SELECT seen_at FROM raw.document_places ORDER BY position").fetchall()
        return [str(seen_at)[:10] for (seen_at,) in rows]

    def withdraw(document_id: str | None) -> None:
        row = load.known_documents(at.connection)[str(document_id)]
        withdrawals.add(at.home, withdrawals.Withdrawal(row.document_id, ("a.txt",), row.received_at, row.received_at))
        load.remove(at.connection, [row.document_id])

    documents = []
    for day, text in (("2025-06-01", "one"), ("2025-06-02", "two")):
        monkeypatch.setenv("JIXIAO_NOW", f"{day}T08:00:00")
        documents.append(at.ingest(write("a.txt", text, "1"))[0].document_id)
    withdraw(documents[1])
    monkeypatch.setenv("JIXIAO_NOW", "2025-06-09T08:00:00")
    at.ingest(write("a.txt", "two", "1"))
    assert times() == ["2025-06-01", "2025-06-02"]
    withdraw(documents[1])
    at.ingest(write("a.txt", "three", "1"))
    monkeypatch.setenv("JIXIAO_NOW", "2025-06-10T08:00:00")
    at.ingest(write("a.txt", "two", "1"))
    assert times() == ["2025-06-01", "2025-06-09", "2025-06-10"]
    assert at.replaced() == {"one", "three"}
