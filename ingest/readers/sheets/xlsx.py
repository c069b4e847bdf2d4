"""Sheets of .xlsx and .xlsm, streamed from their XML: shown texts, merged ranges, what is hidden."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from string import digits

from lxml import etree

from ingest.document import Unreadable
from ingest.readers.office_zip import OfficeZip, damaged, local_get, local_name
from ingest.readers.raised import raised
from ingest.readers.sheets.drawings import laid_over
from ingest.readers.sheets.grid import LIMIT, Range, Sheet, too_large
from ingest.readers.sheets.number_formats import BUILT_IN, display, hides, number_behind, parse
from ingest.readers.sheets.print_heads import print_head
from ingest.readers.sheets.unseen import unseen_styles

_PLACE = re.compile(r"\$?([A-Z]{1,3})\$?([1-9]\d{0,6})")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_SHEET_TAGS = (
    "sheetView",
    "col",
    "row",
    "mergeCell",
    "conditionalFormatting",
    "dataValidation",
    "hyperlink",
    "headerFooter",
)
_TRUE = frozenset({"1", "true", "on"})


def sheets(package: OfficeZip, depth: int = 0) -> list[Sheet]:
    """All worksheets, in its order, of a workbook that lies in so many other files."""
    book_part = next((target for kind, target in package.relations("").values() if kind == "officeDocument"), "")
    if book_part not in package:
        raise damaged()
    if book_part.endswith(".bin"):
        raise Unreadable("不支持 .xlsb 格式，请另存为 .xlsx / the format .xlsb is not read; save it as .xlsx")
    book = package.tree(book_part)
    if local_name(book) != "workbook":
        raise Unreadable(
            "文件不是电子表格，请核对后缀后重新报送 / the file is no spreadsheet; check its kind and send it again"
        )
    relations = package.relations(book_part)
    parts = dict(relations.values())
    date1904 = any(local_name(el) == "workbookPr" and el.get("date1904") in _TRUE for el in book)
    styles = package.tree(parts["styles"]) if parts.get("styles", "") in package else None
    formats = _formats(styles) if styles is not None else []
    unseen = unseen_styles(styles) if styles is not None else frozenset()
    reader = _SheetReader(
        package,
        _shared_strings(package, parts["sharedStrings"]) if parts.get("sharedStrings", "") in package else ([], {}),
        formats,
        unseen | {number for number, code in enumerate(formats) if hides(code)},
        date1904,
    )
    result: list[Sheet] = []
    for entry in book.iterfind("{*}sheets/{*}sheet"):
        kind, part = relations.get(local_get(entry, "id") or "", ("", ""))
        if kind == "worksheet":
            if sum(len(sheet.texts) for sheet in result) > LIMIT:
                raise too_large()
            hidden = entry.get("state", "visible") != "visible"
            sheet = reader.read(Sheet(entry.get("name", ""), hidden=hidden), part)
            sheet.laid_over.extend(laid_over(package, part, depth))
            result.append(sheet)
    return result


def _shared_strings(package: OfficeZip, part: str) -> tuple[list[str], dict[int, str]]:
    """The texts that cells refer to by number, and what is struck out of them."""
    texts: list[str] = []
    struck: dict[int, str] = {}
    for name, element in package.elements(part, ("si",)):
        if name == "si":
            if len(texts) >= LIMIT:
                raise too_large()
            text, struck_out = _rich_text(element)
            if struck_out:
                struck[len(texts)] = struck_out
            texts.append(text)
    return texts, struck


def _rich_text(element: etree._Element) -> tuple[str, str]:
    """(the text of runs without the reading aids (phonetic runs) of East Asian text, what of it is struck out and
    left out)."""
    pieces: list[str] = []
    struck = ""
    for text in element.iter("{*}t"):
        parent, content = text.getparent(), text.text or ""
        if parent is None or local_name(parent) == "rPh":
            continue
        if _is_set(parent, "strike", "1"):
            struck += content
            continue
        is_raised = pieces and _is_set(parent, "vertAlign", "superscript")
        pieces.append(raised(pieces[-1], content) if is_raised else content)
    return _unescape("".join(pieces)), struck


def _is_set(run: etree._Element, name: str, value: str) -> bool:
    """Whether a run has a property; one that gives no value is on."""
    return any(item.get("val", "1") in {value, "true"} for item in run.iterfind(f"{{*}}rPr/{{*}}{name}"))


def _unescape(text: str) -> str:
    text = _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _formats(styles: etree._Element) -> list[str]:
    """The number format of each cell style."""
    codes = dict(BUILT_IN)
    for entry in styles.iterfind("{*}numFmts/{*}numFmt"):
        codes[int(entry.get("numFmtId", "0"))] = entry.get("formatCode", "General")
    return [codes.get(int(style.get("numFmtId", "0")), "General") for style in styles.iterfind("{*}cellXfs/{*}xf")]


class _SheetReader:
    """Reads one sheet after another with what the workbook shares among them."""

    def __init__(
        self,
        package: OfficeZip,
        strings: tuple[Sequence[str], Mapping[int, str]],
        formats: Sequence[str],
        unseen: frozenset[int],
        date1904: bool,
    ) -> None:
        self._package = package
        self._unseen = unseen
        self._strings, self._struck = strings
        self._formats = formats
        self._date1904 = date1904

    def read(self, sheet: Sheet, part: str) -> Sheet:
        row_no = 0
        zeros = True
        for name, element in self._package.elements(part, _SHEET_TAGS):
            if name == "row":
                row_no = int(element.get("r") or row_no + 1)
                if element.get("hidden") in _TRUE or element.get("ht") == "0":
                    sheet.hidden_rows.append(row_no)
                self._read_row(sheet, element, row_no, zeros)
            elif name == "mergeCell":
                sheet.merge(*_range(element.get("ref", "")))
            elif name == "col":
                if element.get("hidden") in _TRUE or element.get("width") == "0":
                    sheet.hidden_cols.append((int(element.get("min", "0")), int(element.get("max", "0"))))
            elif name == "headerFooter":
                sheet.running_head = print_head(*(head.text for head in element if local_name(head).endswith("Header")))
            elif name == "sheetView":
                zeros = element.get("showZeros", "1") in _TRUE
        return sheet

    def _read_row(self, sheet: Sheet, row: etree._Element, row_no: int, zeros: bool) -> None:
        col_no = 0
        for cell in row.iterchildren("{*}c"):
            place = cell.get("r")
            col_no = _column(place.rstrip(digits)) if place else col_no + 1
            text, number = self._content(cell, zeros)
            if text and self._unseen and int(cell.get("s", "0")) in self._unseen:
                sheet.leave_out(row_no, col_no, text)
                continue
            sheet.put(row_no, col_no, text, number)
            if struck := self._struck_in(cell):
                sheet.leave_out(row_no, col_no, struck)

    def _struck_in(self, cell: etree._Element) -> str:
        """What of a cell's text is struck out."""
        if cell.get("t") == "inlineStr":
            return _rich_text(cell)[1]
        value = cell.findtext("{*}v") if self._struck and cell.get("t") == "s" else None
        return self._struck.get(int(value), "") if value else ""

    def _content(self, cell: etree._Element, zeros: bool) -> tuple[str, float | None]:
        """What the cell shows, and the number behind it: a cached result for a formula, or the formula itself where
        none is kept (=… where it is written with another cell)."""
        kind = cell.get("t", "n")
        if kind == "inlineStr":
            return _rich_text(cell)[0], None
        value = formula = None
        for child in cell.iterchildren("{*}v", "{*}f"):
            if child.tag[-1] == "v":
                value = child.text or ("" if kind == "str" else None)
            else:
                formula = child.text or ""
        if value is None:
            return "" if formula is None else f"={formula or '…'}", None
        if kind == "s":
            return self._strings[int(value)], None
        if kind == "b":
            return "TRUE" if value in _TRUE else "FALSE", None
        if kind != "n":
            return _unescape(value), None
        if not zeros and parse(value) == 0:
            return "", None
        style = int(cell.get("s", "0"))
        code = self._formats[style] if style < len(self._formats) else "General"
        return display(value, code, date1904=self._date1904), number_behind(value, code)


def _place(reference: str) -> tuple[int, int]:
    """(row, column) of B3."""
    match = _PLACE.fullmatch(reference)
    if match is None:
        raise damaged()
    col = 0
    for letter in match[1]:
        col = col * 26 + ord(letter) - 64
    return int(match[2]), col


@lru_cache(maxsize=2048)
def _column(letters: str) -> int:
    return _place(f"{letters}1")[1]


def _range(reference: str) -> Range:
    first, _, last = reference.partition(":")
    return (*_place(first), *_place(last or first))
