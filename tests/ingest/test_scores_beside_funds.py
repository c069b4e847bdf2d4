"""A score among the funds in pairs: of the whole report, or the points for the execution rate."""

from __future__ import annotations

import pytest

from support.documents import grid
from support.told import extracted, indicators, money, total

TITLE = "2023年度项目支出绩效自评表"
HEAD = (
    "单位名称|青石县图书馆|<|<|项目名称|夜间开放|<|<",
    "年初预算（万元）|80|全年预算（万元）|75|实际执行（万元）|60|资金来源|财政",
)
INDICATORS = (
    "一级指标|二级指标|指标名称|目标值|实际值|权重|自评得分|备注",
    "产出|数量|开放天数|≥300天|310天|50|50|",
    "效益|社会效益|到馆人次|≥5万人次|4.6万人次|50|46.5|天气",
)
OF_INDICATORS = ["产出/数量/开放天数 50→50", "效益/社会效益/到馆人次 50→46.5"]


@pytest.mark.parametrize(
    "row",
    [
        "执行率|80%|自评得分|96.5|自评等级|优|联系人|白云",
        "预算执行率|80.00%|自评得分|96.5|联系人|白云|<|<",
        "执行率|80%|综合得分|96.5|评价等级|优|<|<",
    ],
)
def test_the_score_of_the_report(row: str) -> None:
    found = extracted(TITLE, grid(*HEAD, row, *INDICATORS))
    assert indicators(found) == OF_INDICATORS
    assert total(found) == "96.5"
    assert [line["executed"] for line in money(found).values()] == ["60 wan"]
    assert (found.reports[0].grade == "excellent") == ("优" in row)
    assert not found.unplaced


@pytest.mark.parametrize(
    ("row", "points"),
    [
        ("执行率|80%|得分|8|联系人|白云|<|<", "-/-/执行率 -→8"),
        ("执行率|80%|分值|10|自评得分|8|联系人|白云", "-/-/执行率 10→8"),
        ("执行率|80%|分值|10|得分|8|评价等级|良", "-/-/执行率 10→8"),
    ],
)
def test_the_points_for_the_execution_rate(row: str, points: str) -> None:
    found = extracted(TITLE, grid(*HEAD, row, *INDICATORS))
    assert indicators(found) == [points, *OF_INDICATORS]
    assert total(found) is None


@pytest.mark.parametrize(
    "row",
    [
        "资金来源|财政|<|<|自评得分：96.5|<|自评等级：优|<",
        "资金来源|财政|<|<|自评得分：96.5分|<|绩效等级: 优秀|<",
        "资金来源|财政|自评得分|96.5|自评等级：优|<|<|<",
    ],
)
def test_a_score_and_a_grade_behind_their_labels_in_the_head(row: str) -> None:
    found = extracted(TITLE, grid(HEAD[0], row, *INDICATORS))
    assert total(found) == "96.5"
    assert found.reports[0].grade == "excellent"
    assert indicators(found) == OF_INDICATORS


@pytest.mark.parametrize("cell", ["得分：96.5", "自评得分：96.5%", "自评得分：—", "评价标准：优"])
def test_what_states_no_total_and_no_grade(cell: str) -> None:
    found = extracted(TITLE, grid(HEAD[0], f"资金来源|财政|<|<|{cell}|<|<|<", *INDICATORS))
    assert (total(found), found.reports[0].grade) == (None, None)
