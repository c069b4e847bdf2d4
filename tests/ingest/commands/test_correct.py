"""Writing a correction needs something to correct; the whole way is tested with dbt's models."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from ingest import cli
from ingest.home import Home

pytestmark = pytest.mark.usefixtures("simple_forms")


def test_an_empty_home_is_told(home: Home) -> None:
    done = CliRunner().invoke(cli.app, ["correct", "0123456789ab", "--home", str(home.root)])
    assert done.exit_code == 3
    assert "jixiao refresh" in done.output


def test_what_names_no_figure_is_wrong_usage(home: Home, write: Callable[..., Path]) -> None:
    CliRunner().invoke(cli.app, ["ingest", str(write("a.txt", "one", "1")), "--home", str(home.root)])
    [archived] = [path for path in home.archive.rglob("*") if path.is_file()]
    for options, told in (
        ([], "names no figure"),
        (["--row", "1", "--field", "title"], "needs its block"),
        (["--measure", "executed"], "jixiao build"),
    ):
        done = CliRunner().invoke(cli.app, ["correct", archived.stem, *options, "--home", str(home.root)])
        assert done.exit_code in (2, 3)
        assert told in done.output
    assert not home.corrections.exists()
