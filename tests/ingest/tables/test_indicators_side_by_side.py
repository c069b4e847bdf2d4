"""Indicator tables on their side: an indicator a column."""

from __future__ import annotations

import pytest

from support.documents import Block, grid, table
from support.told import extracted, indicators, targets

TITLE = "社区食堂补助项目绩效自评表（2024年度）"
NAME = "项目名称|社区食堂补助|实施单位|某区民政局"
NAMES = "三级指标|食堂数|培训人数|合格率"
VALUES = ("年度指标值|≥12家|≥60人|100%", "实际完成值|12家|58人|100%", "分值|40|20|40", "得分|40|19.5|40")
READ = [
    "产出指标/数量指标/食堂数 40→40",
    "产出指标/数量指标/培训人数 20→19.5",
    "效益指标/质量指标/合格率 40→40",
]


@pytest.mark.parametrize(
    "turned",
    [
        grid("一级指标|产出指标|<|效益指标", "二级指标|数量指标|<|质量指标", NAMES, *VALUES),
        table("一级指标|产出指标||效益指标", "二级指标|数量指标||质量指标", NAMES, *VALUES),
        table(NAMES, "一级指标|产出指标|产出指标|效益指标", "二级指标|数量指标|数量指标|质量指标", *VALUES),
    ],
)
def test_each_column_is_an_indicator(turned: Block) -> None:
    found = extracted(TITLE, table(NAME), turned)
    assert indicators(found) == READ
    assert targets(found) == ["≥ 12 家 12家", "≥ 60 人 58人", "- 100 % 100%"]
    assert not found.unplaced and not found.notices
    first = found.indicators[0]
    assert (first.evidence.quote, first.weight_text, first.weight_col_no) == ("食堂数 ≥12家 12家 40 40", "40", None)


def test_levels_whose_merged_cells_left_no_trace_are_told() -> None:
    found = extracted(TITLE, table("一级指标|产出指标|效益指标", "二级指标|数量指标|质量指标", NAMES, *VALUES))
    assert indicators(found) == ["-/-/食堂数 40→40", "-/-/培训人数 20→19.5", "-/-/合格率 40→40"]
    assert [notice.kind for notice in found.notices] == ["not_understood"] * 2


@pytest.mark.parametrize("row", ["得分|40|19.5", "得分|40|50|40", "得分|40|良好|40"])
def test_points_that_may_be_of_another_column_are_told(row: str) -> None:
    found = extracted(TITLE, table(NAME), table(NAMES, *VALUES[:-1], row), "项目自评得分90分。")
    assert indicators(found) == []
    assert "40" in [figure.value_text for figure in found.unplaced]
