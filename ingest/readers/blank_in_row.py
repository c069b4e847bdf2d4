"""A funding line of which one cell was blank and has left no trace: where it stood, if its figures fit one place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from ingest.lexicon.labels import MONEY_MEASURES, column_concept
from ingest.lexicon.numbers import Figure, cell_figure

_MOST_POINTS = Decimal(100)
_WHOLE = Decimal(100)
_COLUMNS = frozenset({*MONEY_MEASURES, "weight", "execution_rate", "score"})
_BUDGETS = ("annual_budget", "initial_budget")


def with_blank(line: Sequence[str], heading: Sequence[str]) -> list[str] | None:
    """The line, a label and figures, with a blank cell where alone its other figures fit their headings; None where it
    lacks no cell or more than one, or several places are as good."""
    concepts = [column_concept(label) or "" for label in heading]
    label, *cells = line
    figures = [cell_figure(cell) for cell in cells]
    if len(cells) != len(heading) - 1 or None in figures or not set(concepts) <= _COLUMNS:
        return None
    if len(set(concepts)) < len(concepts) or not {"weight", "score"} <= set(concepts):
        return None
    places = [
        place
        for place in range(len(heading))
        if _fit(dict(zip([*concepts[:place], *concepts[place + 1 :]], filter(None, figures), strict=True)))
    ]
    return [label, *cells[: places[0]], "", *cells[places[0] :]] if len(places) == 1 else None


def _fit(figures: Mapping[str, Figure]) -> bool:
    """Whether figures may stand under these headings: the score within its weight, and the rate that of the amounts."""
    if any(figure.unit == "percent" for concept, figure in figures.items() if concept != "execution_rate"):
        return False
    weight, score = figures.get("weight"), figures.get("score")
    if any(points and points.number > _MOST_POINTS for points in (weight, score)):
        return False
    if weight and score and score.number > weight.number:
        return False
    rate = figures.get("execution_rate")
    return rate is None or _is_rate(rate, figures)


def _is_rate(rate: Figure, figures: Mapping[str, Figure]) -> bool:
    """Whether a number is what was spent of the budget, in percent or as a fraction."""
    budget = next((figures[measure] for measure in _BUDGETS if measure in figures), None)
    spent = figures.get("executed")
    if budget is None or spent is None or not budget.number:
        return True
    half = Decimal(5).scaleb(-rate.decimals - 1)
    share = spent.number / budget.number
    is_fraction = rate.unit is None and abs(share - rate.number) <= half
    return is_fraction or abs(share * _WHOLE - rate.number) <= half
