"""`jixiao status`: what became of every document, without waiting for anybody."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import duckdb
import typer

from ingest import load, publish, withdrawals
from ingest.commands.shared import (
    NOT_PUBLISHED,
    HomeOption,
    counted,
    names_by_document,
    out,
    replaced_documents,
    stop,
    tell_document,
)
from ingest.home import Home
from ingest.publish import Generation
from ingest.understanding import Cause

_CORRECTED = """
SELECT reports.document_id, count(*)
FROM marts.corrections AS corrections
INNER JOIN raw.reports AS reports ON corrections.replaced_by_report_id = reports.report_id
WHERE corrections.status = 'applied'
GROUP BY reports.document_id
"""
_KNOWS_CORRECTED = """
SELECT count(*) > 0 FROM duckdb_columns()
WHERE schema_name = 'marts' AND table_name = 'corrections' AND column_name = 'replaced_by_report_id'
"""


class Outcome(StrEnum):
    """What became of a document, those to look at first."""

    rejected = "rejected"
    partial = "partial"
    loaded = "loaded"
    withdrawn = "withdrawn"


def status(
    home: HomeOption = None,
    only: Annotated[
        list[Outcome] | None, typer.Option(help="List only those that came out like this; again for more.")
    ] = None,
) -> None:
    """List the documents with their outcome and its reason, and the published generation.

    Those to look at come first. Under a document's name stand the first digits of its SHA-256: other commands know it
    by either. While another jixiao works on the home, the documents are listed as they were published last.
    """
    place = Home.at(home)
    generation = publish.current(place)
    out.print(f"home        {place.root}{'  (samples)' if place.holds_samples else ''}", markup=False)
    if generation is None:
        out.print("published   nothing yet; run: jixiao refresh")
    else:
        out.print(f"published   {generation.id}, {generation.published_at.astimezone():%Y-%m-%d %H:%M}")
    with place.reading() as writer:
        if writer is not None:
            until = f"generation {generation.id}" if generation else "nothing, as nothing is published yet"
            out.print(f"running     another jixiao is at work here (process {writer}); listed is {until}")
        source = _source(place, generation, is_free=writer is None)
        if source is None:
            out.print("documents   none")
            return
        try:
            with duckdb.connect(str(source), read_only=True) as connection:
                _list(place, connection, set(only or Outcome))
        except (duckdb.Error, withdrawals.Damaged) as error:
            stop(f"the documents of {place.root} cannot be listed: {error}", NOT_PUBLISHED)


def _source(home: Home, generation: Generation | None, is_free: bool) -> Path | None:
    """The working file; while another process writes it, the published generation, which holds the same tables."""
    if is_free:
        return home.work_file if home.work_file.exists() else None
    return generation.path if generation else None


def _list(home: Home, connection: duckdb.DuckDBPyConnection, only: set[Outcome]) -> None:
    documents = load.known_documents(connection)
    coverage = load.coverage(connection) if documents else {}
    replaced = replaced_documents(connection)
    names = names_by_document(connection)
    corrected = _corrected_before(connection)
    out.print(f"documents   {counted(row.status for row in documents.values())}\n")
    listed = [document for document in documents.values() if document.status in only]
    order = list(Outcome)
    for document in sorted(listed, key=lambda row: (order.index(Outcome(row.status)), names[row.document_id])):
        name = " = ".join(names[document.document_id])
        tell_document(document.status, name, document.report_count, document.reason)
        placed, unplaced = coverage.get(document.document_id, (0, 0))
        figures = "" if document.status == "rejected" else f"  {placed} figures placed, {unplaced} not"
        out.print(f"           {document.document_id[:12]}{figures}", style="dim")
        if document.document_id in replaced:
            out.print("           replaced: its file holds other contents now", style="dim")
        if count := corrected.get(document.document_id):
            them = "a correction" if count == 1 else f"{count} corrections"
            told = f"{them} of an earlier version not carried over: jixiao diff {document.document_id[:12]}"
            out.print(f"           {told}", style="yellow")
    for withdrawal in withdrawals.read(home).values():
        if withdrawal.document_id not in documents and Outcome.withdrawn in only:
            name = f"{' = '.join(withdrawal.names)} ({withdrawal.document_id[:12]}{', for good' * withdrawal.for_good})"
            tell_document("withdrawn", name, 0, withdrawal.reason)
    failed = sum(row.cause == Cause.FAILURE for row in documents.values())
    if failed:
        out.print(f"\nReading failed on {failed}; to try again: jixiao refresh --retry")


def _corrected_before(connection: duckdb.DuckDBPyConnection) -> dict[str, int]:
    """How many corrections an earlier version of a document's reports had, as the last build knows."""
    knows = connection.sql(_KNOWS_CORRECTED).fetchall() == [(True,)]
    return dict(connection.sql(_CORRECTED).fetchall()) if knows else {}
