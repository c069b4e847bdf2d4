"""The search page without a browser."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest
from published_fixture import HOSTILE, build
from test_pages import opened, shown

from dashboard.access import QueryStopped
from dashboard.queries import search
from dashboard.searching import Words

PAGE = "views/search/page.py"


@pytest.fixture(autouse=True)
def home(published_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JIXIAO_HOME", str(published_home))


def test_reports_are_found_by_any_name_of_their_project() -> None:
    assert search.reports(Words.of("终端 采购"), 10)["report_id"].to_list() == ["r2"]
    assert search.reports(Words.of("电脑"), 10)["report_id"].to_list() == ["r2"], "a name seen elsewhere"
    assert search.reports(Words.of("电脑 终端"), 10)["report_id"].to_list() == ["r2"], "one word in either name"
    found = search.reports(Words.of("绩效自评"), 2)
    assert found["report_id"].to_list() == ["r2", "r1"], "the newest first"
    assert found["found_count"][0] == 3, "of which one is beyond the limit"


def test_units_come_with_their_reports() -> None:
    found = search.units(Words.of("政务"), 10)
    assert dict(found.select("unit", "report_id").iter_rows()) == {
        "五华区政务服务管理局": "r1",
        "富民县政务服务管理局": "r2",
        "临沧市政务服务管理局": "r3",
    }
    assert search.units(Words.of("五华区 财政局"), 10)["report_count"].to_list() == [1], "a report that it supervises"


def test_indicators_lead_to_their_row() -> None:
    [row] = search.indicators(Words.of("执行率"), 10).to_dicts()
    assert (row["indicator"], row["report_count"], row["report_id"], row["indicator_no"]) == ("预算执行率", 1, "r1", 1)
    assert search.indicators(Words.of("无此词语"), 10).is_empty()


def test_indicators_are_found_by_the_name_of_the_standard_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fill(database: duckdb.DuckDBPyConnection) -> None:
        database.execute(
            "INSERT INTO marts.dim_indicators VALUES ('ready', '完成及时性', 'Done in time', 'output', '时效')"
        )
        database.execute(
            "INSERT INTO marts.fct_indicator_scores (report_id, indicator_no, indicator_key, level3) "
            "VALUES ('r2', 7, 'ready', '按期交付')"
        )

    monkeypatch.setenv("JIXIAO_HOME", str(build(tmp_path, fill).root))
    for typed in ("in time", "DONE", "完成及时性", "交付"):
        assert search.indicators(Words.of(typed), 10)["indicator"].to_list() == ["按期交付"], typed


def test_text_is_found_at_its_place() -> None:
    [row] = search.texts(Words.of("83.67 执行率"), 10).to_dicts()
    assert (row["report_id"], row["block_no"], row["row_no"], row["col_no"]) == ("r1", 3, None, None)
    assert search.texts(Words.of("项目"), 1).height == 1, "no more than asked for"


def test_every_result_leads_to_its_place() -> None:
    words = shown(opened(PAGE, q="执行率"))
    assert "r1 indicator:1:score" in words
    assert "r1 cell:3:: 执行率" in words and "r1 cell:2:4:1 执行率" in words
    assert '["执行率", true]' in words
    assert "r1 cell:3:: 83.67 执行率" in shown(opened(PAGE, q="执行率 83.67")), "in the order of the text"


def test_a_found_place_is_opened_with_its_word_marked() -> None:
    words = shown(opened("views/project/page.py", report="r1", source="cell:3::", mark="执行率"))
    assert '"text": "执行率", "mark": "focus"' in words
    words = shown(opened("views/project/page.py", report="r1", source="cell:3::", mark=["执行率", "83.67"]))
    assert '"text": "执行率", "mark": "focus"' in words and '"text": "83.67", "mark": "focus"' in words
    app = opened("views/project/page.py", report="r1", source="cell:2:2:1")
    assert '"mark": "focus"' in shown(app)


@pytest.mark.parametrize("source", ["cell:99::", "cell:3:1:1", "cell:2:2:", "cell:::", "cell:999999999999::"])
def test_a_place_that_is_not_there_is_told(source: str) -> None:
    app = opened("views/project/page.py", report="r1", source=source)
    assert app.warning[0].value == "链接所指的出处在这份报告中不存在。"


def test_words_of_an_attacker_are_words() -> None:
    for hostile in (HOSTILE, "'; DROP TABLE x; --", "%", "$word_a_a", "{0}", "\\"):
        app = opened(PAGE, q=hostile)
        assert not app.error
    assert "r1 cell:2:2:1" in shown(opened(PAGE, q="<img")), "markup in a document is text like any other"


def test_nothing_typed_nothing_found_and_too_much() -> None:
    assert opened(PAGE).info[0].value.startswith("请输入")
    app = opened(PAGE, q="没有这个词")
    assert "没有这样的报告" in shown(app) and "没有找到" in shown(app)
    assert opened(PAGE, q="一 二 三 四 五 六 七").warning[0].value.startswith("只用前 6 个词")


def test_a_search_says_that_it_is_not_filtered() -> None:
    app = opened(PAGE, q="采购", district="530900")
    assert "不受筛选条件限制" in shown(app) and "r2" in shown(app), "a report of another district"
    assert "not only those that the filters leave" in shown(opened(PAGE, q="采购", year="2024", lang="English"))
    assert "不受筛选条件限制" not in shown(opened(PAGE, q="采购"))


def test_a_search_that_takes_too_long_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(words: Words, rows: int) -> None:
        raise QueryStopped

    monkeypatch.setattr(search, "texts", stopped)
    app = opened(PAGE, q="执行率")
    assert "超过了时限" in app.warning[0].value
    assert "预算" in shown(app), "what was found in names stays"


def test_the_box_beside_every_page_opens_the_search() -> None:
    app = opened()
    app.sidebar.text_input(key="search_box").set_value("采购").run()
    assert not app.exception
    assert app.title[0].value == "搜索"
    assert app.query_params["q"] == "采购"
