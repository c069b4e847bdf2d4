"""The command `jixiao`: from a folder of reports to published marts, and questions to them."""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from dashboard.access import Gate, NothingPublished, QueryFailed, QueryRefused, QueryStopped
from ingest import events, load, pipeline
from ingest.commands import check, correct, diff, ledger, report, review, roster, status, withdraw
from ingest.commands.shared import (
    NOT_PUBLISHED,
    PARTLY,
    WRONG_USAGE,
    HomeOption,
    build_and_publish,
    counted,
    err,
    out,
    stop,
    tell_document,
    writing,
)
from ingest.discovery import discover
from ingest.home import CHECKOUT, Home
from ingest.outcome import Outcome
from ingest.output import Format, as_text

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="rich",
    pretty_exceptions_show_locals=False,
    help=(
        "Budget performance self-evaluation reports (预算绩效自评) as a warehouse in which every figure leads back to "
        "the cell or sentence that it came from.\n\n"
        "A [bold]home[/bold] holds one set of reports: inbox/ (what you put in), archive/ (copies of what was loaded) "
        "and warehouse/. Two homes never share anything.\n\n"
        "Exit status: 0 done; 1 done in part: something was rejected or read in part and the rest is loaded and "
        "published, a check found an error, or an answer was cut at its limit; 2 wrong usage; 3 no result: nothing was "
        "published, no file was written, or a query was stopped."
    ),
)

Reports = Annotated[
    list[Path] | None,
    typer.Argument(
        help="Files and folders (read with all below them). Default: the home's inbox/.", show_default=False
    ),
]


Retry = Annotated[
    bool,
    typer.Option("--retry", help="Read again what was rejected because reading it failed or took too long."),
]


@app.command()
def refresh(reports: Reports = None, home: HomeOption = None, retry: Retry = False) -> None:
    """Load reports, build and test the marts, publish them: the main job.

    What is known already is not read again, and where nothing changed nothing is built. A file with new contents
    replaces what it held before; one that is gone stays loaded until it is withdrawn. Reports that cannot be read are
    rejected with a reason (see [bold]jixiao status[/bold]); the others are loaded. When a test of the marts fails, the
    generation published before stays in force.
    """
    place = Home.at(home)
    with writing(place):
        clean = _ingest(place, reports, retry)
        build_and_publish(place, only_if_changed=True)
    if not clean:
        of_home = f" --home {place.root}" if home else ""
        out.print(
            f"What was not read in full: jixiao status --only rejected --only partial{of_home}, or the page 数据接入",
            markup=False,
        )
    raise typer.Exit(0 if clean else PARTLY)


@app.command()
def ingest(reports: Reports = None, home: HomeOption = None, retry: Retry = False) -> None:
    """Load reports into the home's raw tables and stop there: nothing is built or published."""
    place = Home.at(home)
    with writing(place):
        clean = _ingest(place, reports, retry)
    raise typer.Exit(0 if clean else PARTLY)


@app.command()
def build(home: HomeOption = None) -> None:
    """Build and test the marts from what is loaded, and publish them when every test passes."""
    place = Home.at(home)
    with writing(place):
        build_and_publish(place, only_if_changed=False)


@app.command()
def serve(
    home: HomeOption = None,
    port: Annotated[int, typer.Option(min=1, max=65535, help="The port to listen on.")] = 8501,
    address: Annotated[
        str, typer.Option(help="The address to listen on; 0.0.0.0 opens it to the network.")
    ] = "localhost",
) -> None:
    """Show the dashboard until stopped with Ctrl+C. New generations appear in it by themselves."""
    place = Home.at(home)
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((address, port))
        except OSError as error:
            stop(f"cannot listen on {address}:{port} ({error.strerror}); choose another with --port", WRONG_USAGE)
    out.print(f"The dashboard opens on http://{address}:{port} (Ctrl+C ends it)")
    sys.stdout.flush()
    os.chdir(CHECKOUT)
    os.environ["JIXIAO_HOME"] = str(place.root)
    os.execv(
        sys.executable,
        [
            *(sys.executable, "-m", "streamlit", "run", str(CHECKOUT / "dashboard" / "app.py")),
            f"--server.port={port}",
            f"--server.address={address}",
            "--server.headless=true",
            "--browser.gatherUsageStats=false",
        ],
    )


@app.command()
def sql(
    statement: Annotated[str, typer.Argument(help="One SELECT, DESCRIBE or EXPLAIN; the marts need no schema.")],
    home: HomeOption = None,
    form: Annotated[Format, typer.Option("--format", help="How the rows are written.")] = Format.table,
    target: Annotated[Path | None, typer.Option("--out", help="Write to this file.", dir_okay=False)] = None,
    rows: Annotated[int, typer.Option("--limit", min=1, help="At most so many rows.")] = 1_000_000,
    seconds: Annotated[float, typer.Option("--timeout", min=0.1, help="At most so many seconds.")] = 300,
) -> None:
    """Ask the published marts a question.

    Read-only, and without access to files or the network. JSON is one array of objects: amounts are exact numbers,
    dates are text like "2024-12-31". For example:

    [bold]jixiao sql "SELECT fiscal_year, sum(budget_wan) AS budget_wan FROM fct_evaluations GROUP BY ALL"[/bold]

    Exit status: 0 all rows are there; 1 there are more than --limit; 2 the statement is refused or cannot be run;
    3 it took longer than --timeout or too much memory, or nothing is published.
    """
    try:
        result = Gate(Home.at(home)).query(statement, rows=rows, seconds=seconds)
    except (NothingPublished, QueryStopped) as error:
        stop(str(error), NOT_PUBLISHED)
    except (QueryRefused, QueryFailed) as error:
        stop(str(error), WRONG_USAGE)
    to_terminal = target is None and sys.stdout.isatty()
    text = as_text(result.frame, form, width=out.width if to_terminal else None)
    if target is None:
        sys.stdout.write(text)
    else:
        try:
            target.write_text(text, encoding="utf-8")
        except OSError as error:
            stop(f"{target} cannot be written ({error.strerror})", WRONG_USAGE)
    if result.truncated:
        err.print(f"Only the first {rows} rows are here; --limit asks for more.", style="yellow")
        raise typer.Exit(PARTLY)


for command in (
    status.status,
    check.check,
    correct.correct,
    diff.diff,
    review.review,
    report.report,
    withdraw.withdraw,
):
    app.command()(command)
app.add_typer(roster.app, name="roster")
app.add_typer(ledger.app, name="ledger")


def _ingest(home: Home, reports: Sequence[Path] | None, retry: bool) -> bool:
    """Load and report; True when every file was read in full."""
    missing = [str(path) for path in reports or () if not path.exists()]
    if missing:
        stop(f"there is no {' and no '.join(missing)}; give files or folders that exist", WRONG_USAGE)
    files, outcomes = discover(home, reports or [home.inbox])
    if not files and not outcomes and not home.work_file.exists():
        where = ", ".join(map(str, reports)) if reports else str(home.inbox)
        stop(f"no reports were found in {where}; put some there and try again", NOT_PUBLISHED)
    for outcome in outcomes:
        _tell(outcome)
    events.tell("reading", count=len(files))
    with load.opened(home) as connection, _bar("Reading", len(files)) as advance:

        def on_outcome(outcome: Outcome) -> None:
            advance()
            events.tell("document", **asdict(outcome))
            if outcome.changed or outcome.held_others or outcome.status != "loaded":
                _tell(outcome)

        outcomes += pipeline.ingest(home, connection, files, on_outcome, retry)
    known = sum(not outcome.changed for outcome in outcomes if outcome.document_id)
    out.print(f"{len(outcomes)} documents: {counted(o.status for o in outcomes)} ({known} known before)")
    return all(outcome.status in ("loaded", "withdrawn") for outcome in outcomes)


def _tell(outcome: Outcome) -> None:
    tell_document(outcome.status, outcome.source, outcome.report_count, outcome.reason)
    if outcome.held_others:
        said = "stays loaded" if outcome.status == "rejected" else "is replaced"
        out.print(f"          what this file held before {said}", style="dim")


@contextmanager
def _bar(what: str, total: int) -> Iterator[Callable[[], None]]:
    """A progress bar on a terminal; a piped run has its lines."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=out, transient=True, disable=not out.is_terminal) as progress:
        task = progress.add_task(what, total=total)
        yield lambda: progress.advance(task)
