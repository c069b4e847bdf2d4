"""Budgets of something else beside that of the whole: what is spent of them is not spent of the whole. Expectations are
written by hand."""

from __future__ import annotations

import pytest

from support.told import doubted, extracted, money

PROJECT = "东山县2022年社区养老服务项目支出绩效自评报告"
DEPARTMENT = "东山县民政局2022年度部门整体支出绩效自评报告"


def lines(*blocks: str) -> dict[str, dict[str, str]]:
    return money(extracted(*blocks))


def spent(*blocks: str) -> list[str]:
    """What is spent, or at what rate, on any line."""
    return [
        value
        for line in lines(*blocks).values()
        for measure, value in line.items()
        if measure in {"executed", "execution_rate"}
    ]


@pytest.mark.parametrize("title", [PROJECT, DEPARTMENT])
@pytest.mark.parametrize("whole", [(), ("2022年预算500万元。",)])
@pytest.mark.parametrize(
    "text",
    [
        "政府采购预算30万元，采购支出28万元。",
        "2022年政府采购预算30万元，实际支出28万元，执行率93.33%。",
        "政府采购预算30万元。采购支出28万元，执行率93.33%。",
        "政府采购支出28万元，执行率93.33%。",
        "政府采购预算30万元，支出28万元，其中货物18万元，服务10万元。",
        "公务接待费预算3万元，支出2万元，执行率66.67%。",
        "培训费支出2万元，会议费支出1万元。",
    ],
)
def test_what_is_spent_of_another_budget_is_not_spent_of_the_whole(
    text: str, whole: tuple[str, ...], title: str
) -> None:
    assert spent(title, *whole, text) == []


def test_spending_beside_that_of_the_whole_is_of_the_other_budget() -> None:
    found = extracted(PROJECT, "预算500万元，支出480万元，政府采购预算30万元，支出28万元。")
    assert money(found) == {"预算 *": {"annual_budget": "500 wan", "executed": "480 wan"}}
    assert found.notices == []


def test_spending_that_may_be_of_either_budget_is_told() -> None:
    found = extracted(PROJECT, "预算500万元，政府采购预算30万元，支出28万元。")
    assert money(found) == {"预算 *": {"annual_budget": "500 wan"}}
    assert doubted(found) == ["28"]


@pytest.mark.parametrize(
    "text",
    [
        "预算500万元，政府采购预算30万元，支出480万元。",
        "政府采购预算30万元。预算500万元，支出480万元。",
        "预算500万元。政府采购预算30万元。全年支出480万元。",
        "政府采购预算30万元，部门预算500万元，支出480万元。",
    ],
)
def test_spending_above_another_budget_or_behind_the_wholes_is_the_wholes(text: str) -> None:
    assert spent(PROJECT, text) == ["480 wan"]


def test_procurement_in_the_name_of_the_project_is_the_whole() -> None:
    title = "东山县2022年防汛物资采购项目支出绩效自评报告"
    assert spent(title, "预算30万元，采购支出28万元。") == ["28 wan"]


@pytest.mark.parametrize(
    "blocks",
    [
        ("（三）政府采购情况", "预算30万元，支出28万元。"),
        ("（三）政府采购情况", "实际支出28万元，执行率93.33%。"),
        ("2.公务接待费", "年初预算3万元，支出2万元，执行率66.67%。"),
        ("公务接待方面，全年支出2万元。",),
        ("公务接待费：年初预算3万元，支出2万元。",),
        ("公务接待支出2万元，公务用车运行维护支出3万元。",),
        ("政府采购：计划30万元，实际支出28万元。",),
        ("2022年培训费，支出2万元。",),
    ],
)
def test_what_is_spent_on_the_cost_that_a_heading_or_a_topic_names_is_not_spent_of_the_whole(
    blocks: tuple[str, ...],
) -> None:
    found = lines(DEPARTMENT, "2022年部门预算500万元。", *blocks)
    assert found == {"部门预算 *": {"annual_budget": "500 wan"}}


@pytest.mark.parametrize(
    "blocks",
    [
        ("（三）政府采购情况", "采购程序规范。", "（四）资金使用情况", "支出480万元，执行率96%。"),
        ("（三）政府采购情况", "部门总支出480万元，部门预算执行率96%。"),
        ("政府采购执行到位，支出480万元，执行率96%。",),
        ("（一）项目支出使用情况", "支出480万元，执行率96%。"),
    ],
)
def test_the_wholes_spending_behind_the_name_of_a_cost(blocks: tuple[str, ...]) -> None:
    found = lines(DEPARTMENT, "2022年部门预算500万元。", *blocks)
    assert [line["executed"] for line in found.values() if "executed" in line] == ["480 wan"]


@pytest.mark.parametrize("cost", ["政府采购", "培训经费", "公用经费"])
def test_a_project_of_a_kind_of_cost_is_the_whole(cost: str) -> None:
    found = lines(f"东山县民政局2022年{cost}项目支出绩效自评报告", f"{cost}：年初预算30万元，支出28万元。")
    assert list(found.values()) == [{"initial_budget": "30 wan", "executed": "28 wan"}]
