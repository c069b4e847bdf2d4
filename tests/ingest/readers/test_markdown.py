import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.document import Table, Unreadable
from ingest.readers.pipes import pipe_rows, pipe_table
from ingest.readers.web.markdown import read_bytes


def read(text: str) -> list[list[list[str]] | str]:
    return [
        [[cell.text for cell in cells] for _, cells in block.rows()] if isinstance(block, Table) else block.text
        for block in read_bytes(text.encode()).blocks
    ]


def true_grids(text: str) -> list[bool]:
    return [block.true_grid for block in read_bytes(text.encode()).blocks if isinstance(block, Table)]


def test_marks_that_only_shape_the_text_are_removed() -> None:
    text = """---
title: x
---
# 绩效自评报告 #
##一、基本情况
正文**加粗**与*斜体*、`0.5`、\\*号、[链接](https://x.y)、2*3*4、[注](1)、5 < 6 &gt; 3
- 甲
- [x] 优
1. 乙
> 引文
***
"""
    assert read(text) == [
        "绩效自评报告",
        "一、基本情况",
        "正文加粗与斜体、0.5、*号、链接、2*3*4、[注](1)、5 < 6 > 3",
        "甲",
        "☑ 优",
        "1. 乙",
        "引文",
    ]


def test_a_table_with_a_rule_behind_its_heading() -> None:
    text = "前\n\n| 名称 | 值 |\n|:---|--:|\n| a\\|b | **1**<br>2 |\n| c |  |\n后"
    assert read(text) == ["前", [["名称", "值"], ["a|b", "1\n2"], ["c", ""]], "后"]
    assert true_grids(text) == [True]


def test_ragged_rows_without_a_rule_have_no_true_grid() -> None:
    text = "| 名称 | 值 |\n| 一 | 二 | 三 |"
    assert read(text) == [[["名称", "值"], ["一", "二", "三"]]]
    assert true_grids(text) == [False]


def test_a_table_without_outer_pipes() -> None:
    assert read("a | b\n---|---\n1 | 2\n") == [[["a", "b"], ["1", "2"]]]


def test_a_drawn_table_whose_rows_are_several_lines_high() -> None:
    text = "+----+----+\n| 年 | 值 |\n| 初 |    |\n+====+====+\n| 1  | 2  |\n+----+----+\n尾"
    assert read(text) == [[["年\n初", "值"], ["1", "2"]], "尾"]


def test_pages_dumped_as_text_with_merged_cells_dropped_and_rows_filled_up() -> None:
    text = (
        "预算情况 | 年初 | 调整后 | 执行数 | 执行率 | 原因 |\n总额 | 0.00 | 3.36 | 3.36 | 100.00% | ||\n"
        "结论 | 一是……\n二是……\n三是…… | |||||\n自评表(2023年度) | ||||||\n"
    )
    assert read(text) == [
        [
            ["预算情况", "年初", "调整后", "执行数", "执行率", "原因"],
            ["总额", "0.00", "3.36", "3.36", "100.00%"],
            ["结论", "一是……\n二是……\n三是……"],
            ["自评表(2023年度)"],
        ]
    ]
    assert true_grids(text) == [False]


def test_one_cell_a_line_keeps_only_the_order() -> None:
    assert pipe_rows(["项目名称 |", "甲 |", "主管部门 |", "乙 |"]) == [["项目名称", "甲", "主管部门", "乙"]]


def test_prose_with_a_bar_is_no_table() -> None:
    assert pipe_table(["首页 | 新闻", "正文"], 0) is None
    assert pipe_table(["正文"], 0) is None


def test_tables_in_html() -> None:
    text = "前\n<table>\n<tr><td rowspan=2>A</td><td>B</td></tr>\n<tr><td>C</td></tr>\n</table>\n后"
    assert read(text) == ["前", [["A", "B"], ["C"]], "后"]


@pytest.mark.parametrize("text", ["", "\n---\n***\n", "\x00"])
def test_what_holds_no_text_is_rejected(text: str) -> None:
    with pytest.raises(Unreadable):
        read(text)


CELL = st.text(alphabet="预算执行率年度总体目标0123456789.%≥", min_size=1, max_size=8)


@given(st.integers(1, 6), st.lists(st.lists(CELL, min_size=6, max_size=6), min_size=1, max_size=6), st.booleans())
def test_tables_are_read_back(width: int, rows: list[list[str]], rule: bool) -> None:
    rows = [row[:width] for row in rows]
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    if rule:
        lines.insert(1, "|" + " --- |" * width)
    assert read("\n".join(lines)) == [rows]


@given(st.text(alphabet="|-+ a1\n\\*#<table>/`_", max_size=60))
def test_no_text_breaks_the_reader(text: str) -> None:
    with contextlib.suppress(Unreadable):
        read(text)


def test_a_heading_right_below_one_table_and_above_another() -> None:
    text = "| 二级指标 | 分值 |\n|---|---|\n| 数量 | 10 |\n效益指标\n| 二级指标 | 分值 |\n|---|---|\n| 社会 | 20 |\n"
    assert read(text) == [
        [["二级指标", "分值"], ["数量", "10"]],
        "效益指标",
        [["二级指标", "分值"], ["社会", "20"]],
    ]


def test_what_is_struck_out_is_left_out_and_its_figures_told() -> None:
    assert read("预算~~60~~50万元，得分<del>90</del>95分，~~旧~~新\n\n约10~~15天，20~~30天") == [
        "预算50万元，得分95分，新",
        "约10~~15天，20~~30天",
        "（划去的文字，未读取：60；90）",
    ]


def test_a_table_with_bars_between_its_cells_only() -> None:
    heading = "资金（万元） | 全年预算数 | 执行率\n--- | ---: | :-:\n"
    text = heading + "年度资金总额 | 120 | 80%\n其中\\|财政 | 90 |\n其他资金 | 30\n\n尾"
    assert read(text) == [
        [
            *(["资金（万元）", "全年预算数", "执行率"], ["年度资金总额", "120", "80%"]),
            *(["其中|财政", "90", ""], ["其他资金", "30", ""]),
        ],
        "尾",
    ]
    assert true_grids(text) == [True]


def test_lines_with_tabs_are_rows() -> None:
    text = (
        "# 自评表\n\n```\n资金（万元）\t全年预算数\t全年执行数\n年度资金总额\t**50**\t45\n```\n\n-\t甲\n-\t乙\n1.\t丙"
    )
    assert read(text) == [
        "自评表",
        [["资金（万元）", "全年预算数", "全年执行数"], ["年度资金总额", "50", "45"]],
        *("甲", "乙", "1.\t丙"),
    ]
