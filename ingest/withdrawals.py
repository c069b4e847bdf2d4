"""Withdrawn documents: kept in `withdrawn.yml` of the home, outside the warehouse, so that they outlive it.

A withdrawn document is out of the warehouse until its file is given again; one withdrawn for good stays out.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from dataclasses import dataclass
from typing import Any

import yaml

from ingest.home import Home


class Damaged(Exception):
    """`withdrawn.yml` cannot be understood."""


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """One withdrawn document. `received_at`: when its bytes first came, so that it comes back in its old place."""

    document_id: str
    names: tuple[str, ...]
    received_at: dt.datetime
    withdrawn_at: dt.datetime
    for_good: bool = False
    reason: str | None = None


def read(home: Home) -> dict[str, Withdrawal]:
    """All withdrawals by document. Raises `Damaged`."""
    try:
        entries: Any = yaml.safe_load(home.withdrawn.read_text(encoding="utf-8")) or []
        found = [Withdrawal(**(entry | {"names": tuple(entry["names"])})) for entry in entries]
    except FileNotFoundError:
        return {}
    except (yaml.YAMLError, UnicodeDecodeError, TypeError, KeyError) as error:
        raise Damaged(f"{home.withdrawn} cannot be understood ({error}); mend it or put it aside") from error
    return {withdrawal.document_id: withdrawal for withdrawal in found}


def add(home: Home, withdrawal: Withdrawal) -> None:
    """Put it beside the others; an earlier one of the same document gives way."""
    entries = [
        dataclasses.asdict(entry) | {"names": list(entry.names)}
        for entry in (read(home) | {withdrawal.document_id: withdrawal}).values()
    ]
    unfinished = home.withdrawn.with_suffix(".new")
    unfinished.write_text(yaml.safe_dump(entries, allow_unicode=True, sort_keys=False), encoding="utf-8")
    unfinished.replace(home.withdrawn)
