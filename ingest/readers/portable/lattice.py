"""Ruling lines that cross, and the rectangles that they enclose: the printed grid of a table."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable

from ingest.readers.portable.sheet import THIN, Glyph, Rule

_OVERHANG = 3.0
"""How many ems below the last line of a table a cell may go on that has none below it."""
PADDING = 8.0
"""Points by which lines may overshoot a table's edge before something is missing there."""


def merged(rules: Iterable[Rule]) -> list[Rule]:
    """Rules of one direction, those on one line that touch put together."""
    ordered = sorted(rules, key=lambda rule: rule.at)
    positions = _snap([rule.at for rule in ordered])
    by_line: dict[int, list[Rule]] = defaultdict(list)
    for rule in ordered:
        by_line[_nearest(positions, rule.at)].append(rule)
    merged: list[Rule] = []
    for line, members in by_line.items():
        members.sort(key=lambda rule: rule.start)
        horizontal, at, (start, end) = members[0].horizontal, positions[line], members[0][2:]
        for rule in members[1:]:
            if rule.start <= end + THIN:
                end = max(end, rule.end)
            else:
                merged.append(Rule(horizontal, at, start, end))
                start, end = rule.start, rule.end
        merged.append(Rule(horizontal, at, start, end))
    return [rule for rule in merged if rule.end - rule.start > THIN]


def _snap(values: Iterable[float]) -> list[float]:
    """Positions, those within a line's width of each other as one, their middle."""
    groups: list[list[float]] = []
    for value in sorted(values):
        if groups and value - groups[-1][-1] <= THIN:
            groups[-1].append(value)
        else:
            groups.append([value])
    return [(group[0] + group[-1]) / 2 for group in groups]


def _nearest(positions: list[float], value: float) -> int:
    right = bisect_right(positions, value)
    return min(
        (index for index in (right - 1, right) if 0 <= index < len(positions)),
        key=lambda index: abs(positions[index] - value),
    )


def components(across: list[Rule], down: list[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
    """Rules that meet, directly or through others, as (horizontal ones, vertical ones)."""
    group_of = list(range(len(across) + len(down)))

    def find(item: int) -> int:
        while group_of[item] != item:
            group_of[item] = group_of[group_of[item]]
            item = group_of[item]
        return item

    for i, h in enumerate(across):
        for j, v in enumerate(down, start=len(across)):
            meets = h.start - THIN <= v.at <= h.end + THIN and v.start - THIN <= h.at <= v.end + THIN
            if meets:
                group_of[find(i)] = find(j)
    groups: dict[int, tuple[list[Rule], list[Rule]]] = defaultdict(lambda: ([], []))
    for i, h in enumerate(across):
        groups[find(i)][0].append(h)
    for j, v in enumerate(down, start=len(across)):
        groups[find(j)][1].append(v)
    return [group for group in groups.values() if group[0] and group[1]]


class Lattice:
    """Crossing rules and the regions they enclose, each (first row, first column, end row, end column)."""

    def __init__(self, across: list[Rule], down: list[Rule]) -> None:
        self.is_open_above, above = _missing_edge(down, across, at_end=False)
        self.is_open_below, below = _missing_edge(down, across, at_end=True)
        across = [*across, *above, *below]
        _, left = _missing_edge(across, down, at_end=False)
        _, right = _missing_edge(across, down, at_end=True)
        down = [*down, *left, *right]
        self.xs, self.ys = _snap(rule.at for rule in down), _snap(rule.at for rule in across)
        self._across, self._down = _by_position(across, self.ys), _by_position(down, self.xs)
        self.regions = self._regions() if self.is_table else []
        self._region_of = {
            (row, col): number
            for number, (top, left_col, bottom, right_col) in enumerate(self.regions)
            for row in range(top, bottom)
            for col in range(left_col, right_col)
        }

    @property
    def is_table(self) -> bool:
        """Whether it encloses something large enough to hold text, more than a tick box."""
        return len(self.xs) > 1 and len(self.ys) > 1 and self.xs[-1] - self.xs[0] > 25 and self.ys[-1] - self.ys[0] > 9

    @property
    def area(self) -> float:
        return (self.xs[-1] - self.xs[0]) * (self.ys[-1] - self.ys[0])

    def encloses(self, other: Lattice) -> bool:
        return (
            self.xs[0] - THIN <= other.xs[0]
            and other.xs[-1] <= self.xs[-1] + THIN
            and self.ys[0] - THIN <= other.ys[0]
            and other.ys[-1] <= self.ys[-1] + THIN
        )

    def region_of(self, run: list[Glyph]) -> int | None:
        """The region that a run of text belongs to, all of it, though it may be too long for its cell.

        Set flush left it begins at the left edge of its cell; else it overflows on both sides.
        """
        middles = [(glyph.x0 + glyph.x1) / 2 for glyph in run]
        if run[0].middle < self.ys[0] or run[0].middle > self.ys[-1] or middles[-1] < self.xs[0]:
            return None
        at = [self._region_at(x, run[0].middle) for x in middles]
        if at[0] is not None and at[0] != at[-1] and run[0].x0 - self.xs[self.regions[at[0]][1]] < PADDING:
            return at[0]
        return Counter(at).most_common(1)[0][0]

    def overhanging(self, runs: Iterable[list[Glyph]]) -> list[tuple[int, list[Glyph]]]:
        """The runs below the table that are text of regions in its last row which go on, as a merged cell does at the
        end of a page, each with the region; none where they are of a line that reaches out of these."""
        end = self.ys[-1]
        below = [run for run in runs if end < run[0].middle < end + _OVERHANG * run[0].size and run[-1].x1 > self.xs[0]]
        at = [self._region_of.get((len(self.ys) - 2, bisect_right(self.xs, run[0].x0) - 1)) for run in below]
        found = [(number, run) for number, run in zip(at, below, strict=True) if number is not None]
        fits = all(
            self.is_open(self.regions[number]) and run[-1].x1 <= self.xs[self.regions[number][3]]
            for number, run in found
        )
        return found if fits and len(found) == len(below) else []

    def _region_at(self, x: float, y: float) -> int | None:
        return self._region_of.get((bisect_right(self.ys, y) - 1, bisect_right(self.xs, x) - 1))

    def is_open(self, region: tuple[int, int, int, int]) -> bool:
        """Whether a region has no line below it."""
        _, left, bottom, right = region
        return not any(self._has_floor(bottom, col) for col in range(left, right))

    def _regions(self) -> list[tuple[int, int, int, int]]:
        """Rectangles of unit cells that no line parts; one with two sides or more open lies outside the table."""
        rows, cols = len(self.ys) - 1, len(self.xs) - 1
        taken: set[tuple[int, int]] = set()
        regions = []
        for row in range(rows):
            for col in range(cols):
                if (row, col) in taken:
                    continue
                right = col + 1
                while right < cols and (row, right) not in taken and not self._has_wall(right, row):
                    right += 1
                bottom = row + 1
                while bottom < rows and self._goes_on(bottom, col, right, cols):
                    bottom += 1
                taken.update((r, c) for r in range(row, bottom) for c in range(col, right))
                if self._is_closed(row, col, bottom, right):
                    regions.append((row, col, bottom, right))
        return regions

    def _goes_on(self, row: int, left: int, right: int, cols: int) -> bool:
        """Whether a region over the columns from `left` to `right` goes on into `row`."""
        return (
            not any(self._has_floor(row, col) for col in range(left, right))
            and not any(self._has_wall(edge, row) for edge in range(left + 1, right))
            and (left == 0 or self._has_wall(left, row))
            and (right == cols or self._has_wall(right, row))
        )

    def _is_closed(self, top: int, left: int, bottom: int, right: int) -> bool:
        sides = (
            all(self._has_floor(top, col) for col in range(left, right)),
            all(self._has_floor(bottom, col) for col in range(left, right)),
            all(self._has_wall(left, row) for row in range(top, bottom)),
            all(self._has_wall(right, row) for row in range(top, bottom)),
        )
        return sum(sides) >= 3

    def _has_wall(self, edge: int, row: int) -> bool:
        return _covers(self._down[edge], self.ys[row], self.ys[row + 1])

    def _has_floor(self, edge: int, col: int) -> bool:
        return _covers(self._across[edge], self.xs[col], self.xs[col + 1])


def _by_position(rules: list[Rule], positions: list[float]) -> dict[int, list[Rule]]:
    by_position: dict[int, list[Rule]] = defaultdict(list)
    for rule in rules:
        by_position[_nearest(positions, rule.at)].append(rule)
    return by_position


def _covers(rules: list[Rule], start: float, end: float) -> bool:
    quarter = (end - start) / 4
    return any(rule.start <= start + quarter and end - quarter <= rule.end for rule in rules)


def _missing_edge(rules: list[Rule], crossing: list[Rule], *, at_end: bool) -> tuple[bool, list[Rule]]:
    """The outer edge where two or more `rules` run past the last one `crossing` them, as a page break leaves it, or a
    table whose outer lines are not drawn: then it runs as far as those that it is parallel to."""
    if not crossing or not rules:
        return False, []
    if at_end:
        far = max(rule.end for rule in rules)
        reaching = [rule for rule in rules if far - rule.end <= THIN]
        is_missing = far - max(rule.at for rule in crossing) > PADDING
    else:
        far = min(rule.start for rule in rules)
        reaching = [rule for rule in rules if rule.start - far <= THIN]
        is_missing = min(rule.at for rule in crossing) - far > PADDING
    if not is_missing or len(reaching) < 2:
        return False, []
    ends = sorted(rule.at for rule in reaching)
    start, end = min(rule.start for rule in crossing), max(rule.end for rule in crossing)
    start = start if ends[0] == min(rule.at for rule in rules) else ends[0]
    end = end if ends[-1] == max(rule.at for rule in rules) else ends[-1]
    return True, [Rule(not rules[0].horizontal, far, min(start, ends[0]), max(end, ends[-1]))]
