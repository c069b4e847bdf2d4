"""Notes and comments: what is said beside a report is no statement of its own, so no record is made of it. A figure of
money, a rate or points in one is told, unless the report itself holds it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ingest.document import Cell, Document, Paragraph
from ingest.forms.layout import Row
from ingest.forms.prose.coverage import Stray, stray_figures
from ingest.forms.prose.mentions import mentions
from ingest.lexicon.contexts import is_elsewhere
from ingest.lexicon.numbers import PER_WAN, cell_figure
from ingest.records import Evidence, Extraction, Unplaced

_NAME = re.compile(r"^（[^（）]*）\s*")
_DIGIT = re.compile(r"\d")
_OTHER = frozenset({"other_amount", "other_rate"})
_CONTEXTS = {"percent": "rate", "points": "score"}
_PUT_RIGHT = re.compile(
    r"(?:(?:应(?:该|当)?[为是]|改[为成])(?:[:：]|约)?|[为成是至:：=＝])\s*(?P<figure>\d[\d,]*(?:\.\d+)?)\s*"
    r"(?P<unit>[%％]|分|[万亿]?元)?(?=\s*(?:[，,。；;、）)]|$))"
)
"""A figure that a comment gives for the one that it stands beside: 应为95.3."""


def tell_of_asides(document: Document, extraction: Extraction) -> None:
    """Add to the unplaced figures what notes and comments hold of money, rates and points."""
    asides = [
        (number, block)
        for number, block in enumerate(document.blocks, start=1)
        if isinstance(block, Paragraph) and block.is_aside and _DIGIT.search(block.text)
    ]
    held = _held(extraction) if asides else set()
    for block_no, block in asides:
        evidence = Evidence(block_no, None, None, block.page, block.text)
        for stray in _figures(_NAME.sub("", block.text), held):
            number = len(extraction.unplaced) + 1
            extraction.unplaced.append(Unplaced(None, number, *stray, evidence))


def _figures(text: str, held: set[tuple[str, Decimal]]) -> Iterator[Stray]:
    """The figures of a remark, each once."""
    told: set[str] = set()
    for stray in (*_mentioned(text, held), *stray_figures(text), *_put_right(text, held)):
        if stray.text not in told:
            told.add(stray.text)
            yield stray


def _mentioned(text: str, held: set[tuple[str, Decimal]]) -> Iterator[Stray]:
    row = Row(0, None, (Cell(1, 1, text),), False, True)
    for mention in mentions([(row, row.cells[0])]):
        figure = mention.figure
        kind = _CONTEXTS.get(figure.unit or "", "money")
        number = mention.wan if kind == "money" else figure.number
        if mention.measure not in _OTHER and (kind, number) not in held:
            yield Stray(kind, mention.about, figure.value_text)


def _put_right(text: str, held: set[tuple[str, Decimal]]) -> Iterator[Stray]:
    """What stands for another figure: behind 应为, or as all that is said."""
    lone = cell_figure(text)
    if lone is not None:
        yield Stray(_CONTEXTS.get(lone.unit or "", "money"), "", lone.value_text)
    numbers = {number for _, number in held}
    for match in _PUT_RIGHT.finditer(text):
        words = text[: match.start("figure")]
        if not is_elsewhere(words) and Decimal(match["figure"].replace(",", "")) not in numbers:
            kind = {"%": "rate", "％": "rate", "分": "score"}.get(match["unit"] or "", "money")
            yield Stray(kind, words, match["figure"])


def _held(extraction: Extraction) -> set[tuple[str, Decimal]]:
    """The figures that the records hold, money in 万元 and as it is printed."""
    held: set[tuple[str, Decimal]] = set()
    for amount in extraction.amounts:
        kind = {**_CONTEXTS, "fraction": "rate"}.get(amount.unit, "money")
        held.add((kind, amount.number * (100 if amount.unit == "fraction" else PER_WAN.get(amount.unit, 1))))
        held.add((kind, amount.number))
    return held
