"""Batches of the same money: none of them is the whole, and what is spent behind them is spent of all. Expectations are
written by hand."""

from __future__ import annotations

import pytest

from support.told import doubted, extracted, money

PROJECT = "东山县2022年社区养老服务项目支出绩效自评报告"

FIRST, SECOND = {"appropriated": "100 wan"}, {"appropriated": "80 wan"}
SPENT = {"executed": "170 wan"}


def lines(text: str) -> dict[str, dict[str, str]]:
    return money(extracted(PROJECT, text))


def totals(text: str) -> list[dict[str, str]]:
    return [amounts for label, amounts in lines(text).items() if label.endswith("*")]


@pytest.mark.parametrize(
    "text",
    [
        "2022年第一批拨付资金100万元，第二批拨付资金80万元，支出170万元。",
        "下达资金分两批：第一批100万元，第二批80万元，共支出170万元。",
        "2022年3月下达第一批资金100万元，8月下达第二批资金80万元，全年支出170万元。",
        "县财政分两次拨付资金，第一次拨付100万元，第二次拨付80万元，实际支出170万元。",
        "中央财政第一批补助资金100万元，第二批补助资金80万元，实际支出170万元。",
        "提前下达资金100万元，第二批下达资金80万元，实际支出170万元。",
    ],
)
def test_spending_behind_batches_is_of_all_of_them(text: str) -> None:
    assert totals(text) == [SPENT]
    assert [amounts for label, amounts in lines(text).items() if not label.endswith("*")] == [FIRST, SECOND]


@pytest.mark.parametrize("spent", ["支出170万元", "支出70万元"])
def test_batches_below_their_total(spent: str) -> None:
    found = extracted(PROJECT, f"下达资金180万元，第一批拨付资金100万元；第二批拨付资金80万元，{spent}。")
    assert [line.parent_line_no for line in found.funding_lines] == [None, 1, 1]
    whole, *parts = money(found).values()
    assert (whole, parts) == (
        {"appropriated": "180 wan", "executed": spent[2:-2] + " wan"},
        [FIRST, SECOND],
    )


def test_batches_with_spending_of_their_own() -> None:
    assert lines("第一批资金100万元，支出90万元；第二批资金80万元，支出70万元。") == {
        "第一批资金": FIRST | {"executed": "90 wan"},
        "第二批资金": SECOND | {"executed": "70 wan"},
    }


def test_one_batch_alone_is_all_that_is_known() -> None:
    assert totals("第一批下达资金100万元，支出95万元。") == [FIRST | {"executed": "95 wan"}]


@pytest.mark.parametrize(
    "text",
    [
        "第一批培训教师费用50万元，第二批30万元，支出70万元。",
        "设备采购分两批：第一批50万元，第二批30万元，支出70万元。",
    ],
)
def test_batches_of_something_else_are_no_money_given(text: str) -> None:
    assert list(lines(text).values()) == [{"executed": "70 wan"}]


@pytest.mark.parametrize(
    "text",
    [
        "2022年1月下达100万元，6月追加下达80万元，全年支出170万元。",
        "以财社〔2022〕15号文件下达资金100万元，以财社〔2022〕38号文件下达资金80万元，支出170万元。",
    ],
)
def test_money_of_several_months_or_documents(text: str) -> None:
    assert totals(text) == [SPENT]
    assert [amounts for label, amounts in lines(text).items() if not label.endswith("*")] == [FIRST, SECOND]


def test_what_was_given_up_to_a_month_is_no_batch() -> None:
    found = lines("截至6月下达100万元，截至12月下达180万元，支出170万元。")
    assert list(found.values()) == [{"appropriated": "180 wan", "executed": "170 wan"}]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "提前下达100万元，全年下达180万元，支出170万元。",
            {"全年下达 *": {"appropriated": "180 wan", "executed": "170 wan"}, "提前下达": FIRST},
        ),
        (
            "全年预算180万元，提前下达100万元，支出95万元，执行率52.78%。",
            {
                "全年预算 *": {"annual_budget": "180 wan", "executed": "95 wan", "execution_rate": "52.78 percent"},
                "提前下达": FIRST,
            },
        ),
        (
            "全年预算180万元。提前下达100万元，支出95万元，执行率95%。",
            {
                "全年预算 *": {"annual_budget": "180 wan"},
                "提前下达": FIRST | {"executed": "95 wan", "execution_rate": "95 percent"},
            },
        ),
        (
            "第一批资金100万元，全年预算180万元，支出170万元。",
            {"全年预算 *": {"annual_budget": "180 wan"} | SPENT, "第一批资金": FIRST},
        ),
        ("提前下达100万元，支出95万元。", {"提前下达 *": FIRST | {"executed": "95 wan"}}),
    ],
)
def test_the_only_batch_beside_the_whole(text: str, found: dict[str, dict[str, str]]) -> None:
    assert lines(text) == found


def test_spending_that_may_be_of_the_only_batch_or_of_the_whole_is_told() -> None:
    found = extracted(PROJECT, "全年预算180万元，提前下达100万元，支出95万元。")
    assert money(found) == {"全年预算 *": {"annual_budget": "180 wan"}, "提前下达": FIRST}
    assert doubted(found) == ["95"]


def test_what_is_left_behind_a_batch_is_not_left_over() -> None:
    found = extracted(PROJECT, "全年预算100万元，首批60万元，剩余40万元。")
    assert "carryover" not in [amount.measure for amount in found.amounts]
    found = extracted(PROJECT, "全年预算100万元，已支付60万元，剩余40万元。")
    assert "carryover" in [amount.measure for amount in found.amounts]


def test_periods_of_payment_are_batches() -> None:
    text = "总预算180万元，分两期拨付：首期拨付100万元，末期拨付80万元，实际支出170万元。"
    assert list(lines(text).values()) == [{"annual_budget": "180 wan"} | SPENT, FIRST, SECOND]
