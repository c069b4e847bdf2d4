"""Tables from ruling lines: the printed grid, its merged cells found by the inner lines they lack."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from math import inf

from ingest.document import Unreadable
from ingest.lexicon.titles import is_numbered
from ingest.readers.portable.lattice import PADDING, Lattice, components, merged
from ingest.readers.portable.lines import Line, join_lines, lines_of, runs_of
from ingest.readers.portable.sheet import Glyph, Rule, Sheet

_FEWEST_PARTS = 3
_DIGIT = 0.58
"""The width of a digit in ems."""

_NUMBER_END, _NUMBER_REST = re.compile(r"\d[\d.,]*$"), re.compile(r"[.,]?\d[\d.,]*")
_NUMBER = re.compile(r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?")
_LONG = 5
_UNBROKEN = re.compile(r"[（《“‘【〔]*(?:[!-~]+|.)[，。、；：！？）》”’】〕％]*")


@dataclass(slots=True)
class Box:
    """A cell at 0-based grid positions. `room`: how many ems the last of its `lines` leaves at its right edge;
    `is_open`: it has no line below it."""

    row: int
    col: int
    row_span: int
    col_span: int
    text: str
    page: int
    room: float = inf
    lines: int = 1
    is_open: bool = False

    @property
    def end_row(self) -> int:
        return self.row + self.row_span

    @property
    def columns(self) -> tuple[int, int]:
        return self.col, self.col + self.col_span


@dataclass(slots=True)
class Grid:
    """A table, or what a page shows of it. `xs` are the edges of its columns, `page` the last page it is on.

    One box alone is a frame round text rather than a table, and so are boxes below each other whose lines are rows of a
    table without lines down; `framed` are the lines of that text.
    """

    page: int
    xs: list[float]
    top: float
    bottom: float
    rows: int
    boxes: list[Box]
    is_ruled: bool = True
    is_open_above: bool = False
    is_open_below: bool = False
    first_row_height: float = 0.0
    framed: list[Line] = field(default_factory=list)

    def row(self, number: int) -> list[Box]:
        """The boxes that cover a row, from left to right."""
        return sorted((box for box in self.boxes if box.row <= number < box.end_row), key=lambda box: box.col)

    @property
    def is_frame(self) -> bool:
        return len(self.boxes) == 1


def ruled_grids(sheet: Sheet, across: list[Rule]) -> tuple[list[Grid], list[list[Glyph]]]:
    """The ruled tables of a page from top to bottom, and the runs of text that stand in none of them; `across`: its
    lines across."""
    down = merged(rule for rule in sheet.rules if not rule.horizontal)
    if len(across) * len(down) > 4_000_000:
        raise Unreadable(
            f"第 {sheet.number} 页线条过多，像是工程图，请另存为 Word 或 Excel 重新报送 / "
            f"page {sheet.number} has so many lines that it looks like a drawing; send the report as Word or Excel"
        )
    lattices = [Lattice(*component) for component in components(across, down)]
    lattices = [lattice for lattice in lattices if lattice.is_table]
    lattices.sort(key=lambda lattice: -lattice.area)
    outer: list[Lattice] = []
    for lattice in lattices:
        around = next((other for other in outer if other.encloses(lattice)), None)
        if around is None:
            outer.append(lattice)
        elif len(around.regions) == 1:
            outer = [other for other in outer if other is not around] + [lattice]
    return _fill(outer, sheet)


def _fill(lattices: list[Lattice], sheet: Sheet) -> tuple[list[Grid], list[list[Glyph]]]:
    """The lattices that hold text as grids, each region with the text inside it."""
    inside: list[dict[int, list[list[Glyph]]]] = [defaultdict(list) for _ in lattices]
    outside: list[list[Glyph]] = []
    for run in runs_of(sheet.glyphs):
        for lattice, held in zip(lattices, inside, strict=True):
            region = lattice.region_of(run)
            if region is not None:
                held[region].append(run)
                break
        else:
            outside.append(run)
    for lattice, held in zip(lattices, inside, strict=True):
        for region, run in lattice.overhanging(outside) if any(map(lattice.is_open, lattice.regions)) else ():
            held[region].append(run)
            outside.remove(run)
    grids = []
    for lattice, held in zip(lattices, inside, strict=True):
        if any(not run[0].text.isspace() for runs in held.values() for run in runs):
            grids.append(_grid(lattice, held, sheet.number))
    return sorted(grids, key=lambda grid: grid.top), outside


def _grid(lattice: Lattice, held: dict[int, list[list[Glyph]]], page: int) -> Grid:
    """The regions as boxes; lines that part no two of them count as no edge."""
    rows = sorted({edge for top, _, bottom, _ in lattice.regions for edge in (top, bottom)})
    cols = sorted({edge for _, left, _, right in lattice.regions for edge in (left, right)})
    boxes = []
    all_lines: list[Line] = []
    for number, region in enumerate(lattice.regions):
        top, left, bottom, right = region
        lines = lines_of(held.get(number, ()), page)
        padding = min([PADDING, *(max(0.0, line.x0 - lattice.xs[left]) for line in lines)])
        room = [(lattice.xs[right] - padding - line.x1) / line.size for line in lines]
        text = _turned_text(held.get(number, ()), page) or _text(lines, room)
        row, col = rows.index(top), cols.index(left)
        row_span, col_span = rows.index(bottom) - row, cols.index(right) - col
        space = min(room[-1:], default=inf)
        boxes.append(Box(row, col, row_span, col_span, text, page, space, len(lines), lattice.is_open(region)))
        all_lines.extend(lines)
    boxes.sort(key=lambda box: (box.row, box.col))
    return Grid(
        page,
        [lattice.xs[col] for col in cols],
        lattice.ys[rows[0]],
        lattice.ys[rows[-1]],
        len(rows) - 1,
        boxes,
        is_open_above=lattice.is_open_above,
        is_open_below=lattice.is_open_below,
        first_row_height=lattice.ys[rows[1]] - lattice.ys[rows[0]],
        framed=all_lines if len(boxes) == 1 or (len(cols) == 2 and _are_rows(all_lines)) else [],
    )


def _are_rows(lines: list[Line]) -> bool:
    """Whether some of the lines have as many parts as the rows of a table."""
    return sum(len(line.segments) >= _FEWEST_PARTS for line in lines) >= _FEWEST_PARTS


def _turned_text(runs: Sequence[list[Glyph]], page: int) -> str:
    """The text of a cell that is all at another angle than the page; else nothing."""
    turned = [glyph.turned for run in runs for glyph in run if glyph.turned is not None]
    if not turned or len(turned) < sum(map(len, runs)):
        return ""
    return join_lines(line.text for line in lines_of(runs_of(turned), page))


def _text(lines: list[Line], room: list[float]) -> str:
    """The lines of a cell, a wrapped line joined with the next one."""
    text = ""
    for number, line in enumerate(lines):
        text = continued(text, line.text, room[number - 1] if number else inf)
    return text


def continued(text: str, more: str, room: float) -> str:
    """A text and the line behind it, joined where the last line of the first left no room (in ems) for what begins the
    other. A number that has filled its line to the last digit may go on in the next one."""
    if room < _DIGIT and not is_numbered(more) and _is_one_number(text, more):
        return text + more
    return joined(text, more, is_wrapped=is_wrapped(more, room))


def _is_one_number(text: str, more: str) -> bool:
    """Whether a line break has cut a number, and does not part two: a point or comma or the digits behind one are cut
    off, a unit stands behind the rest alone, the rest begins with a zero, or the two would be long and of unlike
    precision."""
    begun, rest = _NUMBER_END.search(text), _NUMBER_REST.match(more)
    if begun is None or rest is None:
        return False
    head, tail = begun.group(), rest.group().rstrip(",")
    if not _NUMBER.fullmatch((head + tail).rstrip(".")):
        return False
    if (
        head.endswith((".", ","))
        or tail.startswith((".", ","))
        or rest.end() < len(more)
        or not _NUMBER.fullmatch(head)
    ):
        return True
    if tail.startswith("0") and tail.isdecimal() and len(tail) > 1:
        return True
    return len(head) >= _LONG and len(head.partition(".")[2]) != len(tail.partition(".")[2])


def is_wrapped(more: str, room: float) -> bool:
    """Whether the first characters of a line, that no line break may part, did not fit into `room` ems, with the
    quarter of an em that stands between figures and Chinese characters."""
    start = _UNBROKEN.match(more)
    characters = start.group() if start else ""
    return room < 0.35 + sum(0.6 if character.isascii() else 1.0 for character in characters)


def joined(text: str, more: str, *, is_wrapped: bool) -> str:
    """Two parts of a cell as one text, on one line where the first was wrapped and no numbered item begins."""
    if is_wrapped and not is_numbered(more):
        return join_lines((text, more))
    return "\n".join(filter(None, (text, more)))
