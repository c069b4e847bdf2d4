"""Headings of several rows, put together column by column.

A heading may have a group over its columns (全年预算数 over 总额 and 财政拨款, 一级指标 over 名称 and 权重). On a true
grid, and in text that keeps a blank for every cell, a group covers what stands below it. In plain text whose merged
cells have left no trace a row below that is blank at its ends is completed there by the row above, and the groups share
what is left evenly.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from ingest.forms.column_words import NAMES, VALUES, WHOLES, heads_column, is_part, names_columns
from ingest.forms.layout import Row
from ingest.forms.numbering import is_numbering
from ingest.lexicon.dates import is_year
from ingest.lexicon.labels import (
    MONEY_MEASURES,
    RATE_MEASURES,
    column_concept,
    heading_year,
    is_of_year_before,
    may_be_dated,
    paired_concepts,
    row_concept,
)
from ingest.lexicon.numbers import cell_figure
from ingest.lexicon.text import fold
from ingest.once import once

LEVELS = ("level1", "level2", "level3")
_LABELS = frozenset({"project_name", "department_name", "organization_name", "person", "project_type", "grade"})
DEEPEST = 3
_MOST_GROUPS = 2
_BESIDE_LEVELS = frozenset({"weight", "score", "deduction", "reason", "criteria", "explanation"})
_BELOW_GROUPS = frozenset({*LEVELS, "target", "actual", "operator", "target_unit"})
_OF_THE_YEAR = {
    "target": {
        **dict.fromkeys(("年初", "年度", "全年"), "target"),
        **dict.fromkeys(("调整", "调整后"), "adjusted_target"),
    },
    "actual": dict.fromkeys(("全年", "年末", "年终"), "actual"),
}
"""What words mean below the heading of targets, or of what was reached."""


@dataclass(frozen=True)
class Heading:
    """What stands over each column, from top to bottom; `depth` rows of heading, `width` columns."""

    texts: Mapping[int, tuple[str, ...]]
    width: int
    depth: int
    rows: tuple[Row, ...]

    @once
    def concepts(self) -> Mapping[int, str]:
        """Concept by column, a repeated one included; columns of unknown meaning are left out."""
        found = self._of_one_year(self._named())
        if not set(found.values()) & set(LEVELS):
            names = [col for col, texts in sorted(self.texts.items()) if fold(texts[-1]) in NAMES]
            if len(names) in {2, 3}:
                found |= dict(zip(names, LEVELS, strict=False))
        return found

    def _named(self) -> dict[int, str]:
        """Concept by column, of whatever year."""
        found = {col: concept for col, texts in self.texts.items() if (concept := _concept(texts))}
        return {**found, **self._named_by_years}

    @once
    def _named_by_years(self) -> Mapping[int, str]:
        """Concept by column where several columns under one heading are told apart by nothing but their years."""
        if not self._may_be_dated:
            return {}
        years = {col: texts for col, texts in self.texts.items() if len(texts) > 1 and is_year(texts[-1])}
        several = Counter(texts[:-1] for texts in years.values())
        return {
            col: concept
            for col, texts in years.items()
            if several[texts[:-1]] > 1 and (concept := _concept(texts[:-1])) in {*MONEY_MEASURES, "actual", "target"}
        }

    @property
    def _may_be_dated(self) -> bool:
        return any(may_be_dated(row.text) for row in self.rows)

    def _of_one_year(self, found: dict[int, str]) -> dict[int, str]:
        """The columns without those of other years: the year that most columns are of counts, of several the latest;
        where one of them says the same as a column without a year, it is of another year than the report's."""
        if not self._may_be_dated:
            return found
        dated = {col: year for col in found if (year := _year(self.texts[col])) is not None}
        if not dated:
            return found
        columns = Counter(year for year in dated.values() if year)
        chosen = max(columns, key=lambda year: (columns[year], year), default=None)
        first = min(found)
        if first not in dated and found[first] in {found[col] for col, year in dated.items() if year == chosen}:
            found = {col: concept for col, concept in found.items() if col != first}  # It heads the lines' labels.
        undated = {concept for col, concept in found.items() if col not in dated}
        return {
            col: concept
            for col, concept in found.items()
            if col not in dated or (dated[col] == chosen and concept not in undated)
        }

    def of_other_years(self) -> frozenset[int]:
        """The columns that `concepts` leaves out for being of another year."""
        if not self._may_be_dated:
            return frozenset()
        named = self._named()
        before = {col for col, texts in self.texts.items() if is_of_year_before(texts[-1])}
        left_out = named.keys() - self._of_one_year(named).keys()
        return frozenset(before | {col for col in left_out if _year(self.texts[col]) is not None})

    def paired(self) -> dict[int, tuple[str, str]]:
        """The columns whose cells hold two concepts in one: 分值/得分."""
        return {col: pair for col, texts in self.texts.items() if (pair := paired_concepts(texts[-1]))}

    def lowest(self) -> dict[int, str]:
        """The lowest text over each column."""
        return {col: texts[-1] for col, texts in self.texts.items()}

    def parts(self) -> dict[str, dict[int, str]]:
        """The columns that break an amount down: {财政拨款: {column: measure}}, by the label of the part. The amount
        stands over them, or left of them where they begin with 其中."""
        found: dict[str, dict[int, str]] = {}
        beside: str | None = None  # the measure left of the column, which 其中 breaks down in the columns that follow
        is_open = False
        for col, texts in sorted(self.texts.items()):
            if col in self._named_by_years or not is_part(texts[-1]):
                beside, is_open = _concept(texts), False
                continue
            above = next((concept for text in reversed(texts[:-1]) if (concept := column_concept(text))), None)
            is_open = is_open or any("其中" in text for text in texts)
            whole = above or (beside if is_open else None)
            if whole and whole not in {*LEVELS, *RATE_MEASURES}:
                found.setdefault(texts[-1], {})[col] = whole
        return found


def may_name(rows: Sequence[Row], position: int, concepts: AbstractSet[str]) -> bool:
    """Whether any of the concepts may head a column under the heading that starts with `rows[position]`."""
    return not all(map(concepts.isdisjoint, [row.concepts for row in rows[position : position + DEEPEST]]))


def heading_of(row: Row) -> Heading:
    """The heading that a row is by itself."""
    return Heading({cell.col: (cell.text,) for cell in row.filled}, row.width, 1, (row,))


def heading_at(rows: Sequence[Row], position: int) -> Heading:
    """The heading that starts with `rows[position]`, with the rows below that go on with it."""
    return _heading_in(tuple(rows[position : position + DEEPEST]))


@lru_cache(maxsize=64)
def _heading_in(rows: tuple[Row, ...]) -> Heading:
    """The heading that starts with the first of the rows, which every kind of table asks for in turn."""
    heading = heading_of(rows[0])
    while heading.depth < len(rows):
        deeper = _deeper(heading, rows[heading.depth])
        if deeper is None:
            break
        heading = deeper
    return heading


def _deeper(heading: Heading, below: Row) -> Heading | None:
    """The heading with the row `below` as its next row, None where that row is none."""
    upper = heading.rows[-1]
    if below.stands_alone or below.block_no != upper.block_no or not _may_be_group(upper):
        return None
    if not (names_columns(below) or _ends_heading(heading, below) or _is_under_groups(upper, below)):
        return None
    if below.concepts.intersection(LEVELS) and len(upper.concepts.intersection(MONEY_MEASURES)) > 1:
        return None
    if below.true_grid or below.width == upper.width:
        covered = [group for row in heading.rows for group in groups(row)]
        if all(any(cell.col in group for group in covered) for cell in below.filled):
            return _below_grid(heading, below)
    if below.true_grid:
        return None
    return _beside_tail(heading, below) or _below_ragged(heading, below)


def _may_be_group(row: Row) -> bool:
    """Whether the row may stand over another row of headings: it is no label with its value (项目名称 X), and holds no
    two of them, nor two figures that are no years."""
    figures = [cell for cell in row.filled if cell_figure(cell.text) is not None and not is_year(cell.text)]
    if len(row.filled) <= 2 or len(figures) > 1:
        return False
    concepts = [row_concept(cell.text) or column_concept(cell.text) for cell in row.filled]
    pairs = [first for first, second in pairwise(concepts) if first in _LABELS and second is None]
    return len(pairs) < 2 and (concepts[0] not in _LABELS or concepts[1] is not None)


def _ends_heading(heading: Heading, below: Row) -> bool:
    """Whether only words behind the names of indicators stand in the row, so that it names none: below the heading of
    reasons, one column for each kind."""
    names = next((col for col, texts in heading.texts.items() if column_concept(texts[-1]) == "level3"), None)
    if names is None or not below.filled:
        return False
    are_words = all(cell.col > names and cell_figure(cell.text) is None for cell in below.filled)
    return are_words and not is_numbering(below)


def _is_under_groups(upper: Row, below: Row) -> bool:
    """Whether nothing but words stands in a row, each below a heading that covers several columns, the others reaching
    down beside it or blank below."""
    if not below.true_grid or any(cell_figure(cell.text) is not None for cell in reversed(below.filled)):
        return False
    covering = list(groups(upper))
    return (
        0 < len(covering) < len(upper.filled)
        and bool(below.filled)
        and all(any(cell.col in group for group in covering) for cell in below.filled)
    )


def groups(row: Row) -> Iterator[range]:
    """The columns under each cell that covers several: merged, with blanks behind it where a merge left these, or
    printed again over each of them."""
    cells = row.cells
    for number, cell in enumerate(cells):
        end = cell.col + cell.col_span
        for behind in cells[number + 1 :]:
            if fold(behind.text) and fold(behind.text) != fold(cell.text):
                break
            end = behind.col + behind.col_span
        if fold(cell.text) and end - cell.col > 1:
            yield range(cell.col, end)


def _below_grid(heading: Heading, below: Row) -> Heading:
    rows = (*heading.rows, below)
    texts: dict[int, tuple[str, ...]] = {}
    for row in rows:
        covered = {group.start: group for group in groups(row)} if row is not below else {}
        above = dict(texts)
        for cell in row.filled:
            for col in covered.get(cell.col, range(cell.col, cell.col + cell.col_span)):
                if above.get(col) != above.get(cell.col) and col >= cell.col + cell.col_span:
                    break
                texts[col] = (*above.get(col, ()), cell.text)
    return Heading(texts, max(row.width for row in rows), len(rows), rows)


def _below_ragged(heading: Heading, below: Row) -> Heading | None:
    """The heading completed by a row of plain text: what that leaves blank at its ends stands in the row above it."""
    above = [heading.texts.get(col, ("",)) for col in range(1, heading.width + 1)]
    while len(above) > 1 and not above[-1][-1]:
        above.pop()
    texts = [cell.text for cell in below.cells]
    if len(above) > 2 and _repetitions(texts) == len(above) - 1:
        texts = ["", *texts]  # Nothing is left below the corner.
    filled = [number for number, text in enumerate(texts) if fold(text)]
    lead = filled[0]
    if lead == 1 and below.concepts & {*LEVELS} and _concept(above[1]) not in {None, *LEVELS}:
        lead = 0  # No level is part of a value: the group covers the blank before the first of them too.
    inner = filled[-1] - lead + 1
    tail = min(len(texts) - lead - inner, len(above) - lead - 1)
    groups = above[lead : len(above) - tail] if tail >= 0 else []
    if not groups:
        return None
    share, rest = divmod(inner, len(groups))
    if rest and not all(map(heads_column, texts[lead : lead + inner])):
        return None
    nothing: tuple[str, ...] = ("",)
    over = [nothing] * inner if rest else [group for group in groups for _ in range(share)]
    stacked = [*above[:lead], *over, *above[len(above) - tail :][:tail]]
    merged: dict[int, tuple[str, ...]] = {}
    for col, (group, text) in enumerate(zip(stacked, texts, strict=False), start=1):
        whole = tuple(word for word in (*group, text) if fold(word))
        if whole:
            merged[col] = whole
    return Heading(merged, len(texts), heading.depth + 1, (*heading.rows, below))


def _beside_tail(heading: Heading, below: Row) -> Heading | None:
    """The heading whose lower row, of text that has left nothing of merged cells, names the levels and the values, and
    whose upper row begins with the groups over these and ends with the points beside them: 评价指标 | 指标完成情况 |
    分值 | 得分."""
    upper = [(cell.text, column_concept(cell.text)) for cell in heading.rows[-1].filled]
    tail = next((at for at, (_, concept) in enumerate(upper) if concept in _BESIDE_LEVELS), 0)
    is_lower = below.concepts.issuperset(LEVELS) and below.concepts <= _BELOW_GROUPS
    is_parted = heading.depth == 1 and len(below.filled) == len(below.cells) == below.width
    has_groups = 0 < tail <= _MOST_GROUPS and not any(concept in _BESIDE_LEVELS for _, concept in upper[:tail])
    if not (is_lower and is_parted and has_groups and all(concept in _BESIDE_LEVELS for _, concept in upper[tail:])):
        return None
    words = [*(cell.text for cell in below.cells), *(text for text, _ in upper[tail:])]
    texts = {col: (word,) for col, word in enumerate(words, start=1)}
    return Heading(texts, len(words), heading.depth + 1, (*heading.rows, below))


def _repetitions(texts: Sequence[str]) -> int:
    """How many times the same words stand in a row."""
    widths = (width for width in range(1, len(texts) + 1) if len(texts) % width == 0)
    width = next(width for width in widths if list(texts[:width]) * (len(texts) // width) == list(texts))
    return len(texts) // width


def _year(texts: tuple[str, ...]) -> int | None:
    return next((year for text in reversed(texts) if (year := heading_year(text)) is not None), None)


def _concept(texts: tuple[str, ...]) -> str | None:
    """The concept of a column by what stands over it: a lower heading may be short for the one above it."""
    last = texts[-1]
    pair = paired_concepts(last)
    own = pair[0] if pair else column_concept(last)
    if len(texts) == 1:
        return own
    above = next((concept for text in reversed(texts[:-1]) if (concept := column_concept(text))), None)
    if above is None:
        return own
    if above in LEVELS:
        if fold(last) in NAMES:
            return above
        return f"{above}_{own}" if own in {"weight", "score"} and above != "level3" else own
    if fold(last) in WHOLES or (above in {"target", "actual"} and fold(last) in VALUES):
        return above
    if above in _OF_THE_YEAR and own is None:
        return _OF_THE_YEAR[above].get(fold(last))
    if own == "carryover" and above in MONEY_MEASURES and is_part(last):
        return None
    if own or is_part(last) or above not in {*MONEY_MEASURES, "score"}:
        return own
    return column_concept(fold(last) + fold(texts[-2]))
