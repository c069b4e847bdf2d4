"""`jixiao report`: the monthly bulletin as files."""

from __future__ import annotations

import datetime as dt
from contextlib import closing
from pathlib import Path
from typing import Annotated

import typer

from dashboard.access import Gate, Limits, NothingPublished, QueryFailed
from dashboard.monthly.bulletin import bulletin_of
from dashboard.monthly.figures import figures_of
from dashboard.monthly.files import Format, write
from dashboard.monthly.fonts import FontsMissing
from dashboard.monthly.known import NothingKnown
from dashboard.monthly.month import Month
from dashboard.monthly.scope import UnknownRegion
from ingest.commands.shared import NOT_PUBLISHED, WRONG_USAGE, HomeOption, out, stop
from ingest.home import Home

_LIMITS = Limits(seconds=120, memory="2GB")


def report(
    month: Annotated[str, typer.Option(metavar="YYYY-MM", help="The month to report on.", show_default=False)],
    folder: Annotated[Path, typer.Option("--out", help="Write into this folder.", file_okay=False)],
    region: Annotated[
        str | None, typer.Option(metavar="CODE", help="A division and all below it.", show_default="all")
    ] = None,
    forms: Annotated[
        list[Format] | None, typer.Option("--format", help="One format; may be repeated.", show_default="all four")
    ] = None,
    as_known_now: Annotated[
        bool, typer.Option("--as-known-now", help="With what came after the month, corrections included.")
    ] = False,
    as_of: Annotated[
        dt.datetime | None,
        typer.Option(formats=["%Y-%m-%d"], help="With what had come by the end of this day.", show_default=False),
    ] = None,
    home: HomeOption = None,
) -> None:
    """Write the monthly bulletin: Word, PDF, HTML and a workbook of its tables.

    It says what was known when the month ended or, where nothing of the month had come by then, at the end of the month
    in which the first of it came. Every number in it is one of the dashboard's. For example:

    [bold]jixiao report --month 2025-05 --region 530100 --out reports[/bold]

    Exit status: 0 the files are written; 2 wrong usage; 3 no file is written: nothing is published, nothing is known of
    the month, or a Chinese font is missing.
    """
    if as_known_now and as_of is not None:
        stop("give either --as-known-now or --as-of", WRONG_USAGE)
    day = None if as_of is None else as_of.date()
    try:
        wanted = Month.of(month)
    except ValueError as error:
        stop(str(error), WRONG_USAGE)
    try:
        with closing(Gate(Home.at(home), _LIMITS)) as gate:
            figures = figures_of(gate, wanted, region, as_known_now=as_known_now, as_of=day)
        paths = write(bulletin_of(figures), folder, forms or list(Format))
    except NothingKnown as error:
        stop(f"{error}; nothing was written", NOT_PUBLISHED)
    except UnknownRegion as error:
        stop(str(error), WRONG_USAGE)
    except (NothingPublished, FontsMissing) as error:
        stop(str(error), NOT_PUBLISHED)
    except QueryFailed as error:
        stop(f"the published marts cannot be read ({error}); jixiao build makes them anew", NOT_PUBLISHED)
    except OSError as error:
        stop(f"{folder} cannot be written ({error.strerror})", WRONG_USAGE)
    for path in paths:
        out.print(str(path), markup=False)
