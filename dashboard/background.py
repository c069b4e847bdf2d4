"""Work that goes on while the pages stay readable: one `jixiao` command at a time for each home."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ingest import events
from ingest.home import CHECKOUT, Home

_COMMAND = (sys.executable, "-c", "from ingest.cli import app; app()")
_jobs: dict[Path, Job] = {}
_lock = threading.Lock()


@dataclass(frozen=True, slots=True)
class Job:
    """One run of a command, the files that it was given, and what it has said so far."""

    process: subprocess.Popen[bytes]
    log: Path
    events_file: Path
    files: tuple[str, ...] = ()

    @property
    def is_running(self) -> bool:
        return self.process.poll() is None

    @property
    def exit_code(self) -> int | None:
        """The exit status as the command documents it; None while it runs."""
        return self.process.poll()

    @property
    def said(self) -> str:
        return self.log.read_text(encoding="utf-8", errors="replace")

    @property
    def events(self) -> list[dict[str, Any]]:
        """How far it is, see `ingest.events`."""
        return events.read(self.events_file)


def start(home: Home, command: str, *options: str, files: Sequence[Path] = ()) -> Job:
    """Run `jixiao COMMAND` on this home, unless one is running there already; the one that runs."""
    with _lock:
        job = _jobs.get(home.root)
        if job is not None and job.is_running:
            return job
        home.logs.mkdir(parents=True, exist_ok=True)
        log, told = home.logs / "background.log", home.logs / "background.jsonl"
        told.unlink(missing_ok=True)
        paths = tuple(map(str, files))
        with log.open("wb") as output:
            process = subprocess.Popen(
                [*_COMMAND, command, *options, *paths, "--home", str(home.root)],
                cwd=CHECKOUT,
                env=os.environ | {events.VARIABLE: str(told)},
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
            )
        _jobs[home.root] = Job(process, log, told, paths)
        return _jobs[home.root]


def latest(home: Home) -> Job | None:
    """The run that goes on, or the last one that this process started."""
    return _jobs.get(home.root)
