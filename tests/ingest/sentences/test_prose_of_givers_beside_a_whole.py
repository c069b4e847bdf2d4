"""What several gave, beside the whole or alone, without 其中: what adds up, brackets and topics tell. Expectations are
written by hand."""

from __future__ import annotations

import pytest

from support.told import doubted, extracted, money

PROJECT = "东山县2022年社区养老服务项目支出绩效自评报告"

Line = dict[str, str]


def lines(text: str) -> list[Line]:
    return list(money(extracted(PROJECT, text)).values())


def told(text: str) -> list[str]:
    return doubted(extracted(PROJECT, text))


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("全年预算100万元，中央资金60万元，省级资金40万元，支出95万元，执行率95%。", ["60 wan", "40 wan"]),
        ("全年预算100万元，财政投入60万元，社会资金40万元，支出95万元，执行率95%。", ["60 wan", "40 wan"]),
    ],
)
def test_what_comes_from_several_to_the_whole_is_its_parts(text: str, parts: list[str]) -> None:
    assert lines(text) == [
        {"annual_budget": "100 wan", "executed": "95 wan", "execution_rate": "95 percent"},
        *({"annual_budget": part} for part in parts),
    ]


def test_what_several_gave_to_all_that_was_spent() -> None:
    assert lines("全年预算100万元，实际支出95万元，中央资金60万元，省级资金35万元。") == [
        {"annual_budget": "100 wan", "executed": "95 wan"},
        {"executed": "60 wan"},
        {"executed": "35 wan"},
    ]


@pytest.mark.parametrize(
    ("spent", "whole", "last", "doubts"),
    [
        ("支出85万元", {"executed": "85 wan"}, {}, []),
        ("支出25万元", {}, {}, ["25"]),
        ("支出27万元，执行率90%", {}, {"executed": "27 wan", "execution_rate": "90 percent"}, []),
        ("支出25万元，执行率25%", {"executed": "25 wan", "execution_rate": "25 percent"}, {}, []),
    ],
)
def test_spending_behind_givers_that_are_not_all_of_the_whole(
    spent: str, whole: Line, last: Line, doubts: list[str]
) -> None:
    text = f"全年预算100万元，中央资金60万元，省级资金30万元，{spent}。"
    assert lines(text) == [
        {"annual_budget": "100 wan"} | whole,
        {"appropriated": "60 wan"},
        {"appropriated": "30 wan"} | last,
    ]
    assert told(text) == doubts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "省级资金60万元（到位60万元，支出58万元），市级资金40万元（到位40万元，支出38万元）。",
            [
                {"appropriated": "60 wan", "funds_received": "60 wan", "executed": "58 wan"},
                {"appropriated": "40 wan", "funds_received": "40 wan", "executed": "38 wan"},
            ],
        ),
        (
            "资金来源：省级60万元、市级40万元；资金支出：省级58万元、市级38万元；执行率96%。",
            [{"appropriated": "60 wan", "executed": "58 wan"}, {"appropriated": "40 wan", "executed": "38 wan"}],
        ),
        (
            "资金到位：省级60万元、市级40万元；资金支出：省级58万元、市级38万元。",
            [{"funds_received": "60 wan", "executed": "58 wan"}, {"funds_received": "40 wan", "executed": "38 wan"}],
        ),
        (
            "市级财政承担60万元，区级财政承担40万元，支出市级资金58万元、区级资金38万元。",
            [{"appropriated": "60 wan", "executed": "58 wan"}, {"appropriated": "40 wan", "executed": "38 wan"}],
        ),
        (
            "安排中央资金60万元用于甲村道路，省级资金40万元用于乙村水渠，均已支付完毕。",
            [{"appropriated": "60 wan"}, {"appropriated": "40 wan"}],
        ),
    ],
)
def test_each_giver_on_its_own_line(text: str, expected: list[Line]) -> None:
    assert lines(text) == expected


def test_spending_behind_money_from_elsewhere_is_told() -> None:
    text = "财政资金100万元，支出95万元；自筹资金50万元，支出50万元。"
    assert lines(text) == [{"appropriated": "100 wan", "executed": "95 wan"}]
    assert told(text) == ["50"]


def test_what_givers_gave_to_another_giver_is_no_part_of_it() -> None:
    found = extracted(PROJECT, "收到中央下达50万元，自治区下达30万元，地方匹配20万元，共到位100万元。")
    assert [line.is_headline for line in found.funding_lines] == [True, False, False, False]
    assert next(iter(money(found).values())) == {"funds_received": "100 wan"}


@pytest.mark.parametrize("money_of", ["财政资金", "专项债券资金", "上级专款"])
def test_money_that_was_used_is_spent(money_of: str) -> None:
    text = f"使用{money_of}95万元，预算100万元，执行率95%。"
    assert lines(text) == [{"executed": "95 wan", "annual_budget": "100 wan", "execution_rate": "95 percent"}]


@pytest.mark.parametrize("words", ["调剂使用", "统筹使用"])
def test_money_that_was_moved_is_not_spent(words: str) -> None:
    assert lines(f"预算60万元，{words}10万元，支出50万元。") == [{"annual_budget": "60 wan", "executed": "50 wan"}]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("自筹资金50万元，财政资金100万元，支出145万元。", [{"executed": "145 wan"}, {"appropriated": "100 wan"}]),
        (
            "项目总投入200万元，财政拨款150万元，自筹50万元，支出195万元。",
            [{"executed": "195 wan"}, {"appropriated": "150 wan"}],
        ),
        ("财政资金100万元，支出95万元。", [{"appropriated": "100 wan", "executed": "95 wan"}]),
    ],
)
def test_more_than_the_fiscal_money_is_not_spent_of_that(text: str, expected: list[Line]) -> None:
    assert lines(text) == expected


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("使用省级资金40万元，全年预算100万元，支出95万元。", "省级资金"),
        ("省级资金支出40万元，全年支出95万元，预算100万元。", "省级资金"),
        ("财政资金支出40万元，项目总支出95万元，预算100万元。", "财政资金"),
    ],
)
def test_what_is_spent_of_one_givers_money_is_a_share_of_more_that_is_spent(text: str, label: str) -> None:
    found = money(extracted(PROJECT, text))
    assert found.pop(label) == {"executed": "40 wan"}
    [whole] = found.values()
    assert whole == {"annual_budget": "100 wan", "executed": "95 wan"}


def test_what_has_come_from_a_giver_keeps_its_level() -> None:
    found = extracted(PROJECT, "预算100万元，实际到位中央资金60万元，省级资金40万元，实际支出95万元。")
    assert [(line.line_label, line.fund_level) for line in found.funding_lines[1:]] == [
        ("中央资金", "central"),
        ("省级资金", "provincial"),
    ]


def test_fiscal_money_behind_bonds_that_were_used_was_used_too() -> None:
    """The bonds may be in the fiscal money."""
    text = "使用债券资金60万元，财政资金40万元，预算100万元，执行率100%。"
    assert lines(text) == [{"annual_budget": "100 wan", "execution_rate": "100 percent"}]


def test_what_is_spent_on_something_else_is_no_whole_of_a_givers_money() -> None:
    text = "省级资金支出95万元，执行率95%，带动社会投资支出500万元，预算100万元。"
    assert lines(text) == [{"executed": "95 wan", "execution_rate": "95 percent", "annual_budget": "100 wan"}]


@pytest.mark.parametrize("verb", ["下达", "提前下达"])
def test_what_givers_handed_down_ahead_of_the_year(verb: str) -> None:
    assert lines(f"提前下达中央资金100万元，{verb}省级资金80万元，支出170万元。") == [
        {"appropriated": "100 wan"},
        {"appropriated": "80 wan"},
        {"executed": "170 wan"},
    ]
