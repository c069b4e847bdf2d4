"""Words in a row that are the cells of a table without its rules: which of them fit under its headings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from ingest.lexicon.labels import (
    is_level1_name,
    is_level2_name,
    is_short_level2_name,
    row_concept,
)
from ingest.lexicon.numbers import cell_figure
from ingest.lexicon.targets import is_value

_POINTS = frozenset({"weight", "score"})
_VALUED = frozenset({"target", "actual"})
_SENTENCE = re.compile("[。；;]")
_LETTER = re.compile(r"[^\W\d_]")
_MOST_POINTS = Decimal(100)


def up_to_points(concepts: Sequence[str | None]) -> Sequence[str | None]:
    """The headings up to the last one of points, or else of a target or an actual value."""
    points = [at for at, concept in enumerate(concepts) if concept in _POINTS]
    last = max(points or [at for at, concept in enumerate(concepts) if concept in _VALUED], default=len(concepts) - 1)
    return concepts[: last + 1]


def fits(cells: Sequence[str], concepts: Sequence[str | None], level2: str = "") -> bool:
    """Whether words are cells under these headings: a name that is no figure and no sentence, and points that are plain
    figures, the score within its weight. A name that may be that of a level is the indicator's behind the same word,
    `level2`."""
    if (
        not all(cells)
        or not _LETTER.search(cells[0])
        or cell_figure(cells[0]) is not None
        or is_value(cells[0])
        or any(map(starts_row, cells))
    ):
        return False
    if _SENTENCE.search(cells[0]) or any(map(is_short_level2_name, cells[1:])):
        return False
    points: dict[str | None, Decimal] = {}
    for cell, concept in zip(cells, concepts, strict=True):
        if concept in _POINTS:
            figure = cell_figure(cell)
            if figure is None or figure.unit not in {None, "points"}:
                return False
            points[concept] = figure.number
    if points.get("score", Decimal(0)) > points.get("weight", _MOST_POINTS):
        return False
    return cells[0] == level2 or not is_short_level2_name(cells[0]) or values(cells, concepts)[:1] != [False]


def values(cells: Sequence[str], concepts: Sequence[str | None]) -> list[bool]:
    """Which of the cells of target and actual value hold a value and not words, as the name beside them does."""
    return [is_value(cell) for cell, concept in zip(cells, concepts, strict=True) if concept in _VALUED]


def starts_row(word: str) -> bool:
    """Whether a word is the name of a level or the label of a total."""
    return is_level1_name(word) or is_level2_name(word) or row_concept(word) == "total"


def is_parted(cells: Sequence[str], concepts: Sequence[str | None]) -> bool:
    """Whether the name and the target may be the halves of one name, so that a cell is missing behind them: a value
    stands where the actual one is due, and words before it."""
    return values(cells, concepts) == [False, True]
