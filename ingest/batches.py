"""What was understood, written in batches, each in one transaction, while the next documents are read."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Executor, Future

import duckdb

from ingest import load
from ingest.load import DocumentRow, NameRow
from ingest.raw_rows import Content
from ingest.whereabouts import PlaceRow

BATCH_DOCUMENTS = 256
BATCH_BYTES = 40_000_000


class Batches:
    """The batch that waits to be written, and the one that `writer` is writing."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, writer: Executor) -> None:
        self._connection = connection
        self._writer = writer
        self._writing: Future[None] | None = None
        self._begin()

    @property
    def is_full(self) -> bool:
        return len(self._documents) >= BATCH_DOCUMENTS or self._bytes >= BATCH_BYTES

    def add(self, document: DocumentRow, content: Content) -> None:
        """Put in a document and, where it was understood, its rows."""
        self._documents.append(document)
        if content:
            self._contents.append(content)
            self._bytes += sum(map(len, content.values()))

    def add_name(self, name: NameRow) -> None:
        self._names.append(name)

    def write(self, places: Sequence[PlaceRow]) -> None:
        """Have the batch written with these places, once the one before is; raises what kept that one from it."""
        self.wait()
        batch = self._documents, self._names, places, self._contents
        if any(batch):
            self._writing = self._writer.submit(load.replace, self._connection, *batch)
        self._begin()

    def wait(self) -> None:
        """Wait for the batch that is being written; raises what kept it from being written."""
        if self._writing is not None:
            self._writing.result()

    def _begin(self) -> None:
        self._documents: list[DocumentRow] = []
        self._names: list[NameRow] = []
        self._contents: list[Content] = []
        self._bytes = 0
