"""What was spent on each thing, in a list of its own: 支出内容 | 实际支出数.

The list is one of the report's spending where it comes to what the table of its funds says was spent in all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from ingest.document import Cell
from ingest.forms.funds.figures import CellFigure, cell_amount
from ingest.forms.funds.heading import stated_unit
from ingest.forms.funds.lines import FundingTable, Line
from ingest.forms.layout import Row
from ingest.lexicon.funding_labels import FundingLabel
from ingest.lexicon.labels import MONEY_MEASURES, column_concept, money_unit, row_concept
from ingest.lexicon.numbers import cell_figure
from ingest.lexicon.text import tidy

_FEWEST = 2
_MONEY = frozenset(MONEY_MEASURES)


class _Cost(NamedTuple):
    label: str
    row: Row
    figure: CellFigure


def add_cost_lists(tables: Sequence[FundingTable], rows: Sequence[Row]) -> None:
    """Hang what such lists hold under the total whose spending they come to."""
    read = {row for table in tables for row in table.read}
    for position, row in enumerate(rows):
        if row in read or row.stands_alone or (spent := spent_column(row)) is None:
            continue
        for table in tables:
            unit = money_unit(spent.text) or stated_unit(rows, position) or table.unit
            costs = list(_costs(rows, position, spent, unit))
            items = [cost for cost in costs if row_concept(cost.label) != "total"]
            if len(items) < _FEWEST or not _come_to_total(table, costs, items):
                continue
            total = table.headline
            table.lines += [Line(cost.label, FundingLabel("item"), cost.row, [cost.figure], total) for cost in items]
            table.read += [cost.row for cost in costs]
            break


def spent_column(row: Row) -> Cell | None:
    """The heading of what was spent, behind that of the things and beside no other heading of money."""
    concepts = [column_concept(cell.text) for cell in row.filled]
    if (
        len(concepts) < _FEWEST
        or concepts[0] in _MONEY
        or [told for told in concepts if told in _MONEY] != ["executed"]
    ):
        return None
    has_figures = any(cell_figure(cell.text) is not None for cell in row.filled)
    return None if has_figures else row.filled[concepts.index("executed")]


def _costs(rows: Sequence[Row], position: int, spent: Cell, unit: str | None) -> Iterator[_Cost]:
    """The things below the heading with what was spent on each, down to what they add up to."""
    heading = rows[position]
    for row in rows[position + 1 :]:
        is_below = row.block_no == heading.block_no and not row.stands_alone
        if not is_below or not (row.true_grid or row.width == heading.width):
            return
        label = next((cell for cell in row.filled if cell.col < spent.col and cell_figure(cell.text) is None), None)
        value = next((cell for cell in row.filled if cell.col == spent.col), None)
        figure = cell_amount("executed", value, spent.text, unit, row) if value is not None else None
        if label is None or figure is None:
            return
        yield _Cost(tidy(label.text) or "", row, figure)
        if row_concept(label.text) == "total":
            return


def _come_to_total(table: FundingTable, costs: Sequence[_Cost], items: Sequence[_Cost]) -> bool:
    """Whether the things come to what the table's total says was spent, and so does the list's own total."""
    total = table.headline
    spent = next((figure for figure in total.figures if figure.measure == "executed"), None) if total else None
    if spent is None:
        return False
    whole = spent.in_wan(table.unit)
    sums = [cost.figure.in_wan(table.unit) for cost in costs if cost not in items]
    sums.append(sum((item.figure.in_wan(table.unit) for item in items), Decimal(0)))
    return all(own == whole for own in sums)
