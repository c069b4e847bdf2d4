"""An indicator table on its side: each column is an indicator, and each row says one thing of all of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from ingest.document import Cell
from ingest.forms.headings import LEVELS
from ingest.forms.indicators.levels import name_and_weight
from ingest.forms.indicators.row import IndicatorRow
from ingest.forms.indicators.split_targets import split_target
from ingest.forms.indicators.table import TEXTS, IndicatorTable
from ingest.forms.layout import Columns, Row
from ingest.lexicon.labels import column_concept, is_label
from ingest.lexicon.numbers import cell_figure
from ingest.lexicon.targets import is_value
from ingest.lexicon.text import fold, tidy

_POINTS = frozenset({"weight", "score"})
_VALUES = frozenset({"target", "actual"})
_SAID = frozenset({*LEVELS, *TEXTS, *_POINTS, "deduction"})
_FEWEST = 2

_Said = dict[str, tuple[Row, Cell]]
"""The rows by what they say, each with the cell that labels it."""


def read_turned(rows: Sequence[Row], start: int) -> tuple[IndicatorTable, int] | None:
    """The indicators that stand side by side from `rows[start]` on, and the position behind them; None where none do,
    or where nothing says which cells of the rows belong together."""
    said, position = _said_from(rows, start)
    named = said.get("level3")
    if named is None or not (said.keys() & _POINTS and said.keys() & _VALUES):
        return None
    names = [cell for cell in named[0].filled if cell.col > named[1].col]
    if len(names) < _FEWEST or not all(map(_may_name, names)):
        return None
    lost = [row for row, _ in said.values() if not row.true_grid and row.width != named[0].width]
    told = {concept: place for concept, place in said.items() if place[0] not in lost}
    if not told.keys() >= said.keys() - {*LEVELS[:2]}:
        return None
    table = IndicatorTable(Columns({}, {}, named[0].width, named[0]), not_understood=lost)
    for name in names:
        found = _indicator(_column(told, name), named[0])
        if found is None:
            return None
        table.rows.append(found)
    table.turned = [row for row, _ in said.values()]
    return table, position


def _said_from(rows: Sequence[Row], start: int) -> tuple[_Said, int]:
    said: _Said = {}
    position = start
    while position < len(rows) and (label := _label(rows[position], rows[start])) is not None:
        concept = column_concept(label.text) or ""
        if concept in said:
            break
        said[concept] = rows[position], label
        position += 1
    return said, position


def _label(row: Row, first: Row) -> Cell | None:
    """The label of a row that says one thing of all indicators, which no other label stands beside but that of the
    whole table before it."""
    if row.stands_alone or row.block_no != first.block_no or len(row.filled) <= _FEWEST:
        return None
    number = next((at for at, cell in enumerate(row.filled[:2]) if column_concept(cell.text) in _SAID), None)
    if number is None or any(is_label(cell.text) for cell in row.filled[number + 1 :] if not is_value(cell.text)):
        return None
    return row.filled[number]


def _may_name(cell: Cell) -> bool:
    return cell.col_span == 1 and cell_figure(cell.text) is None and not is_value(cell.text)


def _column(said: _Said, name: Cell) -> dict[str, Cell]:
    """What is said of the indicator of a column."""
    cells = {concept: _at(*place, name.col, covers=concept in LEVELS[:2]) for concept, place in said.items()}
    return {concept: cell for concept, cell in cells.items() if cell is not None}


def _at(row: Row, label: Cell, col: int, *, covers: bool) -> Cell | None:
    """The cell of a row in a column; the name of a level `covers` the blanks behind it."""
    behind = [cell for cell in row.cells if label.col < cell.col <= col and fold(cell.text)]
    if not behind:
        return None
    last = behind[-1]
    return last if covers or last.col + last.col_span > col else None


def _indicator(column: Mapping[str, Cell], named: Row) -> IndicatorRow | None:
    """The indicator of a column; None where something else than points stands where these are due."""
    points = {concept: figure for concept, figure in _points(column) if figure is not None}
    if points.keys() != column.keys() & {*_POINTS, "deduction"}:
        return None
    weight, score = points.get("weight"), points.get("score")
    if weight is not None and score is not None and score > weight:
        return None
    texts = {concept: tidy(cell.text) if (cell := column.get(concept)) else None for concept in TEXTS}
    split_target(texts)
    level1, level2, level3 = (
        name_and_weight(tidy(column[level].text) or "") if level in column else ("", None) for level in LEVELS
    )
    behind = (cell for concept, cell in column.items() if concept not in LEVELS)
    return IndicatorRow(
        row=Row(named.block_no, named.row_no, (column["level3"], *behind), named.true_grid),
        level1=level1[0] or None,
        level2=level2[0] or None,
        level3=level3[0],
        level1_weight=level1[1],
        level2_weight=level2[1],
        weight=weight,
        score=score,
        deduction=points.get("deduction"),
        texts=texts,
        shifted=False,
        weight_cell=column.get("weight"),
        score_cell=column.get("score"),
        is_execution=False,
        target_col=None,
        actual_col=None,
    )


def _points(column: Mapping[str, Cell]) -> Iterator[tuple[str, Decimal | None]]:
    for concept in ("weight", "score", "deduction"):
        if concept in column:
            figure = cell_figure(column[concept].text)
            yield concept, figure.number if figure and figure.unit in {None, "points"} else None
