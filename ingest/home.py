"""A home: one place with its reports, their archive and their warehouse. Two homes never share anything."""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
LOCK_WAIT_SECONDS = 10.0


class HomeBusy(Exception):
    """Another process writes to this home."""


@dataclass(frozen=True, slots=True)
class Home:
    """The paths of one home; nothing of a home is ever written outside `root`."""

    root: Path

    @classmethod
    def at(cls, given: Path | str | None = None) -> Home:
        """The home that was asked for, else the one that JIXIAO_HOME names, else `data/` of the checkout."""
        return cls(Path(given or os.environ.get("JIXIAO_HOME") or CHECKOUT / "data").resolve())

    @property
    def inbox(self) -> Path:
        """Where the user puts reports."""
        return self.root / "inbox"

    @property
    def archive(self) -> Path:
        """Copies of the loaded bytes, named by their hash."""
        return self.root / "archive"

    @property
    def corrections(self) -> Path:
        """What a person has put right, as YAML."""
        return self.root / "corrections"

    @property
    def review_rules(self) -> Path:
        """What this home sets otherwise for the review's rules."""
        return self.root / "review_rules.csv"

    @property
    def withdrawn(self) -> Path:
        """The list of withdrawn documents."""
        return self.root / "withdrawn.yml"

    @property
    def decisions(self) -> Path:
        """The log of what reviewers decided."""
        return self.root / "decisions.jsonl"

    @property
    def warehouse(self) -> Path:
        return self.root / "warehouse"

    @property
    def work_file(self) -> Path:
        """The database that load and dbt write; readers never open it."""
        return self.warehouse / "work.duckdb"

    @property
    def generations(self) -> Path:
        """The published databases, each under its own name."""
        return self.warehouse / "generations"

    @property
    def pointer(self) -> Path:
        """Names the published generation that counts."""
        return self.warehouse / "current.json"

    @property
    def logs(self) -> Path:
        return self.warehouse / "logs"

    @property
    def _lock(self) -> Path:
        return self.warehouse / "lock"

    @property
    def holds_samples(self) -> bool:
        """Whether a marker file `samples` labels everything here as samples."""
        return (self.root / "samples").is_file()

    def archived(self, document_id: str, suffix: str = "") -> Path:
        """Where a copy of the bytes with this hash is kept; readers tell formats by the suffix."""
        return self.archive / document_id[:2] / f"{document_id}{suffix.lower()}"

    def prepare(self) -> None:
        """Make the folders that are missing."""
        for folder in (self.inbox, self.archive, self.generations, self.logs):
            folder.mkdir(parents=True, exist_ok=True)

    @contextmanager
    def writing(self, wait_seconds: float | None = None) -> Iterator[None]:
        """Be the only writer; wait a little for another one, then raise `HomeBusy`.

        The lock is the kernel's, so a killed process leaves none behind.
        """
        self.prepare()
        deadline = time.monotonic() + (LOCK_WAIT_SECONDS if wait_seconds is None else wait_seconds)
        with self._lock.open("a+") as lock:
            while True:
                try:
                    fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                    break
                except BlockingIOError:
                    if time.monotonic() >= deadline:
                        lock.seek(0)
                        raise HomeBusy(
                            f"{self.root} is in use by another jixiao (process {lock.read().strip() or 'unknown'}); "
                            "try again when it is done"
                        ) from None
                    time.sleep(0.1)
            lock.truncate(0)
            lock.write(str(os.getpid()))
            lock.flush()
            yield

    @contextmanager
    def reading(self) -> Iterator[str | None]:
        """Keep writers out for a moment, or, without waiting, give the process of the one that is at work."""
        try:
            lock = self._lock.open()
        except FileNotFoundError:
            yield None
            return
        with lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_SH | fcntl.LOCK_NB)
            except BlockingIOError:
                yield lock.read().strip() or "unknown"
            else:
                yield None
