"""Funds whose columns are sources or years and whose rows are measures, with expectations written by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ingest.document import Block, Document
from ingest.extract import extract
from ingest.records import Extraction
from support import texts
from support.documents import grid, table
from support.texts import Form
from support.told import extracted, money, total

TITLE = "2023年度项目支出绩效自评表"
INDICATORS = ("三级指标|指标值|分值|得分", "数字化藏品|500件|100|96", "总分||100|96")


def read(*funds: str) -> Extraction:
    return extracted(TITLE, grid("项目名称|数字博物馆建设|<|<", *funds, *INDICATORS))


def told(found: Extraction) -> list[str]:
    return [figure.value_text for figure in found.unplaced]


SOURCES: Form = (
    TITLE,
    (
        "项目名称|乡镇敬老院改造|<|<|<|<",
        "实施单位|石门县民政局|<|<|<|<",
        "资金情况（万元）|资金来源|合计|中央资金|省级资金|县级资金",
        "^|预算数|300|180|80|40",
        "^|到位数|300|180|80|40",
        "^|支出数|270|171|64|35",
        "^|执行率|90%|95%|80%|87.5%",
        "一级指标|二级指标|三级指标|年度指标值|实际完成值|得分",
        "产出指标|数量指标|改造敬老院（60分）|4所|4所|60",
        "效益指标|社会效益指标|入住率提升（40分）|≥5%|4%|32",
        "总分|<|<|<|<|92",
    ),
)


@pytest.mark.parametrize(
    "written", [texts.on_grid, texts.as_rows, texts.as_padded_rows, texts.as_cells, texts.as_pipes, texts.as_markdown]
)
def test_sources_over_the_columns(written: object) -> None:
    document: Document = written(SOURCES)  # type: ignore[operator]
    found = extract(document)
    assert money(found) == {
        "合计 *": {
            "annual_budget": "300 wan",
            "funds_received": "300 wan",
            "executed": "270 wan",
            "execution_rate": "90 percent",
        },
        "中央资金": {
            "annual_budget": "180 wan",
            "funds_received": "180 wan",
            "executed": "171 wan",
            "execution_rate": "95 percent",
        },
        "省级资金": {
            "annual_budget": "80 wan",
            "funds_received": "80 wan",
            "executed": "64 wan",
            "execution_rate": "80 percent",
        },
        "县级资金": {
            "annual_budget": "40 wan",
            "funds_received": "40 wan",
            "executed": "35 wan",
            "execution_rate": "87.5 percent",
        },
    }
    assert [(line.fund_level, line.parent_line_no) for line in found.funding_lines] == [
        (None, None),
        ("central", 1),
        ("provincial", 1),
        ("county", 1),
    ]
    assert total(found) == "92"
    assert not found.unplaced and not found.notices


def test_points_among_the_measures() -> None:
    found = read("资金（万元）|合计|财政拨款|其他资金", "预算数|50|40|10", "执行数|45|38|7", "分值|10||", "得分|9||")
    assert money(found) == {
        "合计 *": {"annual_budget": "50 wan", "executed": "45 wan"},
        "财政拨款": {"annual_budget": "40 wan", "executed": "38 wan"},
        "其他资金": {"annual_budget": "10 wan", "executed": "7 wan"},
    }
    assert [(row.weight, row.score) for row in found.indicators if row.is_execution_row] == [(10, 9)]
    assert not found.unplaced


def test_the_total_may_reach_down_beside_what_it_holds() -> None:
    found = extracted(
        TITLE,
        grid(
            "项目名称|水毁公路修复|<|<|<|<|<",
            "预算执行情况（10分）|资金总额（万元）|其中：|<|<|预算执行率|得分",
            "^|^|中央|省级|县级|^|^",
            "预算安排|200|100|60|40||<",
            "实际支出|180|95|50|35|90%|9",
            "一级指标|二级指标|三级指标|指标值|完成值|分值|得分",
            "产出|数量|修复里程|20公里|22公里|90|88",
        ),
    )
    assert money(found) == {
        "资金总额（万元） *": {"annual_budget": "200 wan", "executed": "180 wan"},
        "中央": {"annual_budget": "100 wan", "executed": "95 wan"},
        "省级": {"annual_budget": "60 wan", "executed": "50 wan"},
        "县级": {"annual_budget": "40 wan", "executed": "35 wan"},
    }
    assert told(found) == ["90%", "9"]


def test_income_beside_spending_is_told() -> None:
    found = extracted(
        "2022年度部门整体支出绩效自评表",
        grid(
            "部门名称|石门县审计局|<|<|<|<|<",
            "部门收支（万元）|收入|<|<|支出|<|<",
            "^|合计|财政拨款|其他收入|合计|基本支出|项目支出",
            "年初预算|800|780|20|800|500|300",
            "决算|850|830|20|842|512|330",
            "一级指标|二级指标|三级指标|指标值|完成值|分值|得分",
            "产出|数量|审计项目|20个|22个|100|98",
        ),
    )
    assert not found.funding_lines
    assert told(found) == ["800", "780", "20", "800", "500", "300", "850", "830", "20", "842", "512", "330"]


@pytest.mark.parametrize("years", ["2021 2022", "2021年 2022年度"])
def test_what_adds_up_years_is_no_total(years: str) -> None:
    first, second = years.split()
    found = extracted(
        "2022年度项目支出绩效自评表",
        grid(
            "项目名称|水毁公路修复|<|<|<|<|<",
            "年度|预算数（万元）|支出数（万元）|执行率|<|<|<",
            f"{first}|120|110|91.67%|<|<|<",
            f"{second}|150|141|94%|<|<|<",
            "合计|270|251|92.96%|<|<|<",
            "一级指标|二级指标|三级指标|指标值|完成值|分值|得分",
            "产出|数量|修复里程|20公里|22公里|100|98",
        ),
    )
    assert [(line.line_label, line.is_headline) for line in found.funding_lines] == [
        (first, False),
        (second, False),
        ("合计", False),
    ]
    assert [notice.kind for notice in found.notices if notice.kind == "not_understood"] == ["not_understood"]


def test_of_years_over_the_columns_the_latest_counts() -> None:
    found = extracted(
        TITLE,
        grid(
            "项目名称|数字博物馆建设|<|<|<",
            "资金（万元）|2021年|2022年|2023年|合计",
            "预算数|100|120|150|370",
            "执行数|90|110|141|341",
            "执行率|90%|91.67%|94%|92.16%",
            "一级指标|二级指标|三级指标|年度指标值|得分",
            "产出指标|数量指标|数字化藏品（100分）|500件|96",
        ),
    )
    assert money(found) == {
        "预算数 *": {"annual_budget": "150 wan", "executed": "141 wan", "execution_rate": "94 percent"}
    }
    assert told(found) == ["100", "120", "370", "90", "110", "341", "90%", "91.67%", "92.16%"]


def test_the_words_may_stand_in_every_row() -> None:
    found = extracted(
        TITLE,
        grid(
            "项目名称|数字博物馆建设|<|<|<",
            "预算金额（万元）|2022年度|120|2023年度|150",
            "支出金额（万元）|2022年度|110|2023年度|141",
            "一级指标|二级指标|三级指标|年度指标值|得分",
            "产出指标|数量指标|数字化藏品（100分）|500件|96",
        ),
    )
    assert money(found) == {"预算金额（万元） *": {"annual_budget": "150 wan", "executed": "141 wan"}}
    assert told(found) == ["120", "110"]


def test_pairs_of_two_years() -> None:
    found = read(
        "2022年预算数（万元）|120|2023年预算数（万元）|150", "2022年执行数（万元）|110|2023年执行数（万元）|141"
    )
    assert money(found) == {"2023年预算数（万元） *": {"annual_budget": "150 wan", "executed": "141 wan"}}
    assert told(found) == ["120", "110"]


def test_figures_side_by_side_under_unknown_words_are_told() -> None:
    found = read("资金（万元）|一期|二期|三期", "预算数|100|120|150", "执行数|90|110|141")
    assert not found.funding_lines
    assert told(found) == ["100", "120", "150", "90", "110", "141"]


@pytest.mark.parametrize("block", [grid, table])
def test_projects_head_the_columns(block: Callable[..., Block]) -> None:
    found = extracted(
        "某县2024年度项目支出绩效自评报告",
        "单位：万元",
        block(
            "项目|公路养护|危桥改造|合计", "全年预算数|120|75|195", "实际支出数|110|75|185", "执行率|91.67%|100%|94.87%"
        ),
    )
    assert money(found) == {
        "公路养护": {"annual_budget": "120 wan", "executed": "110 wan", "execution_rate": "91.67 percent"},
        "危桥改造": {"annual_budget": "75 wan", "executed": "75 wan", "execution_rate": "100 percent"},
        "合计 *": {"annual_budget": "195 wan", "executed": "185 wan", "execution_rate": "94.87 percent"},
    }


@pytest.mark.parametrize(
    "head", ["项目|计划金额|实际金额", "项目|一季度|二季度", "项目|一期|二期", "|2024年底前|去年同期"]
)
def test_columns_of_no_projects_are_told(head: str) -> None:
    found = extracted(
        "某县2024年度养护项目支出绩效自评报告", table(head, "预算数（万元）|120|80", "支出数（万元）|110|75")
    )
    assert money(found) == {}


def test_of_two_figures_behind_one_label_none_is_taken() -> None:
    found = extracted(
        "某县2024年度养护项目支出绩效自评报告",
        "自评得分95分。",
        table("预算数（万元）|120|80", "支出数（万元）|110|75"),
    )
    assert money(found) == {}
    assert {figure.value_text for figure in found.unplaced} >= {"120", "110"}
