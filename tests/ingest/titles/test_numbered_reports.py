"""Reports that one document numbers, each below a numbered title of its own."""

from __future__ import annotations

import pytest

from support.told import extracted, money, total

FIRST = ("年初预算100万元，实际支出90万元。", "自评得分92分。")
SECOND = ("年初预算200万元，实际支出200万元。", "自评得分98分。")


@pytest.mark.parametrize(
    ("one", "other"), [("1.", "2."), ("一、", "二、"), ("（一）", "（二）")]
)  # fmt: skip
@pytest.mark.parametrize(
    "above", [(), ("2022年度项目支出绩效自评报告汇编",), ("青禾县水利局2022年度项目支出绩效自评报告",)]
)
def test_each_report_has_its_own(one: str, other: str, above: tuple[str, ...]) -> None:
    found = extracted(*above, f"{one}水库维修项目绩效自评报告", *FIRST, f"{other}渠道清淤项目绩效自评报告", *SECOND)
    assert [report.project_name for report in found.reports] == ["水库维修项目", "渠道清淤项目"]
    assert [total(found, number) for number in (1, 2)] == ["92", "98"]
    assert [list(money(found, number).values()) for number in (1, 2)] == [
        [{"initial_budget": "100 wan", "executed": "90 wan"}],
        [{"initial_budget": "200 wan", "executed": "200 wan"}],
    ]
    assert found.notices == []


def test_the_unit_and_the_year_stand_above_all() -> None:
    found = extracted(
        "青禾县水利局2022年度项目支出绩效自评报告",
        "一、水库维修项目绩效自评报告",
        *FIRST,
        "二、渠道清淤项目绩效自评报告",
        *SECOND,
    )
    assert {(report.organization_name, report.title_year) for report in found.reports} == {("青禾县水利局", 2022)}


def test_a_list_of_reports_is_of_none() -> None:
    listed = "1.水库维修项目绩效自评报告", "2.渠道清淤项目绩效自评报告"
    found = extracted("青禾县水利局2022年度水利项目绩效自评报告", *FIRST, "附件：", *listed)
    assert [report.project_name for report in found.reports] == ["水利项目"]
    found = extracted("水利项目绩效自评报告", *listed, *FIRST, "附件清单", *listed, "无。")
    assert [len(found.reports), total(found)] == [1, "92"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("一、水库大坝维修绩效评价报告", "二、溢洪道维修绩效评价报告"),
        ("一、产出绩效评价报告", "二、效益绩效评价报告"),
        ("（一）资金使用绩效报告", "（二）项目管理绩效报告"),
    ],
)
def test_sections_headed_like_reports_are_of_one(one: str, other: str) -> None:
    lines = ("年初预算100万元，实际支出90万元。", other, "各项措施已到位。", "综上，自评得分92分。")
    found = extracted("水库维修项目绩效自评报告", one, *lines)
    assert [report.project_name for report in found.reports] == ["水库维修项目"]
    assert total(found) == "92"


@pytest.mark.parametrize("number", [0, 1])
def test_reports_of_parts_of_a_project_with_scores_or_money_of_their_own(number: int) -> None:
    titles = ("一、水库大坝维修绩效评价报告", "二、溢洪道维修绩效评价报告")
    found = extracted("水库维修项目绩效自评报告", titles[0], FIRST[number], titles[1], SECOND[number])
    assert [report.project_name for report in found.reports] == ["水库大坝维修", "溢洪道维修"]
