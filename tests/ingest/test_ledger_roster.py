"""A roster out of ledgers: what they list becomes expected, their totals and classes do not."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

import pytest

from dashboard.access import Gate
from ingest import ledger_roster, roster
from ingest.home import Home
from support.marts import run

pytestmark = pytest.mark.usefixtures("quick_builds")

PROJECTS = """\
五华区2025年{month}项目支出进度表
单位：万元
主管部门,单位名称,项目名称,全年预算数,累计支出,支付进度
五华区教育局,五华区教育局,校舍维修,20,10,50%
五华区教育局,五华区教育局,课桌购置,10,5,50%
,五华区教育局小计,,30,15,50%
五华区教育局,五华区第一中学,图书购置,5,1,20%
五华区水务局,五华区水务局,河道治理,10,3,30%
,合计,,45,19,42.22%
"""
UNITS = """\
五华区2025年6月部门预算执行情况表
单位：万元
单位名称,功能科目,全年预算数,累计支出
五华区林业局,,30,12
五华区林业局,213 农林水支出,30,12
五华区林业局,21302 林业和草原,30,12
合计,,30,12
"""
ROSTER = """\
年度,单位名称,项目名称,所属地区,报送截止日期,联系人
2025,五华区 水务局,2025年河道治理项目,五华区,2026-02-28,甲
2024,五华区教育局,部门整体,五华区,2025-03-31,乙
"""
TAKEN = [
    ("五华区教育局", "校舍维修", None),
    ("五华区教育局", "课桌购置", None),
    ("五华区林业局", None, None),
    ("五华区水务局", "河道治理", None),
    ("五华区第一中学", "图书购置", "五华区教育局"),
]
"""Unit, project and, where it is another, department of all that the ledgers list."""


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two months of projects and one ledger of a unit by classes."""
    home, folder = tmp_path_factory.mktemp("home"), tmp_path_factory.mktemp("ledgers")
    for name, text in {
        "may": PROJECTS.format(month="5月"),
        "june": PROJECTS.format(month="6月"),
        "units": UNITS,
    }.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    run("refresh", folder, "--home", home)
    return home


@pytest.fixture
def place(loaded: Path, tmp_path: Path) -> Home:
    """A copy of it, to be changed."""
    return Home.at(shutil.copytree(loaded, tmp_path / "home"))


def take(place: Home, *options: str, code: int = 0) -> str:
    return run("roster", "from-ledger", *options, "--home", place.root, code=code).output


def test_units_and_projects_are_taken_once_and_totals_are_not(place: Home) -> None:
    said = take(place, "--year", "2025", "--due", "2026-03-31")
    rows = roster.read(place).rows
    assert [(row.organization_name, row.project_name, row.department_name) for row in rows] == TAKEN
    assert {(row.fiscal_year, row.deadline, row.region_text) for row in rows} == {
        (2025, dt.date(2026, 3, 31), "云南省昆明市五华区")
    }
    assert "ledgers of 2025: 3; units and projects in them: 5; on the roster already: 0; added: 5" in said
    expected = Gate(place).query("SELECT project_id FROM fct_expected_filings WHERE project_name = '校舍维修'").frame
    assert expected.item() == "530102:教育局/校舍维修"


def test_what_the_roster_has_is_kept(place: Home) -> None:
    (place.root / "roster.csv").write_text(ROSTER, encoding="utf-8")
    said = take(place, "--year", "2025", "--due", "2026-03-31")
    assert "on the roster already: 1; added: 4" in said and "6 reports are expected" in said and "联系人" in said
    kept, whole, *added = roster.read(place).rows
    assert (kept.organization_name, kept.project_name, kept.deadline) == (
        "五华区水务局",
        "2025年河道治理项目",
        dt.date(2026, 2, 28),
    )
    assert (whole.fiscal_year, whole.subject, whole.deadline) == (2024, "department", dt.date(2025, 3, 31))
    assert [row.project_name for row in added] == ["校舍维修", "课桌购置", None, "图书购置"]
    assert "甲" in (place.root / "roster-before.csv").read_text(encoding="utf-8")
    again = take(place, "--year", "2025", "--due", "2026-04-30")
    assert "on the roster already: 5; added: 0" in again and len(roster.read(place).rows) == 6


def test_what_is_made_up_stays_so(place: Home) -> None:
    [row] = ledger_roster.listed(Gate(place), 2025, dt.date(2026, 3, 31)).rows[:1]
    assert roster.add(place, [row], is_synthetic=True).is_synthetic
    assert roster.read(place).is_synthetic


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--year", "2023", "--due", "2026-03-31"), "no ledger of 2023 is loaded; there are ledgers of 2025"),
        (("--year", "2025"), "--due"),
        (("--year", "2025", "--due", "2024-03-31"), "lies before the year 2025"),
    ],
)
def test_what_is_missing_is_told(place: Home, options: tuple[str, ...], told: str) -> None:
    assert told in take(place, *options, code=2)
    assert roster.files(place) == []


def test_nothing_is_loaded_at_all(home: Home) -> None:
    assert "no ledger is loaded" in take(home, "--year", "2025", "--due", "2026-03-31", code=2)
