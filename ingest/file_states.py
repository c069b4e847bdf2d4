"""What each file held when it was last read, so that one that has not changed costs a look at it and no reading.

This is a memory aid: without it files are read again to get their hash, and nothing else changes.
"""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

_SETTLED_NANOSECONDS = 2_000_000_000
_TABLE = (
    "CREATE TABLE IF NOT EXISTS contents (path BLOB, member TEXT, size INTEGER, mtime_ns INTEGER, inode INTEGER, "
    "document_id TEXT, PRIMARY KEY (path, member)) WITHOUT ROWID"
)


@dataclass(frozen=True, slots=True)
class Stamp:
    """By what a change of a file shows."""

    size: int
    mtime_ns: int
    inode: int

    @classmethod
    def of(cls, status: os.stat_result) -> Stamp:
        return cls(status.st_size, status.st_mtime_ns, status.st_ino)

    @property
    def is_settled(self) -> bool:
        """Whether another change would show: the clock of a file system is too coarse for two in one moment."""
        return abs(time.time_ns() - self.mtime_ns) > _SETTLED_NANOSECONDS


@dataclass(frozen=True, slots=True)
class Held:
    """A document in a file; `member` names it within an archive, and is empty for the file itself."""

    member: str
    document_id: str


class FileStates:
    """The contents of files by path and stamp, kept in one small file of the home's warehouse."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._new: dict[bytes, tuple[Stamp, Sequence[Held]]] = {}
        self._known: dict[bytes, tuple[Stamp, list[Held]]] = {}
        try:
            self._read()
        except sqlite3.DatabaseError:
            path.unlink(missing_ok=True)
            self._known.clear()
            self._read()

    def contents(self, file: Path, stamp: Stamp) -> Sequence[Held]:
        """What the file held when it looked like this; nothing where that is not known."""
        known_stamp, contents = self._known.get(os.fsencode(file.absolute()), (None, ()))
        return contents if known_stamp == stamp else ()

    def remember(self, file: Path, stamp: Stamp, contents: Sequence[Held]) -> None:
        """Keep it with the next `save`, where a later change is sure to show."""
        if contents and stamp.is_settled:
            self._new[os.fsencode(file.absolute())] = (stamp, contents)

    def save(self) -> None:
        """Write down what is new."""
        if not self._new:
            return
        rows = [
            (path, content.member, stamp.size, stamp.mtime_ns, stamp.inode, content.document_id)
            for path, (stamp, contents) in self._new.items()
            for content in contents
        ]
        database = self._open()
        with database:
            database.executemany("DELETE FROM contents WHERE path = ?", [(path,) for path in self._new])
            database.executemany("INSERT OR REPLACE INTO contents VALUES (?, ?, ?, ?, ?, ?)", rows)
        database.close()
        self._new.clear()

    def _read(self) -> None:
        database = self._open()
        with database:
            for path, member, size, mtime_ns, inode, document_id in database.execute("SELECT * FROM contents"):
                _, contents = self._known.setdefault(path, (Stamp(size, mtime_ns, inode), []))
                contents.append(Held(member, document_id))
        database.close()

    def _open(self) -> sqlite3.Connection:
        database = sqlite3.connect(self._path)
        database.execute(_TABLE)
        return database
