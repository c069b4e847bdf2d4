"""Deciding on findings: from the ids that a reviewer names to lines of the home's log."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.access import Gate
from ingest import decisions
from ingest.clock import now
from ingest.decisions import Action, Decision

_FINDINGS = """
WITH asked AS (SELECT unnest($ids::VARCHAR[]) AS beginning)
SELECT DISTINCT finding_id, fault_id, rule_id, actual, expected
FROM fct_review_findings JOIN asked ON starts_with(finding_id, beginning) ORDER BY finding_id
"""


def decide(gate: Gate, finding_ids: Sequence[str], action: Action, reviewer: str, reason: str) -> list[Decision]:
    """Log one decision on these findings of the published generation, named by their ids or their beginnings.

    Raises `decisions.Invalid` where one is no finding, or several begin like it; then nothing is logged.
    """
    asked = [given.lower() for given in finding_ids]
    found = gate.query(_FINDINGS, {"ids": asked}).frame.to_dicts()
    for given in asked:
        count = sum(row["finding_id"].startswith(given) for row in found)
        if count != 1:
            raise decisions.Invalid(f"{count or 'no'} published findings begin with {given}; see fct_review_findings")
    said = [Decision(**row, action=action, reviewer=reviewer, reason=reason, decided_at=now()) for row in found]
    decisions.add(gate.home, said)
    return said
