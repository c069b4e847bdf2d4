"""`jixiao report` on the samples, which have no ledger: four files, or a word why there are none."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from support.marts import SAMPLES, refreshed, run


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the samples' home, which pages may hold open in this process with limits of their own."""
    return shutil.copytree(refreshed(SAMPLES, tmp_path_factory).home, tmp_path_factory.mktemp("reported") / "home")


def test_four_files_with_speaking_names(home: Path, tmp_path: Path) -> None:
    folder = tmp_path / "a" / "b"
    result = run("report", "--month", "2025-05", "--out", folder, "--home", home)
    names = {path.name for path in folder.iterdir()}
    assert names == {f"云南省2025年5月预算绩效通报.{suffix}" for suffix in ("docx", "pdf", "html", "xlsx")}
    assert all(str(folder / name) in result.output for name in names)
    assert all(path.stat().st_size > 5000 for path in folder.iterdir())


def test_one_format_of_one_district_as_known_now(home: Path, tmp_path: Path) -> None:
    arguments = ("--month", "2025-05", "--region", "530102", "--format", "html", "--as-known-now")
    run("report", *arguments, "--out", tmp_path, "--home", home)
    [file] = tmp_path.iterdir()
    assert file.name == "云南省昆明市五华区2025年5月预算绩效通报_按现有数据.html"
    assert "273.45" in file.read_text(encoding="utf-8")


def test_a_month_without_data_leaves_no_file(home: Path, tmp_path: Path) -> None:
    result = run("report", "--month", "2001-01", "--out", tmp_path / "none", "--home", home, code=3)
    assert "2001-01" in result.output and not (tmp_path / "none").exists()


def test_wrong_usage(home: Path, tmp_path: Path) -> None:
    where = ("--out", tmp_path, "--home", home)
    assert "2025-05" in run("report", "--month", "2025-13", *where, code=2).output
    assert "999999" in run("report", "--month", "2025-05", "--region", "999999", *where, code=2).output
    both = ("--as-known-now", "--as-of", "2025-06-01")
    assert "either" in run("report", "--month", "2025-05", *both, *where, code=2).output
    taken = tmp_path / "file"
    taken.write_text("", encoding="utf-8")
    run("report", "--month", "2025-05", "--out", taken / "below", "--home", home, code=2)


def test_nothing_published(tmp_path: Path) -> None:
    run("report", "--month", "2025-05", "--out", tmp_path / "out", "--home", tmp_path / "empty", code=3)
