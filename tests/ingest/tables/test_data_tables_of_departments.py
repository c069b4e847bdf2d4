"""The table of base data beside a department's form, and its three public expenses; expectations written by hand."""

from __future__ import annotations

from ingest.extract import extract
from support import texts
from support.documents import grid
from support.told import extracted, money

DATA = (
    "2023年度部门整体支出绩效评价基础数据表",
    "单位名称：临溪县科学技术局",
    (
        "经费控制情况（万元）|2022年决算数|2023年预算数|2023年决算数",
        "三公经费|5.6|6|4.2",
        "1、公务接待|2.4|2.5|1.3",
        "项目支出：|874.2|900|882",
        "公用经费|118.3|120|113.4",
        "政府采购金额|40|56|48.5",
        "部门基本支出预算调整|10|20|36.8",
    ),
)
FORM = (
    "2023年度部门整体支出绩效自评表",
    (
        "预算部门、单位名称|临溪县科学技术局|<|<|<|<|<",
        "年度预算申请（万元）||年初预算数|全年预算数|全年执行数|分值|得分",
        "^|年度资金总额|1260|1356.8|1330|10|9.8",
        "绩效指标|一级指标|二级指标|三级指标|年度指标值|分值|得分",
        "^|产出指标|数量指标|培育企业|12家|90|88",
    ),
)


def test_the_base_data_are_an_annex_of_the_form() -> None:
    found = extract(texts.on_grid((*DATA, *FORM)))
    [report] = found.reports
    assert (report.title, report.organization_name) == (FORM[0], "临溪县科学技术局")
    lines = money(found)
    assert lines["年度资金总额 *"] == {
        "initial_budget": "1260 wan",
        "annual_budget": "1356.8 wan",
        "executed": "1330 wan",
    }
    assert lines["项目支出："] == {"annual_budget": "900 wan", "executed": "882 wan"}
    assert {"政府采购金额", "部门基本支出预算调整"}.isdisjoint(lines)
    assert {"56", "48.5", "20", "36.8", "874.2"} <= {figure.value_text for figure in found.unplaced}
    parents = {line.line_label: line.parent_line_no for line in found.funding_lines}
    assert (parents["项目支出："], parents["公用经费"], parents["年度资金总额"]) == (None, None, None)


def test_the_base_data_alone_are_no_evaluation() -> None:
    assert extract(texts.on_grid(DATA)).reports == []


def test_a_table_of_the_three_public_expenses_is_no_second_total() -> None:
    found = extract(
        texts.on_grid(
            (
                "临溪县科学技术局2023年度部门整体支出绩效自评报告",
                ("项目（万元）|预算数|决算数", "基本支出|860|850", "项目支出|400|390", "合计|1260|1240"),
                "自评总得分95分。",
                "三、“三公”经费情况",
                ("项目（万元）|预算数|决算数", "合计|14|9.8", "公务用车购置及运行费|9|7.1", "公务接待费|5|2.7"),
            )
        )
    )
    totals = [
        (line.expenditure_category, line.is_headline) for line in found.funding_lines if line.line_label == "合计"
    ]
    assert totals == [(None, True), ("three_public", False)]


def test_a_table_of_tasks_is_none_of_all_that_a_department_spends() -> None:
    found = extracted(
        "2022年度部门整体支出绩效自评情况",
        "2022年度支出合计300万元。其中：基本支出220万元，项目支出80万元。",
        "2022年度部门整体支出绩效自评表",
        grid(
            "任务名称|主要内容|批复金额（万元）|<|<|实际支出金额（万元）|预算执行率",
            "^|^|总额|财政拨款|其他资金|^|^",
            "巡河护河|巡河|50|50|0|45|90.00%",
            "水质监测|监测|30|20|10|30|100.00%",
        ),
    )
    assert money(found)["支出合计 *"] == {"executed": "300 wan"}
    assert [money(found)[label]["executed"] for label in ("基本支出", "项目支出")] == ["220 wan", "80 wan"]
    assert money(found)["巡河护河 巡河"]["annual_budget"] == "50 wan"
    assert not found.notices
