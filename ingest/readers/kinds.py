"""What a file is, told by its bytes: systems export web pages as .doc and .xls, and people rename what they have."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Collection

from ingest.document import Unreadable
from ingest.readers import ole
from ingest.readers.decoding import decode
from ingest.readers.office_zip import MAX_DIRECTORY_BYTES, directory_bytes

SPREADSHEET_2003 = b"urn:schemas-microsoft-com:office:spreadsheet"
WORD_2003 = b"http://schemas.microsoft.com/office/word/2003/wordml"
FLAT_PACKAGE = b"http://schemas.microsoft.com/office/2006/xmlpackage"
FLAT_OPEN_DOCUMENT = b"urn:oasis:names:tc:opendocument:xmlns:office"
"""Namespaces of the documents that are one XML file, in lower case; the last one is not read."""

_HEAD = 4096
_PARTS = {"word/": ".docx", "xl/": ".xlsx", "ppt/": ".pptx"}
_STREAMS = {"WordDocument": ".doc", "Workbook": ".xls", "Book": ".xls"}
_XML = {SPREADSHEET_2003: ".xls", WORD_2003: ".docx", FLAT_PACKAGE: ".docx"}
_OPEN_DOCUMENT = {
    b"mimetypeapplication/vnd.oasis.opendocument.text": ".odt",
    b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet": ".ods",
}
_PAGE = (b"<html", b"<!doctype html")
_PIECE_OF_PAGE = (b"<head", b"<body", b"<meta", b"<table", b"<div", b"<p>", b"<p ")
_MARKS = b"\xef\xbb\xbf\xff\xfe \t\r\n"
_TEXT = frozenset({".txt", ".text", ".md", ".markdown", ".csv", ".tsv"})
_MARKDOWN = frozenset({".md", ".markdown"})
_OF_WORD = frozenset({".doc", ".dot", ".wps", ".wpt", ".rtf", ".docx", ".docm", ".dotx", ".dotm"})


def true_suffix(data: bytes, given: str) -> str:
    """The suffix that fits the bytes of a file; the one that it has (lower case) where they do not say."""
    found = _of_container(data) or _of_markup(markup_start(data), given)
    if found is None and given in _OF_WORD and _is_text(data):
        return ".txt"
    return found or given


def markup_start(data: bytes) -> bytes:
    """The beginning of a text in lower case, without what tells its encoding, white space, and the zeros of UTF-16."""
    return data[:_HEAD].replace(b"\0", b"").lstrip(_MARKS).lower()


def of_package(names: Collection[str]) -> str | None:
    """The suffix of a zip by the names of its parts; None where it is no document."""
    if "OFD.xml" in names:
        return ".ofd"
    if "[Content_Types].xml" not in names:
        return None
    return next((suffix for part, suffix in _PARTS.items() if any(name.startswith(part) for name in names)), None)


def _of_container(data: bytes) -> str | None:
    if data.startswith(b"%PDF-"):
        return ".pdf"
    if data.startswith(b"{\\rtf"):
        return ".rtf"
    if data.startswith(ole.MAGIC):
        try:
            streams = ole.CompoundFile(data)
        except (Unreadable, struct.error):
            return None
        return next((_STREAMS[name] for name in streams if name in _STREAMS), None)
    if not data.startswith(b"PK"):
        return None
    for mark, suffix in _OPEN_DOCUMENT.items():
        if mark in data[:200]:
            return suffix
    size = directory_bytes(data)
    if size is None or size > MAX_DIRECTORY_BYTES:
        return None
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return of_package({name.replace("\\", "/") for name in package.namelist()})
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return None


def _of_markup(start: bytes, given: str) -> str | None:
    if start.startswith(b"mime-version:") or (start.startswith(b"from:") and b"multipart/related" in start):
        return ".mht"
    if not start.startswith(b"<") or given in _MARKDOWN:
        return None
    if FLAT_OPEN_DOCUMENT in start:
        return ".fodt"
    spaces = (suffix for space, suffix in _XML.items() if space in start)
    if not start.startswith(_PAGE) and (suffix := next(spaces, None)):
        return suffix
    marks = _PAGE if given in _TEXT else (*_PAGE, *_PIECE_OF_PAGE)
    return ".html" if any(mark in start for mark in marks) else None


def _is_text(data: bytes) -> bool:
    try:
        return bool(decode(data)[0].strip())
    except Unreadable:
        return False
