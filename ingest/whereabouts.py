"""Which document was seen at which place, and in what order: so a changed file replaces what it held before.

A place is a path (below the home's inbox counted from the home, so that a home can be moved), or one in an archive.
What is seen is only written down; what it means for the reports is dbt's to say. A file that is gone stays as it was
last seen, until another place tells that its content has changed: then it is looked for.
"""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from ingest.archiving import hash_of
from ingest.clock import now
from ingest.home import Home


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A document seen at a place: a row of `raw.document_places`. `position` counts what was seen there, from 1;
    without a document, nothing that counts was there any more."""

    place: str
    position: int
    document_id: str | None
    seen_at: dt.datetime


class Whereabouts:
    """What was seen so far. `new` is what has yet to be written."""

    def __init__(self, home: Home, rows: Iterable[PlaceRow], rejected: Collection[str]) -> None:
        self._root = str(home.root) + os.sep
        self._inbox = str(home.inbox) + os.sep
        self._real = lru_cache(maxsize=4096)(os.path.realpath)
        self._last: dict[str, PlaceRow] = {}
        self._places: dict[str, set[str]] = {}
        self._read: dict[str, str] = {}
        for row in sorted(rows, key=lambda row: row.position):
            self._note(row)
            if row.document_id is not None and row.document_id not in rejected:
                self._read[row.place] = row.document_id
        self.new: list[PlaceRow] = []

    def saw(self, source: str, document_id: str, received_at: dt.datetime, is_rejected: bool) -> bool:
        """Note that a place holds a document; whether something readable was there before that no place holds now."""
        place = self._place_of(source)
        last = self._last.get(place)
        if last is not None and last.document_id == document_id:
            return False
        # What came back after a withdrawal came when its bytes first came, unless the place has held others since.
        came_first = document_id not in self._places and (last is None or last.seen_at <= received_at)
        self._add(place, document_id, received_at if came_first else now())
        before = self._read.get(place)
        if not is_rejected:
            self._read[place] = document_id
        return before is not None and before != document_id and not self._is_elsewhere(before)

    def _is_elsewhere(self, document_id: str) -> bool:
        """Whether another place holds the document; those that do not any more are noted to be empty."""
        found = False
        for place in sorted(self._places[document_id]):
            if self._last[place].document_id == document_id:
                if self._still_holds(place, document_id):
                    found = True
                else:
                    self._add(place, None, now())
        return found

    def emptied(self, source: str) -> None:
        """Note that a place holds no document of its own any more, as an archive all of whose members were had."""
        place = self._place_of(source)
        if place in self._last and self._last[place].document_id is not None:
            self._add(place, None, now())

    def _add(self, place: str, document_id: str | None, seen_at: dt.datetime) -> None:
        last = self._last.get(place)
        position = 1 if last is None else last.position + 1
        row = PlaceRow(place, position, document_id, seen_at if last is None else max(seen_at, last.seen_at))
        self._note(row)
        self.new.append(row)

    def _note(self, row: PlaceRow) -> None:
        last = self._last.get(row.place)
        if last is None or last.position < row.position:
            self._last[row.place] = row
        if row.document_id is not None:
            self._places.setdefault(row.document_id, set()).add(row.place)

    def _place_of(self, source: str) -> str:
        folder, name = os.path.split(source)
        path = os.path.join(self._real(folder), name)  # noqa: PTH118 — one for each of many files
        inside = path.removeprefix(self._root) if path.startswith(self._inbox) else path
        return os.fsencode(inside).decode("utf-8", "backslashreplace")

    def _still_holds(self, place: str, document_id: str) -> bool:
        """Whether the bytes still lie there; so it is taken where that cannot be told: of a name that is no UTF-8, of a
        file that may not be read, of an archive, which says so itself when it is read."""
        if "\\x" in place:
            return True
        try:
            return hash_of(Path(self._root, place)) == document_id
        except (FileNotFoundError, IsADirectoryError):
            return False
        except OSError:
            return True


def replaced(rows: Iterable[PlaceRow], rejected: Collection[str]) -> set[str]:
    """The documents at whose places others were seen since; what was rejected replaces nothing."""
    latest: dict[str, int] = {}
    by_document: dict[str, list[PlaceRow]] = {}
    for row in rows:
        if row.document_id not in rejected:
            latest[row.place] = max(row.position, latest.get(row.place, 0))
        if row.document_id is not None:
            by_document.setdefault(row.document_id, []).append(row)
    return {
        document_id
        for document_id, seen in by_document.items()
        if all(row.position < latest.get(row.place, 0) for row in seen)
    }
