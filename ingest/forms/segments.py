"""A document cut into parts, which begin at titles and at the heads of forms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import dropwhile, islice, takewhile

from ingest.document import Cell
from ingest.forms.layout import Row, heads_list
from ingest.forms.names import labelled_names
from ingest.forms.openings import are_of_their_own, numbered_titles, opening, sections_by_subject
from ingest.forms.project_names import same_project
from ingest.lexicon.dates import years
from ingest.lexicon.labels import column_concept, row_concept
from ingest.lexicon.numbers import cell_figure
from ingest.lexicon.openings import is_on_whole_unit, scores_whole_unit, section_of_evaluation
from ingest.lexicon.text import fold, squeeze, tidy, without_code
from ingest.lexicon.titles import (
    ATTACHMENT,
    Title,
    can_precede_title,
    is_bare_title,
    is_complete,
    is_monitoring,
    is_unit,
    organization_in,
    read_title,
    title_kind,
)
from ingest.once import once

_LONGEST_TITLE = 3
_LONGEST_LINE = 60
_LONGEST_COVER = 15
_LINES_OF_HEAD = 6
_YEAR_LINE = re.compile(r"^[（(]?\s*20\d\d\s*[)）]?\s*年?度?\s*[)）]?$")
_LABELLED_YEAR = re.compile(r"^(?:(?:绩效)?(?:自评|评价)|预算|项目)?年度[:：]20\d\d年?度?$")
_LABEL_GAP = re.compile(r"(?<![:：])\s+(?![:：])")
_UNIT_OF_MONEY = re.compile(r"^(?:金额)?单位[:：]")
_NAME_PARAGRAPH = re.compile(r"^\s*项目名称\s*[:：]\s*(?P<name>\S.*?)(?:\s{2,}\S{2,10}\s*[:：].*)?$")
LEVELS = frozenset({"level1", "level2", "level3"})
STANDALONE = frozenset({"form", "report", "score_sheet", "issue_list", "department_text"})


@dataclass
class Part:
    """A stretch of a document under one title, or under none, where a form lacks its head; `announcement`: the sentence
    or the section that says instead of a title that it is an evaluation; `is_attached`: it is the
    document's only form; `is_of_several`: it speaks of several projects, whose forms stand below."""

    kind: str | None
    title: Title | None
    title_rows: list[Row]
    rows: list[Row] = field(default_factory=list)
    year: int | None = None
    announcement: str | None = None
    is_attached: bool = False
    is_of_several: bool = False

    @once
    def project(self) -> str | None:
        """The project that the part names: in its form's head, in a line of its own, or in its title."""
        for position, row in enumerate(self.rows):
            is_head = row.row_no is not None and "project_name" in row.labels
            for cell, following in zip(row.filled, row.filled[1:], strict=False) if is_head else ():
                if _names_project(cell, following) and not heads_list(self.rows, position):
                    return without_code(tidy(following.text) or "") or None
            if row.is_line and "项目名称" in row.text and (match := _NAME_PARAGRAPH.match(row.text)):
                return without_code(tidy(match["name"]) or "") or None
        return self.title.project if self.title else None

    @once
    def names(self) -> list[tuple[str, str, Row, Cell]]:
        """(concept, value, row, cell) for every project, unit and department name that its rows print."""
        return list(labelled_names(self.rows))

    @once
    def organizations(self) -> list[str]:
        """The units and departments that the part's head, its lines or its title name."""
        titled = [self.title.organization] if self.title and self.title.organization else []
        return titled + [value for concept, value, _, _ in self.names if concept != "project_name"]

    @once
    def is_department(self) -> bool:
        if (self.title and self.title.is_department) or "整体" in (self.announcement or ""):
            return True
        is_titled = self.title is not None and self.title.project is None and self.kind != "other"
        return is_titled and any(is_on_whole_unit(row.text) for row in self.rows[:_LINES_OF_HEAD] if "整体" in row.text)


def parts_of(rows: Sequence[Row]) -> list[Part]:
    """The parts of a document in order. Attachment marks stay with the part before them."""
    parts = [Part(None, None, [])]
    has_head = has_title = False
    numbered = numbered_titles(rows)
    sections = sections_by_subject(rows)
    for position, row in enumerate(rows):
        part = parts[-1]
        if position in sections and part.is_department and part.title_rows[-1:] != [rows[min(sections)]]:
            sections = {}  # They are sections of the report on the whole unit.
        if position in numbered and _names_one(part) and not are_of_their_own(rows, numbered):
            numbered = {}  # They are sections of the project's report.
        if position in numbered or position in sections:
            parts.append(_numbered(numbered.get(position) or sections[position], row, part))
            has_head, has_title = False, True
            continue
        kind = _kind_of_title(rows, position)
        if kind is not None and (_is_printed_again(rows, position, part) or _is_below_its_cover(row, part)):
            continue
        if kind is not None and not (has_title and is_bare_title(row.text)):
            has_title = True
            title_rows = [*_first_lines(part, row), row]
            title = _with_names_of(part, read_title([title_row.text for title_row in title_rows]))
            year = title.year if title and title.year else _year_above(parts)
            parts.append(Part(kind, title, title_rows, year=year))
            has_head = False
            continue
        if _starts_form(row) and not heads_list(rows, position):
            if has_head:
                parts.append(_next_form(part))
            elif part.kind is None:
                part.kind = "form"
            elif part.kind == "other" and not _is_under_way(part) and _prints_results(rows[position:]):
                parts.append(Part("form", None, [], year=part.year))
            has_head = True
        elif part.year is None and _states_year(part, row):
            stated = re.search(r"20\d\d", row.text)
            part.year = int(stated.group()) if stated else None
        elif part.kind == "report" and _names_another(part, row):
            parts.append(Part(part.kind, part.title, part.title_rows, year=part.year))
        parts[-1].rows.append(row)
    if not has_title:
        _open(parts[0])
    elif parts[0].title is None and len(parts) > 1:
        _open_rest(parts[0], parts[1])
    return [part for part in parts if part.title or any(not ATTACHMENT.match(row.text) for row in part.rows)]


def _year_above(parts: Sequence[Part]) -> int | None:
    """The year that stands above the first title of a document, with nothing but short lines between."""
    above = parts[0]
    return above.year if len(parts) == 1 and all(map(_is_short_line, above.rows)) else None


def _is_printed_again(rows: Sequence[Row], position: int, part: Part) -> bool:
    """Whether a title is that of its part once more, as at the head of a page, right before more rows of its table."""
    below = rows[position + 1] if position + 1 < len(rows) else None
    if below is None or below.is_line or not below.filled or not part.title_rows or not part.rows:
        return False
    if part.rows[-1].is_line or squeeze(part.title_rows[-1].text) != squeeze(rows[position].text):
        return False
    figures = sum(cell_figure(cell.text) is not None for cell in below.filled)
    return figures > 1 and row_concept(below.filled[0].text) in {None, "total"}


def _is_below_its_cover(row: Row, part: Part) -> bool:
    """Whether a title is that of its part once more, below a cover of short lines."""
    if part.title is None or not part.rows or squeeze(part.title.text) != squeeze(row.text):
        return False
    return len(part.rows) <= _LONGEST_COVER and all(map(_is_short_line, part.rows))


def _with_names_of(above: Part, title: Title | None) -> Title | None:
    """A title with the names of the one right above it that it lacks, where a page's heading is the same but for them:
    某局2023年项目支出绩效自评表, or a report of the same year that names its project."""
    if title is None or above.title is None or not all(ATTACHMENT.match(row.text) for row in above.rows):
        return title
    heading = above.title
    is_same = squeeze(heading.text).endswith(squeeze(title.text))
    is_report = {title.kind, heading.kind} == {"report"} and title.year == heading.year is not None
    if not is_same and not (is_report and title.organization is None and title.project is None):
        return title
    names = {"organization": title.organization or heading.organization, "project": title.project or heading.project}
    return replace(title, organization=names["organization"], project=names["project"])


def _names_one(part: Part) -> bool:
    return part.title is not None and part.title.project is not None


def _numbered(title: Title, row: Row, before: Part) -> Part:
    """The report below a numbered title; the unit and the year may stand in the title above all of them."""
    above = before.title.organization if before.title else None
    return Part(
        "report", replace(title, organization=title.organization or above), [row], year=title.year or before.year
    )


def _open(part: Part) -> None:
    """Give the first part of a document without titles what its opening says: a title, or that a report follows; or
    else what its sections say."""
    title, row = opening(part.rows) or (None, None)
    if title is not None and row is not None:
        part.kind = part.kind or title.kind
        part.title, part.title_rows, part.year = title, [row], part.year or title.year
        if title.text == row.text:
            part.rows.remove(row)
        return
    part.announcement = row.text if row else section_of_evaluation([row.text for row in part.rows if row.is_line])
    if part.announcement is not None:
        part.kind = part.kind or "report"


def _open_rest(part: Part, below: Part) -> None:
    """What stands above the title of a project's report is the rest of one on the unit where it gives its score."""
    if part.kind is not None or below.is_department or below.project is None:
        return
    scored = (row.text for row in part.rows if row.is_line and scores_whole_unit(row.text))
    part.announcement = next(scored, None)
    part.kind = "report" if part.announcement is not None else None


def _names_another(part: Part, row: Row) -> bool:
    """Whether a line names a project (项目名称：…) below one that has named another: reports one below the other."""
    is_of_one = part.title is None or part.title.is_department or part.title.project is not None
    named = _NAME_PARAGRAPH.match(row.text) if row.is_line and not is_of_one else None
    if named is None:
        return False
    before = (_NAME_PARAGRAPH.match(other.text) for other in part.rows if other.is_line)
    first = next(filter(None, before), None)
    return first is not None and not same_project(first["name"], named["name"], is_attachment=False)


def _states_year(part: Part, row: Row) -> bool:
    """Whether a line says of which year all of a part is: the first one alone (2023年度), or below a title by a label,
    or behind what a page prints of its publication. Without a title a bare 2023 may be anything."""
    if "20" not in row.text:
        return False
    if not row.is_line:
        return len(row.filled) == 2 and bool(_LABELLED_YEAR.match(fold(":".join(cell.text for cell in row.filled))))
    text = fold(row.text)
    if part.title is None:
        return not part.rows and "年" in text and bool(_YEAR_LINE.match(text) or _labels_year(row))
    if _labels_year(row):
        return True
    is_below = not part.rows or ("年度" in text and all(_is_short_line(above) for above in part.rows))
    return is_below and bool(_YEAR_LINE.match(text))


def _labels_year(row: Row) -> bool:
    """Whether a line labels the year, alone or beside others: 评价年度：2023年　金额单位：万元, 2023年度　单位：元."""
    if len(fold(row.text)) >= _LONGEST_LINE or "。" in row.text:
        return False
    words = [fold(word) for word in _LABEL_GAP.split(row.text.strip())]
    if any(map(_LABELLED_YEAR.match, words)):
        return True
    others = [word for word in words if not ("年" in word and _YEAR_LINE.match(word))]
    return len(others) == len(words) - 1 > 0 and all(map(_UNIT_OF_MONEY.match, others))


def _is_short_line(row: Row) -> bool:
    return row.is_line and len(row.text) < _LONGEST_LINE and not row.text.endswith("。")


def _next_form(part: Part) -> Part:
    """Another form below the one of `part`: a title that names neither project nor unit is of both."""
    if part.title is None or part.title.project or part.title.organization or part.kind != "form":
        return Part("form", None, [])
    return Part("form", part.title, part.title_rows, year=part.year)


def begins_evaluation(rows: Sequence[Row], position: int) -> bool:
    """Whether a title of an evaluation or its annex stands in a row, or a form or a table of results begins there."""
    row = rows[position]
    if _kind_of_title(rows, position) in {*STANDALONE, "annex"} or _starts_form(row):
        return True
    is_first = row.row_no is not None and (position == 0 or rows[position - 1].block_no != row.block_no)
    return is_first and _prints_results(islice(rows, position, None))


def _kind_of_title(rows: Sequence[Row], position: int) -> str | None:
    row = rows[position]
    if not row.is_line and len(row.filled) != 1:
        return None
    kind = title_kind(row.text)
    if kind == "other" and not row.is_line:
        return None
    return "form" if kind == "other" and _heads_results(rows, position) else kind


def _heads_results(rows: Sequence[Row], position: int) -> bool:
    """Whether the table below a title that speaks of goals prints what came of these."""
    below = dropwhile(lambda row: row.is_line and title_kind(row.text) is None, rows[position + 1 :])
    return not is_monitoring(rows[position].text) and _prints_results(below)


def _prints_results(rows: Iterable[Row]) -> bool:
    """Whether the table that rows begin with has scores beside what was achieved, 实际完成值 beside 得分, or the unit's
    own: 自评得分."""
    return any(
        "score" in row.concepts and ("actual" in row.concepts or "自评" in row.text) and row.concepts & LEVELS
        for row in takewhile(lambda row: not row.is_line, rows)
    )


def _is_under_way(part: Part) -> bool:
    return part.title is not None and is_monitoring(part.title.text)


def _first_lines(part: Part, row: Row) -> list[Row]:
    """The rows before a title's last line that belong to it; they are taken out of the part before."""
    lines: list[Row] = []
    while (
        row.is_line
        and part.rows
        and part.rows[-1].is_line
        and len(lines) < _LONGEST_TITLE
        and (not is_complete("".join(line.text for line in [*lines, row])) or _is_unit_above(part.rows[-1], row, lines))
        and can_precede_title(part.rows[-1].text)
    ):
        lines.insert(0, part.rows.pop())
    return lines


def _is_unit_above(above: Row, row: Row, lines: Sequence[Row]) -> bool:
    """Whether a title that begins with its year has the unit's name on the line above it."""
    return is_unit(above.text) and organization_in("".join(line.text for line in [*lines, row])) is None


def _starts_form(row: Row) -> bool:
    return row.row_no is not None and len(row.filled) > 1 and _names_project(row.filled[0], row.filled[1])


def _names_project(cell: Cell, following: Cell) -> bool:
    """Whether `following` holds the project's name, and is no heading beside a heading as in a list of projects."""
    return (
        row_concept(cell.text) == "project_name"
        and row_concept(following.text) is None
        and column_concept(following.text) is None
    )


def title_year(part: Part) -> int | None:
    """The year that a part's title states, in itself or on the line below; without a title, the part's first line."""
    if part.year is not None:
        return part.year
    stated = years(part.title.text) if part.title else []
    return stated[0] if stated else None
