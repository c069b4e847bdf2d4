"""dbt in this process: what passed, what failed and with which rows."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from ingest import build as building
from ingest import load, pipeline
from ingest.home import Home

pytestmark = pytest.mark.usefixtures("simple_forms")


@pytest.fixture
def loaded(home: Home, write: Callable[..., Path]) -> Callable[..., None]:
    def loaded(*lines: str) -> None:
        with duckdb.connect(str(home.work_file)) as connection:
            pipeline.ingest(home, connection, [write("a.txt", *lines)])

    return loaded


def test_a_build_leaves_the_checkout_untouched_and_lets_go_of_the_file(
    home: Home, project: Path, loaded: Callable[..., None]
) -> None:
    loaded("one", "1", "2")
    before = sorted(project.rglob("*"))
    built = building.build(home, project)
    assert built.passed and built.node_count == 2
    assert sorted(project.rglob("*")) == before
    with duckdb.connect(str(home.work_file)) as connection:
        assert connection.sql("SELECT count(*) FROM marts.amounts").fetchall() == [(2,)]


def test_a_failing_test_is_named_with_its_rows(home: Home, project: Path, loaded: Callable[..., None]) -> None:
    loaded("one", *[str(2000 + number) for number in range(8)], "1")
    built = building.build(home, project)
    assert not built.passed
    [failure] = built.failures
    assert (failure.name, failure.kind) == ("amounts_are_small", "test")
    assert "8" in failure.message
    assert len(failure.rows) == building.SHOWN_ROWS
    assert all(row["amount_wan"] > 1000 for row in failure.rows)


def test_a_broken_model_is_named(home: Home, project: Path, loaded: Callable[..., None]) -> None:
    loaded("one", "1")
    (project / "models" / "amounts.sql").write_text("select nonsense from raw.amounts")
    built = building.build(home, project)
    assert [(failure.name, failure.kind) for failure in built.failures] == [("amounts", "model")]
    assert "nonsense" in built.failures[0].message


def test_a_broken_project_is_told(home: Home, project: Path, loaded: Callable[..., None]) -> None:
    loaded("one", "1")
    (project / "models" / "amounts.sql").write_text("select * from {{ ref('missing') }}")
    [failure] = building.build(home, project).failures
    assert "missing" in failure.message


def test_a_mart_that_the_project_no_longer_has_is_gone(home: Home, project: Path, loaded: Callable[..., None]) -> None:
    loaded("one", "1")
    extra = project / "models" / "extra.sql"
    extra.write_text("select 1 as x")
    assert building.build(home, project).passed
    extra.unlink()
    assert building.build(home, project).passed
    with duckdb.connect(str(home.work_file)) as connection:
        assert connection.sql("SELECT table_name FROM duckdb_tables() WHERE schema_name = 'marts'").fetchall() == [
            ("amounts",)
        ]


def test_inputs_change_with_documents_and_with_nothing_else(home: Home, loaded: Callable[..., None]) -> None:
    with duckdb.connect(str(home.work_file)) as connection:
        load.prepare(connection)
    empty = building.inputs(home)
    loaded("one", "1")
    one = building.inputs(home)
    loaded("one", "1")
    assert building.inputs(home) == one != empty
