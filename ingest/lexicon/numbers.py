"""Figures as reports print them: one in a cell, or many in a sentence.

Accepted: half and full width digits, thousands separators, signs, %/％, the units 亿元, 万元, 元 and a bare 万 or 亿
behind money, points (分). A dash, a slash or 无 is no figure.
"""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

_UNSIGNED = r"(?:\d{1,3}(?:[,，]\d{3})+|\d+)"
_NUMBER = rf"[-+－＋]?{_UNSIGNED}(?:[.．]\d+)?"
# What must not stand before a number is asked behind its first character: a search stops only where one may begin.
_NUMBER_IN_TEXT = (
    r"[-+－＋\d](?<![\dA-Za-z.．-].)(?<!\d[,， \u3000].)(?<![%％][-－])"
    rf"(?:(?<=\d)(?:\d{{0,2}}(?:[,，]\d{{3}})+|\d*)|(?<!\d){_UNSIGNED})(?:[.．]\d+)?"
)
_UNIT_OF = {"亿元": "yi", "亿": "yi", "万元": "wan", "万": "wan", "元": "yuan", "%": "percent", "分": "points"}
PER_WAN = {"wan": Decimal(1), "yuan": Decimal("0.0001"), "yi": Decimal(10000)}
_CELL = re.compile(rf"^(?P<number>{_NUMBER})(?P<unit>亿元|万元|元|%|分)?$")
_IN_TEXT = re.compile(
    rf"(?P<number>{_NUMBER_IN_TEXT})[ \u3000]*[（(]?"
    r"(?P<unit>亿元|万元|元|[%％](?![点])|分(?![钟别类局布析为公店支管期级段之享离散享配值])|[万亿](?=[，。；,;、）)]|$))"
)
_PERCENT_WORDS = re.compile(r"百分之(?P<number>[零〇一二三四五六七八九十百点]+)")
_WORDED = "一二三四五六七八九两零〇壹贰叁肆伍陆柒捌玖十百千拾佰仟"
_WORDS = re.compile(
    rf"(?P<number>[{_WORDED}](?<![{_WORDED}万亿第数几上点].)[{_WORDED}万亿]{{0,23}}(?:点[{_WORDED}]+[万亿]?)?)"
    r"(?P<unit>元(?!旦|素)|分(?=[，。；,;]|$))"
)
_BARE_POINTS = re.compile(r"(?:得分|评分|总分)(?:为|是|[:：])?\s*(?P<number>\d{1,3}(?:\.\d+)?)(?=[，。；,;、]|$)")
_DIGIT = re.compile(r"\d")
_DIGITS = {character: value for value, character in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_DIGITS |= {character: value for value, character in enumerate("壹贰叁肆伍陆柒捌玖", start=1)}
_TENS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}


class Figure(NamedTuple):
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
    folded = "".join(unicodedata.normalize("NFKC", text).split())
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
    """九十五点五 → 95.5, 十二万五千 → 125000, 玖拾捌万 → 980000; None for words that are no number."""
    whole, _, fraction = text.partition("点")
    scale = {"万": 10_000, "亿": 100_000_000}.get(fraction[-1:], 1)
    fraction = fraction.rstrip("万亿")
    number = _whole_number(whole)
    if number is None or any(character not in _DIGITS for character in fraction):
        return None
    digits = "".join(str(_DIGITS[character]) for character in fraction)
    return Decimal(f"{number}.{digits}" if digits else number) * scale


def _whole_number(text: str) -> int | None:
    for name, scale in (("亿", 100_000_000), ("万", 10_000)):
        more, mark, less = text.rpartition(name)
        if mark:
            above, below = _whole_number(more) if more else None, _whole_number(less) if less else 0
            return None if above is None or below is None else above * scale + below
    total, digit = 0, 0
    for character in text:
        if character in _TENS:
            total, digit = total + (digit or 1) * _TENS[character], 0
        elif character in _DIGITS:
            digit = _DIGITS[character]
        else:
            return None
    return total + digit


@lru_cache(maxsize=2048)
def figures(text: str) -> tuple[Figure, ...]:
    """All figures with a unit of money, percent or points in running text, in order, with their character range."""
    found: list[Figure] = []
    has_digits, has_words = bool(_DIGIT.search(text)), "元" in text or "分" in text
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
    for match in _PERCENT_WORDS.finditer(text) if has_words else ():
        worded = chinese_number(match["number"])
        if worded is not None:
            decimals = len(match["number"].partition("点")[2])
            found.append(Figure(worded, decimals, match["number"], "百分之", "percent", match.start(), match.end()))
    for match in _WORDS.finditer(text) if has_words else ():
        number_text, unit = match["number"], match["unit"]
        if unit == "元" and number_text[-1] in "万亿" and not re.search("[万亿]", number_text[:-1]):
            number_text, unit = number_text[:-1], f"{number_text[-1]}元"
        worded = chinese_number(number_text)
        if worded is not None:
            decimals = len(number_text.partition("点")[2])
            found.append(Figure(worded, decimals, number_text, unit, _UNIT_OF[unit], match.start(), match.end()))
    for match in _BARE_POINTS.finditer(text) if has_digits else ():
        number, decimals = _decimal(match["number"])
        found.append(Figure(number, decimals, match["number"], None, "points", match.start("number"), match.end()))
    return tuple(sorted(found, key=lambda figure: figure.start))
