"""The pages' logic without a browser: filters, languages, and everything that is missing or wrong."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from published_fixture import build
from streamlit.testing.v1 import AppTest

import dashboard
from dashboard.queries import attention

APP = Path(dashboard.__file__).parent / "app.py"


@pytest.fixture(autouse=True)
def home(published_home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("JIXIAO_HOME", str(published_home))
    return published_home


def opened(page: str | None = None, **parameters: str | list[str]) -> AppTest:
    """The app as a fresh visitor with this URL sees it."""
    app = AppTest.from_file(str(APP), default_timeout=30)
    for name, value in parameters.items():
        app.query_params[name] = value
    app.run()
    if page:
        app.switch_page(page)
        for name, value in parameters.items():
            app.query_params[name] = value
        app.run()
    assert not app.exception
    return app


def shown(app: AppTest) -> str:
    """All that the page and its components say."""
    components = [_data(element.proto) for element in app.get("bidi_component")]
    words = [element.value for kind in ("title", "header", "subheader", "caption") for element in app.get(kind)]
    return json.dumps([words, components], ensure_ascii=False)


def _data(proto: Any) -> Any:
    return json.loads(proto.json) if proto.json else None


def test_overview_in_both_languages() -> None:
    chinese = shown(opened())
    assert "总览" in chinese and "271.57" in chinese and "27.22%" in chinese and "damaged.txt" in chinese
    english = shown(opened(lang="English"))
    assert "Overview" in english and "271.57" in english and "总览" not in english


def test_reason_is_given_in_the_language_of_the_page() -> None:
    chinese, english = shown(opened()), shown(opened(lang="English"))
    assert "不是文本" in chinese and "not a text" not in chinese
    assert "not a text" in english and "不是文本" not in english


def test_a_document_whose_file_was_mended_asks_for_no_attention() -> None:
    assert attention.documents_not_loaded().frame["source_name"].to_list() == ["damaged.txt"]


def test_district_filter_includes_what_lies_below() -> None:
    assert "83.67" in shown(opened(district="530102"))
    whole_city = shown(opened(district="530100"))
    assert "115.67" in whole_city, "83.67 of one county and 32 of the other"
    assert "271.57" not in whole_city


def test_filters_that_leave_nothing_say_so() -> None:
    app = opened(year="2022", district="530102")
    assert app.info[0].value.startswith("没有符合筛选条件的报告")


def test_project_page() -> None:
    words = shown(opened("views/project/page.py", report="r1"))
    assert "营商环境专项经费" in words and "有总分，没有勾选等级" in words and "line:1:executed" in words


def test_source_of_a_figure() -> None:
    words = shown(opened("views/project/page.py", report="r1", source="line:1:executed"))
    assert '"mark": "focus"' in words


def test_unknown_report_and_unknown_source() -> None:
    app = opened("views/project/page.py", report="r999")
    assert "r999" in app.error[0].value
    app = opened("views/project/page.py", report="r1", source="line:99:executed")
    assert app.warning[0].value == "链接所指的出处在这份报告中不存在。"


def test_report_without_indicators_and_without_findings() -> None:
    words = shown(opened("views/project/page.py", report="r3"))
    assert "报告没有指标表。" in words and "报告没有资金数据。" in words


def test_nothing_published(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JIXIAO_HOME", str(tmp_path))
    app = opened()
    assert app.title[0].value == "还没有数据"
    assert "jixiao refresh" in app.markdown[0].value


def test_generation_that_vanished(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = build(tmp_path)
    monkeypatch.setenv("JIXIAO_HOME", str(tmp_path))
    for generation in home.generations.iterdir():
        generation.unlink()
    assert opened().title[0].value == "还没有数据"


def test_samples_are_labelled(home: Path) -> None:
    assert not [note for note in opened().info if "样例" in note.value]
    (home / "samples").write_text("", encoding="utf-8")
    try:
        assert [note for note in opened().info if "样例" in note.value]
    finally:
        (home / "samples").unlink()
