"""The same report filed again: what counts, what is kept, and what is told of the difference."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from typer.testing import CliRunner

from ingest import cli
from support.marts import SAMPLE_OF, SAMPLES, Marts

pytestmark = pytest.mark.usefixtures("quick_builds")

SAMPLE = (SAMPLES / SAMPLE_OF["street_office"]).read_text(encoding="utf-8")
FINDING_VERSIONS = "SELECT finding_id, known_to FROM fct_finding_versions WHERE version_no ="
Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setenv("JIXIAO_HOME", str(tmp_path / "home"))

    def run(*arguments: str | Path, at: str = "2025-06-01T08:00:00", code: int = 0) -> Result:
        monkeypatch.setenv("JIXIAO_NOW", at)
        result = CliRunner().invoke(cli.app, [str(argument) for argument in arguments])
        assert result.exit_code == code, result.output
        return result

    return run


def ask(tmp_path: Path, sql: str) -> list[dict[str, Any]]:
    return Marts(tmp_path / "home", are_seeds=False).rows(sql)


@pytest.fixture
def filed(tmp_path: Path) -> Callable[..., Path]:
    """The sample with some words changed, as a file."""

    def filed(name: str, *changes: tuple[str, str]) -> Path:
        text = SAMPLE
        for old, new in changes:
            assert old in text
            text = text.replace(old, new)
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return filed


def test_the_newest_counts_and_the_earlier_is_kept(run: Run, filed: Callable[..., Path], tmp_path: Path) -> None:
    first, second = filed("first.txt"), filed("second.txt", ("129.94", "140.00"), ("制度执行有效性", "制度执行情况"))
    roster = tmp_path / "roster.csv"
    roster.write_text(
        "【虚构数据】\n"
        "年度,单位名称,项目名称,所属地区,截止日期\n"
        "2024,红云街道办事处,2024年行政综合性专项经费,五华区,2025-05-31\n"
        "2024,红云街道办事处,,五华区,2025-06-01\n"
        "2024,五华区红云街道办事处,部门整体,,\n",
        encoding="utf-8",
    )
    run("roster", "import", roster)
    run("refresh", first, code=0)
    before = ask(tmp_path, "SELECT * FROM fct_evaluations")
    run("refresh", second, at="2025-07-01T08:00:00")
    [now] = ask(tmp_path, "SELECT * FROM fct_evaluations")
    assert now["executed_wan"] == 140 and now["counts_in_totals"]
    old, new = ask(tmp_path, "SELECT * FROM fct_evaluation_versions ORDER BY version_no")
    assert (old["executed_wan"], old["version_no"], new["version_no"]) == (129.94, 1, 2)
    assert old["report_id"] == before[0]["report_id"] and old["current_report_id"] == now["report_id"]
    assert str(old["known_to"]) == str(new["known_from"]) == "2025-07-01 08:00:00" and new["known_to"] is None
    for fact in ("fct_budget_execution", "fct_reported_amounts", "fct_indicator_scores", "fct_review_findings"):
        assert ask(tmp_path, f"SELECT DISTINCT report_id FROM {fact}") == [{"report_id": now["report_id"]}]
    then, after = (
        {(row["finding_id"], str(row["known_to"])) for row in ask(tmp_path, f"{FINDING_VERSIONS} {number}")}
        for number in (1, 2)
    )
    assert then and {known_to for _id, known_to in then} == {"2025-07-01 08:00:00"}
    current = ask(tmp_path, "SELECT finding_id FROM fct_review_findings")
    assert after == {(row["finding_id"], "None") for row in current}
    assert ask(tmp_path, "SELECT count(DISTINCT document_id) AS n FROM document_cells") == [{"n": 2}]
    assert ask(tmp_path, "SELECT DISTINCT executed_wan, report_count FROM agg_execution_by_region_year") == [
        {"executed_wan": 140, "report_count": 1}
    ]
    expected = "SELECT state, days_late, version_count, report_id FROM fct_expected_filings ORDER BY row_no"
    assert [tuple(row.values()) for row in ask(tmp_path, expected)] == [
        ("late", 1, 2, new["report_id"]),
        ("filed", None, 2, new["report_id"]),
        ("missing", None, 0, None),
    ]
    shown = run("roster", "show", "--state", "missing").stderr
    assert "1 filed, 1 late, 1 missing" in shown and "made up" in shown, "as the table says of itself"
    assert ask(tmp_path, "SELECT * FROM fct_unlisted_filings") == []
    for report in (old["report_id"], new["report_id"][:10]):
        changes = json.loads(run("diff", report, "--format", "json").stdout)
        assert {
            "kind": "line",
            "item": "合计",
            "field": "executed_wan",
            "value_before": "129.94",
            "value_after": "140",
        } in changes
        named = [(row["item"], row["value_before"], row["value_after"]) for row in changes if row["field"] == "weight"]
        assert named == [("制度执行情况", None, "2"), ("制度执行有效性", "2", None)]
    assert "129.94" in run("diff", new["report_id"]).stdout
    assert "129.94" in run("diff", "second.txt").stdout, "a report goes by the name of its file"
    run("diff", "nothing", code=2)

    run("withdraw", new["document_id"][:12])
    assert ask(tmp_path, "SELECT * FROM fct_evaluations") == before
    done = run("diff", old["report_id"])
    assert "no differences" in done.stdout and "filed once" in done.stderr


def test_a_correction_of_an_earlier_version_is_told_at_the_newest(
    run: Run, filed: Callable[..., Path], tmp_path: Path
) -> None:
    first = filed("first.txt")
    run("refresh", first)
    [report] = ask(tmp_path, "SELECT * FROM fct_evaluations")
    [line] = ask(tmp_path, "SELECT line_no FROM fct_budget_execution WHERE is_headline")
    target = ("correct", "first.txt", "--measure", "executed", "--line", str(line["line_no"]), "--expected", "129.94")
    run(*target, "--value", "130.94", "--reason", "凭证", "--author", "甲", "--status", "accepted")
    run("build")
    assert "not carried over" not in run("status").stdout

    run("refresh", filed("second.txt", ("红云街道办事处", "红云街道办事处 ")), at="2025-07-01T08:00:00")
    [newest] = ask(tmp_path, "SELECT report_id, document_id, executed_wan FROM fct_evaluations")
    assert newest["executed_wan"] == 129.94, "a correction is of one document"
    [correction] = ask(tmp_path, "SELECT * FROM corrections")
    assert (correction["status"], correction["replaced_by_report_id"]) == ("applied", newest["report_id"])
    assert correction["report_id"] == report["report_id"]
    told = run("diff", "second.txt")
    assert f"executed of line {line['line_no']}, 129.94 → 130.94 (凭证; corrections/" in told.stderr
    assert json.loads(run("diff", "second.txt", "--format", "json").stdout)
    status = run("status").stdout
    assert f"a correction of an earlier version not carried over: jixiao diff {newest['document_id'][:12]}" in status
    assert status.count("not carried over") == 1

    run("withdraw", newest["document_id"])
    assert ask(tmp_path, "SELECT replaced_by_report_id FROM corrections") == [{"replaced_by_report_id": None}]
    assert ask(tmp_path, "SELECT executed_wan FROM fct_evaluations") == [{"executed_wan": 130.94}]


def test_corrections_apply_and_fail_loudly(run: Run, filed: Callable[..., Path], tmp_path: Path) -> None:
    run("refresh", filed("first.txt"))
    [report] = ask(tmp_path, "SELECT * FROM fct_evaluations")
    document = report["document_id"]
    [headline] = ask(tmp_path, "SELECT * FROM fct_budget_execution WHERE is_headline")
    [score] = ask(tmp_path, "SELECT * FROM fct_indicator_scores WHERE level3 = '预算执行率'")
    said = ("--reason", "凭证", "--author", "甲", "--status", "accepted")
    money = ("correct", document, "--measure", "executed", "--line", str(headline["line_no"]))
    place = ("--block", str(score["block_no"]), "--row", str(score["row_no"]), "--col", str(score["score_col_no"]))

    refused = run(*money, "--expected", "129.49", "--value", "130", *said, code=2)
    assert "there stands: 129.94" in refused.stdout
    nowhere = run("correct", document, "--block", "9999", code=2)
    assert "no figure or field" in nowhere.output and "expected" not in nowhere.output, "before anything is asked"
    assert not (tmp_path / "home" / "corrections").exists()
    run(*money, "--expected", "129.94", "--value", "1,000,000元", *said)
    run("correct", document, *place, "--expected", "1", "--value", "1.5", *said)
    run("correct", document, "--field", "fiscal_year", "--expected", "2024", "--value", "2023", *said)
    run(
        "correct",
        document,
        "--field",
        "title",
        "--value",
        "别的",
        "--reason",
        "b",
        "--author",
        "乙",
        "--expected",
        "x",
        code=2,
    )
    run("build")

    applied = {row["field"]: row for row in ask(tmp_path, "SELECT * FROM corrections")}
    assert {row["status"] for row in applied.values()} == {"applied"}
    [line] = ask(tmp_path, "SELECT * FROM fct_budget_execution WHERE is_headline")
    assert (line["executed_wan"], line["correction_id"]) == (100, applied["executed"]["correction_id"])
    [amount] = ask(tmp_path, "SELECT * FROM fct_reported_amounts WHERE correction_id IS NOT NULL")
    assert (amount["value_text"], amount["unit_text"], amount["value"]) == ("1,000,000", "元", 100)
    [indicator] = ask(tmp_path, "SELECT * FROM fct_indicator_scores WHERE correction_id IS NOT NULL")
    assert (indicator["level3"], indicator["score"]) == ("预算执行率", 1.5)
    [corrected] = ask(tmp_path, "SELECT * FROM fct_evaluations")
    assert (corrected["executed_wan"], corrected["fiscal_year"]) == (100, 2023)
    assert corrected["computed_total_score"] == report["computed_total_score"] + 0.5
    assert set(corrected["correction_id"].split("、")) == {row["correction_id"] for row in applied.values()}
    assert applied["score"]["indicator_no"] == score["indicator_no"]

    [file] = (tmp_path / "home" / "corrections").glob(f"*{applied['executed']['correction_id']}.yml")
    file.write_text(file.read_text(encoding="utf-8").replace("129.94", "129.49"), encoding="utf-8")
    failed = run("build", code=3).output
    for told in ("assert_corrections_hold", file.name, "expected=129.49", "stands_now=129.94", "stays in force"):
        assert told in failed
    assert ask(tmp_path, "SELECT executed_wan FROM fct_evaluations") == [{"executed_wan": 100}]
    run("withdraw", document)
    assert {row["status"] for row in ask(tmp_path, "SELECT * FROM corrections")} == {"stale"}
    file.write_text("- nonsense", encoding="utf-8")
    assert f"invalid  corrections/{file.name}, entry 1, line 1" in run("build", code=3).output
