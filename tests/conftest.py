"""The real reports, refreshed once for all tests that ask the marts."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator

import pytest

from ingest import build as building
from ingest.home import Home
from support import quick_build
from support.marts import SAMPLES, SEEDS, Marts, refreshed


def pytest_configure() -> None:
    """What is cached is of this run alone; its processes share it. As several tests run side by side, each reads in its
    own process, where it does not ask for more."""
    os.environ["JIXIAO_WORKERS"] = "0"
    if "PYTEST_XDIST_WORKER" not in os.environ:
        os.environ["XDG_CACHE_HOME"] = tempfile.mkdtemp(prefix="jixiao-cache-")


def pytest_unconfigure() -> None:
    if "PYTEST_XDIST_WORKER" not in os.environ:
        shutil.rmtree(os.environ["XDG_CACHE_HOME"], ignore_errors=True)


@pytest.fixture(scope="session", params=[SAMPLES, SEEDS], ids=["samples", "seeds"])
def marts(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Marts:
    if not request.param.is_dir():
        pytest.skip("the seeds lie beside the checkout only where the project is developed")
    return refreshed(request.param, tmp_path_factory)


@pytest.fixture(scope="module")
def quick_builds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The builds of a module in this process run without dbt (see `support.quick_build`)."""
    example = Home(refreshed(SAMPLES, tmp_path_factory).home)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(building, "build", quick_build.like(example))
        yield
