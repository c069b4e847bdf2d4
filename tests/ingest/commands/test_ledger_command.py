"""`jixiao ledger template`: what is typed into it is what is read."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import openpyxl

from ingest.extract import extract
from ingest.ledger_template import COLUMNS
from ingest.readers.sheets.sheet import read_bytes
from support.marts import run


def test_what_is_typed_into_the_template_is_read(tmp_path: Path) -> None:
    target = tmp_path / "ledger.xlsx"
    run("ledger", "template", "--out", target)
    assert extract(read_bytes(target.read_bytes())).ledgers == []
    book = openpyxl.load_workbook(target)
    page = book["台账"]
    typed = {
        "月份": "2025年5月",
        "区划": "五华区",
        "单位名称": "教育局",
        "项目名称": "校舍维修",
        "年初预算数": 15,
        "全年预算数": 20,
        "本月支出": -1.5,
        "累计支出": 8,
        "支付进度": 0.4,
    }
    for col, name in enumerate(COLUMNS, start=1):
        page.cell(4, col, typed.get(name))
    book.save(target)
    extraction = extract(read_bytes(target.read_bytes()))
    [row] = extraction.ledger_rows
    assert (row.region_text, row.organization_name, row.project_name) == ("五华区", "教育局", "校舍维修")
    assert {
        (f"{figure.month:%Y-%m}", figure.measure, figure.number, figure.unit) for figure in extraction.ledger_figures
    } == {
        ("2025-05", "initial_budget", 15, "wan"),
        ("2025-05", "annual_budget", 20, "wan"),
        ("2025-05", "executed_in_month", Decimal("-1.5"), "wan"),
        ("2025-05", "executed_to_date", 8, "wan"),
        ("2025-05", "execution_rate", Decimal("0.4"), "fraction"),
    }
    assert extraction.notices == [] and extraction.unplaced == []


def test_a_file_that_is_there_is_left_alone(tmp_path: Path) -> None:
    target = tmp_path / "ledger.xlsx"
    target.write_bytes(b"mine")
    run("ledger", "template", "--out", target, code=2)
    assert target.read_bytes() == b"mine"
    run("ledger", "template", "--out", tmp_path / "ledger.csv", code=2)
