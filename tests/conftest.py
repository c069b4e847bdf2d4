"""The real reports, refreshed once for all tests that ask the marts."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator

import pytest

from support.marts import SAMPLES, SEEDS, Marts, leave_out_tests_of_data, refreshed


def pytest_configure() -> None:
    """What is cached is of this run alone; its processes share it."""
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
def quick_builds() -> Iterator[None]:
    """The builds of a module leave out the tests of data, a third of the time; the samples and the seeds are built
    with them, and so is all that a test of `ingest` or of the browser builds."""
    with pytest.MonkeyPatch.context() as patch:
        leave_out_tests_of_data(patch)
        yield
