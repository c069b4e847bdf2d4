"""Points of which no word says that they are all: beside a total that a line break has cut, or in headings."""

from __future__ import annotations

import pytest

from support.told import extracted, total

TITLE = "2023年度渠道维修项目绩效自评报告"


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (("预算50万元，支出45万元。得分9.5。", "总分 9", "7.5"), ["9.5", "9"]),
        (("执行率90%，得分9.5", "总分 9", "7.5分"), ["9", "7.5"]),
        (("预算50万元。得分9.5。", "总分：", "97"), ["9.5", "97"]),
        (("预算50万元。", "得分9.5，总分 …"), ["9.5"]),
        (("预算50万元。得分9.5。", "自评得分："), ["9.5"]),
    ],
)
def test_none_is_taken_for_the_total(lines: tuple[str, ...], told: list[str]) -> None:
    found = extracted(TITLE, *lines)
    assert total(found) is None
    notices = [notice.detail.rpartition("：")[2] for notice in found.notices if notice.kind == "not_understood"]
    assert sorted([*notices, *(figure.value_text for figure in found.unplaced)]) == sorted(told)


def test_a_named_total_counts() -> None:
    found = extracted(TITLE, "预算50万元，支出45万元。得分9.5。", "总分97分。")
    assert total(found) == "97"
    assert [notice.detail for notice in found.notices] == ["无法判断是什么分数 / points of what：9.5"]


@pytest.mark.parametrize(
    "lines",
    [
        ("预算50万元，支出45万元。", "得分55分。"),
        ("预算50万元，支出45万元。得分55分。", "总分55分。"),
        ("预算50万元，支出45万元。总分100分，得分55分。",),
    ],
)
def test_a_bare_score_without_another_is_the_total(lines: tuple[str, ...]) -> None:
    assert total(extracted(TITLE, *lines)) == "55"


def test_a_numbered_line_below_a_score_cuts_nothing() -> None:
    assert total(extracted(TITLE, "预算50万元，支出45万元。", "自评得分 95", "1.维修渠道3公里，支出45万元。")) == "95"


def scores(*lines: str) -> list[tuple[str, str]]:
    found = extracted(TITLE, *lines)
    return [(amount.measure, amount.value_text) for amount in found.amounts if amount.unit == "points"]


def test_scores_in_headings_are_of_their_sections() -> None:
    headings = ("一、资金使用情况(自评得分96分)", "二、绩效目标完成情况（自评得分：90分）")
    sections = [("section_score", "96"), ("section_score", "90")]
    assert scores(*headings) == sections
    assert scores(*headings, "综合得分93分。") == [*sections, ("total_score", "93")]
    assert extracted(TITLE, *headings).notices == []


def test_the_heading_whose_score_the_others_come_to_is_the_total() -> None:
    headings = (
        "一、项目基本情况(自评得分98分)",
        "二、资金使用情况(自评得分10分)",
        "三、绩效目标完成情况(自评得分88分)",
    )
    assert scores(*headings) == [("total_score", "98"), ("section_score", "10"), ("section_score", "88")]


def test_the_heading_that_speaks_of_the_evaluation_has_the_total() -> None:
    assert scores("一、资金使用情况（自评得分20分）", "二、自评结论（自评得分90分）") == [
        ("section_score", "20"),
        ("total_score", "90"),
    ]
    assert scores("一、项目情况", "二、绩效目标完成情况（自评得分90分）") == [("total_score", "90")]
