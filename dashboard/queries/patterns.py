"""What no single report shows: how units score themselves, what comes back, what was filed again."""

from __future__ import annotations

import polars as pl

from dashboard.filters import Filters
from dashboard.published import Answer, answer, ask
from dashboard.queries.chosen import Summary, named, of_rows, of_summary
from dashboard.queries.organizations import UNITS_APART

MOST_LISTED = 200

_TITLES = """\
titles AS (
    SELECT rule_id, any_value(rule_title_zh) AS rule_title_zh, any_value(rule_title_en) AS rule_title_en
    FROM marts.agg_findings_by_region_year
    GROUP BY rule_id
)
"""


def _with_reports(table: str, *keys: str, by: frozenset[str]) -> Summary:
    """The rows of a mart that have a chosen report under the same keys, as all have where only `by` is chosen."""
    same = " AND ".join(f"facts.{key} = counted.{key}" for key in keys)
    return Summary(
        table, "fct_evaluations", f"SELECT counted.* FROM marts.{table} AS counted SEMI JOIN facts ON {same}", by
    )


_UNITS = _with_reports("agg_unit_scoring", "organization_id", "fiscal_year", by=frozenset({"years"}))
_RELATIONS = _with_reports(
    "agg_score_against_execution", "region_code", "fiscal_year", by=frozenset({"years", "districts"})
)
_RECURRING = _with_reports("agg_recurring_findings", "organization_id", by=frozenset())


def unit_scoring(filters: Filters) -> pl.DataFrame:
    """How units score themselves, those with the greatest share of full marks first."""
    return of_summary(
        filters,
        _UNITS,
        f"""
        SELECT
            counted.organization_id, organizations.unit, counted.fiscal_year,
            counted.report_count, counted.mean_score, counted.full_total_count, counted.indicator_count,
            counted.full_marks_share, counted.execution_row_count, counted.above_rate_count,
            counted.below_rate_count, count(*) OVER () AS all_count
        FROM counted
        INNER JOIN {UNITS_APART} AS organizations USING (organization_id)
        ORDER BY
            counted.full_marks_share DESC NULLS LAST, counted.report_count DESC, unit, counted.fiscal_year,
            counted.organization_id
        LIMIT $most
        """,
        most=MOST_LISTED,
    ).frame


def score_against_execution(filters: Filters) -> Answer:
    """The correlation of score and execution rate by district and year."""
    return of_summary(
        filters,
        _RELATIONS,
        """
        SELECT regions.region_name AS district, counted.*
        FROM counted
        INNER JOIN marts.dim_regions AS regions USING (region_code)
        WHERE counted.scope = 'own' AND counted.correlation IS NOT NULL AND counted.region_code <> 'unknown'
        ORDER BY counted.region_code, counted.fiscal_year
        """,
    )


def outliers(filters: Filters) -> pl.DataFrame:
    """Reports whose score lies far off what their execution rate usually brings."""
    return of_rows(
        filters,
        "agg_score_outliers",
        """
        , listed AS (
            SELECT
                report_id, score, usual_score, distance, distance_in_deviations, count(*) OVER () AS all_count
            FROM facts
            ORDER BY abs(distance_in_deviations) DESC, report_id
            LIMIT $most
        )
        """
        + named("listed", "report_id")
        + """
        SELECT
            report_id, district, unit, name, fiscal_year, score, execution_rate, usual_score, distance,
            distance_in_deviations, all_count
        FROM named
        ORDER BY abs(distance_in_deviations) DESC, report_id
        """,
        most=MOST_LISTED,
    ).frame


def recurring(filters: Filters) -> pl.DataFrame:
    """What is found in several reports of one unit, the most frequent first."""
    return of_summary(
        filters,
        _RECURRING,
        f"""
        , listed AS (
            SELECT counted.*, organizations.unit, count(*) OVER () AS all_count
            FROM counted
            INNER JOIN {UNITS_APART} AS organizations USING (organization_id)
            ORDER BY
                counted.report_count DESC, counted.finding_count DESC, unit, counted.rule_id, counted.organization_id
            LIMIT $most
        ),
        {_TITLES}
        SELECT listed.* EXCLUDE (all_count), titles.rule_title_zh, titles.rule_title_en, listed.all_count
        FROM listed
        INNER JOIN titles USING (rule_id)
        ORDER BY report_count DESC, finding_count DESC, unit, rule_id, organization_id
        """,
        most=MOST_LISTED,
    ).frame


def resubmissions(filters: Filters) -> pl.DataFrame:
    """Reports that were filed more than once, the latest first."""
    return of_rows(
        filters,
        "agg_resubmissions",
        """
        , listed AS (
            SELECT
                report_id, version_count, first_filed_at, last_filed_at, first_total_score, total_score,
                first_executed_wan, count(*) OVER () AS all_count
            FROM facts
            ORDER BY last_filed_at DESC, report_id
            LIMIT $most
        )
        """
        + named("listed", "report_id")
        + """
        SELECT
            report_id, unit, name, fiscal_year, version_count, first_filed_at, last_filed_at, first_total_score,
            total_score, first_executed_wan, executed_wan, all_count
        FROM named
        ORDER BY last_filed_at DESC, report_id
        """,
        most=MOST_LISTED,
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
