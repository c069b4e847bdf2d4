"""A home with the ledgers of two counties and their reports, small enough to reckon by hand.

Prefecture 530100 holds 五华区 (530102) and 富民县 (530124). The ledgers of May 2025 came on 3 June; 河道治理 was
corrected on 10 July, from 62 to 65. Amounts are in 万元.
"""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import duckdb
from published_fixture import build, insert

from ingest.home import Home

PROJECTS = {
    # project: region, unit, name, budget
    "p1": ("530102", "u1", "道路养护", 200),
    "p2": ("530102", "u1", "绿化", 100),
    "p3": ("530124", "u2", "设备购置", 50),
    "p4": ("530124", "u2", "培训", 50),
    "p5": ("530102", "u4", "河道治理", 100),
}
SPENT = {
    # month, when its ledger came: spent to date
    ("2024-05-01", "2024-06-03"): {"p1": 60, "p2": 50, "p4": 20},
    ("2024-12-01", "2025-01-06"): {"p1": 190},
    ("2025-01-01", "2025-02-06"): {"p1": 15},
    ("2025-04-01", "2025-05-06"): {"p1": 70, "p2": 10, "p3": 0, "p4": 30, "p5": 60},
    ("2025-05-01", "2025-06-03"): {"p1": 90, "p2": 10, "p3": 0, "p4": 30, "p5": 62},
}
CORRECTED = ("p5", "2025-05-01", "2025-07-10", 65)

EVALUATIONS = {
    # report: previous, subject, project, unit, region, year, filed, known from, known to, score, grade, budget, spent
    "e0": (None, "p1", "u1", "530102", 2024, "2025-03-01", "2025-03-05", "2025-05-10", 95, "excellent", 180, 171),
    "e1": ("e0", "p1", "u1", "530102", 2024, "2025-03-01", "2025-05-10", None, 92, "excellent", 180, 171),
    "e2": (None, "p4", "u2", "530124", 2024, "2025-05-01", "2025-05-12", None, 75, "fair", 50, 20),
    "e3": (None, None, "u1", "530102", 2024, "2025-05-01", "2025-05-20", None, 88, "good", 230, 200),
    "e4": (None, "p1", "u1", "530102", 2023, "2024-05-01", "2024-05-15", None, 90, "excellent", 100, 80),
}
FINDINGS = {
    # finding and fault: report, rule, title, severity
    "f1": ("e2", "weight_sum", "分值合计", "error"),
    "f2": ("e3", "grade_band", "等次与总分", "warning"),
    "f3": ("e1", "grade_band", "等次与总分", "warning"),
    "f4": ("e0", "score_sum", "得分合计", "error"),
    "f5": ("e1", "score_sum", "得分合计", "error"),
}
"""f4 is gone from the second version of its report; f5 was dismissed on 15 May."""
LEDGER_FINDINGS = {"f6": "2025-05-01", "f7": "2025-04-01", "f8": None}
"""Findings on May's ledger and their months: f7 is on April, which its file holds too, f8 on the file as a whole."""


def build_home(root: Path) -> Home:
    """Publish it."""
    return build(root, _fill)


def _fill(database: duckdb.DuckDBPyConnection) -> None:
    insert(database, "dim_organizations", organization_id="u4", organization_name="五华区水务局", region_code="530102")
    for (month, came), spent in SPENT.items():
        for project, executed in spent.items():
            corrected = (project, month) == CORRECTED[:2]
            _ledger_row(database, project, month, came, CORRECTED[2] if corrected else None, executed)
    project, month, came, executed = CORRECTED
    _ledger_row(database, project, month, came, None, executed, version=2)
    insert(
        database,
        "fct_monthly_versions",
        **_keys("ledger-total", "doc-2025-05-01", "department", None, "u1", "530102", 2025),
        version_no=1,
        known_from="2025-06-03",
        month="2025-05-01",
        annual_budget_wan=300,
        executed_to_date_wan=100,
    )
    for report_id in EVALUATIONS:
        _report(database, report_id)
    for finding, (report_id, rule, title, severity) in FINDINGS.items():
        _finding(database, finding, report_id, rule, title, severity)
    insert(
        database,
        "fct_review_decisions",
        decision_no=1,
        decided_at="2025-05-15 10:00:00",
        reviewer="某",
        action="dismiss",
        rule_id="score_sum",
        finding_id="f5",
        report_id="e1",
    )
    for finding, month in LEDGER_FINDINGS.items():
        insert(
            database,
            "fct_review_findings",
            **_keys("ledger-1", "doc-2025-05-01-1", "project", "p2", "u1", "530102", 2025),
            finding_id=finding,
            fault_id=f"fault-{finding}",
            rule_id="ledger_rate",
            severity="error",
            rule_title_zh="进度与金额",
            rule_title_en="ledger_rate",
            decision="open",
            ledger_month=month,
        )
    roster = (
        ("filed", "2025-03-05", "2025-03-31"),
        ("late", "2025-05-12", "2025-03-31"),
        ("missing", None, "2025-06-30"),
        ("missing", None, "2025-07-01"),
    )
    for number, (state, filed_at, deadline) in enumerate(roster):
        insert(
            database,
            "fct_expected_filings",
            filing_id=str(number),
            fiscal_year=2024,
            subject="unit",
            region_code="530102",
            organization_id=f"u{number}",
            department_id=f"u{number}",
            organization_name=f"应报单位{number}",
            state=state,
            first_filed_at=filed_at,
            deadline=deadline,
        )


def _keys(
    report_id: str, document_id: str, subject: str, project: str | None, unit: str, region: str, year: int
) -> dict[str, object]:
    return {
        "report_id": report_id,
        "document_id": document_id,
        "subject": subject,
        "fiscal_year": year,
        "region_code": region,
        "organization_id": unit,
        "department_id": unit,
        "project_id": project,
        "is_synthetic": False,
    }


def _ledger_row(
    database: duckdb.DuckDBPyConnection,
    project: str,
    month: str,
    came: str,
    until: str | None,
    executed: int,
    version: int = 1,
) -> None:
    region, unit, name, budget = PROJECTS[project]
    insert(
        database,
        "fct_monthly_versions",
        **_keys(f"ledger-{version}", f"doc-{month}-{version}", "project", project, unit, region, int(month[:4])),
        version_no=version,
        known_from=came,
        known_to=until,
        month=month,
        project_name=name,
        annual_budget_wan=budget,
        executed_to_date_wan=executed,
    )


def _report(database: duckdb.DuckDBPyConnection, report_id: str) -> None:
    previous, project, unit, region, year, filed, since, until, points, grade, budget, spent = EVALUATIONS[report_id]
    subject = "project" if project else "department"
    insert(database, "dim_documents", document_id=f"doc-{report_id}", filed_month=filed, status="loaded")
    insert(
        database,
        "fct_evaluation_versions",
        **_keys(report_id, f"doc-{report_id}", subject, project, unit, region, year),
        version_no=2 if previous else 1,
        known_from=since,
        known_to=until,
        previous_report_id=previous,
        evaluation_kind="self",
        reported_total_score=points,
        reported_grade=grade,
        budget_wan=budget,
        executed_wan=spent,
        execution_rate=float(Decimal(spent) / Decimal(budget)),
        project_name=PROJECTS[project][2] if project else None,
        precedence=list(EVALUATIONS).index(report_id),
    )


def _finding(
    database: duckdb.DuckDBPyConnection, finding: str, report_id: str, rule: str, title: str, severity: str
) -> None:
    previous, project, unit, region, year, _filed, since, until, *_rest = EVALUATIONS[report_id]
    keys = _keys(report_id, f"doc-{report_id}", "project" if project else "department", project, unit, region, year)
    said = {"finding_id": finding, "fault_id": f"fault-{finding}", "rule_id": rule, "severity": severity}
    said |= {"rule_title_zh": title, "rule_title_en": rule}
    insert(
        database,
        "fct_finding_versions",
        **said | keys,
        version_no=2 if previous else 1,
        known_from=since,
        known_to=until,
    )
    if until is None:
        insert(database, "fct_review_findings", **said | keys, decision="open")
