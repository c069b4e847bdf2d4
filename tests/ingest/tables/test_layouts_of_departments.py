"""Forms on whole departments, of other provinces, each with expectations written by hand."""

from __future__ import annotations

from ingest.extract import extract
from ingest.records import Extraction, Report
from support import departments
from support.texts import Form, on_grid
from support.told import indicators, money, total


def read(form: Form) -> tuple[Extraction, Report]:
    found = extract(on_grid(form))
    assert [(report.form, report.subject) for report in found.reports] == [("department_self_evaluation", "department")]
    assert not found.unplaced
    assert not [notice for notice in found.notices if notice.kind == "not_understood"]
    return found, found.reports[0]


def test_a_name_and_a_weight_for_each_level() -> None:
    found, report = read(departments.GUANGDONG_DEPARTMENT)
    assert (report.organization_name, report.title_year) == ("榕江市林业局", 2022)
    assert indicators(found) == [
        "履职效能/整体效能/部门整体绩效目标产出指标完成情况 15→14.5",
        "履职效能/整体效能/部门整体绩效目标效益指标完成情况 10→10",
        "履职效能/专项效能/专项资金绩效目标完成情况 25→24",
        "管理效率/预算编制/预算编制合规性 20→20",
        "管理效率/预算执行/部门预算资金支出率 30→27.6",
    ]
    assert [(row.level1_weight, row.level2_weight) for row in found.indicators] == [
        (50, 25),
        (50, 25),
        (50, 25),
        (50, 20),
        (50, 30),
    ]
    assert found.indicators[0].criteria == "按完成比例计分"
    assert total(found) == "96.1"


def test_tasks_broken_down_in_columns() -> None:
    found, report = read(departments.SHAANXI_DEPARTMENT)
    assert (report.organization_name, report.title_year) == ("渭水区文化和旅游局", 2023)
    lines = [(line.line_label, line.line_kind, line.parent_line_no) for line in found.funding_lines]
    assert lines == [
        ("人员及公用支出", "item", 7),
        ("财政拨款", "source", 1),
        ("其他资金", "source", 1),
        ("文物保护", "item", 7),
        ("财政拨款", "source", 4),
        ("其他资金", "source", 4),
        ("金额合计", "total", None),
        ("财政拨款", "source", 7),
        ("其他资金", "source", 7),
    ]
    assert [line.line_no for line in found.funding_lines if line.is_headline] == [7]
    cells = {
        line.line_no: [a.value_text for a in found.amounts if a.line_no == line.line_no] for line in found.funding_lines
    }
    assert cells[1] == ["500.00", "490.00", "98.00"]
    assert cells[5] == ["250.00", "230.00"]
    assert cells[7] == ["800.00", "760.00", "95.00"]
    assert cells[9] == ["50.00", "40.00"]
    assert indicators(found) == [
        "-/-/执行率 10→9.5",
        "产出指标/数量指标/文物保护数量 50→50",
        "效益指标/社会效益指标/参观人次 30→28.8",
        "满意度指标/服务对象满意度指标/游客满意度 10→10",
    ]
    assert (report.goal_text, report.completion_text) == ("保护文物10处。", "已保护文物10处。")
    assert total(found) == "98.3"


def test_one_total_broken_down_twice() -> None:
    found, report = read(departments.HENAN_DEPARTMENT)
    assert report.organization_name == "龙湖县司法局"
    assert report.goal_text == "开展普法宣传，化解矛盾纠纷。"
    assert [(line.line_kind, line.fund_origin, line.expenditure_category) for line in found.funding_lines] == [
        ("total", None, None),
        ("source", "current_year", None),
        ("source", "non_fiscal", None),
        ("source", "non_fiscal", None),
        ("category", None, "basic"),
        ("category", None, "project"),
    ]
    assert money(found)["资金总额 *"] == {
        "initial_budget": "820 wan",
        "budget_adjustment": "80 wan",
        "annual_budget": "900 wan",
        "executed": "855 wan",
        "execution_rate": "95 percent",
    }
    assert indicators(found)[1:] == [
        "投入管理指标/工作目标管理/年度履职目标相关性 10→10",
        "投入管理指标/预算和财务管理/预算编制完整性 10→10",
        "产出指标/重点工作任务完成/普法活动场次 40→40",
        "效益指标/履职效益/矛盾化解率 20→19",
        "效益指标/满意度/群众满意度 10→10",
    ]
    assert total(found) == "98.5"


def test_income_and_spending_in_one_row() -> None:
    found, report = read(departments.JIANGSU_DEPARTMENT)
    assert (report.organization_name, report.title_year) == ("吴越区卫生健康委员会", 2023)
    assert [(a.measure, a.value_text) for a in found.amounts if a.line_no == 1] == [
        ("revenue", "3200"),
        ("revenue", "3150"),
        ("annual_budget", "3200"),
        ("executed", "3100"),
    ]
    assert indicators(found)[1] == "过程/预算执行/预算执行率 20→19.38"
    assert total(found) == "98.38"
