"""What stands above the first title of a document and is the rest of another report: it is no part of the one below."""

from __future__ import annotations

from support.documents import table
from support.told import extracted, money, total

ABOVE = (
    ("宣讲知晓率", "=", "100", "%", "100", "6", "5"),
    ("满意度指标", "服务对象满意度指标", "参与人员满意度", "≥", "95", "%", "96", "7", "7"),
    ("合计", "100", "97"),
    ("评价结论", "较好完成年度任务"),
    ("存在问题", "资金到位较晚"),
)
TITLE = ("部门预算项目支出绩效自评表（2022年度）",)
BELOW = (
    ("项目名称", "执法服装购置"),
    ("主管部门", "某县文化局", "实施单位", "某县文化执法大队"),
    ("预算执行情况", "年初预算", "调整后预算数", "预算执行数", "预算执行率", "权重", "得分"),
    ("总额", "3.75", "3.75", "3.75", "100%", "10", "10"),
)


def test_the_foot_of_a_form_is_told_and_not_given_to_the_next() -> None:
    found = extracted(table(*ABOVE, TITLE, *BELOW))
    assert [(report.project_name, report.title_year) for report in found.reports] == [("执法服装购置", 2022)]
    assert list(money(found)) == ["总额 *"]
    assert total(found) is None
    assert not found.issues
    assert [figure.value_text for figure in found.unplaced] == [
        *("100", "100", "6", "5"),
        *("95", "96", "7", "7"),
        *("100", "97"),
    ]


def test_the_score_of_a_unit_above_the_report_on_a_project_is_the_units() -> None:
    found = extracted(
        "根据评价指标体系，某县移民局2020年整体支出绩效自评得分为95分。",
        "附件2",
        "某县2020年度库区扶持资金项目绩效评价报告",
        "一、项目概况",
        "全年下达扶持资金272万元。",
    )
    assert [(report.subject, report.project_name) for report in found.reports] == [
        ("department", None),
        ("project", "库区扶持资金"),
    ]
    assert (total(found, 1), total(found, 2)) == ("95", None)


def test_a_score_above_the_title_of_the_same_units_report_is_its_own() -> None:
    found = extracted(
        "某县移民局2020年整体支出绩效自评得分为95分。",
        "某县移民局2020年度部门整体支出绩效自评报告",
        "一、基本情况",
        "全年预算272万元，支出270万元。",
    )
    assert [total(found, report.report_no) for report in found.reports] == ["95"]
