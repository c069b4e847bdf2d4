"""Work that goes on while the pages stay readable: one `jixiao` command at a time for each home."""

from __future__ import annotations

import subprocess
import sys
import threading
from dataclasses import dataclass
from pathlib import Path

from ingest.home import CHECKOUT, Home

_COMMAND = (sys.executable, "-c", "from ingest.cli import app; app()")
_jobs: dict[Path, Job] = {}
_lock = threading.Lock()


@dataclass(frozen=True, slots=True)
class Job:
    """One run of a command and what it has printed so far."""

    process: subprocess.Popen[bytes]
    log: Path

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


def start(home: Home, *arguments: str) -> Job:
    """Run `jixiao …` on this home, unless one is running there already; the one that runs."""
    with _lock:
        job = _jobs.get(home.root)
        if job is not None and job.is_running:
            return job
        home.logs.mkdir(parents=True, exist_ok=True)
        log = home.logs / "background.log"
        with log.open("wb") as output:
            process = subprocess.Popen(
                [*_COMMAND, *arguments, "--home", str(home.root)],
                cwd=CHECKOUT,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
            )
        _jobs[home.root] = Job(process, log)
        return _jobs[home.root]


def latest(home: Home) -> Job | None:
    """The run that goes on, or the last one that this process started."""
    return _jobs.get(home.root)
