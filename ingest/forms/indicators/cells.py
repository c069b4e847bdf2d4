"""The cells of an indicator by the columns that head them, wherever they stand in their row."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ingest.document import Cell
from ingest.forms.headings import LEVELS
from ingest.forms.indicators.offset import offset_of
from ingest.forms.indicators.parts import is_cut_part, part_cells
from ingest.forms.layout import Columns, Row, place
from ingest.forms.unread import may_be_figure
from ingest.lexicon.labels import is_level1_name, is_level2_name, is_operator, is_short_level2_name, numbers_rows
from ingest.lexicon.numbers import cell_figure
from ingest.lexicon.targets import is_value
from ingest.lexicon.text import fold

_POINTS = frozenset({"weight", "score"})
_WORD = re.compile(r"\w")


def cells_under(row: Row, columns: Columns) -> tuple[dict[int, Cell], int] | None:
    """The cells of a row by column, with how many columns right of them their headings stand; None where that cannot be
    told."""
    if is_cut_part(row, columns):
        cells = part_cells(row, columns)
        return (cells, 0) if cells is not None else None
    own = _without_number(row, columns)
    offset = offset_of(own, columns)
    cells = place(own, offset)
    if not row.true_grid and _goes_beyond(cells, columns):
        return None
    if not row.true_grid and row.width < columns.width and _lacks_cell(cells, columns):
        return None
    if row.true_grid:
        return _with_label_over_levels(cells, columns), offset
    return _with_name_over_level2(own, _with_level1(own, cells, columns), columns), offset


def _goes_beyond(cells: Mapping[int, Cell], columns: Columns) -> bool:
    """Whether figures of a row of text stand right of its table, or behind the last heading while words stand under
    points: a heading covers more columns than text has left of it."""
    end = max(columns.texts)
    beyond = [col for col, cell in cells.items() if col > end and cell_figure(cell.text) is not None]
    return bool(beyond) and (max(beyond) > columns.width or _has_no_points(columns.told(cells)))


def _has_no_points(told: Mapping[str, Cell]) -> bool:
    """Whether something else than points stands under these."""
    points = [told[concept].text for concept in _POINTS if concept in told and _WORD.search(told[concept].text)]
    return not all(map(may_be_figure, points))


def _lacks_cell(cells: dict[int, Cell], columns: Columns) -> bool:
    """Whether a cell is missing inside a row of text that is cut short, so that nothing says which of its cells are
    under their headings: something else than points stands under these, a target in place of the name, or the name of a
    level with words behind it; or what stands before a blank score may be the score."""
    name = columns.of("level3")
    told = columns.told(cells)
    texts = {concept: cell.text for concept, cell in told.items() if fold(cell.text)}
    if _has_no_points(told):
        return True
    if name is not None and not any(col <= name and fold(cell.text) for col, cell in cells.items()):
        return True
    return _has_level_for_name(texts) or _may_end_with_score(told, cells, columns)


def _has_level_for_name(texts: Mapping[str, str]) -> bool:
    """Whether the name of a level stands in place of the indicator's, and that in place of the target or its sign."""
    name, above, sign, target = (texts.get(concept, "") for concept in ("level3", "level2", "operator", "target"))
    if is_level1_name(name):
        return True
    if not may_be_level2(name) or (above and not is_level1_name(above)):
        return False
    if sign:
        return not is_operator(sign)
    has_words = bool(target) and not is_value(target)
    return has_words and (is_level2_name(name) or is_value(texts.get("actual", "")))


def _may_end_with_score(told: Mapping[str, Cell], cells: Mapping[int, Cell], columns: Columns) -> bool:
    """Whether a row with a weight has none or a blank score, though columns behind it are missing, and its last two
    figures may be weight and score."""
    weight, score, end = told.get("weight"), told.get("score"), columns.of("score")
    if weight is None or end is None or (score is not None and fold(score.text)) or max(cells) >= max(columns.texts):
        return False
    filled = [cell for col, cell in sorted(cells.items()) if col < end and fold(cell.text)]
    if not filled:
        return False
    full_marks = filled[-2] if filled[-1] is weight and len(filled) > 1 else weight
    whole, part = cell_figure(full_marks.text), cell_figure(filled[-1].text)
    return bool(whole and part and not (whole.unit or part.unit) and part.number <= whole.number)


def _with_label_over_levels(cells: dict[int, Cell], columns: Columns) -> dict[int, Cell]:
    """The cells of a row with points, a label that reaches from beside the table over all its levels as level 1."""
    level1, name = columns.of("level1"), columns.of("level3")
    if level1 is None or name is None or name < level1:
        return cells
    if any(fold(cells[col].text) for col in range(level1, name + 1) if col in cells):
        return cells
    label = next((cell for col, cell in cells.items() if col < level1 and fold(cell.text)), None)
    if label is None or (label.row_span > 1 or (level1 not in cells and label.col_span <= name - label.col)):
        return cells
    points = [cells[col] for col, concept in columns.concepts.items() if concept in _POINTS and col in cells]
    has_points = any(cell_figure(cell.text) is not None for cell in points)
    return {**cells, level1: label} if has_points else cells


def _with_level1(row: Row, cells: dict[int, Cell], columns: Columns) -> dict[int, Cell]:
    """The cells of a row of text, level 1 in its place where the name behind it has both columns below for itself."""
    level1, level2, name = map(columns.of, LEVELS)
    first = row.filled[0] if row.filled else None
    if first is None or level1 is None or level2 is None or cells.get(level2) is not first or name not in cells:
        return cells
    text = first.text
    if not is_level1_name(text) or may_be_level2(text):
        return cells
    below = cells[name] if may_be_level2(cells[name].text) else first._replace(text="")
    return {**cells, level1: first, level2: below}


def _with_name_over_level2(row: Row, cells: dict[int, Cell], columns: Columns) -> dict[int, Cell]:
    """The cells of a row of text that begins with a blank below level 1 and misses a cell behind it: its name reaches
    over level 2."""
    level1, level2, name = map(columns.of, LEVELS)
    first = row.cells[0]
    if not level1 or not level2 or not name or fold(first.text) or cells.get(level2) is not first:
        return cells
    return {**cells, level2: cells[name]} if row.filled and cells.get(name) is row.filled[0] else cells


def may_be_level2(text: str) -> bool:
    """Whether a word is a usual level-2 name."""
    return is_level2_name(text) or is_short_level2_name(text)


def _without_number(row: Row, columns: Columns) -> Row:
    """A row of text that is cut short behind its number, without the number."""
    is_short = not row.true_grid and len(row.cells) > 1 and row.width < columns.width
    if not is_short or not fold(row.cells[0].text).isdecimal():
        return row
    name = columns.of("level3") or columns.of("level2") or 0
    is_numbered = any(col < name and numbers_rows(text) for col, text in columns.texts.items())
    return Row(row.block_no, row.row_no, row.cells[1:], row.true_grid) if is_numbered else row
