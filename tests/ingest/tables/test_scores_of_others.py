"""Scores of the department beside those of the unit, and totals of which text has lost the merged cells."""

from __future__ import annotations

import pytest

from ingest.extract import extract
from support import texts
from support.told import indicators, total

SHAPES = (texts.on_grid, texts.as_rows, texts.as_padded_rows, texts.as_pipes, texts.as_spaced_rows, texts.as_markdown)
SHORT = (texts.as_rows, texts.as_pipes)
ROWS = (
    "产出指标|数量指标|抚育面积|≥3千亩|3千亩|60|58|57",
    "效益指标|生态效益指标|成活率|≥85%|86%|40|36|35",
)


def form(headings: str, sum_row: str, *rows: str) -> texts.Form:
    return (
        "2023年度项目支出绩效自评表",
        ("项目名称|幼林抚育|<|<|<|<|<|<", f"一级指标|二级指标|三级指标|指标值|完成值|分值|{headings}", *rows, sum_row),
    )


def unplaced(printed: texts.Form, shape: object) -> list[str]:
    assert callable(shape)
    return [figure.value_text for figure in extract(shape(printed)).unplaced]


@pytest.mark.parametrize(
    ("headings", "scores", "others"),
    [("自评得分|部门评分", "94", ["57", "35", "92"]), ("部门评分|自评得分", "92", ["58", "36", "94"])],
)
def test_a_score_of_the_department_is_told(headings: str, scores: str, others: list[str]) -> None:
    printed = form(headings, "总分|<|<|<|<|100|94|92", *ROWS)
    for shape in SHAPES:
        found = extract(shape(printed))
        assert total(found) == scores
        assert [a.value_text for a in found.amounts if a.measure == "section_weight"] == ["100"]
        assert [figure.value_text for figure in found.unplaced] == others


@pytest.mark.parametrize(
    ("headings", "sum_row", "scores", "weights"),
    [
        ("部门评分|自评得分", "总分|<|<|<|<|<|94|92", "92", []),
        ("部门评分|自评得分", "总分|<|<|<|<|<|94|91", None, []),
        ("部门评分|自评得分", "总分|<|<|<|<|100|94|91", "91", ["100"]),
        ("自评得分|部门评分", "总分|<|<|<|<|100|93|92", "93", ["100"]),
        ("自评得分|部门评分", "总分|<|<|<|<|<|94|92", "94", []),
    ],
)
def test_a_short_total_is_read_where_it_comes_to_the_rows(
    headings: str, sum_row: str, scores: str | None, weights: list[str]
) -> None:
    printed = form(headings, sum_row, *ROWS)
    figures = {*sum_row.split("|")} - {"总分", "<"}
    for shape in SHORT:
        found = extract(shape(printed))
        assert total(found) == scores
        assert [a.value_text for a in found.amounts if a.measure == "section_weight"] == weights
        assert {figure.value_text for figure in found.unplaced} >= figures - {scores, *weights}


def test_two_reviewers_beside_a_total_that_does_not_come_to_its_rows() -> None:
    printed = form(
        "单位自评得分|主管部门评分|财政部门评分",
        "总分|<|<|<|<|100|93|92|91",
        *(f"{row}|{row.rpartition('|')[2]}" for row in ROWS),
    )
    for shape in SHAPES:
        assert total(extract(shape(printed))) == "93"


@pytest.mark.parametrize("headings", ["分值比重|部门自评", "权重占比|单位自评", "总分值|自评"])
def test_unusual_headings_of_weight_and_score(headings: str) -> None:
    printed = (
        "2023年度项目支出绩效自评表",
        (
            "项目名称|幼林抚育|<|<|<|<|<",
            f"一级指标|二级指标|三级指标|指标值|完成值|{headings}",
            "产出指标|数量指标|抚育面积|≥3千亩|3千亩|60|58",
            "效益指标|生态效益指标|成活率|≥85%|86%|40|36",
            "总分|<|<|<|<|100|94",
        ),
    )
    for shape in SHAPES:
        found = extract(shape(printed))
        assert indicators(found) == ["产出指标/数量指标/抚育面积 60→58", "效益指标/生态效益指标/成活率 40→36"]
        assert total(found) == "94"
        assert not found.unplaced


@pytest.mark.parametrize("heading", ["部门自评", "单位自评"])
def test_a_word_that_may_be_no_score_beside_no_weight(heading: str) -> None:
    printed = (
        "2023年度项目支出绩效自评表",
        (
            f"一级指标|二级指标|三级指标|指标值|完成值|{heading}",
            "产出指标|数量指标|抚育面积|≥3千亩|3千亩|58",
            "效益指标|生态效益指标|成活率|≥85%|86%|36",
        ),
    )
    for shape in SHAPES:
        assert unplaced(printed, shape)[-2:] == ["58", "36"]
