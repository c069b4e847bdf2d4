"""What a review sheet says, from the published marts, whatever it is written as."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from dashboard.access import Gate
from ingest.places import place_of

SEVERITIES = {"error": "错误", "warning": "疑问", "info": "提示"}
DECISIONS = {"open": "", "accepted": "已确认", "dismissed": "不成立", "reopened": "数字有变化，待重新确认"}
GRADES = {"excellent": "优", "good": "良", "fair": "中", "poor": "差"}

_REPORTS = """
SELECT
    reports.report_id, reports.report_no, reports.title, reports.fiscal_year, reports.reported_total_score,
    reports.reported_grade_text, reports.budget_wan, reports.executed_wan, reports.execution_rate,
    CASE
        WHEN reports.subject = 'department' THEN '部门整体支出'
        ELSE coalesce(reports.project_name, reports.title, documents.source_name)
    END AS subject_name,
    coalesce(reports.organization_name, units.organization_name) AS organization_name,
    documents.source_name, reports.document_id
FROM fct_evaluations AS reports
JOIN dim_documents AS documents USING (document_id)
LEFT JOIN dim_organizations AS units ON reports.organization_id = units.organization_id
WHERE documents.source_name = $name
    OR length($given) >= 8 AND (starts_with(reports.report_id, $given) OR starts_with(reports.document_id, $given))
ORDER BY reports.document_id, reports.report_no
"""
_FINDINGS = """
SELECT
    finding_id, rule_id, severity, rule_title_zh, message_zh, actual, expected, legal_basis, decision,
    decision_reason, block_no, row_no, col_no, page_no, quote
FROM fct_review_findings
WHERE report_id = $report
ORDER BY list_position(['error', 'warning', 'info'], severity), block_no, row_no, col_no, rule_id, finding_id
"""


_WITH_FINDINGS = """
SELECT DISTINCT findings.document_id, documents.source_name
FROM fct_review_findings AS findings
JOIN fct_evaluations AS reports USING (report_id)
JOIN dim_documents AS documents ON findings.document_id = documents.document_id
WHERE findings.decision <> 'dismissed'
ORDER BY documents.source_name, findings.document_id
"""


class NoSuchReport(ValueError):
    """No published report, or reports of several documents, begin with what was given."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the sheet: what stands where, what would be expected, and what that rests on."""

    number: int
    finding_id: str
    rule_id: str
    severity: str
    title: str
    message: str
    place: str
    quote: str
    actual: str | None
    expected: str | None
    legal_basis: str | None
    decision: str
    decision_reason: str | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """One report's sheet. Findings that a reviewer dismissed are counted, not listed."""

    report_id: str
    document_id: str
    source_name: str
    title: str | None
    subject_name: str
    organization_name: str | None
    fiscal_year: int | None
    reported_total_score: Decimal | None
    reported_grade_text: str | None
    budget_wan: Decimal | None
    executed_wan: Decimal | None
    execution_rate: float | None
    findings: tuple[Finding, ...]
    dismissed_count: int
    generation: str
    published_on: dt.date

    @property
    def counts(self) -> dict[str, int]:
        """How many findings of each severity are listed."""
        return {name: sum(finding.severity == name for finding in self.findings) for name in SEVERITIES}


def sheets(gate: Gate, given: str) -> list[Sheet]:
    """The sheets of the report whose id begins like this, or of all reports of the document whose id does or whose file
    is called so. Raises `NoSuchReport`."""
    reports = gate.query(_REPORTS, {"given": given.lower(), "name": Path(given).name}).frame.to_dicts()
    documents = sorted({report["document_id"][:12] for report in reports})
    if len(documents) > 1:
        raise NoSuchReport(f"{len(documents)} documents can be told by {given}; give one of {', '.join(documents)}")
    if not reports:
        raise NoSuchReport(
            f"no report can be told by {given}; give the name of its file or a report_id or document_id of "
            "fct_evaluations, 8 characters or more"
        )
    return [_sheet(gate, report) for report in reports]


def all_sheets(gate: Gate) -> Iterator[tuple[str, list[Sheet]]]:
    """For each document with findings to send back, a name for a file of its own and the sheets of its reports."""
    documents = gate.query(_WITH_FINDINGS).frame
    names = Counter(Path(name).stem for name in documents["source_name"])
    for document_id, source_name in documents.iter_rows():
        stem = Path(source_name).stem
        yield stem if names[stem] == 1 else f"{stem}-{document_id[:6]}", sheets(gate, document_id)


def _sheet(gate: Gate, report: dict[str, Any]) -> Sheet:
    result = gate.query(_FINDINGS, {"report": report["report_id"]})
    rows = [row for row in result.frame.to_dicts() if row["decision"] != "dismissed"]
    generation = gate.generation()
    return Sheet(
        **{name: value for name, value in report.items() if name != "report_no"},
        findings=tuple(_finding(number, row) for number, row in enumerate(rows, start=1)),
        dismissed_count=result.frame.height - len(rows),
        generation=result.generation,
        published_on=generation.published_at.astimezone().date(),
    )


def _finding(number: int, row: dict[str, Any]) -> Finding:
    return Finding(
        number=number,
        title=row["rule_title_zh"],
        message=row["message_zh"],
        place=place_of(row),
        quote=row["quote"] or "",
        **{
            name: row[name]
            for name in (
                *("finding_id", "rule_id", "severity", "actual", "expected", "legal_basis"),
                *("decision", "decision_reason"),
            )
        },
    )


def heading(sheet: Sheet) -> list[tuple[str, str]]:
    """(label, text) of the facts at the head of the sheet; what the report does not give is left out."""
    facts = (
        ("评价对象", sheet.subject_name),
        ("实施单位", sheet.organization_name),
        ("预算年度", None if sheet.fiscal_year is None else str(sheet.fiscal_year)),
        ("自评总分", None if sheet.reported_total_score is None else plain(sheet.reported_total_score)),
        ("自评等次", sheet.reported_grade_text),
        ("预算（万元）", None if sheet.budget_wan is None else plain(sheet.budget_wan)),
        ("支出（万元）", None if sheet.executed_wan is None else plain(sheet.executed_wan)),
        ("执行率", None if sheet.execution_rate is None else f"{sheet.execution_rate:.2%}"),
        ("报送文件", sheet.source_name),
    )
    return [(label, text) for label, text in facts if text]


def summary(sheet: Sheet) -> str:
    """One sentence on what was found."""
    if not sheet.findings:
        return "本次复核未发现问题。"
    listed = "、".join(f"{SEVERITIES[name]} {count} 处" for name, count in sheet.counts.items() if count)
    return f"本次复核发现 {len(sheet.findings)} 处需核对：{listed}。请逐条核实，更正后重新报送，或说明理由。"


def expectation(finding: Finding) -> str:
    """What stands there and what the report's other figures give, as far as the rule can tell."""
    parts = (("所印", finding.actual), ("据报告推算", finding.expected))
    return "；".join(f"{label}：{text}" for label, text in parts if text)


def plain(number: Decimal) -> str:
    """A number without the zeros that its type adds."""
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
