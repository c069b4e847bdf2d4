"""One heading over several columns without headings of their own: 绩效指标 over 一级, 二级 and what is judged, 指标值
over ≥, 95 and %.

The last of the columns in which words stand names the indicators, those left of it their levels.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import takewhile

from ingest.forms.headings import LEVELS, Heading
from ingest.forms.layout import Row
from ingest.lexicon.labels import is_level1_name, is_level2_name, is_operator, is_short_level2_name, row_concept
from ingest.lexicon.targets import is_value
from ingest.lexicon.text import fold

_ROWS, _LONGEST_UNIT = 12, 4
_CONTENTS = frozenset({"指标内容", "考核内容", "评价内容", "具体内容"})
_SENTENCE = re.compile("[。；;]")


def with_covered(concepts: Mapping[int, str], heading: Heading, below: Sequence[Row]) -> dict[int, str]:
    """The concepts with those of the columns that the headings of the names and of the targets cover; `below`: the rows
    under the heading."""
    found = _with_contents(dict(concepts), heading, below)
    for col, concept in list(found.items()):
        covered = range(col, _end(col, heading)) if concept in {"level3", "target"} else range(0)
        if len(covered) > 1:
            cells = _cells(covered, heading, below)
            found = (_with_names if concept == "level3" else _with_targets)(found, col, cells, heading)
    return found


def _with_contents(found: dict[int, str], heading: Heading, below: Sequence[Row]) -> dict[int, str]:
    """The column of 指标内容 is that of the names where nothing but levels stands in the one before it: 绩效指标."""
    name = next((col for col, concept in found.items() if concept == "level3"), None)
    behind = _end(name, heading) if name is not None else 0
    if name is None or fold(heading.lowest().get(behind, "")) not in _CONTENTS:
        return found
    before = [text for texts in _cells(range(name, behind), heading, below).values() for text in texts]
    if not before or not all(map(_names_level, before)):
        return found
    above = "level2" if all(map(_names_level2, before)) or "level1" in found.values() else "level1"
    return {**found, name: above, behind: "level3"}


def _with_names(found: dict[int, str], name: int, cells: Mapping[int, list[str]], heading: Heading) -> dict[int, str]:
    words = {col: names for col, texts in cells.items() if (names := list(filter(_may_name, texts)))}
    *levels, last = sorted(words) or [name]
    is_merged = any(cell.col_span > 1 for row in heading.rows for cell in row.filled if cell.col == name)
    if last == name or not (is_merged or any(map(_names_level, words.get(name, [])))):
        return found
    known = max((LEVELS.index(concept) + 1 for concept in found.values() if concept in LEVELS[:2]), default=0)
    free = LEVELS[known:2]
    if not free and _are_names(cells.get(name, []), words[last]):
        return found
    del found[name]
    found[last] = "level3"
    if len(levels) == 1 and len(free) > 1 and all(map(_names_level2, words[levels[0]])):
        free = free[1:]
    return found | dict(zip(levels, free, strict=False))


def _are_names(texts: Sequence[str], behind: Sequence[str]) -> bool:
    """Whether a column beside another is itself of names: as many words stand in it, and they number nothing, 指标1."""
    return len(texts) == len(behind) and not any(text.strip()[-1].isdecimal() for text in texts)


def _with_targets(found: dict[int, str], col: int, cells: Mapping[int, list[str]], _: Heading) -> dict[int, str]:
    """A column of signs, before that of the targets, and one of units behind it."""
    cols = sorted(cells)
    signs = cols[:1] if cols and all(map(is_operator, cells[cols[0]])) and "operator" not in found.values() else []
    behind = cols[len(signs) :]
    if not behind:
        return found
    del found[col]
    found |= {**dict.fromkeys(signs, "operator"), behind[0]: "target"}
    if len(behind) > 1 and "target_unit" not in found.values() and all(map(_may_be_unit, cells[behind[1]])):
        found[behind[1]] = "target_unit"
    return found


def _end(col: int, heading: Heading) -> int:
    """The column behind those that the heading of a column, or nothing, stands over."""
    own = heading.texts[col]
    return next((other for other, texts in sorted(heading.texts.items()) if other > col and texts != own), col + 1)


def _cells(covered: range, heading: Heading, below: Sequence[Row]) -> dict[int, list[str]]:
    """What stands in the columns, in the first of the rows below up to a total. Rows of text that are wider than their
    heading have more cells under the first of these."""
    found: dict[int, list[str]] = {}
    last = heading.rows[-1]
    for row in takewhile(lambda row: row.block_no == last.block_no and not row.stands_alone, below[:_ROWS]):
        more = 0 if row.true_grid else row.width - heading.width
        for cell in row.filled if more >= 0 else ():
            col = max(cell.col - more, covered.start) if cell.col >= covered.start else 0
            if col in covered and row_concept(cell.text) not in {"total", "subtotal"}:
                found.setdefault(col, []).append(cell.text)
    return found


def _may_be_unit(text: str) -> bool:
    return len(fold(text)) <= _LONGEST_UNIT and not is_value(text)


def _may_name(text: str) -> bool:
    """Whether a text may be a name: no value and no sentence."""
    return not (is_value(text) or is_operator(text) or _SENTENCE.search(text))


def _names_level(text: str) -> bool:
    return is_level1_name(text) or _names_level2(text)


def _names_level2(text: str) -> bool:
    return is_level2_name(text) or is_short_level2_name(text)
