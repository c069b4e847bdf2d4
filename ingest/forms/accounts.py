"""Final accounts (部门决算) and budgets: documents of another kind that have evaluations in their middle."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from ingest.forms.layout import Row
from ingest.forms.openings import opening
from ingest.forms.ranks import rank
from ingest.forms.segments import Part, begins_evaluation, parts_of
from ingest.lexicon.dates import years
from ingest.lexicon.text import fold
from ingest.lexicon.titles import Title, can_precede_title, organization_in

_WITHIN = 60
_LINES_OF_TITLE = 2
_PUBLISHED = r"(?:(?:信息)?公开|情况|编制)?(?:报告|说明|情况说明|文档)?$"
_ACCOUNTS = re.compile(
    rf"(?:部门|单位|年度?)决算{_PUBLISHED}|收入支出决算总(?:体情况|表)|"
    rf"20\d\d年?度?(?:部门|单位)预算{_PUBLISHED}|收支预算总(?:体情况|表)"
)
_TITLE = re.compile(rf"^(?!第[一二三四五六七八九十]+部分)[^，。；：:]{{4,50}}(?:部门|单位|年度?)决算{_PUBLISHED}")
_LONGEST_HEADING = 40
_PAGE = re.compile(r"[.…·—-]*\d*$")


def evaluation_parts(rows: Sequence[Row]) -> list[Part]:
    """The parts of a document; of final accounts and budgets only what stands below a heading that speaks of
    performance (预算绩效情况说明), below the title of a report and in its forms."""
    if not _are_accounts(rows):
        return parts_of(rows)
    parts = parts_of(list(_of_evaluations(_without_contents(rows))))
    if parts and parts[0].title is None:
        parts[0].kind = parts[0].kind or "report"
    if (found := _title(rows)) is not None:
        _give_names(parts, *found)
    return parts


def _title(rows: Sequence[Row]) -> tuple[Title, Row] | None:
    """The title of the accounts, for their unit and year."""
    titles = [row for row in rows[:_WITHIN] if row.is_line and "算" in row.text and _TITLE.search(fold(row.text))]
    found = [(organization_in(row.text), next(iter(years(row.text)), None), row) for row in titles]
    for unit, year, row in sorted(found, key=lambda title: title[0] is None):
        if unit or year:
            return Title("other", row.text, year, unit, None, is_department=False), row
    return None


def _give_names(parts: Sequence[Part], accounts: Title, row: Row) -> None:
    """Let the chapter on performance have the title of the accounts, and the reports in them that name no unit and no
    year theirs."""
    for part in parts:
        if part.title is None and part is parts[0]:
            part.title, part.title_rows = accounts, [row]
        elif part.title is not None and part.kind == "report":
            part.year = part.year or part.title.year or accounts.year
            unit = part.title.organization or accounts.organization
            part.title = replace(part.title, year=part.year, organization=unit)


def _without_contents(rows: Sequence[Row]) -> Sequence[Row]:
    """The rows without the table of contents, which ends where its first entry stands again."""
    begin = next((position for position, row in enumerate(rows[:_WITHIN]) if fold(row.text) == "目录"), None)
    if begin is None or begin + 1 == len(rows):
        return rows
    first = _entry(rows[begin + 1])
    end = next((at for at in range(begin + 2, len(rows)) if first and _entry(rows[at]) == first), begin)
    return [*rows[:begin], *rows[end:]]


def _entry(row: Row) -> str:
    """A heading as a table of contents prints it, without dots and page."""
    return _PAGE.sub("", fold(row.text)) if row.is_line else ""


def _are_accounts(rows: Sequence[Row]) -> bool:
    """Whether a document begins as final accounts and budgets do, before any evaluation begins."""
    head = rows[:_WITHIN]
    named = (
        position
        for position, row in enumerate(head)
        if row.is_line and "算" in row.text and "绩效" not in row.text and _ACCOUNTS.search(fold(row.text))
    )
    first = next(named, None)
    if first is None or any(begins_evaluation(rows, position) for position in range(first)):
        return False
    titled = opening(rows[:first])
    return titled is None or titled[0] is None


def _of_evaluations(rows: Sequence[Row]) -> Iterator[Row]:
    """`begun`: the rank of the heading which began what is passed on; a heading as high ends it."""
    begun: int | None = None
    for position, row in enumerate(rows):
        found = _rank(row)
        if begins_evaluation(rows, position):
            if begun is None:
                yield from _above(rows, position)
            begun = 0
        elif found is not None and "绩效" in row.text:
            begun = found if begun is None or found < begun else begun
        elif found is not None and begun is not None and found <= begun:
            begun = None
        if begun is not None:
            yield row


def _above(rows: Sequence[Row], position: int) -> list[Row]:
    """The lines right above a row that may be the first ones of the title in it."""
    lines = reversed(rows[max(0, position - _LINES_OF_TITLE) : position])
    return list(takewhile(lambda row: row.is_line and can_precede_title(row.text), lines))[::-1]


def _rank(row: Row) -> int | None:
    """How high the heading in a line stands, 0 the highest; None for what is no heading."""
    return rank(row.text) if row.is_line and len(row.text) <= _LONGEST_HEADING else None
