"""What a form set out to do and what was done: the texts under or beside the headings of goals and completion."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.document import Cell
from ingest.forms.layout import Row
from ingest.lexicon.labels import column_concept, row_concept
from ingest.lexicon.text import fold, tidy
from ingest.lexicon.titles import SECTION

_SHORTEST_GOAL = 6


@dataclass(frozen=True, slots=True)
class Place:
    """A text and the cells or lines that it stands in."""

    text: str
    parts: tuple[tuple[Row, Cell], ...]


def goal_places(rows: Sequence[Row]) -> tuple[Place | None, Place | None]:
    """(goal, completion) as the form prints them under or beside their headings; a cell cut by a page break is put
    together, and of a goal and its adjustment during the year the later one counts."""
    for position, row in enumerate(rows):
        headings = _goal_headings(row) if row.row_no is not None else []
        if headings:
            texts = _texts_below(rows, position + 1, headings)
            wanted = [text for text in texts[:-1] if text]
            return (wanted[-1] if wanted else None), texts[-1]
    return _beside(rows, "goal_heading"), _beside(rows, "completion_heading")


def _goal_headings(row: Row) -> list[Cell]:
    """The headings of the goals, of what was achieved and of what stands right of it; none for another row.

    A label beside the whole block (总体目标完成情况) is no heading of its own; beside weight and score these head
    indicators.
    """
    if not row.labels >= {"goal_heading", "completion_heading"} or row.concepts >= {"weight", "score"}:
        return []
    cells = row.filled
    concepts = [row_concept(cell.text) for cell in cells]
    goal = concepts.index("goal_heading")
    if "completion_heading" not in concepts[goal + 1 :]:
        return []
    done = concepts.index("completion_heading", goal + 1)
    first = done - 1
    if first > goal and "调整" in cells[first].text:
        first -= 1
    return list(cells[first:]) if concepts[first] == "goal_heading" else []


def _beside(rows: Sequence[Row], concept: str) -> Place | None:
    """The texts behind labels that stand in a row with nothing else: 年度绩效目标1 | 完成……."""
    texts = []
    for row in rows:
        if row.row_no is None or len(row.filled) != 2:
            continue
        label, text = row.filled
        bare = re.sub(r"[\d一二三四五六]+$", "", re.sub(r"[（(].*", "", fold(label.text)))
        is_label = row_concept(bare) == concept or (concept == "goal_heading" and bare.endswith("目标"))
        if is_label and len(fold(text.text)) >= _SHORTEST_GOAL and column_concept(text.text) is None:
            texts.append((row, text))
    return _joined(texts)


def _joined(parts: Sequence[tuple[Row, Cell]]) -> Place | None:
    text = tidy("".join(cell.text for _, cell in parts))
    return Place(text, tuple(parts)) if text else None


def _texts_below(rows: Sequence[Row], position: int, headings: Sequence[Cell]) -> list[Place | None]:
    """The text under each heading of a goal and under that of the completion, which comes last."""
    done = next(number for number, cell in enumerate(headings) if row_concept(cell.text) == "completion_heading")
    texts: list[list[tuple[Row, Cell]]] = [[] for _ in headings]
    offset: int | None = None
    for row in rows[position:]:
        concepts = {column_concept(cell.text) for cell in row.filled} | {
            row_concept(cell.text) for cell in row.filled[:1]
        }
        if row.row_no is None or concepts & {"level1", "level2", "level3", "target", "grade", "total"}:
            break
        cells = [cell for cell in row.filled if row_concept(cell.text) != "goal_heading"]
        if _is_next_label(row, cells) and any(texts):
            break
        if offset is None and cells:
            offset = 0 if row.true_grid else cells[0].col - headings[0].col
        if any(cell.col - (offset or 0) < headings[0].col for cell in cells):
            break
        for cell in cells:
            column = cell.col - (offset or 0)
            nearest = min(range(len(headings)), key=lambda number: abs(headings[number].col - column))
            texts[nearest].append((row, cell))
    return [_joined(parts) for parts in texts[: done + 1]]


def _is_next_label(row: Row, texts: Sequence[Cell]) -> bool:
    """Whether a row below the goals starts what comes next: a heading, a numbered label, the funding table."""
    if len(texts) == 1 and SECTION.match(texts[0].text) and len(fold(texts[0].text)) < 60:
        return True
    if texts and len(fold(texts[0].text)) <= 20 and re.match(r"\s*\d{1,2}[.、．]\D", texts[0].text):
        return True
    return sum(column_concept(cell.text) is not None for cell in row.filled) >= 2
