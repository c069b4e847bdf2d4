"""The cover of the evaluation reports of the years before 2020: planned and received funds side by side, each broken
down below it, what was spent alone. Expectations are written by hand."""

from __future__ import annotations

import pytest

from ingest.document import Document
from ingest.extract import extract
from ingest.readers.flattened import restore
from ingest.readers.text import read_bytes
from support.documents import document, grid, table
from support.told import extracted, indicators, money

TITLE = "青禾县财政支出绩效评价报告（2018年度）"
WAY = "评价方式：部门（单位）绩效自评"
COVER = (
    "项目名称|土地整治业务费|<|<",
    "项目单位|青禾县国土资源局|主管部门|青禾县国土资源局",
    "项目起止时间|2018年1月|<|2018年12月",
    "计划安排资金（万元）|400|实际到位资金（万元）|390",
    "其中：省财政||其中：省财政|",
    "市财政||市财政|",
    "县财政|400|县财政|390",
    "镇财政||镇财政|",
    "实际支出（万元）|380|<|<",
)
MARKS = (
    "一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分",
    "产出指标|数量指标|整治宗地数|≥5宗|6宗|50|50",
    "效益指标|社会效益指标|群众知晓率|≥90%|95%|50|48",
    "总分||||||98",
)
WHOLE = {"annual_budget": "400 wan", "funds_received": "390 wan", "executed": "380 wan"}
OF_COUNTY = {"annual_budget": "400 wan", "funds_received": "390 wan"}


def texts(rows: tuple[str, ...]) -> list[list[str]]:
    return [[cell for cell in row.split("|") if cell != "<"] for row in rows]


def flattened(join: str) -> Document:
    words = [TITLE, WAY, *(cell for row in texts(COVER + MARKS) for cell in row if cell)]
    return restore(read_bytes(join.join(words).encode()))


@pytest.mark.parametrize("join", [" | ", "|", "\t"])
def test_as_rows_of_text(join: str) -> None:
    lines = [TITLE, WAY, *(join.join(row) for row in texts(COVER + MARKS))]
    found = extract(restore(read_bytes("\n".join(lines).encode())))
    assert list(money(found).values()) == [WHOLE, OF_COUNTY]
    assert found.unplaced == []


def test_on_the_grid() -> None:
    found = extract(document(TITLE, WAY, grid(*COVER), grid(*MARKS)))
    assert list(money(found).values()) == [WHOLE, OF_COUNTY]
    assert found.unplaced == []


@pytest.mark.parametrize("join", [" ", "\n"])
def test_of_which_only_the_order_is_left(join: str) -> None:
    found = extract(flattened(join))
    assert [report.title_year for report in found.reports] == [2018]
    assert list(money(found).values()) == [WHOLE, OF_COUNTY]
    assert len(indicators(found)) == 2
    assert found.unplaced == []


@pytest.mark.parametrize(
    "words",
    [
        "全年预算数 全年执行数 100 95",  # Headings and what stands below them.
        "100 全年预算数 95 全年执行数",  # Figures before their labels.
        "全年预算数 100 90 全年执行数 95 90",
        "全年执行数 95 3 全年预算数 100",
    ],
)
def test_labels_and_figures_that_are_no_pairs(words: str) -> None:
    marks = " ".join(cell for row in texts(MARKS) for cell in row if cell)
    text = f"青禾县土地整治项目支出绩效自评表（2018年度） 项目名称 土地整治 主管部门 青禾县国土局 {words} {marks}"
    found = extract(restore(read_bytes(text.encode())))
    assert money(found) == {}
    assert found.unplaced != []


def test_a_rate_below_a_heading_in_a_row_of_its_own_names_no_line() -> None:
    assert extracted(table("执行率|10|执行率", "%|10|10")).amounts == []
