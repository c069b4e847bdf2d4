"""Where a funding table starts: which measure each of its columns has, and the unit that it states."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from math import inf

from ingest.document import Cell
from ingest.forms.column_words import names_levels_by_money
from ingest.forms.headings import LEVELS, heading_at, may_name
from ingest.forms.layout import Columns, Row
from ingest.forms.numbering import numbering_below
from ingest.lexicon.labels import MONEY_MEASURES, RATE_MEASURES, is_adjustment, money_unit
from ingest.lexicon.numbers import cell_figure
from ingest.lexicon.text import fold

_BUDGETS = frozenset({"initial_budget", "annual_budget"})
_MONEY = frozenset(MONEY_MEASURES)
_VALUES = frozenset({*MONEY_MEASURES, *RATE_MEASURES, "carryover", "weight", "score"})
_LEVELS = frozenset(LEVELS)
_INCREASE = re.compile(r"^\s*增减(?:数|额|金额)?\s*$")
"""An adjustment beside two budgets, and else what is more than the year before, or than the budget."""
_SUM_OF_PARTS = re.compile(r"^(?:小计|合计|净额|(?:预算)?调整(?:净)?(?:数|额|金额))")
_SUM = re.compile(r"合计|总[计额数]")
_FEWEST = 2
_LOOK_AHEAD = 8
_UNIT_ABOVE = 6


def funding_heading(rows: Sequence[Row], position: int) -> Columns | None:
    """The columns of the funding table that `rows[position]` heads: a budget (or what was received) beside what was
    spent. None for another row."""
    if not may_name(rows, position, _MONEY) or names_levels_by_money(rows[position]):
        return None
    heading = heading_at(rows, position)
    if _is_unread(rows, position + heading.depth):
        return None  # Nothing tells which columns its words stand over.
    named = dict(heading.concepts)
    if list(named.values()).count("annual_budget") > 1 and "budget_adjustment" not in named.values():
        named |= {col: "budget_adjustment" for col, text in heading.lowest().items() if is_adjustment(text)}
    known = list(named.values())
    if "budget_adjustment" in known:
        adjusts = {"initial_budget", "annual_budget"} <= {*known}
        spent = min((col for col, concept in named.items() if concept == "executed"), default=inf)
        texts = heading.lowest()
        named = {col: it for col, it in named.items() if (adjusts and col < spent) or not _INCREASE.match(texts[col])}
        named = _of_whole_adjustment(named, texts)
    if sum(known.count(concept) > 1 for concept in {*known} & _MONEY) > 1:
        return None  # Nothing tells the groups apart that have these columns each.
    concepts: dict[int, str] = {}
    for col, concept in sorted(named.items()):
        if concept not in _VALUES:
            continue
        first = next((other for other, known in concepts.items() if known == concept), None)
        is_sum = concept == "annual_budget" and bool(_SUM.search(heading.texts[col][-1]))
        if first is None:
            concepts[col] = concept
            continue
        heads_labels = first == min(concepts) and _heads_labels(rows, position + heading.depth - 1, first, named)
        if heads_labels is None and not is_sum:
            return None  # Nothing tells whether figures or labels stand under the first of them.
        if is_sum or heads_labels:
            del concepts[first]
            concepts[col] = concept
    paired = {col: pair for col, pair in heading.paired().items() if concepts.get(col) == pair[0]}
    money = _MONEY.intersection([*concepts.values(), *(concept for pair in paired.values() for concept in pair)])
    if len(money) < 2 or not money & {*_BUDGETS, "funds_received"}:
        return None
    last = heading.rows[-1]
    texts = {cell.col: cell.text for cell in last.cells} | heading.lowest()
    depth = heading.depth + numbering_below(rows, position + heading.depth)
    return Columns(concepts, texts, heading.width, last, depth, heading.parts(), heading.of_other_years(), paired)


def _is_unread(rows: Sequence[Row], position: int) -> bool:
    """Whether words without a label, and no figure, stand in plain text right below a heading: 追加 | 核减 | 其他."""
    row = rows[position] if position < len(rows) and not numbering_below(rows, position) else None
    if row is None or row.true_grid or row.block_no != rows[position - 1].block_no or len(row.filled) < _FEWEST:
        return False
    return not fold(row.cells[0].text) and all(cell_figure(cell.text) is None for cell in row.filled)


def _of_whole_adjustment(named: Mapping[int, str], texts: Mapping[int, str]) -> dict[int, str]:
    """The columns without those of what was added and what was taken away: the adjustment is their sum."""
    of_adjustment = [col for col, concept in named.items() if concept == "budget_adjustment"]
    parts = [col for col in of_adjustment if not _SUM_OF_PARTS.match(fold(texts[col]))]
    return {col: concept for col, concept in named.items() if len(of_adjustment) < 2 or col not in parts}


def _heads_labels(rows: Sequence[Row], position: int, col: int, named: Mapping[int, str]) -> bool | None:
    """Whether words, or nothing, rather than figures stand under the first of two budget headings: it heads the lines'
    labels. None where no row of text says how far it stands left of its headings."""
    words = figures = unclear = 0
    for row in rows[position + 1 : position + _LOOK_AHEAD]:
        if row.stands_alone or row.concepts & _LEVELS:
            break
        missing = _missing(row, rows[position], named)
        if missing is None:
            unclear += sum(cell_figure(cell.text) is not None for cell in row.filled) > 1
            continue
        below = next((cell for cell in row.cells if cell.col + missing == col), None)
        if below is None or not fold(below.text):
            continue
        if cell_figure(below.text) is not None:
            figures += 1
        elif len([cell for cell in row.filled if cell_figure(cell.text) is not None]) > 1:
            words += 1
    return words >= figures if words or figures or not unclear else None


def _missing(row: Row, heading: Row, named: Mapping[int, str]) -> int | None:
    """How many cells a row of text has lost before its first: those that it is short of, or as its one percentage
    stands left of the one heading of rates; None where blanks at its end may fill it up for lost ones."""
    if row.true_grid or row.width < heading.width:
        return 0 if row.true_grid else heading.width - row.width
    rates = [col for col, concept in named.items() if concept in RATE_MEASURES]
    printed = [cell.col for cell in row.filled if (figure := cell_figure(cell.text)) and figure.unit == "percent"]
    if len(rates) == len(printed) == 1:
        return rates[0] - printed[0]
    return 0 if fold(row.cells[-1].text) else None


def stated_unit(rows: Sequence[Row], start: int) -> str | None:
    """The unit that the table states: in a heading's label cells, or in a corner above it (单位：万元)."""
    above = rows[start - 1] if start and rows[start - 1].block_no == rows[start].block_no else None
    for cell in [*rows[start].cells, *(_over(rows[start], above) if above is not None else [])]:
        unit = money_unit(cell.text)
        if unit:
            return unit
    for row in reversed(rows[max(0, start - _UNIT_ABOVE) : start]):
        if re.search(r"单位(?:[:：]|均?为|是)", row.text) and (unit := money_unit(row.text)):
            return unit
    return None


def _over(row: Row, above: Row) -> list[Cell]:
    """What the row above a heading says of it: a caption, or cells that reach down beside it."""
    return above.filled if len(above.filled) == 1 else [cell for cell in above.filled if cell.row_span > 1]
