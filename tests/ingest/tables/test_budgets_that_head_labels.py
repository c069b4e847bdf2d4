"""Funding tables of text in which the first of several budget headings stands over the labels of the lines."""

from __future__ import annotations

import pytest

from support.documents import table
from support.told import extracted, indicators, money

FORM = ("项目名称|仓房维修||||||||", "实施单位|青木县粮食储备中心|||||||")
HEADING = "预算执行情况（10分）|年度预算数（万元）|年初预算|调整后预算数|预算执行数|预算执行率|权重|得分|原因"
WHOLE = {"initial_budget": "60 wan", "annual_budget": "64 wan", "executed": "48 wan", "execution_rate": "75 percent"}


def test_the_rate_says_how_far_the_rows_are_filled_up() -> None:
    found = extracted(
        "部门预算项目支出绩效自评表（2023年度）",
        table(
            *FORM,
            HEADING,
            "总额|60|64|48|75%|10|7.5||",
            "其中：财政资金|60|64|48|75%|/|/||",
            "单位资金|0|0|0||/|/||",
        ),
    )
    nothing = {"initial_budget": "0 wan", "annual_budget": "0 wan", "executed": "0 wan"}
    assert money(found) == {"总额 *": WHOLE, "其中：财政资金": WHOLE, "单位资金": nothing}
    assert indicators(found) == ["-/-/执行率 10→7.5"]


@pytest.mark.parametrize("rate", ["", "—", "75"])
def test_without_a_percentage_nothing_is_placed(rate: str) -> None:
    found = extracted(
        "部门预算项目支出绩效自评表（2023年度）", table(*FORM, HEADING, f"总额|60|64|48|{rate}|10|7.5||", "合计得分|97")
    )
    assert money(found) == {}
    told = " ".join(figure.value_text for figure in found.unplaced)
    assert not found.reports or {"60", "64", "48"} <= {*told.split()}


def test_rows_that_are_not_filled_up() -> None:
    found = extracted("部门预算项目支出绩效自评表（2023年度）", table(HEADING, "总额|60|64|48|75%|10|7.5|"))
    assert money(found) == {"总额 *": WHOLE}
