"""Points whose cell reaches over several indicators."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ingest.document import Document
from ingest.extract import extract
from support import texts
from support.documents import grid
from support.told import extracted, indicators, targets

TITLE = "项目支出绩效自评表（2023年度）"
HEAD = ("项目名称|河道清淤|<|<|<|<|<|<", "一级指标|二级指标|三级指标|指标值|完成值|分值|得分|原因")
LAST = "效益指标|社会效益|受益人口|3万人|3万人|40|40|"
KEPT = [texts.on_grid, texts.as_rows, texts.as_padded_rows, texts.as_cells, texts.as_markdown, texts.as_pipes]


@pytest.mark.parametrize("shape", KEPT)
def test_one_score_of_indicators_with_weights_of_their_own(shape: Callable[[texts.Form], Document]) -> None:
    rows = ("产出指标|数量指标|清淤长度|12公里|11公里|30|58|雨季", "^|^|清淤座数|3座|3座|30|^|^", LAST)
    found = extract(shape((TITLE, (*HEAD, *rows))))
    assert indicators(found) == [
        "产出指标/数量指标/清淤长度 30→-",
        "产出指标/数量指标/清淤座数 30→-",
        "效益指标/社会效益/受益人口 40→40",
    ]
    assert [figure.value_text for figure in found.unplaced] == ["58"]


def test_a_merged_score_within_the_first_weight() -> None:
    rows = ("产出指标|数量指标|清淤长度|12公里|11公里|30|28|雨季", "^|^|清淤座数|3座|3座|30|^|^", LAST)
    found = extracted(TITLE, grid(*HEAD, *rows))
    assert indicators(found)[:2] == ["产出指标/数量指标/清淤长度 30→-", "产出指标/数量指标/清淤座数 30→-"]
    assert [figure.value_text for figure in found.unplaced] == ["28"]


def test_a_blank_score_below_one_that_is_not_merged() -> None:
    rows = ("产出指标|数量指标|清淤长度|12公里|11公里|30|28|雨季", "^|^|清淤座数|3座|3座|30||未评", LAST)
    assert indicators(extracted(TITLE, grid(*HEAD, *rows)))[:2] == [
        "产出指标/数量指标/清淤长度 30→28",
        "产出指标/数量指标/清淤座数 30→-",
    ]


@pytest.mark.parametrize("shape", KEPT)
def test_weight_and_score_over_two_indicators(shape: Callable[[texts.Form], Document]) -> None:
    rows = ("产出指标|数量指标|清淤长度|12公里|11公里|60|58|雨季", "^|^|清淤座数|3座|3座|^|^|^", LAST)
    found = extract(shape((TITLE, (*HEAD, *rows))))
    assert indicators(found)[:2] == ["产出指标/数量指标/清淤长度 60→58", "产出指标/数量指标/清淤座数 -→-"]
    assert targets(found)[1] == "- 3 座 3座"
