"""Rows of indicators whose cells have slipped, one being lost or doubled: what stands under a heading is plainly of
another."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from ingest.forms.indicators.doubtful_points import come_to_full_marks
from ingest.forms.indicators.row import IndicatorRow
from ingest.forms.layout import Columns
from ingest.lexicon.funding_labels import funding_label
from ingest.lexicon.labels import is_level2_name, is_operator
from ingest.lexicon.numbers import cell_figure
from ingest.lexicon.text import fold

_POINTS = frozenset({"weight", "score"})
_FULL_MARKS = 100


def slipped_rows(rows: Sequence[IndicatorRow], columns: Columns, whole: Decimal | None) -> list[IndicatorRow]:
    """Those of a table; `whole`: what its total gives."""
    scored = sum(row.score is not None for row in rows)
    in_percent = sum(_is_percent(row) for row in rows)
    too_many = sum(map(_has_too_many, rows))
    is_whole = come_to_full_marks(rows, whole)
    are_scored = 2 * scored >= len(rows)
    return [
        row
        for row in rows
        if (_is_percent(row) and 2 * in_percent < len(rows))
        or (_has_too_many(row) and 2 * too_many < len(rows))
        or _is_of_funds(row)
        or _is_named_by_level(row)
        or _has_figure_for_words(row)
        or _has_target_for_actual(row)
        or _has_name_for_target(row)
        or (row.score is None and not (is_whole and row.weight) and are_scored and _has_points_for_actual(row, columns))
        or (row.score is None and _lacks_value(row, columns))
    ]


def _is_percent(row: IndicatorRow) -> bool:
    figure = cell_figure(row.weight_cell.text) if row.weight_cell is not None else None
    return figure is not None and figure.unit == "percent"


def _has_too_many(row: IndicatorRow) -> bool:
    """Whether more than full marks stand under points."""
    return any(points is not None and points > _FULL_MARKS for points in (row.weight, row.score))


def _is_of_funds(row: IndicatorRow) -> bool:
    """Whether a line of funds stands among the indicators: amounts for target and actual value, and no sound points."""
    name, target, actual = row.level3 or "", row.texts["target"], row.texts["actual"]
    are_points = row.weight is not None and row.score is not None and row.score <= row.weight
    if are_points or funding_label(name).kind == "item" or row.texts["operator"] or row.texts["target_unit"]:
        return False
    return _bare(target) is not None and _bare(actual) is not None


def _is_named_by_level(row: IndicatorRow) -> bool:
    """Whether the name of a level stands for that of the indicator, and this for its target."""
    name, target = row.level3 or "", row.texts["target"]
    is_level = is_level2_name(name) and fold(name) != fold(row.level2 or "")
    return is_level and bool(target) and not any(map(str.isdecimal, target or ""))


def _has_figure_for_words(row: IndicatorRow) -> bool:
    """Whether points stand under the reasons, or a figure under the units."""
    unit = row.texts["target_unit"]
    return any(_bare(row.texts[words]) for words in ("reason", "explanation")) or _bare(unit) is not None


def _has_target_for_actual(row: IndicatorRow) -> bool:
    """Whether ≥95% stands where the actual value is due, and no figure where the target is."""
    target, actual = row.texts["target"], row.texts["actual"]
    return bool(actual and is_operator(actual[0]) and target and not any(map(str.isdecimal, target)))


def _has_name_for_target(row: IndicatorRow) -> bool:
    """Whether the name stands where the target is due too, before a value."""
    target, actual = row.texts["target"] or "", row.texts["actual"] or ""
    return bool(target) and fold(target) == fold(row.level3 or "") and any(map(str.isdecimal, actual))


def _has_points_for_actual(row: IndicatorRow, columns: Columns) -> bool:
    """Whether a figure without a unit stands where the actual value is due, though the target is none."""
    if columns.of("score") is None or not _bare(row.texts["actual"]):
        return False
    target = row.texts["target"]
    is_bare = _bare(target) is not None and not row.texts["target_unit"]
    return not is_bare or (row.weight is None and not row.row.true_grid)


def _lacks_value(row: IndicatorRow, columns: Columns) -> bool:
    """Whether a row of text that ends before its points has the name under the target too, or one value for both the
    target and what was reached."""
    ends = max(cell.col for cell in row.row.cells)
    points = [col for col, concept in columns.concepts.items() if concept in _POINTS]
    if row.row.true_grid or not points or row.weight is not None or row.row.width >= columns.width:
        return False
    target, actual = row.texts["target"], row.texts["actual"]
    return bool(target) and (fold(target or "") == fold(row.level3 or "") or (not actual and ends < max(points)))


def _bare(text: str | None) -> Decimal | None:
    """The number of a figure without a unit."""
    figure = cell_figure(text) if text else None
    return figure.number if figure is not None and figure.unit in {None, "points"} else None
