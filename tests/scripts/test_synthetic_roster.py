"""The made-up roster of `make demo`: something filed, late and missing, no real unit overdue, and marked as made up."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from synthetic_roster import WHOLE_UNIT, Expected, roster, write

from ingest.roster import parse
from support.marts import ROOT

TODAY = dt.date(2026, 11, 21)
FILED = [
    Expected(2022, "云南省临沧市", "临沧市水务局", "河道治理"),
    Expected(2024, "云南省昆明市五华区", "五华区教育局", "校舍维修项目"),
    Expected(2024, "云南省昆明市五华区", "五华区教育局", WHOLE_UNIT),
]


def test_what_was_filed_is_expected_and_one_in_four_late() -> None:
    passed, ahead = dt.date(2026, 11, 9), dt.date(2026, 12, 21)
    assert [line.deadline for line in roster(FILED, TODAY)[:3]] == [passed, ahead, ahead]
    assert [(line.year, line.unit, line.report) for line in roster(FILED, TODAY)[:3]] == [
        (line.year, line.unit, line.report) for line in FILED
    ]


def test_only_units_that_do_not_exist_can_be_overdue() -> None:
    missing = roster(FILED, TODAY)[3:]
    assert [(line.year, line.unit) for line in missing if line.deadline is None] == [
        *((2024, "临沧市水务局"), (2025, "临沧市水务局"), (2025, "五华区教育局"))
    ], "whom the ledgers of these years name, so that the review takes none for unknown"
    overdue = [line for line in missing if line.deadline is not None and line.deadline < TODAY]
    assert {line.unit for line in overdue} == {"虚构示例一局", "虚构示例二局"}
    assert [line.unit for line in missing if line.deadline is not None and line.deadline > TODAY] == ["虚构示例一局"]


def test_it_is_read_as_a_roster_that_is_made_up(tmp_path: Path) -> None:
    lines = roster(FILED, TODAY)
    write(lines, tmp_path / "roster.xlsx")
    read = parse(tmp_path / "roster.xlsx")
    assert read.is_synthetic and not read.ignored
    assert [(row.fiscal_year, row.region_text, row.organization_name, row.deadline) for row in read.rows] == [
        (line.year, line.region, line.unit, line.deadline) for line in lines
    ]
    assert [row.subject for row in read.rows[:4]] == ["project", "project", "department", "unit"]


def test_only_the_demo_gives_it_to_a_home() -> None:
    scripts = [path for path in (ROOT / "scripts").iterdir() if path.is_file() and path.suffix != ".py"]
    givers = [path.name for path in scripts if "roster" in path.read_text(encoding="utf-8")]
    assert givers == ["demo"]
