"""The dictionary of a build: from artifacts written by hand, and from a small project that dbt builds."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import pytest

from ingest import build as building
from ingest import dictionary, pipeline
from ingest.home import Home


def node(name: str, schema: str, **more: Any) -> dict[str, Any]:
    empty = {"description": "", "columns": {}, "config": {}, "constraints": [], "depends_on": {"nodes": []}}
    return {"resource_type": "model", "name": name, "schema": schema, **empty, **more}


def generic_test(name: str, column: str | None, at: str, **arguments: Any) -> dict[str, Any]:
    kwargs = {"model": "{{ ref(…) }}", **({"column_name": column} if column else {}), **arguments}
    return {
        "resource_type": "test",
        "name": f"{name}_{column}",
        "description": "",
        "column_name": column,
        "attached_node": at,
        "test_metadata": {"name": name, "kwargs": kwargs},
    }


FACTS = "model.jixiao.facts"
COLUMN = {"description": "", "config": {}, "constraints": []}
MANIFEST: dict[str, Any] = {
    "nodes": {
        FACTS: node(
            "facts",
            "marts",
            description="事实 / Facts",
            config={"meta": {"caveats": ["mind"]}},
            columns={
                "kind": COLUMN | {"constraints": [{"type": "check", "expression": "kind in ('a', 'b')"}]},
                "part": COLUMN | {"config": {"meta": {"caveats": ["mind"], "unit": "bytes"}}},
            },
            depends_on={"nodes": ["model.jixiao.stg_facts", "source.jixiao.raw.facts"]},
        ),
        "model.jixiao.stg_facts": node("stg_facts", "staging", depends_on={"nodes": ["source.jixiao.raw.facts"]}),
        "test.1": generic_test("unique", "kind", FACTS),
        "test.2": generic_test("accepted_values", "kind", FACTS, values=["a", "b"]),
        "test.3": generic_test("relationships", "kind", FACTS, to="ref('kinds')", field="kind_id"),
        "test.4": {
            "resource_type": "test",
            "name": "assert_facts",
            "description": "相符 / They agree",
            "depends_on": {"nodes": [FACTS, "model.jixiao.stg_facts"]},
        },
    },
    "sources": {"source.jixiao.raw.facts": node("facts", "raw", resource_type="source")},
    "unit_tests": {"u": {"depends_on": {"nodes": [FACTS]}}},
    "docs": {"doc.mind": {"name": "mind", "block_contents": "\n注意 / Mind it\n"}},
}
RESULTS = {
    "results": [
        {"unique_id": FACTS, "status": "success", "failures": None, "timing": []},
        {"unique_id": "test.1", "status": "pass", "failures": 0, "timing": []},
        {"unique_id": "test.4", "status": "warn", "failures": 3, "timing": []},
    ]
}


def test_tables_of_two_layers_may_have_one_name() -> None:
    tables = dictionary.described(MANIFEST, RESULTS)["tables"]
    assert [row["table_id"] for row in tables] == ["marts.facts", "staging.stg_facts", "raw.facts"]
    assert (tables[0]["description"], tables[0]["unit_test_count"]) == ("事实 / Facts", 1)


def test_what_a_table_reads() -> None:
    found = dictionary.described(MANIFEST, RESULTS)["dependencies"]
    assert [(row["table_id"], row["reads_id"]) for row in found] == [
        ("marts.facts", "staging.stg_facts"),
        ("marts.facts", "raw.facts"),
        ("staging.stg_facts", "raw.facts"),
    ]


def test_checks_with_their_results() -> None:
    checks = dictionary.described(MANIFEST, RESULTS)["checks"]
    told = [(row["table_id"], row["kind"], row["enforced_by"], row["argument"], row["result"]) for row in checks]
    assert told == [
        ("marts.facts", "check", "constraint", "kind in ('a', 'b')", "pass"),
        ("marts.facts", "unique", "test", None, "pass"),
        ("marts.facts", "accepted_values", "test", "a, b", None),
        ("marts.facts", "relationships", "test", "kinds.kind_id", None),
        ("marts.facts", "own_query", "test", None, "warn"),
        ("staging.stg_facts", "own_query", "test", None, "warn"),
    ]
    assert checks[-1]["failure_count"] == 3


def test_the_test_of_a_tables_columns_is_told_column_by_column() -> None:
    held = generic_test("valid_columns", None, FACTS, not_null=["kind", "part"], accepted={"kind": ["a", "b"]})
    manifest = MANIFEST | {"nodes": {FACTS: MANIFEST["nodes"][FACTS], "test.1": held}}
    told = [row for row in dictionary.described(manifest, RESULTS)["checks"] if row["enforced_by"] == "test"]
    assert [(row["column_name"], row["kind"], row["argument"], row["result"]) for row in told] == [
        ("kind", "not_null", None, "pass"),
        ("part", "not_null", None, "pass"),
        ("kind", "accepted_values", "a, b", "pass"),
    ]


def test_a_caveat_is_told_where_it_is_named() -> None:
    caveats = dictionary.described(MANIFEST, RESULTS)["caveats"]
    assert [(row["column_name"], row["description"]) for row in caveats] == [
        (None, "注意 / Mind it"),
        ("part", "注意 / Mind it"),
    ]


def test_a_caveat_that_nobody_wrote_is_an_error() -> None:
    without = MANIFEST | {"docs": {}}
    with pytest.raises(KeyError, match="mind"):
        dictionary.described(without, RESULTS)


@pytest.mark.usefixtures("simple_forms")
def test_a_build_leaves_its_dictionary_beside_the_marts(home: Home, project: Path, write: Callable[..., Path]) -> None:
    with duckdb.connect(str(home.work_file)) as connection:
        pipeline.ingest(home, connection, [write("a.txt", "one", "1", "2")])
    assert building.build(home, project).passed
    with duckdb.connect(str(home.work_file), read_only=True) as connection:
        columns = connection.sql(
            "SELECT column_name, unit FROM dictionary.columns WHERE table_id = 'marts.amounts'"
        ).fetchall()
        checks = connection.sql("SELECT table_id, check_name, result FROM dictionary.checks").fetchall()
    assert dict(columns) == {"amount_wan": "wan", "document_id": None, "received_on": None, "value_text": None}
    assert checks == [("marts.amounts", "amounts_are_small", "pass")]
