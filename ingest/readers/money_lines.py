"""Lines of money of which only the order of their cells is left, under headings of amounts, rates and points.

A line that lacks cells is certain where its figures say under which headings they stand.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from ingest.lexicon.labels import MONEY_MEASURES, RATE_MEASURES, column_concept, funding_label
from ingest.lexicon.numbers import Figure, cell_figure
from ingest.lexicon.text import fold

_AMOUNTS = frozenset({*MONEY_MEASURES, "carryover"})
_BASES = ("annual_budget", "initial_budget", "funds_received")
_PARTS = {"execution_rate": "executed", "funds_received_rate": "funds_received"}
_HUNDRED = Decimal(100)


def with_blanks(line: Sequence[str], heading: Sequence[str]) -> list[str] | None:
    """A line with an amount for each heading of money and the rates of these, or of nothing but zeros without rates,
    with blanks for what is missing; None where nothing says that the figures are where they would be put."""
    concepts = [column_concept(label) for label in heading]
    label, *cells = line
    amounts = [at for at, concept in enumerate(concepts) if concept in _AMOUNTS]
    rates = [at for at, concept in enumerate(concepts) if concept in RATE_MEASURES]
    figures = [cell_figure(cell) for cell in cells]
    if None in figures or len(amounts) != len({concepts[at] for at in amounts}):
        return None
    if len(cells) == len(amounts) and not any(figure and figure.number for figure in figures):
        places = amounts
    elif rates and len(cells) == len(amounts) + len(rates):
        places = sorted([*amounts, *rates])
        told = {concepts[at] or "": figure for at, figure in zip(places, figures, strict=True) if figure}
        if not all(_is_rate(concepts[at] or "", told, "%" in fold(heading[at])) for at in rates):
            return None
    else:
        return None
    placed = dict(zip(places, cells, strict=True))
    return [label, *(placed.get(at, "") for at in range(len(heading)))]


def _is_rate(concept: str, told: Mapping[str, Figure], is_percent: bool) -> bool:
    """Whether what would be a rate is one, of percent by itself or by its heading, and that of the amounts as precisely
    as it is printed."""
    rate, part = told[concept], told.get(_PARTS[concept])
    if (
        not (rate.unit == "percent" or (is_percent and rate.unit is None))
        or part is None
        or any(told[other].unit == "percent" for other in told.keys() & _AMOUNTS)
    ):
        return False
    slack = Decimal(5).scaleb(-rate.decimals - 1)
    bases = [told[base].number for base in _BASES if base in told and base != _PARTS[concept]]
    if not any(bases):
        return not part.number and not rate.number
    return any(base and abs(part.number / base * _HUNDRED - rate.number) <= slack for base in bases)


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


def is_total(word: str) -> bool:
    """Whether a label is that of a total of funds."""
    return funding_label(word).kind == "total"
