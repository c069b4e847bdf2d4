"""Kinds of spending in pairs beside the funds of a department, with expectations written by hand."""

from __future__ import annotations

import pytest

from ingest.extract import extract
from ingest.records import Extraction
from support import texts
from support.documents import grid
from support.told import extracted, money


def read(pairs: str, executed: str) -> list[Extraction]:
    form = (
        "2023年度部门整体绩效自评表",
        (
            "单位名称|青石区民政局|<|<|<|<",
            pairs,
            "预算执行情况（万元）||预算数|执行数|执行率|得分",
            f"^|部门整体支出总额|2100.8|{executed}|95%|19",
            "一级指标|二级指标|三级指标|年初目标值|实际完成值|得分",
            "产出指标（80分）|数量指标|低保人数|5000人|5010人|79",
        ),
    )
    return [extract(texts.on_grid(form)), extract(texts.as_rows(form))]


@pytest.mark.parametrize(
    ("pairs", "measure"),
    [
        ("基本支出总额|860.5|<|项目支出总额|1240.3|<", "annual_budget"),
        ("基本支出（万元）|800|<|项目支出（万元）|1195.76|<", "executed"),
    ],
)
def test_what_they_come_to_says_what_they_are(pairs: str, measure: str) -> None:
    for found in read(pairs, "1995.76"):
        basic, project = pairs.replace("|<", "").split("|")[1::2]
        assert list(money(found).values())[1:] == [{measure: f"{basic} wan"}, {measure: f"{project} wan"}]
        assert [(line.expenditure_category, line.parent_line_no) for line in found.funding_lines] == [
            (None, None),
            ("basic", 1),
            ("project", 1),
        ]
        assert not found.unplaced


@pytest.mark.parametrize(
    ("pairs", "executed"),
    [
        ("基本支出总额|860|<|项目支出总额|1240|<", "1995.76"),
        ("基本支出总额|860.5|<|项目支出总额|1240.3|<", "2100.8"),
    ],
)
def test_what_comes_to_none_or_both_is_told(pairs: str, executed: str) -> None:
    for found in read(pairs, executed):
        assert len(found.funding_lines) == 1
        assert [figure.context for figure in found.unplaced] == ["money", "money"]


def test_what_was_arranged_is_the_budget() -> None:
    found = extracted(
        "2023年度财政资金绩效自评表",
        grid(
            "项目名称|便桥修建|<|<|<|<",
            "资金安排（万元）|100|资金到位（万元）|90|资金支出（万元）|81",
            "支出率|90%|到位率|90%|完成进度|100%",
            "一级指标|二级指标|三级指标|分值|得分|评分依据",
            "产出|数量|便桥座数|100|95|一座未验收",
        ),
    )
    assert list(money(found).values()) == [
        {
            "annual_budget": "100 wan",
            "funds_received": "90 wan",
            "executed": "81 wan",
            "execution_rate": "90 percent",
            "funds_received_rate": "90 percent",
        }
    ]
