"""Tables of web pages on their printed grid, by the rules that browsers lay them out with."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from ingest.document import Cell, Table
from ingest.once import once
from ingest.readers.sheets.grid import LIMIT, too_large
from ingest.readers.web.drawn_tables import DRAWN
from ingest.readers.web.html_text import is_shown, name_of, outermost_tables, text_of

_WIDEST, _TALLEST = 1000, 65534  # what HTML allows
_GROUPS = {"thead": 0, "tbody": 1, "tfoot": 2}

_STRUCTURE = frozenset({*_GROUPS, "tr", "td", "th"})

_Row = list[etree._Element]


class HtmlTable:
    """One table element; rows inside its inner tables are theirs."""

    def __init__(self, element: etree._Element) -> None:
        self.element = element

    def texts_above(self) -> list[str]:
        """The captions, and text that the page puts between the rows: browsers show both above the table."""
        outside = [child for child in _parts(self.element) if name_of(child) not in _STRUCTURE]
        return [text for text in (*map(text_of, outside), *_stray_texts(self.element)) if text]

    def inner_tables(self) -> list[etree._Element]:
        """The tables inside this one, but not those inside these."""
        return list(outermost_tables(self.element))

    def is_layout(self) -> bool:
        """Whether the table only places things: it is a single cell, or wraps tables with nothing beside them."""
        if sum(map(len, self._rows)) <= 1 or (self.element.get("role") or "").lower() in {"presentation", "none"}:
            return True
        if not self.inner_tables():
            return False
        return all(sum(map(_holds_something, row)) <= 1 for row in self._rows)

    def grid(self) -> Table:
        """The table with true grid positions; only in their order where nothing says how wide its cells are."""
        cells: list[Cell] = []
        first_row = 1
        area = 0  # positions laid out so far, those that a cell from above covers counted in each row
        for group in self._groups:
            taken: dict[int, int] = {}  # column: the last row that a cell from above covers
            for row_no, row in enumerate(group, start=first_row):
                col_no = 1
                for element in row:
                    while taken.get(col_no, 0) >= row_no:
                        col_no += 1
                        area += 1
                    width = min(_span(element, "colspan"), _WIDEST)
                    below = first_row + len(group) - row_no
                    height = min(_span(element, "rowspan") or below, below, _TALLEST)
                    width = _free_width(taken, row_no, col_no, max(1, width))
                    area += width
                    if area > LIMIT:
                        raise too_large()
                    cells.append(Cell(row_no, col_no, text_of(element), height, width))
                    for col in range(col_no, col_no + width):
                        taken[col] = row_no + height - 1
                    col_no += width
            first_row += len(group)
        is_even = len(set(map(len, self._rows))) == 1
        return Table(tuple(cells), true_grid=is_even or self.element.get(DRAWN) is None)

    @property
    def _rows(self) -> list[_Row]:
        return [row for group in self._groups for row in group]

    @once
    def _groups(self) -> list[list[_Row]]:
        """The row groups as shown (head first, foot last), each a list of rows of cell elements."""
        groups: list[tuple[int, list[_Row]]] = []
        loose: list[_Row] = []
        for part in _parts(self.element):
            name = name_of(part)
            if name in _GROUPS:
                loose = []
                groups.append((_GROUPS[name], [row for inner in _parts(part) for row in _row(inner)]))
            elif name in _STRUCTURE:
                if not loose:
                    groups.append((1, loose))
                loose.extend(_row(part))
        return [rows for _, rows in sorted(groups, key=lambda group: group[0])]


def _parts(element: etree._Element) -> Iterator[etree._Element]:
    """The shown parts of a table, group or row, also those that a form or the like wraps in between."""
    for child in element:
        if not is_shown(child) or name_of(child) in {"table", "colgroup", "col"}:
            continue
        if name_of(child) in _STRUCTURE or next(child.iter("tr", "td", "th"), None) is None:
            yield child
        else:
            yield from _parts(child)


def _stray_texts(element: etree._Element) -> Iterator[str]:
    """Text that stands in no cell, caption or other element of its own."""
    yield (element.text or "").strip()
    for child in element:
        if name_of(child) not in {"td", "th", "caption", "table"} and next(child.iter("td", "th"), None) is not None:
            yield from _stray_texts(child)
        yield (child.tail or "").strip()


def _row(part: etree._Element) -> list[_Row]:
    """The row of a tr or of a cell without one; none for the row of no height that only sets the widths."""
    if name_of(part) in {"td", "th"}:
        return [[part]]
    if name_of(part) != "tr":
        return []
    cells = [cell for cell in _parts(part) if name_of(cell) in {"td", "th"}]
    return [cells] if part.get("height") != "0" or any(map(_holds_something, cells)) else []


def _holds_something(cell: etree._Element) -> bool:
    return bool(text_of(cell)) or any(True for _ in outermost_tables(cell))


def _span(element: etree._Element, name: str) -> int:
    """The span that the cell asks for; 0 rows are all that are left in the group."""
    written = (element.get(name) or "").strip()
    if not written.isascii() or not written.isdigit():
        return 1
    return int(written[:6])


def _free_width(taken: dict[int, int], row_no: int, col_no: int, width: int) -> int:
    """The width up to the next position that a cell from above covers; overlapping cells are cut."""
    for col in range(col_no, col_no + width):
        if taken.get(col, 0) >= row_no:
            return col - col_no
    return width
