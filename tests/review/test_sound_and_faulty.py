"""Sound reports raise nothing; one fault put into a sound report raises its rule and no other.

REVIEW_MUTATIONS sets how many reports of each kind (`make review-mutations`: 2,000).
"""

from __future__ import annotations

import os
import random
from collections import defaultdict
from pathlib import Path

import pytest
from typer.testing import CliRunner

from ingest import cli
from review.faults import FAULTS, Fault
from review.printing import as_page
from review.sound_reports import Report, sound_report
from support.marts import Marts

pytestmark = pytest.mark.usefixtures("quick_builds")

COUNT = int(os.environ.get("REVIEW_MUTATIONS", "186"))
_IN_ONE_DOCUMENT = 20
_TRIES = 40


def _reviewed(reports: list[Report], folder: Path) -> dict[str, dict[str, str]]:
    """{project name: {rule: severity}} of these reports, each of which must have been read. Those of one document are
    in one unit of money: where a table prints none, the others tell it."""
    inbox = folder / "inbox"
    inbox.mkdir(parents=True)
    alike = sorted(reports, key=lambda report: report.unit)
    for first in range(0, len(alike), _IN_ONE_DOCUMENT):
        page = as_page(alike[first : first + _IN_ONE_DOCUMENT])
        (inbox / f"{first:05d}.html").write_text(page, encoding="utf-8")
    done = CliRunner().invoke(cli.app, ["refresh", str(inbox), "--home", str(folder / "home")])
    assert done.exit_code in (0, 1), done.output
    marts = Marts(folder / "home", are_seeds=False)
    read = marts.rows("SELECT report_id, project_name FROM fct_evaluations")
    names = {row["report_id"]: row["project_name"] for row in read}
    assert sorted(names.values()) == sorted(report.project for report in reports)
    found: dict[str, dict[str, str]] = {name: {} for name in names.values()}
    for row in marts.rows("SELECT report_id, rule_id, severity FROM fct_review_findings"):
        found[names[row["report_id"]]][row["rule_id"]] = row["severity"]
    return found


def test_sound_reports_raise_no_alarm(tmp_path: Path) -> None:
    rng = random.Random(20250601)
    reports = [sound_report(serial, rng) for serial in range(1, COUNT + 1)]
    alarms = defaultdict(list)
    for project, rules in _reviewed(reports, tmp_path).items():
        for rule, severity in rules.items():
            if severity != "info":
                alarms[rule].append(project)
    assert not alarms


def test_each_fault_raises_its_rule_alone(tmp_path: Path) -> None:
    rng = random.Random(20250602)
    faulty: dict[str, Fault] = {}
    reports = []
    for serial in range(1, COUNT + 1):
        fault = FAULTS[serial % len(FAULTS)]
        report = _with(fault, serial, rng)
        faulty[report.project] = fault
        reports.append(report)
    silent, others = defaultdict(list), defaultdict(list)
    for project, rules in _reviewed(reports, tmp_path).items():
        fault = faulty[project]
        if fault.rule not in rules:
            silent[fault.inject.__name__].append(project)
        for rule, severity in rules.items():
            if rule != fault.rule and rule not in fault.implied and severity != "info":
                others[fault.inject.__name__].append((rule, project))
    assert (dict(silent), dict(others)) == ({}, {})


def _with(fault: Fault, serial: int, rng: random.Random) -> Report:
    """A sound report that can carry the fault, with the fault in it."""
    for _ in range(_TRIES):
        report = sound_report(serial, rng)
        if fault.inject(report, rng):
            return report
    pytest.fail(f"no report of {_TRIES} could carry {fault.inject.__name__}")
