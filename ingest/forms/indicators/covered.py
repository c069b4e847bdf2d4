"""One heading over several columns of names without headings of their own: 绩效指标 over 一级, 二级 and what is judged.

The last of the columns in which words stand names the indicators, those left of it their levels.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile

from ingest.document import Cell
from ingest.forms.headings import LEVELS, Heading
from ingest.forms.layout import Row
from ingest.lexicon.labels import is_level1_name, is_level2_name, is_operator, is_short_level2_name, row_concept
from ingest.lexicon.targets import is_value

_ROWS = 12
_SENTENCE = re.compile("[。；;]")


def with_covered_names(concepts: Mapping[int, str], heading: Heading, below: Sequence[Row]) -> dict[int, str]:
    """The concepts with those of the columns that the heading of the names covers; `below`: the rows under it."""
    found = dict(concepts)
    name = next((col for col, concept in concepts.items() if concept == "level3"), None)
    covered = range(name, _end(name, heading)) if name is not None else range(0)
    if name is None or len(covered) == 1:
        return found
    words: dict[int, list[str]] = {}
    for cell in _names(covered, heading, below):
        words.setdefault(cell.col, []).append(cell.text)
    *levels, last = sorted(words) or [name]
    is_merged = any(cell.col_span > 1 for row in heading.rows for cell in row.filled if cell.col == name)
    if last == name or not (is_merged or any(map(_names_level, words.get(name, [])))):
        return found
    del found[name]
    found[last] = "level3"
    known = max((LEVELS.index(concept) + 1 for col, concept in found.items() if concept in LEVELS[:2]), default=0)
    free = LEVELS[known:2]
    if len(levels) == 1 and len(free) > 1 and all(map(_names_level2, words[levels[0]])):
        free = free[1:]
    return found | dict(zip(levels, free, strict=False))


def _end(name: int, heading: Heading) -> int:
    """The column behind those that the heading of the names, or nothing, stands over."""
    own = heading.texts[name]
    return next((col for col, texts in sorted(heading.texts.items()) if col > name and texts != own), name + 1)


def _names(covered: range, heading: Heading, below: Sequence[Row]) -> Iterator[Cell]:
    """The cells with words in the columns, in the first of the rows below up to a total."""
    last = heading.rows[-1]
    for row in takewhile(lambda row: row.block_no == last.block_no and not row.stands_alone, below[:_ROWS]):
        if row.true_grid or row.width == heading.width:
            yield from (cell for cell in row.filled if cell.col in covered and _may_name(cell.text))


def _may_name(text: str) -> bool:
    """Whether a text may be a name: no value, no sum and no sentence."""
    is_other = is_value(text) or is_operator(text) or row_concept(text) in {"total", "subtotal"}
    return not is_other and not _SENTENCE.search(text)


def _names_level(text: str) -> bool:
    return is_level1_name(text) or _names_level2(text)


def _names_level2(text: str) -> bool:
    return is_level2_name(text) or is_short_level2_name(text)
