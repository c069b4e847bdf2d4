"""Forms ask the same things of the same cells over and over: short texts are looked at once."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar

_SHORT = 120
_KEPT = 1 << 14
_Answer = TypeVar("_Answer")


def remembering(function: Callable[[str], _Answer]) -> Callable[[str], _Answer]:
    """The function, with its answers to short texts kept; what it answers must not be changed by anyone."""
    remembered = lru_cache(maxsize=_KEPT)(function)

    @wraps(function)
    def answer(text: str) -> _Answer:
        return remembered(text) if len(text) <= _SHORT else function(text)

    return answer
