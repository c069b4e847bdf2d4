"""Rows of funds in which the cell of an amount is missing: which one it is cannot be told, and is not guessed."""

from __future__ import annotations

from support.documents import table
from support.told import extracted, money

TITLE = "2022年甲镇部门整体支出绩效自评表"
HEAD = "预算执行情况（万元）|预算数(A)|执行数(B)|执行率(B/A)|得分"
RESULTS = table(
    "一级指标|二级指标|三级指标|年初目标值|实际完成值|得分", "产出指标|数量指标|办结信访件数|168起|168起|80"
)


def test_one_of_two_amounts_is_missing() -> None:
    found = extracted(TITLE, table(HEAD, "部门整体支出总额|864.2|100%|20"), "以下为指标。", RESULTS)
    assert money(found) == {}
    assert [unplaced.value_text for unplaced in found.unplaced] == ["864.2", "100%", "20"]


def test_all_amounts_are_there() -> None:
    whole = {"annual_budget": "864.2 wan", "executed": "860 wan", "execution_rate": "99.5 percent"}
    found = extracted(TITLE, table(HEAD, "部门整体支出总额|864.2|860|99.5%|19.9"), "以下为指标。", RESULTS)
    assert money(found) == {"部门整体支出总额 *": whole}
    head = "预算执行情况（万元）||预算数(A)|执行数(B)|执行率(B/A)|得分"
    found = extracted(TITLE, table(head, "部门整体支出总额|864.2|860|99.5%|19.9"), "以下为指标。", RESULTS)
    assert money(found) == {"部门整体支出总额 *": whole}
