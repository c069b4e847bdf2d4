"""Spending that may be of the whole or of the last of its parts: a rate, a rest or a sum tells, else it is told to be
unclear. Expectations are written by hand."""

from __future__ import annotations

import pytest

from support.told import doubted, extracted, money

PROJECT = "东山县2022年社区养老服务项目支出绩效自评报告"
WHOLE = {"annual_budget": "100 wan"}
CENTRAL = {"annual_budget": "60 wan"}


def lines(*blocks: str) -> list[dict[str, str]]:
    return list(money(extracted(PROJECT, *blocks)).values())


def told(*blocks: str) -> list[str]:
    return doubted(extracted(PROJECT, *blocks))


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("预算100万元，其中中央资金60万元，支出50万元。", ["50"]),
        ("预算100万元，其中中央资金60万元，全年支出50万元。", ["50"]),
        ("预算100万元，其中中央资金60万元，省级资金30万元，支出25万元。", ["25"]),
        ("预算100万元，其中设备费60万元，支出50万元，执行率90%。", ["50", "90"]),
        ("预算100万元，其中中央资金60万元，到位50万元。", ["50"]),
        ("预算100万元，其中中央资金60万元，支出50万元，其中设备30万元，人工20万元。", ["50", "30", "20"]),
    ],
)
def test_spending_that_may_be_of_the_part_before_it_is_told(text: str, figures: list[str]) -> None:
    assert not any({"executed", "execution_rate"} & line.keys() for line in lines(text))
    assert told(text) == figures


@pytest.mark.parametrize(
    ("behind", "figures"),
    [
        ("支出50万元，执行率50%。", {"executed": "50 wan", "execution_rate": "50 percent"}),
        ("支出50万元，结余50万元。", {"executed": "50 wan"}),
        ("支出50万元。预算执行率50%。", {"executed": "50 wan", "execution_rate": "50 percent"}),
        ("共支出50万元。", {"executed": "50 wan"}),
        ("支出95万元。", {"executed": "95 wan"}),
    ],
)
def test_spending_of_the_whole_behind_one_of_its_parts(behind: str, figures: dict[str, str]) -> None:
    text = f"预算100万元，其中中央资金60万元，{behind}"
    assert lines(text) == [WHOLE | figures, CENTRAL]
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "预算100万元（其中中央资金60万元），支出50万元。",
        "预算100万元，其中中央资金60万元；支出50万元。",
        "预算100万元，其中中央资金60万元。支出50万元。",
        "预算100万元，其中中央资金60万元，支出50万元。全年支出50万元。",
    ],
)
def test_spending_behind_the_end_of_the_parts_is_of_the_whole(text: str) -> None:
    assert lines(text) == [WHOLE | {"executed": "50 wan"}, CENTRAL]


def test_spending_behind_all_parts_is_of_the_whole() -> None:
    text = "预算100万元，其中中央资金60万元，省级资金40万元，支出35万元。"
    assert lines(text) == [WHOLE | {"executed": "35 wan"}, CENTRAL, {"annual_budget": "40 wan"}]


@pytest.mark.parametrize(
    ("behind", "figures"),
    [
        ("支出50万元，执行率83.33%。", {"executed": "50 wan", "execution_rate": "83.33 percent"}),
        ("支出50万元，结余10万元。", {"executed": "50 wan"}),
    ],
)
def test_spending_of_the_part_that_its_rate_or_its_rest_names(behind: str, figures: dict[str, str]) -> None:
    assert lines(f"预算100万元，其中中央资金60万元，{behind}") == [WHOLE, CENTRAL | figures]


def test_a_rate_tells_spending_of_the_whole_from_that_of_the_procurement() -> None:
    assert lines("项目预算100万元，政府采购金额90万元，支出88万元，执行率88%。") == [
        WHOLE | {"executed": "88 wan", "execution_rate": "88 percent"}
    ]
    found = extracted(PROJECT, "项目预算100万元，政府采购预算90万元，支出81万元，执行率90%。")
    assert list(money(found).values()) == [WHOLE] and found.notices == []


def test_spending_behind_an_amount_does_not_make_that_amount_spent() -> None:
    found = lines("预算100万元，其中中央资金60万元已支出50万元；省级资金40万元已支出35万元。")
    assert found == [WHOLE, CENTRAL | {"executed": "50 wan"}, {"annual_budget": "40 wan", "executed": "35 wan"}]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("中央资金支出60万元，财政资金支出80万元。", ["60", "80"]),
        ("中央资金支出60万元，上级资金支出80万元。", ["60", "80"]),
        ("地方资金支出80万元，省级资金支出20万元。", ["80", "20"]),
        ("上级资金到位80万元。省级资金到位50万元。", ["80", "50"]),
    ],
)
def test_what_is_spent_of_one_of_two_givers_that_may_hold_each_other_is_not_the_whole(
    text: str, figures: list[str]
) -> None:
    assert lines("预算100万元。", text) == [WHOLE]
    assert told("预算100万元。", text) == figures


@pytest.mark.parametrize(
    "text",
    [
        "中央资金支出60万元，财政资金支出80万元，执行率80%。",
        "中央资金支出60万元，财政资金支出80万元，共支出80万元。",
        "中央资金支出60万元，财政资金支出80万元。全年支出80万元。",
    ],
)
def test_the_wider_of_two_givers_is_the_whole_where_a_rate_or_a_sum_says_so(text: str) -> None:
    assert lines("预算100万元。", text)[0]["executed"] == "80 wan"
    assert told("预算100万元。", text) == ["60"]


@pytest.mark.parametrize("spent", ["中央资金支付60万元", "支付省级资金60万元", "截至2022年底中央资金支付60万元"])
def test_what_was_spent_of_one_giver_s_money_is_not_all(spent: str) -> None:
    assert lines(f"全年预算100万元，{spent}。") == [{"annual_budget": "100 wan"}]
    assert told(f"全年预算100万元，{spent}。") == ["60"]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "全年预算100万元。中央资金支付60万元，执行率60%。",
            {"annual_budget": "100 wan", "execution_rate": "60 percent"},
        ),
        ("全年预算100万元，中央资金支付60万元，结余40万元。", {"annual_budget": "100 wan"}),
        ("下达中央资金100万元。中央资金支付60万元。", {"appropriated": "100 wan"}),
        ("全年预算60万元。中央资金支付60万元。", {"annual_budget": "60 wan"}),
    ],
)
def test_what_was_spent_of_the_only_giver_s_money_is_all(text: str, figures: dict[str, str]) -> None:
    assert lines(text) == [figures | {"executed": "60 wan"}]
