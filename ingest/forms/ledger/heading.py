"""The heading of a ledger: where one starts, and what each of its columns holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.forms.headings import groups
from ingest.forms.layout import Row
from ingest.forms.ledger.context import context_above
from ingest.forms.ledger.labels import (
    EXECUTED,
    MONEY,
    RATE,
    Column,
    column,
    is_evaluation,
    says_only_sum,
    says_only_time,
)
from ingest.forms.ledger.periods import period
from ingest.lexicon.numbers import cell_figure
from ingest.lexicon.text import fold
from ingest.once import once

_DEEPEST = 4
_LONGEST_HEADING = 40
_SUBJECTS = frozenset({"subject_name", "project_name", "organization_name", "region_name", "department_name"})


@dataclass(frozen=True)
class Heading:
    """The columns of a ledger by their number, and the rows of its heading."""

    columns: Mapping[int, Column]
    rows: tuple[Row, ...]

    @once
    def concepts(self) -> frozenset[str]:
        return frozenset(column.concept for column in self.columns.values() if column.concept)

    def of(self, concept: str) -> list[int]:
        """The columns that hold it."""
        return [col for col, column in self.columns.items() if column.concept == concept]

    @property
    def is_of_ledger(self) -> bool:
        """Whether it names subjects and what they have spent beside what they may spend, or the rate of the two."""
        money = self.concepts & {*MONEY, RATE}
        return bool(self.concepts & _SUBJECTS and money & {EXECUTED, RATE} and len(money) > 1)

    @property
    def tells_time(self) -> bool:
        """Whether it says by itself that its figures are of months."""
        told = any(column.span or column.period for column in self.columns.values())
        return told or "month" in self.concepts

    @property
    def is_export(self) -> bool:
        """Whether it has columns that budget systems export and no report has: balances, plans, kinds of funds."""
        return len(self.concepts & {"balance", "issued", "fund_text", "project_code", "organization_code"}) > 1

    def repeats_in(self, rows: Sequence[Row], position: int) -> bool:
        """Whether the same heading stands again at `position`, as on the next page."""
        again = rows[position : position + len(self.rows)]
        return [row.text for row in again] == [row.text for row in self.rows]


def heading_at(rows: Sequence[Row], position: int) -> Heading | None:
    """The heading of a ledger that starts with `rows[position]`, None where none does."""
    first = rows[position]
    if first.stands_alone or len(first.filled) < 3 or not _may_head(first):
        return None
    found = [first]
    while len(found) < _DEEPEST and position + len(found) < len(rows):
        below = rows[position + len(found)]
        if below.block_no != first.block_no or below.stands_alone or not _goes_on(found, below):
            break
        found.append(below)
    texts = _stacked(found)
    if is_evaluation([text for stack in texts.values() for text in stack]):
        return None
    heading = _heading(texts, found)
    if (
        EXECUTED not in heading.concepts
        and any(map(says_only_time, texts.values()))
        and context_above(rows, position).speaks_of_payments
    ):
        heading = _heading(_of_payments(texts), found)
    return heading if heading.is_of_ledger else None


def _heading(texts: Mapping[int, tuple[str, ...]], rows: Sequence[Row]) -> Heading:
    return Heading({col: column(stack) for col, stack in sorted(texts.items())}, tuple(rows))


def _of_payments(texts: Mapping[int, tuple[str, ...]]) -> dict[int, tuple[str, ...]]:
    """The headings with 支出 over those that name nothing but a time, and over the sum behind these."""
    found = dict(texts)
    begun = False
    for col, stack in sorted(texts.items()):
        is_time = says_only_time(stack)
        if is_time or (begun and says_only_sum(stack)):
            found[col] = ("支出", *stack)
        begun = begun or is_time
    return found


def _may_head(row: Row) -> bool:
    """Whether there are only short words and months (202505) in a row; asked from its end, where rows of figures have
    theirs."""
    return all(
        (cell_figure(cell.text) is None or period(cell.text)) and len(fold(cell.text)) <= _LONGEST_HEADING
        for cell in reversed(row.filled)
    )


def _goes_on(above: Sequence[Row], below: Row) -> bool:
    """Whether all words of a row stand under cells of the heading that cover several columns, or are covered rows."""
    if not below.filled or not _may_head(below):
        return False
    covered = [group for row in above for group in (*groups(row), *_repeated(row))]
    return all(any(cell.col in group for group in covered) for cell in below.filled)


def _repeated(row: Row) -> Iterator[range]:
    """The columns under cells with one text, as exports print a merged cell."""
    filled = row.filled
    for left, right in pairwise(filled):
        if left.text == right.text and left.col + left.col_span == right.col:
            yield range(left.col, right.col + right.col_span)


def _stacked(rows: Sequence[Row]) -> dict[int, tuple[str, ...]]:
    """What stands over each column, from top to bottom. A cell reaches over the columns that it covers, and over the
    blanks behind it where the row below names these."""
    texts: dict[int, tuple[str, ...]] = {}
    last = rows[-1]
    for row in rows:
        lower = {cell.col for other in rows[rows.index(row) + 1 :] for cell in other.filled}
        covered = {group.start: group for group in groups(row)}
        for cell in row.filled:
            reach = set(range(cell.col, cell.col + cell.col_span))
            if row is not last and cell.col in lower:
                reach |= lower.intersection(covered.get(cell.col, ()))
            for col in reach:
                texts[col] = (*texts.get(col, ()), cell.text)
    return texts
