"""Funds turned on their side: sources, kinds of spending, years or projects head the columns, and each row is a
measure.

The words over the columns may also stand in every row, each before its figure (预算数 | 财政拨款 | 40 | 自筹资金 | 10).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ingest.document import Cell
from ingest.forms.funds.figures import cell_amount
from ingest.forms.funds.heading import stated_unit
from ingest.forms.funds.lines import FundingTable, Line
from ingest.forms.layout import Columns, Row
from ingest.forms.unread import Unread
from ingest.lexicon.funding_labels import FundingLabel, funding_label
from ingest.lexicon.labels import MONEY_MEASURES, RATE_MEASURES, column_concept, heading_year, money_unit, row_concept
from ingest.lexicon.numbers import cell_figure
from ingest.lexicon.text import fold, tidy

_MEASURES = frozenset({*MONEY_MEASURES, *RATE_MEASURES, "carryover"})
_BUDGETS = frozenset({"initial_budget", "annual_budget", "funds_received"})
_INCOME = "收入"
_YEAR = re.compile(r"^20\d\d年?度?$")
_SHORTEST_ITEM, _LONGEST_ITEM = 3, 30
_NO_ITEM = re.compile(
    r"[:：。；;,，]|季度|[\d一二三四五六七八九十上本每]月|半年|期$|批次?$|20\d\d|[上去前往今本当]年|"
    r"计划|实际|预期|目标|差异|变动|增减|(?:数|额|值|率|比|比例|比重|情况|原因|时间|日期|标准|单位|备注|说明)$"
)
"""What heads a column that is of no project or use of its own."""
_WHOLE = re.compile(r"^(?:总额|合计|小计|总计|总数|总金额)$")


@dataclass(frozen=True, slots=True)
class _Measured:
    """A row of one measure: its figures by the words that head them."""

    concept: str
    label: Cell
    row: Row
    cells: Mapping[str, Cell]


def read_sideways(rows: Sequence[Row], start: int) -> tuple[FundingTable, int] | None:
    """The funds whose columns `rows[start]` heads, or whose first measure it is, and the position behind them; None
    where nothing of the kind stands there."""
    below = rows[start + 1] if start + 1 < len(rows) else None
    if below is None or rows[start].stands_alone or _MEASURES.isdisjoint(below.concepts):
        return None
    above = rows[start - 1] if start and rows[start - 1].block_no == rows[start].block_no else None
    if above is not None and _INCOME in above.text:
        return None
    named = _heads(rows[start], above)
    heads = named or _items(rows[start])
    position = start + 1 if heads else start
    measured: list[_Measured] = []
    while position < len(rows) and (found := _measured(rows[position], heads)):
        if not named and heads and len(found.cells) < len(heads):
            break  # Nothing but the figure under each of them says that they head it.
        if found.concept in {other.concept for other in measured} or (
            measured and found.cells.keys() != measured[0].cells.keys() and not heads
        ):
            break
        measured.append(found)
        position += 1
    concepts = {one.concept for one in measured}
    if not concepts & _BUDGETS or len(concepts & _MEASURES) < 2:
        return None
    words = list(dict.fromkeys(word for one in measured for word in one.cells))
    return _table(rows, start, measured, words), position


def _heads(row: Row, above: Row | None) -> list[Cell]:
    """The cells of a row that head columns of sources, kinds of spending or years, with what adds them up, which may
    reach down from the row above; a label may stand before them, and a remark behind them."""
    cells = [cell for cell in row.filled if row_concept(cell.text) != "remark"]
    heads: list[Cell] = []
    while cells and _is_head(cells[-1].text):
        heads.insert(0, cells.pop())
    if len(heads) < 2 or len(cells) > 2 or any(cell_figure(cell.text) for cell in cells):
        return []
    reaching = [cell for cell in above.filled if cell.row_span > 1] if above is not None else []
    heads += [cell for cell in reaching if _is_head(cell.text)]
    return heads if len({fold(head.text) for head in heads}) == len(heads) else []


def _items(row: Row) -> list[Cell]:
    """The cells of a row that name what its columns are of, behind the label of its first: 项目 | 甲项目 | 乙项目."""
    items = [cell for cell in row.filled if cell.col > 1]
    texts = {fold(cell.text) for cell in items}
    are_names = all(map(_may_be_item, texts)) and len(texts) == len(items) > 1
    return items if are_names and row.cells[0].col_span == row.cells[0].row_span == 1 else []


def _may_be_item(text: str) -> bool:
    if _WHOLE.match(text):
        return True
    is_label = column_concept(text) is not None or row_concept(text) is not None
    return _SHORTEST_ITEM <= len(text) <= _LONGEST_ITEM and not (
        is_label or cell_figure(text) is not None or _NO_ITEM.search(text)
    )


def _is_head(text: str) -> bool:
    bare = fold(text)
    if _YEAR.match(bare) or _WHOLE.match(bare):
        return True
    return cell_figure(text) is None and column_concept(text) is None and funding_label(text).kind != "item"


def _measured(row: Row, heads: Sequence[Cell]) -> _Measured | None:
    """The figures of a row that a measure begins; None for another row."""
    number = next((n for n, cell in enumerate(row.cells) if column_concept(cell.text) is not None), None)
    if number is None or row.stands_alone:
        return None
    label, behind = row.cells[number], row.cells[number + 1 :]
    concept = column_concept(label.text) or ""
    if concept not in {*_MEASURES, "weight", "score"} or any(column_concept(cell.text) for cell in behind):
        return None
    cells = dict(_under(heads, behind, row.true_grid) if heads else _beside(behind))
    return _Measured(concept, label, row, cells) if len(cells) > 1 or (heads and cells) else None


def _under(heads: Sequence[Cell], behind: Sequence[Cell], true_grid: bool) -> Iterator[tuple[str, Cell]]:
    """The figures of a row below the words over them: in their columns, or in plain text in their order."""
    if true_grid:
        pairs = [(head, cell) for head in heads for cell in behind if cell.col == head.col]
    else:
        pairs = list(zip(heads, behind, strict=False))
    yield from ((head.text, cell) for head, cell in pairs if cell_figure(cell.text) is not None)


def _beside(behind: Sequence[Cell]) -> Iterator[tuple[str, Cell]]:
    """The figures of a row that each stand behind a word of their own."""
    filled = [cell for cell in behind if fold(cell.text)]
    words, figures = filled[::2], filled[1::2]
    if len(words) == len(figures) and all(_is_head(word.text) for word in words):
        yield from ((w.text, cell) for w, cell in zip(words, figures, strict=True) if cell_figure(cell.text))


def _table(rows: Sequence[Row], start: int, measured: Sequence[_Measured], words: Sequence[str]) -> FundingTable:
    """A line for each word; of several years the latest one's only, whose line its measures name."""
    headings = [*rows[start].cells, *(one.label for one in measured)]
    unit = next((unit for cell in headings if (unit := money_unit(cell.text))), None) or stated_unit(rows, start)
    years = {year: word for word in words if (year := heading_year(word))}
    chosen = [years[max(years)]] if years else words
    lines: list[Line] = []
    for word in chosen:
        label = next(one.label.text for one in measured if one.concept in _BUDGETS) if years else word
        kind = FundingLabel("total") if years or _WHOLE.match(fold(word)) else funding_label(word)
        own = [(one, cell) for one in measured if (cell := one.cells.get(word))]
        figures = [
            figure
            for one, cell in own
            if (figure := cell_amount(one.concept, cell, one.label.text, unit, one.row)) is not None
        ]
        points = {one.concept: cell for one, cell in own if one.concept in {"weight", "score"}}
        if figures:
            row = measured[0].row if years else rows[start]
            lines.append(
                Line(tidy(label) or "", kind, row, figures, points=(points.get("weight"), points.get("score")))
            )
    total = next((line for line in lines if line.kind.kind == "total"), None)
    for line in lines:
        line.parent = total if line is not total else None
    read = [cell for one in measured for word, cell in one.cells.items() if word in chosen]
    left = [
        Unread(one.row, cell, one.label.text)
        for one in measured
        for cell in one.row.cells
        if cell_figure(cell.text) is not None and cell not in read
    ]
    columns = Columns({}, {}, rows[start].width, rows[start])
    return FundingTable(columns, unit, lines, [one.row for one in measured], left)
