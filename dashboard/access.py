"""The gate: the one way in which anything reads the published warehouse.

Each generation is opened once per process, read-only, without access to files or the network, with its configuration
locked and with limits on memory, threads, time and rows; it is closed when nobody reads it and a newer one counts.
A query is exactly one reading statement. Statements are looked at before they run because locking is not enough:
temporary tables, several statements at once and `EXPLAIN ANALYZE COPY` to the database's own log would still pass.
"""

from __future__ import annotations

import re
import threading
import time
import warnings
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

import duckdb
import polars as pl
from duckdb import StatementType

from dashboard.deadlines import Deadlines
from ingest.home import Home
from ingest.publish import Generation, current

if TYPE_CHECKING:  # Importing it takes a quarter of a second, which only who queries needs to wait for.
    import pyarrow as pa

Parameters = Sequence[object] | Mapping[str, object] | None

_Configuration = dict[str, str | bool | int | float | list[str]]
_LOCKED_DOWN: _Configuration = {
    "enable_external_access": False,
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "allow_community_extensions": False,
    "python_enable_replacements": False,
    "temp_directory": "",
    "lock_configuration": True,
}
_EXPLAIN = re.compile(r"\s*EXPLAIN\b(\s+ANALYZE\b|\s*\([^()]*\))?", re.IGNORECASE)
_deadlines = Deadlines()
warnings.filterwarnings("ignore", "Arrow output on a DB-API result makes an extra copy", UserWarning)


class _NoAnswer(Exception):
    """No answer. `why` names the reason, for a page to tell in its own language: statements | pivot | kind | time |
    cancelled | memory; None where only the database's message says it."""

    def __init__(self, message: str = "", why: str | None = None) -> None:
        super().__init__(message)
        self.why = why


class QueryRefused(_NoAnswer):
    """The text is not one reading statement."""


class QueryFailed(_NoAnswer):
    """The statement could not be run; the message says why."""


class QueryStopped(QueryFailed):
    """The statement took more time or memory than it may."""


class NothingPublished(Exception):
    """The home has no generation to read."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one query may take."""

    rows: int = 100_000
    seconds: float = 30.0
    memory: str = "1GB"
    threads: int = 2


@dataclass(frozen=True, slots=True)
class Result:
    """The rows of a query. `truncated` says that there were more than the limit; `generation` which state was read."""

    frame: pl.DataFrame
    truncated: bool
    generation: str
    seconds: float


@dataclass(slots=True)
class _Opened:
    """A generation that is open; `idle` are sessions on it that nobody uses now."""

    generation: Generation
    connection: duckdb.DuckDBPyConnection
    readers: int = 0
    idle: list[duckdb.DuckDBPyConnection] = field(default_factory=list)

    def session(self) -> duckdb.DuckDBPyConnection:
        if self.idle:
            return self.idle.pop()
        session = self.connection.cursor()
        session.execute("USE marts")
        return session

    def close(self) -> None:
        for session in self.idle:
            session.close()
        self.connection.close()


class Gate:
    """The way into one home. Safe to share between threads."""

    def __init__(self, home: Home, limits: Limits | None = None) -> None:
        self.home = home
        self.limits = limits or Limits()
        self._opened: dict[str, _Opened] = {}
        self._lock = threading.Lock()

    def generation(self) -> Generation:
        """The generation that the next query will read; raises `NothingPublished`."""
        generation = current(self.home)
        if generation is None:
            raise NothingPublished(f"nothing has been published in {self.home.root} yet; run: jixiao refresh")
        return generation

    def query(
        self,
        sql: str,
        params: Parameters = None,
        *,
        rows: int | None = None,
        seconds: float | None = None,
        cancelled: threading.Event | None = None,
        of: Generation | None = None,
    ) -> Result:
        """Run one SELECT, EXPLAIN or DESCRIBE on the current generation, schema `marts` being on the search path.

        `params` fill `?` (a sequence) or `$name` (a mapping); `rows` and `seconds` replace the gate's limits; the query
        ends soon after `cancelled` is set; `of` names another generation that is kept.
        """
        limit = self.limits.rows if rows is None else rows
        started = time.monotonic()
        with self._reading(of) as (generation, connection):
            statement = _one_reading_statement(connection, sql)
            with _deadlines.within(
                connection, self.limits.seconds if seconds is None else seconds, cancelled
            ) as overdue:
                frame = _fetch(connection, statement, params, limit + 1, overdue)
        return Result(frame.head(limit), frame.height > limit, generation.id, time.monotonic() - started)

    def close(self) -> None:
        """Close what nobody reads."""
        with self._lock:
            self._close_unread(keep=None)

    @contextmanager
    def _reading(self, of: Generation | None = None) -> Iterator[tuple[Generation, duckdb.DuckDBPyConnection]]:
        """A session of its own on a generation, the current one where none is named, counted as long as it lasts. It
        is used again, unless something went wrong in it."""
        with self._lock:
            opened = self._open(of or self.generation())
            if of is None:
                self._close_unread(keep=opened.generation.id)
            opened.readers += 1
            session = opened.session()
        try:
            yield opened.generation, session
        except BaseException:
            session.close()
            raise
        else:
            opened.idle.append(session)
        finally:
            with self._lock:
                opened.readers -= 1

    def _open(self, generation: Generation) -> _Opened:
        if generation.id not in self._opened:
            if not generation.path.is_file():
                raise NothingPublished(f"the published file {generation.path} is gone; run: jixiao refresh")
            limits: _Configuration = {"memory_limit": self.limits.memory, "threads": self.limits.threads}
            connection = duckdb.connect(str(generation.path), read_only=True, config=_LOCKED_DOWN | limits)
            self._opened[generation.id] = _Opened(generation, connection)
        return self._opened[generation.id]

    def _close_unread(self, keep: str | None) -> None:
        for opened in list(self._opened.values()):
            if opened.readers == 0 and opened.generation.id != keep:
                opened.close()
                del self._opened[opened.generation.id]


@lru_cache
def gate(home: Home) -> Gate:
    """The process's one gate into a home."""
    return Gate(home)


def query(sql: str, params: Parameters = None) -> pl.DataFrame:
    """The rows of a query on the home that JIXIAO_HOME names (default: `data/`)."""
    return gate(Home.at()).query(sql, params).frame


def _one_reading_statement(connection: duckdb.DuckDBPyConnection, sql: str) -> str:
    """The text of the one statement, when it only reads; else `QueryRefused`."""
    statements = _parsed(connection, sql)
    if len(statements) != 1:
        raise QueryRefused(f"exactly one statement is allowed, here are {len(statements)}", "statements")
    text = statements[0].query
    kind = statements[0].type
    if kind == StatementType.EXPLAIN:
        explained = _parsed(connection, _EXPLAIN.sub("", text, count=1))
        kind = explained[0].type if len(explained) == 1 else kind
    if kind == StatementType.MULTI:
        raise QueryRefused("PIVOT needs its values spelt out here: PIVOT … ON column IN (value, …) USING …", "pivot")
    if kind != StatementType.SELECT:
        raise QueryRefused(f"only SELECT, DESCRIBE and EXPLAIN of a SELECT are allowed, not {kind.name}", "kind")
    return text


def _parsed(connection: duckdb.DuckDBPyConnection, sql: str) -> list[duckdb.Statement]:
    try:
        return connection.extract_statements(sql)
    except duckdb.Error as error:
        raise QueryFailed(str(error)) from None


def _fetch(
    connection: duckdb.DuckDBPyConnection, sql: str, params: Parameters, rows: int, overdue: threading.Event
) -> pl.DataFrame:
    try:
        table = _table(connection, sql, params, rows)
    except duckdb.InterruptException:
        why = "time" if overdue.is_set() else "cancelled"
        reason = "it took longer than allowed; narrow it down" if overdue.is_set() else "it was cancelled"
        raise QueryStopped(f"the query was stopped: {reason}", why) from None
    except duckdb.OutOfMemoryException:
        raise QueryStopped("the query took more memory than it may; narrow it down", "memory") from None
    except duckdb.Error as error:
        advice = "\n\nSHOW TABLES lists the tables." if "Table with name" in str(error) else ""
        raise QueryFailed(f"{error}{advice}") from None
    try:
        return pl.DataFrame(pl.from_arrow(table))
    except pl.exceptions.PolarsError as error:
        raise QueryFailed(f"a column's type cannot be shown, cast it to VARCHAR: {error}") from None


def _table(connection: duckdb.DuckDBPyConnection, sql: str, params: Parameters, rows: int) -> pa.Table:
    """The first `rows` rows. A relation, which DuckDB plans twice, is made only of what cannot stand in brackets, as
    EXPLAIN. What is wrong is asked once more by itself, for the error to quote it as written, with the place."""
    try:
        connection.execute(f"FROM ({sql}\n) LIMIT {rows}", params)
        return connection.to_arrow_table()
    except (duckdb.ParserException, duckdb.BinderException, duckdb.CatalogException, duckdb.ConversionException):
        try:
            return connection.sql(sql, params=params).limit(rows).to_arrow_table()
        except duckdb.Error:
            connection.execute(sql, params)
            raise
