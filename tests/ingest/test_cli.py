"""The command as scripts use it: exit status, output, messages."""

from __future__ import annotations

import hashlib
import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest
from click.testing import Result
from typer.testing import CliRunner

from ingest import build as building
from ingest import cli, publish
from ingest.home import Home

pytestmark = pytest.mark.usefixtures("simple_forms")
Write = Callable[..., Path]
Run = Callable[..., Result]


@pytest.fixture
def run(home: Home, project: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Call the command on the test's home, with the small dbt project."""
    monkeypatch.setattr(building.build, "__defaults__", (project,))
    monkeypatch.setenv("JIXIAO_HOME", str(home.root))

    def run(*arguments: str | Path) -> Result:
        result = CliRunner().invoke(cli.app, [str(argument) for argument in arguments])
        assert result.exception is None or isinstance(result.exception, SystemExit)
        return result

    return run


def test_refresh_loads_builds_and_publishes(run: Run, write: Write, tmp_path: Path) -> None:
    write("a.txt", "one", "1.50")
    result = run("refresh", tmp_path / "reports")
    assert result.exit_code == 0
    assert "1 loaded, 0 partial, 0 rejected" in result.output
    assert "Published generation" in result.output
    rows = run("sql", "SELECT value_text, amount_wan, received_on FROM amounts", "--format", "json")
    assert json.loads(rows.stdout, parse_float=Decimal) == [
        {"value_text": "1.50", "amount_wan": Decimal("1.5"), "received_on": "2025-06-01"}
    ]


def test_refresh_of_the_inbox_and_again_without_a_change(run: Run, home: Home) -> None:
    (home.inbox / "a.txt").write_text("one\n1")
    assert run("refresh").exit_code == 0
    before = publish.current(home)
    result = run("refresh")
    assert result.exit_code == 0
    assert "Nothing has changed" in result.output
    assert publish.current(home) == before


def test_something_rejected_is_1_also_when_it_is_known(run: Run, write: Write, tmp_path: Path, home: Home) -> None:
    write("a.txt", "one", "1")
    write("b.txt", "nothing")
    for _ in range(2):
        result = run("refresh", tmp_path / "reports")
        assert result.exit_code == 1
        assert "rejected" in result.output and "b.txt: 未识别到" in result.output
        assert "jixiao status --only rejected --only partial" in result.output, "what to do next is told"
    assert publish.current(home) is not None
    status = run("status")
    assert status.exit_code == 0
    assert "1 loaded, 0 partial, 1 rejected" in status.output
    assert "a.txt  1 report" in status.output


def test_status_lists_what_to_look_at_first_and_alone_where_that_is_asked(run: Run, write: Write) -> None:
    bad, good = write("z.txt", "nothing"), write("a.txt", "one", "1")
    run("refresh", bad, good)
    everything = run("status").output
    assert everything.index("z.txt") < everything.index("a.txt")
    assert all(hashlib.sha256(path.read_bytes()).hexdigest()[:12] in everything for path in (bad, good))
    rejected = run("status", "--only", "rejected").output
    assert "z.txt" in rejected and "a.txt" not in rejected and "1 loaded, 0 partial, 1 rejected" in rejected


def test_wrong_usage_is_2(run: Run, write: Write, tmp_path: Path) -> None:
    missing = run("refresh", tmp_path / "nowhere")
    assert missing.exit_code == 2
    assert "nowhere" in missing.output
    assert run("refresh", "--no-such-option").exit_code == 2
    write("a.txt", "one", "1")
    assert run("refresh", tmp_path / "reports").exit_code == 0
    for statement in ("SELECT 1; SELECT 2", "DROP TABLE amounts", "SELECT nope FROM amounts", "SELEC"):
        refused = run("sql", statement)
        assert refused.exit_code == 2
        assert refused.stdout == ""


def test_a_failing_test_publishes_nothing_and_is_3(run: Run, write: Write, home: Home) -> None:
    assert run("refresh", write("a.txt", "one", "1")).exit_code == 0
    before = publish.current(home)
    result = run("refresh", write("b.txt", "two", "5000"))
    assert result.exit_code == 3
    assert "amounts_are_small" in result.output and "value_text=5000" in result.output
    assert "stays in force" in result.output
    assert publish.current(home) == before
    assert run("sql", "SELECT max(amount_wan) AS m FROM amounts", "--format", "json").stdout == '[\n{"m": 1}\n]\n'
    assert run("build").exit_code == 3


def test_nothing_to_load_and_nothing_published_is_3(run: Run) -> None:
    result = run("refresh")
    assert result.exit_code == 3
    assert "no reports were found" in result.output
    assert run("sql", "SELECT 1").exit_code == 3


def test_ingest_and_build_are_the_two_halves(run: Run, write: Write, home: Home) -> None:
    assert run("ingest", write("a.txt", "one", "1")).exit_code == 0
    assert publish.current(home) is None
    assert run("build").exit_code == 0
    assert publish.current(home) is not None


def test_a_busy_home_is_3_with_a_clear_word(
    run: Run, home: Home, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ingest.home.LOCK_WAIT_SECONDS", 0.1)
    with home.writing():
        result = run("refresh", write("a.txt", "one", "1"))
    assert result.exit_code == 3
    assert "in use by another jixiao" in result.output


def test_status_does_not_wait_for_a_run_that_is_going_on(run: Run, home: Home, write: Write) -> None:
    with home.writing():
        empty = run("status")
    assert empty.exit_code == 0
    assert "another jixiao is at work here (process" in empty.output and "documents   none" in empty.output
    run("refresh", write("a.txt", "one", "1"))
    run("ingest", write("b.txt", "two", "2"))
    assert "2 loaded" in run("status").output
    started = time.monotonic()
    with home.writing(), duckdb.connect(str(home.work_file)):
        busy = run("status")
    assert time.monotonic() - started < 5
    assert busy.exit_code == 0
    assert "1 loaded" in busy.output and "a.txt" in busy.output and "b.txt" not in busy.output
    published = publish.current(home)
    assert published is not None and f"listed is generation {published.id}" in busy.output
    with home.reading() as writer:
        assert writer is None, "two that look do not stand in each other's way"
        assert "at work" not in run("status").output


def test_status_of_a_home_that_a_killed_run_has_just_begun(run: Run, home: Home) -> None:
    duckdb.connect(str(home.work_file)).close()
    status = run("status")
    assert status.exit_code == 0 and "0 loaded, 0 partial, 0 rejected" in status.output


def test_status_tells_what_another_try_may_read(run: Run, write: Write) -> None:
    assert run("ingest", write("a.txt", "crash")).exit_code == 1
    assert "Reading failed on 1; to try again: jixiao refresh --retry" in run("status").output
    retried = run("refresh", "--retry", write("a.txt", "crash"))
    assert "(0 known before)" in retried.output
    run("withdraw", hashlib.sha256(b"crash").hexdigest(), "--no-build")
    assert "Reading failed" not in run("status").output


def test_sql_tells_by_its_exit_status_what_became_of_the_question(run: Run, write: Write) -> None:
    run("refresh", write("a.txt", "one", "1"))
    slow = "SELECT count(*) FROM range(100000000) AS a, range(100000) AS b WHERE a.range * b.range % 7 = 3"
    stopped = run("sql", slow, "--timeout", "0.3")
    assert stopped.exit_code == 3 and "longer than allowed" in stopped.output
    big = "SELECT list(a.range ORDER BY hash(a.range)) FROM range(400000000) AS a"
    swollen = run("sql", big)
    assert swollen.exit_code == 3 and "more memory than it may" in swollen.output
    for wrong in ("SELECT 'x'::INTEGER", "SELECT nope FROM amounts", "SELEC", "DELETE FROM amounts"):
        assert run("sql", wrong).exit_code == 2
    cut = run("sql", "SELECT * FROM range(3)", "--limit", "2")
    assert cut.exit_code == 1
    assert run("sql", "SELECT * FROM range(3)", "--limit", "3").exit_code == 0


def test_sql_formats(run: Run, write: Write, tmp_path: Path) -> None:
    run("refresh", write("a.txt", "one", "1"))
    statement = (
        "SELECT 1.250::DECIMAL(20,6) AS d, 100::DECIMAL(9,4) AS whole, "
        "12345678901234567890.12345678::DECIMAL(38,8) AS big, "
        "sum(1) AS n, 0.5::DOUBLE AS f, 'nan'::DOUBLE AS nan, NULL AS nothing, true AS yes, '引号\"' AS text, "
        "DATE '2024-12-31' AS day, [1, 2] AS list"
    )
    answer = run("sql", statement, "--format", "json").stdout
    assert "12345678901234567890.12345678" in answer
    assert json.loads(answer) == [
        {
            **{"d": 1.25, "whole": 100, "big": 12345678901234567890.12345678, "n": 1, "f": 0.5, "nan": None},
            **{"nothing": None, "yes": True, "text": '引号"', "day": "2024-12-31", "list": [1, 2]},
        }
    ]
    assert run("sql", "SELECT 1 AS a WHERE false", "--format", "json").stdout == "[\n]\n"
    assert run("sql", "SELECT 1 AS a, [1, NULL] AS b", "--format", "csv").stdout == 'a,b\n1,"[1, null]"\n'
    target = tmp_path / "rows.csv"
    assert run("sql", "SELECT '五华区' AS 地区", "--format", "csv", "--out", target).stdout == ""
    assert target.read_text(encoding="utf-8") == "地区\n五华区\n"
    table = run("sql", "SELECT '五华区' AS region_name, 1.50 AS amount_wan").stdout
    assert "region_name" in table and "五华区" in table and "1.5" in table
    cut = run("sql", "SELECT * FROM range(5) AS t(n)", "--limit", "2", "--format", "csv")
    assert cut.stdout == "n\n0\n1\n"
    assert "first 2 rows" in cut.stderr


def test_the_installed_command_as_a_script_sees_it(tmp_path: Path) -> None:
    """In a process of its own, piped."""
    command = [str(Path(sys.executable).with_name("jixiao"))]
    environment = os.environ | {"JIXIAO_HOME": str(tmp_path / "home")}
    answer = subprocess.run([*command, "--help"], capture_output=True, text=True, env=environment, cwd=tmp_path)
    assert answer.returncode == 0
    for name in ("refresh", "ingest", "build", "serve", "sql", "status"):
        assert name in answer.stdout
    answer = subprocess.run([*command, "status"], capture_output=True, text=True, env=environment, cwd=tmp_path)
    assert answer.returncode == 0 and "nothing yet" in answer.stdout


def test_serve_says_when_the_port_is_taken(run: Run) -> None:
    with socket.socket() as taken:
        taken.bind(("localhost", 0))
        taken.listen()
        result = run("serve", "--port", str(taken.getsockname()[1]))
    assert result.exit_code == 2
    assert "--port" in result.output
