"""A published home for the tests of this folder, built once."""

from __future__ import annotations

from pathlib import Path

import pytest
from published_fixture import build


@pytest.fixture(scope="session")
def published_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("home")).root
