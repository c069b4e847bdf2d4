"""Old Office files on their way through the pipeline: converted together, each with its own outcome."""

from __future__ import annotations

import shutil
from pathlib import Path

import duckdb
import pytest

from benchmarks.corpus import words
from formats.make import old_word
from ingest import pipeline, understanding
from ingest.discovery import discover
from ingest.home import Home
from ingest.readers.word import office


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_old_files_are_converted_by_one_process_and_read_by_others(
    home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    [new, other] = words(tmp_path / "new", 2)
    folder = tmp_path / "old"
    folder.mkdir()
    for file, data in zip((new, other), old_word([new.read_bytes(), other.read_bytes()]), strict=True):
        (folder / f"{file.stem}.doc").write_bytes(data)
    (folder / "empty.doc").write_bytes(b"")
    (folder / "other.wps").write_bytes(b"\0\1\2 no Word document")
    monkeypatch.setenv("JIXIAO_WORKERS", "0")
    calls: list[int] = []
    convert = office.convert

    def counted(paths: list[Path], into: Path) -> object:
        calls.append(len(paths))
        return convert(paths, into)

    monkeypatch.setattr(understanding.office, "convert", counted)
    with duckdb.connect(str(home.work_file)) as connection:
        files, _ = discover(home, [folder])
        outcomes = {Path(o.source).name: o for o in pipeline.ingest(home, connection, files)}
        assert calls == [4]
        again = pipeline.ingest(home, connection, files)
    assert outcomes["000000.doc"].report_count and outcomes["000001.doc"].report_count
    assert "empty" in (outcomes["empty.doc"].reason or "")
    assert "no Word document" in (outcomes["other.wps"].reason or "")
    assert not any(outcome.changed for outcome in again)
    assert not list(home.warehouse.glob("scratch-*"))


def test_old_files_load_at_the_next_run_once_libreoffice_is_there(
    home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The converter is played: it copies a Word file."""
    [new] = words(tmp_path / "new", 1)
    old = tmp_path / "a.rtf"
    old.write_bytes(b"{\\rtf1 x}")
    monkeypatch.setenv("JIXIAO_WORKERS", "0")
    program = tmp_path / "soffice"
    with duckdb.connect(str(home.work_file)) as connection, monkeypatch.context() as machine:
        machine.setattr(office.shutil, "which", lambda name: None)
        [outcome] = pipeline.ingest(home, connection, [old])
        assert outcome.status == "rejected" and "apt install libreoffice" in (outcome.reason or "")
        assert not pipeline.ingest(home, connection, [old])[0].changed, "there is still none"
        program.write_text(
            f'#!/bin/sh\nwhile [ "$1" != --outdir ]; do shift; done\ncp {new} "$2/000001.docx"\n', encoding="utf-8"
        )
        program.chmod(0o755)
        machine.setattr(office.shutil, "which", lambda name: str(program))
        [outcome] = pipeline.ingest(home, connection, [old])
        assert outcome.changed and outcome.status != "rejected", outcome.reason
        assert not pipeline.ingest(home, connection, [old])[0].changed
        assert connection.sql("SELECT cause FROM raw.documents").fetchall() == [(None,)]
