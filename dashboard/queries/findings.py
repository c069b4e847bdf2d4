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
    question = "SELECT severity, CAST(sum(finding_count) AS BIGINT) FROM counted GROUP BY severity"
    return dict(of_summary(filters, COUNTS, question).frame.iter_rows())


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


def first_rules(filters: Filters, severity: str, rows: int) -> list[str]:
    """The rules, in the order of their names, that hold the first `rows` findings of a severity."""
    answer = of_summary(
        filters,
        COUNTS,
        """
        , rules AS (
            SELECT rule_id, sum(sum(finding_count)) OVER (ORDER BY rule_id) - sum(finding_count) AS before
            FROM counted
            WHERE severity = $severity
            GROUP BY rule_id
        )
        SELECT rule_id FROM rules WHERE before < $rows ORDER BY rule_id
        """,
        severity=severity,
        rows=rows,
    )
    return answer.frame["rule_id"].to_list()
