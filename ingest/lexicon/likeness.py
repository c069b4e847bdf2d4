"""How alike two names are."""

from __future__ import annotations

from difflib import SequenceMatcher

OF_ONE = 0.6
"""How alike names are at least that may be of one project."""
_SHORTEST_RUN = 4


def ratio(one: str, other: str) -> float:
    """The share of their characters that two names have in common, in order."""
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def likeness(one: str, other: str) -> float:
    """The same, and at least OF_ONE where half of the shorter name is a run of the longer one too: 中小学课后服务补助,
    义务教育课后服务补助."""
    run = SequenceMatcher(None, one, other, autojunk=False).find_longest_match().size
    shares_half = run >= _SHORTEST_RUN and 2 * run >= min(len(one), len(other))
    return max(ratio(one, other), OF_ONE if shares_half else 0.0)
