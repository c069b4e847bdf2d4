"""Every public column is described in Chinese and English and has its unit; the published dictionary says the same."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import pytest
import yaml

from support.marts import ROOT, Marts

MODELS = ROOT / "dbt_project" / "models" / "marts"
CHINESE = re.compile(r"[\u4e00-\u9fff]")


@cache
def models() -> dict[str, dict[str, Any]]:
    """What the YAML says of each mart, by its name."""
    found = [yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted(MODELS.glob("*.yml"))]
    return {model["name"]: model for said in found for model in said.get("models", [])}


def undescribed(model: dict[str, Any]) -> list[str]:
    """The table and the columns that lack a description, or one half of it."""
    places = [(model["name"], model), *((column["name"], column) for column in model["columns"])]
    return [name for name, place in places if not is_bilingual(place.get("description"))]


def is_bilingual(text: str | None) -> bool:
    chinese, _separator, english = (text or "").rpartition(" / ")
    return bool(CHINESE.search(chinese)) and bool(re.search(r"[A-Za-z]", english))


def test_every_mart_has_its_yaml() -> None:
    assert set(models()) == {path.stem for path in MODELS.glob("*.sql")}


@pytest.mark.parametrize("name", sorted(path.stem for path in MODELS.glob("*.sql")))
def test_every_table_and_column_is_described_in_both_languages(name: str) -> None:
    assert undescribed(models()[name]) == []


@pytest.mark.parametrize("missing", [None, "", "报告", "Report", " / Report", "报告 / ", "报告 / 报告"])
def test_a_missing_half_is_found(missing: str | None) -> None:
    column = {"name": "report_id"} | ({} if missing is None else {"description": missing})
    model = {"name": "reports", "description": "报告 / Reports", "columns": [column]}
    assert undescribed(model) == ["report_id"]


def test_every_number_has_a_unit(marts: Marts) -> None:
    without = marts.rows(
        """
        SELECT table_id, column_name FROM dictionary.columns
        WHERE table_id LIKE 'marts.%' AND unit IS NULL
            AND regexp_matches(data_type, '^(DECIMAL|DOUBLE|FLOAT|[A-Z]*INT)')
        """
    )
    assert without == []


def test_caveats_are_named_that_exist_and_each_is_needed() -> None:
    text = (MODELS / "caveats.md").read_text(encoding="utf-8")
    written = dict(re.findall(r"{% docs (\w+) %}\n(.*?)\n{% enddocs %}", text, re.DOTALL))
    places = [place for model in models().values() for place in (model, *model["columns"])]
    named = {name for place in places for name in place.get("config", {}).get("meta", {}).get("caveats", [])}
    assert named == set(written)
    assert [name for name, said in written.items() if not is_bilingual(said)] == []


def test_the_published_dictionary_describes_what_was_published(marts: Marts) -> None:
    stored = marts.rows("SELECT table_name, column_name FROM duckdb_columns() WHERE schema_name = 'marts'")
    described = marts.rows(
        """
        SELECT split_part(table_id, '.', 2) AS table_name, column_name, description
        FROM dictionary.columns WHERE table_id LIKE 'marts.%'
        """
    )
    key = ("table_name", "column_name")
    assert {tuple(row[k] for k in key) for row in stored} == {tuple(row[k] for k in key) for row in described}
    assert [row for row in described if not is_bilingual(row["description"])] == []


def test_units_follow_from_names_and_from_what_is_written(marts: Marts) -> None:
    rows = marts.rows("SELECT table_id, column_name, unit FROM dictionary.columns")
    units = {(row["table_id"], row["column_name"]): row["unit"] for row in rows}
    assert units["marts.fct_evaluations", "executed_wan"] == "wan"
    assert units["marts.fct_evaluations", "execution_rate"] == "fraction"
    assert units["marts.fct_indicator_scores", "weight"] == "points"
    assert units["marts.fct_reported_amounts", "value"] == "varies"
    assert units["marts.fct_evaluations", "project_name"] is None


def test_lineage_leads_from_a_mart_to_the_raw_records(marts: Marts) -> None:
    reads: dict[str, set[str]] = {}
    for row in marts.rows("SELECT table_id, reads_id FROM dictionary.dependencies"):
        reads.setdefault(row["table_id"], set()).add(row["reads_id"])
    assert "intermediate.int_counting" in reads["marts.fct_evaluations"]
    seen, front = set[str](), {"marts.fct_evaluations"}
    while front:
        seen |= front
        front = {read for table in front for read in reads.get(table, ())} - seen
    assert {"raw.documents", "raw.amounts", "reference.regions"} <= seen


def test_what_was_published_had_passed_its_checks(marts: Marts) -> None:
    results = marts.rows("SELECT result, count(*) AS checks FROM dictionary.checks GROUP BY result")
    assert {row["result"] for row in results} <= {"pass", "warn"}
    evaluations = marts.rows("SELECT kind FROM dictionary.checks WHERE table_id = 'marts.fct_evaluations'")
    assert {"unique", "not_null", "own_query"} <= {row["kind"] for row in evaluations}
