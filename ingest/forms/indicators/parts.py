"""Rows of text that break an indicator down (其中：…) and have lost the blank cells of levels and points."""

from __future__ import annotations

from ingest.document import Cell
from ingest.forms.indicators.heading import NUMERIC
from ingest.forms.layout import Columns, Row
from ingest.lexicon.numbers import cell_figure

_VALUED = frozenset({"operator", "target", "target_unit", "actual"})


def is_cut_part(row: Row, columns: Columns) -> bool:
    """Whether a row begins with a part of the indicator above it, where the levels of the indicators are due."""
    return not row.true_grid and row.cells[0].text.startswith("其中") and (columns.of("level3") or 1) > 1


def part_cells(row: Row, columns: Columns) -> dict[int, Cell] | None:
    """The cells of such a row by the column that heads them: as many as the headings from the name on, or its name and
    values without points. None where they are neither, or may be points."""
    name = columns.of("level3") or 1
    behind = [(col, concept) for col, concept in sorted(columns.concepts.items()) if col > name]
    values = row.filled[1:]
    valued = [col for col, concept in behind if concept in _VALUED]
    has_points = any(concept in NUMERIC for _, concept in behind)
    if len(values) == len(valued) and not (has_points and any(cell_figure(cell.text) for cell in values)):
        cols = valued
    elif len(values) == len(behind):
        cols = [col for col, _ in behind]
    else:
        return None
    return {name: row.cells[0], **dict(zip(cols, values, strict=True))}
