"""Files that change where they lie: what each file held before counts no more, whatever it says now."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from typer.testing import CliRunner

from ingest import cli
from review.printing import as_page
from review.sound_reports import sound_report
from support.marts import Marts

pytestmark = pytest.mark.usefixtures("quick_builds")

Run = Callable[..., Result]
FIRST, SECOND, THIRD = (f"2025-0{month}-01T08:00:00" for month in (6, 7, 8))


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setenv("JIXIAO_HOME", str(tmp_path / "home"))

    def run(*arguments: str | Path, at: str = THIRD, code: int = 0) -> Result:
        monkeypatch.setenv("JIXIAO_NOW", at)
        result = CliRunner().invoke(cli.app, [str(argument) for argument in arguments])
        assert result.exit_code == code, result.output
        return result

    return run


def test_what_a_changed_file_held_counts_no_more(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()

    def put(name: str, project: str, goal: str = "按计划完成全部工作") -> None:
        report = sound_report(1, random.Random(1))
        report.project, report.goal = project, goal
        (folder / name).write_text(as_page([report]), encoding="utf-8")

    def put_without_project(spent: str) -> None:
        text = f"某镇人民政府2024年度绩效自评报告\n一、资金情况\n全年预算数100万元，全年执行数{spent}万元。\n"
        (folder / "unnamed.txt").write_text(text, encoding="utf-8")

    def ask(sql: str) -> list[dict[str, Any]]:
        return Marts(tmp_path / "home", are_seeds=False).rows(sql)

    def counting() -> set[str]:
        return {row["project_name"] for row in ask("SELECT project_name FROM fct_evaluations") if row["project_name"]}

    def history(project: str) -> list[tuple[int, str, str | None]]:
        rows = ask(f"SELECT * FROM fct_evaluation_versions WHERE project_name = '{project}' ORDER BY version_no")
        return [(row["version_no"], str(row["known_from"]), str(row["known_to"])) for row in rows]

    put("edited.html", "农村道路养护")
    put("renamed.html", "中小学设备购置")
    put("two a.html", "乡村医生培训")
    put("two b.html", "乡村医生培训")
    put("copy a.html", "河道清淤")
    put("copy b.html", "河道清淤")
    put("back.html", "老旧小区改造")
    put("broken.html", "文化下乡")
    put("gone.html", "森林防火")
    put_without_project("95.5")
    run("refresh", folder, at=FIRST)
    original = (folder / "back.html").read_bytes()
    [report] = ask("SELECT report_id FROM fct_evaluations WHERE project_name = '老旧小区改造'")
    [edited] = ask("SELECT report_id, document_id FROM fct_evaluations WHERE project_name = '农村道路养护'")

    put("edited.html", "高标准农田建设")
    (folder / "renamed.html").rename(folder / "new name.html")
    put("two a.html", "水库除险加固")
    put("copy a.html", "公共厕所改造")
    (folder / "copy b.html").unlink()
    put("back.html", "老旧小区改造", "按计划完成全部工作，群众满意")
    (folder / "broken.html").write_text("")
    (folder / "gone.html").unlink()
    put_without_project("97.5")
    told = run("refresh", folder, at=SECOND, code=1).output
    assert told.count("what this file held before is replaced") == 4
    assert told.count("what this file held before stays loaded") == 1
    assert counting() == {
        *("高标准农田建设", "中小学设备购置", "乡村医生培训", "水库除险加固", "公共厕所改造"),
        *("老旧小区改造", "文化下乡", "森林防火"),
    }
    assert history("农村道路养护") == [(1, "2025-06-01 08:00:00", "2025-07-01 08:00:00")]
    [unnamed] = ask("SELECT report_id, executed_wan FROM fct_evaluations WHERE project_name IS NULL")
    assert unnamed["executed_wan"] == 97.5
    assert "95.5" in run("diff", unnamed["report_id"]).output, "what its file held before is its earlier version"
    assert history("河道清淤") == [(1, "2025-06-01 08:00:00", "2025-07-01 08:00:00")]
    assert history("中小学设备购置") == history("乡村医生培训") == [(1, "2025-06-01 08:00:00", "None")]
    assert history("老旧小区改造") == [
        (1, "2025-06-01 08:00:00", "2025-07-01 08:00:00"),
        (2, "2025-07-01 08:00:00", "None"),
    ]
    facts = ("fct_budget_execution", "fct_reported_amounts", "fct_indicator_scores", "fct_review_findings")
    for fact in facts:
        assert not ask(f"SELECT * FROM {fact} WHERE report_id = '{edited['report_id']}'")
    replaced = ask("SELECT source_name FROM dim_documents WHERE replaced_at = '2025-07-01 08:00:00' ORDER BY 1")
    assert [row["source_name"] for row in replaced] == ["back.html", "copy a.html", "edited.html", "unnamed.txt"]
    assert "counts no more" in run("diff", edited["report_id"], code=2).output
    assert run("status").output.count("replaced: its file holds other contents now") == 4

    (folder / "back.html").write_bytes(original)
    (folder / "broken.html").unlink()
    edit = folder / "edited.html"
    run("withdraw", hashlib.sha256(edit.read_bytes()).hexdigest(), "--no-build")
    aside = edit.rename(tmp_path / "aside.html")
    run("refresh", folder, at=THIRD)
    assert "农村道路养护" in counting() and "高标准农田建设" not in counting(), "what replaced it is out"
    assert history("老旧小区改造") == [
        (1, "2025-06-01 08:00:00", "2025-07-01 08:00:00"),
        (2, "2025-07-01 08:00:00", "2025-08-01 08:00:00"),
        (3, "2025-08-01 08:00:00", "None"),
    ]
    assert ask("SELECT report_id FROM fct_evaluations WHERE project_name = '老旧小区改造'") == [report]
    [changed] = ask(f"SELECT * FROM fct_evaluation_changes WHERE report_id = '{report['report_id']}'")
    assert (changed["field"], changed["value_before"]) == ("goal_text", "按计划完成全部工作，群众满意")
    assert "群众满意" in run("diff", report["report_id"]).output

    aside.rename(edit)
    run("refresh", edit)
    assert "高标准农田建设" in counting() and "农村道路养护" not in counting()
    assert history("农村道路养护") == [(1, "2025-06-01 08:00:00", "2025-07-01 08:00:00")]
