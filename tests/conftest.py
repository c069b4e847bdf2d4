"""The real reports, refreshed once for all tests that ask the marts."""

from __future__ import annotations

import pytest

from support.marts import SAMPLES, SEEDS, Marts, refreshed


@pytest.fixture(scope="session", params=[SAMPLES, SEEDS], ids=["samples", "seeds"])
def marts(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Marts:
    if not request.param.is_dir():
        pytest.skip("the seeds lie beside the checkout only where the project is developed")
    return refreshed(request.param, tmp_path_factory)
