"""What became of one file, and the words for it that more than one module needs."""

from __future__ import annotations

import errno
from collections.abc import Callable
from dataclasses import dataclass

_HOME_FAILS = (errno.ENOSPC, errno.EDQUOT, errno.EROFS)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file. `changed`: it was read in this run; else its content was known already. `held_others`:
    the file held something readable before that no file holds any more."""

    source: str
    status: str
    reason: str | None
    report_count: int
    changed: bool
    document_id: str | None = None
    held_others: bool = False


Progress = Callable[[Outcome], None]


def unreadable(source: str, reason: str) -> Outcome:
    """The outcome of a file whose bytes could not be had, so that there is no document of it."""
    return Outcome(source, "rejected", reason, 0, changed=False)


def stops_all(error: OSError) -> bool:
    """Whether an error is the home's (its disk is full), not the file's: then no other file can be loaded either."""
    return error.errno in _HOME_FAILS


def one_line(text: str) -> str:
    """`text` without what would break the line or reach the terminal as a command."""
    return "".join(letter if letter.isprintable() or letter == "\u3000" else "�" for letter in text)
