"""Money of several who spend it, and of several payments: each has a line of its own or is a part of what all come to.
Expectations are written by hand."""

from __future__ import annotations

import pytest

from support.told import doubted, extracted, money

PROJECT = "东山县民政局2022年度医疗救助项目支出绩效自评报告"


def lines(text: str) -> dict[str, dict[str, str]]:
    return money(extracted(PROJECT, text))


def told(text: str) -> list[str]:
    return doubted(extracted(PROJECT, text))


OWN = {"annual_budget": "150 wan", "executed": "140 wan"}
OTHER = {"annual_budget": "450 wan", "executed": "420 wan"}


@pytest.mark.parametrize(
    "text",
    [
        "县本级预算150万元，支出140万元；各乡镇预算450万元，支出420万元。",
        "本级预算150万元，支出140万元；下级预算450万元，支出420万元。",
        "市本级预算150万元，支出140万元，县区预算450万元，支出420万元。",
        "局机关预算150万元，支出140万元；下属单位预算450万元，支出420万元。",
    ],
)
def test_who_spends_has_a_line_and_none_is_the_whole(text: str) -> None:
    found = lines(text)
    assert not any(label.endswith("*") for label in found)
    assert list(found.values()) == [OWN, OTHER]


def test_the_whole_that_spenders_come_to() -> None:
    whole = "合计预算600万元，支出560万元，执行率93.33%。"
    found = lines(f"县本级预算150万元，支出140万元；各乡镇预算450万元，支出420万元。{whole}")
    figures = {"annual_budget": "600 wan", "executed": "560 wan", "execution_rate": "93.33 percent"}
    assert [found.pop(label) for label in list(found) if label.endswith("*")] == [figures]
    assert list(found.values()) == [OWN, OTHER]


@pytest.mark.parametrize("text", ["县本级预算150万元，支出140万元。", "本级预算150万元，全年支出140万元。"])
def test_the_only_spender_is_the_whole(text: str) -> None:
    assert list(lines(text).values()) == [OWN] and not told(text)


@pytest.mark.parametrize("own", ["县本级预算", "县本级资金", "县级资金"])
def test_givers_at_the_own_level(own: str) -> None:
    found = lines(f"省级补助60万元，{own}40万元。省级补助支出58万元，县级支出30万元。")
    spent = [figures["executed"] for figures in found.values()]
    assert spent == ["58 wan", "30 wan"] and not any(label.endswith("*") for label in found)


SPENT = [
    "住院救助支出资金683.2万元；资助参保支出资金320.4万元。全年总支出1003.6万元，当年预算1050万元，执行率95.58%。",
    "上门救助8人，支出资金683.2万元；门诊救助12人，支出资金320.4万元。总支出1003.6万元，预算1050万元，执行率95.58%。",
    "支出救助资金683.2万元，支出参保资金320.4万元。共支出1003.6万元，预算1050万元，执行率95.58%。",
]


@pytest.mark.parametrize("text", SPENT)
def test_payments_that_come_to_all_that_was_spent_are_its_parts(text: str) -> None:
    found = lines(text)
    (whole,) = [figures for label, figures in found.items() if label.endswith("*")]
    assert whole == {"executed": "1003.6 wan", "annual_budget": "1050 wan", "execution_rate": "95.58 percent"}
    assert told(text) == []


def test_payments_that_do_not_come_to_it_are_told() -> None:
    text = "上门救助8人，支出资金683.2万元；门诊救助12人，支出资金320.4万元。总支出1004万元。"
    assert "1004" in told(text)


@pytest.mark.parametrize(
    ("text", "unclear"),
    [
        ("年初预算200万元，拨付至各乡镇资金80万元。", ["80"]),
        ("拨付至各乡镇资金80万元，年初预算200万元。", ["80"]),
        ("年初预算200万元，已拨付9家医院资金80万元。", ["80"]),
        ("年初预算200万元，下拨给乡镇卫生院80万元，支出70万元。", ["80", "70"]),
    ],
)
def test_less_than_the_budget_that_was_handed_on_is_told(text: str, unclear: list[str]) -> None:
    assert list(lines(text).values()) == [{"initial_budget": "200 wan"}]
    assert told(text) == unclear


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("年初预算200万元，实际拨付80万元。", {"appropriated": "80 wan"}),
        ("年初预算200万元，县财政拨付给我局80万元。", {"appropriated": "80 wan"}),
        ("年初预算200万元，拨付到位资金80万元。", {"funds_received": "80 wan"}),
        ("年初预算200万元，拨付各乡镇200万元。", {"appropriated": "200 wan"}),
        ("年初预算200万元，拨付至各乡镇180万元，执行率90%。", {"executed": "180 wan", "execution_rate": "90 percent"}),
        ("年初预算200万元，拨付各乡镇180万元，全年支出190万元。", {"executed": "190 wan"}),
    ],
)
def test_money_that_was_handed_to_the_unit_or_is_all(text: str, figures: dict[str, str]) -> None:
    assert list(lines(text).values()) == [{"initial_budget": "200 wan"} | figures]


def test_spenders_side_by_side_are_no_whole() -> None:
    text = "下属单位预算100万元，机关预算50万元，共支出140万元。"
    assert (lines(text), told(text)) == ({}, ["140"])
    found = lines("预算150万元，其中县本级预算100万元，乡镇预算50万元，共支出140万元。")
    assert list(found.values()) == [
        {"annual_budget": "150 wan", "executed": "140 wan"},
        {"annual_budget": "100 wan"},
        {"annual_budget": "50 wan"},
    ]


def test_a_promise_that_was_kept_is_one_payment() -> None:
    found = lines("年初预算100万元，兑现承诺奖励20万元，支出95万元。")
    assert list(found.values()) == [{"initial_budget": "100 wan", "executed": "95 wan"}]
