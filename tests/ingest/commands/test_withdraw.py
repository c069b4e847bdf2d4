"""A withdrawn document: out, back when its file is given again, out for good when that was said."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

from ingest import build as building
from ingest import cli
from ingest.home import Home

pytestmark = pytest.mark.usefixtures("simple_forms")
Run = Callable[..., Result]


@pytest.fixture
def run(home: Home, project: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setattr(building.build, "__defaults__", (project,))
    monkeypatch.setenv("JIXIAO_HOME", str(home.root))

    def run(*arguments: str | Path, code: int = 0) -> Result:
        result = CliRunner().invoke(cli.app, [str(argument) for argument in arguments])
        assert result.exit_code == code, result.output
        return result

    return run


def published(run: Run) -> list[dict[str, str]]:
    rows = run("sql", "SELECT document_id, value_text, received_on FROM amounts ORDER BY 2", "--format", "json").stdout
    return json.loads(rows)


def test_out_and_back_in_its_old_place(
    run: Run, write: Callable[..., Path], home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = write("a.txt", "one", "1"), write("b.txt", "two", "2")
    run("refresh", first, second)
    before = published(run)
    [document] = [row["document_id"] for row in before if row["value_text"] == "1"]
    done = run("withdraw", document[:12])
    assert "a.txt" in done.output and "Published generation" in done.output
    assert [row["value_text"] for row in published(run)] == ["2"]
    status = run("status").output
    assert "withdrawn" in status and "a.txt" in status and "1 loaded" in status
    run("refresh", second)
    assert [row["value_text"] for row in published(run)] == ["2"], "the archive brings nothing back"
    monkeypatch.setenv("JIXIAO_NOW", "2025-09-01T08:00:00")
    run("refresh", first)
    assert published(run) == before
    assert "withdrawn" not in run("status").output


def test_of_two_documents_of_one_file_its_name_means_what_it_holds_now(run: Run, write: Callable[..., Path]) -> None:
    run("refresh", write("a.txt", "one", "1"))
    run("refresh", write("a.txt", "one", "2"))
    [now] = [row["document_id"] for row in published(run) if row["value_text"] == "2"]
    assert now[:12] in run("withdraw", "a.txt").output


def test_a_document_goes_by_the_name_of_its_file_where_only_one_does(run: Run, write: Callable[..., Path]) -> None:
    file = write("a.txt", "one", "1")
    again = write("elsewhere/a.txt", "two", "2")
    run("refresh", file, again, write("b.txt", "three", "3"))
    told = run("withdraw", "a.txt", code=2).output
    ids = {hashlib.sha256(path.read_bytes()).hexdigest()[:12] for path in (file, again)}
    assert "2 documents are called a.txt" in told and all(document_id in told for document_id in ids)
    assert "jixiao status" in run("withdraw", "c.txt", code=2).output
    assert "withdrawn b.txt" in run("withdraw", "b.txt").output
    assert [row["value_text"] for row in published(run)] == ["1", "2"]


def test_for_good_stays_out_and_is_told(run: Run, write: Callable[..., Path], home: Home) -> None:
    file = write("a.txt", "one", "1")
    run("refresh", file, write("b.txt", "two", "2"))
    document = next(row["document_id"] for row in published(run) if row["value_text"] == "1")
    run("withdraw", document, "--for-good", "--reason", "filed by mistake", "--no-build")
    assert len(published(run)) == 2, "not before the next build"
    done = run("refresh", file)
    assert "withdrawn" in done.output and "filed by mistake" in done.output
    assert [row["value_text"] for row in published(run)] == ["2"]
    home.work_file.unlink()
    run("refresh", file)
    assert published(run) == [], "it is kept outside the warehouse"
    assert "for good" in run("status").output
    run("withdraw", document, "--no-build")
    run("refresh", file)
    assert [row["value_text"] for row in published(run)] == ["1"], "withdrawn anew without --for-good, it may come back"


def test_what_is_marked_for_good_leaves_with_the_next_run(run: Run, write: Callable[..., Path], home: Home) -> None:
    """As after a kill between the two steps of the command."""
    file = write("a.txt", "one", "1")
    run("refresh", file)
    document = published(run)[0]["document_id"]
    run("withdraw", document, "--for-good", "--no-build")
    kept = home.withdrawn.read_text(encoding="utf-8")
    home.withdrawn.unlink()
    run("ingest", file)
    home.withdrawn.write_text(kept, encoding="utf-8")
    run("refresh", file)
    assert published(run) == []


@pytest.mark.parametrize("document", ["0123456789ab", "nonsense", "012"])
def test_a_document_that_is_not_there_is_wrong_usage(run: Run, write: Callable[..., Path], document: str) -> None:
    run("refresh", write("a.txt", "one", "1"))
    assert document in run("withdraw", document, code=2).output


def test_a_damaged_list_stops_with_a_word(run: Run, write: Callable[..., Path], home: Home) -> None:
    home.withdrawn.write_text("- nonsense: 1\n", encoding="utf-8")
    assert "withdrawn.yml" in run("refresh", write("a.txt", "one", "1"), code=3).output
