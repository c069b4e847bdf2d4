"""One report's reading written down as records."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator, Sequence
from decimal import Decimal
from itertools import groupby
from typing import Any

from ingest.document import Cell
from ingest.forms.explanations import explain
from ingest.forms.funds.figures import stated_marks
from ingest.forms.funds.lines import FundingTable
from ingest.forms.funds.report import state
from ingest.forms.funds.statement import Statement
from ingest.forms.identity import identify
from ingest.forms.indicators.row import IndicatorRow
from ingest.forms.layout import OTHER_UNIT_AT_HEAD, Row
from ingest.forms.prose.mention import Mention
from ingest.forms.reading import Reading
from ingest.lexicon.criteria import deduction_step, rate_scoring
from ingest.lexicon.deadlines import target_deadlines
from ingest.lexicon.labels import names_execution
from ingest.lexicon.numbers import PER_WAN, cell_figure, figures
from ingest.lexicon.targets import measured
from ingest.records import Amount, Evidence, Extraction, Indicator, Issue, Notice, ReportField

_ANOTHER = {
    "executed": "另有不同的支出金额 / another amount spent",
    "funds_received": "另有不同的到位金额 / another amount received",
}
_DOUBTS = {
    "rate": "无法判断是哪项资金的比率 / of which funds this is the rate cannot be told",
    "project": "无法判断属于哪个项目 / of which project this is cannot be told",
    "area": "支出范围大于预算范围，无法判断本报告的支出 / more than the budget was spent in a wider area",
    "part": "无法判断是哪项资金的其中数 / of which amount this is a part cannot be told",
}
_UNIT_NAMES = {"wan": "万元", "yuan": "元", "yi": "亿元"}


def write_records(reading: Reading, report_no: int, document_unit: str | None, extraction: Extraction) -> None:
    """Append the records of one report to `extraction`."""
    report = identify(reading, report_no, extraction.report_fields)
    year = report.title_year or report.table_year
    statement = state(
        report_no,
        reading.funding,
        reading.prose,
        year,
        document_unit,
        report.project_name,
        is_department=reading.is_department,
        title=f"{report.title or ''}{report.organization_name or ''}",
    )
    _scores(reading, statement)
    report.money_year = _money_year(statement, extraction)
    extraction.reports.append(report)
    extraction.funding_lines.extend(statement.lines)
    extraction.amounts.extend(statement.amounts)
    indicators = _indicators(reading, statement)
    explain(reading, report, indicators, extraction.report_fields)
    extraction.indicators.extend(indicators)
    for number, issue in enumerate(reading.issues, start=1):
        evidence = issue.row.evidence(issue.cell)
        extraction.issues.append(Issue(report_no, number, issue.kind, issue.category, issue.text, evidence))
    _notices(reading, statement, extraction)


def _money_year(statement: Statement, extraction: Extraction) -> int | None:
    """The year that the sentences on the report's own budget name most often."""
    dated = [amount for amount in statement.amounts if amount.year and amount.line_no is not None]
    dated = [amount for amount in dated if amount.unit in PER_WAN]
    if not dated:
        return None
    year = Counter(amount.year for amount in dated).most_common(1)[0][0]
    for amount in dated:
        extraction.report_fields.append(ReportField(amount.report_no, "money_year", str(amount.year), amount.evidence))
    return year


def _scores(reading: Reading, statement: Statement) -> None:
    """The printed totals and section weights of the indicator tables, as amounts in points; totals stand first."""
    printed = [
        *(("total_score", "总分", row, cell) for row, cell in reading.totals()),
        *(("section_weight", "总分", row, cell) for row, cell in reading.full_marks()),
        *((figure.measure, figure.section, figure.row, figure.cell) for figure in reading.section_figures()),
    ]
    for measure, about, row, cell in printed:
        figure = cell_figure(cell.text) or next(iter(figures(cell.text)), None)
        if figure is not None:
            statement.add(_points(statement, measure, about, figure.value_text, figure.number, row, cell))
    for table in reading.indicators:
        for section in table.sections:
            figure = cell_figure(section.cell.text)
            text = figure.value_text if figure else str(section.value)
            measure = "section_score" if section.is_score else "section_weight"
            points = _points(statement, measure, section.about, text, section.value, section.row, section.cell)
            points.section, points.section_level = section.about, section.level
            statement.add(points)


def _other_totals(statement: Statement) -> list[Amount]:
    """Total scores that differ from the one that counts: the table's, else the first in prose."""
    totals = [amount for amount in statement.amounts if amount.measure == "total_score"]
    counted = next((amount for amount in totals if amount.origin == "table"), totals[0] if totals else None)
    return [amount for amount in totals if counted and amount.number != counted.number]


def _points(statement: Statement, measure: str, about: str, text: str, number: Decimal, row: Row, cell: Cell) -> Amount:
    return Amount(
        report_no=statement.report_no,
        amount_no=0,
        line_no=None,
        is_line_cell=False,
        about=about,
        measure=measure,
        value_text=text,
        unit_text=None,
        number=number,
        unit="points",
        unit_source="heading",
        decimals=len(text.partition(".")[2]),
        year=None,
        origin="table",
        evidence=row.evidence(cell),
    )


def _indicators(reading: Reading, statement: Statement) -> list[Indicator]:
    printed = [_indicator(row, statement.report_no) for table in reading.indicators for row in table.rows]
    full_marks = {figure.number for _, cell in reading.full_marks() if (figure := cell_figure(cell.text))}
    points = _execution_points(reading, statement.report_no)
    found = [each for each in points if not _is_printed_again(each, printed, full_marks or {Decimal(100)})] + printed
    for number, indicator in enumerate(found, start=1):
        indicator.indicator_no = number
    return found


def _is_printed_again(points: Indicator, printed: Sequence[Indicator], full_marks: Container[Decimal]) -> bool:
    """Whether the points for the execution rate stand once more among the indicators, which come to the full marks
    with that row."""
    is_there = any(
        (row.weight, row.score) == (points.weight, points.score) and names_execution(row.level3 or "")
        for row in printed
    )
    return is_there and sum(row.weight or 0 for row in printed) in full_marks


def _execution_points(reading: Reading, report_no: int) -> Iterator[Indicator]:
    """The points for the execution rate in the funding table: one row, those repeated in a 其中 line not again."""
    found = reading.execution_points()
    if found is None:
        return
    table, line = found
    weight_cell, score_cell = line.points
    weight, score = (cell_figure(cell.text) if cell else None for cell in line.points)
    full_marks = _full_marks(table) if weight is None else None
    yield Indicator(
        report_no=report_no,
        level3="执行率",
        weight=weight.number if weight else full_marks,
        score=score.number if score else None,
        is_execution_row=True,
        evidence=line.row.evidence(),
        **_cells(weight_cell, score_cell, line.row),
    )


def _full_marks(table: FundingTable) -> Decimal | None:
    """The weight of the execution rate where only the heading states it: 预算执行情况（20分）, 分值（10分）."""
    columns = table.columns
    points = next((col for concept in ("score", "weight") if (col := columns.of(concept)) is not None), 0)
    block = next((cell.text for cell in columns.heading.filled if "执行" in cell.text), "")
    return next(filter(None, map(stated_marks, (columns.texts.get(points, ""), block))), None)


def _indicator(row: IndicatorRow, report_no: int) -> Indicator:
    texts = row.texts
    target = "".join(filter(None, (texts["target"], texts["target_unit"])))
    found = measured(texts["operator"], texts["target"], texts["target_unit"], texts["actual"])
    criterion = texts["criteria"] or texts["explanation"]
    lost = row.weight - row.score if row.weight is not None and row.score is not None else Decimal(0)
    scoring = rate_scoring(criterion, row.weight)
    return Indicator(
        report_no=report_no,
        level1=row.level1,
        level2=row.level2,
        level3=row.level3,
        level1_weight=row.level1_weight,
        level2_weight=row.level2_weight,
        weight=row.weight,
        score=row.score,
        deduction=row.deduction,
        deduction_reason=texts["reason"],
        target_operator=texts["operator"],
        target_value_text=texts["target"],
        target_unit=texts["target_unit"],
        actual_value_text=texts["actual"],
        explanation=texts["explanation"],
        criteria=texts["criteria"],
        is_execution_row=row.is_execution,
        read_shifted=row.shifted,
        target_col_no=row.target_col,
        actual_col_no=row.actual_col,
        comparison=found.comparison if found else None,
        target_number=found.target if found else None,
        actual_number=found.actual if found else None,
        actual_decimals=found.actual_decimals if found else None,
        measured_unit=found.unit if found else None,
        target_years="、".join(sorted({str(deadline.year) for deadline in target_deadlines(target)})) or None,
        deduction_step=deduction_step(criterion, lost),
        full_marks_rate=scoring.full_marks_rate,
        rate_step=scoring.step,
        rate_step_points=scoring.step_points,
        scoring_is_open=scoring.is_open,
        evidence=row.row.evidence(),
        **_cells(row.weight_cell, row.score_cell, row.row),
    )


def _cells(weight_cell: Cell | None, score_cell: Cell | None, row: Row) -> dict[str, Any]:
    """What is printed as weight and score, and the columns of these where the row reaches over them."""
    return {
        "weight_text": weight_cell.text if weight_cell else None,
        "score_text": score_cell.text if score_cell else None,
        "weight_col_no": weight_cell.col if weight_cell and weight_cell.row <= (row.row_no or 0) else None,
        "score_col_no": score_cell.col if score_cell and score_cell.row <= (row.row_no or 0) else None,
    }


def _paragraph_of_project(mention: Mention) -> tuple[int, int | None, int | None] | None:
    """The paragraph of a figure that is of another project, as is all that it says of money."""
    return mention.place if mention.doubt == "project" else None


def _notices(reading: Reading, statement: Statement, extraction: Extraction) -> None:
    report_no = statement.report_no

    def notice(kind: str, detail: str, evidence: Evidence) -> None:
        extraction.notices.append(Notice(report_no, len(extraction.notices) + 1, kind, detail, evidence))

    for table in reading.indicators:
        for row in table.rows:
            if row.shifted:
                notice("row_shifted", f"{row.level3 or '—'}｜{row.weight}｜{row.score}", row.row.evidence())
        for unread in table.not_understood:
            has_figures = any(cell_figure(cell.text) for cell in unread.filled)
            what = "数字不属于任何表头 / figures" if has_figures else "文字不属于任何表头 / words"
            notice("not_understood", f"该行{what} under no heading", unread.evidence())
    for funding, unit in statement.inferred_units:
        notice("unit_inferred", _UNIT_NAMES[unit], funding.columns.heading.evidence())
    for funding in reading.funding:
        heading = funding.columns.heading
        if funding.lines and heading.unit_of_head not in {None, funding.unit}:
            notice("not_understood", OTHER_UNIT_AT_HEAD, heading.evidence())
    for mention in statement.several:
        what = _ANOTHER.get(mention.measure or "", "另有不同的预算金额 / another budget")
        notice("not_understood", f"{what}：{mention.figure.value_text}", mention.evidence)
    for mention in statement.unclear:
        what = "无法判断是否为预算金额 / whether this is the budget cannot be told"
        notice("not_understood", f"{what}：{mention.figure.value_text}", mention.evidence)
    if parts := statement.lines_without_total or statement.shares_without_total:
        labels = "、".join(line.line_label for line in parts)
        notice("not_understood", f"未列示预算合计 / no total is given：{labels}", parts[0].evidence)
    for mention in statement.spent_on_parts:
        what = "无法判断是否为全部支出 / whether this is all that was spent cannot be told"
        notice("not_understood", f"{what}：{mention.figure.value_text}", mention.evidence)
    for amount in _other_totals(statement):
        notice("not_understood", f"另有不同的总分 / another total score：{amount.value_text}", amount.evidence)
    for of_project, told in groupby(statement.untold, _paragraph_of_project):
        mentions = list(told)
        if of_project:
            values = "、".join(mention.figure.value_text for mention in mentions)
            notice("not_understood", f"{_DOUBTS['project']}：{values}", mentions[0].evidence)
            continue
        for mention in mentions:
            is_points = mention.figure.unit == "points"
            what = (
                "无法判断是什么分数 / points of what" if is_points else "数字被换行断开 / a line break cuts the figure"
            )
            what = _DOUBTS.get(mention.doubt or "", what)
            notice("not_understood", f"{what}：{mention.figure.value_text}", mention.evidence)
    for doubt in statement.doubts:
        notice(
            "not_understood",
            f"单位无法判断 / unit cannot be told：{doubt.about} {doubt.figure.value_text}",
            doubt.row.evidence(doubt.cell),
        )
