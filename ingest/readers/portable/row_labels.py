"""Labels beside several rows of a table that no lines part: 产出指标 halfway down the rows of its indicators.

A column of labels that are set halfway covers its rows without a gap, each label the rows whose middle it stands at.
One of labels that are set level with the first of their rows begins with the first row below the heading.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from itertools import pairwise

from ingest.readers.portable.columns import Cell, Rows

_ABOVE, _BELOW = 0.85, 0.15
"""How far in ems characters reach above and below their base line."""
_HALFWAY = 0.33
"""How far in ems the middle of a label may lie from that of its rows."""
Span = tuple[int, int, Cell]
"""A label with its first row and over how many rows it reaches."""


def spans_of(
    rows: Rows, labels: Sequence[Cell], level: Sequence[tuple[int, Cell]] | None, heads: Set[int], nameless: Set[int]
) -> list[Span] | None:
    """The `labels` of a column, None where it is not certain of which rows. `level`: the rows that they are level with,
    None where one is with none; `heads`: the rows that are headings; `nameless`: those that may have no label,
    as a total has none."""
    edges = (_edges(rows, own) for own in (dict(level or ()), {}))
    halfway = next((spans for found in edges if (spans := _halfway(labels, found, nameless))), None)
    regular = None
    if level is not None and _begin_their_rows({row for row, _ in level}, rows.count, heads):
        regular = [(row, 1, cell) for row, cell in level]
    if halfway is None or regular is None or halfway == regular:
        return halfway or regular
    return None


def _begin_their_rows(labelled: set[int], count: int, heads: Set[int]) -> bool:
    """Whether every row below a heading has a label beside it or above, or one stands beside the heading alone."""
    if labelled <= heads:
        return len(labelled) == 1
    has_label = False
    for row in range(count):
        has_label = row in labelled or (has_label and row not in heads and row - 1 not in heads)
        if not has_label and row not in heads:
            return False
    return True


def _halfway(labels: Sequence[Cell], edges: Sequence[float], nameless: Set[int]) -> list[Span] | None:
    """The labels, each at the middle of its rows, which follow each other from the first row to the last."""
    return _laid(labels, edges, nameless, 0) or _laid(labels, edges, nameless, 1)


def _laid(labels: Sequence[Cell], edges: Sequence[float], nameless: Set[int], row: int) -> list[Span] | None:
    """The labels from one row on."""
    spans: list[Span] = []
    for label in labels:
        end = _end_of(label, edges, row)
        while end is None and row in nameless:
            row += 1
            end = _end_of(label, edges, row)
        if end is None:
            return None
        spans.append((row, end - row, label))
        row = end
    return spans if all(below in nameless for below in range(row, len(edges) - 1)) else None


def _end_of(label: Cell, edges: Sequence[float], row: int) -> int | None:
    """Behind the last of the rows from one on whose middle a label stands at."""
    size = label[0].size
    middle = (label[0].base - _ABOVE * size + label[-1].base + _BELOW * size) / 2
    return next(
        (end for end in range(row + 1, len(edges)) if abs((edges[row] + edges[end]) / 2 - middle) <= _HALFWAY * size),
        None,
    )


def _edges(rows: Rows, own: Mapping[int, Cell]) -> list[float]:
    """Where each row begins, and the last ends: halfway between what stands in two rows."""
    heights = [_height([*rows.alone_in(row), *filter(None, [own.get(row)])]) for row in range(rows.count)]
    between = [(end + top) / 2 for (_, end), (top, _) in pairwise(heights)]
    (first, first_end), (last_top, last) = heights[0], heights[-1]
    return [first - (between[0] - first_end), *between, last + last_top - between[-1]]


def _height(cells: Sequence[Cell]) -> tuple[float, float]:
    return (
        min(cell[0].base - _ABOVE * cell[0].size for cell in cells),
        max(cell[-1].base + _BELOW * cell[-1].size for cell in cells),
    )
