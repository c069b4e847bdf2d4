"""The levels that indicators stand under, and the points that are printed for these."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from ingest.document import Cell
from ingest.forms.layout import Columns, Row
from ingest.lexicon.labels import is_level1_name, is_level2_name, is_short_level2_name, names_execution
from ingest.lexicon.numbers import cell_figure
from ingest.lexicon.text import fold, tidy

_NAME_WEIGHT = re.compile(
    r"\s*(?:[（(]\s*(?:权重|分值|满分)?[:：]?\s*(\d+(?:\.\d+)?)\s*(分|%)?\s*[)）]|(?<=[^\d.])(\d+(?:\.\d+)?)\s*(分)[)）]?)$"
)
_WEIGHT_ENDS = (")", "）", "分")
_RESULTS = re.compile(r"产出|成本|效益|效果|满意")


@dataclass(slots=True)
class SectionPoints:
    """A weight or score printed for a level-1 or level-2 group, at its first row."""

    level: int
    about: str
    cell: Cell
    row: Row
    value: Decimal
    is_score: bool = False


@dataclass(slots=True)
class Levels:
    """The level names that hold for the rows below, until the next one is printed; `named` is the cell of the last name
    of an indicator."""

    sections: list[SectionPoints]
    names: dict[str, str | None] = field(default_factory=lambda: {"level1": None, "level2": None})
    weights: dict[str, Decimal | None] = field(default_factory=lambda: {"level1": None, "level2": None})

    named: Cell | None = None

    def naming(self, row: Row, cell: Cell | None, columns: Columns) -> Cell | None:
        """The cell that names the indicator of a row: its own, or on a grid the one above or left, but not of level 1,
        that is merged with it."""
        level1, name = columns.of("level1") or 0, columns.of("level3")
        if cell is None and name is not None:
            cell = next((left for left in row.filled if level1 < left.col < name < left.col + left.col_span), None)
        if cell is not None and fold(cell.text):
            self.named = cell
        elif cell is None and row.true_grid and self.named is not None:
            reaches = self.named.row + self.named.row_span > (row.row_no or 0) > self.named.row
            return self.named if reaches else None
        return cell

    def has_left(self, row: Row, names: Iterable[Cell | None]) -> bool:
        """Whether a row of text, of which only these names are left, is no more of the level above it: what is spent is
        no output and no benefit. Before a name that is of the level above blanks may be left."""
        if row.true_grid or not any(name and _RESULTS.search(name) for name in self.names.values()):
            return False
        printed = [cell for cell in names if cell is not None and fold(cell.text)]
        if not printed or not all(names_execution(cell.text) for cell in printed):
            return False
        return all(fold(cell.text) for cell in row.cells if cell.col < printed[0].col)

    def is_of_level2(self, row: Row, cell: Cell | None) -> bool:
        """Whether a row of text, which has left nothing of a merged level 1, names a level 2 in its place."""
        text = cell.text if cell is not None and not row.true_grid and self.names["level1"] else ""
        return (is_level2_name(text) or is_short_level2_name(text)) and not is_level1_name(text)

    def held(self) -> tuple[dict[str, str | None], dict[str, Decimal | None]]:
        """The names and weights that hold now."""
        return dict(self.names), dict(self.weights)

    def hold(self, held: tuple[dict[str, str | None], dict[str, Decimal | None]]) -> None:
        """Go back to the names and weights that have held before."""
        self.names, self.weights = held

    def pass_over(self, row: Row) -> None:
        """Take the levels that a row of text begins with, though nothing else of it can be read: those above it are
        none of the rows below."""
        words = [tidy(cell.text) or "" for cell in row.filled]
        if words and is_level1_name(words[0]) and not (self.names["level1"] and is_short_level2_name(words[0])):
            name, weight = name_and_weight(words.pop(0))
            self.names, self.weights = {"level1": name, "level2": None}, {"level1": weight, "level2": None}
        if words and (is_level2_name(words[0]) or is_short_level2_name(words[0])):
            self.names["level2"], self.weights["level2"] = name_and_weight(words[0])

    def take(self, level: str, cells: Callable[[str], Cell | None], row: Row, cell: Cell | None) -> None:
        weight_cell, score_cell = cells(f"{level}_weight"), cells(f"{level}_score")
        text = tidy(cell.text) if cell else None
        weight = cell_figure(weight_cell.text) if weight_cell else None
        score = cell_figure(score_cell.text) if score_cell else None
        if text is None and weight is None and score is None:
            return
        number = int(level[-1])
        if text is not None:
            name, in_name = name_and_weight(text)
            self.names[level] = name
            self.weights[level] = in_name
            if level == "level1":
                self.names["level2"], self.weights["level2"] = None, None
            if in_name is not None and cell is not None:
                self.sections.append(SectionPoints(number, name, cell, row, in_name))
        about = self.names[level] or level
        if weight is not None and weight_cell is not None:
            self.weights[level] = weight.number
            self.sections.append(SectionPoints(number, about, weight_cell, row, weight.number))
        if score is not None and score_cell is not None:
            self.sections.append(SectionPoints(number, about, score_cell, row, score.number, is_score=True))


def name_and_weight(text: str) -> tuple[str, Decimal | None]:
    """A name and the weight printed inside it: 项目立项(7分) → (项目立项, 7)."""
    match = _NAME_WEIGHT.search(text) if text.endswith(_WEIGHT_ENDS) else None
    if match is None or match.start() == 0:
        return text, None
    return text[: match.start()].strip(), Decimal(match[1] or match[3])
