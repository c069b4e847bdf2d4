"""Columns under one heading that nothing but their years tell apart: 完成值 over 上年 and 年度."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ingest.document import Document
from ingest.extract import extract
from support import texts
from support.told import indicators, money, targets

TITLE = "项目支出绩效自评表（2023年度）"
ROWS = ("产出指标|数量指标|清淤长度|12公里|10公里|11公里|60|55", "效益指标|社会效益|受益人口|3万人|2万人|3万人|30|30")
KEPT = [texts.on_grid, texts.as_rows, texts.as_padded_rows, texts.as_cells, texts.as_markdown]
LOST = [texts.as_pipes, texts.as_spaced_rows, texts.as_paragraphs]


def _of_results(heading: str, years: str) -> texts.Form:
    above = f"一级指标|二级指标|三级指标|指标值|{heading}|分值|得分"
    return (TITLE, ("项目名称|河道清淤|<|<|<|<|<|<", above, f"^|^|^|^|{years}|^|^", *ROWS))


@pytest.mark.parametrize("shape", KEPT)
@pytest.mark.parametrize("heading", ["完成值|<", "完成值|完成值"])
@pytest.mark.parametrize("years", ["上年|年度", "去年|本年", "2022年|2023年"])
def test_the_value_of_the_year_counts(heading: str, years: str, shape: Callable[[texts.Form], Document]) -> None:
    found = extract(shape(_of_results(heading, years)))
    assert targets(found) == ["- 12 公里 11公里", "- 3 万人 3万人"]
    assert indicators(found) == ["产出指标/数量指标/清淤长度 60→55", "效益指标/社会效益/受益人口 30→30"]


@pytest.mark.parametrize("shape", KEPT)
def test_the_year_may_stand_before_the_one_before(shape: Callable[[texts.Form], Document]) -> None:
    found = extract(shape(_of_results("实际完成值|<", "本年度|上年度")))
    assert targets(found) == ["- 12 公里 10公里", "- 3 万人 2万人"]


@pytest.mark.parametrize("shape", LOST)
@pytest.mark.parametrize("heading", ["完成值|<", "完成值|完成值"])
@pytest.mark.parametrize("years", ["上年|年度", "2022年|2023年"])
def test_where_the_years_are_lost_no_value_is_taken(
    heading: str, years: str, shape: Callable[[texts.Form], Document]
) -> None:
    assert not extract(shape(_of_results(heading, years))).indicators


@pytest.mark.parametrize("years", ["上年|本年|上年|本年", "2022年|2023年|2022年|2023年"])
@pytest.mark.parametrize("heading", ["预算数|<|执行数|<", "预算数|预算数|执行数|执行数"])
def test_amounts_of_two_years(heading: str, years: str) -> None:
    form: texts.Form = (
        TITLE,
        (
            "项目名称|河道清淤|<|<|<|<|<|<",
            f"项目资金（万元）|{heading}|分值|执行率|得分",
            f"^|{years}|^|^|^",
            "年度资金总额|90|100|80|95|10|95%|9.5",
            "一级指标|二级指标|三级指标|指标值|完成值|分值|得分|偏差原因",
            "产出指标|数量指标|清淤长度|12公里|12公里|90|90|",
        ),
    )
    found = extract(texts.on_grid(form))
    assert money(found) == {
        "年度资金总额 *": {"annual_budget": "100 wan", "executed": "95 wan", "execution_rate": "95 percent"}
    }
    assert [figure.value_text for figure in found.unplaced] == ["90", "80"]


def test_a_year_and_what_was_carried_over_are_sources() -> None:
    """上年结转 is money of this year's budget, and so is 当年 beside it."""
    form: texts.Form = (
        TITLE,
        (
            "项目名称|河道清淤|<|<|<|<|<|<",
            "项目资金（万元）|预算数|<|<|执行数|分值|执行率|得分",
            "^|合计|上年结转|当年财政拨款|^|^|^|^",
            "年度资金总额|100|10|90|95|10|95%|9.5",
            "一级指标|二级指标|三级指标|指标值|完成值|分值|得分|偏差原因",
            "产出指标|数量指标|清淤长度|12公里|12公里|90|90|",
        ),
    )
    assert money(extract(texts.on_grid(form))) == {
        "年度资金总额 *": {"annual_budget": "100 wan", "executed": "95 wan", "execution_rate": "95 percent"},
        "上年结转": {"annual_budget": "10 wan"},
        "当年财政拨款": {"annual_budget": "90 wan"},
    }
