"""Totals whose figures have labels of their own: below these (总分值 | 总得分 | 自评等级), or behind them in one cell
(自评得分：93.5)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.document import Cell
from ingest.forms.layout import Row
from ingest.lexicon.marks import GRADE_WORDS
from ingest.lexicon.numbers import cell_figure, may_be_several
from ingest.lexicon.text import fold

_LABEL = (
    r"(?P<score>(?:自评|评价|综合|实际)*总?得分(?:合计)?)|(?P<weight>总?(?:分值|权重|满分)(?:合计)?)"
    r"|(?P<grade>(?:自评|评价|绩效|综合)*(?:等级|等次))|(?P<whole>总分|合计|总计)"
)
_ONLY_LABEL = re.compile(_LABEL)
_LABELLED = re.compile(rf"\(?(?:{_LABEL})\)?[:：]?(?P<value>\d{{1,3}}(?:\.\d+)?|{GRADE_WORDS})分?[,;、]?")
_CONCEPTS = ("score", "weight", "grade", "whole")
_LONGEST = 40


def labels_over_total(rows: Sequence[Row], position: int) -> dict[str, Cell]:
    """What the figures of the row below `rows[position]` are, where that row labels nothing but a total's: its score
    with its weight or grade, each by its concept."""
    row, below = rows[position], rows[position + 1] if position + 1 < len(rows) else None
    if "total" not in row.labels or below is None or below.block_no != row.block_no or below.stands_alone:
        return {}
    labels = row.filled[1:] if fold(row.filled[0].text) in {"总分", "合计", "总计"} else row.filled
    concepts = [match.lastgroup or "" if (match := _ONLY_LABEL.fullmatch(fold(label.text))) else "" for label in labels]
    if row.true_grid or len(below.filled) != len(labels):
        missing = 0 if row.true_grid else row.width - below.width
        under = {cell.col + missing: cell for cell in below.filled}
    else:
        under = {label.col: cell for label, cell in zip(labels, below.filled, strict=True)}
    found = {
        concept: under.pop(label.col) for concept, label in zip(concepts, labels, strict=True) if label.col in under
    }
    is_all = not under and all(map(_fits, found, found.values()))
    is_each_once = "" not in concepts and len({*concepts}) == len(concepts)
    found = _told(found)
    return found if is_all and is_each_once and "score" in found and len(found) > 1 else {}


def labelled_points(row: Row) -> dict[str, Cell]:
    """The points and the grade of a row that stand behind their labels in one cell, by their concepts."""
    found: dict[str, Cell] = {}
    for cell in row.filled:
        bare = fold(cell.text)
        if len(bare) > _LONGEST or bare.isascii() or may_be_several(cell.text):
            continue
        matches = list(_LABELLED.finditer(bare))
        if sum(len(match.group()) for match in matches) < len(bare):
            continue
        for match in matches:
            concept = next(concept for concept in _CONCEPTS if match[concept])
            value = cell._replace(text=match["value"])
            if _fits(concept, value):
                found.setdefault(concept, value)
    return _told(found)


def is_labelled_total(row: Row) -> bool:
    """Whether nothing but a score with its label, with the weight or the grade, stands in the cells of a row."""
    if "分" not in row.text or len(row.filled) > len(_CONCEPTS):
        return False
    found = labelled_points(row)
    return "score" in found and {cell.col for cell in found.values()} == {cell.col for cell in row.filled}


def _told(found: dict[str, Cell]) -> dict[str, Cell]:
    """The points where 总分 is told apart: it is the full mark beside a 得分, and else the score."""
    named = {concept: cell for concept, cell in found.items() if concept != "whole"}
    if "whole" in found:
        named.setdefault("weight" if "score" in found else "score", found["whole"])
    return named


def _fits(concept: str, cell: Cell) -> bool:
    return (cell_figure(cell.text) is None) == (concept == "grade")
