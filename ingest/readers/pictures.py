"""Pictures in documents: whether one is shown so large that it may hold what is to be read, a scanned form say."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from ingest.document import Paragraph

_LEAST_WIDTH, _LEAST_HEIGHT = 226.0, 85.0
"""About 8 cm by 3 cm, in points: a logo, a stamp, a signature or a ruling line is less in one direction or both."""
_LONGEST = 6
"""So many times as wide as high is a banner."""
_LENGTH = re.compile(r"\s*(\d+(?:\.\d+)?|\.\d+)\s*(pt|px|in|cm|mm|pc)?\s*", re.IGNORECASE)
_POINTS = {"pt": 1.0, "px": 0.75, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "pc": 12.0}


def may_hold_table(width: float, height: float) -> bool:
    """Whether there is room for a table in a picture that is shown in this size, in points."""
    return width >= _LEAST_WIDTH and height >= _LEAST_HEIGHT and width <= _LONGEST * height


def points(length: str | None) -> float:
    """A length with its unit, without one in pixels, as points; 0 for what is none."""
    match = _LENGTH.fullmatch(length or "")
    return float(match[1]) * _POINTS[(match[2] or "px").lower()] if match else 0.0


def styled_size(style: str) -> tuple[float, float]:
    """The width and height that a style (width:415pt;height:300pt) gives."""
    declared = dict(part.split(":", 1) for part in style.lower().split(";") if ":" in part)
    sizes = {name.strip(): value for name, value in declared.items()}
    return points(sizes.get("width")), points(sizes.get("height"))


def unread_picture(name: str, kind: str = "图片") -> Paragraph:
    """The paragraph that tells of a picture that is not read."""
    where = f"：{PurePosixPath(name).name}" if name else ""
    return Paragraph(f"（{kind}未读取{where}）", is_unread=True)
