"""The catalogues say everything that the pages say, in both languages, and nothing more."""

from __future__ import annotations

import ast
import re
import string
from pathlib import Path

import pytest

from dashboard import i18n
from dashboard.charts.execution import STAGES

DASHBOARD = Path(i18n.__file__).parent.parent
SHOWN_COLUMNS = {
    "name",
    "unit",
    "district",
    "fiscal_year",
    "month",
    "dimension",
    "severity",
    "grade",
    "grade_share",
    "differing_count",
    "execution_rate_change",
    "min_score",
    "q1_score",
    "median_score",
    "q3_score",
    "max_score",
    "distance_in_deviations",
    "indicator",
    "indicator_en",
    "level1",
    "level2",
    "level3",
    "rule_title_zh",
    "rule_title_en",
    "report_count",
    "covered_report_count",
    "expected_count",
    "filed_count",
    "late_count",
    "missing_count",
    "overdue_count",
    "unlisted_count",
    "unlisted_reason",
    "expected_subject",
    "project",
    "department",
    "deadline",
    "filed_on",
    "days_late",
    "days_overdue",
    "row_count",
    "finding_count",
    "findings_per_100_reports",
    "budget_wan",
    "covered_budget_wan",
    "executed_wan",
    "execution_rate",
    "mean_execution_rate",
    "score",
    "weight",
    "score_rate",
    "mean_score",
    "lost",
    "lost_count",
    "lost_share",
    "weight_share",
    "max_rate",
    "q3_rate",
    "standing",
    "source",
    "target",
    "amount_wan",
    "tail",
    "rank",
    "difference_wan",
    "projects_budget_wan",
    "projects_executed_wan",
    "project_count",
    "running_share",
    "full_marks_share",
    "q1_rate",
    "median_rate",
    "min_rate",
    "unit_rate",
    "district_rate",
    "all_rate",
    "correlation",
    "target_value_text",
    "actual_value_text",
    "deduction_reason",
    "table_id",
    "reads_id",
}
CLOSED_LISTS = {
    "form": {
        "department_evaluation",
        "score_sheet",
        "narrative",
        "project_self_evaluation",
        "department_self_evaluation",
        "monthly_ledger",
    },
    "evaluation_kind": {"self", "department", "fiscal"},
    "grade": {"excellent", "good", "fair", "poor", "none"},
    "filter": {"year", "district", "department", "form", "grade", "score", "rate", "synthetic"},
    "synthetic": {"all", "no", "yes"},
    "unit": {"wan", "yi"},
    "view": {"chart", "rows", "sql"},
    "by": {"dimension", "indicator"},
    "standing": {"unit", "district", "other"},
    "level": {"province", "prefecture", "county"},
    "shape": {"heat", "panels"},
    "order": {"code", "rate", "budget"},
    "column": SHOWN_COLUMNS,
    "severity": {"error", "warning", "info"},
    "status": {"loaded", "partial", "rejected", "withdrawn", "waiting"},
    "basis": {"computed", "reported"},
    "stage": set(STAGES),
    "group": {"district", "department", "unit", "year", "source", "category"},
    "fund": {"central", "provincial", "prefecture", "county", "other", "current_year", "carryover", "non_fiscal"},
    "category": {"basic", "project", "three_public"},
    "tail": {"zero", "low", "over", "sound"},
    "dimension": {"decision", "process", "output", "benefit", "satisfaction", "cost", "execution"},
    "layer": {"raw", "reference", "staging", "intermediate", "review", "marts"},
    "column_unit": {
        "wan",
        "fraction",
        "points",
        "count",
        "ordinal",
        "year",
        "days",
        "bytes",
        "deviations",
        "coefficient",
        "per_100_reports",
        "varies",
    },
    "check": {
        "not_null",
        "unique",
        "unique_combination",
        "primary_key",
        "accepted_values",
        "relationships",
        "check",
        "finite",
        "keys_agree",
        "names_rule_models",
        "own_query",
    },
    "check_result": {"pass", "warn", "fail", "error", "skipped", "not_run"},
    "enforced_by": {"test", "constraint"},
    "region_shape": {"map", "tiles"},
    "region_measure": {"execution_rate", "mean_score", "findings_per_100_reports", "report_count"},
    "no_answer": {"statements", "pivot", "kind", "time", "cancelled", "memory"},
    "chart_kind": {"bar", "line", "scatter"},
    "decision": {"open", "reopened", "accepted", "dismissed"},
    "action": {"accept", "dismiss", "reopen", "comment"},
    "issue": {"problem", "suggestion", "practice"},
    "project_view": {"figures", "document", "history"},
    "grouping": {"none", "rule", "unit", "project"},
    "review_view": {"worklist", "patterns"},
    "intake_view": {"documents", "quarantine", "roster", "corrections", "generations"},
    "expected": {"unit", "department", "project"},
    "unlisted": {"not_identified", "unit_not_listed", "report_not_listed"},
    "correction_problem": {
        *("nothing_there", "other_text", "several_figures", "other_unit", "corrected_twice", "document_not_loaded"),
    },
    "correction": {"proposed", "accepted", "rejected", "applied", "stale"},
    "field": {
        *("title", "project_name", "organization_name", "evaluation_date", "reported_total_score"),
        *("reported_grade_text", "goal_text", "completion_text", "initial_budget_wan", "budget_adjustment_wan"),
        *("annual_budget_wan", "budget_wan", "funds_received_wan", "executed_wan", "reported_execution_rate"),
        *("weight", "score", "target_operator", "target_value_text", "target_unit", "actual_value_text"),
        *("deduction_reason", "explanation", "criteria", "department_name", "region_text", "fiscal_year"),
        *("evaluation_kind", "grade"),
    },
    "moment": {"then", "now"},
    "origin": {"table", "narrative"},
    "measure": {
        "initial_budget",
        "budget_adjustment",
        "annual_budget",
        "appropriated",
        "funds_received",
        "executed",
        "revenue",
        "carryover",
        "execution_rate",
        "funds_received_rate",
        "total_score",
        "section_weight",
        "section_score",
        "other_amount",
        "other_rate",
    },
}
CHINESE = re.compile(r"[\u4e00-\u9fff]")


WRITTEN_IN_CHINESE = {"review_sheet", "monthly"}
"""What goes to Chinese offices, whatever language the pages speak."""


def trees() -> list[tuple[Path, ast.Module]]:
    """The dashboard's own modules."""
    paths = [path for path in sorted(DASHBOARD.rglob("*.py")) if path.parent.name not in WRITTEN_IN_CHINESE]
    return [(path, ast.parse(path.read_text(encoding="utf-8"))) for path in paths]


def used() -> set[str]:
    """The message ids that the code asks for, and those of the marts' closed lists that it puts in words."""
    ids: set[str] = set()
    for _path, tree in trees():
        for node in ast.walk(tree):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("_", "term")):
                continue
            first = node.args[0]
            assert isinstance(first, ast.Constant), f"line {node.lineno}: a message id must be written out"
            ids |= {first.value} if node.func.id == "_" else {f"{first.value}.{v}" for v in CLOSED_LISTS[first.value]}
    return ids


@pytest.mark.parametrize("language", ["zh", "en"])
def test_catalogue_holds_exactly_what_is_used(language: str) -> None:
    messages = i18n.catalogue(language)
    assert set(messages) == used()
    assert all(messages.values())


def test_languages_fill_the_same_places() -> None:
    def places(message: str) -> set[str | None]:
        return {name for _text, name, _spec, _conversion in string.Formatter().parse(message) if name}

    chinese, english = i18n.catalogue("zh"), i18n.catalogue("en")
    assert {key: places(text) for key, text in chinese.items()} == {key: places(text) for key, text in english.items()}


def test_english_has_no_chinese_in_it() -> None:
    assert not [key for key, text in i18n.catalogue("en").items() if CHINESE.search(text)]


def test_no_chinese_text_outside_the_catalogues() -> None:
    """Chinese in a string of the code is text that nobody can switch; the names of the languages are the exception."""
    found = [
        (path.name, node.value)
        for path, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and CHINESE.search(node.value)
    ]
    docstrings = {
        ast.get_docstring(node, clean=False)
        for _path, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.FunctionDef | ast.ClassDef)
    }
    assert {text for _name, text in found if text not in docstrings} == {"中文", "语言 Language"}


def test_an_unknown_language_is_chinese() -> None:
    i18n.use("Klingon")
    assert i18n.language() == "zh"
    assert i18n.term("grade", "excellent") == "优"
    i18n.use("English")
    assert i18n.term("grade", "excellent") == "Excellent"
    i18n.use(None)


def test_half_of_a_reason() -> None:
    quoting = "1 处：无法判断 / cannot be told / 1 figure"
    assert i18n.half("不是文本 / not a text") == "不是文本"
    assert i18n.half(quoting) == "1 处：无法判断 / cannot be told"
    i18n.use("English")
    assert i18n.half("不是文本 / not a text") == "not a text"
    assert i18n.half(quoting) == "1 figure"
    for whole in ("failed: 1 / 0", "不是文本", None):
        assert i18n.half(whole) == whole
    i18n.use(None)


def test_a_value_without_words_is_shown_as_it_is() -> None:
    assert i18n.term("grade", "superb") == "superb"
    assert i18n.term("grade", None) == "—"
