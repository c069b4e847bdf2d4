"""Indicators whose rows are numbered, in text that has lost the merged cells of their levels."""

from __future__ import annotations

import pytest

from ingest.extract import extract
from ingest.readers.flattened import restore
from ingest.readers.text import read_bytes
from ingest.records import Extraction
from support import texts
from support.told import indicators, targets, total

SHAPES = (
    texts.on_grid,
    texts.as_rows,
    texts.as_padded_rows,
    texts.as_cells,
    texts.as_paragraphs,
    texts.as_pipes,
    texts.as_spaced_rows,
    texts.as_markdown,
)
TITLE = "2023年度项目支出绩效自评表"
FOUND = [
    "产出指标/数量指标/抚育面积 20→18",
    "产出指标/数量指标/补植株数 20→20",
    "产出指标/质量指标/验收合格率 20→20",
    "效益指标/生态效益指标/成活率 40→36",
]


@pytest.mark.parametrize(
    "rows",
    [
        (
            "序号|一级指标|二级指标|三级指标|指标值|完成值|分值|得分",
            "1|产出指标|数量指标|抚育面积|≥3千亩|3千亩|20|18",
            "2|^|^|补植株数|≥500株|500株|20|20",
            "3|^|质量指标|验收合格率|100%|100%|20|20",
            "4|效益指标|生态效益指标|成活率|≥85%|86%|40|36",
            "总分|<|<|<|<|<|100|94",
        ),
        (
            "序号|一级指标|二级指标|三级指标|分值|得分|<|<",
            "1|产出指标|数量指标|抚育面积|20|18|<|<",
            "2|^|^|补植株数|20|20|<|<",
            "3|^|质量指标|验收合格率|20|20|<|<",
            "4|效益指标|生态效益指标|成活率|40|36|<|<",
            "总分|<|<|<|100|94|<|<",
        ),
        (
            "序号|一级指标|二级指标|三级指标|分值|评分标准|完成值|得分",
            "1|产出指标|数量指标|抚育面积|20|按比例|3千亩|18",
            "2|^|^|补植株数|20|按比例|500株|20",
            "3|^|质量指标|验收合格率|20|按比例|100%|20",
            "4|效益指标|生态效益指标|成活率|40|按比例|86%|36",
            "总分|<|<|<|100|<|<|94",
        ),
    ],
)
def test_rows_below_merged_levels(rows: tuple[str, ...]) -> None:
    for shape in SHAPES:
        found = extract(shape((TITLE, ("项目名称|幼林抚育|<|<|<|<|<|<", *rows))))
        assert indicators(found) == FOUND, shape
        assert total(found) == "94"
        assert not found.unplaced
        assert not found.notices


def test_numbers_beside_level_2() -> None:
    form = (
        TITLE,
        (
            "项目名称|幼林抚育|<|<|<|<|<|<",
            "一级指标|序号|二级指标|三级指标|指标值|完成值|分值|得分",
            "产出指标|1|数量指标|抚育面积|≥3千亩|3千亩|20|18",
            "^|2|^|补植株数|≥500株|500株|20|20",
            "^|3|质量指标|验收合格率|100%|100%|20|20",
            "效益指标|4|生态效益指标|成活率|≥85%|86%|40|36",
            "总分|<|<|<|<|<|100|94",
        ),
    )
    for shape in (texts.on_grid, texts.as_rows, texts.as_pipes, texts.as_markdown):
        found = extract(shape(form))
        assert indicators(found) == FOUND
        assert targets(found)[1] == "≥ 500 株 500株"
        assert not found.unplaced


@pytest.mark.parametrize("first", ["≥3千亩|3千亩|20|", "≥3千亩||20|18", "≥3千亩|3千亩||18"])
def test_a_number_in_place_of_a_blank_cell_is_no_score(first: str) -> None:
    form = (
        TITLE,
        (
            "项目名称|幼林抚育|<|<|<|<|<|<",
            "序号|一级指标|二级指标|三级指标|指标值|完成值|分值|得分",
            f"1|产出指标|数量指标|抚育面积|{first}",
            "2|^|^|补植株数|≥500株|500株|20|20",
            "3|^|质量指标|验收合格率|100%|100%|20|20",
            "4|效益指标|生态效益指标|成活率|≥85%|86%|40|36",
        ),
    )
    cells = "\n\n".join(cell for row in form[1] for cell in row.split("|") if cell not in {"", "<", "^"})
    found = extract(restore(read_bytes(f"{TITLE}\n\n{cells}".encode())))
    assert indicators(found) == FOUND[1:]
    assert any("抚育面积" in figure.evidence.quote for figure in found.unplaced)


FUNDS = (
    "项目名称 幼林抚育",
    "项目资金（万元） 年初预算数 全年预算数 全年执行数 执行率",
    "年度资金总额 50 60 45 75%",
    "其中：财政拨款 40 52 41 -",
)
NUMBERED = (
    "序号 一级指标 二级指标 三级指标 指标值 完成值 分值 得分",
    "1 产出指标 数量指标 抚育面积 3千亩 2.9千亩 20 18",
    "2 补植株数 500 500 20 20",
    "3 质量指标 验收合格率 100% 100% 20 20",
    "4 效益指标 生态效益指标 成活率 85% 86% 40 36",
    "总分 100 94",
)


def told(*rows: str, apart: str) -> Extraction:
    """The form with a space between its cells and `apart` between its rows, behind funds that end in a blank cell."""
    return extract(restore(read_bytes(apart.join((TITLE, *FUNDS, *rows)).encode())))


@pytest.mark.parametrize("apart", [" ", "\n"])
def test_rows_that_are_numbered_below_funds(apart: str) -> None:
    found = told(*NUMBERED, apart=apart)
    assert indicators(found) == FOUND
    assert total(found) == "94"
    assert not found.unplaced


@pytest.mark.parametrize("apart", [" ", "\n"])
@pytest.mark.parametrize("blank", [" 500 500", " 20 20"])
def test_a_blank_cell_below_funds_takes_no_number(blank: str, apart: str) -> None:
    rows = (*NUMBERED[:2], NUMBERED[2].replace(blank, blank[: len(blank) // 2]), *NUMBERED[3:])
    found = told(*rows, apart=apart)
    assert indicators(found) == [FOUND[0], *FOUND[2:]]
    assert any("补植株数" in figure.evidence.quote for figure in found.unplaced)


def test_a_score_without_a_heading_is_no_number() -> None:
    found = told(NUMBERED[0].replace(" 分值", ""), *NUMBERED[1:], apart="\n")
    assert indicators(found) == []
    assert found.unplaced


def test_a_total_of_which_the_score_is_blank_has_none() -> None:
    found = told(*NUMBERED[:-1], "总分 100", apart="\n")
    assert total(found) is None
    assert [amount.value_text for amount in found.amounts if amount.measure == "section_weight"] == ["100"]
