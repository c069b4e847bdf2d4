"""Small documents for the tests of forms, written as the tables that a person would type."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.document import Block, Cell, Document, Paragraph, Table
from ingest.forms.goals import Place
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


def texts(*places: Place | None) -> tuple[str | None, ...]:
    """What stands at each place."""
    return tuple(place.text if place else None for place in places)


def grid(*rows: str) -> Table:
    """A table on a true grid: `<` goes on with the cell to the left, `^` with the cell above. Raises ValueError where
    cells would lie over each other, as no printed form has them."""
    lines = [[text.strip() for text in row.split("|")] for row in rows]
    cells = []
    for row_no, line in enumerate(lines, start=1):
        for col_no, text in enumerate(line, start=1):
            if text in {"<", "^"}:
                continue
            col_span = 1
            while col_no - 1 + col_span < len(line) and line[col_no - 1 + col_span] == "<":
                col_span += 1
            row_span = 1
            while row_no - 1 + row_span < len(lines) and lines[row_no - 1 + row_span][col_no - 1] == "^":
                row_span += 1
            cells.append(Cell(row_no, col_no, text, row_span, col_span))
    places = [
        (row, col)
        for cell in cells
        for row in range(cell.row, cell.row + cell.row_span)
        for col in range(cell.col, cell.col + cell.col_span)
    ]
    if len(places) != len(set(places)):
        raise ValueError("cells lie over each other")
    return Table(tuple(cells), true_grid=True)
