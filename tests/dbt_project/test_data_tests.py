"""The project's generic data tests are tested themselves: which rows each gives back as broken."""

from __future__ import annotations

from typing import Any

import duckdb
import jinja2

from support.marts import ROOT

GENERIC = ROOT / "dbt_project" / "tests" / "generic"


def broken(name: str, rows: str, **arguments: Any) -> list[dict[str, Any]]:
    """What the test gives back for a table of these rows."""
    environment = jinja2.Environment(extensions=["jinja2.ext.do"])
    source = (GENERIC / f"{name}.sql").read_text(encoding="utf-8").replace("{% test", "{% macro")
    template = environment.from_string(source.replace("endtest", "endmacro"))
    connection = duckdb.connect()
    connection.execute(f"CREATE TABLE model AS {rows}")
    return connection.sql(getattr(template.module, name)("model", **arguments)).pl().to_dicts()


def test_valid_columns_names_what_is_broken_in_a_row() -> None:
    rows = """
        SELECT * FROM (VALUES
            (1, 'a', '0.5'), (2, NULL, NULL), (NULL, 'b', '1'), (4, 'c', 'nan'), (5, 'A', '-infinity')
        ) AS rows (no, kind, rate)
    """
    typed = f"SELECT no, kind, rate::double AS rate FROM ({rows})"
    answer = broken("valid_columns", typed, not_null=["no"], finite=["rate"], accepted={"kind": ["a", "b"]})
    assert [(row["no"], row["broken"]) for row in answer] == [
        (None, "no is null"),
        (4, "rate is not finite, kind is not listed"),
        (5, "rate is not finite, kind is not listed"),
    ]


def test_valid_columns_takes_any_part_of_its_arguments() -> None:
    assert broken("valid_columns", "SELECT 1 AS no, 'x' AS kind", not_null=["no", "kind"]) == []
    assert len(broken("valid_columns", "SELECT 'x' AS kind", accepted={"kind": ["a"]})) == 1


def test_unique_combination_gives_each_repeated_key_once() -> None:
    rows = "SELECT unnest([1, 1, 1, 2, NULL]) AS a, unnest([1, 1, 2, 1, 1]) AS b"
    assert broken("unique_combination", rows, columns=["a", "b"]) == [{"a": 1, "b": 1, "row_count": 2}]
