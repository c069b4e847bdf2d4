"""A target with its sign and its unit in one cell: ≥95%."""

from __future__ import annotations

import re

from ingest.lexicon.note_marks import figure_without, has_raised_digit
from ingest.lexicon.numbers import may_be_several
from ingest.lexicon.text import squeeze

_TARGET = re.compile(
    r"^(?P<operator>[≥≤＝=＞＜><≧≦]|>=|<=|大于等于|小于等于|不低于|不少于|不超过|大于|小于|等于)?"
    r"(?P<value>[-+]?\d[\d,]*(?:\.\d+)?)(?P<unit>[%％]|[^\d\s≥≤=＝<>＞＜]{1,6})?$"
)


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
