"""Sheets of .ods: the texts that it stores as shown and the numbers behind them, merged ranges, what is hidden and what
lies over the cells."""

from __future__ import annotations

from itertools import product

from lxml import etree

from ingest.readers.office_zip import OfficeZip, encrypted, local_get, local_name
from ingest.readers.sheets.grid import Sheet, column_name
from ingest.readers.sheets.number_formats import number_behind
from ingest.readers.sheets.ods_drawings import SHAPES, comments, drawn
from ingest.readers.sheets.ods_styles import Styles

_HIDDEN = frozenset({"collapse", "filter"})
_CELLS = frozenset({"table-cell", "covered-table-cell"})
_NUMBERS = frozenset({"float", "percentage", "currency"})
_NOT_SHOWN = frozenset({"annotation", *SHAPES})
_OVER_CELLS = tuple(f"{{*}}{name}" for name in ("annotation", *SHAPES))


def sheets(package: OfficeZip) -> list[Sheet]:
    """All tables of the spreadsheet in their order."""
    if package.is_locked():
        raise encrypted()
    styles = Styles()
    hidden_styles: set[str | None] = set()
    heads = _running_heads(package, styles)
    heads_of_styles: dict[str | None, str] = {}
    found: dict[etree._Element, _TableReader] = {}
    for name, element in package.elements("content.xml", ("style", "table-column", "table-row", "shapes")):
        if name == "style":
            styles.learn(element)
            if any(local_get(properties, "display") == "false" for properties in element):
                hidden_styles.add(local_get(element, "name"))
            if (page := local_get(element, "master-page-name")) in heads:
                heads_of_styles[local_get(element, "name")] = heads[page]
            continue
        table = next((parent for parent in element.iterancestors() if local_name(parent) == "table"), None)
        if table is None or (body := table.getparent()) is None or local_name(body) != "spreadsheet":
            continue
        if table not in found:
            style = local_get(table, "style-name")
            sheet = Sheet(local_get(table, "name") or "", hidden=style in hidden_styles)
            sheet.running_head = heads_of_styles.get(style, heads.get("Default", ""))
            found[table] = _TableReader(sheet, package, styles)
        found[table].read(name, element)
    return [reader.sheet for reader in found.values()]


def _running_heads(package: OfficeZip, styles: Styles) -> dict[str | None, str]:
    """What is printed at the head of each kind of page; `styles` learn those that the document names."""
    if "styles.xml" not in package:
        return {}
    tree = package.tree("styles.xml")
    for style in tree.iterfind("{*}styles/{*}style"):
        styles.learn(style)
    return {
        local_get(page, "name"): " ".join(" ".join(head.itertext()).split())
        for page in tree.iterfind("{*}master-styles/{*}master-page")
        for head in page.iterfind("{*}header")
    }


class _TableReader:
    """Reads the columns and rows of one sheet as they come, and what lies over them."""

    def __init__(self, sheet: Sheet, package: OfficeZip, styles: Styles) -> None:
        self.sheet = sheet
        self._package = package
        self._styles = styles
        self._columns: list[tuple[int, int, str | None]] = []
        self._row = 1
        self._col = 1

    def read(self, name: str, element: etree._Element) -> None:
        concealed = local_get(element, "visibility") in _HIDDEN
        if name == "table-column":
            repeated = _count(element, "number-columns-repeated")
            if concealed:
                self.sheet.hidden_cols.append((self._col, self._col + repeated - 1))
            if self._styles.is_unseen(style := local_get(element, "default-cell-style-name")):
                self._columns.append((self._col, self._col + repeated - 1, style))
            self._col += repeated
        elif name == "shapes":
            self.sheet.laid_over.extend(drawn(element, self._package))
        else:
            repeated = _count(element, "number-rows-repeated")
            self._read_row(element, repeated, concealed)
            self._read_over(element)
            self._row += repeated

    def _read_over(self, row: etree._Element) -> None:
        """What lies over the cells of a row."""
        if next(row.iter(*_OVER_CELLS), None) is None:
            return
        col = 1
        for cell in row:
            if local_name(cell) in _CELLS:
                self.sheet.laid_over.extend(drawn(cell, self._package))
                self.sheet.laid_over.extend(comments(cell, f"{column_name(col)}{self._row}"))
                col += _count(cell, "number-columns-repeated")

    def _read_row(self, row: etree._Element, repeated: int, concealed: bool) -> None:
        """Put the row's texts, once for every repetition."""
        rows = range(self._row, self._row + repeated)
        col_no = 1
        filled = False
        for cell in row:
            if local_name(cell) not in _CELLS:
                continue
            columns = range(col_no, col_no := col_no + _count(cell, "number-columns-repeated"))
            text, left_out = self._texts(cell) if local_name(cell) == "table-cell" else ("", "")
            if self._is_unseen(cell, row, columns.start):
                text, left_out = "", text + left_out
            if left_out:
                self.sheet.leave_out(rows.start, columns.start, left_out)
            number = _number(cell)
            bottom, right = _count(cell, "number-rows-spanned") - 1, _count(cell, "number-columns-spanned") - 1
            if text or bottom or right:
                filled = True
                for row_at, col_at in product(rows, columns):
                    self.sheet.put(row_at, col_at, text, number)
                    if bottom or right:
                        self.sheet.merge(row_at, col_at, row_at + bottom, col_at + right)
        if concealed and filled:
            self.sheet.hidden_rows.extend(rows)

    def _is_unseen(self, cell: etree._Element, row: etree._Element, col_no: int) -> bool:
        own = local_get(cell, "style-name") or local_get(row, "default-cell-style-name")
        column = next((style for first, last, style in self._columns if first <= col_no <= last), None)
        return self._styles.is_unseen(own or column)

    def _texts(self, cell: etree._Element) -> tuple[str, str]:
        """The cell's paragraphs, one a line, and what is struck out of them; notes and pictures on the cell are no text
        of it."""
        struck: list[str] = []
        lines = [self._inline(child, struck) for child in cell if local_name(child) in {"p", "h"}]
        return "\n".join(lines), "".join(struck)

    def _inline(self, element: etree._Element, struck: list[str]) -> str:
        pieces = [element.text or ""]
        for child in element:
            name = local_name(child)
            if name == "s":
                pieces.append(" " * min(_count(child, "c"), 100))
            elif name == "line-break":
                pieces.append("\n")
            elif name == "tab":
                pieces.append(" ")
            elif name == "span" and self._styles.strikes(local_get(child, "style-name")):
                struck.append("".join(child.itertext()))
            elif name not in _NOT_SHOWN:
                pieces.append(self._inline(child, struck))
            pieces.append(child.tail or "")
        return "".join(pieces)


def _count(element: etree._Element, name: str) -> int:
    return max(1, int(local_get(element, name) or 1))


def _number(cell: etree._Element) -> float | None:
    return number_behind(local_get(cell, "value") or "") if local_get(cell, "value-type") in _NUMBERS else None
