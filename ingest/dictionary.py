"""The data dictionary: what dbt knows of the tables it has built, kept in the generation that it speaks of.

Schema `dictionary` of the working file is written anew by each build from dbt's artifacts (`manifest.json`,
`run_results.json`) and the database's own column types. It is published with the marts, so that the pages show what is
true of the data they show, also after a rollback.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

Row = dict[str, Any]

TABLES: dict[str, dict[str, pa.DataType]] = {
    "tables": {
        "table_id": pa.string(),
        "layer": pa.string(),
        "table_name": pa.string(),
        "description": pa.string(),
        "definition": pa.string(),
        "unit_test_count": pa.int32(),
        "built_at": pa.timestamp("us"),
    },
    "columns": {
        "table_id": pa.string(),
        "column_no": pa.int32(),
        "column_name": pa.string(),
        "data_type": pa.string(),
        "unit": pa.string(),
        "description": pa.string(),
    },
    "caveats": {"table_id": pa.string(), "column_name": pa.string(), "caveat": pa.string(), "description": pa.string()},
    "dependencies": {"table_id": pa.string(), "reads_id": pa.string()},
    "checks": {
        "table_id": pa.string(),
        "column_name": pa.string(),
        "check_name": pa.string(),
        "kind": pa.string(),
        "enforced_by": pa.string(),
        "argument": pa.string(),
        "description": pa.string(),
        "result": pa.string(),
        "failure_count": pa.int32(),
    },
}
"""The tables of schema `dictionary`; a `table_id` is layer and name, `marts.fct_evaluations`."""

UNITS = (
    (re.compile(r"_wan$"), "wan"),
    (re.compile(r"_(rate|share)$"), "fraction"),
    (re.compile(r"(^|_)(score|weight|deduction)$"), "points"),
    (re.compile(r"_count$"), "count"),
    (re.compile(r"_no$"), "ordinal"),
    (re.compile(r"_year$"), "year"),
    (re.compile(r"^days_"), "days"),
)
"""What a column's name says of its unit, by the contract; `meta: {unit: …}` says it where the name does not."""

_RELATIONS = ("model", "seed")
_PASSED = {"success": "pass"}
_SURROUNDING = ("model", "column_name")
_NAMED_TABLE = re.compile(r"ref\('(\w+)'\)")


def write(work_file: Path, artifacts: Path) -> None:
    """Put the dictionary of the build whose artifacts these are into its working file."""
    manifest = json.loads((artifacts / "manifest.json").read_text(encoding="utf-8"))
    results = json.loads((artifacts / "run_results.json").read_text(encoding="utf-8"))
    rows = described(manifest, results)
    with duckdb.connect(str(work_file)) as connection:
        rows["columns"] = list(_columns(connection, manifest))
        connection.execute("CREATE SCHEMA IF NOT EXISTS dictionary")
        for name, columns in TABLES.items():
            connection.register("incoming", pa.Table.from_pylist(rows[name], schema=pa.schema(columns)))
            connection.execute(f"CREATE OR REPLACE TABLE dictionary.{name} AS SELECT * FROM incoming")
            connection.unregister("incoming")


def described(manifest: Mapping[str, Any], results: Mapping[str, Any]) -> dict[str, list[Row]]:
    """The rows of all dictionary tables but `columns`, whose types only the database knows."""
    ids = {key: _table_id(node) for key, node in _relations(manifest)}
    outcomes = {result["unique_id"]: result for result in results["results"]}
    unit_tests: dict[str, int] = {}
    for test in manifest["unit_tests"].values():
        for key in test["depends_on"]["nodes"]:
            unit_tests[key] = unit_tests.get(key, 0) + 1
    tables: list[Row] = []
    dependencies: list[Row] = []
    caveats: list[Row] = []
    checks: list[Row] = []
    for key, node in _relations(manifest):
        tables.append(
            {
                "table_id": ids[key],
                "layer": _layer(node),
                "table_name": node["name"],
                "description": node["description"] or None,
                "definition": node.get("raw_code") or None,
                "unit_test_count": unit_tests.get(key, 0),
                "built_at": _finished(outcomes.get(key)),
            }
        )
        for read in dict.fromkeys(node.get("depends_on", {}).get("nodes", [])):
            if read in ids:
                dependencies.append({"table_id": ids[key], "reads_id": ids[read]})
        caveats += _caveats(ids[key], node, manifest["docs"])
        checks += _constraints(ids[key], node, _result(outcomes.get(key)))
    for key, node in manifest["nodes"].items():
        if node["resource_type"] == "test":
            checks += _tests(node, outcomes.get(key), ids)
    return {"tables": tables, "dependencies": dependencies, "caveats": caveats, "checks": checks}


def _relations(manifest: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for key, node in manifest["nodes"].items():
        if node["resource_type"] in _RELATIONS:
            yield key, node
    yield from manifest["sources"].items()


def _layer(node: Mapping[str, Any]) -> str:
    return str(node["schema"])


def _table_id(node: Mapping[str, Any]) -> str:
    return f"{_layer(node)}.{node['name']}"


def _result(outcome: Mapping[str, Any] | None) -> str | None:
    if outcome is None:
        return None
    return _PASSED.get(outcome["status"], str(outcome["status"]))


def _finished(outcome: Mapping[str, Any] | None) -> Any:
    timing = outcome["timing"] if outcome else []
    return pa.scalar(timing[-1]["completed_at"][:26]).cast(pa.timestamp("us")).as_py() if timing else None


def _caveats(table_id: str, node: Mapping[str, Any], docs: Mapping[str, Any]) -> Iterator[Row]:
    """What to know before using a table or column: `meta: {caveats: […]}` names docs blocks, so that one text serves
    many tables. Raises KeyError for a name that no block has."""
    said = {block["name"]: block["block_contents"].strip() for block in docs.values()}
    places = [(None, node)] + [(name, column) for name, column in node["columns"].items()]
    for column_name, place in places:
        for caveat in place["config"].get("meta", {}).get("caveats", []):
            yield {"table_id": table_id, "column_name": column_name, "caveat": caveat, "description": said[caveat]}


def _constraints(table_id: str, node: Mapping[str, Any], result: str | None) -> Iterator[Row]:
    """What the database itself refuses while the table is built."""
    given = [(None, constraint) for constraint in node.get("constraints", [])]
    given += [(name, constraint) for name, column in node["columns"].items() for constraint in column["constraints"]]
    for column_name, constraint in given:
        yield {
            "table_id": table_id,
            "column_name": column_name,
            "check_name": constraint.get("name"),
            "kind": constraint["type"],
            "enforced_by": "constraint",
            "argument": constraint.get("expression") or ", ".join(constraint.get("columns") or []) or None,
            "result": result,
        }


def _tests(node: Mapping[str, Any], outcome: Mapping[str, Any] | None, ids: Mapping[str, str]) -> Iterator[Row]:
    """A test on the table that it is written at, or, written by itself, on each table that it reads."""
    generic = node.get("test_metadata")
    row = {
        "check_name": node["name"],
        "enforced_by": "test",
        "description": node["description"] or None,
        "result": _result(outcome),
        "failure_count": outcome["failures"] if outcome else None,
    }
    keys = [node["attached_node"]] if generic else node["depends_on"]["nodes"]
    for table_id in (ids[key] for key in keys if key in ids):
        for column_name, kind, argument in _held(node, generic):
            held = {"column_name": column_name, "kind": kind, "argument": argument}
            yield {"table_id": table_id} | row | held


def _held(node: Mapping[str, Any], generic: Mapping[str, Any] | None) -> Iterator[tuple[str | None, str, str | None]]:
    """What one test holds: (column, kind, argument); `valid_columns` holds much at once."""
    if generic is None:
        yield None, "own_query", None
    elif generic["name"] == "valid_columns":
        given = generic["kwargs"]
        yield from ((column, "not_null", None) for column in given.get("not_null", ()))
        yield from ((column, "finite", None) for column in given.get("finite", ()))
        yield from (
            (column, "accepted_values", ", ".join(values)) for column, values in given.get("accepted", {}).items()
        )
    else:
        yield node.get("column_name"), generic["name"], _argument(generic["kwargs"])


def _argument(given: Mapping[str, Any]) -> str | None:
    """What a generic test was given, in one line: the values, the columns, or the column that it must be found in."""
    told = {name: value for name, value in given.items() if name not in _SURROUNDING}
    if "to" in told:
        named = _NAMED_TABLE.search(str(told["to"]))
        return f"{named[1] if named else told['to']}.{told['field']}"
    lines = [", ".join(map(str, value)) if isinstance(value, list) else str(value) for value in told.values()]
    return "; ".join(lines) or None


def _columns(connection: duckdb.DuckDBPyConnection, manifest: Mapping[str, Any]) -> Iterator[Row]:
    """Every column of every table there is, with what is said of it."""
    nodes = {_table_id(node): node for _, node in _relations(manifest)}
    found = connection.execute(
        "SELECT schema_name || '.' || table_name, column_index, column_name, data_type "
        "FROM duckdb_columns() ORDER BY ALL"
    ).fetchall()
    for table_id, number, name, data_type in found:
        if table_id in nodes:
            said = nodes[table_id]["columns"].get(name, {})
            yield {
                "table_id": table_id,
                "column_no": number,
                "column_name": name,
                "data_type": data_type,
                "unit": said.get("config", {}).get("meta", {}).get("unit") or _unit_of(name, data_type),
                "description": said.get("description") or None,
            }


def _unit_of(column_name: str, data_type: str) -> str | None:
    if not data_type.startswith(("DECIMAL", "DOUBLE", "INTEGER", "BIGINT")):
        return None
    return next((unit for pattern, unit in UNITS if pattern.search(column_name)), None)
