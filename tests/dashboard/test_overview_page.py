"""The overview without a browser: what its queries count, and where its marks lead."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import duckdb
import pytest
from published_fixture import build
from test_pages import opened, shown

from dashboard.filters import Filters
from dashboard.published import ask
from dashboard.queries import attention, district_years, districts, findings, overview
from dashboard.views.overview.districts import _narrow
from support.marts import Marts


@pytest.fixture(autouse=True)
def home(published_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JIXIAO_HOME", str(published_home))


@pytest.fixture
def unequal_years(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One unit reports in 2024 and 2025, another, with far more money, in 2024 alone; two reports name no unit."""

    def fill(database: duckdb.DuckDBPyConnection) -> None:
        database.execute("UPDATE marts.fct_evaluations SET organization_id = 'u1' WHERE report_id = 'r2'")
        for report, unit, year in (("r4", "u2", 2024), ("r5", "530102:unknown", 2024), ("r6", "530102:unknown", 2025)):
            database.execute(
                f"""
                INSERT INTO marts.fct_evaluations
                SELECT * REPLACE ('{report}' AS report_id, '{unit}' AS organization_id, {year} AS fiscal_year,
                    1000 AS budget_wan, 900 AS executed_wan, 80 AS reported_total_score)
                FROM marts.fct_evaluations WHERE report_id = 'r1'
                """
            )

    monkeypatch.setenv("JIXIAO_HOME", str(build(tmp_path / "home", fill).root))


def test_key_figures() -> None:
    """2025: one report, 32 budget, 31.48 spent."""
    [figures] = overview.key_figures(Filters(years=[2025])).frame.to_dicts()
    assert (figures["report_count"], figures["budget_wan"], figures["executed_wan"]) == (1, 32, Decimal("31.48"))


@pytest.mark.usefixtures("unequal_years")
@pytest.mark.parametrize("years", [[], [2025], [2024, 2025]])
def test_the_change_on_the_year_is_that_of_the_units_of_both_years(years: list[int]) -> None:
    """Its 2025: 32 budget, 31.48 spent, 94 points; its 2024: 83.67, nothing spent, 97 points, one finding."""
    [figures] = overview.key_figures(Filters(years=years)).frame.to_dicts()
    assert figures["latest_year"] == 2025
    assert figures["report_count_change"] == 0
    assert figures["budget_change"] == pytest.approx((32 - 83.67) / 83.67)
    assert figures["executed_change"] is None, "nothing was spent the year before"
    assert figures["execution_rate_change"] == pytest.approx(0.98375)
    assert figures["mean_score_change"] == -3
    assert figures["finding_count_change"] == -1
    counts = [figures[f"{name}_unit_count"] for name in ("both", "latest", "before")]
    assert counts == [1, 1, 2], "units that are not known cannot be told to be the same"
    words = shown(opened())
    assert "2025 年与 2024 年都有报告的 1 个单位（2025 年共 1 个，2024 年共 2 个）" in words


def test_all_years_are_counted() -> None:
    [figures] = overview.key_figures(Filters()).frame.to_dicts()
    assert (figures["report_count"], figures["latest_year"]) == (3, 2025)


def test_where_the_year_before_is_missing_nothing_is_compared_and_that_is_said() -> None:
    [figures] = overview.key_figures(Filters(years=[2022])).frame.to_dicts()
    assert {figures[name] for name in figures if name.endswith("_change")} == {None}
    words = shown(opened(year="2022"))
    assert "没有 2021 年的报告可与 2022 年相比" in words and "2022 较 2021 —" in words


def test_years_without_a_unit_in_common_are_not_compared_and_that_is_said() -> None:
    [figures] = overview.key_figures(Filters()).frame.to_dicts()
    assert {figures[name] for name in figures if name.endswith("_change")} == {None}
    assert "2025 年的 1 个单位与 2024 年的 1 个单位无一重合" in shown(opened())


def test_the_other_filters_hold_for_the_year_before_too() -> None:
    [figures] = overview.key_figures(Filters(years=[2025], districts=["530124"])).frame.to_dicts()
    assert not figures["has_year_before"] and figures["mean_score_change"] is None


def test_districts_are_told_apart_at_the_level_that_is_asked() -> None:
    def found(level: str) -> dict[str, int]:
        frame = district_years.execution_by_district_and_year(Filters(), level, "code").frame
        return dict(frame.group_by("district", maintain_order=True).len().iter_rows())

    assert found("province") == {"云南省": 3}
    assert found("prefecture") == {"昆明市": 2, "临沧市": 1}
    assert found("county") == {"五华区": 1, "富民县": 1, "临沧市（本级）": 1}
    assert districts.usual_level(Filters()) == "county", "three districts can be looked at together"


def test_too_many_districts_are_shown_one_level_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(districts, "MOST_AT_ONCE", 2)
    assert districts.usual_level(Filters()) == "prefecture"
    monkeypatch.setattr(districts, "MOST_AT_ONCE", 1)
    assert districts.usual_level(Filters()) == "province"
    assert districts.usual_level(Filters(districts=["530100"])) == "prefecture"


@pytest.mark.parametrize(("order", "first"), [("code", "五华区"), ("rate", "五华区"), ("budget", "临沧市（本级）")])
def test_districts_are_sorted(order: str, first: str) -> None:
    assert district_years.execution_by_district_and_year(Filters(), "county", order).frame["district"][0] == first


def test_the_change_of_a_rate_needs_both_years() -> None:
    frame = district_years.execution_by_district_and_year(Filters(), "prefecture", "code").frame
    changes = {(row["district"], row["fiscal_year"]): row["execution_rate_change"] for row in frame.to_dicts()}
    assert changes == {("昆明市", 2024): None, ("昆明市", 2025): 0.98375, ("临沧市", 2022): None}


def test_aggregate_and_reports_give_one_number(marts: Marts, monkeypatch: pytest.MonkeyPatch) -> None:
    """The monthly report reads the aggregate, the page asks the reports: their rates agree, on the real documents."""
    monkeypatch.setenv("JIXIAO_HOME", str(marts.home))
    pages = district_years.execution_by_district_and_year(Filters(), "county", "code").frame
    aggregate = ask("SELECT * FROM agg_execution_by_region_year WHERE scope = 'own' ORDER BY region_code, fiscal_year")
    names = ["fiscal_year", "report_count", "budget_wan", "covered_report_count", "executed_wan", "execution_rate"]
    assert pages.sort("district_code", "fiscal_year").select(names).to_dicts() == aggregate.select(names).to_dicts()
    assert aggregate.height > 3


def test_scores_come_with_the_quartiles_of_all_reports() -> None:
    frame = district_years.scores_by_district_and_year(Filters(), "province").frame
    assert dict(frame.select("report_id", "score").iter_rows()) == {"r1": 97, "r2": 94, "r3": 100}
    assert frame["report_count"].to_list() == [1, 1, 1], "each of another year"


def test_the_odd_corner_is_counted_and_named() -> None:
    rows = {row["report_id"]: row for row in attention.score_against_execution(Filters()).frame.to_dicts()}
    assert (rows["r1"]["corner"], rows["r1"]["corner_count"], rows["r1"]["is_named"]) == ("high_low", 1, True)
    assert (rows["r2"]["corner"], rows["r2"]["is_named"]) == ("high_high", False)
    assert set(rows) == {"r1", "r2"}, "r3 has no execution rate"


def test_every_corner_is_counted_however_few_reports_are_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attention, "MOST_POINTS", 0)
    monkeypatch.setattr(attention, "MOST_NAMES", 0)
    frame = attention.score_against_execution(Filters()).frame
    assert sorted(frame.select("corner", "corner_count").iter_rows()) == [("high_high", 1), ("high_low", 1)]


def test_grades_of_each_year() -> None:
    rows = [tuple(row.values())[:4] for row in overview.grades_by_year(Filters()).frame.to_dicts()]
    assert rows == [(2022, "excellent", 1, 1.0), (2024, "none", 1, 1.0), (2025, "excellent", 1, 1.0)]


def test_findings_are_counted_by_rule_and_severity() -> None:
    [row] = findings.by_rule(Filters()).frame.to_dicts()
    assert (row["rule_id"], row["severity"], row["finding_count"], row["report_count"]) == (
        "grade_missing",
        "error",
        1,
        1,
    )
    assert findings.by_severity(Filters(years=[2024])) == {"error": 1}
    assert findings.by_severity(Filters(years=[2025])) == {}


def test_a_click_on_a_cell_narrows_to_its_district_and_year(monkeypatch: pytest.MonkeyPatch) -> None:
    url = {"level": "prefecture", "unit": "yi", "year": ["2022", "2023"]}
    monkeypatch.setattr("streamlit.query_params", url)
    _narrow(["0.00", "83.67", 1, 1, "—", "530102", 2024])
    assert url == {"district": ["530102"], "year": ["2024"], "unit": "yi"}


def test_what_a_url_asks_of_the_page_is_followed_and_nonsense_is_said() -> None:
    app = opened(level="province", shape="panels", order="budget")
    assert app.segmented_control(key="choose-shape").value == "panels" and not app.warning
    app = opened(level="planet")
    assert "planet" in app.warning[0].value and app.segmented_control(key="choose-level").value == "county"


def test_a_link_to_the_findings_of_a_rule() -> None:
    app = opened("views/review/page.py", rule="grade_missing", severity="error")
    assert app.multiselect(key="choose-rule").value == ["grade_missing"] and not app.warning
    assert app.dataframe[0].value.shape[0] == 1
    assert "没有“nothing”" in opened("views/review/page.py", rule="nothing").warning[0].value
