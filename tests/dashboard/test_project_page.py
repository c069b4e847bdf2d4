"""The project page's further views: the document with its figures, the history, paper."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest
from published_fixture import HOSTILE, build, insert
from test_pages import opened, shown

from dashboard.queries import project as queries
from dashboard.views.project.described import described
from dashboard.views.project.places import Report, at_same_place, figures

PAGE = "views/project/page.py"


@pytest.fixture(autouse=True)
def home(published_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JIXIAO_HOME", str(published_home))


@pytest.fixture
def report() -> Report:
    return Report(
        row=queries.report("r1").row(0, named=True),
        amounts=queries.amounts("r1"),
        lines=queries.funding_lines("r1"),
        indicators=queries.indicators("r1").frame,
        findings=queries.report_findings("r1"),
        issues=queries.report_issues("r1"),
    )


def test_each_figure_once_with_its_name_value_and_column(report: Report) -> None:
    read = described(report, report.places())
    assert [(figure.key, figure.name, figure.value, figure.column) for figure in read] == [
        ("line:1:initial_budget", f"{HOSTILE} · 年初预算", "83.67", "fct_budget_execution.initial_budget_wan"),
        ("line:1:executed", f"{HOSTILE} · 实际支出", "0.00", "fct_budget_execution.executed_wan"),
        ("indicator:1:weight", "预算执行率 · 分值", "3", "fct_indicator_scores.weight"),
        ("indicator:1:score", "预算执行率 · 得分", "0", "fct_indicator_scores.score"),
    ]
    assert read[1].target == {"measure": "executed", "line": "1"}
    assert read[3].target == {"indicator": "1", "field": "score"}


def test_what_stands_in_one_cell_belongs_together(report: Report) -> None:
    places = report.places()
    assert at_same_place("amount:2", places) == ["amount:2", "line:1:executed"]
    assert set(figures(places)) == {
        *("line:1:initial_budget", "line:1:executed", "indicator:1:weight", "indicator:1:score"),
        *("amount:1", "amount:2"),
    }


def test_the_document_opens_figures_and_figures_their_cells() -> None:
    words = shown(opened(PAGE, report="r1", view="document"))
    assert '"text": "83.67", "row_span": 1, "col_span": 1, "mark": "figure"' in words
    assert '"open": "line:1:executed"' in words and '"open": "indicator:1:score"' in words
    words = shown(opened(PAGE, report="r1", view="document", source="line:1:executed"))
    assert '"mark": "focus"' in words and "fct_budget_execution.executed_wan" in words
    assert "fct_indicator_scores" not in words


def test_any_cell_opens_in_the_document_with_what_was_read_of_it() -> None:
    words = shown(opened(PAGE, report="r1", view="document", source="cell:2:2:3"))
    assert '"mark": "focus"' in words and "fct_budget_execution.executed_wan" in words


def test_a_place_that_is_none_is_told() -> None:
    app = opened(PAGE, report="r1", view="document", source="line:99")
    assert app.warning[0].value == "链接所指的出处在这份报告中不存在。"
    assert '"mark": "figure"' in shown(app)


def test_versions_and_what_they_changed() -> None:
    words = shown(opened(PAGE, report="r1", view="history"))
    assert "第 2 版改动了 1 处" in words and "2025-05-01 08:00" in words
    assert '"text": "12.50", "tone": "muted"' in words
    assert "filed once" in shown(opened(PAGE, report="r2", view="history", lang="English")).lower()


def test_an_earlier_version_leads_to_the_one_that_counts() -> None:
    app = opened(PAGE, report="r0")
    assert app.info[0].value == "链接指向较早的版本，下面是现行版本。"
    assert "营商环境专项经费" in shown(app)


def test_corrections_of_an_earlier_version_are_told_since_they_do_not_hold_for_this_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fill(database: duckdb.DuckDBPyConnection) -> None:
        said = {"expected": "0", "value_text": "12.50", "reason": "凭证", "figure": "amount", "field": "executed"}
        for number, status in enumerate(("applied", "proposed")):
            keys = {"correction_id": f"c{number}", "status": status, "replaced_by_report_id": "r1"}
            insert(database, "corrections", **keys, **said)

    monkeypatch.setenv("JIXIAO_HOME", str(build(tmp_path / "home", fill).root))
    [told] = opened(PAGE, report="r1").warning
    assert "1 处人工更正，不沿用到本次报送" in told.value
    assert told.value.count("原文“0”，更正为“12\\.50”（凭证）") == 1
    assert not opened(PAGE, report="r2").warning


def test_on_paper_all_stands_below_one_another() -> None:
    app = opened(PAGE, report="r1", view="print")
    words = shown(app)
    for part in ("资金", "指标", "发现", "第 2 版改动了 1 处"):
        assert part in words
    assert {"view", "picked"}.isdisjoint(widget.key for widget in [*app.segmented_control, *app.selectbox])


def test_the_report_that_is_shown_goes_to_paper_although_the_address_names_none() -> None:
    app = opened(PAGE)
    words = shown(app)
    [button] = [button for button in app.button if button.label == "打印"]
    button.click().run()
    assert app.query_params["view"] == "print" and app.query_params["report"]
    assert "资金" in shown(app) and words != shown(app)


def test_an_unknown_view_is_the_first() -> None:
    assert "有总分，没有勾选等级" in shown(opened(PAGE, report="r1", view="nonsense"))


def test_the_list_of_reports_says_how_many_it_leaves_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(queries, "MOST_LISTED", 2)
    app = opened("views/project/page.py")
    assert len(app.selectbox(key="picked").options) == 2
    assert "列出前 2 份报告，共 3 份" in shown(app)
