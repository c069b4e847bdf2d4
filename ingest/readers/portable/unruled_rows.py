"""Rows of a table that no lines part.

A row is where figures stand: each column of figures has one a row, on one line. What stands in the other columns is
put to the row that it is set level with, be it by its middle, its first or its last line, one way for the whole table.
Where two ways give different rows, or a part stays over, nothing is certain.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from ingest.readers.portable.columns import NEXT_LINE, Band, Cell, Part, Rows, is_full
from ingest.readers.portable.labels import is_label
from ingest.readers.portable.row_labels import spans_of

_LEVEL = 0.2
"""How far in ems base lines that are level may lie apart."""
_NEXT_ROW = 0.9
"""The least distance of two rows in ems."""
_CLOSER = 0.85
"""The part of the least distance of two rows that lines of a cell are nearer than which are not full."""
_MOSTLY = 0.8
_FEWEST_VALUES = 2
_FEWEST_PARTS = 3
_IN_BRACKETS, _DIGIT = re.compile(r"[（(].*"), re.compile(r"\d")
_WAYS = ("middle", "first", "last")


def rows_in(columns: Sequence[list[Part]], bands: Sequence[Band]) -> Rows | None:
    """The rows that the parts of the columns make, None where these are not certain."""
    values = [index for index, parts in enumerate(columns) if is_of_figures(parts)]
    if len(values) == len(columns):
        return None
    settings = (_Setting(columns, bands, values, way) for way in _WAYS)
    found = [rows for setting in settings if (rows := setting.rows()) is not None]
    return found[0] if found and all(rows == found[0] for rows in found) else None


def is_of_figures(parts: Sequence[Part]) -> bool:
    """Whether a column holds figures, below what heads it."""
    first = next((index for index, part in enumerate(parts) if part.is_figure), len(parts))
    below = parts[first:]
    return sum(part.is_value for part in below) >= max(_FEWEST_VALUES, _MOSTLY * len(below)) and not any(
        part.is_nothing or _DIGIT.search(_IN_BRACKETS.sub("", part.text)) for part in parts[:first]
    )


class _Setting:
    """The columns of a table whose cells are all set level with their row in one of the `_WAYS`."""

    def __init__(self, columns: Sequence[list[Part]], bands: Sequence[Band], values: Sequence[int], way: str) -> None:
        self._columns, self._bands, self._way = columns, bands, way
        self._em = columns[0][0].size
        self._values = {index: self._value_cells(columns[index]) for index in values}
        self._texts = [index for index in range(len(columns)) if index not in self._values]
        levels = sorted(self._level(cell) for cells in self._values.values() for cell in cells) or _full(columns)
        self._levels = levels[:1] + [low for high, low in pairwise(levels) if low - high > _LEVEL * self._em]
        self._pitch = min((low - high for high, low in pairwise(self._levels)), default=0.0)

    def rows(self) -> Rows | None:
        """Its rows; None where a part is level with none."""
        matched = {index: self._matched(index) for index in self._texts}
        name = max(self._texts, key=lambda index: (len(matched[index][0]), -index))
        if not self._add_rows_of_words(name, matched[name][1]):
            return None
        cells: dict[tuple[int, int], Cell] = {}
        for index in self._texts:
            found, left = self._matched(index)
            if left and index >= name:
                return None
            cells.update({(row, index): cell for row, cell in found} if index >= name else {})
        for index, own in self._values.items():
            for cell in own:
                row = self._row_at(self._level(cell))
                if row is None or (row, index) in cells:
                    return None
                cells[row, index] = cell
        rows = Rows(len(self._levels), cells)
        heads = self._heads(rows)
        nameless = {row for row in range(rows.count) if (row, name) not in rows.cells}
        for index in reversed([index for index in self._texts if index < name]):
            level, left = self._matched(index)
            spans = spans_of(rows, self._labels(index), None if left else level, heads, nameless)
            if spans is None:
                return None
            rows.cells.update({(row, index): cell for row, _, cell in spans})
            rows.spans.update({(row, index): span for row, span, _ in spans if span > 1})
        return rows if _are_named(rows) else None

    def _value_cells(self, parts: Sequence[Part]) -> list[Cell]:
        """Figures each a cell of its own, the lines of a heading together one."""
        cells: list[Cell] = []
        for part in parts:
            last = cells[-1][-1] if cells else None
            if last and not last.is_value and not part.is_value and part.base - last.base < NEXT_LINE * part.size:
                cells[-1].append(part)
            else:
                cells.append([part])
        return cells

    def _level(self, cell: Cell) -> float:
        first, last = cell[0].base, cell[-1].base
        return {"middle": (first + last) / 2, "first": first, "last": last}[self._way]

    def _row_at(self, level: float) -> int | None:
        at = bisect_left(self._levels, level - _LEVEL * self._em)
        return at if at < len(self._levels) and self._levels[at] - level <= _LEVEL * self._em else None

    def _matched(self, index: int) -> tuple[list[tuple[int, Cell]], list[Part]]:
        """The cells of a column, each with the row that it is level with, and the parts that are level with none."""
        parts = self._columns[index]
        cells: list[tuple[int, Cell]] = []
        left: list[Part] = []
        at = 0
        while at < len(parts):
            end, row = at + 1, self._row_at(parts[at].base)
            while row is None and self._goes_on(index, end):
                end += 1
                row = self._row_at(self._level(parts[at:end]))
            while self._way == "first" and row is not None and self._goes_on(index, end):
                if self._row_at(parts[end].base) is not None:
                    break
                end += 1
            if row is None or (cells and cells[-1][0] == row):
                left.append(parts[at])
                at += 1
            else:
                cells.append((row, parts[at:end]))
                at = end
        return cells, left

    def _labels(self, index: int) -> list[Cell]:
        """The labels in a column, those that stand in rows below each other apart."""
        labels: list[Cell] = []
        for at, part in enumerate(self._columns[index]):
            is_level = self._row_at(part.base) is not None
            if self._goes_on(index, at) and not (is_level and _is_label_alone(labels[-1][-1].text, part.text)):
                labels[-1].append(part)
            else:
                labels.append([part])
        return labels

    def _goes_on(self, index: int, at: int) -> bool:
        """Whether a part may be a further line of the cell that the one above it is of."""
        parts = self._columns[index]
        if not 0 < at < len(parts):
            return False
        upper, lower = parts[at - 1 : at + 1]
        step = lower.base - upper.base
        if upper.is_nothing or lower.is_nothing or _are_two_labels(upper.text, lower.text):
            return False
        return step <= NEXT_LINE * lower.size and (
            step < _CLOSER * self._pitch or is_full(upper, lower, self._bands[index])
        )

    def _add_rows_of_words(self, name: int, left: Sequence[Part]) -> bool:
        """Make rows of what stands in the column of names beside no figure; whether all of it can be such."""
        parts = self._columns[name]
        for part in left:
            at = parts.index(part)
            if self._goes_on(name, at) or self._goes_on(name, at + 1):
                return False
            if part.text.startswith(("（", "(")):
                return False
            if any(abs(level - part.base) < _NEXT_ROW * part.size for level in self._levels):
                return False
        self._levels = sorted([*self._levels, *(part.base for part in left)])
        return True

    def _heads(self, rows: Rows) -> frozenset[int]:
        """The rows that head others: words stand above figures there."""
        values = [(row, cell) for (row, index), cell in rows.cells.items() if index in self._values]
        words = {row for row, cell in values if not cell[0].is_value}
        return frozenset(words.difference(row for row, cell in values if cell[0].is_value))


def _are_named(rows: Rows) -> bool:
    """Whether in every row there is a word beside the figures."""
    named = {row for (row, _), cell in rows.cells.items() if not cell[0].is_value}
    return len(named) == rows.count


def _are_two_labels(upper: str, lower: str) -> bool:
    """Whether lines below each other are labels of their own, however full the upper one is."""
    return is_label(lower) and is_label(upper)


def _is_label_alone(upper: str, lower: str) -> bool:
    """Whether one of two lines is a label, but both together are none."""
    return (is_label(upper) or is_label(lower)) and not is_label(upper + lower)


def _full(columns: Sequence[list[Part]]) -> list[float]:
    """The base lines on which several parts stand."""
    bases = Counter(part.base for column in columns for part in column)
    return sorted(base for base, parts in bases.items() if parts >= _FEWEST_PARTS)
