"""Start and end the dashboard's server."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from ingest.home import Home

CHECKOUT = Path(__file__).resolve().parents[2]
JIXIAO = (sys.executable, "-c", "from ingest.cli import app; app()")
STARTS_WITHIN_SECONDS = 60


@contextmanager
def served(home: Home) -> Iterator[str]:
    """The address of a dashboard that shows this home, as long as the block lasts."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = home.root / "dashboard.log"
    with log.open("w") as output:
        server = subprocess.Popen(
            [*JIXIAO, "serve", "--home", str(home.root), "--port", str(port)],
            cwd=CHECKOUT,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        address = f"http://localhost:{port}"
        try:
            _wait_for(f"{address}/_stcore/health", server, log)
            yield address
        finally:
            server.terminate()
            server.wait(10)


def _wait_for(address: str, server: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + STARTS_WITHIN_SECONDS
    while time.monotonic() < deadline and server.poll() is None:
        try:
            with urllib.request.urlopen(address, timeout=2):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
    pytest.fail(f"the dashboard did not start:\n{log.read_text()}")
