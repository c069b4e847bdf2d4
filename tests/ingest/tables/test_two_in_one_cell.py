"""Cells that hold two things in one, under headings that name both; expectations written by hand."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from ingest.document import Document
from ingest.extract import extract
from support import texts
from support.documents import grid
from support.texts import Form
from support.told import extracted, indicators, money, targets, total

BOTH_PAIRS: Form = (
    "2023年度项目支出绩效自评表",
    (
        "项目名称|灯塔维护|<|<|<|<",
        "资金（万元）|全年预算数|全年执行数|执行率|<|分值/得分",
        "年度资金总额|40|38|95%|<|10/9.5",
        "其中：财政拨款|40|38|95%|<|—",
        "一级指标|二级指标|三级指标|年度指标值/实际完成值|权重/自评得分|未完成原因",
        "产出指标|数量指标|维护灯塔|≥12座/12座|50分/50分|",
        "^|时效指标|完成时间|6月底前/8月|20分/15.5分|雨季停工",
        "效益指标|社会效益指标|补助标准|≤500元/人/480元/人|20分/20分|",
        "合计|<|<|<|100分/95分|",
    ),
)


@pytest.mark.parametrize(
    "shape", [texts.on_grid, texts.as_rows, texts.as_padded_rows, texts.as_cells, texts.as_markdown]
)
def test_weight_and_score_target_and_actual_value(shape: Callable[[Form], Document]) -> None:
    found = extract(shape(BOTH_PAIRS))
    assert indicators(found) == [
        "-/-/执行率 10→9.5",
        "产出指标/数量指标/维护灯塔 50→50",
        "产出指标/时效指标/完成时间 20→15.5",
        "效益指标/社会效益指标/补助标准 20→20",
    ]
    assert targets(found) == ["≥ 12 座 12座", "- 6 月底前 8月", "≤ 500 元/人 480元/人"]
    assert found.indicators[2].deduction_reason == "雨季停工"
    assert next(iter(money(found).values())) == {
        "annual_budget": "40 wan",
        "executed": "38 wan",
        "execution_rate": "95 percent",
    }
    assert total(found) == "95"
    assert not found.unplaced


def test_score_before_weight_and_in_brackets() -> None:
    found = extracted(
        "2023年度项目支出绩效自评表",
        grid(
            "项目名称|灯塔维护|<|<|<",
            "一级指标|二级指标|三级指标|目标值（完成值）|得分/满分",
            "产出指标|数量指标|维护灯塔|12座（11座）|46/50",
            "效益指标|社会效益指标|事故减少|明显|50/50",
            "总分|<|<|<|96/100",
        ),
    )
    assert indicators(found) == ["产出指标/数量指标/维护灯塔 50→46", "效益指标/社会效益指标/事故减少 50→50"]
    assert targets(found) == ["- 12 座 11座", "- 明显 - -"]
    assert total(found) == "96"
    assert [amount.number for amount in found.amounts if amount.measure == "section_weight"] == [Decimal(100)]


def test_one_figure_where_two_are_asked_for_is_told() -> None:
    found = extracted(
        "2023年度项目支出绩效自评表",
        grid(
            "项目名称|灯塔维护|<|<|<",
            "一级指标|二级指标|三级指标|完成值|分值/得分",
            "产出指标|数量指标|维护灯塔|12座|50/49",
            "效益指标|社会效益指标|事故减少|明显|50",
        ),
    )
    assert indicators(found) == ["产出指标/数量指标/维护灯塔 50→49", "效益指标/社会效益指标/事故减少 -→-"]
    assert [(figure.context, figure.value_text) for figure in found.unplaced] == [("score", "50")]


def test_a_month_is_no_target_and_actual_value() -> None:
    found = extracted(
        "2023年度项目支出绩效自评表",
        grid(
            "项目名称|灯塔维护|<|<|<|<",
            "一级指标|二级指标|三级指标|目标值/完成值|分值|得分",
            "产出指标|时效指标|完成时间|2023/12|50|50",
            "效益指标|社会效益指标|知晓率|≥90%/85%|50|46",
        ),
    )
    assert targets(found) == ["- 2023/12 - -", "≥ 90 % 85%"]
