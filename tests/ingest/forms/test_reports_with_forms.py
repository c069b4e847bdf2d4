"""Reports with the forms of their projects behind them. Expectations are written by hand."""

from ingest.document import Table
from support.documents import table
from support.told import extracted, money

FORM = (
    "项目名称|{0}|主管部门|某县卫生健康局|||",
    "项目资金（万元）|年初预算数|全年预算数|全年执行数|分值|执行率|得分",
    "年度资金总额|{1}|{1}|{1}|10|100%|10",
    "一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分",
    "产出指标|数量指标|服务人数|100人|100人|90|88",
    "总分|||||100|98",
)
SUMMARY = (
    "某县卫生健康局2023年度项目支出绩效自评报告",
    "2023年我局有2个项目开展自评，预算合计50万元，实际支出50万元，执行率100%。",
    "（一）妇幼保健项目",
    "项目预算30万元，执行数30万元，执行率100%，自评得分98分。",
    "（二）急救站点建设项目",
    "项目预算20万元，执行数20万元，执行率100%，自评得分98分。",
)


def form(name: str, amount: str) -> Table:
    return table(*(row.format(name, amount) for row in FORM))


def test_what_sums_up_several_projects_is_no_part_of_the_first_form() -> None:
    found = extracted(
        *SUMMARY,
        "项目支出绩效自评表（一）",
        "（2023年度）",
        form("妇幼保健项目", "30"),
        "项目支出绩效自评表（二）",
        "（2023年度）",
        form("急救站点建设项目", "20"),
    )
    assert [report.project_name for report in found.reports] == ["妇幼保健项目", "急救站点建设项目"]
    assert [list(money(found, number)) for number in (1, 2)] == [["年度资金总额 *"]] * 2
    said = [
        (a.report_no, a.value_text) for a in found.amounts if a.origin == "narrative" and a.measure == "annual_budget"
    ]
    assert said == [(1, "30"), (2, "20")]


def test_a_form_that_a_report_attaches_may_call_the_project_otherwise() -> None:
    report = ("某县卫生健康局2023年度学生营养餐补助项目绩效自评报告", "2023年预算30万元，支出30万元，自评得分98分。")
    title = "项目支出绩效自评表"
    attached = extracted(*report, "附件：项目支出绩效自评表", title, form("义务教育营养餐补助", "30"))
    assert len(attached.reports) == 1
    other = extracted(*report, "附件：项目支出绩效自评表", title, form("校舍维修改造", "30"))
    assert len(other.reports) == 2
    alone = extracted(*report, title, form("义务教育营养餐补助", "30"))
    assert len(alone.reports) == 2
