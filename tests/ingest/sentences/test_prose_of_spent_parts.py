"""The parts of a budget that each have spending of their own, and amounts that brackets or comparisons describe.
Expectations are written by hand."""

from __future__ import annotations

import pytest

from support.told import extracted, money

PROJECT = "东山县2023年社区养老服务项目支出绩效自评报告"
DEPARTMENT = "东山县民政局2023年度部门整体支出绩效自评报告"

Line = dict[str, str]


def lines(text: str, title: str = PROJECT) -> dict[str, Line]:
    return money(extracted(title, text))


@pytest.mark.parametrize(("rest", "mark"), [("", "，"), ("", "；"), ("，结余10万元", "；")])
@pytest.mark.parametrize(
    ("first", "second"), [("设备费", "培训费"), ("中央资金", "省级资金")], ids=["things", "givers"]
)
def test_no_spending_of_a_part_is_of_the_whole(first: str, second: str, rest: str, mark: str) -> None:
    text = f"全年预算300万元，其中{first}200万元，支出190万元{rest}{mark}{second}100万元，支出90万元{rest}。"
    assert lines(text) == {
        "全年预算 *": {"annual_budget": "300 wan"},
        first: {"annual_budget": "200 wan", "executed": "190 wan"},
        second: {"annual_budget": "100 wan", "executed": "90 wan"},
    }


def test_the_parts_of_money_that_no_word_names() -> None:
    assert lines("项目资金300万元，其中设备费200万元，支出190万元，培训费100万元，支出90万元。") == {
        "项目资金 *": {"appropriated": "300 wan"},
        "设备费": {"appropriated": "200 wan", "executed": "190 wan"},
        "培训费": {"appropriated": "100 wan", "executed": "90 wan"},
    }


def test_more_than_the_last_part_is_of_the_whole() -> None:
    text = "全年预算300万元，其中设备费200万元，支出190万元，培训费100万元，支出280万元。"
    assert lines(text)["全年预算 *"] == {"annual_budget": "300 wan", "executed": "280 wan"}


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("全年预算（含追加）120万元，执行118万元。", "annual_budget"),
        ("年度预算数（调整后）120万元，执行118万元。", "annual_budget"),
        ("年初预算（不含追加）120万元，执行118万元。", "initial_budget"),
        ("资金（预算追加）120万元，执行118万元。", "budget_adjustment"),
    ],
)
def test_what_stands_outside_a_bracket_names_an_amount(text: str, measure: str) -> None:
    assert list(lines(text).values()) == [{measure: "120 wan", "executed": "118 wan"}]


def test_what_all_parts_are_compared_with_is_of_the_whole() -> None:
    text = "“三公”经费支出8万元，其中：公务接待费1万元、公车运维费7万元，较预算10万元减少2万元。"
    assert lines(text, DEPARTMENT) == {
        "“三公”经费": {"executed": "8 wan", "annual_budget": "10 wan"},
        "公务接待费": {"executed": "1 wan"},
        "公车运维费": {"executed": "7 wan"},
    }


def test_what_each_part_is_compared_with_is_its_own() -> None:
    text = "“三公”经费支出8万元，其中：公务接待费1万元，较预算2万元减少1万元；公车运维费7万元，较预算9万元减少2万元。"
    assert lines(text, DEPARTMENT) == {
        "“三公”经费": {"executed": "8 wan"},
        "公务接待费": {"executed": "1 wan", "annual_budget": "2 wan"},
        "公车运维费": {"executed": "7 wan", "annual_budget": "9 wan"},
    }


@pytest.mark.parametrize("spent", ["甲县支出480万元、乙县支出290万元", "支出480万元"])
def test_the_first_of_several_places_is_not_the_whole(spent: str) -> None:
    found = lines(f"下达甲县500万元、乙县300万元，{spent}。")
    assert not any("appropriated" in line for line in found.values())


def test_what_was_cut_from_an_application_changed_no_budget() -> None:
    text = "项目单位申报预算150万元，财政核定预算120万元，核减30万元，实际支出118万元。"
    assert list(lines(text).values()) == [{"annual_budget": "120 wan", "executed": "118 wan"}]


@pytest.mark.parametrize(
    "text",
    [
        "项目资金300万元，支出280万元，执行率93.33%。",
        "本项目资金300万元全部为省级财政资金，支出280万元，执行率93.33%。",
    ],
)
def test_the_projects_money_before_its_spending_is_what_was_given(text: str) -> None:
    assert list(lines(text).values()) == [
        {"appropriated": "300 wan", "executed": "280 wan", "execution_rate": "93.33 percent"}
    ]


def test_the_projects_money_is_not_what_was_given_if_more_is_spent() -> None:
    assert "appropriated" not in lines("项目资金300万元，支出280万元。2023年共支出310万元。")


@pytest.mark.parametrize(
    ("first", "again"), [("我县", "我县"), ("我县分配", "我县已"), ("本级部门", "本级部门"), ("我局", "我局实际")]
)
def test_the_writer_s_own_share_is_a_part_with_spending_of_its_own(first: str, again: str) -> None:
    assert lines(f"省级下达资金1000万元，其中{first}100万元，{again}支出90万元。") == {
        "省级下达资金 *": {"appropriated": "1000 wan"},
        first: {"appropriated": "100 wan", "executed": "90 wan"},
    }


@pytest.mark.parametrize("spent", ["其中我局已支出95万元", "其中本年90万元，上年结转10万元，我局支出95万元"])
def test_what_the_writer_spent_of_a_whole_is_no_share_of_it(spent: str) -> None:
    assert lines(f"全年预算100万元，{spent}。")["全年预算 *"] == {"annual_budget": "100 wan", "executed": "95 wan"}
