"""`jixiao roster`: which reports are expected, and what was filed on them."""

from __future__ import annotations

import datetime as dt
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from dashboard.access import Gate, NothingPublished, QueryFailed
from ingest import ledger_roster, roster, roster_table
from ingest.commands.shared import NOT_PUBLISHED, WRONG_USAGE, HomeOption, build_and_publish, err, out, stop, writing
from ingest.home import Home
from ingest.output import Format, as_text

app = typer.Typer(no_args_is_help=True, help="Which reports are expected of whom and until when, and what was filed.")

_SHOWN = """
SELECT
    fiscal_year, organization_name, coalesce(project_name, subject) AS expected, deadline, state, days_late,
    CAST(first_filed_at AS DATE) AS filed_on, version_count, report_id
FROM fct_expected_filings
WHERE $state IS NULL OR state = $state
ORDER BY fiscal_year DESC, deadline NULLS LAST, region_code, organization_name, project_name NULLS FIRST
"""
_COUNTED = """
SELECT state, count(*) AS count, bool_or(is_synthetic) AS is_synthetic
FROM fct_expected_filings GROUP BY state ORDER BY state
"""


class State(StrEnum):
    """What became of an expected report."""

    filed = "filed"
    late = "late"
    missing = "missing"


@app.command()
def template(
    target: Annotated[Path, typer.Option("--out", help="Where to write it: .xlsx or .csv.", dir_okay=False)] = Path(
        "roster.xlsx"
    ),
) -> None:
    """Write a table to fill in; the workbook explains its columns on a second sheet."""
    suffix = target.suffix.lower()
    if suffix not in (".csv", ".xlsx"):
        stop(f"{target} is neither .xlsx nor .csv", WRONG_USAGE)
    try:
        with target.open("xb") as file:
            file.write(roster_table.template(suffix))
    except FileExistsError:
        stop(f"{target} is there already; name another file with --out", WRONG_USAGE)
    except OSError as error:
        stop(f"{target} cannot be written ({error.strerror})", WRONG_USAGE)
    out.print(f"written      {target}", markup=False)


@app.command("import")
def take(
    table: Annotated[Path, typer.Argument(help="The roster: .csv, .xlsx, .xls, .et or .ods.", dir_okay=False)],
    home: HomeOption = None,
    build: Annotated[bool, typer.Option("--build/--no-build", help="Build and publish with it at once.")] = True,
) -> None:
    """Put a roster in the place of the one that the home has. One with mistakes changes nothing; each is told."""
    place = Home.at(home)
    if not table.exists():
        stop(f"there is no {table}", WRONG_USAGE)
    with writing(place):
        try:
            taken = roster.keep(place, table)
        except roster.Invalid as error:
            _refuse(error)
        out.print(f"{len(taken.rows)} reports are expected", markup=False)
        if taken.ignored:
            out.print(f"columns without a meaning here: {'、'.join(taken.ignored)}", markup=False)
        if build and place.work_file.exists():
            build_and_publish(place, only_if_changed=True)


@app.command("from-ledger")
def take_from_ledger(
    year: Annotated[int, typer.Option(help="The budget year of the ledgers.")],
    due: Annotated[dt.datetime, typer.Option(help="Until when to file.", formats=["%Y-%m-%d"])],
    home: HomeOption = None,
) -> None:
    """Add the units and projects of a year's loaded ledgers to the roster, which keeps what it has."""
    place = Home.at(home)
    if due.year < year:
        stop(f"{due.date()} lies before the year {year} has begun; give a later day with --due", WRONG_USAGE)
    if not place.work_file.exists():
        stop("no ledger is loaded; run: jixiao refresh", WRONG_USAGE)
    with writing(place):
        build_and_publish(place, only_if_changed=True)
        gate = Gate(place)
        there = ledger_roster.years(gate)
        if year not in there:
            known = f"there are ledgers of {', '.join(map(str, there))}" if there else "there are none of any year"
            stop(f"no ledger of {year} is loaded; {known}", WRONG_USAGE)
        listed = ledger_roster.listed(gate, year, due.date())
        before = roster.read(place)
        try:
            after = roster.add(place, listed.rows, is_synthetic=listed.is_synthetic)
        except roster.Invalid as error:
            _refuse(error)
        added, all_listed = len(after.rows) - len(before.rows), len(listed.rows) + listed.expected_count
        out.print(
            f"ledgers of {year}: {listed.ledger_count}; units and projects in them: {all_listed}; "
            f"on the roster already: {all_listed - added}; added: {added}",
            markup=False,
        )
        out.print(f"{len(after.rows)} reports are expected", markup=False)
        if before.ignored and added:
            out.print(f"left out columns: {'、'.join(before.ignored)}; roster-before has them", markup=False)
        build_and_publish(place, only_if_changed=True)


@app.command()
def show(
    home: HomeOption = None,
    state: Annotated[State | None, typer.Option(help="Only these.", show_default=False)] = None,
    form: Annotated[Format, typer.Option("--format", help="How the rows are written.")] = Format.table,
) -> None:
    """List what is expected with what was filed on it, as it was published last."""
    gate = Gate(Home.at(home))
    try:
        counts = gate.query(_COUNTED).frame
        rows = gate.query(_SHOWN, {"state": state and state.value}).frame
    except NothingPublished as error:
        stop(str(error), NOT_PUBLISHED)
    except QueryFailed:
        stop("the published generation knows no roster yet; run: jixiao build", NOT_PUBLISHED)
    if counts.is_empty():
        err.print("No report is expected: jixiao roster template writes a table to fill in.")
    else:
        err.print(", ".join(f"{count} {name}" for name, count, _is_synthetic in counts.iter_rows()))
        if counts["is_synthetic"].any():
            err.print("The roster is made up: nobody was really asked for these reports.")
    sys.stdout.write(as_text(rows, form, width=out.width if form is Format.table and sys.stdout.isatty() else None))


def _refuse(error: roster.Invalid) -> NoReturn:
    for problem in error.problems:
        err.print(f"invalid  {problem}", style="red", markup=False)
    stop("the roster was not taken; put that right and give it again", WRONG_USAGE)
