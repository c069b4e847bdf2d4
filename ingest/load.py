"""Load: what was read and understood of documents becomes rows of schema `raw`, verbatim and in bulk.

The record classes are the tables: columns and types follow from their fields. All rows of a document are replaced at
once inside one transaction, so loading twice changes nothing and a killed process leaves nothing half there.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from types import NoneType
from typing import Any, get_args, get_type_hints

import duckdb
import pyarrow as pa

from ingest import corrections, decisions, review_rules
from ingest.document import Document, Paragraph
from ingest.records import Evidence, Extraction

Content = dict[str, bytes]
"""The rows of one document by table, as Arrow writes them for another process; tables without rows are left out."""

_MONEY_DIGITS, _MONEY_DECIMALS = 28, 8
_SQL_TYPES: dict[Any, str] = {
    int: "INTEGER",
    str: "VARCHAR",
    bool: "BOOLEAN",
    Decimal: f"DECIMAL({_MONEY_DIGITS},{_MONEY_DECIMALS})",
    dt.date: "DATE",
}
_ARROW_TYPES: dict[str, pa.DataType] = {
    "INTEGER": pa.int32(),
    "BIGINT": pa.int64(),
    "VARCHAR": pa.string(),
    "BOOLEAN": pa.bool_(),
    _SQL_TYPES[Decimal]: pa.decimal128(_MONEY_DIGITS, _MONEY_DECIMALS),
    "DATE": pa.date32(),
    "TIMESTAMP": pa.timestamp("us"),
}
_LAST_DIGIT = Decimal(1).scaleb(-_MONEY_DECIMALS)


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """What became of one content: a row of `raw.documents`, `status` being loaded, partial or rejected."""

    document_id: str
    media_type: str
    encoding: str | None
    byte_size: int
    received_at: dt.datetime
    status: str
    reason: str | None
    report_count: int
    is_synthetic: bool
    reader_version: str


@dataclass(frozen=True, slots=True)
class NameRow:
    """One name under which a content came: a row of `raw.document_names`."""

    document_id: str
    source_name: str
    first_seen_at: dt.datetime


def _columns_of(record: type) -> dict[str, str]:
    columns: dict[str, str] = {}
    for name, hint in get_type_hints(record).items():
        if name == "TABLE":
            continue
        if hint is Evidence:
            columns |= _columns_of(Evidence)
        else:
            [plain] = [part for part in get_args(hint) or (hint,) if part is not NoneType]
            columns[name] = _SQL_TYPES[plain]
    return columns


_RECORD_LISTS: dict[str, Any] = {name: get_args(hint)[0] for name, hint in get_type_hints(Extraction).items()}
_RECORD_TABLES: dict[str, dict[str, str]] = {
    record.TABLE: {"document_id": "VARCHAR", "report_id": "VARCHAR"} | _columns_of(record)
    for record in _RECORD_LISTS.values()
}
_FIELDS = {record: tuple(field.name for field in dataclasses.fields(record)) for record in _RECORD_LISTS.values()}
_CELLS = {
    "document_id": "VARCHAR",
    "block_no": "INTEGER",
    "row_no": "INTEGER",
    "col_no": "INTEGER",
    "row_span": "INTEGER",
    "col_span": "INTEGER",
    "page_no": "INTEGER",
    "text": "VARCHAR",
}
_DERIVED_TABLES = _RECORD_TABLES | {"cells": _CELLS}
_DOCUMENTS = {
    "document_id": "VARCHAR",
    "media_type": "VARCHAR",
    "encoding": "VARCHAR",
    "byte_size": "BIGINT",
    "received_at": "TIMESTAMP",
    "status": "VARCHAR",
    "reason": "VARCHAR",
    "report_count": "INTEGER",
    "is_synthetic": "BOOLEAN",
    "reader_version": "VARCHAR",
}
_NAMES = {"document_id": "VARCHAR", "source_name": "VARCHAR", "first_seen_at": "TIMESTAMP"}
_KEPT_TABLES = {
    "documents": _DOCUMENTS,
    "document_names": _NAMES,
    "corrections": corrections.COLUMNS,
    "review_decisions": decisions.COLUMNS,
    "review_settings": review_rules.COLUMNS,
}


def prepare(connection: duckdb.DuckDBPyConnection) -> None:
    """Make the raw tables. One whose columns are of another time is made anew: the archive gives its rows again."""
    connection.execute("CREATE SCHEMA IF NOT EXISTS raw")
    for table, columns in _DERIVED_TABLES.items():
        found = connection.execute(
            "SELECT column_name, data_type FROM duckdb_columns() WHERE schema_name = 'raw' AND table_name = ? "
            "ORDER BY column_index",
            [table],
        ).fetchall()
        if found and dict(found) != columns:
            connection.execute(f"DROP TABLE raw.{table}")
    for table, columns in (_DERIVED_TABLES | _KEPT_TABLES).items():
        definition = ", ".join(f"{name} {kind}" for name, kind in columns.items())
        connection.execute(f"CREATE TABLE IF NOT EXISTS raw.{table} ({definition})")


def known_documents(connection: duckdb.DuckDBPyConnection) -> dict[str, DocumentRow]:
    """What is loaded, by document."""
    rows = connection.execute(f"SELECT {', '.join(_DOCUMENTS)} FROM raw.documents").fetchall()
    return {row[0]: DocumentRow(*row) for row in rows}


def coverage(connection: duckdb.DuckDBPyConnection) -> dict[str, tuple[int, int]]:
    """How many figures of a document were placed in a record, and how many were not."""
    rows = connection.execute(
        "SELECT document_id, count(*) FILTER (is_placed), count(*) FILTER (NOT is_placed) FROM ("
        " SELECT document_id, true AS is_placed FROM raw.amounts"
        " UNION ALL SELECT document_id, false FROM raw.unplaced_figures) GROUP BY document_id"
    ).fetchall()
    return {document_id: (placed, unplaced) for document_id, placed, unplaced in rows}


def known_names(connection: duckdb.DuckDBPyConnection) -> list[NameRow]:
    """Under which names it came, the earliest first."""
    rows = connection.execute(
        f"SELECT {', '.join(_NAMES)} FROM raw.document_names ORDER BY first_seen_at, source_name"
    ).fetchall()
    return [NameRow(*row) for row in rows]


def content(document_id: str, document: Document, extraction: Extraction) -> Content:
    """The rows of one document. A figure that no column can hold raises here, not in the batch."""
    tables = {"cells": _batch(_CELLS, _cells(document_id, document))}
    for name, record in _RECORD_LISTS.items():
        rows = [_row(document_id, record) for record in getattr(extraction, name)]
        tables[record.TABLE] = _batch(_RECORD_TABLES[record.TABLE], rows)
    return {table: batch.serialize().to_pybytes() for table, batch in tables.items() if batch.num_rows}


def replace(
    connection: duckdb.DuckDBPyConnection,
    documents: Sequence[DocumentRow],
    names: Sequence[NameRow],
    contents: Sequence[Content],
) -> None:
    """Put a batch of documents in the place of what was known of them, all or nothing."""
    arrived = [row.document_id for row in documents]
    connection.begin()
    try:
        known = connection.execute(
            "SELECT document_id FROM raw.documents WHERE document_id IN (SELECT unnest(?::VARCHAR[]))", [arrived]
        ).fetchall()
        for table in (*_DERIVED_TABLES, "documents"):
            _delete(connection, table, [document_id for (document_id,) in known])
        for table, columns in _DERIVED_TABLES.items():
            schema = _schema(columns)
            packed = [content[table] for content in contents if table in content]
            _insert(connection, table, [pa.ipc.read_record_batch(pa.py_buffer(rows), schema) for rows in packed])
        _insert(connection, "documents", [_batch(_DOCUMENTS, [dataclasses.astuple(row) for row in documents])])
        _insert(connection, "document_names", [_batch(_NAMES, [dataclasses.astuple(row) for row in names])])
        connection.commit()
    except BaseException:
        connection.rollback()
        raise


def remove(connection: duckdb.DuckDBPyConnection, document_ids: Iterable[str]) -> None:
    """Take documents out with all that came of them and with their names, all or nothing."""
    leaving = list(document_ids)
    if not leaving:
        return
    connection.begin()
    try:
        for table in (*_DERIVED_TABLES, "documents", "document_names"):
            _delete(connection, table, leaving)
        connection.commit()
    except BaseException:
        connection.rollback()
        raise


def _row(document_id: str, record: Any) -> tuple[Any, ...]:
    values: list[Any] = [document_id]
    values.append(None if record.report_no is None else f"{document_id[:16]}-{record.report_no:02d}")
    for name in _FIELDS[type(record)]:
        value = getattr(record, name)
        if isinstance(value, Evidence):
            values += (value.block_no, value.row_no, value.col_no, value.page_no, value.quote)
            continue
        if isinstance(value, Decimal):
            if value.adjusted() >= _MONEY_DIGITS - _MONEY_DECIMALS:
                raise OverflowError(f"{name} {value} has more digits than a figure can have")
            value = value.quantize(_LAST_DIGIT)
        values.append(value)
    return tuple(values)


def _cells(document_id: str, document: Document) -> Iterator[tuple[Any, ...]]:
    for block_no, block in enumerate(document.blocks, start=1):
        if isinstance(block, Paragraph):
            yield document_id, block_no, None, None, None, None, block.page, block.text
            continue
        for cell in block.cells:
            yield document_id, block_no, cell.row, cell.col, cell.row_span, cell.col_span, cell.page, cell.text


def _batch(columns: dict[str, str], rows: Iterable[tuple[Any, ...]]) -> pa.RecordBatch:
    values = list(zip(*rows, strict=True)) or [()] * len(columns)
    schema = _schema(columns)
    arrays = [pa.array(column, kind) for column, kind in zip(values, schema.types, strict=True)]
    return pa.RecordBatch.from_arrays(arrays, schema=schema)


def _schema(columns: dict[str, str]) -> pa.Schema:
    return pa.schema([(name, _ARROW_TYPES[kind]) for name, kind in columns.items()])


def _delete(connection: duckdb.DuckDBPyConnection, table: str, document_ids: Sequence[str]) -> None:
    if document_ids:
        connection.execute(
            f"DELETE FROM raw.{table} WHERE document_id IN (SELECT unnest(?::VARCHAR[]))", [document_ids]
        )


def _insert(connection: duckdb.DuckDBPyConnection, table: str, batches: Sequence[pa.RecordBatch]) -> None:
    if not any(batch.num_rows for batch in batches):
        return
    connection.register("incoming", pa.Table.from_batches(batches).combine_chunks())
    connection.execute(f"INSERT INTO raw.{table} BY NAME SELECT * FROM incoming")
    connection.unregister("incoming")
