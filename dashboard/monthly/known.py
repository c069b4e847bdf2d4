"""What was known of a month, and when: the rows that all figures of one bulletin come from.

A bulletin on a past month says what was known when the month ended. Ledgers come in the days after; so where nothing of
the month had come by its end, the bulletin says what was known at the end of the month in which the first of it came.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Any, Literal

from dashboard.access import Gate
from dashboard.monthly.month import Month
from dashboard.monthly.scope import Scope, scope_of
from dashboard.thresholds import LOW_EXECUTION
from ingest.publish import Generation

Source = Literal["ledger", "reports"]

SLOW_GAP = 0.10
"""A project is slow when its rate is more than this behind the time gone by; the marts' `slow_progress_gap`."""

_ALWAYS = dt.datetime(9999, 1, 1)
_MOST_ROWS = 1_000_000
_PARAMETER = re.compile(r"\$([a-z_]+)")

_KNOWN = "versions.known_from < $known_at AND (versions.known_to IS NULL OR versions.known_to >= $known_at)"
_DIVISIONS = """
    SELECT
        region_code,
        CASE $below
            WHEN 'province' THEN coalesce(province_code, region_code)
            WHEN 'prefecture' THEN coalesce(prefecture_code, province_code, region_code)
            ELSE region_code
        END AS division_code
    FROM dim_regions
    WHERE $region::VARCHAR IS NULL OR $region IN (region_code, prefecture_code, province_code)"""
# As int_ledger_versions and int_monthly_execution have it, at a moment of the past.
_LEDGER = f"""
    SELECT
        * EXCLUDE (position),
        coalesce(
            executed_to_date_wan,
            CASE WHEN count(executed_in_month_wan) OVER year_so_far = month(month)
                THEN sum(executed_in_month_wan) OVER year_so_far END
        ) AS to_date_wan,
        coalesce(
            executed_in_month_wan,
            CASE
                WHEN month(month) = 1 THEN executed_to_date_wan
                WHEN lag(month) OVER year_so_far = month - INTERVAL 1 MONTH
                    THEN executed_to_date_wan - lag(executed_to_date_wan) OVER year_so_far
            END
        ) AS in_month_wan
    FROM (
        SELECT
            versions.document_id, versions.is_synthetic, divisions.division_code, versions.organization_id,
            versions.project_id, versions.organization_name, versions.project_name, versions.fiscal_year,
            versions.month, versions.annual_budget_wan, versions.executed_to_date_wan, versions.executed_in_month_wan,
            versions.reported_execution_rate,
            row_number() OVER (
                PARTITION BY versions.project_id, versions.month
                ORDER BY versions.known_from DESC, versions.report_id, versions.version_no DESC
            ) AS position
        FROM fct_monthly_versions AS versions
        INNER JOIN divisions ON versions.region_code = divisions.region_code
        WHERE versions.subject = 'project' AND versions.month BETWEEN $first_month AND $this_month AND {_KNOWN}
    )
    WHERE position = 1
    WINDOW year_so_far AS (PARTITION BY project_id, fiscal_year ORDER BY month)"""
_FILED = f"""
    SELECT
        versions.*,
        divisions.division_code,
        documents.filed_month,
        row_number() OVER (
            PARTITION BY
                versions.subject, coalesce(versions.project_id, versions.organization_id), versions.fiscal_year
            ORDER BY versions.precedence
        ) = 1 AS counts_in_totals
    FROM fct_evaluation_versions AS versions
    INNER JOIN dim_documents AS documents ON versions.document_id = documents.document_id
    INNER JOIN divisions ON versions.region_code = divisions.region_code
    WHERE documents.filed_month <= $this_month AND {_KNOWN}"""
_STANDING = {
    "ledger": """
    SELECT
        month, document_id, is_synthetic, division_code, organization_id, project_id, organization_name, project_name,
        annual_budget_wan AS budget_wan, to_date_wan AS executed_wan, in_month_wan,
        coalesce(CAST(to_date_wan AS DOUBLE) / nullif(CAST(annual_budget_wan AS DOUBLE), 0), reported_execution_rate)
            AS execution_rate,
        round(execution_rate - CAST(month(month) AS DOUBLE) / 12, 9) < -$slow_gap AS is_slow
    FROM ledger""",
    "reports": """
    SELECT
        months.month, filed.document_id, filed.is_synthetic, filed.division_code, filed.organization_id,
        filed.project_id, filed.organization_name, filed.project_name, filed.budget_wan, filed.executed_wan,
        CAST(NULL AS DECIMAL(20, 6)) AS in_month_wan, filed.execution_rate,
        filed.execution_rate < $slow_rate AS is_slow
    FROM filed
    INNER JOIN (
        SELECT CAST(unnest(generate_series($first_month::DATE, $this_month::DATE, INTERVAL 1 MONTH)) AS DATE) AS month
    ) AS months ON filed.filed_month BETWEEN date_trunc('year', months.month) AND months.month
    WHERE filed.subject = 'project' AND filed.counts_in_totals""",
}
_FIRST_CAME = {
    "ledger": """
SELECT min(versions.known_from) AS came
FROM fct_monthly_versions AS versions
INNER JOIN divisions ON versions.region_code = divisions.region_code
WHERE versions.subject = 'project' AND versions.month = $this_month
""",
    "reports": """
SELECT min(versions.known_from) AS came
FROM fct_evaluation_versions AS versions
INNER JOIN dim_documents AS documents ON versions.document_id = documents.document_id
INNER JOIN divisions ON versions.region_code = divisions.region_code
WHERE documents.filed_month = $this_month
""",
}


class NothingKnown(Exception):
    """Nothing is known of the month."""


@dataclass(frozen=True, slots=True)
class Known:
    """What one bulletin may know: the rows that stood at the moment `known_at`, in one generation.

    `source` says whether the month's spending is read from ledgers or, where none came, from the reports filed since
    January. `known_at` is None where everything counts that is known now; `is_late` says that nothing had come by the
    month's end, so that the moment is a later one. `settled_by` ends the time in which faults count as settled in the
    month.
    """

    gate: Gate
    generation: Generation
    scope: Scope
    month: Month
    source: Source
    known_at: dt.datetime | None
    is_late: bool
    settled_by: dt.datetime

    @property
    def last_day(self) -> dt.date:
        """The last day of which anything can be known here."""
        published = self.generation.published_at.astimezone().date()
        return published if self.known_at is None else min(self.known_at.date() - dt.timedelta(days=1), published)

    def rows(self, question: str, *, this_year_only: bool = False) -> list[dict[str, Any]]:
        """The rows that a SELECT gives of these tables: `ledger`; `filed`, the reports filed until then; `standing`, a
        project's money at the end of each month of this year and the last, or of this year only; `divisions`. What it
        does not name costs nothing."""
        tables = {"divisions": _DIVISIONS, "ledger": _LEDGER, "filed": _FILED, "standing": _STANDING[self.source]}
        january = Month(self.month.year if this_year_only else self.month.year - 1, 1)
        parameters = self._parameters() | {"first_month": january.first_day}
        return _rows(self.gate, self.generation, tables, question, parameters)

    def _parameters(self) -> dict[str, object]:
        return _of_scope(self.scope) | {
            "known_at": self.known_at or _ALWAYS,
            "settled_by": self.settled_by,
            "last_day": self.last_day,
            "this_month": self.month.first_day,
            "month_before": self.month.plus(-1).first_day,
            "earlier_this_year": self.month.plus(-1).first_day if self.month.number > 1 else None,
            "year_before": self.month.plus(-12).first_day,
            "slow_gap": SLOW_GAP,
            "slow_rate": LOW_EXECUTION,
        }


def known_of(
    gate: Gate,
    month: Month,
    region_code: str | None = None,
    *,
    as_known_now: bool = False,
    as_of: dt.date | None = None,
) -> Known:
    """What was known of a month. `as_of` is a day at whose end it is looked at, instead of the usual moment.

    Raises `NothingKnown`, and `UnknownRegion` for a code that is no division's.
    """
    generation = gate.generation()
    scope = scope_of(gate, generation, region_code)
    where = scope.name or "any division"
    latest = None if as_of is None else dt.datetime.combine(as_of + dt.timedelta(days=1), dt.time())
    parameters = _of_scope(scope) | {"this_month": month.first_day}
    sources: tuple[Source, ...] = ("ledger", "reports")
    for source in sources:
        [row] = _rows(gate, generation, {"divisions": _DIVISIONS}, _FIRST_CAME[source], parameters)
        came = row["came"]
        if came is None or (latest is not None and came >= latest):
            continue
        usual = max(month.end, Month.holding(came).end)
        known_at = None if as_known_now else latest or usual
        is_late = known_at == usual and usual > month.end
        return Known(gate, generation, scope, month, source, known_at, is_late, latest or usual)
    until = f" by the end of {as_of}" if as_of else ""
    raise NothingKnown(f"nothing is known{until} of {month} in {where}: no project in a ledger, no report filed in it")


def _of_scope(scope: Scope) -> dict[str, object]:
    return {"region": scope.region_code, "below": scope.below}


def _rows(
    gate: Gate, generation: Generation, tables: dict[str, str], question: str, parameters: dict[str, object]
) -> list[dict[str, Any]]:
    """The rows of a SELECT of the tables; of the parameters those that it names are given."""
    statement = "WITH " + ",\n".join(f"{name} AS ({sql}\n)" for name, sql in tables.items()) + f"\n{question}"
    named = {name: value for name, value in parameters.items() if name in set(_PARAMETER.findall(statement))}
    return gate.query(statement, named, rows=_MOST_ROWS, of=generation).frame.to_dicts()
