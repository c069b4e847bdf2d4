"""Readers: one file format each, all giving a `Document`. They know bytes and nothing of budgets."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from ingest.document import Document, Unreadable
from ingest.readers import csv, text
from ingest.readers.flattened import restore
from ingest.readers.portable import pdf
from ingest.readers.sheets import sheet
from ingest.readers.web import html, markdown
from ingest.readers.word import docx, office

_BY_SUFFIX: dict[str, Callable[[bytes], Document]] = {
    **dict.fromkeys((".txt", ".text"), text.read_bytes),
    **dict.fromkeys((".docx", ".docm", ".dotx", ".dotm"), docx.read_bytes),
    ".pdf": pdf.read_bytes,
    **dict.fromkeys((".xlsx", ".xlsm", ".xls", ".et", ".ods"), sheet.read_bytes),
    **dict.fromkeys((".html", ".htm"), html.read_bytes),
    **dict.fromkeys((".md", ".markdown"), markdown.read_bytes),
    **dict.fromkeys((".csv", ".tsv"), csv.read_bytes),
}
SUPPORTED = tuple(sorted({*_BY_SUFFIX, *office.SUFFIXES}))
_FLATTENED = frozenset({"text/plain", "text/html", "text/markdown"})


def read(path: Path) -> Document:
    """Read a file. Raises `Unreadable` with what is wrong and what to do."""
    suffix = path.suffix.lower()
    if suffix not in SUPPORTED:
        raise Unreadable(
            f"不支持 {suffix or '无后缀'} 格式，请另存为 {'、'.join(SUPPORTED)} / "
            f"the format {suffix or 'without a suffix'} is not read; save it as one of {', '.join(SUPPORTED)}"
        )
    try:
        document = _BY_SUFFIX[suffix](path.read_bytes()) if suffix in _BY_SUFFIX else office.read_path(path)
    except OSError as error:
        raise Unreadable(
            f"文件打不开（{error.strerror}），请检查文件是否存在、是否有读取权限 / "
            f"the file cannot be opened ({error.strerror}); check that it exists and may be read"
        ) from error
    return restore(document) if document.media_type in _FLATTENED else document


__all__ = ["SUPPORTED", "read"]
