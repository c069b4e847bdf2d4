"""The figures of a funding line: amounts, rates and points, with their units as far as a table tells them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from ingest.document import Cell
from ingest.forms.layout import Columns, Row, part_of
from ingest.lexicon.labels import MONEY_MEASURES, RATE_MEASURES, money_unit
from ingest.lexicon.numbers import PER_WAN, Figure, cell_figure
from ingest.lexicon.text import fold, tidy

_POINTS = {"weight": {None, "points", "percent"}, "score": {None, "points"}}
"""The units in which points may be printed."""
_BASES = ("annual_budget", "initial_budget", "funds_received")
_FULL_MARKS = 100
_DECIMALS_OF_FRACTION = 2
_MOST_OF_RATE = 200
_SLACK = Decimal("0.05")
_USUAL_WEIGHTS = (5, 10, 15, 20, 30)
_STATED_MARKS = re.compile(r"\((\d+(?:\.\d+)?)(分?)")


@dataclass(slots=True)
class CellFigure:
    """A figure in a funding line: its measure, its unit as far as the table tells it, and its cell."""

    measure: str
    figure: Figure
    unit: str | None
    unit_text: str | None
    unit_source: str
    about: str
    row: Row
    cell: Cell

    def in_wan(self, unit: str | None) -> Decimal:
        """The figure in 万元, in `unit` where it states none itself; as printed where that is no money."""
        return self.figure.number * PER_WAN.get(self.unit or unit or "", Decimal(1))


def figures_of(cells: Mapping[int, Cell], columns: Columns, unit: str | None, row: Row) -> list[CellFigure]:
    """The amounts and rates of a row, its cells given by the column that heads them; `unit` is the table's."""
    found = []
    for col, concept in sorted(columns.concepts.items()):
        heading = columns.texts.get(col, "")
        for own, cell in _parts(cells.get(col), columns.paired.get(col), concept):
            amount = cell_amount(own, cell, heading, unit, row)
            if amount is not None:
                found.append(amount)
    return found


def _parts(cell: Cell | None, pair: tuple[str, str] | None, concept: str) -> Iterator[tuple[str, Cell]]:
    """What a cell says: of the concept that heads it, or of both where two share it."""
    if cell is not None and pair is None:
        yield concept, cell
    elif cell is not None and pair is not None:
        yield from ((own, half) for own in pair if (half := part_of(cell, pair, own)) is not None)


def cell_amount(concept: str, cell: Cell, heading: str, unit: str | None, row: Row) -> CellFigure | None:
    """The figure in `cell` under `heading`, with the unit that it, its heading or the table (`unit`) states; None for
    points and for a cell that holds no figure."""
    figure = cell_figure(cell.text)
    if figure is None or concept in {"weight", "score"}:
        return None
    about = tidy(heading) or concept
    if concept in RATE_MEASURES:
        percent = figure.unit == "percent" or "%" in fold(heading)
        source = "printed" if figure.unit else "heading" if percent else "inferred"
        return CellFigure(concept, figure, "percent" if percent else None, figure.unit_text, source, about, row, cell)
    if figure.unit in {"percent", "points"}:
        return None
    own = figure.unit if figure.unit in PER_WAN else None
    stated = own or money_unit(heading) or unit
    source = "printed" if own else "heading" if stated else "inferred"
    return CellFigure(concept, figure, stated, figure.unit_text, source, about, row, cell)


def points_of(cells: Mapping[int, Cell], columns: Columns) -> tuple[Cell | None, Cell | None]:
    """The cells with the weight and the score for the execution rate, where the table has such columns; neither where
    something else than points stands there."""
    printed = _points(cells, columns)
    if not all(is_points for _, is_points in printed.values()) or _is_score_for_weight(cells, columns):
        return None, None
    weight, score = (printed[concept][0] if concept in printed else None for concept in ("weight", "score"))
    return (weight, score) if columns.of("score") is not None else _by_stated_marks(weight, columns)


def _is_score_for_weight(cells: Mapping[int, Cell], columns: Columns) -> bool:
    """Whether the weight of a row without a score is what its rate gives of a usual weight, and so the score."""
    figures = _figures(cells, columns)
    weight, rate = figures.get("weight"), figures.get("execution_rate")
    if weight is None or rate is None or columns.of("score") is None or "score" in figures:
        return False
    of_rate = (rate.number * marks / _FULL_MARKS for marks in _USUAL_WEIGHTS)
    return weight.number not in _USUAL_WEIGHTS and any(abs(weight.number - points) < _SLACK for points in of_rate)


def stated_marks(heading: str) -> Decimal | None:
    """The full marks that a heading states: 分值（10分）, 得分（20分×执行率）."""
    match = _STATED_MARKS.search(fold(heading))
    return Decimal(match[1]) if match and match[2] else None


def _by_stated_marks(cell: Cell | None, columns: Columns) -> tuple[Cell | None, Cell | None]:
    """Weight and score where no column is of scores. What comes to less than the full marks that the weight's heading
    states, 分值（10分）, is the score; where these may be something else, 分值（10）, or are exceeded, neither is."""
    match = _STATED_MARKS.search(fold(columns.texts.get(columns.of("weight") or 0, "")))
    figure = cell_figure(cell.text) if cell is not None else None
    if match is None or figure is None or figure.number == Decimal(match[1]):
        return cell, None
    if figure.number > Decimal(match[1]):
        return (None, None) if match[2] else (cell, None)
    return None, cell if match[2] and figure.unit != "percent" else None


def has_slipped(cells: Mapping[int, Cell], columns: Columns, is_cut: bool = False) -> bool:
    """Whether a row is not below its headings, as web pages and text have it where a cell is missing or spans a column
    too many: its rate is not that of its amounts, but would be one column on, or is no rate, or its score is missing;
    or its label reaches over a column of figures, and no rate says that all others are in their places. `is_cut`: it is
    a row of text that ends before its heading does, so that more may be missing than what is blank at the end."""
    reaches = _reaches_over_figures(cells, columns)
    rate = cells.get(columns.of("execution_rate") or 0)
    if not reaches and rate is not None and "%" in fold(rate.text):
        return False
    holds = rate_holds(cells, columns)
    if reaches or holds:
        return reaches and not holds
    if holds is None:
        return is_cut and (_holds_beside(cells, columns, 1) or _spends_too_much(cells, columns))
    return is_cut or _is_no_rate(rate, cells, columns) or any(_holds_beside(cells, columns, by) for by in (1, -1))


def _holds_beside(cells: Mapping[int, Cell], columns: Columns, by: int) -> bool:
    return bool(rate_holds({col + by: cell for col, cell in cells.items()}, columns, are_exact=True))


def _spends_too_much(cells: Mapping[int, Cell], columns: Columns) -> bool:
    """Whether more was spent than any of the budgets of a row."""
    figures = _figures(cells, columns)
    bases = [figures[base].number for base in _BASES if base in figures]
    return "executed" in figures and bool(bases) and figures["executed"].number > max(bases)


def _is_no_rate(rate: Cell | None, cells: Mapping[int, Cell], columns: Columns) -> bool:
    """Whether what stands for a rate that does not hold is too much for one, or the last of the points, the score, is
    missing behind it."""
    figures = _figures(cells, columns)
    if "execution_rate" in figures and figures["execution_rate"].number > _MOST_OF_RATE:
        return True
    lacks_score = columns.of("score") is not None and "score" not in figures
    return lacks_score and (columns.of("weight") is None or "weight" in figures)


def _reaches_over_figures(cells: Mapping[int, Cell], columns: Columns) -> bool:
    covered = {
        place
        for col, cell in cells.items()
        if cell.col_span > 1 and cell.text and cell_figure(cell.text) is None
        for place in range(col + 1, col + cell.col_span)
    }
    return any(columns.concepts[col] not in _POINTS for col in covered & columns.concepts.keys())


def lacks_amounts(cells: Mapping[int, Cell], columns: Columns) -> bool:
    """Whether a row of text, which has left nothing of merged cells, ends before its last column of money: any of its
    amounts may be what is missing."""
    last = max((col for col, concept in columns.concepts.items() if concept in MONEY_MEASURES), default=0)
    return max(cells) < last


def rate_holds(cells: Mapping[int, Cell], columns: Columns, are_exact: bool = False) -> bool | None:
    """Whether the execution rate of a row is that of its amounts, as precisely as it is printed; None where it has no
    rate or no amounts. `are_exact`: whole amounts are not taken to be rounded."""
    figures = _figures(cells, columns)
    rate, executed = figures.get("execution_rate"), figures.get("executed")
    bases = [figures[base] for base in _BASES if base in figures and figures[base].number]
    if rate is None or executed is None or not bases:
        return None
    scales = (100,) if rate.unit == "percent" or rate.decimals < _DECIMALS_OF_FRACTION else (1, 100)
    slack, off = _half(rate), _half_if_rounded if are_exact else _half
    return any(
        (executed.number - off(executed)) / (base.number + off(base)) * scale - slack
        <= rate.number
        <= (executed.number + off(executed)) / (base.number - off(base)) * scale + slack
        for base in bases
        for scale in scales
    )


def _figures(cells: Mapping[int, Cell], columns: Columns) -> dict[str, Figure]:
    """The figures of a row by what heads them."""
    return {concept: it for concept, cell in columns.told(cells).items() if (it := cell_figure(cell.text))}


def _half(figure: Figure) -> Decimal:
    """How far a printed figure may be from what it stands for."""
    return Decimal(5).scaleb(-figure.decimals - 1)


def _half_if_rounded(figure: Figure) -> Decimal:
    return _half(figure) if figure.decimals else Decimal(0)


def _points(cells: Mapping[int, Cell], columns: Columns) -> dict[str, tuple[Cell, bool]]:
    """The figures under the headings of points, and whether they can be points."""
    told = columns.told(cells)
    figures = {concept: cell_figure(told[concept].text) for concept in _POINTS if concept in told}
    return {
        concept: (told[concept], figure.unit in _POINTS[concept] and figure.number <= _FULL_MARKS)
        for concept, figure in figures.items()
        if figure is not None
    }


def rate_unit(figure: Decimal, executed: Decimal | None, base: Decimal | None) -> str | None:
    """Whether a rate printed without a sign is a percentage or a fraction; None where its amounts do not tell.

    A printed 0 is 0 either way; above 1.5 only a percentage makes sense.
    """
    if figure == 0 or figure > Decimal("1.5"):
        return "percent"
    if executed is not None and base:
        ratio = executed / base
        if abs(ratio - figure) <= Decimal("0.01"):
            return "fraction"
        if abs(ratio * 100 - figure) <= Decimal("0.01"):
            return "percent"
    return None
