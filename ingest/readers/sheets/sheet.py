"""Spreadsheets: .xlsx, .xlsm, .xls, .et, .ods and XML 2003, told apart by content.

There is one table for each sheet that holds anything. A cell's text is what a person sees (75.15%, 1,234.50,
2025-05-19), with the stored number beside it; its row and column are the sheet's own. A sheet's name stands before its
table where several sheets are filled, its text boxes behind it; hidden sheets, rows and columns are read and told.
Blank rows and columns around the filled part are left out, and so are gaps of hundreds of them inside. A formula whose
result the file does not keep is given as the formula. Systems that export a web page or plain text under the name .xls
are common: such a file is read as what it is.
"""

from __future__ import annotations

import re

from ingest.document import Document, Unreadable
from ingest.readers import csv, ole
from ingest.readers.kinds import SPREADSHEET_2003, markup_start
from ingest.readers.office_zip import OfficeZip, sound
from ingest.readers.sheets import grid, ods, xls, xlsx, xml_2003
from ingest.readers.web import html

_WORKBOOK = re.compile(rb"<(?:\w+:)?workbook\b")
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_XLS = "application/vnd.ms-excel"
_ODS = "application/vnd.oasis.opendocument.spreadsheet"


def read_bytes(data: bytes, *, depth: int = 0) -> Document:
    """The document in the bytes of a spreadsheet that lies in so many other files. Raises `Unreadable` where they are
    none."""
    if not data.strip():
        raise Unreadable("文件为空，请单位重新报送 / the file is empty; ask the unit to send it again")
    if data.startswith(ole.MAGIC):
        with sound():
            return Document(grid.blocks(xls.sheets(data)), _XLS)
    if data.startswith(b"PK"):
        with sound():
            return _read_zip(data, depth)
    start = markup_start(data)
    if SPREADSHEET_2003 in start and _WORKBOOK.search(start):
        return Document(grid.blocks(xml_2003.sheets(data)), _XLS)
    return html.read_bytes(data) if start.startswith(b"<") else csv.read_bytes(data)


def _read_zip(data: bytes, depth: int) -> Document:
    package = OfficeZip(data)
    if "content.xml" in package:
        return Document(grid.blocks(ods.sheets(package)), _ODS)
    if "[Content_Types].xml" not in package:
        raise Unreadable(
            "压缩包里没有电子表格，请核对后缀或解压后报送 / "
            "the archive holds no spreadsheet; check its kind, or unpack it before sending"
        )
    return Document(grid.blocks(xlsx.sheets(package, depth)), _XLSX)
