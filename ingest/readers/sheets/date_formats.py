"""Dates and times of spreadsheets (days since 1900 or 1904) as their number format shows them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from functools import lru_cache

_TOKEN = re.compile(
    r'"([^"]*)"|\\(.)|_.|\*.|\[([^\]]*)\]|(AM/PM|A/P|上午/下午|General)|(\.0+|y+|m+|d+|h+|s+|a+|[eE][+-]?|b+|g+)|(.)',
    re.DOTALL | re.IGNORECASE,
)
_ELAPSED = re.compile(r"(?i)h+|m+|s+")
_LOCALE_DEPENDENT = re.compile(r"(?i)\$-F[48]00")
_MONTHS = "January February March April May June July August September October November December".split()
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_WEEKDAYS = "一二三四五六日"
_LAST_DAY = 2958465  # 9999-12-31
_SECONDS = 86400

Token = tuple[str, str]  # (kind, text): kind is "literal", "field", "half" or "elapsed"


@lru_cache(maxsize=512)
def is_date(code: str) -> bool:
    """Whether the format shows a date or a time: it has a date field outside quotes and no place for digits."""
    first = code.split(";")[0]
    tokens = _TOKEN.findall(first)
    if any(word.lower() == "general" or character in {"0", "#", "?", "@"} for *_, word, _, character in tokens):
        return False
    return any(
        (field and field[0].lower() in "ymdhsaeg") or (bracket and _ELAPSED.fullmatch(bracket))
        for _, _, bracket, _, field, _ in tokens
    )


def display(number: Decimal, code: str, *, date1904: bool = False) -> str | None:
    """The date as shown, or as 2025-05-19 (with its time) where that cannot be told; None for what is no date."""
    moment = _moment(number, date1904)
    if moment is None:
        return None
    tokens = _tokens(code)
    if tokens is None:
        return _iso(moment)
    if number < 1 and not date1904 and any(kind == "field" and text[0] in "ymda" for kind, text in tokens):
        return None
    day, seconds = moment
    twelve = any(kind == "half" for kind, _ in tokens)
    fraction = max((len(text) - 1 for kind, text in tokens if kind == "field" and text[0] == "."), default=0)
    seconds = seconds.quantize(Decimal(1).scaleb(-fraction), ROUND_HALF_UP)
    elapsed = (int(number) * _SECONDS) + seconds
    if seconds >= _SECONDS:
        day, seconds = day + dt.timedelta(days=1), seconds - _SECONDS
    return "".join(_show(token, day, seconds, elapsed, twelve) for token in tokens).strip()


def _moment(number: Decimal, date1904: bool) -> tuple[dt.datetime, Decimal] | None:
    """(midnight of the day, seconds since); spreadsheets believe in 29 February 1900, which shifts the days before."""
    if not 0 <= number <= _LAST_DAY:
        return None
    days = int(number)
    base = dt.datetime(1904, 1, 1) if date1904 else dt.datetime(1899, 12, 31 if days < 60 else 30)
    try:
        return base + dt.timedelta(days=days), (number - days) * _SECONDS
    except OverflowError:
        return None


def _iso(moment: tuple[dt.datetime, Decimal]) -> str:
    day, seconds = moment
    whole = day + dt.timedelta(seconds=int(seconds.quantize(Decimal(1), ROUND_HALF_UP)))
    return whole.strftime("%Y-%m-%d") if whole.time() == dt.time() else whole.strftime("%Y-%m-%d %H:%M:%S")


@lru_cache(maxsize=512)
def _tokens(code: str) -> tuple[Token, ...] | None:
    """The tokens of the first section, with m for minutes turned into n; None where the format cannot be followed."""
    tokens: list[Token] = []
    if _LOCALE_DEPENDENT.search(code):
        return None
    for literal, escaped, bracket, word, field, character in _TOKEN.findall(code):
        if character == ";":
            break
        if bracket:
            if _ELAPSED.fullmatch(bracket):
                tokens.append(("elapsed", bracket.lower()))
            elif re.match(r"(?i)dbnum|[<>=]", bracket):
                return None
        elif word:
            tokens.append(("half", word))
        elif field:
            if field.lower() not in _KNOWN and field[0] not in ".yY":
                return None
            tokens.append(("field", field.lower()))
        else:
            tokens.append(("literal", literal or escaped or character))
    return tuple(_minutes(tokens))


def _minutes(tokens: list[Token]) -> list[Token]:
    """m and mm are minutes right behind hours or right before seconds, and months elsewhere."""
    fields = [index for index, (kind, _) in enumerate(tokens) if kind in {"field", "elapsed"}]
    for rank, index in enumerate(fields):
        kind, text = tokens[index]
        if kind != "field" or text not in {"m", "mm"}:
            continue
        before = tokens[fields[rank - 1]][1] if rank else ""
        behind = tokens[fields[rank + 1]][1] if rank + 1 < len(fields) else ""
        if before.startswith("h") or behind.startswith("s"):
            tokens[index] = (kind, "n" * len(text))
    return tokens


_FIELDS: dict[str, Callable[[dt.datetime], str]] = {
    "y": lambda day: f"{day.year % 100:02}",
    "yy": lambda day: f"{day.year % 100:02}",
    "m": lambda day: str(day.month),
    "mm": lambda day: f"{day.month:02}",
    "mmm": lambda day: _MONTHS[day.month - 1][:3],
    "mmmm": lambda day: _MONTHS[day.month - 1],
    "mmmmm": lambda day: _MONTHS[day.month - 1][0],
    "d": lambda day: str(day.day),
    "dd": lambda day: f"{day.day:02}",
    "ddd": lambda day: _DAYS[day.weekday()][:3],
    "dddd": lambda day: _DAYS[day.weekday()],
    "aaa": lambda day: _WEEKDAYS[day.weekday()],
    "aaaa": lambda day: "星期" + _WEEKDAYS[day.weekday()],
}
_KNOWN = frozenset(_FIELDS) | {"h", "hh", "s", "ss"}


def _show(token: Token, day: dt.datetime, seconds: Decimal, elapsed: Decimal, twelve: bool) -> str:
    kind, text = token
    if kind == "literal":
        return text
    hour, minute, second = int(seconds) // 3600, int(seconds) // 60 % 60, int(seconds) % 60
    if kind == "half":
        morning, afternoon = text.split("/")
        return morning if hour < 12 else afternoon
    if kind == "elapsed":
        unit = {"h": 3600, "m": 60, "s": 1}[text[0]]
        return f"{int((elapsed / unit).to_integral_value(ROUND_DOWN)):0{len(text)}}"
    if text in _FIELDS:
        return _FIELDS[text](day)
    if text[0] == "y":
        return f"{day.year:04}"
    if text[0] == ".":
        return f"{seconds % 1:.{len(text) - 1}f}"[1:]
    value = {"h": (hour - 1) % 12 + 1 if twelve else hour, "n": minute, "s": second}[text[0]]
    return f"{value:0{len(text)}}"
