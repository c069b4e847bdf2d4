"""What a web page shows and does not hold as text: other pages in frames, and pictures that may hold a table."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from ingest.document import Paragraph
from ingest.readers.pictures import may_hold_table, points, styled_size, unread_picture
from ingest.readers.web.html_text import is_hidden, is_shown, name_of

_FRAME = "内嵌网页"
_LEAST_FRAME = 85.0
"""Frames that are lower or narrower, in points, only count, load or share."""
_LONGEST_NAME = 80


def unread_parts(root: etree._Element) -> Iterator[Paragraph]:
    """A paragraph for each, once."""
    told: set[str] = set()
    for element in root.iter("img", "iframe", "frame"):
        is_picture = name_of(element) == "img"
        source = element.get("src") or ""
        name = "" if source.startswith("data:") else source.partition("?")[0][:_LONGEST_NAME]
        if (name and name in told) or not (_is_large(element) if is_picture else _is_seen(element, source)):
            continue
        if is_hidden(element) or not all(map(is_shown, element.iterancestors())):
            continue
        told.add(name)
        yield unread_picture(name, "图片" if is_picture else _FRAME)


def is_frame(told: Paragraph) -> bool:
    """Whether a paragraph tells of a page in a frame."""
    return told.is_unread and told.text.startswith(f"（{_FRAME}")


def _is_large(image: etree._Element) -> bool:
    return may_hold_table(*_size(image))


def _is_seen(frame: etree._Element, source: str) -> bool:
    if source.startswith(("about:", "javascript:")) or not (source or frame.get("srcdoc")):
        return False
    told = (frame.get("width"), frame.get("height"))
    return "0" not in told and all(length == 0 or length >= _LEAST_FRAME for length in _size(frame))


def _size(element: etree._Element) -> tuple[float, float]:
    """The size in points that the style or else the attributes of an element give, 0 where they give none."""
    width, height = styled_size(element.get("style") or "")
    return width or points(element.get("width")), height or points(element.get("height"))
