"""Grades: where a report asks for one, and what is ticked or said there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ingest.document import Cell
from ingest.forms.head import LONGEST_LABEL, labelled_values
from ingest.forms.layout import Row
from ingest.lexicon import marks
from ingest.lexicon.labels import is_label, row_concept
from ingest.lexicon.text import fold

_GRADE_LABEL = re.compile(r"等\s*[级次]|结\s*论|评\s*级|档\s*次")
_OPEN_GRADE = re.compile(r"(?:自评|评价|绩效|综合|评定|结果)*(?:等[级次]|评级|档次):[_—…-]*")
_GRADED = r"(?:等级|等次|级别|评级|档次|(?:评价|自评|评定)结果|评定|结论)\s*(?:评定)?(?:为|是|属于?|[:：])*\s*"
_OPEN, _CLOSE = "[“\"‘'（(【「]?", "[”\"’'）)】」]?"
_PROSE_GRADE = re.compile(
    rf"(?:自评|评价|综合|总|得分)[^。；;]{{0,16}}\d分?\s*[，,（(]\s*(?P<behind>{marks.GRADE_WORDS})(?=[。）)；;]|$)|"
    r"(?:自评|(?<!众)(?<!师生)(?<!家长)(?<!患者)评价|综合|总|项目得)(?:(?!达到?|满|于|过|每)[^。；;，,\d≥>＞-]){0,16}\d+(?:\.\d+)?\s*分\s*[，,]\s*"
    rf"(?:自评|评价|评定)?(?:结果)?(?:为|是|属于?|达到?|处于|评为)\s*{_OPEN}(?P<as>{marks.GRADE_WORDS}){_CLOSE}"
    r"(?:等级|等次|级|档次?)?(?=[。）)；;，,]|$)|"
    rf"(?:自评|(?<!众)评价|评定)(?:结果)?(?:为|是|[:：])\s*{_OPEN}(?P<before>{marks.GRADE_WORDS}){_CLOSE}(?:等级|等次|级|档次?)?[，,、]\s*(?:(?:自评|综合|最终)?(?:得分|分数)(?:为|是|[:：])?\s*\d|\d[\d.]*分)|"
    rf"(?:整体|支出|项目|[局委办厅]|单位)绩效(?:自评|评价)为\s*{_OPEN}(?P<plain>{marks.GRADE_WORDS}){_CLOSE}(?=[。；;，,]|$)|"
    rf"{_GRADED}{_OPEN}(?P<word>{marks.GRADE_WORDS}){_CLOSE}(?:等级|等次|级|档次?)?(?![”\"’'\u4e00-\u9fff])"
)
_SCALE = re.compile(rf"(?:\d+(?:\.\d+)?\s*分[^。\d]{{0,8}}(?:{marks.GRADE_WORDS})[^。\d]*){{2}}")
_COUNTED = re.compile(r"\d\s*[个项]")
_MAY_HOLD_GRADE = re.compile(r"优|良|差|㊝|㊥|合格|一般|中等|中(?![\u4e00-\u9fff])")
_MAY_GIVE_GRADE = re.compile("等级|等次|级别|评级|档次|结果|评定|结论|自评为|评价为")
_DIGIT = re.compile(r"\d")
_GRADES_TO_CHOOSE = re.compile(rf"{_GRADED}(?P<choice>{marks.GRADE_CHOICE})")


def grades(rows: Iterable[Row]) -> Iterator[tuple[tuple[str, str] | None, Row, Cell]]:
    """Every place where a grade is asked for: ((grade, word) or None where nothing is ticked, row, cell)."""
    for row in rows:
        filled = row.filled
        label = None
        if (not row.is_line or len(row.cells) > 1) and _GRADE_LABEL.search(row.text):
            label = next((number for number, cell in enumerate(filled) if _asks_for_grade(cell)), None)
        if label is not None:
            for cell in filled[label + 1 :]:
                if len(fold(cell.text)) <= 30 and marks.asks_for_grade(cell.text):
                    yield marks.grade(cell.text), row, cell
                    break
            else:
                said_beside = list(_grades_in_words(row, filled[label + 1 :]))
                yield from said_beside
                if not said_beside and _is_left_blank(row, label):
                    yield None, row, filled[label]
            continue
        if "等" in row.text and (":" in row.text or "：" in row.text):
            yield from ((None, row, cell) for cell in filled if _OPEN_GRADE.fullmatch(fold(cell.text)))
        if _MAY_HOLD_GRADE.search(row.text):
            said = [cell for cell, label, _ in labelled_values(row) if row_concept(label) == "grade"]
            words = filled if row.is_line else [cell for cell in filled if len(cell.text) > 12 or cell in said]
            yield from _grades_in_words(row, words)


def _asks_for_grade(cell: Cell) -> bool:
    return len(cell.text) <= LONGEST_LABEL and row_concept(cell.text) == "grade"


def _is_left_blank(row: Row, position: int) -> bool:
    """Whether nothing but another label stands behind the label of a grade; it heads no column, beside others."""
    label, before = row.filled[position], row.filled[position - 1] if position else None
    behind = next((cell for cell in row.cells if cell.col > label.col), None)
    if not _OPEN_GRADE.fullmatch(f"{fold(label.text).rstrip(':')}:"):
        return False
    if behind is not None and fold(behind.text) and ":" not in fold(behind.text):
        return False
    is_alone = len(row.cells) == 1 and not row.true_grid
    is_heading = before is not None and before.col + before.col_span == label.col and is_label(before.text)
    return (behind is not None or is_alone) and not is_heading


def _grades_in_words(row: Row, cells: Iterable[Cell]) -> Iterator[tuple[tuple[str, str] | None, Row, Cell]]:
    for cell in cells:
        text = cell.text
        if not _MAY_HOLD_GRADE.search(text) or not (_MAY_GIVE_GRADE.search(text) or _DIGIT.search(text)):
            continue
        choice = _GRADES_TO_CHOOSE.search(cell.text)
        if choice and marks.is_marked(choice["choice"]):
            yield marks.grade(choice["choice"]), row, cell
            continue
        if choice and len(re.findall(marks.GRADE_WORDS, choice["choice"])) > 1:
            continue  # The scale, not the grade.
        match = _PROSE_GRADE.search(cell.text)
        if match and _COUNTED.search(re.split(r"[，,。；;]", cell.text[: match.start()])[-1]):
            continue  # How many projects have it.
        if match and match["as"] and _SCALE.search(cell.text):
            continue  # The scale, or several projects.
        if match and match["plain"] and len(_PROSE_GRADE.findall(cell.text)) > 1:
            continue  # Each of another project.
        word = (match["word"] or match["behind"] or match["as"] or match["before"] or match["plain"]) if match else None
        grade = marks.grade_of(word) if word else None
        if word and grade:
            yield (grade, word), row, cell
