"""What is said of a document that holds no report."""

from __future__ import annotations

from pathlib import Path

import pytest

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
            ("1 处图片、图表或内嵌文件未读取，首处：图片未读取：a.png", "1 pictures, charts or files were not read"),
        ),
        ("<p>支出合计9O万元</p>", "", ("1 处数字未能归位，首处：", "1 figures or places were not placed")),
        (
            "<p>支出合计9O万元</p>",
            _IMAGE,
            (
                "1 处数字未能归位，1 处图片、图表或内嵌文件未读取，首处：",
                "1 figures or places were not placed, 1 pictures, charts or files were not read, the first in",
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
