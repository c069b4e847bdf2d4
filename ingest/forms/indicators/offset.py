"""How far an indicator's row stands beside its columns: pasted there, or cut short as text leaves it."""

from __future__ import annotations

import re
from collections.abc import Callable

from ingest.forms.headings import LEVELS
from ingest.forms.indicators.heading import NUMERIC
from ingest.forms.layout import Columns, Row, best_offset
from ingest.lexicon.labels import halves, is_level1_name, is_level2_name, is_operator, is_short_level2_name
from ingest.lexicon.numbers import cell_figure
from ingest.lexicon.targets import is_value
from ingest.lexicon.text import fold

_SHIFT_LEAD = 4.0
_NAMED_LEVEL = 0.5
_UNUSUAL_LEVEL = -0.75
"""Without points nothing but its levels says where a row of words stands."""
_POINTS = frozenset({"weight", "score"})
_OF_LEVEL, _LEVEL_POINTS = 1.0, NUMERIC - {"weight", "score", "deduction"}
"""Of points below each other those of levels may be missing, those of the indicator hardly are."""
_PRINTED = re.compile(r"\w|[≥≤=<>]")
"""What a cell holds that is more than a mark for nothing: —, /."""
_NAMES_LEVEL: dict[str, Callable[[str], bool]] = {
    "level1": is_level1_name,
    "level2": lambda text: is_level2_name(text) or is_short_level2_name(text),
}


def offset_of(row: Row, columns: Columns) -> int:
    """How many columns right of its cells the headings of a row stand."""
    if row.true_grid:
        return best_offset((-1, 1), _fit(row, columns), _SHIFT_LEAD, _most(row, columns))
    # Blanks behind the last word of a row that does not begin with one may be what fills it up.
    missing = columns.width - (row.filled[-1].col if row.cells[0] is row.filled[0] else row.width)
    if row.width < columns.width:
        return best_offset(range(0, missing + 1), _fit(row, columns))
    is_filled_up = not fold(row.cells[-1].text) and any(
        says(row, columns) for says in (_has_value_for_name, _has_level_before, _has_result_before, _has_points_before)
    )
    lead = 0.0 if is_filled_up else _SHIFT_LEAD
    return best_offset((-2, -1, *range(1, max(1, missing) + 1)), _fit(row, columns), lead, _most(row, columns))


def _has_value_for_name(row: Row, columns: Columns) -> bool:
    """Whether a value stands where the name is due."""
    name = next((cell for cell in row.filled if cell.col == columns.of("level3")), None)
    return name is not None and is_value(name.text)


def _has_level_before(row: Row, columns: Columns) -> bool:
    """Whether a name of a level stands before its column."""
    first = row.filled[0]
    level = "level1" if is_level1_name(first.text) else "level2" if is_level2_name(first.text) else None
    return level is not None and first.col < (columns.of(level) or 0)


def _has_result_before(row: Row, columns: Columns) -> bool:
    """Whether a row closes with the same words twice before the columns of target and result: 达标 | 达标."""
    target, actual = columns.of("target"), columns.of("actual")
    if target is None or actual != target + 1 or len(row.filled) < 3:
        return False
    first, second = row.filled[-2:]
    return second.col < actual and second.col == first.col + 1 and fold(first.text) == fold(second.text)


def _has_points_before(row: Row, columns: Columns) -> bool:
    """Whether nothing stands under the points, and as many figures before them."""
    points = {col for col, concept in columns.concepts.items() if concept in _POINTS}
    filled = {cell.col: cell_figure(cell.text) for cell in row.filled}
    figures = sum(figure is not None and figure.unit in {None, "points"} for figure in filled.values())
    return bool(points) and points.isdisjoint(filled) and figures >= len(points)


def _most(row: Row, columns: Columns) -> float:
    """What the cells of a row can score at most, wherever they stand."""
    if columns.paired:
        return 3.0 * len(row.filled)
    of_levels = sum([concept in _NAMES_LEVEL for concept in columns.concepts.values()])
    return of_levels * _NAMED_LEVEL + sum(
        [3 if is_operator(cell.text) else 1 if cell_figure(cell.text) is None else 2 for cell in row.filled]
    )


def _fit(row: Row, columns: Columns) -> Callable[[int], float]:
    """How well the cells of a row fit their headings at an offset, as a sum over columns; used to find a row that was
    pasted beside them."""

    unusual = 0.0 if NUMERIC & set(columns.concepts.values()) else _UNUSUAL_LEVEL
    cells = [(cell, fold(cell.text), cell_figure(cell.text)) for cell in row.filled]

    def fit(offset: int) -> float:
        score = 0.0
        for cell, text, figure in cells:
            col = cell.col + offset
            concept = columns.concepts.get(col)
            if not _PRINTED.search(text):
                score -= 3 if concept == "level3" else 0
                continue
            if col in columns.paired:
                score += 2 if halves(cell.text) else -3
            elif concept in NUMERIC:
                fits = figure is not None and figure.unit in {None, "points"}
                score += -3 if not fits else _OF_LEVEL if concept in _LEVEL_POINTS else 2
            elif concept == "operator":
                score += 3 if is_operator(text) else -3
            elif concept in LEVELS:
                is_no_name = figure is not None or is_operator(text[0]) or (concept == "level3" and is_value(text))
                score += -3 if is_no_name else 1
                if concept in _NAMES_LEVEL:
                    score += _NAMED_LEVEL if _NAMES_LEVEL[concept](text) else unusual
            elif concept == "target_unit":
                score += 1 if figure is None and len(text) <= 6 and not is_operator(text) else -2
            elif concept in {"target", "actual"}:
                score += -2 if is_operator(text) else 0.5
            elif concept is None and figure is not None and col > 0:
                score -= 2 if col not in columns.texts else 0
            elif concept in {"reason", "explanation", "criteria"}:
                score += -1 if figure is not None else 0.5
        return score

    return fit
