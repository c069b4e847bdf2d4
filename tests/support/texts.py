"""A form as the text that word processors, web pages and converters leave of it; each shape loses something else.

A form is written as for `documents.grid`: `<` goes on with the cell to the left, `^` with the cell above.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ingest.document import Document
from ingest.readers import text
from ingest.readers.flattened import restore

from .documents import document, grid

Form = Sequence[str | tuple[str, ...]]
"""A document: paragraphs, and tables as tuples of their rows."""


def on_grid(form: Form) -> Document:
    """The form as Word, Excel and PDF hold it."""
    return document(*(block if isinstance(block, str) else grid(*block) for block in form))


def as_rows(form: Form) -> Document:
    """One line a row, cells between TABs; a cell below a merged one is blank."""
    return _read(form, lambda rows: "\n".join("\t".join(row) for row in _cells(rows)))


def as_padded_rows(form: Form) -> Document:
    """The same, every row filled up with blanks to the width of the table."""

    def written(rows: Sequence[str]) -> str:
        cells = _cells(rows)
        width = max(map(len, cells))
        return "\n".join("\t".join([*row, *[""] * (width - len(row))]) for row in cells)

    return _read(form, written)


def as_cells(form: Form) -> Document:
    """One line a cell behind a TAB, a blank line behind each row."""
    return _read(form, lambda rows: "\n".join("".join(f"\t{cell}\n" for cell in row) for row in _cells(rows)))


def as_paragraphs(form: Form) -> Document:
    """A paragraph for each cell, as web pages are copied: nothing says where a row ends."""

    def written(rows: Sequence[str]) -> str:
        return "\n\n".join(cell or "\xa0" for row in _cells(rows, below="") for cell in row)

    return _read(form, written)


def as_pipes(form: Form) -> Document:
    """One line a row, each cell ending in |; nothing is left where a cell goes on."""
    return _read(form, lambda rows: "\n".join(" | ".join(row) + " |" for row in _cells(rows, below="")))


def as_spaced_rows(form: Form) -> Document:
    """One line a row, cells apart by spaces; of a blank cell nothing is left."""
    return _read(form, lambda rows: "\n".join("   ".join(filter(None, row)) for row in _cells(rows, below="")))


def as_markdown(form: Form) -> Document:
    """A Markdown table on the grid of the form, blank where a cell goes on."""
    return _read(form, lambda rows: "\n".join("| " + " | ".join(_blank(row)) + " |" for row in rows))


def _read(form: Form, written: Callable[[Sequence[str]], str]) -> Document:
    blocks = (block if isinstance(block, str) else written(block) for block in form)
    return restore(text.read_bytes("\n\n".join(blocks).encode()))


def _cells(rows: Sequence[str], below: str = "^") -> list[list[str]]:
    """The cells of each row; without those that go on with the cell to the left, and, if so wished, above."""
    split = ([text.strip() for text in row.split("|")] for row in rows)
    gone = {"<"} if below else {"<", "^"}
    return [["" if text == "^" else text for text in row if text not in gone] for row in split]


def _blank(row: str) -> list[str]:
    return ["" if text.strip() in {"<", "^"} else text.strip() for text in row.split("|")]
