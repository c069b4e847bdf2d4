"""Targets in other cells than their own: with sign and unit in one, ≥95%, or one column on, ≥ | 定性 | 优良."""

from __future__ import annotations

import re

from ingest.lexicon.note_marks import figure_without, has_raised_digit
from ingest.lexicon.numbers import may_be_several
from ingest.lexicon.targets import is_value
from ingest.lexicon.text import fold, squeeze

_TARGET = re.compile(
    r"^(?P<operator>[≥≤＝=＞＜><≧≦]|>=|<=|大于等于|小于等于|不低于|不少于|不超过|大于|小于|等于)?"
    r"(?P<value>[-+]?\d[\d,]*(?:\.\d+)?)(?P<unit>[%％]|[^\d\s≥≤=＝<>＞＜]{1,6})?$"
)

_IN_WORDS = "定性"
"""The sign of a target that is no number."""


def take_back(texts: dict[str, str | None]) -> bool:
    """Put a target in words that stands in place of the unit, as the sign left in the form stands before its own, where
    it belongs: ≥ | 定性 | 优良 is 定性 and 优良. Whether one did."""
    target, unit = texts["target"], texts["target_unit"]
    if target is None or fold(target) != _IN_WORDS or not unit or is_value(unit) or not unit[0].isalpha():
        return False
    texts["operator"], texts["target"], texts["target_unit"] = target, unit, None
    return True


def split_target(texts: dict[str, str | None]) -> None:
    """≥95% in one cell is an operator, a value and a unit, of which the mark of a note is none; where they have cells
    of their own these stay as printed, and so does 10³."""
    target = texts["target"]
    if target is None or texts["operator"] or texts["target_unit"] or may_be_several(target):
        return
    target = figure_without(squeeze(target))
    match = None if has_raised_digit(target) else _TARGET.match(target)
    if match and (match["operator"] or match["unit"]):
        texts["operator"], texts["target"], texts["target_unit"] = match["operator"], match["value"], match["unit"]
