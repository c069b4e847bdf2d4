"""Which code read a document."""

from __future__ import annotations

import hashlib
from pathlib import Path

_READING_CODE = (
    *("document.py", "evidence.py", "records.py", "extract.py", "raw_rows.py", "understanding.py"),
    *("readers", "lexicon", "forms", "observations"),
)


def reader_version(package: Path = Path(__file__).parent) -> str:
    """A fingerprint of the code that reads and understands: documents read by other code are read again."""
    digest = hashlib.sha256()
    for part in _READING_CODE:
        path = package / part
        for source in sorted(path.rglob("*.py")) if path.is_dir() else [path]:
            digest.update(source.relative_to(package).as_posix().encode())
            digest.update(source.read_bytes())
    return digest.hexdigest()[:12]
