"""The bulletin's numbers are the marts': on the samples, with what is known now."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from dashboard.access import Gate
from dashboard.monthly.figures import Figures, figures_of
from dashboard.monthly.month import Month
from ingest.home import Home
from support.marts import Marts

LAST_MONTH = """
    SELECT strftime(max(filed_month), '%Y-%m') AS last FROM dim_documents JOIN fct_evaluations USING (document_id)
"""


@pytest.fixture
def gate(marts: Marts) -> Iterator[Gate]:
    gate = Gate(Home(marts.home))
    yield gate
    gate.close()


def latest(gate: Gate) -> Figures:
    """The bulletin of the last month in which anything was filed: it knows all reports."""
    return figures_of(gate, Month.of(gate.query(LAST_MONTH).frame.item()), as_known_now=True)


def asked(gate: Gate, sql: str) -> list[dict[str, Any]]:
    return gate.query(sql).frame.to_dicts()


def test_years_are_the_aggregates_of_the_years(gate: Gate) -> None:
    aggregates = """
        SELECT fiscal_year, executed_wan, covered_budget_wan, execution_rate, mean_score
        FROM agg_execution_by_region_year JOIN agg_scores_by_region_year USING (region_code, fiscal_year, scope)
        WHERE region_code = '530000' AND scope = 'with_subordinates' ORDER BY fiscal_year
    """
    said = [
        (year.fiscal_year, _plain(year.executed_wan), _plain(year.budget_wan), year.execution_rate, year.mean_score)
        for year in latest(gate).years
    ]
    assert said == [
        (
            row["fiscal_year"],
            _plain(row["executed_wan"]),
            _plain(row["covered_budget_wan"]),
            pytest.approx(row["execution_rate"]),
            pytest.approx(row["mean_score"]),
        )
        for row in asked(gate, aggregates)
    ]


def test_findings_are_the_open_ones(gate: Gate) -> None:
    found = latest(gate).findings
    counted = "SELECT severity, count(*) AS n FROM fct_review_findings WHERE decision <> 'dismissed' GROUP BY severity"
    assert {
        row["severity"]: sum(part.open_count for part in found if part.severity == row["severity"])
        for row in asked(gate, counted)
    } == {row["severity"]: row["n"] for row in asked(gate, counted)}


def test_reports_by_month_are_the_trends(gate: Gate) -> None:
    trend = """
        SELECT left(CAST(month AS VARCHAR), 7) AS month, report_count, mean_score FROM agg_monthly_trend
        WHERE region_code = '530000' AND scope = 'with_subordinates' AND source = 'reports' ORDER BY month
    """
    said = {str(Month.holding(part.month)): part for part in latest(gate).filings.by_month}
    assert said
    for row in asked(gate, trend):
        if row["month"] in said:
            part = said[row["month"]]
            assert (part.report_count, part.mean_score) == (row["report_count"], pytest.approx(row["mean_score"]))


def _plain(value: Any) -> float | None:
    return None if value is None else float(value)
