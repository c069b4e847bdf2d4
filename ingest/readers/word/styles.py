"""What the reader needs of the styles part: which styles number their paragraphs, hide their text or
strike it out."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element

from ingest.readers.word.names import LEVEL, NUM_ID, NUM_PR, P_PR, R_PR, VAL, is_on, number, w

_ID, _TYPE, _DEFAULT = w("styleId"), w("type"), w("default")
_VANISH, _STRIKES = w("vanish"), (w("strike"), w("dstrike"))
_START, _END, _OF_TABLES = b"<w:style ", b"</w:style>", b'w:type="table"'
_NO_MARKUP = (b"<!--", b"<![CDATA[")


def without_table_styles(data: bytes) -> bytes:
    """The part without its table styles, of which nothing is needed: they are most of it where a template brings its
    whole gallery. Where what looks like a style need not be one, all stays."""
    if any(mark in data for mark in _NO_MARKUP):
        return data
    *styles, rest = data.split(_END)
    return b"".join(map(_unless_of_tables, styles)) + rest


def _unless_of_tables(style: bytes) -> bytes:
    """A style without its end, and what stands before it; that alone where it is a table style."""
    start = style.rfind(_START)
    is_of_tables = start >= 0 and _OF_TABLES in style[start : style.find(b">", start)]
    return style[:start] if is_of_tables else style + _END


class Styles:
    """The styles of a document, with what they inherit."""

    def __init__(self, root: _Element | None) -> None:
        self._by_id: dict[str, _Element] = {}
        self._numberings: dict[str | None, tuple[str | None, int | None]] = {}
        self.default: str | None = None
        self.hidden: frozenset[str] = frozenset()
        self.struck: frozenset[str] = frozenset()
        self.number_paragraphs = False
        if root is None:
            return
        for style in root.iterchildren(w("style")):
            self._by_id[style.get(_ID, "")] = style
            if style.get(_DEFAULT) in ("1", "true", "on") and style.get(_TYPE) == "paragraph":
                self.default = style.get(_ID)
        self.number_paragraphs = next(root.iter(NUM_PR), None) is not None
        self.hidden = self._switched(root, _VANISH)
        self.struck = self._switched(root, *_STRIKES)

    def family(self, style_id: str | None) -> Iterator[tuple[str, _Element]]:
        """The style and those it is based on, nearest first, each as (id, element)."""
        seen: set[str] = set()
        while style_id is not None and style_id in self._by_id and style_id not in seen:
            seen.add(style_id)
            style = self._by_id[style_id]
            yield style_id, style
            parent = style.find(w("basedOn"))
            style_id = parent.get(VAL) if parent is not None else None

    def numbering(self, style_id: str | None) -> tuple[str | None, int | None]:
        """(list, level) that a style gives its paragraphs."""
        if style_id not in self._numberings:
            self._numberings[style_id] = self._find_numbering(style_id)
        return self._numberings[style_id]

    def _find_numbering(self, style_id: str | None) -> tuple[str | None, int | None]:
        found: str | None = None
        level: int | None = None
        for _, style in self.family(style_id):
            properties = style.find(f"{P_PR}/{NUM_PR}")
            if properties is None:
                continue
            number_id, depth = properties.find(NUM_ID), properties.find(LEVEL)
            if found is None and number_id is not None:
                found = number_id.get(VAL)
            if level is None and depth is not None:
                level = number(depth.get(VAL), 0)
        return found, level

    def _switched(self, root: _Element, *switches: str) -> frozenset[str]:
        """The styles in which one of these switches is on."""
        if not any(map(is_on, root.iter(*switches))):
            return frozenset()
        return frozenset(name for name in self._by_id if any(self._switches(name, switch) for switch in switches))

    def _switches(self, style_id: str, name: str) -> bool:
        for _, style in self.family(style_id):
            switch = style.find(f"{R_PR}/{name}")
            if switch is not None:
                return is_on(switch)
        return False
