"""Lists of projects that give scores or grades with one amount or none."""

from __future__ import annotations

import pytest

from ingest.extract import extract
from support import texts
from support.documents import grid
from support.told import extracted, indicators, money, total

SHAPES = (texts.on_grid, texts.as_rows, texts.as_markdown, texts.as_pipes)
TITLE = "2023年度项目支出绩效自评情况汇总表"


@pytest.mark.parametrize(
    ("rows", "funds"),
    [
        (("项目名称|项目类型|自评得分|自评等级", "幼林抚育|经常性|96.5|优", "苗木培育|一次性|88|良"), {}),
        (
            ("序号|项目名称|预算金额（万元）|自评得分|自评等级", "1|幼林抚育|60|96.5|优", "2|苗木培育|20|88|良"),
            {"annual_budget": "60 wan"},
        ),
        (
            (
                "序号|实施单位|项目名称|资金来源|自评总分|等次",
                "1|青石林场|幼林抚育|财政|96.5|优",
                "2|青石苗圃|苗木培育|财政|88|良",
            ),
            {},
        ),
    ],
)
def test_each_row_is_a_report(rows: tuple[str, ...], funds: dict[str, str]) -> None:
    for shape in SHAPES:
        found = extract(shape((TITLE, rows)))
        assert [(report.project_name, report.grade) for report in found.reports] == [
            ("幼林抚育", "excellent"),
            ("苗木培育", "good"),
        ]
        assert [total(found, number) for number in (1, 2)] == ["96.5", "88"]
        assert list(money(found).values()) == ([funds] if funds else [])
        assert not found.unplaced


def test_an_amount_of_unknown_meaning_is_told() -> None:
    found = extracted(
        "2023年度新增专项债券项目绩效评价表",
        "单位：亿元",
        grid(
            "项目名称|债券性质|截至2023年底已发规模|自评分数|自评等级",
            "青石医院扩建|其他项目收益|0.2|96.5|优",
            "青石中学新建|其他项目收益|1.0|88|良",
        ),
    )
    assert [total(found, number) for number in (1, 2)] == ["96.5", "88"]
    assert [figure.value_text for figure in found.unplaced] == ["0.2", "1.0"]


@pytest.mark.parametrize(
    "rows",
    [
        ("项目名称|分值|得分", "组织管理|20|18", "资金使用|80|78"),
        ("项目名称|分值|得分", "资金使用|70|65", "组织管理|30|29"),
        ("项目名称|得分", "产出指标|65", "效益指标|29"),
        ("项目名称|考核指标|得分", "幼林抚育|成活率|96", "苗木培育|成活率|88"),
    ],
)
def test_items_that_are_scored_are_no_projects(rows: tuple[str, ...]) -> None:
    found = extracted("2023年度项目支出绩效自评报告", "项目自评得分96分。", grid(*rows))
    assert [report.project_name for report in found.reports if report.project_name] == []


@pytest.mark.parametrize(
    "head",
    [
        ("项目名称|幼林抚育|自评得分|96.5|自评等级", "主管部门|青石林业局|联系人||"),
        ("项目名称|自评得分|自评等级||", "幼林抚育||||"),
    ],
)
def test_the_head_of_a_form_is_no_list(head: tuple[str, ...]) -> None:
    found = extracted(
        "2023年度项目支出绩效自评表",
        grid(*head, "一级指标|二级指标|三级指标|分值|得分", "产出指标|数量指标|抚育面积|100|96.5"),
    )
    assert len(found.reports) == 1
    assert indicators(found) == ["产出指标/数量指标/抚育面积 100→96.5"]


def test_the_points_of_a_part_are_no_score_of_a_project() -> None:
    for heads, points in (
        ("执行率得分|产出得分|自评总分", "9.5|84|93.5"),
        ("自评总分|执行率得分|产出得分", "93.5|9.5|84"),
    ):
        found = extracted(TITLE, grid(f"项目名称|预算数|执行数|执行率|{heads}", f"幼林抚育|60万元|57万元|95%|{points}"))
        assert total(found) == "93.5"
        assert [(figure.about, figure.value_text) for figure in found.unplaced] == [
            ("执行率得分", "9.5"),
            ("产出得分", "84"),
        ]
    judged = extracted(TITLE, grid("项目名称|预算数|执行率得分|自评等级", "幼林抚育|60万元|9.5|优"))
    assert total(judged) is None
    assert [figure.value_text for figure in judged.unplaced] == ["9.5"]
