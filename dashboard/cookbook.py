"""The SQL cookbook: the questions in `dbt_project/analyses/`, which run as they are."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ingest.build import PROJECT


@dataclass(frozen=True, slots=True)
class Recipe:
    """One question: what it asks, in both languages, and the statement that answers it."""

    name: str
    title_zh: str
    title_en: str
    sql: str


@cache
def recipes() -> tuple[Recipe, ...]:
    """All recipes by name. The first two lines of a file are comments: the question in Chinese and in English."""
    found = []
    for path in sorted((PROJECT / "analyses").glob("*.sql")):
        chinese, english, sql = path.read_text(encoding="utf-8").split("\n", 2)
        found.append(Recipe(path.stem, chinese.removeprefix("-- "), english.removeprefix("-- "), sql.strip()))
    return tuple(found)
