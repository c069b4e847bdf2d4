"""Sheets of the XML Spreadsheet 2003, which many systems export under the name .xls."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from ingest.readers.office_zip import damaged, local_get, local_name
from ingest.readers.sheets.grid import Sheet, too_large
from ingest.readers.sheets.number_formats import display, number_behind

_MAX_BYTES = 100_000_000
_GENERAL = "General"
_NAMED_FORMATS = {
    "Fixed": "0.00",
    "Standard": "#,##0.00",
    "Percent": "0.00%",
    "Scientific": "0.00E+00",
    "Currency": "#,##0.00",
    "Euro Currency": "#,##0.00",
    "General Number": _GENERAL,
}
_MIDNIGHT = "T00:00:00"
_HIDDEN = frozenset({"SheetHidden", "SheetVeryHidden"})


def sheets(data: bytes) -> list[Sheet]:
    """All worksheets of the workbook in its order. Raises `Unreadable`."""
    if len(data) > _MAX_BYTES:
        raise too_large()
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    try:
        book = etree.fromstring(data.lstrip(), parser)
        if book.getroottree().docinfo.internalDTD is not None:
            raise damaged()
        formats = dict(_formats(book))
        return [_sheet(element, formats) for element in book.iterchildren("{*}Worksheet")]
    except (etree.XMLSyntaxError, ValueError) as error:
        raise damaged() from error


def _formats(book: etree._Element) -> Iterator[tuple[str, str]]:
    for style in book.iterfind("{*}Styles/{*}Style"):
        for entry in style.iterchildren("{*}NumberFormat"):
            code = local_get(entry, "Format") or _GENERAL
            yield local_get(style, "ID") or "", _NAMED_FORMATS.get(code, code)


def _sheet(element: etree._Element, formats: dict[str, str]) -> Sheet:
    visible = element.findtext("{*}WorksheetOptions/{*}Visible") or ""
    sheet = Sheet(local_get(element, "Name") or "", hidden=visible in _HIDDEN)
    for table in element.iterchildren("{*}Table"):
        row_no = col_no = 0
        for entry in table:
            if local_name(entry) == "Column":
                col_no = _number(entry, "Index", col_no + 1)
                last = col_no + _number(entry, "Span", 0)
                if local_get(entry, "Hidden") == "1":
                    sheet.hidden_cols.append((col_no, last))
                col_no = last
            elif local_name(entry) == "Row":
                row_no = _number(entry, "Index", row_no + 1)
                last = row_no + _number(entry, "Span", 0)
                if local_get(entry, "Hidden") == "1":
                    sheet.hidden_rows.extend(range(row_no, last + 1))
                _read_row(sheet, entry, row_no, formats)
                row_no = last
    return sheet


def _read_row(sheet: Sheet, row: etree._Element, row_no: int, formats: dict[str, str]) -> None:
    col_no = 0
    for cell in row.iterchildren("{*}Cell"):
        col_no = _number(cell, "Index", col_no + 1)
        across, down = _number(cell, "MergeAcross", 0), _number(cell, "MergeDown", 0)
        if across or down:
            sheet.merge(row_no, col_no, row_no + down, col_no + across)
        for data in cell.iterchildren("{*}Data"):
            code = formats.get(local_get(cell, "StyleID") or local_get(row, "StyleID") or "", _GENERAL)
            sheet.put(row_no, col_no, *_content(data, code))
        col_no += across


def _content(data: etree._Element, code: str) -> tuple[str, float | None]:
    """What a cell shows, and the number behind it."""
    text, kind = "".join(data.itertext()), local_get(data, "Type")
    if kind == "Number":
        return display(text, code), number_behind(text, code)
    if kind == "DateTime":
        return text.partition(_MIDNIGHT)[0].partition(".")[0].replace("T", " "), None
    if kind == "Boolean":
        return "TRUE" if text == "1" else "FALSE", None
    return text, None


def _number(element: etree._Element, name: str, otherwise: int) -> int:
    return int(local_get(element, name) or otherwise)
