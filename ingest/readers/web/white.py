"""White letters on white ground."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from lxml import etree
from tinycss2 import color3

from ingest.readers.web.html_text import name_of
from ingest.readers.web.style_sheets import Look

COLOUR, GROUNDS = "color", ("background", "background-color", "background-image")
"""The properties that colours are asked by."""
_MAY_BE_WHITE = re.compile(r"color\s*[:=]\s*[\"']?\s*(?:white\b|#fff|rgba?\(\s*2[45]\d)")
_LEAST = 0.97
_DRAWN = re.compile(r"url\(|gradient\(|var\(")
_SHOWN_ANYHOW = frozenset({"img", "input", "body", "html"})


def may_be_white(content: str) -> bool:
    """Whether a page, given in lower case, declares white for letters."""
    return any(content[match.start() - 1] != "-" for match in _MAY_BE_WHITE.finditer(content))


def white_on_white(
    root: etree._Element, looks: Sequence[tuple[etree._Element, Look]], content: str
) -> list[etree._Element]:
    """The elements, in order, in which all is white on white. None on a page whose grounds are told in other files."""
    declared = (look.get(COLOUR) or element.get("color") for element, look in looks)
    if (
        not any(value and is_white(value) for value in declared)
        or "@import" in content
        or next(root.iter("link"), None) is not None
    ):
        return []
    is_pale: dict[etree._Element | None, bool] = {None: False}
    is_filled: dict[etree._Element | None, bool] = {None: False}
    for element, look in looks:
        parent = element.getparent()
        colour = is_white(look.get(COLOUR) or element.get("color") or "")
        is_pale[element] = is_pale[parent] if colour is None else colour
        grounds = [look.get(name) for name in GROUNDS] + [element.get("bgcolor"), element.get("background") and "url("]
        filled = [found for ground in grounds if ground and (found := _fills(ground)) is not None]
        is_filled[element] = any(filled) if filled else is_filled[parent]
    unseen: set[etree._Element] = set()
    for element, _ in reversed(looks):
        is_seen = name_of(element) in _SHOWN_ANYHOW or not is_pale[element] or is_filled[element]
        if not is_seen and all(child in unseen for child in element.iterchildren("*")):
            unseen.add(element)
    return [element for element, _ in looks if element in unseen]


@lru_cache(maxsize=1024)
def is_white(value: str) -> bool | None:
    """Whether a colour is white; None where nothing is said of it."""
    colour = color3.parse_color(value.strip()) if value else None
    if not isinstance(colour, color3.RGBA) or not colour.alpha:
        return None
    return min(colour.red, colour.green, colour.blue) >= _LEAST


def _fills(ground: str) -> bool | None:
    """Whether letters in white can be seen on a ground; None where it shows what lies behind it."""
    if _DRAWN.search(ground):
        return True
    colours = (is_white(part) for part in re.findall(r"rgba?\([^)]*\)|[^\s]+", ground))
    white = next((colour for colour in colours if colour is not None), None)
    return None if white is None else not white
