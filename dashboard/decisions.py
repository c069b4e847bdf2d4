"""Deciding on findings: from the ids that a reviewer names to lines of the home's log, and what they say until the
next build knows them."""

from __future__ import annotations

from collections.abc import Sequence

import polars as pl

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


def with_later_words(findings: pl.DataFrame, home: Home, known: int) -> pl.DataFrame:
    """Findings with what the log says of them behind its first `known` lines, which the marts hold already.

    `is_later` tells the findings whose decision is such a one.
    """
    later = {
        decision.finding_id: decision
        for decision in decisions.read(home)[known:]
        if decision.action is not Action.comment
    }
    states = [_STATES[later[key].action] if key in later else None for key in findings["finding_id"]]
    return findings.with_columns(
        pl.coalesce(pl.Series(states, dtype=pl.String), pl.col("decision")).alias("decision"),
        pl.Series("is_later", [state is not None for state in states], dtype=pl.Boolean),
    )
