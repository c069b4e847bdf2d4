"""How figures are written: money in 万元 or 亿元, rates in percent with two digits, and a dash for what is not said."""

from __future__ import annotations

import datetime as dt
import re
from contextvars import ContextVar
from dataclasses import dataclass
from decimal import Decimal

from dashboard.i18n import _

Number = Decimal | float | int

NOTHING = "—"
PERCENT_AXIS = ".2%"
"""The tick labels of an axis of rates, as Plotly writes them."""

_MARKDOWN = re.compile(r"([!-/:-@\[-`{-~])")


@dataclass(frozen=True)
class Unit:
    """A unit of money: how many 万元 it is, and the digits that are shown of it."""

    wan: int
    digits: int


UNITS = {"wan": Unit(1, 2), "yi": Unit(10_000, 4)}
"""The units by the name that the URL holds."""
DEFAULT_UNIT = "wan"

_unit: ContextVar[str] = ContextVar("unit", default=DEFAULT_UNIT)


def count_in(name: str | None) -> None:
    """Write money in this unit from here on, in this run of the script; an unknown one means 万元."""
    _unit.set(name if name in UNITS else DEFAULT_UNIT)


def unit() -> str:
    """The unit that money is written in: wan or yi."""
    return _unit.get()


def unit_name() -> str:
    """The unit of money in words, for headings, axes and notes."""
    return {"wan": _("unit.wan"), "yi": _("unit.yi")}[unit()]


def with_unit(words: str) -> str:
    """The heading of a column of money, with the unit."""
    return _("frame.with_unit", words=words, unit=unit_name())


def in_unit(wan: Number) -> float:
    """An amount in 万元 as a number of the unit, for axes and marks."""
    return float(wan) / UNITS[unit()].wan


def money(wan: Number | None) -> str:
    """An amount in 万元 as the unit has it, with thousands separators; the unit's name stands in the heading."""
    if wan is None:
        return NOTHING
    shown = UNITS[unit()]
    return f"{wan / shown.wan:,.{shown.digits}f}"


def money_axis() -> str:
    """The tick labels of an axis of money in the unit, as Plotly writes them."""
    return f",.{UNITS[unit()].digits}~f"


def percent(rate: float | None) -> str:
    """A fraction as percent with two digits: 0.7515 is 75.15%."""
    return NOTHING if rate is None else f"{rate * 100:,.2f}%"


def percentage_points(difference: float | None) -> str:
    """The difference of two rates with its sign: 0.032 is +3.20 percentage points."""
    return NOTHING if difference is None else _("unit.percentage_points", number=f"{difference * 100:+,.2f}")


def points(value: Number | None) -> str:
    """Points of a score without idle zeros: 97, 0.5."""
    return NOTHING if value is None else f"{round(float(value), 4):,.10g}"


def count(value: int | None) -> str:
    """A number of things."""
    return NOTHING if value is None else f"{value:,}"


def change(difference: Number | None, digits: int = 0) -> str:
    """A difference of two figures with its sign."""
    return NOTHING if difference is None else f"{difference:+,.{digits}f}"


def change_of_rate(share: float | None) -> str:
    """A relative difference in percent with its sign: 0.1234 is +12.34%."""
    return NOTHING if share is None else f"{share * 100:+,.2f}%"


def text(value: object) -> str:
    """A printed value as it is."""
    return NOTHING if value is None or value == "" else str(value)


def day(value: dt.date | None) -> str:
    """A date in ISO order, which both languages read alike."""
    return NOTHING if value is None else value.strftime("%Y-%m-%d")


def plain(words: object) -> str:
    """Text that Streamlit would read as Markdown, made to stand for itself: no document may bring links or images."""
    return _MARKDOWN.sub(r"\\\1", text(words))
