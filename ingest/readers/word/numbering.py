"""Automatic numbering as the text that Word prints: 一、 （二） 3. (4) ①.

Counters belong to the abstract list, so that lists which share one count on; a list with a start of its own begins
anew where it is first used. A level that comes before the one above it counts that one as begun.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml.etree import _Element

from ingest.readers.word.names import NUM_ID, P_STYLE, VAL, is_on, number, w
from ingest.readers.word.styles import Styles
from ingest.readers.word.symbols import symbol

_LEVELS = 9
_PLACE = re.compile(r"%([1-9])")
_BOXES_AND_TICKS = frozenset("□☐☑☒√✓✔×○")
_FULL_WIDTH_END = re.compile(r"[\u3000-\u303f\uff00-\uffef]$")
_CHINESE = "零一二三四五六七八九"
_LEGAL = "零壹贰叁肆伍陆柒捌玖"
_ROMAN = tuple(
    zip((1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1), "M CM D CD C XC L XL X IX V IV I".split(), strict=True)
)


def counted(value: int, form: str) -> str:
    """A counter in one of Word's number formats; in decimal where the format has no such number or is not known."""
    if form in _ROWS and 0 < value <= len(_ROWS[form]):
        return _ROWS[form][value - 1]
    if form in _CHINESE_COUNTING and 0 <= value < 10_000:
        return _chinese(value, _CHINESE, "十百千")
    if form in ("chineseLegalSimplified", "ideographLegalTraditional") and 0 <= value < 10_000:
        return _chinese(value, _LEGAL, "拾佰仟", short_ten=False)
    if form in ("ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital"):
        return "".join("〇一二三四五六七八九"[int(digit)] for digit in str(value))
    if form in ("upperLetter", "lowerLetter") and value > 0:
        letter = chr(ord("A") + (value - 1) % 26) * ((value - 1) // 26 + 1)
        return letter if form == "upperLetter" else letter.lower()
    if form in ("upperRoman", "lowerRoman") and 0 < value < 4000:
        return _roman(value) if form == "upperRoman" else _roman(value).lower()
    if form in ("decimalFullWidth", "decimalFullWidth2"):
        return "".join(chr(ord(digit) + 0xFEE0) for digit in str(value))
    if form == "numberInDash":
        return f"- {value} -"
    if form == "none":
        return ""
    return str(value).zfill(2 if form == "decimalZero" else 1)


_CHINESE_COUNTING = frozenset(
    "chineseCounting chineseCountingThousand japaneseCounting taiwaneseCounting taiwaneseCountingThousand".split()
)
_ROWS = {
    "decimalEnclosedCircle": "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳",
    "decimalEnclosedCircleChinese": "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳",
    "decimalEnclosedParen": "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇",
    "decimalEnclosedFullstop": "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛",
    "ideographEnclosedCircle": "㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉",
    "ideographTraditional": "甲乙丙丁戊己庚辛壬癸",
    "ideographZodiac": "子丑寅卯辰巳午未申酉戌亥",
}


def _chinese(value: int, digits: str, units: str, short_ten: bool = True) -> str:
    if value < 10:
        return digits[value]
    if short_ten and 10 <= value < 20:
        return units[0] + (digits[value - 10] if value > 10 else "")
    text, gap = "", False
    for position, digit in zip(range(len(str(value)) - 1, -1, -1), str(value), strict=True):
        if digit == "0":
            gap = True
            continue
        text += (digits[0] if gap else "") + digits[int(digit)] + (units[position - 1] if position else "")
        gap = False
    return text


def _roman(value: int) -> str:
    text = ""
    for worth, letters in _ROMAN:
        text += letters * (value // worth)
        value %= worth
    return text


@dataclass(slots=True)
class _Level:
    """One level of a list. `restart` is the level (from 1) whose use restarts it: None any above it, 0 none."""

    start: int
    form: str
    width: int
    text: str
    font: str | None
    is_tight: bool
    is_decimal: bool
    restart: int | None
    style: str | None


@dataclass(slots=True)
class _List:
    """A list as paragraphs name it: the abstract list it counts with, its levels, the levels it starts anew."""

    abstract_id: str
    levels: dict[int, _Level]
    restarted: list[int]


class Numbering:
    """The lists of a document and how far they have counted; `label` must be asked in reading order."""

    def __init__(self, root: _Element, styles: Styles) -> None:
        self._styles = styles
        self._abstract = {item.get(w("abstractNumId"), ""): item for item in root.iterchildren(w("abstractNum"))}
        self._concrete = {item.get(NUM_ID, ""): item for item in root.iterchildren(w("num"))}
        self._lists: dict[str, _List | None] = {}
        self._counters: dict[str, dict[int, int]] = {}
        self._begun: set[str] = set()

    def label(self, style_id: str | None, number_id: str | None, level: int | None) -> str:
        """What is printed before the text of the next paragraph, given its style and its own list and level."""
        style_id = style_id or self._styles.default
        styled_id, styled_level = self._styles.numbering(style_id)
        by_style = number_id is None
        number_id = number_id if number_id is not None else styled_id
        if number_id is None:
            return ""
        if number_id not in self._lists:
            self._lists[number_id] = self._resolve(number_id)
        chosen = self._lists[number_id]
        if chosen is None:
            return ""
        if level is None:
            level = self._level_of_style(chosen, style_id) if by_style else None
        if level is None:
            level = styled_level or 0
        if level not in chosen.levels:
            return ""
        return self._count(number_id, chosen, level)

    def _count(self, number_id: str, chosen: _List, level: int) -> str:
        counters = self._counters.setdefault(chosen.abstract_id, {})
        if number_id not in self._begun:
            self._begun.add(number_id)
            for restarted in chosen.restarted:
                counters.pop(restarted, None)
        current = chosen.levels[level]
        for above in range(level):
            if above in chosen.levels:
                counters.setdefault(above, chosen.levels[above].start)
        counters[level] = counters[level] + 1 if level in counters else current.start
        for deeper in [depth for depth in counters if depth > level]:
            restart = chosen.levels[deeper].restart if deeper in chosen.levels else None
            if restart is None or level < restart:
                del counters[deeper]
        if current.form == "bullet":
            mark = "".join(symbol(current.font, ord(character)) for character in current.text)
            return mark if mark in _BOXES_AND_TICKS else ""

        def place(match: re.Match[str]) -> str:
            depth = int(match[1]) - 1
            shown = chosen.levels.get(depth)
            if shown is None:
                return ""
            form = "decimal" if current.is_decimal else shown.form
            return counted(counters.get(depth, shown.start), form).zfill(shown.width)

        text = _PLACE.sub(place, current.text)
        return text if not text or current.is_tight or _FULL_WIDTH_END.search(text) else text + " "

    @staticmethod
    def _level_of_style(chosen: _List, style_id: str | None) -> int | None:
        return next((depth for depth, level in chosen.levels.items() if style_id and level.style == style_id), None)

    def _resolve(self, number_id: str) -> _List | None:
        concrete = self._concrete.get(number_id)
        if concrete is None:
            return None
        abstract_id = _value(concrete, "abstractNumId") or ""
        abstract = self._abstract.get(abstract_id)
        for _ in range(_LEVELS):
            link = None if abstract is None else _value(abstract, "numStyleLink")
            if link is None:
                break
            linked, _ = self._styles.numbering(link)
            target = self._concrete.get(linked or "")
            abstract_id = (_value(target, "abstractNumId") or "") if target is not None else ""
            abstract = self._abstract.get(abstract_id)
        if abstract is None:
            return None
        levels = dict(_level(item) for item in abstract.iterchildren(w("lvl")))
        restarted: list[int] = []
        for override in concrete.iterchildren(w("lvlOverride")):
            depth = number(override.get(w("ilvl")), 0)
            own = override.find(w("lvl"))
            if own is not None:
                levels[depth] = _level(own)[1]
            start = _value(override, "startOverride")
            if start is not None and depth in levels:
                levels[depth].start = number(start, 1)
                restarted.append(depth)
        return _List(abstract_id, levels, restarted)


def _value(parent: _Element, name: str) -> str | None:
    child = parent.find(w(name))
    return None if child is None else child.get(VAL)


def _level(element: _Element) -> tuple[int, _Level]:
    form_element = next(element.iter(w("numFmt")), None)
    form = "decimal" if form_element is None else form_element.get(VAL, "decimal")
    pattern = "" if form_element is None else form_element.get(w("format"), "")
    fonts = element.find(f"{w('rPr')}/{w('rFonts')}")
    restart = _value(element, "lvlRestart")
    style = element.find(P_STYLE)
    return number(element.get(w("ilvl")), 0), _Level(
        start=number(_value(element, "start"), 0),
        form=form,
        width=len(pattern.split(",")[0].strip()) if form == "custom" else 0,
        text=_value(element, "lvlText") or "",
        font=None if fonts is None else fonts.get(w("ascii")) or fonts.get(w("hAnsi")),
        is_tight=_value(element, "suff") == "nothing",
        is_decimal=is_on(element.find(w("isLgl"))),
        restart=None if restart is None else number(restart, 0),
        style=None if style is None else style.get(VAL),
    )
