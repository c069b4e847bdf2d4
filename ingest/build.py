"""Build: dbt turns raw rows into marts inside the working file, and tests them.

dbt runs in this process and writes only into the home's warehouse, never into the checkout; what it reads out of the
project is kept apart (see `manifests`).
"""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import duckdb

from ingest import manifests
from ingest.home import CHECKOUT, Home

if TYPE_CHECKING:
    from dbt.cli.main import dbtRunnerResult
    from dbt.contracts.graph.manifest import Manifest

PROJECT = CHECKOUT / "dbt_project"
SHOWN_ROWS = 5
BUILD = ("build", "--exclude-resource-type=unit_test")
_INPUTS = (
    *("documents", "document_names", "document_places"),
    *("corrections", "review_decisions", "review_settings", "roster"),
)


@dataclass(frozen=True, slots=True)
class Failure:
    """One model or test that did not pass: what dbt says, and for a test up to `SHOWN_ROWS` rows that break it."""

    name: str
    kind: str
    message: str
    rows: tuple[dict[str, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class Build:
    """The result of a build; nothing may be published while there are failures."""

    failures: tuple[Failure, ...]
    node_count: int

    @property
    def passed(self) -> bool:
        return not self.failures


def inputs(home: Home) -> str:
    """A fingerprint of all that the marts follow from: the loaded documents, what persons said of
    them and of the rules, and the dbt project."""
    digest = hashlib.sha256()
    with duckdb.connect(str(home.work_file), read_only=True) as connection:
        for table in _INPUTS:
            digest.update(repr(connection.sql(f"SELECT * FROM raw.{table} ORDER BY ALL").fetchall()).encode())
    digest.update(manifests.fingerprint(PROJECT).encode())
    return digest.hexdigest()


def build(home: Home, project: Path = PROJECT) -> Build:
    """Run all models and test their data. The caller holds the home's lock.

    Unit tests speak of the models' code, not of a home's data: the project's own tests run them. What dbt knows of the
    marts lies beside them afterwards (see `dictionary`).
    """
    _forget_marts(home)
    answer = dbt(home, project, *BUILD)
    if answer.exception is not None:
        return Build((Failure("dbt", "project", str(answer.exception).strip()),), 0)
    results: list[Any] = list(getattr(answer.result, "results", ()))
    failures = [_failure(home, result) for result in results if result.status in ("error", "fail", "runtime error")]
    if not answer.success and not failures:
        failures.append(Failure("dbt", "project", f"dbt did not succeed; see {home.logs / 'dbt.log'}"))
    if not failures:
        from ingest import dictionary  # Not above: only a build needs its tables, and reading starts sooner without.

        dictionary.write(home.work_file, _artifacts(home))
    return Build(tuple(failures), len(results))


def dbt(home: Home, project: Path, *command: str) -> dbtRunnerResult:
    """Run a command of dbt on the home's working file."""
    os.environ["JIXIAO_WORKFILE"] = str(home.work_file)
    try:
        manifest = manifests.manifest(project, lambda: _parse(home, project))
        return _invoke(home, project, *command, manifest=manifest)
    except _NotParsed as failed:
        return failed.answer
    finally:
        _let_go_of_work_file()


class _NotParsed(Exception):
    def __init__(self, answer: dbtRunnerResult) -> None:
        self.answer = answer


def _parse(home: Home, project: Path) -> Manifest:
    answer = _invoke(home, project, "parse", "--no-write-json")
    if answer.exception is not None:
        raise _NotParsed(answer)
    return cast("Manifest", answer.result)


def _invoke(home: Home, project: Path, *command: str, manifest: Manifest | None = None) -> dbtRunnerResult:
    from dbt.cli.main import dbtRunner

    return dbtRunner(manifest).invoke(
        [
            *("--no-send-anonymous-usage-stats", "--no-version-check", "--no-use-colors"),
            *("--log-level=none", "--log-level-file=info", f"--log-path={home.logs}"),
            *command,
            *(f"--project-dir={project}", f"--profiles-dir={project}", f"--target-path={_artifacts(home)}"),
        ]
    )


def _artifacts(home: Home) -> Path:
    return home.warehouse / "dbt"


def _failure(home: Home, result: Any) -> Failure:
    node = result.node
    kind = str(node.resource_type)
    rows = _breaking_rows(home, node.compiled_code) if result.status == "fail" and kind == "test" else ()
    return Failure(node.name, kind, str(result.message or result.status).strip(), rows)


def _breaking_rows(home: Home, sql: str | None) -> tuple[dict[str, Any], ...]:
    if not sql:
        return ()
    with duckdb.connect(str(home.work_file), read_only=True) as connection:
        rows = connection.sql(sql).limit(SHOWN_ROWS).to_arrow_table().to_pylist()
        return tuple(rows)


def _forget_marts(home: Home) -> None:
    """Marts are built anew each time, so that one which the project no longer has is not published again."""
    with duckdb.connect(str(home.work_file)) as connection:
        connection.execute("DROP SCHEMA IF EXISTS marts CASCADE")


def _let_go_of_work_file() -> None:
    """dbt-duckdb keeps its connection for the next run in this process; others need the file now."""
    from dbt.adapters.duckdb.connections import DuckDBConnectionManager

    DuckDBConnectionManager.close_all_connections()
