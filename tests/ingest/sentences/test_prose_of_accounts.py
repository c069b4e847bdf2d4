"""Budgets that stand beside an income or come to several years, and costs beside a category. Expectations are
written by hand."""

from __future__ import annotations

import pytest

from support.told import extracted, money

PROJECT = "东山县2023年社区养老服务项目支出绩效自评报告"
DEPARTMENT = "东山县水利局2023年度部门整体支出绩效自评报告"

Line = dict[str, str]


def lines(title: str, text: str) -> dict[str, Line]:
    return money(extracted(title, text))


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        (
            "部门预算收入1200万元，支出1200万元；决算收入1250万元，支出1230万元。",
            {"annual_budget": "1200 wan", "executed": "1230 wan"},
        ),
        ("年初部门预算总收入1000万元，总支出1000万元。", {"initial_budget": "1000 wan"}),
        ("部门决算收入1200万元，支出1200万元。", {"executed": "1200 wan"}),
        ("部门预算收入1200万元，支出1180万元。", {"executed": "1180 wan"}),
    ],
)
def test_what_balances_a_budgeted_income_is_no_spending(text: str, whole: Line) -> None:
    assert list(lines(DEPARTMENT, text).values()) == [whole]


def test_its_parts_are_budgets_too() -> None:
    text = (
        "年初部门预算总收入1000万元，总支出1000万元，其中基本支出700万元，项目支出300万元；"
        "年末决算总收入1100万元，总支出1080万元，其中基本支出720万元，项目支出360万元。"
    )
    assert lines(DEPARTMENT, text) == {
        "总支出 *": {"initial_budget": "1000 wan", "executed": "1080 wan"},
        "基本支出": {"initial_budget": "700 wan", "executed": "720 wan"},
        "项目支出": {"initial_budget": "300 wan", "executed": "360 wan"},
    }


@pytest.mark.parametrize(
    "text",
    [
        "项目实施期两年，总预算200万元，其中2022年120万元、2023年80万元，2023年支出75万元。",
        "总预算200万元，2022年120万元，2023年80万元，2023年支出75万元。",
    ],
)
def test_what_several_years_come_to_is_the_budget_of_none(text: str) -> None:
    assert list(lines(PROJECT, text).values()) == [{"annual_budget": "80 wan", "executed": "75 wan"}]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("三公经费预算10万元，公务接待费支出2万元，公务用车支出6万元。", {"annual_budget": "10 wan"}),
        ("项目支出预算40万元，设备费支出20万元，培训费支出18万元。", {"annual_budget": "40 wan"}),
        ("项目支出预算40万元，实际支出38万元。", {"annual_budget": "40 wan", "executed": "38 wan"}),
    ],
)
def test_what_is_spent_on_one_thing_is_not_all_of_its_category(text: str, line: Line) -> None:
    assert list(lines(DEPARTMENT, text).values()) == [line]
