"""Text of a web page as it is shown: white space collapsed, line breaks kept, hidden elements out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from ingest.readers.characters import clear
from ingest.readers.raised import raised

BLOCKS = frozenset(
    "address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 header hr html legend li main ol option p pre section summary table tbody td tfoot th thead tr "
    "ul".split()
)
_NOT_SHOWN = frozenset(
    "script style noscript noframes template nav rt rp iframe object svg math audio video canvas datalist "
    "map xml".split()
)
_HIDDEN_STYLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|font-size\s*:\s*0(?:px|pt|em|%)?\s*(?:;|$)",
    re.IGNORECASE,
)
_SPACE = re.compile(r"[ \t\r\n\f]+")


def name_of(element: etree._Element) -> str:
    """The element's name in small letters; "" for comments and the like."""
    return element.tag.lower() if isinstance(element.tag, str) else ""


def is_shown(element: etree._Element) -> bool:
    """Whether a browser would show the element."""
    name = name_of(element)
    if not holds_text(element) or is_hidden(element):
        return False
    if name == "input" and (element.get("type") or "").lower() == "hidden":
        return False
    return not (name == "option" and element.get("selected") is None)


def holds_text(element: etree._Element) -> bool:
    """Whether an element is of a kind that holds the text of a page."""
    name = name_of(element)
    return bool(name) and name not in _NOT_SHOWN


def is_hidden(element: etree._Element) -> bool:
    """Whether the page asks not to show an element."""
    return element.get("hidden") is not None or bool(_HIDDEN_STYLE.search(element.get("style") or ""))


class Lines:
    """Gathers text; `take` gives it stripped, line by line."""

    def __init__(self) -> None:
        self._pieces: list[str] = []

    def add(self, text: str | None, *, preserve: bool = False) -> None:
        """Add running text; its line breaks count only where the page preserves them."""
        if text:
            self._pieces.append(text if preserve else _SPACE.sub(" ", text))

    def open(self, element: etree._Element) -> None:
        """Add what an element itself shows: a line break, the content of a field, a ticked or empty box."""
        name = name_of(element)
        if name == "br":
            self._pieces.append("\n")
        elif name == "sup" and self._pieces:
            for text in element.iter("*"):
                text.text = raised(self._pieces[-1], text.text) if text.text else text.text
        elif name == "input":
            kind = (element.get("type") or "text").lower()
            if kind in {"checkbox", "radio"}:
                self._pieces.append("☐" if element.get("checked") is None else "☑")
            elif kind not in {"button", "submit", "reset", "image", "file", "password"}:
                self.add(element.get("value"))

    def new_line(self) -> None:
        """Begin a new line unless one has just begun."""
        if self._pieces and not self._pieces[-1].endswith("\n"):
            self._pieces.append("\n")

    def take(self) -> str:
        """The text so far, and start anew."""
        text = clear("".join(self._pieces)).replace("\xa0", " ").replace("\r", "\n")
        self._pieces = []
        return "\n".join(re.sub(" {2,}", " ", line).strip() for line in text.split("\n")).strip()


def text_of(element: etree._Element) -> str:
    """The shown text inside an element but outside the tables in it; blocks are lines of their own.

    A table of a single cell is nothing but a frame around its text.
    """
    lines = Lines()
    _gather(element, lines)
    return lines.take()


def outermost_tables(element: etree._Element) -> Iterator[etree._Element]:
    """The shown tables inside an element that are more than a frame, but not those inside these."""
    for child in element:
        if not is_shown(child):
            continue
        if name_of(child) == "table" and not is_wrapper(child):
            yield child
        else:
            yield from outermost_tables(child)


def is_wrapper(table: etree._Element) -> bool:
    """Whether a table has a single cell."""
    cells = table.iter("td", "th")
    next(cells, None)
    return next(cells, None) is None


def _gather(element: etree._Element, lines: Lines) -> None:
    preserve = name_of(element) == "pre"
    lines.add(element.text, preserve=preserve)
    for child in element:
        name = name_of(child)
        if name == "table" and not is_wrapper(child):
            lines.new_line()
        elif is_shown(child):
            if name in BLOCKS:
                lines.new_line()
            lines.open(child)
            _gather(child, lines)
            if name in BLOCKS:
                lines.new_line()
        lines.add(child.tail, preserve=preserve)
