"""`jixiao review`: the sheet of a report, and decisions that stay with their faults."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from click.testing import Result
from typer.testing import CliRunner

from ingest import cli
from support.marts import SAMPLE_OF, SAMPLES, Marts

pytestmark = pytest.mark.usefixtures("quick_builds")

SAMPLE = (SAMPLES / SAMPLE_OF["street_office"]).read_text(encoding="utf-8")
Run = Callable[..., Result]
SAID = ("--by", "王复核", "--reason", "已与单位核对")


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home that holds the sample; the tests go on from one another."""
    folder = tmp_path_factory.mktemp("reviewed")
    assert (
        CliRunner().invoke(cli.app, ["refresh", str(filed(folder, "a.txt")), "--home", str(folder / "home")]).exit_code
        == 0
    )
    return folder / "home"


@pytest.fixture(scope="module")
def run(home: Path) -> Run:
    def run(*arguments: str | Path, code: int = 0) -> Result:
        given = [str(argument) for argument in (*arguments, "--home", home)]
        result = CliRunner().invoke(cli.app, given, env={"JIXIAO_REVIEWER": ""})
        assert result.exit_code == code, result.output
        return result

    return run


def filed(folder: Path, name: str, *changes: tuple[str, str]) -> Path:
    text = SAMPLE
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def findings(home: Path) -> dict[str, dict[str, Any]]:
    """The findings of three rules that the sample raises once; of several of one rule the highest rate's."""
    rows = Marts(home, are_seeds=False).rows(
        "SELECT * FROM fct_review_findings "
        "WHERE rule_id IN ('rate_amounts', 'arrival_full_marks', 'full_marks_low_execution') ORDER BY actual"
    )
    return {row["rule_id"]: row for row in rows}


def test_decisions_stay_with_their_faults(run: Run, home: Path, tmp_path: Path) -> None:
    first = findings(home)
    assert {row["decision"] for row in first.values()} == {"open"}

    ids = {rule: row["finding_id"][:12] for rule, row in first.items()}
    done = run(
        "review", "--accept", ids["rate_amounts"], "--accept", ids["full_marks_low_execution"], *SAID, "--no-build"
    )
    assert "next build" in done.stdout and findings(home) == first
    run("review", "--dismiss", ids["arrival_full_marks"], "--comment", ids["rate_amounts"], *SAID)
    decided = findings(home)
    assert {rule: row["decision"] for rule, row in decided.items()} == {
        "rate_amounts": "accepted",
        "full_marks_low_execution": "accepted",
        "arrival_full_marks": "dismissed",
    }
    dismissed = decided["arrival_full_marks"]
    assert (dismissed["reviewer"], dismissed["decision_reason"]) == ("王复核", "已与单位核对")
    assert {rule: row["finding_id"] for rule, row in decided.items()} == {
        r: row["finding_id"] for r, row in first.items()
    }

    # The report is filed again: another amount was spent, the rest stands.
    run("refresh", filed(tmp_path, "second.txt", ("129.94", "120.00")))
    again = findings(home)
    assert {row["report_id"] for row in again.values()}.isdisjoint({row["report_id"] for row in first.values()})
    assert {rule: row["decision"] for rule, row in again.items()} == {
        "rate_amounts": "reopened",
        "full_marks_low_execution": "reopened",
        "arrival_full_marks": "dismissed",
    }
    log = Marts(home, are_seeds=False).rows("SELECT * FROM fct_review_decisions ORDER BY decision_no")
    assert [row["action"] for row in log] == ["accept", "accept", "dismiss", "comment"]
    assert {row["finding_id"] for row in log} == {row["finding_id"] for row in again.values()}

    run("review", "--reopen", again["arrival_full_marks"]["finding_id"], "--by", "李")
    assert findings(home)["arrival_full_marks"]["decision"] == "open"


def test_the_sheet_in_each_format(run: Run, home: Path, tmp_path: Path) -> None:
    [report] = Marts(home, are_seeds=False).rows("SELECT report_id, document_id FROM fct_evaluations")
    listed = Marts(home, are_seeds=False).rows("SELECT * FROM fct_review_findings WHERE decision <> 'dismissed'")

    [sheet] = json.loads(run("review", report["report_id"], "--format", "json").stdout)
    assert sheet["subject_name"] == "行政综合性经费" and sheet["reported_total_score"] == 97
    assert {finding["finding_id"] for finding in sheet["findings"]} == {row["finding_id"] for row in listed}
    order = [finding["severity"] for finding in sheet["findings"]]
    assert order == sorted(order, key=["error", "warning", "info"].index)

    run("review", report["document_id"][:12], "--out", tmp_path / "sheet.html")
    page = (tmp_path / "sheet.html").read_text(encoding="utf-8")
    word = docx.Document(io.BytesIO(run("review", report["report_id"], "--format", "docx").stdout_bytes))
    facts, table = word.tables
    assert [cell.text for cell in table.rows[0].cells] == ["序号", "程度", "问题", "位置与原文", "依据"]
    assert len(table.rows) == 1 + len(listed)
    for row in listed:
        assert any(row["message_zh"] in cells.cells[2].text for cells in table.rows)
        assert row["rule_title_zh"] in page
    assert "五华区红云街道办事处" in page and any("五华区红云街道办事处" in c.text for r in facts.rows for c in r.cells)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "either a report"),
        (("5e80492d6f56", "--accept", "abc"), "either a report"),
        (("ffffffffffff",), "no report"),
        (("nowhere.txt",), "the name of its file"),
        (("--accept", "zz", "--by", "王"), "no published findings begin with zz"),
        (("--accept", "", "--by", "王"), "published findings begin with"),
    ],
)
def test_what_cannot_be_done_is_told(run: Run, arguments: tuple[str, ...], told: str) -> None:
    assert told in run("review", *arguments, code=2).output


def test_a_report_goes_by_the_name_of_its_file(run: Run, home: Path) -> None:
    [report] = Marts(home, are_seeds=False).rows(
        "SELECT report_id, source_name FROM fct_evaluations INNER JOIN dim_documents USING (document_id)"
    )
    [sheet] = json.loads(run("review", report["source_name"], "--format", "json").stdout)
    assert sheet["report_id"] == report["report_id"]


def test_a_decision_takes_a_name_and_a_dismissal_a_reason(run: Run, home: Path) -> None:
    finding = next(iter(findings(home).values()))["finding_id"]
    before = (home / "decisions.jsonl").read_bytes() if (home / "decisions.jsonl").exists() else b""
    assert "reviewer's name" in run("review", "--accept", finding, code=2).output
    assert "takes a reason" in run("review", "--dismiss", finding, "--by", "王", code=2).output
    after = (home / "decisions.jsonl").read_bytes() if (home / "decisions.jsonl").exists() else b""
    assert after == before


def test_nothing_published(tmp_path: Path) -> None:
    result = CliRunner().invoke(cli.app, ["review", "5e80492d6f56", "--home", str(tmp_path / "empty")])
    assert result.exit_code == 3 and "nothing has been published" in result.output


def test_a_damaged_log_stops_the_build_and_is_named(run: Run, home: Path) -> None:
    log = home / "decisions.jsonl"
    sound = log.read_bytes() if log.exists() else b""
    log.write_bytes(sound + b"{}\n")
    try:
        assert "decisions.jsonl, line" in run("build", code=3).output
    finally:
        log.write_bytes(sound)


def test_the_sheets_of_all_documents_with_findings(run: Run, home: Path, tmp_path: Path) -> None:
    run("refresh", filed(tmp_path, "第二份.txt", ("行政综合性经费", "河道保洁经费")))
    done = run("review", "--each", "--format", "docx", "--out", tmp_path / "sheets")
    files = sorted(path.name for path in (tmp_path / "sheets").iterdir())
    assert len(files) == 2 and "第二份.docx" in files and "written      2 files" in done.stdout
    first = docx.Document(str(tmp_path / "sheets" / "第二份.docx"))
    assert any("河道保洁经费" in cell.text for table in first.tables for row in table.rows for cell in row.cells)
    assert "takes --out" in run("review", "--each", code=2).output
