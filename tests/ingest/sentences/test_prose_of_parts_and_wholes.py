"""Sentences beside those in which parts, rests, rates and headings say what an amount is: they keep their reading."""

from __future__ import annotations

import pytest

from support.told import extracted, money, total

PROJECT = "东山县林业局2022年度森林防火项目支出绩效自评报告"


def lines(*paragraphs: str) -> dict[str, dict[str, str]]:
    return money(extracted(PROJECT, *paragraphs))


@pytest.mark.parametrize("parts", ["其中：上级资金30万元，本级资金20万元。", "其中：省级资金30万元，县级资金20万元。"])
@pytest.mark.parametrize("whole", ["预算50万元，支出45万元，结余5万元。", "预算50万元，支出45万元。"])
def test_a_paragraph_of_parts_is_of_no_amount_that_is_named_in_the_one_before(whole: str, parts: str) -> None:
    found = lines(whole, parts)
    assert found["预算 *"]["annual_budget"] == "50 wan" and found["预算 *"]["executed"] == "45 wan"
    of_parts = [figures for label, figures in found.items() if label != "预算 *"]
    assert not any({"executed", "carryover"} & figures.keys() for figures in of_parts)


@pytest.mark.parametrize(
    "text",
    [
        "资金下达50万元，其中甲乡30万元，乙乡15万元，剩余5万元未分配，支出40万元。",
        "资金下达50万元，其中第一批30万元，第二批15万元，结转5万元。",
    ],
)
def test_what_is_given_up_to_a_rest_is_not_spent(text: str) -> None:
    found = lines(text)
    assert not any("executed" in figures for label, figures in found.items() if not label.endswith("*"))


def test_a_rate_of_payment_yields_to_the_spending_that_is_stated() -> None:
    found = lines("预算50万元，支付培训费45万元，支付率90%，总支出48万元。")
    assert found["预算 *"] == {"annual_budget": "50 wan", "executed": "48 wan"}
    found = lines("下达资金50万元，支付护林员工资20万元，支付率40%。")
    assert found["下达资金 *"].get("execution_rate") in {None, "40 percent"}
    assert ("execution_rate" in found["下达资金 *"]) == ("executed" in found["下达资金 *"])


def test_a_paragraph_on_the_whole_is_not_of_the_last_numbered_project() -> None:
    found = extracted(
        "东山县林业局2022年度部门整体支出绩效自评报告",
        "1.教师培训。自评得分96分。预算20万元，支出18万元。",
        "2.校舍维修。自评得分98分。预算30万元，支出27万元。",
        "部门整体预算50万元，支出45万元，自评总得分97分。",
    )
    assert total(found) == "97"
    assert money(found)["部门整体预算 *"] == {"annual_budget": "50 wan", "executed": "45 wan"}


def test_a_score_too_large_for_a_section_stays_the_total() -> None:
    found = extracted(
        PROJECT, "一、绩效完成情况（自评得分96分）", "工作完成。", "二、预算执行情况（自评得分9分）", "完成。"
    )
    assert total(found) == "96"


@pytest.mark.parametrize("rest", ["奖励个人2万元", "减少损失200万元", "上缴5万元"])
def test_an_amount_that_is_no_cost_leaves_the_spending_the_whole(rest: str) -> None:
    found = lines(f"全年预算50万元，护林防火支出45万元，{rest}。")
    assert found["全年预算 *"] == {"annual_budget": "50 wan", "executed": "45 wan"}


@pytest.mark.parametrize("left", ["剩余10万元分配到下年使用", "上年结转10万元全部支付"])
def test_what_is_carried_over_stays_so(left: str) -> None:
    found = extracted(PROJECT, f"预算100万元，支出90万元，{left}。")
    assert any(amount.measure == "carryover" for amount in found.amounts)


def test_what_one_giver_gave_twice_is_two_parts() -> None:
    first, second = "中央以《关于提前下达资金预算的通知》下达我县", "中央以《关于追加资金预算的通知》下达我县"
    found = lines(f"{first}转移支付预算40万元；{second}转移支付预算10万元；2022年资金合计50万元。")
    assert list(found.values()) == [
        {"annual_budget": "50 wan"},
        {"annual_budget": "40 wan"},
        {"annual_budget": "10 wan"},
    ]


def test_what_is_broken_down_by_giver_and_by_use_is_the_whole_of_both() -> None:
    found = extracted(
        "某县2020年度库区扶持资金项目绩效评价报告",
        "共下达我县2020年度移民资金272万元，其中：中央资金153万元，省级资金119万元；"
        "用于直补资金60.2万元、项目扶持资金13.8万元、切块项目资金198万元。",
    )
    assert [(line.line_no, line.parent_line_no, line.is_headline) for line in found.funding_lines] == [
        (1, None, True),
        *((number, 1, False) for number in range(2, 7)),
    ]


@pytest.mark.parametrize("part", ["80", "60"])
def test_an_item_that_is_broken_down_is_no_whole_of_the_items_beside_it(part: str) -> None:
    found = extracted(
        "某市2021年度古建筑保护专项资金转移支付绩效自评报告",
        "省级下达预算情况1.预算数：2021年，包含补助8座老桥资金70万元、补助古镇保护区资金50万元，"
        "(二)市内分解下达预算情况1.年度重点项目补助资金80万元：用于6座老桥代表性项目(含1座国家级项目)的维修工作，"
        f"补助6座年度老桥代表性项目保护补助资金{part}万元。",
    )
    assert not any(line.is_headline for line in found.funding_lines)


@pytest.mark.parametrize(
    ("sentence", "whole"),
    [
        ("下达资金包括老桥维修70万元、古镇保护50万元，支出100万元。", None),
        ("省级下达资金包含老桥维修资金70万元、古镇保护资金50万元。", None),
        ("省级下达资金包含补助8座老桥资金70万元、补助古镇保护区资金50万元。", None),
        ("下达资金120万元，包括老桥维修70万元、古镇保护50万元，支出100万元。", "120"),
        ("下达资金包括中央和省级资金共120万元，其中古镇保护50万元，支出100万元。", "120"),
        ("年初预算（预算包含上年结转）120万元，支出100万元。", "120"),
    ],
)
def test_the_first_of_what_money_without_an_amount_holds_is_not_the_whole(sentence: str, whole: str | None) -> None:
    found = extracted("某市2021年度古建筑保护专项资金绩效自评报告", sentence)
    headlines = [line.line_no for line in found.funding_lines if line.is_headline]
    budgets = [
        amount.value_text for amount in found.amounts if amount.line_no in headlines and amount.measure != "executed"
    ]
    assert budgets == ([whole] if whole else [])
    assert (whole is None) == any("其中数" in notice.detail for notice in found.notices)
