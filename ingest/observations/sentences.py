"""A report's own prose in sentences, each with the place where it begins."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ingest.document import Cell
from ingest.evidence import Evidence
from ingest.forms.layout import Row, goes_on

STOPS = "。！？；;"
FULL_STOPS = "。！？"
_BETWEEN = {stops: re.compile(rf"[^{stops}\n]+[{stops}]?") for stops in (STOPS, FULL_STOPS)}
_NOTE = re.compile(r"^\s*[（(]?\s*(?:注|备\s*注|填[表报写](?:说明|须知)|说\s*明)\s*\d*\s*[:：.、]")
_OPENS_NOTE = frozenset("（(注备填说")
MAY_BEGIN_NOTE = re.compile("注|备|填|说")
_NUMBERED = re.compile(r"^\s*\d{1,2}\s*[.、．]")
_QUOTE_LENGTH = 160


class Sentence(NamedTuple):
    text: str
    row: Row
    cell: Cell

    def evidence(self, start: int = 0, end: int | None = None) -> Evidence:
        """The sentence's place; of a long one only what stands around `start` and `end` is quoted."""
        quote = self.text.strip()
        if len(quote) > _QUOTE_LENGTH:
            end = start if end is None else end
            room = max(0, _QUOTE_LENGTH - (end - start)) // 2
            quote = self.text[max(0, start - room) : end + room].strip()
        return self.row.evidence(self.cell, quote)


def is_note(text: str, in_note: bool) -> bool:
    """Whether a text is a footnote of the form (注：…), or a numbered line that goes on with one."""
    if text.lstrip()[:1] in _OPENS_NOTE and _NOTE.match(text):
        return True
    return in_note and bool(_NUMBERED.match(text))


def sentences(texts: Sequence[tuple[Row, Cell]], stops: str = STOPS) -> Iterator[Sentence]:
    """The sentences of paragraphs and text cells, which end at `STOPS` or only at `FULL_STOPS`; one that a page break
    cuts is one. Footnotes are no prose."""
    pattern = _BETWEEN[stops]
    held: Sentence | None = None
    before: Row | None = None
    in_note = False
    for row, cell in texts:
        in_note = is_note(cell.text, in_note)
        continues = held is not None and before is not None and goes_on(before, row)
        before = row
        if held is not None and not continues:
            yield held
            held = None
        if in_note:
            continue
        found = [Sentence(text, row, cell) for text in pattern.findall(cell.text)]
        if not found:
            continue
        if held is not None:
            found[0] = Sentence(held.text + found[0].text, held.row, held.cell)
        held = found.pop() if cell.text[-1] not in stops and cell.text[-1] != "\n" else None
        for sentence in found:
            if sentence.text.strip():
                yield sentence
    if held is not None:
        yield held
