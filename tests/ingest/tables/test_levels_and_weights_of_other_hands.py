"""Levels above level 1, levels worded like money, and scores out of a hundred beside their weights."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ingest.document import Document
from ingest.extract import extract
from support import texts
from support.told import indicators, targets, total

Shape = Callable[[texts.Form], Document]


@pytest.mark.parametrize("shape", [texts.on_grid, texts.as_rows, texts.as_paragraphs, texts.as_spaced_rows])
def test_a_kind_of_indicators_above_level_1(shape: Shape) -> None:
    rows = (
        "部门名称|青石县林业局|<|<|<|<|<|<",
        "指标类型|一级指标|二级指标|三级指标|目标值|完成值|分值|得分",
        "共性指标|投入管理|预算编制|编制完整性|完整|完整|10|10",
        "^|^|预算执行|预算完成率|100%|95%|10|9.5",
        "个性指标|产出指标|数量指标|造林面积|3万亩|3万亩|50|50",
        "^|效益指标|生态效益|成活率|85%|86%|30|30",
        "合计|<|<|<|<|<|100|99.5",
    )
    found = extract(shape(("2023年度部门整体支出绩效自评表", rows)))
    assert indicators(found) == [
        "投入管理/预算编制/编制完整性 10→10",
        "投入管理/预算执行/预算完成率 10→9.5",
        "产出指标/数量指标/造林面积 50→50",
        "效益指标/生态效益/成活率 30→30",
    ]
    assert [report.organization_name for report in found.reports] == ["青石县林业局"]
    assert total(found) == "99.5"


@pytest.mark.parametrize("shape", [texts.on_grid, texts.as_rows, texts.as_pipes, texts.as_spaced_rows])
def test_a_row_whose_names_are_worded_like_headings_of_money(shape: Shape) -> None:
    rows = (
        "项目名称|河道保洁|<|<|<|<|<",
        "一级指标|二级指标|三级指标|目标值|完成值|分值|得分",
        "产出指标|数量指标|保洁河段|30公里|30公里|90|86",
        "资金执行|预算执行率|预算执行率|100%|90%|10|9",
        "总分|<|<|<|<|100|95",
    )
    found = extract(shape(("2023年度项目支出绩效自评表", rows)))
    assert indicators(found) == ["产出指标/数量指标/保洁河段 90→86", "资金执行/预算执行率/预算执行率 10→9"]
    assert not found.notices


@pytest.mark.parametrize("word", ["加权得分", "折算得分", "加权后得分"])
@pytest.mark.parametrize("marks", ["评分", "得分", "单项得分"])
def test_what_marks_come_to_by_the_weights_is_the_score(word: str, marks: str) -> None:
    rows = (
        "项目名称|河道保洁|<|<|<|<|<|<",
        f"一级指标|二级指标|三级指标|权重|目标值|完成值|{marks}|{word}",
        "产出指标|数量指标|保洁河段|60%|30公里|30公里|100|60",
        "效益指标|社会效益指标|投诉下降率|40%|10%|8%|90|36",
        "合计|<|<|100%|<|<|<|96",
    )
    found = extract(texts.on_grid(("2023年度项目支出绩效自评表", rows)))
    assert indicators(found) == ["产出指标/数量指标/保洁河段 60→60", "效益指标/社会效益指标/投诉下降率 40→36"]
    assert total(found) == "96"
    assert [figure.value_text for figure in found.unplaced] == ["100", "90"]


def test_scores_by_the_letters_of_their_headings() -> None:
    rows = (
        "项目名称|河道保洁|<|<|<|<|<|<",
        "一级指标|二级指标|三级指标|目标值|完成值|评价得分（A）|权重（B）|得分（A*B）",
        "产出指标|数量指标|保洁河段|30公里|30公里|100|60%|60",
        "效益指标|社会效益指标|投诉下降率|10%|8%|90|40%|36",
        "总分|<|<|<|<|<|100%|96",
    )
    found = extract(texts.on_grid(("2023年度项目支出绩效自评表", rows)))
    assert indicators(found) == ["产出指标/数量指标/保洁河段 60→60", "效益指标/社会效益指标/投诉下降率 40→36"]
    assert total(found) == "96"


def test_how_a_score_was_found_is_told() -> None:
    rows = (
        "项目名称|河道保洁|<|<|<|<|<",
        "项目资金（万元）|年初预算数|全年预算数|全年执行数|分值|执行率|得分",
        "年度资金总额|80|75|60|10|80%|10×80%=8",
        "一级指标|二级指标|三级指标|目标值|完成值|分值|得分",
        "产出指标|数量指标|保洁河段|30公里|30公里|90|86",
    )
    found = extract(texts.on_grid(("2023年度项目支出绩效自评表", rows)))
    assert [(row.level3, row.weight, row.score) for row in found.indicators] == [
        ("执行率", 10, None),
        ("保洁河段", 90, 86),
    ]
    assert [figure.value_text for figure in found.unplaced] == ["10×80%=8"]


@pytest.mark.parametrize(
    ("headings", "values", "target"),
    [
        ("年初目标|调整目标|实际完成", "30公里|25公里|24公里", "- 25 公里 24公里"),
        ("年初目标|调整后目标|实际完成", "30公里||24公里", "- 30 公里 24公里"),
        ("预期目标|完成情况", "30公里|24公里", "- 30 公里 24公里"),
        ("预期|实际", "30公里|24公里", "- 30 公里 24公里"),
        ("计划|完成", "30公里|24公里", "- 30 公里 24公里"),
    ],
)
def test_short_words_for_targets(headings: str, values: str, target: str) -> None:
    head = f"一级指标|二级指标|三级指标|{headings}|分值|得分"
    rows = (
        f"项目名称|河道保洁{'|<' * headings.count('|')}|<|<|<|<",
        head,
        f"产出指标|数量指标|保洁河段|{values}|60|56",
    )
    found = extract(texts.on_grid(("2023年度项目支出绩效自评表", rows)))
    assert targets(found) == [target]


def test_a_list_of_projects_as_paragraphs_is_no_form() -> None:
    rows = (
        "主管部门|项目名称|预算数|执行数|执行率|自评得分|自评等级",
        "水利局|河道保洁|100|90|90%|93|优",
        "^|水库维修|200|190|95%|88|良",
    )
    found = extract(texts.as_paragraphs(("2023年度项目支出绩效自评情况汇总表（万元）", rows)))
    assert not found.indicators
    assert {"100", "90", "93", "200", "190", "88"} <= {figure.value_text for figure in found.unplaced}
