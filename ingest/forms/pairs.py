"""Funds printed as labels with their values beside them: 预算金额 | 50 | 实际支出 | 48.5 | 执行率 | 97%."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ingest.document import Cell
from ingest.forms.funding import CellFigure, FundingTable, Line, cell_amount
from ingest.forms.layout import Columns, Row
from ingest.lexicon.labels import MONEY_MEASURES, RATE_MEASURES, FundingLabel, column_concept, money_unit
from ingest.lexicon.numbers import cell_figure
from ingest.lexicon.text import fold, tidy

_BUDGETS = frozenset({"initial_budget", "annual_budget", "funds_received"})


class _Pair(NamedTuple):
    concept: str
    label: Cell
    value: Cell
    row: Row


def read_pairs(rows: Sequence[Row], start: int) -> tuple[FundingTable, int] | None:
    """The funds that stand in pairs from `rows[start]` on, as a table of one line, and the position behind them.

    None where no budget (or what was received) stands there with another figure of money or a rate beside it.
    """
    pairs: list[_Pair] = []
    position = start
    while position < len(rows) and (found := list(_pairs(rows[position]))):
        if {pair.concept for pair in found} & {pair.concept for pair in pairs}:
            break
        pairs.extend(found)
        position += 1
    concepts = {pair.concept for pair in pairs}
    budget = next((pair for pair in pairs if pair.concept in _BUDGETS), None)
    if budget is None or len(concepts & {*MONEY_MEASURES, *RATE_MEASURES}) < 2:
        return None
    points = {pair.concept: pair.value for pair in pairs if pair.concept in {"weight", "score"}}
    figures = [figure for pair in pairs if (figure := _figure(pair)) is not None]
    line = Line(
        tidy(budget.label.text) or "",
        FundingLabel("total"),
        budget.row,
        figures,
        points=(points.get("weight"), points.get("score")),
    )
    columns = Columns({}, {}, rows[start].width, rows[start])
    unit = next((unit for pair in pairs if (unit := money_unit(pair.label.text))), None)
    return FundingTable(columns, unit, [line]), position


def _pairs(row: Row) -> Iterator[_Pair]:
    if row.row_no is None:
        return
    for label, value in zip(row.cells, row.cells[1:], strict=False):
        concept = column_concept(label.text) if fold(label.text) else None
        if concept in {*MONEY_MEASURES, *RATE_MEASURES, "weight", "score"} and cell_figure(value.text) is not None:
            yield _Pair(concept, label, value, row)


def _figure(pair: _Pair) -> CellFigure | None:
    return cell_amount(pair.concept, pair.value, pair.label.text, None, pair.row)
