"""Tables as cells that each end in |, where the lines break behind any cell and not at the ends of rows."""

from __future__ import annotations

import pytest

from ingest.extract import extract
from ingest.readers.flattened import restore
from ingest.readers.text import read_bytes
from ingest.records import Extraction
from support.told import indicators, money, targets, total

HEAD = (
    "2023年度项目支出绩效自评表 | 部门：石桥县白杨小学 |",
    "|",
    "|",
    "| 公开15表 | 项目名称 | 校园直饮水项目 | 主管部门 | 石桥县教育局 | 实施单位 | 石桥县白杨小学 | 项目资金 (元) |",
    "| 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 | 年度资金总额 |",
)
GOALS = "| — | 年度 总体 目标 | 预期目标 | 实际完成情况 | 师生都能喝上直饮水 | 师生已喝上直饮水 | 绩效指标 "
BELOW = "| 一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标值 | 度量单位 "
ROWS = (
    "| 质量指标 | 水质达标率 | ≧ | 98 | % | 99% | 20 | 20 |",
    "| 效益指标 | 社会效益 指标 | 受益学生 | = | 640 | 人 | 600人 | 30 | 27 |",
    "| 生态效益 指标 |",
    "|",
    "|",
    "| 满意度指标 | 服务对象满意度指标等 | 家长满意度 | ≧ | 90 | % | 93% | 10 | 10 |",
    "| 其他需要说明事项 | 无 | 总分 | 100 | 97 | 优 |",
)


def _read(*lines: str) -> Extraction:
    return extract(restore(read_bytes("\n".join(lines).encode())))


def _form(funding: str) -> Extraction:
    upper = "| 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施 "
    first = "| 产出指标 | 数量指标 | 安装饮水机 | ≧ | 12 | 台 | 12 | 30 | 30 |"
    return _read(*HEAD, funding, GOALS + upper + BELOW + first, *ROWS)


def test_a_form_whose_rows_break_anywhere() -> None:
    found = _form("| 86400 | 90000 | 85500 | 10 | 95% | 10 | 其中：当年财政 拨款 |\n| 86400 | 90000 | 85500 | — |")
    report = found.reports[0]
    assert len(found.reports) == 1
    assert (report.project_name, report.department_name, report.organization_name) == (
        "校园直饮水项目",
        "石桥县教育局",
        "石桥县白杨小学",
    )
    assert money(found)["年度资金总额 *"] == {
        "initial_budget": "86400 yuan",
        "annual_budget": "90000 yuan",
        "executed": "85500 yuan",
        "execution_rate": "95 percent",
    }
    assert [row for row in indicators(found) if "执行率" not in row] == [
        "产出指标/数量指标/安装饮水机 30→30",
        "产出指标/质量指标/水质达标率 20→20",
        "效益指标/社会效益指标/受益学生 30→27",
        "满意度指标/服务对象满意度指标等/家长满意度 10→10",
    ]
    assert targets(found)[:2] == ["≧ 12 台 12", "≧ 98 % 99%"]
    assert total(found) == "97"


def test_a_line_of_money_with_a_cell_too_few_is_told_and_not_read() -> None:
    found = _form("| 90000 | 85500 | 10 | 95% | 10 | 其中：当年财政 拨款 |\n| 90000 | 85500 | — |")
    assert "executed" not in {amount.measure for amount in found.amounts}
    told = " ".join(figure.value_text + figure.about for figure in found.unplaced)
    assert "90000" in told
    assert "85500" in told
    assert total(found) == "97"


@pytest.mark.parametrize("left_out", ["| ≧ ", "| 12 "])
def test_an_indicator_with_a_cell_too_few_is_told_and_not_read(left_out: str) -> None:
    upper = "| 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施 "
    first = "| 产出指标 | 数量指标 | 安装饮水机 | ≧ | 12 | 台 | 12 | 30 | 30 |".replace(left_out, "", 1)
    found = _read(*HEAD, "| 86400 | 90000 | 85500 | 10 | 95% | 10 |", GOALS + upper + BELOW + first, *ROWS)
    assert "产出指标/数量指标/安装饮水机 30→30" not in indicators(found)
    assert any("安装饮水机" in figure.about + figure.value_text for figure in found.unplaced)


def test_a_row_of_labels_with_their_values_heads_no_list_of_projects() -> None:
    found = _read(
        *HEAD,
        "| 质量指标 | 水质达标率 | ≧ | 98 | % | 99% | 20 | 20 |",
        "| 时效指标 | 完工及时率 | ≧ | 95 | % | 96% | 20 | 20 |",
    )
    assert {report.project_name for report in found.reports} <= {"校园直饮水项目"}
