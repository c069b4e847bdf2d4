"""Tables that stand side by side in one grid: two forms, or the funds of a form left of its indicators.

Each becomes a table of its own, the left one first. A column parts two tables where no cell reaches across it and a
heading with its own labels stands on either side of it, above figures.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from ingest.document import Cell
from ingest.forms.headings import LEVELS
from ingest.forms.layout import Row, with_lines
from ingest.lexicon.funding_labels import funding_label
from ingest.lexicon.labels import MONEY_MEASURES, column_concept, row_concept
from ingest.lexicon.numbers import cell_figure
from ingest.lexicon.text import fold
from ingest.lexicon.titles import title_kind

_JUDGED = frozenset({"weight", "score", "target", "actual"})
_MONEY = frozenset(MONEY_MEASURES)
_LEVELS = frozenset(LEVELS)
_HEADS_OF_FORMS = frozenset({"project_name", "organization_name", "department_name"})


def apart(rows: list[Row]) -> list[Row]:
    """The rows of a document, tables that stand side by side one behind the other."""
    if not any(row.true_grid for row in rows):
        return rows
    parted: list[Row] = []
    for _, block in groupby(rows, key=lambda row: row.block_no):
        table = list(block)
        parted.extend(_parted(table) if table[0].true_grid else table)
    return parted


def _parted(table: list[Row]) -> list[Row]:
    for position, row in enumerate(table):
        for col in _starts(row):
            reach = _reach(table, position, col)
            if reach is None:
                continue
            left, right = ([part for row in table[reach.start : reach.stop] if (part := _part(row, col, side))]
                           for side in ("left", "right"))  # fmt: skip
            return [*table[: reach.start], *with_lines(left), *_parted(with_lines(right)), *table[reach.stop :]]
    return table


def _starts(row: Row) -> Iterator[int]:
    """The columns at which another table may begin in a row that heads it: at its first level, at the label column of
    its amounts, or at the name of that part of a form left of them."""
    filled = row.filled
    if len(filled) < 4:
        return
    concepts = [column_concept(cell.text) for cell in filled]
    for number in range(1, len(filled)):
        before, concept = concepts[number - 1], concepts[number]
        of_left = _LEVELS.intersection(concepts[:number])
        is_first = concept in _LEVELS and before not in _LEVELS and (not of_left or concept in of_left)
        is_whole = not of_left or _points(concepts[:number]) == _points(concepts[number:])
        lead = {filled[number - 1].col} if before is None and _is_behind_a_gap(filled, number - 1) else set()
        if is_first and is_whole and _heads_indicators(concepts[number:]):
            yield from sorted({*lead, filled[number].col})
        elif concept in _MONEY and before not in _MONEY and _heads_funds(concepts[number:]):
            beside = {cell.col for cell in row.cells if _is_beside(cell, filled[number])}
            yield from sorted({*lead, *beside, filled[number].col})


def _is_behind_a_gap(filled: Sequence[Cell], number: int) -> bool:
    """Whether a blank column stands before a heading: the name that a form gives to its part, left of its columns."""
    return number > 0 and filled[number - 1].col + filled[number - 1].col_span < filled[number].col


def _is_beside(cell: Cell, following: Cell) -> bool:
    return cell.col + cell.col_span == following.col


def _reach(table: Sequence[Row], position: int, col: int) -> range | None:
    """The rows in which two tables stand side by side, the right one headed by the row `position` from `col` on; None
    where that is one table."""
    start, stop = position, position + 1
    while start and not _crosses(table[start - 1], col) and not _is_across(table[start - 1], col):
        start -= 1
    while stop < len(table) and not _crosses(table[stop], col) and not _is_across(table[stop], col):
        stop += 1
    left_heads = [at for at in range(start, stop) if _heads(_cells(table[at], col, "left"))]
    if _crosses(table[position], col) or not left_heads:
        return None
    sides = {side: [_cells(row, col, side) for row in table[start:stop]] for side in ("left", "right")}
    if not all(map(_is_table, sides.values())) or not _is_labelled(sides["right"], col):
        return None
    below = range(max(position, left_heads[0]) + 1, stop)
    if not any(_has_figures(sides["left"][at - start]) and sides["right"][at - start] for at in below):
        return None
    first = min(position, left_heads[0])
    while first > start and _goes_before(*(_cells(table[first - 1], col, side) for side in ("left", "right"))):
        first -= 1
    return range(first, stop)


def _crosses(row: Row, col: int) -> bool:
    return any(cell.col < col < cell.col + cell.col_span for cell in row.cells)


def _is_across(row: Row, col: int) -> bool:
    """Whether a row goes on from one side to the other: a label with its figures, or the heading of one table."""
    left, right = _cells(row, col, "left"), _cells(row, col, "right")
    if not left or not right:
        return False
    if not _has_figures(left) and all(cell_figure(cell.text) for cell in right):
        return True
    goes_on = any(column_concept(cell.text) for cell in right) and not _heads(right)
    return goes_on and _heads(row.filled)


def _cells(row: Row, col: int, side: str) -> list[Cell]:
    return [cell for cell in row.filled if (cell.col < col) == (side == "left")]


def _part(row: Row, col: int, side: str) -> Row | None:
    cells = tuple(cell for cell in row.cells if (cell.col < col) == (side == "left"))
    return Row(row.block_no, row.row_no, cells, row.true_grid) if cells else None


def _heads(cells: Sequence[Cell]) -> bool:
    concepts = [column_concept(cell.text) for cell in cells]
    return _heads_indicators(concepts) or _heads_funds(concepts)


def _heads_indicators(concepts: Sequence[str | None]) -> bool:
    return ("level3" in concepts or {"level1", "level2"} <= set(concepts)) and bool(_JUDGED.intersection(concepts))


def _points(concepts: Sequence[str | None]) -> set[str]:
    """The points among headings: targets beside the same levels with results and points are halves of one table."""
    return {"weight", "score"}.intersection(concepts)


def _heads_funds(concepts: Sequence[str | None]) -> bool:
    return len(_MONEY.intersection(concepts)) > 1


def _has_figures(cells: Sequence[Cell]) -> bool:
    return any(cell_figure(cell.text) for cell in cells)


def _is_table(rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether one side is a table of its own: of indicators, or of funds whose lines have the labels of such."""
    if any(_heads_indicators([column_concept(cell.text) for cell in cells]) for cells in rows):
        return True
    return any(_has_figures(cells[1:]) and funding_label(cells[0].text).kind != "item" for cells in rows if cells)


def _is_labelled(rows: Sequence[Sequence[Cell]], col: int) -> bool:
    """Whether words stand in the first column of the right side and never a figure."""
    first = [cells[0] for cells in rows if cells and _has_figures(cells)]
    return any(cell.col == col for cell in first) and not any(cell_figure(cell.text) for cell in first)


def _goes_before(left: Sequence[Cell], right: Sequence[Cell]) -> bool:
    """Whether a row above the headings is of both tables, or of the left one: captions, titles, names."""
    if not right or len(left) == len(right) == 1 or (left and fold(left[0].text) == fold(right[0].text)):
        return True
    return row_concept(right[0].text) in _HEADS_OF_FORMS or title_kind(right[0].text) is not None
