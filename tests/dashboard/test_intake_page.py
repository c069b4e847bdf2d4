"""Intake without a browser: names of uploads, the list, going back to an earlier state."""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest
from test_pages import opened, shown
from typer.testing import CliRunner

from dashboard import background, formats
from dashboard.background import Job
from dashboard.intake import save
from dashboard.queries import intake as queries
from ingest import cli, corrections, events, publish
from ingest.corrections import Correction
from ingest.home import Home

PAGE = "views/intake/page.py"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
XXE = '<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/hostname">]>'


@pytest.fixture(autouse=True)
def home(published_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    """A copy that may be written to."""
    copy = tmp_path / "home"
    shutil.copytree(published_home, copy)
    monkeypatch.setenv("JIXIAO_HOME", str(copy))
    return Home(copy.resolve())


def told(app: AppTest) -> str:
    """What the page says outside its tables."""
    kinds = ("markdown", "info", "success", "warning", "error")
    return " ".join(element.value for kind in kinds for element in app.get(kind))


def zipped(parts: dict[str, str]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return buffer.getvalue()


def pretend(home: Home, command: list[str], files: tuple[str, ...] = ()) -> Job:
    """A run in the background that does nothing but last as long as this command."""
    process = subprocess.Popen(command, stdin=subprocess.PIPE)
    log = home.logs / "background.log"
    log.touch()
    job = background._jobs[home.root] = Job(process, log, home.logs / "background.jsonl", files)
    return job


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
    english = opened(PAGE, lang="English")
    assert english.dataframe[0].value["Status"].to_list()[0] == "Rejected"


def test_of_many_documents_the_first_are_listed_and_any_is_found_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(queries, "MOST_LISTED", 1)
    app = opened(PAGE)
    counts = queries.document_counts("")
    count = sum(counts.values())
    assert count > 1 and f"列出前 1 份，共 {count} 份" in captions(app)
    [first] = queries.documents("", list(counts))["source_name"].to_list()
    other = next(name for name in names(count) if name != first)
    app.text_input(key="intake_name").set_value(other[:-4].upper()).run()
    assert formats.plain(other) in told(app) and formats.plain(first) not in told(app)
    assert app.query_params["name"] == other[:-4].upper()
    assert "没有文件名含这些字的文件" in told(opened(PAGE, name="没有这个文件"))


def test_a_pasted_link_lists_the_documents_of_one_outcome() -> None:
    app = opened(PAGE, status="rejected")
    assert set(app.dataframe[0].value["状态"]) == {"未读取"}
    app.button_group(key="choose-status").set_value(["loaded"]).run()
    assert app.query_params["status"] == "loaded" and set(app.dataframe[0].value["状态"]) == {"已读取"}


def captions(app: AppTest) -> str:
    return " ".join(element.value for element in app.caption)


def names(count: int) -> list[str]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(queries, "MOST_LISTED", count)
        return queries.documents("", ["rejected", "partial", "loaded"])["source_name"].to_list()


def test_samples_take_no_uploads(home: Home) -> None:
    (home.root / "samples").touch()
    assert "不能上传" in " ".join(info.value for info in opened(PAGE).info)


def test_an_earlier_state_can_be_shown_again(home: Home) -> None:
    first = publish.current(home)
    assert first is not None
    shutil.copyfile(first.path, home.work_file)
    second = publish.publish(home)
    app = opened(PAGE, view="generations")
    assert "报告 3 · 未能读取 2 · 发现 1" in told(app)
    [button] = [button for button in app.button if button.label == "切换到此版本"]
    button.click().run()
    now = publish.current(home)
    assert now is not None and now.id == first.id != second.id


def test_a_command_runs_beside_the_pages(home: Home) -> None:
    question = ("sql", "SELECT count(*) AS reports FROM fct_evaluations")
    job = background.start(home, *question)
    assert background.start(home, *question) is job or not job.is_running
    assert job.process.wait(60) == 0 and "reports" in job.said and background.latest(home) is not None


def test_each_file_of_a_run_is_followed(home: Home) -> None:
    first, second = str(home.inbox / "a.docx"), str(home.inbox / "b.zip")
    job = pretend(home, [sys.executable, "-c", "input()"], (first, second))
    app = opened(PAGE)
    assert "等待" in shown(app) and [button.disabled for button in app.button if button.label == "上传并读取"] == [True]
    with job.events_file.open("a", encoding="utf-8") as lines:
        lines.write('{"event": "reading", "count": 2}\n')
        lines.write(f'{{"event": "document", "source": "{second}/里.txt", "status": "rejected", ')
        lines.write('"reason": "坏了 / broken", "report_count": 0}\n')
    words = shown(opened(PAGE))
    assert "坏了" in words and "b.zip/里.txt" in words and "a.docx" in words and "等待" in words
    job.process.communicate(b"\n")
    assert "等待" not in shown(opened(PAGE))


BAD = {
    "空.txt": b"",
    "控制符.txt": "预算执行率".encode() + bytes(20),
    "截断.docx": b"PK\x03\x04" + bytes(100),
    "截断.zip": b"PK\x03\x04" + bytes(100),
    "截断.pdf": b"%PDF-1.7\n1 0 obj",
    "空.xlsx": b"",
    "实体.docx": zipped({"word/document.xml": f'{XXE}<w:document xmlns:w="{WORD}"><w:body/></w:document>'}),
    "越界.zip": zipped({"../../越界.txt": "x"}),
    "不是报告.txt": "关于召开会议的通知".encode(),
    "奇怪.xyz": b"x",
}


def test_every_bad_upload_is_told_with_its_reason_and_the_page_goes_on(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JIXIAO_WORKERS", "0")
    monkeypatch.setenv(events.VARIABLE, str(home.logs / "background.jsonl"))
    saved = [save(home, name, content) for name, content in BAD.items()]
    done = CliRunner().invoke(cli.app, ["ingest", *map(str, saved), "--home", str(home.root)])
    assert done.exit_code == 1
    pretend(home, [sys.executable, "-c", "raise SystemExit(1)"], tuple(map(str, saved))).process.wait()
    told_by_page = shown(opened(PAGE))
    english = shown(opened(PAGE, lang="English"))
    documents = [event for event in events.read(home.logs / "background.jsonl") if event["event"] == "document"]
    assert {Path(event["source"]).name for event in documents} >= set(BAD) - {"越界.zip"}
    for event in documents:
        assert event["status"] == "rejected" and event["reason"]
        chinese_half, english_half = event["reason"].rsplit(" / ", 1)
        assert chinese_half.split("\n")[0] in told_by_page and english_half in english
    assert "有文件未能读懂" in told(opened(PAGE))


def test_what_was_not_read_stands_apart_with_what_to_do() -> None:
    app = opened(PAGE, view="quarantine")
    assert app.dataframe[0].value["文件"].to_list() == ["damaged.txt"]
    assert "不是文本" in told(app) and "怎么办" in told(app)


def test_before_anything_is_published_files_can_be_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JIXIAO_HOME", str(tmp_path / "new"))
    app = opened(PAGE)
    assert "上传自评报告" in told(app) and [button.label for button in app.button if button.label == "上传并读取"]


def test_a_generation_that_vanished_leaves_the_way_back(home: Home) -> None:
    first = publish.current(home)
    assert first is not None
    shutil.copyfile(first.path, home.work_file)
    publish.publish(home).path.unlink()
    assert opened().title[0].value == "还没有数据"
    app = opened(PAGE)
    assert "当前版本的文件不见了" in told(app)
    [button] = [button for button in app.button if button.label == "切换到此版本"]
    button.click().run()
    assert publish.current(home) == first and not app.exception
    assert "83.67" in shown(opened())


def correction(home: Home, **said: str) -> Correction:
    texts = {
        **{"document": "0123456789ab", "report": "1", "measure": "executed", "expected": "0", "value": "12.50"},
        **{"reason": "凭证", "author": "甲", "date": "2025-06-30", "status": "proposed"},
    }
    made = corrections.from_texts(texts | said)
    home.corrections.mkdir(exist_ok=True)
    (home.corrections / f"{made.id}.yml").write_text(made.as_yaml(), encoding="utf-8")
    return made


def test_corrections_are_listed_until_they_are_in_the_data(home: Home) -> None:
    correction(home)
    app = opened(PAGE, view="corrections")
    [row] = app.dataframe[0].value.to_dict("records")
    assert (row["状态"], row["更正什么"], row["应为"]) == ("待定（待更新）", "实际支出", "12.50")
    assert "1 条更正尚未进入数据" in told(app)


def test_a_corrections_file_that_cannot_be_understood_is_told(home: Home) -> None:
    home.corrections.mkdir()
    (home.corrections / "a.yml").write_text("- nonsense", encoding="utf-8")
    app = opened(PAGE, view="corrections")
    assert "更正文件有误" in told(app) and "a\\.yml" in told(app)


def test_nonsense_in_the_url_is_the_first_view() -> None:
    app = opened(PAGE, view="'; DROP", place="unplaced:99", district="nowhere")
    assert app.dataframe[0].value["文件"].to_list()[0] == "damaged.txt"
