"""Where words stand: in reports' names, units' names, indicators' names, and the text of the documents.

Every question is asked with a limit; `found_count` is how many there are in all, except for text, which is not read to
its end when enough was found.
"""

from __future__ import annotations

import polars as pl

from dashboard.published import ask
from dashboard.queries.chosen import NAME, NAMED_BY
from dashboard.searching import Words


def reports(words: Words, rows: int) -> pl.DataFrame:
    """Reports by the name of their project, under whatever name it was seen, or their title; the newest first."""
    return ask(
        f"""
        SELECT
            evaluations.report_id,
            {NAME} AS name,
            evaluations.title,
            coalesce(units.organization_name, evaluations.organization_name) AS unit,
            evaluations.fiscal_year,
            evaluations.reported_total_score,
            evaluations.execution_rate,
            count(*) OVER () AS found_count
        FROM marts.fct_evaluations AS evaluations
        LEFT JOIN (
            SELECT project_id, names_seen FROM marts.dim_projects WHERE {words.any_condition("names_seen")}
        ) AS projects USING (project_id)
        LEFT JOIN marts.dim_organizations AS units ON evaluations.organization_id = units.organization_id
        {NAMED_BY}
        WHERE {words.condition("evaluations.project_name", "evaluations.title", "projects.names_seen")}
        ORDER BY evaluations.fiscal_year DESC NULLS LAST, name, evaluations.report_id
        LIMIT $rows
        """,
        rows=rows,
        **words.parameters(),
    )


def units(words: Words, rows: int) -> pl.DataFrame:
    """Units by any name they were seen under, with how many reports they filed or supervise and the newest of these."""
    return ask(
        f"""
        WITH named AS (
            SELECT organization_id, organization_name, region_code
            FROM marts.dim_organizations
            WHERE {words.condition("organization_name", "names_seen")}
        ),
        theirs AS (
            SELECT organization_id, report_id, fiscal_year
            FROM marts.fct_evaluations SEMI JOIN named USING (organization_id)
            UNION
            SELECT evaluations.department_id, evaluations.report_id, evaluations.fiscal_year
            FROM marts.fct_evaluations AS evaluations
            SEMI JOIN named ON evaluations.department_id = named.organization_id
        )
        SELECT
            named.organization_id,
            named.organization_name AS unit,
            regions.region_full_name AS district,
            count(theirs.report_id) AS report_count,
            max(theirs.fiscal_year) AS last_year,
            max_by(theirs.report_id, coalesce(theirs.fiscal_year, 0)) AS report_id,
            count(*) OVER () AS found_count
        FROM named
        LEFT JOIN theirs USING (organization_id)
        LEFT JOIN marts.dim_regions AS regions USING (region_code)
        GROUP BY named.organization_id, unit, district
        ORDER BY report_count DESC, unit
        LIMIT $rows
        """,
        rows=rows,
        **words.parameters(),
    )


def indicators(words: Words, rows: int) -> pl.DataFrame:
    """Indicators by their printed name, or by that of the standard indicator in either language: how many reports have
    one, and one row of the newest of these."""
    names = words.condition("indicator_name", "indicator_name_en", "lower(indicator_name_en)")
    keys = ask(f"SELECT indicator_key FROM marts.dim_indicators WHERE {names} ORDER BY 1", **words.parameters())
    standard = {"keys": keys["indicator_key"].to_list()} if keys.height else {}
    return ask(
        f"""
        SELECT
            level3 AS indicator,
            count(DISTINCT report_id) AS report_count,
            CAST(avg(score_rate) AS DOUBLE) AS mean_score_rate,
            arg_max(report_id, coalesce(fiscal_year, 0)) AS report_id,
            arg_max(indicator_no, coalesce(fiscal_year, 0)) AS indicator_no,
            count(*) OVER () AS found_count
        FROM marts.fct_indicator_scores
        WHERE level3 IS NOT NULL
            AND ({words.condition("level3")}{" OR indicator_key IN $keys" if standard else ""})
        GROUP BY level3
        ORDER BY report_count DESC, level3
        LIMIT $rows
        """,
        rows=rows,
        **standard,
        **words.parameters(),
    )


def texts(words: Words, rows: int) -> pl.DataFrame:
    """Paragraphs and cells of current reports that hold every word: the first `rows` that are come upon, in the order
    of their documents. A cell belongs to the report whose title stands last before it."""
    return ask(
        f"""
        WITH hits AS (
            SELECT document_id, block_no, row_no, col_no, page_no, text
            FROM marts.document_cells
            WHERE {words.condition("text")}
                AND document_id IN (SELECT document_id FROM marts.fct_evaluations)
            LIMIT $rows
        )
        SELECT
            hits.*,
            evaluations.report_id,
            {NAME} AS name,
            coalesce(units.organization_name, evaluations.organization_name) AS unit,
            evaluations.fiscal_year
        FROM hits
        INNER JOIN marts.fct_evaluations AS evaluations USING (document_id)
        LEFT JOIN marts.dim_organizations AS units ON evaluations.organization_id = units.organization_id
        {NAMED_BY}
        QUALIFY row_number() OVER (
            PARTITION BY hits.document_id, hits.block_no, hits.row_no, hits.col_no
            ORDER BY
                evaluations.title_block_no <= hits.block_no DESC NULLS LAST,
                abs(hits.block_no - evaluations.title_block_no) NULLS LAST,
                evaluations.report_no
        ) = 1
        ORDER BY hits.document_id, hits.block_no, hits.row_no NULLS FIRST, hits.col_no NULLS FIRST
        """,
        rows=rows,
        **words.parameters(),
    )
