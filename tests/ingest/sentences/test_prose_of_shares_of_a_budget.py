"""Rates by words that name no budget, beside parts and projects with rates of their own, and what one of several cost.
Expectations are written by hand."""

from __future__ import annotations

import pytest

from support.told import doubted, extracted, money

PROJECT = "东山县2023年乡村道路建设项目绩效自评报告"
DEPARTMENT = "东山县司法局2023年部门整体支出绩效自评报告"


def whole(title: str, text: str) -> dict[str, str]:
    (figures,) = [figures for label, figures in money(extracted(title, text)).items() if label.endswith("*")]
    return figures


@pytest.mark.parametrize(
    "text",
    [
        "省级下达42万元，县级配套11万元，共53万元。已使用50.35万元，占总经费的95%。",
        "预算53万元，共支出50.35万元，为批复预算53万元的95%。",
        "专项资金53万元已到位，其中一期使用30万元，二期使用20.35万元，合计使用50.35万元，使用率95%。",
        "可用资金53万元，支出50.35万元，占可用资金的95%。",
        "下达53万元，发放50.35万元，发放率95%。",
        "2022年到位12万元，2023年到位53万元，2023年支付50.35万元，当年支付率95%。",
        "甲村下达30万元，支付29万元；乙村下达23万元，支付21.35万元。合计下达53万元，支付50.35万元，支付率95%。",
    ],
)
def test_the_share_of_a_budget_that_was_spent(text: str) -> None:
    figures = whole(PROJECT, text)
    assert (figures["executed"], figures["execution_rate"]) == ("50.35 wan", "95 percent")


def test_the_use_of_a_thing_is_no_share_of_a_budget() -> None:
    assert whole(PROJECT, "预算53万元，实际使用50.35万元，设备使用率95%。") == {
        "annual_budget": "53 wan",
        "executed": "50.35 wan",
    }


@pytest.mark.parametrize("each", ["每家", "每个社区", "每村补助", "每公里"])
def test_what_each_of_several_gets_is_no_part(each: str) -> None:
    text = f"奖补资金预算160万元，其中一类6个、{each}12万元，二类10个、{each}8万元，共支出152万元。"
    found = money(extracted(PROJECT, text))
    assert list(found.values()) == [{"annual_budget": "160 wan", "executed": "152 wan"}]


def test_categories_of_all_that_a_department_was_given_to_spend() -> None:
    text = "本年财政拨款支出1432.6万元，其中：人员经费1212.6万元，占84.64%；项目支出220万元，占15.36%。"
    assert list(money(extracted(DEPARTMENT, text)).values()) == [
        {"executed": "1432.6 wan"},
        {"executed": "1212.6 wan"},
        {"executed": "220 wan"},
    ]


def test_a_category_of_what_is_no_whole_is_told_with_it() -> None:
    found = extracted(DEPARTMENT, "设备购置费支出1432.6万元，其中：基本支出1212.6万元，项目支出220万元。")
    assert money(found) == {}
    assert doubted(found) == ["1432.6"]


def test_what_was_approved_of_the_work_is_not_spent() -> None:
    text = "年初预算650万元，决算审定598万元。截至2023年底支付538.2万元，为审定价的90%。"
    assert whole(PROJECT, text) == {"initial_budget": "650 wan", "executed": "538.2 wan"}


@pytest.mark.parametrize(("paid", "is_all"), [("付款", True), ("首付款", False), ("设备付款", False)])
def test_what_was_paid(paid: str, is_all: bool) -> None:
    figures = whole(PROJECT, f"年初预算180万元，调整后预算158万元，{paid}156万元。")
    assert ("executed" in figures) == is_all


def test_an_amount_without_a_name_of_which_a_rate_says_what_share_was_paid() -> None:
    text = "共争取到各类资金860万元，其中水利资金500万元、以工代赈资金360万元；完成支付834.2万元，综合支付率97%。"
    assert whole(PROJECT, text) == {
        "appropriated": "860 wan",
        "executed": "834.2 wan",
        "execution_rate": "97 percent",
    }
    parts = [figures for label, figures in money(extracted(PROJECT, text)).items() if not label.endswith("*")]
    assert parts == [{"appropriated": "500 wan"}, {"appropriated": "360 wan"}]


@pytest.mark.parametrize("sum_of_all", ["全年58万元", "合计58万元", "共58万元"])
def test_all_of_what_a_list_says_was_paid(sum_of_all: str) -> None:
    text = f"预算数：60万元。支付数：第一季度10万元，第二季度15万元，下半年33万元，{sum_of_all}。"
    assert whole(PROJECT, text) == {"annual_budget": "60 wan", "executed": "58 wan"}


def test_all_of_a_list_of_something_else() -> None:
    for listed in ("合同情况：甲标20万元，共40万元。", "收入：门票10万元，全年40万元。"):
        assert whole(PROJECT, f"预算60万元。{listed}支出58万元。") == {"annual_budget": "60 wan", "executed": "58 wan"}
