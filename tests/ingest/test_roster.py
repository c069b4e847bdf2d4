"""Rosters as bureaus write them, and as they get them wrong."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import duckdb
import openpyxl
import pytest

from ingest import roster, roster_table
from ingest.home import Home
from ingest.roster_table import Invalid, Roster, Row

HEADING = "年度,单位名称,项目名称,主管部门,所属地区,报送截止日期\n"


def csv_file(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    path = folder / "名册.csv"
    path.write_bytes(text.encode(encoding))
    return path


def only_row(folder: Path, line: str) -> Row:
    [row] = roster.parse(csv_file(folder, HEADING + line)).rows
    return row


def problems(folder: Path, text: str) -> list[str]:
    with pytest.raises(Invalid) as told:
        roster.parse(csv_file(folder, text))
    return list(told.value.problems)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_a_full_row(tmp_path: Path, encoding: str) -> None:
    text = HEADING + "2024,五华区水务局,河道清淤项目,五华区人民政府,530102,2025-03-31\n"
    assert roster.parse(csv_file(tmp_path, text, encoding)).rows == (
        Row(
            row_no=2,
            fiscal_year=2024,
            subject="project",
            organization_name="五华区水务局",
            project_name="河道清淤项目",
            department_name="五华区人民政府",
            region_text="云南省昆明市五华区",
            deadline=dt.date(2025, 3, 31),
        ),
    )


def test_other_headings_a_title_with_the_year_and_columns_of_no_use(tmp_path: Path) -> None:
    text = "附件1,,,\n2024年度绩效自评报送名册,,,\n序号,预算单位（全称）,项目,截止时间*\n1,水务局,河道清淤,\n"
    found = roster.parse(csv_file(tmp_path, text))
    [row] = found.rows
    assert (row.row_no, row.fiscal_year, row.organization_name, row.project_name) == (4, 2024, "水务局", "河道清淤")
    assert row.deadline is None and found.ignored == ("序号",)


@pytest.mark.parametrize(
    ("written", "subject", "project"),
    [
        ("河道清淤", "project", "河道清淤"),
        ("部门整体", "department", None),
        ("部门整体 支出", "department", None),
        ("", "unit", None),
        ("/", "unit", None),
        ("无", "unit", None),
    ],
)
def test_what_is_expected_of_the_unit(tmp_path: Path, written: str, subject: str, project: str | None) -> None:
    row = only_row(tmp_path, f"2024,水务局,{written},,,")
    assert (row.subject, row.project_name) == (subject, project)


@pytest.mark.parametrize(
    "written",
    ["2025-03-31", "2025/3/31", "2025.3.31", "2025年3月31日", "2025年3月31日前", "20250331", "2025-03-31 00:00:00"],
)
def test_deadlines(tmp_path: Path, written: str) -> None:
    assert only_row(tmp_path, f"2024年,水务局,,,,{written}").deadline == dt.date(2025, 3, 31)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("2024,,河道清淤,,,", "第 2 行：没有单位名称 / row 2: the unit's name is missing"),
        (",水务局,,,,", "第 2 行：没有年度 / row 2: the year is missing"),
        ("二四,水务局,,,,", "第 2 行：年度“二四”看不懂，请写成 2024 / row 2: the year is not understood"),
        ("2024,水务局,,,,3月底", "第 2 行：截止日期“3月底”看不懂"),
        ("2024,水务局,,,,2025-02-30", "第 2 行：截止日期“2025-02-30”看不懂"),
        ("2024,水务局,,,,2025-03-31 或 2025-04-30", "看不懂"),
        ("2024,水务局,,,,2023-03-31", "早于 2024 年度 / row 2: the deadline lies before the year has begun"),
        ("2024,水务局,,,999999,", "第 2 行：没有区划代码 999999 / row 2: no division has this code"),
        ("2024,合计,,,,", "第 2 行：“合计”不是单位"),
    ],
)
def test_what_is_wrong_is_told_with_its_row(tmp_path: Path, line: str, told: str) -> None:
    [problem] = problems(tmp_path, HEADING + line)
    assert told in problem


def test_every_mistake_is_told_at_once(tmp_path: Path) -> None:
    lines = "2024,水务局,清淤,,,\n2024,,x,,,\n\n2024,水务局, 清淤,,,\n2024,林业局,,,,x\n"
    rows = [problem.split("：")[0] for problem in problems(tmp_path, HEADING + lines)]
    assert rows == ["第 3 行", "第 6 行", "第 5 行"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (HEADING, "表头下面没有内容"),
        ("甲,乙\n1,2\n", "找不到表头"),
        ("单位名称\n水务局\n", "缺少“年度”列"),
        ("", "空"),
    ],
)
def test_a_file_that_is_no_roster(tmp_path: Path, text: str, told: str) -> None:
    [problem] = problems(tmp_path, text)
    assert told in problem


def test_another_kind_of_file(tmp_path: Path) -> None:
    path = tmp_path / "名册.docx"
    path.write_bytes(b"PK")
    with pytest.raises(Invalid, match="须为表格文件"):
        roster.parse(path)


def test_a_workbook_with_dates_and_a_unit_merged_over_its_projects(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["年度", "单位", "项目", "截止日期"])
    sheet.append([2024, "水务局", "河道清淤", dt.date(2025, 3, 31)])
    sheet.append([2024, None, "水库除险", dt.date(2025, 4, 30)])
    sheet.merge_cells("B2:B3")
    path = tmp_path / "名册.xlsx"
    book.save(path)
    assert [(row.row_no, row.organization_name, row.project_name, row.deadline) for row in roster.parse(path).rows] == [
        (2, "水务局", "河道清淤", dt.date(2025, 3, 31)),
        (3, "水务局", "水库除险", dt.date(2025, 4, 30)),
    ]


@pytest.mark.parametrize("suffix", [".xlsx", ".csv"])
def test_the_template_is_understood_once_it_is_filled(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"模板{suffix}"
    path.write_bytes(roster_table.template(suffix))
    with pytest.raises(Invalid, match="没有内容"):
        roster.parse(path)
    if suffix == ".csv":
        path.write_bytes(path.read_bytes() + "2024,水务局,河道清淤,,,2025-03-31\r\n".encode())
    else:
        book = openpyxl.load_workbook(path)
        book.worksheets[0].append([2024, "水务局", "河道清淤", None, None, dt.date(2025, 3, 31)])
        book.save(path)
    [row] = roster.parse(path).rows
    assert (row.fiscal_year, row.project_name, row.deadline) == (2024, "河道清淤", dt.date(2025, 3, 31))


def test_the_home_keeps_one_roster_as_it_was_given(home: Home, tmp_path: Path) -> None:
    given = csv_file(tmp_path, HEADING + "2024,水务局,,,,\n", "gb18030")
    roster.keep(home, given)
    assert [path.name for path in roster.files(home)] == ["roster.csv"]
    assert roster.files(home)[0].read_bytes() == given.read_bytes()
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.append(["年度", "单位名称"])
    book.active.append([2025, "林业局"])
    book.save(tmp_path / "新.xlsx")
    roster.keep(home, tmp_path / "新.xlsx")
    assert [path.name for path in roster.files(home)] == ["roster.xlsx"]
    assert [row.organization_name for row in roster.read(home).rows] == ["林业局"]
    with pytest.raises(Invalid):
        roster.keep(home, csv_file(tmp_path, "x\n"))
    assert [row.organization_name for row in roster.read(home).rows] == ["林业局"]
    (home.root / "roster.csv").write_text(HEADING)
    with pytest.raises(Invalid, match=r"roster\.csv、roster\.xlsx"):
        roster.read(home)


def test_rows_reach_the_raw_table() -> None:
    row = Row(2, 2024, "unit", "水务局", None, None, None, dt.date(2025, 3, 31))
    with duckdb.connect() as connection:
        connection.execute("CREATE SCHEMA raw")
        roster.store(connection, Roster((row,), is_synthetic=True))
        assert connection.execute("SELECT * FROM raw.roster").fetchall() == [
            (2, 2024, "unit", "水务局", None, None, None, dt.date(2025, 3, 31), True)
        ]
        roster.store(connection, Roster())
        assert connection.execute("SELECT * FROM raw.roster").fetchall() == []
