"""Who evaluated, where no title says so."""

from __future__ import annotations

import pytest

from support.documents import table
from support.told import extracted

INDICATORS = table("项目名称|渠道维修", "一级指标|二级指标|三级指标|分值|得分", "产出指标|数量指标|修渠长度|100|97")


@pytest.mark.parametrize(
    ("line", "kind", "printed"),
    [
        ("（部门评价）", "department", "部门评价"),
        ("财政评价", "fiscal", "财政评价"),
        ("【财政重点评价】", "fiscal", "财政重点评价"),
        ("（单位自评）", "self", "单位自评"),
        ("评价类型：部门评价", "department", "部门评价"),
        ("评价类型：□项目单位自评 ☑部门评价 □财政评价", "department", "部门评价"),
        ("评价方式：部门评价□ 财政评价☑", "fiscal", "财政评价"),
        ("评价类型：部门评价、财政评价", "self", None),
        ("评价类型：部门评价□ 财政评价□", "self", None),
        ("部门评价和财政评价应当公开。", "self", None),
        ("（二）财政评价", "self", None),
    ],
)
def test_a_line_below_the_title(line: str, kind: str, printed: str | None) -> None:
    [report] = extracted("白石县水务局2023年度渠道维修项目支出绩效评价报告", line, INDICATORS).reports
    assert (report.evaluation_kind, report.printed_evaluation_kind) == (kind, printed)


def test_a_cell_of_the_form() -> None:
    [report] = extracted(
        "2023年度项目支出绩效评价表",
        table(
            "项目名称|渠道维修|评价类型|部门评价",
            "一级指标|二级指标|三级指标|分值|得分",
            "产出指标|数量指标|修渠长度|100|97",
        ),
    ).reports
    assert (report.evaluation_kind, report.printed_evaluation_kind) == ("department", "部门评价")


def test_the_title_says_it_first() -> None:
    [report] = extracted("白石县水务局2023年度渠道维修项目绩效自评报告", "（部门评价）", INDICATORS).reports
    assert (report.evaluation_kind, report.printed_evaluation_kind) == ("self", "自评")


def test_a_department_s_evaluation_in_the_unit_s_own_words_is_its_own() -> None:
    [report] = extracted(
        "2023年度渠道维修项目绩效评价报告", "（部门评价）", "我单位维修渠道3公里。", INDICATORS
    ).reports
    assert (report.evaluation_kind, report.printed_evaluation_kind) == ("self", "部门评价")


def test_an_evaluation_that_the_bureau_s_notice_had_done() -> None:
    told = "依据《关于开展2023年度财政重点绩效评价工作的通知》，受预算绩效中心委托，某会计师事务所开展了绩效评价。"
    [report] = extracted("白石县水务局2023年度渠道维修项目支出绩效评价报告", told, INDICATORS).reports
    assert report.evaluation_kind == "fiscal"
