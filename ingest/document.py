"""What every reader gives: a document as an ordered list of paragraphs and tables.

A `Document` knows nothing of budgets. Block, row and column numbers are 1-based and are what evidence points at.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple


class Cell(NamedTuple):
    """One printed cell. `row` and `col` are its top left corner; spans count the grid positions it covers.

    `stored` is the number that a spreadsheet keeps behind the text that it shows: 0.7515 behind 75.2%.
    """

    row: int
    col: int
    text: str
    row_span: int = 1
    col_span: int = 1
    page: int | None = None
    stored: float | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of running text, as printed; `is_unparted`: it is a row of a table whose cells could not be told
    apart; `is_unread`: it only tells of a file, a picture or letters that stand there and are not read; `is_of_hidden`:
    it only tells of rows and columns with figures that a sheet hides, which are read all the same; `is_aside`: it is a
    note or a comment beside what the document says."""

    text: str
    page: int | None = None
    is_unparted: bool = False
    is_unread: bool = False
    is_aside: bool = False
    is_of_hidden: bool = False

    @property
    def is_text(self) -> bool:
        """Whether it is of the document's own text."""
        return not (self.is_unread or self.is_aside or self.is_of_hidden)


@dataclass(frozen=True, slots=True)
class Table:
    """A table of cells in reading order.

    `true_grid` says whether `col` is the position on the printed grid (Word, Excel, PDF) or only the rank of the
    cell in its row (plain text, where merged cells have left no trace); `running_head`: what is printed above it and
    everything else on its pages, which is no text of the document itself.
    """

    cells: tuple[Cell, ...]
    true_grid: bool = False
    running_head: str = ""

    def rows(self) -> Iterator[tuple[int, list[Cell]]]:
        """The rows in order, each as (row number, its cells from left to right)."""
        for row, cells in groupby(sorted(self.cells, key=itemgetter(0, 1)), key=itemgetter(0)):
            yield row, list(cells)


Block = Paragraph | Table


def says_something(block: Block) -> bool:
    """Whether a block holds a text of the document."""
    return block.is_text if isinstance(block, Paragraph) else any(cell.text for cell in block.cells)


@dataclass(frozen=True, slots=True)
class Document:
    """A read file: `blocks[i]` has block number i + 1."""

    blocks: tuple[Block, ...]
    media_type: str
    encoding: str | None = None


class Unreadable(Exception):
    """The file cannot be read; the message says why and what to do, in Chinese / English, to the unit."""
