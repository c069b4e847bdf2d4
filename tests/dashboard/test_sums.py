"""Marts of sums say what the rows say that they are sums of: each question is asked of both, on the samples.

The sums have no column for the department, and those by unit none for the form: whoever names all of both gets the
rows of all reports.
"""

from __future__ import annotations

from collections.abc import Callable

import polars as pl
import pytest
from polars.testing import assert_frame_equal

from dashboard.filters import Filters
from dashboard.published import Answer
from dashboard.queries import district_years, findings, overview, patterns, regions, review, scores, units
from support.marts import Marts

QUESTIONS: dict[str, Callable[[Filters], Answer]] = {
    "key figures": overview.key_figures,
    "grades": overview.grades_by_year,
    "execution by county": lambda filters: district_years.execution_by_district_and_year(filters, "county", "code"),
    "execution by province": lambda filters: district_years.execution_by_district_and_year(filters, "province", "rate"),
    "provinces": lambda filters: regions.by_division(filters, regions.COUNTRY),
    "divisions of a city": lambda filters: regions.by_division(filters, "530100"),
    "dimensions": scores.by_dimension,
    "standard indicators": scores.standard_indicators,
    "points lost": scores.lost_by_indicator,
    "indicators of the units' own": scores.other_indicators,
    "findings by rule": findings.by_rule,
}
OF_SUMS = (
    "agg_reports_by_region_year",
    "agg_indicators_by_region_year",
    "agg_indicators_by_name",
    "agg_findings_by_region_year",
)
PATTERNS: dict[str, Callable[[Filters], pl.DataFrame]] = {
    "how units score": patterns.unit_scoring,
    "scores against execution": lambda filters: patterns.score_against_execution(filters).frame,
    "outliers": patterns.outliers,
    "what comes back": patterns.recurring,
    "resubmissions": patterns.resubmissions,
}


@pytest.fixture(autouse=True)
def home(marts: Marts, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JIXIAO_HOME", str(marts.home))


@pytest.fixture
def everything(marts: Marts) -> Filters:
    """Filters that leave all there is, by columns that the sums do not have."""
    named = {
        column: [row[column] for row in marts.rows(f"SELECT DISTINCT {column} FROM fct_evaluations")]
        for column in ("department_id", "form")
    }
    return Filters(departments=named["department_id"], forms=named["form"])


@pytest.mark.parametrize("years", [[], [2024]], ids=["all years", "one year"])
@pytest.mark.parametrize("question", QUESTIONS)
def test_sums_are_those_of_their_rows(question: str, years: list[int], everything: Filters) -> None:
    sums = QUESTIONS[question](Filters(years=years))
    rows = QUESTIONS[question](Filters(years=years, departments=everything.departments, forms=everything.forms))
    assert any(table in sums.statement for table in OF_SUMS) and not any(table in rows.statement for table in OF_SUMS)
    assert sums.frame.height
    assert_frame_equal(sums.frame, rows.frame, check_dtypes=False)


def test_units_by_dimension(everything: Filters) -> None:
    choices = units.choices(Filters())
    assert choices and choices == units.choices(everything)
    sums, rows = (units.by_dimension(filters, next(iter(choices))) for filters in (Filters(), everything))
    assert "agg_units_by_dimension" in sums.statement and "agg_units_by_dimension" not in rows.statement
    assert_frame_equal(sums.frame, rows.frame, check_dtypes=False)


@pytest.mark.parametrize("years", [[], [2024]], ids=["all years", "one year"])
@pytest.mark.parametrize("pattern", PATTERNS)
def test_patterns_need_no_look_at_the_reports(pattern: str, years: list[int], everything: Filters) -> None:
    """Filters that leave all there is are answered through the reports, no filters from the pattern's mart alone."""
    rows = PATTERNS[pattern](Filters(years=years, departments=everything.departments, forms=everything.forms))
    assert_frame_equal(PATTERNS[pattern](Filters(years=years)), rows)


def test_findings_to_work_through(everything: Filters) -> None:
    counts = review.finding_counts(Filters(), {})
    assert_frame_equal(counts, review.finding_counts(everything, {}), check_dtypes=False)
    assert findings.by_severity(Filters()) == findings.by_severity(everything)
    assert counts["finding_count"].sum() == sum(findings.by_severity(Filters()).values()) > 0


def test_only_the_first_rules_are_put_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    """The list cut short is the beginning of the whole list."""
    counts = review.finding_counts(Filters(), {})
    whole = review.findings(Filters(), {}, {}, counts)["finding_id"].to_list()
    monkeypatch.setattr(review, "MOST_LISTED", 7)
    assert review.findings(Filters(), {}, {}, counts)["finding_id"].to_list() == whole[:7]
    warnings = {"severity": ["warning"]}
    cut = review.findings(Filters(), {}, warnings, counts)
    assert cut.height == 7 and set(cut["severity"]) == {"warning"}
