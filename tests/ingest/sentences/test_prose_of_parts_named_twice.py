"""Parts of a budget that a text names twice: what was given, and what was spent of it. Expectations are by hand."""

from __future__ import annotations

import pytest

from support.told import extracted, money

PROJECT = "东山县2022年社区养老服务项目支出绩效自评报告"
GIVEN = "全年预算50万元，其中省级30万元，县级20万元"

Lines = list[dict[str, str]]


def lines(*paragraphs: str) -> Lines:
    return list(money(extracted(PROJECT, *paragraphs)).values())


@pytest.mark.parametrize(
    "spent",
    [
        "。其中省级支出28万元，县级支出17万元。",
        "。其中：省级资金支付28万元，县级资金支付17万元。",
        "。其中：省级实际支出28万元，县级实际支出17万元。",
        "；其中省级支出28万元，县级支出17万元。",
        "，其中省级支出28万元，县级支出17万元。",
    ],
)
def test_parts_named_again_with_a_word_of_spending_are_spent(spent: str) -> None:
    assert lines(f"{GIVEN}{spent}") == [
        {"annual_budget": "50 wan"},
        {"annual_budget": "30 wan", "executed": "28 wan"},
        {"annual_budget": "20 wan", "executed": "17 wan"},
    ]


def test_each_part_named_again_has_the_rate_behind_it() -> None:
    assert lines(f"{GIVEN}。其中：省级支出28万元，执行率93.33%；县级支出17万元，执行率85%。") == [
        {"annual_budget": "50 wan"},
        {"annual_budget": "30 wan", "executed": "28 wan", "execution_rate": "93.33 percent"},
        {"annual_budget": "20 wan", "executed": "17 wan", "execution_rate": "85 percent"},
    ]


def test_what_is_spent_on_items_named_twice() -> None:
    assert lines("全年预算50万元，其中办公费30万元，差旅费20万元。其中办公费支出28万元。") == [
        {"annual_budget": "50 wan"},
        {"annual_budget": "30 wan", "executed": "28 wan"},
        {"annual_budget": "20 wan"},
    ]


@pytest.mark.parametrize("first", ["省级资金支出30万元，县级资金支出20万元", "办公费支出30万元，差旅费支出20万元"])
def test_items_of_a_budget_named_once_are_budgeted(first: str) -> None:
    assert lines(f"全年预算50万元，其中：{first}。") == [
        {"annual_budget": "50 wan"},
        {"annual_budget": "30 wan"},
        {"annual_budget": "20 wan"},
    ]
