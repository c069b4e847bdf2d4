"""Rows of a table as lines, their cells apart by several spaces, as viewers show and copy them.

Of a blank cell nothing is left, so that only some rows are certain: those with a cell for each heading, and indicators
of which the levels before their name, or the reason behind their points, are all that is missing. Lines of which one is
uncertain stay lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from ingest.document import Block, Cell, Paragraph, Table
from ingest.lexicon.labels import (
    MONEY_MEASURES,
    column_concept,
    heading_concepts,
    is_level1_name,
    is_level2_name,
    is_short_level2_name,
    names_execution,
    numbers_rows,
    row_concept,
)
from ingest.lexicon.numbers import cell_figure
from ingest.lexicon.targets import is_row_of_figures
from ingest.readers.cell_rows import fits, is_parted, up_to_points

_GAP = re.compile(r"[ \u3000\xa0]{2,}|\u3000")
_LEVELS = ["level1", "level2", "level3"]
_NOTHING = frozenset({"-", "—", "——", "/", "－", "--", "无"})
_POINTS = frozenset({"weight", "score"})
_FEWEST_HEADINGS = 3
_FEWEST_ROWS = 3


def with_spaced_tables(lines: Sequence[Paragraph]) -> Iterator[Block]:
    """The paragraphs, those that are rows of a table put together to it."""
    if not any(map(_has_gaps, lines)):
        yield from lines
        return
    for has_gaps, run in groupby(lines, _has_gaps):
        own = list(run)
        rows = [_GAP.split(line.text) for line in own] if has_gaps and len(own) >= _FEWEST_ROWS else []
        start = next((at for at, row in enumerate(rows) if _begins_table(row)), len(own))
        table = _fitted(rows[start:])
        if table is None:
            has_heading = any(map(_is_heading, rows[start:]))
            for at, line in enumerate(own):
                is_unparted = has_heading and at >= start and is_row_of_figures(line.text)
                yield line if line.is_unparted == is_unparted else replace(line, is_unparted=is_unparted)
            continue
        yield from own[:start]
        yield Table(
            tuple(
                Cell(row_no, col_no, text, page=line.page)
                for row_no, (line, row) in enumerate(zip(own[start:], table, strict=True), start=1)
                for col_no, text in enumerate(row, start=1)
            )
        )


def _begins_table(row: Sequence[str]) -> bool:
    return bool(row_concept(row[0]) or column_concept(row[0])) or numbers_rows(row[0]) or _is_heading(row)


def _has_gaps(line: Paragraph) -> bool:
    return ("  " in line.text or "\u3000" in line.text) and bool(_GAP.search(line.text))


def _fitted(rows: Sequence[list[str]]) -> list[list[str]] | None:
    """The rows, each with a cell for every heading above it; None where there is no heading or one is uncertain."""
    found: list[list[str]] = []
    heading: list[str] = []
    for row in rows:
        if _is_heading(row):
            is_bare = column_concept(row[0]) in MONEY_MEASURES  # Its corner is blank.
            heading = ["", *row] if is_bare else row
            found.append(heading)
        elif fitted := _fitted_row(row, heading):
            found.append(fitted)
        else:
            return None
    return found if heading else None


def _is_heading(row: Sequence[str]) -> bool:
    headings = sum(bool(heading_concepts(cell)) for cell in row)
    return headings >= _FEWEST_HEADINGS and headings > sum(cell_figure(cell) is not None for cell in row)


def _fitted_row(row: list[str], heading: Sequence[str]) -> list[str] | None:
    if row[0].isdecimal() and heading and numbers_rows(heading[0]):
        behind_number = _fitted_row(row[1:], heading[1:]) if len(row) > 1 else None
        return [row[0], *behind_number] if behind_number else None
    figures = sum(cell_figure(cell) is not None for cell in row)
    is_whole = len(row) == len(heading) or figures == 0 or any(row_concept(cell) == "total" for cell in row)
    if not heading or is_whole or (len(row) == 2 and row_concept(row[0])):
        return row if not heading or (len(row) <= len(heading) and not _is_moved(row, heading)) else None
    if [column_concept(cell) for cell in heading[:3]] != _LEVELS:
        return None
    has_room = column_concept(heading[-1]) == "reason" and cell_figure(row[-1]) is not None
    lead = len(heading) - len(row) - has_room
    above = 0 if names_execution(row[0]) else lead  # What was spent may be no more of the level above.
    return [*[""] * above, *row, *[""] * has_room] if lead == _lead(row, heading) else None


def _is_moved(row: Sequence[str], heading: Sequence[str]) -> bool:
    """Whether the cells of a row with figures do not fit their headings, though they are as many: a space inside one of
    them stands for a blank one."""
    if len(row) < len(heading) or all(cell_figure(cell) is None for cell in row):
        return False
    concepts = [column_concept(cell) for cell in heading]
    points = [cell for cell, concept in zip(row, concepts, strict=True) if concept in _POINTS]
    has_words = any(cell_figure(cell) is None and cell not in _NOTHING for cell in points)
    return has_words or is_parted(row, concepts)


def _lead(row: Sequence[str], heading: Sequence[str]) -> int:
    """How many levels are missing before the first cell of a row."""
    if is_level1_name(row[0]):
        return 0
    if is_level2_name(row[0]):
        return 1
    wanted = up_to_points([column_concept(cell) for cell in heading[2:]])
    is_name = not is_short_level2_name(row[0]) or (len(row) >= len(wanted) and fits(row[: len(wanted)], wanted))
    return 2 if is_name else 1
