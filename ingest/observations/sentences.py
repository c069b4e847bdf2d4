"""A report's own prose in sentences, each with the place where it begins."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ingest.document import Cell
from ingest.evidence import Evidence
from ingest.forms.layout import Row, goes_on

_FULL_STOPS = "。！？\n"
_SENTENCE = re.compile(r"[^。！？\n]+[。！？]?")
_PART = re.compile(r"[^；;]+[；;]?")
_NOTE = re.compile(r"^\s*[（(]?\s*(?:注|备\s*注|填[表报写](?:说明|须知)|说\s*明)\s*\d*\s*[:：.、]")
_OPENS_NOTE = frozenset("（(注备填说")
MAY_BEGIN_NOTE = re.compile("注|备|填|说")
_NUMBERED = re.compile(r"^\s*\d{1,2}\s*[.、．]")
_QUOTE_LENGTH = 160


class Sentence(NamedTuple):
    """`behind`: where it goes on behind the breaks of pages that cut it, each with what of the text stands before."""

    text: str
    row: Row
    cell: Cell
    behind: tuple[tuple[int, Row, Cell], ...] = ()

    def parts(self) -> Sequence[Sentence]:
        """What ；parts it into."""
        if "；" not in self.text and ";" not in self.text:
            return (self,)
        found = (match for match in _PART.finditer(self.text) if match.group().strip())
        return [Sentence(match.group(), *self._place(match.start())) for match in found]

    def _place(self, start: int) -> tuple[Row, Cell]:
        """Where the text from `start` on stands."""
        places = [(row, cell) for at, row, cell in self.behind if at <= start]
        return places[-1] if places else (self.row, self.cell)

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


def sentences(texts: Sequence[tuple[Row, Cell]]) -> Iterator[Sentence]:
    """The sentences of paragraphs and text cells; one that a page break cuts is one. Footnotes are no prose."""
    held: Sentence | None = None
    before: Row | None = None
    in_note = False
    for row, cell in texts:
        in_note = is_note(cell.text, in_note)
        if held is not None and not (before and goes_on(before, row)):
            yield held
            held = None
        before = row
        if in_note:
            continue
        found = [Sentence(text, row, cell) for text in _SENTENCE.findall(cell.text)]
        if not found:
            continue
        if held is not None:
            behind = (*held.behind, (len(held.text), row, cell))
            found[0] = held._replace(text=held.text + found[0].text, behind=behind)
        held = found.pop() if cell.text[-1] not in _FULL_STOPS else None
        for sentence in found:
            if sentence.text.strip():
                yield sentence
    if held is not None:
        yield held
