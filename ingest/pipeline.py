"""Ingest: files to raw rows, with an outcome for each file and never one bad file stopping the others.

A content is known by the SHA-256 of its bytes. Its copy goes to the archive first and is read from there, so that a
file that changes meanwhile does no harm, and so that a newer reader can read it again without its source.
"""

from __future__ import annotations

import hashlib
import mimetypes
import os
import shutil
import stat
import tempfile
import traceback
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb

from ingest import extract, load, readers
from ingest.clock import now
from ingest.document import Unreadable
from ingest.home import Home
from ingest.load import DocumentRow, NameRow
from ingest.records import Extraction

BATCH_DOCUMENTS = 64
_READING_CODE = ("document.py", "records.py", "extract.py", "load.py", "readers", "lexicon", "forms")
_NO_REPORT = (
    "未识别到绩效自评（评价）报告：可能是空白模板或其他材料，也可能是尚不认识的表式 / "
    "no evaluation report was recognised in it: a blank template, another kind of document, or a form not known yet"
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
            folders[:] = [
                name
                for name in folders
                if not _is_aside(name) and Path(folder, name).resolve() not in (home.archive, home.warehouse)
            ]
            found.update(Path(folder, name) for name in names if not _is_aside(name))
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


class _Run:
    """One run over many files: what is known already, and the batch that waits to be written."""

    def __init__(self, home: Home, connection: duckdb.DuckDBPyConnection, progress: Progress) -> None:
        self.home = home
        self.connection = connection
        self.progress = progress
        self.version = reader_version()
        self.outcomes: list[Outcome] = []
        self._known = load.known_documents(connection)
        self._names: dict[str, list[str]] = {}
        for row in load.known_names(connection):
            self._names.setdefault(row.document_id, []).append(row.source_name)
        self._clear_batch()

    def take(self, file: Path) -> None:
        """Load one file, whatever is in it."""
        try:
            if not stat.S_ISREG(file.stat().st_mode):
                self._tell(_unreadable(str(file), "it is no regular file"))
                return
            document_id = _hash_of(file)
            if not self._is_up_to_date(document_id):
                document_id = self._archive(file)
        except OSError as error:
            self._tell(_unreadable(str(file), f"the file cannot be read ({error.strerror})"))
            return
        changed = not self._is_up_to_date(document_id)
        if changed:
            self._read(document_id, self.home.archived(document_id, file.suffix))
        name = _readable_name(file)
        if name not in self._names.setdefault(document_id, []):
            self._names[document_id].append(name)
            self._new_names.append(NameRow(document_id, name, now()))
        self._tell(self._outcome(str(file), document_id, changed))

    def reread_archive(self) -> None:
        """Read again what other code has read."""
        for document_id in sorted(self._known):
            if self._is_up_to_date(document_id):
                continue
            for archived in sorted(self.home.archived(document_id).parent.glob(f"{document_id}*"))[:1]:
                self._read(document_id, archived)
                self._tell(self._outcome(self._names[document_id][0], document_id, changed=True))

    def flush(self) -> None:
        """Write the batch in one transaction."""
        if self._new_documents or self._new_names:
            load.replace(self.connection, self._new_documents, self._new_names, self._new_contents)
        self._clear_batch()

    def _clear_batch(self) -> None:
        self._new_documents: list[DocumentRow] = []
        self._new_names: list[NameRow] = []
        self._new_contents: list[load.Frames] = []

    def _is_up_to_date(self, document_id: str) -> bool:
        known = self._known.get(document_id)
        return known is not None and known.reader_version == self.version

    def _archive(self, file: Path) -> str:
        """Copy the bytes to their place in the archive; their hash is taken of what was copied."""
        self.home.archive.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=self.home.archive, prefix=".incoming-", delete=False) as copy:
            try:
                with file.open("rb") as source:
                    shutil.copyfileobj(source, copy)
                copy.flush()
                document_id = _hash_of(Path(copy.name))
                place = self.home.archived(document_id, file.suffix)
                place.parent.mkdir(exist_ok=True)
                Path(copy.name).replace(place)
            except BaseException:
                Path(copy.name).unlink(missing_ok=True)
                raise
        return document_id

    def _read(self, document_id: str, archived: Path) -> None:
        """Read and understand the archived copy and put it into the batch. What is rejected is not kept."""
        status, reason, document, extraction = "rejected", None, None, Extraction()
        byte_size = archived.stat().st_size
        try:
            document = readers.read(archived)
            extraction = extract.extract(document)
            content = load.frames(document_id, document, extraction)
            status, reason = _judge(extraction)
        except Unreadable as error:
            reason = str(error)
        except Exception as error:
            reason = self._log_failure(document_id, error)
        if status == "rejected":
            archived.unlink()
        else:
            self._new_contents.append(content)
        before = self._known.get(document_id)
        row = DocumentRow(
            document_id=document_id,
            media_type=document.media_type if document else _guessed_media_type(archived),
            encoding=document.encoding if document else None,
            byte_size=byte_size,
            received_at=before.received_at if before else now(),
            status=status,
            reason=reason,
            report_count=len(extraction.reports) if status != "rejected" else 0,
            is_synthetic=False,
            reader_version=self.version,
        )
        self._known[document_id] = row
        self._new_documents.append(row)
        if len(self._new_documents) >= BATCH_DOCUMENTS:
            self.flush()

    def _log_failure(self, document_id: str, error: Exception) -> str:
        """Keep the traceback for whoever mends the program; the reason names the place."""
        self.home.logs.mkdir(parents=True, exist_ok=True)
        log = self.home.logs / "ingest.log"
        with log.open("a", encoding="utf-8") as lines:
            lines.write(f"{now().isoformat()} {document_id}\n{''.join(traceback.format_exception(error))}\n")
        place = traceback.extract_tb(error.__traceback__)[-1]
        return (
            f"the program failed on it: {type(error).__name__} in {Path(place.filename).name} line {place.lineno} "
            f"({error}); details are in {log.name} of the home's warehouse/logs"
        )

    def _outcome(self, source: str, document_id: str, changed: bool) -> Outcome:
        row = self._known[document_id]
        return Outcome(source, row.status, row.reason, row.report_count, changed, document_id)

    def _tell(self, outcome: Outcome) -> None:
        self.outcomes.append(outcome)
        self.progress(outcome)


def _judge(extraction: Extraction) -> tuple[str, str | None]:
    """Status and reason of a document that could be read."""
    if not extraction.reports:
        return "rejected", _NO_REPORT
    lost = [(notice.detail, notice.evidence) for notice in extraction.notices if notice.kind == "not_understood"]
    lost += [(f"{figure.about} {figure.value_text}", figure.evidence) for figure in extraction.unplaced]
    if not lost:
        return "loaded", None
    detail, place = lost[0]
    numbers = (place.page_no, place.block_no, place.row_no, place.col_no)
    named = list(zip(("页", "段", "行", "格"), ("page", "block", "row", "cell"), numbers, strict=True))
    where_zh = "".join(f"第{number}{zh}" for zh, _, number in named if number is not None)
    where_en = ", ".join(f"{en} {number}" for _, en, number in named if number is not None)
    return "partial", (
        f"{len(lost)} 处数字未能归位，首处：{detail}（{where_zh}） / "
        f"{len(lost)} figures or places were not placed, the first in {where_en}"
    )


def _unreadable(source: str, reason: str) -> Outcome:
    return Outcome(source, "rejected", reason, 0, changed=False)


def _is_aside(name: str) -> bool:
    return name.startswith((".", "~$", "README"))


def _hash_of(file: Path) -> str:
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def _readable_name(file: Path) -> str:
    """The file's name as text: names from old archives are often GBK bytes."""
    raw = os.fsencode(file.name)
    try:
        name = raw.decode("utf-8")
    except UnicodeDecodeError:
        name = raw.decode("gb18030", errors="replace")
    return unicodedata.normalize("NFC", name)


def _guessed_media_type(file: Path) -> str:
    return mimetypes.guess_type(file.name)[0] or "application/octet-stream"
