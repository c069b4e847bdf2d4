"""The points for the execution rate as a row of the indicator table: a level of its own, or an indicator of one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ingest.document import Document
from ingest.extract import extract
from ingest.readers import text
from ingest.readers.flattened import restore
from ingest.records import Extraction
from support import texts
from support.texts import Form
from support.told import indicators, targets, total

TITLE = "2023年度项目支出绩效自评表"
HEAD = ("项目名称|河道清淤|<|<|<|<|<", "一级指标|二级指标|三级指标|指标值|完成值|分值|得分")
OUTPUT = "产出指标|数量指标|清淤长度|12公里|12公里|50|50"
BENEFIT = "效益指标|生态效益指标|水质达标率|≥90%|91%|40|40"
LAST = "总分|<|<|<|<|100|99.5"

SHAPES = [texts.as_rows, texts.as_cells, texts.as_paragraphs, texts.as_pipes, texts.as_spaced_rows]


def marked(found: Extraction) -> list[str | None]:
    return [row.level3 for row in found.indicators if row.is_execution_row]


@pytest.mark.parametrize("shape", SHAPES)
def test_a_row_below_the_benefits_is_a_level_of_its_own(shape: Callable[[Form], Document]) -> None:
    form: Form = (TITLE, (*HEAD, OUTPUT, BENEFIT, "预算执行率|<|<|100%|95%|10|9.5", LAST))
    found = extract(shape(form))
    assert indicators(found) == [
        "产出指标/数量指标/清淤长度 50→50",
        "效益指标/生态效益指标/水质达标率 40→40",
        "-/-/预算执行率 10→9.5",
    ]
    assert targets(found) == ["- 12 公里 12公里", "≥ 90 % 91%"]
    assert marked(found) == ["预算执行率"]
    assert total(found) == "99.5"


@pytest.mark.parametrize("shape", [*SHAPES, texts.as_padded_rows])
@pytest.mark.parametrize(
    "above", ["产出指标|质量指标|合格率|100%|100%|40|40", "成本指标|经济成本指标|总成本|90万元|89万元|40|40"]
)
def test_a_row_below_outputs_and_costs_without_levels_is_none_of_these(
    shape: Callable[[Form], Document], above: str
) -> None:
    found = extract(shape((TITLE, (*HEAD, OUTPUT, above, "预算执行率|<|<|100%|95%|10|9.5", LAST))))
    assert indicators(found)[2:] == ["-/-/预算执行率 10→9.5"]


def test_on_a_grid_it_is_its_own_level() -> None:
    found = extract(texts.on_grid((TITLE, (*HEAD, OUTPUT, BENEFIT, "预算执行率|<|<|100%|95%|10|9.5", LAST))))
    assert indicators(found)[2] == "预算执行率/-/预算执行率 10→9.5"


def test_its_weight_in_its_name() -> None:
    rows = ["\t".join(row.split("|")) for row in (HEAD[1], OUTPUT, BENEFIT, "预算执行率（10分）|100%|95%||9.5")]
    found = extract(restore(text.read_bytes("\n".join([TITLE, "项目名称\t河道清淤", *rows]).encode())))
    assert indicators(found)[2] == "-/-/预算执行率 10→9.5"


@pytest.mark.parametrize("shape", [texts.as_pipes, texts.on_grid])
def test_under_the_management_of_funds_it_is_an_indicator(shape: Callable[[Form], Document]) -> None:
    form: Form = (
        TITLE,
        (
            *HEAD,
            "过程指标|资金管理|资金到位率|100%|100%|10|10",
            "^|^|预算执行率|100%|95%|10|9.5",
            "效益指标|生态效益指标|水质达标率|≥90%|91%|80|80",
            LAST,
        ),
    )
    found = extract(shape(form))
    assert indicators(found)[:2] == ["过程指标/资金管理/资金到位率 10→10", "过程指标/资金管理/预算执行率 10→9.5"]
    assert marked(found) == []


def test_a_rate_of_use_below_the_benefits_is_a_benefit() -> None:
    form: Form = (
        TITLE,
        (
            *HEAD,
            OUTPUT,
            "效益指标|社会效益指标|受益人口|3万人|3万人|20|20",
            "^|^|使用率|≥90%|91%|20|20",
            "总分|<|<|<|<|90|90",
        ),
    )
    found = extract(texts.as_pipes(form))
    assert indicators(found)[2] == "效益指标/社会效益指标/使用率 20→20"
    assert marked(found) == []


def test_the_next_level_is_not_the_execution_rates() -> None:
    form: Form = (
        TITLE,
        (*HEAD, OUTPUT, BENEFIT, "预算执行率|<|<|100%|95%|10|9.5", "^|满意度指标|群众满意度|≥90%|91%|0|0", LAST),
    )
    found = extract(texts.as_pipes(form))
    assert indicators(found)[3] == "效益指标/满意度指标/群众满意度 0→0"


def test_blanks_before_it_are_those_of_the_level_above() -> None:
    form: Form = (TITLE, (*HEAD, OUTPUT, BENEFIT, "^|^|预算执行率|100%|95%|10|9.5", LAST))
    found = extract(texts.as_rows(form))
    assert indicators(found)[2] == "效益指标/生态效益指标/预算执行率 10→9.5"
    assert marked(found) == []


def test_a_number_before_it() -> None:
    numbered = (f"序号|{HEAD[1]}", f"1|{OUTPUT}", f"2|{BENEFIT}", "3|预算执行率|<|<|100%|95%|10|9.5")
    found = extract(texts.as_pipes((TITLE, ("项目名称|河道清淤|<|<|<|<|<|<", *numbered))))
    assert indicators(found)[2] == "-/-/预算执行率 10→9.5"


FUNDS = (
    "项目资金（万元）|年初预算数|全年预算数|全年执行数|分值|执行率|得分",
    "年度资金总额|100|100|95|10|95%|9.5",
)


@pytest.mark.parametrize("row", ["过程|资金管理|预算执行率|100%|95%|10|9.5", "预算执行率|<|<|100%|95%|10|9.5"])
def test_points_that_stand_beside_the_funds_too_are_counted_once(row: str) -> None:
    found = extract(texts.on_grid((TITLE, (HEAD[0], *FUNDS, HEAD[1], OUTPUT, BENEFIT, row, LAST))))
    assert [indicator.weight for indicator in found.indicators] == [50, 40, 10]
    assert not found.unplaced


@pytest.mark.parametrize(
    "benefit",
    [
        "效益指标|生态效益指标|水质达标率|≥90%|91%|30|30",  # With 10 beside the funds and 10 here they come to 100.
        "效益指标|生态效益指标|水质达标率|≥90%|91%|35|35",  # Nothing comes to 100.
    ],
)
def test_points_of_two_rows_both_count_where_the_full_marks_do_not_say_otherwise(benefit: str) -> None:
    row = "过程|资金管理|预算执行率|100%|95%|10|9.5"
    found = extract(texts.on_grid((TITLE, (HEAD[0], *FUNDS, HEAD[1], OUTPUT, benefit, row, LAST))))
    assert [indicator.level3 for indicator in found.indicators] == ["执行率", "清淤长度", "水质达标率", "预算执行率"]
