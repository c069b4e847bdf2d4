"""Budgets beside an income or of several years, costs beside a category, and other times. Expectations are
written by hand."""

from __future__ import annotations

import pytest

from support.told import doubted, extracted, money

PROJECT = "东山县2023年社区养老服务项目支出绩效自评报告"
DEPARTMENT = "东山县水利局2023年度部门整体支出绩效自评报告"

Line = dict[str, str]


def lines(title: str, text: str) -> dict[str, Line]:
    return money(extracted(title, text))


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        (
            "部门预算收入1200万元，支出1200万元；决算收入1250万元，支出1230万元。",
            {"annual_budget": "1200 wan", "executed": "1230 wan"},
        ),
        ("年初部门预算总收入1000万元，总支出1000万元。", {"initial_budget": "1000 wan"}),
        ("部门决算收入1200万元，支出1200万元。", {"executed": "1200 wan"}),
        ("部门预算收入1200万元，支出1180万元。", {"executed": "1180 wan"}),
    ],
)
def test_what_balances_a_budgeted_income_is_no_spending(text: str, whole: Line) -> None:
    assert list(lines(DEPARTMENT, text).values()) == [whole]


def test_its_parts_are_budgets_too() -> None:
    text = (
        "年初部门预算总收入1000万元，总支出1000万元，其中基本支出700万元，项目支出300万元；"
        "年末决算总收入1100万元，总支出1080万元，其中基本支出720万元，项目支出360万元。"
    )
    assert lines(DEPARTMENT, text) == {
        "总支出 *": {"initial_budget": "1000 wan", "executed": "1080 wan"},
        "基本支出": {"initial_budget": "700 wan", "executed": "720 wan"},
        "项目支出": {"initial_budget": "300 wan", "executed": "360 wan"},
    }


@pytest.mark.parametrize(
    "text",
    [
        "项目实施期两年，总预算200万元，其中2022年120万元、2023年80万元，2023年支出75万元。",
        "总预算200万元，2022年120万元，2023年80万元，2023年支出75万元。",
        "总预算200万元，2022年安排120万元，2023年安排80万元，2023年支出75万元。",
        "总预算200万元，其中2022年下达120万元，2023年下达80万元，2023年支出75万元。",
    ],
)
def test_what_several_years_come_to_is_the_budget_of_none(text: str) -> None:
    assert list(lines(PROJECT, text).values()) == [{"annual_budget": "80 wan", "executed": "75 wan"}]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("三公经费预算10万元，公务接待费支出2万元，公务用车支出6万元。", {"annual_budget": "10 wan"}),
        ("项目支出预算40万元，设备费支出20万元，培训费支出18万元。", {"annual_budget": "40 wan"}),
        ("项目支出预算40万元，实际支出38万元。", {"annual_budget": "40 wan", "executed": "38 wan"}),
    ],
)
def test_what_is_spent_on_one_thing_is_not_all_of_its_category(text: str, line: Line) -> None:
    assert list(lines(DEPARTMENT, text).values()) == [line]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("6月底执行率40%，9月底执行率70%，年底执行率95%，全年预算100万元。", {"execution_rate": "95 percent"}),
        ("6月底支出40万元，12月底支出95万元，全年预算100万元。", {"executed": "95 wan"}),
        ("全年预算100万元，比2022年预算90万元增加10万元；支出95万元，比2022年增加7万元。", {"executed": "95 wan"}),
    ],
)  # fmt: skip
def test_only_the_end_of_the_year_counts(text: str, line: Line) -> None:
    assert list(lines(PROJECT, text).values()) == [{"annual_budget": "100 wan"} | line]


@pytest.mark.parametrize(
    "text",
    [
        "项目支出：人工20万元，材料30万元。",
        "资金支出：甲校28万元，乙校38万元，丙校29万元。",
        "预算安排：设备20万元，材料30万元。",
    ],
)
def test_the_first_of_a_list_is_not_the_whole(text: str) -> None:
    assert list(lines(PROJECT, f"全年预算60万元。{text}").values()) == [{"annual_budget": "60 wan"}]


def test_what_was_spent_in_several_years_is_told() -> None:
    found = extracted(PROJECT, "总预算200万元，其中2022年80万元，2023年120万元，累计支出190万元。")
    assert list(money(found).values()) == [{"annual_budget": "120 wan"}]
    assert doubted(found) == ["190"]


def test_what_was_given_before_the_year_for_it_is_a_part() -> None:
    text = "2023年下达资金200万元，其中2022年提前下达120万元，2023年下达80万元，支出190万元。"
    assert lines(PROJECT, text)["下达资金 *"] == {"appropriated": "200 wan", "executed": "190 wan"}


def test_a_list_with_its_sum_and_its_rate() -> None:
    text = "下达资金90万元。支出：疫苗采购40万元，防疫员工资32万元，冷链10万元，合计82万元，执行率91.11%。"
    found = list(lines(PROJECT, text).values())
    assert found[0] == {"appropriated": "90 wan", "executed": "82 wan", "execution_rate": "91.11 percent"}
    assert found[1:] == [{"executed": "40 wan"}, {"executed": "32 wan"}, {"executed": "10 wan"}]


@pytest.mark.parametrize(
    "text", ["设备合同40万元，物资合同50万元，合计90万元。", "甲标中标40万元，乙标中标50万元，共计90万元。"]
)
def test_contracts_with_their_sum_are_no_budget(text: str) -> None:
    assert lines(PROJECT, text) == {}


def test_a_list_with_its_sum() -> None:
    assert lines(PROJECT, "支出：设备20万元，材料30万元，合计50万元。") == {
        "合计 *": {"executed": "50 wan"},
        "设备": {"executed": "20 wan"},
        "材料": {"executed": "30 wan"},
    }


def test_amounts_without_a_name_behind_their_whole() -> None:
    text = "该项目资金100万元由市财政安排，其中50万元于3月下达，50万元于8月下达，全年使用95万元。"
    assert list(lines(PROJECT, text).values()) == [{"executed": "95 wan"}]


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        (
            "本项目预算42万元，占部门总预算100万元的42%，执行40万元，执行率95.24%。",
            {"annual_budget": "42 wan", "executed": "40 wan", "execution_rate": "95.24 percent"},
        ),
        (
            "全年预算100万元，其中设备费42万元，占预算的42%，支出95万元。",
            {"annual_budget": "100 wan", "executed": "95 wan"},
        ),
        (
            "支出95万元，占全年预算100万元的95%。",
            {"executed": "95 wan", "annual_budget": "100 wan", "execution_rate": "95 percent"},
        ),
    ],
)
def test_a_share_of_the_budget_is_a_rate_of_what_was_spent_only(text: str, whole: Line) -> None:
    assert next(line for label, line in lines(PROJECT, text).items() if label.endswith("*")) == whole


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("全县预算1亿元，我单位42万元，我单位支出40万元。", {"executed": "40 wan"}),
        ("省级下达全省资金10亿元，我市分配4200万元，支出4000万元。", {"executed": "4000 wan"}),
        ("全县预算1亿元，我县支出9000万元。", {"annual_budget": "1 yi", "executed": "9000 wan"}),
    ],
)
def test_the_money_of_a_wider_area_is_not_the_writers_own(text: str, whole: Line) -> None:
    assert list(lines(PROJECT, text).values()) == [whole]


def test_a_kind_of_spending_under_two_categories_has_two_lines() -> None:
    text = (
        "基本支出700万元，其中：工资福利支出600万元，商品和服务支出100万元。"
        "项目支出400万元，其中：商品和服务支出300万元，资本性支出100万元。"
    )
    found = extracted(DEPARTMENT, text)
    labels = {line.line_no: line.line_label for line in found.funding_lines}
    above = [(line.line_label, labels.get(line.parent_line_no or 0)) for line in found.funding_lines]
    assert [pair for pair in above if pair[0] == "商品和服务"] == [
        ("商品和服务", "基本支出"),
        ("商品和服务", "项目支出"),
    ]


def test_what_has_still_to_be_given_is_not_left_over() -> None:
    found = extracted(PROJECT, "项目总预算500万元，已下达300万元，剩余200万元待下达，已支出280万元。")
    assert "carryover" not in [amount.measure for amount in found.amounts]


def test_budgeted_income_that_with_what_was_added_comes_to_the_adjusted_budget() -> None:
    title = "东山县司法局2022年度部门整体支出绩效自评报告"
    assert list(lines(title, "年初预算收入100万元，年中追加20万元，调整后预算120万元，支出110万元。").values()) == [
        {"initial_budget": "100 wan", "budget_adjustment": "20 wan", "annual_budget": "120 wan", "executed": "110 wan"}
    ]
    assert "initial_budget" not in str(lines(title, "年初预算收入90万元，年中追加20万元，调整后预算120万元。"))
