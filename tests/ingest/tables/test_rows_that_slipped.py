"""Rows that stand among others, or have slipped beside their headings: told, and no figure of theirs is another's."""

from __future__ import annotations

import pytest

from ingest.records import Extraction
from support.documents import grid, table
from support.told import extracted, indicators, money, targets, total

TITLE = "2023年度项目支出绩效自评表"
MARKS = "一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分"
OUTPUT = "产出指标|数量指标|补助户数|200户|200户|50|50"
BENEFIT = "效益指标|社会效益指标|增收户数|180|160|50|45"


def read(*rows: str) -> Extraction:
    return extracted(TITLE, table(MARKS, OUTPUT, *rows, BENEFIT))


def told(found: Extraction) -> set[str]:
    return {figure.value_text for figure in found.unplaced}


@pytest.mark.parametrize(
    ("row", "figures"),
    [
        ("||其中：财政拨款|80|75|60|80", {"80", "75", "60"}),  # A line of funds: budgets, spending and a rate.
        ("||省级资金|30|20|10|", {"30", "20", "10"}),
        ("||市级资金|300|200|150|", {"300", "200", "150"}),
        ("||年度资金总额|800000|750000|600000|75", {"800000", "750000", "600000", "75"}),
        ("|||质量指标|合格率|98%|20", {"20"}),
    ],
)
def test_a_row_of_another_kind_among_indicators_is_told(row: str, figures: set[str]) -> None:
    found = read(row)
    assert indicators(found) == ["产出指标/数量指标/补助户数 50→50", "效益指标/社会效益指标/增收户数 50→45"]
    assert told(found) >= figures
    assert [notice.kind for notice in found.notices] == ["not_understood"]


@pytest.mark.parametrize(
    ("row", "read_as"),
    [
        ("|成本指标|省级资金到位数|30|30|20|20", "产出指标/成本指标/省级资金到位数 20→20"),
        ("|质量指标|财政资金使用率|100|95|20|19", "产出指标/质量指标/财政资金使用率 20→19"),
        ("|质量指标|质量指标|优良|优良|20|20", "产出指标/质量指标/质量指标 20→20"),
        ("|成本指标|补助成本|800000|750000|10|10", "产出指标/成本指标/补助成本 10→10"),
    ],
)
def test_an_indicator_that_looks_like_one(row: str, read_as: str) -> None:
    found = read(row)
    assert indicators(found)[1] == read_as and found.unplaced == []


def test_weights_out_of_a_thousand_are_no_slip() -> None:
    rows = ("产出指标|数量指标|补助户数|200户|200户|500|500", "效益指标|社会效益指标|增收户数|180户|160户|500|450")
    found = extracted(TITLE, table(MARKS, *rows, "合计|||||1000|950"))
    assert [line[-7:] for line in indicators(found)] == ["500→500", "500→450"]
    assert total(found) == "950"


def test_values_without_points_are_told_too() -> None:
    found = read("|质量指标|合格率|≥98户|99户||", "≥98户|99户")
    assert [notice.evidence.quote for notice in found.notices] == ["≥98户 99户"]


def test_a_figure_is_no_name_on_a_grid_either() -> None:
    found = extracted(TITLE, grid(MARKS, OUTPUT, "^|质量指标|3|98%|97%|20|19", BENEFIT))
    assert len(indicators(found)) == 2 and told(found) >= {"20", "19"}


@pytest.mark.parametrize("total_row", ["总分||||||95", "总分||||95||"])
def test_a_score_alone_in_the_total_is_no_weight(total_row: str) -> None:
    found = extracted(TITLE, table(MARKS, OUTPUT, BENEFIT, total_row))
    assert total(found) == "95" or "95" in told(found)
    found = extracted(TITLE, grid(MARKS, OUTPUT, BENEFIT, "总分|<|<|<|<|95|"))
    assert total(found) == "95" or "95" in told(found)
    assert not any(amount.measure == "section_weight" and amount.value_text == "95" for amount in found.amounts)


def test_a_total_that_the_rows_do_not_come_to() -> None:
    """The execution rate has its points elsewhere: neither 90 nor 85 is the figure's sum."""
    rows = ("产出指标|数量指标|补助户数|200户|200户|50|50", "效益指标|社会效益指标|增收户数|180户|160户|40|35")
    found = extracted(TITLE, table(MARKS, *rows, "总分|||||94.5|"))
    assert total(found) is None and told(found) == {"94.5"}


def test_a_score_above_its_weight_of_a_hundred() -> None:
    heading = "一级指标|二级指标|三级指标|年度指标值|实际完成值|得分|分值"
    found = extracted(TITLE, table(heading, "产出指标|数量指标|补助户数|200户|180户|80|90", "总分|100|89"))
    assert total(found) == "89"


def test_a_blank_column_below_the_heading_of_targets() -> None:
    heading = "一级指标|二级指标|三级指标|指标值|<|<|<|完成值|分值|得分"
    rows = ("产出指标|数量指标|补助户数|≥||200|户|200户|50|50", "效益指标|社会效益指标|增收户数|≥||180|户|160户|50|45")
    found = extracted(TITLE, grid(heading, *rows))
    assert targets(found) == ["≥ 200 户 200户", "≥ 180 户 160户"]


FUNDS = "全年预算数||200|全年执行数||180|执行率||90%"


def test_a_blank_between_a_label_and_its_figure() -> None:
    found = extracted(TITLE, "单位：万元", table("项目名称|修路", FUNDS, MARKS, OUTPUT, BENEFIT))
    read = {"annual_budget": "200 wan", "executed": "180 wan", "execution_rate": "90 percent"}
    assert money(found) == {"全年预算数 *": read}


def test_a_blank_behind_a_label_and_the_figure_of_another() -> None:
    found = extracted(
        TITLE, "单位：万元", table("项目名称|修路", "全年预算数||200|180|执行率|90%", MARKS, OUTPUT, BENEFIT)
    )
    assert money(found) == {} and told(found) >= {"90%"}
    found = extracted(TITLE, "单位：万元", table("项目名称|修路", "全年预算数||全年执行数|180", MARKS, OUTPUT, BENEFIT))
    assert "200" not in str(money(found)) and "annual_budget" not in str(money(found))


def funds(
    *rows: str, heading: str = "项目资金（万元）|年初预算数|全年预算数|全年执行数|分值|执行率|得分"
) -> Extraction:
    return extracted(TITLE, table("项目名称|修路", heading, *rows), "指标", table(MARKS, OUTPUT, BENEFIT))


RATE_FIRST = "项目资金（万元）|年初预算数|全年预算数|全年执行数|执行率|分值|得分"


@pytest.mark.parametrize(
    "row",
    [
        "年度资金总额|100|100|80|10|8|",  # The rate is missing: 10 is the weight, 8 the score.
        "年度资金总额|100|100|80|10|8",
        "年度资金总额|100|100|100|280|10|8",
        "其中：财政拨款|80000|60000|75",  # A part that lacks an amount: 60000 is 75% of 80000.
        "其中：财政拨款|15|12|80",
    ],
)
def test_a_line_of_funds_that_lacks_a_cell_or_has_one_twice_is_told(row: str) -> None:
    found = funds(row, heading=RATE_FIRST)
    assert money(found) == {} and told(found) >= {text for text in row.split("|")[1:] if text}


@pytest.mark.parametrize(
    ("row", "executed"),
    [
        ("年度资金总额|100|100|80|80|10|8", "80 wan"),
        ("年度资金总额|100|100|80|90|10|9", "80 wan"),  # A wrong rate, all cells being there.
        ("其中：财政拨款|80|80|60", "60 wan"),
        ("其中：财政拨款|0|60|60|100||", "60 wan"),
        ("其中：财政拨款|80|80|90|||", "90 wan"),  # More was spent than budgeted, with room for all cells.
    ],
)
def test_a_line_of_funds_that_lacks_none(row: str, executed: str) -> None:
    found = funds(row, heading=RATE_FIRST)
    assert [line["executed"] for line in money(found).values()] == [executed]


def test_a_score_under_the_weight_of_the_execution_rate_is_told() -> None:
    found = funds("年度资金总额|100|100|85|8.5|85%|")
    assert not any(row.is_execution_row for row in found.indicators) and told(found) == {"8.5"}
    found = funds("年度资金总额|100|100|85|10|85%|")
    assert [row.weight for row in found.indicators if row.is_execution_row] == [10]


def test_points_for_what_was_reached_of_a_rate_are_told() -> None:
    found = read("|质量指标|合格率|≥98%|20|20|19")
    assert targets(found)[1] == "≥ 98 % -" and told(found) == {"20"}


@pytest.mark.parametrize(
    "row", ["|质量指标|合格率|≥98%|97|20|19", "|质量指标|缺陷率|≤5%|4|4|4", "|时效指标|用时|≤98天|20|20|20"]
)
def test_a_bare_value_beside_points_is_what_was_reached(row: str) -> None:
    found = read(row)
    assert targets(found)[1].split()[-1] == row.split("|")[4] and found.unplaced == []


def test_the_name_again_for_the_target_is_told() -> None:
    found = read("|质量指标|合格率|合格率|97%|20|19")
    assert len(found.indicators) == 2 and told(found) >= {"20", "19"}
    found = read("|质量指标|设备购置|设备购置|已购置|20|19")
    assert len(found.indicators) == 3 and found.unplaced == []
