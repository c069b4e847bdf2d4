"""Numbers of spreadsheets as a person sees them: the stored value under its number format.

Where the shown text depends on what the file does not tell (column width, locale) or on a rare device (fractions,
conditions, Chinese numerals), the stored value is given exactly instead, and a date as 2025-05-19.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal, InvalidOperation
from functools import lru_cache

from ingest.readers.sheets import date_formats

BUILT_IN = {
    0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 5: "¥#,##0;¥-#,##0", 6: "¥#,##0;¥-#,##0",
    7: "¥#,##0.00;¥-#,##0.00", 8: "¥#,##0.00;¥-#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?",
    13: "# ??/??", 14: "yyyy-mm-dd", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM",
    20: "h:mm", 21: "h:mm:ss", 22: "yyyy-mm-dd hh:mm", 27: 'yyyy"年"m"月"', 28: 'm"月"d"日"', 29: 'm"月"d"日"',
    30: "m-d-yy", 31: 'yyyy"年"m"月"d"日"', 32: 'h"时"mm"分"', 33: 'h"时"mm"分"ss"秒"', 34: '上午/下午h"时"mm"分"',
    35: '上午/下午h"时"mm"分"ss"秒"', 36: 'yyyy"年"m"月"', 37: "#,##0;-#,##0", 38: "#,##0;-#,##0",
    39: "#,##0.00;-#,##0.00", 40: "#,##0.00;-#,##0.00", 41: '#,##0;-#,##0;"-"', 42: '¥#,##0;¥-#,##0;¥"-"',
    43: '#,##0.00;-#,##0.00;"-"', 44: '¥#,##0.00;¥-#,##0.00;¥"-"', 45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0",
    48: "##0.0E+0", 49: "@", 50: 'yyyy"年"m"月"', 51: 'm"月"d"日"', 52: 'yyyy"年"m"月"', 53: 'm"月"d"日"',
    54: 'm"月"d"日"', 55: '上午/下午h"时"mm"分"', 56: '上午/下午h"时"mm"分"ss"秒"', 57: 'yyyy"年"m"月"',
    58: 'm"月"d"日"',
}  # fmt: skip
"""The formats that a file names by number only, as a Chinese Excel shows them (14 and 22 follow the locale: ISO)."""

_SIGNIFICANT, _EXACT = Context(prec=15, rounding=ROUND_HALF_UP), Context(prec=400, rounding=ROUND_HALF_UP)
_TOKEN = re.compile(r'"([^"]*)"|[\\!](.)|_.|\*.|\[([^\]]*)\]|(General|[eE][+-])|(.)', re.DOTALL | re.IGNORECASE)
_DIGITS = frozenset("0#?")
_IN_ONE_PIECE = re.compile(r"#*0(?:\.0+)?")
_CURRENCY = re.compile(r"\$([^-]*)(?:-[0-9A-Fa-f]+)?")
_COLOUR = re.compile(r"(?i)black|blue|cyan|green|magenta|red|white|yellow|color\s*\d+|颜色\s*\d+")
_GENERAL = "General"
_TOO_LONG = 40
_GENERAL_CHARACTERS, _LEAST_ROUNDED = 11, -4
"""How wide a number without a format is shown, and the power of ten from which on it is not shown with an exponent."""


@dataclass(frozen=True, slots=True)
class _Section:
    """One of the parts of a format that ; separates: literals and digit places in printed order. `around`: what stands
    before and behind a number that is printed in one piece."""

    parts: tuple[tuple[str, bool], ...]  # (text, whether it is a digit place or the decimal point)
    decimals: int
    percents: int
    thousands: int
    grouped: bool
    around: tuple[str, str] | None


def display(stored: str, code: str, *, date1904: bool = False) -> str:
    """The text shown for a stored number under the format `code`."""
    number = parse(stored)
    if number is None:
        return stored
    if code == _GENERAL:
        return _general(number, stored)
    is_date, sections = _kind(code)
    if is_date:
        shown = date_formats.display(number, code, date1904=date1904)
        return plain(number, stored) if shown is None else shown
    if sections is None:
        return plain(number, stored)
    section = sections[_which(number, len(sections))]
    try:
        is_told = number < 0 and _tells_sign(section, sections[0])
        shown = _render(abs(number) if is_told else number, section)
    except InvalidOperation:  # More digits than anybody prints.
        return plain(number, stored)
    return shown if shown or not number else plain(number, stored)


def number_behind(stored: str, code: str = _GENERAL) -> float | None:
    """The number that `display` shows, with all its digits; None for a date and for what is no number."""
    number = parse(stored)
    if number is None or _kind(code)[0]:
        return None
    value = float(number)
    return None if math.isinf(value) else value


def _which(number: Decimal, sections: int) -> int:
    """The section that shows the number: positive ones (or all), negative ones, zeros."""
    if number < 0:
        return min(1, sections - 1)
    return 2 if number == 0 and sections > 2 else 0


def _tells_sign(section: _Section, positive: _Section) -> bool:
    """Whether a section has a literal (a minus, brackets) that the one of positive numbers has not: else a negative
    number is told by its colour alone, which no text keeps."""
    return not _literals(section) <= _literals(positive)


def _literals(section: _Section) -> set[str]:
    return {text for text, is_place in section.parts if not is_place and not text.isspace()}


@lru_cache(maxsize=1024)
def parse(stored: str) -> Decimal | None:
    """The number at the 15 significant digits that spreadsheets work with: 0.30000000000000004 is 0.3."""
    try:
        number = _SIGNIFICANT.create_decimal(stored)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def plain(number: Decimal, stored: str) -> str:
    """The number without exponent and without trailing zeros; as stored where that is out of all proportion."""
    if abs(number.adjusted()) > _TOO_LONG:
        return stored
    text = f"{number:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text


def _general(number: Decimal, stored: str) -> str:
    """The number without a format: with the decimals that eleven characters leave room for."""
    whole = max(number.adjusted(), 0) + 1
    decimals = max(0, _GENERAL_CHARACTERS - 1 - whole)
    if number.adjusted() >= _LEAST_ROUNDED and number != number.to_integral_value():
        number = number.quantize(Decimal(1).scaleb(-decimals), context=_EXACT)
    return plain(number, stored)


def hides(code: str) -> bool:
    """Whether a format shows neither numbers nor texts."""
    sections = code.split(";")
    return len(sections) > 3 and not any(map(str.strip, sections))


@lru_cache(maxsize=512)
def _kind(code: str) -> tuple[bool, tuple[_Section, ...] | None]:
    """Whether a format shows dates, and else its sections."""
    code = code.replace("G/通用格式", _GENERAL)
    return (True, None) if date_formats.is_date(code) else (False, _sections(code))


def _sections(code: str) -> tuple[_Section, ...] | None:
    """The parsed sections for numbers; None where the format shows the plain number or cannot be followed."""
    sections: list[list[tuple[str, bool]]] = [[]]
    for literal, escaped, bracket, word, character in _TOKEN.findall(code):
        parts = sections[-1]
        if word.lower() == "general":
            parts.append((_GENERAL, True))
            continue
        if word or character == "/":
            return None
        if bracket:
            currency = _CURRENCY.fullmatch(bracket)
            if currency:
                parts.append((currency[1], False))
            elif not _COLOUR.fullmatch(bracket):
                return None
        elif character == ";":
            sections.append([])
        elif character in _DIGITS or character in {".", ",", "%"}:
            if character:
                parts.append((character, True))
        elif character == "@" and len(sections) < 4:
            return None
        elif text := literal or escaped or character:
            parts.append((text, False))
    return tuple(_section(parts) for parts in sections[:3])


def _section(parts: list[tuple[str, bool]]) -> _Section:
    """Sort out commas (groups between digits, thousands behind the last) and percent signs."""
    places = [text for text, is_place in parts if is_place and text != "%"]
    digits = [index for index, text in enumerate(places) if text in _DIGITS]
    last = digits[-1] if digits else -1
    point = places.index(".") if "." in places else len(places)
    whole = [index for index in digits if index < point]
    commas = [index for index, text in enumerate(places) if text == ","]
    scaling = {index for index in commas if index > last or (whole and whole[-1] < index < point)}
    kept = tuple((text, is_place and text != "%") for text, is_place in parts if not (is_place and text == ","))
    return _Section(
        parts=kept,
        decimals=sum(index > point for index in digits),
        percents=sum(is_place and text == "%" for text, is_place in parts),
        thousands=len(scaling) if digits else 0,
        grouped=any(whole and whole[0] < index < whole[-1] for index in commas),
        around=_around(kept),
    )


def _around(parts: tuple[tuple[str, bool], ...]) -> tuple[str, str] | None:
    """The literals before and behind the digits of 0, #,##0 or 0.00, None for any other order of places."""
    places = [index for index, (_, is_place) in enumerate(parts) if is_place]
    first, last = (places[0], places[-1] + 1) if places else (0, 0)
    if not _IN_ONE_PIECE.fullmatch("".join(text if is_place else "x" for text, is_place in parts[first:last])):
        return None
    before, behind = ("".join(text for text, _ in side) for side in (parts[:first], parts[last:]))
    return before.lstrip(), behind.rstrip()


def _render(number: Decimal, section: _Section) -> str:
    if (_GENERAL, True) in section.parts:
        size = plain(abs(number), str(abs(number)))
        shown = "".join(size if text == _GENERAL else text for text, _ in section.parts).strip()
        return "-" + shown if number < 0 else shown
    if section.around is not None:
        before, behind = section.around
        rounded = _rounded(number, section)
        digits = f"{rounded:,f}" if section.grouped else f"{rounded:f}"
        return f"{'-' if number < 0 else ''}{before}{digits}{behind}"
    places = sum(text in _DIGITS for text, is_place in section.parts if is_place)
    literals = "".join(text for text, is_place in section.parts if not is_place).strip()
    if not places:
        return "-" + literals if number < 0 and literals else literals
    whole, _, fraction = f"{_rounded(number, section):f}".partition(".")
    shown = _fill(section, whole, fraction).strip()
    return "-" + shown if number < 0 else shown


@lru_cache(maxsize=64)
def _last_place(decimals: int) -> Decimal:
    return Decimal(1).scaleb(-decimals)


def _rounded(number: Decimal, section: _Section) -> Decimal:
    """The size of a number as far as it is shown."""
    size = abs(number)
    if section.percents or section.thousands:
        size = size.scaleb(2 * section.percents - 3 * section.thousands, _EXACT)
    return size.quantize(_last_place(section.decimals), context=_EXACT)


def _fill(section: _Section, whole: str, fraction: str) -> str:
    """Put the digits into their places: whole ones from the right, decimals from the left."""
    split = next((index for index, part in enumerate(section.parts) if part == (".", True)), len(section.parts))
    front: list[str] = []
    rest = list(whole.lstrip("0"))
    count = 0
    remaining = sum(is_place for _, is_place in section.parts[:split])
    if not remaining:
        front, rest = rest[::-1], []
    for text, is_place in reversed(section.parts[:split]):
        if not is_place:
            front.append(text)
            continue
        remaining -= 1
        for _ in range(len(rest) if remaining == 0 and rest else 1):
            digit = rest.pop() if rest else {"0": "0", "#": "", "?": " "}[text]
            if section.grouped and digit.isdigit() and count and count % 3 == 0:
                front.append(",")
            front.append(digit)
            count += digit.isdigit()
    behind: list[str] = []
    left = list(fraction)
    significant = len(fraction.rstrip("0"))
    for text, is_place in section.parts[split:]:
        if not is_place:
            behind.append(text)
        elif text == ".":
            behind.append(".")
        else:
            position = len(fraction) - len(left)
            digit = left.pop(0)
            behind.append(digit if text == "0" or position < significant else "" if text == "#" else " ")
    return "".join(reversed(front)) + "".join(behind)
