"""Money that an evaluation covers (涉及资金) is neither spent nor the budget of one project, told by hand."""

from __future__ import annotations

import pytest

from support.documents import table
from support.told import extracted, money

SEVERAL = "东山县城管局2022年度项目支出绩效自评报告"
DEPARTMENT = "东山县城管局2022年度部门整体支出绩效自评报告"


def test_the_money_covered_is_not_spent_though_the_clause_before_speaks_of_spending() -> None:
    found = extracted(
        SEVERAL,
        "我局对2022年度预算项目支出全面开展绩效自评，包括项目9个，涉及资金745.2万元。",
        "道路保洁项目年初预算40万元，全年支出38万元，执行率95%。",
    )
    assert list(money(found).values()) == [
        {"initial_budget": "40 wan", "executed": "38 wan", "execution_rate": "95 percent"}
    ]
    assert [amount.measure for amount in found.amounts if amount.value_text == "745.2"] == ["other_amount"]


def test_the_money_covered_is_no_amount_of_the_form_below() -> None:
    form = table(
        ["项目名称", "路灯维护", "实施单位", "东山县城管局"],
        ["项目资金（万元）", "全年预算数", "全年执行数", "执行率"],
        ["年度资金总额", "60", "54", "90%"],
    )
    found = extracted(
        "我局组织对预算项目支出开展绩效自评，涉及项目9个，涉及资金745.2万元，占项目支出总额的100%。",
        "项目支出绩效自评表（2022年度）",
        form,
    )
    assert money(found) == {
        "年度资金总额 *": {"annual_budget": "60 wan", "executed": "54 wan", "execution_rate": "90 percent"}
    }
    [covered] = [amount for amount in found.amounts if amount.value_text == "745.2"]
    assert (covered.measure, covered.line_no) == ("other_amount", None)


@pytest.mark.parametrize("account", ["一般公共预算", "政府性基金预算"])
def test_covered_spending_of_an_account_is_not_what_was_spent(account: str) -> None:
    found = extracted(
        SEVERAL,
        f"组织对“管网改造”等1个项目开展部门评价，涉及{account}支出150万元。",
        "该项目自评得分94分。全年预算数为150万元，执行数为139.5万元，完成预算的93%。",
    )
    assert money(found) == {
        "全年预算数 *": {"annual_budget": "150 wan", "executed": "139.5 wan", "execution_rate": "93 percent"}
    }


def test_the_budget_covered_is_the_total_of_the_projects_below() -> None:
    found = extracted(
        SEVERAL,
        "2022年我局对2个项目开展绩效自评，涉及预算资金900万元，实际支出840万元。",
        "1.围栏维修项目。全年预算500万元，支出460万元。",
        "2.灯杆补贴项目。全年预算400万元，支出380万元。",
    )
    assert money(found) == {
        "涉及预算资金 *": {"annual_budget": "900 wan", "executed": "840 wan"},
        "围栏维修项目": {"annual_budget": "500 wan", "executed": "460 wan"},
        "灯杆补贴项目": {"annual_budget": "400 wan", "executed": "380 wan"},
    }


def test_the_amount_of_the_projects_is_no_budget_of_the_department() -> None:
    found = extracted(
        DEPARTMENT,
        "部门预算总额803.74万元，其中基本支出757.49万元，项目支出46.25万元。",
        "我局有1个项目批复了绩效目标，项目金额46万元。",
    )
    assert money(found) == {
        "部门预算总额 *": {"annual_budget": "803.74 wan"},
        "基本支出": {"annual_budget": "757.49 wan"},
        "项目支出": {"annual_budget": "46.25 wan"},
    }


@pytest.mark.parametrize(
    "covered",
    [
        "组织对9个项目开展绩效自评，共涉及预算资金213万元，占一般公共预算项目支出总额的100%。",
        "组织对9个项目开展绩效评价，资金213万元，占项目支出总额的100%。",
        "组织开展整体支出绩效评价，资金213万元，从评价情况来看较好。",
        "根据预算绩效管理要求对2个项目开展自评，资金213万元。",
    ],
)
def test_the_money_of_all_that_was_evaluated_is_not_that_of_the_one_reported(covered: str) -> None:
    found = extracted(SEVERAL, covered, "法律援助项目自评得分97分。全年预算数为113万元，执行数为105万元。")
    assert money(found) == {"全年预算数 *": {"annual_budget": "113 wan", "executed": "105 wan"}}


def test_spending_as_a_share_of_all_projects_is_spending() -> None:
    found = extracted(SEVERAL, "全年预算50万元，支出40万元，占项目支出总额的20%。")
    assert money(found) == {"全年预算 *": {"annual_budget": "50 wan", "executed": "40 wan"}}
