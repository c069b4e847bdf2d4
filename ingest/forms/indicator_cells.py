"""The cells of an indicator by the columns that head them, wherever they stand in their row."""

from __future__ import annotations

from dataclasses import replace

from ingest.document import Cell
from ingest.forms.indicator_offset import offset_of
from ingest.forms.indicator_parts import is_cut_part, part_cells
from ingest.forms.layout import Columns, Row, place
from ingest.lexicon.labels import numbers_rows
from ingest.lexicon.text import fold


def cells_under(row: Row, columns: Columns) -> tuple[dict[int, Cell], int] | None:
    """The cells of a row by column, with how many columns right of them their headings stand; None where that cannot be
    told."""
    if is_cut_part(row, columns):
        cells = part_cells(row, columns)
        return (cells, 0) if cells is not None else None
    own = _without_number(row, columns)
    offset = offset_of(own, columns)
    return place(own, offset), offset


def _without_number(row: Row, columns: Columns) -> Row:
    """A row of text that is cut short behind its number, without the number."""
    is_short = not row.true_grid and len(row.cells) > 1 and row.width < columns.width
    if not is_short or not fold(row.cells[0].text).isdecimal():
        return row
    name = columns.of("level3") or columns.of("level2") or 0
    is_numbered = any(col < name and numbers_rows(text) for col, text in columns.texts.items())
    return replace(row, cells=row.cells[1:]) if is_numbered else row
