"""Rows of a table that only lines across part."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import groupby
from operator import itemgetter

from ingest.readers.portable.columns import Band, Part, Rows
from ingest.readers.portable.sheet import Rule

_BESIDE = 2.0
"""How far in ems above the first line and below the last one an edge of the table may lie."""
_FEWEST_EDGES = 3


def rows_between(columns: Sequence[list[Part]], bands: Sequence[Band], across: Sequence[Rule]) -> Rows | None:
    """The rows that lines across make of the parts of the columns; a cell goes on below where none stands under it.
    None where such lines do not part all rows."""
    parts = [part for column in columns for part in column]
    reach = _BESIDE * parts[0].size
    top, bottom = min(part.base for part in parts) - reach, max(part.base for part in parts) + reach
    middles = [(left + right) / 2 for left, right in bands]
    rules = [rule for rule in across if top < rule.at < bottom]
    covered = {edge: [_covers(rules, edge, x) for x in middles] for edge in sorted({rule.at for rule in rules})}
    edges = [edge for edge, over in covered.items() if sum(over) > 1]
    if len(edges) < _FEWEST_EDGES:
        return None
    first, last = (bisect_right(edges, limit(_middle(part) for part in parts)) for limit in (min, max))
    rows = Rows(last - first + 1, {})
    for index, column in enumerate(columns):
        floors = [edges[number] for number in range(first, last) if covered[edges[number]][index]]
        places = [(bisect_right(floors, _middle(part)), part) for part in column]
        for begin, members in groupby(places, key=itemgetter(0)):
            cell = [part for _, part in members]
            if sum(part.is_value for part in cell) > 1:
                return None
            row = bisect_right(edges, floors[begin - 1]) - first if begin else 0
            end = bisect_right(edges, floors[begin]) - 1 - first if begin < len(floors) else rows.count - 1
            rows.cells[row, index] = cell
            if end > row:
                rows.spans[row, index] = end - row + 1
    return rows


def _covers(rules: Sequence[Rule], edge: float, x: float) -> bool:
    return any(rule.at == edge and rule.start <= x <= rule.end for rule in rules)


def _middle(part: Part) -> float:
    return part.base - 0.35 * part.size
