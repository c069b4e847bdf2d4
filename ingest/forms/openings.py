"""Titles that are not of the usual form: at the opening of a document, and numbered ones of reports in one document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import islice, pairwise, takewhile

from ingest.forms.layout import Row
from ingest.lexicon.openings import (
    announced_title,
    announces,
    opening_title,
    shared_name,
    subject_of_section,
    title_in_front,
)
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


def sections_by_subject(rows: Sequence[Row]) -> Mapping[int, Title]:
    """The headings, by position, of the sections that evaluate the whole unit and its projects one after the other:
    （一）部门整体绩效情况, （二）项目支出绩效情况. Each must have its score or its money below it."""
    found: dict[int, tuple[str, bool]] = {}
    for position, row in enumerate(rows):
        told = subject_of_section(row.text) if row.is_line and "绩效" in row.text else None
        if told is not None:
            found[position] = told
    titles: dict[int, Title] = {}
    for (first, (mark, is_whole)), (second, (other_mark, is_other)) in pairwise(found.items()):
        if mark == other_mark and is_whole != is_other:
            for position, is_department in ((first, is_whole), (second, is_other)):
                text = rows[position].text
                titles[position] = Title("report", text, None, None, None, is_department)
    return titles if titles and are_of_their_own(rows, titles, either=True) else {}


def are_of_their_own(rows: Sequence[Row], titles: Mapping[int, Title], either: bool = False) -> bool:
    """Whether each of the reports below numbered titles gives a score, or each its money, as the sections of one
    report do not; or `either` of them."""
    ends = [*list(titles)[1:], len(rows)]
    texts = [" ".join(row.text for row in rows[start:end]) for start, end in zip(titles, ends, strict=True)]
    if either:
        return all(_SCORE.search(text) or _MONEY.search(text) for text in texts)
    return all(map(_SCORE.search, texts)) or all(map(_MONEY.search, texts))


def _is_sentence(text: str) -> bool:
    return len(text) > _LONGEST_LINE or any(mark in text[:-1] for mark in "。；;")
