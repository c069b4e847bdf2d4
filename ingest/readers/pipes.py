"""Tables whose cells | separates: Markdown's, and those of pages that were turned into text.

Four shapes occur, apart from those of `cells_in_lines`. *Markdown*: | at both ends, perhaps a row of dashes behind the
heading. *Drawn*: +---+ around every row, which may be several lines high. *Dumps*: every row ends in | and none begins
with it; merged cells have left no trace and rows are filled up with a run of || at their end, which is no content.
*Cells*: one cell a line, each ending in |; where rows end is lost, so all that is certain is the order of the cells,
and the run is given as one row of them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.document import Cell, Table
from ingest.lexicon.labels import is_level1_name, is_level2_name
from ingest.readers.cells_in_lines import rows_of_cells, rows_of_width
from ingest.readers.cut_rows import joined

_BORDER = re.compile(r"\s*\+(?:[-=:]+\+)+\s*")
_CORNER = re.compile(r"[|+]")
_DRAWN = "---"
_CUT = re.compile(r"(?<!\\)\|")
_RULE = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*")
_LONGEST_CELL = 20
_LONGEST_NAME = 3
_AROUND = 10


def pipe_table(lines: Sequence[str], position: int) -> tuple[Table, int] | None:
    """The table that starts at the line `position`, and the position behind it; None where none starts there.

    A single line counts only with | at both ends, or several cells and one at its end: a menu (首页 | 新闻) is prose.
    """
    if _BORDER.fullmatch(lines[position]):
        return _bordered_table(lines, position)
    if behind := _end_of_open_table(lines, position):
        return _table(_filled_up(lines[position:behind]), even=True), behind
    spread, end = rows_of_cells(lines, position)
    if not spread:
        spread, end = rows_of_width(lines, position)
    if spread:
        return _table(joined(spread), even=False), end
    end = position
    while end < len(lines) and (step := _row_lines(lines, end)) and not _begins_cells(lines, end, position):
        end += step
    run = lines[position:end]
    if not run or (len(run) == 1 and not _is_certain(run[0])) or all(_RULE.fullmatch(line) for line in run):
        return None
    rows = pipe_rows(run)
    if not any(text for row in rows for text in row):
        return None
    drawn = all(line.lstrip().startswith("|") for line in run) or any(map(_RULE.fullmatch, run))
    is_of_rows = 2 * sum(len(row) > 1 for row in rows) > len(rows)
    if not drawn and is_of_rows:
        rows = joined(rows)
    even = drawn and len({len(row) for row in rows}) == 1
    return _table(rows, even=even), end


def _begins_cells(lines: Sequence[str], position: int, start: int) -> bool:
    """Whether below rows of several cells another table begins that has one cell a line: what a web page says of
    itself stands above the form."""
    if position == start or len(_cells(lines[position])) > 1 or len(_cells(lines[position - 1])) == 1:
        return False
    return bool(rows_of_width(lines, position)[0])


def _end_of_open_table(lines: Sequence[str], position: int) -> int:
    """The position behind a table of Markdown with | between its cells only; 0 where none starts at this line: its
    heading is as wide as the rule below it, and none of its rows wider."""
    heading, rule = lines[position], lines[position + 1] if position + 1 < len(lines) else ""
    if heading.lstrip().startswith("|") or "|" not in rule or not _RULE.fullmatch(rule):
        return 0
    width = len(_CUT.split(heading))
    if len(_CUT.split(rule.strip().strip("|"))) != width:
        return 0
    end = position + 2
    while end < len(lines) and _CUT.search(lines[end]):
        end += 1
    return end if all(len(_CUT.split(line)) <= width for line in lines[position:end]) else 0


def _filled_up(lines: Sequence[str]) -> list[list[str]]:
    """The rows of such a table, each with a cell for every heading."""
    heading, _, *rows = ([cell.replace("\\|", "|").strip() for cell in _CUT.split(line)] for line in lines)
    return [heading, *(row + [""] * (len(heading) - len(row)) for row in rows)]


def behind_bars(lines: Sequence[str], position: int) -> int:
    """The position behind the lines that hold | and nothing else."""
    while position < len(lines) and "|" in lines[position] and not lines[position].strip("| \u3000"):
        position += 1
    return position


def _bordered_table(lines: Sequence[str], position: int) -> tuple[Table, int] | None:
    """A table drawn with +---+ between its rows, which may be several lines high, as may cells be that go on beside a
    border."""
    rows: list[list[str]] = []
    fresh = True
    row_of: dict[int, int] = {}
    while position < len(lines):
        line = lines[position].strip()
        if _BORDER.fullmatch(line):
            fresh, row_of = True, {}
        elif line.startswith("|") or (line.startswith("+") and _is_partly_drawn(line)):
            is_border = _is_partly_drawn(line)
            cells = _drawn_cells(line) if is_border else _cells(line)
            if rows and len(cells) == len(rows[-1]):
                if is_border:
                    row_of = {col: row_of.get(col, len(rows) - 1) for col, cell in enumerate(cells) if cell != _DRAWN}
                elif fresh:
                    rows.append([""] * len(cells))
            elif not is_border or any(cell != _DRAWN for cell in filter(None, cells)):
                rows.append([""] * len(cells))
                row_of = {}
            for col, cell in enumerate(cells):
                if cell and not (is_border and cell == _DRAWN):
                    at = row_of.get(col, len(rows) - 1)
                    rows[at][col] = f"{rows[at][col]}\n{cell}".strip()
            fresh = is_border
        else:
            break
        position += 1
    table = _table(rows, even=len({len(row) for row in rows}) == 1)
    return (table, position) if table.cells else None


def _is_partly_drawn(line: str) -> bool:
    return ("+-" in line or "-+" in line) and _DRAWN in _drawn_cells(line)


def _drawn_cells(line: str) -> list[str]:
    """What stands in the cells of a line that go on while it draws a border between others."""
    parts = [part.strip() for part in _CORNER.split(line)[1:-1]]
    return [_DRAWN if part and not part.strip("-=") else part for part in parts]


def _table(rows: list[list[str]], *, even: bool) -> Table:
    cells = (Cell(row, col, text) for row, texts in enumerate(rows, 1) for col, text in enumerate(texts, 1))
    return Table(tuple(cells), true_grid=even)


def pipe_rows(lines: Sequence[str]) -> list[list[str]]:
    """The rows of a run of lines with |, each a list of cell texts; rules of dashes are left out.

    A run of one cell a line comes out as one row. A row that line breaks inside its cells have cut is put together.
    """
    rows: list[list[str]] = []
    single = 0
    position = 0
    begun: list[int] = []
    while position < len(lines):
        step = max(1, _row_lines(lines, position))
        row = "\n".join(lines[position : position + step])
        position += step
        if "-" in row and _RULE.fullmatch(row):
            continue
        cells = _cells(row)
        if row.lstrip().startswith("|"):
            begun.append(len(rows))
        else:
            single += len(cells) == 1
        rows.append(cells)
    _keep_blanks_at_start(rows, begun)
    if len(rows) > 2 and single == len(rows):
        return [[cell for row in rows for cell in row]]
    return rows


def _keep_blanks_at_start(rows: list[list[str]], begun: Sequence[int]) -> None:
    """Give the rows that begin with | a blank first cell where they are narrower than those that do not: what
    merged cells have left is no border."""
    widths = {len(row) for number, row in enumerate(rows) if number not in begun}
    for number in begun if max(widths, default=0) > 2 else ():
        if len(rows[number]) not in widths and len(rows[number]) < max(widths):
            rows[number].insert(0, "")


def _row_lines(lines: Sequence[str], position: int) -> int:
    """How many lines make up the row that starts at `position`; 0 where no row starts there.

    A line with | inside but not at its end goes on in the lines below, up to the next one that ends in | and begins
    with none, if that comes before a blank line; unless the rows around end without one.
    """
    line = lines[position].strip()
    if not _CUT.search(line):
        return _cut_behind_name(lines, position)
    if line.startswith("|") or _ends(line):
        return 1
    for below in range(position + 1, min(position + _LONGEST_CELL, len(lines))):
        text = lines[below].strip()
        if not text or text.startswith("|"):
            break
        if _ends(text):
            is_cut = below > position + 1 or not _are_parted_between(lines, position)
            return below - position + 1 if is_cut else 1
        if _RULE.fullmatch(text) or (_CUT.search(text) and below == position + 1):
            return 1
    neighbours = [lines[at].strip() for at in (position - 1, position + 1) if 0 <= at < len(lines)]
    return int(any(_CUT.search(text) for text in neighbours))


def _are_parted_between(lines: Sequence[str], position: int) -> bool:
    """Whether | stands between the cells of the rows around a line and not behind each of them, so that a row ends in
    it only where its last cell is blank."""
    around = [lines[at].strip() for at in range(max(0, position - _AROUND), min(position + _AROUND, len(lines)))]
    ends = [_ends(line) for line in around if _CUT.search(line) and not line.startswith("|")]
    return 2 * sum(ends) < len(ends)


def _cut_behind_name(lines: Sequence[str], position: int) -> int:
    """How many lines make up a row, below another one, that a line break behind the name of a level has cut: what is
    left of it begins with |. 0 where no such row starts."""
    if not position or not _ends(lines[position - 1].strip()):
        return 0
    name = ""
    for below in range(position, min(position + _LONGEST_NAME, len(lines))):
        text = lines[below].strip()
        if text.startswith("|"):
            is_row = _ends(text) and len(_cells(text)) > 1 and (is_level1_name(name) or is_level2_name(name))
            heads_table = any(map(_RULE.fullmatch, lines[below + 1 : below + 2]))
            return below - position + 1 if is_row and not heads_table else 0
        if not text or _CUT.search(text):
            return 0
        name += text
    return 0


def _ends(line: str) -> bool:
    return line.endswith("|") and not line.endswith("\\|")


def _is_certain(line: str) -> bool:
    line = line.strip()
    return _ends(line) and (line.startswith("|") or len(_cells(line)) > 1)


def _cells(row: str) -> list[str]:
    row = row.strip()
    row = row[1:] if row.startswith("|") else _without_filling(row)
    if _ends(row):
        row = row[:-1]
    return [cell.replace("\\|", "|").strip() for cell in _CUT.split(row)]


def _without_filling(row: str) -> str:
    """The row without the run of || at its end, but with the one | behind its last cell."""
    content = row.rstrip("|")
    if len(row) - len(content) < 2:
        return row
    content = content.rstrip()
    return content if _ends(content) else content + "|"
