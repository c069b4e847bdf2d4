"""Ingest: files to raw rows, with an outcome for each file and never one bad file stopping the others.

A content is known by the SHA-256 of its bytes. Its copy goes to the archive first and is read from there, so that a
file that changes meanwhile does no harm, and so that a newer reader can read it again without its source. This process
finds, copies and writes; the reading is done by others, in whatever order they get it done.
"""

from __future__ import annotations

import shutil
import stat
import tempfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import duckdb

from ingest import archiving, load, withdrawals, zips
from ingest.batches import Batches
from ingest.clock import now
from ingest.discovery import readable_name
from ingest.document import Unreadable
from ingest.file_states import FileStates, Held, Stamp
from ingest.home import Home
from ingest.load import DocumentRow, NameRow
from ingest.outcome import Outcome, Progress, stops_all, unreadable
from ingest.reader_version import reader_version
from ingest.readers.word import office
from ingest.readings import Readings
from ingest.understanding import MAX_BYTES, Cause, Understood, too_large
from ingest.whereabouts import Whereabouts
from ingest.workers import Workers, from_environment

_SCRATCH = "scratch-"


def ingest(
    home: Home,
    connection: duckdb.DuckDBPyConnection,
    files: Sequence[Path],
    progress: Progress = lambda outcome: None,
    retry: bool = False,
) -> list[Outcome]:
    """Load the files, then what older code read of the archive; with `retry` also the files on which the program failed
    before. The caller holds the home's lock."""
    load.prepare(connection)
    withdrawn = withdrawals.read(home)
    load.remove(connection, [document_id for document_id, entry in withdrawn.items() if entry.for_good])
    workers = from_environment()
    _forget_unfinished(home)
    with tempfile.TemporaryDirectory(dir=home.warehouse, prefix=_SCRATCH) as scratch, ThreadPoolExecutor(1) as writer:
        run = _Run(home, connection, progress, withdrawn, workers, Batches(connection, writer), Path(scratch), retry)
        try:
            for file in files:
                run.take(file)
            run.reread_archive()
            run.finish()
        finally:
            workers.close()
    return sorted(run.outcomes, key=lambda outcome: outcome.source)


@dataclass(frozen=True, slots=True)
class _Given:
    """Whence a document came: a file or a member of an archive, or its copy in the archive, which is at no place."""

    source: str
    name: str
    is_place: bool = True


class _Run:
    """One run over many files: what is known already, and what is being read."""

    def __init__(
        self,
        home: Home,
        connection: duckdb.DuckDBPyConnection,
        progress: Progress,
        withdrawn: dict[str, withdrawals.Withdrawal],
        workers: Workers,
        batches: Batches,
        scratch: Path,
        retry: bool,
    ) -> None:
        self.home = home
        self.withdrawn = withdrawn
        self.progress = progress
        self.workers = workers
        self.batches = batches
        self.scratch = scratch
        self.readings = Readings(workers, scratch, self._finish)
        self.version = reader_version()
        self.outcomes: list[Outcome] = []
        self._states = FileStates(home.warehouse / "file_states.sqlite")
        self._known = load.known_documents(connection)
        self._to_retry = {row.document_id for row in self._known.values() if _is_worth_a_retry(row, retry)}
        rejected = {row.document_id for row in self._known.values() if row.status == "rejected"}
        self._whereabouts = Whereabouts(home, load.known_places(connection), rejected)
        self._names: dict[str, list[str]] = {}
        for row in load.known_names(connection):
            self._names.setdefault(row.document_id, []).append(row.source_name)
        self._being_read: dict[str, list[_Given]] = {}

    def take(self, file: Path) -> None:
        """Load one file or the files in an archive, whatever is in them."""
        source, name = str(file), readable_name(file.name)
        try:
            status = file.stat()
            if not stat.S_ISREG(status.st_mode):
                self._tell(unreadable(source, "不是普通文件 / it is no regular file"))
                return
            stamp = Stamp.of(status)
            contents = self._states.contents(file, stamp)
            if contents and all(self._is_settled(content.document_id) for content in contents):
                for content in contents:
                    inside = f"/{content.member}" if content.member else ""
                    self._tell_settled(_Given(source + inside, name + inside), content.document_id)
                return
            self.workers.make_room()
            is_archive = file.suffix.lower() == zips.SUFFIX and zips.office_suffix(file) is None
            given = _Given(source, name)
            contents = self._take_archive(file, given) if is_archive else [Held("", self._take_file(file, given))]
            if Stamp.of(file.stat()) == stamp:
                self._states.remember(file, stamp, contents)
        except OSError as error:
            if stops_all(error):
                raise
            self._tell(unreadable(source, f"文件无法读取 / the file cannot be read ({error.strerror})"))
        except archiving.Changing:
            self._tell(
                unreadable(source, "文件正在被写入，请稍后再试 / the file is changing; try again when it is complete")
            )

    def reread_archive(self) -> None:
        """Read again what other code has read."""
        for document_id in sorted(self._known):
            if self._is_settled(document_id) or document_id in self._being_read:
                continue
            archived = archiving.copy_of(self.home, document_id)
            if archived is not None:
                name = self._names[document_id][0]
                self._read(document_id, archived, _Given(name, name, is_place=False))
                self.workers.make_room()

    def finish(self) -> None:
        """Wait for what is being read and write the last batch."""
        self.readings.finish()
        self._flush()
        self.batches.wait()

    def _take_file(self, file: Path, given: _Given) -> str:
        """Have a file read unless its content is known; the document's id."""
        document_id = archiving.hash_of(file)
        if self._is_new(document_id):
            byte_size = file.stat().st_size
            if byte_size > MAX_BYTES:
                self._being_read[document_id] = [given]
                self._finish(document_id, byte_size, too_large(given.name))
                return document_id
            document_id, archived = archiving.keep(self.home, file, given.name)
            if self._is_new(document_id):
                self._read(document_id, archived, given)
                return document_id
        if document_id in self._being_read:
            self._being_read[document_id].append(given)
        else:
            self._tell_settled(given, document_id)
        return document_id

    def _take_archive(self, file: Path, given: _Given) -> list[Held]:
        """Take the members of an archive. Where some could not be had, the archive is a rejected document itself."""
        contents: list[Held] = []
        problems: list[str] = []
        with tempfile.TemporaryDirectory(dir=self.scratch) as scratch:
            try:
                for member in zips.members(file, Path(scratch)):
                    if member.path is None:
                        problems.append(f"{member.name}: {member.reason}")
                        continue
                    inside = _Given(f"{given.source}/{member.name}", f"{given.name}/{member.name}")
                    document_id = self._take_file(member.path, inside)
                    contents.append(Held(member.name, document_id))
                    self.workers.make_room()
                if not contents and not problems:
                    problems.append("压缩包内没有文件 / the archive holds no file")
            except Unreadable as error:
                problems.append(str(error))
        if not problems:
            self._whereabouts.emptied(given.source)
            return contents
        more = f" (+{len(problems) - 3})" if len(problems) > 3 else ""
        document_id = archiving.hash_of(file)
        if self._is_settled(document_id):
            self._tell_settled(given, document_id)
        else:
            self._being_read[document_id] = [given]
            rejected = Understood("rejected", "; ".join(problems[:3]) + more, "application/zip")
            self._finish(document_id, file.stat().st_size, rejected)
        return [*contents, Held("", document_id)]

    def _is_new(self, document_id: str) -> bool:
        return not self._is_settled(document_id) and document_id not in self._being_read

    def _is_settled(self, document_id: str) -> bool:
        """Whether there is nothing to read: this code has read it, or it is to stay out."""
        if self._is_out_for_good(document_id):
            return True
        known = self._known.get(document_id)
        return known is not None and known.reader_version == self.version and document_id not in self._to_retry

    def _is_out_for_good(self, document_id: str) -> bool:
        return document_id in self.withdrawn and self.withdrawn[document_id].for_good

    def _read(self, document_id: str, archived: Path, given: _Given) -> None:
        self._being_read[document_id] = [given]
        self.readings.read(document_id, archived, Path(given.name).stem)

    def _finish(self, document_id: str, byte_size: int, understood: Understood) -> None:
        """Put what was understood into the batch and tell all who gave these bytes."""
        if understood.failure is not None:
            self._log_failure(document_id, understood.failure)
        before = self._known.get(document_id) or self.withdrawn.get(document_id)
        row = DocumentRow(
            document_id=document_id,
            media_type=understood.media_type,
            encoding=understood.encoding,
            byte_size=byte_size,
            received_at=before.received_at if before else now(),
            status=understood.status,
            reason=understood.reason,
            report_count=understood.report_count,
            is_synthetic=understood.is_synthetic,
            reader_version=self.version,
            cause=understood.cause,
        )
        self._known[document_id] = row
        self._to_retry.discard(document_id)
        self.batches.add(row, understood.content)
        for rank, given in enumerate(self._being_read.pop(document_id)):
            self._tell_settled(given, document_id, changed=rank == 0)
        if self.batches.is_full:
            self._flush()

    def _flush(self) -> None:
        """Have the batch written with the new places, and keep what the files held."""
        self.batches.write(self._whereabouts.new)
        self._whereabouts.new = []
        self._states.save()

    def _log_failure(self, document_id: str, failure: str) -> None:
        """Keep the traceback for whoever mends the program."""
        self.home.logs.mkdir(parents=True, exist_ok=True)
        with (self.home.logs / "ingest.log").open("a", encoding="utf-8") as lines:
            lines.write(f"{now().isoformat()} {document_id}\n{failure}\n")

    def _tell_settled(self, given: _Given, document_id: str, changed: bool = False) -> None:
        """Tell the outcome of a content that is known by now, and keep the name and the place at which it came."""
        if self._is_out_for_good(document_id):
            reason = self.withdrawn[document_id].reason
            self._tell(Outcome(given.source, "withdrawn", reason, 0, changed=False))
            return
        names = self._names.setdefault(document_id, [])
        if given.name not in names:
            names.append(given.name)
            self.batches.add_name(NameRow(document_id, given.name, now()))
        row = self._known[document_id]
        held_others = given.is_place and self._whereabouts.saw(
            given.source, document_id, row.received_at, is_rejected=row.status == "rejected"
        )
        self._tell(Outcome(given.source, row.status, row.reason, row.report_count, changed, document_id, held_others))

    def _tell(self, outcome: Outcome) -> None:
        self.outcomes.append(outcome)
        self.progress(outcome)


def _forget_unfinished(home: Home) -> None:
    """Take away what a killed run has left behind."""
    archiving.forget_unfinished(home)
    for folder in home.warehouse.glob(f"{_SCRATCH}*"):
        shutil.rmtree(folder)


def _is_worth_a_retry(row: DocumentRow, asked: bool) -> bool:
    """Whether reading a rejected file again may end otherwise although neither the file nor the code has changed."""
    if row.cause == Cause.NO_CONVERTER:
        return asked or office.is_installed()
    return asked and row.cause == Cause.FAILURE
