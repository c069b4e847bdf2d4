"""Ledgers in the shapes in which budget systems, bureaus and units print them, with what stands in them by hand."""

from __future__ import annotations

import io
from typing import Any

import pytest
import xlsxwriter
import xlwt

from ingest.document import Document
from ingest.extract import extract
from ingest.forms.ledger.records import LedgerRow
from ingest.readers import csv
from ingest.readers.sheets import sheet
from ingest.records import Extraction
from support.documents import document, grid, table


def read(found: Document, name: str | None = None) -> Extraction:
    extraction = extract(found, name)
    assert extraction.reports == []
    return extraction


def figures(extraction: Extraction, entry_no: int) -> dict[tuple[str, str], tuple[str, str]]:
    """A row's figures: {(month, measure): (as printed, unit)}."""
    return {
        (f"{figure.month:%Y-%m}", figure.measure): (figure.value_text, figure.unit)
        for figure in extraction.ledger_figures
        if figure.entry_no == entry_no
    }


def subjects(extraction: Extraction) -> list[tuple[str | None, str | None]]:
    return [(row.organization_name, row.project_name) for row in items(extraction)]


def items(extraction: Extraction) -> list[LedgerRow]:
    return [row for row in extraction.ledger_rows if row.kind == "item"]


def totals(extraction: Extraction) -> list[tuple[str | None, str | None, int | None, int | None]]:
    return [
        (row.reach, row.organization_name, row.adds_from, row.adds_to)
        for row in extraction.ledger_rows
        if row.kind == "total"
    ]


def told(extraction: Extraction) -> list[str]:
    return [notice.detail for notice in extraction.notices]


def xlsx(rows: list[list[Any]], merged: tuple[tuple[int, int, int, int, str], ...] = ()) -> Document:
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        page = book.add_worksheet()
        percent = book.add_format({"num_format": "0.00%"})
        for number, row in enumerate(rows):
            for col, value in enumerate(row):
                is_share = isinstance(value, float) and value <= 1
                page.write(number, col, value, percent if is_share else None)
        for first_row, first_col, last_row, last_col, text in merged:
            page.merge_range(first_row, first_col, last_row, last_col, text)
    return sheet.read_bytes(buffer.getvalue())


def test_two_heading_rows_merged_cells_and_subtotals_in_xlsx() -> None:
    extraction = read(
        xlsx(
            [
                [],
                ["编制单位：五华区财政局", "", "", "", "", "单位：万元"],
                [],
                ["", "", "年初预算", "调整预算数", "本月支出", "累计支出", ""],
                ["", "优化营商环境专项经费", 83, 90, 5, 45, 0.5],
                ["", "终端采购", 10, 10, 0, 0, 0.0],
                ["", "小计", 93, 100, 5, 45, 0.45],
                ["五华区红云街道办事处", "行政综合性经费", 200, 200, -2, 100, 0.5],
                ["合计", "", 293, 300, 3, 145, 0.4833],
            ],
            (
                (0, 0, 0, 6, "五华区2025年5月项目支出进度表"),
                (2, 0, 3, 0, "单位名称"),
                (2, 1, 3, 1, "项目名称"),
                (2, 2, 2, 3, "预算情况"),
                (2, 4, 2, 5, "支出情况"),
                (2, 6, 3, 6, "支付进度"),
                (4, 0, 6, 0, "五华区政务服务管理局"),
            ),
        )
    )
    [ledger] = extraction.ledgers
    assert (ledger.title, ledger.series) == ("五华区2025年5月项目支出进度表", "五华区项目支出进度表")
    assert ledger.organization_name == "五华区财政局"
    assert subjects(extraction) == [
        ("五华区政务服务管理局", "优化营商环境专项经费"),
        ("五华区政务服务管理局", "终端采购"),
        ("五华区红云街道办事处", "行政综合性经费"),
    ]
    assert figures(extraction, 1) == {
        ("2025-05", "initial_budget"): ("83", "wan"),
        ("2025-05", "annual_budget"): ("90", "wan"),
        ("2025-05", "executed_in_month"): ("5", "wan"),
        ("2025-05", "executed_to_date"): ("45", "wan"),
        ("2025-05", "execution_rate"): ("50.00", "percent"),
    }
    assert figures(extraction, 4)["2025-05", "executed_in_month"] == ("-2", "wan")
    assert totals(extraction) == [("unit", "五华区政务服务管理局", 1, 3), ("ledger", None, 1, 5)]
    [place] = [f.evidence for f in extraction.ledger_figures if f.entry_no == 4 and f.measure == "executed_to_date"]
    assert (place.row_no, place.col_no, place.quote) == (8, 6, "100")
    assert told(extraction) == [] and extraction.unplaced == []


def test_an_export_in_yuan_as_csv_with_several_rows_for_a_project() -> None:
    text = """\
预算执行情况（截至2025-06-30）,,,,,,,,
单位编码,单位名称,项目编码,项目名称,指标文号,资金性质,指标金额(元),已支付(元),指标余额(元)
312001,312001-五华区教育局,5301022100001,53010221T000000000123-校舍维修,五财〔2025〕1号,一般公共预算,"1,000,000.00","500,000.00","500,000.00"
312001,312001-五华区教育局,5301022100001,53010221T000000000123-校舍维修,五财〔2025〕2号,政府性基金,100000,0,100000
"""
    extraction = read(csv.read_bytes(text.encode("gb18030")))
    assert subjects(extraction) == [("五华区教育局", "校舍维修")] * 2
    assert [row.fund_text for row in extraction.ledger_rows] == ["一般公共预算", "政府性基金"]
    assert figures(extraction, 1) == {
        ("2025-06", "annual_budget"): ("1,000,000.00", "yuan"),
        ("2025-06", "executed_to_date"): ("500,000.00", "yuan"),
        ("2025-06", "balance"): ("500,000.00", "yuan"),
    }
    assert figures(extraction, 2)["2025-06", "executed_to_date"] == ("0", "yuan")


def test_a_column_of_months() -> None:
    extraction = read(
        document(
            "2025年支出台账（单位：元）",
            table(
                "年度|月份|预算单位|项目|预算数|当月支付数|累计支付数",
                "2025|5|五华区水务局|河道治理|3000|10|40",
                "2025|6月份|五华区水务局|河道治理|3000|20|60",
                "2025|202507|五华区水务局|河道治理|3000|5|65",
            ),
        )
    )
    assert figures(extraction, 1) == {
        ("2025-05", "annual_budget"): ("3000", "yuan"),
        ("2025-05", "executed_in_month"): ("10", "yuan"),
        ("2025-05", "executed_to_date"): ("40", "yuan"),
    }
    assert [{month for month, _ in figures(extraction, number)} for number in (2, 3)] == [{"2025-06"}, {"2025-07"}]


def test_months_side_by_side_wait_to_be_filled() -> None:
    extraction = read(
        document(
            "2025年1-3月项目支出台账",
            "单位：亿元",
            grid(
                "项目单位|项目名称|全年预算数|各月支出|<|<|<",
                "^|^|^|202501|二月|3月|2025-04",
                "五华区水务局|河道治理|100|10|0|15|0",
                "^|水库除险|50||5|5|",
            ),
        )
    )
    assert figures(extraction, 1) == {
        ("2025-01", "annual_budget"): ("100", "yi"),
        ("2025-02", "annual_budget"): ("100", "yi"),
        ("2025-03", "annual_budget"): ("100", "yi"),
        ("2025-01", "executed_in_month"): ("10", "yi"),
        ("2025-02", "executed_in_month"): ("0", "yi"),
        ("2025-03", "executed_in_month"): ("15", "yi"),
    }
    assert figures(extraction, 2) == {
        ("2025-01", "annual_budget"): ("50", "yi"),
        ("2025-02", "annual_budget"): ("50", "yi"),
        ("2025-03", "annual_budget"): ("50", "yi"),
        ("2025-02", "executed_in_month"): ("5", "yi"),
        ("2025-03", "executed_in_month"): ("5", "yi"),
    }


def test_a_sum_to_date_beside_the_months_is_of_the_last_month_of_the_table() -> None:
    extraction = read(
        document(
            "2025年度项目资金支付台账（万元）",
            grid(
                "单位|项目|全年预算|当月支出|<|<|累计支出",
                "^|^|^|1月|2月|3月|^",
                "五华区民政局|养老服务|120|10|5|20|35",
                "^|临时救助|80||8|—|8",
                "合计||200|10|13|20|43",
            ),
        )
    )
    assert figures(extraction, 2) == {
        ("2025-01", "annual_budget"): ("80", "wan"),
        ("2025-02", "annual_budget"): ("80", "wan"),
        ("2025-03", "annual_budget"): ("80", "wan"),
        ("2025-02", "executed_in_month"): ("8", "wan"),
        ("2025-03", "executed_to_date"): ("8", "wan"),
    }
    assert figures(extraction, 3)[("2025-03", "executed_to_date")] == ("43", "wan")


def test_amounts_beside_their_rate_are_to_date_and_rates_may_be_fractions() -> None:
    extraction = read(
        document(
            "2025年度项目支出台账 单位：万元",
            grid(
                "项目单位|项目名称|全年预算数|1月|<|2月|<",
                "^|^|^|支出数|进度|支出数|进度",
                "五华区水务局|河道治理|100|10|0.1|25|0.25",
                "^|水库除险|50|0|0|5|0.1",
            ),
        )
    )
    assert figures(extraction, 1) == {
        ("2025-01", "annual_budget"): ("100", "wan"),
        ("2025-02", "annual_budget"): ("100", "wan"),
        ("2025-01", "executed_to_date"): ("10", "wan"),
        ("2025-01", "execution_rate"): ("0.1", "fraction"),
        ("2025-02", "executed_to_date"): ("25", "wan"),
        ("2025-02", "execution_rate"): ("0.25", "fraction"),
    }


def test_a_bulletin_that_ranks_units() -> None:
    extraction = read(
        document(
            "五华区2025年5月部门预算支出进度通报",
            "单位：万元",
            table(
                "排名|单位名称|预算数|支出数|支出进度|与序时进度差距",
                "1|五华区教育局|100|50|50%|8.33",
                "2|五华区水务局|100|10|10%|-31.67",
                "合计||200|60|30%|",
            ),
        )
    )
    assert subjects(extraction) == [("五华区教育局", None), ("五华区水务局", None)]
    assert figures(extraction, 2) == {
        ("2025-05", "annual_budget"): ("100", "wan"),
        ("2025-05", "executed_to_date"): ("10", "wan"),
        ("2025-05", "execution_rate"): ("10", "percent"),
    }
    assert totals(extraction) == [("ledger", None, 1, 3)]


def test_units_above_their_projects_in_xls() -> None:
    book = xlwt.Workbook()
    page = book.add_sheet("2025年4月")
    book.add_sheet("填写说明").write(0, 0, "按月填报")
    lines = (
        ("单位", "项目", "预算（万元）", "累计支出（万元）"),
        ("五华区教育局", "", 30.5, 12),
        ("", "校舍维修", 20, 8),
        ("", "课桌椅购置", 10.5, 4),
        ("五华区水务局", "", 9, 3),
        ("", "河道治理", 9, 3),
        ("", "", 39.5, 15),
    )
    for row, line in enumerate(lines):
        for col, value in enumerate(line):
            page.write(row, col, value)
    buffer = io.BytesIO()
    book.save(buffer)
    extraction = read(sheet.read_bytes(buffer.getvalue()))
    assert subjects(extraction) == [
        ("五华区教育局", "校舍维修"),
        ("五华区教育局", "课桌椅购置"),
        ("五华区水务局", "河道治理"),
    ]
    assert totals(extraction) == [
        ("unit", "五华区教育局", 1, 3),
        ("unit", "五华区水务局", 4, 5),
        ("ledger", None, 1, 6),
    ]
    assert figures(extraction, 2)["2025-04", "executed_to_date"] == ("8", "wan")


def test_units_and_projects_in_one_column() -> None:
    extraction = read(
        document(
            "五华区2025年5月支出进度（万元）",
            table(
                "单位/项目|预算指标|累计支付|支付进度",
                "五华区教育局|30|10|33.33%",
                "校舍维修|20|8|40%",
                "课桌|10|2|20%",
                "五华区水务局|6|1|16.67%",
                "河道治理|6|1|16.67%",
                "五华区政务服务中心|3|1|33.33%",
            ),
        )
    )
    assert subjects(extraction) == [
        ("五华区教育局", "校舍维修"),
        ("五华区教育局", "课桌"),
        ("五华区水务局", "河道治理"),
    ]
    assert totals(extraction) == [("unit", "五华区教育局", 1, 3), ("unit", "五华区水务局", 4, 5)]
    assert {figure.value_text for figure in extraction.unplaced} == {"3", "1", "33.33%"}


def test_the_next_page_repeats_the_heading_and_a_row_of_numbers() -> None:
    heading = "单位名称|项目名称|全年预算数|累计支出|序时进度"
    extraction = read(
        document(
            "五华区2025年前三季度支出情况表（万元）",
            table(heading, "栏次|1|2|3|4", "五华区教育局|校舍维修|20|8|75%"),
            table(heading, "栏次|1|2|3|4", "五华区水务局|河道治理|9|3|75%"),
        )
    )
    assert len(extraction.ledgers) == 1
    assert subjects(extraction) == [("五华区教育局", "校舍维修"), ("五华区水务局", "河道治理")]
    assert {month for number in (1, 2) for month, _ in figures(extraction, number)} == {"2025-09"}


def test_a_total_that_does_not_add_up_stands_for_its_own_rows() -> None:
    extraction = read(
        document(
            "2025年5月支出进度表（万元）",
            table(
                "单位名称|项目名称|全年预算数|累计支出",
                "五华区教育局|校舍维修|20|8",
                "|小计|20|9",
                "五华区水务局|河道治理|9|3",
                "|小计|9|3",
                "合计||29|12",
            ),
        )
    )
    assert totals(extraction) == [
        ("unit", "五华区教育局", 1, 2),
        ("unit", "五华区水务局", 3, 4),
        ("ledger", None, 1, 5),
    ]


def test_a_row_of_a_unit_alone_may_stand_below_its_projects() -> None:
    extraction = read(
        document(
            "2025年5月支出进度表（万元）",
            table(
                "单位名称|项目名称|全年预算数|累计支出",
                "五华区教育局|校舍维修|20|8",
                "五华区教育局|课桌|10|2",
                "五华区教育局||30|10",
                "五华区水务局|河道治理|9|3",
                "五华区水务局||9|3",
            ),
        )
    )
    assert totals(extraction) == [("unit", "五华区教育局", 1, 3), ("unit", "五华区水务局", 4, 5)]


def test_a_merged_amount_counts_once_for_the_project_that_is_merged_alike() -> None:
    extraction = read(
        document(
            "2025年5月支出进度表（万元）",
            grid(
                "单位名称|项目名称|资金性质|全年预算数|累计支出",
                "五华区教育局|校舍维修|一般公共预算|20|8",
                "^|^|政府性基金|^|2",
                "^|课桌|一般公共预算|30|3",
                "^|食堂|一般公共预算|^|4",
            ),
        )
    )
    assert subjects(extraction) == [("五华区教育局", name) for name in ("校舍维修", "校舍维修", "课桌", "食堂")]
    budgets = [
        (figure.entry_no, figure.value_text) for figure in extraction.ledger_figures if "budget" in figure.measure
    ]
    assert budgets == [(1, "20")]
    assert [(figure.about, figure.value_text) for figure in extraction.unplaced] == [("全年预算数", "30")]


HEADING = "单位名称|项目名称|全年预算数|累计支出"
ROW = "五华区教育局|校舍维修|20|8"


def test_the_name_of_the_file_tells_the_month_at_last_and_that_is_noted() -> None:
    undated = document("项目支出进度表（万元）", table(HEADING, ROW))
    extraction = read(undated, "支出进度202505")
    assert figures(extraction, 1)["2025-05", "executed_to_date"] == ("8", "wan")
    assert [notice.kind for notice in extraction.notices] == ["month_inferred"]
    dated = read(document("2025年4月项目支出进度表（万元）", table(HEADING, ROW)), "支出进度202505")
    assert figures(dated, 1).keys() == {("2025-04", "annual_budget"), ("2025-04", "executed_to_date")}


@pytest.mark.parametrize(
    ("title", "row", "said"),
    [
        ("项目支出进度表（万元）", ROW, "没有写明年月"),
        ("5月项目支出进度表（万元）", ROW, "没有写明年月"),
        ("2025年5月项目支出进度表", ROW, "没有写明金额单位"),
    ],
)
def test_what_is_not_told_is_asked_for(title: str, row: str, said: str) -> None:
    extraction = read(document(title, table(HEADING, row)))
    [detail] = told(extraction)
    assert said in detail
    assert all(figure.unit == "unknown" for figure in extraction.ledger_figures)


def test_an_amount_that_may_be_of_the_month_or_to_date_is_no_figure() -> None:
    extraction = read(
        document("2025年5月支出明细（万元）", table("单位名称|项目名称|预算数|支出数", "五华区教育局|校舍维修|20|8"))
    )
    assert figures(extraction, 1) == {("2025-05", "annual_budget"): ("20", "wan")}
    [detail] = told(extraction)
    assert "看不出“支出数”是当月数还是累计数" in detail
    assert [(figure.about, figure.value_text) for figure in extraction.unplaced] == [("支出数", "8")]


def test_cells_that_are_no_figures_and_columns_of_unknown_money_are_told() -> None:
    extraction = read(
        document(
            "2025年5月支出进度表（万元）",
            table("单位名称|项目名称|全年预算数|累计支出|自筹资金", "五华区教育局|校舍维修|2O|8|3"),
        )
    )
    assert figures(extraction, 1) == {("2025-05", "executed_to_date"): ("8", "wan")}
    assert {figure.value_text for figure in extraction.unplaced} == {"2O", "3"}


@pytest.mark.parametrize(
    "blocks",
    [
        (
            "五华区2024年项目支出绩效自评汇总表",
            table("项目名称|预算数（万元）|执行数（万元）|执行率|自评得分|等级", "校舍维修|10|9|90%|95|优"),
        ),
        (
            "2024年1-7月项目支出绩效运行监控表",
            table("单位名称|项目名称|年初预算数|1-7月执行数|执行率", "五华区教育局|校舍维修|10|5|50%"),
        ),
        ("2024年部门决算表", table("单位名称|项目名称|预算数|决算数", "五华区教育局|校舍维修|10|5")),
    ],
)
def test_no_ledger_is_made_of_other_documents(blocks: tuple[Any, ...]) -> None:
    assert extract(document(*blocks)).ledgers == []


def test_a_list_of_self_evaluations_stays_one() -> None:
    extraction = extract(
        document(
            "五华区2024年12月项目支出绩效自评汇总表",
            table(
                "实施单位|项目名称|预算数（万元）|执行数（万元）|执行率|自评得分|等级",
                "五华区教育局|校舍维修|10|9|90%|95|优",
            ),
        )
    )
    assert len(extraction.reports) == 1 and extraction.ledgers == []


def test_a_ledger_beside_a_report_is_numbered_behind_it() -> None:
    extraction = extract(
        document(
            "五华区2024年项目支出绩效自评汇总表",
            table("项目名称|预算数（万元）|执行数（万元）|自评得分|等级", "校舍维修|10|9|95|优"),
            "五华区2025年5月支出进度表（万元）",
            table(HEADING, ROW),
        )
    )
    assert [report.report_no for report in extraction.reports] == [1]
    assert [ledger.report_no for ledger in extraction.ledgers] == [2]


def test_a_table_of_a_report_is_no_ledger_by_a_sentence_above_it_or_the_name_of_the_file() -> None:
    extraction = extract(
        document(
            "五华区教育局2024年度校舍维修项目绩效自评报告",
            "截至2024年12月底，项目资金全部支付。自评得分95分。",
            table("单位名称|项目名称|全年预算数（万元）|累计支出（万元）", ROW),
        ),
        "五华区教育局2025年3月报送",
    )
    assert len(extraction.reports) == 1 and extraction.ledgers == [] and extraction.notices == []


EDUCATION, WATER = "盘龙区教育体育局", "盘龙区水务局"


def test_a_unit_counts_its_own_total_and_not_those_of_its_functions() -> None:
    """Of 盘龙区教育体育局 320, 220 + 100 by function code; of 盘龙区水务局 200, all of one function."""
    extraction = read(
        document(
            "盘龙区2025年5月部门预算项目支出执行情况表",
            "单位：万元",
            table(
                "单位名称|科目编码|科目名称|项目名称|调整预算|累计支出",
                "合计||||520|215",
                f"{EDUCATION}||||320|125",
                f"{EDUCATION}|205|教育支出||220|110",
                f"{EDUCATION}|2050202|小学教育|校舍维修|140|70",
                f"{EDUCATION}|2050203|初中教育|营养改善|80|40",
                f"{EDUCATION}|208|社会保障和就业支出||100|15",
                f"{EDUCATION}|2080505|养老保险|临聘教师社保|100|15",
                f"{WATER}||||200|90",
                f"{WATER}|213|农林水支出||200|90",
                f"{WATER}|2130305|水利工程|河道清淤|200|90",
            ),
        )
    )
    assert totals(extraction) == [
        ("ledger", None, 1, 10),
        ("unit", EDUCATION, 2, 7),
        ("group", None, 3, 5),
        ("group", None, 6, 7),
        ("unit", WATER, 8, 10),
        ("group", None, 9, 10),
    ]


def test_a_units_total_that_does_not_add_up_holds_those_of_its_functions() -> None:
    extraction = read(
        document(
            "盘龙区2025年5月项目支出进度表（万元）",
            table(
                "单位名称|科目编码|项目名称|全年预算|累计支出",
                f"{EDUCATION}|||330|125",
                f"{EDUCATION}|205||220|110",
                f"{EDUCATION}|2050202|校舍维修|140|70",
                f"{EDUCATION}|2050203|营养改善|80|40",
                f"{EDUCATION}|208||100|15",
                f"{EDUCATION}|2080505|临聘教师社保|100|15",
                f"{WATER}|2130305|河道清淤|200|90",
            ),
        )
    )
    assert totals(extraction) == [("unit", EDUCATION, 1, 6), ("group", None, 2, 4), ("group", None, 5, 6)]


def test_classes_above_classes_of_one_unit_are_totals() -> None:
    """类, 款 and 项 of one unit: only the 项 are its money, 60 + 40 of 100. No code holds those of others."""
    extraction = read(
        document(
            "东川区2025年5月一般公共预算支出执行情况表",
            "单位：万元",
            table(
                "单位名称|科目编码|科目名称|调整预算数|累计支出",
                "东川区农业农村局|213|农林水支出|100|40",
                "东川区农业农村局|21301|农业农村|100|40",
                "东川区农业农村局|2130101|行政运行|60|30",
                "东川区农业农村局|2130108|病虫害控制|40|10",
                "东川区水务局|21301|农业农村|5|5",
                "东川区林业局|2130108|病虫害控制|7|7",
            ),
        )
    )
    assert totals(extraction) == [("group", None, 1, 4), ("group", None, 2, 4)]
    assert [figures(extraction, row.entry_no)["2025-05", "annual_budget"][0] for row in items(extraction)] == [
        *("60", "40", "5", "7"),
    ]


IN_COLUMNS = {
    "blank beside lower ones": ["213||", "213|01|", "213|01|08", "213|01|22", "213|03|", "213|03|05"],
    "only what is new in a row": ["213||", "|01|", "||08", "||22", "|03|", "||05"],
    "numbers without noughts": ["213||", "213|1|", "213|1|8", "213|1|22", "213|3|", "213|3|5"],
    "whole codes": ["213||", "213|21301|", "213|21301|2130108", "213|21301|2130122", "213|21303|", "213|21303|2130305"],
}


@pytest.mark.parametrize("codes", IN_COLUMNS.values(), ids=IN_COLUMNS)
def test_classes_whose_codes_stand_in_three_columns(codes: list[str]) -> None:
    """213 holds 21301, of 30 + 20, and 21303, of 50: the unit's money is 100, not 300."""
    amounts = ["100|40", "50|15", "30|10", "20|5", "50|25", "50|25"]
    rows = [f"东川区农业农村局|{code}|科目|{amount}" for code, amount in zip(codes, amounts, strict=True)]
    extraction = read(
        document(
            "东川区2025年5月支出进度表（万元）",
            table("单位名称|类|款|项|科目名称|全年预算数|累计支出", *rows, "东川区水务局|213|03|05|水利|9|3"),
        )
    )
    assert totals(extraction) == [("group", None, 1, 6), ("group", None, 2, 4), ("group", None, 5, 6)]
    assert [figures(extraction, row.entry_no)["2025-05", "annual_budget"][0] for row in items(extraction)] == [
        *("30", "20", "50", "9"),
    ]


def test_a_class_merged_over_the_rows_of_its_parts() -> None:
    extraction = read(
        xlsx(
            [
                ["东川区2025年5月支出进度表（万元）"],
                ["单位名称", "科目编码", "", "", "全年预算数", "累计支出"],
                ["", "类", "款", "项", "", ""],
                ["东川区农业农村局", "213", "", "", 50, 15],
                ["东川区农业农村局", "", "01", "", 50, 15],
                ["东川区农业农村局", "", "", "08", 30, 10],
                ["东川区农业农村局", "", "", "22", 20, 5],
            ],
            ((1, 1, 1, 3, "科目编码"), (3, 1, 6, 1, "213")),
        )
    )
    assert totals(extraction) == [("group", None, 1, 4), ("group", None, 2, 4)]


def test_a_row_without_a_class_holds_those_that_come_to_it() -> None:
    """经济分类 below a project: 10 is 6 + 4. 8 is not 6 + 3, so that it may be a row beside them."""
    extraction = read(
        document(
            "东川区2025年5月项目支出进度表（万元）",
            table(
                "单位名称|项目名称|经济分类|全年预算|累计支出",
                "东川区水务局|河道治理||10|5",
                "东川区水务局|河道治理|30201|6|4",
                "东川区水务局|河道治理|30213|4|1",
                "东川区水务局|饮水安全||8|5",
                "东川区水务局|饮水安全|30201|6|4",
                "东川区水务局|饮水安全|30213|3|1",
            ),
        )
    )
    assert totals(extraction) == [("group", None, 1, 3)]
    assert [row.entry_no for row in items(extraction)] == [2, 3, 4, 5, 6]


@pytest.mark.parametrize("code", ["301001 ", "301001-", "[301001]", "301001"])
def test_units_with_codes_above_their_projects(code: str) -> None:
    """A unit with its code is no project: it would count twice."""
    extraction = read(
        document(
            "呈贡区2025年5月项目支出进度表（万元）",
            table(
                "单位/项目|年度预算|累计支出|支出进度",
                "总计|100|30|30%",
                f"{code}呈贡区文化和旅游局|100|30|30%",
                "文化惠民演出|40|20|50%",
                "图书馆免费开放|60|10|16.67%",
            ),
        )
    )
    assert subjects(extraction) == [
        ("呈贡区文化和旅游局", "文化惠民演出"),
        ("呈贡区文化和旅游局", "图书馆免费开放"),
    ]
    assert totals(extraction) == [("ledger", None, 1, 4), ("unit", "呈贡区文化和旅游局", 2, 4)]


def test_the_title_says_what_months_are_of_and_the_sum_behind_them_is_to_date() -> None:
    extraction = read(
        document(
            "官渡区2025年项目资金支出台账（单位：万元）",
            table(
                "单位名称|项目名称|全年预算数|1月|2月|3月|合计|执行率",
                "官渡区农业农村局|高标准农田|120|10|0|20|30|25%",
                "官渡区民政局|养老服务|80|8||-2|6|7.5%",
            ),
        )
    )
    executed = {key: value for key, value in figures(extraction, 2).items() if key[1].startswith("executed")}
    assert executed == {
        ("2025-01", "executed_in_month"): ("8", "wan"),
        ("2025-03", "executed_in_month"): ("-2", "wan"),
        ("2025-03", "executed_to_date"): ("6", "wan"),
    }
    assert told(extraction) == [] and extraction.unplaced == []


def test_headings_that_name_only_times_below_a_heading_printed_twice() -> None:
    extraction = read(
        document(
            "晋宁区2025年5月财政支出台账",
            "单位：万元",
            grid(
                "单位|项目|预算|预算|本月|累计",
                "||年初|调整后||",
                "晋宁区应急管理局|应急演练|30|20|1|5",
            ),
        )
    )
    assert figures(extraction, 1) == {
        ("2025-05", "initial_budget"): ("30", "wan"),
        ("2025-05", "annual_budget"): ("20", "wan"),
        ("2025-05", "executed_in_month"): ("1", "wan"),
        ("2025-05", "executed_to_date"): ("5", "wan"),
    }


@pytest.mark.parametrize("title", ["2025年项目用款计划表", "2025年支出预算分月安排表", "2025年资金拨付台账"])
def test_months_of_plans_are_no_payments(title: str) -> None:
    rows = table("单位名称|项目名称|全年预算数|1月|2月", "五华区教育局|校舍维修|20|8|2")
    extraction = extract(document(f"{title}（万元）", rows))
    assert not [figure for figure in extraction.ledger_figures if figure.measure.startswith("executed")]


def test_the_only_sheet_may_tell_the_month() -> None:
    book = xlwt.Workbook()
    page = book.add_sheet("2025年4月")
    for row, line in enumerate(
        (
            ("项目支出进度表", "", "", "单位：元"),
            ("单位", "项目", "预算", "累计支出"),
            ("五华区教育局", "校舍维修", 20, 8),
        )
    ):
        for col, value in enumerate(line):
            page.write(row, col, value)
    buffer = io.BytesIO()
    book.save(buffer)
    assert figures(read(sheet.read_bytes(buffer.getvalue())), 1) == {
        ("2025-04", "annual_budget"): ("20", "yuan"),
        ("2025-04", "executed_to_date"): ("8", "yuan"),
    }


def test_the_total_above_a_units_projects_names_their_unit_and_a_department_ends_the_units_before() -> None:
    """合计 stands in the column of projects, above them; 富民县水务局 itself holds 河道治理, and no school does."""
    extraction = read(
        document(
            "富民县2025年5月部门支出进度表（单位：万元）",
            table(
                "主管部门|单位名称|项目名称|预算指标|累计支出",
                "富民县教育局|富民县教育局|合计|110|55",
                "||校舍维修|80|40",
                "||课桌购置|30|15",
                "|富民县第一中学|合计|50|10",
                "||校舍维修|50|10",
                "富民县水务局||合计|20|1",
                "||河道治理|20|1",
                "总计|||180|66",
            ),
        )
    )
    assert [(row.department_name, row.organization_name, row.project_name) for row in items(extraction)] == [
        ("富民县教育局", "富民县教育局", "校舍维修"),
        ("富民县教育局", "富民县教育局", "课桌购置"),
        ("富民县教育局", "富民县第一中学", "校舍维修"),
        ("富民县水务局", None, "河道治理"),
    ]
    assert [(reach, first, last) for reach, _, first, last in totals(extraction)] == [
        ("unit", 1, 3),
        ("unit", 4, 5),
        ("unit", 6, 7),
        ("ledger", 1, 8),
    ]
