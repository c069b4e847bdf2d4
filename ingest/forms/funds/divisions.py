"""A total divided below its line in cells of label and figure: 其中：基本支出：900 | 项目支出：600.

Such a cell says of no measure. The cells below each other are a division of the one amount that they come to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from ingest.document import Cell
from ingest.forms.funds.figures import CellFigure, cell_amount
from ingest.forms.funds.lines import FundingTable, Line
from ingest.forms.layout import Row
from ingest.lexicon.funding_labels import funding_label
from ingest.lexicon.labels import MONEY_MEASURES
from ingest.lexicon.numbers import cell_figure, may_be_several
from ingest.lexicon.text import fold

_PART = re.compile(r"^(?:其中[:：])?(?P<label>[^:：\d]{2,20})[:：](?P<value>[-\d,.]+(?:万元|元)?)$")

_HEAD = re.compile(r"^按(?:收入|支出|资金)?(?:性质|来源|类型|用途)分类?[:：](?P<value>[-\d,.]+(?:万元|元)?)$")


class _Part(NamedTuple):
    label: str
    value: str
    row: Row
    cell: Cell


def divisions(rows: Sequence[Row], table: FundingTable) -> list[Line]:
    """The lines of the divisions of the table's total that stand in the rows."""
    total = table.headline
    if total is None:
        return []
    columns: dict[int, list[_Part]] = {}
    for part in (part for row in rows for part in _parts(row)):
        columns.setdefault(part.cell.col, []).append(part)
    return [
        line
        for parts in columns.values()
        if (divided := _divided(parts, total)) is not None
        for line in _lines(parts, divided, total)
    ]


def restates(row: Row, table: FundingTable) -> bool:
    """Whether a row heads divisions and gives amounts of the total again (按收入性质分：1500.6), and nothing else."""
    heads = [match for cell in row.filled if (match := _HEAD.match(fold(cell.text)))]
    total = table.headline if heads and len(heads) == len(row.filled) else None
    if total is None:
        return False
    amounts = {figure.figure.number for figure in total.figures if figure.measure in MONEY_MEASURES}
    return all((figure := cell_figure(head["value"])) is not None and figure.number in amounts for head in heads)


def divides(row: Row) -> bool:
    """Whether a row holds parts of a division and nothing else."""
    return row.row_no is not None and len(list(_parts(row))) == len(row.filled) > 0


def _parts(row: Row) -> Iterator[_Part]:
    for cell in row.filled:
        match = _PART.match(fold(cell.text)) if not may_be_several(cell.text) else None
        if match and funding_label(match["label"]).kind != "item":
            yield _Part(match["label"], match["value"], row, cell)


def _divided(parts: Sequence[_Part], total: Line) -> CellFigure | None:
    """The one amount of the total that the parts come to."""
    whole = sum((figure.number for part in parts if (figure := cell_figure(part.value))), Decimal(0))
    amounts = [figure for figure in total.figures if figure.measure in MONEY_MEASURES]
    divided = [figure for figure in amounts if figure.figure.number == whole]
    return divided[0] if len(divided) == 1 else None


def _lines(parts: Sequence[_Part], divided: CellFigure, total: Line) -> Iterator[Line]:
    for part in parts:
        printed = Cell(part.cell.row, part.cell.col, part.value, page=part.cell.page)
        amount = cell_amount(divided.measure, printed, divided.about, divided.unit, part.row)
        if amount is not None:
            amount.cell = part.cell
            yield Line(part.label, funding_label(part.label), part.row, [amount], total)
