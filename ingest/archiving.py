"""The archive: a copy of every content under its hash, made before anything reads it."""

from __future__ import annotations

import hashlib
import os
import shutil
from pathlib import Path

from ingest import zips
from ingest.file_states import Stamp
from ingest.home import Home

_COPYING_TRIES = 3
_INCOMING = ".incoming-"


class Changing(Exception):
    """A file was written to each time that it was copied."""


def hash_of(file: Path) -> str:
    """The document's id: the SHA-256 of the bytes."""
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def keep(home: Home, file: Path, name: str) -> tuple[str, Path]:
    """Copy the bytes to their place, for the owner's eyes; their hash is taken of what was copied. The caller holds the
    home's lock. Raises `Changing`."""
    home.archive.mkdir(parents=True, exist_ok=True)
    copy = home.archive / f"{_INCOMING}{os.getpid()}"
    try:
        copy.touch(mode=0o600)
        for _ in range(_COPYING_TRIES):
            before = Stamp.of(file.stat())
            with file.open("rb") as source, copy.open("wb") as target:
                shutil.copyfileobj(source, target)
            if Stamp.of(file.stat()) == before:
                document_id = hash_of(copy)
                place = home.archived(document_id, _suffix_of(file, name))
                place.parent.mkdir(exist_ok=True)
                copy.replace(place)
                return document_id, place
    finally:
        copy.unlink(missing_ok=True)
    raise Changing


def copy_of(home: Home, document_id: str) -> Path | None:
    """Where the content is kept; None where it is not."""
    return min(home.archived(document_id).parent.glob(f"{document_id}*"), default=None)


def forget_unfinished(home: Home) -> None:
    """Take away the copies that a killed run has left half-made."""
    for copy in home.archive.glob(f"{_INCOMING}*"):
        copy.unlink()


def _suffix_of(file: Path, name: str) -> str:
    """The suffix under which a copy is kept; one that no reader can know is left off, however long it is."""
    suffix = Path(name).suffix.lower()
    if suffix == zips.SUFFIX:
        return zips.office_suffix(file) or suffix
    return suffix if len(suffix) <= 8 and suffix[1:].isalnum() else ""
