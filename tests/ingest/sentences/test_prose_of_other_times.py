"""Money of several years, of earlier ones and of the report's own beside each other. Expectations are written by
hand."""

from __future__ import annotations

import pytest

from support.told import extracted, money

PROJECT = "东山县2022年社区养老服务项目支出绩效自评报告"


def lines(*paragraphs: str) -> list[dict[str, str]]:
    return list(money(extracted(PROJECT, *paragraphs)).values())


@pytest.mark.parametrize(
    "text",
    [
        "三年共安排370万元，支出350万元。",
        "2021年至2023年累计下达资金900万元，累计支出850万元。",
        "2021—2023年总预算900万元，已支出850万元，执行率94.44%。",
    ],
)
def test_what_several_years_spent_is_not_spent_in_one(text: str) -> None:
    assert lines(text) == []


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "2020年安排资金100万元，2021年安排资金120万元，2022年安排资金150万元，三年共安排370万元，支出350万元。",
            {"appropriated": "150 wan"},
        ),
        (
            "三年共安排370万元，支出350万元，其中2022年安排150万元，支出140万元。",
            {"appropriated": "150 wan", "executed": "140 wan"},
        ),
        (
            "项目实施期2021-2023年，总预算900万元，其中2022年预算300万元，当年支出288万元，执行率96%。",
            {"annual_budget": "300 wan", "executed": "288 wan", "execution_rate": "96 percent"},
        ),
        (
            "2021年至2023年累计下达资金900万元，累计支出850万元。2022年下达300万元，支出280万元。",
            {"appropriated": "300 wan", "executed": "280 wan"},
        ),
    ],
)
def test_the_year_of_the_report_among_several(text: str, figures: dict[str, str]) -> None:
    assert lines(text) == [figures]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "预算执行率为98%，较上年提高3个百分点；预算100万元。",
            {"execution_rate": "98 percent", "annual_budget": "100 wan"},
        ),
        (
            "预算执行率为98%，较上年提高3个百分点，全年预算100万元。",
            {"execution_rate": "98 percent", "annual_budget": "100 wan"},
        ),
        ("全年预算100万元，与去年相比，减少支出10万元。", {"annual_budget": "100 wan"}),
        ("全年预算100万元，上半年，累计支出40万元。", {"annual_budget": "100 wan"}),
    ],
)
def test_a_year_that_something_is_compared_with_ends_with_its_clause(text: str, figures: dict[str, str]) -> None:
    assert lines(text) == [figures]


def test_without_a_year_in_its_title_a_report_is_of_the_last_year_in_which_money_was_spent() -> None:
    found = extracted(
        "东山县水务局河道清淤项目绩效自评报告",
        "一、上年情况",
        "2022年预算80万元，支出75万元。",
        "二、本年情况",
        "2023年预算100万元，实际支出95万元。",
        "三、下年安排",
        "2024年预算120万元。",
    )
    assert list(money(found).values()) == [{"annual_budget": "100 wan", "executed": "95 wan"}]
    assert found.reports[0].money_year == 2023


def test_a_year_named_behind_several_is_meant() -> None:
    text = "2021—2022年，连续两年实施，2022年预算100万元，支出95万元。"
    assert lines(text) == [{"annual_budget": "100 wan", "executed": "95 wan"}]


def test_what_was_spent_since_an_earlier_year_is_not_of_the_report_s() -> None:
    title = "东山县2023年社区养老服务项目支出绩效自评报告"
    since = "项目自2021年实施以来，累计下达资金300万元，累计支出290万元。"
    own = {"appropriated": "120 wan", "executed": "115 wan"}
    assert list(money(extracted(title, f"{since}2023年下达资金120万元，支出115万元。")).values()) == [own]
    assert money(extracted(title, since)) == {}
    begun = "项目自2023年3月实施以来，累计下达资金120万元，累计支出115万元。"
    assert list(money(extracted(title, begun)).values()) == [own]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "全年预算100万元。截止2022年11月30日，已完成拨付100万元，执行率100%。",
            {"annual_budget": "100 wan", "executed": "100 wan", "execution_rate": "100 percent"},
        ),
        ("全年预算100万元。截止2022年6月30日，已完成拨付60万元，执行率60%。", {"annual_budget": "100 wan"}),
    ],
)
def test_all_of_a_budget_by_a_day_of_its_year_is_spent_in_it(text: str, figures: dict[str, str]) -> None:
    assert lines(text) == [figures]
