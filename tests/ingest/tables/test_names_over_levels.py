"""Names of indicators whose cell reaches over level 2 as well."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ingest.document import Document
from ingest.extract import extract
from ingest.readers.flattened import restore
from ingest.readers.text import read_bytes
from support import texts
from support.documents import grid
from support.told import extracted, indicators

HEAD = (
    "项目名称|河道清淤|<|<|<|<|<|<",
    "一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因",
    "产出指标|数量指标|清淤长度|12公里|12公里|30|30|",
    "^|^|清淤座数|12座|12座|10|10|",
)
BEHIND = "效益指标|社会效益|受益人口|3万人|3万人|10|10|"


@pytest.mark.parametrize(
    "shape", [texts.on_grid, texts.as_rows, texts.as_padded_rows, texts.as_cells, texts.as_markdown]
)
def test_a_name_merged_with_its_level_2(shape: Callable[[texts.Form], Document]) -> None:
    form: texts.Form = (
        "项目支出绩效自评表（2023年度）",
        (*HEAD, "^|质量达标率|<|100%|100%|20|20|", "^|及时率|<|100%|90%|30|27|雨季", BEHIND),
    )
    assert indicators(extract(shape(form))) == [
        "产出指标/数量指标/清淤长度 30→30",
        "产出指标/数量指标/清淤座数 10→10",
        "产出指标/质量达标率/质量达标率 20→20",
        "产出指标/及时率/及时率 30→27",
        "效益指标/社会效益/受益人口 10→10",
    ]


def test_a_level_2_beside_a_blank_name_is_none_itself() -> None:
    found = extracted(
        "项目支出绩效自评表（2023年度）",
        grid(*HEAD, "^|质量达标率||100%|100%|20|20|", "^|时效指标||100%|90%|30|27|雨季", BEHIND),
    )
    assert indicators(found)[2:4] == ["产出指标/质量达标率/质量达标率 20→20", "产出指标/时效指标/- 30→27"]


@pytest.mark.parametrize(
    "row",
    [
        " | | 及时率 | 100% | 90% | 30 | 27 | 雨季 |",
        "| | 及时率 | 100% | 90% | 30 | 27 |",
        " |  | 及时率 | 100% | 90% | 30 | 27",
    ],
)
def test_blanks_that_merged_levels_have_left_before_a_name(row: str) -> None:
    """The rows above begin without |, so that one at the start of a row parts two cells."""
    lines = (
        "项目支出绩效自评表（2023年度）",
        "项目名称 | 河道清淤 |",
        "一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因 |",
        "产出指标 | 数量指标 | 清淤长度 | 12公里 | 12公里 | 30 | 30 | |",
        row,
    )
    found = extract(restore(read_bytes("\n".join(lines).encode())))
    assert indicators(found)[1:] == ["产出指标/数量指标/及时率 30→27"]
