"""Water marks: pale words that lie under the text of pages, and would fall into its cells and lines."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.readers.portable.sheet import Glyph, Sheet

_HIGH = 0.85
"""How far in ems a character reaches above its base line."""
_MOST_COMPARED = 4_000_000


def drop_water_marks(sheets: Sequence[Sheet]) -> None:
    """Take the pale glyphs from the pages that are of a size in which any of them lies under other text."""
    sizes = {size for sheet in sheets if sheet.pale for size in _sizes_under_text(sheet)}
    for sheet in sheets if sizes else ():
        sheet.glyphs = [
            glyph for index, glyph in enumerate(sheet.glyphs) if index not in sheet.pale or _size(glyph) not in sizes
        ]


def _sizes_under_text(sheet: Sheet) -> set[float]:
    printed = [(index in sheet.pale, glyph) for index, glyph in enumerate(sheet.glyphs) if not glyph.text.isspace()]
    pale = [glyph for is_pale, glyph in printed if is_pale]
    places = [((glyph.x0 + glyph.x1) / 2, glyph.middle) for is_pale, glyph in printed if not is_pale]
    if len(pale) * len(places) > _MOST_COMPARED:
        return set()
    return {_size(glyph) for glyph in pale if any(_covers(glyph, *place) for place in places)}


def _covers(glyph: Glyph, x: float, y: float) -> bool:
    return glyph.x0 < x < glyph.x1 and glyph.base - _HIGH * glyph.size < y < glyph.base


def _size(glyph: Glyph) -> float:
    return round(glyph.size, 1)
