"""One report, and the document it stands in."""

from __future__ import annotations

import polars as pl

from dashboard.filters import Filters
from dashboard.published import Answer, answer, ask
from dashboard.queries.chosen import NAME, NAMED_BY, named, of_chosen

MOST_LISTED = 1_000


def report_choices(filters: Filters) -> pl.DataFrame:
    """The first of the chosen reports, to pick one; `all_count` says how many there are."""
    return of_chosen(
        filters,
        """
        , listed AS (
            SELECT rowid FROM chosen ORDER BY region_code, fiscal_year DESC, document_id, report_no LIMIT $most
        )
        """
        + named("listed")
        + """
        SELECT report_id, name, unit, fiscal_year, (SELECT count(*) FROM chosen) AS all_count
        FROM named
        ORDER BY region_code, fiscal_year DESC, document_id, report_no
        """,
        most=MOST_LISTED,
    ).frame


def report(report_id: str) -> pl.DataFrame:
    """One report with the names of what it speaks of; no row when there is none of that id."""
    return ask(
        f"""
        SELECT
            evaluations.*, {NAME} AS name,
            coalesce(nullif(regions.region_full_name, ''), regions.region_name) AS district,
            units.organization_name AS unit, departments.organization_name AS department, documents.source_name
        FROM marts.fct_evaluations AS evaluations
        LEFT JOIN marts.dim_regions AS regions USING (region_code)
        LEFT JOIN marts.dim_organizations AS units USING (organization_id)
        LEFT JOIN marts.dim_organizations AS departments
            ON evaluations.department_id = departments.organization_id
        {NAMED_BY}
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


def indicators(report_id: str) -> Answer:
    """The indicator rows of a report in printed order."""
    return answer(
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


def cell(document_id: str, block_no: int | None, row_no: int | None, col_no: int | None) -> pl.DataFrame:
    """One paragraph or cell of a document; no row when there is none at that place."""
    return ask(
        """
        SELECT * FROM marts.document_cells
        WHERE
            document_id = $document_id
            AND block_no = $block_no::INTEGER
            AND row_no IS NOT DISTINCT FROM $row_no::INTEGER
            AND col_no IS NOT DISTINCT FROM $col_no::INTEGER
        """,
        document_id=document_id,
        block_no=block_no,
        row_no=row_no,
        col_no=col_no,
    )
