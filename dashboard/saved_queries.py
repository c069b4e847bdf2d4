"""Queries that people keep, by their name, in the home."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from ingest.home import Home


def read(home: Home, owner: str) -> dict[str, str]:
    """The statements of this person by title; nothing where there are none or where the file is damaged."""
    try:
        kept = json.loads(_file(home, owner).read_text(encoding="utf-8"))
        return {str(title): str(sql) for title, sql in kept["queries"].items()}
    except (FileNotFoundError, ValueError, KeyError, AttributeError, TypeError):
        return {}


def keep(home: Home, owner: str, title: str, sql: str) -> None:
    """Keep a statement under this title; one of that title gives way."""
    _write(home, owner, read(home, owner) | {title: sql})


def forget(home: Home, owner: str, title: str) -> None:
    _write(home, owner, {name: sql for name, sql in read(home, owner).items() if name != title})


def _write(home: Home, owner: str, queries: dict[str, str]) -> None:
    file = _file(home, owner)
    file.parent.mkdir(parents=True, exist_ok=True)
    unfinished = file.with_suffix(".new")
    unfinished.write_text(
        json.dumps({"owner": owner, "queries": queries}, ensure_ascii=False, indent=1), encoding="utf-8"
    )
    unfinished.replace(file)


def _file(home: Home, owner: str) -> Path:
    """A file for each person, named so that no name can lead elsewhere."""
    return home.root / "queries" / f"{hashlib.sha256(owner.strip().encode()).hexdigest()[:16]}.json"
