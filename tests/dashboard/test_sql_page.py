"""The SQL page without a browser, and queries that run beside it."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest
from test_pages import opened

from dashboard.access import Gate
from dashboard.running import Running
from ingest.home import Home

PAGE = "views/sql/page.py"
ENDLESS = "SELECT count(*) FROM range(1000000000) AS a, range(1000000000) AS b WHERE a.range + b.range = 7"


@pytest.fixture(autouse=True)
def home(published_home: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    monkeypatch.setenv("JIXIAO_HOME", str(published_home))
    return Home(published_home)


def run(statement: str) -> AppTest:
    app = opened(PAGE, q=statement)
    [button] = [button for button in app.button if button.label == "运行"]
    app = button.click().run()
    for _poll in range(50):
        if app.session_state["running"].is_done:
            break
        app.session_state["running"].wait(0.2)
    return app.run()


def test_a_link_opens_its_query_and_the_answer_is_shown() -> None:
    app = run("SELECT project_name, budget_wan FROM fct_evaluations ORDER BY report_id")
    assert not app.exception and not app.error
    assert list(app.dataframe[0].value.columns) == ["project_name", "budget_wan"]
    assert app.query_params["q"] == "SELECT project_name, budget_wan FROM fct_evaluations ORDER BY report_id"


def test_bars_that_stand_on_one_another_are_told() -> None:
    app = run("SELECT 2024 AS fiscal_year, range::DOUBLE AS amount FROM range(2001)")
    told = " ".join(caption.value for caption in app.caption)
    assert "fiscal_year 相同" in told.replace("\\", "") and "只画前 2,000 行" in told


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("SELECT budgt_wan FROM fct_evaluations", "budget_wan"),
        ("SELECT * FROM read_csv('/etc/passwd')", "disabled"),
    ],
)
def test_what_cannot_be_run_is_told(statement: str, told: str) -> None:
    app = run(statement)
    assert "语句未能执行" in app.error[0].value and told in app.code[0].value


@pytest.mark.parametrize(
    ("statement", "told"),
    [("DROP TABLE fct_evaluations", "这里只能运行 SELECT"), ("SELECT 1; SELECT 2", "一次只能运行一条语句")],
)
def test_what_may_not_be_run_is_told_in_the_language_of_the_page(statement: str, told: str) -> None:
    app = run(statement)
    assert told in app.error[0].value and not app.code


def test_a_recipe_is_put_into_the_editor() -> None:
    app = opened(PAGE)
    app.selectbox(key="recipe").set_value("findings_by_rule").run()
    assert "fct_review_findings" in app.session_state["statement"]
    assert "fct_review_findings" in app.query_params["q"]


def test_queries_are_kept_under_a_name(home: Home) -> None:
    app = opened(PAGE, q="SELECT 42")
    app.text_input(key="query_owner").set_value("王").run()
    app.text_input(key="query_name").set_value("答案").run()
    [keep] = [button for button in app.button if button.label == "保存当前语句"]
    app = keep.click().run()
    [kept] = [button for button in app.button if button.label == "答案"]
    app.session_state["statement"] = "SELECT 1"
    assert kept.click().run().session_state["statement"] == "SELECT 42"


def test_a_query_can_be_cancelled(home: Home) -> None:
    gate = Gate(home)
    running = Running(gate, ENDLESS, rows=10, seconds=120)
    assert not running.wait(0.3)
    running.cancel()
    assert running.wait(20) and "cancelled" in str(running.failure)
    assert gate.query("SELECT 1").frame.item() == 1


def test_a_query_ends_when_its_time_is_over(home: Home) -> None:
    running = Running(Gate(home), ENDLESS, rows=10, seconds=0.3)
    assert running.wait(20) and "longer than allowed" in str(running.failure)
