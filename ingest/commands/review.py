"""`jixiao review`: a report's review sheet, and decisions on findings."""

from __future__ import annotations

import sys
from contextlib import closing
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from dashboard.access import Gate, NothingPublished
from dashboard.decisions import decide
from dashboard.review_sheet.content import NoSuchReport, Sheet, all_sheets, sheets
from ingest import decisions
from ingest.commands.shared import NOT_PUBLISHED, WRONG_USAGE, HomeOption, build_and_publish, out, stop, writing
from ingest.decisions import Action
from ingest.home import Home
from ingest.output import as_json


class SheetFormat(StrEnum):
    """How a review sheet is written."""

    html = "html"
    docx = "docx"
    json = "json"


def review(
    report: Annotated[
        str | None,
        typer.Argument(
            help="The name of its file or a document_id, for all its reports, or a report_id; 8 characters or more.",
            show_default=False,
        ),
    ] = None,
    home: HomeOption = None,
    form: Annotated[SheetFormat, typer.Option("--format", help="How the sheet is written.")] = SheetFormat.html,
    target: Annotated[
        Path | None, typer.Option("--out", help="Write to this file, with --each into this folder.")
    ] = None,
    each: Annotated[bool, typer.Option("--each", help="The sheets of every document with findings.")] = False,
    accept: Annotated[
        list[str] | None, typer.Option(metavar="FINDING", show_default=False, help="The fault is there.")
    ] = None,
    dismiss: Annotated[
        list[str] | None, typer.Option(metavar="FINDING", show_default=False, help="It is none.")
    ] = None,
    comment: Annotated[
        list[str] | None, typer.Option(metavar="FINDING", show_default=False, help="A word on it, nothing decided.")
    ] = None,
    reopen: Annotated[
        list[str] | None, typer.Option(metavar="FINDING", show_default=False, help="Undecided again.")
    ] = None,
    reason: Annotated[str, typer.Option(help="Why; needed to dismiss or comment.", show_default=False)] = "",
    reviewer: Annotated[
        str, typer.Option("--by", help="Who decides.", envvar="JIXIAO_REVIEWER", show_default=False)
    ] = "",
    build: Annotated[bool, typer.Option("--build/--no-build", help="Build and publish after a decision.")] = True,
) -> None:
    """Write the review sheet of a report, to send back to its unit, or decide on findings.

    The sheet lists each finding with its place, what stands there, what would be expected and the article it rests on;
    what a reviewer dismissed is left out. For example:

    [bold]jixiao review 5e80492d6f56 --format docx --out sheet.docx[/bold]

    [bold]jixiao review --each --format docx --out sheets/[/bold] writes a file for each document that has findings.

    A decision names findings by finding_id or its beginning. It is kept in the home's decisions.jsonl with name, time
    and reason, outlives every rebuild, goes along when the report is filed again, and is open again once the figures
    have changed:

    [bold]jixiao review --dismiss 8e5a01c2 --reason "口径为财政资金" --by 王复核[/bold]
    """
    place = Home.at(home)
    wanted = {Action.accept: accept, Action.dismiss: dismiss, Action.comment: comment, Action.reopen: reopen}
    decided = {action: ids for action, ids in wanted.items() if ids}
    if [bool(decided), report is not None, each].count(True) != 1:
        stop("give either a report, to write its sheet, or --each, or findings to decide on", WRONG_USAGE)
    try:
        with closing(Gate(place)) as gate:
            if report is not None:
                _write(sheets(gate, report), form, target)
                return
            if each:
                _write_each(gate, form, target)
                return
            for action, ids in decided.items():
                for decision in decide(gate, ids, action, reviewer, reason):
                    out.print(f"{action.value:<10}{decision.finding_id[:12]}  {decision.rule_id}", markup=False)
    except NothingPublished as error:
        stop(str(error), NOT_PUBLISHED)
    except (decisions.Invalid, NoSuchReport) as error:
        stop(str(error), WRONG_USAGE)
    if build:
        with writing(place):
            build_and_publish(place, only_if_changed=True)
    else:
        out.print("It counts from the next build on.")


def _write(found: list[Sheet], form: SheetFormat, target: Path | None) -> None:
    content = _content(found, form)
    try:
        if target is None:
            sys.stdout.buffer.write(content)
        else:
            target.write_bytes(content)
    except OSError as error:
        stop(f"{target or 'the output'} cannot be written ({error.strerror})", WRONG_USAGE)


def _write_each(gate: Gate, form: SheetFormat, folder: Path | None) -> None:
    if folder is None:
        stop("--each takes --out, the folder to write to", WRONG_USAGE)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        stop(f"{folder} is no folder to write to ({error.strerror})", WRONG_USAGE)
    written = 0
    for name, found in all_sheets(gate):
        _write(found, form, folder / f"{name}.{form}")
        written += 1
    out.print(f"written      {written} files in {folder}", markup=False)


def _content(found: list[Sheet], form: SheetFormat) -> bytes:
    if form is SheetFormat.docx:
        from dashboard.review_sheet.word import as_docx

        return as_docx(found)
    if form is SheetFormat.html:
        from dashboard.review_sheet.html import as_html

        return as_html(found).encode()
    return (as_json([asdict(sheet) | {"counts": sheet.counts} for sheet in found]) + "\n").encode()
