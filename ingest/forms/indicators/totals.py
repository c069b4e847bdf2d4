"""The rows of an indicator table that add up others: the printed weight and score, and a grade beside them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import combinations

from ingest.document import Cell
from ingest.forms.indicators.labelled_totals import labelled_points
from ingest.forms.layout import Columns, Row, part_of, place
from ingest.forms.unread import Unread, unread
from ingest.lexicon import marks
from ingest.lexicon.labels import column_concept
from ingest.lexicon.numbers import cell_figure, may_be_several
from ingest.lexicon.text import fold

_TOTAL_CELL = re.compile(r"^(?:总(?:得)?分|合计(?:得分)?|(?:自评|评价)(?:总)?得分)[:：]?\d{1,3}(?:\.\d+)?分?$")

_WHOLE_NUMBER = 100
_POINTS = frozenset({"weight", "score", "deduction", "review_score"})


@dataclass(slots=True)
class Total:
    """The total row of the table: its printed weight and score, and a grade that stands beside them; `unread`: its
    other figures."""

    row: Row
    weight: Cell | None
    score: Cell | None
    grade: Cell | None
    unread: list[Unread] = field(default_factory=list)


def total_in_one_cell(row: Row) -> Total | None:
    """A total row printed as one cell: 总分：96分. The figure stays in its words."""
    text = row.filled[0].text if len(row.filled) == 1 else ""
    if not _TOTAL_CELL.match(fold(text)) or may_be_several(text):
        return None
    return Total(row, None, row.filled[0], None)


def total_of(
    row: Row, columns: Columns, weights: Decimal, scores: Decimal, others: AbstractSet[str] = frozenset()
) -> Total:
    """Weight and score of a total row: under their headings, else its figures from the right, in heading order.
    `weights` and `scores` are what the rows sum to, `others` the headings of further figures of the rows."""
    labelled = labelled_points(row)
    if labelled.keys() - {"grade"}:
        return _labelled_total(row, columns, labelled)
    is_aligned = row.width == columns.width or row.true_grid
    cells = _points_of(row, columns, weights, scores, is_aligned, others)
    grade = labelled.get("grade") or next((cell for cell in row.filled[1:] if marks.grade(cell.text)), None)
    repeated = {cell_figure(cell.text) for concept, cell in cells.items() if concept in {"weight", "score"}}
    again = [cell for cell in row.filled if cell_figure(cell.text) in repeated or _is_loss_of(cells, cell)]
    cells.pop("deduction", None)
    is_placed = row.true_grid or (bool(cells) and all(cell.col == columns.of(known) for known, cell in cells.items()))
    left = unread(row, place(row, 0), columns, [*cells.values(), *again], is_placed)
    return Total(row, cells.get("weight"), cells.get("score"), grade, list(left))


def _labelled_total(row: Row, columns: Columns, labelled: Mapping[str, Cell]) -> Total:
    """The total of a row in which points stand behind their labels. Beside one of them may stand a figure without a
    label; of the two, whatever its label (100 | 总分值93.5), the larger is the weight."""
    points = [cell for concept, cell in labelled.items() if concept != "grade"]
    bare = [cell for cell in row.filled if cell_figure(cell.text) is not None]
    if len(points) == len(bare) == 1:
        points = sorted([*points, *bare], key=lambda cell: _number(cell) or Decimal(0))
        labelled = {**labelled, "score": points[0], "weight": points[1]}
    left = unread(row, place(row, 0), columns, list(labelled.values()), is_aligned=False)
    return Total(row, labelled.get("weight"), labelled.get("score"), labelled.get("grade"), list(left))


def subtotal_of(row: Row, columns: Columns, sums: Iterable[tuple[Decimal, Decimal]]) -> Total | None:
    """A row that adds up the rows above it, `sums` being what these may come to (weights, scores); None where it says
    anything else."""
    for weights, scores in sums:
        total = total_of(row, columns, weights, scores)
        stated = [(total.weight, weights), (total.score, scores)]
        figures = [(cell_figure(cell.text), known) for cell, known in stated if cell is not None]
        if figures and all(figure is not None and figure.number == known for figure, known in figures):
            return total
    return None


def points_in_one(cell: Cell, columns: Columns) -> dict[str, Cell]:
    """Weight and score of a cell that holds both under such a heading; none where it does not."""
    pair = next((pair for pair in columns.paired.values() if "score" in pair), None)
    halves = {concept: part_of(cell, pair, concept) for concept in pair} if pair else {}
    return {concept: half for concept, half in halves.items() if half is not None}


def _points_of(
    row: Row, columns: Columns, weights: Decimal, scores: Decimal, is_aligned: bool, others: AbstractSet[str]
) -> dict[str, Cell]:
    """The figures of a total row by what they are."""
    cells = place(row, 0)
    if in_one := next((both for cell in row.filled if (both := points_in_one(cell, columns))), None):
        return in_one
    numeric = [cell for cell in row.filled if cell_figure(cell.text) is not None]
    if is_aligned and cells.get(columns.of("deduction") or 0) in numeric[-1:]:
        numeric.pop()
    found: dict[str, Cell] = {}
    if columns.of("score_rate") and len(numeric) > 1 and "%" in fold(numeric[-1].text):
        found["score_rate"] = numeric.pop()
    under = {concept: cells.get(columns.of(concept) or 0) for concept in ("weight", "score")}
    aligned = {concept: cell for concept, cell in under.items() if cell is not None and cell in numeric}
    order = list(_order(columns, others))
    others = others & {*order}
    runs = [dict(zip(order, numeric[start:], strict=False)) for start in range(max(1, len(numeric) - len(order) + 1))]
    known = {"weight": weights, "score": scores}
    is_aligned = is_aligned and "score" in aligned
    fitting = next((run for run in ([aligned] if is_aligned else []) + runs if _comes_to(run, known)), None)
    if is_aligned and (row.true_grid or fitting in (None, aligned)):
        return found | ({} if _is_weight(aligned, known, numeric) else aligned)
    if others and len(numeric) < len(order):
        return found | _among_others(numeric, order, known)
    if len(numeric) == 1:
        is_score = order == ["score"] or ("score" in order and _is_score(numeric[0], row, weights, scores))
        may_be_weight = "score" not in order or _number(numeric[0]) in {weights, _WHOLE_NUMBER}
        return found | ({"score": numeric[0]} if is_score else {"weight": numeric[0]} if may_be_weight else {})
    if order == ["weight"]:
        weight = next((cell for cell in numeric if _number(cell) == weights), None)
        return found | ({"weight": weight} if weight else {})
    placed = fitting or _in_other_order(runs[-1], known) or runs[-1]
    return found | {concept: cell for concept, cell in placed.items() if concept not in others}


def _order(columns: Columns, others: AbstractSet[str]) -> Iterator[str]:
    """What the figures of a total are, from left to right; those of `others` behind the first points by their
    headings, and so those of a second reviewer."""
    first = min((col for col, concept in columns.concepts.items() if concept in _POINTS), default=0)
    for col, heading in sorted(columns.texts.items()):
        concept = columns.concepts.get(col)
        if concept in _POINTS:
            yield concept
        elif col > first and (heading in others or column_concept(heading) == "review_score"):
            yield heading


def _among_others(numeric: Sequence[Cell], order: Sequence[str], known: Mapping[str, Decimal]) -> dict[str, Cell]:
    """The weight and the score of a total of which figures are missing: those that come to what the rows do, in every
    way in which most of them may."""
    runs = [dict(zip(own, numeric, strict=True)) for own in combinations(order, len(numeric))]
    fitting = [{points: run[points] for points in known if points in run} for run in runs if _comes_to(run, known)]
    most = max(map(len, fitting), default=0)
    best = [run for run in fitting if len(run) == most]
    return best[0] if best and all(run == best[0] for run in best) else {}


def _in_other_order(run: Mapping[str, Cell], known: Mapping[str, Decimal]) -> dict[str, Cell] | None:
    """A weight and a score that stand in a row of text in another order than their headings, as their sums say, or full
    marks of 100 for a score above its weight."""
    if run.keys() != known.keys():
        return None
    turned = {"weight": run["score"], "score": run["weight"]}
    weight, score = (_number(turned[points]) or Decimal(0) for points in ("weight", "score"))
    return turned if _comes_to(turned, known) or score < weight == _WHOLE_NUMBER else None


def _comes_to(run: Mapping[str, Cell], known: Mapping[str, Decimal]) -> bool:
    """Whether the weight and the score among some figures are what the rows sum to."""
    return all(_number(run[points]) == known[points] for points in known.keys() & run.keys())


def _is_loss_of(total: Mapping[str, Cell], cell: Cell) -> bool:
    """Whether a figure beside the weight and the score of a total is what lies between them, and so told by them."""
    weight, score, lost = (
        _number(points) if points else None for points in (total.get("weight"), total.get("score"), cell)
    )
    return weight is not None and score is not None and lost == weight - score


def _is_weight(run: Mapping[str, Cell], known: Mapping[str, Decimal], numeric: Sequence[Cell]) -> bool:
    """Whether the only points of a total stand under the scores and are the weight: the row has slipped. They are what
    the weights come to, the scores being less, or full marks of 100 before another figure."""
    if run.keys() != {"score"} or known["score"] >= known["weight"]:
        return False
    number = _number(run["score"])
    return number == known["weight"] or (number == _WHOLE_NUMBER and run["score"] is not numeric[-1])


def _is_score(cell: Cell, row: Row, weights: Decimal, scores: Decimal) -> bool:
    """Whether the only figure of a total row is the score: it is what the scores sum to, or else no blank cell for a
    score stands behind it. The whole number is not, where points are lost or no score is given."""
    number = _number(cell)
    if number is None:
        return False
    if (number == weights) != (number == scores):
        return number == scores
    if number == _WHOLE_NUMBER and scores < weights:
        return False
    behind = [other for other in row.cells if other.col > cell.col]
    return not behind or bool(fold(behind[0].text))


def _number(cell: Cell) -> Decimal | None:
    figure = cell_figure(cell.text)
    return figure.number if figure is not None else None
