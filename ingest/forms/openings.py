"""Titles that are not of the usual form: at the opening of a document, and numbered ones of reports in one document."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import islice, takewhile

from ingest.forms.layout import Row
from ingest.lexicon.openings import announces, is_of_outline, opening_title, title_in_front
from ingest.lexicon.titles import SECTION, Title, is_numbered, read_title

_LINES = 25
_SENTENCES = 3
_LONGEST_LINE = 60
_LINES_OF_OUTLINE = 60


def opening(rows: Sequence[Row]) -> tuple[Title | None, Row] | None:
    """The title that a line above all sentences gives, of a year, a project or a unit, as no item of a web page's menu
    is, alone or before the first section; or None for a title where one of the first sentences, in the first section at
    the latest, announces the evaluation, or a section is one of its outline. And the row of it."""
    outline = (row for row in rows[:_LINES_OF_OUTLINE] if row.is_line and is_of_outline(row.text))
    found = _titled(islice(takewhile(lambda row: row.is_line, rows), _LINES))
    return found or next(((None, row) for row in outline), None)


def _titled(lines: Iterable[Row]) -> tuple[Title | None, Row] | None:
    """The title, or the sentence that announces the evaluation."""
    sentences = sections = 0
    for row in lines:
        sections += SECTION.match(row.text) is not None
        if sections > 1 or sentences > _SENTENCES:
            return None
        if announces(row.text):
            return None, row
        line = title_in_front(row.text) if not sentences else None
        sentences += line is None and _is_sentence(row.text)
        title = read_title([opening_title(line or row.text) or ""]) if not sentences else None
        if title is not None and (title.year or title.project or title.organization):
            return replace(title, text=line or row.text), row
    return None


def numbered_titles(rows: Sequence[Row]) -> Mapping[int, Title]:
    """The titles, by position, of reports that a document numbers: 一、甲项目绩效自评报告, 二、乙项目绩效自评报告.
    There must be two, each of a project of its own with its text below it: in a list of attachments none has any."""
    found: dict[int, Title] = {}
    for position, row in enumerate(rows):
        if row.is_line and row.text.rstrip().endswith("报告") and is_numbered(row.text):
            title = read_title([opening_title(row.text) or ""])
            if title is not None and title.kind == "report" and title.project:
                found[position] = replace(title, text=row.text)
    own = {
        position: title
        for position, title in found.items()
        if position + 1 < len(rows) and position + 1 not in found and position - 1 not in found
    }
    names = {title.project for title in own.values()}
    return own if 1 < len(names) == len(own) else {}


def _is_sentence(text: str) -> bool:
    return len(text) > _LONGEST_LINE or any(mark in text[:-1] for mark in "。；;")
