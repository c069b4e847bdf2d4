"""A form of which only the order of its cells is left, read from left to right into rows.

A funding line with as many figures as there are headings, and an indicator with as many cells as there are headings,
are certain and become table rows again. What is not certain is left over, with its words as they stand, for the forms
to tell.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from ingest.lexicon.funding_labels import funding_label
from ingest.lexicon.labels import MONEY_MEASURES, RATE_MEASURES, column_concept, money_unit, row_concept
from ingest.lexicon.marks import asks_for_grade, grade_of
from ingest.lexicon.numbers import cell_figure
from ingest.lexicon.titles import title_kind
from ingest.readers.form_titles import NAMES, TITLE_WITHIN, title_end, title_of, title_start
from ingest.readers.indicator_headings import names_alone
from ingest.readers.indicator_sequence import indicators_at
from ingest.readers.money_lines import is_total, lines_of_amounts, with_blanks
from ingest.readers.sub_headings import sub_headings, two_rows

_VALUES = frozenset({*MONEY_MEASURES, *RATE_MEASURES, "weight", "score"})
_PAIRED = _VALUES | {"carryover", "revenue"}
_AMOUNTS = frozenset(MONEY_MEASURES) | {"carryover", "revenue"}
_LEVELS = ["level1", "level2", "level3"]
_NOTHING = frozenset({"-", "—", "——", "/", "－", "--"})
_FEWEST_HEADINGS = 3
_LONGEST_LABEL = 20
_NUMBER = "序号"
_HEADS_A_COLUMN = re.compile(r"^.{2,8}(?:率|情况|原因|得分|分值|说明)$")
_BLOCK_LABEL = re.compile(
    r"项目资金|资金(?:情况|总量|来源|性质)|(?:项目)?预算执行|年度预算|绩效指标|指标类[型别]|项目概况|项目基本情况|年度总体目标|年度目标"
)
_LABEL_OF_HEAD = re.compile(
    r"(?:(?:项目|单位|部门|预算)?(?:编码|代码|编号)|中央(?:业务)?主管部门|(?:项目)?(?:立项|设立)依据|(?:项目)?(?:实施|建设)?周期|"
    r"(?:项目|计划|实际)?(?:起止|实施|执行|开始|结束|完成|完工|填报|评价|自评)(?:时间|日期|期限|年限)|"
    r"(?:预算|评价|自评|项目)年度|(?:评价|自评)(?:方式|类型)|(?:资金|项目)用途)[:：]?"
)


def is_flattened(words: Sequence[str]) -> bool:
    """Whether the cells of a form stand one after another: its money headings, or its levels, or names of
    indicators, with what is judged. A list of projects is none: its rows cannot be told."""
    if any(_heads_list(word, behind) for word, behind in pairwise(words)):
        return False
    concepts = [column_concept(word) for word in words]
    judged = bool({"weight", "score", "actual", "target"} & set(concepts))
    if judged and any(concepts[at : at + 3] == _LEVELS for at in range(len(concepts))):
        return True
    if any(concept == "level3" and names_alone(words, at) for at, concept in enumerate(concepts)):
        return True
    run = 0
    for concept in concepts:
        run = run + 1 if concept in _VALUES else 0
        if run >= _FEWEST_HEADINGS:
            return True
    return False


def _heads_list(word: str, behind: str) -> bool:
    """Whether two words are headings of a list: a number before a name, or projects before their values."""
    if word == _NUMBER:
        return row_concept(behind) in NAMES
    return row_concept(word) == "project_name" and column_concept(behind) in _VALUES


def begins_form(word: str) -> bool:
    """Whether a word may be the first cell of a form: a label of its head, or a heading."""
    return row_concept(word) in NAMES or column_concept(word) in {*_VALUES, *_LEVELS}


class CellSequence:
    """The words of a flattened form. `are_cells`: each word is a whole cell; else a cell may be several words.

    `title` and `rows` hold what was read, `above` what says the unit of its money, `rests` the rows that could not be
    read, `left_over` what is in no table.
    """

    def __init__(self, words: Sequence[str], *, are_cells: bool) -> None:
        self.words = list(words)
        self.are_cells = are_cells
        self.position = 0
        self.behind_pairs = -1
        self.has_funding = False
        self.has_indicators = False
        self.rows: list[list[str]] = []
        self.rests: list[str] = []
        self.left_over: list[str] = []
        self.above: list[str] = []
        self.title = self._title()
        self._read()

    @property
    def has_bare_money(self) -> bool:
        """Whether amounts stand in its rows without a unit of their own."""
        is_paired = (
            column_concept(label) in _AMOUNTS and (figure := cell_figure(value)) is not None and figure.unit is None
            for row in self.rows
            for label, value in pairwise(row)
        )
        return self.has_funding or any(is_paired)

    def _read(self) -> None:
        readers = (self._funding, self._indicators, self._total, self._goals, self._name, self._pairs)
        while self.position < len(self.words):
            if not any(read() for read in readers):
                self.left_over.append(self._take_while(lambda word: not begins_form(word)))

    def _title(self) -> str | None:
        """The title before the first label; of cells, what stands before it is left over."""
        if not self.are_cells:
            start = title_start(self.words)
            if start:
                self.left_over.append(" ".join(self.words[:start]))
            self.position = start + title_end(self.words[start:])
            return title_of(self.words[start : self.position])
        at = next((at for at, word in enumerate(self.words[:TITLE_WITHIN]) if title_kind(word)), None)
        if at is None:
            return None
        self.left_over.extend(self.words[:at])
        self.position = at + 1
        return self.words[at]

    def _take_while(self, goes_on: Callable[[str], bool]) -> str:
        """The current word and those behind it that go on with it, joined as they were printed."""
        start = self.position
        self.position += 1
        while not self.are_cells and self.position < len(self.words) and goes_on(self.words[self.position]):
            self.position += 1
        return " ".join(self.words[start : self.position])

    def _peek(self, ahead: int = 0) -> str:
        position = self.position + ahead
        return self.words[position] if position < len(self.words) else ""

    def _name(self) -> bool:
        """A label of the head with its value: 项目名称 X."""
        if self.are_cells and row_concept(self._peek()) == "grade" and asks_for_grade(self._peek(1)):
            self.rows.append([self._peek(), self._peek(1)])
            self.position += 2
            return True
        if row_concept(self._peek()) not in NAMES and not _LABEL_OF_HEAD.fullmatch(self._peek()):
            return False
        row = [self._peek(), ""]
        self.position += 1
        if self._peek() and not begins_form(self._peek()) and not _is_label(self._peek()):
            row[1] = self._take_while(_goes_on_name)
        self.rows.append(row)
        return True

    def _pairs(self) -> bool:
        """Labels of money, each right before its one figure: a row of pairs, and one for what breaks each down."""
        is_parted = self.are_cells or self.position == self.behind_pairs or not self._is_behind_funds()
        if self.has_funding or not is_parted or column_concept(self._peek()) in RATE_MEASURES:
            return False
        row: list[str] = []
        lead = self._lead()
        while self._is_pair() and (not row or _go_on(row[0], self._peek())):
            row += [self._peek(), self._peek(1)]
            self.position += 2
            self.behind_pairs = self.position
        if not row:
            return False
        if lead:
            self.left_over.pop()
        if cell_figure(self._peek()) is not None:
            row.append(self._peek())
            self.position += 1
        self.rows.append([*lead, *row])
        self._pass_blank_parts(row)
        self.behind_pairs = self.position
        return True

    def _is_behind_funds(self) -> bool:
        """Whether a figure or another label of money stands right before, so that the label here may head a column or
        have its own figure before it."""
        before = self.words[self.position - 1] if self.position else ""
        return cell_figure(before) is not None or column_concept(before) in _PAIRED

    def _pass_blank_parts(self, row: Sequence[str]) -> None:
        """Pass the parts of a row of two pairs that are blank in both: each label, twice the same, and no figure."""
        while len(row) == 4 and self._peek() == self._peek(1) and cell_figure(self._peek(2)) is None:
            if funding_label(self._peek()).kind not in {"source", "category"}:
                return
            self.position += 2

    def _is_pair(self) -> bool:
        """Whether a label of money stands here with its figure and nothing but a rate of both behind that."""
        label, value, behind = self._peek(), cell_figure(self._peek(1)), cell_figure(self._peek(2))
        is_part = self.position == self.behind_pairs and funding_label(label).kind in {"source", "category"}
        is_label = column_concept(label) in _PAIRED or is_part
        is_rate = behind is not None and behind.unit == "percent" and cell_figure(self._peek(3)) is None
        return is_label and value is not None and (behind is None or (is_rate and value.unit != "percent"))

    def _lead(self) -> list[str]:
        """The cell right before, where it is left over: the label beside the whole block."""
        before = self.words[self.position - 1 : self.position]
        is_label = before == self.left_over[-1:] and bool(before) and cell_figure(before[0]) is None
        return before if is_label and len(before[0]) <= _LONGEST_LABEL else []

    def _goals(self) -> bool:
        """预期目标, 实际完成情况 and one cell of text for each."""
        if not self.are_cells or row_concept(self._peek()) != "goal_heading":
            return False
        width = next((at for at in (1, 2) if row_concept(self._peek(at)) == "completion_heading"), None)
        if width is None or row_concept(self._peek(width - 1)) != "goal_heading":
            return False
        width += bool(_HEADS_A_COLUMN.match(self._peek(width + 1)))
        texts = [self._peek(width + 1), self._peek(width + 2)]
        if not all(texts) or any(begins_form(text) or _BLOCK_LABEL.match(text) or cell_figure(text) for text in texts):
            return False
        headings = [self._peek(at) for at in range(width + 1)]
        goal = max(at for at, heading in enumerate(headings) if row_concept(heading) == "goal_heading")
        self.rows.append(headings)
        self.rows.append([*[""] * goal, *texts])
        self.position += width + 3
        return True

    def _funding(self) -> bool:
        """The money headings and the lines under them."""
        heading: list[str] = []
        while column_concept(self._peek(len(heading))) in _PAIRED and not is_total(self._peek(len(heading))):
            heading.append(self._peek(len(heading)))
        if len(heading) < _FEWEST_HEADINGS:
            return False
        self.position += len(heading)
        self.has_funding = True
        corner = ""
        if column_concept(heading[0]) in {column_concept(label) for label in heading[1:]}:
            corner, *heading = heading
        elif corner := next((words for words in reversed(self.left_over) if _states_unit(words)), ""):
            self.left_over.remove(corner)
        else:
            self.above += [words for words in self.left_over if "单位" in words and money_unit(words)]
            self.left_over = [words for words in self.left_over if words not in self.above]
        if below := sub_headings(heading, self.words[self.position :]):
            self.position += len(below)
            heading, lower = two_rows(heading, below)
            self.rows += [[corner, *heading], ["", *lower]]
        else:
            self.rows.append([corner, *heading])
        lines: list[list[str]] = []
        while self._peek() and not self._ends_funding(self._peek()):
            line = [self._take_label()]
            while cell_figure(self._peek()) is not None or self._peek() in _NOTHING:
                line.append(self._peek())
                self.position += 1
            lines.append(line)
        lines = [with_blanks(line, heading) or line for line in lines]
        amounts_only = lines_of_amounts(lines, heading)
        for line in lines:
            if len(line) == len(heading) + 1 or line in amounts_only:
                self.rows.append([*line, *[""] * (len(heading) + 1 - len(line))])
            elif any(line):
                self.rests.append(" ".join(line).strip())
        return True

    def _take_label(self) -> str:
        """A funding label; labels of empty lines that follow each other are lines of their own."""
        if cell_figure(self._peek()) is not None or self._peek() in _NOTHING:
            return ""
        label = self._peek()
        self.position += 1
        while self._peek() and cell_figure(self._peek()) is None and self._peek() not in _NOTHING:
            is_own_line = self.are_cells or funding_label(self._peek()).kind != "item"
            if is_own_line or self._ends_funding(self._peek()):
                break
            label += self._peek()
            self.position += 1
        return label

    def _ends_funding(self, word: str) -> bool:
        return row_concept(word) in {"goal_heading", "completion_heading"} or column_concept(word) in _LEVELS

    def _total(self) -> bool:
        """The total below the indicators, behind what stands between: its weight, its score and perhaps its grade."""
        weight, score = cell_figure(self._peek(1)), cell_figure(self._peek(2))
        is_total = self.has_indicators and row_concept(self._peek()) == "total"
        if not is_total or weight is None or score is None or score.number > weight.number:
            return False
        width = 3 + bool(grade_of(self._peek(3)))
        self.rows.append(self.words[self.position : self.position + width])
        self.position += width
        return True

    def _indicators(self) -> bool:
        """The indicator headings, the rows under them and the total."""
        found = indicators_at(self.words, self.position, are_cells=self.are_cells)
        if found is None:
            return False
        self.position = found.position
        self.has_indicators = True
        self.rows.extend(found.rows)
        self.rests.extend(found.left_over)
        return True


def _go_on(first: str, label: str) -> bool:
    """Whether a pair goes on with the row whose first label is given: both name measures, or the same part."""
    return label == first or (column_concept(first) in _PAIRED and column_concept(label) in _PAIRED)


def _goes_on_name(word: str) -> bool:
    return not begins_form(word) and not _is_label(word) and money_unit(word) is None


def _is_label(word: str) -> bool:
    """Whether a word labels a block of the form, or what its head says besides names."""
    return bool(_BLOCK_LABEL.match(word) or _LABEL_OF_HEAD.fullmatch(word))


def _states_unit(words: str) -> bool:
    return len(words) <= _LONGEST_LABEL and money_unit(words) is not None
