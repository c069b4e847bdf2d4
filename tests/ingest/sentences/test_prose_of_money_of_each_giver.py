"""What each giver gave, in paragraphs of their own, and what was spent of it. Expectations are written by hand."""

from __future__ import annotations

import pytest

from support.told import extracted, money

TITLE = "东山县民政局2022年度困难群众救助补助资金绩效自评报告"


def tree(*paragraphs: str) -> list[str]:
    """One text a funding line: its parent's label, its own, the amounts of its own."""
    found = extracted(TITLE, *paragraphs)
    labels = {line.line_no: line.line_label for line in found.funding_lines}
    return [
        f"{labels.get(line.parent_line_no or 0, '-')}/{line.line_label} "
        + " ".join(a.value_text for a in found.amounts if a.line_no == line.line_no and a.is_line_cell)
        for line in found.funding_lines
    ]


@pytest.mark.parametrize("unit", ["我局", "我单位", "本委"])
def test_who_received_it_hides_no_giver(unit: str) -> None:
    found = extracted(
        TITLE,
        f"2022年{unit}共收到中央下达救助补助资金905万元。",
        "省级下达资金80万元。",
        "市县下达资金204.56万元。",
    )
    assert [line.fund_level for line in found.funding_lines] == ["central", "provincial", None]
    assert not any(line.is_headline for line in found.funding_lines)
    assert [notice.detail.split(" / ")[0] for notice in found.notices] == ["未列示预算合计"]


def test_items_of_the_same_name_that_two_givers_gave() -> None:
    assert tree(
        "下达补助资金150万元，其中：中央资金100万元（一般公共预算60万元；彩票公益金40万元）；"
        "省级资金50万元（一般公共预算30万元；彩票公益金20万元）。"
    ) == [
        "-/下达补助资金 150",
        "下达补助资金/中央资金 100",
        "中央资金/一般公共预算 60",
        "中央资金/彩票公益金 40",
        "下达补助资金/省级资金 50",
        "省级资金/一般公共预算 30",
        "省级资金/彩票公益金 20",
    ]


def test_completed_before_an_execution_rate_is_spent() -> None:
    found = extracted(
        TITLE,
        "下达补助资金150万元，其中：中央资金100万元，省级资金50万元。",
        "截止2022年12月31日东山县中央资金完成90万元，预算执行率90%；省级资金完成40万元，预算执行率80%。",
    )
    assert money(found)["下达补助资金 *"] == {"appropriated": "150 wan"}
    spent = [amount.value_text for amount in found.amounts if amount.measure == "executed"]
    assert spent == ["90", "40"]
    assert not any("executed" in cells for label, cells in money(found).items() if "*" in label)


def test_what_is_still_needed_or_was_applied_for_is_no_budget() -> None:
    found = extracted(
        TITLE,
        "年初预算安排877万元。该项目需县级财政安排资金8144万元。已申请专项债券资金支付9600万元。",
    )
    assert money(found) == {"年初预算安排 *": {"initial_budget": "877 wan"}}


def test_spending_that_was_granted_is_a_budget() -> None:
    found = extracted(TITLE, "根据《预算批复》，批复我局项目支出160万元。", "全年支出150万元。")
    assert list(money(found).values()) == [{"annual_budget": "160 wan", "executed": "150 wan"}]


def test_a_district_named_bears_its_own_share() -> None:
    found = extracted(TITLE, "市级预算安排资金260万元，龙山区承担65万元。")
    assert money(found) == {
        "市级预算安排资金": {"annual_budget": "260 wan"},
        "龙山区承担": {"appropriated": "65 wan"},
    }
    assert [notice.detail.split(" / ")[0] for notice in found.notices] == ["未列示预算合计"]


@pytest.mark.parametrize(
    ("said", "cells"),
    [
        ("我镇获得财政衔接资金共500万元，支出480万元。", {"appropriated": "500 wan", "executed": "480 wan"}),
        ("项目批复资金350万已全部到位，支出300万元。", {"funds_received": "350 wan", "executed": "300 wan"}),
    ],
)
def test_money_that_was_obtained(said: str, cells: dict[str, str]) -> None:
    assert list(money(extracted(TITLE, said)).values()) == [cells]


def test_the_time_of_a_grant_says_nothing_of_the_next_figure() -> None:
    found = extracted(TITLE, "财政下达资金后，我局及时开展工作，10万元整治经费主要用于补助3个村。")
    assert money(found) == {}
