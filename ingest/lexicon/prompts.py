"""What a template asks for in a place that is meant to be filled: 对照年度目标，说明目标的完成情况（100字以内）."""

from __future__ import annotations

import re

from ingest.lexicon.text import fold

_LIMIT = re.compile(r"[（(](?:限|控制在|不超过)?\d{2,4}个?字(?:以内|之内|以下|左右)?[)）]。?$")
_ASKS = re.compile(
    r"^(?:请|需|应)?(?:(?:对照|结合|根据|针对|按照?|围绕)\D*(?:说明|描述|分析|提出|列出|填写|总结|概述)"
    r"|简[述要]|概述|描述|说明|列出|填写|逐[项条])\D*$"
)


def asks_for_words(text: str) -> bool:
    """Whether a text holds nothing but what is to be written in its place, and in how many words."""
    if "字" not in text:
        return False
    folded = fold(text)
    limit = _LIMIT.search(folded)
    return limit is not None and _ASKS.match(folded[: limit.start()]) is not None
