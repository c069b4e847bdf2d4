"""Comma-, semicolon- or TAB-separated values: one table, a record a row."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Sequence
from itertools import islice
from typing import Literal

from ingest.document import Block, Document, Table, Unreadable
from ingest.readers.decoding import decode
from ingest.readers.sheets.grid import Sheet, blocks

_DELIMITERS = (",", "\t", ";", "|")
_LONGEST_FIELD = 10_000_000
_SAMPLE = 200
_MOSTLY = 0.6
"""The share of records that are as wide as most, at least, where fields keep their places."""


def read_bytes(data: bytes) -> Document:
    """The document in the bytes of a delimited file. Raises `Unreadable` where they are no text or hold nothing."""
    content, encoding = decode(data)
    content = content.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    first, _, rest = content.partition("\n")
    if first.lower().startswith("sep=") and len(first) == 5:
        records = _records(rest, first[4])
    else:
        records = _records(content, _delimiter(content))
    sheet = Sheet("")
    for row_no, record in enumerate(records, start=1):
        for col_no, text in enumerate(record, start=1):
            sheet.put(row_no, col_no, text)
    widths = [len(record) for record in records]
    return Document(tuple(_as_wide(block, widths) for block in blocks([sheet])), "text/csv", encoding)


def _as_wide(block: Block, widths: Sequence[int]) -> Block:
    """A table with hardly two records of one width, as where merged cells have left no trace, with the cells of each
    alone: their places are but ranks in the row."""
    several = [width for width in widths if width > 1]
    usual = Counter(several).most_common(1)[0][1] if several else 0
    if not isinstance(block, Table) or usual >= _MOSTLY * len(several):
        return block
    return Table(tuple(cell for cell in block.cells if cell.col <= widths[cell.row - 1]))


def _records(content: str, delimiter: str) -> list[list[str]]:
    """All records; where a quotation mark is never closed, such marks are taken for text."""
    csv.field_size_limit(_LONGEST_FIELD)
    try:
        return list(csv.reader(io.StringIO(content), delimiter=delimiter, strict=True))
    except csv.Error:
        pass
    try:
        return list(csv.reader(io.StringIO(content), delimiter=delimiter, quoting=csv.QUOTE_NONE))
    except csv.Error as error:
        raise Unreadable(
            "表格文本无法分列，请另存为 .xlsx / the separated values cannot be told apart; save the file as .xlsx"
        ) from error


def _delimiter(content: str) -> str:
    """The candidate that cuts most of the first records into the same number of fields, with quotation marks closed."""

    def evenness(delimiter: str, quoting: Literal[0, 3]) -> tuple[int, int]:
        reader = csv.reader(io.StringIO(content), delimiter=delimiter, strict=True, quoting=quoting)
        try:
            widths = Counter(len(record) for record in islice(reader, _SAMPLE) if len(record) > 1)
        except csv.Error:
            return 0, 0
        width, records = widths.most_common(1)[0] if widths else (0, 0)
        return records, width

    csv.field_size_limit(_LONGEST_FIELD)
    return max(
        _DELIMITERS, key=lambda delimiter: (evenness(delimiter, csv.QUOTE_MINIMAL), evenness(delimiter, csv.QUOTE_NONE))
    )
