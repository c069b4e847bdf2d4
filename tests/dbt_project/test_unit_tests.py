"""dbt's unit tests of the models, run against the schema of a built working file."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from support.marts import ROOT, Marts


def test_every_unit_test_passes(marts: Marts, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if marts.are_seeds:
        pytest.skip("the unit tests bring their own rows; once is enough")
    from dbt.cli.main import dbtRunner

    work = tmp_path / "work.duckdb"
    shutil.copy(marts.home / "warehouse" / "work.duckdb", work)
    monkeypatch.setenv("JIXIAO_WORKFILE", str(work))
    answer = dbtRunner().invoke(
        [
            "--no-send-anonymous-usage-stats",
            "--log-level=none",
            f"--log-path={tmp_path}",
            "test",
            "--select=test_type:unit",
            f"--project-dir={ROOT / 'dbt_project'}",
            f"--profiles-dir={ROOT / 'dbt_project'}",
            f"--target-path={tmp_path / 'target'}",
        ]
    )
    assert answer.exception is None
    results = list(answer.result)  # type: ignore[arg-type]
    assert len(results) >= 40
    assert [(result.node.name, result.message) for result in results if result.status != "pass"] == []
