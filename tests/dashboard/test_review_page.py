"""The review page without a browser: what it lists, and what a decision leaves behind."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import duckdb
import pytest
from published_fixture import build
from streamlit.testing.v1 import AppTest
from test_pages import opened, shown

from dashboard.filters import Filters
from dashboard.queries import patterns
from dashboard.queries import review as queries
from dashboard.views.review.patterns import _work_through
from ingest import decisions
from ingest.home import Home

PAGE = "views/review/page.py"


@pytest.fixture(autouse=True)
def home(published_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    """A copy that may be written to."""
    copy = tmp_path / "home"
    shutil.copytree(published_home, copy)
    monkeypatch.setenv("JIXIAO_HOME", str(copy))
    return Home(copy.resolve())


def said(app: AppTest) -> str:
    """What the page says outside its components."""
    words = [
        element.value for kind in ("markdown", "caption", "info", "error", "subheader") for element in app.get(kind)
    ]
    return " ".join(map(str, words))


def decide(app: AppTest, action: str, reviewer: str, reason: str) -> AppTest:
    app.button_group(key="deciding_action").set_value(action)
    app.text_input(key="deciding_reviewer").set_value(reviewer)
    app.text_area(key="deciding_reason").set_value(reason)
    [submit] = [button for button in app.button if button.label.startswith("处理所选")]
    return submit.click().run()


def test_the_first_finding_stands_beside_its_place() -> None:
    app = opened(PAGE)
    assert "有总分，没有勾选等级" in said(app) and "缺评价等次" in said(app)
    assert "全年预算数为 83.67 万元" in shown(app)


def test_a_finding_is_read_in_the_list_on_a_small_screen_too() -> None:
    """Streamlit wraps text in rows higher than 64 pixels; beside a list of 575 stands the evidence."""
    [shown_list] = opened(PAGE).dataframe
    assert list(shown_list.value.columns)[:4] == ["级别", "发现", "项目", "单位"]
    assert shown_list.proto.row_height > 64
    widths = json.loads(shown_list.proto.columns)
    assert sum(widths[name]["width"] for name in ("级别", "发现", "项目", "单位")) <= 575 - 36


def test_a_decision_is_kept_and_shown_at_once(home: Home) -> None:
    app = decide(opened(PAGE), "dismiss", "王复核", "系统外已勾选")
    assert not app.exception
    [kept] = decisions.read(home)
    assert (kept.finding_id, kept.action, kept.reviewer, kept.reason) == ("f1", "dismiss", "王复核", "系统外已勾选")
    assert (kept.fault_id, kept.actual, kept.expected) == ("a1", "97", "优")
    assert "1 条处理意见尚未进入数据" in said(app)
    pills = app.button_group(key="choose-decision")
    assert list(pills.options) == ["不成立 1"]


@pytest.mark.parametrize(
    ("action", "reviewer", "reason", "told"),
    [("accept", " ", "", "请填写复核人"), ("dismiss", "王", " ", "请写明理由"), ("comment", "王", "", "请写明理由")],
)
def test_who_and_why_are_asked_for(home: Home, action: str, reviewer: str, reason: str, told: str) -> None:
    app = decide(opened(PAGE), action, reviewer, reason)
    assert told in said(app) and decisions.read(home) == []


def test_patterns_without_any_data_say_so() -> None:
    app = opened(PAGE)
    app.button_group(key="view").set_value("patterns").run()
    assert app.query_params["view"] == "patterns"
    assert not app.exception and "现有报告不足以看出规律" in said(app)


def test_english() -> None:
    app = opened(PAGE, lang="English")
    assert "There is a total and no grade is ticked" in said(app) and "Grade given" in said(app)


def test_the_list_is_cut_and_the_counts_are_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(queries, "MOST_LISTED", 0)
    assert queries.finding_counts(Filters(), {})["finding_count"].sum() == 1
    counts = queries.finding_counts(Filters(), {})
    assert queries.findings(Filters(), {}, {}, counts).is_empty()
    asked = queries.findings(Filters(), {}, {}, counts, asked="f1")
    assert asked["finding_id"].to_list() == ["f1"], "the finding that a link names is listed all the same"


def test_later_words_count_when_the_list_is_narrowed() -> None:
    later = {"f1": "accepted"}
    accepted, still_open = ({"decision": [decision]} for decision in ("accepted", "open"))
    counts = queries.finding_counts(Filters(), later)
    assert counts["is_later"].to_list() == [True]
    assert queries.findings(Filters(), later, accepted, counts)["finding_id"].to_list() == ["f1"]
    assert queries.findings(Filters(), later, still_open, counts).is_empty()
    assert queries.findings(Filters(years=[1999]), later, accepted, counts).is_empty()


def test_groups_count_what_is_open(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fill(database: duckdb.DuckDBPyConnection) -> None:
        for finding, decision in (("f2", "reopened"), ("f3", "dismissed")):
            database.execute(
                "INSERT INTO marts.fct_review_findings (finding_id, rule_id, report_id, severity, decision, "
                "organization_id, on_report) VALUES (?, 'score_total', 'r2', 'warning', ?, 'u2', TRUE)",
                [finding, decision],
            )
        database.execute("UPDATE marts.fct_review_findings SET decision = 'accepted' WHERE finding_id = 'f1'")

    monkeypatch.setenv("JIXIAO_HOME", str(build(tmp_path, fill).root))
    by_unit = queries.groups(Filters(), {}, "unit").select("unit", "open_count", "finding_count").rows()
    assert by_unit == [("富民县政务服务管理局", 1, 2), ("五华区政务服务管理局", 0, 1)]
    by_rule = queries.groups(Filters(), {"f2": "accepted", "f1": "reopened"}, "rule").select("key", "open_count").rows()
    assert by_rule == [("grade_missing", 1), ("score_total", 0)]
    assert queries.NO_KEY in queries.groups(Filters(), {}, "project")["key"].to_list()

    monkeypatch.setattr(queries, "MOST_LISTED", 0)
    asked = queries.groups(Filters(), {}, "unit", "u1")
    assert asked.select("key", "all_count").rows() == [("u1", 2)], "the group that a link names is listed all the same"


def test_a_group_narrows_the_list_and_what_it_is_narrowed_by() -> None:
    app = opened(PAGE)
    app.button_group(key="choose-group").set_value("unit").run()
    groups, findings = (element.value for element in app.dataframe)
    assert groups["单位"].to_list() == ["五华区政务服务管理局"] and groups["待处理"].to_list() == [1]
    assert len(findings) == 1
    app = opened(PAGE, group="unit", of_unit="u1")
    assert not app.warning and len(app.dataframe[1].value) == 1
    for later in ({}, {"f1": "accepted"}):
        other = queries.Group("unit", "u2")
        counts = queries.finding_counts(Filters(), later, other)
        assert counts.is_empty() and queries.findings(Filters(), later, {}, counts, group=other).is_empty()


def test_a_group_that_is_not_there_is_told() -> None:
    app = opened(PAGE, group="rule", of_rule="nothing")
    assert "nothing" in app.warning[0].value and len(app.dataframe[1].value) == 1


def test_a_pattern_shows_its_first_rows_and_says_how_many_there_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fill(database: duckdb.DuckDBPyConnection) -> None:
        database.execute(
            "INSERT INTO marts.agg_unit_scoring (organization_id, fiscal_year, report_count, full_total_count, "
            "full_marks_share, execution_row_count, above_rate_count, below_rate_count) "
            "VALUES ('u1', 2024, 1, 0, 0.5, 0, 0, 0), ('u2', 2025, 1, 1, 0.9, 0, 0, 0)"
        )

    monkeypatch.setenv("JIXIAO_HOME", str(build(tmp_path, fill).root))
    monkeypatch.setattr(patterns, "MOST_LISTED", 1)
    [row] = patterns.unit_scoring(Filters()).to_dicts()
    assert (row["unit"], row["all_count"]) == ("富民县政务服务管理局", 2), "the one with most full marks"
    app = opened(PAGE, view="patterns")
    assert "前 1 项，共 2 项" in said(app)


def test_what_comes_back_in_a_unit_leads_to_its_findings(monkeypatch: pytest.MonkeyPatch) -> None:
    url = {"view": "patterns", "year": ["2024"]}
    monkeypatch.setattr("streamlit.query_params", url)
    _work_through("score_sum 530102:财政局")
    assert url == {"year": ["2024"], "group": ["unit"], "of_unit": ["530102:财政局"], "rule": ["score_sum"]}
