"""Lists that a colon opens, and units that stand in a label: what they come to tells of what they are parts.
Expectations are written by hand."""

from __future__ import annotations

import pytest

from support.told import doubted, extracted, money

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


def test_a_paragraph_that_begins_with_its_parts() -> None:
    found = lines("调整预算数100万元，年末执行数100万元。", "其中护理补助50万元、设施改造30万元、人员培训20万元。")
    assert {label: found.get(label) for label in PARTS} == {label: {"executed": own} for label, own in PARTS.items()}


def test_kinds_that_the_clause_before_names() -> None:
    found = lines("实际支出100万元。项目分为护理补助、设施改造、人员培训三类，分别支出50万元、30万元、20万元。")
    assert {label: found.get(label) for label in PARTS} == {label: {"executed": own} for label, own in PARTS.items()}


def test_a_row_of_spending_without_names_is_told() -> None:
    found = extracted(PROJECT, "实际支出100万元。三类项目分别支出50万元、30万元、20万元。")
    assert doubted(found) == ["50", "30", "20"]


@pytest.mark.parametrize(
    "text",
    [
        "补助资金20万元，中央、省、县分别承担12万元、4万元、4万元。支出20万元。",
        "预算经费20万元，为市妇联拨付专项12万元与区财政预算8万元之和，支出20万元。",
        "项目资金由区级补助12万元、镇级自筹8万元组成，合计20万元，支出20万元。",
        "省交通厅下达车购税补助12万元；市级补助4万元；县级安排4万元；合计20万元。支出20万元。",
        "全年预算20万元，支出19万元，执行率95%。其中市级补助12万元，区级补助8万元。",
    ],
)
def test_givers_that_come_to_the_whole_are_its_parts(text: str) -> None:
    whole, *parts = lines(text).values()
    assert not any("executed" in part for part in parts) and len(parts) > 1
    assert "20 wan" in whole.values() and whole["executed"] in {"20 wan", "19 wan"}


def test_parts_of_parts_are_no_other_whole() -> None:
    found = lines(
        "共筹措救助资金341万元，其中：上级补助资金298万元（中央218万元、自治区80万元），旗本级安排43万元。"
        "全年累计支出336万元。"
    )
    assert list(found.values()) == [
        {"appropriated": "341 wan", "executed": "336 wan"},
        {"appropriated": "298 wan"},
        {"appropriated": "218 wan"},
        {"appropriated": "80 wan"},
        {"appropriated": "43 wan"},
    ]


def test_categories_that_come_to_the_budget_hold_its_parts() -> None:
    found = money(
        extracted(
            "东山县民政局2022年度部门整体支出绩效自评报告",
            "部门预算收入总额1856万元，支出总额1856万元；按支出性质分：基本支出416万元（人员经费368万元，公用经费48万元），"
            "项目支出1440万元。决算总支出1798万元，其中基本支出412万元，项目支出1386万元。",
        )
    )
    assert found["基本支出"] == {"annual_budget": "416 wan", "executed": "412 wan"}
    assert found["项目支出"] == {"annual_budget": "1440 wan", "executed": "1386 wan"}
    assert found["人员经费"] == {"annual_budget": "368 wan"}


@pytest.mark.parametrize(
    "text",
    [
        "预算100万元，支出95万元。合同签订情况：一标段50万元、二标段30万元、监理标20万元。",
        "预算100万元，支出95万元。带动增收情况：甲村50万元、乙村30万元、丙村20万元。",
    ],
)
def test_a_list_of_something_else_is_no_breakdown(text: str) -> None:
    assert list(lines(text).values()) == [{"annual_budget": "100 wan", "executed": "95 wan"}]


def test_what_is_counted_shares_no_unit() -> None:
    found = lines("预算数（万元）：100，其中超限站3个，人员60，车辆12台；支出数（万元）：92。")
    assert list(found.values()) == [{"annual_budget": "100 wan", "executed": "92 wan"}]
