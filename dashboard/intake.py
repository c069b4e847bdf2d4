"""Files on their way from the browser into the home's inbox."""

from __future__ import annotations

import re
import secrets
from pathlib import Path, PurePosixPath

from ingest.home import Home

_UNSAFE = re.compile(r"[\x00-\x1f/\\]")
_LONGEST = 200


def save(home: Home, name: str, content: bytes) -> Path:
    """Put a file into the inbox under its own name, whole or not at all.

    Many units send a 自评表.docx: one of other contents than the file of that name gets a number, as it would replace
    what that file has given.
    """
    home.inbox.mkdir(parents=True, exist_ok=True)
    target = _free(home.inbox / _file_name(name), content)
    unfinished = home.inbox / f".{secrets.token_hex(8)}.part"
    try:
        unfinished.write_bytes(content)
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)
    return target


def _free(wanted: Path, content: bytes) -> Path:
    """The path, numbered until no file of other contents is there."""
    target, number = wanted, 1
    while target.exists() and target.read_bytes() != content:
        number += 1
        target = wanted.with_stem(f"{wanted.stem} ({number})")
    return target


def _file_name(name: str) -> str:
    """The last part of a name, without what could lead elsewhere or hide the file, and not too long for a disk."""
    plain = _UNSAFE.sub("_", PurePosixPath(name.replace("\\", "/")).name).lstrip(".~") or "upload"
    stem, dot, suffix = plain.rpartition(".")
    while len(plain.encode()) > _LONGEST:
        stem = stem[:-1]
        plain = stem + dot + suffix
    return plain
