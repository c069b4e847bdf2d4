"""Decisions: what reviewers said of findings, an append-only log in the home, outside the warehouse.

A line says who decided what, when and why, and keeps the figures that the finding showed then. dbt joins the log to the
findings of each build: the newest word on a fault counts while the fault stands as it did, and a fault whose figures
have changed is open again. Nothing here is ever rewritten; a decision is taken back by a later line.
"""

from __future__ import annotations

import datetime as dt
import fcntl
import json
import os
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, fields
from enum import StrEnum

import duckdb
import polars as pl

from ingest.home import Home

COLUMNS = {
    "decision_no": "INTEGER",
    "finding_id": "VARCHAR",
    "fault_id": "VARCHAR",
    "rule_id": "VARCHAR",
    "action": "VARCHAR",
    "reviewer": "VARCHAR",
    "decided_at": "TIMESTAMP",
    "reason": "VARCHAR",
    "actual": "VARCHAR",
    "expected": "VARCHAR",
}


class Action(StrEnum):
    """accept: the fault is there; dismiss: it is none; reopen: undecided again; comment: a word, nothing decided."""

    accept = "accept"
    dismiss = "dismiss"
    reopen = "reopen"
    comment = "comment"


WITH_REASON = (Action.dismiss, Action.comment)


class Invalid(ValueError):
    """A decision that cannot be kept, or a log that cannot be read; says what to do."""


@dataclass(frozen=True, slots=True)
class Decision:
    """One line of the log. `finding_id` names the finding in its document, `fault_id` the fault in any version of the
    report; `actual` and `expected` are what the finding showed when it was decided."""

    finding_id: str
    fault_id: str
    rule_id: str
    action: Action
    reviewer: str
    decided_at: dt.datetime
    reason: str
    actual: str | None
    expected: str | None

    def __post_init__(self) -> None:
        if not self.reviewer.strip():
            raise Invalid("a decision needs the reviewer's name")
        if self.action in WITH_REASON and not self.reason.strip():
            raise Invalid(f"to {self.action} a finding takes a reason")


_FIELDS = {field.name for field in fields(Decision)}


def add(home: Home, decisions: Sequence[Decision]) -> None:
    """Append all of these or, where the disk refuses, none. Several processes may append at once."""
    lines = "".join(json.dumps(_line(decision), ensure_ascii=False) + "\n" for decision in decisions)
    home.decisions.parent.mkdir(parents=True, exist_ok=True)
    with home.decisions.open("ab") as log:
        fcntl.flock(log, fcntl.LOCK_EX)
        before = log.seek(0, os.SEEK_END)
        try:
            log.write(lines.encode())
            log.flush()
            os.fsync(log.fileno())
        except OSError:
            log.truncate(before)
            raise


def read(home: Home) -> list[Decision]:
    """The log in its order. Raises `Invalid` naming the line that cannot be understood."""
    try:
        lines = home.decisions.read_text(encoding="utf-8").split("\n")
    except FileNotFoundError:
        return []
    except UnicodeDecodeError as error:
        raise Invalid(f"{home.decisions} is no UTF-8 text ({error}); put a sound copy in its place") from error
    found = []
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            found.append(_decision(json.loads(line)))
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            raise Invalid(f"{home.decisions}, line {number}: {error}; mend the line or take it out") from error
    return found


def store(connection: duckdb.DuckDBPyConnection, decisions: Iterable[Decision]) -> None:
    """Put these in the place of all that `raw.review_decisions` held; `decision_no` counts from 1 in log order."""
    columns = ", ".join(f"{name} {kind}" for name, kind in COLUMNS.items())
    connection.execute(f"CREATE OR REPLACE TABLE raw.review_decisions ({columns})")
    rows = [{"decision_no": number, **_row(decision)} for number, decision in enumerate(decisions, start=1)]
    if rows:
        frame = pl.DataFrame(rows, infer_schema_length=None).select(*COLUMNS)
        connection.register("decided", frame)
        connection.execute("INSERT INTO raw.review_decisions SELECT * FROM decided")
        connection.unregister("decided")


def _row(decision: Decision) -> dict[str, object]:
    return asdict(decision) | {"action": decision.action.value}


def _line(decision: Decision) -> dict[str, object]:
    return _row(decision) | {"decided_at": decision.decided_at.isoformat()}


def _decision(line: dict[str, str]) -> Decision:
    unknown = line.keys() ^ _FIELDS
    if unknown:
        raise ValueError(f"{', '.join(sorted(unknown))} is missing or not known")
    values = dict(line) | {
        "action": Action(line["action"]),
        "decided_at": dt.datetime.fromisoformat(line["decided_at"]),
    }
    return Decision(**values)  # type: ignore[arg-type]
