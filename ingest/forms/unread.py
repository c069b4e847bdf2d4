"""What the reader of a table leaves: figures in rows that it has read, in cells that it has no record for."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import permutations

from ingest.document import Cell
from ingest.forms.layout import Columns, Row
from ingest.lexicon.contexts import context
from ingest.lexicon.labels import MONEY_MEASURES, RATE_MEASURES, column_concept
from ingest.lexicon.numbers import cell_figure
from ingest.lexicon.text import fold

_NEARLY_FIGURE = re.compile(
    r"^[约近≈(–—]?[\dOo〇][\dOo〇,.]*(?:[十百千]?[万亿]|[十百千])?[元兀]?[)%‰?]?$"
    r"|^约?\d+(?:\.\d+)?[/~～至—–-]\d+(?:\.\d+)?%?$|^\d[\d.]*(?:/\d[\d.]*){2,}$|^\d[\d.]*/$"
    r"|^19\d\d(?:([-/])\d\d?(?:\1\d\d?)?|年\d\d?月(?:\d\d?日)?)(?:\d\d?:[\d:]+)?$"
    r"|^\d(?:\.\d+)?[eE][+-]?\d+$"
    r"|^\d[\d,.]*\^\d+$|^\d[\d.%]*[×xX*][\d.×xX*%/÷]*=\d[\d.]*分?$|^¥?\d[\d,.]*(?:万?元|%)?(?:[(（]|左右$|[余多](?:万?元)?$)"
)
_DATE = re.compile(r"^\d{4}(?:([-/])\d\d?(?:\1\d\d?)?|年\d\d?月(?:\d\d?日)?)(?:\d\d?:[\d:]+)?$|^\d\d?月\d\d?日$")
_MARKED = re.compile(r"(?:\d|[^\w\s=#≥≤<>]|人民币|RMB|CNY|[约共增减调加少个十百千万亿元整点分])+")
"""A figure with signs and words around it, of which none is of anything but its size: ↓24, 人民币96万元, 1'200.50."""
_WORDED = re.compile(
    r"^(?:已|实际|支付|支出|执行|拨付|使用|得|扣)*\d[\d,]*(?:\.\d+)?(?:万?元|[万亿]|分|%)?(?:[\s,，;；。、(（]|$)"
    r"|[\s,，;；:：]\d[\d,]*(?:\.\d+)?(?:万?元|分|%)?$|[\d%]=\d[\d.]*[分%]?$"
)
_LONGEST_MARKED, _LONGEST_WORDS = 16, 30
_WITHOUT_RESULT = re.compile(
    r"#{3,}|#(?:REF!|VALUE!|NAME\?|N/A|NUM!|NULL!)|=[-+(]*(?:[^!]+!)?(?:[A-Za-z_.]+\(|\$?[A-Z]{1,3}\$?\d|…).*",
    re.DOTALL,
)
"""A cell of a sheet whose formula has failed, or came without its result, or that is too narrow for its number; one
that divides by 0 has none to lose."""

_POINTS = ("weight", "score")
_FIGURES = frozenset({*_POINTS, *MONEY_MEASURES, *RATE_MEASURES})


@dataclass(frozen=True, slots=True)
class Unread:
    """A figure in no record; `heading` is what heads its column, "" where that cannot be told."""

    row: Row
    cell: Cell
    heading: str


def unread(
    row: Row, cells: Mapping[int, Cell], columns: Columns, read: Collection[Cell], is_aligned: bool = True
) -> Iterator[Unread]:
    """The figures of a row but those that were `read`; its cells are given by the column that heads them, where these
    are aligned. What a reviewer scored beside the unit (自评得分 | 复核得分) is another's, and no figure of the
    self-evaluation; a 得分率 that weight and score come to says nothing besides these."""
    headings, concepts = (columns.texts, columns.concepts) if is_aligned else ({}, {})
    places = {(cell.row, cell.col) for cell in read}
    left = [
        (headings.get(column, ""), cell)
        for column, cell in sorted(cells.items())
        if (cell.row, cell.col) not in places
        and (may_be_figure(cell.text) or _is_due(cell.text, headings.get(column, ""), concepts.get(column)))
    ]
    for heading, cell in left:
        concept = column_concept(heading)
        is_of_reviewer = concept == "review_score" and columns.of("score")
        if not is_of_reviewer and not (concept == "score_rate" and _is_of_points(cell, cells, columns)):
            yield Unread(row, cell, heading)


def _is_of_points(rate: Cell, cells: Mapping[int, Cell], columns: Columns) -> bool:
    """Whether a rate is what weight and score of its row come to, as precisely as it is printed."""
    printed = cell_figure(rate.text)
    points = [
        figure.number
        for col, cell in sorted(cells.items())
        if columns.concepts.get(col, "").endswith(_POINTS) and (figure := cell_figure(cell.text))
    ]
    return printed is not None and any(
        abs(score * scale / weight - printed.number) <= Decimal(5).scaleb(-printed.decimals - 1)
        for weight, score in permutations(points, 2)
        if weight
        for scale in (1, 100)
    )


@lru_cache(maxsize=8192)
def may_be_figure(text: str) -> bool:
    """A figure, or what a converter or a hasty hand has made of one: 1O, 约10, (9.8), 37.4?, 50/50, 50（含40）, #REF!,
    or a sheet whose cell is formatted as a date: 1900-04-09 is 100."""
    if text[:1] in {"#", "="} and _WITHOUT_RESULT.fullmatch(text):
        return True
    return cell_figure(text) is not None or bool(_NEARLY_FIGURE.match(fold(text)))


def stands_for_figure(text: str, heading: str) -> bool:
    """Whether a date stands where its heading asks for a figure: an amount in a cell that a sheet shows as a date."""
    return is_date(text) and context(heading) is not None


def _is_due(text: str, heading: str, concept: str | None) -> bool:
    """Whether a cell of a row that was read holds such a date, a figure with more around it than is read, or a few
    words with the figure of its column: 9.5，迟交; 已支付38万元."""
    if stands_for_figure(text, heading) or (is_marked_figure(text) and context(heading) is not None):
        return True
    return concept in _FIGURES and len(text) <= _LONGEST_WORDS and bool(_WORDED.search(text))


def is_marked_figure(text: str) -> bool:
    """Whether a text is a figure with nothing around it but signs and words of its size."""
    if len(text) > _LONGEST_MARKED or not any(map(str.isdecimal, text)):
        return False
    return cell_figure(text) is None and bool(_MARKED.fullmatch(fold(text)))


def is_date(text: str) -> bool:
    """Whether a cell shows nothing but a date."""
    return text[:1].isdecimal() and bool(_DATE.match(fold(text)))
