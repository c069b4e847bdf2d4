"""Plain text as word processors and viewers extract it from reports.

Two table shapes occur. *Rows*: one line a row, cells separated by TABs. *Cells*: one line a cell with a leading TAB, a
blank line behind each row; a line without TAB goes on with the cell before it. In the second shape a cell that ends
in line breaks leaves a blank line inside its row, which only the width of the rows around it betrays.
"""

from __future__ import annotations

import re
from collections import Counter

from ingest.document import Block, Cell, Document, Paragraph, Table, Unreadable
from ingest.lexicon.labels import column_concept
from ingest.lexicon.numbers import cell_figure
from ingest.lexicon.titles import ATTACHED, GLUED_ENDS, is_complete, is_heading, split_heading
from ingest.readers.decoding import decode
from ingest.readers.pieces import put_together
from ingest.readers.pipes import behind_bars, pipe_table
from ingest.readers.wrapped import unwrap

_BOOKMARK = re.compile(r"\[bookmark: [^\]\n]*\]")
_PAGE_FOOTER = re.compile(r"^\s*(?:[—–－-]+\s*\d+\s*[—–－-]+|第\s*\d+\s*页(?:\s*[共/，,]?\s*共?\s*\d+\s*页)?)\s*$")
_SHORTEST_FOOTER = 3
_FOOTER_ENDS = tuple("页—–－-")
_ENDS = (*_FOOTER_ENDS, *GLUED_ENDS)
"""What a line ends in that may be the foot of a page, or have a heading at its end."""
_LINE_ENDS = re.compile("[\v\x85\u2028\u2029]")
_DRAWN = str.maketrans(
    {**dict.fromkeys("│┃║", "|"), **dict.fromkeys("─━═", "-"), **dict.fromkeys("┌┬┐├┼┤└┴┘┏┳┓┣╋┫┗┻┛╔╦╗╠╬╣╚╩╝", "+")}
)
_OPERATORS = frozenset("≥≤＝=＞＜><")


def read_bytes(data: bytes) -> Document:
    """The document in the bytes of a text file. Raises `Unreadable` where they are no text."""
    content, encoding = decode(data)
    if not content.strip():
        raise Unreadable("文件为空，请单位重新报送 / the file is empty; ask the unit to send it again")
    return Document(tuple(_blocks(_lines(content))), "text/plain", encoding)


def _lines(content: str) -> list[str]:
    content = _BOOKMARK.sub("", content.replace("\r\n", "\n").replace("\r", "\n"))
    content = _LINE_ENDS.sub("\n", content).replace("\f", "\n\f")
    if any(bar in content for bar in "│┃║"):
        content = content.translate(_DRAWN)
    lines: list[str] = []
    for line in unwrap(put_together(content.split("\n")), _is_page_footer):
        if len(line) < _SHORTEST_FOOTER or not (line.rstrip().endswith(_ENDS) or ATTACHED in line):
            lines.append(line)
        elif not _is_page_footer(line):
            lines.extend(split_heading(line) or (line,))
    return lines


def _is_page_footer(line: str) -> bool:
    return line.rstrip().endswith(_FOOTER_ENDS) and bool(_PAGE_FOOTER.match(line))


def _blocks(lines: list[str]) -> list[Block]:
    blocks: list[Block] = []
    text = "\n".join(lines)
    may_be_drawn = "|" in text or "+-" in text
    position = 0
    while position < len(lines):
        line = lines[position] = lines[position].lstrip("\f")
        if "\t" in line:
            if has_tabbed_rows(lines, position):
                rows, position = tabbed_rows(lines, position)
            elif line.startswith("\t"):
                rows, position = _cell_table(lines, position)
            else:
                rows, position = [line.split("\t")], position + 1
            table = table_of(rows)
            if any(cell.text for cell in table.cells):
                blocks.append(table)
            continue
        if may_be_drawn:
            has_bar = "|" in line or line.lstrip().startswith("+-") or lines[position + 1 : position + 2] == ["|"]
            piped = pipe_table(lines, position) if has_bar else None
            if piped is not None:
                blocks.append(piped[0])
                position = piped[1]
                continue
            if (end := behind_bars(lines, position)) > position:
                position = end
                continue
        if printed := line.strip():
            blocks.append(Paragraph(printed))
        position += 1
    return blocks


def table_of(rows: list[list[str]]) -> Table:
    """The rows as a table, the place of a cell being its rank."""
    return Table(
        tuple(
            Cell(row_no, col_no, text.strip())
            for row_no, row in enumerate(rows, start=1)
            for col_no, text in enumerate(row, start=1)
        )
    )


def has_tabbed_rows(lines: list[str], start: int) -> bool:
    """Whether most of the lines with a TAB, up to the next blank line, hold several cells."""
    single = several = 0
    for line in lines[start:]:
        if not line.strip("\n "):
            break
        if "\t" in line[1:]:
            several += 1
        elif line.startswith("\t"):
            single += 1
    return several > single


def tabbed_rows(lines: list[str], position: int) -> tuple[list[list[str]], int]:
    """The rows of the lines with a TAB from `position` on, and the position behind them."""
    rows: list[list[str]] = []
    while position < len(lines) and "\t" in lines[position]:
        rows.append(lines[position].lstrip("\f").split("\t"))
        position += 1
    if len(rows) > 1 and is_heading(rows[-1][-1]) and is_complete(rows[-1][-1]):
        # The next report starts right behind the last cell, without a line break of its own.
        lines[position - 1] = rows[-1].pop()
        position -= 1
    return rows, position


def _cell_table(lines: list[str], position: int) -> tuple[list[list[str]], int]:
    """The rows of a table in the second shape that starts at `position`, and the position behind it."""
    fragments: list[list[str]] = []
    row: list[str] = []
    after_blank = True
    for line in lines[position:]:
        if line.startswith("\t"):
            if after_blank:
                row = []
                fragments.append(row)
                after_blank = False
            row.append(line[1:])
        elif not line.strip():
            if line.startswith("\f"):
                break
            after_blank = True
        elif after_blank or line.startswith("\f") or is_heading(line):
            break
        else:
            row[-1] += "\n" + line
        position += 1
    return _join_fragments(fragments), position


def _join_fragments(fragments: list[list[str]]) -> list[list[str]]:
    """Put rows together again that a blank line inside a cell has cut.

    Two neighbours are one row when together they are as wide as a row beside them, neither is as wide as such a row
    itself, and the second starts with a figure or an operator, as no row of a form does, or both widths are unusual.
    """
    widths = Counter(len(fragment) for fragment in fragments)
    rows: list[list[str]] = []
    position = 0
    while position < len(fragments):
        row = fragments[position]
        position += 1
        while position < len(fragments) and _belong_together(
            row, fragments[position], rows, fragments, position, widths
        ):
            row = [*row, *fragments[position]]
            position += 1
        rows.append(row)
    return rows


def _belong_together(
    row: list[str],
    rest: list[str],
    before: list[list[str]],
    fragments: list[list[str]],
    position: int,
    widths: Counter[int],
) -> bool:
    together = len(row) + len(rest)
    neighbours = {len(other) for other in [*before[-2:], *fragments[position + 1 : position + 3]]}
    if together not in neighbours or widths[together] < 2:
        return False
    start = rest[0].strip()
    if cell_figure(start) is not None or (start and start[0] in _OPERATORS):
        return True
    if column_concept(start) == "level1":  # It begins the heading of the indicators.
        return False
    return widths[len(row)] == 1 and widths[len(rest)] == 1 and together > 3
