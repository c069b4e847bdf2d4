"""The roster's command: a template, a roster taken or refused; what was filed on it is tested with dbt's models."""

from __future__ import annotations

from pathlib import Path

from click.testing import Result
from typer.testing import CliRunner

from ingest import cli, roster
from ingest.home import Home


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(cli.app, ["roster", *map(str, arguments)])


def test_a_template_is_written_once(tmp_path: Path) -> None:
    target = tmp_path / "名册.xlsx"
    assert run("template", "--out", target).exit_code == 0 and target.exists()
    again = run("template", "--out", target)
    assert again.exit_code == 2 and "is there already" in again.output
    assert run("template", "--out", tmp_path / "名册.docx").exit_code == 2


def test_a_roster_is_taken_before_anything_is_loaded(home: Home, tmp_path: Path) -> None:
    table = tmp_path / "名册.csv"
    table.write_text("年度,单位名称,联系人\n2024,水务局,甲\n2024,林业局,乙\n", encoding="utf-8")
    done = run("import", table, "--home", home.root)
    assert done.exit_code == 0 and "2 reports are expected" in done.output and "联系人" in done.output
    assert len(roster.read(home).rows) == 2
    assert run("show", "--home", home.root).exit_code == 3


def test_one_with_mistakes_is_refused_row_by_row(home: Home, tmp_path: Path) -> None:
    table = tmp_path / "名册.csv"
    table.write_text("年度,单位名称\n24,水务局\n2024,\n2024,林业局\n", encoding="utf-8")
    done = run("import", table, "--home", home.root)
    assert done.exit_code == 2
    assert "row 2:" in done.output and "was not taken" in done.output
    assert roster.files(home) == []
    assert run("import", tmp_path / "nothing.csv", "--home", home.root).exit_code == 2
