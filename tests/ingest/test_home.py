"""Homes: where they are, and that only one process writes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from ingest.home import CHECKOUT, Home, HomeBusy


def test_the_asked_home_goes_before_the_environment_and_that_before_data(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("JIXIAO_HOME", raising=False)
    assert Home.at().root == CHECKOUT / "data"
    monkeypatch.setenv("JIXIAO_HOME", str(tmp_path / "env"))
    assert Home.at().root == tmp_path / "env"
    assert Home.at(tmp_path / "asked").root == tmp_path / "asked"


def test_everything_of_a_home_lies_inside_it(tmp_path: Path) -> None:
    home = Home(tmp_path)
    paths = [home.inbox, home.archive, home.work_file, home.generations, home.pointer, home.logs, home.archived("ab")]
    assert all(tmp_path in path.parents for path in paths)


def test_samples_are_told_by_a_marker(home: Home) -> None:
    assert not home.holds_samples
    (home.root / "samples").touch()
    assert home.holds_samples


def test_a_second_process_leaves_with_a_clear_word_and_comes_in_later(home: Home) -> None:
    code = (
        "import sys\nfrom pathlib import Path\nfrom ingest.home import Home, HomeBusy\n"
        "try:\n    with Home(Path(sys.argv[1])).writing(wait_seconds=0.2):\n        print('in')\n"
        "except HomeBusy as busy:\n    print(busy)\n"
    )

    def other() -> str:
        command = [sys.executable, "-c", code, str(home.root)]
        return subprocess.run(command, capture_output=True, text=True, cwd=CHECKOUT, check=True).stdout

    with home.writing():
        assert "in use by another jixiao (process" in other()
    assert other() == "in\n"


def test_two_homes_do_not_wait_for_each_other(tmp_path: Path) -> None:
    with Home(tmp_path / "a").writing(), Home(tmp_path / "b").writing(wait_seconds=0):
        pass


def test_the_lock_is_free_after_an_error(home: Home) -> None:
    with pytest.raises(ZeroDivisionError), home.writing():
        raise ZeroDivisionError
    with home.writing(wait_seconds=0):
        pass
    with home.writing(), pytest.raises(HomeBusy), home.writing(wait_seconds=0):
        pass
