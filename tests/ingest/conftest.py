"""A home of its own for each test, and a reader and forms that are as simple as can be.

The stand-in format: the first line says what the document is, each further line is one amount.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from ingest.document import Cell, Document, Paragraph, Table, Unreadable
from ingest.home import Home
from ingest.records import Amount, Evidence, Extraction, Notice, Report

MOMENT = "2025-06-01T08:00:00"


def read(path: Path) -> Document:
    lines = path.read_text(encoding="utf-8").splitlines()
    if not lines:
        raise Unreadable("the file is empty; file it again")
    if lines[0] == "crash":
        raise RuntimeError("a bug")
    cells = tuple(Cell(row=i, col=1, text=line) for i, line in enumerate(lines[1:], start=1))
    return Document((Paragraph(lines[0]), Table(cells)), "text/plain", "utf-8")


def extract(document: Document, name: str | None = None) -> Extraction:
    title, table = document.blocks
    assert isinstance(title, Paragraph) and isinstance(table, Table)
    result = Extraction()
    if title.text == "nothing":
        return result
    result.reports.append(Report(report_no=1, form="narrative", subject="project", title=title.text))
    for number, cell in enumerate(table.cells, start=1):
        evidence = Evidence(2, cell.row, cell.col, None, cell.text)
        if cell.text == "?":
            result.notices.append(Notice(1, number, "not_understood", "no label for it", evidence))
            continue
        result.amounts.append(
            Amount(
                report_no=1,
                amount_no=number,
                line_no=None,
                is_line_cell=False,
                about="",
                measure="other_amount",
                value_text=cell.text,
                unit_text=None,
                number=Decimal(cell.text),
                unit="wan",
                unit_source="inferred",
                decimals=2,
                year=None,
                origin="table",
                evidence=evidence,
            )
        )
    return result


@pytest.fixture
def simple_forms(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ingest.readers.read", read)
    monkeypatch.setattr("ingest.extract.extract", extract)
    monkeypatch.setenv("JIXIAO_WORKERS", "0")
    monkeypatch.setenv("JIXIAO_NOW", MOMENT)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    home = Home(tmp_path / "home")
    home.prepare()
    return home


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """Write a file below `reports/`."""

    def write(name: str, *lines: str) -> Path:
        path = tmp_path / "reports" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join(lines), encoding="utf-8")
        return path

    return write


@pytest.fixture
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A dbt project of one mart with one test: no amount is above 1,000. Always in one place, so that it is parsed
    once."""
    root = tmp_path_factory.getbasetemp() / "project"
    shutil.rmtree(root, ignore_errors=True)
    (root / "models").mkdir(parents=True)
    (root / "tests").mkdir()
    (root / "macros").mkdir()
    (root / "dbt_project.yml").write_text(
        "name: tiny\nversion: '1.0'\nprofile: jixiao\nmodels: {+schema: marts, +materialized: table}\n"
        "flags: {send_anonymous_usage_stats: false}\n"
    )
    (root / "profiles.yml").write_text(
        "jixiao: {target: duckdb, outputs: {duckdb: {type: duckdb, threads: 2, "
        "path: \"{{ env_var('JIXIAO_WORKFILE') }}\"}}}\n"
    )
    (root / "macros" / "schemas.sql").write_text(
        "{% macro generate_schema_name(name, node) %}{{ name or 'main' }}{% endmacro %}"
    )
    (root / "models" / "amounts.sql").write_text(
        "select a.document_id, a.value_text, a.number as amount_wan, d.received_at::date as received_on\n"
        "from raw.amounts a join raw.documents d using (document_id)\n"
    )
    (root / "tests" / "amounts_are_small.sql").write_text("select * from {{ ref('amounts') }} where amount_wan > 1000")
    return root
