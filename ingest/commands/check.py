"""`jixiao check`: what would be understood of a file and said about it, without loading it."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import duckdb
import typer

from ingest import checking, review_rules
from ingest.check_report import as_html, as_text
from ingest.commands.shared import NOT_PUBLISHED, PARTLY, WRONG_USAGE, HomeOption, err, out, stop
from ingest.home import Home
from ingest.output import as_json


class CheckFormat(StrEnum):
    """How a check is written."""

    text = "text"
    json = "json"
    html = "html"


def check(
    files: Annotated[
        list[Path], typer.Argument(help="The files and folders to check.", exists=True, show_default=False)
    ],
    form: Annotated[
        CheckFormat, typer.Option("--format", help="text to read here, json for programs, html as a page to send.")
    ] = CheckFormat.text,
    target: Annotated[Path | None, typer.Option("--out", help="Write to this file.", dir_okay=False)] = None,
    home: HomeOption = None,
) -> None:
    """Check reports before they are filed: nothing is loaded, no home is touched. The home only says how the review's
    rules are set.

    Shows what was understood beside the place that it stands in, what was not understood, and what the review finds.
    Exit status: 0 all is well; 1 something was not understood, or the review finds an error; 2 wrong usage; 3 the check
    broke off.
    """
    try:
        settings = review_rules.read(Home.at(home))
        checked = checking.check(files, lambda step: err.print(f"{step} …", style="dim", markup=False), settings)
    except review_rules.Invalid as error:
        stop(str(error), WRONG_USAGE)
    except (OSError, duckdb.Error) as error:
        stop(f"the check broke off: {error}", NOT_PUBLISHED)
    text = _text(checked, form, to_terminal=target is None and sys.stdout.isatty())
    if target is None:
        sys.stdout.write(text)
    else:
        try:
            target.write_text(text, encoding="utf-8")
        except OSError as error:
            stop(f"{target} cannot be written ({error.strerror})", WRONG_USAGE)
    raise typer.Exit(0 if all(file.is_clean for file in checked) else PARTLY)


def _text(checked: Sequence[checking.CheckedFile], form: CheckFormat, to_terminal: bool) -> str:
    if form is CheckFormat.html:
        return as_html(checked)
    if form is CheckFormat.json:
        return as_json([asdict(file) | {"is_clean": file.is_clean} for file in checked]) + "\n"
    return as_text(checked, out.width if to_terminal else None)
