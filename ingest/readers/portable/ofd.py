"""OFD files (GB/T 33190), the fixed layout in which Chinese offices exchange documents: a zip of XML parts.

What is typed over a page is read; stamps, signatures, marks and water marks are not, as in PDF.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from ingest.document import Document, Unreadable
from ingest.readers.office_zip import OfficeZip, damaged, encrypted, local_name, sound
from ingest.readers.portable.ofd_page import Resources, children, read_sheet
from ingest.readers.portable.pages import bounded, document_of
from ingest.readers.portable.sheet import Sheet

MAX_PAGES = 2000
_ROOT = "OFD.xml"
_A4 = "0 0 210 297"
_NO_TEXT = frozenset({"Stamp", "Watermark", "Highlight", "Link"})
"""Kinds of annotations."""


def read_bytes(data: bytes) -> Document:
    """The document in the bytes of an OFD file. Raises `Unreadable` where not every page can be read."""
    package = OfficeZip(data)
    if _ROOT not in package:
        raise encrypted() if any(part in package for part in ("Encryptions.xml", "OFDEntries.xml")) else damaged()
    with sound():
        sheets = bounded(_sheets(package))
    if not sheets:
        raise damaged()
    return document_of(sheets, "application/ofd")


def _sheets(package: OfficeZip) -> Iterator[Sheet]:
    number = 0
    for body in children(package.tree(_ROOT), "DocBody"):
        document = _Fixed(package, _document_part(package, body))
        for key, page in document.pages():
            number += 1
            if number > MAX_PAGES:
                raise Unreadable(
                    f"OFD 超过 {MAX_PAGES} 页，请按报告拆分 / "
                    f"the OFD has more than {MAX_PAGES} pages; split it report by report"
                )
            drawn = [*document.contents(page), *document.typed(key)]
            yield read_sheet(number, document.box(page), drawn, document.resources)


def _document_part(package: OfficeZip, body: etree._Element) -> str:
    """The part that holds the document's root: that of the current version, where there are several."""
    for version in body.iter("{*}Version"):
        if version.get("Current") == "true":
            part = _beside("", version.get("BaseLoc"))
            return _beside(part, next(children(package.tree(part), "DocRoot")).text)
    return _beside("", next(children(body, "DocRoot")).text)


@dataclass(slots=True)
class _Fixed:
    """One document of the package, its root in `part`: pages, the templates below them, the annotations over them, the
    resources that they use."""

    package: OfficeZip
    part: str
    root: etree._Element = field(init=False)
    templates: dict[str, str] = field(default_factory=dict)
    annotations: dict[str, str] = field(default_factory=dict)
    resources: Resources = field(default_factory=Resources)

    def __post_init__(self) -> None:
        self.root = self.package.tree(self.part)
        for common in children(self.root, "CommonData"):
            self.templates = {
                template.get("ID", ""): _beside(self.part, template.get("BaseLoc"))
                for template in children(common, "TemplatePage")
            }
            self._learn(common, "PublicRes", "DocumentRes")
        for listing in children(self.root, "Annotations"):
            part = _beside(self.part, listing.text)
            for entry in children(self.package.tree(part), "Page") if part in self.package else ():
                self.annotations[entry.get("PageID", "")] = _beside(part, entry.findtext("{*}FileLoc"))

    def pages(self) -> Iterator[tuple[str, etree._Element]]:
        """The pages by their ids."""
        for listing in children(self.root, "Pages"):
            for entry in children(listing, "Page"):
                page = self.package.tree(_beside(self.part, entry.get("BaseLoc")))
                self._learn(page, "PageRes")
                yield entry.get("ID", ""), page

    def contents(self, page: etree._Element) -> list[etree._Element]:
        """What is drawn on a page: its templates, which may hold the lines of a form, and its own."""
        used = (self.templates.get(template.get("TemplateID", "")) for template in children(page, "Template"))
        drawn = [*(self.package.tree(part) for part in used if part), page]
        return [content for part in drawn for content in children(part, "Content")]

    def typed(self, key: str) -> Iterator[etree._Element]:
        """What annotations show of text on a page."""
        part = self.annotations.get(key, "")
        for annotation in self.package.tree(part).iter("{*}Annot") if part in self.package else ():
            if annotation.get("Type") not in _NO_TEXT and annotation.get("Visible") != "false":
                yield from children(annotation, "Appearance")

    def box(self, page: etree._Element) -> str:
        """The physical box of a page, else of all pages, in millimetres: left, top, width, height."""
        areas = [*children(page, "Area"), *self.root.iterfind("{*}CommonData/{*}PageArea")]
        boxes = (box.text for area in areas for box in children(area, "PhysicalBox"))
        return next(filter(None, boxes), _A4)

    def _learn(self, parent: etree._Element, *names: str) -> None:
        for element in parent:
            if local_name(element) in names and (part := _beside(self.part, element.text)) in self.package:
                self.resources.learn(self.package.tree(part))


def _beside(part: str, location: str | None) -> str:
    """The part at a location given in another: from the root of the package where it begins with a slash."""
    return posixpath.normpath(posixpath.join("/", posixpath.dirname(part), (location or "").strip())).lstrip("/")
