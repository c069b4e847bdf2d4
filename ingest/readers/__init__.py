"""Readers: one file format each, all giving a `Document`. They know bytes and nothing of budgets."""

from __future__ import annotations

from pathlib import Path

from ingest.document import Document, Unreadable
from ingest.readers import text

_BY_SUFFIX = {".txt": text.read_bytes, ".text": text.read_bytes, ".tsv": text.read_bytes}
SUPPORTED = tuple(sorted(_BY_SUFFIX))


def read(path: Path) -> Document:
    """Read a file. Raises `Unreadable` with what is wrong and what to do."""
    reader = _BY_SUFFIX.get(path.suffix.lower())
    if reader is None:
        raise Unreadable(
            f"不支持 {path.suffix or '无后缀'} 格式，请另存为 {'、'.join(SUPPORTED)} / "
            f"the format {path.suffix or 'without a suffix'} is not read; save it as one of {', '.join(SUPPORTED)}"
        )
    try:
        data = path.read_bytes()
    except OSError as error:
        raise Unreadable(
            f"文件打不开（{error.strerror}），请检查文件是否存在、是否有读取权限 / "
            f"the file cannot be opened ({error.strerror}); check that it exists and may be read"
        ) from error
    return reader(data)


__all__ = ["SUPPORTED", "read"]
