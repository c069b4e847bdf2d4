"""What was not placed: figures in a money, rate or score context that no record holds.

The readers of tables account for the rows that they have read. In any other row a figure has such a context when the
words just left of it or the nearest words above it in its column give it one, or by its own unit.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import attrgetter

from ingest.document import Cell
from ingest.forms.funds.pairs import has_columns
from ingest.forms.layout import Row
from ingest.forms.numbering import is_numbering
from ingest.forms.prose.coverage import funding_line, joined_tables, stray_figures, unparted_row
from ingest.forms.reading import PROSE_CELL, Reading
from ingest.forms.unread import Unread, is_date, may_be_figure, stands_for_figure
from ingest.lexicon.contexts import context, is_elsewhere, names_by_number
from ingest.lexicon.funding_labels import funding_label
from ingest.lexicon.labels import is_level1_name, is_level2_name, is_operator, row_concept
from ingest.lexicon.marks import grade_of
from ingest.lexicon.numbers import PER_WAN, cell_figure, figures, may_hold_figures
from ingest.lexicon.phrases.money import money_measure
from ingest.lexicon.text import fold, tidy
from ingest.records import Evidence, Extraction, Unplaced

_WORD = re.compile(r"\w")
_MAY_HOLD_FIGURE = re.compile(
    r"[\d元分#=Oo〇Ｏｏº\u00b2-\u00be\u2070-\u218b\u2460-\u24ff\u2776-\u2793\u3220-\u33ff\U0001f100-\U0001f10c]"
)
"""What every figure holds, be it damaged: a digit or what may be folded to one, a letter for 0, or a unit of words."""
_LONGEST_LINE, _LONGEST_GRADE = 30, 4
_IN_SENTENCES = re.compile("[，。；,;]")
_BARE = re.compile(r"^(?:\d[\d,]*(?:\.\d+)?%?(?:\s+|$))+$")
_BEHIND_LABEL = re.compile(r"(?P<label>[^\d:：；;，,\s]{2,12})[:：]\s*(?P<value>\d[\d,.]*)(?![\d,.]|\s*[万亿元%％])")
_COMPLETION_RATE = re.compile(r"^(?:(?:指标|目标|绩效|实际)*完成(?:率|比例)|得分系数)(?:\(%?\))?$")
_RESULTS = frozenset({"weight", "score", "actual"})
"""The columns of an indicator table of which one of unknown heading may be, where it has no other."""

_OF_TIME = re.compile(r"时间|日期|年份|月份|年度$|起止|期限|周期|时段|时限")
_OTHER_VALUE = re.compile(r"历史|往年|上年|去年|基准|行业|\d月|季度")
_CONTEXT_OF_UNIT = {"points": "score", **dict.fromkeys(PER_WAN, "money")}


def unplaced_figures(readings: Sequence[Reading], extraction: Extraction) -> list[Unplaced]:
    """The figures of a document that stand in such a context and in no record. `readings`: all that was read of it,
    also where nothing is evaluated."""
    found = [*_in_read_rows(readings), *_in_other_rows(readings, extraction), *_in_prose(readings)]
    found.sort(key=lambda figure: (figure.evidence.block_no, figure.evidence.row_no or 0, figure.evidence.col_no or 0))
    for number, figure in enumerate(found, start=1):
        figure.unplaced_no = number
    return found


def _in_read_rows(readings: Iterable[Reading]) -> Iterator[Unplaced]:
    """What the readers of tables have left."""
    for reading in readings:
        for listing in reading.listings:
            yield from _left(listing.unread, nameless="money")
        if not reading.is_evaluation:
            continue
        for funding in reading.funding:
            yield from _left(funding.unread, nameless="money", unknown="money")
        for indicators in reading.indicators:
            unknown = None if indicators.columns.by_concept.keys() >= _RESULTS else "score"
            yield from _left(filter(_is_of_evaluation, indicators.unread), nameless="score", unknown=unknown)
            for added_up in indicators.added_up:
                yield from _left(added_up.unread, nameless="score", unknown=unknown)
        for summary in reading.summaries:
            yield from _left(summary.unread, nameless="score")
        yield from _left(reading.other_execution_points(), nameless="score")


def _left(left: Iterable[Unread], nameless: str | None = None, unknown: str | None = None) -> Iterator[Unplaced]:
    """The figures that their heading gives a context; `nameless` is that of a figure under no heading, `unknown` that
    of one under a heading of unknown meaning."""
    for figure in left:
        told = context(figure.heading)
        if not fold(figure.heading):
            told = None if figure.cell is figure.row.cells[0] else nameless
        elif told is None and not is_elsewhere(figure.heading):
            told = unknown
        if told:
            yield _unplaced(told, figure.heading, figure.cell.text, figure.row, figure.cell)


def _is_of_evaluation(figure: Unread) -> bool:
    """Whether the figure of an indicator's row is more than how far its target was reached, which target and actual
    value tell (完成率, 得分系数), and no value that these are measured by or of another time: 基准值, 上年值."""
    heading = fold(figure.heading)
    return not (_COMPLETION_RATE.match(heading) or (_OTHER_VALUE.search(heading) and context(figure.heading) is None))


def _in_other_rows(readings: Sequence[Reading], extraction: Extraction) -> Iterator[Unplaced]:
    """The figures of the rows that no reader of a table has taken."""
    read = set(_read_rows(readings))
    placed = {(place.block_no, place.row_no, place.col_no) for place in _evidence(extraction)}
    above: dict[int, str] = {}  # What the figures last told of a block are.
    rows = (row for reading in readings if reading.entry is None for row in reading.rows if row.row_no is not None)
    for row, headings in _left_with_headings(rows, read):
        found: list[Unplaced] = []
        nameless: list[Cell] = []
        is_labelled = False
        for position, cell in enumerate(row.cells):
            if (row.block_no, row.row_no, cell.col) in placed:
                continue
            over = headings.get(cell.col)
            if over is not None and stands_for_figure(cell.text, over.text) and _is_of_heading(row, position):
                found.append(_unplaced(context(over.text) or "money", over.text, cell.text, row, cell))
                continue
            if not may_be_figure(cell.text):
                if not row.is_line and may_hold_figures(cell.text):
                    found.extend(_in_words(row, cell))
                continue
            beside = _beside(row, position)
            if beside is not None and names_by_number(beside.text) and _has_no_unit(cell):
                continue
            labels = [label.text for label in (beside, over, _of_figures(row, position)) if label]
            is_labelled = is_labelled or (beside is not None and context(beside.text) is not None)
            if told := _told(cell, labels):
                found.append(_unplaced(*told, cell.text, row, cell))
            elif (cell.text.isascii() and _is_of_indicator(row)) or (
                _may_be_points(cell) and any(map(_is_grade, row.filled))
            ):
                found.append(_unplaced("score", "", cell.text, row, cell))
            elif position and beside is None and (is_labelled or over is None or _is_part(over.text)):
                nameless.append(cell)
        if not found and row.block_no in above and row.filled and row_concept(row.filled[0].text) == "total":
            label, *rest = row.filled
            context_above = above[row.block_no]
            found = [
                _unplaced(context_above, label.text, cell.text, row, cell) for cell in rest if may_be_figure(cell.text)
            ]
        yield from found
        if found:  # Half a row of figures says what the other half is.
            above[row.block_no] = found[-1].context
            yield from (_unplaced(found[-1].context, "", cell.text, row, cell) for cell in nameless)


def _left_with_headings(rows: Iterable[Row], read: Container[Row]) -> Iterator[tuple[Row, Mapping[int, Cell]]]:
    """The rows of tables that are not `read` and may hold a figure, each with the words nearest above it in every
    column."""
    for _, block in groupby(rows, key=attrgetter("block_no")):
        table = list(block)
        headings: dict[int, Cell] = {}
        above = 0
        for position, row in enumerate(table):
            if row not in read and _MAY_HOLD_FIGURE.search(row.text) and not is_numbering(row):
                for other in table[above:position]:
                    _put_over(headings, other)
                above = position
                yield row, headings


def _put_over(headings: dict[int, Cell], row: Row) -> None:
    """Let the words of a row be the headings of the rows below it."""
    for cell in row.filled:
        if not may_be_figure(cell.text):
            for col in range(cell.col, cell.col + cell.col_span):
                above = headings.get(col)
                if above is None or not _goes_on_below(above, cell):
                    headings[col] = cell


def _is_of_indicator(row: Row) -> bool:
    """Whether a row begins with the name of a level, or a sign stands before a target, as in those of indicators: its
    heading stands in another table."""
    return any(is_level1_name(cell.text) or is_level2_name(cell.text) for cell in row.filled[:2]) or any(
        is_operator(cell.text[:1]) or is_operator(cell.text) for cell in row.filled[1:4]
    )


def _goes_on_below(above: Cell, cell: Cell) -> bool:
    """Whether words below a heading of figures leave it in force."""
    told = context(above.text)
    return told is not None and ((told == "money" and _is_part(cell.text)) or is_date(cell.text))


def _is_grade(cell: Cell) -> bool:
    """Whether nothing but a grade stands in a cell, so that the figures beside it may be points."""
    return len(cell.text) <= _LONGEST_GRADE and grade_of(cell.text) is not None


def _may_be_points(cell: Cell) -> bool:
    figure = cell_figure(cell.text)
    return figure is not None and figure.unit in {None, "points"} and bool(figure.decimals)


def _has_no_unit(cell: Cell) -> bool:
    figure = cell_figure(cell.text)
    return figure is None or figure.unit is None


def _is_part(label: str) -> bool:
    """Whether words below a heading of money only say of what part of it: 中央, 合计."""
    return context(label) is None and funding_label(label).kind in {"source", "total"}


def _told(cell: Cell, labels: Sequence[str]) -> tuple[str, str] | None:
    """(context, label) of a figure by its labels, or by its own unit where these do not tie it to something else."""
    for label in labels:
        if told := context(label):
            return told, label
    figure = cell_figure(cell.text)
    own = _CONTEXT_OF_UNIT.get(figure.unit or "") if figure else None
    return (own, "".join(labels[:1])) if own and not any(map(is_elsewhere, labels)) else None


def _in_words(row: Row, cell: Cell) -> Iterator[Unplaced]:
    """The money in a cell of a few words, which is not read as running text."""
    if len(fold(cell.text)) > _LONGEST_LINE:
        return
    line = funding_line(cell.text)
    if line is not None:
        yield _unplaced(line.context, line.about, cell.text, row, cell)
    if line is not None or len(fold(cell.text)) > PROSE_CELL:
        return
    for match in _BEHIND_LABEL.finditer(cell.text) if "：" in cell.text or ":" in cell.text else ():
        if context(match["label"]) == "money":
            yield _unplaced("money", match["label"], match["value"], row, cell)
    for figure in figures(cell.text):
        words = cell.text[: figure.start]
        if figure.unit in PER_WAN and money_measure(words, cell.text[figure.end :]) != "other_amount":
            yield _unplaced("money", words, figure.value_text, row, cell)


def _in_prose(readings: Iterable[Reading]) -> Iterator[Unplaced]:
    for reading in readings:
        for row, cell in reading.texts if reading.is_evaluation else ():
            unparted = unparted_row(cell.text) if row.is_unparted else None
            for stray in [unparted] if unparted else (*stray_figures(cell.text), *joined_tables(cell.text)):
                yield _unplaced(stray.context, stray.about, stray.text, row, cell)
        if reading.is_evaluation:
            yield from _lone_figures(reading.texts)


def _lone_figures(texts: Sequence[tuple[Row, Cell]]) -> Iterator[Unplaced]:
    """The bare figures, each a line of its own, below a label of money, a rate or a score: cells of a table whose rows
    are lost. Numbers of pages stand between lines of sentences."""
    told = label = ""
    for row, cell in texts:
        if not row.stands_alone or (len(cell.text) > _LONGEST_LINE and _IN_SENTENCES.search(cell.text)):
            told = label = ""
        elif own := context(cell.text):
            told, label = own, cell.text
        elif _BARE.match(cell.text) and (told or len(cell.text.split()) > 1):
            yield _unplaced(told or "money", label, cell.text, row, cell)


def _read_rows(readings: Iterable[Reading]) -> Iterator[Row]:
    """The rows that the readers of tables account for."""
    for reading in readings:
        for listing in reading.listings:
            yield from listing.read
        if reading.is_evaluation:
            yield from (row for funding in reading.funding for row in funding.read)
            yield from (row for indicators in reading.indicators for row in indicators.read)
            yield from (row for summary in reading.summaries for row in summary.read)


def _beside(row: Row, position: int) -> Cell | None:
    """The words just left of a cell."""
    left = row.cells[position - 1] if position else None
    return left if left is not None and _WORD.search(left.text) and not may_be_figure(left.text) else None


def _is_of_heading(row: Row, position: int) -> bool:
    """Whether the words left of a cell, if any, leave to its heading what it is: 完成时间 and 起止 do not."""
    left = (cell.text for cell in row.cells[position - 1 :: -1] if position)
    words = next((text for text in left if _WORD.search(text) and not is_date(text) and not may_be_figure(text)), "")
    if context(words) is not None:
        return True
    return not (is_elsewhere(words) or row_concept(words) or _OF_TIME.search(words))


def _of_figures(row: Row, position: int) -> Cell | None:
    """The words before a cell that stands in a run of several figures, be it that of a total."""
    if not has_columns(row) and (not row.filled or row_concept(row.filled[0].text) != "total"):
        return None
    while position and may_be_figure(row.cells[position - 1].text):
        position -= 1
    return _beside(row, position)


def _unplaced(kind: str, about: str, text: str, row: Row, cell: Cell) -> Unplaced:
    return Unplaced(None, 0, kind, tidy(about) or "", text.strip(), row.evidence(cell))


def _evidence(extraction: Extraction) -> Iterable[Evidence]:
    for row in extraction.indicators:
        if row.is_execution_row:
            yield from (row.evidence._replace(col_no=col) for col in (row.weight_col_no, row.score_col_no))
    for records in (extraction.amounts, extraction.report_fields, extraction.issues):
        yield from (record.evidence for record in records)
