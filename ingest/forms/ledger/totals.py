"""Which rows of a ledger a total stands for: those above it or those below it, whichever add up to it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import accumulate, chain

_FURTHEST = 200


@dataclass(slots=True)
class Addend:
    """A row as far as sums need it: `amounts` are its money by column; `leads`: it names its unit alone, as rows do
    that stand above what they add up."""

    kind: str
    reach: str | None
    unit: str | None
    amounts: dict[int, Decimal] = field(default_factory=dict)
    leads: bool = False


class Sums:
    """The sums of items over stretches of rows."""

    def __init__(self, rows: Sequence[Addend]) -> None:
        self._rows = rows
        cols = sorted({col for row in rows for col in row.amounts})
        self._sums = {
            col: list(
                accumulate((row.amounts.get(col, Decimal(0)) if row.kind == "item" else 0 for row in rows), initial=0)
            )
            for col in cols
        }
        self._items = list(accumulate((row.kind == "item" for row in rows), initial=0))
        self._totals = [position for position, row in enumerate(rows) if row.kind == "total"]

    def range_of(self, position: int) -> tuple[int, int] | None:
        """First and last position of the rows that the total at `position` adds up: the stretch above or below it that
        comes to its amounts, else the one that it would be read for; None where there is no item to add."""
        meant = [stretch for stretch in self._meant(position) if self.items_in(stretch)]
        candidates = chain(meant, self._further(position) if self._rows[position].amounts else ())
        return next((stretch for stretch in candidates if self.add_up(position, stretch)), (*meant, None)[0])

    def add_up(self, position: int, stretch: tuple[int, int]) -> bool:
        """Whether the items of the stretch come to every amount of the row at `position`, as nearly as rounded
        amounts can."""
        amounts = self._rows[position].amounts
        return bool(amounts) and all(
            abs(self._sum(col, stretch) - amount) <= self._rounding(col, amount, stretch)
            for col, amount in amounts.items()
        )

    def whole(self) -> tuple[int, int]:
        return 0, len(self._rows) - 1

    def _meant(self, position: int) -> Iterator[tuple[int, int]]:
        """The rows of the total's own reach: all, or those above it and those below it up to the next total, or all
        of its unit around it."""
        row = self._rows[position]
        if row.reach in {"ledger", "nameless"}:
            yield self.whole()
        if row.reach != "ledger":
            above, below = (self._before(position), position), (position, self._behind(position))
            yield from (below, above) if row.leads else (above, below)
        if row.reach == "unit":
            yield position if row.leads else self._unit_begins(position), self._unit_ends(position)

    def _further(self, position: int) -> Iterator[tuple[int, int]]:
        """The rows up to each other total around, as a department's total stands over those of its units."""
        around = bisect_left(self._totals, position)
        for total in self._totals[around + 1 : around + 1 + _FURTHEST]:
            yield position, total - 1
        yield position, len(self._rows) - 1
        if self._rows[position].leads:
            return
        for total in reversed(self._totals[max(0, around - _FURTHEST) : around]):
            yield total + 1, position
        yield 0, position

    def _before(self, position: int) -> int:
        """Where the stretch above a total begins: behind the total before it, within its unit."""
        row = self._rows[position]
        first = position
        while first > 0:
            above = self._rows[first - 1]
            if above.kind == "total" or (row.reach == "unit" and row.unit != above.unit):
                break
            first -= 1
        return first

    def _behind(self, position: int) -> int:
        row = self._rows[position]
        last = position
        while last + 1 < len(self._rows):
            below = self._rows[last + 1]
            if below.kind == "total" or (row.reach == "unit" and row.unit != below.unit):
                break
            last += 1
        return last

    def _unit_begins(self, position: int) -> int:
        while position > 0 and self._rows[position - 1].unit == self._rows[position].unit:
            position -= 1
        return position

    def _unit_ends(self, position: int) -> int:
        while position + 1 < len(self._rows) and self._rows[position + 1].unit == self._rows[position].unit:
            position += 1
        return position

    def items_in(self, stretch: tuple[int, int]) -> int:
        """How many items a stretch holds; none where it ends before it begins."""
        first, last = stretch
        return self._items[last + 1] - self._items[first] if first <= last else 0

    def _sum(self, col: int, stretch: tuple[int, int]) -> Decimal:
        return Decimal(self._sums[col][stretch[1] + 1] - self._sums[col][stretch[0]])

    def _rounding(self, col: int, amount: Decimal, stretch: tuple[int, int]) -> Decimal:
        exponent = amount.as_tuple().exponent
        half = Decimal(5).scaleb(exponent - 1) if isinstance(exponent, int) and exponent < 0 else Decimal(0)
        return half * (self.items_in(stretch) + 1)
