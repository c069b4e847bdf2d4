"""Spending behind the parts of a budget that names only whose it is. Expectations are written by hand."""

from __future__ import annotations

import pytest

from support.told import extracted, money

DEPARTMENT = "东山县水利局2023年度部门整体支出绩效自评报告"
PROJECT = "东山县2023年社区养老服务项目支出绩效自评报告"


@pytest.mark.parametrize(
    ("title", "who"), [(DEPARTMENT, "部门"), (DEPARTMENT, "我局"), (PROJECT, "项目"), (PROJECT, "单位")]
)
def test_it_is_of_the_whole(title: str, who: str) -> None:
    found = money(extracted(title, f"全年预算1200万元，其中设备购置费1100万元，{who}支出1000万元。"))
    assert found == {
        "全年预算 *": {"annual_budget": "1200 wan", "executed": "1000 wan"},
        "设备购置费": {"annual_budget": "1100 wan"},
    }


def test_income_is_a_source_of_the_budget_that_it_is_part_of() -> None:
    text = (
        "全年部门预算安排1200万元，其中财政拨款1100万元，事业收入100万元；"
        "全年部门支出1180万元，其中财政拨款支出1090万元，事业支出90万元。"
    )
    assert money(extracted(DEPARTMENT, text)) == {
        "全年部门预算安排 *": {"annual_budget": "1200 wan", "executed": "1180 wan"},
        "财政拨款": {"annual_budget": "1100 wan", "executed": "1090 wan"},
        "事业收入": {"annual_budget": "100 wan"},
        "事业": {"executed": "90 wan"},
    }
