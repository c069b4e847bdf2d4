"""From glyphs to lines, and from lines to paragraphs, by the habits of Chinese typesetting.

A line that ends short of the column ends its paragraph; an indented line, one in another size or behind a wider gap
begins the next, and so does a numbered line, unless paragraphs are indented and this line is not.
What repeats at the edge of the pages (page numbers, running heads) is furniture.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from ingest.document import Paragraph
from ingest.lexicon.titles import is_heading, is_numbered
from ingest.readers.portable.sheet import Glyph, Sheet
from ingest.readers.raised import RAISED_DIGITS, raised

_WIDE = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60\u3000-\u303f\u2018-\u201d—…√☑☒□■]")
_PAGE_NUMBER = re.compile(
    r"^\s*(?:[—–－\-·]+\s*\d+\s*[—–－\-·]+|第\s*\d+\s*页(?:\s*[，,/]?\s*共\s*\d+\s*页)?|共\s*\d+\s*页\s*[，,/]?\s*第\s*\d+\s*页"
    r"|\d+\s*/\s*\d+|Page\s+\d+(?:\s+of\s+\d+)?)\s*$",
    re.IGNORECASE,
)
_BARE_NUMBER = re.compile(r"^\s*\d{1,4}\s*$")
_BEHIND = "%,.;:)"
_GAP = 1.6
"""Width in ems of the gap that parts two columns."""
_RAISED = (0.8, 0.15), (0.9, 0.25)
"""The most size of a raised glyph, of that before it."""
_WIDEST_TRACKING = 1.0
"""Most ems between all characters of a line that is set apart."""


@dataclass(frozen=True, slots=True)
class Line:
    """Glyphs on one base line, from left to right, cut into `segments` at wide gaps; `column`: that of several on the
    page which it is set in."""

    text: str
    x0: float
    x1: float
    base: float
    size: float
    page: int
    segments: tuple[Segment, ...]
    glyphs: tuple[Glyph, ...]
    column: Column | None = None
    is_unparted: bool = False


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of glyphs without a wide gap."""

    text: str
    x0: float
    x1: float


def runs_of(glyphs: Iterable[Glyph]) -> list[list[Glyph]]:
    """Glyphs, in the order in which they were set, cut where they do not follow each other closely on one base line."""
    runs: list[list[Glyph]] = []
    for glyph in glyphs:
        last = runs[-1][-1] if runs else None
        if (
            last is not None
            and -0.05 * glyph.size < glyph.x0 - last.x1 < 0.1 * glyph.size
            and abs(glyph.base - last.base) < 0.2 * glyph.size
            and glyph.text.isspace() == last.text.isspace()
        ):
            runs[-1].append(glyph)
        else:
            runs.append([glyph])
    return runs


def lines_of(runs: Iterable[list[Glyph]], page: int) -> list[Line]:
    """The runs as lines from top to bottom."""
    lines: list[list[list[Glyph]]] = []
    for run in sorted(runs, key=lambda run: run[0].middle):
        first = lines[-1][0][0] if lines else None
        if first is not None and run[0].middle - first.middle <= 0.45 * max(run[0].size, first.size):
            lines[-1].append(run)
        else:
            lines.append([run])
    rows = (sorted((glyph for run in line for glyph in run), key=_centre) for line in lines)
    return [line for row in rows if (line := _line(row, page)) is not None]


def _centre(glyph: Glyph) -> float:
    """What orders glyphs on a line: a narrowed bracket may begin left of the character before it."""
    return glyph.x0 + glyph.x1


def _line(row: list[Glyph], page: int) -> Line | None:
    printed = [glyph for glyph in row if not glyph.text.isspace()]
    if not printed:
        return None
    size = median(glyph.size for glyph in printed)
    cuts = [
        position
        for position, (left, right) in enumerate(pairwise(printed), start=1)
        if right.x0 - left.x1 > _GAP * size
    ]
    starts = [0, *(row.index(printed[cut]) for cut in cuts), len(row)]
    segments = []
    for start, end in pairwise(starts):
        part = [glyph for glyph in row[start:end] if not glyph.text.isspace()]
        segments.append(Segment(text_of(row[start:end]), part[0].x0, max(glyph.x1 for glyph in part)))
    base = median(glyph.base for glyph in printed)
    return Line(text_of(row), segments[0].x0, segments[-1].x1, base, size, page, tuple(segments), tuple(row))


def text_of(row: Sequence[Glyph]) -> str:
    """The characters of a row, a space where the gap is one and none is printed."""
    parts: list[str] = []
    tracking = _tracking(row)
    for position, glyph in enumerate(row):
        text = glyph.text
        if position:
            before = row[position - 1]
            is_wide = _WIDE.match(before.text) or _WIDE.match(glyph.text)
            gap = glyph.x0 - before.x1 - tracking
            if gap > (1.0 if is_wide else 0.25) * glyph.size and not (before.text + glyph.text).isspace():
                parts.append(" ")
            elif _is_raised(glyph, before):
                text = raised(before.text, text)
            elif parts[-1] in RAISED_DIGITS and glyph.base == before.base and glyph.size == before.size:
                text = raised(parts[-1], text)
        parts.append(text)
    return re.sub(r" {2,}", " ", "".join(parts)).strip()


def _is_raised(glyph: Glyph, before: Glyph) -> bool:
    height = before.base - glyph.base
    return any(glyph.size < size * before.size and height > least * before.size for size, least in _RAISED)


def _tracking(row: Sequence[Glyph]) -> float:
    """How far all characters of a row are set apart: such gaps part no words."""
    gaps = [right.x0 - left.x1 for left, right in pairwise(row)]
    return max(0.0, min(gaps)) if len(gaps) > 1 and min(gaps) < _WIDEST_TRACKING * row[0].size else 0.0


def drop_furniture(pages: list[tuple[Sheet, list[Line]]], in_tables: Set[int]) -> list[list[Line]]:
    """The lines of each page without page numbers and without heads and feet that repeat from page to page; twice is
    enough where a table runs over from a page to the next, `in_tables`, and no title stands between."""
    at_edge: dict[tuple[str, int], set[int]] = defaultdict(set)
    titles: set[tuple[str, int]] = set()
    for sheet, lines in pages:
        for line in lines:
            if _is_at_edge(line, sheet):
                at_edge[_furniture_key(line)].add(sheet.number)
                if is_heading(line.text):
                    titles.add(_furniture_key(line))
    enough = max(3, len(pages) // 3)
    repeated = {
        key
        for key, numbers in at_edge.items()
        if len(numbers) >= enough
        or (key not in titles and any(number in in_tables and number + 1 in numbers for number in numbers))
    }
    return [
        [
            line
            for position, line in enumerate(lines)
            if not (_is_at_edge(line, sheet) and _furniture_key(line) in repeated)
            and not (position in (0, len(lines) - 1) and _is_page_number(line, sheet))
        ]
        for sheet, lines in pages
    ]


def _is_at_edge(line: Line, sheet: Sheet) -> bool:
    return line.base < 0.1 * sheet.height or line.base > 0.9 * sheet.height


def _furniture_key(line: Line) -> tuple[str, int]:
    return re.sub(r"\d+", "#", line.text), round(line.base / 4)


def _is_page_number(line: Line, sheet: Sheet) -> bool:
    return bool(_PAGE_NUMBER.match(line.text)) or (_is_at_edge(line, sheet) and bool(_BARE_NUMBER.match(line.text)))


@dataclass(frozen=True, slots=True)
class Column:
    """Left and right edge of the running text, and the usual distance of its base lines in ems."""

    left: float
    right: float
    pitch: float


def column_of(lines: list[Line], width: float) -> Column:
    """The column that lines on pages of one `width` are set in."""
    left = min((line.x0 for line in lines), default=0.0)
    right = max([width * 0.75, *(line.x1 for line in lines)])
    steps = Counter(
        round((below.base - above.base) / above.size, 1)
        for above, below in pairwise(lines)
        if above.page == below.page and 0.8 < (below.base - above.base) / above.size < 2.5
    )
    return Column(left, right, steps.most_common(1)[0][0] if steps else 1.5)


def paragraphs(lines: list[tuple[Line, Column]]) -> list[Paragraph]:
    """Lines in reading order, with the column each is set in, as paragraphs. A paragraph may run over pages."""
    groups: list[list[Line]] = []
    for position, (line, column) in enumerate(lines):
        if position and not _begins(line, groups[-1], column, lines[position - 1][1]):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [
        Paragraph(join_lines(line.text for line in group), group[0].page, is_unparted=group[0].is_unparted)
        for group in groups
    ]


def _begins(line: Line, group: list[Line], column: Column, column_before: Column) -> bool:
    """Whether `line` begins a paragraph behind the lines of `group`."""
    before = group[-1]
    if line.is_unparted or before.is_unparted:
        return True
    if before.x1 < column_before.right - 2.5 * before.size or abs(line.size - before.size) > 0.15 * before.size:
        return True
    if line.page == before.page and line.base - before.base > 1.4 * column.pitch * before.size:
        return True
    is_indented = line.x0 > column.left + line.size
    if is_numbered(line.text) and (is_indented or group[0].x0 <= column_before.left + before.size):
        return True
    is_hanging = (
        line.page == before.page
        and line.x0 > group[0].x0 + 0.5 * line.size
        and ((len(group) == 1 and is_numbered(group[0].text)) or abs(line.x0 - before.x0) < 0.5 * line.size)
    )
    return is_indented and not is_hanging


def join_lines(texts: Iterable[str]) -> str:
    """Lines as one text: a space only between two Latin letters or figures, and none before a sign behind these."""
    joined = ""
    for text in texts:
        has_space = joined and not _WIDE.match(joined[-1]) and not _WIDE.match(text[:1]) and text[:1] not in _BEHIND
        joined += (" " if has_space else "") + text
    return joined.strip()
