"""Ingest: files to raw rows, with an outcome for each file and never one bad file stopping the others.

A content is known by the SHA-256 of its bytes. Its copy goes to the archive first and is read from there, so that a
file that changes meanwhile does no harm, and so that a newer reader can read it again without its source.
"""

from __future__ import annotations

import hashlib
import mimetypes
import os
import stat
import traceback
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import duckdb

from ingest import extract, load, readers
from ingest.clock import now
from ingest.document import Unreadable
from ingest.home import Home
from ingest.load import DocumentRow, NameRow
from ingest.records import Extraction

BATCH_DOCUMENTS = 64
_READING_CODE = ("document.py", "records.py", "extract.py", "readers", "lexicon", "forms")
_NO_REPORT = (
    "no evaluation report was recognised in it; if it is one, its form is not known yet "
    "(known: evaluation forms, score sheets, self-evaluation forms and reports)"
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file. `changed`: it was read in this run; else its content was known already."""

    source: str
    status: str
    reason: str | None
    report_count: int
    changed: bool
    document_id: str | None = None


Progress = Callable[[Outcome], None]


def reader_version() -> str:
    """A fingerprint of the code that reads and understands: documents read by other code are read again."""
    here = Path(__file__).parent
    digest = hashlib.sha256()
    for part in _READING_CODE:
        path = here / part
        for source in sorted(path.rglob("*.py")) if path.is_dir() else [path]:
            digest.update(source.relative_to(here).as_posix().encode())
            digest.update(source.read_bytes())
    return digest.hexdigest()[:12]


def discover(home: Home, paths: Iterable[Path]) -> tuple[list[Path], list[Outcome]]:
    """All files under the paths in a fixed order, and the folders that could not be looked into.

    Left aside: hidden files, Office's lock files (~$…), the READMEs that explain a folder, and the home's own files.
    """
    found: set[Path] = set()
    closed: list[Outcome] = []

    def cannot_look(error: OSError) -> None:
        closed.append(_unreadable(str(error.filename), f"the folder cannot be read ({error.strerror})"))

    for path in paths:
        if not path.is_dir():
            found.add(path)
            continue
        for folder, folders, names in os.walk(path, onerror=cannot_look):
            folders[:] = [name for name in folders if not _is_aside(home, Path(folder, name))]
            found.update(Path(folder, name) for name in names if not _is_aside(home, Path(folder, name)))
    return sorted(found), closed


def ingest(
    home: Home, connection: duckdb.DuckDBPyConnection, files: Sequence[Path], progress: Progress = lambda outcome: None
) -> list[Outcome]:
    """Load the files, then what older code read of the archive. The caller holds the home's lock."""
    load.prepare(connection)
    run = _Run(home, connection, progress)
    for file in files:
        run.take(file)
    run.reread_archive()
    run.flush()
    return run.outcomes


@dataclass(slots=True)
class _Run:
    """One run over many files: what is known already, and the batch that waits to be written."""

    home: Home
    connection: duckdb.DuckDBPyConnection
    progress: Progress
    version: str = field(default_factory=reader_version)
    outcomes: list[Outcome] = field(default_factory=list)
    _known: dict[str, DocumentRow] = field(init=False)
    _names: set[tuple[str, str]] = field(init=False)
    _new_documents: list[DocumentRow] = field(default_factory=list)
    _new_names: list[NameRow] = field(default_factory=list)
    _new_contents: list[load.Frames] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._known = load.known_documents(self.connection)
        self._names = load.known_names(self.connection)

    def take(self, file: Path) -> None:
        """Load one file, whatever is in it."""
        source = str(file)
        try:
            if not stat.S_ISREG(file.stat().st_mode):
                self._tell(_unreadable(source, "this is no regular file"))
                return
            document_id = _hash(file)
            if not self._is_up_to_date(document_id):
                document_id = self._archive(file)
        except OSError as error:
            self._tell(_unreadable(source, f"the file cannot be read ({error.strerror})"))
            return
        changed = not self._is_up_to_date(document_id)
        if changed:
            self._read(document_id, self._archived(document_id))
        self._name(document_id, _readable_name(file))
        self._tell(self._outcome(source, document_id, changed))

    def reread_archive(self) -> None:
        """Read again what other code has read, from the archived copies."""
        for document_id in sorted(self._known):
            archived = None if self._is_up_to_date(document_id) else self._archived(document_id)
            if archived is not None:
                self._read(document_id, archived)
                self._tell(self._outcome(self._any_name(document_id), document_id, changed=True))

    def flush(self) -> None:
        """Write the batch in one transaction."""
        if self._new_documents or self._new_names:
            load.replace(self.connection, self._new_documents, self._new_names, self._new_contents)
        self._new_documents, self._new_names, self._new_contents = [], [], []
