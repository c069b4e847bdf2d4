"""Generations and the pointer."""

from __future__ import annotations

import json
from pathlib import Path

import duckdb
import pytest

from ingest import publish
from ingest.home import Home


def put(home: Home, value: int) -> None:
    with duckdb.connect(str(home.work_file)) as connection:
        connection.execute(f"CREATE OR REPLACE TABLE t AS SELECT {value} AS v")
        connection.execute("COMMENT ON TABLE t IS 'kept'")


def value(path: Path) -> int:
    with duckdb.connect(str(path), read_only=True) as connection:
        [(found,)] = connection.sql("SELECT v FROM t").fetchall()
        return int(found)


def test_nothing_is_current_before_the_first(home: Home) -> None:
    assert publish.current(home) is None
    assert publish.generations(home) == []


def test_a_generation_is_a_copy_of_its_own(home: Home) -> None:
    put(home, 1)
    first = publish.publish(home, "fingerprint")
    put(home, 2)
    assert publish.current(home) == first
    assert first.inputs == "fingerprint"
    assert value(first.path) == 1
    with duckdb.connect(str(first.path), read_only=True) as connection:
        assert connection.sql("SELECT comment FROM duckdb_tables()").fetchall() == [("kept",)]
    second = publish.publish(home)
    assert publish.current(home) == second
    assert [generation.id for generation in publish.generations(home)] == [second.id, first.id]
    assert (value(first.path), value(second.path)) == (1, 2)


def test_the_last_five_are_kept(home: Home) -> None:
    put(home, 0)
    all_ids = [publish.publish(home).id for _ in range(publish.KEPT_GENERATIONS + 2)]
    assert [generation.id for generation in publish.generations(home)] == all_ids[:1:-1]
    assert len(list(home.generations.iterdir())) == publish.KEPT_GENERATIONS


def test_rollback_changes_the_pointer_only(home: Home) -> None:
    put(home, 1)
    first = publish.publish(home)
    put(home, 2)
    publish.publish(home)
    publish.rollback(home, first.id)
    found = publish.current(home)
    assert found is not None and found.id == first.id and value(found.path) == 1
    with pytest.raises(LookupError):
        publish.rollback(home, "nonsense")


@pytest.mark.parametrize("broken", ["copyfile", "_sync", "_point_at"])
def test_a_publish_that_breaks_off_leaves_the_pointer_alone(
    home: Home, broken: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(home, 1)
    first = publish.publish(home)
    pointer = home.pointer.read_text()

    def fail(*arguments: object) -> None:
        raise OSError(28, "No space left on device")

    put(home, 2)
    with monkeypatch.context() as patch:
        patch.setattr(publish.shutil if broken == "copyfile" else publish, broken, fail)
        with pytest.raises(OSError, match="No space"):
            publish.publish(home)
    assert home.pointer.read_text() == pointer
    assert publish.current(home) == first
    assert value(publish.publish(home).path) == 2
    assert not list(home.generations.glob("unfinished-*"))


def test_the_pointer_is_replaced_and_never_written_in_place(home: Home) -> None:
    put(home, 1)
    publish.publish(home)
    with home.pointer.open() as held:
        publish.publish(home)
        assert json.load(held)["generation"] != json.loads(home.pointer.read_text())["generation"]
    assert not home.pointer.with_suffix(".new").exists()
