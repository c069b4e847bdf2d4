"""Printed pages as a document: tables from ruling lines and, failing these, from alignment, stitched over pages.

What stands outside tables becomes paragraphs; page numbers and running heads are left out. A file with a scanned page
is not read at all, for nobody could tell what is missing; pages with other pictures that may hold a table are told at
the end, and what is remarked stands aside there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby, pairwise

from ingest.document import Block, Document, Paragraph, Unreadable
from ingest.readers.asides import comment
from ingest.readers.left_out import left_out
from ingest.readers.pictures import unread_picture
from ingest.readers.portable.align import aligned_grids
from ingest.readers.portable.beside import beside
from ingest.readers.portable.grid import Grid, ruled_grids
from ingest.readers.portable.halves import beside_each_other
from ingest.readers.portable.lattice import merged
from ingest.readers.portable.lines import Column, Line, column_of, drop_furniture, lines_of, paragraphs
from ingest.readers.portable.sheet import LEAST_TEXT, Rule, Sheet, printed_once
from ingest.readers.portable.stitch import goes_on, stitch, table
from ingest.readers.portable.struck_out import drop_struck_out
from ingest.readers.portable.two_columns import in_reading_order
from ingest.readers.portable.unlined_halves import below_two_titles, halves_of, unparted
from ingest.readers.portable.water_marks import drop_water_marks

MOST_DRAWN, MOST_ON_A_PAGE = 2_000_000, 60_000
"""The most characters, ruling lines and images on all pages and on one; the densest page of a report has a third."""
_MOST_UNMAPPED = 0.2
_OUTLINES = 200
"""Paths on a page without any text from which on they may be letters."""


def bounded(sheets: Iterable[Sheet]) -> list[Sheet]:
    """The sheets. Raises `Unreadable` where all hold more than any report, as where one is listed many times."""
    found: list[Sheet] = []
    drawn = 0
    for sheet in sheets:
        found.append(sheet)
        on_page = len(sheet.glyphs) + len(sheet.rules) + len(sheet.images)
        drawn += on_page
        if drawn > MOST_DRAWN or on_page > MOST_ON_A_PAGE:
            raise Unreadable(
                f"文件内容过多，读到第 {sheet.number} 页已超过上限，请拆分后报送 / "
                f"the file holds too much, the limit was reached at page {sheet.number}; split it and send the parts"
            )
    return found


def document_of(sheets: list[Sheet], media_type: str) -> Document:
    """The document on the sheets. Raises `Unreadable` where not every one can be read."""
    drop_water_marks(sheets)
    unseen: list[Paragraph] = []
    for sheet in sheets:
        sheet.glyphs = printed_once(sheet.glyphs)
        on_page = f"第 {sheet.number} 页有"
        unseen += left_out(f"{on_page}看不见的文字", [sheet.unseen], sheet.number)
        unseen += left_out(f"{on_page}划去的文字", [drop_struck_out(sheet)], sheet.number)
    _check_text(sheets)
    pages = []
    across: dict[int, list[Rule]] = {}
    for sheet in sheets:
        across[sheet.number] = merged(rule for rule in sheet.rules if rule.horizontal)
        grids, outside = ruled_grids(sheet, across[sheet.number])
        pages.append((sheet, grids, lines_of(outside, sheet.number)))
    kept = drop_furniture([(sheet, lines) for sheet, _, lines in pages], _with_tables_over(pages))
    parts = [
        _in_order(grids, lines, across[sheet.number]) for (sheet, grids, _), lines in zip(pages, kept, strict=True)
    ]
    columns = _columns(sheets, kept)
    heads = _running_heads(pages, kept)
    pictures = [
        replace(unread_picture(f"第 {sheet.number} 页"), page=sheet.number) for sheet in sheets if sheet.has_picture
    ]
    remarks = [(sheet.number, comment(f"第 {sheet.number} 页", text)) for sheet in sheets for text in sheet.remarks]
    asides = [replace(told, page=number) for number, told in remarks if told]
    return Document((*_blocks(_stitched(beside(parts)), columns, heads), *pictures, *unseen, *asides), media_type)


def _check_text(sheets: list[Sheet]) -> None:
    """Raise for pages whose words are not there as text: scans, outlines, fonts without meaning."""
    printed = {sheet.number: sum(not glyph.text.isspace() for glyph in sheet.glyphs) for sheet in sheets}
    scanned = [sheet.number for sheet in sheets if sheet.is_image and printed[sheet.number] < LEAST_TEXT]
    if scanned:
        raise Unreadable(
            f"{_pages_zh(scanned)}为扫描图片，没有文字可读，请由原 Word、Excel 文件另存为 PDF，或等待文字识别功能 / "
            f"only a scanned image on {_pages_en(scanned)}: save the PDF from the original Word or Excel file, "
            "or wait for OCR"
        )
    outlined = [sheet.number for sheet in sheets if sheet.paths >= _OUTLINES and not printed[sheet.number]]
    if outlined:
        raise Unreadable(
            f"{_pages_zh(outlined)}只有图形、没有文字（文字可能已转为曲线），请由原文件重新导出 / "
            f"only drawing and no text on {_pages_en(outlined)} (letters turned into outlines?): export it again"
        )
    unmapped = [sheet.number for sheet in sheets if sheet.unmapped > _MOST_UNMAPPED * printed[sheet.number]]
    if unmapped:
        raise Unreadable(
            f"{_pages_zh(unmapped)}的字体没有文字编码，读出的是乱码，请嵌入字体重新导出 PDF 或以 Word 报送 / "
            f"fonts without text codes on {_pages_en(unmapped)}, so that only garbage can be read: "
            "export the PDF again with embedded fonts, or send Word"
        )
    if not any(printed.values()):
        raise Unreadable("各页均为空白，请单位重新报送 / every page is blank; ask for it again")


def _pages_zh(numbers: list[int]) -> str:
    return f"第 {'、'.join(map(str, numbers))} 页"


def _pages_en(numbers: list[int]) -> str:
    return f"page{'s' * (len(numbers) > 1)} {', '.join(map(str, numbers))}"


def _with_tables_over(pages: list[tuple[Sheet, list[Grid], list[Line]]]) -> set[int]:
    """The numbers of the pages whose last table goes on in the first one of the next page."""
    bottom = max((grid.bottom for _, grids, _ in pages for grid in grids), default=0)
    return {
        sheet.number
        for (sheet, above, _), (_, below, _) in pairwise(pages)
        if above and below and goes_on(above[-1], below[0], bottom)
    }


def _in_order(grids: list[Grid], lines: list[Line], across: list[Rule]) -> list[Line | Grid]:
    """What stands on a page from top to bottom, of forms beside each other the left one first; runs of aligned lines
    between ruled tables are tables too."""
    halves = beside_each_other(grids, lines)
    if halves is not None:
        return [part for half in halves for part in _in_order(*half, across)]
    below = below_two_titles(lines)
    if below is not None and not any(grid.bottom > lines[below.start].base for grid in grids):
        above, forms, rest = lines[: below.start], lines[below.start : below.stop], lines[below.stop :]
        return [*_in_order(grids, above, across), *_forms(forms, across), *_in_order([], rest, across)]
    ordered: list[Line | Grid] = sorted([*grids, *lines], key=_top)
    parts: list[Line | Grid] = []
    for _, run in groupby(ordered, key=type):
        members = list(run)
        running = [part for part in members if isinstance(part, Line)]
        parts.extend(aligned_grids(in_reading_order(running), across) if running else _unframed(members, across))
    return parts


def _forms(lines: list[Line], across: list[Rule]) -> list[Line | Grid]:
    """What stands in two forms beside each other that no lines frame."""
    parts = [part for half in halves_of(lines) for part in _in_order([], half, across)]
    return parts or [lines[0], *map(unparted, lines[1:])]


def _unframed(grids: Iterable[Line | Grid], across: list[Rule]) -> Iterator[Line | Grid]:
    """The tables, with the lines inside a frame in place of the frame."""
    for grid in grids:
        if isinstance(grid, Grid) and grid.framed:
            yield from aligned_grids(grid.framed, across)
        else:
            yield grid


def _top(part: Line | Grid) -> float:
    return part.base if isinstance(part, Line) else part.top


def _columns(sheets: list[Sheet], lines: list[list[Line]]) -> dict[int, Column]:
    """The column of running text by page number: that of all pages of the same width."""
    by_width: dict[int, list[Line]] = defaultdict(list)
    for sheet, on_page in zip(sheets, lines, strict=True):
        by_width[round(sheet.width)].extend(on_page)
    found = {width: column_of(members, width) for width, members in by_width.items()}
    return {sheet.number: found[round(sheet.width)] for sheet in sheets}


def _stitched(pages: list[list[Line | Grid]]) -> list[Line | Grid]:
    """The parts of all pages in order, tables that run over pages as one."""
    bottom = max((part.base if isinstance(part, Line) else part.bottom for parts in pages for part in parts), default=0)
    stitched: list[Line | Grid] = []
    for parts in pages:
        for position, part in enumerate(parts):
            at = _last_grid(stitched) if position == 0 else None
            last = stitched[at] if at is not None else None
            if at is not None and isinstance(part, Grid) and isinstance(last, Grid) and goes_on(last, part, bottom):
                stitched[at] = stitch(last, part)
            else:
                stitched.append(part)
    return stitched


def _last_grid(parts: list[Line | Grid]) -> int | None:
    """The position of the last table, where nothing stands below it: notes may stand beside it."""
    at = len(parts) - 1
    while at >= 0 and isinstance(parts[at], Line):
        at -= 1
    if at < 0:
        return None
    grid = parts[at]
    is_last = isinstance(grid, Grid) and all(
        part.page == grid.page and _top(part) < grid.bottom for part in parts[at + 1 :]
    )
    return at if is_last else None


def _running_heads(pages: list[tuple[Sheet, list[Grid], list[Line]]], kept: list[list[Line]]) -> dict[int, str]:
    """What was left out at the head of each page."""
    return {
        sheet.number: " ".join(line.text for line in lines if line not in left and line.base < sheet.height / 2)
        for (sheet, _, lines), left in zip(pages, kept, strict=True)
    }


def _blocks(parts: list[Line | Grid], columns: dict[int, Column], heads: dict[int, str]) -> list[Block]:
    blocks: list[Block] = []
    running: list[tuple[Line, Column]] = []
    for part in parts:
        if isinstance(part, Grid):
            blocks.extend(paragraphs(running))
            running = []
            found = table(part)
            blocks.append(replace(found, running_head=heads.get(found.cells[0].page or 0, "")))
        else:
            running.append((part, part.column or columns[part.page]))
    return [*blocks, *paragraphs(running)]
