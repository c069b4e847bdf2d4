"""What was expected, what of it was filed, and what came that nobody expected.

Years, districts and departments narrow these; a report that is missing has no form, score or rate.
"""

from __future__ import annotations

import datetime as dt
from textwrap import dedent
from typing import Any

import polars as pl

from dashboard.filters import Filters
from dashboard.published import Answer, answer, ask

_CONDITIONS = {
    "years": "expected.fiscal_year IN $years",
    "districts": (
        "(expected.region_code IN $districts OR regions.prefecture_code IN $districts"
        " OR regions.province_code IN $districts)"
    ),
    "departments": "expected.department_id IN $departments",
}
_FROM = """
FROM marts.{table} AS expected
LEFT JOIN marts.dim_regions AS regions USING (region_code)
{where}
"""
_COUNTS = """
    CAST(sum(expected_count) AS INTEGER) AS expected_count,
    CAST(sum(filed_count) AS INTEGER) AS filed_count,
    CAST(sum(late_count) AS INTEGER) AS late_count,
    CAST(sum(missing_count) AS INTEGER) AS missing_count,
    CAST(sum(CASE WHEN deadline < $today THEN missing_count ELSE 0 END) AS INTEGER) AS overdue_count
"""


def has_roster() -> bool:
    """Whether anything is expected at all."""
    return bool(ask("SELECT count(*) FROM marts.fct_expected_filings").item())


def is_made_up() -> bool:
    """Whether the roster says of itself that it is."""
    return bool(ask("SELECT bool_or(is_synthetic) FROM marts.fct_expected_filings").item())


def totals(filters: Filters, today: dt.date) -> pl.DataFrame:
    """One row: expected, filed in time, late, missing, and of these those whose deadline has passed by `today`."""
    return _asked("SELECT" + _COUNTS, "agg_filings_by_unit", filters, today=today).frame


def by_district(filters: Filters, today: dt.date) -> Answer:
    """The same for each `district`, those with most missing first."""
    return _asked(
        "SELECT region_code, regions.region_name AS district," + _COUNTS,
        "agg_filings_by_unit",
        filters,
        "GROUP BY ALL ORDER BY missing_count DESC, late_count DESC, region_code",
        today=today,
    )


def by_unit(filters: Filters, today: dt.date) -> pl.DataFrame:
    """The same for each unit, year and deadline, those with most missing first."""
    return _asked(
        "SELECT organization_name AS unit, regions.region_name AS district, fiscal_year, deadline," + _COUNTS,
        "agg_filings_by_unit",
        filters,
        "GROUP BY ALL ORDER BY overdue_count DESC, missing_count DESC, late_count DESC, deadline, unit, fiscal_year",
        today=today,
    ).frame


def to_chase(filters: Filters, today: dt.date) -> pl.DataFrame:
    """Every report that is missing, those overdue longest first; `days_overdue` is NULL before the deadline."""
    return _asked(
        """
        SELECT
            organization_name AS unit, regions.region_name AS district, department_name AS department,
            expected.subject AS expected_subject, project_name AS project, fiscal_year, deadline,
            CASE WHEN deadline < $today THEN CAST(date_diff('day', deadline, $today) AS INTEGER) END AS days_overdue,
            unlisted_count
        """,
        "fct_expected_filings",
        filters,
        "ORDER BY days_overdue DESC NULLS LAST, deadline NULLS LAST, region_code, unit, project NULLS FIRST",
        extra="state = 'missing'",
        today=today,
    ).frame


def late(filters: Filters) -> pl.DataFrame:
    """Every report that came late, the latest first."""
    return _asked(
        """
        SELECT
            report_id, organization_name AS unit, regions.region_name AS district, expected.subject AS expected_subject,
            project_name AS project, fiscal_year, deadline, CAST(first_filed_at AS DATE) AS filed_on, days_late
        """,
        "fct_expected_filings",
        filters,
        "ORDER BY days_late DESC, region_code, unit, project NULLS FIRST",
        extra="state = 'late'",
    ).frame


def unlisted(filters: Filters) -> pl.DataFrame:
    """Every report of the roster's years that it does not expect."""
    return _asked(
        """
        SELECT
            report_id, expected.organization_name AS unit, regions.region_name AS district,
            coalesce(
                project_name, title,
                (SELECT source_name FROM marts.dim_documents WHERE document_id = expected.document_id)
            ) AS name,
            fiscal_year, reason AS unlisted_reason,
            CAST(first_filed_at AS DATE) AS filed_on
        """,
        "fct_unlisted_filings",
        filters,
        "ORDER BY fiscal_year DESC NULLS LAST, region_code, unit, name",
    ).frame


def _asked(
    select: str, table: str, filters: Filters, rest: str = "", *, extra: str | None = None, **parameters: Any
) -> Answer:
    chosen: dict[str, Any] = {name: getattr(filters, name) for name in _CONDITIONS if getattr(filters, name)}
    conditions = [*(_CONDITIONS[name] for name in chosen), *([extra] if extra else [])]
    where = "WHERE " + " AND ".join(conditions) if conditions else ""
    statement = "\n".join([dedent(select).strip(), _FROM.format(table=table, where=where).strip(), rest])
    return answer(statement, **chosen, **parameters)
