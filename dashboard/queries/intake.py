"""What became of the documents, and what in them was not understood."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import duckdb
import polars as pl
import streamlit as st

from dashboard.access import NothingPublished, QueryFailed, gate
from dashboard.published import ask, home
from dashboard.queries.chosen import NAME, NAMED_BY
from ingest.publish import Generation

MOST_LISTED = 500
_NAMED = "contains(lower(source_name), lower($name))"


def document_counts(name: str) -> dict[str, int]:
    """How many documents of each outcome have these characters in their file's name."""
    sql = f"SELECT status, count(*) AS n FROM marts.dim_documents WHERE {_NAMED} GROUP BY status"
    return dict(ask(sql, name=name).iter_rows())


def documents(name: str, statuses: Sequence[str]) -> pl.DataFrame:
    """The first documents with these characters in their file's name and one of these outcomes, those to look at first,
    then the newest; last those whose file has come with other contents since."""
    return ask(
        f"""
        SELECT
            document_id, source_name, names_seen, media_type, byte_size, received_at, status, reason, report_count,
            figure_count, unplaced_count,
            figure_count / nullif(figure_count + unplaced_count, 0) AS placed_share
        FROM marts.dim_documents
        WHERE {_NAMED} AND status IN $statuses
        ORDER BY
            replaced_at IS NOT NULL,
            CASE status WHEN 'rejected' THEN 1 WHEN 'partial' THEN 2 ELSE 3 END, received_at DESC, source_name
        LIMIT $most
        """,
        name=name,
        statuses=list(statuses),
        most=MOST_LISTED,
    )


def quarantine() -> pl.DataFrame:
    """The first documents that could not be read, the newest first, without those whose file came with other contents;
    `all_count` says how many there are, `retriable_count` how many of them another try may read."""
    return ask(
        """
        SELECT
            document_id, source_name, received_at, reason, may_be_retried,
            count(*) OVER () AS all_count, count(*) FILTER (WHERE may_be_retried) OVER () AS retriable_count
        FROM marts.dim_documents
        WHERE status = 'rejected' AND replaced_at IS NULL
        ORDER BY received_at DESC, source_name
        LIMIT $most
        """,
        most=MOST_LISTED,
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
        f"""
        SELECT
            evaluations.report_id, evaluations.document_id, evaluations.report_no, {NAME} AS name,
            evaluations.fiscal_year, evaluations.reported_total_score
        FROM marts.fct_evaluations AS evaluations
        {NAMED_BY}
        WHERE evaluations.document_id = $document_id
        ORDER BY evaluations.report_no
        """,
        document_id=document_id,
    )


def corrections() -> pl.DataFrame:
    """What became of each correction, with the name of its document."""
    return ask(
        """
        SELECT corrections.correction_id, corrections.status, corrections.problem, documents.source_name,
            corrections.replaced_by_report_id IS NOT NULL AS is_replaced
        FROM marts.corrections AS corrections
        LEFT JOIN marts.dim_documents AS documents USING (document_id)
        """
    )


def held_by(generation: Generation) -> dict[str, Any] | None:
    """How much a kept generation holds: reports, rejected documents, findings; None where it cannot be read."""
    return _held_by(generation.id, generation)


@st.cache_data(max_entries=20, show_spinner=False)
def _held_by(generation_id: str, _generation: Generation) -> dict[str, Any] | None:
    try:
        found = gate(home()).query(
            """
            SELECT
                (SELECT count(*) FROM fct_evaluations) AS report_count,
                (SELECT count(*) FROM dim_documents WHERE status = 'rejected') AS rejected_count,
                (SELECT count(*) FROM fct_review_findings) AS finding_count
            """,
            of=_generation,
        )
    except (NothingPublished, QueryFailed, duckdb.Error):
        return None
    return found.frame.row(0, named=True)
