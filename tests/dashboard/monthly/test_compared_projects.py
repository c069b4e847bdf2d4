"""A month whose ledgers hold other projects than the month before: the bulletin says so beside the changes."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest
from published_fixture import build, insert

from dashboard.access import Gate
from dashboard.monthly.bulletin import bulletin_of
from dashboard.monthly.execution import Compared
from dashboard.monthly.figures import Figures, figures_of
from dashboard.monthly.month import Month

MARCH, APRIL, MAY = (Month(2025, number) for number in (3, 4, 5))
SPENT = {
    # month: {project: (budget, spent to date)}
    APRIL: {"a": (100, 40), "b": (100, 10)},
    MAY: {"a": (100, 50), "c": (200, 10)},
    Month(2025, 6): {"a": (100, 50), "c": (200, 10)},
    Month(2025, 7): {"d": (60, 29)},
    Month(2026, 5): {"a": (100, 60)},
    Month(2026, 6): {"b": (100, 60), "e": (100, 20)},
}


@pytest.fixture(scope="module")
def gate(tmp_path_factory: pytest.TempPathFactory) -> Gate:
    def fill(database: duckdb.DuckDBPyConnection) -> None:
        for month, projects in SPENT.items():
            for project, (budget, spent) in projects.items():
                insert(
                    database,
                    "fct_monthly_versions",
                    report_id=str(month),
                    document_id=str(month),
                    subject="project",
                    fiscal_year=month.first_day.year,
                    region_code="530102",
                    organization_id="u1",
                    department_id="u1",
                    project_id=project,
                    is_synthetic=False,
                    version_no=1,
                    known_from=month.first_day,
                    month=month.first_day,
                    project_name=project,
                    annual_budget_wan=budget,
                    executed_to_date_wan=spent,
                )

    return Gate(build(Path(tmp_path_factory.mktemp("other")), fill))


def said(figures: Figures) -> str:
    blocks = bulletin_of(figures).blocks
    return "".join(str(phrase) for block in blocks if isinstance(block, tuple) for phrase in block)


def test_other_projects_and_amounts_of_some_are_told(gate: Gate) -> None:
    """May holds a (10 more) and c, whose April nobody told; b is gone. 60 of 300 beside 50 of 200."""
    figures = figures_of(gate, MAY)
    assert figures.compared == Compared(new_count=1, gone_count=1)
    assert (
        "5月当月支出10.00万元（1个项目有当月支出金额）。截至2025年5月末，执行率为20.00%，比上月末下降5.00个百分点。"
        "与上月末相比，新列入项目1个，上月末有而本期没有的项目1个，执行率和位次的变化含此影响。"
    ) in said(figures)
    rows = {row[0].value: row[2].value for row in bulletin_of(figures).tables[0].rows}
    assert (rows["上月末没有的项目"], rows["上月末有而本期没有的项目"]) == (1, 1)
    assert rows["其中有当月支出金额的项目"] == 1


def test_the_same_projects_need_no_word(gate: Gate) -> None:
    figures = figures_of(gate, Month(2025, 6))
    assert figures.compared == Compared(new_count=0, gone_count=0)
    assert "6月当月支出0.00万元。截至2025年6月末，执行率为20.00%，与上月末持平。" in said(figures)
    assert "新列入" not in said(figures)


def test_the_first_month_is_beside_none(gate: Gate) -> None:
    figures = figures_of(gate, APRIL)
    assert figures.compared is None
    assert "上月末" not in said(figures)


def test_another_number_of_projects_than_a_year_before_is_told_beside_the_change(gate: Gate) -> None:
    may, june = (said(figures_of(gate, Month(2026, number))) for number in (5, 6))
    assert "比上年同期提高40.00个百分点" in may
    assert "上年同期预算和支出俱全的项目为2个，本期为1个，执行率同比的变化含此影响。" in may
    assert "比上年同期提高20.00个百分点" in june and "执行率同比的变化" not in june, "two projects then, two now"


def test_ten_points_behind_is_not_slow(gate: Gate) -> None:
    """29 of 60 is ten points behind July's 7 of 12, which binary fractions miss by a hair."""
    figures = figures_of(gate, Month(2025, 7))
    assert figures.total().slow_count == 0 and figures.lagging == ()  # type: ignore[union-attr]
    assert "没有零支出项目，也没有进度偏慢（执行率落后序时进度超过10个百分点）的项目。" in said(figures)
