"""Lists that a colon opens, and units that stand in a label: what they come to tells of what they are parts.
Expectations are written by hand."""

from __future__ import annotations

import pytest

from support.told import extracted, money

PROJECT = "东山县2022年社区养老服务项目支出绩效自评报告"
PARTS = {"护理补助": "50 wan", "设施改造": "30 wan", "人员培训": "20 wan"}


def lines(*blocks: str) -> dict[str, dict[str, str]]:
    return money(extracted(PROJECT, *blocks))


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        (
            "预算100万元，支出95万元。资金分为三个方向：护理补助50万元，设施改造30万元，人员培训20万元。",
            "annual_budget",
        ),
        ("预算120万元，支出100万元。具体支出内容：护理补助50万元，设施改造30万元，人员培训20万元。", "executed"),
        ("预算100万元，支出100万元。支出构成：护理补助50万元，设施改造30万元，人员培训20万元。", "executed"),
        ("预算120万元，支出100万元，具体为：护理补助50万元，设施改造30万元，人员培训20万元。", "executed"),
    ],
)
def test_a_list_is_of_what_it_comes_to(text: str, measure: str) -> None:
    found = lines(text)
    assert {label: found.get(label) for label in PARTS} == {label: {measure: own} for label, own in PARTS.items()}


def test_a_list_that_comes_to_nothing_stated_has_no_lines() -> None:
    text = "预算100万元，支出95万元。资金分为三个方向：护理补助50万元，设施改造30万元，人员培训19万元。"
    assert list(lines(text)) == ["预算 *"]


def test_givers_behind_a_colon_break_down_what_no_word_names() -> None:
    text = (
        "项目资金共计980万元：省级专项700万元（财建〔2022〕35号），县级配套280万元。支出851万元，占资金总额的86.84%。"
    )
    assert lines(text) == {
        "项目资金共计 *": {"appropriated": "980 wan", "executed": "851 wan", "execution_rate": "86.84 percent"},
        "省级专项": {"appropriated": "700 wan"},
        "县级配套": {"appropriated": "280 wan"},
    }


def test_parts_share_the_unit_of_the_label() -> None:
    assert lines("预算（万元）：100，其中：中央资金60，省级资金40；支出（万元）：90。") == {
        "预算 *": {"annual_budget": "100 wan", "executed": "90 wan"},
        "中央资金": {"annual_budget": "60 wan"},
        "省级资金": {"annual_budget": "40 wan"},
    }


def test_things_with_spending_of_their_own_are_parts_of_the_reports_own_project() -> None:
    found = money(
        extracted(
            "东山区2023年度环卫保洁项目绩效自评报告",
            "环卫保洁项目2023年预算486万元，支出481万元，执行率98.97%。",
            "其中：道路清扫费320万元，支出318万元；垃圾转运费110万元，支出109万元；公厕管护费56万元，支出54万元。",
        )
    )
    assert list(found.values()) == [
        {"annual_budget": "486 wan", "executed": "481 wan", "execution_rate": "98.97 percent"},
        {"appropriated": "320 wan", "executed": "318 wan"},
        {"appropriated": "110 wan", "executed": "109 wan"},
        {"appropriated": "56 wan", "executed": "54 wan"},
    ]
