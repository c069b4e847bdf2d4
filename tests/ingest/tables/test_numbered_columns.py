"""Rows that number the columns and columns that number the rows, which are no amounts and no points."""

from __future__ import annotations

import pytest

from ingest.extract import extract
from support import texts
from support.documents import grid
from support.told import extracted, indicators, money, total

TITLE = "2023年度项目支出绩效自评表"
FUNDS = {
    "年度资金总额 *": {
        "initial_budget": "70 wan",
        "annual_budget": "60 wan",
        "executed": "30 wan",
        "execution_rate": "50 percent",
    }
}
SHAPES = (texts.on_grid, texts.as_rows, texts.as_padded_rows, texts.as_pipes, texts.as_markdown)


@pytest.mark.parametrize(
    "numbering",
    [
        "栏次|1|2|3|4",
        "列次|0|1|2|3",
        "|1|2|3|4",
        "序号|①|②|③|④",
        "|1|2|3|4=3/2",
        "|A|B|C|D=C/B",
        "|（A）|（B）|（C）|（C/B）",
    ],
)
def test_a_row_that_numbers_the_columns_of_funds(numbering: str) -> None:
    for shape in SHAPES:
        found = extract(
            shape(
                (
                    TITLE,
                    (
                        "项目名称|幼林抚育|<|<|<",
                        "项目资金（万元）|年初预算数|全年预算数|全年执行数|执行率",
                        numbering,
                        "年度资金总额|70|60|30|50%",
                    ),
                )
            )
        )
        assert money(found) == FUNDS
        assert not found.unplaced


@pytest.mark.parametrize("label", ["行次", "序号"])
def test_a_column_that_numbers_the_lines_of_funds(label: str) -> None:
    for shape in SHAPES[:3]:
        found = extract(
            shape(
                (
                    TITLE,
                    (
                        "项目名称|幼林抚育|<|<|<",
                        f"资金投入（万元）|{label}|全年预算数|全年到位资金|全年执行资金",
                        "列次|0|1|2|3",
                        "年度资金总额|1|60|50|30",
                        "其中：省级资金|2|40|40|20",
                    ),
                )
            )
        )
        assert money(found) == {
            "年度资金总额 *": {"annual_budget": "60 wan", "funds_received": "50 wan", "executed": "30 wan"},
            "其中：省级资金": {"annual_budget": "40 wan", "funds_received": "40 wan", "executed": "20 wan"},
        }
        assert not found.unplaced


@pytest.mark.parametrize("numbering", ["甲|乙|丙|1|2|3|4", "栏次|||1|2|3|4", "|||（1）|（2）|（3）|（4）", "|||A|B||C"])
def test_a_row_that_numbers_the_columns_of_indicators(numbering: str) -> None:
    for shape in SHAPES:
        found = extract(
            shape(
                (
                    TITLE,
                    (
                        "项目名称|幼林抚育|<|<|<|<|<",
                        "一级指标|二级指标|三级指标|指标值|完成值|分值|得分",
                        numbering,
                        "产出指标|数量指标|抚育面积|≥3千亩|3千亩|60|58",
                        "效益指标|生态效益指标|成活率|≥85%|86%|40|40",
                        "总分|<|<|<|<|100|98",
                    ),
                )
            )
        )
        assert indicators(found) == ["产出指标/数量指标/抚育面积 60→58", "效益指标/生态效益指标/成活率 40→40"]
        assert total(found) == "98"
        assert not found.unplaced


def test_a_list_of_projects_with_numbered_columns() -> None:
    found = extracted(
        "2023年度项目支出绩效自评情况汇总表",
        grid(
            "序号|项目名称|预算数（万元）|执行数（万元）|执行率|自评得分",
            "甲|乙|1|2|3=2/1|4",
            "1|幼林抚育|60|30|50%|92",
            "2|苗木培育|20|20|100%|98",
        ),
    )
    assert [report.project_name for report in found.reports] == ["幼林抚育", "苗木培育"]
    assert not found.unplaced


def test_small_amounts_are_no_numbering() -> None:
    for amounts in ("2|1|1", "1|2|1", "4|3|2"):
        initial, annual, executed = amounts.split("|")
        found = extracted(
            TITLE,
            grid(
                "项目名称|幼林抚育|<|<",
                "项目资金（万元）|年初预算数|全年预算数|全年执行数",
                f"^|{amounts}",
            ),
        )
        assert list(money(found).values()) == [
            {"initial_budget": f"{initial} wan", "annual_budget": f"{annual} wan", "executed": f"{executed} wan"}
        ]
