"""Columns of what was added to a budget and of what was taken away: neither of them is the adjustment."""

from __future__ import annotations

import pytest

from ingest.records import Extraction
from support.documents import grid
from support.told import extracted, money

INDICATORS = (
    "一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因",
    "产出指标|数量指标|清淤长度|12公里|12公里|90|90|",
)


def _read(headings: str, figures: str) -> Extraction:
    return extracted(
        "项目支出绩效自评表（2023年度）",
        grid(
            "项目名称|河道清淤|<|<|<|<|<|<",
            f"项目资金（万元）|年初预算数|{headings}|全年预算数|全年执行数|执行率|得分",
            f"年度资金总额|100|{figures}|110|99|90%|9",
            *INDICATORS,
        ),
    )


def test_what_was_added_and_what_was_taken_away_are_told() -> None:
    found = _read("追加|调减", "20|10")
    assert money(found)["年度资金总额 *"] == {
        "initial_budget": "100 wan",
        "annual_budget": "110 wan",
        "executed": "99 wan",
        "execution_rate": "90 percent",
    }
    assert [figure.value_text for figure in found.unplaced] == ["20", "10"]


@pytest.mark.parametrize(("headings", "figures"), [("追加|调整数", "20|10"), ("预算调整数|调减", "10|10")])
def test_the_adjustment_beside_its_parts_counts(headings: str, figures: str) -> None:
    found = _read(headings, figures)
    assert money(found)["年度资金总额 *"]["budget_adjustment"] == "10 wan"
    assert len(found.unplaced) == 1


@pytest.mark.parametrize("heading", ["调整数", "年中调整", "追加", "调减"])
def test_one_column_of_adjustments_is_read(heading: str) -> None:
    found = extracted(
        "项目支出绩效自评表（2023年度）",
        grid(
            "项目名称|河道清淤|<|<|<|<|<|<",
            f"项目资金（万元）|年初预算数|{heading}|全年预算数|全年执行数|分值|执行率|得分",
            "年度资金总额|100|10|110|99|10|90%|9",
            *INDICATORS,
        ),
    )
    assert money(found)["年度资金总额 *"]["budget_adjustment"] == "10 wan"
