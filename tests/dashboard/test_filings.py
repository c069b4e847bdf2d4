"""Filed, late and missing: queries, chart, and the intake page's roster."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import duckdb
import openpyxl
import polars as pl
import pytest
from published_fixture import build, fill_roster, insert
from streamlit.testing.v1 import AppTest
from test_pages import opened, shown

from dashboard import background, exports
from dashboard.charts import filings as charts
from dashboard.filters import Filters
from dashboard.queries import choices
from dashboard.queries import filings as queries
from dashboard.rows import headings, in_words
from dashboard.views.intake import roster as page
from ingest import roster
from ingest.home import Home

PAGE = "views/intake/page.py"
TODAY = dt.date(2025, 4, 30)
EVERYTHING = Filters()
FUMIN = Filters(districts=["530124"])


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("home"), fill_roster).root


@pytest.fixture(autouse=True)
def home(root: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    monkeypatch.setenv("JIXIAO_HOME", str(root))
    monkeypatch.setenv("JIXIAO_NOW", "2025-04-30T10:00:00")
    return Home(root)


def test_totals_tell_what_is_overdue_today() -> None:
    def counts(filters: Filters, today: dt.date) -> tuple[int, ...]:
        return queries.totals(filters, today).row(0)

    assert counts(EVERYTHING, TODAY) == (4, 1, 1, 2, 1)
    assert counts(EVERYTHING, dt.date(2025, 3, 31)) == (4, 1, 1, 2, 0), "the day of the deadline is not overdue"
    assert counts(FUMIN, TODAY) == (2, 0, 1, 1, 1)
    assert counts(Filters(years=[2024], districts=["530100"], departments=["u1"]), TODAY) == (1, 1, 0, 0, 0)


def test_whom_to_chase() -> None:
    rows = queries.to_chase(EVERYTHING, TODAY)
    assert rows.select("unit", "expected_subject", "project", "days_overdue", "unlisted_count").rows() == [
        ("富民县政务服务管理局", "project", "终端维修", 30, 1),
        ("五华区财政局", "unit", None, None, 0),
    ]
    assert queries.late(EVERYTHING)["days_late"].to_list() == [10]
    assert queries.unlisted(FUMIN)["name"].to_list() == ["终端保养"]
    assert queries.unlisted(Filters(years=[2022])).is_empty()


def test_the_chart_parts_what_is_missing_by_today() -> None:
    frame = queries.by_district(EVERYTHING, TODAY).frame
    figure = charts.by_district(frame, dark=False)
    assert frame["district"].to_list() == ["富民县", "五华区"]
    assert [list(bar.x) for bar in figure.data] == [[0, 1], [1, 0], [0, 1], [1, 0]]
    many = pl.concat([frame] * 20)
    assert len(charts.by_district(many, dark=True).data[0].y) == charts.MOST_ROWS


def test_what_is_taken_away_says_it_in_words() -> None:
    rows = queries.to_chase(FUMIN, TODAY)
    lines = exports.as_file(in_words(rows), "csv", headings(rows.columns)).decode("utf-8-sig").splitlines()
    assert lines == [
        "单位,地区,主管部门,应报对象,项目,预算年度,截止日,已逾期（天）,该单位另有未列",
        "富民县政务服务管理局,富民县,,项目自评,终端维修,2024,2025-03-31,30,1",
    ]


def test_filters_offer_what_is_expected_beside_what_was_filed() -> None:
    assert choices.year_choices() == [2025, 2024, 2022]
    assert dict(choices.district_choices().select("region_code", "report_count").iter_rows())["530102"] == 1
    assert "u2" in choices.department_choices()["department_id"].to_list()


def test_the_overview_names_who_has_not_filed() -> None:
    words = shown(opened())
    assert "催报清单（2）" in words and "报送情况" in words
    nothing_filed = shown(opened(department="u2", year="2024"))
    assert "终端维修" in nothing_filed


def test_the_page_lists_them_and_gives_them_away() -> None:
    app = opened(PAGE, view="roster")
    words = shown(app)
    for told in ("催报清单（2）", "终端维修", "任何一份报告", "逾期报送（1）", "名册以外的报告（1）", "2025-04-30"):
        assert told in words
    assert app.info[0].value.startswith("名册是虚构的")
    english = opened(PAGE, view="roster", lang="English")
    assert "To chase (2)" in shown(english) and "催报" not in shown(english)
    assert english.info[0].value.startswith("The roster is made up")


def test_without_a_roster_the_page_says_how_to_give_one(published_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JIXIAO_HOME", str(published_home))
    app = opened(PAGE, view="roster")
    assert app.info[0].value.startswith("还没有报送名册") and not queries.is_made_up()
    assert "**单位名称**" in " ".join(element.value for element in app.markdown)


def fill_ledger(database: duckdb.DuckDBPyConnection) -> None:
    insert(database, "fct_monthly_execution", subject="project", fiscal_year=2025, month="2025-05-01")


def test_ledgers_are_offered_for_the_roster(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = build(tmp_path, fill_ledger)
    monkeypatch.setenv("JIXIAO_HOME", str(home.root))
    started: list[tuple[object, ...]] = []
    monkeypatch.setattr(background, "start", lambda *arguments: started.append(arguments))

    def add(app: AppTest) -> AppTest:
        [button] = [button for button in app.button if button.label == "从台账补入"]
        return button.click().run()

    app = add(opened(PAGE, view="roster"))
    assert app.warning[0].value == "请填报送截止日期。" and not started
    app.date_input(key="roster_due").set_value(dt.date(2026, 3, 31))
    add(app)
    assert started == [(home, "roster", "from-ledger", "--year", "2025", "--due", "2026-03-31")]


def taken(monkeypatch: pytest.MonkeyPatch, folder: Path, name: str, content: bytes) -> AppTest:
    """The page after this roster was given, with nothing built behind it."""
    monkeypatch.setenv("JIXIAO_HOME", str(folder))
    file = folder / name
    file.write_bytes(content)

    def give(name: str, content: bytes) -> None:
        from dashboard.views.intake.roster import _take

        _take(name, content)

    app = AppTest.from_function(give, args=(name, content))
    return app.run()


def test_a_roster_with_mistakes_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = taken(monkeypatch, tmp_path, "名册.csv", "年度,单位名称\n24,水务局\n2024,\n".encode())
    assert "2 处看不懂" in app.error[0].value
    assert any("第 3 行" in element.value for element in app.markdown)
    assert roster.files(Home(tmp_path)) == []


def test_a_sound_roster_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.append(["年度", "单位名称"])
    book.active.append([2024, "水务局"])
    book.save(tmp_path / "given.xlsx")
    app = taken(monkeypatch, tmp_path, "名册.xlsx", (tmp_path / "given.xlsx").read_bytes())
    assert not app.exception and "应报 1 份" in app.toast[0].value
    assert [row.organization_name for row in roster.read(Home(tmp_path)).rows] == ["水务局"]
    assert page.MOST_PROBLEMS > 0
