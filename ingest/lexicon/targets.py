"""Targets and what was reached, where both are plain numbers of one unit: ≥ 95 | % beside 98%."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from ingest.lexicon.labels import is_operator
from ingest.lexicon.note_marks import figure_without, has_raised_digit
from ingest.lexicon.numbers import cell_figure, may_be_several
from ingest.lexicon.text import fold

_COMPARISONS = (
    ("ge", r"≥|≧|>=|大于等于|大于或等于|不低于|不少于|不小于|至少"),
    ("le", r"≤|≦|<=|小于等于|小于或等于|不超过|不高于|不多于|不大于|至多"),
    ("gt", r">|大于|高于|超过|多于"),
    ("lt", r"<|小于|低于|少于"),
    ("eq", r"=|等于"),
)
_COMPARISON = re.compile("|".join(f"(?P<{name}>{words})" for name, words in _COMPARISONS))
_QUANTITY = re.compile(r"^(?P<number>-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)(?P<unit>[^\d\s<>=≥≤.,;:()~-]{0,8})$")
_VALUE = re.compile(r"^(?:[≥≤=><≧≦]|>=|<=|\D{2,3}于|不超过|约)?\d[\d,.]*[^\d\s]{0,3}$")
_YEAR = re.compile(r"^(?:19|20)\d\d(?:\.\d{1,2})?$")
_LARGEST_FRACTION = Decimal("1.5")


def is_value(word: str) -> bool:
    """Whether a word is a figure as targets and actual values are: 95%, ≥3期, 12公里."""
    return bool(_VALUE.match(fold(word)))


def is_figure(word: str) -> bool:
    """Whether a word is a figure or a target and nothing else: 40, 95%, ≥3期."""
    return cell_figure(word) is not None or (is_operator(word[0]) and is_value(word))


def is_row_of_figures(text: str) -> bool:
    """Whether words apart from each other are figures and values, so that nothing in the line tells what each is."""
    words = text.split()
    return any(map(is_figure, words)) and sum(is_figure(word) or is_value(word) for word in words) > 1


@dataclass(frozen=True, slots=True)
class Quantity:
    """A plain number with the unit behind it, '' where none stands."""

    number: Decimal
    decimals: int
    unit: str


@dataclass(frozen=True, slots=True)
class Measured:
    """A target beside what was reached, in one unit. comparison: ge | gt | le | lt | eq, None where none is printed."""

    comparison: str | None
    target: Decimal
    actual: Decimal
    actual_decimals: int
    unit: str


def quantity(text: str | None) -> Quantity | None:
    """The number that a text consists of; None where it says anything else (1年内 has the unit 年内, 10³ is no 103)."""
    text = figure_without(text or "")
    match = _QUANTITY.match(fold(text))
    if match is None or may_be_several(text) or has_raised_digit(text):
        return None
    digits = match["number"].replace(",", "")
    return Quantity(Decimal(digits), len(digits.partition(".")[2]), match["unit"])


def measured(operator: str | None, target: str | None, unit: str | None, actual: str | None) -> Measured | None:
    """What the cells of one indicator say, where both are plain numbers of one unit. A number without a unit has that
    of the target's cell or column; a fraction beside percent is left alone, and so is what may be a year."""
    bare = figure_without(target or "")
    if has_raised_digit(bare):
        return None
    printed = fold(bare)
    before = _COMPARISON.match(printed)
    wanted, reached = quantity(printed[before.end() :] if before else printed), quantity(actual)
    if wanted is None or reached is None:
        return None
    named = wanted.unit or fold(unit or "")
    if named in ("", "年") and (_YEAR.match(str(wanted.number)) or _YEAR.match(str(reached.number))):
        return None
    if wanted.unit and unit and fold(unit) != wanted.unit:
        return None
    if reached.unit and reached.unit != named:
        return None
    if named == "%" and not reached.unit and reached.number <= _LARGEST_FRACTION < wanted.number:
        return None
    words = before or _COMPARISON.fullmatch(fold(operator or ""))
    return Measured(words.lastgroup if words else None, wanted.number, reached.number, reached.decimals, named)
