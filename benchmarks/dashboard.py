"""`make bench-dashboard`: how long the data of each page takes with 2,000,000 rows of indicators, uncached and from the
cache, beside the bare SQL of the same statements, as many rows of it, in the same run.

Each page is run once to learn which statements it asks; then these are asked again, round after round.
"""

from __future__ import annotations

import argparse
import logging
import os
import platform
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

import duckdb
import streamlit as st
from streamlit.testing.v1 import AppTest

from benchmarks import large_home
from dashboard import published
from dashboard.access import QueryFailed, gate
from ingest.home import CHECKOUT, Home

INDICATOR_ROWS = 2_000_000
ROUNDS = 5
AIM_UNCACHED_MS, AIM_CACHED_MS, AIM_RATIO = 300, 100, 1.5
_DASHBOARD = CHECKOUT / "dashboard"

Statement = tuple[str, dict[str, object]]


@dataclass(frozen=True)
class View:
    """A page as it is opened: its script (None: the first page) and what stands in the URL."""

    name: str
    script: str | None
    url: dict[str, str]


@dataclass(frozen=True)
class Measured:
    """Milliseconds for all statements of a view, the best of some rounds: what else the machine does only adds to them.
    `usual` is the median of the uncached ones, `ratio` their time over that of the bare SQL, each statement's best of
    either."""

    uncached: float
    usual: float
    cached: float
    bare: float
    ratio: float


def main() -> None:
    """Measure and print."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--rows", type=int, default=INDICATOR_ROWS, help="how many rows of indicators")
    arguments.add_argument("--home", type=Path, help="where the large home is kept for the next run")
    given = arguments.parse_args()
    logging.disable(logging.WARNING)
    with tempfile.TemporaryDirectory(prefix="jixiao-bench-") as folder:
        home = Home.at(given.home or folder)
        if not home.pointer.exists():
            large_home.make(home, given.rows)
        os.environ["JIXIAO_HOME"] = str(home.root)
        print(f"{platform.machine()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}; {_size()}")
        print("page and filters | statements | uncached ms | median | cached ms | bare SQL ms | ratio")
        for view in _views():
            statements = _asked(view)
            try:
                measured = _measure(statements, home)
            except (duckdb.Error, QueryFailed) as failure:
                print(f"{view.name} | {len(statements)} | failed: {str(failure).splitlines()[0]}", flush=True)
                continue
            print(
                f"{view.name} | {len(statements)} | {measured.uncached:.0f} | {measured.usual:.0f} | "
                f"{measured.cached:.0f} | {measured.bare:.0f} | {measured.ratio:.2f}{_missed(measured)}",
                flush=True,
            )


def _size() -> str:
    counts = (
        f"{published.ask(f'SELECT count(*) FROM marts.{table}').item():,} rows of {table}"
        for table in ("fct_indicator_scores", "fct_evaluations", "fct_review_findings", "document_cells")
    )
    return ", ".join(counts)


def _views() -> Iterator[View]:
    """Every page with no filter, and with one district and one year."""
    row = published.ask(
        """
        SELECT report_id, region_code, fiscal_year FROM marts.fct_evaluations
        WHERE subject = 'project' ORDER BY hash(report_id) LIMIT 1
        """
    ).row(0, named=True)
    chosen = {"district": row["region_code"], "year": str(row["fiscal_year"])}
    own: dict[str, list[tuple[str, dict[str, str]]]] = {
        "project": [("", {"report": row["report_id"]})],
        "dictionary": [("", {"table": "marts.fct_evaluations"})],
        "search": [(", a frequent word", {"q": "满意度"}), (", a word that is nowhere", {"q": "无此词语"})],
        "review": [(", worklist", {}), (", patterns", {"view": "patterns"})],
    }
    scripts = sorted(script.relative_to(_DASHBOARD).as_posix() for script in _DASHBOARD.glob("views/*/page.py"))
    pages = {"overview": None} | {script.split("/")[1]: script for script in scripts if "overview" not in script}
    for name, script in pages.items():
        for part, url in own.get(name, [("", {})]):
            yield View(f"{name}{part}", script, url)
            yield View(f"{name}{part}, one district and year", script, url | chosen)


def _asked(view: View) -> list[Statement]:
    """The statements that a page asks, each once."""
    app = AppTest.from_file(str(_DASHBOARD / "app.py"), default_timeout=300)

    def run() -> None:
        for name, value in view.url.items():
            app.query_params[name] = value
        app.run()

    if view.script is not None:
        run()
        app.switch_page(view.script)
    with _recorded() as asked:
        run()
    if app.exception:
        raise SystemExit(f"{view.name}: {app.exception[0].value}")
    return asked


@contextmanager
def _recorded() -> Iterator[list[Statement]]:
    """Note what is asked of the marts meanwhile."""
    rows, asked = published._rows, []

    def noting(root: str, generation: str, sql: str, parameters: dict[str, object]) -> Any:
        if (sql, parameters) not in asked:
            asked.append((sql, parameters))
        return rows(root, generation, sql, parameters)

    published._rows = noting
    try:
        yield asked
    finally:
        published._rows = rows


def _measure(statements: list[Statement], home: Home) -> Measured:
    """What is compared is asked in turn, so that other work on the machine meets both."""
    uncached: list[list[float]] = []
    cached: list[list[float]] = []
    bare: list[list[float]] = []
    rows = gate(home).limits.rows + 1
    with gate(home)._reading() as (_generation, connection):
        for _ in range(ROUNDS):
            bare.append(
                _milliseconds(
                    statements,
                    lambda sql, given: connection.execute(f"FROM ({sql}) LIMIT {rows}", given).to_arrow_table(),
                )
            )
            st.cache_resource.clear()
            uncached.append(_milliseconds(statements, lambda sql, given: published.answer(sql, **given)))
            cached.append(_milliseconds(statements, lambda sql, given: published.answer(sql, **given)))
    sums = [sum(times) for times in uncached]
    ratio = _best_of_each(uncached) / _best_of_each(bare)
    return Measured(min(sums), median(sums), min(map(sum, cached)), min(map(sum, bare)), ratio)


def _best_of_each(rounds: list[list[float]]) -> float:
    return sum(map(min, zip(*rounds, strict=True)))


def _milliseconds(statements: list[Statement], ask: Callable[[str, dict[str, object]], object]) -> list[float]:
    """How long each statement takes."""
    times = []
    for sql, parameters in statements:
        started = time.perf_counter()
        ask(sql, parameters)
        times.append((time.perf_counter() - started) * 1000)
    return times


def _missed(measured: Measured) -> str:
    aims = {
        "uncached": measured.uncached < AIM_UNCACHED_MS,
        "cached": measured.cached < AIM_CACHED_MS,
        "ratio": measured.ratio <= AIM_RATIO,
    }
    missed = [name for name, reached in aims.items() if not reached]
    return f" (missed: {', '.join(missed)})" if missed else ""


if __name__ == "__main__":
    main()
