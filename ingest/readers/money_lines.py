"""Lines of money of which only the order of their cells is left, under headings of amounts, rates and points.

A line that lacks cells is certain where its figures say under which headings they stand.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from ingest.lexicon.funding_labels import funding_label
from ingest.lexicon.labels import MONEY_MEASURES, RATE_MEASURES, column_concept
from ingest.lexicon.numbers import Figure, cell_figure
from ingest.lexicon.text import fold

_AMOUNTS = frozenset({*MONEY_MEASURES, "carryover"})
_BASES = ("annual_budget", "initial_budget", "funds_received")
_PARTS = {"execution_rate": "executed", "funds_received_rate": "funds_received"}
_POINTS = frozenset({"weight", "score"})
_MOST_POINTS = Decimal(100)
_HUNDRED = Decimal(100)


def with_blanks(line: Sequence[str], heading: Sequence[str]) -> list[str] | None:
    """A line, a label and figures, with blanks for the cells that it lacks: those of points, or a single one; None
    where it lacks none, or nothing says that its figures are where they would be put."""
    concepts = [column_concept(label) or "" for label in heading]
    label, *cells = line
    figures = [figure for cell in cells if (figure := cell_figure(cell))]
    if len(figures) < len(cells) or len(cells) >= len(heading):
        return None
    is_percent = ["%" in fold(text) for text in heading]
    places = _without_points(figures, concepts, is_percent) or _without_one(figures, concepts)
    if places is None:
        return None
    placed = dict(zip(places, cells, strict=True))
    return [label, *(placed.get(at, "") for at in range(len(heading)))]


def _without_points(figures: Sequence[Figure], concepts: Sequence[str], is_percent: Sequence[bool]) -> list[int] | None:
    """Where an amount for each heading of money and the rates of these stand, in percent by themselves or by their
    heading, or nothing but zeros without rates."""
    amounts = [at for at, concept in enumerate(concepts) if concept in _AMOUNTS]
    rates = [at for at, concept in enumerate(concepts) if concept in RATE_MEASURES]
    if len(amounts) != len({concepts[at] for at in amounts}):
        return None
    if len(figures) == len(amounts) and not any(figure.number for figure in figures):
        return amounts
    if not rates or len(figures) != len(amounts) + len(rates):
        return None
    places = sorted([*amounts, *rates])
    told = dict(zip((concepts[at] for at in places), figures, strict=True))
    if any(told[concepts[at]].unit == "percent" for at in amounts):
        return None
    units = {at: told[concepts[at]].unit or ("percent" if is_percent[at] else None) for at in rates}
    of_amounts = (units[at] == "percent" and _is_rate(concepts[at], told) for at in rates)
    return places if all(of_amounts) else None


def _without_one(figures: Sequence[Figure], concepts: Sequence[str]) -> list[int] | None:
    """Where all but one of the cells stand, if they fit their headings in a single way: the score within its weight,
    and the rate that of the amounts."""
    width = len(concepts)
    known = set(concepts) <= {*MONEY_MEASURES, "execution_rate", *_POINTS}
    if len(figures) != width - 1 or not known or len(set(concepts)) < width or not set(concepts) >= _POINTS:
        return None
    ways = [[at for at in range(width) if at != blank] for blank in range(width)]
    fitting = [places for places in ways if _fit(dict(zip((concepts[at] for at in places), figures, strict=True)))]
    return fitting[0] if len(fitting) == 1 else None


def _fit(told: Mapping[str, Figure]) -> bool:
    if any(figure.unit == "percent" for concept, figure in told.items() if concept != "execution_rate"):
        return False
    weight, score = told.get("weight"), told.get("score")
    if any(points and points.number > _MOST_POINTS for points in (weight, score)):
        return False
    if weight and score and score.number > weight.number:
        return False
    has_amounts = "executed" in told and any(base in told and told[base].number for base in _BASES[:2])
    return "execution_rate" not in told or not has_amounts or _is_rate("execution_rate", told)


def _is_rate(concept: str, told: Mapping[str, Figure]) -> bool:
    """Whether what would be a rate is that of the amounts, in percent or without a sign as a fraction, as precisely as
    it is printed."""
    rate, part = told[concept], told.get(_PARTS[concept])
    if part is None:
        return False
    slack = Decimal(5).scaleb(-rate.decimals - 1)
    bases = [told[base].number for base in _BASES if base in told and base != _PARTS[concept]]
    if not any(bases):
        return not part.number and not rate.number
    scales = [_HUNDRED] if rate.unit == "percent" else [_HUNDRED, Decimal(1)]
    return any(
        abs(part.number / base * scale - rate.number) <= slack for base in filter(None, bases) for scale in scales
    )


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
