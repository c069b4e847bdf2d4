"""The dbt project's models outside dbt: their SQL over tables of a connection, in the order in which they are asked."""

from __future__ import annotations

import duckdb
import jinja2
import yaml

from .marts import ROOT

_PROJECT = ROOT / "dbt_project"


def materialise(connection: duckdb.DuckDBPyConnection, *names: str) -> None:
    """Make a table of each model; what it refers to has to be there under its own name."""
    for name in names:
        connection.execute(f"CREATE OR REPLACE TABLE {name} AS {_statement(name)}")


def view_marts(connection: duckdb.DuckDBPyConnection, *names: str) -> None:
    """Make a view of each model in schema `marts`, of what lies there."""
    for name in names:
        connection.execute(f"CREATE OR REPLACE VIEW marts.{name} AS {_statement(name, 'marts.')}")


def _statement(name: str, schema: str = "") -> str:
    said = yaml.safe_load((_PROJECT / "dbt_project.yml").read_text(encoding="utf-8"))
    environment = jinja2.Environment(extensions=["jinja2.ext.do"])
    environment.globals |= {"ref": lambda other: f"{schema}{other}", "var": said["vars"].get, "config": lambda **_: ""}
    for path in sorted((_PROJECT / "macros").glob("*.sql")):
        environment.globals |= _macros(environment, path.read_text(encoding="utf-8"))
    [path] = (_PROJECT / "models").glob(f"*/{name}.sql")
    return environment.from_string(path.read_text(encoding="utf-8")).render()


def _macros(environment: jinja2.Environment, source: str) -> dict[str, object]:
    return {name: macro for name, macro in vars(environment.from_string(source).module).items() if name[0] != "_"}
