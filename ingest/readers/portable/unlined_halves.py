"""Forms beside each other on one page that no lines frame, below their titles, which stand on one line.

They are alike: the gap between them is the one behind which each row begins with the label that it begins with. Where
there is none, nobody can tell the forms apart, and no row of either is one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ingest.lexicon.titles import title_kind
from ingest.readers.portable.lines import Line, Segment
from ingest.readers.portable.two_columns import part_of

_FEWEST_LABELS = 3
_GAP = 1.0
"""The least width in ems of a gap between two forms."""

Gap = tuple[float, float]


def below_two_titles(lines: Sequence[Line]) -> range | None:
    """The lines of a page that stand below two titles on one line, these with them, up to one that reaches over."""
    for at, line in enumerate(lines):
        between = _between_titles(line)
        if between:
            ends = (number for number in range(at + 1, len(lines)) if _reaches_over(lines[number], between))
            return range(at, next(ends, len(lines)))
    return None


def halves_of(lines: Sequence[Line]) -> list[list[Line]]:
    """Such lines, those of the left form first and then those of the other one; none where that is not beyond doubt."""
    between = _between_titles(lines[0])
    gaps = _gaps(lines, between) if between else []
    ranked = sorted(((_labels_repeated(lines, gap), gap) for gap in gaps), reverse=True)
    if not ranked or ranked[0][0] < _FEWEST_LABELS or (len(ranked) > 1 and ranked[1][0] == ranked[0][0]):
        return []
    gap = ranked[0][1]
    halves = ([_sides(line, gap)[side] for line in lines] for side in (0, 1))
    return [[part_of(line, part) for line, part in zip(lines, half, strict=True) if part] for half in halves]


def unparted(line: Line) -> Line:
    """A line of such forms that cannot be told apart."""
    return replace(line, is_unparted=len(line.segments) > 1)


def _between_titles(line: Line) -> Gap | None:
    if len(line.segments) != 2:
        return None
    left, right = line.segments
    are_titles = title_kind(left.text) is not None and title_kind(right.text) is not None
    return (left.x1, right.x0) if are_titles else None


def _reaches_over(line: Line, between: Gap) -> bool:
    return any(segment.x0 < between[0] and segment.x1 > between[1] for segment in line.segments)


def _gaps(lines: Sequence[Line], between: Gap) -> list[Gap]:
    """Where between two titles nothing stands on any of the lines."""
    segments = sorted((segment.x0, segment.x1) for line in lines for segment in line.segments)
    gaps: list[Gap] = []
    reached = between[0]
    for start, end in segments:
        if start - reached >= _GAP * lines[0].size and start <= between[1]:
            gaps.append((reached, start))
        reached = max(reached, end)
    return gaps


def _labels_repeated(lines: Sequence[Line], gap: Gap) -> int:
    sides = (_sides(line, gap) for line in lines[1:])
    return sum(left[0].text == right[0].text for left, right in sides if left and right)


def _sides(line: Line, gap: Gap) -> tuple[list[Segment], list[Segment]]:
    left = [segment for segment in line.segments if segment.x0 <= gap[0]]
    return left, list(line.segments[len(left) :])
