"""The rows of one document for schema `raw`: made by the processes that read, written by `load`.

The record classes are the tables: columns and types follow from their fields. A record gives all its
fields in one call, which costs far less than field by field, and nothing here needs the database or its libraries.
"""

from __future__ import annotations

import datetime as dt
import pickle
from array import array
from collections.abc import Sequence
from decimal import Context, Decimal, InvalidOperation
from operator import attrgetter
from types import NoneType
from typing import Any, get_args, get_type_hints

from ingest.document import Document, Paragraph
from ingest.records import Evidence, Extraction

Content = dict[str, bytes]
"""The rows of one document by table, packed for another process; tables without rows are left out."""

Columns = list[Sequence[Any]]

DIGITS, DECIMALS = 28, 8
DECIMAL = f"DECIMAL({DIGITS},{DECIMALS})"
_SQL_TYPES: dict[Any, str] = {
    int: "INTEGER",
    str: "VARCHAR",
    bool: "BOOLEAN",
    Decimal: DECIMAL,
    dt.date: "DATE",
}
_LAST_DIGIT = Decimal(1).scaleb(-DECIMALS)
_EXACT = Context(prec=DIGITS)
_KEYS = {"document_id": "VARCHAR", "report_id": "VARCHAR"}


def _fields_of(record: type, path: str = "") -> dict[str, tuple[str, str]]:
    """The fields of a record class by column: their SQL type, and the path to them from a record."""
    fields: dict[str, tuple[str, str]] = {}
    for name, hint in get_type_hints(record).items():
        if name == "TABLE":
            continue
        if hint is Evidence:
            fields |= _fields_of(Evidence, f"{name}.")
        else:
            [plain] = [part for part in get_args(hint) or (hint,) if part is not NoneType]
            fields[name] = _SQL_TYPES[plain], path + name
    return fields


_RECORD_LISTS: dict[str, Any] = {name: get_args(hint)[0] for name, hint in get_type_hints(Extraction).items()}
_FIELDS = {record: _fields_of(record) for record in _RECORD_LISTS.values()}
_ALL_OF = {record: attrgetter(*(path for _, path in fields.values())) for record, fields in _FIELDS.items()}
_CELLS = {
    "document_id": "VARCHAR",
    "block_no": "INTEGER",
    "row_no": "INTEGER",
    "col_no": "INTEGER",
    "row_span": "INTEGER",
    "col_span": "INTEGER",
    "page_no": "INTEGER",
    "text": "VARCHAR",
    "stored_value": "DOUBLE",
}
TABLES: dict[str, dict[str, str]] = {
    record.TABLE: _KEYS | {name: kind for name, (kind, _) in fields.items()} for record, fields in _FIELDS.items()
} | {"cells": _CELLS}
"""The tables that come of reading alone, with the SQL types of their columns."""


def content(document_id: str, document: Document, extraction: Extraction) -> Content:
    """The rows of one document. What no column can hold raises here, not in the batch."""
    tables: dict[str, Columns] = {"cells": _cells(document_id, document)}
    for name, record in _RECORD_LISTS.items():
        records = getattr(extraction, name)
        if records:
            tables[record.TABLE] = [*_keys(document_id, records), *_values(record, records)]
    for table, columns in tables.items():
        for (name, kind), values in zip(TABLES[table].items(), columns, strict=False):
            if name not in _KEYS:
                _check(kind, values)
    return {table: pickle.dumps(columns) for table, columns in tables.items() if columns}


def unpacked(rows: bytes) -> Columns:
    """The columns of a table that `content` packed."""
    columns: Columns = pickle.loads(rows)
    return columns


def _keys(document_id: str, records: Sequence[Any]) -> Columns:
    numbers = [record.report_no for record in records]
    ids = {number: f"{document_id[:16]}-{number:02d}" for number in set(numbers) if number is not None}
    return [[document_id] * len(records), [ids.get(number) for number in numbers]]


def _values(record: type, records: Sequence[Any]) -> Columns:
    columns = zip(*map(_ALL_OF[record], records), strict=True)
    return [
        _rounded(name, values) if kind == DECIMAL else values
        for (name, (kind, _)), values in zip(_FIELDS[record].items(), columns, strict=True)
    ]


def _rounded(name: str, figures: Sequence[Decimal | None]) -> list[Decimal | None]:
    try:
        return [None if figure is None else figure.quantize(_LAST_DIGIT, context=_EXACT) for figure in figures]
    except InvalidOperation as error:
        longest = max(filter(None, figures), key=Decimal.adjusted)
        raise OverflowError(f"{name} {longest} has more digits than a figure can have") from error


def _cells(document_id: str, document: Document) -> Columns:
    block_nos: list[int] = []
    cells: list[tuple[Any, ...]] = []
    for block_no, block in enumerate(document.blocks, start=1):
        own = [(None, None, block.text, None, None, block.page, None)] if isinstance(block, Paragraph) else block.cells
        block_nos += [block_no] * len(own)
        cells += own
    if not cells:
        return []
    rows, cols, texts, row_spans, col_spans, pages, stored = zip(*cells, strict=True)
    return [[document_id] * len(cells), block_nos, rows, cols, row_spans, col_spans, pages, texts, stored]


def _check(kind: str, values: Sequence[Any]) -> None:
    """Raise where a frame would: for what is no text, and for whole numbers beyond their 32 bits."""
    if kind in {"VARCHAR", "INTEGER"}:
        present = filter(None, values)
        if kind == "VARCHAR":
            "".join(present).encode()
        else:
            array("i", present)
