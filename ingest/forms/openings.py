"""The opening of a document that no title of the usual form heads."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import islice, takewhile

from ingest.forms.layout import Row
from ingest.lexicon.openings import announces, opening_title
from ingest.lexicon.titles import SECTION, Title, read_title

_LINES = 25
_SENTENCES = 3
_LONGEST_LINE = 60


def opening(rows: Iterable[Row]) -> tuple[Title | None, Row] | None:
    """The title that a line above all sentences gives, or None for a title where one of the first sentences, in the
    first section at the latest, announces the evaluation; the row of it."""
    sentences = sections = 0
    for row in islice(takewhile(lambda row: row.is_line, rows), _LINES):
        sections += SECTION.match(row.text) is not None
        if sections > 1 or sentences > _SENTENCES:
            return None
        if announces(row.text):
            return None, row
        sentences += _is_sentence(row.text)
        if not sentences and (bare := opening_title(row.text)) and (title := read_title([bare])):
            return replace(title, text=row.text), row
    return None


def _is_sentence(text: str) -> bool:
    return len(text) > _LONGEST_LINE or any(mark in text[:-1] for mark in "。；;")
