"""The money on its way from the initial budget to what was spent."""

from __future__ import annotations

from dashboard.filters import Filters
from dashboard.published import Answer
from dashboard.queries.chosen import named, of_rows

MOST_LISTED = 100
FIRST_STAGES = ("initial", "added", "unstated", "extra", "beyond")

_MONEY = """
, money AS MATERIALIZED (
    SELECT
        report_id, initial_budget_wan AS initial, budget_wan AS budget, funds_received_wan AS received,
        executed_wan AS executed
    FROM facts
    WHERE is_headline AND subject = 'project' AND counts_in_totals AND budget_wan IS NOT NULL
)
"""
_LINKS = (
    ("initial", "budget", "CASE WHEN initial IS NOT NULL THEN least(initial, budget) END"),
    ("initial", "cut", "initial - budget"),
    ("added", "budget", "budget - initial"),
    ("unstated", "budget", "CASE WHEN initial IS NULL THEN budget END"),
    ("budget", "received", "CASE WHEN received IS NOT NULL THEN least(budget, received) END"),
    ("budget", "not_received", "budget - received"),
    ("extra", "received", "received - budget"),
    ("received", "executed", "CASE WHEN received + executed IS NOT NULL THEN least(received, executed) END"),
    ("received", "unspent", "received - executed"),
    ("received", "not_told", "CASE WHEN executed IS NULL THEN received END"),
    ("budget", "executed", "CASE WHEN received IS NULL AND executed IS NOT NULL THEN least(budget, executed) END"),
    ("budget", "unspent", "CASE WHEN received IS NULL THEN budget - executed END"),
    ("budget", "not_told", "CASE WHEN received IS NULL AND executed IS NULL THEN budget END"),
    ("beyond", "executed", "executed - coalesce(received, budget)"),
)
"""What of a report's money goes from one stage to another; nothing does where it is not above zero."""


def flow(filters: Filters) -> Answer:
    """How much money went from each stage to the next, summed over the projects' totals, with the number of reports;
    where `target` is NULL, how much there was at the stage in all.

    Each report's budget is followed as far as the report tells: from the initial budget and what was added, to what
    was received, to what was spent or left. What a report does not state has stages of its own.

    Reports of which the same amounts are stated and stand in the same order are summed first (`alike`): of these, the
    links of the sums are the sums of the links.
    """
    values = ",\n".join(f"    ('{source}', '{target}', {amount})" for source, target, amount in _LINKS)
    return of_rows(
        filters,
        "fct_budget_execution",
        f"""{_MONEY}, alike AS (
SELECT
    row_number() OVER () AS no, count(*) AS report_count,
    sum(initial) AS initial, sum(budget) AS budget, sum(received) AS received, sum(executed) AS executed
FROM money
GROUP BY
    sign(initial), sign(budget), sign(received), sign(executed),
    sign(budget - initial), sign(received - budget), sign(executed - coalesce(received, budget))
),
links AS (
SELECT alike.no, alike.report_count, link.*
FROM alike, LATERAL (
    VALUES
{values}
) AS link (source, target, amount_wan)
WHERE link.amount_wan > 0
),
stages AS (
    SELECT no, target AS stage, any_value(report_count) AS report_count, sum(amount_wan) AS amount_wan
    FROM links GROUP BY no, target
    UNION ALL
    SELECT no, source AS stage, any_value(report_count) AS report_count, sum(amount_wan) AS amount_wan
    FROM links WHERE source IN $first_stages GROUP BY no, source
),
flows AS (
    SELECT source, target, amount_wan, report_count FROM links
    UNION ALL
    SELECT stage AS source, NULL AS target, amount_wan, report_count FROM stages
)
SELECT
    source, target,
    CAST(sum(amount_wan) AS DECIMAL(20, 6)) AS amount_wan,
    CAST(sum(report_count) AS BIGINT) AS report_count
FROM flows
GROUP BY source, target
ORDER BY source, amount_wan DESC, target
""",
        first_stages=list(FIRST_STAGES),
    )


def flow_reports(filters: Filters, source: str, target: str) -> Answer:
    """The reports whose money went from one stage to another, the most first."""
    amount = next(amount for *stages, amount in _LINKS if stages == [source, target])
    return of_rows(
        filters,
        "fct_budget_execution",
        f"""{_MONEY}, listed AS (
SELECT report_id, amount_wan
FROM (SELECT report_id, {amount} AS amount_wan FROM money)
WHERE amount_wan > 0
ORDER BY amount_wan DESC, report_id
LIMIT $most
)
{named("listed", "report_id")}
SELECT report_id, name, unit, fiscal_year, amount_wan
FROM named
ORDER BY amount_wan DESC, report_id
""",
        most=MOST_LISTED,
    )
