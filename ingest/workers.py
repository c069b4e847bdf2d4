"""Processes that read documents: a document that crashes, hangs or eats all memory costs its process, nothing else.

Each process is started as a program of its own and does one task after another. The kernel ends one that takes too
long (an alarm) or too much memory (a limit), so that native code that hangs is ended too.
"""

from __future__ import annotations

import gc
import os
import resource
import signal
import socket
import subprocess
import sys
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from typing import Any, Protocol

from ingest.home import CHECKOUT

MEMORY_BYTES = 3_000_000_000
_TASKS_AHEAD = 4
_SECONDS_TO_LEAVE = 5
_GARBAGE_THRESHOLD = 50_000


@dataclass(frozen=True, slots=True)
class Broken:
    """What a task gives whose process did not live to its end; `too_slow`: its time was over."""

    too_slow: bool
    how: str


Then = Callable[[Any], None]


class Workers(Protocol):
    """Whoever does tasks. `then` is called with what the task gave, or with `Broken`, in the caller's process."""

    def submit(self, seconds: float, then: Then, function: Callable[..., Any], *arguments: Any) -> None:
        """Have it done; returns at once."""

    def make_room(self) -> None:
        """Deal with results until another task would be begun soon."""

    def finish(self) -> None:
        """Deal with results until there is nothing left to do."""

    def close(self) -> None:
        """Drop what is not done."""


class InThisProcess:
    """Does each task at once, without protection: for tests and for looking into a crash."""

    def submit(self, seconds: float, then: Then, function: Callable[..., Any], *arguments: Any) -> None:
        then(function(*arguments))

    def make_room(self) -> None: ...

    def finish(self) -> None: ...

    def close(self) -> None: ...


def from_environment() -> Workers:
    """As many processes as JIXIAO_WORKERS says, else one for each core; with 0 this process works by itself."""
    asked = os.environ.get("JIXIAO_WORKERS", "")
    count = int(asked) if asked.isdecimal() else len(os.sched_getaffinity(0))
    return Processes(count) if count else InThisProcess()


@dataclass(slots=True)
class _Task:
    message: tuple[float, Callable[..., Any], tuple[Any, ...]]
    then: Then


@dataclass(slots=True)
class _Worker:
    process: subprocess.Popen[bytes]
    connection: Connection
    tasks: deque[_Task] = field(default_factory=deque)
    is_ready: bool = False


class Processes:
    """Up to `count` processes, started when there is work for them."""

    def __init__(self, count: int) -> None:
        self._count = count
        self._workers: list[_Worker] = []
        self._backlog: deque[_Task] = deque()

    def submit(self, seconds: float, then: Then, function: Callable[..., Any], *arguments: Any) -> None:
        self._backlog.append(_Task((seconds, function, arguments), then))
        self._hand_out()

    def make_room(self) -> None:
        while self._backlog:
            self._collect()

    def finish(self) -> None:
        while any(worker.tasks for worker in self._workers) or self._backlog:
            self._collect()

    def close(self) -> None:
        for worker in self._workers:
            worker.connection.close()
            if worker.tasks:
                worker.process.terminate()
        for worker in self._workers:
            try:
                worker.process.wait(_SECONDS_TO_LEAVE)
            except subprocess.TimeoutExpired:
                worker.process.kill()
                worker.process.wait()
        self._workers.clear()

    def _hand_out(self) -> None:
        while self._backlog:
            free = min(self._workers, key=lambda worker: len(worker.tasks), default=None)
            if (free is None or free.tasks) and len(self._workers) < self._count:
                free = _started()
                self._workers.append(free)
            if free is None or len(free.tasks) >= _TASKS_AHEAD:
                return
            task = self._backlog.popleft()
            free.tasks.append(task)
            try:
                free.connection.send(task.message)
            except (BrokenPipeError, ConnectionResetError):
                return

    def _collect(self) -> None:
        """Wait for a result, or several, and deal with them."""
        by_connection = {worker.connection: worker for worker in self._workers}
        for connection in wait(list(by_connection)):
            assert isinstance(connection, Connection)
            worker = by_connection[connection]
            try:
                answer = connection.recv()
            except (EOFError, ConnectionResetError):
                self._bury(worker)
                continue
            if not worker.is_ready:
                worker.is_ready = True
                continue
            task = worker.tasks.popleft()
            self._hand_out()
            if isinstance(answer, BaseException):
                raise answer
            task.then(answer)
        self._hand_out()

    def _bury(self, worker: _Worker) -> None:
        """The task that a dead process had begun is broken; those that it had not begun go to another one."""
        self._workers.remove(worker)
        worker.connection.close()
        code = worker.process.wait()
        if not worker.is_ready:
            raise RuntimeError(f"a reading process could not start (it left with {code})")
        begun = worker.tasks.popleft() if worker.tasks else None
        self._backlog.extendleft(reversed(worker.tasks))
        if begun is not None:
            how = signal.Signals(-code).name if code < 0 else f"exit {code}"
            begun.then(Broken(code == -signal.SIGALRM, how))


def _started() -> _Worker:
    ours, theirs = socket.socketpair()
    with theirs:
        process = subprocess.Popen(
            [sys.executable, "-P", "-m", "ingest.workers", str(theirs.fileno())],
            pass_fds=[theirs.fileno()],
            env={**os.environ, "PYTHONPATH": os.pathsep.join([str(CHECKOUT), os.environ.get("PYTHONPATH", "")])},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
        )
    return _Worker(process, Connection(ours.detach()))


def _serve(parent: Connection) -> None:
    """Do what is asked for until nobody asks any more. Ctrl+C is for the asking process to act upon."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())
    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    gc.freeze()
    gc.set_threshold(_GARBAGE_THRESHOLD)
    parent.send("ready")
    while True:
        try:
            seconds, function, arguments = parent.recv()
            signal.setitimer(signal.ITIMER_REAL, seconds)
            try:
                answer = function(*arguments)
            except Exception as error:
                answer = error
            signal.setitimer(signal.ITIMER_REAL, 0)
            parent.send(answer)
        except (EOFError, ConnectionError):
            return


if __name__ == "__main__":
    _serve(Connection(int(sys.argv[1])))
