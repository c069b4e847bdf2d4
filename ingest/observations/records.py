"""The records of what was observed in a report's words. They are loaded like those of `ingest.records`.

Nothing here says whether a report is right: a record holds what stands there, and how alike or how large it is.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from ingest.evidence import Evidence


@dataclass(slots=True)
class TextRatio:
    """A percentage in prose beside two quantities that it may relate: 任务10个，完成12个，完成率120%.

    Where words leave open which of several quantities is the base, each is a row of the same `ratio_no`.
    `half`: half of the last printed digit, 0 for a count; `rate` is as printed (120).
    """

    TABLE: ClassVar[str] = "text_ratios"
    report_no: int
    ratio_no: int
    about: str
    part_text: str
    part: Decimal
    part_half: Decimal
    base_text: str
    base: Decimal
    base_half: Decimal
    rate_text: str
    rate: Decimal
    rate_decimals: int
    evidence: Evidence


@dataclass(slots=True)
class GoalQuantity:
    """A quantity that the goal sets or the completion reports. side: goal | completion.

    noun: what is counted, without the verb before it, None where it is not said; year: the one that its words name.
    Bounds that must not be exceeded, plans repeated in the completion and what is still missing are left out.
    """

    TABLE: ClassVar[str] = "goal_quantities"
    report_no: int
    quantity_no: int
    side: str
    noun: str | None
    unit: str
    number: Decimal
    value_text: str
    year: int | None
    evidence: Evidence


@dataclass(slots=True)
class GoalLikeness:
    """How much of the completion is the goal's wording: 1 for the same text. Numbers and lead-ins do not count.

    `says_done`: the completion says in its own words and with figures that something was done. The place is the
    completion's.
    """

    TABLE: ClassVar[str] = "goal_likenesses"
    report_no: int
    similarity: Decimal
    characters: int
    says_done: bool
    evidence: Evidence


@dataclass(slots=True)
class Passage:
    """A long sentence of a report's own prose: the digest of its characters, without spaces, punctuation and years."""

    TABLE: ClassVar[str] = "passages"
    report_no: int
    passage_no: int
    digest: str
    characters: int
    evidence: Evidence


@dataclass(slots=True)
class Leftover:
    """A prompt or a placeholder of the template in a place that is meant to be filled. kind: prompt | placeholder."""

    TABLE: ClassVar[str] = "leftovers"
    report_no: int
    leftover_no: int
    kind: str
    text: str
    evidence: Evidence


@dataclass(slots=True)
class BlankField:
    """A label without a value. field: person | phone | date | signature; the quote is the label alone."""

    TABLE: ClassVar[str] = "blank_fields"
    report_no: int
    blank_no: int
    field: str
    label: str
    evidence: Evidence


@dataclass(slots=True)
class ListedAttachment:
    """An attachment that the report lists behind 附件, and whether the file holds it."""

    TABLE: ClassVar[str] = "listed_attachments"
    report_no: int
    attachment_no: int
    title: str
    is_present: bool
    evidence: Evidence


@dataclass(slots=True)
class NamedProject:
    """A project that the prose names as what is evaluated. `overlap`: the share of its telling word pairs that the
    report's own names and goals hold too."""

    TABLE: ClassVar[str] = "named_projects"
    report_no: int
    naming_no: int
    name: str
    overlap: Decimal
    evidence: Evidence


@dataclass(slots=True)
class IssuePlace:
    """A place where problems, suggestions or practices are asked for. kind as in `Issue`; place: list | section | form.

    item_count: how many of the kind are stated there; says_none: 无 or 不存在问题 stands there.
    """

    TABLE: ClassVar[str] = "issue_places"
    report_no: int
    place_no: int
    kind: str
    place: str
    item_count: int
    says_none: bool
    evidence: Evidence


@dataclass(slots=True)
class NameVariant:
    """A project's or a unit's name that is not printed as its first one.

    likeness: 1 where only spelling differs or a unit's name holds the other; is_vague: one of them was read out of a
    title that names no unit, or says nothing but what any project's name may say.
    """

    TABLE: ClassVar[str] = "name_variants"
    report_no: int
    variant_no: int
    field: str
    name: str
    first_name: str
    likeness: Decimal
    is_vague: bool
    evidence: Evidence
