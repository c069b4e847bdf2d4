"""Money that comes from elsewhere than the budget of the year: what is spent of it is not all that is spent.
Expectations are written by hand."""

from __future__ import annotations

import pytest

from support.documents import table
from support.told import extracted, money

PROJECT = "东山县2022年社区养老服务项目支出绩效自评报告"

Lines = list[dict[str, str]]


def lines(*paragraphs: str) -> Lines:
    return list(money(extracted(PROJECT, *paragraphs)).values())


@pytest.mark.parametrize("source", ["其他资金", "自筹资金", "单位资金", "上年结转资金", "事业收入", "其他中央资金"])
def test_what_is_spent_of_another_source_is_a_line_of_its_own(source: str) -> None:
    words = f"评价结论：{source}支出20万元，执行率80%。"
    part = {"executed": "20 wan", "execution_rate": "80 percent"}
    assert lines("全年预算100万元，支出90万元，执行率90%。", words) == [
        {"annual_budget": "100 wan", "executed": "90 wan", "execution_rate": "90 percent"},
        part,
    ]
    assert lines("全年预算100万元。", words) == [{"annual_budget": "100 wan"}, part]


def test_another_source_alone_is_no_total() -> None:
    found = extracted(PROJECT, "评价结论：其他资金支出20万元，执行率80%。")
    assert not any(line.is_headline for line in found.funding_lines)
    assert [notice.detail for notice in found.notices] == ["未列示预算合计 / no total is given：其他资金"]


def test_spending_of_the_budget_beside_that_of_another_source() -> None:
    assert lines(
        "全年预算100万元，其中：财政拨款80万元，自筹资金20万元。财政资金支出75万元，自筹资金支出15万元，执行率90%。"
    ) == [
        {"annual_budget": "100 wan", "execution_rate": "90 percent"},
        {"annual_budget": "80 wan", "executed": "75 wan"},
        {"annual_budget": "20 wan", "executed": "15 wan"},
    ]


def test_a_rate_of_another_source_without_a_line_is_not_of_the_total() -> None:
    assert lines("全年预算100万元。自有资金执行率80%。") == [{"annual_budget": "100 wan"}]


def test_spending_of_fiscal_money_alone_is_all_that_is_spent() -> None:
    assert lines("全年预算100万元。财政拨款支出90万元，执行率90%。") == [
        {"annual_budget": "100 wan", "executed": "90 wan", "execution_rate": "90 percent"}
    ]


def test_another_source_beside_a_table_without_it_is_of_none_of_its_lines() -> None:
    form = table(
        "资金 | 全年预算数 | 全年执行数 | 执行率",
        "年度资金总额 | 100 | 90 | 90%",
    )
    found = extracted(PROJECT, form, "评价结论：其他资金支出20万元，执行率80%。")
    assert [amount.line_no for amount in found.amounts if amount.origin == "narrative"] == [None, None]
