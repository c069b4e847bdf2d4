"""dbt's unit tests of the models, run against the schema of a built working file."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from ingest import build as building
from ingest.home import Home
from support.marts import Marts


def test_every_unit_test_passes(marts: Marts, tmp_path: Path) -> None:
    if marts.are_seeds:
        pytest.skip("the unit tests bring their own rows; once is enough")
    home = Home(tmp_path)
    home.prepare()
    shutil.copy(Home(marts.home).work_file, home.work_file)
    answer = building.dbt(home, building.PROJECT, "test", "--select=test_type:unit")
    assert answer.exception is None
    results = list(answer.result)  # type: ignore[arg-type]
    assert len(results) >= 40
    assert [(result.node.name, result.message) for result in results if result.status != "pass"] == []
