"""Running text in the cells of a grid: titles, sections and reports typed or pasted into column A, without a merge."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence

import openpyxl
import pytest

from ingest.document import Document
from ingest.extract import extract
from ingest.readers import csv as csv_reader
from ingest.readers.sheets import sheet
from ingest.readers.web import html
from ingest.records import Extraction
from support.told import indicators, money, total

Line = str | Sequence[str]
"""A line of text for column A, or the cells of a row."""


def as_xlsx(lines: Sequence[Line]) -> Document:
    book = openpyxl.Workbook()
    for row_no, line in enumerate(lines, start=1):
        for col_no, text in enumerate([line] if isinstance(line, str) else line, start=1):
            book.active.cell(row_no, col_no, text)
    buffer = io.BytesIO()
    book.save(buffer)
    return sheet.read_bytes(buffer.getvalue())


def as_csv(lines: Sequence[Line]) -> Document:
    """As spreadsheets save it: every record as long as the longest."""
    rows = [[line] if isinstance(line, str) else list(line) for line in lines]
    width = max(map(len, rows))
    buffer = io.StringIO()
    csv.writer(buffer).writerows(row + [""] * (width - len(row)) for row in rows)
    return csv_reader.read_bytes(buffer.getvalue().encode("gb18030"))


def as_page(lines: Sequence[Line]) -> Document:
    rows = [[line] if isinstance(line, str) else list(line) for line in lines]
    width = max(map(len, rows))
    markup = "".join(
        f"<tr>{''.join(f'<td>{text}</td>' for text in row + [''] * (width - len(row)))}</tr>" for row in rows
    )
    return html.read_bytes(f"<html><body><table>{markup}</table></body></html>".encode())


@pytest.fixture(params=[as_xlsx, as_csv, as_page], ids=["xlsx", "csv", "html"])
def read(request: pytest.FixtureRequest) -> Callable[..., Extraction]:
    return lambda *lines: extract(request.param(lines))


Read = Callable[..., Extraction]

FORM: tuple[Line, ...] = (
    ("项目名称", "校舍维修"),
    ("主管部门", "某县教育局", "", "实施单位", "某县第一中学"),
    ("资金来源", "年初预算数", "全年预算数", "全年执行数", "执行率"),
    ("年度资金总额", "60", "50", "45", "90%"),
)
INDICATORS: tuple[Line, ...] = (
    ("一级指标", "二级指标", "三级指标", "分值", "得分"),
    ("产出指标", "数量指标", "维修栋数", "60", "58"),
    ("效益指标", "社会效益", "受益学生", "40", "39"),
    ("总分", "", "", "100", "97"),
)


def test_a_title_over_two_lines_and_a_year_below_it(read: Read) -> None:
    found = read(
        "某市水务局关于2022年度购买岗位人员",
        "经费项目支出绩效单位自评报告",
        "",
        "一、基本情况",
        "年初预算50万元，支出45万元。自评得分92分。",
    )
    report = found.reports[0]
    assert (report.title, report.organization_name, report.project_name, report.title_year) == (
        "某市水务局关于2022年度购买岗位人员经费项目支出绩效单位自评报告",
        "某市水务局",
        "购买岗位人员经费",
        2022,
    )
    found = read("项目支出绩效自评表", "（2021年度）", "单位：元", *FORM, *INDICATORS)
    assert found.reports[0].title_year == 2021
    assert money(found)["年度资金总额 *"]["executed"] == "45 yuan"


def test_a_report_pasted_line_by_line(read: Read) -> None:
    found = read(
        "某县教育局2023年度校舍维修项目支出绩效自评报告",
        "一、项目概况",
        "（一）项目绩效目标。维修校舍3栋，",
        "验收合格率达到100%。",
        "（二）资金情况",
        "项目年初预算60万元，年中调减10万元，调整后预算50万元，截至2023年12月31日，",
        "累计支出45万元，预算执行率90%。",
        "二、绩效目标实现情况",
        "已维修3栋。",
        "三、存在的问题",
        "一是开工偏晚，受雨季影响施工进度没有达到计划要求，部分工程款没有按",
        "合同约定的时间支付。",
        "二是绩效指标不够细化。",
        "四、下一步改进措施",
        "加快前期工作。",
        "五、评价结论",
        "自评得分96.5分，评价等级为“优”。",
        "2024年3月15日",
    )  # fmt: skip
    report = found.reports[0]
    assert (report.form, report.goal_text, report.completion_text) == (
        "narrative",
        "维修校舍3栋，验收合格率达到100%。",
        "已维修3栋。",
    )
    assert money(found) == {
        "项目年初预算 *": {
            "initial_budget": "60 wan",
            "budget_adjustment": "10 wan",
            "annual_budget": "50 wan",
            "executed": "45 wan",
            "execution_rate": "90 percent",
        }
    }
    assert [(issue.kind, issue.text) for issue in found.issues] == [
        ("problem", "开工偏晚，受雨季影响施工进度没有达到计划要求，部分工程款没有按合同约定的时间支付。"),
        ("problem", "绩效指标不够细化。"),
        ("suggestion", "加快前期工作。"),
    ]
    assert (total(found), report.grade, str(report.evaluation_date)) == ("96.5", "excellent", "2024-03-15")


def test_the_place_of_such_text_is_its_cell(read: Read) -> None:
    found = read("某县教育局2023年度校舍维修项目支出绩效自评报告", "年初预算60万元。", "支出45万元，自评得分96分。")
    assert [(a.measure, a.evidence.row_no, a.evidence.col_no, a.evidence.quote) for a in found.amounts] == [
        ("initial_budget", 2, 1, "年初预算60万元。"),
        ("executed", 3, 1, "支出45万元，自评得分96分。"),
        ("total_score", 3, 1, "支出45万元，自评得分96分。"),
    ]


def test_text_above_between_and_below_the_tables_of_a_sheet(read: Read) -> None:
    found = read(
        "2023年度项目支出绩效自评表",
        *FORM,
        "资金使用说明：其中设备购置合同金额30万元，资金到位率100%。",
        *INDICATORS,
        "项目完成及时，评价等级为“优”。",
        "一、存在问题",
        "部分指标值设置偏低。",
        "二、改进措施",
        "无",
    )
    assert money(found)["年度资金总额 *"]["executed"] == "45 wan"
    assert [(a.measure, a.value_text) for a in found.amounts if a.origin == "narrative"] == [
        ("other_amount", "30"),
        ("funds_received_rate", "100"),
    ]
    assert indicators(found) == ["产出指标/数量指标/维修栋数 60→58", "效益指标/社会效益/受益学生 40→39"]
    assert [(issue.kind, issue.text) for issue in found.issues] == [("problem", "部分指标值设置偏低。")]
    assert (total(found), found.reports[0].grade) == ("97", "excellent")
    assert [notice.kind for notice in found.notices] == ["unit_inferred"] and found.unplaced == []


def test_a_row_of_the_table_with_only_its_first_cell_filled_stays_one(read: Read) -> None:
    found = read(
        "2023年度项目支出绩效自评表",
        *FORM,
        "其中：当年财政拨款",
        ("上年结转资金", "", "5", "5", "100%"),
        ("一级指标", "二级指标", "三级指标", "分值", "得分"),
        "一、产出指标（60分）",
        ("", "数量指标", "维修栋数", "30", "28"),
        ("", "", "维修面积", "30", "30"),
        "二、效益指标（40分）",
        ("", "社会效益", "受益学生", "40", "39"),
        ("总分", "", "", "100", "97"),
    )
    assert list(money(found)) == ["年度资金总额 *", "上年结转资金"]
    assert indicators(found) == [
        "一、产出指标/数量指标/维修栋数 30→28",
        "一、产出指标/数量指标/维修面积 30→30",
        "二、效益指标/社会效益/受益学生 40→39",
    ]
    assert [(a.measure, a.about, a.value_text) for a in found.amounts if a.measure == "section_weight"] == [
        ("section_weight", "总分", "100"),
        ("section_weight", "一、产出指标", "60"),
        ("section_weight", "二、效益指标", "40"),
    ]


def test_a_title_in_the_middle_of_the_sheet(read: Read) -> None:
    found = read(
        ("", "", "某县第一中学关于2023年度校舍"), ("", "", "维修项目支出绩效自评报告"),
        ("", "年初预算60万元，支出45万元。自评得分96分。"),
    )  # fmt: skip
    assert found.reports[0].project_name == "校舍维修项目"
    assert list(money(found).values()) == [{"initial_budget": "60 wan", "executed": "45 wan"}]


def test_names_and_the_unit_of_money_in_lines(read: Read) -> None:
    found = read(
        "2023年度项目支出绩效自评表",
        "项目名称：校舍维修",
        "实施单位：某县第一中学",
        "金额单位：元",
        *FORM[2:],
        *INDICATORS,
    )
    assert (found.reports[0].project_name, found.reports[0].organization_name) == ("校舍维修", "某县第一中学")
    assert money(found)["年度资金总额 *"]["annual_budget"] == "50 yuan"


def test_a_report_behind_a_form_in_one_sheet(read: Read) -> None:
    found = read(
        "2023年度项目支出绩效自评表", *FORM, *INDICATORS,
        "某县文化馆2023年度", "图书下乡项目支出绩效自评报告", "年初预算20万元，支出10万元。自评得分80分。",
    )  # fmt: skip
    assert [report.project_name for report in found.reports] == ["校舍维修", "图书下乡项目"]
    assert list(money(found, 2).values()) == [{"initial_budget": "20 wan", "executed": "10 wan"}]


def test_a_figure_alone_in_a_row_is_no_text(read: Read) -> None:
    found = read("2023年度项目支出绩效自评表", *FORM, *INDICATORS[:-1], ("", "", "", "", "88"), "填报说明")
    assert [(figure.context, figure.value_text) for figure in found.unplaced] == [("score", "88")]


def test_a_line_of_bare_figures_is_told(read: Read) -> None:
    found = read("2023年度项目支出绩效自评表", *FORM, "其中：当年财政拨款 50 40 80%", *INDICATORS)
    assert [figure.value_text for figure in found.unplaced] == ["其中：当年财政拨款 50 40 80%"]


def test_a_sheet_of_goals_is_no_evaluation(read: Read) -> None:
    found = read(
        "2024年度项目支出绩效目标申报表",
        *FORM,
        ("一级指标", "二级指标", "三级指标", "分值", "指标值"),
        ("产出", "数量", "栋数", "90", "3栋"),
    )
    assert found.reports == []
