"""Intake without a browser: names of uploads, the list, going back to an earlier state."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from test_pages import opened

from dashboard import background
from dashboard.intake import save
from ingest import publish
from ingest.home import Home

PAGE = "views/intake/page.py"


@pytest.fixture(autouse=True)
def home(published_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    """A copy that may be written to."""
    copy = tmp_path / "home"
    shutil.copytree(published_home, copy)
    monkeypatch.setenv("JIXIAO_HOME", str(copy))
    return Home(copy.resolve())


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("报告.docx", "报告.docx"),
        ("../../etc/passwd.txt", "passwd.txt"),
        ("C:\\报送\\表.xlsx", "表.xlsx"),
        (".~lock.txt", "lock.txt"),
        ("a\nb.txt", "a_b.txt"),
        ("..", "upload"),
    ],
)
def test_no_name_leads_out_of_the_inbox(home: Home, name: str, kept: str) -> None:
    assert save(home, name, b"x") == home.inbox / kept
    assert [path.name for path in home.inbox.iterdir()] == [kept]


def test_a_long_name_keeps_its_suffix(home: Home) -> None:
    saved = save(home, "长" * 200 + ".docx", b"x")
    assert saved.suffix == ".docx" and saved.read_bytes() == b"x"


def test_two_files_of_one_name_stay_two(home: Home) -> None:
    names = [save(home, "a.txt", content).name for content in (b"one", b"two", b"one", b"two", b"three")]
    assert names == ["a.txt", "a (2).txt", "a.txt", "a (2).txt", "a (3).txt"]
    assert [path.read_bytes() for path in sorted(home.inbox.iterdir())] == [b"two", b"three", b"one"]


def test_documents_stand_with_their_reasons() -> None:
    app = opened(PAGE)
    frame = app.dataframe[0].value
    assert frame["状态"].to_list()[0] == "未读取" and "damaged.txt" in frame["文件"].to_list()
    assert "Documents: " in " ".join(element.value for element in opened(PAGE, lang="English").subheader)


def test_samples_take_no_uploads(home: Home) -> None:
    (home.root / "samples").touch()
    assert "不能上传" in " ".join(info.value for info in opened(PAGE).info)


def test_an_earlier_state_can_be_shown_again(home: Home) -> None:
    first = publish.current(home)
    assert first is not None
    shutil.copyfile(first.path, home.work_file)
    second = publish.publish(home)
    app = opened(PAGE)
    [button] = [button for button in app.button if button.label == "切换到此版本"]
    button.click().run()
    now = publish.current(home)
    assert now is not None and now.id == first.id != second.id


def test_a_command_runs_beside_the_pages(home: Home) -> None:
    question = ("sql", "SELECT count(*) AS reports FROM fct_evaluations")
    job = background.start(home, *question)
    assert background.start(home, *question) is job or not job.is_running
    assert job.process.wait(60) == 0 and "reports" in job.said and background.latest(home) is not None
