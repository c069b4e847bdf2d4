"""Who gave what, and what was spent of it, where one verb, one sum or none stands before several amounts. Expectations
are written by hand."""

from __future__ import annotations

import pytest

from support.told import extracted, money

PROJECT = "东山县2022年社区养老服务项目支出绩效自评报告"

Line = dict[str, str]


def lines(*paragraphs: str) -> dict[str, Line]:
    return money(extracted(PROJECT, *paragraphs))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "市财政安排资金100万元，区级按1:1配套100万元，实际支出市级资金95万元、区级资金80万元。",
            [
                {"appropriated": "100 wan", "executed": "95 wan"},
                {"appropriated": "100 wan", "executed": "80 wan"},
            ],
        ),
        (
            "中央资金100万元，省级资金50万元。全年使用中央资金95万元，使用省级资金45万元。",
            [{"appropriated": "100 wan", "executed": "95 wan"}, {"appropriated": "50 wan", "executed": "45 wan"}],
        ),
        (
            "到位中央资金600万元，支出590万元；到位省级资金200万元，支出150万元。",
            [
                {"funds_received": "600 wan", "executed": "590 wan"},
                {"funds_received": "200 wan", "executed": "150 wan"},
            ],
        ),
        (
            "到位中央资金600万元，支出590万元，省级资金200万元，支出150万元。",
            [{"funds_received": "600 wan", "executed": "590 wan"}, {"appropriated": "200 wan", "executed": "150 wan"}],
        ),
        (
            "专项债券资金到位600万元，支出600万元；县级配套资金到位100万元，支出80万元。",
            [{"funds_received": "600 wan", "executed": "600 wan"}, {"funds_received": "100 wan", "executed": "80 wan"}],
        ),
        (
            "全年支出市级资金95万元、区级资金80万元、镇级资金10万元。",
            [{"executed": "95 wan"}, {"executed": "80 wan"}, {"executed": "10 wan"}],
        ),
    ],
)
def test_each_giver_with_what_was_done_with_its_money(text: str, expected: list[Line]) -> None:
    found = lines(text)
    assert list(found.values()) == expected
    assert not any(label.endswith("*") for label in found)


def test_received_from_several_and_spent_in_all() -> None:
    found = lines("到位地方政府专项债券资金600万元，市级资金200万元，共支出750万元。")
    assert sorted(found.values(), key=str) == [
        {"executed": "750 wan"},
        {"funds_received": "200 wan"},
        {"funds_received": "600 wan"},
    ]
    assert found["共支出 *"] == {"executed": "750 wan"}


@pytest.mark.parametrize(
    ("text", "spent"),
    [
        ("中央资金200万元，支出260万元。", {"executed": "260 wan"}),
        ("中央资金200万元。省级资金50万元，支出240万元。", {"executed": "240 wan"}),
    ],
)
def test_more_than_a_giver_gave_is_spent_of_the_whole(text: str, spent: Line) -> None:
    found = lines(text)
    assert found["支出 *"] == spent
    assert found["中央资金"] == {"appropriated": "200 wan"}


@pytest.mark.parametrize(
    ("text", "whole", "parts"),
    [
        (
            "争取上级资金260万元，本级财政安排40万元，共投入300万元，支出288万元。",
            {"appropriated": "300 wan", "executed": "288 wan"},
            ["260 wan", "40 wan"],
        ),
        (
            "中央预算内投资500万元，地方配套200万元，企业自筹300万元，合计1000万元；累计完成投资860万元。",
            {"appropriated": "1000 wan"},
            ["500 wan", "200 wan", "300 wan"],
        ),
    ],
)
def test_what_several_gave_under_their_sum(text: str, whole: Line, parts: list[str]) -> None:
    assert list(lines(text).values()) == [whole, *({"appropriated": part} for part in parts)]


def test_what_was_applied_for_or_issued_is_no_money_of_the_project() -> None:
    assert lines("申请专项债券资金800万元，到位500万元，支出450万元。") == {
        "到位 *": {"funds_received": "500 wan", "executed": "450 wan"}
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "一般公共预算安排500万元，支出480万元；政府性基金安排300万元，支出290万元。",
            [{"annual_budget": "500 wan", "executed": "480 wan"}, {"appropriated": "300 wan", "executed": "290 wan"}],
        ),
        (
            "一般公共预算资金500万元，支出770万元。",
            [{"executed": "770 wan"}, {"annual_budget": "500 wan"}],
        ),
    ],
)
def test_money_of_one_account_is_not_the_whole(text: str, expected: list[Line]) -> None:
    assert sorted(lines(text).values(), key=str, reverse=True) == sorted(expected, key=str, reverse=True)
