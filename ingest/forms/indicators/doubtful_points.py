"""Points of which nothing says whose or what they are: they leave the rows that were read, to be told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from ingest.document import Cell
from ingest.forms.indicators.row import IndicatorRow
from ingest.forms.layout import Columns
from ingest.forms.unread import Unread, may_be_figure
from ingest.lexicon.numbers import cell_figure
from ingest.lexicon.text import squeeze, tidy

_MOST_POINTS = 100
_POINTS_BEHIND = re.compile(r"(?:\d{3,}?|\d*[^\d.]*[%％\u4e00-\u9fff])(?P<points>[1-9]\d?)")
_FULL_MARKS = frozenset({Decimal(100), Decimal(90), Decimal(80)})
"""What weights come to, without or with points for the execution rate elsewhere."""


def leave_doubtful(rows: Sequence[IndicatorRow], columns: Columns, whole: Decimal | None) -> Iterator[Unread]:
    """Take such points from the rows of a table; `whole`: what its total gives."""
    yield from _run_together(rows, columns, whole)
    yield from _shared_scores(rows, columns)
    yield from _points_for_actual(rows)
    yield from _last_points(rows, columns, whole)


def _run_together(rows: Sequence[IndicatorRow], columns: Columns, whole: Decimal | None) -> Iterator[Unread]:
    """Points that are more than there can be (1010 is weight and score), and what points have run into that their own
    cell lacks: 2100 and 10 in 210010, 达标 and 20 in 达标20."""
    most = max(whole or 0, _MOST_POINTS)
    for row in rows:
        for name in ("weight", "score"):
            cell, number = getattr(row, f"{name}_cell"), getattr(row, name)
            if cell is not None and number is not None and number > most:
                yield Unread(row.row, cell, columns.texts.get(cell.col, ""))
                setattr(row, name, None)
                setattr(row, f"{name}_cell", None)
    weighed = {str(row.weight) for row in rows if row.weight is not None}
    is_weighed = columns.of("weight") is not None and 2 * sum(row.weight is not None for row in rows) >= len(rows)
    for row in rows if is_weighed else []:
        for cell in row.row.filled if row.weight is None and not _is_below_weight(row, columns) else ():
            points = _POINTS_BEHIND.fullmatch(squeeze(cell.text))
            if points and points["points"] in weighed | {str(row.score)} and _is_own(cell, row):
                yield Unread(row.row, cell, "")
                for name, column in (("actual", row.actual_col), ("target", row.target_col)):
                    row.texts[name] = None if cell.col == column else row.texts[name]


def _is_below_weight(row: IndicatorRow, columns: Columns) -> bool:
    """Whether the weight of the rows above reaches down to a row, so that it lacks none of its own."""
    column = columns.of("weight") or 0
    over = (cell for cell in row.row.cells if cell.col <= column < cell.col + cell.col_span)
    return row.row.true_grid and not any(cell.row == row.row.row_no for cell in over)


def _is_own(cell: Cell, row: IndicatorRow) -> bool:
    """Whether a cell is the indicator's name, target or actual value."""
    return cell.col in {row.target_col, row.actual_col} or tidy(cell.text) == row.level3


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


def _points_for_actual(rows: Sequence[IndicatorRow]) -> Iterator[Unread]:
    """What was reached of a rate, where it is one of the points beside it and far below its target."""
    for row in rows:
        target, actual = (cell_figure(row.texts[name] or "") for name in ("target", "actual"))
        if target is None or actual is None or actual.unit or "%" not in {row.texts["target_unit"], target.unit_text}:
            continue
        cell = next((cell for cell in row.row.filled if cell.col == row.actual_col), None)
        if cell is not None and actual.number in {row.weight, row.score} and 2 * actual.number < target.number:
            yield Unread(row.row, cell, "")
            row.texts["actual"] = None


def _last_points(rows: Sequence[IndicatorRow], columns: Columns, whole: Decimal | None) -> Iterator[Unread]:
    """The weights of rows that end with them, as most others do with a score behind the weight: with a cell missing
    before, each may be the score. Not so where the weights come to full marks with them; a row that is as wide as its
    heading, where no total says what these are, may be one that is not scored."""
    scored = sum(row.weight is not None and row.score is not None for row in rows)
    if 2 * scored < len(rows) or come_to_full_marks(rows, whole):
        return
    for row in rows:
        if row.weight_cell is not None and _ends_with_weight(row, columns) and (whole or _is_cut(row)):
            yield Unread(row.row, row.weight_cell, "")
            row.weight = row.weight_cell = None


def come_to_full_marks(rows: Sequence[IndicatorRow], whole: Decimal | None) -> bool:
    """Whether the weights add up to what a total gives, or to what they may without one: each is in its place."""
    return sum((row.weight or Decimal(0) for row in rows), Decimal(0)) in {*_FULL_MARKS, whole}


def _ends_with_weight(row: IndicatorRow, columns: Columns) -> bool:
    """Whether the figures of a row end with its weight, and its heading has a score behind that."""
    weight, score, own = columns.of("weight"), columns.of("score"), row.weight_cell
    if own is None or row.score is not None or weight is None or score is None or score < weight:
        return False
    return not any(may_be_figure(cell.text) for cell in row.row.filled if cell.col > own.col)


def _is_cut(row: IndicatorRow) -> bool:
    """Whether nothing is left behind the weight of a row of text, not even a blank cell."""
    return not row.row.true_grid and row.weight_cell is row.row.cells[-1]
