"""Files on their way from the browser into the home's inbox."""

from __future__ import annotations

import re
import secrets
from pathlib import Path, PurePosixPath

from ingest.home import Home

_UNSAFE = re.compile(r"[\x00-\x1f/\\]")
_LONGEST = 200


def save(home: Home, name: str, content: bytes) -> Path:
    """Put a file into the inbox under its own name, whole or not at all; one of that name gives way."""
    home.inbox.mkdir(parents=True, exist_ok=True)
    target = home.inbox / _file_name(name)
    unfinished = home.inbox / f".{secrets.token_hex(8)}.part"
    try:
        unfinished.write_bytes(content)
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)
    return target


def _file_name(name: str) -> str:
    """The last part of a name, without what could lead elsewhere or hide the file, and not too long for a disk."""
    plain = _UNSAFE.sub("_", PurePosixPath(name.replace("\\", "/")).name).lstrip(".~") or "upload"
    stem, dot, suffix = plain.rpartition(".")
    while len(plain.encode()) > _LONGEST:
        stem = stem[:-1]
        plain = stem + dot + suffix
    return plain
