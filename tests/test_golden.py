"""The real reports, figure by figure, against what a person read in them (tests/golden, written by hand).

The seeds lie beside the checkout where the project is developed; without them the shipped samples, which carry the
same figures, are held against the same expectations.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from support.marts import GOLDEN, Marts, golden

Query = Callable[[str], list[dict[str, Any]]]

LINE_COLUMNS = {
    "kind": "line_kind",
    "fund_level": "fund_level",
    "fund_origin": "fund_origin",
    "expenditure_category": "expenditure_category",
    "initial": "initial_budget_wan",
    "adjustment": "budget_adjustment_wan",
    "annual": "annual_budget_wan",
    "received": "funds_received_wan",
    "executed": "executed_wan",
    "reported_execution_rate": "reported_execution_rate",
    "origin": "origin",
    "headline": "is_headline",
}
INDICATOR_COLUMNS = {
    "level1": "level1",
    "level2": "level2",
    "level3": "level3",
    "level1_weight": "level1_weight",
    "level2_weight": "level2_weight",
    "dimension": "dimension",
    "weight": "weight",
    "score": "score",
    "deduction": "deduction",
    "operator": "target_operator",
    "target": "target_value_text",
    "unit": "target_unit",
    "actual": "actual_value_text",
}
REPORT_COLUMNS = (
    "form subject fiscal_year region_code organization_name evaluation_date evaluation_month reported_total_score "
    "total_weight computed_total_score reported_grade reported_grade_text computed_grade budget_wan funds_received_wan "
    "executed_wan execution_rate execution_rate_basis"
).split()


def plain(value: Any) -> Any:
    """Numbers to six digits, dates and texts as text, so that both sides compare."""
    if isinstance(value, bool) or value is None:
        return value
    if isinstance(value, int | float):
        return round(float(value), 6)
    return str(value)


def label(text: str) -> str:
    """A line's label as the golden files write it: without 其中 and without the total's name repeated beside it."""
    bare = re.sub(r"^其中[:：]?", "", re.sub(r"\s", "", text))
    return re.sub(r"(?<=支出)年度资金总额$", "", bare)


def name(text: str | None) -> str | None:
    """A project's name without the 项目 that may belong to the title's 项目支出."""
    return re.sub(r"项目$", "", text) if text else text


def expected_documents() -> list[str]:
    return sorted(path.stem for path in GOLDEN.glob("*.yml"))


@pytest.fixture(params=expected_documents())
def case(request: pytest.FixtureRequest, marts: Marts) -> tuple[dict[str, Any], str, Marts]:
    expected = golden(request.param)
    return expected, marts.document(request.param, expected["sha256"]), marts


def reports(case: tuple[dict[str, Any], str, Marts]) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    expected, document_id, marts = case
    found = marts.rows(f"SELECT * FROM fct_evaluations WHERE document_id = '{document_id}' ORDER BY report_no")
    assert len(found) == len(expected["reports"])
    return list(zip(expected["reports"], found, strict=True))


def test_reports(case: tuple[dict[str, Any], str, Marts]) -> None:
    for expected, found in reports(case):
        assert name(found["project_name"]) == name(expected["project_name"])
        assert {column: plain(found[column]) for column in REPORT_COLUMNS} == {
            column: plain(expected.get(column)) for column in REPORT_COLUMNS
        }


def test_funding_lines(case: tuple[dict[str, Any], str, Marts]) -> None:
    for expected, found in reports(case):
        lines = case[2].rows(
            f"SELECT * FROM fct_budget_execution WHERE report_id = '{found['report_id']}' ORDER BY line_no"
        )
        labels = {line["line_no"]: label(line["line_label"]) for line in lines}
        got = [
            {
                "label": label(line["line_label"]),
                "parent": labels.get(line["parent_line_no"]),
                **{key: plain(line[column]) for key, column in LINE_COLUMNS.items()},
            }
            for line in lines
        ]
        want = [
            {
                "label": label(line["label"]),
                "parent": label(line["parent"]) if line.get("parent") else None,
                **{key: plain(line.get(key)) for key in LINE_COLUMNS},
            }
            for line in expected["funding_lines"]
        ]
        assert sorted(got, key=str) == sorted(want, key=str)


def test_indicators(case: tuple[dict[str, Any], str, Marts]) -> None:
    for expected, found in reports(case):
        rows = case[2].rows(
            f"SELECT * FROM fct_indicator_scores WHERE report_id = '{found['report_id']}' ORDER BY indicator_no"
        )
        assert [{key: plain(row[column]) for key, column in INDICATOR_COLUMNS.items()} for row in rows] == [
            {key: plain(row.get(key)) for key in INDICATOR_COLUMNS} for row in expected["indicators"]
        ]


def test_figures_in_prose(case: tuple[dict[str, Any], str, Marts]) -> None:
    for expected, found in reports(case):
        rows = case[2].rows(
            "SELECT a.*, l.line_label FROM fct_reported_amounts a LEFT JOIN fct_budget_execution l"
            " USING (report_id, line_no)"
            f" WHERE a.report_id = '{found['report_id']}' AND a.origin = 'narrative' ORDER BY a.block_no, a.row_no"
        )

        def key(row: dict[str, Any], line: str | None) -> tuple[Any, ...]:
            return row["measure"], plain(float(row["value"])), row["value_text"], label(line) if line else None

        got = Counter(key(row, row["line_label"]) for row in rows)
        want = Counter(key(row, row["line"]) for row in expected["amounts"] if not row.get("optional"))
        optional = Counter(key(row, row["line"]) for row in expected["amounts"] if row.get("optional"))
        assert not want - got, "figures that a person read are missing"
        assert not got - want - optional, "figures that no person read were found"


def test_stated_issues(case: tuple[dict[str, Any], str, Marts]) -> None:
    for expected, found in reports(case):
        rows = case[2].rows(f"SELECT * FROM fct_report_issues WHERE report_id = '{found['report_id']}'")
        want = [(row["kind"], row.get("category"), row["text_starts"]) for row in expected["issues"]]
        got = [(row["kind"], row["category"], row["text"]) for row in rows]
        assert len(got) == len(want)
        if case[2].are_seeds:
            for kind, category, starts in want:
                assert any((row[0], row[1]) == (kind, category) and row[2].startswith(starts) for row in got), (
                    kind,
                    category,
                    starts,
                )


def test_evidence_leads_back_to_the_figure(marts: Marts) -> None:
    assert not marts.rows(
        "SELECT a.report_id, a.value_text FROM fct_reported_amounts a WHERE NOT EXISTS ("
        " SELECT 1 FROM document_cells c WHERE c.document_id = a.document_id AND c.block_no = a.block_no"
        " AND c.row_no IS NOT DISTINCT FROM a.row_no AND c.col_no IS NOT DISTINCT FROM a.col_no"
        " AND contains(c.text, a.value_text) AND contains(c.text, a.quote))"
    )
    assert not marts.rows(
        "SELECT i.report_id, i.indicator_no FROM fct_indicator_scores i WHERE i.score IS NOT NULL AND NOT EXISTS ("
        " SELECT 1 FROM document_cells c WHERE c.document_id = i.document_id AND c.block_no = i.block_no"
        " AND c.row_no = i.row_no AND c.col_no = i.score_col_no AND TRY_CAST(trim(c.text) AS DECIMAL(9, 4)) = i.score)"
    )


def test_golden_files_are_found() -> None:
    assert len(expected_documents()) == 5
    assert Path(GOLDEN / "README.md").exists()
