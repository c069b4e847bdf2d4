"""The page of the monthly report without a browser."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest
from test_pages import opened

from dashboard.monthly import fonts
from ingest.home import Home

PAGE = "views/bulletin/page.py"


@pytest.fixture(autouse=True)
def home(ledger_home: Home, monkeypatch: pytest.MonkeyPatch) -> Home:
    monkeypatch.setenv("JIXIAO_HOME", str(ledger_home.root))
    return ledger_home


def preview(app: AppTest) -> str:
    [frame] = app.get("iframe")
    return str(frame.proto.srcdoc)


def test_the_newest_month_is_shown_first() -> None:
    app = opened(PAGE)
    assert app.selectbox(key="choose-month").value == "2025-05"
    assert "累计支出192.00万元" in preview(app)
    assert [button.label for button in app.get("download_button")] == ["Word", "PDF", "HTML", "Excel"]


def test_month_region_and_moment_stand_in_the_url() -> None:
    app = opened(PAGE, month="2025-04", region="530124", known="now")
    assert "昆明市富民县2025年4月" in preview(app)
    app.selectbox(key="choose-month").select("2025-05").run()
    assert app.query_params["month"] == "2025-05"
    assert "昆明市富民县2025年5月" in preview(app)


def test_the_district_of_the_other_pages_comes_first() -> None:
    assert "昆明市富民县2025年4月" in preview(opened(PAGE, month="2025-04", district="530124"))
    app = opened(PAGE, month="2025-04", district="530124", region="all")
    assert app.selectbox(key="choose-region").value == "all"
    assert opened(PAGE, district=["530124", "530102"]).selectbox(key="choose-region").value == "all"
    assert opened(PAGE, district="110000").selectbox(key="choose-region").value == "all", "has no bulletin"


def test_corrections_count_when_what_is_known_now_is_asked_for() -> None:
    assert "累计支出195.00万元" in preview(opened(PAGE, known="now"))


def test_english_words_around_a_chinese_bulletin() -> None:
    app = opened(PAGE, lang="English")
    assert app.title[0].value == "Monthly report"
    assert "支出进度" in preview(app)


def test_a_month_without_data_there_and_one_that_is_none() -> None:
    app = opened(PAGE, month="2024-12", region="530124")
    assert not app.get("iframe") and "2024-12" in app.info[0].value
    app = opened(PAGE, month="1999-01")
    assert app.warning and "累计支出192.00万元" in preview(app)


def test_without_chinese_fonts_the_page_still_shows(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> None:
        raise fonts.FontsMissing("no fonts")

    monkeypatch.setattr(fonts, "installed", missing)
    app = opened(PAGE)
    assert [button.label for button in app.get("download_button") if button.proto.disabled] == ["Word", "PDF"]
    assert "192.00" in preview(app)
