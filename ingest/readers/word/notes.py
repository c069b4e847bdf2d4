"""Footnotes, endnotes and comments of a Word document: parts of their own that its text refers to."""

from __future__ import annotations

from collections import Counter

from lxml.etree import _Element

from ingest.document import Paragraph
from ingest.readers.word.names import TR, P, T, w
from ingest.readers.word.package import Package, parse
from ingest.readers.word.printed import as_printed
from ingest.readers.word.styles import Styles
from ingest.readers.word.unseen import drop_unread

_ID = w("id")
_NAMES = {"footnote": "脚注", "endnote": "尾注", "comment": "批注"}
REFERENCES = {w(f"{kind}Reference"): kind for kind in _NAMES}
"""The elements that refer to a note, and of which kind it is."""
WITHIN = {w(kind): kind for kind in _NAMES}
"""Those that hold one in the midst of the text, as Word 2003 writes them."""

Reference = tuple[str, _Element]
"""The kind of a note, and the element that refers to it or holds it."""


class Notes:
    """The notes of a document; a part of them is opened where the text first refers to one in it."""

    def __init__(self, package: Package, styles: Styles) -> None:
        self._package = package
        self._styles = styles
        self._parts: dict[str, dict[str | None, _Element]] = {}
        self._told: Counter[str] = Counter()

    def paragraph(self, reference: Reference, page: int | None) -> Paragraph | None:
        """A note under its kind and its number among these; None for an empty one."""
        kind, element = reference
        note = element if element.tag in WITHIN else self._part(kind).get(element.get(_ID))
        text = _text(note) if note is not None else ""
        self._told[kind] += 1
        return Paragraph(f"（{_NAMES[kind]}{self._told[kind]}）{text}", page, is_aside=True) if text else None

    def _part(self, kind: str) -> dict[str | None, _Element]:
        if kind not in self._parts:
            data = self._package.related(f"{kind}s")
            root = parse(data) if data else None
            if root is not None:
                as_printed(root, has_symbol_fonts=False)
                drop_unread(root, self._styles)
            self._parts[kind] = {} if root is None else {note.get(_ID): note for note in root.iterchildren(w(kind))}
        return self._parts[kind]


def _text(note: _Element) -> str:
    """The paragraphs of a note, one a line; the cells of a row are one line too."""
    lines = []
    for block in note.iter(P, TR):
        if block.tag == TR or next(block.iterancestors(TR), None) is None:
            separator = " " if block.tag == TR else ""
            lines.append(separator.join(text.text or "" for text in block.iter(T)).strip())
    return "\n".join(filter(None, lines))
