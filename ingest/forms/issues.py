"""Problems, suggestions and practices that a report itself states: in its issue list, its form and its sections."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.document import Cell
from ingest.forms.layout import Row, goes_on
from ingest.lexicon.labels import row_concept
from ingest.lexicon.text import fold, tidy
from ingest.lexicon.titles import SECTION

_NONE = re.compile(r"^(?:问题|建议)?[:：]?(?:暂?无|没有|不存在|无问题|无建议|无其他.{0,12}|[-—/]+|\.+|…+)[。.]?$")
_SECTIONS = (
    ("problem", re.compile(r"存在(?:的)?(?:主要)?问题|问题(?:及|和|与)(?:原因|整改)|主要问题")),
    ("suggestion", re.compile(r"建议|改进措施|整改措施|下一步")),
    ("practice", re.compile(r"经验|做法")),
)
_KIND_OF_LABEL = {"issues": "problem", "suggestions": "suggestion"}
_NUMBERED_SECTION = re.compile(
    r"^\s*(?:[一二三四五六七八九十]+|\d{1,2})\s*[、.．]\s*(?P<name>[^。；，]{2,30}?)[：:。]?\s*$"
)
_SPLIT = re.compile(r"(?:^|(?<=[。；;\s]))(?=(?:问题|建议)[：:])|(?:^|(?<=[。；;：:，\s]))(?=[一二三四五六七八九十]是)")
_LEAD_IN = re.compile(
    r"^(?:(?P<word>问题|建议)[：:]|[一二三四五六七八九十]是|[（(][一二三四五六七八九十\d]+[)）]、?|\d{1,2}[.、．](?!\d))\s*"
)
_NO_PROBLEM = re.compile(r"(?:不存在|没有|未发现|没有发现|无)(?:任何|明显|其他)?问题[。.]?$")


@dataclass(slots=True)
class StatedIssue:
    kind: str
    category: str | None
    text: str
    row: Row
    cell: Cell


def stated_issues(rows: Sequence[Row]) -> list[StatedIssue]:
    """All stated problems, suggestions and practices, in printed order; 无 is none."""
    found: list[StatedIssue] = []
    before: Row | None = None
    for issue in _issues_in(rows):
        if before is not None and goes_on(before, issue.row) and found[-1].kind == issue.kind:
            found[-1].text += issue.text
        else:
            found.append(issue)
        before = issue.row
    return found


def _issues_in(rows: Sequence[Row]) -> Iterator[StatedIssue]:
    section: str | None = None
    in_list = False
    category: str | None = None
    for row in rows:
        filled = row.filled
        if not filled:
            continue
        if row.is_line:
            in_list = False
            kind = _section_kind(row.text)
            if kind is not None:
                section = kind or None
            elif section:
                yield from _issues(section, None, row, row.cells[0])
            continue
        if row_concept(filled[0].text) == "issue_category":
            in_list, category = True, None
            continue
        if in_list:
            if re.search(r"问题$", fold(filled[0].text)):
                category = tidy(filled[0].text)
            if filled[-1] is not filled[0] and not re.fullmatch(r"[\d.…]+", fold(filled[-1].text)):
                yield from _issues("problem", category, row, filled[-1])
            continue
        yield from _in_form(row)


def _section_kind(text: str) -> str | None:
    """The kind of a numbered section heading, '' for one of another kind, None for a line that is no heading."""
    match = _NUMBERED_SECTION.match(text)
    if match is None:
        return None
    return _kind_of(match["name"]) or ""


def _kind_of(name: str) -> str | None:
    return next((kind for kind, pattern in _SECTIONS if pattern.search(name)), None)


def _in_form(row: Row) -> Iterator[StatedIssue]:
    """A row 问题和建议 | text, or the same as a numbered heading with its text in the next cell."""
    for cell, following in zip(row.filled, row.filled[1:], strict=False):
        label = fold(cell.text)
        if len(label) > 24:
            continue
        heading = SECTION.match(cell.text)
        kind = _kind_of(heading["name"]) if heading else _KIND_OF_LABEL.get(row_concept(cell.text) or "")
        if kind and len(fold(following.text)) > 0:
            yield from _issues(kind, None, row, following)
            return


def _issues(kind: str, category: str | None, row: Row, cell: Cell) -> Iterator[StatedIssue]:
    """The enumerated items of a text (一是…二是…, 问题：…建议：…), each without its number; a lead-in alone is none."""
    stated = kind
    texts = [text for text in _SPLIT.split(cell.text) if text.strip()]
    for position, text in enumerate(texts):
        lead_in = _LEAD_IN.match(text.strip())
        if lead_in and lead_in["word"]:
            stated = "problem" if lead_in["word"] == "问题" else "suggestion"
        tidied = tidy(text.strip()[lead_in.end() :] if lead_in else text)
        if not tidied or _NONE.match(fold(tidied)) or (position < len(texts) - 1 and tidied[-1] in "：:"):
            continue
        if not (stated == "problem" and _NO_PROBLEM.search(tidied)):
            yield StatedIssue(stated, category, tidied, row, cell)
