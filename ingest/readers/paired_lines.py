"""Funds in pairs of a label and its value, one cell a line, and below them what breaks each of them down: 中央财政 once
for every pair above, with its value on the next line or with none.

The label that stands as often as there are pairs is what makes the rows certain.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from ingest.lexicon.funding_labels import funding_label
from ingest.lexicon.labels import MONEY_MEASURES, column_concept
from ingest.lexicon.numbers import cell_figure
from ingest.lexicon.text import fold

_MONEY = frozenset({*MONEY_MEASURES, "carryover"})
_FEWEST_PAIRS = 2
_UNITS = frozenset({"(万元)", "(元)", "(亿元)"})


def paired_rows(texts: Sequence[str]) -> tuple[list[list[str]], range] | None:
    """The rows of the first such funds among lines, and the positions of their lines; None where there are none."""
    if not any(one == other for one, other in pairwise(texts)):
        return None
    for start, text in enumerate(texts):
        if not text[:1].isdigit() and column_concept(text) in _MONEY and (found := _rows_from(texts, start)):
            return found
    return None


def _rows_from(texts: Sequence[str], start: int) -> tuple[list[list[str]], range] | None:
    head, at = _head(texts, start)
    rows: list[list[str]] = []
    while len(head) >= 2 * _FEWEST_PAIRS and (row := _part(texts, at, len(head) // 2)):
        rows.append(row)
        at += sum(map(bool, row))
    return ([head, *rows], range(start, at)) if rows else None


def _head(texts: Sequence[str], at: int) -> tuple[list[str], int]:
    """The labels and values from a position on, and the position behind them."""
    cells: list[str] = []
    while at < len(texts) and column_concept(texts[at]) in _MONEY:
        unit = texts[at + 1] if at + 1 < len(texts) and fold(texts[at + 1]) in _UNITS else ""
        value = at + 1 + bool(unit)
        if value >= len(texts) or cell_figure(texts[value]) is None:
            break
        cells += [texts[at] + unit, texts[value]]
        at = value + 1
    return cells, at


def _part(texts: Sequence[str], at: int, pairs: int) -> list[str]:
    """The row of one label that stands as often as there are pairs, each with the value behind it or a blank."""
    label = texts[at] if at < len(texts) else ""
    if funding_label(label).kind == "item":
        return []
    row: list[str] = []
    for _ in range(pairs):
        if at >= len(texts) or texts[at] != label:
            return []
        has_value = at + 1 < len(texts) and cell_figure(texts[at + 1]) is not None
        row += [label, texts[at + 1] if has_value else ""]
        at += 1 + has_value
    return row
