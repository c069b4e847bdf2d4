"""One indicator of a table, as its row prints it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from ingest.document import Cell
from ingest.forms.layout import Row


@dataclass(slots=True)
class IndicatorRow:
    """One indicator as read; cells that are kept as evidence beside their parsed values. `is_execution`: the points for
    the execution rate, which stand under no level; `target_col`, `actual_col`: where the form has room for them, be it
    blank."""

    row: Row
    level1: str | None
    level2: str | None
    level3: str | None
    level1_weight: Decimal | None
    level2_weight: Decimal | None
    weight: Decimal | None
    score: Decimal | None
    deduction: Decimal | None
    texts: dict[str, str | None]
    shifted: bool
    weight_cell: Cell | None
    score_cell: Cell | None
    is_execution: bool
    target_col: int | None
    actual_col: int | None
