"""Rows of forms as lines whose cells single spaces part, and forms on one line; expectations written by hand."""

from __future__ import annotations

import pytest

from ingest.extract import extract
from ingest.readers.flattened import restore
from ingest.readers.text import read_bytes
from ingest.records import Extraction
from support.told import indicators, money, total

TITLE = "2023年度项目支出绩效自评表"
NAME = "项目名称 河道保洁"
HEADING = "一级指标 二级指标 三级指标 目标值 完成值 分值 得分"
ROWS = ("产出指标 数量指标 保洁河段 30公里 30公里 60 60", "效益指标 社会效益指标 投诉下降率 10% 8% 40 36")
READ = ["产出指标/数量指标/保洁河段 60→60", "效益指标/社会效益指标/投诉下降率 40→36"]


def read(*lines: str, end: str = "\n") -> Extraction:
    return extract(restore(read_bytes(f"{TITLE}\n\n{end.join(lines)}".encode())))


def test_rows_of_one_width_are_no_wrapped_paragraph() -> None:
    found = read(NAME, HEADING, *ROWS, "总分 100 96")
    assert indicators(found) == READ
    assert total(found) == "96"
    assert not found.unplaced


@pytest.mark.parametrize("width", [26, 34])
def test_a_wrapped_form_stays_one(width: int) -> None:
    words = " ".join((NAME, HEADING, *ROWS, "质量指标 合格率 95% 96% 10 10"))
    found = read(*(words[at : at + width] for at in range(0, len(words), width)))
    assert indicators(found) == [*READ, "效益指标/质量指标/合格率 10→10"]


@pytest.mark.parametrize(
    "note", ["注：资金单位为元，保留两位小数，不得空缺。", "金额单位：元 填报日期：2024年2月20日 第1页"]
)
def test_a_unit_in_a_note_within_the_form(note: str) -> None:
    funds = "年初预算数 全年预算数 全年执行数 执行率 年度资金总额 80.00 75.00 60.00 80%"
    found = read(NAME, note, funds, HEADING, *ROWS, end=" ")
    assert money(found) == {
        "年度资金总额 *": {
            "initial_budget": "80.00 yuan",
            "annual_budget": "75.00 yuan",
            "executed": "60.00 yuan",
            "execution_rate": "80 percent",
        }
    }


@pytest.mark.parametrize(
    "label", ["项目编码 12010923T000000123", "实施期限 2023年", "填报日期 2024年2月20日", "资金性质 财政拨款"]
)
def test_a_label_behind_the_name(label: str) -> None:
    found = read(NAME, label, HEADING, *ROWS, end=" ")
    assert [report.project_name for report in found.reports] == ["河道保洁"]
    assert indicators(found) == READ


def test_rows_below_a_heading_are_no_sentences() -> None:
    rows = ("一、项目产出 80 76", "1.保洁河段 80 按比例得分 76", "二、项目效益 20 19", "2.投诉下降率 20 得满分 19")
    found = read(NAME, "评价指标 分值 评分标准 得分", *rows)
    assert not [amount for amount in found.amounts if amount.unit == "points"]
    assert [figure.evidence.quote for figure in found.unplaced] == list(rows)


def test_rows_with_a_grade_are_told_where_their_heading_is_lost() -> None:
    found = read(
        "自评得分 | 等级 |", "15.00 | 优 | ||", "55.00 | 49.04 | 良 | |", "产出 | 20.00 | 20.00 | 优 |", "支出50万元。"
    )
    assert {"55.00", "49.04", "20.00"} <= {figure.value_text for figure in found.unplaced}


def test_spending_of_several_years_beside_that_of_one_is_told() -> None:
    pairs = "年初预算数 | 800 | 实际支出数 | 760 | 累计支出 | 1800 | 执行率 | 95% |"
    found = read("项目名称 | 河道治理 |", pairs, *(line.replace(" ", " | ") + " |" for line in (HEADING, *ROWS)))
    assert list(money(found).values()) == [
        {"initial_budget": "800 wan", "executed": "760 wan", "execution_rate": "95 percent"}
    ]
    assert [figure.value_text for figure in found.unplaced] == ["1800"]


def test_a_figure_for_a_name_in_a_short_row_is_told() -> None:
    heading = "一级指标 | 权重 | 二级指标 | 三级指标 | 指标值 | 完成值 | 得分 |"
    rows = ("预算执行率 | 10 | 100% | 95% | 9.5 |", "产出指标 | 90 | 数量指标 | 保洁河段 | 30公里 | 30公里 | 86 |")
    found = read("项目名称 | 河道治理 |", heading, *rows)
    assert [row.level3 for row in found.indicators] == ["保洁河段"]
    assert any("9.5" in notice.evidence.quote for notice in found.notices)
