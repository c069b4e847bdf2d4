"""Running text in two columns, which is read down the one and then down the other.

Both columns are broad, and most of their lines are full, with one gutter between them all: labels beside values, lists
side by side and tables have no such lines.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from ingest.readers.portable.lines import Column, Line, Segment

_LEAST_LINES = 5
_LEAST_WIDTH, _MOST_UNLIKE = 12, 1.5
"""The least width of a column in ems, and how much wider one may be than the other."""
_GUTTER, _FULL, _MOSTLY = 1.0, 1.5, 0.6
"""In ems the least width of the gutter and the most room that a full line leaves; the share of lines that are full."""


def in_reading_order(lines: list[Line]) -> list[Line]:
    """The lines of a page between its tables, where they stand in two columns those of the left one first."""
    ordered: list[Line] = []
    position = 0
    while position < len(lines):
        run, gutter = _run(lines, position) if len(lines[position].segments) == 2 else ([], (0.0, 0.0))
        if run and _is_prose(run, gutter):
            ordered.extend(_side(run, gutter, left=True))
            ordered.extend(_side(run, gutter, left=False))
            position += len(run)
        else:
            ordered.append(lines[position])
            position += 1
    return ordered


def _run(lines: list[Line], start: int) -> tuple[list[Line], tuple[float, float]]:
    """The lines from the first on that one gutter parts, and where it is."""
    first = lines[start]
    gutter = (first.segments[0].x1, first.segments[1].x0)
    run = [first]
    for line in lines[start + 1 :]:
        left = [segment for segment in line.segments if segment.x0 < gutter[0]]
        right = line.segments[len(left) :]
        narrower = (
            max([gutter[0], *(segment.x1 for segment in left)]),
            min([gutter[1], *(segment.x0 for segment in right)]),
        )
        if narrower[1] - narrower[0] < _GUTTER * line.size:
            break
        run.append(line)
        gutter = narrower
    return run, gutter


def _is_prose(run: list[Line], gutter: tuple[float, float]) -> bool:
    both = [line for line in run if line.x0 < gutter[0] and line.x1 > gutter[1]]
    if len(both) < _LEAST_LINES:
        return False
    size = median(line.size for line in both)
    left_edge, right_edge = min(line.x0 for line in run), max(line.x1 for line in run)
    widths = sorted((gutter[0] - left_edge, right_edge - gutter[1]))
    if widths[0] < _LEAST_WIDTH * size or widths[1] > _MOST_UNLIKE * widths[0]:
        return False
    ends = [max(segment.x1 for segment in line.segments if segment.x0 < gutter[0]) for line in both]
    full_left = sum(end > gutter[0] - _FULL * size for end in ends)
    full_right = sum(line.x1 > right_edge - _FULL * size for line in both)
    return min(full_left, full_right) >= _MOSTLY * len(both)


def _side(run: list[Line], gutter: tuple[float, float], *, left: bool) -> list[Line]:
    """The lines of one column."""
    parts = [(line, [part for part in line.segments if (part.x0 < gutter[0]) == left]) for line in run]
    lines = [part_of(line, segments) for line, segments in parts if segments]
    steps = [(below.base - above.base) / above.size for above, below in pairwise(lines)]
    column = Column(min(line.x0 for line in lines), max(line.x1 for line in lines), median(steps or [1.5]))
    return [replace(line, column=column) for line in lines]


def part_of(line: Line, segments: Sequence[Segment]) -> Line:
    """The line as far as these of its segments reach."""
    text = " ".join(segment.text for segment in segments)
    x0, x1 = segments[0].x0, segments[-1].x1
    glyphs = tuple(glyph for glyph in line.glyphs if x0 <= (glyph.x0 + glyph.x1) / 2 <= x1)
    return replace(line, text=text, x0=x0, x1=x1, segments=tuple(segments), glyphs=glyphs)
