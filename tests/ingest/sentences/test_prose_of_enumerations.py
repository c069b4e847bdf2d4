"""Amounts of the items of an enumeration: none of them is the budget of the whole. Expectations are written by hand."""

from __future__ import annotations

import pytest

from support.told import extracted, money

PROJECT = "东山县2022年社区养老服务项目支出绩效自评报告"
DEPARTMENT = "东山县民政局2022年度部门整体支出绩效自评报告"


def lines(*blocks: str) -> list[dict[str, str]]:
    return list(money(extracted(*blocks)).values())


@pytest.mark.parametrize("title", [PROJECT, DEPARTMENT])
@pytest.mark.parametrize(
    "blocks",
    [
        ("一是城关镇，下达预算资金9378万元；二是河东镇，下达预算资金500万元。",),
        ("一是城关镇，下达预算资金9378万元。二是河东镇，下达预算资金500万元。",),
        ("一是城关镇，下达预算资金9378万元。", "二是河东镇，下达预算资金500万元。"),
        ("（1）城关镇，下达预算资金9378万元；（2）河东镇，下达预算资金500万元。",),
        ("一是下达城关镇预算资金9378万元；二是下达河东镇500万元。",),
        ("批复宣传经费5万元、培训经费5万元。",),
        ("批复宣传经费5万元、培训经费3万元，支出7万元。",),
        ("批复宣传经费5万元，培训经费3万元。",),
        ("安排宣传经费5万元和培训经费3万元。",),
    ],
)
def test_an_item_of_an_enumeration_is_not_the_budget_of_the_whole(blocks: tuple[str, ...], title: str) -> None:
    assert lines(title, *blocks) == []


def test_items_beside_the_whole() -> None:
    found = lines(PROJECT, "年度预算8万元。", "批复宣传经费5万元、培训经费3万元，支出7万元。")
    assert found[0]["annual_budget"] == "8 wan" and "appropriated" not in found[0]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "一是资金到位情况，下达预算资金900万元；二是资金使用情况，支出800万元。",
            {"annual_budget": "900 wan", "executed": "800 wan"},
        ),
        (
            "一是年初预算安排900万元；二是到位资金850万元；三是支出800万元。",
            {"initial_budget": "900 wan", "funds_received": "850 wan", "executed": "800 wan"},
        ),
        ("批复预算900万元、实际支出800万元。", {"annual_budget": "900 wan", "executed": "800 wan"}),
        ("一是下达预算资金900万元；二是全年预算资金900万元。", {"annual_budget": "900 wan"}),
    ],
)
def test_an_enumeration_of_measures_is_of_the_whole(text: str, figures: dict[str, str]) -> None:
    assert lines(PROJECT, text) == [figures]


def test_givers_in_an_enumeration_keep_their_lines() -> None:
    found = lines(PROJECT, "一是中央下达资金50万元；二是省级下达资金30万元。共到位80万元。")
    assert found == [{"funds_received": "80 wan"}, {"appropriated": "50 wan"}, {"appropriated": "30 wan"}]


def test_what_is_spent_in_all_behind_an_enumeration_is_of_the_whole() -> None:
    text = "一是城关镇，下达预算资金900万元；二是河东镇，下达预算资金500万元。共支出1300万元，结余100万元。"
    assert lines(PROJECT, "年度预算1400万元。", text) == [{"annual_budget": "1400 wan", "executed": "1300 wan"}]


def test_the_projects_own_money_beside_that_for_something_else() -> None:
    found = lines("东山县2022年森林防火项目支出绩效自评报告", "安排森林防火经费50万元，宣传经费3万元。")
    assert found == [{"appropriated": "50 wan"}]


def test_what_is_spent_of_one_batch_is_not_all_that_is_spent() -> None:
    text = "下达资金500万元。（1）第一批300万元，支出290万元；（2）第二批200万元，支出190万元。"
    assert lines(PROJECT, text) == [
        {"appropriated": "500 wan"},
        {"appropriated": "300 wan", "executed": "290 wan"},
        {"appropriated": "200 wan", "executed": "190 wan"},
    ]


def test_one_of_two_accounts_is_not_the_whole() -> None:
    found = extracted(DEPARTMENT, "一是一般公共预算安排500万元；二是政府性基金预算安排30万元。")
    assert not any(line.is_headline for line in found.funding_lines)
    assert [amount.value_text for amount in found.amounts] == ["500", "30"]
