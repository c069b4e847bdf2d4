"""Columns whose heading is a word below a heading that covers several: 年初 and 调整后 under 预算安排."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ingest.document import Document
from ingest.extract import extract
from support import texts
from support.documents import grid
from support.told import extracted, money, targets

TITLE = "2023年度项目支出绩效自评情况汇总表"


def test_budgets_and_sources_in_a_list() -> None:
    found = extracted(
        TITLE,
        grid(
            "序号|项目名称|预算安排（万元）|<|实际支出（万元）|<|预算执行率|自评得分",
            "^|^|年初|调整后|财政资金|自有资金|^|^",
            "1|夜间开放|80|75|60|0|80%|92.5",
            "2|馆藏修复|40|40|30|8|95%|88",
        ),
    )
    assert [report.project_name for report in found.reports] == ["夜间开放", "馆藏修复"]
    assert money(found, 2) == {
        "馆藏修复 *": {"initial_budget": "40 wan", "annual_budget": "40 wan", "execution_rate": "95 percent"},
        "财政资金": {"executed": "30 wan"},
        "自有资金": {"executed": "8 wan"},
    }
    assert money(found)["夜间开放 *"] == {
        "initial_budget": "80 wan",
        "annual_budget": "75 wan",
        "execution_rate": "80 percent",
    }
    assert not found.unplaced


def test_words_of_unknown_meaning_under_a_group_are_told() -> None:
    found = extracted(
        "2023年度项目支出绩效自评表",
        grid(
            "项目名称|幼林抚育|<|<|<",
            "资金来源|预算数（万元）|<|执行数（万元）|执行率",
            "^|甲类|乙类|^|^",
            "年度资金总额|60|40|95|95%",
            "一级指标|二级指标|三级指标|指标值|得分",
            "产出指标|数量指标|抚育面积|≥3千亩|88",
        ),
    )
    assert not [line for line in money(found).values() if "annual_budget" in line]
    assert {"60", "40"} <= {figure.value_text for figure in found.unplaced}


def test_a_row_of_words_below_a_heading_is_no_heading() -> None:
    found = extracted(
        "2023年度项目支出绩效自评表",
        grid(
            "项目名称|幼林抚育|<|<|<",
            "资金来源|<|预算数（万元）|执行数（万元）|执行率",
            "财政资金|<|||",
            "自有资金|<|100|95|95%",
            "一级指标|二级指标|三级指标|指标值|得分",
            "产出指标|数量指标|抚育面积|≥3千亩|88",
        ),
    )
    assert money(found) == {
        "自有资金 *": {"annual_budget": "100 wan", "executed": "95 wan", "execution_rate": "95 percent"}
    }


def test_targets_of_the_start_of_the_year_and_as_adjusted() -> None:
    found = extracted(
        "2023年度项目支出绩效自评表",
        grid(
            "一级指标|二级指标|三级指标|目标值|<|完成值|<|分值|得分",
            "^|^|^|年初|调整后|半年|全年|^|^",
            "产出指标|数量指标|抚育面积|4千亩|3千亩|1千亩|2.9千亩|60|58",
            "效益指标|社会效益指标|知晓率|85%||40%|86%|40|36",
        ),
    )
    assert targets(found) == ["- 3 千亩 2.9千亩", "- 85 % 86%"]


def test_an_increase_over_the_year_before_is_no_adjustment() -> None:
    found = extracted(
        "2023年度部门整体支出绩效自评表",
        grid(
            "部门名称|青石县档案馆|<|<|<",
            "“三公”经费（万元）|预算数|决算数|上年决算数|增减",
            "公务接待费|2|1.5|1|0.5",
            "公务用车购置及运行维护费|8|6.5|7|-0.5",
            "一级指标|二级指标|三级指标|分值|得分",
            "产出|数量|整理档案|90|88",
        ),
    )
    assert list(money(found).values()) == [
        {"annual_budget": "2 wan", "executed": "1.5 wan"},
        {"annual_budget": "8 wan", "executed": "6.5 wan"},
    ]
    assert [figure.value_text for figure in found.unplaced] == ["1", "0.5", "7", "-0.5"]


def test_an_increase_between_two_budgets_is_one() -> None:
    found = extracted(
        "2023年度项目支出绩效自评表",
        grid(
            "项目名称|幼林抚育|<|<|<",
            "资金（万元）|年初预算数|增减数|全年预算数|全年执行数",
            "年度资金总额|100|-5|95|90",
        ),
    )
    assert list(money(found).values()) == [
        {"initial_budget": "100 wan", "budget_adjustment": "-5 wan", "annual_budget": "95 wan", "executed": "90 wan"}
    ]


def test_an_increase_behind_what_was_spent_is_no_adjustment() -> None:
    found = extracted(
        "2023年度项目支出绩效自评表",
        grid(
            "项目名称|幼林抚育|<|<|<",
            "资金（万元）|年初预算数|全年预算数|全年执行数|增减额",
            "年度资金总额|100|95|90|-5",
        ),
    )
    assert list(money(found).values()) == [
        {"initial_budget": "100 wan", "annual_budget": "95 wan", "executed": "90 wan"}
    ]
    assert [figure.value_text for figure in found.unplaced] == ["-5"]


GROUPED = (
    "序号|项目名称|预算安排（万元）|<|实际支出（万元）|<|预算执行率|自评得分",
    "^|^|年初|调整后|财政资金|自有资金|^|^",
    "1|夜间开放|80|75|60|0|80%|92.5",
)


@pytest.mark.parametrize("shape", [texts.as_rows, texts.as_padded_rows, texts.as_cells, texts.as_pipes])
def test_figures_in_text_never_stand_under_another_heading(shape: Callable[[texts.Form], Document]) -> None:
    found = extract(shape((TITLE, GROUPED)))
    right = {("initial_budget", "80"), ("annual_budget", "75"), ("executed", "60"), ("executed", "0")}
    rights = {*right, ("execution_rate", "80"), ("total_score", "92.5")}
    assert {(amount.measure, amount.value_text) for amount in found.amounts} <= rights
    if found.reports and not found.funding_lines:
        assert found.unplaced or found.notices


def test_a_markdown_table_with_words_under_groups() -> None:
    found = extract(texts.as_markdown((TITLE, GROUPED)))
    assert list(money(found).values()) == [
        {"initial_budget": "80 wan", "annual_budget": "75 wan", "execution_rate": "80 percent"},
        {"executed": "60 wan"},
        {"executed": "0 wan"},
    ]


@pytest.mark.parametrize("shape", [texts.on_grid, texts.as_rows, texts.as_pipes, texts.as_markdown])
def test_the_columns_of_two_years(shape: Callable[[texts.Form], Document]) -> None:
    form = (
        "2023年度项目支出绩效自评表",
        (
            "项目名称|幼林抚育|<|<|<|<|<",
            "项目资金（万元）|2022年|<|<|2023年|<|<",
            "^|预算数|执行数|执行率|预算数|执行数|执行率",
            "资金总额|80|72|90%|100|95|95%",
        ),
    )
    found = extract(shape(form))
    assert list(money(found).values()) == [
        {"annual_budget": "100 wan", "executed": "95 wan", "execution_rate": "95 percent"}
    ]
    assert {"80", "72"} <= {figure.value_text for figure in found.unplaced}


def test_groups_that_nothing_tells_apart_are_told() -> None:
    found = extracted(
        "2023年度项目支出绩效自评表",
        grid(
            "项目名称|幼林抚育|<|<|<",
            "项目资金（万元）|甲类|<|乙类|<",
            "^|预算数|执行数|预算数|执行数",
            "资金总额|80|72|100|95",
            "一级指标|二级指标|三级指标|指标值|得分",
            "产出指标|数量指标|抚育面积|≥3千亩|88",
        ),
    )
    assert not found.funding_lines
    assert {"80", "72", "100", "95"} <= {figure.value_text for figure in found.unplaced}


def test_rows_wider_than_the_heading_are_told() -> None:
    form = (
        "2023年度项目支出绩效自评表",
        (
            "一级指标|二级指标|三级指标|目标值|<|完成值|<|分值|得分",
            "^|^|^|年初|调整后|数值|单位|^|^",
            "产出指标|数量指标|抚育面积|4|3|3|千亩|60|58",
            "效益指标|社会效益指标|知晓率|85|85|86|%|40|36",
        ),
    )
    found = extract(texts.as_pipes(form))
    assert not [row for row in found.indicators if (row.weight, row.score) not in {(60, 58), (40, 36)}]
    assert found.indicators or found.notices or not found.reports


ADJUSTED = (
    "资金（万元）|年初预算数|预算调整|<|<|全年预算数|全年执行数",
    "^|^|追加|核减|{net}|^|^",
    "年度资金总额|100|20|5|15|115|110",
)
ON_ANY_GRID = [texts.on_grid, texts.as_rows, texts.as_padded_rows, texts.as_markdown]


def adjusted(net: str) -> texts.Form:
    return ("2023年度幼林抚育项目支出绩效自评表", tuple(row.format(net=net) for row in ADJUSTED), "自评得分95分。")


@pytest.mark.parametrize("written", ON_ANY_GRID)
def test_what_was_added_and_taken_away_beside_what_they_come_to(written: Callable[[texts.Form], Document]) -> None:
    found = extract(written(adjusted("净额")))
    assert list(money(found).values()) == [
        {"initial_budget": "100 wan", "budget_adjustment": "15 wan", "annual_budget": "115 wan", "executed": "110 wan"}
    ]
    assert [figure.value_text for figure in found.unplaced] == ["20", "5"]


@pytest.mark.parametrize("net", ["净额", "批次"])
@pytest.mark.parametrize(
    "written", [texts.as_rows, texts.as_padded_rows, texts.as_cells, texts.as_pipes, texts.as_spaced_rows]
)
def test_a_row_of_words_below_a_heading_shifts_no_column(written: Callable[[texts.Form], Document], net: str) -> None:
    found = extract(written(adjusted(net)))
    for line in money(found).values():
        assert line.get("annual_budget", "115 wan") == "115 wan"
        assert line.get("executed", "110 wan") == "110 wan"
