"""A report or a chapter of accounts above the forms of several projects; expectations written by hand."""

from __future__ import annotations

import pytest

from ingest.document import Table
from ingest.records import Extraction
from support.documents import grid
from support.told import doubted, extracted, money, total

REPORT = "青禾县水利局2023年度项目支出绩效自评报告"
ACCOUNTS = (
    "青禾县水利局2023年度部门决算",
    "一、收入支出决算总体情况说明",
    "2023年度收入总计900万元。",
    "六、预算绩效情况说明",
)
REPAIR = "（1）塘坝整治项目绩效自评综述：项目绩效自评得分为96分。全年预算数为300万元，执行数为285万元，完成预算的95%。"
DREDGE = "（2）渠道清淤项目绩效自评综述：项目绩效自评得分为98分。全年预算数为200万元，执行数为200万元，完成预算的100%。"


def form(project: str, budget: str, spent: str, rate: str, score: str) -> Table:
    return grid(
        f"项目名称|{project}|<|<|<|<",
        "主管部门|青禾县水利局|<|实施单位|青禾县水利局|<",
        "项目资金（万元）||全年预算数|全年执行数|执行率|<",
        f"^|年度资金总额|{budget}|{spent}|{rate}|<",
        "一级指标|二级指标|三级指标|指标值|分值|得分",
        f"产出指标|数量指标|完成处数|12处|100|{score}",
    )


FORMS = (
    "项目支出绩效自评表",
    form("塘坝整治项目", "300", "285", "95%", "96"),
    "项目支出绩效自评表",
    form("渠道清淤项目", "200", "200", "100%", "98"),
)


def beside(found: Extraction, report_no: int) -> list[tuple[str, str]]:
    """The figures of prose with what they are."""
    own = (a for a in found.amounts if a.report_no == report_no and a.origin == "narrative")
    return [(a.measure, a.value_text) for a in own]


@pytest.mark.parametrize("above", [(REPORT, "二、自评结果"), ACCOUNTS])
def test_each_project_has_the_paragraph_that_names_it(above: tuple[str, ...]) -> None:
    found = extracted(*above, REPAIR, DREDGE, *FORMS)
    assert [report.project_name for report in found.reports] == ["塘坝整治项目", "渠道清淤项目"]
    assert [report.title for report in found.reports] == ["项目支出绩效自评表"] * 2
    assert beside(found, 1) == [
        ("total_score", "96"),
        ("annual_budget", "300"),
        ("executed", "285"),
        ("execution_rate", "95"),
    ]
    assert beside(found, 2) == [
        ("total_score", "98"),
        ("annual_budget", "200"),
        ("executed", "200"),
        ("execution_rate", "100"),
    ]
    assert [total(found, number) for number in (1, 2)] == ["96", "98"]
    assert not found.notices


@pytest.mark.parametrize(
    "said",
    [
        "开展绩效评价项目2个，全年预算数500万元，全年执行数485万元。",
        "我局对2个项目开展自评，预算500万元，支出485万元。",
    ],
)
def test_what_is_said_of_all_is_no_money_of_the_first(said: str) -> None:
    found = extracted(REPORT, said, *FORMS)
    assert beside(found, 1) == [("other_amount", "500"), ("other_amount", "485")]
    assert money(found, 1)["年度资金总额 *"]["annual_budget"] == "300 wan"
    assert not found.notices


def test_an_average_score_is_told() -> None:
    found = extracted(REPORT, "2个项目平均得分97分。", *FORMS)
    assert doubted(found) == ["97"]


def test_a_report_above_the_form_of_its_own_project_is_of_it() -> None:
    found = extracted(REPORT, "全年预算300万元，支出285万元。", FORMS[0], FORMS[1])
    assert beside(found, 1) == [("annual_budget", "300"), ("executed", "285")]


def test_a_chapter_on_the_whole_unit_keeps_no_money_of_the_project_below_it() -> None:
    whole = "组织对部门整体支出开展绩效评价，部门整体支出绩效评价得分93分。"
    found = extracted(*ACCOUNTS, whole, REPAIR, *FORMS[:2])
    assert [(report.subject, report.project_name) for report in found.reports] == [
        ("department", None),
        ("project", "塘坝整治项目"),
    ]
    assert beside(found, 1) == [("total_score", "93")]
    assert [value for _, value in beside(found, 2)] == ["96", "300", "285", "95"]
    assert not found.notices
