"""What the review finds: what is new, what was settled, and what the same unit was told before."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.monthly.known import Known

_BY_RULE = """
, versions AS (
    SELECT findings.*, documents.filed_month
    FROM fct_finding_versions AS findings
    INNER JOIN dim_documents AS documents ON findings.document_id = documents.document_id
    INNER JOIN divisions ON findings.region_code = divisions.region_code
),
decided AS (
    SELECT
        findings.fault_id,
        decisions.action,
        decisions.decided_at,
        coalesce(decisions.actual, '') AS actual,
        coalesce(decisions.expected, '') AS expected,
        row_number() OVER (PARTITION BY findings.fault_id ORDER BY decisions.decision_no DESC) AS position
    FROM fct_review_decisions AS decisions
    INNER JOIN fct_review_findings AS findings ON decisions.finding_id = findings.finding_id
    WHERE decisions.action <> 'comment' AND decisions.decided_at < $known_at
),
dismissed AS (
    SELECT fault_id, decided_at, actual, expected FROM decided WHERE position = 1 AND action = 'dismiss'
),
standing_then AS (
    SELECT
        versions.*,
        dismissed.fault_id IS NOT NULL AND dismissed.actual = coalesce(versions.actual, '')
            AND dismissed.expected = coalesce(versions.expected, '') AS is_dismissed,
        dismissed.decided_at
    FROM versions
    LEFT JOIN dismissed ON versions.fault_id = dismissed.fault_id
    WHERE known_from < $known_at AND (known_to IS NULL OR known_to >= $known_at) AND filed_month <= $this_month
),
earlier AS (
    SELECT fault_id, min(version_no) AS first_version_no FROM versions GROUP BY fault_id
),
told_before AS (
    SELECT DISTINCT organization_id, rule_id
    FROM standing_then
    WHERE filed_month < $this_month AND NOT is_dismissed AND organization_id NOT LIKE '%:unknown'
),
gone AS (
    SELECT fault_id, min(rule_id) AS rule_id, arg_max(severity, version_no) AS severity
    FROM versions
    WHERE report_id IN (SELECT previous_report_id FROM fct_evaluation_versions WHERE known_from < $settled_by)
    GROUP BY fault_id
    HAVING max(coalesce(known_to, $known_at)) >= $this_month
        AND max(coalesce(known_to, $known_at)) < $settled_by
        AND fault_id NOT IN (SELECT fault_id FROM standing_then)
),
told AS (
    SELECT
        standing_then.rule_id,
        standing_then.severity,
        1 AS open,
        CAST(filed_month = $this_month AND version_no = first_version_no AS INTEGER) AS new,
        CAST(
            filed_month = $this_month AND version_no = first_version_no
            AND (organization_id, standing_then.rule_id) IN (SELECT (organization_id, rule_id) FROM told_before)
            AS INTEGER
        ) AS repeated,
        0 AS settled
    FROM standing_then
    INNER JOIN earlier ON standing_then.fault_id = earlier.fault_id
    WHERE NOT is_dismissed
    UNION ALL
    SELECT rule_id, severity, 0, 0, 0, 1 FROM gone
    UNION ALL
    SELECT rule_id, severity, 0, 0, 0, 1 FROM standing_then
    WHERE is_dismissed AND decided_at >= $this_month AND decided_at < $settled_by
),
rules AS (
    SELECT rule_id, min(rule_title_zh) AS title FROM versions GROUP BY rule_id
)
SELECT
    rules.title,
    told.severity,
    CAST(sum(told.new) AS INTEGER) AS new_count,
    CAST(sum(told.repeated) AS INTEGER) AS repeated_count,
    CAST(sum(told.settled) AS INTEGER) AS settled_count,
    CAST(sum(told.open) AS INTEGER) AS open_count
FROM told
INNER JOIN rules ON told.rule_id = rules.rule_id
GROUP BY told.rule_id, rules.title, told.severity
ORDER BY list_position(['error', 'warning', 'info'], told.severity), open_count DESC, told.rule_id
"""

_OF_LEDGERS = """
SELECT
    min(found.rule_title_zh) AS title,
    found.severity,
    CAST(count(*) AS INTEGER) AS open_count
FROM fct_review_findings AS found
INNER JOIN divisions ON found.region_code = divisions.region_code
WHERE
    found.document_id IN (SELECT document_id FROM ledger WHERE month = $this_month)
    AND coalesce(found.ledger_month, $this_month) = $this_month
    AND found.decision <> 'dismissed'
GROUP BY found.rule_id, found.severity
ORDER BY list_position(['error', 'warning', 'info'], found.severity), open_count DESC, found.rule_id
"""


@dataclass(frozen=True, slots=True)
class Findings:
    """The findings of one rule and severity, on reports or on the month's ledgers; of these only what is open is told.

    New: in a report filed in the month, and in no earlier version of it; of these repeated: the unit was told the same
    of a report filed before. Settled in the month: gone from the report as it was filed again, or dismissed by a
    reviewer. Open: all that stands, not dismissed.
    """

    title: str
    severity: str
    open_count: int
    new_count: int | None = None
    repeated_count: int | None = None
    settled_count: int | None = None

    @property
    def is_of_ledger(self) -> bool:
        return self.new_count is None


def findings(known: Known) -> tuple[Findings, ...]:
    """The findings by rule, errors first: those on reports, then those on ledgers."""
    of_ledgers = known.rows(_OF_LEDGERS, this_year_only=True) if known.source == "ledger" else []
    return tuple(Findings(**row) for row in (*known.rows(_BY_RULE), *of_ledgers))
