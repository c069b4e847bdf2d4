"""Word documents (.docx, .docm, .dotx, strict and transitional): paragraphs and tables in reading order.

Tables keep the positions of the printed grid. A table inside a cell is a block of its own behind the table around it,
but one of a single cell is a frame around its text; text boxes, diagrams and embedded files follow the paragraph that
holds them, inside a cell a box's text is the cell's. A picture that may hold a table is told. Footnotes, endnotes and
comments stand aside behind the paragraph or table that refers to them; headers and footers are no blocks, but the
header above a table is given with it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice

from lxml.etree import _Element

from ingest.document import Block, Cell, Document, Paragraph, Table, Unreadable, says_something
from ingest.readers.embedded import blocks_of, unread
from ingest.readers.left_out import left_out
from ingest.readers.pictures import unread_picture
from ingest.readers.word.heads import running_heads
from ingest.readers.word.names import TBL, TC, TC_PR, TR, TR_PR, VAL, P, number, w
from ingest.readers.word.notes import Notes
from ingest.readers.word.numbering import Numbering
from ingest.readers.word.package import MEDIA_TYPE, Package, no_word_document, parse
from ingest.readers.word.pictures import texts_of_diagram
from ingest.readers.word.printed import as_printed
from ingest.readers.word.styles import Styles, without_table_styles
from ingest.readers.word.text import Line, TextReader
from ingest.readers.word.unseen import drop_unread, drop_white

_MAX_SPAN = 1000
_MOST_EMBEDDED = (200, 10, 2)
"""The most files that are read of those embedded in a document, in one of these, and in one of those again."""
_SPAN, _BEFORE, _V_MERGE, _H_MERGE = w("gridSpan"), w("gridBefore"), w("vMerge"), w("hMerge")
_TRACKED_MERGE, _FOREIGN = w("cellMerge"), w("altChunk")
_SYMBOL_FONT_TRACES = (b"dings", b"Dings", b'"Symbol"', b"\xef\x80", b"\xef\x81", b"\xef\x82", b"\xef\x83")
_STYLE_TRACES = (b"numPr", b"vanish", b"trike")
_WHITE_TRACES = (b'color w:val="FFFFFF"', b'color w:val="ffffff"')


def read_bytes(data: bytes, *, depth: int = 0) -> Document:
    """The document in the bytes of a Word file that lies in so many others. Raises `Unreadable` where they are none, or
    damaged, or locked."""
    package = Package(data)
    root = parse(package.main)
    body = root.find(w("body"))
    if body is None:
        raise no_word_document()
    styles = _styles(package)
    as_printed(body, any(trace in package.main for trace in _SYMBOL_FONT_TRACES))
    told = tuple(_without_unread(package, body, styles))
    text = TextReader(body, _numbering(package, styles))
    heads = running_heads(package, body)
    blocks = tuple(_Reader(package, text, Notes(package, styles), heads, depth).blocks(body))
    if not any(map(says_something, blocks)):
        raise Unreadable(_reason_for_no_text(body))
    return Document((*blocks, *told), MEDIA_TYPE)


def _without_unread(package: Package, body: _Element, styles: Styles) -> Iterator[Paragraph]:
    """What tells of the letters that are taken from a body because nobody counts them."""
    hidden, struck = drop_unread(body, styles)
    yield from left_out("隐藏的文字", hidden)
    yield from left_out("划去的文字", struck)
    if any(white in package.main for white in _WHITE_TRACES) and b":background" not in package.main:
        yield from left_out("白色文字", drop_white(body, styles_shade=b":shd" in (package.related("styles") or b"")))


def _styles(package: Package) -> Styles:
    data = without_table_styles(package.related("styles") or b"")
    return Styles(parse(data) if any(trace in data for trace in _STYLE_TRACES) else None)


def _numbering(package: Package, styles: Styles) -> Numbering | None:
    if b"numPr" not in package.main and not styles.number_paragraphs:
        return None
    data = package.related("numbering")
    return Numbering(parse(data), styles) if data else None


def _reason_for_no_text(body: _Element) -> str:
    if next(body.iter(w("drawing"), w("pict"), w("object")), None) is not None:
        return (
            "文件里只有图片没有文字（可能是扫描件），请报送可编辑的电子版 / "
            "the file holds pictures only (a scan, perhaps); send the editable document"
        )
    return "文件没有内容，请单位重新报送 / the file has no content; ask the unit to send it again"


@dataclass(slots=True)
class _Region:
    """A cell that may still grow to the right and downwards."""

    row: int
    col: int
    col_span: int
    row_span: int = 1
    text: str = ""
    page: int = 0


class _Reader:
    """Walks a printed tree (see `as_printed`) and gathers blocks, also those of embedded files."""

    def __init__(
        self, package: Package, text: TextReader, notes: Notes, heads: Mapping[_Element, str], depth: int
    ) -> None:
        self._package = package
        self._text = text
        self._notes = notes
        self._heads = heads
        self._depth = depth
        self._embedded_parts: set[str] = set()
        self._told_pictures: set[str] = set()

    def blocks(self, container: _Element) -> Iterator[Block]:
        for child in container:
            tag = child.tag
            if tag == P:
                line = self._text.read(child)
                if line.text:
                    yield Paragraph(line.text, self._shown(line.page))
                for box in line.boxes:
                    yield from self.blocks(box)
                yield from self._behind(line)
            elif tag == TBL:
                yield from self._table(child)
            elif tag == _FOREIGN:
                raise Unreadable(_FOREIGN_REASON)

    def _behind(self, line: Line) -> Iterator[Block]:
        """What stands in a paragraph and is no text: embedded files, diagrams, word of large pictures, each once; and
        the notes to it."""
        if not (line.embedded or line.diagrams or line.pictures or line.notes):
            return
        page = self._shown(line.page)
        for block in (*self._embedded(line), *self._diagrams(line), *self._pictures(line)):
            yield _on_page(block, page)
        yield from filter(None, (self._notes.paragraph(reference, page) for reference in line.notes))

    def _pictures(self, line: Line) -> Iterator[Block]:
        for kind, relationship in line.pictures:
            name = self._package.targets.get(relationship, relationship)
            if name not in self._told_pictures:
                self._told_pictures.add(name)
                yield unread_picture(name, kind)

    def _diagrams(self, line: Line) -> Iterator[Block]:
        for relationship in line.diagrams:
            data = self._package.part(self._package.targets.get(relationship, ""))
            yield from map(Paragraph, texts_of_diagram(parse(data)) if data else ())

    def _embedded(self, line: Line) -> Iterator[Block]:
        """What the files embedded in a paragraph hold; a file that is shown again is not read again."""
        for relationship in line.embedded:
            name = self._package.targets.get(relationship, "")
            if name and name in self._embedded_parts:
                continue
            is_read = len(self._embedded_parts) < sum(_MOST_EMBEDDED[self._depth : self._depth + 1])
            self._embedded_parts.add(name)
            yield from blocks_of(name, self._package.part(name), self._depth + 1) if is_read else (unread(name),)

    def _shown(self, page: int) -> int | None:
        return page if self._text.knows_pages else None

    def _table(self, table: _Element) -> list[Block]:
        """The table, and behind it those inside its cells."""
        inner: list[Block] = []
        regions: list[_Region] = []
        open_above: dict[int, _Region] = {}
        row_no = 0
        for row in table.iterchildren(TR):
            placed = list(_placed(row))
            if not placed:
                continue
            row_no += 1
            open_above = self._row(row_no, placed, open_above, regions, inner)
        cells = tuple(
            Cell(each.row, each.col, each.text, each.row_span, each.col_span, self._shown(each.page))
            for each in regions
        )
        head = self._heads.get(table, "")
        return [Table(cells, true_grid=True, running_head=head), *inner] if cells else inner

    def _row(
        self,
        row_no: int,
        placed: list[tuple[_Element, int, int, str | None]],
        open_above: dict[int, _Region],
        regions: list[_Region],
        inner: list[Block],
    ) -> dict[int, _Region]:
        """Read one row; gives the vertical merges, by column, that may go on in the next.

        Every cell of a row begins on the page where the row begins; the row ends where its longest cell ends, those
        aside that reach into rows below.
        """
        still_open: dict[int, _Region] = {}
        fresh: list[_Region] = []
        first_page = last_page = self._text.page
        turns = False
        for cell, col, span, merge in placed:
            above = open_above.get(col)
            if merge == "continue" and above is not None and above.col_span == span:
                above.row_span += 1
                still_open[col] = above
                continue
            self._text.page = first_page
            region = _Region(row_no, col, span)
            region.text, region.page = self._cell(cell, inner)
            fresh.append(region)
            turns = turns or self._text.page > first_page
            if merge is not None:
                still_open[col] = region
            else:
                last_page = max(last_page, self._text.page)
        if turns:
            first_page = max(region.page for region in fresh)
            for region in fresh:
                region.page = first_page
        regions.extend(fresh)
        self._text.page = max(first_page, last_page)
        return still_open

    def _cell(self, cell: _Element, inner: list[Block]) -> tuple[str, int]:
        """(text, page where it begins) of a cell; tables in it go to `inner`."""
        first_page = self._text.page
        texts: list[str] = []
        for text, page in self._lines(cell, inner):
            if not texts:
                first_page = page
            texts.append(text)
        return "\n".join(texts), first_page

    def _lines(self, container: _Element, inner: list[Block]) -> Iterator[tuple[str, int]]:
        for child in container:
            tag = child.tag
            if tag == P:
                line = self._text.read(child)
                if line.text:
                    yield line.text, line.page
                for box in line.boxes:
                    yield from self._lines(box, inner)
                inner.extend(self._behind(line))
            elif tag == TBL:
                cells = list(islice(child.iter(TC), 2))
                if len(cells) == 1:
                    yield from self._lines(cells[0], inner)
                else:
                    inner.extend(self._table(child))
            elif tag == _FOREIGN:
                raise Unreadable(_FOREIGN_REASON)


def _on_page(block: Block, page: int | None) -> Block:
    if isinstance(block, Paragraph):
        return replace(block, page=page)
    return replace(block, cells=tuple(cell._replace(page=page) for cell in block.cells))


def _placed(row: _Element) -> Iterator[tuple[_Element, int, int, str | None]]:
    """The cells of a row as (cell, column, columns spanned, vertical merge); old-style merges are joined."""
    col = 1
    waiting: tuple[_Element, int, int, str | None] | None = None
    for child in row:
        if child.tag == TR_PR:
            before = child.find(_BEFORE)
            if before is not None:
                col += min(number(before.get(VAL), 0), _MAX_SPAN)
        elif child.tag == TC:
            span, merge, goes_on = _shape(child)
            if goes_on and waiting is not None:
                waiting = (waiting[0], waiting[1], waiting[2] + span, waiting[3])
            else:
                if waiting is not None:
                    yield waiting
                waiting = (child, col, span, merge)
            col += span
    if waiting is not None:
        yield waiting


def _shape(cell: _Element) -> tuple[int, str | None, bool]:
    """(columns spanned, vertical merge, whether the cell belongs to the one on its left)."""
    span, merge, goes_on = 1, None, False
    if len(cell) and cell[0].tag == TC_PR:
        for item in cell[0]:
            tag = item.tag
            if tag == _SPAN:
                span = min(max(number(item.get(VAL), 1), 1), _MAX_SPAN)
            elif tag == _V_MERGE:
                merge = "restart" if item.get(VAL) == "restart" else "continue"
            elif tag == _TRACKED_MERGE:
                merge = {"rest": "restart", "cont": "continue"}.get(item.get(w("vMerge"), ""), merge)
            elif tag == _H_MERGE:
                goes_on = item.get(VAL) != "restart"
    return span, merge, goes_on


_FOREIGN_REASON = (
    "文档内嵌有另一份未展开的文件，请用 Word 打开并另存后报送 / "
    "the document embeds another file that Word has not merged yet; open it in Word, save it and send it again"
)
