"""One report: its parts read into records."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from ingest.document import Cell
from ingest.forms import head
from ingest.forms.funding import FundingTable, funding_heading, read_funding
from ingest.forms.indicators import IndicatorTable, indicator_heading, read_indicators
from ingest.forms.issues import stated_issues
from ingest.forms.layout import Row
from ingest.forms.prose import Mention, mentions
from ingest.forms.segments import Draft, Part, title_year
from ingest.forms.statement import Statement, state
from ingest.lexicon.labels import row_concept
from ingest.lexicon.numbers import cell_figure
from ingest.lexicon.text import fold, squeeze
from ingest.records import Amount, Evidence, Extraction, Indicator, Issue, Notice, Report, ReportField

_TABLE_PARTS = frozenset({"form", "score_sheet", "issue_list"})
_PROSE_CELL = 15
_OWN_WORDS = re.compile(r"自评|我单位|本单位|我局|我委|我办|我街道|我镇|我乡")
_PRINTED_KIND = re.compile(r"单位自评|部门评价|财政(?:重点)?评价|自评|自我评价")


@dataclass(slots=True)
class Reading:
    """What stands in the rows of one report, before it becomes records."""

    draft: Draft
    rows: list[Row]
    funding: list[FundingTable] = field(default_factory=list)
    indicators: list[IndicatorTable] = field(default_factory=list)
    prose: list[Mention] = field(default_factory=list)

    @property
    def is_evaluation(self) -> bool:
        """Whether anything was evaluated: scores, actual values, or money and a conclusion in a titled report."""
        scored = any(
            row.score is not None or row.texts["actual"] for table in self.indicators for row in table.rows
        ) or any(mention.measure == "total_score" for mention in self.prose)
        titled = bool(self.draft.kinds - {"annex", "issue_list"})
        return scored or (titled and bool(any(table.lines for table in self.funding) or self.prose))


def read_draft(draft: Draft) -> Reading:
    """Read the tables and sentences of a report's parts."""
    reading = Reading(draft, draft.rows())
    rows = reading.rows
    cells: list[tuple[Row, Cell]] = []
    position = 0
    while position < len(rows):
        indicators = indicator_heading(rows, position)
        if indicators is not None:
            table, position = read_indicators(rows, *indicators)
            reading.indicators.append(table)
            continue
        if rows[position].row_no is not None and funding_heading(rows[position]) is not None:
            funding, position = read_funding(rows, position)
            reading.funding.append(funding)
            continue
        row = rows[position]
        cells.extend((row, cell) for cell in row.cells if row.row_no is None or len(fold(cell.text)) > _PROSE_CELL)
        position += 1
    reading.prose = mentions(cells)
    return reading


def write_records(reading: Reading, report_no: int, document_unit: str | None, extraction: Extraction) -> None:
    """Append the records of one report to `extraction`."""
    report = _report(reading, report_no, extraction)
    year = report.title_year or report.table_year
    statement = state(report_no, reading.funding, reading.prose, year, document_unit)
    _scores(reading, statement)
    report.money_year = _money_year(statement, extraction)
    extraction.reports.append(report)
    extraction.funding_lines.extend(statement.lines)
    extraction.amounts.extend(statement.amounts)
    indicators = _indicators(reading, statement)
    extraction.indicators.extend(indicators)
    for number, issue in enumerate(stated_issues(reading.rows), start=1):
        evidence = issue.row.evidence(issue.cell)
        extraction.issues.append(Issue(report_no, number, issue.kind, issue.category, issue.text, evidence))
    _notices(reading, statement, extraction)


def _report(reading: Reading, report_no: int, extraction: Extraction) -> Report:
    draft = reading.draft
    titled = [part for part in draft.parts if part.title]
    main = next((part for part in titled if part.kind != "issue_list"), None)
    report = Report(report_no, _form(reading), "department" if draft.is_department else "project")

    def told(name: str, value: str | None, evidence: Evidence) -> None:
        extraction.report_fields.append(ReportField(report_no, name, value, evidence))

    names: dict[str, str] = {}
    for concept, value, row, cell in head.labelled_names(reading.rows):
        names.setdefault(concept, value)
        told(concept, value, row.evidence(cell))
    if main and main.title:
        report.title = squeeze(main.title.text)
        told("title", report.title, main.title_rows[-1].evidence())
    report.project_name = None if draft.is_department else names.get("project_name") or draft.project
    titled_organization = next((part.title.organization for part in titled if part.title and part.title.organization), None)
    report.organization_name = names.get("organization_name") or titled_organization or names.get("department_name")
    report.department_name = names.get("department_name")
    report.region_text = squeeze(titled[0].title.text) if titled and titled[0].title else None
    _set_years(report, titled, told)
    report.project_type = head.project_type(reading.rows)
    report.goal_text, report.completion_text = head.goals(reading.rows)
    if report.goal_text is None and report.completion_text is None and not draft.is_department:
        report.goal_text, report.completion_text = head.stated_goals(reading.rows)
    dated = list(head.dates(reading.rows))
    days = [day for day, has_day, _ in dated if has_day]
    report.evaluation_date = max(days, default=None)
    report.evaluation_month = max((date.replace(day=1) for date, _, _ in dated), default=None)
    for date, _, row in dated:
        told("evaluation_date", date.isoformat(), row.evidence())
    _set_grade(report, reading, told)
    text = " ".join(row.text for row in reading.rows)
    printed = [_PRINTED_KIND.search(squeeze(part.title.text)) for part in titled if part.title]
    report.printed_evaluation_kind = next((match.group() for match in printed if match), None)
    report.evaluation_kind = _evaluation_kind(report.printed_evaluation_kind, text)
    return report


def _form(reading: Reading) -> str:
    draft = reading.draft
    titles = [squeeze(part.title.text) for part in draft.parts if part.kind == "form" and part.title]
    if draft.is_department:
        return "department_self_evaluation"
    if any(re.search(r"评价表", title) and "自评" not in title for title in titles):
        return "department_evaluation"
    explained = any(
        set(table.columns.concepts.values()) & {"explanation", "criteria", "deduction"} for table in reading.indicators
    )
    if "score_sheet" in draft.kinds or explained and "form" not in draft.kinds:
        return "score_sheet"
    if "report" in draft.kinds and not reading.indicators and not reading.funding:
        return "narrative"
    if "report" in draft.kinds and "form" not in draft.kinds:
        return "score_sheet" if reading.indicators else "narrative"
    return "project_self_evaluation"


def _evaluation_kind(printed: str | None, text: str) -> str:
    """Who evaluated. A 部门评价 whose report speaks of the unit in its own words was filled in by the unit itself."""
    if printed and printed.startswith("财政"):
        return "fiscal"
    if printed == "部门评价" and not _OWN_WORDS.search(text):
        return "department"
    return "self"


def _set_years(report: Report, titled: Sequence[Part], told) -> None:
    for part in titled:
        year = title_year(part)
        if year is None:
            continue
        if report.title_year is None and (part.kind not in _TABLE_PARTS or part is titled[0]):
            report.title_year = year
            told("title_year", str(year), part.title_rows[-1].evidence())
        elif part.kind in _TABLE_PARTS and report.table_year is None:
            report.table_year = year
            told("table_year", str(year), part.title_rows[-1].evidence())


def _set_grade(report: Report, reading: Reading, told) -> None:
    places = [
        (head.marks.grade(table.total.grade.text), table.total.row, table.total.grade)
        for table in reading.indicators
        if table.total and table.total.grade
    ]
    for grade, row, cell in [*places, *head.grades(reading.rows)]:
        told("grade", grade[1] if grade else None, row.evidence(cell))
        if grade and report.grade is None:
            report.grade, report.grade_text = grade


def _money_year(statement: Statement, extraction: Extraction) -> int | None:
    """The year that the sentences on the report's own budget name most often."""
    dated = [amount for amount in statement.amounts if amount.year and amount.measure not in {"other_amount", "other_rate"}]
    dated = [amount for amount in dated if amount.unit in {"yuan", "wan", "yi"}]
    if not dated:
        return None
    year = Counter(amount.year for amount in dated).most_common(1)[0][0]
    for amount in dated:
        extraction.report_fields.append(ReportField(amount.report_no, "money_year", str(amount.year), amount.evidence))
    return year


def _scores(reading: Reading, statement: Statement) -> None:
    """The printed totals and section weights of the indicator tables, as amounts in points; totals stand first."""
    printed = [
        ("total_score", "总分", table.total.score, table.total.row)
        for table in reading.indicators
        if table.total and table.total.score
    ]
    printed += [
        ("section_weight", weight.about, weight.cell, weight.row)
        for table in reading.indicators
        for weight in table.section_weights
    ]
    for measure, about, cell, row in printed:
        figure = cell_figure(cell.text)
        number = figure.number if figure else next(
            weight.value for table in reading.indicators for weight in table.section_weights if weight.cell is cell
        )
        statement.add(
            Amount(
                statement.report_no, 0, None, False, about, measure,
                figure.value_text if figure else str(number), None, number, "points", "heading",
                figure.decimals if figure else 0, None, "table", row.evidence(cell),
            )
        )  # fmt: skip


def _indicators(reading: Reading, statement: Statement) -> list[Indicator]:
    report_no = statement.report_no
    found: list[Indicator] = []
    execution = next((line for table in reading.funding for line in table.lines if any(line.points)), None)
    if execution is not None:
        weight, score = execution.points
        found.append(
            _indicator(report_no, level3="执行率", is_execution_row=True, weight_cell=weight, score_cell=score,
                       evidence=execution.row.evidence())
        )  # fmt: skip
    for table in reading.indicators:
        for row in table.rows:
            texts = row.texts
            found.append(
                _indicator(
                    report_no, level1=row.level1, level2=row.level2, level3=row.level3,
                    level1_weight=row.level1_weight, level2_weight=row.level2_weight, weight=row.weight,
                    score=row.score, deduction=row.deduction, deduction_reason=texts["reason"],
                    target_operator=texts["operator"], target_value_text=texts["target"],
                    target_unit=texts["target_unit"], actual_value_text=texts["actual"],
                    explanation=texts["explanation"], criteria=texts["criteria"], read_shifted=row.shifted,
                    weight_cell=row.weight_cell, score_cell=row.score_cell, evidence=row.row.evidence(),
                )
            )  # fmt: skip
    for number, indicator in enumerate(found, start=1):
        indicator.indicator_no = number
    return found


def _indicator(report_no: int, *, evidence: Evidence, weight_cell: Cell | None, score_cell: Cell | None, **values) -> Indicator:
    def number(cell: Cell | None):
        figure = cell_figure(cell.text) if cell else None
        return figure.number if figure else None

    complete = dict.fromkeys(
        ("level1", "level2", "level3", "level1_weight", "level2_weight", "deduction", "deduction_reason",
         "target_operator", "target_value_text", "target_unit", "actual_value_text", "explanation", "criteria")
    ) | {"is_execution_row": False, "read_shifted": False, "weight": number(weight_cell), "score": number(score_cell)} | values  # fmt: skip
    return Indicator(
        report_no=report_no,
        indicator_no=0,
        weight_text=weight_cell.text if weight_cell else None,
        score_text=score_cell.text if score_cell else None,
        weight_col_no=weight_cell.col if weight_cell else None,
        score_col_no=score_cell.col if score_cell else None,
        evidence=evidence,
        **complete,
    )


def _notices(reading: Reading, statement: Statement, extraction: Extraction) -> None:
    report_no = statement.report_no

    def notice(kind: str, detail: str, evidence: Evidence) -> None:
        extraction.notices.append(Notice(report_no, len(extraction.notices) + 1, kind, detail, evidence))

    for table in reading.indicators:
        for row in table.rows:
            if row.shifted:
                detail = f"read by what its cells are: indicator {row.level3 or ''}, weight {row.weight}, score {row.score}"
                notice("row_shifted", detail, row.row.evidence())
        for unread in table.not_understood:
            notice("not_understood", "a row with figures that fits no heading of the indicator table", unread.evidence())
    for funding in statement.inferred_units:
        notice("unit_inferred", "the money table prints no unit", funding.columns.heading.evidence())
    for doubt in statement.doubts:
        notice("not_understood", f"the unit of {doubt.about} {doubt.figure.value_text} cannot be told", doubt.row.evidence(doubt.cell))


