"""Sheets of .xls, and of .et in the same container: shown texts, merged ranges, what is hidden, what lies over them."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from ingest.document import Unreadable
from ingest.readers.office_zip import damaged, encrypted
from ingest.readers.ole import CompoundFile
from ingest.readers.sheets import biff
from ingest.readers.sheets.biff import u16
from ingest.readers.sheets.biff_styles import KINDS as STYLES
from ingest.readers.sheets.biff_styles import Styles
from ingest.readers.sheets.grid import Sheet
from ingest.readers.sheets.number_formats import BUILT_IN, display, hides, number_behind
from ingest.readers.sheets.objects import KINDS, Objects
from ingest.readers.sheets.print_heads import print_head

_FILEPASS, _CODEPAGE, _DATEMODE, _BOUNDSHEET, _FORMAT, _SST = 0x2F, 0x42, 0x22, 0x85, 0x41E, 0xFC
_ROW, _COLINFO, _WINDOW2, _MERGED, _HEADER = 0x208, 0x7D, 0x23E, 0xE5, 0x14
_NUMBER, _RK, _MULRK, _FORMULA, _STRING = 0x203, 0x27E, 0xBD, 0x06, 0x207
_LABELSST, _LABEL, _RSTRING, _BOOLERR = 0xFD, 0x204, 0xD6, 0x205
_ENCODINGS = {936: "gb18030", 950: "big5hkscs", 1200: "utf-16-le", 1252: "cp1252", 32769: "cp1252"}
_ERRORS = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A"}

_Number = tuple[int, int, float, int]


def sheets(data: bytes) -> list[Sheet]:
    """All worksheets of the workbook in its order."""
    container = CompoundFile(data)
    if "EncryptedPackage" in container:
        raise encrypted()
    name = next((name for name in ("Workbook", "Book") if name in container), None)
    if name is None:
        raise Unreadable(
            "文件不是电子表格，请核对后缀后重新报送 / the file is no spreadsheet; check its kind and send it again"
        )
    return _Book(container.stream(name)).sheets()


class _Book:
    """A workbook stream: what its sheets share, read first, and then the sheets."""

    def __init__(self, stream: bytes) -> None:
        self._stream = stream
        self._version = biff.BIFF8
        self._encoding = "gb18030"
        self._date1904 = False
        self._formats = dict(BUILT_IN)
        self._styles = Styles()
        self._strings: list[str] = []
        self._struck: dict[int, str] = {}
        self._entries: list[tuple[int, Sheet]] = []
        self._read_globals()
        hiding = {style for style in range(len(self._styles.formats)) if hides(self._code(style))}
        self._unseen = self._styles.unseen() | hiding

    def sheets(self) -> list[Sheet]:
        for start, sheet in self._entries:
            self._read_sheet(start, sheet)
        return [sheet for _, sheet in self._entries]

    def _read_globals(self) -> None:
        shared: list[bytes] = []
        last = 0
        for kind, body in biff.records(self._stream, 0):
            if kind == biff.BOF:
                self._version = u16(body, 0)
            elif kind == _FILEPASS:
                raise encrypted()
            elif kind == _CODEPAGE:
                self._encoding = _ENCODINGS.get(u16(body, 0), "gb18030")
            elif kind == _DATEMODE:
                self._date1904 = u16(body, 0) == 1
            elif kind == _FORMAT:
                self._formats[u16(body, 0)] = self._string(body, 2, 2 if self._version >= biff.BIFF8 else 1)
            elif kind in STYLES:
                self._styles.take(kind, body, self._version)
            elif kind == _BOUNDSHEET and body[5] == 0:
                name = self._string(body, 6, 1)
                self._entries.append((struct.unpack_from("<I", body)[0], Sheet(name, hidden=bool(body[4] & 3))))
            elif kind == _SST or (kind == biff.CONTINUE and last == _SST):
                shared.append(body)
                kind = _SST
            last = kind
        if shared:
            self._strings, self._struck = biff.shared_strings(shared, self._styles.struck_fonts)

    def _read_sheet(self, start: int, sheet: Sheet) -> None:
        numbers: list[_Number] = []
        objects = Objects(self._version, self._encoding)
        shows_zeros = True
        waiting = (0, 0, 0)  # the formula whose text comes in a record of its own
        for kind, body in biff.records(self._stream, start):
            place = (u16(body, 0) + 1, u16(body, 2) + 1)
            cell = (*place, u16(body, 4))
            if kind in {_NUMBER, _RK, _MULRK}:
                numbers.extend(_numbers(kind, body))
            elif kind == _FORMULA:
                waiting = cell
                if body[12:14] != b"\xff\xff":
                    numbers.append((*place, struct.unpack_from("<d", body, 6)[0], u16(body, 4)))
                elif body[6] in {1, 2}:
                    self._put(sheet, cell, _truth_or_error(body[8], is_error=body[6] == 2))
            elif kind == _STRING and waiting[0]:
                self._put(sheet, waiting, _lines(self._string(body, 0, 2)))
            elif kind == _LABELSST:
                number = struct.unpack_from("<I", body, 6)[0]
                self._put(sheet, cell, _lines(self._strings[number]))
                sheet.leave_out(*place, self._struck.get(number, ""))
            elif kind in {_LABEL, _RSTRING}:
                self._put(sheet, cell, _lines(self._string(body, 6, 2)))
            elif kind == _BOOLERR:
                self._put(sheet, cell, _truth_or_error(body[6], is_error=bool(body[7])))
            elif kind == _MERGED:
                for at in range(2, 2 + 8 * u16(body, 0), 8):
                    top, bottom, left, right = struct.unpack_from("<4H", body, at)
                    sheet.merge(top + 1, left + 1, bottom + 1, right + 1)
            elif kind == _ROW and body[12] & 0x20:
                sheet.hidden_rows.append(place[0])
            elif kind == _COLINFO and u16(body, 8) & 1:
                sheet.hidden_cols.append(place)
            elif kind == _HEADER and body:
                sheet.running_head = print_head(self._string(body, 0, 2 if self._version >= biff.BIFF8 else 1))
            elif kind == _WINDOW2:
                shows_zeros = bool(u16(body, 0) & 0x10)
            elif kind in KINDS:
                objects.take(kind, body)
        sheet.laid_over.extend(objects.blocks())
        for row, col, value, style in numbers:
            if value or shows_zeros:
                stored, code = repr(value), self._code(style)
                shown = display(stored, code, date1904=self._date1904)
                self._put(sheet, (row, col, style), shown, number_behind(stored, code))

    def _put(self, sheet: Sheet, cell: tuple[int, int, int], text: str, number: float | None = None) -> None:
        """Give a sheet the text at a row and column, in a style."""
        row, col, style = cell
        if style in self._unseen:
            sheet.leave_out(row, col, text)
        else:
            sheet.put(row, col, text, number)

    def _code(self, style: int) -> str:
        """The number format of a cell style."""
        formats = self._styles.formats
        return self._formats.get(formats[style], "General") if style < len(formats) else "General"

    def _string(self, body: bytes, at: int, length_bytes: int) -> str:
        return biff.string(body, at, length_bytes=length_bytes, version=self._version, encoding=self._encoding)


def _numbers(kind: int, body: bytes) -> Iterator[_Number]:
    """(row, column, value, style) of the numbers in a record."""
    row, col, style = u16(body, 0) + 1, u16(body, 2) + 1, u16(body, 4)
    if kind == _NUMBER:
        yield row, col, struct.unpack_from("<d", body, 6)[0], style
    elif kind == _RK:
        yield row, col, biff.rk(body, 6), style
    else:
        for index in range((len(body) - 6) // 6):
            yield row, col + index, biff.rk(body, 6 + 6 * index), u16(body, 4 + 6 * index)


def _truth_or_error(code: int, *, is_error: bool) -> str:
    if is_error and code not in _ERRORS:
        raise damaged()
    return _ERRORS[code] if is_error else "TRUE" if code else "FALSE"


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
