"""Figures in a row of which only the first has words: parts of their sum, or told. Expectations are written by hand."""

from __future__ import annotations

import pytest

from support.told import doubted, extracted, money

PROJECT = "东山县林业局2022年度森林防火项目支出绩效自评报告"


def lines(text: str) -> list[dict[str, str]]:
    return list(money(extracted(PROJECT, text)).values())


def told(text: str) -> list[str]:
    return doubted(extracted(PROJECT, text))


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("全年支出60万元、30万元，合计90万元。", {"executed": "90 wan"}),
        ("分两次支出60万元和30万元，共计90万元。", {"executed": "90 wan"}),
        ("支出60万元、30万元，共支出90万元。", {"executed": "90 wan"}),
        ("下达资金60万元、30万元，合计90万元，支出81万元。", {"appropriated": "90 wan", "executed": "81 wan"}),
        (
            "年初预算100万元，先后支出60万元、30万元，合计90万元，执行率90%。",
            {"initial_budget": "100 wan", "executed": "90 wan", "execution_rate": "90 percent"},
        ),
    ],
)
def test_figures_in_a_row_are_parts_of_the_sum_behind_them(text: str, figures: dict[str, str]) -> None:
    assert lines(text) == [figures]
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "figures", "unclear"),
    [
        ("年初预算100万元，先后支出60万元、30万元。", {"initial_budget": "100 wan"}, ["60", "30"]),
        ("年初预算100万元，两次支出60万元和30万元，合计95万元。", {"initial_budget": "100 wan"}, ["60", "30"]),
        ("年初预算60万元、30万元，实际支出80万元。", {"executed": "80 wan"}, ["60", "30"]),
    ],
)
def test_figures_in_a_row_without_a_sum_are_told(text: str, figures: dict[str, str], unclear: list[str]) -> None:
    assert lines(text) == [figures]
    assert told(text) == unclear


@pytest.mark.parametrize(
    "text",
    [
        "年初预算90万元、支出80万元。",
        "年初预算90万元，支出80万元，10万元结转下年。",
        "年初预算90万元和专户资金30万元，支出80万元。",
    ],
)
def test_figures_that_have_words_of_their_own_are_in_no_row(text: str) -> None:
    assert lines(text)[0] | {"executed": "80 wan"} == {"initial_budget": "90 wan", "executed": "80 wan"}
