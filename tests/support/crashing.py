"""What a reading process does to a document that kills it; loaded in that process by the tests' own path."""

from __future__ import annotations

import mmap
import os
import signal
import time
from pathlib import Path

from ingest import understanding
from ingest.understanding import Understood


def understand(document_id: str, path: Path, original: Path | None = None, name: str | None = None) -> Understood:
    """Crash, hang or eat memory where the first line says so."""
    wish = path.read_bytes().split(b"\n", 1)[0]
    if wish == b"crash":
        os.kill(os.getpid(), signal.SIGSEGV)
    if wish == b"hang":
        time.sleep(600)
    if wish == b"memory":
        try:
            held = [mmap.mmap(-1, 200_000_000, mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS) for _ in range(100)]
            return Understood("loaded", str(len(held)), "text/plain")
        except OSError:
            os.kill(os.getpid(), signal.SIGKILL)
    return understanding.understand(document_id, path, original, name)
