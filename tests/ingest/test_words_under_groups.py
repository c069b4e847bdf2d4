"""Columns whose heading is a word below a heading that covers several: 年初 and 调整后 under 预算安排."""

from __future__ import annotations

from support.documents import grid
from support.told import extracted, money

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
