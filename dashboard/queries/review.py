"""The findings to work through, and the patterns over many reports."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from textwrap import dedent

import polars as pl

from dashboard.filters import Filters
from dashboard.published import Answer, answer, ask
from dashboard.queries.chosen import named, of_chosen, of_rows, of_summary
from dashboard.queries.findings import COUNTS

MOST_LISTED = 1_000
MOST_IN_PATTERN = 200
_GRAVEST = {"error": 1, "warning": 2, "info": 3}
_GRAVITY = " ".join(f"WHEN '{severity}' THEN {gravity}" for severity, gravity in _GRAVEST.items())

_TITLES = """\
titles AS (
    SELECT rule_id, any_value(rule_title_zh) AS rule_title_zh, any_value(rule_title_en) AS rule_title_en
    FROM marts.fct_review_findings
    GROUP BY rule_id
)
"""

Later = Mapping[str, str]
"""What was decided of findings since the marts were built: the state of each by its id."""


def finding_counts(filters: Filters, later: Later) -> pl.DataFrame:
    """How many findings the chosen reports have, by severity, rule and decision; `is_later` tells those that `later`
    speaks of."""
    question = """
        SELECT
            severity, rule_id, any_value(rule_title_zh) AS rule_title_zh, any_value(rule_title_en) AS rule_title_en,
            decision, is_later, CAST(sum(finding_count) AS INTEGER) AS finding_count
        FROM decided
        GROUP BY severity, rule_id, decision, is_later
        ORDER BY ALL
        """
    if later:
        rows = dedent(_decided(later)) + dedent(question)
        return of_rows(filters, "fct_review_findings", rows, **_parameters(later)).frame
    undecided = ", decided AS NOT MATERIALIZED (SELECT *, FALSE AS is_later FROM counted)"
    return of_summary(filters, COUNTS, undecided + dedent(question)).frame


def findings(
    filters: Filters,
    later: Later,
    narrowed: Mapping[str, Sequence[str]],
    counts: pl.DataFrame,
    asked: str | None = None,
) -> pl.DataFrame:
    """The `MOST_LISTED` gravest findings of the chosen reports, with their rule, report and decision.

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
        {_decided(later)},
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
                evaluations.*, findings.finding_id, findings.fault_id, findings.rule_id, findings.severity,
                findings.rule_title_zh, findings.rule_title_en, findings.message_zh, findings.message_en,
                findings.legal_basis, findings.actual, findings.expected, listed.decision, listed.gravity,
                findings.block_no, findings.row_no, findings.col_no, findings.page_no, findings.quote
            FROM listed
            INNER JOIN marts.fct_review_findings AS findings ON listed.finding_id = findings.finding_id
            INNER JOIN marts.fct_evaluations AS evaluations ON listed.report_id = evaluations.report_id
        )
        {named("placed")}
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
        **_parameters(later),
        **narrowing,
    ).frame


def _first(counts: pl.DataFrame, narrowing: Mapping[str, Sequence[str]]) -> tuple[list[str], list[str]]:
    """The severities and the rules that hold the first `MOST_LISTED` findings: only theirs need be put in order."""
    left = counts.filter(pl.lit(True), *(pl.col(name).is_in(values) for name, values in narrowing.items()))
    rules = left.group_by("severity", "rule_id").agg(pl.col("finding_count").sum())
    rules = rules.sort(pl.col("severity").replace_strict(_GRAVEST, default=len(_GRAVEST)), "rule_id")
    first = rules.filter(pl.col("finding_count").cum_sum() - pl.col("finding_count") < MOST_LISTED)
    return first["severity"].unique().to_list(), first["rule_id"].unique().to_list()


def _decided(later: Later) -> str:
    """`decided`: the findings of the chosen reports with what was said of them last."""
    if not later:
        return ", decided AS NOT MATERIALIZED (SELECT *, FALSE AS is_later, 1 AS finding_count FROM facts)"
    return """
        , later AS (
            SELECT unnest($later_ids::VARCHAR[]) AS finding_id, unnest($later_states::VARCHAR[]) AS state
        ),
        decided AS NOT MATERIALIZED (
            SELECT
                facts.* REPLACE (coalesce(later.state, facts.decision) AS decision),
                later.state IS NOT NULL AS is_later,
                1 AS finding_count
            FROM facts
            LEFT JOIN later ON facts.finding_id = later.finding_id
        )"""


def _parameters(later: Later) -> dict[str, list[str]]:
    return {"later_ids": list(later), "later_states": list(later.values())} if later else {}


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


def unit_scoring(filters: Filters) -> pl.DataFrame:
    """How units score themselves, those with the greatest share of full marks first."""
    return of_chosen(
        filters,
        """
        SELECT
            scoring.organization_id, organizations.organization_name AS unit, scoring.fiscal_year,
            scoring.report_count, scoring.mean_score, scoring.full_total_count, scoring.indicator_count,
            scoring.full_marks_share, scoring.execution_row_count, scoring.above_rate_count,
            scoring.below_rate_count, count(*) OVER () AS all_count
        FROM marts.agg_unit_scoring AS scoring
        INNER JOIN marts.dim_organizations AS organizations USING (organization_id)
        SEMI JOIN chosen
            ON chosen.organization_id = scoring.organization_id AND chosen.fiscal_year = scoring.fiscal_year
        ORDER BY scoring.full_marks_share DESC NULLS LAST, scoring.report_count DESC, unit, scoring.fiscal_year
        LIMIT $most
        """,
        most=MOST_IN_PATTERN,
    ).frame


def score_against_execution(filters: Filters) -> Answer:
    """The correlation of score and execution rate by district and year."""
    return of_chosen(
        filters,
        """
        SELECT regions.region_name AS district, relation.*
        FROM marts.agg_score_against_execution AS relation
        INNER JOIN marts.dim_regions AS regions USING (region_code)
        WHERE
            relation.scope = 'own'
            AND relation.correlation IS NOT NULL
            AND EXISTS (
                SELECT 1 FROM chosen
                WHERE chosen.region_code = relation.region_code AND chosen.fiscal_year = relation.fiscal_year
            )
        ORDER BY relation.region_code, relation.fiscal_year
        """,
    )


def outliers(filters: Filters) -> pl.DataFrame:
    """Reports whose score lies far off what their execution rate usually brings."""
    return of_chosen(
        filters,
        """
        , listed AS (
            SELECT
                chosen.*, outliers.score, outliers.usual_score, outliers.distance, outliers.distance_in_deviations,
                count(*) OVER () AS all_count
            FROM marts.agg_score_outliers AS outliers
            INNER JOIN chosen ON outliers.report_id = chosen.report_id
            ORDER BY abs(outliers.distance_in_deviations) DESC, outliers.report_id
            LIMIT $most
        )
        """
        + named("listed")
        + """
        SELECT
            report_id, district, unit, name, fiscal_year, score, execution_rate, usual_score, distance,
            distance_in_deviations, all_count
        FROM named
        ORDER BY abs(distance_in_deviations) DESC, report_id
        """,
        most=MOST_IN_PATTERN,
    ).frame


def recurring(filters: Filters) -> pl.DataFrame:
    """What is found in several reports of one unit, the most frequent first."""
    return of_chosen(
        filters,
        f", {_TITLES}"
        """
        SELECT
            recurring.*, organizations.organization_name AS unit, titles.rule_title_zh, titles.rule_title_en,
            count(*) OVER () AS all_count
        FROM marts.agg_recurring_findings AS recurring
        INNER JOIN marts.dim_organizations AS organizations USING (organization_id)
        INNER JOIN titles USING (rule_id)
        WHERE recurring.organization_id IN (SELECT organization_id FROM chosen)
        ORDER BY recurring.report_count DESC, recurring.finding_count DESC, unit, recurring.rule_id
        LIMIT $most
        """,
        most=MOST_IN_PATTERN,
    ).frame


def resubmissions(filters: Filters) -> pl.DataFrame:
    """Reports that were filed more than once, the latest first."""
    return of_chosen(
        filters,
        """
        , listed AS (
            SELECT
                chosen.* EXCLUDE (executed_wan),
                resubmissions.version_count, resubmissions.first_filed_at, resubmissions.last_filed_at,
                resubmissions.first_total_score, resubmissions.total_score, resubmissions.first_executed_wan,
                resubmissions.executed_wan, count(*) OVER () AS all_count
            FROM marts.agg_resubmissions AS resubmissions
            INNER JOIN chosen ON resubmissions.report_id = chosen.report_id
            ORDER BY resubmissions.last_filed_at DESC, resubmissions.report_id
            LIMIT $most
        )
        """
        + named("listed")
        + """
        SELECT
            report_id, unit, name, fiscal_year, version_count, first_filed_at, last_filed_at, first_total_score,
            total_score, first_executed_wan, executed_wan, all_count
        FROM named
        ORDER BY last_filed_at DESC, report_id
        """,
        most=MOST_IN_PATTERN,
    ).frame


def severities_by_month() -> list[str]:
    """The severities that findings of any month have."""
    return ask("SELECT DISTINCT severity FROM marts.agg_findings_by_month")["severity"].to_list()


def findings_by_month(severity: str) -> Answer:
    """Findings of one severity per hundred reports, by month of filing and rule."""
    return answer(
        f"WITH {_TITLES}"
        """
        SELECT months.*, titles.rule_title_zh, titles.rule_title_en
        FROM marts.agg_findings_by_month AS months
        INNER JOIN titles USING (rule_id)
        WHERE months.severity = $severity
        ORDER BY months.month, months.rule_id
        """,
        severity=severity,
    )
