"""The whole way with the console script: what a user does, and what stays the same whatever they do."""

from __future__ import annotations

import shutil
from pathlib import Path

import duckdb
import pytest

from ingest.home import Home
from support.marts import SAMPLES, Marts, contents, refreshed, run


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    folder = tmp_path / "files"
    shutil.copytree(SAMPLES, folder, ignore=shutil.ignore_patterns("*.md"))
    return sorted(folder.iterdir())


@pytest.fixture
def home(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home that holds the samples, to be changed."""
    return shutil.copytree(refreshed(SAMPLES, tmp_path_factory).home, tmp_path / "home")


@pytest.mark.usefixtures("quick_builds")
def test_twice_and_in_another_order_gives_the_same_marts(files: list[Path], home: Path, tmp_path: Path) -> None:
    first = contents(home)
    run("refresh", *files, "--home", home)
    assert contents(home) == first
    again = tmp_path / "again"
    for file in reversed(files):
        run("ingest", file, "--home", again)
    run("build", "--home", again)
    assert contents(again) == first


@pytest.mark.usefixtures("quick_builds")
def test_a_damaged_file_among_the_others_is_rejected_with_a_reason(files: list[Path], tmp_path: Path) -> None:
    damaged = files[2]
    data = bytearray(damaged.read_bytes())
    data[len(data) // 2 : len(data) // 2 + 4] = b"\xff\xfe\x00\x00"
    damaged.write_bytes(bytes(data))
    home = tmp_path / "home"
    done = run("refresh", tmp_path / "files", "--home", home, code=1)
    assert damaged.name in done.stdout
    outcomes = Marts(home, are_seeds=False).rows(
        "SELECT source_name, status, reason FROM dim_documents ORDER BY status"
    )
    assert [row["status"] for row in outcomes] == ["loaded"] * 4 + ["rejected"]
    assert outcomes[-1]["source_name"] == damaged.name
    assert outcomes[-1]["reason"]


@pytest.mark.usefixtures("quick_builds")
def test_a_renamed_file_is_the_same_document(files: list[Path], home: Path) -> None:
    before = contents(home)
    copy = files[0].with_name("另一个名字.txt")
    shutil.copy(files[0], copy)
    run("refresh", copy, "--home", home)
    after = contents(home)
    assert after.pop("dim_documents") != before.pop("dim_documents")
    assert after == before


def test_two_homes_share_nothing(files: list[Path], tmp_path: Path) -> None:
    loaded = []
    for name, file in zip(("one", "two"), files[:2], strict=True):
        run("ingest", file, "--home", tmp_path / name)
        with duckdb.connect(str(Home(tmp_path / name).work_file), read_only=True) as connection:
            loaded.append(connection.execute("SELECT document_id FROM raw.documents").fetchall())
    one, two = loaded
    assert len(one) == len(two) == 1 and one != two
