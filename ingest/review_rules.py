"""The home's own settings of the review: which rules are on, how severe they are, where their thresholds lie.

They stand in the home's `review_rules.csv`, one row per rule that differs from the project's; a cell left empty keeps
what the project has. Read strictly here, they go to `raw.review_settings`, and dbt lays them over the project's.
"""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import duckdb

from ingest.home import CHECKOUT, Home

SEED = CHECKOUT / "dbt_project" / "seeds" / "review_rules.csv"
SEVERITIES = ("error", "warning", "info")
SETTINGS = ("enabled", "severity", "lesser_severity", "threshold", "lesser_threshold")
COLUMNS = {
    "rule_id": "VARCHAR",
    "enabled": "BOOLEAN",
    "severity": "VARCHAR",
    "lesser_severity": "VARCHAR",
    "threshold": "DOUBLE",
    "lesser_threshold": "DOUBLE",
}


class Invalid(Exception):
    """Settings that cannot be understood; `problems` says for each where it is, what is wrong and what to do."""

    def __init__(self, problems: Iterable[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("; ".join(self.problems))


@dataclass(frozen=True, slots=True)
class Setting:
    """What a home sets for one rule; None keeps what the project has."""

    rule_id: str
    enabled: bool | None = None
    severity: str | None = None
    lesser_severity: str | None = None
    threshold: float | None = None
    lesser_threshold: float | None = None


def project_rules() -> dict[str, dict[str, str]]:
    """The project's own metadata by rule, as text."""
    with SEED.open(encoding="utf-8", newline="") as rows:
        return {row["rule_id"]: row for row in csv.DictReader(rows)}


def read(home: Home) -> list[Setting]:
    """What the home sets, nothing where it has no such file. Raises `Invalid` with everything that is wrong."""
    path = home.review_rules
    if not path.exists():
        return []
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise Invalid([f"{path}: it cannot be read ({error}); save it as CSV in UTF-8"]) from error
    lines = csv.reader(io.StringIO(text, newline=""))
    heading = [name.strip() for name in next(lines, [])]
    problems = [f"{path}, line 1: {problem}" for problem in _wrong_heading(heading)]
    if problems:
        raise Invalid(problems)
    known = project_rules()
    found: dict[str, Setting] = {}
    for values in lines:
        if not any(value.strip() for value in values):
            continue
        texts = dict(zip(heading, (value.strip() for value in values), strict=False))
        wrong = [] if len(values) == len(heading) else [f"it has {len(values)} cells for {len(heading)} columns"]
        wrong = wrong or _wrong_row(texts, known)
        if not wrong and texts["rule_id"] in found:
            wrong = [f"{texts['rule_id']} stands here twice; keep one row"]
        problems += [f"{path}, line {lines.line_num}: {problem}" for problem in wrong]
        if not wrong:
            found[texts["rule_id"]] = _setting(texts)
    if problems:
        raise Invalid(problems)
    return list(found.values())


def store(connection: duckdb.DuckDBPyConnection, settings: Iterable[Setting]) -> None:
    """Put these in the place of all that `raw.review_settings` held."""
    columns = ", ".join(f"{name} {kind}" for name, kind in COLUMNS.items())
    connection.execute(f"CREATE OR REPLACE TABLE raw.review_settings ({columns})")
    for setting in settings:
        connection.execute(
            f"INSERT INTO raw.review_settings VALUES ({', '.join('?' * len(COLUMNS))})",
            [getattr(setting, name) for name in COLUMNS],
        )


def _wrong_heading(heading: list[str]) -> list[str]:
    names = ("rule_id", *SETTINGS)
    if "rule_id" not in heading:
        return [f"the heading has no rule_id; its columns are {', '.join(names)}"]
    unknown = [name for name in heading if name not in names]
    if unknown:
        return [f"column {name or '(without a name)'} is not known; known are {', '.join(names)}" for name in unknown]
    return [f"column {name} stands twice" for name in names if heading.count(name) > 1]


def _wrong_row(texts: Mapping[str, str], known: Mapping[str, Mapping[str, str]]) -> list[str]:
    rule = known.get(texts["rule_id"])
    if rule is None:
        return [f"rule {texts['rule_id'] or '(none)'} is not known; known are {', '.join(sorted(known))}"]
    problems = []
    for name in SETTINGS:
        text = texts.get(name, "")
        if not text:
            continue
        if name != "enabled" and not rule[name]:
            problems.append(f"{texts['rule_id']} has no {name}; leave the cell empty")
        elif name == "enabled" and text.lower() not in ("true", "false"):
            problems.append(f"enabled {text} is neither true nor false")
        elif name.endswith("severity") and text not in SEVERITIES:
            problems.append(f"{name} {text} is none of {', '.join(SEVERITIES)}")
        elif name.endswith("threshold") and not _is_threshold(text):
            problems.append(f"{name} {text} is no number from 0 up; write it like {rule[name]}")
    return problems


def _is_threshold(text: str) -> bool:
    try:
        number = float(text)
    except ValueError:
        return False
    return math.isfinite(number) and number >= 0


def _setting(texts: Mapping[str, str]) -> Setting:
    enabled = texts.get("enabled")
    threshold, lesser_threshold = (texts.get(name) for name in ("threshold", "lesser_threshold"))
    return Setting(
        rule_id=texts["rule_id"],
        enabled=enabled.lower() == "true" if enabled else None,
        severity=texts.get("severity") or None,
        lesser_severity=texts.get("lesser_severity") or None,
        threshold=float(threshold) if threshold else None,
        lesser_threshold=float(lesser_threshold) if lesser_threshold else None,
    )
