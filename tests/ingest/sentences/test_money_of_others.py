"""Sentences in which money of other years, divisions and kinds stands beside the project's own."""

from __future__ import annotations

from ingest.records import Extraction
from support.documents import grid
from support.told import extracted, money


def lines(found: Extraction) -> list[dict[str, str]]:
    return list(money(found).values())


def elsewhere(found: Extraction) -> list[tuple[str, str]]:
    return [(a.measure, a.value_text) for a in found.amounts if a.line_no is None and a.unit != "points"]


def test_what_a_whole_province_was_given_is_not_the_county_s() -> None:
    found = extracted(
        "白水县公安局2022年度办案业务费绩效自评报告",
        "2022年全省共下达政法转移支付资金12亿元。其中下达我县350万元，到位350万元。",
        "全年追缴涉案资金1,280万元。截至2022年12月31日，办案业务费实际支出341.6万元，执行率97.6%。",
    )
    assert lines(found) == [
        {
            "appropriated": "350 wan",
            "funds_received": "350 wan",
            "executed": "341.6 wan",
            "execution_rate": "97.6 percent",
        }
    ]
    assert elsewhere(found) == [("other_amount", "12"), ("other_amount", "1,280")]


def test_spending_of_the_whole_hospital_is_not_the_project_s() -> None:
    found = extracted(
        "南州人民医院2023年度医疗设备购置项目绩效自评报告",
        "2023年度财政预算安排900万元，实际到位资金850万元。",
        "2023年医院医疗收入3.2亿元，事业支出3.1亿元。",
        "项目资金支出共计812.75万元，其中：CT设备500万元，检验设备312.75万元。",
    )
    assert lines(found) == [
        {"annual_budget": "900 wan", "funds_received": "850 wan", "executed": "812.75 wan"},
        {"executed": "500 wan"},
        {"executed": "312.75 wan"},
    ]
    assert elsewhere(found) == [("revenue", "3.2"), ("executed", "3.1")]
    assert not found.notices


def test_the_year_in_brackets_ends_with_them() -> None:
    found = extracted(
        "东岭市图书馆2023年度免费开放补助项目绩效自评报告",
        "2023年预算60万元（2022年预算55万元，增长9.09%），其中中央40万元，市级20万元。",
        "2023年实际支出58.2万元（2022年：54万元），执行率97%。",
    )
    assert lines(found) == [
        {"annual_budget": "60 wan", "executed": "58.2 wan", "execution_rate": "97 percent"},
        {"annual_budget": "40 wan"},
        {"annual_budget": "20 wan"},
    ]
    assert elsewhere(found) == [("annual_budget", "55"), ("other_rate", "9.09"), ("other_amount", "54")]


def test_a_bracket_without_figures_brings_no_year_back() -> None:
    found = extracted(
        "东岭市图书馆2023年度免费开放补助项目绩效自评报告",
        "2022年预算60万元（2021年55万元），支出59万元；2023年预算70万元（财政拨款），支出65万元。",
    )
    assert lines(found) == [{"annual_budget": "70 wan", "executed": "65 wan"}]


def test_what_was_handed_out_was_spent_where_the_project_is_named_after_it() -> None:
    title = "平川县民政局2021年度城乡低保资金绩效自评报告"
    received = "2021年共收到各级低保资金4,560万元。"
    spent = extracted(title, received, "全年共发放低保金4,498.6万元，人均月补助457元。")
    assert lines(spent) == [{"funds_received": "4,560 wan", "executed": "4,498.6 wan"}]
    other = extracted(title, received, "全年共发放慰问金12万元。")
    assert lines(other) == [{"funds_received": "4,560 wan"}]


def test_yuan_and_wan_of_one_budget_that_was_cut() -> None:
    found = extracted(
        "云溪县卫健局2023年疫情防控经费项目绩效自评报告",
        "项目年初预算3,000,000元，年中核减500,000元，调整后250万元，全部到位。全年支付2,378,900元。",
    )
    assert lines(found) == [
        {
            "initial_budget": "3,000,000 yuan",
            "budget_adjustment": "500,000 yuan",
            "annual_budget": "250 wan",
            "executed": "2,378,900 yuan",
        }
    ]
    assert not found.notices


def test_two_sums_spent_are_told_unless_one_is_rounded() -> None:
    title = "云溪县水务局2023年度河道清淤项目绩效自评报告"
    found = extracted(title, "预算50万元，支出45.26万元。", "全年累计支出45.3万元。", "全年实际支出48万元。")
    assert [notice.detail for notice in found.notices] == ["另有不同的支出金额 / another amount spent：48"]


BONDS = (
    "项目名称|河道清淤|<|<|<|<",
    "债券类型|债券名称|发行金额（万元）|到位金额（万元）|支出金额（万元）|支出进度",
    "专项债券|23青石01|2000|1900|1500|78.95%",
    "专项债券|23青石02|1000|1000|800|80%",
    "合计|<|3000|2900|2300|79.31%",
)


def test_what_bonds_brought_in_is_received_and_what_was_issued_is_told() -> None:
    found = extracted("2023年度专项债券项目支出绩效自评表", grid(*BONDS))
    assert money(found) == {
        "专项债券 23青石01": {"funds_received": "1900 wan", "executed": "1500 wan", "execution_rate": "78.95 percent"},
        "专项债券 23青石02": {"funds_received": "1000 wan", "executed": "800 wan", "execution_rate": "80 percent"},
        "合计 *": {"funds_received": "2900 wan", "executed": "2300 wan", "execution_rate": "79.31 percent"},
    }
    assert [(figure.about, figure.value_text) for figure in found.unplaced] == [
        ("发行金额（万元）", amount) for amount in ("2000", "1000", "3000")
    ]


def test_the_quota_of_bonds_is_told() -> None:
    found = extracted(
        "2023年度专项债券项目支出绩效自评表",
        grid(
            "项目名称|河道清淤|<|<|<",
            "专项债券资金（万元）|债券额度|债券发行金额|债券支出金额|支出率",
            "专项债券|3000|2900|2300|79.31%",
            "一级指标|二级指标|三级指标|分值|得分",
            "产出指标|数量指标|清淤长度|100|95",
        ),
    )
    assert money(found) == {}
    assert [figure.value_text for figure in found.unplaced] == ["3000", "2900", "2300", "79.31%"]


def test_what_each_gets_is_no_spending() -> None:
    found = extracted(
        "白水县统计局2023年度记账户补贴项目绩效自评报告",
        "年初预算6万元。",
        "全年给120户发放40元每月的记账补贴，另支付慰问品80元/户。",
        "全年支出5.76万元。",
    )
    assert lines(found) == [{"initial_budget": "6 wan", "executed": "5.76 wan"}]
    assert elsewhere(found) == [("other_amount", "40"), ("other_amount", "80")]
