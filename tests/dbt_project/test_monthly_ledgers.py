"""Ledgers of several months in one home: one comes late, one is corrected, two contradict each other."""

from __future__ import annotations

import datetime as dt
from contextlib import closing
from typing import Any

import pytest

from dashboard.access import Gate
from dashboard.monthly.figures import figures_of
from dashboard.monthly.month import Month
from ingest.home import Home
from support.marts import Marts, run

pytestmark = pytest.mark.usefixtures("quick_builds")

HEADING = "单位名称,项目名称,全年预算数,本月支出,累计支出,支付进度"
REPORT = """\
2025年度项目支出绩效自评表
项目名称\t校舍维修项目
实施单位\t五华区教育局
项目资金（万元）\t全年预算数\t全年执行数\t分值\t执行率\t得分
年度资金总额\t20\t19\t10\t95%\t9.5
一级指标\t二级指标\t三级指标\t分值\t得分
产出指标\t数量指标\t维修栋数\t90\t90
"""


def ledger(month: str, *rows: str, title: str = "五华区{month}项目支出进度表") -> str:
    return "\n".join([title.format(month=month), "单位：万元", HEADING, *rows])


@pytest.fixture(scope="module")
def marts(tmp_path_factory: pytest.TempPathFactory) -> Marts:
    """March comes twice, January late; of May two ledgers come together; December stands beside a report."""
    home, folder = tmp_path_factory.mktemp("home"), tmp_path_factory.mktemp("ledgers")

    def come(at: str, **files: str) -> None:
        paths = []
        for name, text in files.items():
            path = folder / f"{name}{'.txt' if name == 'report' else '.csv'}"
            path.write_text(text, encoding="utf-8")
            paths.append(path)
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("JIXIAO_NOW", at)
            run("ingest", *paths, "--home", home)

    school, river = "五华区教育局,校舍维修,20", "五华区水务局,河道治理,10"
    come("2025-03-05T08:00:00", feb=ledger("2025年2月", f"{school},1,2,10%", f"{river},1,3,30%", "合计,,30,2,6,20%"))
    come("2025-04-05T08:00:00", march=ledger("2025年3月", f"{school},1,3,15%", f"{river},1,3,30%"))
    come("2025-04-06T08:00:00", jan=ledger("2025年1月", f"{school},1,1,5%", f"{river},2,2,20%"))
    come(
        "2025-04-20T08:00:00",
        corrected=ledger("2025年3月", f"{school},2,4,20%", title="五华区{month}项目支出进度表（更正）"),
    )
    come(
        "2025-06-05T08:00:00",
        may=ledger("2025年5月", f"{school},1,6,30%"),
        other=ledger("2025年5月", f"{school},2,7,35%", title="教育局{month}支付进度表"),
    )
    come("2026-01-05T08:00:00", december=ledger("2025年12月", f"{school},-1,18,90%"), report=REPORT)
    roster = folder / "roster.csv"
    roster.write_text("年度,单位名称,项目名称,所属地区\n2025,五华区教育局,校舍维修,五华区\n", encoding="utf-8")
    run("roster", "import", roster, "--home", home, "--no-build")
    run("build", "--home", home)
    return Marts(home, are_seeds=False)


def executed(marts: Marts, month: str) -> dict[str, dict[str, Any]]:
    """What counts of each project in a month."""
    rows = marts.rows(f"SELECT * FROM fct_monthly_execution WHERE subject = 'project' AND month = '{month}-01'")
    return {row["project_name"]: row for row in rows}


def test_the_correction_counts_for_the_units_that_it_names(marts: Marts) -> None:
    march = executed(marts, "2025-03")
    assert {name: row["executed_to_date_wan"] for name, row in march.items()} == {"校舍维修": 4, "河道治理": 3}
    assert march["校舍维修"]["project_id"] == "530102:教育局/校舍维修"
    versions = marts.rows(
        "SELECT version_no, executed_to_date_wan, known_from, known_to, is_current FROM fct_monthly_versions "
        "WHERE month = '2025-03-01' AND project_id LIKE '%校舍维修' ORDER BY version_no"
    )
    assert [(row["version_no"], float(row["executed_to_date_wan"]), row["is_current"]) for row in versions] == [
        (1, 3.0, False),
        (2, 4.0, True),
    ]
    assert str(versions[0]["known_to"]) == str(versions[1]["known_from"]) == "2025-04-20 08:00:00"


def test_a_month_that_comes_late_is_the_month_before(marts: Marts) -> None:
    assert executed(marts, "2025-02")["校舍维修"]["rate_change_on_month"] == pytest.approx(0.05)


def test_what_does_not_fit_is_found(marts: Marts) -> None:
    rows = marts.rows(
        "SELECT *, report_id IN (SELECT report_id FROM fct_evaluations) AS of_report FROM fct_review_findings "
        "WHERE rule_id LIKE 'ledger%' ORDER BY rule_id, quote, expected"
    )
    found = [(row["rule_id"], row["severity"], row["quote"], row["actual"], row["expected"]) for row in rows]
    assert found == [
        ("ledger_conflict", "error", "7", "7", "6"),
        ("ledger_in_month", "error", "1", "1", "0"),
        ("ledger_negative", "info", "-1", "-1", None),
        ("ledger_report_amount", "error", "19", "19", "18"),
        ("ledger_total", "error", "6", "6", "5"),
        ("ledger_unknown_unit", "warning", "五华区水务局 河道治理 10 1 3 30%", None, None),
        ("ledger_unknown_unit", "warning", "五华区水务局 河道治理 10 1 3 30%", None, None),
        ("ledger_unknown_unit", "warning", "五华区水务局 河道治理 10 2 2 20%", None, None),
    ]
    assert [row["rule_id"] for row in rows if row["of_report"]] == ["ledger_report_amount"]
    assert [row["ledger_month"] and row["ledger_month"].isoformat() for row in rows] == [
        *("2025-05-01", "2025-03-01", "2025-12-01", None, "2025-02-01", None, None, None),
    ]


def test_ledger_projects_are_the_reports_or_listed(marts: Marts) -> None:
    assert [row["project_id"] for row in marts.rows("SELECT project_id FROM fct_unmatched_ledger_projects")] == [
        "530102:水务局/河道治理"
    ]
    [trend] = marts.rows(
        "SELECT * FROM agg_monthly_trend WHERE source = 'ledger' AND scope = 'own' AND month = '2025-02'"
    )
    assert (trend["region_code"], trend["project_count"]) == ("530102", 2)
    assert trend["execution_rate_to_date"] == pytest.approx(5 / 30)
    assert trend["progress_gap"] == pytest.approx(5 / 30 - 2 / 12)


def test_the_monthly_report_says_what_the_trend_says(marts: Marts) -> None:
    trend = marts.rows(
        "SELECT * FROM agg_monthly_trend WHERE source = 'ledger' AND scope = 'own' AND region_code = '530102'"
    )
    assert len(trend) == 5
    with closing(Gate(Home(marts.home))) as gate:
        for row in trend:
            figures = figures_of(gate, Month.of(row["month"]), "530102", as_known_now=True)
            total = figures.total()
            assert total is not None
            assert total.in_month_count == row["in_month_project_count"]
            said = (total.project_count, total.budget_wan, total.executed_wan, total.in_month_wan)
            assert [None if value is None else float(value) for value in said] == [
                row["project_count"],
                row["annual_budget_wan"],
                row["executed_to_date_wan"],
                row["executed_in_month_wan"],
            ]
            assert (total.zero_count, total.slow_count) == (row["zero_execution_count"], row["slow_count"])
            assert total.execution_rate == pytest.approx(row["execution_rate_to_date"])
            assert figures.gap(total) == pytest.approx(row["progress_gap"])
            assert figures.rate_change(1) == pytest.approx(row["rate_change_on_month"])


def test_the_monthly_report_knows_no_later_correction(marts: Marts) -> None:
    """March's ledger came on 5 April with 3 and 3; on the 20th it was corrected to 4 and 3."""
    with closing(Gate(Home(marts.home))) as gate:
        for day, executed_wan in ((10, 6), (20, 7)):
            total = figures_of(gate, Month(2025, 3), as_of=dt.date(2025, 4, day)).total()
            assert total is not None and total.executed_wan == executed_wan
