"""A query that runs beside the page, so that it can be watched and cancelled."""

from __future__ import annotations

import threading
import time

from dashboard.access import Gate, NothingPublished, QueryFailed, QueryRefused, Result


class Running:
    """One query on its way. `result` or `failure` is there once it is done; `why` as the gate names the reason."""

    def __init__(self, gate: Gate, sql: str, *, rows: int, seconds: float) -> None:
        self.sql = sql
        self.result: Result | None = None
        self.failure: str | None = None
        self.why: str | None = None
        self.started = time.monotonic()
        self._cancelled = threading.Event()
        self._thread = threading.Thread(target=self._run, args=(gate, rows, seconds), daemon=True)
        self._thread.start()

    @property
    def is_done(self) -> bool:
        return not self._thread.is_alive()

    @property
    def seconds(self) -> float:
        """How long it has been running."""
        return time.monotonic() - self.started

    def wait(self, seconds: float) -> bool:
        """Wait a moment; whether it is done."""
        self._thread.join(seconds)
        return self.is_done

    def cancel(self) -> None:
        self._cancelled.set()

    def _run(self, gate: Gate, rows: int, seconds: float) -> None:
        try:
            self.result = gate.query(self.sql, rows=rows, seconds=seconds, cancelled=self._cancelled)
        except (QueryFailed, QueryRefused) as error:
            self.failure, self.why = str(error), error.why
        except NothingPublished as error:
            self.failure = str(error)
