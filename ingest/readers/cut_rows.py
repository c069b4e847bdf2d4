"""Rows that line breaks inside their cells have cut: put together where what they hold says that they are one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ingest.lexicon.funding_labels import funding_label
from ingest.lexicon.labels import column_concept, is_level1_name, is_level2_name, is_short_level2_name, row_concept
from ingest.lexicon.numbers import cell_figure
from ingest.lexicon.text import fold

_MOST_BEFORE_LEVEL1 = 2
"""The label beside the whole table and level 1."""
_MOST_CUTS = 4
_FEWEST_AMOUNTS = 2
_NUMBER = "序号"
_POINTS = frozenset({"weight", "score"})


def joined(rows: Sequence[list[str]]) -> list[list[str]]:
    """The rows, the parts of each put together."""
    return _numbered(_with_whole_headings(list(_behind_level1(_behind_labels(rows)))))


def _behind_labels(rows: Sequence[list[str]]) -> Iterator[list[str]]:
    """The rows, those of amounts put together that a line break behind the label of their line has cut: the blank that
    what is left of them begins with is of the cell that the break stands in."""
    label: list[str] = []
    for row in rows:
        if label and (row[0] or sum(cell_figure(text) is not None for text in row) < _FEWEST_AMOUNTS):
            yield label
            label = []
        whole = [*label, *row]
        label = row if len(row) == 1 and funding_label(row[0]).kind != "item" else []
        if not label:
            yield whole
    if label:
        yield label


def _behind_level1(rows: Iterable[list[str]]) -> Iterator[list[str]]:
    """The rows, those put together that a line break behind a cell of level 1 has cut."""
    start: list[str] = []
    for row in rows:
        if start and not _goes_on(start[-1], row[0]):
            yield start
            start = []
        whole = [*start, *row]
        filled = [text for text in whole if text]
        start = filled if 0 < len(filled) <= _MOST_BEFORE_LEVEL1 and _is_level1(filled[-1]) else []
        if not start:
            yield whole
    if start:
        yield start


def _with_whole_headings(rows: Sequence[list[str]]) -> list[list[str]]:
    """The rows, those of a heading put together that line breaks behind some of its labels have cut: 一级 | 二级 | 三级
    | 年度指标值, 实际完成值, 分值 | 得分."""
    found: list[list[str]] = []
    position = 0
    while position < len(rows):
        heading = _without_filling(rows[position])
        position += 1
        end = position
        told = _concepts(heading)
        while told and "level3" in told and told.isdisjoint(_POINTS) and end < min(len(rows), position + _MOST_CUTS):
            more = _concepts(rows[end])
            if not more or not more.isdisjoint(told):
                break
            told |= more
            end += 1
        if end > position and not told.isdisjoint(_POINTS):
            heading = [text for row in rows[position - 1 : end] for text in _without_filling(row)]
            found.append(heading)
            position = end
        else:
            found.append(rows[position - 1])
    return found


def _concepts(row: Sequence[str]) -> frozenset[str]:
    """What the cells of a row head, none where one of them heads nothing."""
    concepts = [column_concept(text) for text in row if text]
    return frozenset() if None in concepts else frozenset(filter(None, concepts))


def _is_level1(text: str) -> bool:
    return column_concept(text) == "level1" or is_level1_name(text)


def _goes_on(level1: str, text: str) -> bool:
    """Whether a cell is of level 2, the heading's behind a heading and a name behind a name."""
    if column_concept(level1) == "level1":
        return column_concept(text) == "level2"
    return is_level2_name(text) or is_short_level2_name(text)


def _numbered(rows: list[list[str]]) -> list[list[str]]:
    """The rows of indicators that are numbered, each from its number up to the next, without the numbers, which stand
    before cells that are missing; unchanged where none is cut, or where one would be wider than its heading."""
    start = next((at for at, row in enumerate(rows) if fold(row[0]) == _NUMBER), len(rows))
    records: list[list[str]] = []
    end = start
    while end < len(rows) and not row_concept(rows[end][0]):
        row = rows[end]
        if not records or (len(row) > 1 and row[0] == str(len(records))):
            records.append(list(row))
        else:
            records[-1] = [*_without_filling(records[-1]), *row]
        end += 1
    if len(records) <= 1 or len(records) == end - start or not _heads_indicators(records[0]):
        return rows
    records = list(map(_without_filling, records))
    if any(len(record) > len(records[0]) for record in records):
        return rows
    return [*rows[:start], *(record[1:] for record in records), *rows[end:]]


def _without_filling(row: list[str]) -> list[str]:
    """The row without the blanks at its end."""
    width = max((at for at, text in enumerate(row, 1) if text), default=0)
    return row[:width]


def _heads_indicators(heading: Sequence[str]) -> bool:
    concepts = {column_concept(text) for text in heading}
    return "level3" in concepts and not concepts.isdisjoint(_POINTS)
