"""Payments one by one, points beside their full marks, steps of a change: what of them is the report's own.
Expectations are written by hand."""

from __future__ import annotations

import pytest

from support.told import doubted, extracted, money, total

PROJECT = "东山县2022年社区养老服务项目支出绩效自评报告"


def lines(*blocks: str) -> dict[str, dict[str, str]]:
    return money(extracted(PROJECT, *blocks))


def test_payments_that_are_made_one_by_one_come_to_all() -> None:
    text = "预算150万元。首付款70%即100万元已于2022年9月支付，验收款30%即43万元于12月支付。全年合计支付143万元。"
    assert lines(text)["预算 *"] == {"annual_budget": "150 wan", "executed": "143 wan"}


def test_one_payment_is_not_all_that_was_spent() -> None:
    found = extracted(PROJECT, "预算150万元。验收款43万元于12月支付。")
    assert money(found) == {"预算 *": {"annual_budget": "150 wan"}}
    assert doubted(found) == ["43"]


def test_money_that_was_carried_over_is_spent() -> None:
    text = "本项目结转资金12.5万元，当年未安排新预算。实际使用结转资金11.25万元，执行率90%。"
    [whole] = lines(text).values()
    assert whole == {"executed": "11.25 wan", "execution_rate": "90 percent"}


def test_what_is_left_for_a_named_year_is_not_spent() -> None:
    text = "预算安排运行经费86.5万元，当年执行80.445万元，预算完成率93%，结转2023年使用6.055万元。"
    [whole] = lines(text).values()
    assert whole == {"annual_budget": "86.5 wan", "executed": "80.445 wan", "execution_rate": "93 percent"}


def test_none_of_several_steps_is_the_adjustment() -> None:
    text = "市财政批复1120万元；6月追加省级资金45.5万元，10月收回指标25.5万元，年末预算数1140万元，支出1122.9万元。"
    [whole] = [line for label, line in lines(text).items() if label.endswith("*")]
    assert "budget_adjustment" not in whole and whole["annual_budget"] == "1140 wan"


def test_a_list_of_what_was_received() -> None:
    text = "2022年收到补助资金共计三笔：中央资金360万元、省级资金120万元、市级资金60万元。"
    assert {tuple(line.items()) for line in lines(text).values()} == {
        (("funds_received", "360 wan"),),
        (("funds_received", "120 wan"),),
        (("funds_received", "60 wan"),),
    }


def test_what_one_giver_has_sent_so_far_is_its_own() -> None:
    text = "中央下达312万元，旗县配套52万元，共364万元。实际到位338万元（旗县配套仅到位26万元），资金到位率92.86%。"
    assert list(lines(text).values()) == [
        {"appropriated": "364 wan", "funds_received": "338 wan", "funds_received_rate": "92.86 percent"},
        {"appropriated": "312 wan"},
        {"appropriated": "52 wan", "funds_received": "26 wan"},
    ]


def test_a_second_way_to_part_a_whole_is_told() -> None:
    found = extracted(
        PROJECT,
        "共安排资金368万元，按来源分：中央专项195万元、省级专项98万元、县级专项75万元；"
        "按类别分：护理142万元、改造126万元、培训100万元。",
    )
    assert list(money(found).values()) == [
        {"appropriated": figure} for figure in ("368 wan", "195 wan", "98 wan", "75 wan")
    ]
    assert doubted(found) == ["142", "126", "100"]


def test_wages_are_part_of_a_list_and_shares_stand_between() -> None:
    text = "支出80万元。支出结构：人员工资53万元（占66.25%）、水电费6万元（占7.5%）、维护费21万元（占26.25%）。"
    assert list(lines(text).values()) == [{"executed": figure} for figure in ("80 wan", "53 wan", "6 wan", "21 wan")]


def test_a_total_of_counted_projects_is_of_none_of_them() -> None:
    found = money(
        extracted(
            "东山县残联2022年度项目支出绩效自评报告",
            "（1）就业培训项目：预算20万元，支出18万元，执行率90%；",
            "（2）无障碍改造项目：预算36万元，支出36万元，执行率100%。",
            "两个项目预算合计56万元，支出合计54万元，总体执行率96.43%。",
        )
    )
    assert list(found.values()) == [
        {"annual_budget": "56 wan", "executed": "54 wan", "execution_rate": "96.43 percent"},
        {"annual_budget": "20 wan", "executed": "18 wan", "execution_rate": "90 percent"},
        {"annual_budget": "36 wan", "executed": "36 wan", "execution_rate": "100 percent"},
    ]


@pytest.mark.parametrize(
    "text",
    [
        "评分：决策14分（满分15分）、过程22.5分（满分25分）、产出34分（满分35分）、效益23分（满分25分），总分93.5分。",
        "预算执行率得14分，数量指标22.5分，质量指标34分，满意度23分，合计93.5分，自评等级为“优”。",
    ],
)
def test_points_of_sections_are_scores(text: str) -> None:
    found = extracted(PROJECT, text)
    scores = [amount.value_text for amount in found.amounts if amount.measure == "section_score"]
    assert (scores, total(found)) == (["14", "22.5", "34", "23"], "93.5")


def test_the_account_of_a_budget_keeps_its_name() -> None:
    text = "预算5.2亿元，其中一般公共预算3.7亿元，政府性基金预算1.5亿元。"
    assert list(lines(text)) == ["预算 *", "一般公共预算", "政府性基金预算"]
