"""Headings over several columns of names that have no headings of their own; expectations written by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ingest.document import Document
from ingest.extract import extract
from support import texts
from support.told import indicators, targets, total

TITLE = "2023年度项目支出绩效自评表"
FOUR = "项目名称|森林防火|<|<|<|<"
FIVE = f"{FOUR}|<"
GRIDS = [texts.on_grid, texts.as_markdown]
Shape = Callable[[texts.Form], Document]


def read(shape: Shape, *rows: str) -> list[str]:
    found = extract(shape((TITLE, rows)))
    assert total(found) == "96"
    assert not found.unplaced
    return indicators(found)


@pytest.mark.parametrize("shape", GRIDS)
@pytest.mark.parametrize("word", ["考核指标", "绩效指标", "评价指标", "指标名称"])
def test_a_level_and_the_name_under_one_word(word: str, shape: Shape) -> None:
    assert read(
        shape,
        FOUR,
        f"{word}|<|指标值|完成值|分值|得分",
        "产出|巡护次数|≥10次|12次|40|40",
        "^|宣传次数|≥4次|5次|20|20",
        "效益|知晓率|≥90%|85%|40|36",
        "总分|<|<|<|100|96",
    ) == ["产出/-/巡护次数 40→40", "产出/-/宣传次数 20→20", "效益/-/知晓率 40→36"]


@pytest.mark.parametrize("shape", GRIDS)
def test_behind_a_level_with_a_heading_of_its_own(shape: Shape) -> None:
    assert read(
        shape,
        FIVE,
        "一级指标|考核指标|<|指标值|完成值|分值|得分",
        "产出指标|数量指标|巡护次数|≥10次|12次|60|60",
        "效益指标|社会效益指标|知晓率|≥90%|85%|40|36",
        "总分|<|<|<|<|100|96",
    ) == ["产出指标/数量指标/巡护次数 60→60", "效益指标/社会效益指标/知晓率 40→36"]


@pytest.mark.parametrize("shape", GRIDS)
def test_all_levels_under_one_word(shape: Shape) -> None:
    assert read(
        shape,
        FIVE,
        "绩效指标|<|<|指标值|完成值|分值|得分",
        "产出指标|数量指标|巡护次数|≥10次|12次|40|40",
        "^|质量指标|合格率|≥90%|92%|20|20",
        "效益指标|社会效益指标|知晓率|≥90%|85%|40|36",
        "总分|<|<|<|<|100|96",
    ) == ["产出指标/数量指标/巡护次数 40→40", "产出指标/质量指标/合格率 20→20", "效益指标/社会效益指标/知晓率 40→36"]


@pytest.mark.parametrize("shape", [texts.on_grid, texts.as_markdown, texts.as_pipes])
def test_behind_the_label_of_the_whole_table(shape: Shape) -> None:
    rows = (
        "绩效指标|考核指标|指标值|完成值|分值|得分",
        "^|巡护次数|≥10次|12次|60|60",
        "^|知晓率|≥90%|85%|40|36",
        "总分|<|<|<|100|96",
    )
    assert read(shape, FOUR, *rows) == ["-/-/巡护次数 60→60", "-/-/知晓率 40→36"]


@pytest.mark.parametrize("shape", [texts.on_grid, texts.as_rows, texts.as_padded_rows, texts.as_cells])
def test_levels_below_the_word_beside_a_blank_corner(shape: Shape) -> None:
    """No level is a part of the target's values, over which the blank of the corner would push it."""
    rows = (
        f"{FIVE}|<",
        "绩效指标|<|<|<|指标值|完成值|分值|得分",
        "|一级|二级|三级|^|^|^|^",
        "指标|产出指标|数量指标|巡护次数|≥10次|12次|60|60",
        "^|效益指标|社会效益指标|知晓率|≥90%|85%|40|36",
        "总分|<|<|<|<|<|100|96",
    )
    assert read(shape, *rows) == ["产出指标/数量指标/巡护次数 60→60", "效益指标/社会效益指标/知晓率 40→36"]
    assert targets(extract(shape((TITLE, rows)))) == ["≥ 10 次 12次", "≥ 90 % 85%"]


def test_names_beside_numbers_and_over_both_columns() -> None:
    heading = "一级指标|二级指标|三级指标|<|指标值|完成值|分值|得分"
    rows = ("产出指标|数量指标|1|巡护次数|≥10次|12次|60|60", "效益指标|社会效益指标|2|知晓率|≥90%|85%|40|36")
    end = "总分|<|<|<|<|<|100|96"
    names = ["产出指标/数量指标/巡护次数 60→60", "效益指标/社会效益指标/知晓率 40→36"]
    numbered = extract(texts.on_grid((TITLE, (f"{FIVE}|<", heading, *rows, end))))
    assert indicators(numbered) == names
    wide = [row.replace("1|巡护次数", "巡护次数|<").replace("2|知晓率", "知晓率|<") for row in rows]
    assert read(texts.on_grid, f"{FIVE}|<", heading, *wide, end) == names
    assert read(texts.on_grid, f"{FIVE}|<", heading, rows[0], wide[1], end) == names


def test_words_beside_names_below_known_levels() -> None:
    heading = "一级指标|二级指标|三级指标|<|指标值|完成值|分值|得分"
    ends = ("≥10次|12次|60|60", "≥90%|85%|40|36")
    for names in (("巡护次数|全年", "知晓率|问卷"), ("指标1|巡护次数", "指标2|知晓率"), ("巡护|巡护次数", "^|知晓率")):
        levels = ("产出指标|数量指标", "^|^" if names[1][0] == "^" else "效益指标|社会效益指标")
        rows = (f"{level}|{name}|{end}" for level, name, end in zip(levels, names, ends, strict=True))
        found = extract(texts.on_grid((TITLE, (f"{FIVE}|<", heading, *rows))))
        assert [row.level3 for row in found.indicators] == ["巡护次数", "知晓率"]


def test_what_stands_beside_a_name_under_its_heading_may_be_no_name() -> None:
    """A sentence, a value, a column without a heading of its own."""
    for beside in ("按计划巡护。", "≥10次", ""):
        heading = "考核指标|<|分值|得分"
        found = extract(
            texts.on_grid((TITLE, ("项目名称|森林防火|<|<", heading, f"巡护次数|{beside}|60|60", "知晓率||40|36")))
        )
        assert indicators(found) == ["-/-/巡护次数 60→60", "-/-/知晓率 40→36"]


@pytest.mark.parametrize("shape", GRIDS)
def test_signs_values_and_units_under_one_word(shape: Shape) -> None:
    rows = (
        f"{FIVE}|<|<",
        "一级指标|二级指标|三级指标|年度指标值|<|<|完成值|分值|得分",
        "产出指标|数量指标|巡护次数|≥|10|次|12|60|60",
        "效益指标|社会效益指标|知晓率|≥|90|%|85|40|36",
        "总分|<|<|<|<|<|<|100|96",
    )
    assert read(shape, *rows) == ["产出指标/数量指标/巡护次数 60→60", "效益指标/社会效益指标/知晓率 40→36"]
    assert targets(extract(shape((TITLE, rows)))) == ["≥ 10 次 12", "≥ 90 % 85"]
    short = [
        row.replace("|次|", "|").replace("|%|", "|").replace("年度指标值|<|<", "年度指标值|<") for row in rows[:-1]
    ]
    short[0] = f"{FIVE}|<"
    assert targets(extract(shape((TITLE, short)))) == ["≥ 10 - 12", "≥ 90 - 85"]


def test_what_stands_beside_a_target_may_be_no_unit() -> None:
    heading = "一级指标|二级指标|三级指标|指标值|<|完成值|分值|得分"
    for beside in ("年底前完成", "12次"):
        rows = (f"{FIVE}|<", heading, f"产出指标|数量指标|巡护次数|10次|{beside}|12次|60|60")
        assert targets(extract(texts.on_grid((TITLE, rows)))) == ["- 10 次 12次"]


@pytest.mark.parametrize("heading", ["目标值|<|完成值|分值|得分", "目标值|完成值|<|分值|得分"])
@pytest.mark.parametrize("shape", [texts.as_rows, texts.as_padded_rows, texts.as_pipes, texts.as_spaced_rows])
def test_text_that_has_left_one_column_of_two_is_told(heading: str, shape: Shape) -> None:
    cells = "≥|30公里|28公里" if heading.startswith("目标值|<") else "30公里|28|公里"
    rows = (f"{FIVE}|<", f"一级指标|二级指标|三级指标|{heading}", f"产出指标|数量指标|保洁河段|{cells}|60|56")
    found = extract(shape((TITLE, rows)))
    assert not [row for row in found.indicators if row.level3 == "≥" or row.score != 56]
    assert found.unplaced or found.notices


def test_points_behind_the_levels_that_stand_behind_the_names() -> None:
    rows = (
        FIVE,
        "序号|三级指标|二级指标|得分|分值|目标|完成情况",
        "1|巡护次数|数量指标|60|60|10次|12次",
        "2|知晓率|社会效益指标|36|40|90%|85%",
    )
    found = extract(texts.on_grid((TITLE, rows)))
    assert indicators(found) == ["-/数量指标/巡护次数 60→60", "-/社会效益指标/知晓率 40→36"]


@pytest.mark.parametrize("shape", [texts.on_grid, texts.as_markdown])
def test_contents_behind_levels_name_the_indicators(shape: Shape) -> None:
    rows = (
        FIVE,
        "绩效指标|指标内容|<|指标值|完成值|分值|得分",
        "产出|数量|巡护次数|≥10次|12次|40|40",
        "^|质量|合格率|≥90%|92%|20|20",
        "效益|社会效益|知晓率|≥90%|85%|40|36",
        "合计|<|<|<|<|100|96",
    )
    assert read(shape, *rows) == ["产出/数量/巡护次数 40→40", "产出/质量/合格率 20→20", "效益/社会效益/知晓率 40→36"]


@pytest.mark.parametrize("shape", [texts.as_rows, texts.as_padded_rows, texts.as_cells, texts.as_pipes])
def test_contents_behind_levels_in_text(shape: Shape) -> None:
    rows = (
        FIVE,
        "绩效指标|指标内容|<|指标值|完成值|分值|得分",
        "产出|数量|巡护次数|≥10次|12次|96|96",
        "^|质量|合格率|≥90%|92%|4|0",
    )
    found = extract(shape((TITLE, rows)))
    assert [(row.level1, row.level3) for row in found.indicators] == [("产出", "巡护次数"), ("产出", "合格率")]


def test_contents_behind_names_say_what_these_mean() -> None:
    rows = (
        FOUR,
        "考核指标|考核内容|指标值|完成值|分值|得分",
        "巡护次数|全年巡护|≥10次|12次|60|60",
        "知晓率|问卷|≥90%|85%|40|36",
    )
    found = extract(texts.on_grid((TITLE, rows)))
    assert indicators(found) == ["-/-/巡护次数 60→60", "-/-/知晓率 40→36"]


def test_level_2_where_text_has_left_nothing_of_level_1() -> None:
    rows = (
        FIVE,
        "一级指标|考核指标|<|指标值|完成值|分值|得分",
        "产出指标|数量指标|巡护次数|≥10次|12次|40|40",
        "^|质量指标|合格率|≥90%|92%|20|20",
    )
    found = extract(texts.as_pipes((TITLE, rows)))
    assert indicators(found)[1] == "产出指标/质量指标/合格率 20→20"
