"""Write a made-up ledger of 24 months for the projects of a home's reports: for `make demo`, never for real data.

In the year of a report December ends on what the report says was spent; other years are invented around its budget.
Every file says 【虚构数据】 in its first line, so that whatever comes of it is flagged. The same reports give the same
bytes.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from pathlib import Path
from typing import Any

import xlsxwriter

from dashboard.access import Gate
from ingest.forms.synthetic import MARK
from ingest.home import Home

YEARS = (2024, 2025)
HEADINGS = ("区划", "单位名称", "项目名称", "年初预算数", "全年预算数", "本月支出", "累计支出", "支付进度")
_MONEY = Decimal("0.01")
_SEASON = (6, 5, 8, 8, 8, 9, 8, 8, 9, 8, 10, 13)
_PROJECTS = """
SELECT
    regions.region_full_name AS region, units.organization_name AS unit, evaluations.project_name AS project,
    evaluations.fiscal_year AS year, evaluations.budget_wan AS budget, evaluations.executed_wan AS executed
FROM fct_evaluations AS evaluations
JOIN dim_regions AS regions USING (region_code)
JOIN dim_organizations AS units USING (organization_id)
WHERE evaluations.subject = 'project' AND counts_in_totals AND budget_wan > 0 AND project_name IS NOT NULL
    AND evaluations.fiscal_year IS NOT NULL
ORDER BY evaluations.region_code, evaluations.organization_id, evaluations.project_id
"""


@dataclass(frozen=True)
class Project:
    """A project as its report gives it, money in 万元."""

    region: str
    unit: str
    project: str
    year: int
    budget: Decimal
    executed: Decimal | None


def projects(home: Home) -> list[Project]:
    """The projects of the home's published reports, in the order of divisions and units."""
    return [Project(**row) for row in Gate(home).query(_PROJECTS).frame.to_dicts()]


def year_of(project: Project, year: int) -> tuple[Decimal, list[Decimal]]:
    """(annual budget, what was spent to date at the end of each month) of a project in one year."""
    budget = (
        project.budget if year == project.year else (project.budget * _share(project, year, 90, 20)).quantize(_MONEY)
    )
    known = project.executed if year == project.year else None
    whole = known if known is not None else (budget * _share(project, year, 72, 26)).quantize(_MONEY)
    weights = [season * (60 + _chance(project, year, month) % 80) for month, season in enumerate(_SEASON, start=1)]
    to_date = [(whole * sum(weights[:month]) / sum(weights)).quantize(_MONEY) for month in range(1, 12)]
    return budget, [*to_date, whole]


def write(found: Sequence[Project], folder: Path) -> list[Path]:
    """One workbook for each month, with a subtotal for each unit and a total."""
    folder.mkdir(parents=True, exist_ok=True)
    made = []
    for year in YEARS:
        years = [(project, *year_of(project, year)) for project in found]
        for month in range(1, 13):
            path = folder / f"项目支出进度表_{year}年{month:02d}月_虚构.xlsx"
            _write_month(path, year, month, years)
            made.append(path)
    return made


def _write_month(path: Path, year: int, month: int, years: list[tuple[Project, Decimal, list[Decimal]]]) -> None:
    with xlsxwriter.Workbook(str(path)) as book:
        book.set_properties({"created": dt.datetime(year, month, 28)})
        bold = book.add_format({"bold": True, "border": 1, "align": "center"})
        big = book.add_format({"bold": True, "font_size": 16, "align": "center"})
        sheet = book.add_worksheet("台账")
        last = len(HEADINGS) - 1
        sheet.merge_range(0, 0, 0, last, f"{MARK}本表由程序生成，仅供演示")
        sheet.merge_range(1, 0, 1, last, f"{year}年{month}月项目支出进度表", big)
        sheet.write(2, last, "单位：万元")
        sheet.write_row(3, 0, HEADINGS, bold)
        sheet.freeze_panes(4, 0)
        sheet.set_column(0, last, 16)
        sheet.set_column(1, 2, 40)
        formats = {kind: book.add_format({"num_format": kind}) for kind in ("0.00", "0.00%")}
        line = 4
        everything = Decimal(0), Decimal(0), Decimal(0)
        for unit, group in groupby(years, key=lambda row: (row[0].region, row[0].unit)):
            whole = Decimal(0), Decimal(0), Decimal(0)
            for project, budget, to_date in group:
                paid = to_date[month - 1]
                amounts = budget, paid - (to_date[month - 2] if month > 1 else 0), paid
                _write_row(sheet, line, (*unit, project.project), amounts, formats)
                whole = _added(whole, amounts)
                line += 1
            _write_row(sheet, line, (*unit, "小计"), whole, formats)
            everything = _added(everything, whole)
            line += 1
        _write_row(sheet, line, ("合计", "", ""), everything, formats)


def _write_row(
    sheet: Any, line: int, names: tuple[str, ...], amounts: tuple[Decimal, ...], formats: dict[str, Any]
) -> None:
    budget, in_month, to_date = amounts
    sheet.write_row(line, 0, names)
    for col, amount in enumerate((budget, budget, in_month, to_date), start=3):
        sheet.write_number(line, col, float(amount), formats["0.00"])
    sheet.write_number(line, 7, float(to_date / budget), formats["0.00%"])


def _added(one: tuple[Decimal, ...], other: tuple[Decimal, ...]) -> tuple[Decimal, Decimal, Decimal]:
    budget, in_month, to_date = (left + right for left, right in zip(one, other, strict=True))
    return budget, in_month, to_date


def _share(project: Project, year: int, least: int, spread: int) -> Decimal:
    return Decimal(least + _chance(project, year, 0) % (spread + 1)) / 100


def _chance(project: Project, year: int, month: int) -> int:
    """A number that only depends on what it is for."""
    said = f"{project.unit}|{project.project}|{year}|{month}".encode()
    return int.from_bytes(hashlib.sha256(said).digest()[:4], "big")


if __name__ == "__main__":
    source, target = Path(sys.argv[1]), Path(sys.argv[2])
    written = write(projects(Home.at(source)), target)
    print(f"written      {len(written)} months of a made-up ledger to {target}")
