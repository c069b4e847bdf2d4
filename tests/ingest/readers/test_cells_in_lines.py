"""Tables with each cell, and each | behind one, on a line of its own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ingest.document import Document, Paragraph, Table
from ingest.extract import extract
from ingest.readers import text
from ingest.readers.cells_in_lines import rows_of_width
from ingest.readers.web import markdown
from support.told import indicators, money, total

FORM = """2023年度项目支出绩效自评表
单位名称：石桥县老年大学 填报日期：2024年3月8日
项目名称
|
重阳节慰问
|
||||||
主管部门
|
石桥县教育局
|
项目实施单位
|
石桥县老年大学
|
||||
预算执行情况（万元）
（20分）
|
|
预算数（A）
|
执行数（B）
|
执行率（B/A）
|
得分
（20分*执行率）
|
||
年度财政资金总额
|
25.5
|
20.4
|
80%
|
16
|
|||
年度绩效目标
（80分）
|
一级指标
|
二级指标
|
三级指标
|
年初目标值（A）
|
实际完成值（B）
|
得分
|
||
产出指标（60分）
|
数量指标
|
慰问老人120人；
走访村社6个。
|
100%
|
100%
|
40
|
|||
时效指标
|
节前完成慰问
|
按时完成
|
|
18
|
||||
|
|
|
|||||
满意度指标（20分）
|
满意度指标
|
老人满意度
|
95%
|
97%
|
20
|
|||
总分（100分）
|
94
|
自评等级
|
优
|
||||
改进措施及
结果应用方案
|
无
|
备注：预算数为调整后的总额。
"""


def _rows(document: Document) -> list[list[str]]:
    return [
        [cell.text for cell in row] for block in document.blocks if isinstance(block, Table) for _, row in block.rows()
    ]


@pytest.mark.parametrize("read_bytes", [text.read_bytes, markdown.read_bytes])
def test_a_form(read_bytes: Callable[[bytes], Document]) -> None:
    document = read_bytes(FORM.encode())
    found = extract(document)
    report = found.reports[0]
    assert (report.project_name, report.department_name, report.grade_text) == ("重阳节慰问", "石桥县教育局", "优")
    assert money(found) == {
        "年度财政资金总额 *": {"annual_budget": "25.5 wan", "executed": "20.4 wan", "execution_rate": "80 percent"}
    }
    assert [row for row in indicators(found) if "执行率" not in row] == [
        "产出指标/数量指标/慰问老人120人；走访村社6个。 -→40",
        "产出指标/时效指标/节前完成慰问 -→18",
        "满意度指标/满意度指标/老人满意度 -→20",
    ]
    assert total(found) == "94"
    assert _rows(document)[-1] == ["改进措施及\n结果应用方案", "无"]
    assert isinstance(document.blocks[-1], Paragraph)
    assert document.blocks[-1].text == "备注：预算数为调整后的总额。"


def test_a_bar_below_a_line_without_rows_is_no_table() -> None:
    document = text.read_bytes("东山县水务局\n|\n当前位置：首页\n2023年全年预算90万元。\n".encode())
    assert not _rows(document)
    assert "2023年全年预算90万元。" in [block.text for block in document.blocks if isinstance(block, Paragraph)]


def test_a_menu_of_cells_stays_one_run_of_cells() -> None:
    document = text.read_bytes("项目名称 |\n重阳节慰问 |\n主管部门 |\n石桥县教育局 |\n".encode())
    assert _rows(document) == [["项目名称", "重阳节慰问", "主管部门", "石桥县教育局"]]


DUMP = """南桥区财政支出项目绩效评价自评报告
项目名称 |
路灯维护 |
||||||
项目单位 |
南桥区市政所 |
联系电话 |
|||||
计划安排资金
(万元) |
80 |
实际支出
(万元) |
76.5 |
||||
其中：中央财政 |
|
其中：中央财政 |
|
||||
区财政 |
80 |
区财政 |
76.5 |
||||
支出内容 |
实际支出数 |
会计凭证号 |
备注 |
经办人 |
月份 |
金额来源 |
其他 |
更换灯头 |
30.5 |
3月8号 |
"""


def test_rows_of_one_number_of_bars() -> None:
    """The heading of the details fills its row, so that no run stands behind it; the last row is cut off."""
    document = text.read_bytes(DUMP.encode())
    assert _rows(document) == [
        ["项目名称", "路灯维护"],
        ["项目单位", "南桥区市政所", "联系电话"],
        ["计划安排资金\n(万元)", "80", "实际支出\n(万元)", "76.5"],
        ["其中：中央财政", "", "其中：中央财政", ""],
        ["区财政", "80", "区财政", "76.5"],
        ["支出内容", "实际支出数", "会计凭证号", "备注", "经办人", "月份", "金额来源", "其他"],
        ["更换灯头", "30.5", "3月8号"],
    ]
    found = extract(document)
    assert money(found) == {
        "计划安排资金(万元) *": {"annual_budget": "80 wan", "executed": "76.5 wan"},
        "区财政": {"annual_budget": "80 wan", "executed": "76.5 wan"},
    }


def test_runs_that_end_no_rows_of_one_width() -> None:
    shifted = DUMP.replace("76.5 |\n||||\n其中", "76.5 |\n|||\n其中")
    assert len(_rows(text.read_bytes(shifted.encode()))) != 7


SCORES = """石桥县2023年项目支出绩效自评指标计分表
|
       一级指标  |

       二级指标  |

       三级指标  |

       自评分  |

       评价标准  |

|
       项目决策（20分）  |

       项目目标（4分）  |

       目标内容（4分）  |

       4  |

       目标明确（2分）；目标量化（2分）  |

|
       决策过程（16分）  |

       决策依据（9分）  |

       8  |

       符合规划（9分）  |

    |
|
       决策程序（7分）  |

       6.5  |

       手续完备（7分）  |

    ||
|
       项目管理（80分）  |

       资金到位（80分）  |

       到位率（30分）  |

       30  |

       全部到位（30分）  |

|
       到位及时（50分）  |

       50  |

       按时到位（50分）  |

    ||
"""


def test_rows_that_each_begin_with_a_bar() -> None:
    assert indicators(extract(text.read_bytes(SCORES.encode()))) == [
        "项目决策/项目目标/目标内容 4→4",
        "项目决策/决策过程/决策依据 9→8",
        "项目决策/决策过程/决策程序 7→6.5",
        "项目管理/资金到位/到位率 30→30",
        "项目管理/资金到位/到位及时 50→50",
    ]


def test_rows_of_cells_of_which_the_end_of_the_text_cuts_the_last() -> None:
    lines = ["甲 |", "1 |", "|||", "乙 |", "2 |", "|||", "丙 |", "3 |", "||"]
    assert rows_of_width(lines, 0) == ([["甲", "1"], ["乙", "2"], ["丙", "3"]], len(lines))
