"""Write a made-up roster for a home's reports: for `make demo`, never for real data.

It expects every report that is there, one in four of them with a deadline that has passed; any report of the same units
for the years of the made-up ledgers, without a deadline; and reports of units that do not exist, so that no real unit
owes one. The first line says 【虚构数据】. The same reports and day give the same rows.
"""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import xlsxwriter
from synthetic_ledger import YEARS

from dashboard.access import Gate
from ingest.clock import now
from ingest.forms.synthetic import MARK
from ingest.home import Home
from ingest.roster_table import HEADINGS

WHOLE_UNIT = "部门整体"
PASSED, AHEAD = dt.timedelta(days=-12), dt.timedelta(days=30)
LATE_EVERY = 4
INVENTED = (
    ("虚构示例一局", "虚构示例项目甲", PASSED),
    ("虚构示例一局", "虚构示例项目乙", AHEAD),
    ("虚构示例二局", None, PASSED),
)
_REPORTS = f"""
SELECT DISTINCT
    evaluations.fiscal_year AS year, regions.region_full_name AS region, units.organization_name AS unit,
    CASE evaluations.subject WHEN 'department' THEN '{WHOLE_UNIT}' ELSE evaluations.project_name END AS report
FROM fct_evaluations AS evaluations
JOIN dim_regions AS regions USING (region_code)
JOIN dim_organizations AS units USING (organization_id)
WHERE counts_in_totals AND evaluations.fiscal_year IS NOT NULL AND evaluations.evaluation_kind <> 'fiscal'
    AND (evaluations.subject = 'department' OR evaluations.project_name IS NOT NULL)
ORDER BY ALL
"""


@dataclass(frozen=True)
class Expected:
    """A line of a roster; without a report, any of the unit will do."""

    year: int
    region: str
    unit: str
    report: str | None
    deadline: dt.date | None = None


def reports(home: Home) -> list[Expected]:
    """The home's published reports, in the order of years, divisions and units."""
    return [Expected(**row) for row in Gate(home).query(_REPORTS).frame.to_dicts()]


def roster(filed: Sequence[Expected], today: dt.date) -> list[Expected]:
    """What the made-up roster expects, where these came today."""
    asked = [
        Expected(line.year, line.region, line.unit, line.report, today + (PASSED if i % LATE_EVERY == 0 else AHEAD))
        for i, line in enumerate(filed)
    ]
    there = {(line.year, line.unit) for line in filed}
    units = sorted({(line.region, line.unit) for line in filed})
    asked += [Expected(year, *unit, None) for year in YEARS for unit in units if (year, unit[1]) not in there]
    last_year, region = max((line.year, line.region) for line in filed)
    return asked + [Expected(last_year, region, unit, report, today + days) for unit, report, days in INVENTED]


def write(lines: Sequence[Expected], path: Path) -> None:
    """A workbook in the form of the roster's template, with the mark above the headings."""
    fields = ("fiscal_year", "organization_name", "project_name", "region", "deadline")
    with xlsxwriter.Workbook(str(path)) as book:
        book.set_properties({"created": dt.datetime(2025, 1, 1)})
        bold, day = book.add_format({"bold": True, "bottom": 1}), book.add_format({"num_format": "yyyy-mm-dd"})
        sheet = book.add_worksheet("名册")
        sheet.write(0, 0, f"{MARK}本名册由程序生成，仅供演示")
        sheet.write_row(1, 0, [HEADINGS[field][0] for field in fields], bold)
        sheet.freeze_panes(2, 0)
        sheet.set_column(1, len(fields) - 1, 32)
        for number, line in enumerate(lines, start=2):
            sheet.write_row(number, 0, (line.year, line.unit, line.report, line.region))
            if line.deadline is not None:
                sheet.write_datetime(number, 4, dt.datetime.combine(line.deadline, dt.time()), day)


if __name__ == "__main__":
    source, target = Path(sys.argv[1]), Path(sys.argv[2])
    lines = roster(reports(Home.at(source)), now().date())
    write(lines, target)
    print(f"written      a made-up roster of {len(lines)} reports to {target}")
