"""Tables from ruling lines: the printed grid, its merged cells found by the inner lines they lack."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from ingest.document import Unreadable
from ingest.readers.portable.lattice import PADDING, Lattice, components, merged
from ingest.readers.portable.lines import Line, lines_of, runs_of
from ingest.readers.portable.page import Glyph, Sheet


@dataclass(slots=True)
class Box:
    """A cell at 0-based grid positions. `is_full` says whether its last line reaches its right edge."""

    row: int
    col: int
    row_span: int
    col_span: int
    text: str
    page: int
    is_full: bool = False

    @property
    def end_row(self) -> int:
        return self.row + self.row_span

    @property
    def columns(self) -> tuple[int, int]:
        return self.col, self.col + self.col_span


@dataclass(slots=True)
class Grid:
    """A table, or what a page shows of it. `xs` are the edges of its columns, `page` the last page it is on.

    One box alone is a frame round text rather than a table; `framed` are the lines of that text.
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


def ruled_grids(sheet: Sheet) -> tuple[list[Grid], list[list[Glyph]]]:
    """The ruled tables of a page from top to bottom, and the runs of text that stand in none of them."""
    across = merged(rule for rule in sheet.rules if rule.horizontal)
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
    for number, (top, left, bottom, right) in enumerate(lattice.regions):
        lines = lines_of(held.get(number, ()), page)
        padding = min([PADDING, *(line.x0 - lattice.xs[left] for line in lines)])
        is_full = bool(lines) and lattice.xs[right] - lines[-1].x1 < 1.1 * lines[-1].size + padding
        row, col = rows.index(top), cols.index(left)
        row_span, col_span = rows.index(bottom) - row, cols.index(right) - col
        text = "\n".join(line.text for line in lines)
        boxes.append(Box(row, col, row_span, col_span, text, page, is_full))
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
        framed=lines if len(boxes) == 1 else [],
    )
