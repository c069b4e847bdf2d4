"""Money beside the budget: what was drafted, agreed upon, invested or paid for a contract. Expectations are written by
hand."""

from __future__ import annotations

import pytest

from support.told import doubted, extracted, money

PROJECT = "东山县2022年社区养老服务项目支出绩效自评报告"


def lines(*blocks: str) -> dict[str, dict[str, str]]:
    return money(extracted(PROJECT, *blocks))


def told(*blocks: str) -> list[str]:
    return doubted(extracted(PROJECT, *blocks))


def test_what_was_drafted_is_no_budget_beside_what_was_approved() -> None:
    text = "预算编制80万元，财政批复75万元，支出70万元。"
    assert lines(text) == {"财政批复 *": {"appropriated": "75 wan", "executed": "70 wan"}}
    assert lines("预算编制80万元，支出70万元。") == {"预算编制 *": {"annual_budget": "80 wan", "executed": "70 wan"}}


def test_what_arrives_of_an_agreement_is_no_money_of_the_budget() -> None:
    text = "工作经费预算80万元，支出62万元。签约项目26个，协议资金118亿元，到位资金32.5亿元。"
    assert lines(text) == {"工作经费预算 *": {"annual_budget": "80 wan", "executed": "62 wan"}}


def test_spending_of_bonds_is_not_all_that_is_spent_of_a_larger_investment() -> None:
    text = "项目总投资5000万元，其中申请专项债券3000万元。截至2022年底已使用债券资金2000万元。"
    assert lines(text) == {}
    assert told(text) == ["2000"]


@pytest.mark.parametrize("text", ["已付合同款的80%即52万元，预算70万元。", "预算70万元，支付合同款52万元。"])
def test_what_was_paid_for_a_contract_is_told(text: str) -> None:
    assert lines(text) == {"预算 *": {"annual_budget": "70 wan"}}
    assert told(text) == ["52"]


def test_money_within_the_budget_is_spent_where_it_is_a_part_of_spending() -> None:
    text = "财政安排100万元，支出90万元，其中预算内资金60万元，债券资金30万元。"
    assert lines(text)["预算内资金"] == {"executed": "60 wan"}


def test_what_the_writers_own_division_matches_is_not_of_the_whole() -> None:
    text = (
        "中央和省级资金共下达1150万元，其中中央800万元、省350万元；我市配套资金预算300万元，实际到位180万元。"
        "总支出1280万元。"
    )
    assert lines(text)["我市配套资金预算"] == {"annual_budget": "300 wan", "funds_received": "180 wan"}


def test_investments_of_givers_come_to_what_arrived() -> None:
    text = "收到中央投资1488万元，地方配套资金到位200万元，合计到位1688万元，支出1406.6万元。"
    assert lines(text) == {
        "合计到位 *": {"funds_received": "1688 wan", "executed": "1406.6 wan"},
        "中央投资": {"funds_received": "1488 wan"},
        "地方配套资金到位": {"funds_received": "200 wan"},
    }


def test_a_budget_is_the_initial_one_where_the_next_is_after_its_change() -> None:
    text = "2022年安排预算资金240万元。收回资金12万元，调整后预算228万元，支出228万元。"
    [whole] = lines(text).values()
    assert whole == {"initial_budget": "240 wan", "annual_budget": "228 wan", "executed": "228 wan"}


def test_spending_that_a_budget_provides_for_is_the_budget() -> None:
    text = "2022年预算安排政府债务付息支出8640万元，实际付息8596.4万元，预算执行率99.5%。"
    [whole] = money(extracted("东山县2022年政府债务利息支出项目绩效自评报告", text)).values()
    assert whole == {"annual_budget": "8640 wan", "executed": "8596.4 wan", "execution_rate": "99.5 percent"}


def test_money_that_a_bureau_takes_back_was_not_given() -> None:
    found = lines("预算240万元，县财政收回资金12万元，支出228万元。")
    assert found == {"预算 *": {"annual_budget": "240 wan", "executed": "228 wan"}}


def test_funds_that_go_by_the_name_of_what_they_are_for_are_of_their_giver() -> None:
    text = "中央财政森林生态效益补偿资金1125万元，省财政森林生态效益补偿资金375万元，由县财政局下达。"
    assert list(lines(text).values()) == [{"appropriated": "1125 wan"}, {"appropriated": "375 wan"}]


def test_what_is_left_over_says_that_the_payment_is_all() -> None:
    text = "预算安排专项资金1000万元，兑付奖补资金912万元，剩余88万元收回国库。"
    assert list(lines(text).values()) == [{"appropriated": "1000 wan", "executed": "912 wan"}]


def test_bonds_of_which_more_is_spent_than_the_budget_are_not_the_reports_own() -> None:
    text = "已申请专项债券资金支付9600万元，市里应承担增加投资共9925万元，市级预算安排80%计260万元，隆阳区承担65万元。"
    found = extracted(PROJECT, text, "市财政下达建设经费260万元。")
    assert not any("executed" in line for line in money(found).values())
    assert next(amount.measure for amount in found.amounts if amount.value_text == "9600") == "other_amount"
