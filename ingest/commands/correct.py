"""`jixiao correct`: write one correction, after showing what stands at its place."""

from __future__ import annotations

from typing import Annotated

import typer

from ingest import correcting, load
from ingest.clock import now
from ingest.commands.shared import (
    DOCUMENT_HELP,
    NOT_PUBLISHED,
    WRONG_USAGE,
    HomeOption,
    names_by_document,
    one_document,
    out,
    replaced_documents,
    stop,
    writing,
)
from ingest.correcting import NotBuilt
from ingest.corrections import Invalid
from ingest.home import Home


def correct(
    document: Annotated[str, typer.Argument(help=DOCUMENT_HELP)],
    home: HomeOption = None,
    report: Annotated[int, typer.Option(min=1, help="Which report of the document (report_no).")] = 1,
    block: Annotated[int | None, typer.Option(min=1, help="Place: paragraph or table.", show_default=False)] = None,
    row: Annotated[int | None, typer.Option(min=1, help="Place: row of the table.", show_default=False)] = None,
    col: Annotated[int | None, typer.Option(min=1, help="Place: column of the table.", show_default=False)] = None,
    measure: Annotated[str | None, typer.Option(help="Measure, like executed.", show_default=False)] = None,
    line: Annotated[int | None, typer.Option(min=1, help="Funding line (line_no).", show_default=False)] = None,
    indicator: Annotated[int | None, typer.Option(min=1, help="Indicator (indicator_no).", show_default=False)] = None,
    field: Annotated[
        str | None, typer.Option(help="Field of the indicator or the report, like score.", show_default=False)
    ] = None,
    expected: Annotated[
        str | None, typer.Option(help="What the source says; an empty text: nothing.", show_default=False)
    ] = None,
    value: Annotated[str | None, typer.Option(help="What is right, as printed.", show_default=False)] = None,
    reason: Annotated[str | None, typer.Option(help="Why.", show_default=False)] = None,
    author: Annotated[str | None, typer.Option(help="Who says so.", show_default=False)] = None,
    status: Annotated[str, typer.Option(help="proposed, accepted or rejected; only accepted ones apply.")] = "proposed",
) -> None:
    """Write a correction to the home's corrections/, to be reviewed there and applied by the next build.

    Name a figure by its place, its measure (and line) or its indicator and field, or name a field of the report. What
    stands there is shown; what is not given is asked for. Nothing is written where the source does not say what is
    expected.
    """
    place = Home.at(home)
    if not place.work_file.exists():
        stop(f"nothing is loaded in {place.root}; run jixiao refresh", NOT_PUBLISHED)
    target = {
        **{"report": report, "block": block, "row": row, "col": col},
        **{"measure": measure, "line": line, "indicator": indicator, "field": field},
    }
    with writing(place), load.opened(place) as connection:
        load.prepare(connection)
        texts: dict[str, str] = {name: str(number) for name, number in target.items() if number is not None}
        document_id = one_document(document, names_by_document(connection), replaced_documents(connection))
        texts |= {"document": document_id, "status": status}
        texts["date"] = now().date().isoformat()
        try:
            stands = correcting.standing(connection, place, texts)
            out.print(f"there stands: {stands or 'nothing'}", markup=False)
            answers: dict[str, str | None] = {
                "expected": _given("expected", expected, stands or "") or None,
                "value": _given("value", value),
                "reason": _given("reason", reason),
                "author": _given("author", author),
            }
            correction, file = correcting.add(connection, place, {**texts, **answers})
        except Invalid as error:
            stop(f"{'; '.join(error.problems)}; nothing was written", WRONG_USAGE)
        except NotBuilt as error:
            stop(str(error), NOT_PUBLISHED)
    out.print(f"written      {file}", markup=False)
    if correction.status == "accepted":
        out.print("Run jixiao build to apply it.")
    else:
        out.print(f"It is {correction.status}; with the status accepted the next build applies it.")


def _given(name: str, text: str | None, default: str | None = None) -> str:
    """What the option says, else the answer to a prompt."""
    if text is not None:
        return text
    try:
        answer: str = typer.prompt(f"{name:<12}", default=default)
    except typer.Abort:
        stop(f"--{name} is missing", WRONG_USAGE)
    return answer
