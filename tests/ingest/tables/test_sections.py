"""Tables of an evaluation's sections: with numbered columns or rows, and turned on their side."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ingest.document import Document
from ingest.extract import extract
from ingest.records import Extraction
from support import texts
from support.documents import grid
from support.told import extracted, total

SHAPES = (
    texts.on_grid,
    texts.as_rows,
    texts.as_padded_rows,
    texts.as_cells,
    texts.as_pipes,
    texts.as_markdown,
)
TITLE = "2023年度部门整体支出绩效自评报告"
SECTIONS = {"决策": ("20", "18"), "过程": ("20", "19"), "产出": ("30", "28"), "效益": ("30", "29")}


def sections(found: Extraction) -> dict[str, tuple[str, str]]:
    """{section: (weight, score)}."""
    points = {(a.about, a.measure): a.value_text for a in found.amounts if a.about != "总分"}
    names = dict.fromkeys(name for name, _ in points)
    return {name: (points[name, "section_weight"], points[name, "section_score"]) for name in names}


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize(
    "rows",
    [
        ("指标|分值|得分", "1|2|3", "决策|20|18", "过程|20|19", "产出|30|28", "效益|30|29", "合计|100|94"),
        ("评价指标|权重|得分", "栏次|1|2", "决策|20|18", "过程|20|19", "产出|30|28", "效益|30|29", "总分|100|94"),
        (
            "一级指标|分值|得分|得分率",
            "1|2|3|4=3/2",
            "决策|20|18|90%",
            "过程|20|19|95%",
            "产出|30|28|93.33%",
            "效益|30|29|96.67%",
            "合计|100|94|94%",
        ),
        ("序号|一级指标|分值|得分", "1|决策|20|18", "2|过程|20|19", "3|产出|30|28", "4|效益|30|29", "合计|<|100|94"),
        ("指标|决策|过程|产出|效益|合计", "分值|20|20|30|30|100", "得分|18|19|28|29|94"),
        (
            "一级指标|决策|过程|产出|效益|总分",
            "1|2|3|4|5|6",
            "权重|20|20|30|30|100",
            "评价得分|18|19|28|29|94",
            "得分率|90%|95%|93.33%|96.67%|94%",
        ),
    ],
)
def test_sections_and_their_total(rows: tuple[str, ...], shape: Callable[[texts.Form], Document]) -> None:
    found = extract(shape((TITLE, "单位：青石县文化馆", rows)))
    assert sections(found) == SECTIONS
    assert total(found) == "94"
    assert [a.value_text for a in found.amounts if a.about == "总分" and a.measure == "section_weight"] == ["100"]
    assert not found.indicators and not found.unplaced


def test_a_total_that_is_not_what_the_sections_come_to() -> None:
    for rows in (
        ("指标|分值|得分", "决策|50|48", "产出|50|47", "合计|100|96"),
        ("指标|决策|产出|合计", "分值|50|50|100", "得分|48|47|96"),
    ):
        assert total(extracted(TITLE, grid(*rows))) == "96"


def test_a_row_of_which_a_cell_is_lost_is_told() -> None:
    found = extract(texts.as_pipes((TITLE, ("指标|决策|产出|效益|合计", "分值|20|40|40|100", "得分|18|<|37|94"))))
    assert [a.value_text for a in found.amounts if a.measure == "section_score"] == []
    assert [figure.value_text for figure in found.unplaced] == ["18", "37", "94"]


def test_scores_of_several_projects_are_no_sections() -> None:
    found = extracted(
        TITLE, grid("项目名称|决策|过程|产出|效益", "幼林抚育|18|19|28|29", "苗木培育|17|18|27|28"), "总分94分。"
    )
    assert not [a for a in found.amounts if a.measure.startswith("section")]
