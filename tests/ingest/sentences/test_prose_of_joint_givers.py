"""What several gave together, and givers behind words for where money comes from. Expectations are written by hand."""

from __future__ import annotations

import pytest

from support.told import doubted, extracted, money

PROJECT = "东山县2023年社区养老服务项目支出绩效自评报告"


def lines(text: str) -> dict[str, dict[str, str]]:
    return money(extracted(PROJECT, text))


@pytest.mark.parametrize(
    ("joint", "other"),
    [
        ("中央和省级资金", "县级配套"),
        ("中央、省级补助资金", "县级资金"),
        ("省市两级资金", "区级资金"),
        ("省市两级下达资金", "县级配套资金"),
    ],
)
def test_what_several_gave_together_is_not_the_whole_beside_another_giver(joint: str, other: str) -> None:
    assert lines(f"{joint}100万元，{other}20万元，支出115万元。") == {
        joint: {"appropriated": "100 wan"},
        other: {"appropriated": "20 wan"},
        "支出 *": {"executed": "115 wan"},
    }


def test_each_keeps_its_own_spending() -> None:
    assert lines("中央和省级资金100万元，支出95万元；县级资金20万元，支出20万元。") == {
        "中央和省级资金": {"appropriated": "100 wan", "executed": "95 wan"},
        "县级资金": {"appropriated": "20 wan", "executed": "20 wan"},
    }


def test_what_several_gave_together_may_be_the_whole() -> None:
    whole = {"appropriated": "100 wan", "executed": "95 wan"}
    assert lines("中央和省级资金100万元，支出95万元。") == {"中央和省级资金 *": whole}
    found = extracted(PROJECT, "中央和省级资金100万元，省级资金40万元，支出95万元。")
    assert money(found) == {"中央和省级资金 *": whole}
    assert doubted(found) == ["40"]


def test_a_project_named_after_the_money_of_several_is_no_giver() -> None:
    text = "下达资金500万元。中央和省级发展资金社区养老服务站建设工程项目已支付资金139万元。"
    assert lines(text)["下达资金 *"] == {"appropriated": "500 wan", "executed": "139 wan"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "资金来源为省级200万元、县级100万元，共支出280万元。",
            {
                "省级": {"appropriated": "200 wan"},
                "县级": {"appropriated": "100 wan"},
                "共支出 *": {"executed": "280 wan"},
            },
        ),
        (
            "本项目资金300万元，由省级承担200万元，县级承担100万元，支出280万元。",
            {
                "本项目资金 *": {"appropriated": "300 wan", "executed": "280 wan"},
                "省级承担": {"appropriated": "200 wan"},
                "县级承担": {"appropriated": "100 wan"},
            },
        ),
        (
            "项目资金300万元，中央资金200万元，省级资金100万元，支出280万元。",
            {
                "项目资金 *": {"appropriated": "300 wan", "executed": "280 wan"},
                "中央资金": {"appropriated": "200 wan"},
                "省级资金": {"appropriated": "100 wan"},
            },
        ),
        (
            "市级预算60万元、区级预算40万元，市级支出58万元、区级支出40万元。",
            {
                "市级预算": {"annual_budget": "60 wan", "executed": "58 wan"},
                "区级预算": {"annual_budget": "40 wan", "executed": "40 wan"},
            },
        ),
        (
            "一般公共预算资金200万元，政府性基金100万元，实际支出290万元。",
            {
                "一般公共预算资金": {"annual_budget": "200 wan"},
                "政府性基金": {"annual_budget": "100 wan"},
                "实际支出 *": {"executed": "290 wan"},
            },
        ),
    ],
)
def test_no_giver_of_several_is_the_whole(text: str, found: dict[str, dict[str, str]]) -> None:
    assert lines(text) == found


@pytest.mark.parametrize("measure", ["", "（其中：中央资金60万元、省级资金40万元）"])
def test_a_division_that_received_money(measure: str) -> None:
    found = lines(f"2023年我区共收到上级补助资金100万元{measure}，区级配套资金20万元，支出115万元。")
    assert found["支出 *"] == {"executed": "115 wan"}
    assert found["我区共收到上级补助资金"] == {"funds_received": "100 wan"}
    assert found["区级配套资金"] == {"appropriated": "20 wan"}


def test_spending_of_two_that_may_hold_each_other_is_told() -> None:
    found = extracted(PROJECT, "专项债券资金300万元、财政资金200万元，共500万元；债券支出290万元，财政支出190万元。")
    assert not any("executed" in line for line in money(found).values())
    assert doubted(found) == ["290", "190"]


@pytest.mark.parametrize("spent", ["全部支付完毕", "已全部支付", "均已支付完毕"])
def test_spending_right_behind_the_last_of_several_givers(spent: str) -> None:
    assert lines(f"中央直达资金60万元、省级资金40万元{spent}，县级配套20万元支付18万元。") == {
        "中央直达资金": {"appropriated": "60 wan"},
        "省级资金": {"appropriated": "40 wan"},
        "县级配套": {"appropriated": "20 wan", "executed": "18 wan"},
    }
