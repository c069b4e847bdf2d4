"""Ticked options and grades: 优√ 良□, ☑经常性项目, 一次性项目（√）, a circle drawn around 优."""

from __future__ import annotations

import re

_TICKS = "√✓✔☑☒✅🗹🗷⊠⊡▣■◼◾⬛●◉⦿⊙◎⚫◆★▇"
_BOXES = "□☐◻◽⬜▢▫❏❐❑❒○◯⭕⚪◇☆"
# Symbol fonts (Wingdings and its kin) whose characters came without their font: private codes, or the letters below.
_PRIVATE_TICKS = "\uf0fe\uf0fc\uf0fd\uf052\uf050\uf053\uf054\uf06e\uf06c\uf0a4"
_PRIVATE_BOXES = "\uf0a8\uf06f\uf071\uf072\uf0a3\uf0a1"
_LETTER_TICKS, _PLAIN_LETTER_TICKS, _LETTER_BOXES = "þüý", "RTt", "¨£¡"
_ENCLOSING = "\u20dd\u20de\u20df\u20e2\u20e3\u20e4"
_CIRCLED = {"㊝": "优\u20dd", "㊥": "中\u20dd"}
_VARIANT = "\ufe0e\ufe0f"
_GRADES = {
    "excellent": ("优秀", "优"),
    "good": ("良好", "良"),
    "fair": ("中等", "一般", "基本合格", "基本达标", "合格", "中"),
    "poor": ("较差", "不合格", "差"),
}
_GRADE_OF = {word: grade for grade, words in _GRADES.items() for word in words}
GRADE_WORDS = "优秀|优|良好|良|中等|不合格|基本合格|合格|一般|较差|中|差"
_MARK = re.compile(f"[{_TICKS}{_BOXES}]")
_MAY_BE_MARKED = re.compile(
    f"[㊝㊥{_BOXES}{_PRIVATE_TICKS}{_PRIVATE_BOXES}{_LETTER_TICKS}{_LETTER_BOXES}{_ENCLOSING}{_VARIANT}]"
)
_BESIDE = (
    rf"\s（()）、/{_TICKS}{_BOXES}{_PRIVATE_TICKS}{_PRIVATE_BOXES}"
    rf"{_LETTER_TICKS}{_PLAIN_LETTER_TICKS}{_LETTER_BOXES}{_ENCLOSING}{_VARIANT}"
)
GRADE_CHOICE = rf"(?:[{_BESIDE}]*(?:{GRADE_WORDS}|[㊝㊥]))+[{_BESIDE}]*"


def ticked(text: str, options: str) -> list[str]:
    """The options (a regular expression of alternatives) in `text` that carry a tick, wherever the unit put it, or are
    encircled. Marks stand before their option where the text starts with one, else behind it."""
    plain, enclosed = _plain(text)
    if enclosed:
        return [match[0] for match in re.finditer(options, plain) if any(at in enclosed for at in range(*match.span()))]
    marks_first = bool(re.match(rf"\s*[（(]?\s*[{_TICKS}{_BOXES}]", plain))
    mark = rf"[（(]?\s*(?P<mark>[{_TICKS}])\s*[)）]?"
    pattern = rf"{mark}\s*(?P<option>{options})" if marks_first else rf"(?P<option>{options})\s*{mark}"
    return [match["option"] for match in re.finditer(pattern, plain)]


def asks_for_grade(text: str) -> bool:
    """Whether a cell is a choice of grades or a grade, not a sentence that contains one of their words."""
    bare = re.sub(rf"[\s。:：（）()【】“”\"、/{_TICKS}{_BOXES}]", "", _plain(text)[0])
    return bool(re.fullmatch(rf"(?:{GRADE_WORDS})+", bare))


def is_marked(text: str) -> bool:
    """Whether boxes, ticks or enclosing lines stand in the text."""
    plain, enclosed = _plain(text)
    return bool(enclosed or _MARK.search(plain))


def grade(text: str) -> tuple[str, str] | None:
    """(grade, word as printed) of a grade cell: the ticked word, or the only word that stands there; else None."""
    chosen = ticked(text, GRADE_WORDS)
    if not chosen and not is_marked(text):
        bare = re.sub(r"^[（(【“\"]|[)）】”\"]$", "", re.sub(r"[\s。:：]", "", text))
        chosen = [bare] if bare in _GRADE_OF else []
    return (_GRADE_OF[chosen[0]], chosen[0]) if len(chosen) == 1 else None


def grade_of(word: str) -> str | None:
    """The grade that a word stands for: 优秀 → excellent."""
    return _GRADE_OF.get(word)


def _plain(text: str) -> tuple[str, set[int]]:
    """`text` with every mark as one character, and the positions of the letters that something is drawn around."""
    if not _MAY_BE_MARKED.search(text):
        return text, set()
    for circled, letter in _CIRCLED.items():
        text = text.replace(circled, letter)
    text = re.sub(f"[{_VARIANT}]", "", text)
    text = re.sub(f"[{_PRIVATE_TICKS}]", "☑", text)
    text = re.sub(f"[{_PRIVATE_BOXES}]", "□", text)
    if re.search(f"[{_BOXES}{_LETTER_BOXES}{_LETTER_TICKS}]", text):
        text = re.sub(rf"(?<![A-Za-z])[{_LETTER_TICKS}{_PLAIN_LETTER_TICKS}](?![A-Za-z])", "☑", text)
        text = re.sub(f"[{_LETTER_BOXES}]", "□", text)
    text = re.sub(rf"([{_TICKS}xX×])[{_ENCLOSING}]+", "☑", text)
    text = re.sub(rf"(?<![^\s\xa0{_BOXES}（(])[\s\xa0{_BOXES}]?[{_ENCLOSING}]+", "□", text)
    plain: list[str] = []
    enclosed: set[int] = set()
    for character in text:
        if character in _ENCLOSING:
            enclosed.add(len(plain) - 1)
        else:
            plain.append(character)
    return "".join(plain), enclosed
