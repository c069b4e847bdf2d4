"""Rows of tables with each cell, and each | behind one, on a line of its own; a run of || ends each row.

A converter that keeps the line breaks inside cells leaves such text. Some put a | before the first cell of a row too; a
row then may end in a single | more. What is merged or blank at the end of a row has left only the run. Where the | ends
the line of its cell, a row without a run ends where as many | stand as in every other.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import gcd

_BAR = "|"
_LONGEST_ROW = 200
_LONGEST_CELL = 6
_FEWEST_ENDS = 2
_NARROWEST = 3


def rows_of_cells(lines: Sequence[str], position: int) -> tuple[list[list[str]], int]:
    """The rows that start at a line and the position behind them; none where no such row starts there."""
    first = lines[position].strip()
    is_led = first.startswith(_BAR) and bool(first[1:].strip(_BAR)) and _BAR not in first[1:]
    if not is_led and (not first or _BAR in first or not _is_bar(lines, position + 1)):
        return [], position
    rows: list[list[str]] = []
    while found := _row(lines, position, is_led=is_led):
        cells, position = found
        rows.append(cells)
    if rows and not is_led and (found := _unended(lines, position)):
        rows.append(found[0])
        position = found[1]
    return rows, position


def _is_bar(lines: Sequence[str], position: int) -> bool:
    return position < len(lines) and lines[position].strip() == _BAR


def _row(lines: Sequence[str], start: int, *, is_led: bool) -> tuple[list[str], int] | None:
    """The cells of the row that starts at a line and the position behind it."""
    cells: list[str] = []
    text: list[str] = []
    for at in range(start, min(start + _LONGEST_ROW, len(lines))):
        line = lines[at].strip()
        if at == start and is_led:
            if not line.startswith(_BAR):
                return None
            line = line[1:].strip()
        elif line == _BAR:
            if is_led and cells and _is_bar(lines, at - 1):
                return cells, at + 1
            cells.append("\n".join(text))
            text = []
            continue
        if line and not line.strip(_BAR):
            return (cells, at + 1) if cells and not text else None
        if _BAR in line:
            return None
        if line:
            text.append(line)
    return None


def _unended(lines: Sequence[str], start: int) -> tuple[list[str], int] | None:
    """The cells of a last row that no run ends: texts, each with its |."""
    cells: list[str] = []
    at = start
    while end := next((end for end in range(at, at + _LONGEST_CELL) if _is_bar(lines, end)), None):
        text = [line.strip() for line in lines[at:end]]
        if not any(text) or any(_BAR in line for line in text):
            break
        cells.append("\n".join(filter(None, text)))
        at = end + 1
    return (cells, at) if len(cells) > 1 else None


def rows_of_width(lines: Sequence[str], position: int) -> tuple[list[list[str]], int]:
    """The rows that start at a line, of cells whose lines each end in |, and the position behind them; none unless
    every run of || ends a row of the same number of |. The last row may be cut off."""
    cells: list[str | None] = []
    ends: list[int] = []
    text: list[str] = []
    at = end = position
    while at < len(lines):
        line = lines[at].strip()
        bars = len(line) - len(line.rstrip(_BAR))
        words = line[: len(line) - bars].strip()
        if _BAR in words or (words and bars > 1) or len(text) == _LONGEST_CELL or (text and not line):
            break
        at += 1
        if not line:
            continue
        if not bars:
            text.append(words)
            continue
        if bars == 1:
            cells.append("\n".join(filter(None, [*text, words])))
        elif text:
            break
        else:
            cells += [None] * bars
            ends.append(len(cells))
        text, end = [], at
    width = _width(cells, ends) if len(ends) >= _FEWEST_ENDS else 0
    if not width and len(ends) > _FEWEST_ENDS and ends[-1] == len(cells):
        whole = _width(cells, ends[:-1])
        width = whole if ends[-1] - ends[-2] < whole else 0
    if width < _NARROWEST:
        return [], position
    rows = [cells[start : start + width] for start in range(0, len(cells), width)]
    begins_with_bar = not any(row[0] for row in rows)
    return [[cell for cell in row[begins_with_bar:] if cell is not None] for row in rows], end


def _width(cells: Sequence[str | None], ends: Sequence[int]) -> int:
    """How many | each row has: as many as stand up to the first run, or where every row begins with a |, the fewest at
    which all do; 0 where a run ends elsewhere."""
    common = gcd(*ends)
    if cells[0]:
        return ends[0] if common == ends[0] else 0
    widths = (width for width in range(_NARROWEST, common + 1) if common % width == 0)
    return next((width for width in widths if not any(cells[::width])), 0)
