"""Where an indicator table starts: which concept each of its columns has."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from ingest.forms.column_words import NAMES
from ingest.forms.headings import DEEPEST, LEVELS, Heading, heading_at, heading_of, may_name
from ingest.forms.indicators.covered import with_covered
from ingest.forms.layout import Columns, Row
from ingest.forms.numbering import numbering_below
from ingest.lexicon.text import fold

NUMERIC = frozenset({"level1_weight", "level1_score", "level2_weight", "level2_score", "weight", "score", "deduction"})
"""The concepts whose cells hold points."""

_BLOCK_LABELS = frozenset({"target", "actual", "reason"})
"""What the label beside a whole table may be taken for: 绩效指标完成情况."""

_OF_WHOLE = frozenset({"指标", "考核指标", "绩效指标"})
_POINTS = frozenset({"weight", "score"})
_WEIGHTED = re.compile(r"^(?:加权|折算)|\([A-Z][*×xX][A-Z]\)")
_RESULTS = frozenset({*NUMERIC, "target", "actual"})
_PLAIN_WORDS = {
    **dict.fromkeys(("指标", "考核指标", "绩效指标", "指标内容", "考核内容", "评价内容"), "level3"),
    **dict.fromkeys(("指标类型", "指标类别"), "level1"),
    **dict.fromkeys(("目标", "年度目标", "绩效目标", "计划指标", "年度指标"), "target"),
    **dict.fromkeys(("年初目标", "预期目标", "计划目标", "设定目标", "预期", "计划"), "target"),
    **dict.fromkeys(("调整目标", "调整后目标"), "adjusted_target"),
    **dict.fromkeys(("申报值", "年初申报值", "年度申报值", "申报指标值", "申报目标值"), "target"),
    **dict.fromkeys(("完成", "实际", "实际完成", "执行情况", "实际执行情况", "执行结果", "执行值"), "actual"),
    **dict.fromkeys(("完成程度", "目标完成程度", "指标完成程度", "实现程度"), "actual"),
    **dict.fromkeys(("自评", "单位自评", "部门自评"), "score"),
    **dict.fromkeys(("总分值", "权重占比", "权重比例", "权重比重", "分值占比", "分值比例", "分值比重"), "weight"),
    **dict.fromkeys(("说明", "备注"), "reason"),
}
_LEVELS = frozenset(LEVELS)
_LEVEL_WORDS = NAMES | {word for word, concept in _PLAIN_WORDS.items() if concept in _LEVELS}


def indicator_heading(rows: Sequence[Row], position: int) -> tuple[Columns, int] | None:
    """The columns of an indicator table whose heading starts with `rows[position]`, with the position of the first row
    behind the heading; None where no such table starts."""
    row = rows[position]
    if row.stands_alone or not may_name(rows, position, _RESULTS) or not _may_name_levels(rows, position):
        return None
    heading = heading_at(rows, position)
    concepts = _concepts(heading)
    if not _is_complete(concepts):
        return None
    if (
        heading.depth > 1
        and not _is_levels(_concepts(heading_of(row)))
        and _is_complete(_concepts(heading_of(rows[position + 1])))
    ):
        return None
    behind = position + heading.depth
    behind += numbering_below(rows, behind)
    concepts = with_covered(concepts, heading, rows[behind:])
    paired = {col: pair for col, pair in heading.paired().items() if concepts.get(col) == pair[0]}
    return Columns(concepts, heading.lowest(), heading.width, heading.rows[-1], paired=paired), behind


def _may_name_levels(rows: Sequence[Row], position: int) -> bool:
    """Whether any word for a level may stand in the heading that starts with `rows[position]`."""
    if may_name(rows, position, _LEVELS):
        return True
    return any(fold(cell.text) in _LEVEL_WORDS for row in rows[position : position + DEEPEST] for cell in row.filled)


def _concepts(heading: Heading) -> dict[int, str]:
    """Concept by column; a weight or score beside a level-1 or level-2 heading is that level's."""
    known = dict(heading.concepts)
    first_level = min((col for col, concept in known.items() if concept in LEVELS), default=None)
    known |= _plain_words(heading, known)
    known = _of_points(known, heading)
    before_levels = {concept for col, concept in known.items() if first_level is not None and col < first_level}
    has_block_label = len(before_levels & _BLOCK_LABELS) == 1 and not before_levels & NUMERIC
    found: dict[int, str] = {}
    level = None
    for col, concept in sorted(known.items()):
        if concept in LEVELS:
            level = concept
        elif concept in {"weight", "score"} and level in {"level1", "level2"}:
            is_own = "level3" in found.values() and concept not in found.values()  # The levels stand behind the name.
            concept = concept if is_own else f"{level}_{concept}"
        else:
            level = None
        if concept == "level3" and "四级" in heading.texts[col][-1]:
            found = {other: known for other, known in found.items() if known != "level3"}
        is_block_label = has_block_label and concept in _BLOCK_LABELS and col < (first_level or 0)
        if not is_block_label and concept not in found.values():
            found[col] = concept
    for points in ("weight", "score"):
        of_levels = [col for col, concept in found.items() if concept in {f"level1_{points}", f"level2_{points}"}]
        if of_levels and points not in found.values() and "level3" not in found.values():
            found[of_levels[-1]] = points
    return found


def _of_points(known: Mapping[int, str], heading: Heading) -> dict[int, str]:
    """The columns without the marks of a hundred beside scores that these come to by the weights: 评分 | 加权得分."""
    lowest = heading.lowest()
    weighted = {col for col, concept in known.items() if concept == "score" and _WEIGHTED.search(fold(lowest[col]))}
    return {col: concept for col, concept in known.items() if concept != "score" or not weighted or col in weighted}


def _plain_words(heading: Heading, known: Mapping[int, str]) -> dict[int, str]:
    """Short headings (指标, 目标, 完成) that mean something only beside points, where no other heading says it; such
    headings of weight and score (分值比重, 部门自评) beside each other."""
    present = set(known.values())
    plain = {col: _PLAIN_WORDS.get(fold(text)) for col, text in sorted(heading.lowest().items())}
    for label in [col for col, text in heading.lowest().items() if fold(text) in _OF_WHOLE][:-1]:
        del plain[label]  # It is beside the table, or a level's.
    if not _POINTS & present and not set(plain.values()) >= _POINTS:
        return {}
    if "level2" in present:
        present |= {"level1"}
    return {col: concept for col, concept in plain.items() if concept and concept not in present}


def _is_levels(concepts: Mapping[int, str]) -> bool:
    present = set(concepts.values())
    return "level3" in present or {"level1", "level2"} <= present


def _is_complete(concepts: Mapping[int, str]) -> bool:
    return _is_levels(concepts) and bool(set(concepts.values()) & {"weight", "score", "actual", "target"})
