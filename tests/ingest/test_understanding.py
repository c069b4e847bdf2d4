"""What is said of a document that holds no report."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from ingest.bilingual import halves
from ingest.understanding import understand


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("项目支出绩效自评表\n（2024年度）\n项目名称\t\n主管部门\t\n", "标题为“项目支出绩效自评表”，但其中没有读到"),
        ("清溪县2024年部门预算公开说明\n一、收入情况\n收入预算500万元。\n", "是目标、监控或预决算材料"),
        ("关于召开会议的通知\n请各单位于3月5日前报名。\n", "未识别到绩效自评（评价）报告"),
    ],
)
def test_the_reason_says_what_the_title_promises(tmp_path: Path, text: str, told: str) -> None:
    file = tmp_path / "a.txt"
    file.write_text(text, encoding="utf-8")
    understood = understand("0" * 64, file)
    assert understood.status == "rejected" and understood.content == {}
    assert told in (understood.reason or "")


@pytest.mark.parametrize(
    ("notice", "chinese", "english"),
    [
        ("另有不同的总分 / another total score：95", "另有不同的总分：95", "another total score：95"),
        ("文字不属于任何表头 / words under no heading", "文字不属于任何表头", "words under no heading"),
        ("全年预算数 120", "全年预算数 120", "全年预算数 120"),
        ("单位无法判断 / unit unknown：每人 / 年 3", "单位无法判断：每人 / 年 3", "unit unknown：每人 / 年 3"),
        ("补助（元 / 人）", "补助（元 / 人）", "补助（元 / 人）"),
    ],
)
def test_what_a_notice_is_about_belongs_to_both_its_halves(notice: str, chinese: str, english: str) -> None:
    assert halves(notice) == (chinese, english)


_TWO_TOTALS = """西河区水务局2021年度河道保洁项目绩效自评报告
自评得分90分。
预算50万元，支出50万元。
综合得分92分。
"""


def test_a_reason_in_chinese_has_no_english_in_it(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(_TWO_TOTALS, encoding="utf-8")
    chinese, separator, english = (understand("0" * 64, file).reason or "").partition(" / ")
    assert chinese == "1 处数字未能归位，首处：另有不同的总分：92（第4段）" and separator
    assert english == "figures or places not placed: 1; the first in block 4"


_PAGE = """<h1>2023年村级道路养护项目支出绩效自评表</h1>{}<table>
<tr><td>项目名称<td>村级道路养护<td>主管部门<td>交通运输局</tr>
<tr><td>项目资金（万元）<td>全年预算数<td>全年执行数<td>执行率</tr><tr><td>年度资金总额<td>120<td>96<td>80%</tr></table>{}"""
_IMAGE = '<img src="a.png" width="600" height="400">'


@pytest.mark.parametrize(
    ("above", "below", "told"),
    [
        (
            _IMAGE,
            "",
            ("1 处图片、内嵌文件等内容未读取，首处：图片未读取：a.png", "pictures, files or the like not read: 1"),
        ),
        ("<p>支出合计9O万元</p>", "", ("1 处数字未能归位，首处：", "figures or places not placed: 1")),
        (
            "<p>支出合计9O万元</p>",
            _IMAGE,
            (
                "1 处数字未能归位，1 处图片、内嵌文件等内容未读取，首处：",
                "figures or places not placed: 1, pictures, files or the like not read: 1; the first in",
            ),
        ),
    ],
)
def test_the_reason_tells_figures_from_pictures(tmp_path: Path, above: str, below: str, told: tuple[str, str]) -> None:
    file = tmp_path / "a.html"
    file.write_text(_PAGE.format(above, below), encoding="utf-8")
    understood = understand("0" * 64, file)
    assert understood.status == "partial"
    assert all(part in (understood.reason or "") for part in told)


@pytest.mark.parametrize(("hidden", "status"), [(3, "partial"), (5, "loaded")])
def test_hidden_rows_with_figures_are_read_and_told(tmp_path: Path, hidden: int, status: str) -> None:
    book = openpyxl.Workbook()
    rows = (
        ["2023年村级道路养护项目支出绩效自评表"],
        ["项目资金（万元）", "全年预算数", "全年执行数"],
        ["年度资金总额", 120, 96],
    )
    for row in (*rows, ["其他资金", 20, 16], ["填表说明"]):
        book.active.append(row)
    book.active.row_dimensions[hidden].hidden = True
    book.save(file := tmp_path / "a.xlsx")
    understood = understand("0" * 64, file)
    assert understood.status == status
    assert (understood.reason is None) == (status == "loaded")
    if understood.reason:
        assert understood.reason.startswith(
            "1 处隐藏的行列已读取，首处：隐藏行：3，其中的数字仍按表内位置读取（第1段）"
        )
