"""Words that a line is drawn through: they count as little as a deletion."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from ingest.readers.portable.lines import text_of
from ingest.readers.portable.sheet import Glyph, Sheet

_LOWEST, _HIGHEST = 0.15, 0.55
"""How far in ems above the base line such a line lies."""
_ENDS = 0.2
"""How far in ems from where a word begins or ends the line may do so; one that parts rows ends elsewhere."""
_LARGEST = 40.0
"""The most size of such words in points."""


def drop_struck_out(sheet: Sheet) -> str:
    """Take what is struck out from a page, and give its text."""
    rules = [rule for rule in sheet.rules if rule.horizontal]
    if not rules:
        return ""
    glyphs = sorted((glyph for glyph in sheet.glyphs if not glyph.text.isspace()), key=_base)
    bases = [glyph.base for glyph in glyphs]
    struck: set[Glyph] = set()
    for _, at, start, end in rules:
        near = glyphs[bisect_left(bases, at) : bisect_right(bases, at + _HIGHEST * _LARGEST)]
        through = [g for g in near if start < (g.x0 + g.x1) / 2 < end and _is_through(g, at)]
        if through and _ends_with(through, start, end):
            struck.update(through)
    if not struck:
        return ""
    dropped = [glyph for glyph in sheet.glyphs if glyph in struck]
    sheet.glyphs = [glyph for glyph in sheet.glyphs if glyph not in struck]
    return text_of(dropped)


def _is_through(glyph: Glyph, at: float) -> bool:
    return _LOWEST * glyph.size <= glyph.base - at <= _HIGHEST * glyph.size


def _ends_with(glyphs: list[Glyph], start: float, end: float) -> bool:
    slack = _ENDS * glyphs[0].size
    return (
        abs(min(glyph.x0 for glyph in glyphs) - start) <= slack
        and abs(max(glyph.x1 for glyph in glyphs) - end) <= slack
    )


def _base(glyph: Glyph) -> float:
    return glyph.base
