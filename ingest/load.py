"""Load: what was read and understood of documents becomes rows of schema `raw`, verbatim and in bulk.

All rows of a document are replaced at once inside one transaction, so loading twice changes nothing and a killed
process leaves nothing half there.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from operator import attrgetter
from typing import Any

import duckdb
import polars as pl

from ingest import corrections, decisions, raw_rows, review_rules, roster
from ingest.home import Home
from ingest.raw_rows import Content
from ingest.whereabouts import PlaceRow

_FRAME_TYPES: dict[str, pl.DataType] = {
    "INTEGER": pl.Int32(),
    "BIGINT": pl.Int64(),
    "VARCHAR": pl.String(),
    "BOOLEAN": pl.Boolean(),
    "DATE": pl.Date(),
    "DOUBLE": pl.Float64(),
    "TIMESTAMP": pl.Datetime("us"),
    raw_rows.DECIMAL: pl.Decimal(raw_rows.DIGITS, raw_rows.DECIMALS),
}


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """What became of one content: a row of `raw.documents`, `status` being loaded, partial or rejected; `cause` is a
    `Cause` where another try may end otherwise."""

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
    cause: str | None = None


@dataclass(frozen=True, slots=True)
class NameRow:
    """One name under which a content came: a row of `raw.document_names`."""

    document_id: str
    source_name: str
    first_seen_at: dt.datetime


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
    "cause": "VARCHAR",
}
_NAMES = {"document_id": "VARCHAR", "source_name": "VARCHAR", "first_seen_at": "TIMESTAMP"}
_PLACES = {"place": "VARCHAR", "position": "INTEGER", "document_id": "VARCHAR", "seen_at": "TIMESTAMP"}
_KEPT_TABLES = {
    "documents": _DOCUMENTS,
    "document_names": _NAMES,
    "document_places": _PLACES,
    "corrections": corrections.COLUMNS,
    "review_decisions": decisions.COLUMNS,
    "review_settings": review_rules.COLUMNS,
    "roster": roster.COLUMNS,
}


def opened(home: Home) -> duckdb.DuckDBPyConnection:
    """The work file, to write to. A new one is made under another name and gets its own once it is whole, so that a
    process killed meanwhile leaves no half-made database."""
    if not home.work_file.exists():
        unfinished = home.work_file.with_name(f"unfinished-{home.work_file.name}")
        unfinished.unlink(missing_ok=True)
        duckdb.connect(str(unfinished)).close()
        unfinished.replace(home.work_file)
    return duckdb.connect(str(home.work_file))


def prepare(connection: duckdb.DuckDBPyConnection) -> None:
    """Make the raw tables. Of those of another time, one that the archive gives again is made anew; the others get the
    columns that they lack."""
    connection.execute("CREATE SCHEMA IF NOT EXISTS raw")
    there: dict[str, dict[str, str]] = {}
    for table, column, kind in connection.execute(
        "SELECT table_name, column_name, data_type FROM duckdb_columns() WHERE schema_name = 'raw'"
    ).fetchall():
        there.setdefault(table, {})[column] = kind
    for table, columns in raw_rows.TABLES.items():
        if table in there and there[table] != columns:
            connection.execute(f"DROP TABLE raw.{table}")
    for table in _KEPT_TABLES.keys() & there.keys():
        for column in _KEPT_TABLES[table].keys() - there[table].keys():
            connection.execute(f"ALTER TABLE raw.{table} ADD COLUMN {column} {_KEPT_TABLES[table][column]}")
    for table, columns in (raw_rows.TABLES | _KEPT_TABLES).items():
        definition = ", ".join(f"{name} {kind}" for name, kind in columns.items())
        connection.execute(f"CREATE TABLE IF NOT EXISTS raw.{table} ({definition})")


def known_documents(connection: duckdb.DuckDBPyConnection) -> dict[str, DocumentRow]:
    """What is loaded, by document."""
    return {row[0]: DocumentRow(*row) for row in _rows(connection, "documents", _DOCUMENTS)}


def coverage(connection: duckdb.DuckDBPyConnection) -> dict[str, tuple[int, int]]:
    """How many figures of a document were placed in a record, and how many were not or stand where nothing was
    understood."""
    rows = connection.execute(
        "SELECT document_id, count(*) FILTER (is_placed), count(*) FILTER (NOT is_placed) FROM ("
        " SELECT document_id, true AS is_placed FROM raw.amounts"
        " UNION ALL SELECT document_id, true FROM raw.ledger_figures"
        " UNION ALL SELECT document_id, false FROM raw.unplaced_figures"
        " UNION ALL SELECT document_id, false FROM raw.notices WHERE kind = 'not_understood') GROUP BY document_id"
    ).fetchall()
    return {document_id: (placed, unplaced) for document_id, placed, unplaced in rows}


def known_names(connection: duckdb.DuckDBPyConnection) -> list[NameRow]:
    """Under which names it came, the earliest first."""
    rows = [NameRow(*row) for row in _rows(connection, "document_names", _NAMES)]
    return sorted(rows, key=lambda row: (row.first_seen_at, row.source_name))


def known_places(connection: duckdb.DuckDBPyConnection) -> list[PlaceRow]:
    """What was seen at which place."""
    return [PlaceRow(*row) for row in _rows(connection, "document_places", _PLACES)]


def replace(
    connection: duckdb.DuckDBPyConnection,
    documents: Sequence[DocumentRow],
    names: Sequence[NameRow],
    places: Sequence[PlaceRow],
    contents: Sequence[Content],
) -> None:
    """Put a batch of documents in the place of what was known of them, all or nothing."""
    arrived = [row.document_id for row in documents]
    connection.begin()
    try:
        known = connection.execute(
            "SELECT document_id FROM raw.documents WHERE document_id IN (SELECT unnest(?::VARCHAR[]))", [arrived]
        ).fetchall()
        for table in (*raw_rows.TABLES, "documents"):
            _delete(connection, table, [document_id for (document_id,) in known])
        for table, columns in raw_rows.TABLES.items():
            packed = [raw_rows.unpacked(content[table]) for content in contents if table in content]
            _insert(
                connection, table, columns, [list(chain.from_iterable(parts)) for parts in zip(*packed, strict=True)]
            )
        _insert(connection, "documents", _DOCUMENTS, _turned(documents, _DOCUMENTS))
        _insert(connection, "document_names", _NAMES, _turned(names, _NAMES))
        _insert(connection, "document_places", _PLACES, _turned(places, _PLACES))
        connection.commit()
    except BaseException:
        connection.rollback()
        raise


def remove(connection: duckdb.DuckDBPyConnection, document_ids: Iterable[str]) -> None:
    """Take documents out with all that came of them, with their names and places, all or nothing."""
    leaving = list(document_ids)
    if not leaving:
        return
    connection.begin()
    try:
        for table in (*raw_rows.TABLES, "documents", "document_names", "document_places"):
            _delete(connection, table, leaving)
        connection.commit()
    except BaseException:
        connection.rollback()
        raise


def _rows(connection: duckdb.DuckDBPyConnection, table: str, columns: dict[str, str]) -> list[tuple[Any, ...]]:
    """All rows of a table. What a file of an earlier version lacks is NULL: published ones are not brought up to
    date."""
    there = connection.execute(
        "SELECT column_name FROM duckdb_columns() WHERE schema_name = 'raw' AND table_name = ?", [table]
    ).fetchall()
    named = ", ".join(name if (name,) in there else f"NULL AS {name}" for name in columns)
    return connection.execute(f"SELECT {named} FROM raw.{table}").fetchall() if there else []


def _delete(connection: duckdb.DuckDBPyConnection, table: str, document_ids: Sequence[str]) -> None:
    if document_ids:
        connection.execute(
            f"DELETE FROM raw.{table} WHERE document_id IN (SELECT unnest(?::VARCHAR[]))", [document_ids]
        )


def _turned(rows: Sequence[DocumentRow | NameRow | PlaceRow], columns: dict[str, str]) -> raw_rows.Columns:
    return [list(map(attrgetter(name), rows)) for name in columns] if rows else []


def _insert(
    connection: duckdb.DuckDBPyConnection, table: str, columns: dict[str, str], values: raw_rows.Columns
) -> None:
    if not values:
        return
    schema = {name: _FRAME_TYPES[kind] for name, kind in columns.items()}
    connection.register("incoming", pl.DataFrame(values, schema, orient="col"))
    connection.execute(f"INSERT INTO raw.{table} BY NAME SELECT * FROM incoming")
    connection.unregister("incoming")
