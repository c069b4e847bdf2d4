"""Columns that no line parts: the parts of lines that stand in them, and the bands of the page that they fill."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from ingest.readers.portable.grid import is_wrapped
from ingest.readers.portable.lines import Line, text_of
from ingest.readers.portable.sheet import Glyph

_PARTED, _SPACED = 0.35, 1.6
"""Gaps in ems: the least between two cells, and the most between the characters of a word that is set apart."""
_ONE_ROW = 0.95
"""Base lines nearer than this, in ems, are of one row, some of whose cells have more lines than others."""
_FARTHEST_ROW = 3.5
"""Distance of base lines in ems beyond which a line belongs to no table above it."""
_FEWEST, _NEARLY_ALL = 3, 0.8
_SURELY = 0.4
"""Room in ems that is no doubt left."""
NEXT_LINE = 1.75
"""The most distance in ems of two lines of one cell."""
_MOST_LEADING = 2
"""The most lines of the first row's longest cell above those that others of its cells stand on."""
_FIGURE = re.compile(r"[-+−]?\d[\d,，]*(?:\.\d+)?\s*[%％]?")
_NOTHING = frozenset({"-", "--", "—", "——", "－", "/", "\\", "无"})


@dataclass(frozen=True, slots=True)
class Part:
    """What stands in one column on one base line."""

    text: str
    x0: float
    x1: float
    base: float
    size: float

    @property
    def is_figure(self) -> bool:
        return _FIGURE.fullmatch(self.text) is not None

    @property
    def is_nothing(self) -> bool:
        """Whether it is what is put where no figure is."""
        return self.text in _NOTHING

    @property
    def is_value(self) -> bool:
        """Whether it may stand in a column of figures."""
        return self.is_figure or self.is_nothing


Band = tuple[float, float]
"""Left and right edge of a column."""
Cell = list[Part]
"""The lines of one cell."""


@dataclass(slots=True)
class Rows:
    """The cells of a table by (row, column), and over how many rows those reach that span more than one."""

    count: int
    cells: dict[tuple[int, int], Cell]
    spans: dict[tuple[int, int], int] = field(default_factory=dict)

    def alone_in(self, number: int) -> list[Cell]:
        """The cells of one row that reach over no other."""
        return [cell for place, cell in self.cells.items() if place[0] == number and place not in self.spans]


Parts = list[Part]
"""Those of one line, from left to right."""


@dataclass(frozen=True, slots=True)
class Section:
    """Lines whose parts stand in `bands`, never two of a line in one."""

    lines: list[Parts]
    bands: list[Band]

    def columns(self) -> list[list[Part]]:
        """The parts in each column from top to bottom."""
        columns: list[list[Part]] = [[] for _ in self.bands]
        for line in self.lines:
            for part in line:
                columns[_band_of(part, self.bands)].append(part)
        return columns

    def up_to_figures(self) -> Section | None:
        """The lines as far as figures stand in them; None where that is all of them."""
        last = max((at for at, line in enumerate(self.lines) if any(part.is_value for part in line)), default=-1)
        end = row_end(self.lines, last) if last >= 0 else 0
        return _section(self.lines[:end]) if 0 < end < len(self.lines) else None


def parts_of(line: Line) -> Parts:
    """The parts of a line, as its gaps cut it; characters of one word that are set apart stay together."""
    groups: list[list[Glyph]] = []
    for glyph in line.glyphs:
        if glyph.text.isspace():
            continue
        if groups and not _is_cut(groups[-1], glyph, line.size):
            groups[-1].append(glyph)
        else:
            groups.append([glyph])
    merged: list[list[Glyph]] = []
    for group in groups:
        before = merged[-1] if merged else None
        if before and _is_spaced(before, group, line.size):
            before.extend(group)
        else:
            merged.append(group)
    return [
        Part(text_of(group), group[0].x0, max(glyph.x1 for glyph in group), group[0].base, group[0].size)
        for group in merged
    ]


def _is_cut(group: Sequence[Glyph], glyph: Glyph, size: float) -> bool:
    return glyph.x0 - max(member.x1 for member in group[-2:]) > _PARTED * size


def _is_spaced(before: Sequence[Glyph], group: Sequence[Glyph], size: float) -> bool:
    """Whether single Chinese characters stand a little apart from each other: 合 计."""
    if len(group) > 1 or not "一" <= group[0].text <= "鿿" or not all("一" <= glyph.text <= "鿿" for glyph in before):
        return False
    gaps = [right.x0 - left.x1 for left, right in pairwise([*before, *group])]
    return max(gaps) <= _SPACED * size and max(gaps) - min(gaps) <= _PARTED * size


def section_from(lines: Sequence[Parts], start: int, *, is_behind_break: bool) -> Section | None:
    """The longest run of lines from one on whose parts stand in columns, three or more; None where there is none.
    `is_behind_break`: a page break stands before the first, which may be the end of a row then."""
    taken: list[Parts] = []
    at = start
    while at < len(lines):
        end = row_end(lines, at)
        added = lines[at:end]
        if taken and added[0][0].base - taken[-1][0].base > _FARTHEST_ROW * added[0][0].size:
            break
        wider = _bands([*taken, *added])
        if len(wider) < _FEWEST and len(taken) >= _MOST_LEADING:
            break
        if not all(_fits(line, wider) for line in [*taken, *added]):
            break
        if _is_heading(added, taken):
            break
        taken.extend(added)
        at = end
    section = _section(taken)
    return section if section and (is_behind_break or _begins(taken, section.bands)) else None


def _section(lines: list[Parts]) -> Section | None:
    bands = _bands(lines)
    return Section(lines, bands) if len(bands) >= _FEWEST else None


def _begins(lines: Sequence[Parts], bands: Sequence[Band]) -> bool:
    """Whether the first line is of the first row: it has several parts, or fills the column and goes on below."""
    first, *below = lines
    if len(first) > 1:
        return True
    column = _band_of(first[0], bands)
    lower = next((part for line in below for part in line if _band_of(part, bands) == column), None)
    return (
        lower is not None
        and lower.base - first[0].base <= NEXT_LINE * lower.size
        and is_full(first[0], lower, bands[column])
    )


def is_full(upper: Part, lower: Part, band: Band) -> bool:
    """Whether a line leaves no room in its column for what the one below it begins with; a column is as wide as its
    widest line, or wider."""
    return is_wrapped(lower.text, (band[1] - band[0] - (upper.x1 - upper.x0)) / upper.size + _SURELY)


def row_end(lines: Sequence[Parts], at: int) -> int:
    """Behind the last line that is of one row with the line `at`."""
    end = at + 1
    while end < len(lines) and 0 <= lines[end][0].base - lines[end - 1][0].base < _ONE_ROW * lines[end][0].size:
        end += 1
    return end


def _is_heading(row: Sequence[Parts], above: Sequence[Parts]) -> bool:
    """Whether a row has words in as many columns as nearly any row above it, and figures in none, as those have."""
    parts = [part for line in row for part in line]
    fullest = max(map(len, above), default=0)
    return (
        len(parts) >= max(_FEWEST, _NEARLY_ALL * fullest)
        and not any(part.is_value for part in parts)
        and any(part.is_value for line in above for part in line)
    )


def _bands(lines: Iterable[Parts]) -> list[Band]:
    bands: list[Band] = []
    for x0, x1 in sorted((part.x0, part.x1) for line in lines for part in line):
        if bands and x0 <= bands[-1][1]:
            bands[-1] = (bands[-1][0], max(bands[-1][1], x1))
        else:
            bands.append((x0, x1))
    return bands


def _fits(line: Parts, bands: Sequence[Band]) -> bool:
    return len({_band_of(part, bands) for part in line}) == len(line)


def _band_of(part: Part, bands: Sequence[Band]) -> int:
    return next(index for index, (x0, x1) in enumerate(bands) if x0 <= part.x0 and part.x1 <= x1)
