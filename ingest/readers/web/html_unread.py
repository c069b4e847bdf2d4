"""What a web page shows and does not hold as text: other pages in frames, and pictures that may hold a table."""

from __future__ import annotations

import base64
import io
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
    width, height = _size(image)
    if width and height:
        return may_hold_table(width, height)
    own_width, own_height = _own_size(image.get("src") or "")
    scale = width / own_width if width and own_width else height / own_height if height and own_height else 1.0
    return may_hold_table(own_width * scale, own_height * scale)


def _own_size(source: str) -> tuple[float, float]:
    """The size in points of a picture that the page itself holds, 0 for others and for one that is damaged."""
    kind, _, content = source.partition(",")
    if not (kind.startswith("data:image/") and kind.endswith(";base64")):
        return 0.0, 0.0
    from PIL import Image  # Not above: it takes long to load, and few pages hold pictures.

    try:
        with Image.open(io.BytesIO(base64.b64decode(content))) as picture:
            return points(str(picture.width)), points(str(picture.height))
    except (ValueError, OSError, SyntaxError, Image.DecompressionBombError):
        return 0.0, 0.0


def _is_seen(frame: etree._Element, source: str) -> bool:
    if source.startswith(("about:", "javascript:")) or not (source or frame.get("srcdoc")):
        return False
    told = (frame.get("width"), frame.get("height"))
    return "0" not in told and all(length == 0 or length >= _LEAST_FRAME for length in _size(frame))


def _size(element: etree._Element) -> tuple[float, float]:
    """The size in points that the style or else the attributes of an element give, 0 where they give none."""
    width, height = styled_size(element.get("style") or "")
    return width or points(element.get("width")), height or points(element.get("height"))
