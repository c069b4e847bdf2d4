"""The parts of a document put together: those of one subject are one report."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from ingest.document import Cell
from ingest.forms.layout import Row
from ingest.forms.project_names import same_project
from ingest.forms.segments import LEVELS, STANDALONE, Part, title_year
from ingest.lexicon.labels import CONCLUSIONS, MONEY_MEASURES
from ingest.lexicon.text import squeeze
from ingest.lexicon.titles import ATTACHMENT

_GOVERNMENT = re.compile(r"人民政府(?=.)")
_ATTACHMENTS = frozenset({"score_sheet", "issue_list", "annex"})
_LISTS_FORM = re.compile(r"\s*附\s*(?:件|表)?\s*\d{0,2}\s*[:：](?:[^，。]*)(?:自评|评价)表")
_MONEY = frozenset(MONEY_MEASURES)
_FOOT = frozenset({*CONCLUSIONS, "total"})
_NO_EVALUATIONS = frozenset({"annex", "issue_list", "other"})


@dataclass(slots=True)
class Draft:
    """The parts that make up one report."""

    parts: list[Part] = field(default_factory=list)

    @property
    def kinds(self) -> set[str]:
        return {part.kind for part in self.parts if part.kind}

    @property
    def is_titled(self) -> bool:
        """Whether a title, or what stands for one, says that it is an evaluation."""
        return any(part.announcement or (part.title and part.title.kind not in _NO_EVALUATIONS) for part in self.parts)

    @property
    def is_department(self) -> bool:
        return any(part.is_department for part in self.parts)

    @property
    def organizations(self) -> list[str]:
        return [name for part in self.parts for name in part.organizations]

    @property
    def project(self) -> str | None:
        return next((part.project for part in self.parts if part.project), None)

    def names(self) -> list[tuple[str, str, Row, Cell]]:
        return [name for part in self.parts for name in part.names]

    def rows(self) -> list[Row]:
        return [row for part in self.parts for row in part.rows]


def drafts_of(parts: Sequence[Part]) -> list[Draft]:
    """The reports in order; parts of other documents (budgets, monitoring, goal applications) left out."""
    drafts: list[Draft] = []
    in_other = False
    for part in parts:
        part.is_attached = part.kind == "form" and sum(other.kind == "form" for other in parts) == 1
        if part.kind == "other":
            in_other = True
            continue
        if part.kind in STANDALONE:
            in_other = False
        if in_other:
            continue
        if drafts and _continues(drafts[-1], part):
            drafts[-1].parts.append(part)
        else:
            drafts.append(Draft([part]))
    return drafts


def _continues(draft: Draft, part: Part) -> bool:
    """Whether `part` speaks of the subject of `draft` and adds to it what it does not have yet."""
    if part.kind not in STANDALONE:
        return True
    if not draft.kinds:
        is_of_another = _has_lost_its_head(draft.rows()) and any(map(_heads_results_of_indicators, part.rows))
        return not (is_of_another or _is_foot_of_another(draft.rows(), part))
    if part.kind in draft.kinds:
        return _is_second_half(draft, part)
    if draft.is_department != part.is_department and (part.is_department or part.project is not None):
        return False
    pairs = [(one, other) for one in draft.organizations for other in part.organizations]
    if pairs and not any(_same_organization(*pair) for pair in pairs):
        return False
    is_attachment = part.kind in _ATTACHMENTS or (part.is_attached and _attaches_form(draft.rows()))
    return same_project(draft.project, part.project, is_attachment=is_attachment)


def _attaches_form(rows: Sequence[Row]) -> bool:
    """Whether a report says that a form is attached to it: 附件：1.项目支出绩效自评表, or 附件 right above the form."""
    if ATTACHMENT.match(rows[-1].text):
        return True
    return any(_LISTS_FORM.match(row.text) for row in rows if row.is_line)


def _is_second_half(draft: Draft, part: Part) -> bool:
    """Whether a form of the same project and year has the indicators that the form above it lacks, and no money of its
    own: one form on two sheets."""
    above = draft.parts[-1]
    if part.project is None or part.project != above.project or title_year(part) != title_year(above):
        return False
    if any(map(_heads_results_of_indicators, draft.rows())) or not any(map(_heads_results_of_indicators, part.rows)):
        return False
    return not any(_MONEY.intersection(row.concepts) for row in part.rows if not row.is_line)


def _has_lost_its_head(rows: Sequence[Row]) -> bool:
    """Whether rows above the first title are the rest of another form: they begin in a table and hold indicators."""
    return any(map(_heads_results_of_indicators, rows)) and not rows[0].is_line


def _is_foot_of_another(rows: Sequence[Row], part: Part) -> bool:
    """Whether the rows above the first title are the rest of another form: a total, or what is concluded, stands among
    them in the table that the title stands amid."""
    title = part.title_rows[-1] if part.title_rows else None
    if title is None or title.row_no is None or not rows or rows[-1].block_no != title.block_no:
        return False
    return any(row.labels & _FOOT for row in rows if row.block_no == title.block_no)


def _heads_results_of_indicators(row: Row) -> bool:
    return not row.is_line and bool(row.concepts & LEVELS) and not row.concepts.isdisjoint(("score", "actual"))


def _same_organization(one: str, other: str) -> bool:
    """Whether two printed names are of one unit: one may print division names before it."""
    first, second = (_GOVERNMENT.sub("", squeeze(name)) for name in (one, other))
    return first.endswith(second) or second.endswith(first)
