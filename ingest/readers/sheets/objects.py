"""What lies over the cells of a sheet of .xls: text boxes, pictures that may hold a table, files, and comments."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from ingest.document import Block, Paragraph
from ingest.readers.asides import comment
from ingest.readers.embedded import unread
from ingest.readers.office_zip import damaged
from ingest.readers.pictures import may_hold_table, unread_picture
from ingest.readers.sheets import biff
from ingest.readers.sheets.biff import u16
from ingest.readers.sheets.grid import CELL, column_name

_NOTE, _OBJECT, _TEXT, _DRAWING = 0x1C, 0x5D, 0x1B6, 0xEC
KINDS = frozenset({_NOTE, _OBJECT, _TEXT, _DRAWING, biff.CONTINUE})
"""The records that tell of them."""
_COMMON, _PICTURE_OF, _FORMULA = 0x15, 0x08, 0x09
"""Parts of an object's record: what it is, whether it is a control, where an embedded file lies."""
_CONTROL = 0x10
_PICTURE = 8
_WITH_TEXT = frozenset({2, 3, 6, 9, 0x1E})
"""Rectangles, ovals, text boxes, polygons and other shapes; the captions of buttons and boxes are none of a report."""
_ANCHOR = b"\x10\xf0\x12\x00\x00\x00"
_OF_COLUMN, _OF_ROW = 1024, 256
"""In so many parts of a cell the corners of an object are given."""


class Objects:
    """Takes the records of one sheet as they come, and tells at its end what they drew."""

    def __init__(self, version: int, encoding: str) -> None:
        self._version = version
        self._encoding = encoding
        self._objects: list[tuple[int, int]] = []
        self._texts: dict[int, str] = {}
        self._notes: list[tuple[int, int, int, str]] = []
        self._told: list[Block] = []
        self._size = (0.0, 0.0)
        self._waiting = 0
        self._pieces: list[str] = []

    def take(self, kind: int, body: bytes) -> None:
        if kind == _DRAWING:
            self._size = _size(body) or self._size
        elif kind == _OBJECT and self._version >= biff.BIFF8:
            self._object(body)
        elif kind == _TEXT and self._objects:
            self._waiting, self._pieces = u16(body, 10), []
        elif kind == biff.CONTINUE and self._waiting:
            self._go_on(body)
        elif kind == _NOTE:
            self._note(body)

    def blocks(self) -> Iterator[Block]:
        for kind, number in self._objects:
            text = self._texts.get(number, "").strip()
            if kind in _WITH_TEXT and text:
                yield Paragraph(text)
        yield from self._told
        for row, col, number, author in self._notes:
            text = self._texts.get(number, "") if self._version >= biff.BIFF8 else author
            authors = [author] if self._version >= biff.BIFF8 else []
            if told := comment(f"{column_name(col + 1)}{row + 1}", text, authors):
                yield told

    def _object(self, body: bytes) -> None:
        kind = number = flags = 0
        is_file = False
        at = 0
        while at + 4 <= len(body):
            part, size = u16(body, at), u16(body, at + 2)
            if part == _COMMON:
                kind, number = u16(body, at + 4), u16(body, at + 6)
            elif part == _PICTURE_OF:
                flags = u16(body, at + 4)
            elif part == _FORMULA and size:
                is_file = True
            at += 4 + size
        self._objects.append((kind, number))
        if kind == _PICTURE and is_file and not flags & _CONTROL:
            self._told.append(unread(""))
        elif kind == _PICTURE and not is_file and may_hold_table(*self._size):
            self._told.append(unread_picture(""))

    def _go_on(self, body: bytes) -> None:
        """Read on in the text of the last object, every record of which begins with how its characters are kept."""
        wide = body[:1] == b"\x01"
        raw = body[1 : 1 + (self._waiting << wide)]
        text = raw.decode("utf-16-le" if wide else "latin-1")
        self._waiting -= len(raw) >> wide
        self._pieces.append(text)
        if not text:
            raise damaged()
        if not self._waiting:
            self._texts[self._objects[-1][1]] = "".join(self._pieces).replace("\r\n", "\n").replace("\r", "\n")

    def _note(self, body: bytes) -> None:
        row, col = u16(body, 0), u16(body, 2)
        if self._version >= biff.BIFF8:
            author = biff.string(body, 8, length_bytes=2, version=self._version, encoding=self._encoding)
            self._notes.append((row, col, u16(body, 6), author))
        elif row != 0xFFFF:
            self._notes.append((row, col, 0, body[6:].decode(self._encoding, "replace")))
        elif self._notes:
            *place, text = self._notes[-1]
            self._notes[-1] = (place[0], place[1], 0, text + body[6:].decode(self._encoding, "replace"))


def _size(drawing: bytes) -> tuple[float, float] | None:
    """The size in points of what is drawn, by the cells between its corners."""
    at = drawing.find(_ANCHOR)
    if at < 0 or len(drawing) < at + 24:
        return None
    _, left, dx0, top, dy0, right, dx1, bottom, dy1 = struct.unpack_from("<9H", drawing, at + 6)
    width = (right - left + (dx1 - dx0) / _OF_COLUMN) * CELL[0]
    return width, (bottom - top + (dy1 - dy0) / _OF_ROW) * CELL[1]
