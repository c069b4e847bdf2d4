"""The whole way with the console script: what a user does, and what stays the same whatever they do."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import duckdb
import pytest

from ingest.home import Home
from ingest.publish import current
from support.marts import SAMPLES, jixiao

NOT_COMPARED = {
    "dim_documents": ("received_at", "filed_month"),
    "fct_evaluation_versions": ("known_from", "known_to"),
}


def contents(home: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every mart's rows in a fixed order, without the moments at which files came in."""
    generation = current(Home(home))
    assert generation is not None
    with duckdb.connect(str(generation.path), read_only=True) as connection:
        names = connection.execute(
            "SELECT table_name FROM information_schema.tables WHERE table_schema = 'marts' ORDER BY 1"
        ).fetchall()
        assert len(names) >= 13
        return {
            name: connection.execute(
                f"SELECT * EXCLUDE ({', '.join(NOT_COMPARED[name])}) FROM marts.{name} ORDER BY ALL"
                if name in NOT_COMPARED
                else f"SELECT * FROM marts.{name} ORDER BY ALL"
            ).fetchall()
            for (name,) in names
        }


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    folder = tmp_path / "files"
    shutil.copytree(SAMPLES, folder, ignore=shutil.ignore_patterns("*.md"))
    return sorted(folder.iterdir())


def test_twice_and_in_another_order_gives_the_same_marts(files: list[Path], tmp_path: Path) -> None:
    once, again = tmp_path / "once", tmp_path / "again"
    jixiao("refresh", *files, "--home", once)
    first = contents(once)
    jixiao("refresh", *files, "--home", once)
    assert contents(once) == first
    for file in reversed(files):
        jixiao("ingest", file, "--home", again)
    jixiao("build", "--home", again)
    assert contents(again) == first


def test_a_damaged_file_among_the_others_is_rejected_with_a_reason(files: list[Path], tmp_path: Path) -> None:
    damaged = files[2]
    data = bytearray(damaged.read_bytes())
    data[len(data) // 2 : len(data) // 2 + 4] = b"\xff\xfe\x00\x00"
    damaged.write_bytes(bytes(data))
    done = jixiao("refresh", tmp_path / "files", "--home", tmp_path / "home", check=False)
    assert done.returncode == 1, done.stdout + done.stderr
    assert damaged.name in done.stdout + done.stderr
    answer = jixiao(
        "sql", "SELECT source_name, status, reason FROM dim_documents ORDER BY status", "--format", "json",
        "--home", tmp_path / "home",
    )  # fmt: skip
    outcomes = json.loads(answer.stdout)
    assert [row["status"] for row in outcomes] == ["loaded"] * 4 + ["rejected"]
    assert outcomes[-1]["source_name"] == damaged.name
    assert outcomes[-1]["reason"]


def test_a_renamed_file_is_the_same_document(files: list[Path], tmp_path: Path) -> None:
    home = tmp_path / "home"
    jixiao("refresh", files[0], "--home", home)
    before = contents(home)
    copy = files[0].with_name("另一个名字.txt")
    shutil.copy(files[0], copy)
    jixiao("refresh", copy, "--home", home)
    after = contents(home)
    assert after.pop("dim_documents") != before.pop("dim_documents")
    assert after == before


def test_two_homes_share_nothing(files: list[Path], tmp_path: Path) -> None:
    for name, file in zip(("one", "two"), files[:2], strict=True):
        jixiao("refresh", file, "--home", tmp_path / name)
    one, two = (
        json.loads(
            jixiao("sql", "SELECT document_id FROM dim_documents", "--format", "json", "--home", tmp_path / name).stdout
        )
        for name in ("one", "two")
    )
    assert len(one) == len(two) == 1 and one != two
