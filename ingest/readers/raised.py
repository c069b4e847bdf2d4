"""Raised digits: an exponent, or the mark of a note, which must not lengthen the figure or word they stand behind."""

from __future__ import annotations

RAISED_DIGITS = frozenset("⁰¹²³⁴⁵⁶⁷⁸⁹")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def raised(before: str, text: str) -> str:
    """A raised text as it is written behind another: digits behind ^ where that ends in a digit, for 10⁴ is not 104;
    as ¹ behind a Chinese character, a bracket or a sign; as they are behind letters (m2)."""
    last = before[-1:]
    if not last.strip() or not text.strip().isdecimal():
        return text
    if last.isdecimal():
        return "^" + text
    return text if last.isascii() and last.isalpha() else text.translate(_RAISED)
