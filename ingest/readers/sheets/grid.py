"""From the filled cells of a sheet, wherever they stand, to a `Table` that holds every printed position once."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from itertools import product

from ingest.document import Block, Cell, Paragraph, Table, Unreadable, says_something
from ingest.lexicon.numbers import cell_figure
from ingest.readers.left_out import holds_figures, left_out

LIMIT = 2_000_000
"""The most cells of one sheet. A table of 100,000 rows and 20 columns fits."""
MOST_ROWS = 300_000
"""The most printed rows of one sheet, whatever its width."""
MOST_MERGED = 200_000
"""The most merged ranges of one sheet."""
MOST_CHARACTERS = 50_000_000
"""The most characters in all cells of one sheet: a long text may be shared by many."""
CELL = (48.0, 13.5)
"""The usual size of a cell in points."""
_FAR = 200
"""Blank rows or columns behind which a stray cell is no reason to print the gap."""

_ALONE = (1, 1)
_DEFAULT_NAME = re.compile(r"(?i)(?:sheet|工作表)\s*\d*")
_TIME = re.compile(r"20\d\d|\d{1,2}月")

Range = tuple[int, int, int, int]
"""First row, first column, last row, last column; 1-based."""


@dataclass(slots=True)
class Sheet:
    """What a format's reader found on one sheet: texts by (row, column), 1-based, the numbers behind them, what the
    sheet does not show, what lies over its cells, what is printed at the head of its pages, and what of its cells, each
    time as place and text, is white on white or struck out."""

    name: str
    texts: dict[tuple[int, int], str] = field(default_factory=dict)
    numbers: dict[tuple[int, int], float] = field(default_factory=dict)
    merged: list[Range] = field(default_factory=list)
    hidden: bool = False
    hidden_rows: list[int] = field(default_factory=list)
    hidden_cols: list[tuple[int, int]] = field(default_factory=list)
    laid_over: list[Block] = field(default_factory=list)
    running_head: str = ""
    unseen: list[str] = field(default_factory=list)
    characters: int = 0

    def put(self, row: int, col: int, text: str, number: float | None = None) -> None:
        """Keep a text that is more than white space, and the number that it shows."""
        text = text.strip()
        if text:
            self.characters += len(text)
            if len(self.texts) >= LIMIT or self.characters > MOST_CHARACTERS:
                raise too_large()
            self.texts[row, col] = text
            if number is not None:
                self.numbers[row, col] = number

    def leave_out(self, row: int, col: int, text: str) -> None:
        """Keep a text that nobody counts for what is told of it, where it holds figures."""
        if holds_figures(text):
            self.unseen.append(f"{column_name(col)}{row} {text}")

    def merge(self, top: int, left: int, bottom: int, right: int) -> None:
        """Keep a merged range."""
        if len(self.merged) >= MOST_MERGED:
            raise too_large()
        self.merged.append((top, left, bottom, right))


def too_large() -> Unreadable:
    return Unreadable(
        "工作表过大，请只保留填报内容或拆分后重新报送 / "
        "the sheet is too large; keep only what is to be reported, or split it, and send it again"
    )


def blocks(sheets: Sequence[Sheet]) -> tuple[Block, ...]:
    """One table for each sheet that holds anything, behind its name where there are several or it tells a year or
    month, and behind what is hidden; what lies over its cells comes last. Beside sheets that are shown, one that is
    hidden (lists to choose from, drafts, last year's form) is not read: where it may hold a form, that is told."""
    filled = [sheet for sheet in sheets if sheet.texts or sheet.laid_over]
    if not filled:
        raise Unreadable("工作簿为空，请单位重新报送 / the workbook is empty; ask the unit to send it again")
    if not any(sheet.texts or any(map(says_something, sheet.laid_over)) for sheet in filled):
        raise Unreadable(
            "工作簿里只有图片没有文字（可能是扫描件），请报送可编辑的电子版 / "
            "the workbook holds pictures only (a scan, perhaps); send the editable workbook"
        )
    result: list[Block] = []
    is_any_shown = any(not sheet.hidden for sheet in filled)
    for sheet in filled:
        if sheet.hidden and is_any_shown:
            if sheet.numbers or sheet.merged:
                result.append(Paragraph(f"（隐藏工作表“{sheet.name}”未读取）", is_unread=True))
            continue
        if sheet.hidden:
            result.append(Paragraph(f"（隐藏工作表）{sheet.name}"))
        elif _TIME.search(sheet.name) or (len(filled) > 1 and not _DEFAULT_NAME.fullmatch(sheet.name)):
            result.append(Paragraph(sheet.name))
        if sheet.texts:
            table = _table(sheet)
            result.extend(_hidden_parts(sheet, {cell.row for cell in table.cells}, {cell.col for cell in table.cells}))
            result.append(table)
        result.extend(sheet.laid_over)
        result.extend(left_out("看不见或划去的文字", sheet.unseen))
    return tuple(result)


def _table(sheet: Sheet) -> Table:
    """The sheet's cells in reading order, empty ones too; row and column numbers are the sheet's own."""
    with_text = [merged for merged in sheet.merged if merged[:2] in sheet.texts]
    rows = _axis({row for row, _ in sheet.texts}, [bottom for _, _, bottom, _ in with_text])
    cols = _axis({col for _, col in sheet.texts}, [right for *_, right in with_text])
    if len(rows) > MOST_ROWS or len(rows) * len(cols) > LIMIT:
        raise too_large()
    spans, covered = _spans(sheet, rows, cols)
    places = [place for place in product(rows, cols) if place not in covered]
    texts, numbers = sheet.texts, sheet.numbers
    return Table(
        tuple(
            [
                Cell(*place, texts.get(place, ""), *spans.get(place, _ALONE), None, numbers.get(place))
                for place in places
            ]
        ),
        true_grid=True,
        running_head=sheet.running_head,
    )


def _axis(used: set[int], edges: list[int]) -> list[int]:
    """The printed row (or column) numbers: all from the first text to the last, but no gaps of hundreds.

    A merged range with a text reaches beyond the last one, unless it is drawn over the whole sheet.
    """
    last = max(used)
    last = max([last, *(edge for edge in edges if edge <= last + _FAR)])
    printed: list[int] = []
    for number in sorted({*used, last}):
        gap = range(printed[-1] + 1 if printed and number - printed[-1] <= _FAR else number, number + 1)
        printed.extend(gap)
    return printed


def _spans(
    sheet: Sheet, rows: list[int], cols: list[int]
) -> tuple[dict[tuple[int, int], tuple[int, int]], set[tuple[int, int]]]:
    """(spans by top left corner, covered positions) of the merged ranges, cut to what is printed."""
    spans: dict[tuple[int, int], tuple[int, int]] = {}
    covered: set[tuple[int, int]] = set()
    budget = len(rows) * len(cols)
    for top, left, bottom, right in sheet.merged:
        within_rows = rows[bisect_left(rows, top) : bisect_right(rows, bottom)]
        within_cols = cols[bisect_left(cols, left) : bisect_right(cols, right)]
        budget -= len(within_rows) * len(within_cols)
        if budget < 0:
            raise too_large()
        area = {(row, col) for row in within_rows for col in within_cols}
        if len(area) < 2 or not area.isdisjoint(covered) or not area.isdisjoint(spans):
            continue
        corner = (within_rows[0], within_cols[0])
        spans[corner] = (within_rows[-1] - corner[0] + 1, within_cols[-1] - corner[1] + 1)
        covered |= area - {corner}
    return spans, covered


def _hidden_parts(sheet: Sheet, rows: set[int], cols: set[int]) -> list[Paragraph]:
    """A line that tells which rows and columns of the table the sheet hides, if any."""
    hidden_rows = sorted(rows.intersection(sheet.hidden_rows))
    hidden_cols = sorted(col for col in cols if any(first <= col <= last for first, last in sheet.hidden_cols))
    told = []
    if hidden_rows:
        told.append("隐藏行：" + "、".join(_runs([str(row) for row in hidden_rows], hidden_rows)))
    if hidden_cols:
        told.append("隐藏列：" + "、".join(_runs([column_name(col) for col in hidden_cols], hidden_cols)))
    return (
        [Paragraph(f"（{'；'.join(told)}）", is_of_hidden=_hold_figures(sheet, hidden_rows, hidden_cols))]
        if told
        else []
    )


def _hold_figures(sheet: Sheet, rows: Collection[int], cols: Collection[int]) -> bool:
    """Whether a cell in one of these rows or columns shows a number."""
    return any(
        (row in rows or col in cols) and cell_figure(text) is not None for (row, col), text in sheet.texts.items()
    )


def _runs(names: list[str], numbers: list[int]) -> list[str]:
    """Names of neighbouring numbers as first-last."""
    runs: list[list[int]] = []
    for index, number in enumerate(numbers):
        if runs and number == numbers[runs[-1][1]] + 1:
            runs[-1][1] = index
        else:
            runs.append([index, index])
    return [names[first] if first == last else f"{names[first]}-{names[last]}" for first, last in runs]


def column_name(number: int) -> str:
    """1 is A, 27 is AA."""
    name = ""
    while number:
        number, rest = divmod(number - 1, 26)
        name = chr(65 + rest) + name
    return name
