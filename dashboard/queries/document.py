"""A document as it looked, cut into parts that a browser can hold; no row of a table is cut."""

from __future__ import annotations

import polars as pl

from dashboard.published import ask

PART_CELLS = 4_000

_PARTS = """
WITH counted AS (
    SELECT *, row_number() OVER (ORDER BY block_no, row_no NULLS FIRST, col_no) AS position
    FROM marts.document_cells
    WHERE document_id = $document_id
),
parts AS (
    SELECT
        * EXCLUDE (position),
        CAST((min(position) OVER (PARTITION BY block_no, row_no) - 1) // $size AS INTEGER) + 1 AS part_no
    FROM counted
)
"""


def part_count(document_id: str) -> int:
    """How many parts the document has; 0 where nothing of it is kept."""
    found = ask(_PARTS + "SELECT max(part_no) FROM parts", document_id=document_id, size=PART_CELLS)
    return found.item() or 0


def part_of(document_id: str, block_no: int, row_no: int | None) -> int:
    """The part in which a place stands; the first for a place that is none."""
    found = ask(
        _PARTS
        + """
        SELECT min(part_no) FROM parts
        WHERE block_no = $block_no AND ($row_no::INTEGER IS NULL OR row_no = $row_no::INTEGER)
        """,
        document_id=document_id,
        size=PART_CELLS,
        block_no=block_no,
        row_no=row_no,
    )
    return found.item() or 1


def part(document_id: str, part_no: int) -> pl.DataFrame:
    """The cells of one part in reading order."""
    return ask(
        _PARTS + "SELECT * EXCLUDE (part_no) FROM parts WHERE part_no = $part_no ORDER BY block_no, row_no, col_no",
        document_id=document_id,
        size=PART_CELLS,
        part_no=part_no,
    )
