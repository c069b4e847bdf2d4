"""Brackets in sentences: what stands in them may break down the amount before them, and ends with them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from ingest.forms.prose import clauses
from ingest.forms.prose.breakdowns import OF_FUNDS
from ingest.forms.prose.mention import Mention
from ingest.forms.prose.thread import Thread
from ingest.forms.prose.times import Times
from ingest.lexicon.numbers import Figure

OPENS = re.compile(r"[（(][^）)]*$")
_PARTS = re.compile(r"\s*[（(](?:其中|含)")


class Outside(NamedTuple):
    """What held before a bracket opened: the amount that a breakdown is of, the amount of a line, the time, and the
    part of a breakdown that the bracket breaks down itself."""

    main: Mention | None
    anchor: Mention | None
    times: Times
    part: Mention | None


def enter(thread: Thread, between: str, sentence: str, found: Sequence[Figure]) -> Outside:
    """A bracket opens in the words `between` the first of the figures `found` and the next."""
    part = _broken_down(thread, between, sentence, found) if thread.in_breakdown and found else None
    outside = Outside(thread.main, thread.anchor, replace(thread.times), part)
    thread.main = part or thread.main
    return outside


def leave(thread: Thread, outside: Outside | None) -> None:
    if thread.in_brackets:
        thread.in_brackets = False
        thread.leave_breakdown()
    if outside is None:
        return
    thread.times = outside.times
    if outside.part is not None:
        thread.main, thread.in_breakdown = outside.main, True
    elif outside.main and thread.main and not _is_like(thread.main, outside.main):
        thread.main, thread.anchor = outside.main, outside.anchor


def _broken_down(thread: Thread, between: str, sentence: str, found: Sequence[Figure]) -> Mention | None:
    """The part right before a bracket whose amounts come to it, or are said to be in it: 其中基本支出50万元（人员
    经费30万元，公用经费20万元）, 其中中央资金50万元（含直达资金30万元）."""
    part = thread.parts.last
    if part is None or part.figure is not found[0] or between.lstrip()[0] not in "（(":
        return None
    is_within = _PARTS.match(between) and clauses.stays_in_bracket(sentence, found)
    return part if is_within or clauses.sums_in_bracket(sentence, found) else None


def _is_like(within: Mention, outside: Mention) -> bool:
    """Whether the amount that a bracket ends with says what is broken down behind it, as the one before it did: it
    is of the funds too, and of the same year."""
    return within.measure in OF_FUNDS and within.year == outside.year
