"""Indicators of which only the order of their cells is left, read from left to right into rows.

A row is certain when as many cells as there are headings fit these and another row may begin behind them. Names of
levels are told by their 指标; a name without it (服务对象满意度) may be that of an indicator as well, and is a level's
only where an indicator is whole behind it and none is with it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.lexicon.labels import (
    column_concept,
    is_level1_name,
    is_level2_name,
    is_short_level2_name,
    names_execution,
    numbers_rows,
    row_concept,
)
from ingest.lexicon.level2_names import is_other_level2_name
from ingest.lexicon.numbers import cell_figure
from ingest.lexicon.targets import is_value
from ingest.readers.cell_rows import fits, is_parted, starts_row, up_to_points, values
from ingest.readers.indicator_headings import heading_at

_LEVELS = ["level1", "level2", "level3"]
_ENDS = frozenset(
    {
        *("project_name", "department_name", "organization_name", "person", "project_type"),
        *("grade", "remark", "issues", "suggestions"),
    }
)
_POINTS = frozenset({"weight", "score"})
_NUMBERED = re.compile(r"指标\s*\d")
"""What the name of an indicator begins with, and no level's does."""
_SUMMED = ("weight", "score", "rate", "deduction")
"""What the names of columns end in that a total may have a figure in."""
_WHOLE = 100
_LONGEST_LEVEL = 10
_IN_REASON = re.compile(r"[，,。；;、]|^(?:无|未|已|因|由于)|完成$")
_FAR_BELOW = 4


def indicators_at(words: Sequence[str], position: int, *, are_cells: bool) -> IndicatorSequence | None:
    """The indicators whose headings begin at a position, None where none do. `are_cells`: each word is a whole cell."""
    position += numbers_rows(words[position])
    is_numbered = position > 0 and numbers_rows(words[position - 1])
    found = heading_at(words, position)
    if found is None:
        return None
    heading, end = found
    return IndicatorSequence(words, end, heading, is_numbered=is_numbered, are_cells=are_cells)


class IndicatorSequence:
    """The indicators under a heading, from the `position` behind it on: `rows` with that heading, `left_over` the words
    of rows that are not certain, `position` at last that of the first word behind. `is_numbered`: each row begins with
    its number."""

    def __init__(
        self, words: Sequence[str], position: int, heading: list[str], *, is_numbered: bool, are_cells: bool
    ) -> None:
        self.words = words
        self.are_cells = are_cells
        self.position = position
        self.number = 0 if is_numbered else None
        self.is_counting = True
        self.rows = [heading]
        self.left_over: list[str] = []
        self.is_behind_rest = False
        self.is_behind_reason = False
        self.has_unusual_level2 = False
        concepts = [column_concept(label) for label in heading]
        self.has_levels = concepts[0] == _LEVELS[0]
        self.concepts = concepts[2:] if self.has_levels else concepts
        self.wanted = up_to_points(self.concepts)
        self._read()
        self._doubt_totals()
        if self.left_over and None in concepts:
            # With a heading that nobody knows, one row that does not fit leaves all of them in doubt.
            self.left_over.extend(" ".join(filter(None, row)) for row in self.rows[1:])
            self.rows = []

    def _read(self) -> None:
        levels = ["", ""]
        lost = ""  # The level whose name may stand in a row that could not be read, so that those below have none.
        while self._peek() and row_concept(self._peek()) not in _ENDS:
            if row_concept(self._peek()) == "total":
                self.rows.append(self._total())
                continue
            self._take_number()
            own = self._levels()
            levels = own if own[0] else [levels[0], own[1] or levels[1]]
            if own[0] or (own[1] and lost != "level1"):
                lost = ""
            if any(own) and starts_row(self._peek()):
                continue
            start = self.position
            cells = None if own[0] and not own[1] else self._indicator()
            if cells is None:
                self.left_over.append(self._unreadable_row())
                found = _lost_level(own, self.words[start : self.position])
                lost = min(filter(None, (lost, found)), default="")
            elif lost:
                self.left_over.append(" ".join(filter(None, cells)))
            else:
                is_apart = not any(levels) and names_execution(cells[0])  # It may be no more of the level above.
                self.rows.append([*levels, *cells] if self.has_levels and not is_apart else cells)
                levels = ["", ""]
            if cells is not None and self._may_name_level2(cells):
                self.left_over.append(self._peek())
                self.position += 1
                lost = lost or "level2"

    def _doubt_totals(self) -> None:
        """A total of 100 alone is that of the weights or of the scores: with rows left over nothing says which."""
        if not self.left_over or not set(self.concepts) >= _POINTS:
            return
        doubtful = [row for row in self.rows if len(row) == 2 and _is_whole(row[1])]
        self.rows = [row for row in self.rows if row not in doubtful]
        self.left_over.extend(map(" ".join, doubtful))

    def _peek(self, ahead: int = 0) -> str:
        position = self.position + ahead
        return self.words[position] if position < len(self.words) else ""

    def _is_number(self, ahead: int = 0) -> bool:
        """Whether a word is the number of a row: the next one, or behind a row that was not read any later one; and a
        row begins behind it."""
        word, behind = self._peek(ahead), self._peek(ahead + 1)
        if self.number is None or not word.isdecimal():
            return False
        is_next = int(word) == self.number + 1 or (not self.is_counting and int(word) > self.number)
        return is_next and (_is_label(behind) or self._fits(ahead + 1) or self._is_level2(ahead + 1))

    def _take_number(self) -> None:
        if self._is_number():
            self.number, self.is_counting = int(self._peek()), True
            self.position += 1

    def _may_end_with_number(self, cells: Sequence[str]) -> bool:
        """Whether the last cell may be the number of the row below, so that one of the cells is blank."""
        return self.number is not None and cells[-1] == str(self.number + 1) != self._peek(len(cells))

    def _levels(self) -> list[str]:
        """The names of level 1 and 2 that a row begins with; empty where the one above holds."""
        levels = ["", ""]
        if not self.has_levels:
            return levels
        if self._begins_with_unusual_levels():
            self.position += 2
            self.has_unusual_level2 = True
            return [self._peek(-2), self._peek(-1)]
        first = self._peek()
        may_be_level2 = is_level2_name(first) or is_short_level2_name(first)
        if is_level1_name(first) and (
            not may_be_level2 or is_level2_name(self._peek(1)) or self._is_level2(1, is_behind_level1=True)
        ):
            levels[0] = first
            self.position += 1
        if is_level2_name(self._peek()) or self._is_level2(is_behind_level1=bool(levels[0])):
            levels[1] = self._peek()
            self.has_unusual_level2 = self.has_unusual_level2 or not _is_usual_level2(levels[1])
            self.position += 1
        return levels

    def _begins_with_unusual_levels(self) -> bool:
        """Whether the first row stands here, its levels called by names that are none elsewhere: 预算执行 部门预算."""
        is_first = len(self.rows) == 1 and not self.left_over and any(wanted in _POINTS for wanted in self.wanted)
        words = [self._peek(), self._peek(1)]
        return is_first and not any(map(starts_row, words)) and not any(map(is_value, words)) and self._fits(2)

    def _is_level2(self, ahead: int = 0, *, is_behind_level1: bool = False) -> bool:
        """Whether a word that does not say so names a level 2: the cells of an indicator stand behind it, and with it
        they are none. An unusual one may belong to the row above, where that was not read or the table has reasons."""
        word = self._peek(ahead)
        has_room = len(self.wanted) < len(self.concepts) and not self.is_behind_reason
        may_be_of_row_above = not is_behind_level1 and (self.is_behind_rest or has_room)
        is_known = is_short_level2_name(word) or is_other_level2_name(word)
        is_no_name = cell_figure(word) is not None or is_value(word) or _NUMBERED.match(word)
        if is_no_name or (may_be_of_row_above and not is_known):
            return False
        return self._fits(ahead + 1) and not self._fits(ahead)

    def _fits(self, ahead: int = 0) -> bool:
        """Whether the cells of an indicator stand here and no figure behind them that would be one of theirs."""
        end = ahead + len(self.wanted)
        behind = self.concepts[len(self.wanted) :]
        if not fits([self._peek(at) for at in range(ahead, end)], self.wanted, self._peek(ahead - 1)):
            return False
        may_be_figure = (bool(behind) and behind[0] != "reason") or self._may_be_number(self._peek(end))
        return may_be_figure or cell_figure(self._peek(end)) is None

    def _may_be_number(self, word: str) -> bool:
        """Whether a word may be the number of the row behind this one, or behind the next."""
        if self.number is None or not word.isdecimal():
            return False
        return 0 < int(word) - self.number <= 2 or (not self.is_counting and int(word) > self.number)

    def _indicator(self) -> list[str] | None:
        """The cells of one indicator from its name on, when they are as many as the headings and its points figures."""
        cells = [self._peek(at) for at in range(len(self.wanted))]
        if not self._fits() or self._may_begin_with_reason(cells) or self._may_end_with_number(cells):
            return None
        self.is_behind_rest = False
        self.position += len(self.wanted)
        if len(self.concepts) - len(self.wanted) == 1:
            self.is_behind_reason = self._is_reason() and not self._may_name_level2(cells)
            cells.append(self._peek() if self.is_behind_reason else "")
            self.position += self.is_behind_reason
        return cells

    def _may_name_level2(self, cells: Sequence[str]) -> bool:
        """Whether the word behind a row with full marks, which need no reason, may be the name of an unusual level 2,
        as the table has others, and a row stands behind it."""
        word = self._peek()
        points = {cell_figure(cell) for cell, told in zip(cells, self.concepts, strict=False) if told in _POINTS}
        is_short = len(word) <= _LONGEST_LEVEL and not _IN_REASON.search(word)
        return self.has_unusual_level2 and len(points) == 1 and is_short and self._is_reason() and self._fits(1)

    def _may_begin_with_reason(self, cells: Sequence[str]) -> bool:
        """Whether the first cell may be the reason of the row above and the second the name of an indicator of which a
        cell is blank: words stand where the target is due, and a value behind them; or both be the name's."""
        is_behind_points = cell_figure(self._peek(-1)) is not None and len(self.wanted) < len(self.concepts)
        if not self.are_cells and is_parted(cells, self.wanted):
            return True
        return is_behind_points and None not in self.wanted and values(cells, self.wanted) in ([False], [False, True])

    def _is_reason(self) -> bool:
        """Whether the word behind the points is their reason: it begins no row, but one behind it does."""
        word, behind = self._peek(), self._peek(1)
        if not word or _is_label(word) or self._is_number() or self._fits():
            return False
        if is_other_level2_name(word) and self._fits(1):
            return False
        return not behind or _is_label(behind) or self._is_number(1) or self._fits(1) or self._fits(2)

    def _unreadable_row(self) -> str:
        """The words up to the next row: one that begins with a level, or that fits right behind the points of this."""
        start = self.position
        self.is_behind_rest = True
        self.is_counting = False
        self.position += 1
        while self._peek() and not starts_row(self._peek()) and row_concept(self._peek()) not in _ENDS:
            if self._is_number() or (cell_figure(self._peek(-1)) is not None and (self._fits() or self._is_level2())):
                break
            self.position += 1
        return " ".join(self.words[start : self.position])

    def _total(self) -> list[str]:
        """The total in the columns of its points, where it gives one figure for each of them, without the number of a
        page behind these."""
        label = self._peek()
        self.position += 1
        figures: list[str] = []
        while cell_figure(self._peek(len(figures))) is not None and len(figures) < len(self.concepts) + 2:
            figures.append(self._peek(len(figures)))
        points = [concept for concept in self.concepts if concept is None or concept.endswith(_SUMMED)]
        if points == ["weight", "score"] and len(figures) == 3 and _is_page(figures):
            del figures[-1]
        self.position += len(figures)
        return [label, *figures]


def _is_usual_level2(word: str) -> bool:
    return is_level2_name(word) or is_short_level2_name(word)


def _is_label(word: str) -> bool:
    return starts_row(word) or is_short_level2_name(word) or row_concept(word) is not None


def _is_whole(word: str) -> bool:
    figure = cell_figure(word)
    return figure is not None and figure.number == _WHOLE


def _is_page(figures: Sequence[str]) -> bool:
    """Whether the figure behind a weight of 100 and its score is far below both."""
    score, behind = map(cell_figure, figures[1:])
    return bool(score and behind and behind.number * _FAR_BELOW < score.number) and _is_whole(figures[0])


def _lost_level(own: Sequence[str], words: Sequence[str]) -> str:
    """The upper level whose name may stand in a row that could not be read, behind the levels that were told."""
    if not own[0] and is_level1_name(own[1] or words[0]):
        return "level1"
    return "level2" if any(map(is_short_level2_name, words[bool(own[1]) :])) else ""
