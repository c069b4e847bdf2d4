"""Figures as reports print them: one in a cell, or many in a sentence.

Accepted: half and full width digits, thousands separators, signs, %/％, the units 亿元, 万元, 元 and a bare 万 or 亿
behind money, points (分). A dash, a slash or 无 is no figure.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

_NUMBER = r"[-+－＋]?(?:\d{1,3}(?:[,，]\d{3})+|\d+)(?:[.．]\d+)?"
_UNIT_OF = {"亿元": "yi", "亿": "yi", "万元": "wan", "万": "wan", "元": "yuan", "%": "percent", "分": "points"}
PER_WAN = {"wan": Decimal(1), "yuan": Decimal("0.0001"), "yi": Decimal(10000)}
_CELL = re.compile(rf"^(?P<number>{_NUMBER})(?P<unit>亿元|万元|元|%|分)?$")
_IN_TEXT = re.compile(
    rf"(?<![\d.．-])(?<!\d[,， \u3000])(?<![%％](?=[-－]))(?P<number>{_NUMBER})[ \u3000]*[（(]?"
    r"(?P<unit>亿元|万元|元|[%％](?![点])|分(?![钟别类局布析为公店支管期级段之享离散享配值])|[万亿](?=[，。；,;、）)]|$))"
)
_PERCENT_WORDS = re.compile(r"百分之(?P<number>[零〇一二三四五六七八九十百点]+)")
_WORDS = re.compile(
    r"(?<![一二三四五六七八九十百千零〇第])(?P<number>[一二三四五六七八九十百千零〇两点]{1,12})(?P<unit>亿元|万元|元(?!旦|素)|分(?=[，。；,;]|$))"
)
_BARE_POINTS = re.compile(r"(?:得分|评分|总分)(?:为|是|[:：])?\s*(?P<number>\d{1,3}(?:\.\d+)?)(?=[，。；,;、]|$)")
_DIGIT = re.compile(r"\d")
_DIGITS = {character: value for value, character in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}


@dataclass(frozen=True, slots=True)
class Figure:
    """A printed figure: `value_text` verbatim without its unit, `unit` as in `Amount.unit`, None if none stands."""

    number: Decimal
    decimals: int
    value_text: str
    unit_text: str | None
    unit: str | None
    start: int = 0
    end: int = 0

    @property
    def in_wan(self) -> Decimal | None:
        """The figure in 万元, None for what is no money."""
        factor = PER_WAN.get(self.unit or "")
        return self.number * factor if factor is not None else None


def _decimal(printed: str) -> tuple[Decimal, int]:
    plain = unicodedata.normalize("NFKC", printed).replace(",", "").replace("－", "-")
    return Decimal(plain), len(plain.partition(".")[2])


@lru_cache(maxsize=8192)
def cell_figure(text: str) -> Figure | None:
    """The figure that a cell consists of, or None where the cell holds anything else (words, nothing, a dash)."""
    folded = re.sub(r"\s", "", unicodedata.normalize("NFKC", text))
    match = _CELL.match(folded)
    if match is None:
        return None
    number, decimals = _decimal(match["number"])
    unit_text = match["unit"]
    stripped = text.strip()
    value_text = stripped
    if unit_text:
        value_text = re.sub(rf"\s*(?:{unit_text}|％)$", "", stripped)
    return Figure(number, decimals, value_text, unit_text, _UNIT_OF.get(unit_text or ""))


def chinese_number(text: str) -> Decimal | None:
    """九十五点五 → 95.5; None for words that are no number below ten thousand."""
    whole, _, fraction = text.partition("点")
    total, digit = 0, 0
    for character in whole:
        if character == "百":
            total, digit = total + (digit or 1) * 100, 0
        elif character == "十":
            total, digit = total + (digit or 1) * 10, 0
        elif character == "千":
            total, digit = total + (digit or 1) * 1000, 0
        elif character in _DIGITS:
            digit = _DIGITS[character]
        else:
            return None
    if any(character not in _DIGITS for character in fraction):
        return None
    number = str(total + digit)
    return Decimal(f"{number}.{''.join(str(_DIGITS[c]) for c in fraction)}" if fraction else number)


@lru_cache(maxsize=2048)
def figures(text: str) -> tuple[Figure, ...]:
    """All figures with a unit of money, percent or points in running text, in order, with their character range."""
    found: list[Figure] = []
    has_digits = bool(_DIGIT.search(text))
    for match in _IN_TEXT.finditer(text) if has_digits else ():
        number, decimals = _decimal(match["number"])
        unit_text = match["unit"]
        found.append(
            Figure(
                number,
                decimals,
                match["number"],
                unit_text,
                _UNIT_OF[unit_text.replace("％", "%")],
                match.start(),
                match.end(),
            )
        )
    for match in _PERCENT_WORDS.finditer(text):
        worded = chinese_number(match["number"])
        if worded is not None:
            decimals = len(match["number"].partition("点")[2])
            found.append(Figure(worded, decimals, match["number"], "百分之", "percent", match.start(), match.end()))
    for match in _WORDS.finditer(text) if "元" in text or "分" in text else ():
        worded = chinese_number(match["number"])
        if worded is not None:
            unit = match["unit"]
            found.append(Figure(worded, 0, match["number"], unit, _UNIT_OF[unit], match.start(), match.end()))
    for match in _BARE_POINTS.finditer(text) if has_digits else ():
        number, decimals = _decimal(match["number"])
        found.append(Figure(number, decimals, match["number"], None, "points", match.start("number"), match.end()))
    return tuple(sorted(found, key=lambda figure: figure.start))
