"""The evaluations: what was filed and when, its scores and grades, and what the roster still expects."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from dashboard.monthly.known import Known

_COUNTS = """
    CAST(count(*) FILTER (filed_month = $this_month) AS INTEGER) AS in_month,
    CAST(count(*) AS INTEGER) AS since_january,
    CAST(count(reported_total_score) AS INTEGER) AS scored_count,
    avg(CAST(reported_total_score AS DOUBLE)) AS mean_score,
    CAST(min(reported_total_score) AS DOUBLE) AS min_score,
    CAST(max(reported_total_score) AS DOUBLE) AS max_score,
    CAST(count(*) FILTER (reported_grade = 'excellent') AS INTEGER) AS excellent_count,
    CAST(count(*) FILTER (reported_grade = 'good') AS INTEGER) AS good_count,
    CAST(count(*) FILTER (reported_grade = 'fair') AS INTEGER) AS fair_count,
    CAST(count(*) FILTER (reported_grade = 'poor') AS INTEGER) AS poor_count,
    CAST(count(*) FILTER (reported_grade IS NULL) AS INTEGER) AS no_grade_count
"""
_BY_DIVISION = f"""
SELECT
    CASE
        WHEN grouping(filed.division_code) = 1 THEN '合计'
        WHEN filed.division_code = 'unknown' THEN '地区不详'
        ELSE min(regions.region_name)
    END AS name,
    {_COUNTS.strip()}
FROM filed
LEFT JOIN dim_regions AS regions ON filed.division_code = regions.region_code
WHERE filed_month >= date_trunc('year', $this_month::DATE)
GROUP BY GROUPING SETS ((filed.division_code), ())
ORDER BY grouping(filed.division_code), filed.division_code
"""
_EARLIER = """
SELECT
    CAST(count(*) FILTER (filed_month = $month_before) AS INTEGER) AS month_before,
    CAST(count(*) FILTER (filed_month BETWEEN date_trunc('year', $year_before::DATE) AND $year_before) AS INTEGER)
        AS year_before
FROM filed
"""
_BY_MONTH = """
SELECT
    filed_month AS month,
    CAST(count(*) AS INTEGER) AS report_count,
    avg(CAST(reported_total_score AS DOUBLE)) AS mean_score
FROM filed
WHERE filed_month >= $first_month
GROUP BY filed_month
ORDER BY filed_month
"""
_EXPECTED = """
SELECT
    expected.fiscal_year,
    CAST(count(*) AS INTEGER) AS expected_count,
    CAST(count(*) FILTER (first_filed_at < $known_at AND state = 'filed') AS INTEGER) AS filed_count,
    CAST(count(*) FILTER (first_filed_at < $known_at AND state = 'late') AS INTEGER) AS late_count,
    CAST(count(*) FILTER (first_filed_at IS NULL OR first_filed_at >= $known_at) AS INTEGER) AS missing_count,
    CAST(count(*) FILTER (deadline > $last_day AND (first_filed_at IS NULL OR first_filed_at >= $known_at)) AS INTEGER)
        AS not_due_count,
    coalesce(bool_or(expected.is_synthetic), FALSE) AS is_synthetic
FROM fct_expected_filings AS expected
INNER JOIN divisions ON expected.region_code = divisions.region_code
WHERE expected.fiscal_year BETWEEN year($this_month::DATE) - 2 AND year($this_month::DATE)
GROUP BY expected.fiscal_year
ORDER BY expected.fiscal_year DESC
"""


@dataclass(frozen=True, slots=True)
class Filed:
    """The reports of one division, or of all (`合计`), that were filed since January. Scores are over those that have
    one; grades are those that the reports give themselves."""

    name: str
    in_month: int
    since_january: int
    scored_count: int
    mean_score: float | None
    min_score: float | None
    max_score: float | None
    excellent_count: int
    good_count: int
    fair_count: int
    poor_count: int
    no_grade_count: int


@dataclass(frozen=True, slots=True)
class FiledInMonth:
    """The reports filed in one month."""

    month: dt.date
    report_count: int
    mean_score: float | None


@dataclass(frozen=True, slots=True)
class Expected:
    """What the roster expects for a budget year, by what came of it. Of the missing, `not_due_count` have time left."""

    fiscal_year: int
    expected_count: int
    filed_count: int
    late_count: int
    missing_count: int
    not_due_count: int
    is_synthetic: bool


@dataclass(frozen=True, slots=True)
class Filings:
    """All that was filed: the divisions, their sum, months, and the roster (none where there is none)."""

    total: Filed
    by_division: tuple[Filed, ...]
    in_month_before: int
    since_january_year_before: int
    by_month: tuple[FiledInMonth, ...]
    expected: tuple[Expected, ...]


def filings(known: Known) -> Filings:
    """The filings since January."""
    *by_division, total = (Filed(**row) for row in known.rows(_BY_DIVISION))
    [earlier] = known.rows(_EARLIER)
    return Filings(
        total,
        tuple(by_division),
        earlier["month_before"],
        earlier["year_before"],
        tuple(FiledInMonth(**row) for row in known.rows(_BY_MONTH)),
        tuple(Expected(**row) for row in known.rows(_EXPECTED)),
    )
