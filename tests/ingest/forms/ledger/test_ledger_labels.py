import pytest

from ingest.forms.ledger.labels import column


@pytest.mark.parametrize(
    ("texts", "concept", "span", "unit"),
    [
        (("单位名称",), "organization_name", None, None),
        (("主管部门",), "department_name", None, None),
        (("预算项目名称",), "project_name", None, None),
        (("项目\n编码",), "project_code", None, None),
        (("县区名称",), "region_name", None, None),
        (("资金性质",), "fund_text", None, None),
        (("月份",), "month", None, None),
        (("指标金额（元）",), "annual_budget", None, "yuan"),
        (("全年预算数（万元）(A)",), "annual_budget", None, "wan"),
        (("预算情况", "年初预算"), "initial_budget", None, None),
        (("预算情况", "调整预算数"), "annual_budget", None, None),
        (("追加（追减）预算数",), "budget_adjustment", None, None),
        (("年中追加数",), "budget_adjustment", None, None),
        (("预算（万元）", "调整后"), "annual_budget", None, "wan"),
        (("已下达计划",), "issued", None, None),
        (("指标余额",), "balance", None, None),
        (("未支付金额",), "balance", None, None),
        (("本月支出数",), "executed", "in_month", None),
        (("支出情况", "本月"), "executed", "in_month", None),
        (("当月国库支付数",), "executed", "in_month", None),
        (("累计支出",), "executed", "to_date", None),
        (("1-5月支出数",), "executed", "to_date", None),
        (("截至5月底累计支付数",), "executed", "to_date", None),
        (("支出数（元）", "其中：本月"), "executed", "in_month", "yuan"),
        (("资金拨付",), "issued", None, None),
        (("项目单位",), "organization_name", None, None),
        (("单位/项目",), "subject_name", None, None),
        (("单位（项目）名称",), "subject_name", None, None),
        (("已支付",), "executed", None, None),
        (("支出数", "合计"), "executed", None, None),
        (("支付进度%",), "execution_rate", None, "percent"),
        (("预算执行率",), "execution_rate", None, None),
        (("占年初预算%",), "execution_rate", None, "percent"),
        (("序时进度",), "other", None, None),
        (("与序时进度差距",), "other", None, None),
        (("上年同期累计支出",), "other", None, None),
        (("预计全年执行数",), "other", None, None),
        (("指标文号",), "other", None, None),
        (("功能分类科目",), "class", None, None),
        (("科目编码", "款"), "class", None, None),
        (("联系电话",), "other", None, None),
    ],
)
def test_headings(texts: tuple[str, ...], concept: str | None, span: str | None, unit: str | None) -> None:
    found = column(texts)
    assert (found.concept, found.span, found.unit) == (concept, span, unit)
