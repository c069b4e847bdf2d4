"""What a sheet prints at the head of its pages, as Excel writes it: &C年度报表&R&"宋体"&10单位：万元."""

from __future__ import annotations

import re

_CODE = re.compile(r"&(?:&|\"[^\"]*\"|\d+|K[0-9A-F]{6}|[A-Za-z])")


def print_head(*codes: str | None) -> str:
    """The words of heads, without the codes for where and in which letters they stand."""
    words = (_CODE.sub(lambda code: "&" if code[0] == "&&" else " ", text) for text in codes if text)
    return " ".join(" ".join(words).split())
