"""Words in a row that are the cells of a table without its rules: which of them fit under its headings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from ingest.lexicon.labels import (
    MONEY_MEASURES,
    column_concept,
    funding_label,
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


def lines_of_amounts(lines: Sequence[Sequence[str]], heading: Sequence[str]) -> list[Sequence[str]]:
    """The lines below the total that hold nothing but its amounts, which stand before its rate and points, and marks
    for nothing behind them: in every column they sum to the total's, by themselves or with the lines that lack no cell,
    so that each is where it belongs."""
    width = next((at for at, label in enumerate(heading) if column_concept(label) not in MONEY_MEASURES), len(heading))
    total = next((line for line in lines if len(line) == len(heading) + 1 and is_total(line[0])), None)
    if total is None or width < 2:
        return []
    whole = [line for line in lines if len(line) == len(heading) + 1 and line is not total]
    found = [
        line
        for line in lines
        if width < len(line) <= len(heading) and not any(cell_figure(text) for text in line[width + 1 :])
    ]
    amounts = [_amount(text) for text in total[1 : width + 1]]
    return found if amounts in (_sums(found, width), _sums([*whole, *found], width)) else []


def _sums(lines: Sequence[Sequence[str]], width: int) -> list[Decimal]:
    """What lines come to in each of their first columns behind the label."""
    return [sum((_amount(line[col]) for line in lines), Decimal(0)) for col in range(1, width + 1)]


def _amount(text: str) -> Decimal:
    figure = cell_figure(text)
    return figure.number if figure is not None else Decimal(0)


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


def is_total(word: str) -> bool:
    """Whether a label is that of a total of funds."""
    return funding_label(word).kind == "total"
