"""All figures of one bulletin."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from dashboard.access import Gate
from dashboard.monthly.execution import (
    Compared,
    Lagging,
    Ranked,
    Total,
    Year,
    compared,
    lagging,
    rankings,
    totals,
    years,
)
from dashboard.monthly.filings import Filings, filings
from dashboard.monthly.findings import Findings, findings
from dashboard.monthly.known import Known, known_of
from dashboard.monthly.month import Month

_REPORTS = """
SELECT
    CAST(count(*) AS INTEGER) AS report_count,
    CAST(count(*) FILTER (is_synthetic) AS INTEGER) AS synthetic_count
FROM filed
"""


@dataclass(frozen=True, slots=True)
class Reports:
    """The reports filed until the month's end."""

    report_count: int
    synthetic_count: int


@dataclass(frozen=True, slots=True)
class Figures:
    """What is known of a month, ready to be said. `totals` is by the months' first days."""

    known: Known
    totals: dict[dt.date, Total]
    compared: Compared | None
    divisions: tuple[Ranked, ...]
    units: tuple[Ranked, ...]
    lagging: tuple[Lagging, ...]
    years: tuple[Year, ...]
    filings: Filings
    findings: tuple[Findings, ...]
    reports: Reports

    @property
    def month(self) -> Month:
        return self.known.month

    @property
    def is_of_ledger(self) -> bool:
        return self.known.source == "ledger"

    def total(self, months_back: int = 0) -> Total | None:
        """The money so many months before; None where nothing is known of that month."""
        return self.totals.get(self.month.plus(-months_back).first_day)

    @property
    def lacks_amounts_in_month(self) -> bool:
        """Whether what was spent in a month is in some months that of a part of the projects."""
        return any(0 < total.in_month_count < total.project_count for total in self.totals.values())

    @property
    def ledger_count(self) -> int:
        """The ledgers of the month."""
        total = self.total()
        return total.document_count if self.is_of_ledger and total is not None else 0

    @property
    def synthetic_share(self) -> float:
        """How much of what the figures come from is made up, rows of this month's ledgers and reports together."""
        total = self.total() if self.is_of_ledger else None
        rows = self.reports.report_count + (total.project_count if total else 0)
        made_up = self.reports.synthetic_count + (total.synthetic_count if total else 0)
        return made_up / rows if rows else 0.0

    def rate_change(self, months_back: int) -> float | None:
        """The execution rate beside that of so many months before; January, when spending begins anew, is set beside no
        month before."""
        if months_back < 12 and months_back >= self.month.number:
            return None
        now, then = self.total(), self.total(months_back)
        if now is None or then is None or now.execution_rate is None or then.execution_rate is None:
            return None
        return now.execution_rate - then.execution_rate

    def gap(self, total: Total | None) -> float | None:
        """The execution rate less the time gone by; None where the money is that of whole years' reports."""
        if not self.is_of_ledger or total is None or total.execution_rate is None:
            return None
        return total.execution_rate - Month.holding(total.month).time_progress


def figures_of(
    gate: Gate,
    month: Month,
    region_code: str | None = None,
    *,
    as_known_now: bool = False,
    as_of: dt.date | None = None,
) -> Figures:
    """Ask the marts for all figures of a month.

    Raises `NothingKnown` where there is none, and `UnknownRegion` for a code that is no division's.
    """
    known = known_of(gate, month, region_code, as_known_now=as_known_now, as_of=as_of)
    divisions, units = rankings(known)
    [reports] = known.rows(_REPORTS)
    return Figures(
        known=known,
        totals=totals(known),
        compared=compared(known),
        divisions=divisions,
        units=units,
        lagging=lagging(known),
        years=years(known),
        filings=filings(known),
        findings=findings(known),
        reports=Reports(**reports),
    )
