"""What lies over the cells of a sheet of .ods: text boxes, pictures that may hold a table, files, and comments. Charts
are left out, for they show what stands in cells."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from ingest.document import Block, Paragraph
from ingest.readers.asides import comment
from ingest.readers.embedded import unread
from ingest.readers.office_zip import OfficeZip, local_get, local_name
from ingest.readers.pictures import may_hold_table, points, unread_picture

SHAPES = ("frame", "custom-shape", "rect", "ellipse", "caption")
_IN_CELLS = frozenset({"chart", "formula"})


def comments(cell: etree._Element, place: str) -> Iterator[Paragraph]:
    """The comments on a cell."""
    for note in cell.iterchildren("{*}annotation"):
        text = "\n".join("".join(line.itertext()) for line in note.iter("{*}p"))
        if told := comment(place, text):
            yield told


def drawn(holder: etree._Element, package: OfficeZip) -> Iterator[Block]:
    """What is drawn in a cell or over a whole sheet."""
    for shape in holder.iter(*(f"{{*}}{name}" for name in SHAPES)):
        if next(shape.iterancestors("{*}annotation"), None) is not None:
            continue
        if text := "\n".join("".join(line.itertext()) for line in shape.iter("{*}p")).strip():
            yield Paragraph(text)
        elif local_name(shape) == "frame":
            yield from _framed(shape, package)


def _framed(frame: etree._Element, package: OfficeZip) -> Iterator[Block]:
    file = next(frame.iterchildren("{*}object", "{*}object-ole"), None)
    if file is not None:
        if _kind(file, package) not in _IN_CELLS:
            yield unread(local_get(file, "href") or "")
        return
    picture = next(frame.iterchildren("{*}image"), None)
    if picture is not None and may_hold_table(points(local_get(frame, "width")), points(local_get(frame, "height"))):
        yield unread_picture(local_get(picture, "href") or "")


def _kind(file: etree._Element, package: OfficeZip) -> str:
    """What an embedded document is: text, spreadsheet, chart, formula; "" where that cannot be told."""
    part = f"{(local_get(file, 'href') or '').removeprefix('./')}/content.xml"
    if part not in package:
        return ""
    return next((local_name(kind) for kind in package.tree(part).iterfind("{*}body/{*}*")), "")
