"""The names of a report's project and unit that are printed otherwise than the first time."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from ingest.lexicon.likeness import likeness, ratio
from ingest.lexicon.text import fold
from ingest.lexicon.titles import organization_in, title_kind
from ingest.observations.projects import telling_pairs
from ingest.observations.records import NameVariant
from ingest.records import ReportField

_DIGITS = Decimal("0.0001")
_NAMES = ("project_name", "organization_name")
_YEAR = re.compile(r"20\d\d年?度?")
_NO_WORD = re.compile(r"[\W_]|的")
_PROJECT_END = re.compile(r"(?:项目|经费|专项|资金|支出|预算)+$")
_DIVISIONS = re.compile(
    r"(?:20\d\d年?度?)?(?:[\u4e00-\u9fff]{1,6}?(?:省|自治区|市|州|盟|县|区|旗|镇|乡|街道))+(?:20\d\d年?度?)?"
)
_GOVERNMENT = re.compile(r"人民政府(?=.)")


def name_variants(report_no: int, fields: Iterable[ReportField]) -> list[NameVariant]:
    """Each name that is printed otherwise than the first of its kind, once, at its first place."""
    found: list[NameVariant] = []
    first: dict[str, ReportField] = {}
    seen: set[tuple[str, str]] = set()
    for field in fields:
        if field.report_no != report_no or field.field not in _NAMES:
            continue
        name = fold(field.value_text or "")
        if not name or (field.field, name) in seen:
            continue
        seen.add((field.field, name))
        before = first.setdefault(field.field, field)
        if before is field or not before.value_text or not field.value_text or _is_cut(before, field):
            continue
        found.append(
            NameVariant(
                report_no=report_no,
                variant_no=len(found) + 1,
                field=field.field,
                name=field.value_text,
                first_name=before.value_text,
                likeness=Decimal(_likeness(field.field, before.value_text, field.value_text)).quantize(_DIGITS),
                is_vague=_is_vague(field) or _is_vague(before),
                evidence=field.evidence,
            )
        )
    return found


def _is_cut(one: ReportField, other: ReportField) -> bool:
    """Whether a title prints the longer name of a project in full, so that the shorter is what was cut from it, or the
    longer one only says before it where the project is: 某区校舍维修项目."""
    shorter, longer = sorted((one, other), key=lambda field: len(field.value_text or ""))
    if one.field != "project_name":
        return False
    name, whole = fold(shorter.value_text or ""), fold(longer.value_text or "")
    if whole.endswith(name) and _DIVISIONS.fullmatch(whole.removesuffix(name)):
        return True
    return title_kind(shorter.evidence.quote) is not None and whole in fold(shorter.evidence.quote)


def _is_vague(field: ReportField) -> bool:
    quote = field.evidence.quote
    in_title = title_kind(quote) is not None and organization_in(quote) is None
    return in_title or not telling_pairs(field.value_text or "")


def _likeness(field: str, one: str, other: str) -> float:
    first, second = (_bare(field, name) for name in (one, other))
    if first == second or (field == "organization_name" and (first in second or second in first)):
        return 1.0
    return likeness(first, second) if field == "project_name" else ratio(first, second)


def _bare(field: str, name: str) -> str:
    plain = _NO_WORD.sub("", _YEAR.sub("", fold(name)))
    if field == "organization_name":
        return _GOVERNMENT.sub("", plain)
    return _PROJECT_END.sub("", plain) or plain
