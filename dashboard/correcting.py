"""Corrections made on a page: what can be corrected, and entries as `jixiao correct` writes them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import duckdb

from dashboard.i18n import _, half
from dashboard.published import ask
from ingest import correcting, corrections, load
from ingest.clock import now
from ingest.corrections import Correction, Placed
from ingest.home import Home, HomeBusy

WAIT_SECONDS = 2.0
LINE_MEASURES = (
    *("initial_budget", "budget_adjustment", "annual_budget", "funds_received", "executed", "execution_rate"),
)

Target = Mapping[str, str]
"""What names a figure or field, see docs/corrections.md: `measure` and `line`, `indicator` and `field`, or `field`."""


class NotDone(Exception):
    """What was asked for cannot be done; `problems` say why, in the language of the page."""

    def __init__(self, problems: list[str]) -> None:
        self.problems = problems
        super().__init__("; ".join(problems))


def standing(home: Home, document_id: str, report_no: int, target: Target) -> str | None:
    """What the source says at the target; None where it says nothing. Raises `NotDone`."""
    with _working(home) as connection:
        return correcting.standing(connection, home, _of_report(document_id, report_no) | dict(target))


def add(home: Home, document_id: str, report_no: int, target: Target, said: Mapping[str, str | None]) -> Correction:
    """Write the correction that `said` gives (`expected`, `value`, `reason`, `author`, `status`), dated today. Raises
    `NotDone`, and then nothing is written."""
    with _working(home) as connection:
        texts = {**_of_report(document_id, report_no), **target, **said, "date": now().date().isoformat()}
        return correcting.add(connection, home, texts)[0]


def set_status(home: Home, correction_id: str, status: str) -> None:
    """Accept or reject an entry. Raises `NotDone`."""
    with _told(), home.writing(WAIT_SECONDS):
        correcting.set_status(home, correction_id, status)


def kept(home: Home) -> list[Placed]:
    """The home's corrections. Raises `NotDone` where a file cannot be understood."""
    with _told():
        return corrections.read(home)


def unpublished(placed: list[Placed]) -> list[Placed]:
    """Those that the published marts do not know as they are now."""
    known = dict(ask("SELECT correction_id, status FROM marts.corrections").iter_rows())
    as_written = {"applied": "accepted", "stale": "accepted"}
    return [
        one
        for one in placed
        if (status := known.get(one.correction.id)) is None or as_written.get(status, status) != one.correction.status
    ]


def _of_report(document_id: str, report_no: int) -> dict[str, str]:
    return {"document": document_id, "report": str(report_no)}


@contextmanager
def _working(home: Home) -> Iterator[duckdb.DuckDBPyConnection]:
    with _told(), home.writing(WAIT_SECONDS), load.opened(home) as connection:
        load.prepare(connection)
        yield connection


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except corrections.Invalid as error:
        raise NotDone([half(problem) or "" for problem in error.problems]) from error
    except correcting.NotBuilt as error:
        raise NotDone([half(str(error)) or ""]) from error
    except HomeBusy as error:
        raise NotDone([_("app.busy")]) from error
    except (OSError, duckdb.Error) as error:
        raise NotDone([str(error)]) from error
