"""Reports in prose, score sheets and tables of other hands, each with expectations written by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ingest.document import Document
from ingest.extract import extract
from support.documents import grid, table
from support.texts import Form, as_markdown, as_pipes, as_rows, on_grid
from support.told import extracted, indicators, money, targets, total


def test_third_party_score_sheet_with_codes_and_rates_of_scores() -> None:
    found = extracted(
        "某市2022年老旧小区改造项目绩效评价报告",
        "评价得分为88.35分，绩效等级为“良”。",
        "附件1 某市2022年老旧小区改造项目绩效评价评分表",
        grid(
            "一级指标|二级指标|三级指标|权重|得分|得分率|扣分说明",
            "A决策（20分）|A1项目立项|A101立项依据充分性|5.00|5.00|100%|",
            "^|^|A102立项程序规范性|15.00|12.35|82.33%|可行性研究不足",
            "C产出（80分）|C1产出数量|C101改造小区数量|80.00|71.00|88.75%|2个小区未完工",
            "合计|<|<|100.00|88.35|88.35%|",
        ),
    )
    assert [(report.form, report.grade, report.title_year) for report in found.reports] == [
        ("score_sheet", "good", 2022)
    ]
    assert indicators(found) == [
        "A决策/A1项目立项/A101立项依据充分性 5.00→5.00",
        "A决策/A1项目立项/A102立项程序规范性 15.00→12.35",
        "C产出/C1产出数量/C101改造小区数量 80.00→71.00",
    ]
    assert found.indicators[1].deduction_reason == "可行性研究不足"
    assert [row.level1_weight for row in found.indicators] == [20, 20, 80]
    assert total(found) == "88.35"


def test_a_report_behind_a_cover_page() -> None:
    found = extracted(
        "某市2018年度部门整体支出",
        "绩效评价自评报告",
        "部门(单位)名称：某市城市管理监督指挥中心",
        "预算编码：906017",
        "评价方式：部门(单位)绩效自评",
        "报告日期：2019年6月18日",
        "一、部门基本概况",
        "2018年年初预算安排320万元，其中：基本支出200万元，项目支出120万元；全年实际支出304万元，预算执行率95%。",
        "综合评分95分。",
    )
    assert len(found.reports) == 1
    report = found.reports[0]
    assert (report.subject, report.form, report.title_year) == ("department", "department_self_evaluation", 2018)
    assert report.organization_name == "某市城市管理监督指挥中心"
    assert str(report.evaluation_date) == "2019-06-18"
    lines = list(money(found).values())
    assert lines[0] == {"initial_budget": "320 wan", "executed": "304 wan", "execution_rate": "95 percent"}
    assert lines[1:] == [{"initial_budget": "200 wan"}, {"initial_budget": "120 wan"}]
    assert [line.expenditure_category for line in found.funding_lines] == [None, "basic", "project"]
    assert total(found) == "95"


def test_two_years_in_one_report() -> None:
    found = extracted(
        "某县民政局2023年度居家养老服务项目支出绩效自评报告",
        "2022年预算100万元，支出90万元；2023年预算120万元，支出108万元，预算执行率90%。",
    )
    assert list(money(found).values()) == [
        {"annual_budget": "120 wan", "executed": "108 wan", "execution_rate": "90 percent"}
    ]
    elsewhere = [(a.measure, a.value_text, a.year) for a in found.amounts if a.line_no is None]
    assert elsewhere == [("annual_budget", "100", 2022), ("executed", "90", 2022)]


def test_initial_budget_by_its_approval() -> None:
    found = extracted(
        "某州数据发展中心2024年度项目支出绩效单位自评报告",
        "年初批复预算8个项目985万元，调整预算后项目预算861.46万元，实际到位资金334.67万元。",
        "自评得分90分。",
    )
    assert list(money(found).values()) == [
        {"initial_budget": "985 wan", "annual_budget": "861.46 wan", "funds_received": "334.67 wan"}
    ]


def test_yuan_and_wan_in_one_report() -> None:
    found = extracted(
        "某镇人民政府2023年度村级公益项目支出绩效自评报告",
        "上级下达资金30万元，实际支付资金299,500.00元，结余500.00元。项目自评得分99分。",
    )
    assert list(money(found).values()) == [{"appropriated": "30 wan", "executed": "299,500.00 yuan"}]
    assert [(a.measure, a.value_text) for a in found.amounts if a.line_no is None and a.unit == "yuan"] == [
        ("carryover", "500.00")
    ]


def test_noise_of_a_scan_is_not_mended() -> None:
    found = extracted(
        "某县水务局2023年度河道清淤项目支出绩效自评报告",
        "全年预算数为5O万元，全年执行数为48.5万兀。自评得分9８分。",
    )
    assert not any(amount.measure == "executed" for amount in found.amounts)
    assert not any(amount.value_text in {"5", "5O", "50"} for amount in found.amounts)


def test_two_levels_only() -> None:
    found = extracted(
        "2023年度项目支出绩效自评表",
        grid(
            "项目名称|春节慰问|<|<",
            "一级指标|二级指标|分值|自评得分",
            "产出|慰问户数|60|60",
            "效益|群众反映|40|39",
            "合计|<|100|99",
        ),
    )
    assert indicators(found) == ["产出/-/慰问户数 60→60", "效益/-/群众反映 40→39"]
    assert total(found) == "99"


def test_self_score_beside_the_score_of_a_review() -> None:
    found = extracted(
        "2023年度项目支出绩效自评表",
        grid(
            "项目名称|春节慰问|<|<|<|<",
            "一级指标|二级指标|三级指标|分值|自评得分|复核得分",
            "产出|数量|慰问户数|60|60|55",
            "效益|社会|群众反映|40|39|38",
            "合计|<|<|100|99|93",
        ),
    )
    assert indicators(found) == ["产出/数量/慰问户数 60→60", "效益/社会/群众反映 40→39"]
    assert total(found) == "99"
    assert not found.unplaced


@pytest.mark.parametrize("written", [on_grid, as_rows, as_pipes, as_markdown])
def test_the_score_of_a_review_below_one_heading_with_the_unit_s(written: Callable[[Form], Document]) -> None:
    found = extract(
        written(
            (
                "2023年度财政项目支出绩效自评复核表",
                (
                    "项目名称|社区矫正|<|<|<|<|<|<|<",
                    "一级指标|二级指标|三级指标|目标值|完成值|分值|得分|<|复核说明",
                    "^|^|^|^|^|^|自评|复核|^",
                    "产出|数量|矫正人数|120人|118人|40|39.5|39|按比例",
                    "效益|社会|再犯率|≤2%|1.5%|60|60|58|",
                    "合计|<|<|<|<|100|99.5|97|",
                ),
            )
        )
    )
    assert indicators(found) == ["产出/数量/矫正人数 40→39.5", "效益/社会/再犯率 60→60"]
    assert total(found) == "99.5"
    assert "100" in [amount.value_text for amount in found.amounts if amount.measure == "section_weight"]


@pytest.mark.parametrize("written", [on_grid, as_rows, as_pipes, as_markdown])
def test_points_before_the_names(written: Callable[[Form], Document]) -> None:
    found = extract(
        written(
            (
                "2022年度项目支出绩效自评表",
                (
                    "项目名称|森林防火|<|<|<|<|<",
                    "得分|分值|一级指标|二级指标|三级指标|完成值|指标值",
                    "60|60|产出指标|数量指标|巡护里程|3200公里|≥3000公里",
                    "37|40|效益指标|生态效益指标|火灾受害率|0.9‰|≤0.8‰",
                    "97|100|合计|<|<|<|<",
                ),
            )
        )
    )
    assert indicators(found) == ["产出指标/数量指标/巡护里程 60→60", "效益指标/生态效益指标/火灾受害率 40→37"]
    assert targets(found) == ["≥ 3000 公里 3200公里", "≤ 0.8 ‰ 0.9‰"]
    assert total(found) == "97"


def test_of_several_figures_without_a_heading_of_scores_the_total_of_weights_is_what_they_sum_to() -> None:
    found = extracted(
        "2023年度项目支出绩效自评表",
        table(
            "项目名称|春节慰问",
            "一级指标|二级指标|三级指标|完成值|分值|考评组意见",
            "产出|数量|慰问户数|30|60|58",
            "效益|社会|群众反映|好|40|39",
            "合计|100|97",
        ),
    )
    assert total(found) is None
    assert [a.value_text for a in found.amounts if a.measure == "section_weight"] == ["100"]


def test_a_total_above_the_rows() -> None:
    found = extracted(
        "2023年度项目支出绩效自评表",
        grid(
            "项目名称|春节慰问|<|<|<",
            "一级指标|二级指标|三级指标|分值|得分",
            "总分|<|<|100|99",
            "产出|数量|慰问户数|60|60",
            "效益|社会|群众反映|40|39",
        ),
    )
    assert indicators(found) == ["产出/数量/慰问户数 60→60", "效益/社会/群众反映 40→39"]
    assert total(found) == "99"


def test_a_table_cut_by_a_page_with_its_heading_again() -> None:
    heading = "一级指标|二级指标|三级指标|分值|得分"
    found = extracted(
        "2023年度项目支出绩效自评表",
        table("项目名称|春节慰问", heading, "产出|数量|慰问户数|60|60"),
        table(heading, "效益|社会|群众反映|40|39", "总分|||100|99"),
    )
    assert indicators(found) == ["产出/数量/慰问户数 60→60", "效益/社会/群众反映 40→39"]
    assert total(found) == "99"


def test_the_total_of_weights_is_not_taken_for_a_score() -> None:
    found = extracted(
        "2023年度项目支出绩效自评表",
        table(
            "项目名称|春节慰问",
            "一级指标|二级指标|三级指标|指标值|完成值|分值|得分",
            "产出|数量|慰问户数|30|30|60|58",
            "效益|社会|群众反映|好|好|40|39",
            "合计|100|",
        ),
    )
    assert total(found) is None


def test_percentages_without_a_sign_and_money_in_the_corner() -> None:
    found = extracted(
        "2023年度项目支出绩效自评表",
        "金额单位：元",
        grid(
            "项目名称|春节慰问|<|<|<",
            "资金来源|预算数|到位资金|实际使用|支出进度",
            "财政拨款|50,000|50,000|37,500|75",
            "自筹资金|10,000|10,000|10,000|1",
            "合计|60,000|60,000|47,500|0.7917",
            "一级指标|二级指标|三级指标|分值|得分",
            "产出|数量|慰问户数|100|98",
        ),
    )
    assert {amount.unit for amount in found.amounts if amount.measure == "executed"} == {"yuan"}
    assert [(a.value_text, a.unit) for a in found.amounts if a.measure == "execution_rate"] == [
        ("75", "percent"),
        ("1", "fraction"),
        ("0.7917", "fraction"),
    ]
    assert [line.line_kind for line in found.funding_lines] == ["source", "source", "total"]
    assert [line.parent_line_no for line in found.funding_lines] == [3, 3, None]
    assert found.funding_lines[2].is_headline


def test_monitoring_during_the_year_is_no_evaluation() -> None:
    found = extracted(
        "2023年度项目支出绩效运行监控表",
        grid(
            "项目名称|春节慰问|<|<|<",
            "资金|年初预算数|1-7月执行数|全年预计执行数|执行率",
            "年度资金总额|50|20|50|40%",
            "一级指标|二级指标|三级指标|年度指标值|1-7月完成情况",
            "产出|数量|慰问户数|30|12",
        ),
    )
    assert found.reports == []
