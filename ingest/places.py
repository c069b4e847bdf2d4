"""Where a figure stands, in a clerk's words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_PARTS = (("page_no", "页"), ("block_no", "段"), ("row_no", "行"), ("col_no", "格"))


def place_of(row: Mapping[str, Any]) -> str:
    """第3页第12段第5行第2格, from the columns of the evidence; a paragraph has no row and no cell."""
    return "".join(f"第{row[name]}{word}" for name, word in _PARTS if row[name] is not None)
