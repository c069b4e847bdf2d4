"""Where the money went: by stage, by group, the tail, and departments beside their projects."""

from __future__ import annotations

import polars as pl

from dashboard.filters import Filters
from dashboard.published import Answer
from dashboard.queries.chosen import of_chosen

LOW, OVER = 0.6, 1.0

_GROUPS = {
    "district": "chosen.district",
    "department": "departments.organization_name",
    "unit": "chosen.unit",
    "year": "CAST(chosen.fiscal_year AS VARCHAR)",
}
_SOURCES = {
    "source": "lines.line_kind = 'source' AND coalesce(lines.fund_level, lines.fund_origin) IS NOT NULL",
    "category": "lines.expenditure_category IS NOT NULL",
}
GROUPS = (*_GROUPS, *_SOURCES)


def stages(filters: Filters) -> Answer:
    """The sums of each stage of the money over the projects' totals, with the number of reports that state it."""
    return of_chosen(
        filters,
        """
        SELECT
            sum(lines.initial_budget_wan) AS initial_budget, count(lines.initial_budget_wan) AS initial_budget_count,
            sum(lines.budget_adjustment_wan) AS budget_adjustment,
            count(lines.budget_adjustment_wan) AS budget_adjustment_count,
            sum(lines.budget_wan) AS budget, count(lines.budget_wan) AS budget_count,
            sum(lines.funds_received_wan) AS funds_received, count(lines.funds_received_wan) AS funds_received_count,
            sum(lines.executed_wan) AS executed, count(lines.executed_wan) AS executed_count
        FROM marts.fct_budget_execution AS lines
        INNER JOIN chosen ON lines.report_id = chosen.report_id
        WHERE lines.is_headline AND chosen.subject = 'project' AND chosen.counts_in_totals
        """,
    )


def by_group(filters: Filters, group: str) -> Answer:
    """Budget and execution of each member of a group: those whose reports give both amounts have a rate.

    `source` and `category` go over the lines beneath the totals, the others over the totals.
    """
    name = _GROUPS.get(group)
    if name is None:
        name = {"source": "coalesce(lines.fund_level, lines.fund_origin)", "category": "lines.expenditure_category"}[
            group
        ]
    lines = _SOURCES.get(group, "lines.is_headline AND chosen.subject = 'project' AND chosen.counts_in_totals")
    return of_chosen(
        filters,
        f"""
        SELECT
            name,
            count(DISTINCT report_id) AS report_count,
            sum(budget_wan) AS budget_wan,
            sum(executed_wan) FILTER (WHERE covered) AS executed_wan,
            sum(budget_wan) FILTER (WHERE covered) AS covered_budget_wan,
            CAST(sum(executed_wan) FILTER (WHERE covered) AS DOUBLE)
            / nullif(CAST(sum(budget_wan) FILTER (WHERE covered) AS DOUBLE), 0) AS execution_rate
        FROM (
            SELECT
                {name} AS name, lines.report_id, lines.budget_wan, lines.executed_wan,
                lines.budget_wan IS NOT NULL AND lines.executed_wan IS NOT NULL AS covered
            FROM marts.fct_budget_execution AS lines
            INNER JOIN chosen ON lines.report_id = chosen.report_id
            LEFT JOIN marts.dim_organizations AS departments ON chosen.department_id = departments.organization_id
            WHERE {lines}
        )
        GROUP BY name
        ORDER BY budget_wan DESC NULLS LAST, name
        """,
    )


def tail(filters: Filters) -> pl.DataFrame:
    """Projects of which nothing, little, or more than everything was spent; `tail` names which."""
    return of_chosen(
        filters,
        """
        SELECT
            report_id, name, unit, district, fiscal_year, budget_wan, executed_wan,
            execution_rate, reported_total_score,
            CASE
                WHEN execution_rate = 0 THEN 'zero'
                WHEN execution_rate < $low THEN 'low'
                WHEN execution_rate > $over THEN 'over'
            END AS tail
        FROM chosen
        WHERE subject = 'project' AND (execution_rate < $low OR execution_rate > $over)
        ORDER BY execution_rate, budget_wan DESC NULLS LAST, report_id
        """,
        low=LOW,
        over=OVER,
    ).frame


def departments_beside_projects(filters: Filters) -> pl.DataFrame:
    """The project money that a department states beside the sum over the reports of its projects."""
    return of_chosen(
        filters,
        """
        SELECT
            chosen.report_id, chosen.unit, chosen.fiscal_year,
            lines.budget_wan, lines.executed_wan,
            count(projects.report_id) AS project_count,
            sum(projects.budget_wan) AS projects_budget_wan,
            sum(projects.executed_wan) AS projects_executed_wan
        FROM chosen
        INNER JOIN marts.fct_budget_execution AS lines
            ON chosen.report_id = lines.report_id AND lines.line_kind <> 'source'
            AND lines.expenditure_category = 'project' AND lines.origin = 'table'
        LEFT JOIN marts.fct_evaluations AS projects
            ON projects.department_id = chosen.organization_id AND projects.fiscal_year = chosen.fiscal_year
            AND projects.subject = 'project' AND projects.counts_in_totals
        WHERE chosen.subject = 'department'
        GROUP BY chosen.report_id, chosen.unit, chosen.fiscal_year, lines.line_no, lines.budget_wan, lines.executed_wan
        ORDER BY chosen.unit, chosen.fiscal_year, lines.line_no
        """,
    ).frame
