"""The made-up ledger of `make demo`: of the samples' projects, true to their reports, and marked as made up."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

from synthetic_ledger import Project, write, year_of

from ingest.understanding import understand
from support.marts import ROOT

SCHOOL = Project("云南省昆明市五华区", "五华区教育局", "校舍维修项目", 2024, Decimal("20"), Decimal("19.37"))
RIVER = Project("云南省昆明市五华区", "五华区水务局", "河道治理", 2025, Decimal("10"), None)


def test_december_ends_on_what_the_report_says_was_spent() -> None:
    budget, to_date = year_of(SCHOOL, 2024)
    assert (budget, to_date[11], len(to_date)) == (20, Decimal("19.37"), 12)
    for project in (SCHOOL, RIVER):
        for year in (2024, 2025):
            budget, to_date = year_of(project, year)
            assert to_date == sorted(to_date) and to_date[0] >= 0 and to_date[11] <= budget
    assert year_of(RIVER, 2025)[0] == 10


def test_every_month_is_read_in_full_and_known_to_be_made_up(tmp_path: Path) -> None:
    paths = write([SCHOOL, RIVER], tmp_path / "first")
    assert len(paths) == 24
    understood = understand("0" * 64, paths[11])
    assert (understood.status, understood.report_count, understood.is_synthetic) == ("loaded", 1, True)
    again = write([SCHOOL, RIVER], tmp_path / "second")
    assert [path.read_bytes() for path in paths] == [path.read_bytes() for path in again]


def test_only_the_mark_at_the_top_says_that_a_document_is_made_up(tmp_path: Path) -> None:
    ledger = "2025年5月支出进度表\n单位：万元\n单位名称,项目名称,全年预算数,累计支出\n五华区教育局,虚构,20,8\n"
    for number, (text, expected) in enumerate(((ledger, False), ("【虚构数据】\n" + ledger, True))):
        path = tmp_path / f"{number}.csv"
        path.write_text(text, encoding="utf-8")
        understood = understand("0" * 64, path)
        assert (understood.status, understood.is_synthetic) == ("loaded", expected)


def test_the_demo_has_a_home_of_its_own() -> None:
    demo = (ROOT / "scripts" / "demo").read_text(encoding="utf-8")
    assert set(re.findall(r"^home=(\S+)$", demo, re.MULTILINE)) == {"data/.demo"}
    assert all("--home" in line for line in demo.splitlines() if '"$jixiao" refresh' in line)
