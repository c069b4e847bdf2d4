"""What the READMEs and the pages of docs say of the command line is there: commands, options, values, exit codes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.testing import CliRunner

from ingest import cli
from ingest.commands import shared
from support.marts import ROOT

READMES = (ROOT / "README.md", ROOT / "README.zh-CN.md")
PAGES = (*READMES, *sorted((ROOT / "docs").glob("*.md")))
APP: Any = typer.main.get_command(cli.app)
_CODE = re.compile(r"`+([^`]+)`+")
_OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]*")
_ROW = re.compile(r"^\| `jixiao ([a-z]+)", re.MULTILINE)


def commands() -> dict[str, Any]:
    """Every command by its words: sql, roster show."""
    found: dict[str, Any] = {}
    for name, command in APP.commands.items():
        inner = getattr(command, "commands", {})
        found |= {name: command} | {f"{name} {word}": part for word, part in inner.items()}
    return found


def mentions(text: str) -> Iterator[tuple[str, str]]:
    """(command, words behind it) wherever code calls one; in a row of a table the options beside it belong to it."""
    is_block = False
    for line in text.replace("\\|", "¦").splitlines():
        is_block = is_block != line.startswith("```")
        codes = [line] if is_block else _CODE.findall(line)
        called = [code.strip() for code in codes if re.match(r"(?:\.venv/bin/)?jixiao [a-z]", code.strip())]
        for code in called:
            words = code.split("jixiao ", 1)[1].split("#")[0]
            name = " ".join(words.split()[:2])
            command = name if name in commands() else words.split()[0]
            beside = " ".join(codes[1:]) if line.startswith("| `jixiao") else ""
            yield command, f"{words} {beside}"


def options(command: Any) -> dict[str, Any]:
    inner = getattr(command, "commands", {}).values()
    given = [option for each in (command, *inner) for option in each.params]
    return {name: option for option in given for name in (*option.opts, *option.secondary_opts)}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_commands_options_and_values_that_are_written_down_exist(page: Path) -> None:
    for name, words in mentions(page.read_text(encoding="utf-8")):
        assert name in commands(), name
        known = options(commands()[name])
        for option in _OPTION.findall(words):
            assert option in known or option == "--help", f"jixiao {name} {option}"
        for option, values in re.findall(r"(--[a-z-]+) ([a-z]+(?:¦[a-z]+)+)", words):
            told = CliRunner().invoke(cli.app, [*name.split(), "--help"]).output
            assert option in told and all(value in told for value in values.split("¦"))


@pytest.mark.parametrize("readme", READMES, ids=lambda page: page.name)
def test_every_command_and_exit_code_stands_in_both_readmes(readme: Path) -> None:
    text = readme.read_text(encoding="utf-8")
    assert set(_ROW.findall(text)) == set(APP.commands)
    codes = re.findall(r"^\| (\d) \|", text, re.MULTILINE)
    assert list(map(int, codes)) == [0, shared.PARTLY, shared.WRONG_USAGE, shared.NOT_PUBLISHED]


def test_environment_variables_and_make_targets_exist() -> None:
    text = "\n".join(page.read_text(encoding="utf-8") for page in PAGES)
    code = "\n".join(
        path.read_text(encoding="utf-8") for folder in ("ingest", "dashboard") for path in (ROOT / folder).rglob("*.py")
    )
    variables = set(re.findall(r"\bJIXIAO_[A-Z_]+", text))
    assert "JIXIAO_HOME" in variables
    assert {name for name in variables if f'"{name}"' not in code} == set()
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    named = {target for span in _CODE.findall(text) for target in re.findall(r"^make ([a-z-]+)", span)}
    assert "run" in named and named <= targets


def test_wrong_usage_is_told_by_its_exit_code() -> None:
    for arguments in (["sql"], ["check", "/no/such/file"], ["refresh", "--no-such-option"]):
        assert CliRunner().invoke(cli.app, arguments).exit_code == shared.WRONG_USAGE
