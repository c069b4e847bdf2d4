"""What commands share: exit codes, the option for the home, the terminal, the lock, building and publishing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, NoReturn

import duckdb
import typer
from rich.console import Console
from rich.text import Text

from ingest import build as building
from ingest import corrections, decisions, events, load, publish, review_rules, roster, whereabouts, withdrawals
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


DOCUMENT_HELP = "The name of its file, or the first 12 digits or more of its SHA-256, as jixiao status lists them."


def one_document(given: str, names: Mapping[str, Collection[str]], replaced: Collection[str] = ()) -> str:
    """The document of which a file has this name, or whose SHA-256 begins like this, of those whose `names` are known;
    one that was `replaced` gives way to what its file holds now. Leaves with `WRONG_USAGE` where there is not exactly
    one."""
    found = [document_id for document_id, its_names in names.items() if Path(given).name in its_names]
    if not found and corrections.DOCUMENT.fullmatch(given.lower()):
        found = [document_id for document_id in names if document_id.startswith(given.lower())]
    if len(found) > 1:
        found = [document_id for document_id in found if document_id not in replaced] or found
    if len(found) > 1:
        listed = ", ".join(sorted(document_id[:12] for document_id in found))
        stop(f"{len(found)} documents are called {given}; give one of {listed}", WRONG_USAGE)
    if not found:
        stop(f"no document is called {given} or begins like it; jixiao status lists them", WRONG_USAGE)
    return found[0]


def names_by_document(connection: duckdb.DuckDBPyConnection) -> dict[str, list[str]]:
    """The names under which each document came, the earliest first."""
    names: dict[str, list[str]] = {}
    for row in load.known_names(connection):
        names.setdefault(row.document_id, []).append(row.source_name)
    return names


def replaced_documents(connection: duckdb.DuckDBPyConnection) -> set[str]:
    """The documents whose files hold other contents now."""
    rejected = {key for key, row in load.known_documents(connection).items() if row.status == "rejected"}
    return whereabouts.replaced(load.known_places(connection), rejected)


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
