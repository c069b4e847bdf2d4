"""What a run tells the page that waits for it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from ingest import cli, events
from ingest.home import Home


@pytest.mark.usefixtures("simple_forms")
def test_each_file_is_told_once_it_is_settled(
    home: Home, write: Callable[..., Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    good, empty = write("a.txt", "one", "1"), write("b.txt")
    lines = tmp_path / "events.jsonl"
    monkeypatch.setenv(events.VARIABLE, str(lines))
    CliRunner().invoke(cli.app, ["ingest", str(good), str(empty), "--home", str(home.root)])
    first, *documents = events.read(lines)
    assert first == {"event": "reading", "count": 2}
    told = {line["source"]: (line["event"], line["status"], line["report_count"]) for line in documents}
    assert told == {str(good): ("document", "loaded", 1), str(empty): ("document", "rejected", 0)}


def test_a_name_with_a_line_separator_in_it_breaks_no_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = tmp_path / "events.jsonl"
    monkeypatch.setenv(events.VARIABLE, str(lines))
    events.tell("document", source="甲\u2028乙.txt")
    assert events.read(lines) == [{"event": "document", "source": "甲\u2028乙.txt"}]


def test_a_line_that_is_being_written_waits(tmp_path: Path) -> None:
    lines = tmp_path / "events.jsonl"
    assert events.read(lines) == []
    lines.write_text('{"event": "building"}\n{"event": "publ', encoding="utf-8")
    assert events.read(lines) == [{"event": "building"}]
