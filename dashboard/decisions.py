"""Deciding on findings: from the ids that a reviewer names to lines of the home's log, and what they say until the
next build knows them."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.access import Gate
from ingest import decisions
from ingest.clock import now
from ingest.decisions import Action, Decision
from ingest.home import Home

_FINDINGS = """
WITH asked AS (SELECT unnest($ids::VARCHAR[]) AS beginning)
SELECT DISTINCT finding_id, fault_id, rule_id, actual, expected
FROM fct_review_findings JOIN asked ON starts_with(finding_id, beginning) ORDER BY finding_id
"""
_STATES = {Action.accept: "accepted", Action.dismiss: "dismissed", Action.reopen: "open"}


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


def later_words(home: Home, known: int) -> dict[str, str]:
    """What the log says of findings behind its first `known` lines, which the marts hold already: the state of each
    finding by its id."""
    return {
        decision.finding_id: _STATES[decision.action]
        for decision in decisions.read(home)[known:]
        if decision.action is not Action.comment
    }
