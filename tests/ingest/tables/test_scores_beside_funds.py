"""A score among the funds in pairs: of the whole report, or the points for the execution rate."""

from __future__ import annotations

import pytest

from ingest.extract import extract
from ingest.readers.web import html
from ingest.records import Extraction
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


def test_rows_that_have_slipped_from_under_their_headings_hold_no_points() -> None:
    """A web page whose label spans a column too many: in all rows but the first the figures stand one column on."""
    page = """<p>2023年度项目支出绩效自评表</p><table>
    <tr><td>项目名称</td><td colspan=6>培训</td></tr>
    <tr><td colspan=3>项目资金（万元）</td><td>全年预算数</td><td>全年执行数</td><td>分值</td><td>得分</td></tr>
    <tr><td rowspan=2 colspan=2>资金</td><td colspan=2>年度资金总额</td><td>180.00</td><td>171.00</td><td>95%</td></tr>
    <tr><td colspan=2>其中：财政拨款</td><td>150.00</td><td>141.00</td><td>94%</td></tr></table>
    <table><tr><td>一级指标</td><td>二级指标</td><td>三级指标</td><td>指标值</td><td>完成值</td><td>分值</td><td>得分</td></tr>
    <tr><td>产出指标</td><td>数量指标</td><td>培训期数</td><td>3期</td><td>3期</td><td>50</td><td>48</td></tr></table>"""
    found = extract(html.read_bytes(page.encode()))
    assert indicators(found) == ["产出指标/数量指标/培训期数 50→48"]
    assert not found.amounts
    assert sorted(figure.value_text for figure in found.unplaced) == [
        "141.00",
        "150.00",
        "171.00",
        "180.00",
        "94%",
        "95%",
    ]


def _with_points(headings: str, cells: str) -> Extraction:
    return extracted(
        "2023年度项目支出绩效自评表",
        grid(
            "项目名称|河道清淤|<|<|<|<|<",
            f"项目资金（万元）|<|年初预算数|全年预算数|全年执行数|{headings}",
            f"年度资金总额|<|100|100|95|{cells}",
            "一级指标|二级指标|三级指标|指标值|完成值|分值|得分",
            "产出指标|数量指标|清淤长度|12公里|12公里|90|90",
        ),
    )


@pytest.mark.parametrize(
    ("headings", "cells", "points"),
    [
        ("分值（10分）|执行率", "9.5|95%", "10→9.5"),
        ("执行率|权重（20分）", "95%|19分", "20→19"),
        ("分值（10分）|执行率", "10|95%", "10→-"),
        ("分值（10分）|得分", "10|9.5", "10→9.5"),
        ("分值|执行率", "9.5|95%", "9.5→-"),
    ],
)
def test_a_score_below_a_weight_that_states_the_full_marks(headings: str, cells: str, points: str) -> None:
    found = _with_points(headings, cells)
    assert indicators(found)[0] == f"-/-/执行率 {points}"
    assert not found.unplaced


@pytest.mark.parametrize(
    ("headings", "cells", "told"),
    [
        ("分值（10）|执行率", "9.5|95%", "9.5"),
        ("分值（10分）|执行率", "12|95%", "12"),
    ],
)
def test_points_that_may_be_either_are_told(headings: str, cells: str, told: str) -> None:
    found = _with_points(headings, cells)
    assert indicators(found) == ["产出指标/数量指标/清淤长度 90→90"]
    assert [figure.value_text for figure in found.unplaced] == [told]


@pytest.mark.parametrize(("rate", "told"), [("95%", []), ("0.95", []), ("96%", ["96%"]), ("", [])])
def test_a_rate_of_the_score_that_says_something_besides(rate: str, told: list[str]) -> None:
    """10 points with 9.5 reached are 95%."""
    found = extracted(
        "2023年度项目支出绩效自评表",
        grid(
            "项目名称|河道清淤|<|<|<|<|<",
            "项目资金（万元）|全年预算数|全年执行数|执行率|分值|得分|得分率",
            f"年度资金总额|100|95|95%|10|9.5|{rate}",
            "其中：财政拨款|100|95|95%|||",
            "一级指标|二级指标|三级指标|指标值|完成值|分值|得分",
            "产出指标|数量指标|清淤长度|12公里|12公里|90|90",
        ),
    )
    assert [figure.value_text for figure in found.unplaced] == told
