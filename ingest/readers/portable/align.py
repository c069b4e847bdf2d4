"""Tables whose columns no lines part: what stands in columns beyond doubt, in rows beyond doubt, and nothing less.

Rows that lines across part are taken from these, others from what stands level in them. Lines with figures that stand
in columns, but not in certain rows, stay lines whose parts nobody can tell apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from ingest.readers.portable.columns import Cell, Part, Parts, Rows, Section, parts_of, row_end, section_from
from ingest.readers.portable.grid import Box, Grid, continued
from ingest.readers.portable.lines import Line
from ingest.readers.portable.ruled_rows import rows_between
from ingest.readers.portable.sheet import Rule
from ingest.readers.portable.unruled_rows import is_of_figures, rows_in

_FEWEST_COLUMNS = _FEWEST_ROWS = 3
_FEWEST_OF_FIGURES = 2
_FLUSH = 0.6
"""The part of a column's cells that are set at one edge or middle."""


def aligned_grids(lines: list[Line], across: Sequence[Rule]) -> list[Line | Grid]:
    """The lines of a page outside ruled tables, runs of them that are tables as such; `across`: its lines across."""
    parted = list(map(parts_of, lines))
    found: list[Line | Grid] = []
    unparted = 0
    at = 0
    while at < len(lines):
        end = row_end(parted, at)
        section = None
        if _may_begin(parted[at:end], is_amid=at < unparted):
            section = section_from(parted, at, is_behind_break=at == 0 and lines[at].page > 1)
        grid, taken = _first_grid(section, across, lines[at].page) if section else (None, 0)
        if grid:
            found.append(grid)
            at += taken
            continue
        if section and sum(map(is_of_figures, section.columns())) >= _FEWEST_OF_FIGURES:
            unparted = max(unparted, at + len(section.lines))
        found.extend(
            replace(line, is_unparted=at + rank < unparted and _has_figures(parted[at + rank]))
            for rank, line in enumerate(lines[at:end])
        )
        at = end
    return found


def _first_grid(section: Section, across: Sequence[Rule], page: int) -> tuple[Grid | None, int]:
    """The table that the lines are, or those as far as figures stand in them, and how many these are."""
    for part in filter(None, (section, section.up_to_figures())):
        grid = _grid(part, across, page)
        if grid:
            return grid, len(part.lines)
    return None, 0


def _may_begin(row: Sequence[Parts], *, is_amid: bool) -> bool:
    """Whether a row may be the first of a table; amid lines that are none, only one of words above others may."""
    return not is_amid or not any(part.is_value for parts in row for part in parts)


def _has_figures(parts: Sequence[Part]) -> bool:
    return len(parts) > 1 and any(part.is_figure for part in parts)


def _grid(section: Section, across: Sequence[Rule], page: int) -> Grid | None:
    columns = section.columns()
    filled = [column for column in columns if len(column) > 1]
    if len(filled) < _FEWEST_COLUMNS or not all(map(_is_flush, filled)):
        return None
    rows = rows_between(columns, section.bands, across) or rows_in(columns, section.bands)
    if rows is None or rows.count < _FEWEST_ROWS:
        return None
    edges = [(left[1] + right[0]) / 2 for left, right in pairwise(section.bands)]
    xs = [section.bands[0][0], *edges, section.bands[-1][1]]
    first, last = section.lines[0][0], section.lines[-1][0]
    boxes = _boxes(rows, section, page)
    return Grid(page, xs, first.base - first.size, last.base, rows.count, boxes, is_ruled=False)


def _is_flush(column: Sequence[Part]) -> bool:
    """Whether most of what stands in a column begins, ends or has its middle at one place."""
    slack = median(part.size for part in column)
    edges = ([part.x0 for part in column], [part.x1 for part in column], [(part.x0 + part.x1) / 2 for part in column])
    return any(
        sum(abs(value - median(values)) <= slack for value in values) >= _FLUSH * len(values) for values in edges
    )


def _boxes(rows: Rows, section: Section, page: int) -> list[Box]:
    covered = {(row + below, index) for (row, index), span in rows.spans.items() for below in range(1, span)}
    boxes = []
    for row in range(rows.count):
        for index, (left, right) in enumerate(section.bands):
            if (row, index) not in covered:
                box = Box(row, index, rows.spans.get((row, index), 1), 1, "", page)
                _fill(box, rows.cells.get((row, index), []), right - left)
                boxes.append(box)
    return boxes


def _fill(box: Box, cell: Cell, width: float) -> None:
    for part in cell:
        box.text = continued(box.text, part.text, box.room)
        box.room = (width - (part.x1 - part.x0)) / part.size
    box.lines = max(1, len(cell))
