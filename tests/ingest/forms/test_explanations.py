"""What the prose explains: deadlines of the goal, adjustments, reasons; and what only looks like it."""

from __future__ import annotations

from ingest.records import Extraction
from support.documents import grid
from support.told import extracted

SCORES = grid(
    "一级指标|二级指标|三级指标|分值|得分|扣分原因",
    "产出|数量|检查次数|50|48|雨季停工",
    "产出|时效|检查及时率|40|38|无",
    "满意度|满意度|群众满意度|10|8|",
)


def report(*paragraphs: str) -> Extraction:
    return extracted(
        "某县水务局2024年度河道清淤项目支出绩效自评报告",
        "2024年全年预算数100万元，全年执行数40万元。",
        *paragraphs,
        SCORES,
    )


def said(found: Extraction, field: str) -> list[str | None]:
    return [row.value_text for row in found.report_fields if row.field == field]


def test_deadlines_are_those_of_the_goal() -> None:
    found = report("（一）绩效目标。2023年12月底前完成清淤。", "（二）组织情况。2022年6月底前完成审批。")
    assert said(found, "goal_deadline") == ["2023"]


def test_adjustments_are_told_by_what_was_done() -> None:
    assert said(report("年中追加预算20万元，用于应急处置。"), "budget_adjusted") == ["年中追加预算20万元，用于应急处置"]
    assert said(report("执行中确需追加预算的，按程序报批。", "上年结转资金"), "budget_adjusted") == []


def test_a_reason_says_why() -> None:
    found = report("由于项目招标推迟，预算执行率较低。")
    assert said(found, "low_execution_reason") == ["由于项目招标推迟，预算执行率较低"]
    assert said(report("预算执行率40%，未达到目标。"), "low_execution_reason") == []


def test_reasons_for_points_stand_in_the_row_or_in_prose() -> None:
    found = report("满意度为问卷调查打分，根据评分标准扣2分。", "检查工作按计划开展。")
    assert [row.stated_reason for row in found.indicators] == [
        "雨季停工",
        None,
        "满意度为问卷调查打分，根据评分标准扣2分",
    ]


def test_a_reason_may_name_what_an_indicator_counts() -> None:
    scores = grid(
        "一级指标|二级指标|三级指标|分值|得分",
        "产出|数量|举办读者活动场次|60|57",
        "产出|质量|图书上架准确率|40|38",
        "未完成原因分析|读者活动因场馆维修暂停三周，少办3场|<|<|<",
    )
    found = extracted("某县2024年度图书馆免费开放项目支出绩效自评表", scores)
    reasons = [row.stated_reason for row in found.indicators]
    assert reasons[0] and "读者活动因场馆维修" in reasons[0]
    assert reasons[1] is None
