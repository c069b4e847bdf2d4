"""Files to take away, read back by other programs."""

from __future__ import annotations

import io
from decimal import Decimal

import openpyxl
import polars as pl

from dashboard import rows
from dashboard.exports import as_file

FRAME = pl.DataFrame(
    {
        "project_name": ["党建活动经费", '含"引号"，逗号'],
        "budget_wan": [Decimal("10.000000"), None],
        "execution_rate": [0.232, 1.0],
        "years": [[2023, 2024], []],
    },
    schema_overrides={"budget_wan": pl.Decimal(20, 6)},
)


def test_csv_opens_in_chinese() -> None:
    content = as_file(FRAME, "csv")
    assert content.startswith(b"\xef\xbb\xbf")
    lines = content.decode("utf-8-sig").splitlines()
    assert lines[0] == "project_name,budget_wan,execution_rate,years"
    assert lines[1] == '党建活动经费,10.000000,0.232,"[2023, 2024]"'


def test_a_workbook_holds_real_numbers() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(as_file(FRAME, "xlsx"))).active
    assert sheet is not None and sheet.freeze_panes == "A2"
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert rows[0] == ["project_name", "budget_wan", "execution_rate", "years"]
    assert rows[1] == ["党建活动经费", 10, 0.232, "[2023, 2024]"]
    assert rows[2][1] is None
    assert (sheet["B2"].number_format, sheet["C2"].number_format) == ("#,##0.00####", "0.00%")


def test_parquet_keeps_the_types() -> None:
    read = pl.read_parquet(io.BytesIO(as_file(FRAME, "parquet")))
    assert read.equals(FRAME) and read.schema == FRAME.schema


def test_points_for_a_full_rate_are_no_percentage() -> None:
    frame = pl.DataFrame({"points_per_full_rate": [3.5], "score_rate": [0.35]})
    sheet = openpyxl.load_workbook(io.BytesIO(as_file(frame, "xlsx"))).active
    assert sheet is not None
    assert (sheet["A2"].number_format, sheet["B2"].number_format) == ("0.00", "0.00%")


def test_files_of_a_chart_hold_what_is_seen_under_chinese_headings_and_the_report() -> None:
    frame = pl.DataFrame({"report_id": ["r1"], "name": ["道路养护"], "budget_wan": [Decimal(12)], "corner_count": [3]})
    lines = rows._file(frame, "csv").decode("utf-8-sig").splitlines()
    assert lines == ["名称,预算（万元）,报告编号", "道路养护,12.0,r1"]
