"""Text that a viewer has cut into numbered pieces anywhere in its words: the pieces put together again.

1、…资金到位率10 / 2、0%，支出… is one figure. Only the pages of viewers are asked, which say what they are, and only
long pieces whose numbers follow each other are taken for such.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_VIEWER = re.compile(r"由会员(?:上传)?分享|珍藏版|全文预览|文档简介|资源描述")
_HEAD = 40
_PIECE = re.compile(r"^\s*(?P<number>\d{1,3})、")
_SHORTEST = 150


def put_together(lines: Sequence[str]) -> list[str]:
    """The lines, those of pieces joined without their numbers; unchanged where there are none."""
    if not any(map(_VIEWER.search, lines[:_HEAD])):
        return list(lines)
    joined: list[str] = []
    number = 0
    last = -1  # The position among the joined lines of the piece before.
    for line in lines:
        match = _PIECE.match(line)
        if match and int(match["number"]) == number + 1 and (number or len(line) >= _SHORTEST):
            number += 1
            text = line[match.end() :]
            if number > 1:
                joined[last:] = [joined[last] + text]
            else:
                joined.append(text)
            last = len(joined) - 1
            continue
        joined.append(line)
        if line.strip() and number:
            last = len(joined) - 1
    return joined
