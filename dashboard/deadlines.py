"""Queries end when their time is over or when they are cancelled: one thread looks after all that run in a process."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import duckdb

_LOOKS_EVERY_SECONDS = 0.05


@dataclass(eq=False, slots=True)
class _Query:
    connection: duckdb.DuckDBPyConnection
    end: float
    cancelled: threading.Event | None
    overdue: threading.Event = field(default_factory=threading.Event)

    def interrupt_when_over(self) -> None:
        if time.monotonic() >= self.end:
            self.overdue.set()
        if self.overdue.is_set() or (self.cancelled is not None and self.cancelled.is_set()):
            self.connection.interrupt()


class Deadlines:
    """Interrupts connections, again and again while they run: an interrupt that is sent too early would be lost."""

    def __init__(self) -> None:
        self._running: set[_Query] = set()
        self._changed = threading.Condition()
        self._watcher: threading.Thread | None = None

    @contextmanager
    def within(
        self, connection: duckdb.DuckDBPyConnection, seconds: float, cancelled: threading.Event | None = None
    ) -> Iterator[threading.Event]:
        """Let the connection run for so long and until `cancelled` is set; gives the event that the time was over."""
        query = _Query(connection, time.monotonic() + seconds, cancelled)
        with self._changed:
            self._running.add(query)
            if self._watcher is None:
                self._watcher = threading.Thread(target=self._watch, daemon=True)
                self._watcher.start()
            self._changed.notify()
        try:
            yield query.overdue
        finally:
            with self._changed:
                self._running.remove(query)

    def _watch(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._running)
                self._interrupt_those_over()
            time.sleep(_LOOKS_EVERY_SECONDS)

    def _interrupt_those_over(self) -> None:
        """Apart from the loop, whose frame outlives the interpreter and must hold no connection."""
        for query in self._running:
            query.interrupt_when_over()
