"""What one giver gave beside a budget that is more: a part of the whole, with its own spending. Expectations are
written by hand."""

from __future__ import annotations

import pytest

from support.told import doubted, extracted, money

PROJECT = "东山县2023年社区养老服务项目支出绩效自评报告"
WHOLE = {"annual_budget": "100 wan"}
GIVEN = {"appropriated": "40 wan"}


def lines(*blocks: str) -> dict[str, dict[str, str]]:
    return money(extracted(PROJECT, *blocks))


def told(*blocks: str) -> list[str]:
    return doubted(extracted(PROJECT, *blocks))


@pytest.mark.parametrize(
    ("text", "whole", "given"),
    [
        ("全年预算100万元，省级资金40万元，支出95万元。", {"executed": "95 wan"}, {}),
        ("全年预算100万元（省级资金40万元），支出95万元。", {"executed": "95 wan"}, {}),
        ("全年预算100万元。省级资金40万元，支出38万元。", {}, {"executed": "38 wan"}),
        (
            "全年预算100万元。省级资金40万元，支出38万元。项目支出95万元。",
            {"executed": "95 wan"},
            {"executed": "38 wan"},
        ),
        (
            "全年预算100万元，省级资金40万元，支出38万元，执行率95%。",
            {},
            {"executed": "38 wan", "execution_rate": "95 percent"},
        ),
        (
            "全年预算100万元，省级资金40万元，支出38万元，执行率38%。",
            {"executed": "38 wan", "execution_rate": "38 percent"},
            {},
        ),
    ],
)
def test_the_givers_money_is_a_part(text: str, whole: dict[str, str], given: dict[str, str]) -> None:
    assert lines(text) == {"全年预算 *": WHOLE | whole, "省级资金": GIVEN | given}
    assert told(text) == []


@pytest.mark.parametrize(
    ("behind", "figure"), [("支出38万元。", "38"), ("执行率95%。", "95")], ids=["spending", "rate alone"]
)
def test_what_may_be_of_the_giver_or_of_the_whole_is_told(behind: str, figure: str) -> None:
    text = f"全年预算100万元，省级资金40万元，{behind}"
    assert lines(text) == {"全年预算 *": WHOLE, "省级资金": GIVEN}
    assert told(text) == [figure]


def test_money_that_came_beside_the_initial_budget() -> None:
    assert lines("年初预算100万元，上级专项资金80万元，支出175万元。") == {
        "年初预算 *": {"initial_budget": "100 wan", "executed": "175 wan"},
        "上级专项资金": {"appropriated": "80 wan"},
    }


@pytest.mark.parametrize(
    "text",
    [
        "省级资金预算200万元，执行190万元；全年预算300万元，执行280万元。",
        "全年预算300万元，执行280万元，其中省级资金预算200万元，执行190万元。",
    ],
)
def test_the_givers_budget_is_not_another_one_of_the_whole(text: str) -> None:
    assert lines(text) == {
        "全年预算 *": {"annual_budget": "300 wan", "executed": "280 wan"},
        "省级资金预算": {"annual_budget": "200 wan", "executed": "190 wan"},
    }
    assert told(text) == []


def test_what_a_giver_gave_is_not_what_was_spent_of_it() -> None:
    assert lines("全年预算300万元，执行280万元，其中省级资金200万元，执行190万元。") == {
        "全年预算 *": {"annual_budget": "300 wan", "executed": "280 wan"},
        "省级资金": {"appropriated": "200 wan", "executed": "190 wan"},
    }


def test_the_only_givers_money_is_the_whole() -> None:
    assert lines("省级资金100万元，支出95万元。") == {"省级资金 *": {"appropriated": "100 wan", "executed": "95 wan"}}
    assert lines("全年预算100万元，省级资金100万元，支出95万元。")["全年预算 *"]["executed"] == "95 wan"


def test_a_budget_that_all_givers_come_to_is_not_of_the_last_of_them() -> None:
    text = "中央资金200万元，省级资金100万元，省级资金执行率80%，全年预算300万元，支出280万元。"
    assert lines(text)["全年预算 *"] == {"annual_budget": "300 wan", "executed": "280 wan"}


def test_rates_of_several_givers_are_not_of_the_whole() -> None:
    text = "中央资金到位率100%，省级资金到位率90%，全年预算300万元，支出280万元。"
    assert lines(text) == {"全年预算 *": {"annual_budget": "300 wan", "executed": "280 wan"}}
    text = "中央资金200万元，省级资金100万元，共300万元。中央资金执行率100%，省级资金执行率80%。"
    assert lines(text) == {
        "共 *": {"appropriated": "300 wan"},
        "中央资金": {"appropriated": "200 wan", "execution_rate": "100 percent"},
        "省级资金": {"appropriated": "100 wan", "execution_rate": "80 percent"},
    }


@pytest.mark.parametrize("mark", ["；", "，"])
def test_givers_beside_a_whole_that_each_have_spending_right_behind(mark: str) -> None:
    text = f"全年预算300万元，上级资金200万元，支出190万元{mark}本级资金100万元，支出85万元。"
    assert lines(text) == {
        "全年预算 *": {"annual_budget": "300 wan"},
        "上级资金": {"appropriated": "200 wan", "executed": "190 wan"},
        "本级资金": {"appropriated": "100 wan", "executed": "85 wan"},
    }


def test_more_than_the_last_giver_gave_leaves_open_whose_the_first_spending_is() -> None:
    text = "全年预算300万元，上级资金200万元，支出190万元；本级资金100万元，支出285万元。"
    assert lines(text)["全年预算 *"] == {"annual_budget": "300 wan", "executed": "285 wan"}
    assert "executed" not in lines(text)["上级资金"]
