"""What commands share: exit codes, the option for the home, the terminal, the lock, building and publishing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, NoReturn

import duckdb
import typer
from rich.console import Console
from rich.text import Text

from ingest import build as building
from ingest import corrections, decisions, events, load, publish, review_rules, roster, withdrawals
from ingest.home import Home, HomeBusy
from ingest.outcome import one_line

PARTLY, WRONG_USAGE, NOT_PUBLISHED = 1, 2, 3

HomeOption = Annotated[
    Path | None,
    typer.Option("--home", help="The home to work on.", envvar="JIXIAO_HOME", show_default="data/", file_okay=False),
]

out = Console(highlight=False, soft_wrap=True)
err = Console(stderr=True, highlight=False, soft_wrap=True)


def build_and_publish(home: Home, only_if_changed: bool) -> None:
    """Build, then publish; leaves with `NOT_PUBLISHED` when a test failed."""
    with load.opened(home) as connection:
        load.prepare(connection)
        load_said(home, connection)
    inputs = building.inputs(home)
    before = publish.current(home)
    if only_if_changed and before is not None and before.inputs == inputs and before.path.exists():
        events.tell("unchanged", generation=before.id)
        out.print(f"Nothing has changed; generation {before.id} stays.")
        return
    events.tell("building")
    with _working("Building and testing the marts"):
        built = building.build(home)
    if not built.passed:
        for failure in built.failures:
            err.print(f"failed   {failure.kind} {failure.name}: {failure.message}", style="red", markup=False)
            for row in failure.rows:
                err.print("         " + ", ".join(f"{name}={value}" for name, value in row.items()), markup=False)
        kept = f"generation {before.id} stays in force" if before else "no generation was published before"
        stop(f"nothing was published, {kept}; details are in {home.logs / 'dbt.log'}", NOT_PUBLISHED)
    generation = publish.publish(home, inputs)
    events.tell("published", generation=generation.id)
    out.print(f"Published generation {generation.id}: {built.node_count} models and tests passed.")


def load_said(home: Home, connection: duckdb.DuckDBPyConnection) -> None:
    """Put what persons said beside the documents: corrections, the review's decisions and its settings, the roster.
    Leaves with `NOT_PUBLISHED` when one cannot be understood."""
    try:
        corrections.store(connection, corrections.read(home))
        decisions.store(connection, decisions.read(home))
        review_rules.store(connection, review_rules.read(home))
        roster.store(connection, roster.read(home))
    except (corrections.Invalid, review_rules.Invalid, roster.Invalid) as error:
        for problem in error.problems:
            err.print(f"invalid  {problem}", style="red", markup=False)
        stop("nothing was published: put that right, then run jixiao build", NOT_PUBLISHED)
    except decisions.Invalid as error:
        stop(f"nothing was published: {error}", NOT_PUBLISHED)


def one_document(given: str, known: Iterable[str]) -> str:
    """The known document whose SHA-256 begins like this; leaves with `WRONG_USAGE` where there is not exactly one."""
    given = given.lower()
    if not corrections.DOCUMENT.fullmatch(given):
        stop(f"{given} is no document; give its SHA-256, or the first 12 digits or more", WRONG_USAGE)
    found = [document_id for document_id in known if document_id.startswith(given)]
    if len(found) != 1:
        stop(f"{len(found) or 'no'} documents begin with {given}; jixiao sql lists them in dim_documents", WRONG_USAGE)
    return found[0]


@contextmanager
def writing(home: Home) -> Iterator[None]:
    """Hold the home's lock; turn what stops all work into a line and an exit status."""
    try:
        with home.writing():
            yield
    except HomeBusy as error:
        stop(str(error), NOT_PUBLISHED)
    except withdrawals.Damaged as error:
        stop(str(error), NOT_PUBLISHED)
    except (OSError, duckdb.Error) as error:
        stop(f"the work on {home.root} broke off: {error}", NOT_PUBLISHED)


@contextmanager
def _working(what: str) -> Iterator[None]:
    if out.is_terminal:
        with out.status(f"{what} …"):
            yield
    else:
        out.print(f"{what} …")
        yield


def counted(statuses: Iterable[str]) -> str:
    """How many documents came out how."""
    found = Counter(statuses)
    shown = ["loaded", "partial", "rejected", *(["withdrawn"] if found["withdrawn"] else [])]
    return ", ".join(f"{found[status]} {status}" for status in shown)


def tell_document(status: str, name: str, report_count: int, reason: str | None) -> None:
    """One line for one document; control characters of a file's name do not reach the terminal."""
    style = {"loaded": "green", "partial": "yellow", "rejected": "red", "withdrawn": "dim"}[status]
    reports = (
        "" if status in ("rejected", "withdrawn") else f"  {report_count} report{'' if report_count == 1 else 's'}"
    )
    told = one_line(f"{name}{reports}{f': {reason}' if reason else ''}")
    if out.is_terminal:
        out.print(Text.assemble((f"{status:<10}", style), told))
    else:  # There may be thousands, and drawing a line costs more than writing it.
        print(f"{status:<10}{told}", file=out.file, flush=True)


def stop(message: str, code: int) -> NoReturn:
    err.print(f"jixiao: {message}", style="red", markup=False)
    raise typer.Exit(code)
