"""What goes wrong under a page leaves a clear message and a page that works."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest
from published_fixture import build
from streamlit.testing.v1 import AppTest
from test_pages import opened
from test_sql_page import run

import dashboard
from dashboard.access import Limits, gate
from ingest.publish import publish

SCRIPTS = sorted(
    path.relative_to(Path(dashboard.__file__).parent).as_posix()
    for path in Path(dashboard.__file__).parent.glob("views/*/page.py")
)


@pytest.fixture(scope="module")
def empty_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A published home with every mart and not one report."""
    home = build(tmp_path_factory.mktemp("empty"))
    with duckdb.connect(str(home.work_file)) as connection:
        tables = connection.sql("SELECT table_name FROM duckdb_tables() WHERE schema_name = 'marts'").fetchall()
        assert tables
        for (name,) in tables:
            connection.execute(f"DELETE FROM marts.{name}")
    publish(home)
    return home.root


@pytest.mark.parametrize("script", [None, *SCRIPTS])
def test_an_empty_warehouse_leaves_every_page_working(
    script: str | None, empty_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JIXIAO_HOME", str(empty_home))
    app = opened(script)
    assert (app.title or app.info) and not app.error


def test_a_generation_that_vanishes_under_an_open_page_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = build(tmp_path)
    monkeypatch.setenv("JIXIAO_HOME", str(home.root))
    app = opened()
    assert app.title[0].value == "总览"
    before = gate(home).generation().path
    before.unlink()
    assert app.run().title[0].value == "还没有数据" and not app.exception
    publish(home)
    assert app.run().title[0].value == "总览" and not app.exception


def test_ten_million_rows_are_cut_and_told(published_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JIXIAO_HOME", str(published_home))
    app: AppTest = run("SELECT range AS n FROM range(10000000)")
    assert not app.exception and not app.error
    assert "100,000" in app.warning[0].value
    assert app.dataframe[0].value.shape[0] == 5_000


def test_what_is_cut_is_said_on_the_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Three reports to choose from, two rows that may be fetched."""
    home = build(tmp_path)
    monkeypatch.setenv("JIXIAO_HOME", str(home.root))
    monkeypatch.setattr(gate(home), "limits", Limits(rows=2))
    assert any("只取了前 2 行" in warning.value for warning in opened("views/project/page.py").warning)
