"""Points of which nothing says whose or what they are: they leave the rows that were read, to be told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from ingest.forms.indicators.row import IndicatorRow
from ingest.forms.layout import Columns
from ingest.forms.unread import Unread

_FULL_MARKS = frozenset({Decimal(100), Decimal(90)})
"""What weights come to, without or with points for the execution rate elsewhere."""


def leave_doubtful(rows: Sequence[IndicatorRow], columns: Columns) -> Iterator[Unread]:
    """Take such points from the rows of a table."""
    yield from _shared_scores(rows, columns)
    yield from _last_points(rows, columns)


def _shared_scores(rows: Sequence[IndicatorRow], columns: Columns) -> Iterator[Unread]:
    """The scores of several indicators that have weights of their own: a cell reaches over all of them, or it holds
    more than the weight beside it, and the cells below it are blank."""
    for row, below in pairwise(rows):
        if row.score is None or row.score_cell is None or below.score is not None or None in (row.weight, below.weight):
            continue
        reaches = row.score_cell.row + row.score_cell.row_span > (below.row.row_no or 0) > row.score_cell.row
        if row.weight and below.weight and (reaches or row.weight < row.score <= row.weight + below.weight):
            yield Unread(row.row, row.score_cell, columns.texts.get(row.score_cell.col, ""))
            row.score = row.score_cell = None


def _last_points(rows: Sequence[IndicatorRow], columns: Columns) -> Iterator[Unread]:
    """The weights of rows of text that end with them, as most others do with a score behind the weight: with a cell
    missing before, each may be the score. Not so where the weights come to full marks with them."""
    cut = [row for row in rows if _ends_with_weight(row, columns)]
    whole = sum(row.weight is not None and row.score is not None for row in rows)
    if not cut or 2 * whole < len(rows) or sum((row.weight or Decimal(0)) for row in rows) in _FULL_MARKS:
        return
    for row in cut:
        if row.weight_cell is not None:
            yield Unread(row.row, row.weight_cell, "")
        row.weight = row.weight_cell = None


def _ends_with_weight(row: IndicatorRow, columns: Columns) -> bool:
    """Whether a row of text ends with its weight, and its heading with a score behind that."""
    weight, score = columns.of("weight"), columns.of("score")
    if row.row.true_grid or weight is None or score != max(columns.texts) or row.row.width >= columns.width:
        return False
    return row.score is None and row.weight_cell is not None and row.row.cells[-1].col == row.weight_cell.col
