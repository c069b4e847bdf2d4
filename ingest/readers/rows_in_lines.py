"""Rows of a form as lines whose cells a single space parts, as the text of a web page's table comes out.

A cell may hold spaces too, and a line may end within one, so that the lines are no certain rows; what is certain is
which of them are the form's: from its first label to its last line of figures.
"""

from __future__ import annotations

from collections.abc import Sequence

from ingest.document import Paragraph
from ingest.lexicon.labels import (
    MONEY_MEASURES,
    column_concept,
    is_level1_name,
    is_level2_name,
    money_unit,
    row_concept,
)
from ingest.lexicon.targets import is_figure, is_row_of_figures
from ingest.lexicon.titles import SECTION

_NAMES = frozenset({"project_name", "department_name", "organization_name"})
_HEADS = frozenset({*MONEY_MEASURES, "level2", "level3", "target", "actual", "weight", "score"})
_JUDGED = frozenset({"weight", "score"})
_FEWEST_HEADINGS = 4
_FEWEST_ROWS = 3
_FEWEST_FIGURES = 2
_LINES_OF_HEAD = 30
_LONGEST_HEADING = 160
_LONGEST_LEVEL1 = 2


def rows_in_lines(lines: Sequence[Paragraph]) -> range:
    """The positions of the lines that are the rows of one form; none where no such rows stand."""
    heads = [at for at, line in enumerate(lines) if _is_heading(line.text)]
    rows = [at for at, line in enumerate(lines) if heads and at > heads[0] and _is_row(line.text)]
    if len(rows) < _FEWEST_ROWS:
        return range(0)
    before = range(max(0, heads[0] - _LINES_OF_HEAD), heads[0])
    start = next((at for at in before if _label(lines[at].text) in _NAMES), _with_level1(lines, heads[0]))
    end = rows[-1] + 1
    own = range(start, end + (end < len(lines) and _label(lines[end].text) == "total"))
    sentences = sum("。" in lines[at].text for at in own)
    is_another = sentences > len(rows) or any(SECTION.match(lines[at].text) for at in own)
    has_note = any("单位" in lines[at].text and money_unit(lines[at].text) for at in own)
    return range(0) if is_another or has_note else own


def _with_level1(lines: Sequence[Paragraph], heading: int) -> int:
    """The position of a heading, or of the first of the lines right above it that hold its level 1: 一级 | 指标."""
    for start in range(max(0, heading - _LONGEST_LEVEL1), heading):
        if column_concept("".join(line.text for line in lines[start:heading])) == "level1":
            return start
    return heading


def heads_rows(text: str) -> bool:
    """Whether nothing but several headings of columns stands in a line, one of what is judged among them."""
    if " " not in text or len(text) > _LONGEST_HEADING:
        return False
    concepts = [column_concept(word) for word in text.split()]
    is_heading = len(concepts) >= _FEWEST_HEADINGS and None not in concepts
    return is_heading and any(concept in _JUDGED for concept in concepts)


def _label(text: str) -> str | None:
    return row_concept((text.split() or [""])[0])


def _is_heading(text: str) -> bool:
    """Whether several headings of values stand in a line, and not those of a list of projects."""
    if " " not in text or len(text) > _LONGEST_HEADING:
        return False
    words = text.split()
    heads = sum(column_concept(word) in _HEADS for word in words)
    return heads >= _FEWEST_HEADINGS and not any(row_concept(word) in _NAMES for word in words)


def _is_row(text: str) -> bool:
    """Whether figures stand in a line behind a word, or one behind the name of a level and others."""
    words = text.split()
    if len(words) <= _FEWEST_FIGURES:
        return False
    return is_row_of_figures(text) or (is_figure(words[-1]) and (is_level1_name(words[0]) or is_level2_name(words[0])))
