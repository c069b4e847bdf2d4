"""Tables without ruling lines: rows whose parts stand in columns beyond doubt, and nothing less.

Three rows with three parts each, no part in two columns, and the parts of every column flush left, right or centred.
A list, a signature line or a table of contents has no such rows.
"""

from __future__ import annotations

import itertools
from statistics import median

from ingest.readers.portable.grid import Box, Grid
from ingest.readers.portable.lines import Line, Segment

_LEAST = 3
_FARTHEST_ROW = 3.5
"""Distance of base lines in ems beyond which a line belongs to no table above it."""


def aligned_grids(lines: list[Line]) -> list[Line | Grid]:
    """The lines of a page outside ruled tables, runs of them that are tables as such."""
    parts: list[Line | Grid] = []
    position = 0
    while position < len(lines):
        run = _run(lines[position:])
        if run:
            parts.append(_grid(run))
            position += len(run)
        else:
            parts.append(lines[position])
            position += 1
    return parts


def _run(lines: list[Line]) -> list[Line]:
    """The lines from the first on that make one table; none if they make no table."""
    run: list[Line] = []
    columns: list[tuple[float, float]] = []
    for line in lines:
        if not run and len(line.segments) < _LEAST:
            return []
        if run and line.base - run[-1].base > _FARTHEST_ROW * line.size:
            break
        wider = _columns([*run, line])
        most = max(len(other.segments) for other in [*run, line])
        if len(wider) != most or (len(line.segments) < _LEAST and len(wider) != len(columns)):
            break
        run.append(line)
        columns = wider
    while run and len(run[-1].segments) < _LEAST and not _is_wrapped(run[-1], run[-2], columns):
        run.pop()
    full = [line for line in run if len(line.segments) >= _LEAST]
    return run if len(full) >= _LEAST and _is_flush(full, columns) else []


def _columns(lines: list[Line]) -> list[tuple[float, float]]:
    """The bands of the page that the parts of the lines fill, from left to right."""
    bands: list[tuple[float, float]] = []
    for x0, x1 in sorted((segment.x0, segment.x1) for line in lines for segment in line.segments):
        if bands and x0 <= bands[-1][1]:
            bands[-1] = (bands[-1][0], max(bands[-1][1], x1))
        else:
            bands.append((x0, x1))
    return bands


def _column_at(segment: Segment, columns: list[tuple[float, float]]) -> int:
    return next(index for index, (x0, x1) in enumerate(columns) if x0 <= segment.x0 and segment.x1 <= x1)


def _is_wrapped(line: Line, before: Line, columns: list[tuple[float, float]]) -> bool:
    """Whether a line only goes on with cells of the one before: nothing in the first column, and set close."""
    return _column_at(line.segments[0], columns) > 0 and line.base - before.base < 1.8 * line.size


def _is_flush(lines: list[Line], columns: list[tuple[float, float]]) -> bool:
    slack = median(line.size for line in lines)
    for column in range(len(columns)):
        members = [segment for line in lines for segment in line.segments if _column_at(segment, columns) == column]
        edges = (
            [segment.x0 for segment in members],
            [segment.x1 for segment in members],
            [(segment.x0 + segment.x1) / 2 for segment in members],
        )
        if len(members) < 2 or not any(
            sum(abs(value - median(values)) <= slack for value in values) >= 0.6 * len(values) for values in edges
        ):
            return False
    return True


def _grid(run: list[Line]) -> Grid:
    columns = _columns(run)
    rows: list[list[str]] = []
    steps = [below.base - above.base for above, below in itertools.pairwise(run)]
    for position, line in enumerate(run):
        is_close = position > 0 and steps[position - 1] < 0.85 * max(steps)
        if position and len(line.segments) < len(columns) and _column_at(line.segments[0], columns) > 0 and is_close:
            cells = rows[-1]
        else:
            cells = [""] * len(columns)
            rows.append(cells)
        for segment in line.segments:
            column = _column_at(segment, columns)
            cells[column] = f"{cells[column]}\n{segment.text}".strip()
    page = run[0].page
    boxes = [
        Box(row, col, 1, 1, text, page, lines=text.count("\n") + 1)
        for row, cells in enumerate(rows)
        for col, text in enumerate(cells)
    ]
    middles = [(left[1] + right[0]) / 2 for left, right in itertools.pairwise(columns)]
    xs = [columns[0][0], *middles, columns[-1][1]]
    return Grid(page, xs, run[0].base - run[0].size, run[-1].base, len(rows), boxes, is_ruled=False)
