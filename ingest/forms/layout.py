"""A document as one sequence of rows, and cells found under the headings they belong to."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from math import inf

from ingest.document import Cell, Document, Paragraph
from ingest.lexicon.funding_labels import funding_label
from ingest.lexicon.labels import (
    MONEY_MEASURES,
    RATE_MEASURES,
    column_concept,
    halves,
    heading_concepts,
    only_money_unit,
    row_concept,
)
from ingest.lexicon.numbers import cell_figure
from ingest.lexicon.titles import is_numbered
from ingest.once import once
from ingest.records import Evidence

OTHER_UNIT_AT_HEAD = "页眉另写了一个金额单位 / the head of the page names another unit of money"
_FULL_LINE = 20
_PRINTED = re.compile(r"[^\s\u200b\ufeff]")
_LETTER = re.compile(r"[^\W\d_]")
_DIGIT = re.compile(r"\d")
_IN_SENTENCE = re.compile(r"[，,。；;]")
_JUDGED = frozenset({*MONEY_MEASURES, *RATE_MEASURES, "score"})
_FORM_HEADS = frozenset({"project_name", "organization_name", "department_name", "goal_heading", "issue_category"})


class Row:
    """A table row, or a paragraph (`row_no` None, one cell). `cells` are sorted by column; `filled`: those with words.

    `stands_alone`: no table goes on behind the row, as it is a paragraph or text typed above, below or between tables;
    `is_line`: it is a line of running text, as it stands alone or, as in spreadsheets, is merged to one cell;
    `is_unparted`: it is a row of a table whose cells could not be told apart; `gap`: so many blocks that are no text of
    the document stand right before it; `running_head`: as of its table.
    """

    def __init__(
        self,
        block_no: int,
        row_no: int | None,
        cells: tuple[Cell, ...],
        true_grid: bool,
        stands_alone: bool = False,
        is_unparted: bool = False,
        gap: int = 0,
        running_head: str = "",
    ) -> None:
        self.block_no, self.row_no, self.cells, self.true_grid = block_no, row_no, cells, true_grid
        self.stands_alone, self.is_unparted, self.gap, self.running_head = stands_alone, is_unparted, gap, running_head
        last = cells[-1]
        self.width = last.col + last.col_span - 1
        if len(cells) == 1:
            self.text = last.text
            self.filled = [last] if _PRINTED.search(last.text) else []
            self.is_line = stands_alone or last.col_span > 1
        else:
            self.text = " ".join([cell.text for cell in cells if cell.text])
            self.filled = [cell for cell in cells if cell.text and _PRINTED.search(cell.text)]
            self.is_line = stands_alone

    def leave_table(self) -> None:
        """Mark that it stands alone."""
        self.stands_alone = self.is_line = True

    @once
    def concepts(self) -> frozenset[str]:
        """What its cells mean where they head columns."""
        labels = [cell.text for cell in self.filled if not cell.text.isascii()]
        return frozenset(chain.from_iterable(map(heading_concepts, labels)))

    @once
    def labels(self) -> frozenset[str]:
        """What its cells mean where they label what stands beside them."""
        return frozenset(filter(None, map(row_concept, [cell.text for cell in self.filled])))

    @property
    def unit_of_head(self) -> str | None:
        """The unit of money that is printed at the head of its pages, where that names no other."""
        return only_money_unit(self.running_head)

    def evidence(self, cell: Cell | None = None, quote: str | None = None) -> Evidence:
        """The place of `cell`, or of the whole row: in its first filled cell, quoting all cells. A `quote` stands for
        what is quoted else."""
        if self.row_no is None:
            own = self.cells[0]
            return Evidence(self.block_no, None, None, own.page, own.text if quote is None else quote)
        place = cell or (self.filled or self.cells)[0]
        if quote is None:
            quote = cell.text if cell else self.text
        return Evidence(self.block_no, self.row_no, place.col, place.page, quote)


def rows_of(document: Document) -> list[Row]:
    """All paragraphs and table rows in reading order, but not what only tells of something that is not read, nor notes
    and comments."""
    rows: list[Row] = []
    tables: list[Row] = []
    width = gap = 0
    for block_no, block in enumerate(document.blocks, start=1):
        if isinstance(block, Paragraph):
            if not block.is_text:
                gap += 1
                continue
            if tables:
                rows.extend(with_lines(tables))
                tables = []
            cell = Cell(1, 1, block.text, page=block.page)
            rows.append(Row(block_no, None, (cell,), False, True, block.is_unparted, gap))
            gap = 0
            continue
        gap = 0
        head = block.running_head
        table = [
            Row(block_no, row_no, tuple(cells), block.true_grid, running_head=head) for row_no, cells in block.rows()
        ]
        if tables and width != max(row.width for row in table):
            rows.extend(with_lines(tables))
            tables = []
        tables.extend(table)
        width = max(row.width for row in table)
    return [*rows, *with_lines(tables)]


def with_lines(rows: Sequence[Row]) -> list[Row]:
    """The rows of a table, or of one that pages have cut, marked where they stand alone: rows with words in a single
    cell above the table, below it, or above a row that begins another one. Such a row that more rows of its table
    follow stays a row of it."""
    covered = _covered_rows(rows)
    singles = [_is_single(row) and (row.block_no, row.row_no) not in covered for row in rows]
    first = next((position for position, row in enumerate(rows) if row.filled and not singles[position]), len(rows))
    marked: list[Row] = []
    below: Row | None = None
    for position in range(len(rows) - 1, -1, -1):
        row = rows[position]
        if singles[position] and (position < first or below is None or _begins_table(below)):
            row.leave_table()
        elif row.filled and not singles[position]:
            below = row
        marked.append(row)
    return marked[::-1]


def _covered_rows(rows: Sequence[Row]) -> set[tuple[int, int]]:
    """The rows (by block and row number) that a cell with a text shares with others: they belong to its label."""
    return {
        (row.block_no, row_no)
        for row in rows
        for cell in row.filled
        if cell.row_span > 1
        for row_no in range(cell.row, cell.row + cell.row_span)
    }


def _is_single(row: Row) -> bool:
    """Whether words stand in one cell of the row and nothing in the others."""
    filled = row.filled
    return len(filled) == 1 and bool(_LETTER.search(filled[0].text)) and cell_figure(filled[0].text) is None


def _begins_table(row: Row) -> bool:
    """Whether a row heads columns, or begins the head of a form."""
    filled = row.filled
    if row_concept(filled[0].text) in _FORM_HEADS:
        return True
    headings = sum(column_concept(cell.text) is not None for cell in filled)
    return headings > 1 and not any(cell_figure(cell.text) for cell in filled)


def heads_list(rows: Sequence[Row], position: int) -> bool:
    """Whether a row heads the columns of a list, of which one is of names: words of money, rates or points stand in it,
    and below it a row of several figures, or of one under such a heading, that begins with no label."""
    row, below = rows[position], rows[position + 1] if position + 1 < len(rows) else None
    if below is None or below.block_no != row.block_no or not below.filled or row.concepts.isdisjoint(_JUDGED):
        return False
    first = below.filled[0].text
    if row_concept(first) or column_concept(first) or funding_label(first).kind != "item":
        return False
    own, others = ([cell for cell in each.filled if cell_figure(cell.text) is not None] for each in (row, below))
    if own or len(others) != 1:
        return not own and bool(others)
    return any(cell.col == others[0].col and column_concept(cell.text) in _JUDGED for cell in row.filled)


def goes_on(before: Row, row: Row) -> bool:
    """Whether the paragraph `row` is the rest of the paragraph `before` that a page break has cut in a sentence."""
    if not (before.is_line and row.is_line) or not follows(before, row):
        return False
    text = before.text
    if len(text) < _FULL_LINE or text[-1] in "。；;！!？?：:" or is_numbered(row.text):
        return False
    return not is_numbered(text) or _IN_SENTENCE.search(text) is not None


def follows(before: Row, row: Row) -> bool:
    """Whether two lines stand below each other: two paragraphs, or two rows of one table."""
    if before.row_no is None or row.row_no is None:
        return before.row_no is row.row_no and row.block_no == before.block_no + row.gap + 1
    return row.block_no == before.block_no and row.row_no == before.row_no + 1


@dataclass(frozen=True)
class Columns:
    """The headings of a table: concept by column, the last row they stand in, how wide and how deep the heading is.

    `parts` are the columns that break an amount down, by what they are headed with: {财政拨款: {column: measure}};
    `others` those whose figures are of another year; `paired` those whose cells hold two concepts in one.
    """

    concepts: Mapping[int, str]
    texts: Mapping[int, str]
    width: int
    heading: Row
    depth: int = 1
    parts: Mapping[str, Mapping[int, str]] = field(default_factory=dict)
    others: frozenset[int] = frozenset()
    paired: Mapping[int, tuple[str, str]] = field(default_factory=dict)

    def of(self, concept: str) -> int | None:
        """The first column that a concept heads."""
        return self.by_concept.get(concept)

    @once
    def by_concept(self) -> dict[str, int]:
        """The first column that each concept heads."""
        found = {concept: col for col, concept in sorted(self.concepts.items(), reverse=True)}
        return found | {concept: col for col, pair in self.paired.items() for concept in pair}

    def told(self, cells: Mapping[int, Cell]) -> dict[str, Cell]:
        """The cell that each concept heads, `cells` being given by the column that heads them: of a cell that holds two
        in one its half, and none where it does not."""
        if not self.paired:
            return {concept: cells[col] for concept, col in self.by_concept.items() if col in cells}
        found: dict[str, Cell] = {}
        for concept, col in self.by_concept.items():
            cell = cells.get(col)
            if cell is not None and col in self.paired:
                cell = part_of(cell, self.paired[col], concept)
            if cell is not None:
                found[concept] = cell
        return found

    @once
    def first_value(self) -> int:
        return min([*self.concepts, *self.others, *(col for part in self.parts.values() for col in part)])


def part_of(cell: Cell, pair: tuple[str, str], concept: str) -> Cell | None:
    """The half of a cell that holds a pair of concepts. Points and amounts are two figures, or nothing can be told of
    them; a target without an actual value has the cell for itself."""
    first, second = halves(cell.text) or (cell.text, "")
    if "target" not in pair and not (cell_figure(first) and cell_figure(second)):
        return None
    if bool(_DIGIT.search(first)) != bool(_DIGIT.search(second)):
        first, second = cell.text, ""
    return cell._replace(text=first if concept == pair[0] else second)


def place(row: Row, offset: int) -> dict[int, Cell]:
    """The row's cells by heading column, when every cell is moved `offset` columns to the right."""
    return {cell.col + offset: cell for cell in row.cells}


def best_offset(offsets: Iterable[int], fit: Callable[[int], float], lead: float = 0.0, most: float = inf) -> int:
    """The offset under which a row's cells fit their headings best, by what `fit` makes of each.

    0 is kept unless another offset is better by more than `lead`; among equals the smallest move wins. On a true grid
    the printed position counts: only offsets that are better by a clear lead are considered at all. No offset fits
    better than `most`.
    """
    printed = fit(0)
    if printed + lead >= most:
        return 0
    candidates = sorted(set(offsets) | {0}, key=abs)
    scores = {offset: fit(offset) if offset else printed for offset in candidates}
    best = max(candidates, key=lambda offset: (scores[offset], -abs(offset)))
    return best if scores[best] > scores[0] + lead else 0
