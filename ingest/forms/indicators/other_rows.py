"""Where a table of indicators ends, and which of the rows amid it are no indicators."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.document import Cell
from ingest.forms.column_words import names_columns, names_levels_by_money
from ingest.forms.head import total_scores
from ingest.forms.indicators.cells import may_be_level2
from ingest.forms.indicators.heading import NUMERIC
from ingest.forms.indicators.labelled_totals import labelled_points
from ingest.forms.indicators.totals import points_in_one
from ingest.forms.layout import Columns, Row, place
from ingest.lexicon.contexts import names_by_number
from ingest.lexicon.labels import is_level1_name, row_concept
from ingest.lexicon.numbers import cell_figure
from ingest.lexicon.targets import is_value
from ingest.lexicon.text import fold

_NOTE = re.compile(r"^\s*(?:注|备注|说明|填表说明)\s*[:：]")
_LONGEST_HEAD = 30
_BUDGETS = frozenset({"initial_budget", "annual_budget"})


def ends_table(row: Row) -> bool:
    """Whether a row is of what stands below indicators: funds, a score, problems, who filled in the form."""
    filled = row.filled
    if not filled:
        return False
    if "executed" in row.concepts and not row.concepts.isdisjoint(_BUDGETS) and not names_levels_by_money(row):
        return True
    label = row_concept(filled[0].text)
    is_short = len(filled) == 2 or (len(filled) == 4 and row_concept(filled[2].text) == "grade")
    if is_short and label != "total" and any(True for _ in total_scores(row)):
        return True
    if label in {"issues", "suggestions", "practices", "issue_category", "person", "project_name", "department_name"}:
        return True
    return (label == "organization_name" and len(filled) <= 4) or _is_of_labels(filled)


def goes_on_below(rows: Sequence[Row], position: int, columns: Columns) -> bool:
    """Whether the row below a note, or below the head of a page, is one of the table above it."""
    below = rows[position + 1] if position + 1 < len(rows) else None
    if below is None or below.stands_alone or not below.filled:
        return False
    if _is_note(rows[position]):
        return below.width == columns.width
    if len(rows[position].text) > _LONGEST_HEAD or any(row_concept(cell.text) for cell in below.filled[1:]):
        return False
    if row_concept(below.filled[0].text) == "total":
        return has_points(below, columns)
    told = columns.told(place(below, 0)) if below.width == columns.width else {}
    points = [told[concept].text for concept in ("weight", "score") if concept in told]
    values = [told[concept].text for concept in ("target", "actual") if concept in told]
    first = below.cells[0].text
    is_of_level = not fold(first) or is_level1_name(first) or may_be_level2(first)
    return (
        bool(points)
        and all(map(cell_figure, points))
        and (is_of_level or (bool(values) and all(map(is_value, values))))
    )


def has_points(row: Row, columns: Columns) -> bool:
    """Whether a total row holds any points."""
    return any(cell_figure(cell.text) or points_in_one(cell, columns) for cell in row.filled) or bool(
        labelled_points(row)
    )


def states_result(row: Row, columns: Columns) -> bool:
    """Whether a row as wide as its heading says what was aimed at and what was reached, as no sum of points does."""
    told = columns.told(place(row, 0)) if row.width >= columns.width else {}
    return all(concept in told and any(map(str.isalnum, told[concept].text)) for concept in ("target", "actual"))


def has_words(row: Row) -> bool:
    """Whether anything but figures stands in the row; figures alone name no indicator."""
    return any(cell_figure(cell.text) is None for cell in row.filled)


def says_more_than_levels(row: Row, columns: Columns) -> bool:
    """Whether a row of text holds more than the names of its levels and of an indicator that is blank: a value, or,
    beside a label with what there is to say, further words."""
    if row.true_grid or names_columns(row):
        return False
    others = [cell for cell in row.filled if not (is_level1_name(cell.text) or may_be_level2(cell.text))]
    fewest = 2 if columns.by_concept.keys().isdisjoint(NUMERIC) else 3
    return len(others) >= fewest or any(is_value(cell.text) for cell in others[1:])


def is_of_words(row: Row) -> bool:
    """Whether a row is a label with what there is to say, and not the rest of the indicator above it."""
    return len(row.filled) <= 2 and row.filled[0] is row.cells[0]


def _is_note(row: Row) -> bool:
    return row.stands_alone and bool(_NOTE.match(row.text))


def _is_of_labels(filled: Sequence[Cell]) -> bool:
    """Whether nothing but labels of telephones, codes and dates stands in a row, each before its value."""
    labels = [cell.text for cell in filled[::2]]
    return len(filled) >= 4 and len(filled) % 2 == 0 and all(map(names_by_number, labels))
