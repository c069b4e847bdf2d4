"""Budgets for one thing beside that of the whole: each on a line of its own, with what was spent of it. Expectations
are written by hand."""

from __future__ import annotations

import pytest

from support.told import doubted, extracted, money

PROJECT = "东山县2022年社区养老服务项目支出绩效自评报告"
DEPARTMENT = "东山县住房和城乡建设局2022年度部门整体支出绩效自评报告"

WHOLE = {"annual_budget": "500 wan"}
ALL_SPENT = WHOLE | {"executed": "480 wan"}
THING = {"annual_budget": "30 wan"}
THING_SPENT = THING | {"executed": "28 wan"}


def lines(*blocks: str) -> list[dict[str, str]]:
    return list(money(extracted(*blocks)).values())


def told(*blocks: str) -> list[str]:
    return doubted(extracted(*blocks))


@pytest.mark.parametrize("title", [PROJECT, DEPARTMENT])
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("年度预算500万元。设备采购预算30万元，实际支出28万元。", [WHOLE, THING_SPENT]),
        (
            "年度预算500万元。设备采购预算30万元，实际支出28万元，执行率93.33%。全年支出480万元。",
            [ALL_SPENT, THING_SPENT | {"execution_rate": "93.33 percent"}],
        ),
        ("年度预算500万元，支出480万元。办公楼维修改造预算30万元，实际支出28万元。", [ALL_SPENT, THING_SPENT]),
        ("年度预算500万元，设备采购预算30万元，实际支出480万元。", [ALL_SPENT, THING]),
        (
            "年度预算500万元，设备采购预算30万元，实际支出28万元，执行率93.33%。",
            [WHOLE, THING_SPENT | {"execution_rate": "93.33 percent"}],
        ),
    ],
)
def test_what_is_spent_of_a_budget_for_one_thing(title: str, text: str, expected: list[dict[str, str]]) -> None:
    assert lines(title, text) == expected
    assert told(title, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "年度预算500万元，设备采购预算30万元，实际支出28万元。",
        "年度预算500万元。设备采购预算30万元。实际支出28万元。",
    ],
)
def test_spending_that_may_be_of_either_is_told(text: str) -> None:
    assert lines(PROJECT, text) == [WHOLE, THING]
    assert told(PROJECT, text) == ["28"]


def test_budgets_that_come_to_the_whole_are_its_parts() -> None:
    text = "年度预算500万元。设施改造预算300万元，支出290万元；人员培训预算200万元，支出190万元；支出合计480万元。"
    found = extracted(PROJECT, text)
    assert [line.parent_line_no for line in found.funding_lines] == [None, 1, 1]
    assert lines(PROJECT, text) == [
        ALL_SPENT,
        {"annual_budget": "300 wan", "executed": "290 wan"},
        {"annual_budget": "200 wan", "executed": "190 wan"},
    ]


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        (PROJECT, "设备采购预算30万元，实际支出28万元。", [THING_SPENT]),
        (
            "东山县2022年设备采购项目支出绩效自评报告",
            "设备采购预算30万元，实际支出28万元。",
            [THING_SPENT],
        ),
        (
            PROJECT,
            "年初预算500万元。调整后项目预算480万元，实际支出470万元。",
            [{"initial_budget": "500 wan", "annual_budget": "480 wan", "executed": "470 wan"}],
        ),
    ],
)
def test_the_only_budget_and_that_of_the_project_are_the_whole(
    title: str, text: str, expected: list[dict[str, str]]
) -> None:
    assert lines(title, text) == expected


def test_a_rate_behind_the_whole_and_the_budget_for_one_thing_is_told() -> None:
    text = "全年预算500万元，设备采购预算30万元，执行率95%。"
    assert lines(PROJECT, text) == [WHOLE, THING]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "预算100万元：床位补助60万元，运营补贴40万元，支出95万元，执行率95%。",
            [
                {"annual_budget": "100 wan", "executed": "95 wan", "execution_rate": "95 percent"},
                {"annual_budget": "60 wan"},
                {"annual_budget": "40 wan"},
            ],
        ),
        (
            "预算100万元，其中床位补助60万元，运营补贴30万元，支出95万元。",
            [
                {"annual_budget": "100 wan", "executed": "95 wan"},
                {"annual_budget": "60 wan"},
                {"annual_budget": "30 wan"},
            ],
        ),
        (
            "床位补助预算60万元，运营补贴预算40万元，支出95万元。",
            [{"executed": "95 wan"}, {"annual_budget": "60 wan"}, {"annual_budget": "40 wan"}],
        ),
        (
            "床位补助预算20万元，支出25万元，运营补贴预算30万元。",
            [{"annual_budget": "20 wan", "executed": "25 wan"}, {"annual_budget": "30 wan"}],
        ),
        (
            "床位补助预算20万元，支出25万元；运营补贴预算30万元，支出28万元。",
            [{"annual_budget": "20 wan", "executed": "25 wan"}, {"annual_budget": "30 wan", "executed": "28 wan"}],
        ),
        (
            "床位补助预算60万元，运营补贴预算40万元，支出98万元，其中床位补助支出58万元，运营补贴支出40万元。",
            [
                {"executed": "98 wan"},
                {"annual_budget": "60 wan", "executed": "58 wan"},
                {"annual_budget": "40 wan", "executed": "40 wan"},
            ],
        ),
        (
            "一是床位补助预算60万元，二是运营补贴预算40万元，支出42万元。",
            [{"annual_budget": "60 wan"}, {"annual_budget": "40 wan", "executed": "42 wan"}],
        ),
        (
            "床位补助预算30万元，运营补贴预算20万元，运营补贴支出25万元。",
            [{"annual_budget": "30 wan"}, {"annual_budget": "20 wan", "executed": "25 wan"}],
        ),
    ],
)
def test_more_than_the_last_budget_is_spent_of_all_before_it(text: str, expected: list[dict[str, str]]) -> None:
    assert lines(PROJECT, text) == expected


@pytest.mark.parametrize(
    ("behind", "whole", "own", "told"),
    [
        ("支出29万元。", {}, {}, ["29"]),
        ("支出95万元。", {"executed": "95 wan"}, {}, []),
        ("支出29万元，执行率96.67%。", {}, {"executed": "29 wan", "execution_rate": "96.67 percent"}, []),
        ("支出29万元，执行率29%。", {"executed": "29 wan", "execution_rate": "29 percent"}, {}, []),
    ],
)
def test_a_budget_named_by_one_word(behind: str, whole: dict[str, str], own: dict[str, str], told: list[str]) -> None:
    found = extracted("东山县2023年社区养老服务项目支出绩效自评报告", f"全年预算100万元，培训预算30万元，{behind}")
    assert money(found) == {
        "全年预算 *": {"annual_budget": "100 wan"} | whole,
        "培训": {"annual_budget": "30 wan"} | own,
    }
    assert doubted(found) == told
