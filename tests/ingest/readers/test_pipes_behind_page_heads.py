"""What a web page says of itself, in rows of several cells, above a form of one cell a line."""

from __future__ import annotations

from ingest.extract import extract
from ingest.readers.flattened import restore
from ingest.readers.text import read_bytes
from support.told import indicators, money

PAGE = """\
索 引 号: | 0112/2022-01 | 发文字号: | 无 | 发文日期: | 2022年11月4日 |
发文单位: | 东山县审批局 | 发布日期: | 2022年11月4日 | ||
项目支出绩效自评表 |
|||||||||
（2021年度） |
|||||||||
项目名称 |
大厅运行维护费 |
||||||||
项目资金 (万元) |
|
年初预算数 |
全年预算数 |
全年执行数 |
分值 |
执行率 |
得分 |
||
年度资金总额 |
150 |
150 |
120 |
10 |
80% |
8 |
|||
绩效指标 |
一级指标 |
二级指标 |
三级指标 |
年度指标值 |
实际完成值 |
分值 |
得分 |
||
产出指标 |
数量指标 |
办件数 |
100件 |
120件 |
90 |
90 |
|||
"""


def test_a_form_below_what_a_page_says_of_itself() -> None:
    found = extract(restore(read_bytes(PAGE.encode())))
    [report] = found.reports
    assert (report.title_year, report.project_name) == (2021, "大厅运行维护费")
    assert money(found) == {
        "年度资金总额 *": {
            "initial_budget": "150 wan",
            "annual_budget": "150 wan",
            "executed": "120 wan",
            "execution_rate": "80 percent",
        }
    }
    assert indicators(found) == ["-/-/执行率 10→8", "产出指标/数量指标/办件数 90→90"]
