"""Reading processes: what is asked for is done once, and what kills a process costs one task."""

from __future__ import annotations

import errno
import math
import os
import time
from collections.abc import Iterator

import pytest

from ingest.workers import Broken, Processes


@pytest.fixture
def workers() -> Iterator[Processes]:
    processes = Processes(2)
    yield processes
    processes.close()


def test_every_task_is_done_once(workers: Processes) -> None:
    found: list[float] = []
    for number in range(50):
        workers.submit(10, found.append, math.sqrt, number * number)
        workers.make_room()
    workers.finish()
    assert sorted(found) == list(range(50))


def test_a_task_that_kills_its_process_is_broken_and_the_others_are_done(workers: Processes) -> None:
    found: list[object] = []
    for number in range(20):
        if number % 7 == 3:
            workers.submit(10, found.append, os.abort)
        elif number == 11:
            workers.submit(0.3, found.append, time.sleep, 60)
        else:
            workers.submit(10, found.append, math.sqrt, number)
    workers.finish()
    broken = [answer for answer in found if isinstance(answer, Broken)]
    assert sorted((answer.too_slow, answer.how) for answer in broken) == [(False, "SIGABRT")] * 3 + [(True, "SIGALRM")]
    assert len(found) == 20


def test_a_result_may_ask_for_more(workers: Processes) -> None:
    found: list[float] = []

    def again(root: float) -> None:
        workers.submit(10, found.append, math.sqrt, root)

    workers.submit(10, again, math.sqrt, 16)
    workers.finish()
    assert found == [2]


def _full(_: object) -> None:
    raise AssertionError


def test_an_error_that_concerns_all_reaches_the_caller(workers: Processes) -> None:
    workers.submit(10, _full, os.listdir, "/no/such/folder")
    with pytest.raises(FileNotFoundError) as told:
        workers.finish()
    assert told.value.errno == errno.ENOENT
