"""The records that forms give and `load` writes to schema `raw`: verbatim text beside the parsed value, with evidence.

One record class is one raw table; the class attribute `TABLE` names it. `load` adds `document_id` and `report_id`
to every row. Numbers are as printed (75 for 75%), the unit beside them; conversion is dbt's work.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from decimal import Decimal
from typing import ClassVar

from ingest.evidence import Evidence
from ingest.forms.ledger.records import Ledger, LedgerFigure, LedgerRow
from ingest.observations.records import (
    BlankField,
    GoalLikeness,
    GoalQuantity,
    IssuePlace,
    Leftover,
    ListedAttachment,
    NamedProject,
    NameVariant,
    Passage,
    TextRatio,
)


@dataclass(slots=True)
class Report:
    """One evaluation report of one subject.

    form: department_evaluation | score_sheet | narrative | project_self_evaluation | department_self_evaluation
    subject: project | department; evaluation_kind: self | department | fiscal
    title_year, money_year, table_year: the fiscal years that the report's title, the dates of its money and the
    titles of its tables give, or else the period of the project; grade: excellent | good | fair | poor.
    """

    TABLE: ClassVar[str] = "reports"
    report_no: int
    form: str
    subject: str
    evaluation_kind: str = "self"
    printed_evaluation_kind: str | None = None
    title: str | None = None
    project_name: str | None = None
    organization_name: str | None = None
    department_name: str | None = None
    region_text: str | None = None
    project_type: str | None = None
    title_year: int | None = None
    money_year: int | None = None
    table_year: int | None = None
    evaluation_date: dt.date | None = None
    evaluation_month: dt.date | None = None
    goal_text: str | None = None
    completion_text: str | None = None
    grade: str | None = None
    grade_text: str | None = None


@dataclass(slots=True)
class ReportField:
    """Where a fact about the report as a whole is printed.

    field: title | title_year | money_year | table_year | project_name | organization_name | department_name |
    evaluation_date | grade (one row per place; `grade` also for a grade line on which nothing is ticked, value None) |
    goal_deadline (a year) | budget_adjusted, low_execution_reason (the sentence that says so).
    """

    TABLE: ClassVar[str] = "report_fields"
    report_no: int
    field: str
    value_text: str | None
    evidence: Evidence


@dataclass(slots=True)
class FundingLine:
    """One printed funding line (or one that only prose holds). Its figures are the `Amount`s with its `line_no`."""

    TABLE: ClassVar[str] = "funding_lines"
    report_no: int
    line_no: int
    parent_line_no: int | None
    line_label: str
    line_kind: str
    fund_level: str | None
    fund_origin: str | None
    expenditure_category: str | None
    origin: str
    is_headline: bool
    evidence: Evidence


@dataclass(slots=True)
class Amount:
    """One figure in one place.

    measure: the contract's closed list; number: as printed;
    unit: yuan | wan | yi (亿元) | percent | fraction | points | unknown;
    unit_text: the unit as printed or None; unit_source: printed (with the figure) | heading | inferred;
    decimals: digits printed behind the point; is_line_cell: the figure is the line's own (else prose repeats it);
    year: a year that the words tie the figure to; is_explicit: the words name both the measure and its year;
    is_approximate: they say that it is rounded (约);
    section, section_level: the group of indicators that points are of, as its name is printed, and its level.
    """

    TABLE: ClassVar[str] = "amounts"
    report_no: int
    amount_no: int
    line_no: int | None
    is_line_cell: bool
    about: str
    measure: str
    value_text: str
    unit_text: str | None
    number: Decimal
    unit: str
    unit_source: str
    decimals: int
    year: int | None
    origin: str
    evidence: Evidence
    is_explicit: bool = False
    is_approximate: bool = False
    section: str | None = None
    section_level: int | None = None


@dataclass(slots=True, kw_only=True)
class Indicator:
    """One third-level indicator row as printed; `is_execution_row` marks the points for the execution rate that
    stand in the funding table, or below the indicators under none of their levels. `read_shifted`: the row was pasted
    beside its columns and read by what its cells are.

    target_col_no, actual_col_no: their columns, given also where the cell is blank; None where the form has none.
    comparison (ge | gt | le | lt | eq), target_number, actual_number, actual_decimals: given only where target and
    actual value are plain numbers of one unit, `measured_unit`. target_years: the years of the target's deadlines.
    stated_reason: why points were lost, as its row or else the prose says.
    deduction_step: what the criterion's deductions are multiples of. How the criterion turns a rate into points:
    full marks from `full_marks_rate` percent on, below `rate_step_points` less for every `rate_step` percent;
    `scoring_is_open`: it says something else that is not understood.
    """

    TABLE: ClassVar[str] = "indicators"
    report_no: int
    indicator_no: int = 0
    level1: str | None = None
    level2: str | None = None
    level3: str | None = None
    level1_weight: Decimal | None = None
    level2_weight: Decimal | None = None
    weight: Decimal | None = None
    score: Decimal | None = None
    weight_text: str | None = None
    score_text: str | None = None
    deduction: Decimal | None = None
    deduction_reason: str | None = None
    stated_reason: str | None = None
    target_operator: str | None = None
    target_value_text: str | None = None
    target_unit: str | None = None
    actual_value_text: str | None = None
    explanation: str | None = None
    criteria: str | None = None
    is_execution_row: bool = False
    read_shifted: bool = False
    weight_col_no: int | None = None
    score_col_no: int | None = None
    target_col_no: int | None = None
    actual_col_no: int | None = None
    comparison: str | None = None
    target_number: Decimal | None = None
    actual_number: Decimal | None = None
    actual_decimals: int | None = None
    measured_unit: str | None = None
    target_years: str | None = None
    deduction_step: Decimal | None = None
    full_marks_rate: Decimal | None = None
    rate_step: Decimal | None = None
    rate_step_points: Decimal | None = None
    scoring_is_open: bool = False
    evidence: Evidence


@dataclass(slots=True)
class Issue:
    """A problem, suggestion or practice that the report itself states. kind: problem | suggestion | practice."""

    TABLE: ClassVar[str] = "issues"
    report_no: int
    issue_no: int
    kind: str
    category: str | None
    text: str
    evidence: Evidence


@dataclass(slots=True)
class Notice:
    """What reading had to say of a place.

    kind: row_shifted (`detail`: how it was read, as name｜weight｜score) | unit_inferred (`detail`: the unit taken) |
    not_understood (`detail`: why, in Chinese / English).
    """

    TABLE: ClassVar[str] = "notices"
    report_no: int | None
    notice_no: int
    kind: str
    detail: str
    evidence: Evidence


@dataclass(slots=True)
class Unplaced:
    """A figure in a money, rate or score context that no record holds. `about`: the label that gives the context."""

    TABLE: ClassVar[str] = "unplaced_figures"
    report_no: int | None
    unplaced_no: int
    context: str
    about: str
    value_text: str
    evidence: Evidence


@dataclass(slots=True)
class Extraction:
    """All that was understood of one document."""

    reports: list[Report] = field(default_factory=list)
    report_fields: list[ReportField] = field(default_factory=list)
    funding_lines: list[FundingLine] = field(default_factory=list)
    amounts: list[Amount] = field(default_factory=list)
    indicators: list[Indicator] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    unplaced: list[Unplaced] = field(default_factory=list)
    text_ratios: list[TextRatio] = field(default_factory=list)
    goal_quantities: list[GoalQuantity] = field(default_factory=list)
    goal_likenesses: list[GoalLikeness] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)
    leftovers: list[Leftover] = field(default_factory=list)
    blank_fields: list[BlankField] = field(default_factory=list)
    listed_attachments: list[ListedAttachment] = field(default_factory=list)
    named_projects: list[NamedProject] = field(default_factory=list)
    issue_places: list[IssuePlace] = field(default_factory=list)
    name_variants: list[NameVariant] = field(default_factory=list)
    ledgers: list[Ledger] = field(default_factory=list)
    ledger_rows: list[LedgerRow] = field(default_factory=list)
    ledger_figures: list[LedgerFigure] = field(default_factory=list)
