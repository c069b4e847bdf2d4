"""Sheets of the XML Spreadsheet 2003, which many systems export under the name .xls."""

from __future__ import annotations

from collections.abc import Container, Mapping

from lxml import etree

from ingest.readers.asides import comment
from ingest.readers.office_zip import damaged, local_get
from ingest.readers.sheets.grid import Sheet, column_name, too_large
from ingest.readers.sheets.number_formats import display, number_behind
from ingest.readers.sheets.print_heads import print_head

_MAX_BYTES = 100_000_000
_GENERAL = "General"
_NAMED_FORMATS = {
    "Fixed": "0.00",
    "Standard": "#,##0.00",
    "Percent": "0.00%",
    "Scientific": "0.00E+00",
    "Currency": "#,##0.00",
    "Euro Currency": "#,##0.00",
    **dict.fromkeys(("General Number", "Yes/No", "True/False", "On/Off"), _GENERAL),
    **dict.fromkeys(("General Date", "Long Date", "Medium Date", "Short Date"), "yyyy-mm-dd"),
    **dict.fromkeys(("Long Time", "Medium Time", "Short Time"), "h:mm:ss"),
}
_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384
"""The last ones that a sheet can have."""
_WHITE = "#FFFFFF"
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
        formats, unseen = _formats(book), _unseen(book)
        return [_sheet(element, formats, unseen) for element in book.iterchildren("{*}Worksheet")]
    except (etree.XMLSyntaxError, ValueError) as error:
        raise damaged() from error


def _formats(book: etree._Element) -> dict[str, str]:
    """The number format of every style by its id, that of its parent where it gives none."""
    styles = _styles(book)
    return {key: _format(style, styles) for key, style in styles.items()}


def _styles(book: etree._Element) -> dict[str, etree._Element]:
    return {local_get(style, "ID") or "": style for style in book.iterfind("{*}Styles/{*}Style")}


def _format(style: etree._Element, styles: Mapping[str, etree._Element]) -> str:
    code = _said(style, styles, "NumberFormat", "Format") or _GENERAL
    return _NAMED_FORMATS.get(code, code)


def _unseen(book: etree._Element) -> frozenset[str]:
    """The ids of the styles that strike out, or are white on white."""
    styles = _styles(book)
    return frozenset(key for key, style in styles.items() if _is_unseen(style, styles))


def _is_unseen(style: etree._Element, styles: Mapping[str, etree._Element]) -> bool:
    if _said(style, styles, "Font", "StrikeThrough") == "1":
        return True
    is_filled = _said(style, styles, "Interior", "Pattern") not in {None, "None"}
    ground = _said(style, styles, "Interior", "Color") if is_filled else None
    return (_said(style, styles, "Font", "Color") or "").upper() == _WHITE and (ground or _WHITE).upper() == _WHITE


def _said(style: etree._Element, styles: Mapping[str, etree._Element], part: str, name: str) -> str | None:
    """What a style says in a part of it, or its parent where it has no such part."""
    parent = styles.get(local_get(style, "Parent") or "")
    for source in (style, parent) if parent is not None else (style,):
        for entry in source.iterchildren(f"{{*}}{part}"):
            return local_get(entry, name)
    return None


def _sheet(element: etree._Element, formats: Mapping[str, str], unseen: Container[str]) -> Sheet:
    visible = element.findtext("{*}WorksheetOptions/{*}Visible") or ""
    sheet = Sheet(local_get(element, "Name") or "", hidden=visible in _HIDDEN)
    head = element.find("{*}WorksheetOptions/{*}PageSetup/{*}Header")
    sheet.running_head = print_head(local_get(head, "Data")) if head is not None else ""
    for table in element.iterchildren("{*}Table"):
        styles: dict[int, str] = {}
        last = 0
        for column in table.iterchildren("{*}Column"):
            first, last = _places(column, last, "Span", _LAST_COLUMN)
            styles |= dict.fromkeys(range(first, last + 1), local_get(column, "StyleID") or "")
            if local_get(column, "Hidden") == "1":
                sheet.hidden_cols.append((first, last))
        last = 0
        for row in table.iterchildren("{*}Row"):
            first, last = _places(row, last, "Span", _LAST_ROW)
            if local_get(row, "Hidden") == "1":
                sheet.hidden_rows.extend(range(first, last + 1))
            _read_row(sheet, row, first, styles, formats, unseen)
    return sheet


def _read_row(
    sheet: Sheet,
    row: etree._Element,
    row_no: int,
    columns: Mapping[int, str],
    formats: Mapping[str, str],
    unseen: Container[str],
) -> None:
    """The cells of a row; `columns` holds the styles of those cells that neither they nor the row give one."""
    own = local_get(row, "StyleID")
    last = 0
    for cell in row.iterchildren("{*}Cell"):
        first, last = _places(cell, last, "MergeAcross", _LAST_COLUMN)
        bottom = row_no + _number(cell, "MergeDown", 0)
        if (bottom, last) != (row_no, first):
            sheet.merge(row_no, first, bottom, last)
        style = local_get(cell, "StyleID") or own or columns.get(first) or "Default"
        for data in cell.iterchildren("{*}Data"):
            text, number = _content(data, formats.get(style, _GENERAL))
            if style in unseen:
                sheet.leave_out(row_no, first, text)
            else:
                sheet.put(row_no, first, text, number)
        for remark in cell.iterchildren("{*}Comment"):
            author, text = local_get(remark, "Author") or "", "".join(remark.itertext())
            if told := comment(f"{column_name(first)}{row_no}", text, [author]):
                sheet.laid_over.append(told)


def _places(element: etree._Element, before: int, span: str, most: int) -> tuple[int, int]:
    """The first and the last row or column of an element. Raises ValueError for places behind the last that a sheet has
    (`most`), or that come behind others (the last of which is `before`) and lie in front of these."""
    first = _number(element, "Index", before + 1)
    last = first + _number(element, span, 0)
    if not before < first <= last <= most:
        raise ValueError(f"place {first} to {last} behind {before}")
    return first, last


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
