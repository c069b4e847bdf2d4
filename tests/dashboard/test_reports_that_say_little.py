"""Reports without title, names, year or amounts, and names that several units or districts share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import duckdb
import polars as pl
import pytest
from published_fixture import build, insert
from test_pages import opened, shown

from dashboard.charts import execution as charts
from dashboard.filters import Filters
from dashboard.queries import choices, district_years, execution, intake, project, search, units
from dashboard.searching import Words

PAGES = ("execution", "scores", "regions", "review", "bulletin", "search", "intake", "project")
FILE = "随手记.txt"


def fill(database: duckdb.DuckDBPyConnection) -> None:
    """A report that says what was spent and no more, one of a department that gives no amount at all, and two units of
    one name in two counties of one name."""
    for code, city in (("530300", "曲靖市"), ("530400", "玉溪市")):
        insert(
            database,
            "dim_regions",
            region_code=f"{code[:4]}02",
            region_name="城关区",
            region_full_name=f"云南省{city}城关区",
            level="county",
            prefecture_code=code,
            prefecture_name=city,
            province_code="530000",
            province_name="云南省",
        )
    insert(database, "dim_regions", region_code="unknown", region_name="未知地区")
    unnamed = ("unknown:unknown", "未知单位", "unknown")
    named = [(f"{code}:财政局", "财政局", code) for code in ("530302", "530402")]
    for key, name, region in (unnamed, *named):
        insert(database, "dim_organizations", organization_id=key, organization_name=name, region_code=region)
    insert(database, "dim_documents", document_id="doc9", source_name=FILE, status="loaded", received_at="2025-06-01")
    _report(database, "poor", unnamed, executed_wan=3, budget_wan=6, execution_rate=0.5, reported_total_score=95)
    _report(database, "silent", unnamed, subject="department", fiscal_year=2024)
    for number, unit in enumerate(named, start=1):
        amounts = {"budget_wan": 10, "executed_wan": 2 * number, "execution_rate": 0.2 * number}
        _report(database, f"alike{number}", unit, fiscal_year=2024, project_name="办公经费", **amounts)


def _report(database: duckdb.DuckDBPyConnection, report_id: str, unit: tuple[str, str, str], **values: object) -> None:
    organization, _name, region = unit
    keys = {
        "report_id": report_id,
        "document_id": "doc9",
        "subject": "project",
        "region_code": region,
        "organization_id": organization,
        "department_id": organization,
        "is_synthetic": False,
        "counts_in_totals": True,
        **values,
    }
    money = {name: keys.pop(name) for name in ("budget_wan", "executed_wan", "execution_rate") if name in keys}
    report = {name: keys.pop(name) for name in ("project_name", "reported_total_score") if name in keys}
    insert(database, "fct_evaluations", report_no=1, form="narrative", finding_count=0, **keys, **report, **money)
    department = {"line_kind": "category", "expenditure_category": "project", "origin": "table"}
    kind = department if keys["subject"] == "department" else {"line_kind": "total", "origin": "narrative"}
    insert(database, "fct_budget_execution", line_no=1, is_headline=bool(money), **keys, **kind, **money)


@pytest.fixture(scope="module")
def poor_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("poor"), fill).root


@pytest.fixture(autouse=True)
def home(poor_home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("JIXIAO_HOME", str(poor_home))
    yield


def test_every_page_shows_a_report_that_has_no_name_under_that_of_its_file() -> None:
    assert FILE in shown(opened())
    for page in PAGES:
        opened(f"views/{page}/page.py")
    app = opened("views/project/page.py", report="poor")
    assert app.title[0].value.replace("\\", "") == FILE


def test_every_list_of_reports_names_each() -> None:
    lists = [
        execution.ranking(Filters()).frame,
        project.report_choices(Filters()),
        project.report("poor"),
        intake.reports_of("doc9"),
        search.texts(Words.of("万元"), 5),
    ]
    assert all(frame["name"].null_count() == 0 for frame in lists)
    assert project.report("poor")["name"].to_list() == [FILE]


def test_a_department_that_gives_no_amount_has_a_chart_all_the_same() -> None:
    opened("views/execution/page.py", year="2024", district="unknown")


def test_units_of_one_name_have_bars_of_their_own() -> None:
    """20% in one county, 40% in the other: one above the other they would read 60%."""
    frame = execution.by_group(Filters(years=[2024]), "unit").frame
    rates = dict(frame.select("name", "execution_rate").iter_rows())
    assert rates["财政局（云南省曲靖市城关区）"] == pytest.approx(0.2)
    assert rates["财政局（云南省玉溪市城关区）"] == pytest.approx(0.4)
    assert "五华区政务服务管理局" in rates
    one_name = frame.with_columns(pl.lit("财政局").alias("name"))
    [bars] = charts.rates_by_group(one_name, dark=False).data
    assert len(set(bars.y)) == len(bars.y) == len(bars.x)


def test_units_of_one_name_are_told_apart_where_one_is_picked() -> None:
    names = choices.department_choices()["name"].to_list()
    assert "财政局（云南省曲靖市城关区）" in names and "五华区财政局" in names
    assert "五华区政务服务管理局" in units.choices(Filters()).values()


def test_districts_of_one_name_are_told_apart_by_what_they_lie_in() -> None:
    frame = district_years.execution_by_district_and_year(Filters(years=[2024]), "county", "code").frame
    rates = dict(frame.select("district", "execution_rate").iter_rows())
    assert rates["城关区（曲靖市）"] == pytest.approx(0.2)
    assert rates["城关区（玉溪市）"] == pytest.approx(0.4)
    assert "五华区" in rates
