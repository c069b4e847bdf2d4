"""What the reader of a table leaves: figures in rows that it has read, in cells that it has no record for."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from ingest.document import Cell
from ingest.forms.layout import Columns, Row
from ingest.lexicon.labels import column_concept
from ingest.lexicon.numbers import cell_figure
from ingest.lexicon.text import fold

_NEARLY_FIGURE = re.compile(
    r"^[约近≈(]?[\dOo〇][\dOo〇,.]*(?:万|亿)?[元兀]?[)%‰]?$"
    r"|^约?\d+(?:\.\d+)?[/~～至—–-]\d+(?:\.\d+)?%?$|^\d[\d.]*(?:/\d[\d.]*){2,}$|^\d[\d.]*/$"
    r"|^\d[\d,.]*\^\d+$|^¥?\d[\d,.]*(?:万?元|%)?(?:[(（]|左右$|[余多](?:万?元)?$)"
)
_WITHOUT_RESULT = re.compile(
    r"#(?:REF!|VALUE!|NAME\?|N/A|NUM!|NULL!)|=[-+(]*(?:[^!]+!)?(?:[A-Za-z_.]+\(|\$?[A-Z]{1,3}\$?\d|…).*", re.DOTALL
)
"""A cell of a sheet whose formula has failed, or came without its result; one that divides by 0 has none to lose."""


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
    self-evaluation."""
    headings = columns.texts if is_aligned else {}
    places = {(cell.row, cell.col) for cell in read}
    left = [
        (headings.get(column, ""), cell)
        for column, cell in sorted(cells.items())
        if (cell.row, cell.col) not in places and may_be_figure(cell.text)
    ]
    for heading, cell in left:
        if not (columns.of("score") and column_concept(heading) == "review_score"):
            yield Unread(row, cell, heading)


@lru_cache(maxsize=8192)
def may_be_figure(text: str) -> bool:
    """A figure, or what a converter or a hasty hand has made of one: 1O, 约10, (9.8), 50/50, 50（含40）, #REF!."""
    if text[:1] in {"#", "="} and _WITHOUT_RESULT.fullmatch(text):
        return True
    return cell_figure(text) is not None or bool(_NEARLY_FIGURE.match(fold(text)))
