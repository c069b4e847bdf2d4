"""What dbt reads out of a project is kept, and never trusted blindly."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from ingest import build as building
from ingest import manifests
from ingest.home import Home

pytestmark = pytest.mark.usefixtures("simple_forms")


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "jixiao"


@pytest.fixture
def build(home: Home, project: Path, write: Callable[..., Path], monkeypatch: pytest.MonkeyPatch) -> Callable[[], bool]:
    """Build as another process would, which remembers nothing; gives whether the project was parsed."""
    from ingest import load, pipeline

    with load.opened(home) as connection:
        pipeline.ingest(home, connection, [write("a.txt", "one", "1")])
    parsed: list[Path] = []
    parse = building._parse

    def noted(home: Home, project: Path) -> object:
        parsed.append(project)
        return parse(home, project)

    monkeypatch.setattr(building, "_parse", noted)

    def build() -> bool:
        parsed.clear()
        monkeypatch.setattr(manifests, "_parsed", None)
        assert building.build(home, project).passed
        return bool(parsed)

    return build


def test_a_second_process_parses_no_more_until_the_project_changes(
    build: Callable[[], bool], project: Path, cache: Path
) -> None:
    assert build()
    assert not build()
    model = project / "models" / "amounts.sql"
    model.write_text(model.read_text() + "\n-- another state\n")
    assert build()
    assert len(list(cache.iterdir())) == 1, "of a project its last state is kept"


def test_a_cache_that_is_damaged_or_cannot_be_written_is_done_without(build: Callable[[], bool], cache: Path) -> None:
    assert build()
    [kept] = cache.iterdir()
    kept.write_bytes(kept.read_bytes()[:100])
    assert build()
    kept.unlink()
    cache.rmdir()
    cache.write_text("a file where the folder would be")
    assert build()
    assert build()
