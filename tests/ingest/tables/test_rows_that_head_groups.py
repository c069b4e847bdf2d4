"""Rows that head a group of indicators with the points of all of them; expectations written by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ingest.document import Document
from ingest.extract import extract
from ingest.records import Extraction
from support import texts
from support.told import indicators, total

TITLE = "2023年度项目支出绩效自评表"
NAME = "项目名称|河道保洁|<|<|<|<|<"
LEVELS = "一级指标|二级指标|三级指标|目标值|完成值|分值|得分"
Shape = Callable[[texts.Form], Document]
GROUPED = [
    "产出指标/数量指标/保洁河段 40→40",
    "产出指标/质量指标/合格率 20→19",
    "效益指标/社会效益指标/投诉下降率 40→36",
]


def read(*rows: str, shape: Shape = texts.on_grid) -> Extraction:
    return extract(shape((TITLE, (NAME, *rows))))


def sections(found: Extraction) -> list[tuple[str, int, str, str]]:
    return [
        (amount.section, amount.section_level or 0, amount.measure, amount.value_text)
        for amount in found.amounts
        if amount.section
    ]


@pytest.mark.parametrize("shape", [texts.on_grid, texts.as_rows, texts.as_padded_rows, texts.as_markdown])
def test_rows_of_their_own_for_the_levels(shape: Shape) -> None:
    found = read(
        LEVELS,
        "产出指标|||||60|59",
        "|数量指标||||40|40",
        "||保洁河段|30公里|30公里|40|40",
        "|质量指标||||20|19",
        "||合格率|100%|98%|20|19",
        "效益指标|||||40|36",
        "|社会效益指标||||40|36",
        "||投诉下降率|10%|8%|40|36",
        "总分|||||100|95",
        shape=shape,
    )
    assert indicators(found) == GROUPED
    assert [(row.level1_weight, row.level2_weight) for row in found.indicators] == [(60, 40), (60, 20), (40, 40)]
    assert sections(found)[:4] == [
        ("产出指标", 1, "section_weight", "60"),
        ("产出指标", 1, "section_score", "59"),
        ("数量指标", 2, "section_weight", "40"),
        ("数量指标", 2, "section_score", "40"),
    ]
    assert total(found) == "95"
    assert not found.unplaced


def test_levels_merged_over_all_columns_of_names() -> None:
    found = read(
        LEVELS,
        "产出指标|<|<|||60|59",
        "数量指标|<|<|||40|40",
        "|<|保洁河段|30公里|30公里|40|40",
        "质量指标|<|<|||20|19",
        "|<|合格率|100%|98%|20|19",
        "效益指标|<|<|||40|",
        "社会效益指标|<|<|||40|",
        "|<|投诉下降率|10%|8%|40|36",
    )
    assert indicators(found) == GROUPED


@pytest.mark.parametrize("shape", [texts.on_grid, texts.as_rows, texts.as_padded_rows, texts.as_pipes])
def test_numbered_groups_in_one_column(shape: Shape) -> None:
    found = read(
        "评价指标|分值|评分标准|得分|<|<|<",
        "一、项目决策|20||19|<|<|<",
        "1.立项规范性|10|程序齐全得满分|10|<|<|<",
        "2.目标明确性|10|量化得满分|9|<|<|<",
        "二、项目产出|80||76|<|<|<",
        "（一）数量|50||46|<|<|<",
        "3.保洁河段|50|按比例得分|46|<|<|<",
        "（二）质量|30||30|<|<|<",
        "4.合格率|30|按比例得分|30|<|<|<",
        "合计|100||95|<|<|<",
        shape=shape,
    )
    assert indicators(found) == [
        "一、项目决策/-/1.立项规范性 10→10",
        "一、项目决策/-/2.目标明确性 10→9",
        "二、项目产出/（一）数量/3.保洁河段 50→46",
        "二、项目产出/（二）质量/4.合格率 30→30",
    ]
    assert total(found) == "95"
    assert not found.unplaced


@pytest.mark.parametrize(
    ("rows", "read_as"),
    [
        (("1.保洁河段|30公里|30公里|40|40", "（1）河东|20公里|20公里|40|40"), ["1.保洁河段 40→40", "（1）河东 40→40"]),
        (("1.保洁河段|||40|40", "（1）河东|||25|25"), ["1.保洁河段 40→40", "（1）河东 25→25"]),
        (("1.保洁河段|||40|40", "2.清淤河段|||40|40"), ["1.保洁河段 40→40", "2.清淤河段 40→40"]),
        (("保洁河段|||40|40", "清淤河段|||40|40"), ["保洁河段 40→40", "清淤河段 40→40"]),
    ],
)
def test_rows_that_head_none(rows: tuple[str, ...], read_as: list[str]) -> None:
    found = read("指标名称|目标值|完成值|分值|得分|<|<", *(f"{row}|<|<" for row in rows))
    assert [text.removeprefix("-/-/") for text in indicators(found)] == read_as


def test_an_indicator_called_as_a_level_above_one_of_another() -> None:
    found = read(
        LEVELS,
        "产出指标|数量指标|保洁河段|30公里|30公里|80|80",
        "效益指标|社会效益指标|社会效益指标|||10|10",
        "满意度指标|满意度指标|居民满意度|95%|96%|10|10",
    )
    assert [row.level3 for row in found.indicators] == ["保洁河段", "社会效益指标", "居民满意度"]
