"""Funds in pairs, one cell a line, each broken down below by a label that stands once for every pair."""

from __future__ import annotations

from ingest.document import Table
from ingest.extract import extract
from ingest.readers.flattened import restore
from ingest.readers.text import read_bytes
from support.told import money

REPORT = """南桥区财政支出项目绩效评价自评报告
项目名称  路灯维护
项目单位  南桥区市政所
一、项目基本概况
项目起止时间
2022年1月至2022年12月
计划安排资金
（万元）
80
实际到位资金
（万元）
80
实际支出
（万元）
76.5
结余（万元）
3.5
其中：中央财政
其中：中央财政
其中：中央财政
其中：中央财政
区财政
70
区财政
70
区财政
70
区财政
0
其它
其它
10
其它
6.5
其它
二、项目支出明细情况
支出内容
实际支出数
备注
更换灯头
30.5
1月2号、3月8号、5月12号、6月9号、8月3号、9月凭证共六份
电费
46
"""


def _read(content: str) -> tuple[dict[str, dict[str, str]], list[str]]:
    found = extract(restore(read_bytes(content.encode())))
    return money(found), [figure.value_text for figure in found.unplaced]


def test_each_pair_keeps_its_parts() -> None:
    read, left = _read(REPORT)
    assert read == {
        "计划安排资金（万元） *": {
            "annual_budget": "80 wan",
            "funds_received": "80 wan",
            "executed": "76.5 wan",
            "carryover": "3.5 wan",
        },
        "区财政": {
            "annual_budget": "70 wan",
            "funds_received": "70 wan",
            "executed": "70 wan",
            "carryover": "0 wan",
        },
        "其它": {"funds_received": "10 wan", "executed": "6.5 wan"},
    }
    assert left == ["30.5", "46"]


def test_a_label_that_stands_too_seldom_breaks_nothing_down() -> None:
    read, _ = _read(REPORT.replace("区财政\n70\n区财政\n70\n区财政\n70\n区财政\n0\n", "区财政\n70\n区财政\n70\n"))
    assert "区财政" not in read


def test_pairs_without_parts_stay_lines() -> None:
    lines = "计划安排资金（万元）\n80\n实际支出（万元）\n76.5\n说明\n说明\n"
    assert not any(isinstance(block, Table) for block in restore(read_bytes(lines.encode())).blocks)
