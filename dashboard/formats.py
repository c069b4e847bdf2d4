"""How figures are written: money in 万元, rates in percent, and a dash for what a report does not say."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal

Number = Decimal | float | int

NOTHING = "—"

_MARKDOWN = re.compile(r"([!-/:-@\[-`{-~])")


def money(wan: Number | None) -> str:
    """An amount in 万元 with thousands separators; the unit stands in the heading."""
    return NOTHING if wan is None else f"{wan:,.2f}"


def percent(rate: float | None) -> str:
    """A fraction as percent with two digits: 0.7515 is 75.15%."""
    return NOTHING if rate is None else f"{rate * 100:,.2f}%"


def points(value: Number | None) -> str:
    """Points of a score without idle zeros: 97, 0.5."""
    return NOTHING if value is None else f"{round(float(value), 4):,.10g}"


def count(value: int | None) -> str:
    """A number of things."""
    return NOTHING if value is None else f"{value:,}"


def text(value: object) -> str:
    """A printed value as it is."""
    return NOTHING if value is None or value == "" else str(value)


def day(value: dt.date | None) -> str:
    """A date in ISO order, which both languages read alike."""
    return NOTHING if value is None else value.strftime("%Y-%m-%d")


def plain(words: object) -> str:
    """Text that Streamlit would read as Markdown, made to stand for itself: no document may bring links or images."""
    return _MARKDOWN.sub(r"\\\1", text(words))
