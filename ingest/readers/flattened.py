"""Tables that a viewer or a search engine has flattened: all cells on one line, separated by spaces.

Only the order of the labels is left. A funding line with as many figures as there are headings, and an indicator with
as many cells as there are headings, are certain and become table rows again; what is not certain stays one cell with
its words as they stand, for the forms to tell.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from ingest.document import Block, Cell, Document, Paragraph, Table
from ingest.lexicon.labels import (
    MONEY_MEASURES,
    RATE_MEASURES,
    column_concept,
    funding_label,
    is_level1_name,
    is_level2_name,
    row_concept,
)
from ingest.lexicon.numbers import cell_figure
from ingest.lexicon.titles import title_kind

_VALUES = frozenset({*MONEY_MEASURES, *RATE_MEASURES, "weight", "score"})
_LEVELS = ("level1", "level2", "level3")
_NAMES = frozenset({"project_name", "department_name", "organization_name", "person", "project_type"})
_NOTHING = frozenset({"-", "—", "——", "/", "－"})
_FEWEST_HEADINGS = 3


def restore(document: Document) -> Document:
    """The document with its flattened tables as tables; every other block as it was."""
    blocks: list[Block] = []
    for block in document.blocks:
        if isinstance(block, Paragraph) and _is_flattened(block.text):
            blocks.extend(_Line(block).blocks())
        else:
            blocks.append(block)
    return Document(tuple(blocks), document.media_type, document.encoding)


def _is_flattened(text: str) -> bool:
    concepts = [column_concept(token) for token in _tokens(text)]
    levels = all(level in concepts for level in _LEVELS)
    judged = bool({"weight", "score", "actual", "target"} & set(concepts))
    return (levels and judged) or _has_funding_heading(concepts)


def _has_funding_heading(concepts: list[str | None]) -> bool:
    run = 0
    for concept in concepts:
        run = run + 1 if concept in _VALUES else 0
        if run >= _FEWEST_HEADINGS:
            return True
    return False


def _tokens(text: str) -> list[str]:
    """Words between spaces; what opens with a bracket belongs to the word before it."""
    return re.sub(r"\s+(?=[（(](?:万?元|亿元|%|[A-Z]|\d+分?[)）]))", "", text).split()


class _Line:
    """The words of one flattened paragraph, read from left to right into rows."""

    def __init__(self, paragraph: Paragraph) -> None:
        self.page = paragraph.page
        self.tokens = _tokens(paragraph.text)
        self.position = 0
        self.rows: list[list[str]] = []

    def blocks(self) -> Iterator[Block]:
        title = self._title()
        if title:
            yield Paragraph(title, self.page)
        while self.position < len(self.tokens):
            read = self._funding_heading() or self._indicator_heading() or self._name()
            if read:
                self.rows.extend(read)
            else:
                self.rows.append([self._take_while(lambda token: not self._starts_something(token))])
        yield Table(
            tuple(
                Cell(row_no, col_no, text, page=self.page)
                for row_no, row in enumerate(self.rows, start=1)
                for col_no, text in enumerate(row, start=1)
            )
        )

    def _title(self) -> str | None:
        start = int(bool(self.tokens) and self.tokens[0].startswith("附件"))
        for end in range(start + 1, min(12, len(self.tokens))):
            if row_concept(self.tokens[end]) in _NAMES and title_kind("".join(self.tokens[start:end])):
                self.position = end
                return "".join(self.tokens[start:end])
        return None

    def _starts_something(self, token: str) -> bool:
        return row_concept(token) in _NAMES or column_concept(token) in {*_VALUES, *_LEVELS}

    def _take_while(self, goes_on: Callable[[str], bool]) -> str:
        """The current word and those behind it that go on with it, joined as they were printed."""
        start = self.position
        self.position += 1
        while self.position < len(self.tokens) and goes_on(self.tokens[self.position]):
            self.position += 1
        return " ".join(self.tokens[start : self.position])

    def _peek(self, ahead: int = 0) -> str:
        position = self.position + ahead
        return self.tokens[position] if position < len(self.tokens) else ""

    def _name(self) -> list[list[str]] | None:
        """A label of the head with its value: 项目名称 X."""
        if row_concept(self._peek()) not in _NAMES:
            return None
        label = self._peek()
        self.position += 1
        if not self._peek() or self._starts_something(self._peek()):
            return [[label, ""]]
        return [
            [label, self._take_while(lambda token: not self._starts_something(token) and not _is_block_label(token))]
        ]

    def _funding_heading(self) -> list[list[str]] | None:
        """The money headings and the lines under them."""
        heading: list[str] = []
        while column_concept(self._peek(len(heading))) in _VALUES and not _is_total(self._peek(len(heading))):
            heading.append(self._peek(len(heading)))
        if len(heading) < _FEWEST_HEADINGS:
            return None
        self.position += len(heading)
        rows = [["", *heading]]
        while self._peek() and not self._ends_funding(self._peek()):
            label = self._take_label()
            figures: list[str] = []
            while cell_figure(self._peek()) is not None or self._peek() in _NOTHING:
                figures.append(self._peek())
                self.position += 1
            if len(figures) == len(heading):
                rows.append([label, *figures])
            elif label or figures:
                rows.append([" ".join([label, *figures]).strip()])
        return rows

    def _take_label(self) -> str:
        """A funding label; labels of empty lines that follow each other are lines of their own."""
        if cell_figure(self._peek()) is not None:
            return ""
        label = self._peek()
        self.position += 1
        while self._peek() and cell_figure(self._peek()) is None and self._peek() not in _NOTHING:
            if self._ends_funding(self._peek()) or funding_label(self._peek()).kind != "item":
                break
            label += self._peek()
            self.position += 1
        return label

    def _ends_funding(self, token: str) -> bool:
        return row_concept(token) in {"goal_heading", "completion_heading"} or column_concept(token) in _LEVELS

    def _indicator_heading(self) -> list[list[str]] | None:
        """The indicator headings, the rows under them and the total."""
        heading: list[str] = []
        while (concept := column_concept(self._peek(len(heading)))) is not None and concept not in MONEY_MEASURES:
            heading.append(self._peek(len(heading)))
        concepts = [column_concept(label) for label in heading]
        if not all(level in concepts for level in _LEVELS):
            return None
        self.position += len(heading)
        rows = [heading]
        while self._peek() and row_concept(self._peek()) not in {*_NAMES, "grade", "remark", "issues"}:
            if row_concept(self._peek()) == "total":
                rows.append(self._total(len(heading)))
                continue
            row = self._indicator(concepts)
            rows.append(
                row
                or [
                    self._take_while(
                        lambda token: (
                            not (is_level1_name(token) or is_level2_name(token) or row_concept(token) == "total")
                        )
                    )
                ]
            )
        return rows

    def _indicator(self, concepts: list[str | None]) -> list[str] | None:
        """One indicator, when its words are as many as the headings ask for and its points are figures."""
        ahead = 0
        levels = ["", ""]
        if is_level1_name(self._peek()) and (is_level2_name(self._peek(1)) or not is_level2_name(self._peek())):
            levels[0] = self._peek()
            ahead = 1
        if is_level2_name(self._peek(ahead)):
            levels[1] = self._peek(ahead)
            ahead += 1
        rest = concepts[2:]
        has_reason = rest[-1] == "reason"
        wanted = rest[:-1] if has_reason else rest
        cells = [self._peek(ahead + number) for number in range(len(wanted))]
        if not _fits(cells, wanted):
            return None
        ahead += len(wanted)
        reason = []
        if has_reason and self._is_reason(self._peek(ahead), ahead, wanted):
            reason = [self._peek(ahead)]
            ahead += 1
        self.position += ahead
        return [*levels, *cells, *(reason or ([""] if has_reason else []))]

    def _is_reason(self, token: str, ahead: int, wanted: list[str | None]) -> bool:
        """Whether the word behind the points is their reason and not the next indicator's name."""
        if not token or is_level1_name(token) or is_level2_name(token) or row_concept(token) is not None:
            return False
        following = [self._peek(ahead + number) for number in range(len(wanted))]
        return not _fits(following, wanted)

    def _total(self, width: int) -> list[str]:
        label = self._peek()
        self.position += 1
        figures: list[str] = []
        while cell_figure(self._peek()) is not None and len(figures) < width:
            figures.append(self._peek())
            self.position += 1
        return [label, *figures]


def _fits(cells: list[str], concepts: list[str | None]) -> bool:
    """Whether words are cells under these headings: a name that is no figure, and points that are plain figures."""
    if not all(cells) or cell_figure(cells[0]) is not None or is_level1_name(cells[0]) or is_level2_name(cells[0]):
        return False
    for cell, concept in zip(cells, concepts, strict=True):
        figure = cell_figure(cell)
        if concept in {"weight", "score"} and (figure is None or figure.unit not in {None, "points"}):
            return False
    return True


def _is_total(token: str) -> bool:
    return funding_label(token).kind == "total"


def _is_block_label(token: str) -> bool:
    return bool(re.match(r"(?:项目资金|资金情况|预算执行|年度预算|绩效指标|项目概况|项目基本情况)", token))
