"""The total row of an indicator table: the printed weight and score, and a grade beside them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from ingest.document import Cell
from ingest.forms.layout import Columns, Row, place
from ingest.lexicon.numbers import cell_figure
from ingest.lexicon.text import fold

_TOTAL_CELL = re.compile(r"^(?:总(?:得)?分|合计(?:得分)?|(?:自评|评价)(?:总)?得分)[:：]?\d{1,3}(?:\.\d+)?分?$")


@dataclass(slots=True)
class Total:
    """The total row of the table: its printed weight and score, and a grade that stands beside them."""

    row: Row
    weight: Cell | None
    score: Cell | None
    grade: Cell | None


def total_in_one_cell(row: Row) -> Total | None:
    """A total row printed as one cell: 总分：96分. The figure stays in its words."""
    if len(row.filled) != 1 or not _TOTAL_CELL.match(fold(row.filled[0].text)):
        return None
    return Total(row, None, row.filled[0], None)


def total_of(row: Row, columns: Columns, weights: Decimal, scores: Decimal) -> Total:
    """Weight and score of a total row: under their headings, else its figures from the right, in heading order.
    `weights` and `scores` are what the rows sum to."""
    weight_col, score_col = columns.of("weight"), columns.of("score")
    cells = place(row, 0)
    numeric = [cell for cell in row.filled if cell_figure(cell.text) is not None]
    if columns.of("score_rate") and len(numeric) > 1 and "%" in fold(numeric[-1].text):
        numeric.pop()
    grade = next(
        (cell for cell in row.filled[1:] if re.fullmatch(r"优秀?|良好?|中|差|合格|不合格|一般", fold(cell.text))), None
    )
    under_weight = cells.get(weight_col) if weight_col is not None else None
    under_score = cells.get(score_col) if score_col is not None else None
    if row.width == columns.width or row.true_grid:
        found_weight = under_weight if under_weight in numeric else None
        found_score = under_score if under_score in numeric else None
        if found_score is not None:
            return Total(row, found_weight, found_score, grade)
    order = [concept for _, concept in sorted(columns.concepts.items()) if concept in {"weight", "score", "deduction"}]
    if len(numeric) == 1:
        is_score = order == ["score"] or ("score" in order and _is_score(numeric[0], row, weights, scores))
        return Total(row, None if is_score else numeric[0], numeric[0] if is_score else None, grade)
    by_concept = dict(zip(order, numeric[-len(order) :] if len(numeric) > len(order) else numeric, strict=False))
    return Total(row, by_concept.get("weight"), by_concept.get("score"), grade)


def _is_score(cell: Cell, row: Row, weights: Decimal, scores: Decimal) -> bool:
    """Whether the only figure of a total row is the score: it is what the scores sum to, or else no blank cell for a
    score stands behind it."""
    figure = cell_figure(cell.text)
    if figure is None:
        return False
    if (figure.number == weights) != (figure.number == scores):
        return figure.number == scores
    behind = [other for other in row.cells if other.col > cell.col]
    return not behind or bool(fold(behind[0].text))
