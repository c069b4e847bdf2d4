"""Lists of what was spent, with rates and shares of each: none of them is the whole. Expectations are written by
hand."""

from __future__ import annotations

import pytest

from support.told import extracted, money

PROJECT = "东山县2022年社区养老服务项目支出绩效自评报告"
DEPARTMENT = "东山县住房和城乡建设局2022年度部门整体支出绩效自评报告"


def lines(*blocks: str) -> dict[str, dict[str, str]]:
    return money(extracted(*blocks))


def test_the_progress_of_each_part() -> None:
    text = "下达资金100万元，已支出93万元，支出进度93%；其中：中央60万元，支出进度100%；省级33万元，支出进度82.5%。"
    assert list(lines(PROJECT, text).values()) == [
        {"appropriated": "100 wan", "executed": "93 wan", "execution_rate": "93 percent"},
        {"executed": "60 wan", "execution_rate": "100 percent"},
        {"executed": "33 wan", "execution_rate": "82.5 percent"},
    ]


def test_parts_of_the_spending_before_what_is_left_over() -> None:
    text = (
        "2022年决算支出915万元，年末结转结余4万元。"
        "其中：基本支出745万元（人员经费680万元，日常公用经费65万元），项目支出170万元。"
    )
    assert list(lines(DEPARTMENT, text).values()) == [
        {"executed": "915 wan"},
        {"executed": "745 wan"},
        {"executed": "680 wan"},
        {"executed": "65 wan"},
        {"executed": "170 wan"},
    ]


@pytest.mark.parametrize(
    "order",
    [
        "工资福利支出580万元，占63.34%；商品和服务支出160万元，占17.47%；资本性支出175.68万元，占19.19%。全年支出915.68万元。",
        "全年支出915.68万元。商品和服务支出160万元，占17.47%；资本性支出175.68万元，占19.19%。",
    ],
)
def test_an_economic_category_is_not_the_whole(order: str) -> None:
    assert lines(DEPARTMENT, order) == {"全年支出 *": {"executed": "915.68 wan"}}


@pytest.mark.parametrize("words", ["全年预算", "预算数", "调整后预算"])
def test_a_share_of_the_budget_is_the_execution_rate(words: str) -> None:
    [line] = lines(PROJECT, f"支出95万元，占{words}100万元的95%。").values()
    assert line == {"executed": "95 wan", "annual_budget": "100 wan", "execution_rate": "95 percent"}


def test_a_share_of_the_spending_is_no_execution_rate() -> None:
    [line] = lines(PROJECT, "全年支出100万元，设备占总支出100万元的95%。").values()
    assert line == {"executed": "100 wan"}


def test_what_the_treasury_paid_is_the_wholes() -> None:
    assert list(lines(PROJECT, "年初预算100万元，用款计划95万元，国库支付90万元。").values()) == [
        {"initial_budget": "100 wan", "executed": "90 wan"}
    ]
