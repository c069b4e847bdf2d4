"""`jixiao check`: what a unit learns of its report before filing it."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from pathlib import Path

import duckdb
import pytest

from ingest import checking
from ingest.check_report import as_html, as_text, together
from ingest.checking import CheckedFile, Row, check
from support.marts import SAMPLES, run

pytestmark = pytest.mark.usefixtures("quick_builds")

SAMPLE = SAMPLES / "富民县_e办通采购经费_2025.txt"


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> list[CheckedFile]:
    folder = tmp_path_factory.mktemp("files")
    (folder / "a <b>报告.txt").write_text(SAMPLE.read_text(encoding="utf-8") + "\n<script>x</script>", encoding="utf-8")
    (folder / "empty.txt").write_bytes(b"")
    return check([folder])


def test_what_was_understood_stands_beside_its_place(checked: list[CheckedFile]) -> None:
    good, empty = checked
    assert (good.status, empty.status) == ("loaded", "rejected")
    [report] = good.reports
    assert report["title"].startswith("富民县政务服务管理局2025年")
    assert len(report["indicators"]) == 21 and report["funding"] and report["prose"]
    assert {row["field"] for row in report["facts"]} >= {"title", "title_year", "grade"}
    for part in ("facts", "funding", "indicators", "prose", "findings"):
        assert all(row["block_no"] >= 1 and row["quote"] for row in report[part])
    assert [row["rule_id"] for row in report["findings"] if row["severity"] == "error"] == ["year_conflict"]
    assert not good.is_clean and not empty.is_clean
    assert empty.reports == [] and empty.reason


def test_the_page_stands_alone_and_is_escaped(checked: list[CheckedFile]) -> None:
    page = as_html(checked)
    tags: list[tuple[str, dict[str, str | None]]] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
            tags.append((tag, dict(attributes)))

    Reader().feed(page)
    assert not {"script", "link", "img", "b"} & {tag for tag, _ in tags}
    assert not any({"src", "href"} & attributes.keys() for _, attributes in tags)
    assert "a &lt;b&gt;报告.txt" in page and "年度不一致" in page and "文件为空" in page
    assert "the file is empty" not in page


def test_the_text_holds_the_same(checked: list[CheckedFile]) -> None:
    text = as_text(checked)
    for word in ("年度不一致", "资金（万元）", "绩效指标", "文字中的数字", "98.38%", "empty.txt: 未能读取"):
        assert word in text
    assert max(len(line) for line in as_text(checked, width=80).splitlines()) <= 80


def test_several_files_are_summed_up_those_to_look_at_first(checked: list[CheckedFile]) -> None:
    good, _empty = checked
    counts = [
        str(sum(row["severity"] == severity for row in good.reports[0]["findings"]))
        for severity in ("error", "warning", "info")
    ]
    assert list(map(list, together(checked).rows)) == [
        ["empty.txt", "未能读取", "0", "0", "0", "0"],
        ["a <b>报告.txt", "已读懂", "1", *counts],
        ["合计 2 份文件", "已读懂 1、未能读取 1", "1", *counts],
    ]
    assert "合计 2 份文件" in as_text(checked) and "合计 2 份文件" in as_html(checked)
    assert "合计" not in as_html([good]).partition("报告 1")[0]


def test_the_command(tmp_path: Path) -> None:
    target = tmp_path / "result.json"
    assert run("check", SAMPLE, "--format", "json", "--out", target, code=1).stdout == ""
    [file] = json.loads(target.read_text(encoding="utf-8"))
    assert file["status"] == "loaded" and file["is_clean"] is False
    assert file["reports"][0]["figures"][0]["budget_wan"] == 32
    run("check", tmp_path / "nothing.txt", code=2)


def test_nothing_to_review_needs_no_build(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("会议通知", encoding="utf-8")
    [file] = check([tmp_path])
    assert file.status == "rejected" and file.review_failed is None and not file.is_clean


def test_the_year_of_a_sentence_is_told_once_whatever_figures_it_has(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text(
        "青禾镇人民政府2023年度部门整体支出绩效自评报告\n一、资金情况\n"
        "2023年度年初预算100万元，全年预算数120万元，全年执行数110万元。\n",
        encoding="utf-8",
    )
    monkeypatch.setattr(checking, "_review", lambda home: None)
    [file] = check([tmp_path])
    facts = [(row["field"], row["value_text"]) for row in file.reports[0]["facts"]]
    assert facts.count(("money_year", "2023")) == 1
    assert len(facts) == len(set(facts))


def test_every_version_of_a_report_is_reviewed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Filed together, only the newest would count: here the marts hold the figures of one document at a time."""
    for budget in ("32", "33", "34"):
        text = SAMPLE.read_text(encoding="utf-8").replace("32万元", f"{budget}万元")
        (tmp_path / f"{budget}.txt").write_text(text, encoding="utf-8")

    def gathered(connection: duckdb.DuckDBPyConnection) -> tuple[dict[str, list[Row]], dict[str, list[Row]]]:
        there = [key for (key,) in connection.sql("SELECT document_id FROM raw.documents ORDER BY 1").fetchall()]
        counts = {"is_ledger": False, "findings": []}
        return {key: [counts | {"figures": [key] * (key == there[-1])}] for key in there}, {}

    monkeypatch.setattr(checking, "_review", lambda home: None)
    monkeypatch.setattr(checking, "_gathered", gathered)
    files = check([tmp_path])
    assert len({figure for file in files for report in file.reports for figure in report["figures"]}) == 3


def test_a_clean_file_is_clean() -> None:
    finding = {"severity": "warning"}
    assert CheckedFile("a", "loaded", None, [{"findings": [finding]}]).is_clean
    assert not CheckedFile("a", "partial", "x", [{"findings": []}]).is_clean
    assert not CheckedFile("a", "loaded", None, [{"findings": [{"severity": "error"}]}]).is_clean
