"""Web pages under the names of Office files, as budget systems export them: plain, or a MIME file with their images."""

from __future__ import annotations

import re
from email import message_from_bytes
from pathlib import Path

_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!doctype\s+html|<html\b|<head\b|<body\b|<meta\b|<table\b|<div\b|<p\b)",
    re.IGNORECASE,
)
_MIME = re.compile(rb"(?:\xef\xbb\xbf)?\s*mime-version\s*:", re.IGNORECASE)
_START = 1000


def is_page(path: Path) -> bool:
    """Whether a file holds a web page, whatever it is called."""
    with path.open("rb") as file:
        start = file.read(_START)
    return bool(_PAGE.match(start) or _MIME.match(start))


def page_in(data: bytes) -> bytes:
    """The bytes of the page: `data` itself, or the first page in a MIME file."""
    if not _MIME.match(data[:_START]):
        return data
    parts = message_from_bytes(data.lstrip(b"\xef\xbb\xbf")).walk()
    pages = (part.get_payload(decode=True) for part in parts if part.get_content_type() == "text/html")
    return next((page for page in pages if isinstance(page, bytes)), b"")
