"""Indicator tables printed one cell a line, or all on one, are read back exactly or told, and never shifted."""

from __future__ import annotations

from typing import NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.extract import extract
from ingest.lexicon.text import fold
from ingest.readers.flattened import restore
from ingest.readers.text import read_bytes
from ingest.records import Extraction

HEADINGS = {
    "level1": "一级指标",
    "level2": "二级指标",
    "level3": "三级指标",
    "target": "年初目标值(A)",
    "actual": "实际完成值(B)",
    "weight": "分值",
    "score": "得分",
    "reason": "偏差原因分析",
}
FRAMEWORK = {
    "产出": ("数量", "质量", "时效", "成本"),
    "效益": ("经济效益", "社会效益", "生态效益", "可持续影响", "满意度", "服务对象满意度"),
    "满意度": ("服务对象满意度", "社会公众满意度", "满意度"),
    "成本": ("经济成本", "社会成本", "生态环境成本"),
}
NAMES = (
    "修渠长度",
    "合格率",
    "群众满意度",
    "服务对象满意度",
    "受益人口",
    "2024年办班期数",
    "按期完工率",
    "投诉处理率（件）",
)
TARGETS = ("95", "≥95%", "95%", "12公里", "≥3期", "逐步提高", "达标")
ACTUALS = ("94", "96%", "12公里", "3期", "有所提高", "达标")
WORDS = frozenset({"逐步提高", "有所提高", "达标"})
REASONS = ("雨季停工", "预算编制偏低", "")


class Printed(NamedTuple):
    """A row as its unit means it; what it does not print is blank."""

    level1: str
    level2: str
    cells: dict[str, str]


@st.composite
def tables(draw: st.DrawFn) -> tuple[list[str], list[Printed]]:
    """(the words of a table, its rows)."""
    values = draw(st.sampled_from((("target", "actual"), ("target",), ("actual",))))
    points = draw(st.sampled_from((("weight", "score"), ("weight",), ("score",))))
    reason = draw(st.sampled_from(((), ("reason",))))
    columns = ("level1", "level2", "level3", *values, *points, *reason)
    words = [HEADINGS[column] for column in columns]
    rows: list[Printed] = []
    for level1 in draw(st.lists(st.sampled_from(sorted(FRAMEWORK)), min_size=1, max_size=3, unique=True)):
        first = level1 + draw(st.sampled_from(("指标", "")))
        for level2 in draw(st.lists(st.sampled_from(FRAMEWORK[level1]), min_size=1, max_size=3, unique=True)):
            second = level2 + draw(st.sampled_from(("指标", "")))
            for number in range(draw(st.integers(1, 2))):
                cells = draw(_cells(columns[2:]))
                begins = number == 0
                words += [first] if begins and (not rows or rows[-1].level1 != first) else []
                words += [second] if begins else []
                words += filter(None, cells.values())
                rows.append(Printed(first, second, cells))
    return words + draw(st.sampled_from(([], ["总分", "100", "98"]))), rows


@st.composite
def _cells(draw: st.DrawFn, columns: tuple[str, ...]) -> dict[str, str]:
    weight = draw(st.integers(1, 20))
    cells = {
        "level3": draw(st.sampled_from(NAMES)),
        "target": draw(st.sampled_from(TARGETS)),
        "actual": draw(st.sampled_from(ACTUALS)),
        "weight": str(weight),
        "score": str(draw(st.integers(0, weight))),
        "reason": draw(st.sampled_from(REASONS)),
    }
    lost = draw(st.sampled_from((None, None, None, "target", "actual", "weight", "score")))
    if WORDS & {cells["target"], cells["actual"]}:
        lost = None  # Of words nothing says which is the name, where a cell is blank.
    return {column: "" if column == lost else cells[column] for column in columns}


def _told(found: Extraction) -> str:
    return fold("".join([figure.value_text for figure in found.unplaced] + [note.detail for note in found.notices]))


@settings(max_examples=200, deadline=None)
@given(tables(), st.sampled_from(("\n", "\n\n", " |\n", " | ", " ")))
def test_rows_are_read_back_or_told(table: tuple[list[str], list[Printed]], between: str) -> None:
    words, rows = table
    cells = ["项目支出绩效自评表（2024年度）", "项目名称", "灌渠整修", *words]
    found = extract(restore(read_bytes("".join(cell + between for cell in cells).encode())))
    expected = [
        (
            row.level1,
            row.level2,
            row.cells["level3"],
            *(row.cells.get(column, "") for column in ("target", "actual", "weight", "score")),
        )
        for row in rows
    ]
    read = [
        (
            row.level1,
            row.level2,
            row.level3,
            "".join(filter(None, (row.target_operator, row.target_value_text, row.target_unit))),
            row.actual_value_text or "",
            "" if row.weight is None else str(row.weight),
            "" if row.score is None else str(row.score),
        )
        for row in found.indicators
    ]
    assert [row for row in read if row not in expected] == []
    told = _told(found)
    if not found.reports:  # The document is refused as a whole.
        return
    for row in expected:
        if row not in read:
            assert "".join(row[5:]) in told


def test_labels_and_weights_on_lines_of_their_own() -> None:
    cells = (
        *("年度预", "算申请", "年初", "预算数", "全年预算数", "全年", "执行数", "分值", "执行率", "得分"),
        *("年度资金总额", "53.6万元", "53.6万元", "42.88万元", "10", "80%", "8"),
        *("按收入性质分:", "按支出性质分:", "其中:一般公共预算:23.6万元", "其中:基本支出:33.6万元"),
        *("项目支出:20万元", "其他资金:30万元"),
        *("一级指标", "二级指标", "三级指标", "年度", "指标值", "实际", "完成值", "分值", "得分"),
        *("偏差原因", "分析及", "改进措施"),
        *("产出指标", "（50）", "数量", "指标", "造林面积", "12亩", "12亩", "20", "20"),
        *("抚育面积", "30亩", "30亩", "20", "20"),
        *("成本", "指标", "造林补助", "300元", "300元", "10", "10"),
        *("效益指标", "40分)", "经济效", "益指标", "木材收入", "110万元", "109万元", "40", "35"),
    )
    lines = "\n\n".join(("某县林业局2021年度部门整体支出绩效自评表", *cells))
    found = extract(restore(read_bytes(lines.encode())))
    assert [
        (row.level1, row.level1_weight, row.level2, row.level3, row.weight, row.score) for row in found.indicators
    ] == [
        (None, None, None, "执行率", 10, 8),
        ("产出指标", 50, "数量指标", "造林面积", 20, 20),
        ("产出指标", 50, "数量指标", "抚育面积", 20, 20),
        ("产出指标", 50, "成本指标", "造林补助", 10, 10),
        ("效益指标", 40, "经济效益指标", "木材收入", 40, 35),
    ]
    assert [(amount.measure, amount.value_text) for amount in found.amounts if amount.is_line_cell] == [
        ("initial_budget", "53.6"),
        ("annual_budget", "53.6"),
        ("executed", "42.88"),
        ("execution_rate", "80"),
    ]
    told = {figure.about.removeprefix("其中:") for figure in found.unplaced}
    assert told == {"一般公共预算", "基本支出", "项目支出", "其他资金"}
