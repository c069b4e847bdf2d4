"""Forms of districts and counties, each with expectations written by hand."""

from __future__ import annotations

from ingest.extract import extract
from ingest.records import Extraction, Report
from support import districts
from support.documents import grid
from support.texts import Form, on_grid
from support.told import extracted, indicators, money, targets, total


def read(form: Form) -> tuple[Extraction, Report]:
    found = extract(on_grid(form))
    [report] = found.reports
    assert not [notice for notice in found.notices if notice.kind == "not_understood"]
    return found, report


def parents(found: Extraction) -> list[int | None]:
    return [line.parent_line_no for line in found.funding_lines]


def told(found: Extraction) -> list[str]:
    return [figure.value_text for figure in found.unplaced]


def test_funds_below_the_indicators() -> None:
    found, report = read(districts.FUNDS_BELOW)
    assert (report.project_name, report.organization_name, report.grade) == (
        "水毁公路修复",
        "石门县公路段",
        "excellent",
    )
    assert money(found) == {
        "年度资金总额 *": {
            "initial_budget": "180 wan",
            "annual_budget": "200 wan",
            "executed": "180 wan",
            "execution_rate": "90 percent",
        },
        "其中：中央资金": {
            "initial_budget": "100 wan",
            "annual_budget": "110 wan",
            "executed": "99 wan",
            "execution_rate": "90 percent",
        },
        "省级资金": {
            "initial_budget": "80 wan",
            "annual_budget": "90 wan",
            "executed": "81 wan",
            "execution_rate": "90 percent",
        },
    }
    assert parents(found) == [None, 1, 1]
    assert indicators(found) == [
        "产出指标/数量指标/修复里程 50→50",
        "效益指标/社会效益指标/通行能力 30→29",
        "满意度指标/满意度指标/群众满意度 10→9",
        "预算执行率/预算执行率/预算执行率 10→9",
    ]
    assert total(found) == "97"
    assert not found.unplaced


def test_lines_of_pairs() -> None:
    found, _ = read(districts.LINES_OF_PAIRS)
    assert list(money(found).values()) == [
        {"annual_budget": "200 wan", "executed": "180 wan", "execution_rate": "90 percent"},
        {"annual_budget": "150 wan", "executed": "140 wan", "execution_rate": "93.33 percent"},
        {"annual_budget": "50 wan", "executed": "40 wan", "execution_rate": "80 percent"},
    ]
    assert [(line.line_label, line.is_headline) for line in found.funding_lines[1:]] == [
        ("其中：财政拨款", False),
        ("其他资金", False),
    ]
    assert found.funding_lines[0].is_headline
    assert parents(found) == [None, 1, 1]
    assert not found.unplaced


def test_two_years_under_a_heading_of_labels() -> None:
    found, report = read(districts.TWO_YEARS)
    assert report.organization_name == "石门县科学技术协会"
    assert money(found) == {
        "合计 *": {
            "initial_budget": "310 wan",
            "annual_budget": "330 wan",
            "executed": "321 wan",
            "execution_rate": "97.27 percent",
        },
        "基本支出": {
            "initial_budget": "210 wan",
            "annual_budget": "215 wan",
            "executed": "215 wan",
            "execution_rate": "100 percent",
        },
        "项目支出": {
            "initial_budget": "100 wan",
            "annual_budget": "115 wan",
            "executed": "106 wan",
            "execution_rate": "92.17 percent",
        },
    }
    assert parents(found) == [None, 1, 1]
    assert told(found) == ["300", "200", "100"]


def test_deductions_for_scores() -> None:
    found, _ = read(districts.DEDUCTIONS)
    assert list(money(found).values()) == [{"annual_budget": "200 wan", "executed": "180 wan"}]
    assert indicators(found) == ["-/-/执行率 10→9", "产出/数量/修复里程 60→-", "效益/满意度/群众满意度 30→-"]
    assert [row.deduction for row in found.indicators] == [None, 3, 1]
    assert total(found) == "95"


def test_of_four_levels_the_lowest_is_scored() -> None:
    found, _ = read(districts.FOUR_LEVELS)
    assert list(money(found).values()) == [
        {
            "initial_budget": "300 wan",
            "annual_budget": "320 wan",
            "executed": "304 wan",
            "execution_rate": "95 percent",
        }
    ]
    assert indicators(found) == [
        "部门管理/资金投入/编制合理性 10→10",
        "部门管理/资金投入/编制完整性 10→9",
        "履职产出/重点工作/科普场次 50→50",
        "履职效果/满意度/群众满意度 30→28",
    ]
    assert total(found) == "97"


def test_score_and_grade_in_the_head() -> None:
    found, report = read(districts.HEAD_WITH_SCORE)
    assert (report.project_name, report.organization_name, report.department_name, report.title_year) == (
        "智慧医院",
        "石门市人民医院",
        "石门市卫健委",
        2023,
    )
    assert (report.grade, total(found)) == ("excellent", "91.5")
    assert list(money(found).values()) == [{"annual_budget": "820 wan", "executed": "697 wan"}]
    assert indicators(found) == [
        "-/-/执行率 10→8.5",
        "产出指标/数量指标/上线系统数 30→30",
        "产出指标/质量指标/系统验收合格率 20→20",
        "效益指标/社会效益指标/平均候诊时间 30→25",
        "满意度指标/服务对象满意度指标/患者满意度 10→8",
    ]
    assert targets(found)[2:] == ["≤ 20 分钟 24分钟", "≥ 90 % 85%"]
    assert not found.unplaced


def test_tasks_with_amounts_by_source() -> None:
    found, report = read(districts.YEARLY_WORK)
    assert (report.form, report.subject) == ("department_self_evaluation", "department")
    lines = [(line.line_label, line.parent_line_no, line.is_headline) for line in found.funding_lines]
    assert lines == [
        ("任务1 科技创新券", 5, False),
        ("其中：财政拨款", 1, False),
        ("任务2 科普活动", 5, False),
        ("其中：财政拨款", 3, False),
        ("合计", None, True),
        ("其中：财政拨款", 5, False),
    ]
    amounts = [(a.line_no, a.measure, a.value_text) for a in found.amounts if a.is_line_cell]
    assert sorted(amounts) == [
        (1, "annual_budget", "100"),
        (1, "executed", "95"),
        (1, "execution_rate", "95"),
        (2, "annual_budget", "80"),
        (2, "executed", "78"),
        (3, "annual_budget", "50"),
        (3, "executed", "40"),
        (3, "execution_rate", "80"),
        (4, "annual_budget", "50"),
        (4, "executed", "40"),
        (5, "annual_budget", "150"),
        (5, "executed", "135"),
        (5, "execution_rate", "90"),
        (6, "annual_budget", "130"),
        (6, "executed", "118"),
    ]
    assert total(found) == "96"


def test_the_day_of_the_evaluation_among_those_of_the_project() -> None:
    found, report = read(districts.CITY_STATE)
    assert (report.project_name, report.organization_name) == ("河道保洁", "浦江区水务局")
    assert (str(report.evaluation_date), report.grade) == ("2024-03-18", "excellent")
    assert money(found) == {
        "当年预算数（元） *": {
            "annual_budget": "3,600,000 yuan",
            "executed": "3,456,000 yuan",
            "execution_rate": "96.00 percent",
        }
    }
    assert indicators(found) == [
        "产出目标/数量/保洁河道长度 17→17",
        "产出目标/质量/水面保洁合格率 17→17",
        "效果目标/社会效益/投诉处理率 36→34",
        "影响力目标/满意度/居民满意度 20→20",
        "预算执行率/-/预算执行率 10→9.6",
    ]
    assert [(issue.kind, issue.text) for issue in found.issues] == [
        ("problem", "垃圾清运偶有延误。"),
        ("suggestion", "增加清运频次。"),
    ]
    assert (total(found), told(found)) == ("97.6", ["3,200,000"])


def test_a_list_whose_scores_are_called_totals() -> None:
    found = extracted(
        "石门县2023年度预算项目绩效自评情况统计表",
        "单位：万元",
        grid(
            "序号|主管部门|项目名称|年初预算数|全年预算数|全年执行数|执行率|自评总分|自评等级",
            "1|石门县交通局|产业路|500|480|456|95%|96|优",
            "2|石门县商务局|冷库|200|200|120|60%|77|中",
            "合计|||700|680|576|84.71%||",
        ),
    )
    assert [(report.project_name, report.organization_name, report.grade) for report in found.reports] == [
        ("产业路", "石门县交通局", "excellent"),
        ("冷库", "石门县商务局", "fair"),
    ]
    assert [total(found, number) for number in (1, 2)] == ["96", "77"]
    assert not found.unplaced
