import pytest

from ingest.lexicon.labels import column_concept, money_unit, row_concept


@pytest.mark.parametrize(
    ("label", "concept"),
    [
        ("年初\n预算数", "initial_budget"),
        ("年初预算（万元）", "initial_budget"),
        ("全年预算数(A)", "annual_budget"),
        ("预算\n确定数", "annual_budget"),
        ("调整后预算数", "annual_budget"),
        ("批复数", "annual_budget"),
        ("转移支付预算数(A)", "annual_budget"),
        ("转移支付执行数(B)", "executed"),
        ("指标下达", "annual_budget"),
        ("预算调整数", "budget_adjustment"),
        ("实际到位数", "funds_received"),
        ("到位资金", "funds_received"),
        ("债券到位金额（万元）", "funds_received"),
        ("专项债券支出金额", "executed"),
        ("全年执行数（B）", "executed"),
        ("执行数（系统提取）", "executed"),
        ("实际使用", "executed"),
        ("执行率（%）", "execution_rate"),
        ("执行率（B/A）", "execution_rate"),
        ("预算执行进度", "execution_rate"),
        ("完成率", "execution_rate"),
        ("分值", "weight"),
        ("权重", "weight"),
        ("标准分", "weight"),
        ("自评得分", "score"),
        ("评价得分", "score"),
        ("三级\n指标", "level3"),
        ("年度指标值", "target"),
        ("实际\n完成值", "actual"),
        ("预算设定指标值", "target"),
        ("项目完成指标值", "actual"),
        ("项目完成情况", None),
        ("指标性质", "operator"),
        ("度量单位", "target_unit"),
        ("扣分情况", "deduction"),
        ("偏差原因分析及改进措施", "reason"),
        ("指标解释", "explanation"),
        ("评价标准", "criteria"),
        ("项目支出明细内容", None),
        ("项目年度支出", None),
        ("项目资金（万元）", None),
    ],
)
def test_columns(label: str, concept: str | None) -> None:
    assert column_concept(label) == concept


@pytest.mark.parametrize(
    ("label", "concept"),
    [
        ("项目名称", "project_name"),
        ("主管部门", "department_name"),
        ("实施\n单位", "organization_name"),
        ("项目实施单位", "organization_name"),
        ("年度总体目标", "goal_heading"),
        ("实际完成情况", "completion_heading"),
        ("评价等次", "grade"),
        ("预算部门、单位名称", "organization_name"),
        ("总分", "total"),
        ("合 计", "total"),
        ("项目负责人", "person"),
        ("联系人及电话", "person"),
        ("联系人及联系方式", "person"),
        ("问题和建议", "issues"),
    ],
)
def test_rows(label: str, concept: str) -> None:
    assert row_concept(label) == concept


def test_units_in_headings_and_corners() -> None:
    assert money_unit("项目资金 (万元)") == "wan"
    assert money_unit("单位：元") == "yuan"
    assert money_unit("金额单位：亿元") == "yi"
    assert money_unit("年初预算数") is None
