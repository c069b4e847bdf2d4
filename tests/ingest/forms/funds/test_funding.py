from decimal import Decimal

import pytest

from ingest.forms.funds.figures import rate_unit
from ingest.forms.funds.lines import FundingTable
from ingest.forms.funds.pairs import read_pairs
from ingest.forms.funds.table import read_funding
from support.documents import grid, rows, table


def figures(read: FundingTable) -> list[tuple[str, dict[str, str]]]:
    return [(line.label, {f.measure: str(f.figure.number) for f in line.figures}) for line in read.lines]


def test_a_label_that_spans_columns_is_no_shift() -> None:
    read, _ = read_funding(
        rows(
            table(
                "项目资金（万元）|支出明细|年初预算数|实际到位数|实际支出数|执行率",
                "|设备费|30|20|10|33.33%",
                "合计|30|20|10|33.33%",
                "其中：中央财政||||",
                "区级财政|30|20|10|33.33%|",
            )
        ),
        0,
    )
    money = {"initial_budget": "30", "funds_received": "20", "executed": "10", "execution_rate": "33.33"}
    assert figures(read) == [("设备费", money), ("合计", money), ("区级财政", money)]
    total = read.lines[1]
    assert read.headline is total and read.unit == "wan"
    assert [line.parent for line in read.lines] == [total, None, total]
    assert [(line.kind.kind, line.kind.level) for line in read.lines] == [
        ("item", None),
        ("total", None),
        ("source", "county"),
    ]


@pytest.mark.parametrize(
    "labels",
    [
        ("资金来源：（1）财政性资金", "（2）其他资金", "资金结构：（1）基本支出", "（2）项目支出"),
        ("1、资金来源：（1）政府资金", "（2）其他收入", "2、资金结构：（1）基本支出", "（2）项目支出"),
        ("财政性资金", "其他资金", "基本支出", "项目支出"),
    ],
)
def test_two_breakdowns_of_one_total(labels: tuple[str, ...]) -> None:
    amounts = ("310|320|287", "0|10|10", "210|220|197", "100|110|100")
    parts = [f"{label}|{amount}" for label, amount in zip(labels, amounts, strict=True)]
    read, _ = read_funding(
        rows(table("预算情况（万元）|年初预算数|全年预算数|全年执行数", "合计|310|330|297", *parts)), 0
    )
    assert [line.kind.kind for line in read.lines] == ["total", "source", "source", "category", "category"]
    assert [line.parent for line in read.lines] == [None, *[read.lines[0]] * 4]


def test_givers_under_a_category() -> None:
    read, _ = read_funding(
        rows(
            table(
                "项目|年初预算数|全年预算数|全年执行数",
                "合计|100|110|90",
                "项目支出|100|110|90",
                "其中：省级资金|60|60|50",
                "县级资金|40|50|40",
            )
        ),
        0,
    )
    whole, project, *givers = read.lines
    assert (project.parent, [line.parent for line in givers]) == (whole, [project, project])


def test_columns_in_any_order_with_others_between() -> None:
    read, _ = read_funding(
        rows(table("资金来源|执行率|备注|全年执行数（元）|全年预算数（元）", "年度资金总额|50%|无|500|1000")), 0
    )
    assert figures(read) == [("年度资金总额", {"annual_budget": "1000", "executed": "500", "execution_rate": "50"})]


def test_a_line_of_blanks_is_none_and_one_of_zeros_is_one() -> None:
    read, _ = read_funding(
        rows(
            table(
                "|年初预算数|全年预算数|全年执行数|分值|执行率|得分",
                "年度资金总额|5|5|5|10|100%|10",
                "其中：当年财政拨款|5|5|5|10|100%|10",
                "上年结转资金||||||",
                "其他资金|0|0|0|||",
                "预期目标|实际完成情况",
            )
        ),
        0,
    )
    assert [line.label for line in read.lines] == ["年度资金总额", "其中：当年财政拨款", "其他资金"]
    assert [cell.text for cell in read.lines[0].points if cell] == ["10", "10"]


def test_categories_hang_under_the_total_and_sources_under_what_stands_above_them() -> None:
    read, _ = read_funding(
        rows(
            table(
                "部门预算资金（万元）|项目年度支出|年初预算数|预算调整数|预算确定数|执行数|执行率（%）",
                "|年度资金总额|30|-1|29|20|68.97",
                "|基本支出|年度资金总额|10|0|10|10|100",
                "|项目支出|年度资金总额|20|-1|19|10|52.63",
                "||其中：当年财政拨款|20|-1|19|10|52.63",
                "||上年结转资金|0|0|0|0|0",
            )
        ),
        0,
    )
    total, basic, project, own, carried = read.lines
    assert read.headline is total
    assert (basic.parent, project.parent, own.parent, carried.parent) == (total, total, project, project)
    assert (basic.kind.category, project.kind.category, carried.kind.origin) == ("basic", "project", "carryover")
    assert figures(read)[3][1]["execution_rate"] == "52.63"


def test_numbered_lines_and_what_breaks_each_down() -> None:
    read, _ = read_funding(
        rows(
            table(
                "支出类型|全年预算数|全年支出数",
                "合计|1700|1615",
                "1.基本支出|650|650",
                "其中：人员经费|550|550",
                "公用经费|100|100",
                "2.项目支出|1050|965",
                "其中：财政拨款|1050|965",
                "3.经营支出|0|0",
            )
        ),
        0,
    )
    parents = [read.lines.index(line.parent) if line.parent else None for line in read.lines]
    assert parents == [None, 0, 1, 1, 0, 4, 0]


def test_amounts_without_a_label_of_their_own_below_two_rows_of_headings() -> None:
    read, _ = read_funding(
        rows(
            grid(
                "项目资金（万元）|预算数|<|执行数|<|执行率|得分",
                "^|年初预算|调整后预算|当年执行|结转下年|^|^",
                "^|50|48|45.6|2.4|95%|9.5",
            )
        ),
        0,
    )
    assert figures(read) == [
        (
            "项目资金（万元）",
            {
                "initial_budget": "50",
                "annual_budget": "48",
                "executed": "45.6",
                "carryover": "2.4",
                "execution_rate": "95",
            },
        )
    ]


@pytest.mark.parametrize(
    ("labels", "parents"),
    [
        ("其中：财政拨款 其中：中央资金 省级资金 自筹资金", [1, 2, 2, 1]),
        ("其中：财政拨款 其中：中央资金 其中：省级资金 其中：自筹资金", [1, 2, 2, 1]),
        ("其中：中央资金 其中：省级资金 其中：单位资金", [1, 1, 1]),
        ("其中：当年财政拨款 其中：其他资金", [1, 1]),
    ],
)
def test_what_breaks_down_what(labels: str, parents: list[int]) -> None:
    """In columns, and in pairs side by side."""
    lines = [*labels.split()]
    columns, _ = read_funding(
        rows(table("资金（万元）|预算数|执行数", "年度资金总额|100|90", *(f"{line}|10|9" for line in lines))), 0
    )
    pairs = read_pairs(rows(table("预算数|100|执行数|90", *(f"{line}|10|{line}|9" for line in lines))), 0)
    assert pairs is not None
    for read in (columns, pairs[0]):
        assert [read.lines.index(line.parent) + 1 for line in read.lines[1:] if line.parent] == parents


def test_money_that_stands_under_no_money_heading_is_not_taken() -> None:
    read, _ = read_funding(rows(table("|年初预算数|实际支出数|备注", "合计|30|20|100元为押金")), 0)
    assert figures(read) == [("合计", {"initial_budget": "30", "executed": "20"})]


@pytest.mark.parametrize(
    ("printed", "executed", "base", "unit"),
    [
        ("75", None, None, "percent"),
        ("0", "0", "5", "percent"),
        ("0.75", "75", "100", "fraction"),
        ("0.75", "0.75", "100", "percent"),
        ("1", "100", "100", "fraction"),
        ("1", None, None, None),
    ],
)
def test_a_rate_without_a_sign(printed: str, executed: str | None, base: str | None, unit: str | None) -> None:
    amounts = [Decimal(text) if text else None for text in (executed, base)]
    assert rate_unit(Decimal(printed), *amounts) == unit


def test_kinds_of_spending_behind_chinese_numbers_in_brackets() -> None:
    found, _ = read_funding(
        rows(
            grid(
                "部门预算情况（万元）|年初预算|全年预算|全年执行|执行率",
                "年度资金总额|900|950|920|96.84%",
                "（一）基本支出|600|620|620|100%",
                "（二）项目支出|300|330|300|90.91%",
            )
        ),
        0,
    )
    assert [line.kind.category for line in found.lines] == [None, "basic", "project"]
    assert [line.parent is found.lines[0] for line in found.lines] == [False, True, True]


def test_parts_that_stand_before_their_sum() -> None:
    found, _ = read_funding(
        rows(
            grid(
                "资金（万元）|预算数|<|<|执行数|<|<|执行率",
                "^|中央|省级|合计|中央|省级|合计|^",
                "河道清淤|50|30|80|48|28|76|95%",
            )
        ),
        0,
    )
    assert figures(found) == [
        ("河道清淤", {"annual_budget": "80", "executed": "76", "execution_rate": "95"}),
        ("中央", {"annual_budget": "50", "executed": "48"}),
        ("省级", {"annual_budget": "30", "executed": "28"}),
    ]
