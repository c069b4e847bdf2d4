"""The attachments that a report lists at its end (附件：1.… 2.…), and whether they are in the file."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Sequence

from ingest.forms.layout import Row
from ingest.forms.reading import Reading
from ingest.lexicon.labels import row_concept
from ingest.lexicon.likeness import ratio
from ingest.lexicon.text import fold, squeeze
from ingest.lexicon.titles import title_kind
from ingest.observations.records import ListedAttachment

_SAME_TITLE = 0.8
_SHORTEST_TITLE, _LONGEST_TITLE = 3, 90
_TAIL = 2

_LIST = re.compile(r"^\s*附\s*(?:件|表)?\s*[:：]\s*(?P<items>\S.*)?$", re.DOTALL)
_NUMBERED_MARK = re.compile(r"^\s*附\s*(?:件|表)\s*\d{1,2}\s*[.、．:：]\s*\S")
_ITEM = re.compile(r"^\s*(?:附\s*(?:件|表))?\s*\d{1,2}\s*[.、．:：]\s*(?P<title>[^\d\s].*)$")
_BETWEEN_ITEMS = re.compile(r"[;；。\s]+(?=(?:附\s*(?:件|表)\s*)?\d{1,2}\s*[.、．:：]\s*[^\d\s])")
_ELSEWHERE = re.compile(r"^(?:无|略|另附|另报|见附件|详见)|(?:另附|另行报送|略)[)）]?$")
_MARK = re.compile(r"^附(?:件|表)?\d{0,2}(?:-\d+)*[.、:：]?")
_VARYING = re.compile(r"[(（][^()（）]*[)）]|20\d\d年?度?|单位|部门|[\W_]")


def listed_attachments(report_no: int, reading: Reading, rows: Sequence[Row]) -> list[ListedAttachment]:
    """The listed attachments of a report; `rows` are all of its document's."""
    listing = list(_listed(reading.rows))
    if not listing:
        return []
    lines = {(row.block_no, row.row_no) for _, row in listing}
    own = [*(row for part in reading.draft.parts for row in part.title_rows), *reading.rows]
    tails = {_bare(title)[-_TAIL:] for title, _ in listing}
    titles = [_bare(row.text) for row in own if _may_be_title(row, lines, tails)]
    elsewhere = {_bare(row.text) for row in rows if _may_be_title(row, lines, tails)}
    return [
        ListedAttachment(
            report_no,
            number,
            title,
            _bare(title) in elsewhere or _is_read(reading, title) or any(_is_same(title, other) for other in titles),
            row.evidence(row.filled[0]),
        )
        for number, (title, row) in enumerate(listing, start=1)
    ]


def _listed(rows: Sequence[Row]) -> Iterator[tuple[str, Row]]:
    """(title, line) of every listed attachment. 附件1：… heads the attachment itself unless 附件2：… follows; so does
    附件：… where a table follows."""
    in_list = False
    for position, row in enumerate(rows):
        if not row.is_line:
            in_list = False
            continue
        if not in_list and "附" not in row.text:
            continue
        start = _LIST.match(row.text)
        item = _ITEM.match(row.text) if in_list or _NUMBERED_MARK.match(row.text) else None
        if item and not in_list:
            following = rows[position + 1] if position + 1 < len(rows) else None
            item = item if following is not None and _NUMBERED_MARK.match(following.text) else None
        if start and not in_list and not _ITEM.match(start["items"] or "") and _is_above_table(rows, position):
            continue
        in_list = start is not None or item is not None
        for text in _BETWEEN_ITEMS.split((start["items"] or "") if start else row.text) if in_list else ():
            numbered = _ITEM.match(text)
            title = squeeze(numbered["title"] if numbered else text).strip("《》。；;")
            if _SHORTEST_TITLE <= len(title) <= _LONGEST_TITLE and not _ELSEWHERE.search(title):
                yield title, row


def _is_above_table(rows: Sequence[Row], position: int) -> bool:
    return position + 1 < len(rows) and not rows[position + 1].is_line


def _may_be_title(row: Row, lines: Container[tuple[int, int | None]], tails: Iterable[str]) -> bool:
    """Whether a row outside the list may head one of the attachments, whose titles end in one of `tails`."""
    if (row.block_no, row.row_no) in lines or len(row.filled) != 1:
        return False
    text = fold(row.text)
    return len(text) <= _LONGEST_TITLE and any(all(map(text.__contains__, tail)) for tail in tails)


def _is_same(title: str, other: str) -> bool:
    """Whether a line heads this attachment: it ends in the same kind of paper, and is the title, a part of it, or like
    it."""
    first = _bare(title)
    if len(other) < _SHORTEST_TITLE or first[-_TAIL:] != other[-_TAIL:]:
        return False
    return other in first or first in other or ratio(first, other) >= _SAME_TITLE


def _is_read(reading: Reading, title: str) -> bool:
    """Whether what the title names was read although no line heads it: an indicator table, an issue list."""
    kind = title_kind(title)
    if kind in {"form", "score_sheet"}:
        return bool(reading.indicators)
    if kind == "issue_list":
        return any(row.filled and row_concept(row.filled[0].text) == "issue_category" for row in reading.rows)
    return False


def _bare(text: str) -> str:
    return _VARYING.sub("", _MARK.sub("", fold(text)))
