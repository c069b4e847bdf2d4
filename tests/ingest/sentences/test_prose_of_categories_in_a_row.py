"""What is spent behind the budgets of 基本支出 and 项目支出 in a row. Expectations are written by hand."""

from __future__ import annotations

import pytest

from support.told import doubted, extracted, money

DEPARTMENT = "东山县水利局2023年度部门整体支出绩效自评报告"
BUDGETS = "基本支出预算60万元，项目支出预算40万元"
BASIC = {"annual_budget": "60 wan"}
PROJECT = {"annual_budget": "40 wan"}


def lines(text: str) -> list[dict[str, str]]:
    """The cells of the total, then those of the categories."""
    found = money(extracted(DEPARTMENT, text))
    return [found[label] for label in sorted(found, key=lambda label: (not label.endswith("*"), label))]


@pytest.mark.parametrize(
    ("behind", "whole"),
    [
        ("，支出95万元。", {"executed": "95 wan"}),
        ("；支出95万元。", {"executed": "95 wan"}),
        ("，共支出38万元。", {"executed": "38 wan"}),
        ("，实际支出95万元，执行率95%。", {"executed": "95 wan", "execution_rate": "95 percent"}),
        ("，支出38万元，执行率38%。", {"executed": "38 wan", "execution_rate": "38 percent"}),
    ],
)
def test_spending_of_all_categories(behind: str, whole: dict[str, str]) -> None:
    assert lines(BUDGETS + behind) == [whole, BASIC, PROJECT]


def test_spending_beside_a_budget_of_the_whole() -> None:
    found = lines(f"全年预算100万元，{BUDGETS}，支出95万元，执行率95%。")
    assert found == [{"annual_budget": "100 wan", "executed": "95 wan", "execution_rate": "95 percent"}, BASIC, PROJECT]


def test_spending_of_the_last_category_by_its_rate() -> None:
    found = lines(f"{BUDGETS}，支出38万元，执行率95%。")
    assert found == [BASIC, PROJECT | {"executed": "38 wan", "execution_rate": "95 percent"}]


@pytest.mark.parametrize("whole", ["", "全年预算100万元，"])
def test_spending_of_which_nothing_tells_is_told(whole: str) -> None:
    found = extracted(DEPARTMENT, f"{whole}{BUDGETS}，支出38万元。")
    assert not any("executed" in line for line in money(found).values())
    assert "38" in doubted(found)


def test_categories_that_come_to_the_budget_before_them_are_no_spending() -> None:
    assert lines("全年预算100万元，基本支出60万元，项目支出40万元，支出95万元。") == [
        {"annual_budget": "100 wan", "executed": "95 wan"},
        BASIC,
        PROJECT,
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("项目支出预算40万元，支出45万元。", [PROJECT | {"executed": "45 wan"}]),
        (
            "基本支出预算60万元，支出60万元，项目支出预算40万元，支出38万元。",
            [BASIC | {"executed": "60 wan"}, PROJECT | {"executed": "38 wan"}],
        ),
        (
            "基本支出60万元，项目支出预算40万元，支出38万元。",
            [{"executed": "60 wan"}, PROJECT | {"executed": "38 wan"}],
        ),
    ],
)
def test_a_category_keeps_its_own_spending(text: str, found: list[dict[str, str]]) -> None:
    assert lines(text) == found


@pytest.mark.parametrize(
    ("given", "measure"),
    [("年初预算安排", "initial_budget"), ("预算批复", "annual_budget"), ("财政下达", "appropriated")],
)
@pytest.mark.parametrize("mark", ["、", "，", "和"])
def test_a_budget_spread_over_categories_is_no_spending(given: str, measure: str, mark: str) -> None:
    [whole, *_] = lines(f"{given}基本支出60万元{mark}项目支出40万元，合计100万元；当年支出98万元。")
    assert whole == {measure: "100 wan", "executed": "98 wan"}
    [basic, project] = lines(f"{given}基本支出60万元{mark}项目支出40万元；决算基本支出59万元、项目支出39万元。")
    assert basic == {measure: "60 wan", "executed": "59 wan"}
    assert project == {measure: "40 wan", "executed": "39 wan"}


@pytest.mark.parametrize("spent", ["一般公共预算", "年度预算执行", "按照预算安排，"])
def test_spending_under_a_budget_of_an_account_stays_spending(spent: str) -> None:
    [whole, *parts] = lines(f"{spent}基本支出59万元，项目支出39万元，合计98万元。")
    assert [whole, *parts] == [{"executed": "98 wan"}, {"executed": "59 wan"}, {"executed": "39 wan"}]


def test_each_category_that_is_given_money() -> None:
    text = "预算安排基本支出60万元，实际支出59万元；安排项目支出40万元，实际支出39万元。"
    basic = {"annual_budget": "60 wan", "executed": "59 wan"}
    assert lines(text) == [basic, {"appropriated": "40 wan", "executed": "39 wan"}]


def test_a_project_s_spending_that_is_given_is_its_budget() -> None:
    found = money(extracted("东山县2023年河道保洁项目绩效自评报告", "预算安排项目支出40万元，实际支出39万元。"))
    assert list(found.values()) == [{"annual_budget": "40 wan", "executed": "39 wan"}]


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("全年预算基本支出60万元、执行59万元，项目支出40万元、执行38万元。", "annual_budget"),
        ("全年预算：基本支出60万元，执行59万元；项目支出40万元，执行38万元。", "annual_budget"),
        ("基本支出60万元，执行59万元；项目支出40万元，执行38万元。", "appropriated"),
    ],
)
def test_what_stands_before_the_spending_of_each_category_was_given_for_it(text: str, given: str) -> None:
    assert money(extracted(DEPARTMENT, text)) == {
        "基本支出": {given: "60 wan", "executed": "59 wan"},
        "项目支出": {given: "40 wan", "executed": "38 wan"},
    }


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "项目支出预算安排项目支出40万元，全年支出98万元。",
            {"项目支出": {"annual_budget": "40 wan"}, "全年支出 *": {"executed": "98 wan"}},
        ),
        (
            "部门预算100万元，项目支出预算40万元，全年支出98万元，执行率98%。",
            {
                "部门预算 *": {"annual_budget": "100 wan", "executed": "98 wan", "execution_rate": "98 percent"},
                "项目支出": {"annual_budget": "40 wan"},
            },
        ),
        (
            "基本支出60万元，项目支出40万元，执行98万元。",
            {
                "基本支出": {"appropriated": "60 wan"},
                "项目支出": {"appropriated": "40 wan"},
                "执行 *": {"executed": "98 wan"},
            },
        ),
    ],
)
def test_more_than_a_category_has_is_not_spent_on_it(text: str, found: dict[str, dict[str, str]]) -> None:
    assert money(extracted(DEPARTMENT, text)) == found


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("部门预算100万元。项目支出40万元，累计支出38万元。", ["40", "38"]),
        ("部门预算100万元。基本支出60万元，项目支出40万元，执行38万元。", ["60", "40", "38"]),
    ],
)
def test_spending_on_categories_that_is_less_than_they_are_said_to_have_spent(text: str, figures: list[str]) -> None:
    found = extracted(DEPARTMENT, text)
    assert money(found) == {"部门预算 *": {"annual_budget": "100 wan"}}
    assert doubted(found) == figures


@pytest.mark.parametrize(
    "budgets", ["基本支出预算60万元、项目支出预算40万元", "预算安排基本支出60万元、项目支出40万元"]
)
def test_one_verb_for_what_was_spent_on_each_category(budgets: str) -> None:
    text = f"{budgets}，支出分别为59万元、38万元，执行率分别为98.33%、95%。"
    assert money(extracted(DEPARTMENT, text)) == {
        "基本支出": {"annual_budget": "60 wan", "executed": "59 wan", "execution_rate": "98.33 percent"},
        "项目支出": {"annual_budget": "40 wan", "executed": "38 wan", "execution_rate": "95 percent"},
    }


@pytest.mark.parametrize(
    "text",
    [
        "中央资金60万元、省级资金40万元，支出分别为59万元、38万元，执行率分别为98.33%、95%。",
        "教师培训项目下达资金60万元，校园网项目下达资金40万元，支出分别为59万元、38万元，执行率分别为98.33%、95%。",
    ],
)
def test_one_verb_for_what_was_spent_of_each_amount_before(text: str) -> None:
    first, second = money(extracted("东山县2023年水库除险项目支出绩效自评报告", text)).values()
    assert first == {"appropriated": "60 wan", "executed": "59 wan", "execution_rate": "98.33 percent"}
    assert second == {"appropriated": "40 wan", "executed": "38 wan", "execution_rate": "95 percent"}


@pytest.mark.parametrize(
    "text", ["年初预算60万元，调整后预算40万元", "2022年预算60万元，2023年预算40万元", "预算60万元"]
)
def test_one_verb_behind_amounts_that_name_nothing(text: str) -> None:
    found = money(extracted(DEPARTMENT, f"{text}，支出分别为18万元、19万元。"))
    assert not any("executed" in line for line in found.values())
