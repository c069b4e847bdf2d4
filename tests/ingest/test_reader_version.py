"""Documents are read again when the code that reads them changes, and only then."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from ingest import reader_version as code
from ingest.reader_version import reader_version


@pytest.fixture
def package(tmp_path: Path) -> Path:
    return shutil.copytree(Path(code.__file__).parent, tmp_path / "ingest")


def test_it_is_the_same_wherever_the_code_lies(package: Path) -> None:
    assert reader_version(package) == reader_version()


@pytest.mark.parametrize("part", ["lexicon/labels.py", "forms/funds/table.py", "readers/word/docx.py", "records.py"])
def test_it_follows_the_code_that_reads(package: Path, part: str) -> None:
    (package / part).write_bytes((package / part).read_bytes() + b"\n")
    assert reader_version(package) != reader_version()


@pytest.mark.parametrize("part", ["load.py", "commands/status.py"])
def test_it_is_unmoved_by_other_code(package: Path, part: str) -> None:
    (package / part).write_bytes((package / part).read_bytes() + b"\n")
    assert reader_version(package) == reader_version()
