"""Small documents for the tests of forms, written as the tables that a person would type."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.document import Block, Cell, Document, Paragraph, Table
from ingest.forms.layout import Row, rows_of


def table(*rows: Sequence[str] | str, true_grid: bool = False) -> Table:
    """A table; a row may be written as one string with | between its cells."""
    lines = [row.split("|") if isinstance(row, str) else list(row) for row in rows]
    return Table(
        tuple(
            Cell(row_no, col_no, text.strip())
            for row_no, line in enumerate(lines, start=1)
            for col_no, text in enumerate(line, start=1)
        ),
        true_grid,
    )


def document(*blocks: Block | str) -> Document:
    """A document of tables and of paragraphs given as text."""
    return Document(tuple(Paragraph(block) if isinstance(block, str) else block for block in blocks), "text/plain")


def rows(*blocks: Block | str) -> list[Row]:
    return rows_of(document(*blocks))
