"""How high a numbered heading stands."""

from __future__ import annotations

import re

from ingest.lexicon.text import fold

_RANKS = (
    re.compile(r"^第[一二三四五六七八九十]+部分"),
    re.compile(r"^[一二三四五六七八九十]+、"),
    re.compile(r"^[(（][一二三四五六七八九十]+[)）]"),
    re.compile(r"^\d+[.、．]"),
    re.compile(r"^[(（]\d+[)）]"),
)


def rank(text: str) -> int | None:
    """How high what begins with a number stands, 0 the highest: 第一部分, 一、, （一）, 1., （1）; None without one."""
    line = fold(text[:20])
    return next((rank for rank, number in enumerate(_RANKS) if number.match(line)), None)
