"""Tables whose cells know what they are, so that prose, paper and workbook write one number in one way."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Kind = Literal["text", "count", "money", "percent", "points", "score", "movement", "year"]
"""`points` are signed differences of rates in percentage points, `movement` signed places of a ranking; rates and their
differences are fractions, money is in 万元."""
Value = str | int | float | Decimal | None

NOTHING = "—"
_FEW_ROWS = 12


@dataclass(frozen=True, slots=True)
class Cell:
    """A value and what it is; None is what is not known."""

    value: Value
    kind: Kind

    @property
    def text(self) -> str:
        return shown(self.kind, self.value)


@dataclass(frozen=True, slots=True)
class Column:
    """A heading and what stands below it. `width` is the share of the table's width beside the other columns'."""

    heading: str
    kind: Kind
    width: int

    @property
    def lines(self) -> tuple[str, ...]:
        """The heading as it is set, a unit in brackets on a line of its own."""
        name, bracket, unit = self.heading.partition("（")
        return (name, bracket + unit) if bracket else (name,)


@dataclass(frozen=True, slots=True)
class Gap:
    """So many rows that a document leaves out."""

    row_count: int

    def __str__(self) -> str:
        return f"……（此处略去{self.row_count:,}行，见电子表格附件）"


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the annex. A document prints the `head` first and `tail` last rows where there are more, and those
    that are `named` in its text, by their index; a workbook holds all. `note` says what must be known to read it."""

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    note: str = ""
    head: int = 40
    tail: int = 0
    named: frozenset[int] = frozenset()

    @property
    def printed(self) -> tuple[tuple[Cell, ...] | Gap, ...]:
        """What a document prints."""
        last = len(self.rows)
        kept = sorted({*range(min(self.head, last)), *range(max(last - self.tail, 0), last), *self.named})
        found: list[tuple[Cell, ...] | Gap] = []
        for index, following in zip(kept, [*kept[1:], last], strict=True):
            found.append(self.rows[index])
            if following > index + 1:
                found.append(Gap(following - index - 1))
        return tuple(found)

    @property
    def stays_whole(self) -> bool:
        """Whether a document prints it on one page, as it is short."""
        return len(self.printed) <= _FEW_ROWS


def table_of(
    name: str,
    title: str,
    columns: tuple[Column, ...],
    rows: Iterable[tuple[Value | Cell, ...]],
    **said: str | int | frozenset[int],
) -> Table:
    """A table whose cells are of their columns' kinds, where they do not say otherwise themselves."""
    cells = tuple(
        tuple(
            value if isinstance(value, Cell) else Cell(value, column.kind)
            for value, column in zip(row, columns, strict=True)
        )
        for row in rows
    )
    return Table(name, title, columns, cells, **said)  # type: ignore[arg-type]


def shown(kind: Kind, value: Value) -> str:
    """A value as it is written everywhere; a difference that rounds to nothing has no sign."""
    if value is None or value == "":
        return NOTHING
    if isinstance(value, str):
        return value
    match kind:
        case "count":
            return f"{value:,}"
        case "money":
            return f"{value:,.2f}"
        case "percent":
            return f"{value * 100:.2f}%"
        case "score":
            return f"{value:.2f}"
        case "points":
            return _signed(f"{value * 100:+.2f}")
        case "movement":
            return f"↑{value}" if value > 0 else f"↓{-value}" if value < 0 else "平"
        case _:
            return str(value)


def _signed(text: str) -> str:
    return text[1:] if not text.strip("+-0.") else text
