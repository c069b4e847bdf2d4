"""Names of indicators that are merged over several rows, and rows that name none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ingest.document import Document
from ingest.extract import extract
from support import texts
from support.documents import grid
from support.told import extracted, indicators, targets, total

HEAD = ("项目名称|幼林抚育|<|<|<|<|<", "一级指标|二级指标|三级指标|指标值|完成值|分值|得分")
LAST = ("效益指标|生态效益指标|成活率|≥85%|86%|40|36", "总分|<|<|<|<|100|94")
TITLE = "2023年度项目支出绩效自评表"


def test_each_row_beside_a_merged_name_is_of_that_name() -> None:
    found = extracted(
        TITLE,
        grid(
            *HEAD,
            "产出指标|数量指标|抚育面积|≥3千亩|3千亩|20|18",
            "^|^|^|≥500株|500株|20|20",
            "^|^|^|≥2次|2次|20|20",
            *LAST,
        ),
    )
    assert indicators(found) == [
        "产出指标/数量指标/抚育面积 20→18",
        "产出指标/数量指标/抚育面积 20→20",
        "产出指标/数量指标/抚育面积 20→20",
        "效益指标/生态效益指标/成活率 40→36",
    ]
    assert targets(found)[:3] == ["≥ 3 千亩 3千亩", "≥ 500 株 500株", "≥ 2 次 2次"]
    assert total(found) == "94"


def test_the_weight_in_a_merged_name_counts_once() -> None:
    found = extracted(
        TITLE,
        grid(
            "项目名称|幼林抚育|<|<|<|<",
            "一级指标|二级指标|三级指标|指标值|完成值|得分",
            "产出指标|数量指标|抚育面积（60分）|≥3千亩|3千亩|28",
            "^|^|^|≥500株|500株|30",
            "效益指标|生态效益指标|成活率（40分）|≥85%|86%|36",
        ),
    )
    assert indicators(found)[:2] == ["产出指标/数量指标/抚育面积 60→28", "产出指标/数量指标/抚育面积 -→30"]


def test_a_second_target_of_an_indicator() -> None:
    found = extracted(
        TITLE,
        grid(*HEAD, "产出指标|数量指标|抚育面积|≥3千亩|3千亩|60|58", "^|^|^|≥500株|480株|^|^", *LAST),
    )
    assert indicators(found)[:2] == ["产出指标/数量指标/抚育面积 60→58", "产出指标/数量指标/抚育面积 -→-"]
    assert targets(found)[1] == "≥ 500 株 480株"


def test_a_blank_name_is_no_merged_one() -> None:
    found = extracted(
        TITLE,
        grid(*HEAD, "产出指标|数量指标|抚育面积|≥3千亩|3千亩|20|18", "^|^||≥500株|500株|40|40", *LAST),
    )
    assert indicators(found)[1] == "产出指标/数量指标/- 40→40"


def test_a_merged_name_ends_with_its_rows() -> None:
    found = extracted(
        TITLE,
        grid(
            *HEAD,
            "产出指标|数量指标|抚育面积|≥3千亩|3千亩|20|18",
            "^|^|^|≥500株|500株|20|20",
            "^|质量指标||≥90%|92%|20|20",
            *LAST,
        ),
    )
    assert indicators(found)[1:3] == ["产出指标/数量指标/抚育面积 20→20", "产出指标/质量指标/- 20→20"]


SHARED = ("产出指标|产出数量|<|≥3千亩|3千亩|30|28", "^|产出质量|<|≥90%|92%|30|30", "效益指标|社会效益|<|≥85%|86%|40|36")
OF_SHARED = ["30→28", "30→30", "40→36"]


def test_a_name_that_level_2_shares() -> None:
    found = extracted(TITLE, grid(*HEAD, *SHARED))
    assert indicators(found) == [
        "产出指标/产出数量/产出数量 30→28",
        "产出指标/产出质量/产出质量 30→30",
        "效益指标/社会效益/社会效益 40→36",
    ]


@pytest.mark.parametrize("shape", [texts.as_rows, texts.as_padded_rows, texts.as_pipes])
def test_a_name_that_level_2_shares_in_text(shape: Callable[[texts.Form], Document]) -> None:
    found = extract(shape((TITLE, (*HEAD, *SHARED))))
    assert [(row.level1, row.level3) for row in found.indicators] == [
        ("产出指标", "产出数量"),
        ("产出指标", "产出质量"),
        ("效益指标", "社会效益"),
    ]
    assert [text.rpartition(" ")[2] for text in indicators(found)] == OF_SHARED
    assert targets(found) == ["≥ 3 千亩 3千亩", "≥ 90 % 92%", "≥ 85 % 86%"]


@pytest.mark.parametrize("shape", [texts.as_rows, texts.as_paragraphs, texts.as_pipes, texts.as_spaced_rows])
def test_an_indicator_that_is_called_as_its_level_2(shape: Callable[[texts.Form], Document]) -> None:
    rows = (
        "产出指标|产出数量|产出数量|≥3千亩|3千亩|20|18",
        "^|^|补植株数|≥50株|50株|10|10",
        "^|产出质量|产出质量|≥90%|92%|30|30",
        "效益指标|社会效益|社会效益|提高|提高|40|36",
    )
    found = extract(shape((TITLE, (*HEAD, *rows))))
    assert indicators(found) == [
        "产出指标/产出数量/产出数量 20→18",
        "产出指标/产出数量/补植株数 10→10",
        "产出指标/产出质量/产出质量 30→30",
        "效益指标/社会效益/社会效益 40→36",
    ]
    assert not found.unplaced


def test_a_target_in_place_of_a_name_is_told() -> None:
    """On a grid the cells stand where they were printed."""
    found = extracted(TITLE, grid(*HEAD, "产出指标|数量指标|≥3千亩|3千亩|30|28|", *LAST))
    assert indicators(found) == ["效益指标/生态效益指标/成活率 40→36"]
    assert any("3千亩" in notice.evidence.quote for notice in found.notices)


def test_a_name_that_begins_with_a_number() -> None:
    found = extracted(TITLE, grid(*HEAD, "产出指标|质量指标|120急救|≥95%|96%|60|58", *LAST))
    assert indicators(found)[0] == "产出指标/质量指标/120急救 60→58"


def test_a_name_over_the_label_of_the_table_and_all_levels() -> None:
    found = extracted(
        TITLE,
        grid(
            "项目名称|幼林抚育|<|<|<|<|<|<",
            "绩效指标|一级指标|二级指标|三级指标|指标值|完成值|分值|得分",
            "^|产出指标|数量指标|抚育面积|≥3千亩|3千亩|50|48",
            "^|效益指标|社会效益指标|知晓率|≥85%|86%|40|36",
            "预算执行率|<|<|<|100%|95%|10|9.5",
            "总分|<|<|<|<|<|100|93.5",
        ),
    )
    assert indicators(found)[2] == "预算执行率/-/预算执行率 10→9.5"
    assert total(found) == "93.5"
