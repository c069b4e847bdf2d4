"""The second row of a heading of which only the order of its words is left: 预算数 执行数 | 合计 财政 合计 财政."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.lexicon.funding_labels import funding_label
from ingest.lexicon.labels import MONEY_MEASURES, column_concept
from ingest.lexicon.numbers import cell_figure
from ingest.lexicon.text import fold

_WHOLE = re.compile(r"^(?:总额|合计|小计|总计|总数|总金额|金额)$")
_MOST = 5


def sub_headings(heading: Sequence[str], words: Sequence[str]) -> list[str]:
    """The first of the `words` where they are the same below each amount of the heading: a sum and its parts."""
    amounts = sum(column_concept(label) in MONEY_MEASURES for label in heading)
    for width in range(_MOST, 1, -1):
        found = list(words[: width * amounts])
        group = found[:width]
        if amounts > 1 and len(found) == width * amounts and found == group * amounts and _is_group(group):
            return found
    return []


def two_rows(heading: Sequence[str], below: Sequence[str]) -> tuple[list[str], list[str]]:
    """The heading and what stands below it, each blank where the other covers or reaches down."""
    amounts = [column_concept(label) in MONEY_MEASURES for label in heading]
    width = len(below) // sum(amounts)
    upper: list[str] = []
    lower: list[str] = []
    for label, is_amount in zip(heading, amounts, strict=True):
        upper += [label, *[""] * (width - 1)] if is_amount else [label]
        lower += below[:width] if is_amount else [""]
    return upper, lower


def _is_group(words: Sequence[str]) -> bool:
    return bool(_WHOLE.match(fold(words[0]))) and all(
        cell_figure(word) is None and funding_label(word).kind in {"source", "category"} for word in words[1:]
    )
