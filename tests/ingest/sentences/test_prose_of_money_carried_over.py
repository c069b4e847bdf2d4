"""What was carried over from the year before, beside the budget of the year. Expectations are written by hand."""

from __future__ import annotations

import pytest

from support.told import doubted, extracted, money

PROJECT = "东山县2023年社区养老服务项目支出绩效自评报告"


def lines(text: str) -> dict[str, dict[str, str]]:
    return money(extracted(PROJECT, text))


def told(text: str) -> list[str]:
    return doubted(extracted(PROJECT, text))


@pytest.mark.parametrize(
    ("text", "whole", "measure", "carried", "own"),
    [
        ("全年预算120万元，其中上年结转20万元、当年预算100万元，支出115万元。",
         "全年预算", "annual_budget", "上年结转", "当年预算"),
        ("全年预算120万元，其中当年预算100万元、上年结转20万元，支出115万元。",
         "全年预算", "annual_budget", "上年结转", "当年预算"),
        ("项目资金120万元（上年结转20万元，当年安排100万元），支出115万元。",
         "项目资金", "appropriated", "上年结转", "当年安排"),
        ("可用资金120万元，其中：上年结转20万元，本年预算100万元，支出115万元。",
         "可用资金", "appropriated", "上年结转", "本年预算"),
        ("年初结转20万元，当年预算100万元，全年可用资金120万元，支出115万元。",
         "全年可用资金", "annual_budget", "年初结转", "当年"),
    ],
)  # fmt: skip
def test_it_is_a_part_of_the_whole(text: str, whole: str, measure: str, carried: str, own: str) -> None:
    found = lines(text)
    assert found.pop(f"{whole} *") == {measure: "120 wan", "executed": "115 wan"}
    assert found == {carried: {measure: "20 wan"}, own: {measure: "100 wan"}}
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "上年结转20万元，支出18万元；当年预算100万元，支出95万元。",
        "当年预算100万元，支出95万元。上年结转20万元，支出18万元。",
        "上年结转资金20万元已支出18万元，当年预算100万元已支出95万元。",
        "2022年结转资金20万元，2023年支出18万元；2023年当年预算100万元，支出95万元。",
    ],
)
def test_what_is_spent_of_it_is_not_spent_of_the_budget(text: str) -> None:
    assert list(lines(text).values()) == [{"annual_budget": "100 wan", "executed": "95 wan"}]
    assert told(text) == ["18"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("项目资金为上年结转20万元，支出15万元。", {"executed": "15 wan"}),
        ("上年结转20万元，全年预算100万元，支出18万元。", {"annual_budget": "100 wan", "executed": "18 wan"}),
        ("全年预算100万元，其中本年支出95万元。", {"annual_budget": "100 wan", "executed": "95 wan"}),
        ("支出95万元，结余5万元，全年预算100万元。", {"executed": "95 wan", "annual_budget": "100 wan"}),
    ],
)
def test_other_spending_is_of_the_whole(text: str, found: dict[str, str]) -> None:
    assert list(lines(text).values()) == [found]
