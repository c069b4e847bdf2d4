"""The table of a roster: its headings, what its cells may say, and a template to fill in.

The heading is the first row that names a unit's column; what stands above it may tell the year for all. A cell that is
merged over several rows speaks of each of them. Problems are told in Chinese / English, with the row as the file counts
it.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from ingest.document import Document, Paragraph, Table
from ingest.forms.synthetic import MARK, is_synthetic
from ingest.home import CHECKOUT
from ingest.lexicon.dates import days, years
from ingest.lexicon.text import fold, tidy

HEADINGS: Mapping[str, tuple[str, ...]] = {
    "fiscal_year": ("年度", "预算年度", "评价年度", "项目年度", "所属年度", "年份", "fiscal_year", "year"),
    "organization_name": (
        *("单位名称", "单位", "预算单位", "预算单位名称", "实施单位", "项目实施单位", "项目单位", "填报单位"),
        *("报送单位", "organization_name", "organization", "unit"),
    ),
    "project_name": ("项目名称", "项目", "预算项目", "预算项目名称", "project_name", "project"),
    "department_name": (
        *("主管部门", "主管部门名称", "主管单位", "预算部门", "部门名称", "department_name", "department"),
    ),
    "region": (
        *("所属地区", "地区", "所属区划", "区划", "行政区划", "区划代码", "行政区划代码", "区县", "县区"),
        *("region", "region_code"),
    ),
    "deadline": (
        *("报送截止日期", "截止日期", "报送截止时间", "截止时间", "截止日", "报送期限", "报送时限", "应报日期"),
        *("deadline", "due"),
    ),
}
"""By field, the heading of the template and all others that mean the same, as compared without brackets."""

WHOLE_UNIT = frozenset({"部门整体", "部门整体支出", "部门整体绩效", "整体支出", "部门整体支出绩效"})
"""Names in the project's column that mean the report of the unit as a whole."""

_HEADING = [headings[0] for headings in HEADINGS.values()]
_FIELD_OF = {heading: field for field, headings in HEADINGS.items() for heading in headings}
_BRACKETS = re.compile(r"\([^()]*\)|[*:]")
_YEAR = re.compile(r"(20\d\d)(?:\.0+)?(?:年度?)?")
_COMPACT_DAY = re.compile(r"(20\d\d)(\d\d)(\d\d)")
_BEHIND_DAY = re.compile(r"(?:00:00(?::00)?)?(?:以前|之前|前|止)?$")
_NOTHING = re.compile(r"[-—–－/]*|无|暂无")
_CODE = re.compile(r"\d{6}")
_TOTALS = frozenset({"合计", "总计", "小计"})
_LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class Row:
    """One expected report: of a `project`, of the `department` as a whole, or, as `unit`, any report of the unit."""

    row_no: int
    fiscal_year: int
    subject: str
    organization_name: str
    project_name: str | None
    department_name: str | None
    region_text: str | None
    deadline: dt.date | None

    @property
    def said(self) -> tuple[object, ...]:
        """What no two rows of a roster may share."""
        names = map(fold, (self.organization_name, self.project_name or ""))
        return self.fiscal_year, self.subject, self.region_text, *names


@dataclass(frozen=True, slots=True)
class Roster:
    """What a table expects, the headings in it that mean nothing here, and whether it says that it is made up."""

    rows: tuple[Row, ...] = ()
    ignored: tuple[str, ...] = ()
    is_synthetic: bool = False


class Invalid(Exception):
    """A roster that cannot be understood; `problems` says for each, in Chinese / English, which row and why."""

    def __init__(self, problems: Iterable[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("; ".join(self.problems))


class _Wrong(Exception):
    """A cell that cannot be understood: why, in Chinese and in English."""


def parse(document: Document) -> Roster:
    """What the document's table expects. Raises `Invalid` with everything that is wrong."""
    table, heading_no, columns, ignored = _heading(document)
    year = _year_above(document, table, heading_no)
    if "fiscal_year" not in columns.values() and year is None:
        raise Invalid(
            ["缺少“年度”列，表头上方也没有年度 / no column is called 年度, and no year stands above the heading"]
        )
    rows: list[Row] = []
    problems: list[str] = []
    for row_no, texts in _filled(table, heading_no, columns):
        try:
            rows.append(_row(row_no, texts, year))
        except _Wrong as error:
            chinese, english = error.args
            problems.append(f"第 {row_no} 行：{chinese} / row {row_no}: {english}")
    problems += _said_twice(rows)
    if problems:
        raise Invalid(problems)
    if not rows:
        raise Invalid(["表头下面没有内容 / there is nothing below the heading"])
    return Roster(tuple(rows), tuple(ignored), is_synthetic(document))


def template(suffix: str) -> bytes:
    """A roster to fill in, as `.csv` or `.xlsx`; the workbook explains its columns on a second sheet."""
    if suffix == ".csv":
        text = io.StringIO()
        csv.writer(text).writerow(_HEADING)
        return b"\xef\xbb\xbf" + text.getvalue().encode()
    return workbook(Roster())


def workbook(roster: Roster) -> bytes:
    """A roster as `.xlsx`, with its columns explained on a second sheet."""
    import xlsxwriter  # Not above: it takes long to load, and few commands write a workbook.

    buffer = io.BytesIO()
    with xlsxwriter.Workbook(
        buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    ) as book:
        bold, date = book.add_format({"bold": True, "bottom": 1}), book.add_format({"num_format": "yyyy-mm-dd"})
        sheet = book.add_worksheet("名册")
        heading_no = 0
        if roster.is_synthetic:
            sheet.write(0, 0, MARK)
            heading_no = 1
        sheet.write_row(heading_no, 0, _HEADING, bold)
        sheet.freeze_panes(heading_no + 1, 0)
        sheet.set_column(0, len(_HEADING) - 1, 26)
        sheet.set_column(len(_HEADING) - 1, len(_HEADING) - 1, 26, date)
        for number, row in enumerate(roster.rows, start=heading_no + 1):
            project = "部门整体" if row.subject == "department" else row.project_name
            names = (row.organization_name, project, row.department_name, row.region_text)
            sheet.write_row(number, 0, (row.fiscal_year, *names))
            if row.deadline is not None:
                sheet.write_datetime(number, len(_HEADING) - 1, dt.datetime.combine(row.deadline, dt.time()), date)
        notes = book.add_worksheet("填写说明")
        notes.set_column(0, 0, 18)
        notes.set_column(1, 1, 90)
        for number, (field, explained) in enumerate(_EXPLAINED.items()):
            notes.write_row(number, 0, [HEADINGS[field][0], explained])
    return buffer.getvalue()


_EXPLAINED = {
    "fiscal_year": "必填。被评价的预算年度，如 2024",
    "organization_name": "必填。报送单位的全称；与报告中的写法仅空格、引号、括号、区划前缀不同的，视为同一单位",
    "project_name": "项目全称；填“部门整体”表示部门整体支出自评；留空表示该单位报送任何一份即可",
    "department_name": "主管部门；留空即单位自身",
    "region": "区划名称或六位代码；单位名称里已含区划的可留空",
    "deadline": "如 2025-03-31，当天报送不算逾期；没有期限的留空",
}


def _heading(document: Document) -> tuple[Table, int, dict[int, str], list[str]]:
    """The table, the row of its heading, the fields by column, and the headings that mean nothing here."""
    for block in document.blocks:
        if not isinstance(block, Table):
            continue
        for row_no, cells in block.rows():
            columns: dict[int, str] = {}
            ignored = []
            for cell in cells:
                field = _FIELD_OF.get(_BRACKETS.sub("", fold(cell.text)).lower())
                if field is not None and field not in columns.values():
                    columns[cell.col] = field
                elif cell.text:
                    ignored.append(tidy(cell.text) or "")
            if "organization_name" in columns.values():
                return block, row_no, columns, ignored
    named = "、".join(HEADINGS["organization_name"][:4])
    raise Invalid([f"找不到表头：须有一列名为 {named} / no heading is found: one column has to be called 单位名称"])


def _year_above(document: Document, table: Table, heading_no: int) -> int | None:
    """The one year that stands above the heading, in the table or before it."""
    before = document.blocks[: document.blocks.index(table)]
    texts = [block.text for block in before if isinstance(block, Paragraph)]
    texts += [cell.text for cell in table.cells if cell.row < heading_no]
    told = {year for text in texts for year in years(text)}
    return told.pop() if len(told) == 1 else None


def _filled(table: Table, heading_no: int, columns: Mapping[int, str]) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows below the heading that say anything, as texts by field."""
    by_row: dict[int, dict[str, str]] = {}
    own: set[int] = set()
    for cell in table.cells:
        if cell.row <= heading_no or cell.col not in columns or not cell.text:
            continue
        own.add(cell.row)
        for row_no in range(cell.row, cell.row + cell.row_span):
            by_row.setdefault(row_no, {})[columns[cell.col]] = cell.text
    yield from ((row_no, by_row[row_no]) for row_no in sorted(by_row) if row_no in own)


def _row(row_no: int, texts: Mapping[str, str], year: int | None) -> Row:
    organization = _name(texts.get("organization_name"))
    if organization is None:
        raise _Wrong("没有单位名称", "the unit's name is missing")
    if fold(organization) in _TOTALS:
        raise _Wrong(f"“{organization}”不是单位，请删去这一行", "this is a total and no unit; take the row out")
    project = _name(texts.get("project_name"))
    subject = "unit" if project is None else "department" if fold(project) in WHOLE_UNIT else "project"
    fiscal_year = _fiscal_year(texts.get("fiscal_year"), year)
    return Row(
        row_no=row_no,
        fiscal_year=fiscal_year,
        subject=subject,
        organization_name=organization,
        project_name=project if subject == "project" else None,
        department_name=_name(texts.get("department_name")),
        region_text=_region(texts.get("region")),
        deadline=_deadline(texts.get("deadline"), fiscal_year),
    )


def _name(text: str | None) -> str | None:
    name = tidy(text)
    if name is None or _NOTHING.fullmatch(name):
        return None
    if len(name) > _LONGEST_NAME:
        raise _Wrong(f"名称超过 {_LONGEST_NAME} 个字", f"a name is longer than {_LONGEST_NAME} characters")
    return name


def _fiscal_year(text: str | None, above: int | None) -> int:
    if text is None:
        if above is None:
            raise _Wrong("没有年度", "the year is missing")
        return above
    match = _YEAR.fullmatch(fold(text))
    if match is None:
        raise _Wrong(f"年度“{text}”看不懂，请写成 2024", "the year is not understood; write it like 2024")
    return int(match[1])


def _region(text: str | None) -> str | None:
    """The division's name; a code is turned into it."""
    region = _name(text)
    if region is None or not _CODE.fullmatch(fold(region)):
        return region
    name = _division_names().get(fold(region))
    if name is None:
        raise _Wrong(f"没有区划代码 {region}", "no division has this code")
    return name


@cache
def _division_names() -> dict[str, str]:
    path = CHECKOUT / "dbt_project" / "seeds" / "regions.csv"
    with path.open(encoding="utf-8", newline="") as rows:
        return {row["region_code"]: row["region_full_name"] for row in csv.DictReader(rows)}


def _deadline(text: str | None, fiscal_year: int) -> dt.date | None:
    if text is None or _NOTHING.fullmatch(fold(text)):
        return None
    plain = _BEHIND_DAY.sub("", fold(text))
    compact = _COMPACT_DAY.fullmatch(plain)
    found = days("-".join(compact.groups()) if compact else plain)
    if len(found) != 1 or (not compact and re.sub(r"[\d年月日./-]", "", plain)):
        raise _Wrong(
            f"截止日期“{text}”看不懂，请写成 2025-03-31", "the deadline is not understood; write it like 2025-03-31"
        )
    if found[0].year < fiscal_year:
        raise _Wrong(f"截止日期“{text}”早于 {fiscal_year} 年度", "the deadline lies before the year has begun")
    return found[0]


def _said_twice(rows: Iterable[Row]) -> list[str]:
    first: dict[tuple[object, ...], int] = {}
    problems = []
    for row in rows:
        earlier = first.setdefault(row.said, row.row_no)
        if earlier != row.row_no:
            problems.append(
                f"第 {row.row_no} 行：与第 {earlier} 行相同，请只保留一行 / "
                f"row {row.row_no}: it says the same as row {earlier}; keep one"
            )
    return problems
