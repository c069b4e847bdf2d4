"""Cell styles whose text nobody counts: white letters on white ground, and what is struck out."""

from __future__ import annotations

from lxml import etree

_WHITE, _WHITE_THEME, _WHITE_INDEXED = "FFFFFF", "0", frozenset({"1", "9"})
_NO_FILL = frozenset({None, "none"})


def unseen_styles(styles: etree._Element) -> frozenset[int]:
    """The numbers of those cell styles of a workbook."""
    white = [any(map(_is_white, font.iterfind("{*}color"))) for font in styles.iterfind("{*}fonts/{*}font")]
    struck = [_is_struck(font) for font in styles.iterfind("{*}fonts/{*}font")]
    plain = [_is_plain(fill) for fill in styles.iterfind("{*}fills/{*}fill")]
    return frozenset(
        number
        for number, style in enumerate(styles.iterfind("{*}cellXfs/{*}xf"))
        if _at(struck, style.get("fontId")) or (_at(white, style.get("fontId")) and _at(plain, style.get("fillId")))
    )


def _at(values: list[bool], number: str | None) -> bool:
    index = int(number or 0)
    return index < len(values) and values[index]


def _is_struck(font: etree._Element) -> bool:
    return any(item.get("val", "1") in {"1", "true"} for item in font.iterfind("{*}strike"))


def _is_plain(fill: etree._Element) -> bool:
    pattern = fill.find("{*}patternFill")
    if pattern is None:
        return False
    if pattern.get("patternType") in _NO_FILL:
        return True
    return pattern.get("patternType") == "solid" and any(map(_is_white, pattern.iterfind("{*}fgColor")))


def _is_white(colour: etree._Element) -> bool:
    is_theme = colour.get("theme") == _WHITE_THEME and float(colour.get("tint") or 0) >= 0
    return is_theme or colour.get("indexed") in _WHITE_INDEXED or (colour.get("rgb") or "")[-6:].upper() == _WHITE
