"""Who reports on what: form, subject, names, years, dates, goals and grade of one report."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from ingest.forms import head
from ingest.forms.evaluation_kind import evaluation_kind, printed_kind
from ingest.forms.names import printed_project, printed_unit
from ingest.forms.reading import Reading
from ingest.forms.segments import Part, title_year
from ingest.lexicon.text import squeeze
from ingest.records import Evidence, Report, ReportField

Told = Callable[[str, str | None, Evidence], None]

_BESIDE = frozenset({"issue_list", "annex"})
_TABLE_PARTS = frozenset({"form", "score_sheet", "issue_list"})


def identify(reading: Reading, report_no: int, fields: list[ReportField]) -> Report:
    """The report's record; where each of its facts is printed is appended to `fields`."""
    draft = reading.draft
    titled = [part for part in draft.parts if part.title]
    main = next((part for part in titled if part.kind not in _BESIDE and not part.is_of_several), None)
    report = Report(report_no, _form(reading), "department" if reading.is_department else "project")

    def told(name: str, value: str | None, evidence: Evidence) -> None:
        fields.append(ReportField(report_no, name, value, evidence))

    names: dict[str, str] = {}
    lowest_department = None
    for concept, value, row, cell in reading.names():
        names.setdefault(concept, value)
        lowest_department = value if concept == "department_name" else lowest_department
        told(concept, value, row.evidence(cell))
    for part in (part for part in titled if reading.entry is None and not part.is_of_several):
        for concept, name in (
            ("project_name", part.title and part.title.project),
            ("organization_name", part.title and part.title.organization),
        ):
            if name:
                told(concept, name, part.title_rows[-1].evidence())
    if main and main.title:
        report.title = squeeze(main.title.text)
        told("title", report.title, main.title_rows[-1].evidence())
    report.project_name = None if reading.is_department else names.get("project_name") or draft.project
    may_be_below = main is not None and not report.project_name and not reading.is_department
    named_below = printed_project(main.rows) if main and may_be_below else None
    if named_below:
        report.project_name = named_below[0]
        told("project_name", named_below[0], named_below[1].evidence())
    titled_organization = next(
        (part.title.organization for part in titled if part.title and part.title.organization), None
    )
    report.organization_name = names.get("organization_name") or titled_organization or lowest_department
    if report.organization_name is None and (unit := printed_unit(reading.rows)):
        report.organization_name = unit[0]
        told("organization_name", unit[0], unit[1].evidence())
    report.department_name = names.get("department_name")
    report.region_text = squeeze(titled[0].title.text) if titled and titled[0].title else None
    _set_years(report, titled or draft.parts, told)
    if report.title_year is None and report.table_year is None and (period := head.period_year(reading.rows)):
        report.table_year = period[0]
        told("table_year", str(period[0]), period[1].evidence())
    report.project_type = head.project_type(reading.rows)
    report.goal_text, report.completion_text = (place.text if place else None for place in reading.goal_places)
    dated = list(head.dates(reading.rows))
    days = [day for day, has_day, _ in dated if has_day]
    report.evaluation_date = max(days, default=None)
    report.evaluation_month = max((date.replace(day=1) for date, _, _ in dated), default=None)
    for date, _, row in dated:
        told("evaluation_date", date.isoformat(), row.evidence())
    _set_grade(report, reading, told)
    report.printed_evaluation_kind = printed_kind((part.title.text for part in titled if part.title), reading.rows)
    report.evaluation_kind = evaluation_kind(report.printed_evaluation_kind, reading.rows)
    return report


def _form(reading: Reading) -> str:
    draft = reading.draft
    titles = [squeeze(part.title.text) for part in draft.parts if part.kind == "form" and part.title]
    if reading.is_department:
        return "department_self_evaluation"
    if any(re.search(r"评价表", title) and "自评" not in title for title in titles):
        return "department_evaluation"
    explained = any(
        set(table.columns.concepts.values()) & {"explanation", "criteria", "deduction"} for table in reading.indicators
    )
    if "score_sheet" in draft.kinds or (explained and "form" not in draft.kinds):
        return "score_sheet"
    if draft.kinds <= {"report"} and not reading.indicators and not reading.funding:
        return "narrative"
    if "report" in draft.kinds and "form" not in draft.kinds:
        return "score_sheet" if reading.indicators else "narrative"
    return "project_self_evaluation"


def _set_years(report: Report, parts: Sequence[Part], told: Told) -> None:
    for part in parts:
        year = title_year(part)
        if year is None:
            continue
        place = (part.title_rows[-1:] or part.rows)[0].evidence()
        if report.title_year is None and (part.kind not in _TABLE_PARTS or part is parts[0]):
            report.title_year = year
            told("title_year", str(year), place)
        elif part.kind in _TABLE_PARTS and report.table_year is None:
            report.table_year = year
            told("table_year", str(year), place)


def _set_grade(report: Report, reading: Reading, told: Told) -> None:
    """The first grade that counts; where several projects are scored in one text, each grade beside a score is of its
    project."""
    scores = [mention for mention in reading.prose if mention.measure == "total_score" and mention.subject]
    is_of_projects = len({mention.subject for mention in scores}) > 1
    of_projects = {mention.evidence.block_no for mention in scores} if is_of_projects else set()
    for grade, row, cell in reading.grades():
        if row.is_line and row.block_no in of_projects:
            continue
        told("grade", grade[1] if grade else None, row.evidence(cell))
        if grade and report.grade is None:
            report.grade, report.grade_text = grade
