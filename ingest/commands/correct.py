"""`jixiao correct`: write one correction, after showing what stands at its place."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Annotated

import duckdb
import typer

from ingest import corrections, load
from ingest.clock import now
from ingest.commands.shared import NOT_PUBLISHED, WRONG_USAGE, HomeOption, one_document, out, stop, writing
from ingest.corrections import Correction, Invalid, Placed
from ingest.home import Home

_OUTCOME = "SELECT problem, stands_now FROM staging.stg_correction_outcomes WHERE correction_id = ?"
_PROBLEMS = {
    "nothing_there": "no figure or field of the warehouse is there; see fct_reported_amounts and fct_indicator_scores",
    "other_text": "that is not what the source says; give --expected as it stands there",
    "several_figures": "that is said by several figures; name one by its place (--block, --row, --col) or its --line",
    "other_unit": "the value's unit does not fit what is corrected; write the value in the unit of the source",
    "corrected_twice": "another accepted correction already corrects it; reject that one first",
}


def correct(
    document: Annotated[str, typer.Argument(help="The document's SHA-256, or its first 12 digits or more.")],
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
    with writing(place), duckdb.connect(str(place.work_file)) as connection:
        load.prepare(connection)
        texts: dict[str, str] = {name: str(number) for name, number in target.items() if number is not None}
        texts |= {"document": one_document(document, load.known_documents(connection)), "status": status}
        texts["date"] = now().date().isoformat()
        try:
            known = corrections.read(place)
            stands = _standing(connection, known, texts)
            out.print(f"there stands: {stands or 'nothing'}", markup=False)
            answers: dict[str, str | None] = {
                "expected": _given("expected", expected, stands or "") or None,
                "value": _given("value", value),
                "reason": _given("reason", reason),
                "author": _given("author", author),
            }
            correction = corrections.from_texts({**texts, **answers})
        except Invalid as error:
            stop("; ".join(error.problems), WRONG_USAGE)
        if correction.id in {placed.correction.id for placed in known}:
            stop(f"{place.corrections} says so already (correction {correction.id})", WRONG_USAGE)
        problem, _ = _outcome(connection, known, correction)
    if problem is not None:
        stop(f"{_PROBLEMS[problem]}; nothing was written", WRONG_USAGE)
    out.print(f"written      {_write(place, correction)}", markup=False)
    if correction.status == "accepted":
        out.print("Run jixiao build to apply it.")
    else:
        out.print(f"It is {correction.status}; with the status accepted the next build applies it.")


def _standing(connection: duckdb.DuckDBPyConnection, known: list[Placed], texts: dict[str, str]) -> str | None:
    """What the source says at the place, whatever is expected there."""
    wrong = corrections.wrong_target(texts)
    if wrong:
        raise Invalid(wrong)
    numbers = {name: int(texts[name]) for name in corrections.NUMBERS & texts.keys()}
    words = {name: texts[name] for name in ("document", "measure", "field", "status") if name in texts}
    asked = Correction(**words, **numbers, expected=None, value="", reason="", author="", date=dt.date.min)  # type: ignore[arg-type]
    return _outcome(connection, known, asked)[1]


def _outcome(
    connection: duckdb.DuckDBPyConnection, known: list[Placed], correction: Correction
) -> tuple[str | None, str | None]:
    """(problem, what stands there) if the correction were among the known ones; it is not kept."""
    connection.begin()
    try:
        corrections.store(connection, [*known, Placed(correction, "", 0)])
        [outcome] = connection.execute(_OUTCOME, [correction.id]).fetchall()
    except duckdb.CatalogException:
        stop("nothing is built yet; run jixiao build", NOT_PUBLISHED)
    finally:
        connection.rollback()
    return outcome


def _given(name: str, text: str | None, default: str | None = None) -> str:
    """What the option says, else the answer to a prompt."""
    if text is not None:
        return text
    try:
        answer: str = typer.prompt(f"{name:<12}", default=default)
    except typer.Abort:
        stop(f"--{name} is missing", WRONG_USAGE)
    return answer


def _write(home: Home, correction: Correction) -> Path:
    home.corrections.mkdir(parents=True, exist_ok=True)
    path = home.corrections / f"{correction.date.isoformat()}-{correction.id}.yml"
    unfinished = path.with_suffix(".new")
    unfinished.write_text(correction.as_yaml(), encoding="utf-8")
    unfinished.replace(path)
    return path
