"""Every chart shows its rows and its statement, and gives them away as files."""

from __future__ import annotations

import io
import json
from decimal import Decimal
from pathlib import Path
from urllib.parse import parse_qs

import openpyxl
import polars as pl
import pytest
from test_pages import opened

from dashboard import exports, formats, i18n
from dashboard.access import query
from dashboard.rows import headings, in_words

FRAME = pl.DataFrame(
    {
        "report_id": ["r1", "r2"],
        "name": ["党建活动经费", "差旅经费"],
        "dimension": ["process", None],
        "budget_wan": [Decimal("271.570000"), None],
        "execution_rate": [0.7515, 0.0],
    },
    schema_overrides={"budget_wan": pl.Decimal(20, 6)},
)


@pytest.fixture(autouse=True)
def home(published_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JIXIAO_HOME", str(published_home))
    i18n.use(None)
    formats.count_in(None)


def test_rows_are_told_in_words() -> None:
    app = opened(year="2024", unit="yi")
    app.segmented_control(key="execution-view").set_value("rows").run()
    [frame] = [element.value for element in app.dataframe]
    [row] = frame.to_dict("records")
    assert (row["district"], row["fiscal_year"], row["execution_rate"]) == ("五华区", 2024, 0)
    assert row["budget_wan"] == 0.008367, "in 亿元"
    labels = json.loads(app.dataframe[0].proto.columns)
    assert labels["budget_wan"]["label"] == "预算（亿元）"


def test_the_statement_is_shown_and_leads_to_the_sql_page() -> None:
    app = opened(district="530102", form="department_evaluation")
    app.segmented_control(key="execution-view").set_value("sql").run()
    [statement] = [code.value for code in app.code]
    assert "'department_evaluation'" in statement and "$" not in statement
    assert query(statement)["budget_wan"].to_list() == [Decimal("83.67")]
    [link] = [
        link.proto for link in app.get("page_link") if link.proto.page == "sql" and "q=" in link.proto.query_string
    ]
    parameters = parse_qs(link.query_string)
    assert parameters["q"] == [statement]
    assert (parameters["district"], parameters["form"]) == (["530102"], ["department_evaluation"])


def test_a_frame_without_rows_says_so_and_still_shows_its_statement() -> None:
    app = opened("views/review/page.py", district="530900", view="patterns")
    assert "现有报告不足以看出规律。" in [note.value for note in app.info]
    app.segmented_control(key="correlations-view").set_value("sql").run()
    assert not app.exception and "agg_score_against_execution" in app.code[0].value


def test_files_hold_words_units_and_number_formats() -> None:
    formats.count_in("yi")
    frame = in_words(FRAME)
    assert frame["dimension"].to_list() == ["过程", None]
    words = headings(frame.columns)
    text = exports.as_file(frame, "csv", words).decode("utf-8-sig").splitlines()
    assert text == [
        "report_id,名称,维度,预算（亿元）,执行率",
        "r1,党建活动经费,过程,0.027157,0.7515",
        "r2,差旅经费,,,0.0",
    ]
    sheet = openpyxl.load_workbook(io.BytesIO(exports.as_file(frame, "xlsx", words))).active
    assert sheet is not None
    assert [cell.value for cell in sheet[1]] == ["report_id", "名称", "维度", "预算（亿元）", "执行率"]
    assert (sheet["D2"].value, sheet["D2"].number_format) == (0.027157, "#,##0.00####")
    assert (sheet["E2"].value, sheet["E2"].number_format) == (0.7515, "0.00%")


def test_columns_of_one_name_stay_apart() -> None:
    i18n.use("English")
    assert headings(["rule_title_en", "rule_title_zh"]) == {"rule_title_en": "Rule", "rule_title_zh": "Rule (Chinese)"}
    assert headings(["region_code"]) == {"region_code": "region_code"}
    i18n.use(None)
