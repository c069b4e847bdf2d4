"""Rows of one subject that hold others of it: 213 农林水支出 over 2130108, or a row without a code over both."""

from __future__ import annotations

import re
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

_CODE = re.compile(r"\d{3,}")
_DIGITS = re.compile(r"\d*")


@dataclass(frozen=True, slots=True)
class Level:
    """A row as far as levels need it: `subject` is whose it is, None for a row that is nobody's; `codes` are its
    classes (功能科目, 经济分类), one for each column of such."""

    subject: Hashable | None
    codes: tuple[str, ...]
    amounts: Mapping[int, Decimal]


def code_of(text: str) -> str:
    """The code that a class begins with: 2130108 of 2130108 病虫害控制."""
    match = _CODE.match(text.strip())
    return match.group() if match else ""


def parts_of(texts: Sequence[str], above: Sequence[str]) -> tuple[str, ...]:
    """The parts of a code that stands in columns, 213, 01 and 08: one left blank before another is that of the row
    above, as far as both are of one class. All are empty where the row prints none."""
    printed = [_DIGITS.match(text.strip()).group() for text in texts]  # type: ignore[union-attr]
    parts: list[str] = []
    for number, part in enumerate(printed):
        goes_on = not part and any(printed[number:]) and parts == list(above[:number])
        parts.append(above[number] if goes_on else part)
    return tuple(parts)


def code_of_parts(parts: Sequence[str]) -> str:
    """2130108 of 213, 01 and 08, of 213, 1 and 8, or of 213, 21301 and 2130108; up to the first part that is empty."""
    code = code_of(parts[0])
    for part in parts[1:]:
        if not code or not part:
            break
        code = part if len(part) > len(code) and part.startswith(code) else code + part.zfill(2)
    return code


def held_rows(rows: Sequence[Level]) -> dict[int, int]:
    """The positions of rows that hold the rows of their subject right behind them, with that of the last of these. A
    row with a code does where theirs begin with it; one that leaves a code blank where they also come to its amounts.
    """
    coded = [number for number, codes in enumerate(zip(*(row.codes for row in rows), strict=True)) if any(codes)]
    rows = [replace(row, codes=tuple(row.codes[number] for number in coded)) for row in rows] if coded else []
    found: dict[int, int] = {}
    for position in range(len(rows) - 2, -1, -1):
        row = rows[position]
        if row.subject is None or not _is_above(row, rows[position + 1]):
            continue
        below = position + 1
        leaves = []
        while below < len(rows) and _is_above(row, rows[below]):
            if below not in found:
                leaves.append(rows[below])
            below += 1
        if all(row.codes) or _comes_to(row, leaves):
            found[position] = below - 1
    return found


def _is_above(row: Level, below: Level) -> bool:
    return (
        row.subject == below.subject
        and row.codes != below.codes
        and all(lower.startswith(upper) for upper, lower in zip(row.codes, below.codes, strict=True))
    )


def _comes_to(row: Level, leaves: Sequence[Level]) -> bool:
    return bool(row.amounts) and all(
        sum((leaf.amounts.get(col, Decimal(0)) for leaf in leaves), Decimal(0)) == amount
        for col, amount in row.amounts.items()
    )
