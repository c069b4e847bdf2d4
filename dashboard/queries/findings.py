"""How many findings the chosen reports have."""

from __future__ import annotations

from dashboard.filters import Filters
from dashboard.published import Answer
from dashboard.queries.chosen import Summary, of_summary

COUNTS = Summary(
    "agg_findings_by_region_year",
    "fct_review_findings",
    """
    SELECT
        severity, rule_id, rule_title_zh, rule_title_en, decision,
        1 AS finding_count,
        CAST(counts_report AS INTEGER) AS report_count
    FROM facts
    """,
)
MOST_RULES = 15


def by_severity(filters: Filters) -> dict[str, int]:
    """How many findings of each severity."""
    counts = of_summary(
        filters,
        COUNTS,
        """
        SELECT severity, CAST(sum(finding_count) AS BIGINT) AS finding_count
        FROM counted
        GROUP BY severity
        ORDER BY severity
        """,
    )
    return dict(counts.frame.iter_rows())


def by_rule(filters: Filters) -> Answer:
    """The rules that find most, with the severity of what they find."""
    return of_summary(
        filters,
        COUNTS,
        """
        SELECT
            rule_id,
            any_value(rule_title_zh) AS rule_title_zh,
            any_value(rule_title_en) AS rule_title_en,
            severity,
            CAST(sum(finding_count) AS BIGINT) AS finding_count,
            CAST(sum(report_count) AS BIGINT) AS report_count
        FROM counted
        GROUP BY rule_id, severity
        ORDER BY finding_count DESC, rule_id, severity
        LIMIT $most
        """,
        most=MOST_RULES,
    )
