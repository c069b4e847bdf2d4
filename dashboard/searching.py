"""Words that a person looks for: as they were typed, in other spellings, and marked where they stand in a text."""

from __future__ import annotations

import string
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

MOST_WORDS = 6
_AROUND = 36
_LEAST_BETWEEN = 12
"""So few characters between two marks are shown rather than left out."""
ELLIPSIS = "…"

Run = tuple[str, bool]
"""A piece of text, and whether it is marked."""


@dataclass(frozen=True)
class Words:
    """What to look for: every word must be found, in any of its spellings."""

    spellings: tuple[tuple[str, ...], ...]

    @classmethod
    def of(cls, typed: str) -> Words:
        """The words between blanks, at most `MOST_WORDS`."""
        return cls(tuple(_spellings(word) for word in dict.fromkeys(typed.split()[:MOST_WORDS])))

    def __bool__(self) -> bool:
        return bool(self.spellings)

    def parameters(self) -> dict[str, Any]:
        """The spellings as named parameters of `condition`."""
        return {name: spelling for word in self._named() for name, spelling in word}

    def any_condition(self, text: str) -> str:
        """The SQL condition that one of the words stands in a column."""
        return " OR ".join(f"contains({text}, ${name})" for word in self._named() for name, _spelling in word)

    def condition(self, *texts: str) -> str:
        """The SQL condition that each word stands in one of the columns `texts`. What was typed stays a parameter."""
        words = (
            " OR ".join(f"contains({text}, ${name})" for text in texts for name, _spelling in word)
            for word in self._named()
        )
        return " AND ".join(f"({word})" for word in words)

    def _named(self) -> list[list[tuple[str, str]]]:
        letters = string.ascii_lowercase
        return [
            [(f"word_{letters[i]}_{letters[j]}", spelling) for j, spelling in enumerate(word)]
            for i, word in enumerate(self.spellings)
        ]


def _spellings(word: str) -> tuple[str, ...]:
    """Large and small letters, wide and narrow signs: what is found must be spelled alike throughout."""
    narrow = unicodedata.normalize("NFKC", word)
    return tuple(dict.fromkeys((word, narrow, narrow.lower(), narrow.upper(), _wide(narrow))))


def _wide(word: str) -> str:
    """Narrow signs that Chinese texts write wide; digits and letters are narrow in either."""
    return "".join(chr(ord(sign) + 0xFEE0) if sign in "(),:;?!%" else sign for sign in word)


def marked(text: str, words: Words) -> list[Run]:
    """The text in pieces, the words marked."""
    runs: list[Run] = []
    end = 0
    for start, stop in _spans(text, words):
        runs += [(text[end:start], False), (text[start:stop], True)]
        end = stop
    runs.append((text[end:], False))
    return [run for run in runs if run[0]]


def excerpt(text: str, words: Words) -> list[Run]:
    """The same with what is far from any word left out."""
    runs = marked(text, words)
    last = len(runs) - 1
    return [
        run if run[1] else (_shortened(run[0], is_first=i == 0, is_last=i == last), False) for i, run in enumerate(runs)
    ]


def _shortened(text: str, *, is_first: bool, is_last: bool) -> str:
    before, after = (0 if is_first else _AROUND), (0 if is_last else _AROUND)
    if len(text) <= before + after + _LEAST_BETWEEN:
        return text
    return text[:before] + ELLIPSIS + (text[-after:] if after else "")


def _spans(text: str, words: Words) -> Sequence[tuple[int, int]]:
    """Where words stand, in order, those that touch or overlap as one."""
    found = sorted(span for word in words.spellings for spelling in word for span in _places(text, spelling))
    spans: list[tuple[int, int]] = []
    for start, stop in found:
        if spans and start <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(stop, spans[-1][1]))
        else:
            spans.append((start, stop))
    return spans


def _places(text: str, part: str) -> list[tuple[int, int]]:
    places = []
    at = text.find(part)
    while at >= 0:
        places.append((at, at + len(part)))
        at = text.find(part, at + len(part))
    return places
