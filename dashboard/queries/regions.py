"""The chosen reports by the divisions of one place."""

from __future__ import annotations

import polars as pl

from dashboard.filters import Filters
from dashboard.published import Answer, ask
from dashboard.queries.chosen import named, of_chosen, of_sums

COUNTRY = ""
"""The place whose divisions are the provinces."""
MEASURES = ("execution_rate", "mean_score", "findings_per_100_reports", "report_count")


def place(region_code: str) -> pl.DataFrame:
    """A division with the place it lies in (`parent_code`) and whether others lie in it."""
    return ask(
        """
        SELECT
            regions.region_code,
            regions.region_name,
            CASE
                WHEN regions.level = 'prefecture' THEN regions.province_code
                WHEN regions.level = 'county' THEN coalesce(regions.prefecture_code, regions.province_code)
                ELSE ''
            END AS parent_code,
            EXISTS (
                SELECT 1 FROM marts.dim_regions AS others
                WHERE others.region_code <> $region_code
                    AND ($region_code IN (others.prefecture_code, others.province_code))
            ) AS has_divisions
        FROM marts.dim_regions AS regions
        WHERE regions.region_code = $region_code
        """,
        region_code=region_code,
    )


def by_division(filters: Filters, inside: str) -> Answer:
    """Every division right below a place, with or without reports, and, where the place filed reports of its own, the
    place itself (`is_own`). Money is that of projects, each counted once a year; rates are over reports with both
    amounts."""
    return of_sums(
        filters,
        """
        , filed AS (
            SELECT
                region_code,
                sum(report_count) AS report_count,
                sum(covered_count) AS covered_report_count,
                sum(covered_budget_wan) AS covered_budget_wan,
                sum(covered_executed_wan) AS executed_wan,
                sum(total_score) AS total_score,
                sum(scored_count) AS scored_count,
                sum(finding_count) AS finding_count
            FROM sums
            GROUP BY region_code
        ),
        placed AS (
            SELECT
                filed.*,
                CASE
                    WHEN $inside = '' THEN regions.province_code
                    WHEN regions.region_code = $inside THEN $inside
                    WHEN regions.province_code = $inside THEN coalesce(regions.prefecture_code, regions.region_code)
                    ELSE regions.region_code
                END AS division_code
            FROM filed
            INNER JOIN marts.dim_regions AS regions ON filed.region_code = regions.region_code
            WHERE $inside = '' OR $inside IN (regions.region_code, regions.prefecture_code, regions.province_code)
        ),
        measured AS (
            SELECT
                division_code,
                CAST(sum(report_count) AS BIGINT) AS report_count,
                CAST(sum(covered_report_count) AS BIGINT) AS covered_report_count,
                sum(covered_budget_wan) AS covered_budget_wan,
                sum(executed_wan) AS executed_wan,
                CAST(sum(total_score) AS DOUBLE) / nullif(sum(scored_count), 0) AS mean_score,
                CAST(sum(finding_count) AS BIGINT) AS finding_count
            FROM placed
            GROUP BY division_code
        ),
        divisions AS (
            SELECT region_code, region_name AS name, region_code = $inside AS is_own
            FROM marts.dim_regions
            WHERE CASE
                WHEN $inside = '' THEN level = 'province'
                WHEN region_code = $inside THEN region_code IN (SELECT division_code FROM measured)
                WHEN level = 'prefecture' THEN province_code = $inside
                WHEN level = 'county' THEN coalesce(prefecture_code, province_code) = $inside
            END
        )
        SELECT
            divisions.region_code,
            divisions.name,
            divisions.is_own,
            coalesce(measured.report_count, 0) AS report_count,
            coalesce(measured.covered_report_count, 0) AS covered_report_count,
            measured.covered_budget_wan,
            measured.executed_wan,
            CAST(measured.executed_wan AS DOUBLE) / nullif(CAST(measured.covered_budget_wan AS DOUBLE), 0)
                AS execution_rate,
            measured.mean_score,
            coalesce(measured.finding_count, 0) AS finding_count,
            100.0::DOUBLE * measured.finding_count / measured.report_count AS findings_per_100_reports
        FROM divisions
        LEFT JOIN measured ON divisions.region_code = measured.division_code
        ORDER BY divisions.is_own DESC, divisions.region_code
        """,
        inside=inside,
    )


def of_own_units(filters: Filters, region_code: str, rows: int) -> pl.DataFrame:
    """Reports that units of the division itself filed, not those of divisions below it, the newest first;
    `found_count` is how many there are."""
    return of_chosen(
        filters,
        ", listed AS (SELECT rowid FROM chosen WHERE region_code = $region_code)"
        + named("listed")
        + """
        SELECT
            report_id, name, unit, fiscal_year, execution_rate, reported_total_score, finding_count,
            count(*) OVER () AS found_count
        FROM named
        ORDER BY fiscal_year DESC NULLS LAST, unit, name, report_id
        LIMIT $rows
        """,
        region_code=region_code,
        rows=rows,
    ).frame
