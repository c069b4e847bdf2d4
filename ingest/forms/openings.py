"""Titles that are not of the usual form: at the opening of a document, and numbered ones of reports in one document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import islice, takewhile

from ingest.forms.layout import Row
from ingest.lexicon.openings import announced_title, announces, opening_title, shared_name, title_in_front
from ingest.lexicon.titles import SECTION, Title, is_numbered, read_title

_LINES = 25
_SENTENCES = 3
_LONGEST_LINE = 60
_SCORE = re.compile(r"(?:得|评|总)分[^\d，。；]{0,8}\d")
_MONEY = re.compile(r"\d\s*[万亿]?元")
_SECTION_NAME = re.compile(r"^(?:项目|资金|预算|产出|效益|效果|过程|决策|投入|成本|管理|使用|执行|实施|[和与及、的])+$")


def opening(rows: Iterable[Row]) -> tuple[Title | None, Row] | None:
    """The title that a line above all sentences gives, of a year, a project or a unit, as no item of a web page's menu
    is, alone or before the first section; or None for a title where one of the first sentences, in the first section at
    the latest, announces the evaluation. And the row of it."""
    sentences = sections = 0
    for row in islice(takewhile(lambda row: row.is_line, rows), _LINES):
        sections += SECTION.match(row.text) is not None
        if sections > 1 or sentences > _SENTENCES:
            return None
        line = (shared_name(row.text) or title_in_front(row.text)) if not sentences else None
        if line is None and announces(row.text):
            return _announced(row.text), row
        sentences += line is None and _is_sentence(row.text)
        title = read_title([opening_title(line or row.text) or ""]) if not sentences else None
        if title is not None and (title.year or title.project or title.organization):
            return replace(title, text=line or row.text), row
        if announces(row.text):
            return _announced(row.text), row
    return None


def _announced(text: str) -> Title | None:
    """The title that a sentence announces, of a year, a project or a unit."""
    line = announced_title(text)
    title = read_title([opening_title(line) or ""]) if line else None
    is_named = title is not None and (title.year or title.project or title.organization)
    return replace(title, text=line) if title and line and is_named else None


def numbered_titles(rows: Sequence[Row]) -> Mapping[int, Title]:
    """The titles, by position, of reports that a document numbers: 一、甲项目绩效自评报告, 二、乙项目绩效自评报告.
    There must be two, each of a project of its own with its text below it: in a list of attachments none has any."""
    found: dict[int, Title] = {}
    for position, row in enumerate(rows):
        if row.is_line and row.text.rstrip().endswith("报告") and is_numbered(row.text):
            title = read_title([opening_title(row.text) or ""])
            if (
                title is not None
                and title.kind == "report"
                and title.project
                and not _SECTION_NAME.match(title.project)
            ):
                found[position] = replace(title, text=row.text)
    own = {
        position: title
        for position, title in found.items()
        if position + 1 < len(rows) and position + 1 not in found and position - 1 not in found
    }
    names = {title.project for title in own.values()}
    return own if 1 < len(names) == len(own) else {}


def are_of_their_own(rows: Sequence[Row], titles: Mapping[int, Title]) -> bool:
    """Whether each of the reports below numbered titles gives a score, or each its money, as the sections of one
    report do not."""
    ends = [*list(titles)[1:], len(rows)]
    texts = [" ".join(row.text for row in rows[start:end]) for start, end in zip(titles, ends, strict=True)]
    return all(map(_SCORE.search, texts)) or all(map(_MONEY.search, texts))


def _is_sentence(text: str) -> bool:
    return len(text) > _LONGEST_LINE or any(mark in text[:-1] for mark in "。；;")
