"""Whether two printed names are of one project."""

from __future__ import annotations

import re

from ingest.lexicon.likeness import OF_ONE, likeness
from ingest.lexicon.text import fold

_IN_ANY_NAME = re.compile(r"20\d\d年?度?|项目|经费|专项|资金|支出|[\W_]")


def same_project(one: str | None, other: str | None, is_attachment: bool) -> bool:
    """Whether two printed names are of one project. An attachment belongs to the report before it, so that its name may
    be longer or shorter; a report of its own has the same name."""
    if one is None or other is None:
        return True
    first, second = (stem(name) for name in (one, other))
    if not first or not second or first == second:
        return True
    return is_attachment and likeness(first, second) >= OF_ONE


def stem(name: str) -> str:
    """What is left of a project's name without the words that any has."""
    return _IN_ANY_NAME.sub("", fold(name))
