"""Web pages, also those that Word and Excel save: paragraphs and tables as a browser would show them.

What a page does not show (scripts, menus, hidden elements, deletions, white on white) is left out, and told where it
holds figures of a report; what its form fields hold is read.
A table that only lays out the page is read as its content; a table inside a cell follows behind the table around it.
Pages inside the page and pictures that may hold a table are told at the end.
"""

from __future__ import annotations

import re

from lxml import etree
from lxml import html as lxml_html

from ingest.document import Block, Document, Paragraph, Unreadable, says_something
from ingest.readers.decoding import decode
from ingest.readers.web.drawn_tables import draw_tables, may_draw_tables
from ingest.readers.web.html_tables import HtmlTable
from ingest.readers.web.html_text import BLOCKS, Lines, is_shown, name_of
from ingest.readers.web.html_unread import unread_parts
from ingest.readers.web.unseen import hide_unseen

_CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_DECLARED = {"gb2312": "gb18030", "gbk": "gb18030", "gb18030": "gb18030", "big5": "big5hkscs"}
_UNOPENED_ROW = re.compile(r"(</tr\s*>|<(?:tbody|thead|table)\b[^<>]*>)(?=\s*<t[dh][\s>])", re.IGNORECASE)
"""What ends in front of a cell whose row is not opened: browsers open it."""
_OPENED, _CLOSED = re.compile(r"<html\b", re.IGNORECASE), re.compile(r"</(?:html|body)\b", re.IGNORECASE)
_TABLES, _TABLE_ENDS = re.compile(r"<table\b", re.IGNORECASE), re.compile(r"</table\b", re.IGNORECASE)
_HALF_A_TAG, _LONGEST_TAG = re.compile(r"<[/a-z][^<>]*$", re.IGNORECASE), 2000
_LIMIT = 100_000_000
_SKIPPED = frozenset({"head", "title"})


def read_bytes(data: bytes) -> Document:
    """The document in the bytes of a web page. Raises `Unreadable` where they are no text or hold nothing."""
    found, encoding = blocks_of(data)
    if not any(map(says_something, found)):
        raise Unreadable("网页里没有文字，请单位重新报送 / the page holds no text; ask the unit to send it again")
    return Document(tuple(found), "text/html", encoding)


def blocks_of(data: bytes) -> tuple[list[Block], str]:
    """(the blocks of a page, its encoding); no blocks where it holds no text. Raises `Unreadable`."""
    content, encoding = _decode(data)
    return read_text(content), encoding


def read_text(content: str) -> list[Block]:
    """The blocks of a page or of a piece of one."""
    if len(content) > _LIMIT:
        raise Unreadable("网页过大，请拆分后重新报送 / the page is too large; split it and send it again")
    if not content.strip():
        return []
    parser = lxml_html.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True
    )
    try:
        root = etree.fromstring(_UNOPENED_ROW.sub(r"\1<tr>", _DECLARATION.sub("", content)).encode(), parser)
    except etree.XMLSyntaxError:
        return []
    if root is None:
        return []
    if any(error.type_name == "ERR_RESOURCE_LIMIT" for error in parser.error_log.filter_from_fatals()):
        raise _too_deep()
    left_out = list(hide_unseen(root, content))
    if may_draw_tables(content):
        draw_tables(root)
    flow = _Flow()
    try:
        flow.element(root)
    except RecursionError as error:
        raise _too_deep() from error
    flow.end_paragraph()
    cut = [Paragraph("（网页在此中断，后面的内容未读取）", is_unread=True)] if _breaks_off(content) else []
    return [*flow.blocks, *cut, *unread_parts(root), *left_out]


def _breaks_off(content: str) -> bool:
    """Whether a page ends amid a table or a tag, as one does that was cut on its way."""
    if not _OPENED.search(content) or _CLOSED.search(content):
        return False
    return bool(_HALF_A_TAG.search(content[-_LONGEST_TAG:])) or len(_TABLES.findall(content)) > len(
        _TABLE_ENDS.findall(content)
    )


def _too_deep() -> Unreadable:
    return Unreadable(
        "网页嵌套过深，请另存为 .docx 或 .xlsx / the page is nested too deeply; save it as .docx or .xlsx"
    )


def _decode(data: bytes) -> tuple[str, str]:
    """(text, encoding): found from the bytes as for plain text, else as the page declares."""
    try:
        return decode(data)
    except Unreadable:
        declared = _CHARSET.search(data[:4096])
        name = declared[1].decode("ascii", "ignore").lower() if declared else ""
        encoding = _DECLARED.get(name)
        if encoding is None or b"\0" in data:
            raise
        try:
            return data.decode(encoding), encoding
        except UnicodeDecodeError:
            pass
        raise


class _Flow:
    """Walks the page in reading order and gathers its blocks."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._lines = Lines()

    def element(self, element: etree._Element) -> None:
        """Read an element and what is inside it."""
        name = name_of(element)
        if name in _SKIPPED or not is_shown(element):
            return
        if name == "table":
            self.end_paragraph()
            self._table(HtmlTable(element))
            return
        if name in BLOCKS:
            self.end_paragraph()
        self._lines.open(element)
        self._inside(element)
        if name in BLOCKS:
            self.end_paragraph()

    def end_paragraph(self) -> None:
        text = self._lines.take()
        if text:
            self.blocks.append(Paragraph(text))

    def _inside(self, element: etree._Element) -> None:
        preserve = name_of(element) == "pre"
        self._lines.add(element.text, preserve=preserve)
        for child in element:
            self.element(child)
            self._lines.add(child.tail, preserve=preserve)

    def _table(self, table: HtmlTable) -> None:
        """A table of data with those inside it behind, or the content of a table for layout."""
        if table.is_layout():
            self._inside(table.element)
            self.end_paragraph()
            return
        self.blocks.extend(Paragraph(text) for text in table.texts_above())
        grid = table.grid()
        if any(cell.text for cell in grid.cells):
            self.blocks.append(grid)
        for inner in table.inner_tables():
            self._table(HtmlTable(inner))
