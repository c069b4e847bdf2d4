"""Tables of what a unit took in and spent, as departments' forms print them; expectations written by hand."""

from __future__ import annotations

import pytest

from ingest.records import Extraction
from support.documents import grid, table
from support.told import extracted, indicators, money

TITLE = "2023年度部门整体支出绩效自评表"
INDICATORS = ("一级指标|二级指标|三级指标|分值|得分|<", "产出|数量|清扫面积|100|97|<")


def revenue(found: Extraction) -> list[tuple[str, str, str]]:
    return [(a.about, a.value_text, a.unit) for a in found.amounts if a.measure == "revenue"]


def parents(found: Extraction) -> list[tuple[str, int | None]]:
    return [(line.line_label, line.parent_line_no) for line in found.funding_lines]


def test_income_left_of_spending() -> None:
    found = extracted(
        TITLE,
        grid(
            "部门名称|雾川县城市管理局|<|<|<|<",
            "收入（元）|<|<|支出（元）|<|<",
            "项目|年初预算|决算数|项目|年初预算|决算数",
            "财政拨款|1000|1200|基本支出|700|780",
            "其他资金|50|60|其中：人员经费|500|560",
            "|||公用经费|200|220",
            "|||项目支出|350|400",
            "合计|1050|1260|合计|1050|1180",
            *INDICATORS,
        ),
    )
    assert money(found) == {
        "基本支出": {"initial_budget": "700 yuan", "executed": "780 yuan"},
        "其中：人员经费": {"initial_budget": "500 yuan", "executed": "560 yuan"},
        "公用经费": {"initial_budget": "200 yuan", "executed": "220 yuan"},
        "项目支出": {"initial_budget": "350 yuan", "executed": "400 yuan"},
        "合计 *": {"initial_budget": "1050 yuan", "executed": "1180 yuan"},
    }
    assert revenue(found) == [
        ("财政拨款年初预算", "1000", "yuan"),
        ("财政拨款决算数", "1200", "yuan"),
        ("其他资金年初预算", "50", "yuan"),
        ("其他资金决算数", "60", "yuan"),
        ("合计年初预算", "1050", "yuan"),
        ("合计决算数", "1260", "yuan"),
    ]
    assert indicators(found) == ["产出/数量/清扫面积 100→97"]
    assert not found.unplaced


def test_income_above_spending() -> None:
    found = extracted(
        TITLE,
        grid(
            "部门名称|雾川县城市管理局|<|<|<|<",
            "项目（万元）|年初预算数|调整预算数|决算数|完成率|<",
            "一、本年收入合计|1050|1270|1260|99.21%|<",
            "财政拨款收入|1000|1210|1200|99.17%|<",
            "其他收入|50|60|60|100%|<",
            "二、本年支出合计|1050|1270|1180|92.91%|<",
            "基本支出|700|800|780|97.50%|<",
            "项目支出|350|470|400|85.11%|<",
            *INDICATORS,
        ),
    )
    assert list(money(found)) == ["二、本年支出合计 *", "基本支出", "项目支出"]
    assert money(found)["二、本年支出合计 *"] == {
        "initial_budget": "1050 wan",
        "annual_budget": "1270 wan",
        "executed": "1180 wan",
        "execution_rate": "92.91 percent",
    }
    assert [text for _, text, _ in revenue(found)] == ["1050", "1270", "1260", "1000", "1210", "1200", "50", "60", "60"]
    assert [a.value_text for a in found.amounts if a.measure == "other_rate"] == ["99.21", "99.17", "100"]
    assert not found.unplaced


def test_sources_called_income_are_funds_of_the_spending() -> None:
    found = extracted(
        TITLE,
        grid(
            "部门名称|雾川县城市管理局|<|<|<|<",
            "资金来源（万元）|全年预算数|全年执行数|执行率|得分|<",
            "年度资金总额|100|90|90%|9|<",
            "财政拨款|60|55|91.67%||<",
            "事业收入|30|28|93.33%||<",
            "其他收入|10|7|70%||<",
            *INDICATORS,
        ),
    )
    assert list(money(found)) == ["年度资金总额 *", "财政拨款", "事业收入", "其他收入"]
    assert not revenue(found)


def test_kinds_of_spending_over_the_columns() -> None:
    found = extracted(
        TITLE,
        grid(
            "部门名称|雾川县城市管理局|<|<|<|<",
            "部门预算支出（元）|合计|基本支出|<|项目支出|备注",
            "^|^|人员经费|公用经费|^|^",
            "年初预算|1050|500|200|350|",
            "调整预算|1200|560|220|420|",
            "决算|1180|555|215|410|",
            *INDICATORS,
        ),
    )
    assert money(found) == {
        "人员经费": {"initial_budget": "500 yuan", "annual_budget": "560 yuan", "executed": "555 yuan"},
        "公用经费": {"initial_budget": "200 yuan", "annual_budget": "220 yuan", "executed": "215 yuan"},
        "合计 *": {"initial_budget": "1050 yuan", "annual_budget": "1200 yuan", "executed": "1180 yuan"},
        "项目支出": {"initial_budget": "350 yuan", "annual_budget": "420 yuan", "executed": "410 yuan"},
    }
    assert not found.unplaced


SUBTOTAL_BELOW = (
    "支出类别|<|年初预算|调整预算|决算|<",
    "基本支出|人员经费|500|560|555|<",
    "^|公用经费|200|220|215|<",
    "^|小计|700|780|770|<",
    "项目支出|<|350|420|410|<",
    "合计|<|1050|1200|1180|<",
)
SUBTOTAL_ABOVE = (
    "支出类别|<|年初预算|调整预算|决算|<",
    "合计|<|1050|1200|1180|<",
    "基本支出|小计|700|780|770|<",
    "^|人员经费|500|560|555|<",
    "^|公用经费|200|220|215|<",
    "项目支出|<|350|420|410|<",
)


@pytest.mark.parametrize("rows", [SUBTOTAL_BELOW, SUBTOTAL_ABOVE])
def test_what_a_subtotal_adds_up_is_not_added_again(rows: tuple[str, ...]) -> None:
    found = extracted(TITLE, grid("部门名称|雾川县城市管理局|<|<|<|<", *rows, *INDICATORS))
    lines = {line.line_no: line.line_label for line in found.funding_lines}
    hung = {line.line_label: lines.get(line.parent_line_no or 0) for line in found.funding_lines}
    subtotal = next(label for label in hung if "小计" in label)
    assert [label for label, parent in hung.items() if parent == "合计"] in (
        [subtotal, "项目支出"],
        ["项目支出", subtotal],
    )
    assert [parent for label, parent in hung.items() if "经费" in label] == [subtotal, subtotal]


def test_numbered_lines_break_down_the_kind_of_spending_above_them() -> None:
    found = extracted(
        TITLE,
        table(
            "部门名称|雾川县城市管理局",
            "经费（万元）|全年预算数|全年决算数",
            "支出合计|570|543",
            "三公经费|10|8",
            "1、公务用车购置和维护经费|6|5",
            "其中：公车购置|0|0",
            "公车运行维护|6|5",
            "2、公务接待|4|3",
            "项目支出|450|430",
            "1、清扫专项|450|430",
            "公用经费|110|105",
            "一级指标|二级指标|三级指标|分值|得分",
            "产出|数量|清扫面积|100|97",
        ),
    )
    assert parents(found) == [
        ("支出合计", None),
        ("三公经费", None),
        ("1、公务用车购置和维护经费", 2),
        ("其中：公车购置", 3),
        ("公车运行维护", 3),
        ("2、公务接待", 2),
        ("项目支出", 1),
        ("1、清扫专项", 7),
        ("公用经费", 1),
    ]


def test_the_three_public_expenses_right_of_all_spending() -> None:
    found = extracted(
        TITLE,
        grid(
            "部门名称|雾川县城市管理局|<|<|<|<|<",
            "支出（万元）|预算数|决算数||三公经费（万元）|预算数|决算数",
            "基本支出|500|480||公务接待费|2|1",
            "项目支出|500|500||公务用车运行费|5|4",
            "合计|1000|980||合计|7|5",
            "一级指标|二级指标|三级指标|分值|得分|<|<",
            "产出|数量|清扫面积|100|97|<|<",
        ),
    )
    assert [(line.line_label, line.parent_line_no, line.expenditure_category) for line in found.funding_lines] == [
        ("基本支出", 3, "basic"),
        ("项目支出", 3, "project"),
        ("合计", None, None),
        ("公务接待费", 6, None),
        ("公务用车运行费", 6, None),
        ("合计", None, "three_public"),
    ]
    assert [line.line_no for line in found.funding_lines if line.is_headline] == [3]
    assert not found.unplaced


def test_income_and_spending_each_under_a_heading_of_its_own() -> None:
    found = extracted(
        "2023年度部门整体支出绩效自评表",
        table(
            "部门名称|雾川县林业局",
            "预算执行情况|预算收入|年初预算|调整预算|决算数",
            "|合计|800|950|950",
            "|其他资金|0|0|0",
            "|预算支出|年初预算|调整预算|决算数|执行率",
            "|合计|800|950|900|94.74%",
            "|基本支出|500|520|515|99.04%",
            "|项目支出|300|430|385|89.53%",
            "一级指标|二级指标|三级指标|分值|得分",
            "产出|数量|造林面积|100|97",
        ),
    )
    assert list(money(found)) == ["合计 *", "基本支出", "项目支出"]
    assert money(found)["合计 *"]["executed"] == "900 wan"
    assert [value for _, value, _ in revenue(found)] == ["800", "950", "950", "0", "0", "0"]
    assert not found.unplaced


@pytest.mark.parametrize("label", ["二、支出", "部门支出预算", "支出"])
def test_spending_that_no_word_calls_a_total_is_one(label: str) -> None:
    found = extracted(
        TITLE,
        table(
            "年度|2022",
            "项目|年初预算|决算数",
            "一、收入|500|520",
            f"{label}|500|510",
            "基本支出|300|305",
            "项目支出|200|205",
            *("一级指标|二级指标|三级指标|分值|得分", "产出|数量|清扫面积|100|97"),
        ),
    )
    assert money(found)[f"{label} *"] == {"initial_budget": "500 wan", "executed": "510 wan"}
    assert [parent for name, parent in parents(found) if name != label] == [1, 1]
    assert not found.unplaced


def test_the_year_beside_its_label_in_the_head() -> None:
    found = extracted("部门整体绩效自评表", table("部门名称|雾川县林业局", "年度|2022", *INDICATORS))
    assert found.reports[0].title_year == 2022
