"""The dictionary page without a browser."""

from __future__ import annotations

import shutil
from pathlib import Path

import duckdb
import pytest
from test_pages import opened, shown

from dashboard.queries import dictionary
from ingest.home import Home
from ingest.publish import current

PAGE = "views/dictionary/page.py"


@pytest.fixture(autouse=True)
def home(published_home: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    monkeypatch.setenv("JIXIAO_HOME", str(published_home))
    return Home(published_home)


def test_the_list_holds_public_tables_only() -> None:
    words = shown(opened(PAGE))
    assert "fct_evaluations" in words and "行政区划" in words and "stg_reports" not in words
    assert "1 项未通过" in words
    english = shown(opened(PAGE, lang="English"))
    assert "Divisions" in english and "行政区划" not in english


def test_a_table_with_columns_units_caveats_and_checks() -> None:
    app = opened(PAGE, table="marts.fct_evaluations")
    words = shown(app)
    assert "万元" in words and "必须见于 dim_documents.document_id" in words and "警告" in words
    assert "2 / 3" in words, "two of three checks passed"
    assert "写入时约束" in words
    assert "部门整体不得与项目相加" in app.warning[0].value
    assert "stg_reports" in words, "what it is made of"
    assert app.code[0].value == "select 1"


def test_an_internal_table_says_so() -> None:
    app = opened(PAGE, table="staging.stg_reports")
    assert any("内部" in text.value for text in app.markdown)
    assert "fct_evaluations" in shown(app), "what is made of it"


def test_words_are_found_in_names_and_descriptions() -> None:
    words = shown(opened(PAGE, find="执行率 所述"))
    assert "execution_rate" in words and "budget_wan" not in words
    assert "budget_wan" in shown(opened(PAGE, find="BUDGET"))
    assert opened(PAGE, find="没有这个词").info[0].value.startswith("没有表或列")


def test_nothing_typed_becomes_a_pattern_or_sql() -> None:
    for hostile in ("%", "_x_", "'; DROP TABLE x; --", "\\"):
        assert dictionary.found([hostile], 10).is_empty()
    assert dictionary.found(["wan"], 10)["column_name"].to_list() == ["budget_wan"]


def test_an_unknown_table_is_told() -> None:
    app = opened(PAGE, table="marts.nonsense")
    assert "nonsense" in app.error[0].value and "fct_evaluations" in shown(app)


def test_a_generation_without_a_dictionary_says_what_to_do(
    home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    older = Home(tmp_path / "older")
    shutil.copytree(home.root, older.root)
    generation = current(older)
    assert generation is not None
    with duckdb.connect(str(generation.path)) as database:
        database.execute("DROP SCHEMA dictionary CASCADE")
    monkeypatch.setenv("JIXIAO_HOME", str(older.root))
    app = opened(PAGE)
    assert "jixiao build" in app.info[0].value and not app.error
