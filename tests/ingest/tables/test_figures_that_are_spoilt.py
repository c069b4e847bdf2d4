"""Rows in which a mark of the converter has spoilt figures: none of those left moves under another heading."""

from __future__ import annotations

import pytest

from support.documents import grid, table
from support.told import extracted, indicators, money, total

HEAD = ("项目名称|渡口照明|主管部门|交通运输局",)


@pytest.mark.parametrize("mark", ["?", "？", "*)"])
def test_whole_figures_stay_under_their_headings(mark: str) -> None:
    found = extracted(
        "2024年度项目支出绩效自评表",
        table(
            *HEAD,
            "年初预算数|全年预算数|全年执行数|执行率|执行率权重|执行率得分",
            f"其中：财政拨款|812,400.00{mark}|906,300.50{mark}|870,048.48{mark}|96|10|9.6{mark}",
        ),
    )
    assert money(found) == {"其中：财政拨款 *": {"execution_rate": "96 percent"}}
    assert indicators(found) == ["-/-/执行率 10→-"]


def test_spoilt_figures_are_told() -> None:
    found = extracted(
        "2024年度项目支出绩效自评表",
        table(
            *HEAD,
            "年初预算数|全年预算数|全年执行数|执行率|执行率权重|执行率得分",
            "年度总金额|812,400.00?|906,300.50?|870,048.48?||",
            "其中：财政拨款|812,400.00?|906,300.50?|870,048.48?|96|10|9.6?",
        ),
    )
    assert [figure.value_text for figure in found.unplaced] == [
        *("812,400.00?", "906,300.50?", "870,048.48?"),
        *("812,400.00?", "906,300.50?", "870,048.48?", "9.6?"),
    ]


@pytest.mark.parametrize("nothing", ["—", "-", "/", "无"])
def test_a_mark_for_nothing_holds_the_place_of_its_figure(nothing: str) -> None:
    found = extracted(
        "2024年度项目支出绩效自评表",
        table(
            *HEAD,
            "年初预算数|全年预算数|全年执行数|执行率|执行率得分",
            f"年度总金额|{nothing}|90|81|90|9",
            f"其中：财政拨款|{nothing}|90|81|90|",
        ),
    )
    amounts = {"annual_budget": "90 wan", "executed": "81 wan", "execution_rate": "90 percent"}
    assert money(found) == {"年度总金额 *": amounts, "其中：财政拨款": amounts}


def test_points_in_one_column_with_why_they_are_lost() -> None:
    found = extracted(
        "2023年度项目支出绩效自评表",
        grid(
            "项目名称|渠道维修|<|<|<",
            "一级指标|三级指标|指标值|分值|得分及扣分原因",
            "产出指标|修渠长度|3公里|60|60",
            "效益指标|受益人口|900人|40|38（少20人）",
            "总分|<|<|100|98",
        ),
    )
    assert indicators(found) == ["产出指标/-/修渠长度 60→60", "效益指标/-/受益人口 40→-"]
    assert total(found) == "98"
    assert [figure.value_text for figure in found.unplaced] == ["38（少20人）"]
