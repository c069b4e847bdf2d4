"""Amounts of several givers or units in a row, and the rate behind them. Expectations are written by hand."""

from __future__ import annotations

import pytest

from support.told import doubted, extracted, money

PROJECT = "东山县2022年社区养老服务项目支出绩效自评报告"
DEPARTMENT = "东山县住房和城乡建设局2022年度部门整体支出绩效自评报告"
UNITS = "全年预算50万元，其中甲乡30万元、乙乡20万元。"

Lines = list[dict[str, str]]


def lines(*paragraphs: str) -> Lines:
    return list(money(extracted(PROJECT, *paragraphs)).values())


def doubts(*paragraphs: str) -> list[str]:
    found = extracted(PROJECT, *paragraphs)
    return [notice.detail for notice in found.notices if "比率" in notice.detail]


@pytest.mark.parametrize(
    "spent",
    [
        "省级资金支出28万元、县级资金支出17万元，执行率90%。",
        "上级资金支出28万元，本级资金支出17万元，执行率90%。",
    ],
)
def test_what_is_spent_of_each_givers_money_is_not_all_that_is_spent(spent: str) -> None:
    assert lines(f"全年预算50万元。{spent}") == [
        {"annual_budget": "50 wan", "execution_rate": "90 percent"},
        {"executed": "28 wan"},
        {"executed": "17 wan"},
    ]


def test_what_is_received_from_each_giver_is_not_all_that_is_received() -> None:
    assert lines("全年预算50万元。省级资金到位30万元、县级资金到位10万元，到位率80%。") == [
        {"annual_budget": "50 wan", "funds_received_rate": "80 percent"},
        {"funds_received": "30 wan"},
        {"funds_received": "10 wan"},
    ]


def test_what_givers_gave_is_below_a_budget_that_is_more_than_it() -> None:
    assert lines("项目总预算120万元，省级资金80万元，县级资金20万元，支出95万元。") == [
        {"annual_budget": "120 wan", "executed": "95 wan"},
        {"appropriated": "80 wan"},
        {"appropriated": "20 wan"},
    ]


def test_spending_of_each_givers_money_without_any_total() -> None:
    words = "2022年下达省级资金30万元、县级资金20万元。省级资金支出28万元、县级资金支出17万元，执行率90%。"
    assert lines(words) == [
        {"appropriated": "30 wan", "executed": "28 wan"},
        {"appropriated": "20 wan", "executed": "17 wan"},
    ]
    assert len(doubts(words)) == 1


@pytest.mark.parametrize(
    ("rate", "place"),
    [("90", 0), ("85", 2)],
    ids=["of both units", "of the last unit"],
)
def test_a_rate_behind_units_is_of_those_whose_share_it_says(rate: str, place: int) -> None:
    expected: Lines = [
        {"annual_budget": "50 wan"},
        {"annual_budget": "30 wan", "executed": "28 wan"},
        {"annual_budget": "20 wan", "executed": "17 wan"},
    ]
    expected[place]["execution_rate"] = f"{rate} percent"
    words = f"{UNITS}甲乡支出28万元、乙乡支出17万元，执行率{rate}%。"
    assert lines(words) == expected
    assert doubts(words) == []


def test_a_rate_behind_units_that_is_the_share_of_none_is_told() -> None:
    words = f"{UNITS}甲乡支出28万元、乙乡支出17万元，执行率88%。"
    assert all("execution_rate" not in line for line in lines(words))
    assert doubts(words) == ["无法判断是哪项资金的比率 / of which funds this is the rate cannot be told：88"]


def test_each_unit_with_its_own_rate_keeps_it() -> None:
    assert lines(f"{UNITS}甲乡支出28万元，执行率93.33%，乙乡支出17万元，执行率85%。")[1:] == [
        {"annual_budget": "30 wan", "executed": "28 wan", "execution_rate": "93.33 percent"},
        {"annual_budget": "20 wan", "executed": "17 wan", "execution_rate": "85 percent"},
    ]


def test_a_rate_behind_two_categories_may_be_of_the_whole() -> None:
    found = money(extracted(DEPARTMENT, "全年预算50万元。基本支出28万元，项目支出17万元，执行率90%。"))
    assert list(found.values()) == [
        {"annual_budget": "50 wan", "execution_rate": "90 percent"},
        {"executed": "28 wan"},
        {"executed": "17 wan"},
    ]


def test_spending_of_the_only_givers_money_stays_that_of_the_whole() -> None:
    assert lines("全年预算50万元。中央资金支出45万元，执行率90%。") == [
        {"annual_budget": "50 wan", "executed": "45 wan", "execution_rate": "90 percent"}
    ]


@pytest.mark.parametrize("end", ["", "，支出90万元", "，到位率100%"])
def test_what_was_received_from_each_giver_and_in_all(end: str) -> None:
    text = f"收到中央下达50万元，自治区下达30万元，地方匹配20万元，共到位100万元{end}。"
    found = extracted("东山县2022年社区养老服务项目支出绩效自评报告", text)
    total, *givers = list(money(found).values())
    assert total["funds_received"] == "100 wan" and "appropriated" not in total
    assert [list(line.values()) for line in givers] == [["50 wan"], ["30 wan"], ["20 wan"]]
    levels = [line.fund_level for line in found.funding_lines if not line.is_headline]
    assert levels[:2] == ["central", "provincial"]
    assert found.notices == []


@pytest.mark.parametrize(
    "text",
    [
        "到位资金：中央衔接资金150万元，省级衔接资金50万元。支出资金：中央衔接资金147万元，省级衔接资金43万元。",
        "资金到位情况：中央衔接资金150万元，省级衔接资金50万元；资金支出情况：中央衔接资金147万元，省级衔接资金43万元。",
    ],
)
def test_lists_of_givers_below_what_was_done_with_their_money(text: str) -> None:
    assert lines(text) == [
        {"funds_received": "150 wan", "executed": "147 wan"},
        {"funds_received": "50 wan", "executed": "43 wan"},
    ]


def test_lists_of_givers_below_a_budget() -> None:
    assert lines(
        "预算资金：省级衔接资金100万元；县级衔接资金50万元。支出：省级衔接资金98万元；县级衔接资金46万元。"
    ) == [
        {"annual_budget": "100 wan", "executed": "98 wan"},
        {"annual_budget": "50 wan", "executed": "46 wan"},
    ]


def test_what_each_of_several_gave_for_one_thing() -> None:
    assert lines("下达州级保护资金20万元、省级保护资金60万元，全部到位，到位率100%。") == [
        {"appropriated": "20 wan"},
        {"appropriated": "60 wan"},
    ]


@pytest.mark.parametrize("lead", ["资金支付：", "支付", "全年预算420万元，实际支付", "资金来源：", "下达"])
def test_one_giver_s_and_other_money_in_a_row_is_told(lead: str) -> None:
    found = extracted(PROJECT, f"{lead}中央衔接资金285万元、东西协作资金100万元。")
    assert not any({"executed", "appropriated"} & figures.keys() for figures in money(found).values())
    assert doubted(found) == ["285", "100"]


@pytest.mark.parametrize("verb", ["投入", "财政投入", "出资"])
def test_what_each_giver_paid_in(verb: str) -> None:
    text = f"自治区{verb}800万元，市级{verb}200万元，县级{verb}100万元，总投入1100万元。支出1045万元，占总投入的95%。"
    assert lines(text) == [
        {"appropriated": "1100 wan", "executed": "1045 wan", "execution_rate": "95 percent"},
        {"appropriated": "800 wan"},
        {"appropriated": "200 wan"},
        {"appropriated": "100 wan"},
    ]


def test_what_others_paid_in_is_no_budget() -> None:
    assert lines("县级投入80万元，企业投入20万元，总投入100万元，支出90万元。") == [{"executed": "90 wan"}]


def test_the_share_of_each_giver_s_money_that_was_paid() -> None:
    text = "中央下达60万元，省级下达40万元。中央资金支付54万元，支付率90%；省级资金支付38万元，支付率95%。"
    assert lines(text) == [
        {"appropriated": "60 wan", "executed": "54 wan", "execution_rate": "90 percent"},
        {"appropriated": "40 wan", "executed": "38 wan", "execution_rate": "95 percent"},
    ]
    without = lines(text.replace("90%", "85%").replace("95%", "80%"))
    assert [figures.get("execution_rate") for figures in without] == [None, None]
