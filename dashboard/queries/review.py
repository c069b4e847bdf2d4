"""The findings to work through."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from textwrap import dedent

import polars as pl

from dashboard.filters import Filters
from dashboard.published import ask
from dashboard.queries.chosen import named, of_rows, of_summary
from dashboard.queries.findings import COUNTS
from dashboard.queries.organizations import UNITS_APART

MOST_LISTED = 1_000
_GRAVEST = {"error": 1, "warning": 2, "info": 3}
_GRAVITY = " ".join(f"WHEN '{severity}' THEN {gravity}" for severity, gravity in _GRAVEST.items())

Later = Mapping[str, str]
"""What was decided of findings since the marts were built: the state of each by its id."""

NO_KEY = "none"
_KEYS = {"rule": "rule_id", "unit": "organization_id", "project": "project_id"}


@dataclass(frozen=True)
class Group:
    """The findings of one rule, unit or project by its id; `NO_KEY` for those that have none."""

    by: str
    key: str


def groups(filters: Filters, later: Later, by: str, asked: str | None = None) -> pl.DataFrame:
    """The groups of the chosen reports' findings, those with most open ones first; the group `asked` for is listed
    wherever it stands among these, and `all_count` says how many there are."""
    return of_rows(
        filters,
        "fct_review_findings",
        f"""
        {_decided(later)},
        grouped AS (
            SELECT
                coalesce({_KEYS[by]}, '{NO_KEY}') AS key,
                any_value(rule_title_zh) AS rule_title_zh,
                any_value(rule_title_en) AS rule_title_en,
                count_if(decision IN ('open', 'reopened')) AS open_count,
                count(*) AS finding_count
            FROM decided
            GROUP BY key
        ),
        ranked AS (
            SELECT
                *,
                row_number() OVER (ORDER BY open_count DESC, finding_count DESC, key) AS place,
                count(*) OVER () AS all_count
            FROM grouped
        )
        SELECT
            key, rule_title_zh, rule_title_en, units.unit, projects.project_name AS project,
            open_count, finding_count, all_count
        FROM ranked
        LEFT JOIN {UNITS_APART} AS units ON key = units.organization_id
        LEFT JOIN marts.dim_projects AS projects ON key = projects.project_id
        WHERE place <= $rows OR key = $asked
        ORDER BY place
        """,
        rows=MOST_LISTED,
        asked=asked,
        **_parameters(later),
    ).frame


def finding_counts(filters: Filters, later: Later, group: Group | None = None) -> pl.DataFrame:
    """How many findings the chosen reports have, of one `group` or all, by severity, rule and decision; `is_later`
    tells those that `later` speaks of."""
    question = """
        SELECT
            severity, rule_id, any_value(rule_title_zh) AS rule_title_zh, any_value(rule_title_en) AS rule_title_en,
            decision, is_later, CAST(sum(finding_count) AS INTEGER) AS finding_count
        FROM decided
        GROUP BY severity, rule_id, decision, is_later
        ORDER BY ALL
        """
    if later or group:
        rows = dedent(_decided(later, group)) + dedent(question)
        return of_rows(filters, "fct_review_findings", rows, **_parameters(later, group)).frame
    undecided = ", decided AS NOT MATERIALIZED (SELECT *, FALSE AS is_later FROM counted)"
    return of_summary(filters, COUNTS, undecided + dedent(question)).frame


def findings(
    filters: Filters,
    later: Later,
    narrowed: Mapping[str, Sequence[str]],
    counts: pl.DataFrame,
    asked: str | None = None,
    group: Group | None = None,
) -> pl.DataFrame:
    """The `MOST_LISTED` gravest findings of the chosen reports, of one `group` or all, with their rule, report and
    decision.

    `narrowed` gives the values that are left of `severity`, `rule_id` or `decision`; `counts` are the `finding_counts`;
    the finding `asked` for is listed wherever it stands among those.
    """
    narrowing = {name: list(values) for name, values in narrowed.items() if values}
    conditions = " AND ".join(f"{name} IN ${name}" for name in narrowing) or "TRUE"
    also = "UNION (SELECT * FROM narrowed WHERE finding_id = $asked)" if asked else ""
    severities, rules = _first(counts, narrowing)
    return of_rows(
        filters,
        "fct_review_findings",
        f"""
        {_decided(later, group)},
        narrowed AS NOT MATERIALIZED (
            SELECT finding_id, rule_id, report_id, severity, decision, CASE severity {_GRAVITY} END AS gravity
            FROM decided WHERE {conditions}
        ),
        listed AS (
            (
                SELECT * FROM narrowed WHERE severity IN $first_severities AND rule_id IN $first_rules
                ORDER BY gravity, rule_id, report_id, finding_id LIMIT $rows
            )
            {also}
        ),
        placed AS (
            SELECT
                findings.report_id, findings.finding_id, findings.fault_id, findings.rule_id, findings.severity,
                findings.rule_title_zh, findings.rule_title_en, findings.message_zh, findings.message_en,
                findings.legal_basis, findings.actual, findings.expected, listed.decision, listed.gravity,
                findings.block_no, findings.row_no, findings.col_no, findings.page_no, findings.quote
            FROM listed
            INNER JOIN marts.fct_review_findings AS findings ON listed.finding_id = findings.finding_id
        )
        {named("placed", "report_id")}
        SELECT
            finding_id, fault_id, rule_id, severity, rule_title_zh, rule_title_en, message_zh, message_en,
            legal_basis, actual, expected, decision, document_id, block_no, row_no, col_no, page_no, quote,
            report_id, district, fiscal_year, unit, name
        FROM named
        ORDER BY gravity, rule_id, report_id, finding_id
        """,
        rows=MOST_LISTED,
        first_severities=severities,
        first_rules=rules,
        **({"asked": asked} if asked else {}),
        **_parameters(later, group),
        **narrowing,
    ).frame


def _first(counts: pl.DataFrame, narrowing: Mapping[str, Sequence[str]]) -> tuple[list[str], list[str]]:
    """The severities and the rules that hold the first `MOST_LISTED` findings: only theirs need be put in order."""
    left = counts.filter(pl.lit(True), *(pl.col(name).is_in(values) for name, values in narrowing.items()))
    rules = left.group_by("severity", "rule_id").agg(pl.col("finding_count").sum())
    rules = rules.sort(pl.col("severity").replace_strict(_GRAVEST, default=len(_GRAVEST)), "rule_id")
    first = rules.filter(pl.col("finding_count").cum_sum() - pl.col("finding_count") < MOST_LISTED)
    return first["severity"].unique().to_list(), first["rule_id"].unique().to_list()


def _decided(later: Later, group: Group | None = None) -> str:
    """`decided`: the findings of the chosen reports, of one group or all, with what was said of them last."""
    of_group = f"\n            WHERE coalesce({_KEYS[group.by]}, '{NO_KEY}') = $group_key" if group else ""
    if not later:
        return f"""
        , decided AS NOT MATERIALIZED (
            SELECT *, FALSE AS is_later, 1 AS finding_count
            FROM facts{of_group}
        )"""
    return f"""
        , later AS (
            SELECT unnest($later_ids::VARCHAR[]) AS finding_id, unnest($later_states::VARCHAR[]) AS state
        ),
        decided AS NOT MATERIALIZED (
            SELECT
                facts.* REPLACE (coalesce(later.state, facts.decision) AS decision),
                later.state IS NOT NULL AS is_later,
                1 AS finding_count
            FROM facts
            LEFT JOIN later ON facts.finding_id = later.finding_id{of_group}
        )"""


def _parameters(later: Later, group: Group | None = None) -> dict[str, str | list[str]]:
    said = {"later_ids": list(later), "later_states": list(later.values())} if later else {}
    return said | ({"group_key": group.key} if group else {})


def decided_count() -> int:
    """How many lines of the reviewers' log the published generation knows."""
    return int(ask("SELECT count(*) AS n FROM marts.fct_review_decisions")["n"].item())


def decisions_on(finding_id: str, fault_id: str) -> pl.DataFrame:
    """All that was said of one fault, the oldest first."""
    return ask(
        """
        SELECT decisions.decided_at, decisions.reviewer, decisions.action, decisions.reason
        FROM marts.fct_review_decisions AS decisions
        LEFT JOIN marts.fct_review_findings AS findings USING (finding_id)
        WHERE decisions.finding_id = $finding_id OR findings.fault_id = $fault_id
        ORDER BY decisions.decision_no
        """,
        finding_id=finding_id,
        fault_id=fault_id,
    )
