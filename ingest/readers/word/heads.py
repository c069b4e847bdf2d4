"""The heads that Word prints above every page of a section: no text of the document, but they may say of what it is."""

from __future__ import annotations

from lxml.etree import _Element

from ingest.readers.word.names import P_PR, P, T, w
from ingest.readers.word.package import Package, parse
from ingest.readers.word.printed import as_printed
from ingest.readers.word.styles import Styles
from ingest.readers.word.unseen import drop_unread

_SECTION, _REFERENCE, _KIND = w("sectPr"), w("headerReference"), w("type")
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def running_heads(package: Package, body: _Element) -> dict[_Element, str]:
    """The heads by the elements of the body that stand below them. A section that names none has those of the one
    before it."""
    found: dict[_Element, str] = {}
    if b"headerReference" not in package.main:
        return found
    targets: dict[str | None, str] = {}
    section: list[_Element] = []
    for element in body:
        section.append(element)
        end = element if element.tag == _SECTION else element.find(f"{P_PR}/{_SECTION}") if element.tag == P else None
        if end is not None:
            targets |= {each.get(_KIND): package.targets.get(each.get(_ID, ""), "") for each in end.iter(_REFERENCE)}
            found |= dict.fromkeys(section, " ".join(filter(None, (_text(package, name) for name in targets.values()))))
            section = []
    return found


def _text(package: Package, name: str) -> str:
    data = package.part(name)
    if data is None:
        return ""
    head = parse(data)
    as_printed(head, has_symbol_fonts=False)
    drop_unread(head, Styles(None))
    return " ".join("".join(text.text or "" for text in line.iter(T)) for line in head.iter(P)).strip()
