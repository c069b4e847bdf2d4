"""A home refreshed from the real reports, and its marts to ask."""

from __future__ import annotations

import fcntl
import hashlib
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import duckdb
import pytest
import yaml
from click.testing import Result
from typer.testing import CliRunner

from ingest import build as building
from ingest import cli
from ingest.home import Home
from ingest.publish import current
from support import quick_build

ROOT = Path(__file__).resolve().parents[2]
GOLDEN = ROOT / "tests" / "golden"
SEEDS = ROOT.parent / "shared" / "seeds"
SAMPLES = ROOT / "data" / "samples"
SAMPLE_OF = {
    "business_environment": "五华区_优化营商环境专项经费_2024.txt",
    "e_office_terminals": "富民县_e办通采购经费_2025.txt",
    "street_office": "五华区红云街道_行政综合性经费_2024.txt",
    "five_narratives": "临沧市政务服务管理局_五个项目自评报告_2022.txt",
    "government_office": "西山区政府办公室_部门整体与项目自评_2024.txt",
}
WHOLE_BUILD = building.build
NOT_COMPARED = {
    "dim_documents": ("received_at", "filed_month"),
    "fct_evaluation_versions": ("known_from", "known_to"),
    "fct_finding_versions": ("known_from", "known_to"),
}


@cache
def golden(stem: str) -> dict[str, Any]:
    """What was read by hand in a document."""
    expected: dict[str, Any] = yaml.safe_load((GOLDEN / f"{stem}.yml").read_text(encoding="utf-8"))
    return expected


def jixiao(*arguments: str | Path, check: bool = True) -> subprocess.CompletedProcess[str]:
    """Run the console script of this environment."""
    command = [str(Path(sys.executable).parent / "jixiao"), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=check, timeout=300)


def run(*arguments: str | Path, code: int = 0) -> Result:
    """The same in this process, which parses the dbt project but once."""
    result = CliRunner().invoke(cli.app, [str(argument) for argument in arguments])
    assert result.exit_code == code, result.output
    return result


@contextmanager
def published(home: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """The generation that counts, to read; attached, since the dashboard may hold it open with limits of its own."""
    generation = current(Home(home))
    assert generation is not None
    with duckdb.connect() as connection:
        connection.execute(f"ATTACH '{generation.path}' AS generation (READ_ONLY)")
        connection.execute("USE generation.marts")
        yield connection


@dataclass(frozen=True)
class Marts:
    """The published marts of a home. `are_seeds`: of the real documents, not of the samples."""

    home: Path
    are_seeds: bool

    def rows(self, sql: str) -> list[dict[str, Any]]:
        with published(self.home) as connection:
            cursor = connection.execute(sql)
            names = [column[0] for column in cursor.description or []]
            return [
                {
                    name: float(value) if type(value).__name__ == "Decimal" else value
                    for name, value in zip(names, row, strict=True)
                }
                for row in cursor.fetchall()
            ]

    def document(self, stem: str, sha256: str) -> str:
        """The document of a golden file: the seed with these bytes, or the sample with the same figures."""
        if self.are_seeds:
            return sha256
        return hashlib.sha256((SAMPLES / SAMPLE_OF[stem]).read_bytes()).hexdigest()


def contents(home: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every mart's rows in a fixed order, without the moments at which files came in."""
    with published(home) as connection:
        names = connection.execute(
            "SELECT table_name FROM information_schema.tables WHERE table_schema = 'marts' ORDER BY 1"
        ).fetchall()
        assert len(names) >= 13
        return {
            name: connection.execute(
                f"SELECT * EXCLUDE ({', '.join(NOT_COMPARED[name])}) FROM marts.{name} ORDER BY ALL"
                if name in NOT_COMPARED
                else f"SELECT * FROM marts.{name} ORDER BY ALL"
            ).fetchall()
            for (name,) in names
        }


def refreshed(source: Path, temporary: pytest.TempPathFactory) -> Marts:
    """A home refreshed from a folder of reports, once for the whole test run; who changes it takes a copy.

    The samples are built by dbt, any other folder from what dbt compiled for them.
    """
    build = WHOLE_BUILD if source == SAMPLES else quick_build.like(Home(refreshed(SAMPLES, temporary).home))
    base = temporary.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    home = shared / f"home_of_{source.name}"
    with (shared / f"{home.name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if current(Home(home)) is None:
            with pytest.MonkeyPatch.context() as patch:
                patch.setattr(building, "build", build)
                run("refresh", source, "--home", home)
    return Marts(home, source == SEEDS)
