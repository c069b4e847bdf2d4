"""Ticked options and grades: 优√ 良□, ☑经常性项目, 一次性项目（√）."""

from __future__ import annotations

import re

_TICKS = "√✓✔☑☒■●▇"
_BOXES = "□☐○"
_GRADES = {
    "excellent": ("优秀", "优"),
    "good": ("良好", "良"),
    "fair": ("中等", "一般", "基本合格", "基本达标", "合格", "中"),
    "poor": ("较差", "不合格", "差"),
}
_GRADE_OF = {word: grade for grade, words in _GRADES.items() for word in words}
GRADE_WORDS = "优秀|优|良好|良|中等|不合格|基本合格|合格|一般|较差|中|差"


def ticked(text: str, options: str) -> list[str]:
    """The options (a regular expression of alternatives) in `text` that carry a tick, wherever the unit put it.

    Marks stand before their option where the text starts with one, else behind it.
    """
    marks_first = bool(re.match(rf"\s*[（(]?\s*[{_TICKS}{_BOXES}]", text))
    mark = rf"[（(]?\s*(?P<mark>[{_TICKS}])\s*[)）]?"
    pattern = rf"{mark}\s*(?P<option>{options})" if marks_first else rf"(?P<option>{options})\s*{mark}"
    return [match["option"] for match in re.finditer(pattern, text)]


def asks_for_grade(text: str) -> bool:
    """Whether a cell is a choice of grades or a grade, not a sentence that contains one of their words."""
    bare = re.sub(rf"[\s。:：（）()、/{_TICKS}{_BOXES}]", "", text)
    return bool(re.fullmatch(rf"(?:{GRADE_WORDS})+", bare))


def grade(text: str) -> tuple[str, str] | None:
    """(grade, word as printed) of a grade cell: the ticked word, or the only word that stands there; else None."""
    chosen = ticked(text, GRADE_WORDS)
    if not chosen and not re.search(rf"[{_TICKS}{_BOXES}]", text):
        bare = re.sub(r"[\s。:：]", "", text)
        chosen = [bare] if bare in _GRADE_OF else []
    return (_GRADE_OF[chosen[0]], chosen[0]) if len(chosen) == 1 else None


def grade_of(word: str) -> str | None:
    """The grade that a word stands for: 优秀 → excellent."""
    return _GRADE_OF.get(word)
