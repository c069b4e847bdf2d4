"""Kinds of spending in pairs beside a table of funds: 基本支出总额 | 860.5 | 项目支出总额 | 1240.3.

No word says whether they were budgeted or spent; they are what they come to in the table.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from ingest.document import Cell
from ingest.forms.funds.figures import cell_amount
from ingest.forms.funds.lines import FundingTable, Line
from ingest.forms.layout import Row
from ingest.lexicon.funding_labels import FundingLabel
from ingest.lexicon.labels import MONEY_MEASURES
from ingest.lexicon.numbers import cell_figure
from ingest.lexicon.text import fold, tidy

_KIND = re.compile(r"^(?P<kind>基本|项目)支出(?:总额|合计|金额)?(?:\(|$)")
_CATEGORIES = {"基本": "basic", "项目": "project"}


def add_category_pairs(tables: Sequence[FundingTable], rows: Sequence[Row]) -> None:
    """Hang the kinds of spending of such rows under the total of the table of which they come to one amount."""
    read = {row for table in tables for row in table.read}
    for row in rows:
        may_be = "支出" in row.text and not row.stands_alone and row not in read
        pairs = _category_pairs(row) if may_be else []
        if len(pairs) < 2:
            continue
        for table in tables:
            total = table.headline
            measure = _measure(total, sum((_number(value) for _, value in pairs), Decimal(0))) if total else None
            if measure is None:
                continue
            for label, value in pairs:
                figure = cell_amount(measure, value, label.text, table.unit, row)
                if figure is not None:
                    kind = FundingLabel("category", category=_category(label))
                    table.lines.append(Line(tidy(label.text) or "", kind, row, [figure], total))
            table.read.append(row)
            break


def _category_pairs(row: Row) -> list[tuple[Cell, Cell]]:
    """Each kind of spending of a row with the figure behind it; none where anything else stands there."""
    filled = row.filled
    pairs = [
        (label, value) for label, value in pairwise(filled) if _category(label) and cell_figure(value.text) is not None
    ]
    return pairs if len(filled) == 2 * len(pairs) else []


def _category(label: Cell) -> str | None:
    """The kind of spending that a label names, be it as a total of its own: 项目支出总额."""
    match = _KIND.match(fold(label.text))
    return _CATEGORIES[match["kind"]] if match else None


def _measure(total: Line, whole: Decimal) -> str | None:
    """Which amount of the total the kinds come to; None for several ones or none."""
    found = {
        figure.measure for figure in total.figures if figure.measure in MONEY_MEASURES and figure.figure.number == whole
    }
    return found.pop() if len(found) == 1 else None


def _number(cell: Cell) -> Decimal:
    figure = cell_figure(cell.text)
    return figure.number if figure is not None else Decimal(0)
