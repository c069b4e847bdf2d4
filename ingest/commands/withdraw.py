"""`jixiao withdraw`: take a document out of the warehouse."""

from __future__ import annotations

import dataclasses
from typing import Annotated

import duckdb
import typer

from ingest import load, withdrawals
from ingest.clock import now
from ingest.commands.shared import (
    DOCUMENT_HELP,
    NOT_PUBLISHED,
    HomeOption,
    build_and_publish,
    names_by_document,
    one_document,
    out,
    replaced_documents,
    stop,
    writing,
)
from ingest.home import Home
from ingest.withdrawals import Withdrawal


def withdraw(
    document: Annotated[str, typer.Argument(help=DOCUMENT_HELP)],
    home: HomeOption = None,
    for_good: Annotated[bool, typer.Option("--for-good", help="Stay out, even when the file is given again.")] = False,
    reason: Annotated[str | None, typer.Option(help="Why; shown by jixiao status.", show_default=False)] = None,
    build: Annotated[bool, typer.Option("--build/--no-build", help="Build and publish without it at once.")] = True,
) -> None:
    """Take a document out: its reports leave the marts with the next build, which follows at once.

    A refresh that is given the file again brings it back, unless it was withdrawn [bold]--for-good[/bold]. Its copy in
    the archive stays and brings nothing back by itself.
    """
    place = Home.at(home)
    if not place.work_file.exists():
        stop(f"nothing is loaded in {place.root}", NOT_PUBLISHED)
    with writing(place):
        with load.opened(place) as connection:
            load.prepare(connection)
            withdrawal = _withdrawal(place, connection, document)
            withdrawals.add(place, dataclasses.replace(withdrawal, for_good=for_good, reason=reason))
            load.remove(connection, [withdrawal.document_id])
        names = " = ".join(withdrawal.names)
        out.print(f"withdrawn {names} ({withdrawal.document_id[:12]}){' for good' if for_good else ''}", markup=False)
        if build:
            build_and_publish(place, only_if_changed=True)


def _withdrawal(home: Home, connection: duckdb.DuckDBPyConnection, document: str) -> Withdrawal:
    """Of a loaded document, or of one that is withdrawn already; leaves where there is neither."""
    documents, withdrawn = load.known_documents(connection), withdrawals.read(home)
    names = names_by_document(connection)
    all_names = {**{key: row.names for key, row in withdrawn.items()}, **names}
    document_id = one_document(document, all_names, replaced_documents(connection))
    if document_id not in documents:
        return dataclasses.replace(withdrawn[document_id], withdrawn_at=now())
    return Withdrawal(document_id, tuple(names[document_id]), documents[document_id].received_at, now())
