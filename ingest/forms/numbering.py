"""Rows and columns that only number others: 栏次 | 1 | 2 | 3=2/1 below a heading, 行次 beside the labels."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.forms.layout import Row
from ingest.lexicon.numbers import cell_figure
from ingest.lexicon.text import fold

_NUMBERING = re.compile(
    r"[栏列行]次|序号|[甲乙丙丁戊己庚辛]|\(?(?:(?P<number>\d{1,2})|[A-Z]\d?)\)?(?:=.*)?|\(?[A-Z][/÷][A-Z]\)?"
)


def is_numbering(row: Row) -> bool:
    """Whether a row only numbers the columns: 栏次 1 2 3=2/1."""
    if len(row.filled) < 2:
        return False
    numbers: list[int] = []
    for cell in row.filled:
        match = _NUMBERING.fullmatch(fold(cell.text))
        if match is None:
            return False
        if match["number"]:
            numbers.append(int(match["number"]))
    return not numbers or (numbers[0] < 2 and numbers == list(range(numbers[0], numbers[-1] + 1)))


def numbering_below(rows: Sequence[Row], position: int) -> int:
    """How many rows number the columns of the heading that ends before `position`: one or none. Figures that count up
    are values where nothing stands below them."""
    own = rows[position : position + 2]
    if not own or own[0].stands_alone or not is_numbering(own[0]):
        return 0
    is_above_values = len(own) == 2 and not own[1].stands_alone and own[1].block_no == own[0].block_no
    return int(is_above_values or cell_figure(own[0].filled[0].text) is None)
