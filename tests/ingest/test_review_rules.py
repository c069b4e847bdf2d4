"""A home's settings of the review: read strictly, told with file and line, and a page of docs that says what is so."""

from __future__ import annotations

import sys
from pathlib import Path

import duckdb
import pytest

from ingest import load, review_rules
from ingest.home import Home
from ingest.review_rules import Invalid, Setting

ROOT = Path(__file__).resolve().parents[2]


def test_a_home_without_settings_has_none(home: Home) -> None:
    assert review_rules.read(home) == []


def test_settings_are_read_cell_by_cell(home: Home) -> None:
    home.review_rules.write_text(
        "rule_id,threshold,enabled,lesser_threshold\nfull_marks_low_execution, 0.5 ,,0.75\n\nunit_missing,,FALSE,\n",
        encoding="utf-8-sig",
    )
    assert review_rules.read(home) == [
        Setting("full_marks_low_execution", threshold=0.5, lesser_threshold=0.75),
        Setting("unit_missing", enabled=False),
    ]


@pytest.mark.parametrize(
    ("lines", "problem"),
    [
        ("rule,enabled\nunit_missing,false", r"line 1: the heading has no rule_id"),
        ("rule_id,title_zh\nunit_missing,x", r"line 1: column title_zh is not known"),
        ("rule_id,enabled,enabled\nunit_missing,true,true", r"line 1: column enabled stands twice"),
        ("rule_id,enabled\nunit_mising,false", r"line 2: rule unit_mising is not known; known are all_full_marks, "),
        ("rule_id,enabled\n\nunit_missing,no", r"line 3: enabled no is neither true nor false"),
        ("rule_id,severity\nunit_missing,fatal", r"line 2: severity fatal is none of error, warning, info"),
        ("rule_id,threshold\nunit_missing,3", r"line 2: unit_missing has no threshold"),
        ("rule_id,lesser_severity\nunit_missing,info", r"line 2: unit_missing has no lesser_severity"),
        ("rule_id,threshold\nfull_marks_low_execution,60%", r"line 2: threshold 60% is no number"),
        ("rule_id,threshold\nfull_marks_low_execution,nan", r"line 2: threshold nan is no number"),
        ("rule_id,threshold\nfull_marks_low_execution,-1", r"line 2: threshold -1 is no number"),
        ("rule_id,enabled\nunit_missing,false,", r"line 2: it has 3 cells for 2 columns"),
        ("rule_id,enabled\nunit_missing,false\nunit_missing,true", r"line 3: unit_missing stands here twice"),
    ],
)
def test_what_cannot_be_understood_is_told_with_its_line(home: Home, lines: str, problem: str) -> None:
    home.review_rules.write_text(lines, encoding="utf-8")
    with pytest.raises(Invalid, match=problem) as raised:
        review_rules.read(home)
    assert str(home.review_rules) in str(raised.value)


def test_all_problems_are_told_at_once(home: Home) -> None:
    home.review_rules.write_text("rule_id,enabled\nx,true\nunit_missing,1\n", encoding="utf-8")
    with pytest.raises(Invalid) as raised:
        review_rules.read(home)
    assert len(raised.value.problems) == 2


def test_a_file_in_another_encoding_is_told(home: Home) -> None:
    home.review_rules.write_bytes("rule_id,enabled\n分值合计,true".encode("gb18030"))
    with pytest.raises(Invalid, match="save it as CSV in UTF-8"):
        review_rules.read(home)


def test_settings_take_the_place_of_those_before(home: Home) -> None:
    with duckdb.connect(str(home.work_file)) as connection:
        load.prepare(connection)
        review_rules.store(connection, [Setting("weight_sum", enabled=False)])
        review_rules.store(connection, [Setting("score_sum", severity="info")])
        rows = connection.sql("SELECT * FROM raw.review_settings").fetchall()
    assert rows == [("score_sum", None, "info", None, None, None)]


def test_the_documented_table_is_that_of_the_metadata(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "scripts"))
    monkeypatch.delitem(sys.modules, "rules_table", raising=False)
    import rules_table  # type: ignore[import-not-found]

    page = rules_table.PAGE.read_text(encoding="utf-8")
    assert "| `weight_sum` |" in page
    assert page == rules_table.with_table(page), "docs/review.md is out of date: make rules-table"
