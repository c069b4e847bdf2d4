"""What the pages ask of the marts. A query selects; what a mart holds is not computed again.

Filters are named parameters; nothing that a viewer types becomes SQL text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from dashboard.published import ask

if TYPE_CHECKING:
    from dashboard.filters import Filters

HIGH_SCORE = 90
LOW_EXECUTION = 0.6

CHOSEN = """
WITH chosen AS (
    SELECT
        evaluations.*,
        regions.region_name AS district,
        coalesce(organizations.organization_name, evaluations.organization_name) AS unit
    FROM marts.fct_evaluations AS evaluations
    LEFT JOIN marts.dim_regions AS regions USING (region_code)
    LEFT JOIN marts.dim_organizations AS organizations USING (organization_id)
    WHERE
        (len($years::INTEGER[]) = 0 OR list_contains($years::INTEGER[], evaluations.fiscal_year))
        AND (
            len($districts::VARCHAR[]) = 0
            OR list_contains($districts::VARCHAR[], evaluations.region_code)
            OR list_contains($districts::VARCHAR[], regions.prefecture_code)
            OR list_contains($districts::VARCHAR[], regions.province_code)
        )
        AND (len($forms::VARCHAR[]) = 0 OR list_contains($forms::VARCHAR[], evaluations.form))
        AND (
            len($departments::VARCHAR[]) = 0
            OR list_contains($departments::VARCHAR[], evaluations.department_id)
        )
)
"""


# Choices of the filters


def year_choices() -> list[int]:
    """The fiscal years that reports evaluate, the newest first."""
    sql = "SELECT DISTINCT fiscal_year FROM marts.fct_evaluations WHERE fiscal_year IS NOT NULL ORDER BY 1 DESC"
    return ask(sql)["fiscal_year"].to_list()


def district_choices() -> pl.DataFrame:
    """The divisions that reports come from, and the prefectures and provinces above them, as a flat tree."""
    return ask(
        """
        WITH own AS (
            SELECT DISTINCT regions.*
            FROM marts.fct_evaluations INNER JOIN marts.dim_regions AS regions USING (region_code)
        )
        SELECT region_code, coalesce(nullif(region_full_name, ''), region_name) AS name
        FROM marts.dim_regions
        WHERE region_code IN (
            SELECT region_code FROM own
            UNION SELECT prefecture_code FROM own
            UNION SELECT province_code FROM own
        )
        ORDER BY region_code
        """
    )


def form_choices() -> list[str]:
    """The forms that reports were filed on."""
    return ask("SELECT DISTINCT form FROM marts.fct_evaluations WHERE form IS NOT NULL ORDER BY 1")["form"].to_list()


def department_choices() -> pl.DataFrame:
    """The supervising departments of the reports."""
    return ask(
        """
        SELECT DISTINCT evaluations.department_id, organizations.organization_name AS name
        FROM marts.fct_evaluations AS evaluations
        INNER JOIN marts.dim_organizations AS organizations
            ON evaluations.department_id = organizations.organization_id
        ORDER BY name
        """
    )


# Overview


def key_figures(filters: Filters) -> pl.DataFrame:
    """One row. Money is that of projects, each counted once a year; the rate is over reports with both amounts."""
    return ask(
        CHOSEN
        + """
        SELECT
            count(*) AS report_count,
            count(DISTINCT project_id) AS project_count,
            sum(budget_wan) FILTER (WHERE in_totals) AS budget_wan,
            sum(executed_wan) FILTER (WHERE in_totals) AS executed_wan,
            count(*) FILTER (WHERE in_totals) AS counted_count,
            count(*) FILTER (WHERE covered) AS covered_count,
            CAST(sum(executed_wan) FILTER (WHERE covered) AS DOUBLE)
            / nullif(CAST(sum(budget_wan) FILTER (WHERE covered) AS DOUBLE), 0) AS execution_rate,
            CAST(avg(reported_total_score) AS DOUBLE) AS mean_score,
            count(reported_total_score) AS scored_count,
            coalesce(sum(finding_count), 0)::INTEGER AS finding_count
        FROM (
            SELECT
                *,
                counts_in_totals AND subject = 'project' AS in_totals,
                counts_in_totals AND subject = 'project'
                AND budget_wan IS NOT NULL AND executed_wan IS NOT NULL AS covered
            FROM chosen
        )
        """,
        filters,
    )


def execution_by_region_year(filters: Filters) -> pl.DataFrame:
    """Execution rate of each district's own projects by year."""
    if filters.by_place_and_time_only:
        return ask(
            """
            SELECT
                regions.region_name AS district, a.region_code, a.fiscal_year, a.report_count,
                a.covered_report_count, a.budget_wan, a.covered_budget_wan, a.executed_wan, a.execution_rate
            FROM marts.agg_execution_by_region_year AS a
            INNER JOIN marts.dim_regions AS regions USING (region_code)
            WHERE
                a.scope = 'own'
                AND (len($years::INTEGER[]) = 0 OR list_contains($years::INTEGER[], a.fiscal_year))
                AND (
                    len($districts::VARCHAR[]) = 0
                    OR list_contains($districts::VARCHAR[], a.region_code)
                    OR list_contains($districts::VARCHAR[], regions.prefecture_code)
                    OR list_contains($districts::VARCHAR[], regions.province_code)
                )
            ORDER BY a.region_code, a.fiscal_year
            """,
            years=filters.years,
            districts=filters.districts,
        )
    return ask(
        CHOSEN
        + """
        SELECT
            district, region_code, fiscal_year,
            count(*) AS report_count,
            count(*) FILTER (WHERE covered) AS covered_report_count,
            sum(budget_wan) AS budget_wan,
            sum(budget_wan) FILTER (WHERE covered) AS covered_budget_wan,
            sum(executed_wan) FILTER (WHERE covered) AS executed_wan,
            CAST(sum(executed_wan) FILTER (WHERE covered) AS DOUBLE)
            / nullif(CAST(sum(budget_wan) FILTER (WHERE covered) AS DOUBLE), 0) AS execution_rate
        FROM (SELECT *, budget_wan IS NOT NULL AND executed_wan IS NOT NULL AS covered FROM chosen)
        WHERE counts_in_totals AND subject = 'project'
        GROUP BY district, region_code, fiscal_year
        ORDER BY region_code, fiscal_year
        """,
        filters,
    )


def scores(filters: Filters) -> pl.DataFrame:
    """Every report that has a total score."""
    return ask(
        CHOSEN
        + """
        SELECT
            report_id, district, region_code, fiscal_year, unit, coalesce(project_name, title) AS name,
            CAST(reported_total_score AS DOUBLE) AS score, execution_rate
        FROM chosen
        WHERE reported_total_score IS NOT NULL
        ORDER BY region_code, fiscal_year, report_id
        """,
        filters,
    )


def high_score_low_execution(filters: Filters) -> pl.DataFrame:
    """Reports that give themselves a high score although little of the money was spent."""
    return ask(
        CHOSEN
        + """
        SELECT
            report_id, district, fiscal_year, unit, coalesce(project_name, title) AS name,
            reported_total_score, budget_wan, executed_wan, execution_rate
        FROM chosen
        WHERE execution_rate < $low AND reported_total_score >= $high
        ORDER BY execution_rate, reported_total_score DESC, report_id
        """,
        filters,
        low=LOW_EXECUTION,
        high=HIGH_SCORE,
    )


def findings(filters: Filters) -> pl.DataFrame:
    """The findings of the chosen reports, the gravest first."""
    return ask(
        CHOSEN
        + """
        SELECT
            findings.finding_id, findings.rule_id, findings.severity, findings.message_zh, findings.message_en,
            chosen.report_id, chosen.district, chosen.fiscal_year, chosen.unit,
            coalesce(chosen.project_name, chosen.title) AS name
        FROM marts.fct_review_findings AS findings
        INNER JOIN chosen ON findings.report_id = chosen.report_id
        ORDER BY
            CASE findings.severity WHEN 'error' THEN 1 WHEN 'warning' THEN 2 ELSE 3 END,
            findings.rule_id, chosen.report_id, findings.finding_id
        """,
        filters,
    )


def documents_not_loaded() -> pl.DataFrame:
    """Documents of which nothing or not everything was understood, with a report to look at where there is one."""
    return ask(
        """
        SELECT
            documents.document_id, documents.source_name, documents.status, documents.reason,
            documents.received_at, min(evaluations.report_id) AS report_id
        FROM marts.dim_documents AS documents
        LEFT JOIN marts.fct_evaluations AS evaluations USING (document_id)
        WHERE documents.status <> 'loaded'
        GROUP BY ALL
        ORDER BY documents.status DESC, documents.received_at DESC, documents.source_name
        """
    )


def document_outcomes() -> pl.DataFrame:
    """How many documents there are of each outcome."""
    return ask("SELECT status, count(*) AS document_count FROM marts.dim_documents GROUP BY status")


# Project


def report_choices(filters: Filters) -> pl.DataFrame:
    """The chosen reports, to pick one."""
    return ask(
        CHOSEN
        + """
        SELECT report_id, coalesce(project_name, title) AS name, unit, fiscal_year
        FROM chosen ORDER BY region_code, fiscal_year DESC, document_id, report_no
        """,
        filters,
    )


def report(report_id: str) -> pl.DataFrame:
    """One report with the names of what it speaks of; no row when there is none of that id."""
    return ask(
        """
        SELECT
            evaluations.*, coalesce(evaluations.project_name, evaluations.title) AS name,
            coalesce(nullif(regions.region_full_name, ''), regions.region_name) AS district,
            units.organization_name AS unit, departments.organization_name AS department, documents.source_name
        FROM marts.fct_evaluations AS evaluations
        LEFT JOIN marts.dim_regions AS regions USING (region_code)
        LEFT JOIN marts.dim_organizations AS units USING (organization_id)
        LEFT JOIN marts.dim_organizations AS departments
            ON evaluations.department_id = departments.organization_id
        LEFT JOIN marts.dim_documents AS documents USING (document_id)
        WHERE evaluations.report_id = $report_id
        """,
        report_id=report_id,
    )


def funding_lines(report_id: str) -> pl.DataFrame:
    """The funding lines of a report in printed order."""
    return ask(
        "SELECT * FROM marts.fct_budget_execution WHERE report_id = $report_id ORDER BY line_no",
        report_id=report_id,
    )


def amounts(report_id: str) -> pl.DataFrame:
    """Every figure of money, rate and total score that a report prints, in the order of the document."""
    return ask(
        """
        SELECT * FROM marts.fct_reported_amounts WHERE report_id = $report_id
        ORDER BY block_no, row_no NULLS FIRST, col_no NULLS FIRST, measure
        """,
        report_id=report_id,
    )


def indicators(report_id: str) -> pl.DataFrame:
    """The indicator rows of a report in printed order."""
    return ask(
        "SELECT * FROM marts.fct_indicator_scores WHERE report_id = $report_id ORDER BY indicator_no",
        report_id=report_id,
    )


def report_findings(report_id: str) -> pl.DataFrame:
    """The findings of one report, the gravest first."""
    return ask(
        """
        SELECT * FROM marts.fct_review_findings WHERE report_id = $report_id
        ORDER BY CASE severity WHEN 'error' THEN 1 WHEN 'warning' THEN 2 ELSE 3 END, rule_id, finding_id
        """,
        report_id=report_id,
    )


def report_issues(report_id: str) -> pl.DataFrame:
    """Problems, suggestions and practices that the report states itself."""
    return ask(
        """
        SELECT * FROM marts.fct_report_issues WHERE report_id = $report_id
        ORDER BY CASE kind WHEN 'problem' THEN 1 WHEN 'suggestion' THEN 2 ELSE 3 END, block_no, row_no, col_no, text
        """,
        report_id=report_id,
    )


def cells_around(document_id: str, block_no: int, row_no: int | None, blocks: int, rows: int) -> pl.DataFrame:
    """The part of a document around a place, in reading order."""
    return ask(
        """
        SELECT * FROM marts.document_cells
        WHERE
            document_id = $document_id
            AND block_no BETWEEN $block_no - $blocks AND $block_no + $blocks
            AND (row_no IS NULL OR block_no <> $block_no OR abs(row_no - $row_no::INTEGER) <= $rows)
        ORDER BY block_no, row_no, col_no
        """,
        document_id=document_id,
        block_no=block_no,
        row_no=row_no,
        blocks=blocks,
        rows=rows,
    )
