"""Builds without dbt, of the statements that it compiled for the samples: a fifth of the time.

What a mart holds follows from these statements alone, and the tests of data are among them. That dbt runs them, with
contracts and comments, is seen where the samples are refreshed; both ways give the same marts
(`test_end_to_end`).
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import duckdb

from ingest.build import PROJECT, SHOWN_ROWS, Build, Failure
from ingest.home import Home
from ingest.publish import current

COPIED = ("reference", "dictionary")


def like(example: Home) -> Callable[[Home, Path], Build]:
    """What takes the place of `ingest.build.build`; the project is the one that the example was built of."""
    artifacts = example.warehouse / "dbt"
    nodes = json.loads((artifacts / "manifest.json").read_text(encoding="utf-8"))["nodes"]
    results = json.loads((artifacts / "run_results.json").read_text(encoding="utf-8"))["results"]
    statements = [(nodes[result["unique_id"]], result["compiled_code"]) for result in results]
    generation = current(example)
    assert generation is not None

    def build(home: Home, project: Path = PROJECT) -> Build:
        assert project == PROJECT
        failures = []
        with duckdb.connect(str(home.work_file), config={"threads": 1}) as connection:
            connection.execute("DROP SCHEMA IF EXISTS marts CASCADE")
            connection.execute(f"ATTACH '{generation.path}' AS example (READ_ONLY)")
            _copy(connection)
            for node, statement in statements:
                if node["resource_type"] == "model":
                    kind = node["config"]["materialized"]
                    connection.execute(f"CREATE SCHEMA IF NOT EXISTS {node['schema']}")
                    connection.execute(f"CREATE OR REPLACE {kind} {node['relation_name']} AS ({statement})")
                elif node["resource_type"] == "test":
                    rows = connection.sql(statement).limit(SHOWN_ROWS).to_arrow_table().to_pylist()
                    if rows:
                        failures.append(Failure(node["name"], "test", f"{len(rows)} rows", tuple(rows)))
        return Build(tuple(failures), len(statements))

    return build


def _copy(connection: duckdb.DuckDBPyConnection) -> None:
    """What is the same in every home: seeds, and what is said of the tables."""
    tables = connection.execute(
        "SELECT schema_name, table_name FROM duckdb_tables() WHERE database_name = 'example' AND schema_name IN ?",
        [list(COPIED)],
    ).fetchall()
    for schema, table in tables:
        connection.execute(f"CREATE SCHEMA IF NOT EXISTS {schema}")
        connection.execute(f"CREATE OR REPLACE TABLE {schema}.{table} AS FROM example.{schema}.{table}")
