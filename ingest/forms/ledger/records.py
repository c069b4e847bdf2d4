"""The records of monthly ledgers. They are loaded like those of `ingest.records`."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from ingest.evidence import Evidence


@dataclass(slots=True)
class Ledger:
    """One table of monthly execution: what stands around it and holds for all its rows.

    series: the title without its year, its month and words for a correction, the same in every month's ledger;
    organization_name: the unit that made it, or that all its rows speak of.
    """

    TABLE: ClassVar[str] = "ledgers"
    report_no: int
    title: str | None
    series: str
    organization_name: str | None
    evidence: Evidence


@dataclass(slots=True)
class LedgerRow:
    """One printed row of a ledger.

    kind: item (a project's, or a unit's where no projects are listed) | total | part (其中: of the row above);
    reach, of a total: unit | group | ledger; adds_from, adds_to: the `entry_no` of the first and the last row that it
    stands for.
    """

    TABLE: ClassVar[str] = "ledger_rows"
    report_no: int
    entry_no: int
    kind: str
    reach: str | None
    adds_from: int | None
    adds_to: int | None
    organization_name: str | None
    department_name: str | None
    region_text: str | None
    project_name: str | None
    project_code: str | None
    fund_text: str | None
    evidence: Evidence


@dataclass(slots=True)
class LedgerFigure:
    """One figure of a ledger's row; one that holds for several months is a record for each.

    month: its first day; measure: initial_budget | budget_adjustment | annual_budget | funds_received |
    issued | executed_to_date | executed_in_month | execution_rate | balance; number, unit, unit_source, decimals: as of
    `Amount`.
    """

    TABLE: ClassVar[str] = "ledger_figures"
    report_no: int
    entry_no: int
    month: dt.date
    measure: str
    value_text: str
    unit_text: str | None
    number: Decimal
    unit: str
    unit_source: str
    decimals: int
    evidence: Evidence
