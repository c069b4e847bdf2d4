"""Headings that a converter has joined: no sentence is made of them and their figures, and they are told."""

from __future__ import annotations

import pytest

from ingest.document import Document, Paragraph
from ingest.readers.flattened import is_run_together
from support.told import extracted, money

TITLE = "2022年某镇卫生院整体支出绩效自评表"
GLUED = (
    "单位名称某镇卫生院全年预算数全年执行数执行率财政拨款98%年度目标门诊达到55万元二级指标三级指标年度指标值"
    "全年完成值分值得分采购管理执行率100%100%55门诊人次3000人次55"
)


def test_nothing_is_read_from_a_form_whose_headings_are_joined() -> None:
    found = extracted(TITLE, GLUED)
    assert not found.reports


def test_sentences_before_joined_headings_are_read_and_these_told() -> None:
    found = extracted(
        "2020年某县福利项目绩效自评报告",
        "全年安排专项资金700万元。序号乡镇用途下达资金(万元)1东乡福利支出5412西镇福利支出2683南乡福利支出245等",
    )
    assert list(money(found).values()) == [{"appropriated": "700 wan"}]
    assert [(figure.context, figure.value_text[:4]) for figure in found.unplaced] == [("money", "(万元)")]


@pytest.mark.parametrize(
    "text",
    [
        "资金来源执行数(万元)执行率4.95.0绩效指标指标名称(三级指标)年初指标值年终完成值自评分复核分评价标准",
        "指标名称计量单位指标性质年初指标值调整指标值全年完成值",
        "一级指标分值二级指标分值三级指标分值得分项目决策20",
        "计划投资额(万元)110.00实际到位资金(万元)84.74",
    ],
)
def test_joined_headings(text: str) -> None:
    assert is_run_together(Document((Paragraph(text),), "text/plain", "utf-8"))


@pytest.mark.parametrize(
    "text",
    [
        "一级指标、二级指标、三级指标的分值和得分见附表。",
        "预算数、执行数与执行率均已核对，得分9.5分。",
        "资金总额（万元）：110，实际支出84.74万元。",
        "根据分值得分情况，产出指标完成较好。",
    ],
)
def test_words_that_are_no_joined_headings(text: str) -> None:
    assert not is_run_together(Document((Paragraph(text),), "text/plain", "utf-8"))
