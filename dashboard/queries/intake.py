"""What became of the documents, and what in them was not understood."""

from __future__ import annotations

import polars as pl

from dashboard.published import ask


def documents() -> pl.DataFrame:
    """Every document with its outcome, those to look at first, then the newest; last those whose file has come with
    other contents since."""
    return ask(
        """
        SELECT
            document_id, source_name, names_seen, media_type, byte_size, received_at, status, reason, report_count,
            figure_count, unplaced_count
        FROM marts.dim_documents
        ORDER BY
            replaced_at IS NOT NULL,
            CASE status WHEN 'rejected' THEN 1 WHEN 'partial' THEN 2 ELSE 3 END, received_at DESC, source_name
        """
    )


def unplaced(document_id: str) -> pl.DataFrame:
    """The places of a document that were not understood, in reading order."""
    return ask(
        "SELECT * FROM marts.unplaced_figures WHERE document_id = $document_id ORDER BY unplaced_no",
        document_id=document_id,
    )


def reports_of(document_id: str) -> pl.DataFrame:
    """The reports of a document."""
    return ask(
        """
        SELECT report_id, report_no, coalesce(project_name, title) AS name, fiscal_year, reported_total_score
        FROM marts.fct_evaluations WHERE document_id = $document_id ORDER BY report_no
        """,
        document_id=document_id,
    )
