"""What units print over the columns of an indicator table, and what becomes of columns under other words."""

from __future__ import annotations

import pytest

from ingest.extract import extract
from ingest.records import Extraction
from support import texts
from support.documents import grid
from support.told import extracted, indicators, targets, total

TITLE = "2023年度项目支出绩效自评表"
INDICATORS = ["产出指标/数量指标/管护面积 60→55", "效益指标/社会效益指标/受益人口 40→39"]
TARGETS = ["- 12 万亩 11万亩", "≥ 800 人 810人"]


def read(*headings: str) -> list[Extraction]:
    """An indicator table with these words over target, actual value, weight and score."""
    form = (
        TITLE,
        (
            "项目名称|林地管护|<|<|<|<|<",
            f"一级指标|二级指标|三级指标|{'|'.join(headings)}",
            "产出指标|数量指标|管护面积|12万亩|11万亩|60|55",
            "效益指标|社会效益指标|受益人口|≥800人|810人|40|39",
            "总分|<|<|<|<|100|94",
        ),
    )
    return [extract(texts.on_grid(form)), extract(texts.as_padded_rows(form))]


@pytest.mark.parametrize(
    "headings",
    [
        ("年初设定值", "指标实际值", "分值", "得分"),
        ("设定值", "实际指标值", "单项分值", "自评得分"),
        ("预期完成值", "执行情况", "分值", "自评"),
        ("预期实现值", "实绩", "分值比重", "自评得分"),
        ("批复值", "完成结果", "配分", "评分结果"),
        ("年初申报值", "完成程度", "所占权重", "自评打分"),
        ("项目目标值", "目标实际值", "总分值", "自评得分"),
        ("年度指标", "执行值", "标准得分", "部门自评"),
    ],
)
def test_words_of_other_units(headings: tuple[str, ...]) -> None:
    for found in read(*headings):
        assert indicators(found) == INDICATORS
        assert targets(found) == TARGETS
        assert total(found) == "94"
        assert not found.unplaced


@pytest.mark.parametrize("words", ["评定", "部门评", "本年"])
def test_points_under_unknown_words_are_told(words: str) -> None:
    for found in read("年度指标值", "实际完成值", "分值", words):
        assert [row.score for row in found.indicators] == [None, None]
        assert [(figure.context, figure.value_text) for figure in found.unplaced] == [
            ("score", "55"),
            ("score", "39"),
            ("score", "94"),
        ]


def test_figures_of_another_time_beside_the_result_are_no_points() -> None:
    found = extracted(
        TITLE,
        grid(
            "项目名称|林地管护|<|<|<|<|<|<|<",
            "序号|一级指标|二级指标|三级指标|历史值|指标值|完成值|分值|得分",
            "1|产出指标|数量指标|管护次数|10|12|12|60|55",
            "2|效益指标|社会效益指标|受益人口|700|800|810|40|39",
            "总分|<|<|<|<|<|<|100|94",
        ),
    )
    assert targets(found) == ["- 12 - 12", "- 800 - 810"]
    assert not found.unplaced


def test_the_usual_words_count_before_others() -> None:
    found = extracted(
        TITLE,
        grid(
            "项目名称|林地管护|<|<|<|<|<|<",
            "一级指标|二级指标|三级指标|指标值|完成程度|完成值|权重占比|分值|得分",
            "产出指标|数量指标|管护次数|12|100|12|60%|54|50",
            "效益指标|社会效益指标|受益人口|800|101|810|40%|36|36",
        ),
    )
    assert indicators(found) == ["产出指标/数量指标/管护次数 54→50", "效益指标/社会效益指标/受益人口 36→36"]
    assert targets(found) == ["- 12 - 12", "- 800 - 810"]


def test_values_of_another_time_are_no_points_where_weights_are_missing() -> None:
    found = extracted(
        TITLE,
        grid(
            "项目名称|林地管护|<|<|<|<|<",
            "一级指标|二级指标|三级指标|上年值|指标值|完成值|得分",
            "产出指标|数量指标|管护次数|11|12|12|50",
            "效益指标|社会效益指标|受益人口|790|800|810|36",
        ),
    )
    assert not found.unplaced


def test_a_reviewer_s_points_beside_the_unit_s_own() -> None:
    for headings in (("自评", "财政复核"), ("部门自评", "主管部门复核"), ("单位自评", "复评")):
        found = extracted(
            TITLE,
            grid(
                "项目名称|林地管护|<|<|<|<",
                f"一级指标|二级指标|三级指标|分值|{'|'.join(headings)}",
                "产出指标|数量指标|管护次数|60|55|54",
                "效益指标|社会效益指标|受益人口|40|39|38",
                "总分|<|<|100|94|92",
            ),
        )
        assert [row.score for row in found.indicators] == [55, 39]
        assert total(found) == "94"
        assert not found.unplaced


def test_what_was_approved_counts_beside_what_was_applied_for() -> None:
    found = extract(
        texts.on_grid(
            (
                TITLE,
                (
                    "项目名称|林地管护|<|<|<|<|<|<",
                    "一级指标|二级指标|三级指标|申报指标值|批复指标值|实际完成值|分值|得分",
                    "产出指标|数量指标|管护面积|≥8万亩|≥10万亩|11万亩|60|60",
                    "效益指标|社会效益指标|受益人口|≥700人|≥800人|810人|40|40",
                ),
            )
        )
    )
    assert targets(found) == ["≥ 10 万亩 11万亩", "≥ 800 人 810人"]
