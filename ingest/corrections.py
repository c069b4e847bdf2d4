"""Corrections: what a person has put right, kept in the home as YAML and reviewed like code.

An entry names one figure or field of one report, what the source says there, and what is right. Files are read here,
strictly, and go to `raw.corrections`; dbt finds the figure, compares it with what is expected and applies what was
accepted. A scalar is taken as it is written: 83.60 stays 83.60.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

import duckdb
import yaml

from ingest.home import Home
from ingest.lexicon.dates import days
from ingest.lexicon.marks import grade_of
from ingest.lexicon.numbers import cell_figure

STATUSES = ("proposed", "accepted", "rejected")
MEASURES = (
    *("initial_budget", "budget_adjustment", "annual_budget", "appropriated", "funds_received", "executed", "revenue"),
    *("carryover", "execution_rate", "funds_received_rate", "total_score", "section_weight", "section_score"),
    *("other_amount", "other_rate"),
)
POINTS = ("weight", "score", "level1_weight", "level2_weight", "deduction")
INDICATOR_FIELDS = (
    *POINTS,
    *("level1", "level2", "level3", "deduction_reason", "target_operator", "target_value_text", "target_unit"),
    *("actual_value_text", "explanation", "criteria"),
)
REPORT_FIELDS = (
    *("title", "project_name", "organization_name", "department_name", "region_text", "fiscal_year"),
    *("evaluation_date", "evaluation_kind", "grade", "goal_text", "completion_text"),
)
DOCUMENT = re.compile(r"[0-9a-f]{12,64}")
COLUMNS = {
    "correction_id": "VARCHAR",
    "document_id": "VARCHAR",
    "document": "VARCHAR",
    "report_no": "INTEGER",
    "kind": "VARCHAR",
    "block_no": "INTEGER",
    "row_no": "INTEGER",
    "col_no": "INTEGER",
    "measure": "VARCHAR",
    "line_no": "INTEGER",
    "indicator_no": "INTEGER",
    "field": "VARCHAR",
    "expected": "VARCHAR",
    "value_text": "VARCHAR",
    "value_number": "DECIMAL(28,8)",
    "value_decimals": "INTEGER",
    "value_unit": "VARCHAR",
    "value_unit_text": "VARCHAR",
    "value_date": "DATE",
    "value_grade": "VARCHAR",
    "reason": "VARCHAR",
    "author": "VARCHAR",
    "corrected_on": "DATE",
    "status": "VARCHAR",
    "source_file": "VARCHAR",
    "source_line": "INTEGER",
}


class Invalid(Exception):
    """Corrections that cannot be understood; `problems` says for each where it is, what is wrong and what to do."""

    def __init__(self, problems: Iterable[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("; ".join(self.problems))


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """One entry. `expected` is None where the source has nothing; the other fields are told in docs/corrections.md."""

    document: str
    report: int
    block: int | None = None
    row: int | None = None
    col: int | None = None
    measure: str | None = None
    line: int | None = None
    indicator: int | None = None
    field: str | None = None
    expected: str | None
    value: str
    reason: str
    author: str
    date: dt.date
    status: str

    @property
    def kind(self) -> str:
        """How the figure is named: by place, measure, indicator or as a field of the report."""
        if self.block is not None:
            return "place"
        if self.measure is not None:
            return "measure"
        return "indicator" if self.indicator is not None else "report"

    @property
    def id(self) -> str:
        """Stable for the same change of the same figure, whatever else the entry says."""
        said = [self.document[:12], *(getattr(self, name) for name in _TARGET), self.expected, self.value]
        return hashlib.sha256("\x1f".join(map(str, said)).encode()).hexdigest()[:12]

    def as_yaml(self) -> str:
        """A file with this one entry."""
        entry = {name: value for name, value in dataclasses.asdict(self).items() if value is not None}
        entry["expected"] = self.expected
        return yaml.safe_dump([entry], allow_unicode=True, sort_keys=False, width=120)


_TARGET = ("report", "block", "row", "col", "measure", "line", "indicator", "field")
_NAMES = tuple(field.name for field in dataclasses.fields(Correction))
NUMBERS = {"report", "block", "row", "col", "line", "indicator"}
_NEEDED = ("document", "report", "expected", "value", "reason", "author", "date", "status")


@dataclass(frozen=True, slots=True)
class Placed:
    """A correction and where it is written; `file` is relative to the home."""

    correction: Correction
    file: str
    line: int


def read(home: Home) -> list[Placed]:
    """All corrections of the home, in the order of their files. Raises `Invalid` with everything that is wrong."""
    found: list[Placed] = []
    problems: list[str] = []
    for path in sorted([*home.corrections.glob("*.yml"), *home.corrections.glob("*.yaml")]):
        name = path.relative_to(home.root).as_posix()
        try:
            root = yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
        except (OSError, UnicodeDecodeError) as error:
            problems.append(f"{name}: it cannot be read ({error}); save it as UTF-8 text")
            continue
        except yaml.YAMLError as error:
            mark = getattr(error, "problem_mark", None)
            where = f", line {mark.line + 1}" if mark else ""
            problems.append(f"{name}{where}: it is no YAML ({getattr(error, 'problem', None) or error}); mend the file")
            continue
        if root is None:
            continue
        if not isinstance(root, yaml.SequenceNode):
            problems.append(f"{name}, line {root.start_mark.line + 1}: write a list of entries, each beginning with -")
            continue
        for number, node in enumerate(root.value, start=1):
            line = node.start_mark.line + 1
            try:
                found.append(Placed(from_texts(_scalars(node)), name, line))
            except Invalid as error:
                problems += [f"{name}, entry {number}, line {line}: {problem}" for problem in error.problems]
    problems += _said_twice(found)
    if problems:
        raise Invalid(problems)
    return found


def from_texts(texts: Mapping[str, str | None]) -> Correction:
    """The correction that these texts give. Raises `Invalid` with everything that is wrong."""
    problems = [f"{name} is not known; known are {', '.join(_NAMES)}" for name in texts if name not in _NAMES]
    problems += [f"{name} is missing" for name in _NEEDED if name not in texts]
    problems += [f"{name} is empty" for name in texts if name != "expected" and not (texts[name] or "").strip()]
    if problems:
        raise Invalid(problems)
    values: dict[str, object] = dict(texts)
    for name in NUMBERS & texts.keys():
        text = texts[name] or ""
        if re.fullmatch(r"[1-9][0-9]{0,8}", text):
            values[name] = int(text)
        else:
            problems.append(f"{name} {text} is no number; give it as counted from 1")
    try:
        values["date"] = dt.date.fromisoformat(texts["date"] or "")
    except ValueError:
        problems.append(f"date {texts['date']} is no day; write it like 2025-06-30")
    values["document"] = (texts["document"] or "").lower()
    if not DOCUMENT.fullmatch(str(values["document"])):
        problems.append(f"document {texts['document']} is no SHA-256; give it whole or its first 12 digits or more")
    if texts["status"] not in STATUSES:
        problems.append(f"status {texts['status']} is not known; write one of {', '.join(STATUSES)}")
    problems += wrong_target(texts)
    if problems:
        raise Invalid(problems)
    correction = Correction(**values)  # type: ignore[arg-type]
    if correction.expected == correction.value:
        raise Invalid(["值与原文相同，无须更正 / value is the same as expected; there is nothing to correct"])
    _value_columns(correction)
    return correction


def store(connection: duckdb.DuckDBPyConnection, corrections: Iterable[Placed]) -> None:
    """Put these in the place of all that `raw.corrections` held. One without a value only asks what stands there."""
    columns = ", ".join(f"{name} {kind}" for name, kind in COLUMNS.items())
    connection.execute(f"CREATE OR REPLACE TABLE raw.corrections ({columns})")
    for placed in corrections:
        row = _row(placed)
        connection.execute(
            f"INSERT INTO raw.corrections ({', '.join(row)}) VALUES ({', '.join('?' * len(row))})", [*row.values()]
        )
    connection.execute(
        "UPDATE raw.corrections SET document_id = documents.document_id FROM raw.documents "
        "WHERE starts_with(documents.document_id, corrections.document)"
    )


def _row(placed: Placed) -> dict[str, object]:
    correction = placed.correction
    return {
        "correction_id": correction.id,
        "document": correction.document,
        "report_no": correction.report,
        "kind": correction.kind,
        "block_no": correction.block,
        "row_no": correction.row,
        "col_no": correction.col,
        "measure": correction.measure,
        "line_no": correction.line,
        "indicator_no": correction.indicator,
        "field": correction.field,
        "expected": correction.expected,
        **(_value_columns(correction) if correction.value else {}),
        "reason": correction.reason,
        "author": correction.author,
        "corrected_on": correction.date,
        "status": correction.status,
        "source_file": placed.file,
        "source_line": placed.line,
    }


def _value_columns(correction: Correction) -> dict[str, object]:
    """The right value, parsed as what it corrects. Raises `Invalid` where it can be no such thing."""
    text = correction.value.strip()
    columns: dict[str, object] = {"value_text": text}
    if correction.kind in ("place", "measure") or correction.field in POINTS:
        figure = cell_figure(text)
        if figure is None or figure.number.adjusted() >= 20:
            raise Invalid(
                [
                    f"值“{text}”不是数字，请按印刷的样子写，如 83.67 或 75% / "
                    "value is no figure; write it as it would be printed, like 83.67 or 75%"
                ]
            )
        if correction.field in POINTS and figure.unit not in (None, "points"):
            raise Invalid([f"值“{text}”不是分数，请不带单位 / value is no number of points; write it without a unit"])
        columns |= {
            "value_text": figure.value_text,
            "value_number": figure.number,
            "value_decimals": figure.decimals,
            "value_unit": figure.unit,
            "value_unit_text": figure.unit_text,
        }
    elif correction.field == "fiscal_year":
        if not re.fullmatch(r"20[0-9]{2}", text):
            raise Invalid([f"值“{text}”不是年度，请写成 2024 / value is no year; write it like 2024"])
        columns["value_number"] = Decimal(text)
    elif correction.field == "evaluation_date":
        printed = days(text)
        if len(printed) != 1:
            raise Invalid([f"值“{text}”不是日期，请写成 2025-06-30 / value is no day; write it like 2025-06-30"])
        columns |= {"value_text": printed[0].isoformat(), "value_date": printed[0]}
    elif correction.field == "evaluation_kind":
        if text not in ("self", "department", "fiscal"):
            raise Invalid(
                [
                    f"值“{text}”不是评价类型，请写 self、department 或 fiscal / "
                    "value is no kind of evaluation; write self, department or fiscal"
                ]
            )
    elif correction.field == "grade":
        if grade_of(text) is None:
            raise Invalid([f"值“{text}”不是等级，请写 优、良、中 或 差 / value is no grade; write 优, 良, 中 or 差"])
        columns["value_grade"] = grade_of(text)
    return columns


def _scalars(node: yaml.Node) -> dict[str, str | None]:
    """Keys and texts of one entry as they are written."""
    if not isinstance(node, yaml.MappingNode):
        raise Invalid(["it is no entry; write it as lines of name: value"])
    texts: dict[str, str | None] = {}
    problems = []
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode) or not isinstance(value, yaml.ScalarNode):
            problems.append(f"what stands in line {key.start_mark.line + 1} is no single value; write name: value")
        elif key.value in texts:
            problems.append(f"{key.value} stands twice; keep one")
        else:
            texts[key.value] = None if value.tag == "tag:yaml.org,2002:null" else value.value
    if problems:
        raise Invalid(problems)
    return texts


def wrong_target(texts: Mapping[str, str | None]) -> list[str]:
    """What is wrong with how the figure is named."""
    given = set(texts)
    measure, field = texts.get("measure"), texts.get("field")
    named = [kind for kind in ("block", "indicator") if kind in given] or (["measure"] if "measure" in given else [])
    if len(named) == 2 or (named and named != ["indicator"] and "field" in given):
        return ["it names its figure twice; give a place, or a measure, or an indicator's field, or a report's field"]
    if named == ["indicator"]:
        if given & {"measure", "line"}:
            return ["an indicator has no measure and no line; give indicator and field"]
        if field not in INDICATOR_FIELDS:
            return [f"field {field} is none of an indicator's; write one of {', '.join(INDICATOR_FIELDS)}"]
    elif not named:
        if field is None:
            return ["it names no figure; give block (row, col), measure (line), indicator and field, or field"]
        if field not in REPORT_FIELDS:
            return [f"field {field} is none of a report's; write one of {', '.join(REPORT_FIELDS)}"]
    if measure is not None and measure not in MEASURES:
        return [f"measure {measure} is not known; write one of {', '.join(MEASURES)}"]
    if "block" not in given and given & {"row", "col"}:
        return ["a row or column needs its block"]
    if "line" in given and not measure:
        return ["a line needs the measure that is corrected in it"]
    return []


def _said_twice(found: list[Placed]) -> list[str]:
    first: dict[str, Placed] = {}
    problems = []
    for placed in found:
        earlier = first.setdefault(placed.correction.id, placed)
        if earlier is not placed:
            problems.append(
                f"{placed.file}, line {placed.line}: {earlier.file}, line {earlier.line} says the same; keep one"
            )
    return problems
