"""What lies over the cells of a sheet of .xlsx: text boxes, which are read behind its table, pictures that may hold a
table, embedded files, and comments. Charts are left out, for they show what stands in cells."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from ingest.document import Block, Paragraph
from ingest.readers.asides import comment
from ingest.readers.embedded import blocks_of, unread
from ingest.readers.office_zip import OfficeZip, local_get, local_name
from ingest.readers.pictures import may_hold_table, unread_picture
from ingest.readers.sheets.grid import CELL

_MOST_EMBEDDED = (20, 2)
"""The most files that are read of those embedded in a sheet, and in one of a workbook that is embedded itself."""
_FILES = frozenset({"package", "oleObject"})
_EMU = 12700


def laid_over(package: OfficeZip, part: str, depth: int) -> Iterator[Block]:
    """The blocks that lie over the cells of the sheet `part`, of a workbook that lies in `depth` other files."""
    relations = package.relations(part).values()
    for drawing in dict.fromkeys(target for kind, target in relations if kind == "drawing" and target in package):
        yield from _drawn(package.tree(drawing), package.relations(drawing))
    files = list(dict.fromkeys(target for kind, target in relations if kind in _FILES and target in package))
    read = sum(_MOST_EMBEDDED[depth : depth + 1])
    for name in files[:read]:
        yield from blocks_of(name, package.content(name), depth + 1)
    yield from map(unread, files[read:])
    yield from _comments(package, [(kind, target) for kind, target in relations if target in package])


def _drawn(drawing: etree._Element, relations: dict[str, tuple[str, str]]) -> Iterator[Block]:
    told: set[str] = set()
    for element in drawing.iter("{*}sp", "{*}pic"):
        if next(element.iterancestors("{*}Fallback"), None) is not None or _is_hidden(element):
            continue
        if local_name(element) == "sp":
            if text := _text(element):
                yield Paragraph(text)
        elif may_hold_table(*_size(element)):
            blip = next(element.iter("{*}blip"), None)
            key = "" if blip is None else local_get(blip, "embed") or local_get(blip, "link") or ""
            name = relations.get(key, ("", key))[1]
            if name not in told:
                told.add(name)
                yield unread_picture(name)


def _is_hidden(element: etree._Element) -> bool:
    return any(properties.get("hidden") in ("1", "true") for properties in element.iterfind("*/{*}cNvPr"))


def _text(shape: etree._Element) -> str:
    """The paragraphs of a text box, one a line."""
    lines = ("".join(text.text or "" for text in line.iter("{*}t")) for line in shape.iterfind("{*}txBody/{*}p"))
    return "\n".join(lines).strip()


def _size(picture: etree._Element) -> tuple[float, float]:
    """The size in points of a picture, its own or else that of the cells between its corners."""
    for size in picture.iterfind("{*}spPr/{*}xfrm/{*}ext"):
        width, height = int(size.get("cx", "0")) / _EMU, int(size.get("cy", "0")) / _EMU
        if width and height:
            return width, height
    for anchor in picture.iterancestors("{*}twoCellAnchor"):
        cells = [
            int(anchor.findtext(f"{{*}}to/{{*}}{axis}", "0")) - int(anchor.findtext(f"{{*}}from/{{*}}{axis}", "0"))
            for axis in ("col", "row")
        ]
        return cells[0] * CELL[0], cells[1] * CELL[1]
    for size in (size for anchor in picture.iterancestors("{*}oneCellAnchor") for size in anchor.iterfind("{*}ext")):
        return int(size.get("cx", "0")) / _EMU, int(size.get("cy", "0")) / _EMU
    return 0.0, 0.0


def _comments(package: OfficeZip, parts: list[tuple[str, str]]) -> Iterator[Paragraph]:
    """The comments on cells. Those of a conversation are kept for older programs too, behind what these are told."""
    threads = [thread for kind, part in parts if kind == "threadedComment" for thread in package.tree(part)]
    in_threads = {thread.get("ref") for thread in threads}
    for thread in threads:
        if told := comment(thread.get("ref") or "", "".join(text.text or "" for text in thread.iterfind("{*}text"))):
            yield told
    for part in (part for kind, part in parts if kind == "comments"):
        tree = package.tree(part)
        authors = [author.text or "" for author in tree.iterfind("{*}authors/{*}author")]
        for entry in tree.iterfind("{*}commentList/{*}comment"):
            text = "".join(piece.text or "" for piece in entry.iter("{*}t"))
            if entry.get("ref") not in in_threads and (told := comment(entry.get("ref") or "", text, authors)):
                yield told
