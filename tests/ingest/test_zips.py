"""Archives: each member a document under a readable name, and nothing that an archive can do harms anyone."""

from __future__ import annotations

import io
import stat
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import duckdb
import pytest

from ingest import pipeline, zips
from ingest.document import Unreadable
from ingest.home import Home
from ingest.outcome import Outcome

pytestmark = pytest.mark.usefixtures("simple_forms")
Members = dict[str, str | bytes]


def zipped(members: Members, flag_utf8: bool = True, encoding: str = "gb18030") -> bytes:
    """An archive; without the UTF-8 flag names are bytes of the given encoding."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            info = zipfile.ZipInfo(name if flag_utf8 else name.encode(encoding).decode("latin-1"))
            archive.writestr(info, content, zipfile.ZIP_DEFLATED)
    if flag_utf8:
        return data.getvalue()
    raw = data.getvalue()
    for name in members:
        stored, meant = name.encode(encoding).decode("latin-1").encode(), name.encode(encoding)
        assert raw.count(stored) == 2
        raw = _renamed(raw, stored, meant)
    return raw


def _renamed(raw: bytes, stored: bytes, meant: bytes) -> bytes:
    """The archive with a name of the same length and no UTF-8 flag: padded names keep all offsets."""
    meant = meant.ljust(len(stored), b"_")
    at = raw.index(stored)
    raw = raw[: at - 30 + 6] + b"\0\0" + raw[at - 30 + 8 : at] + meant + raw[at + len(stored) :]
    at = raw.rindex(stored)
    return raw[: at - 46 + 8] + b"\0\0" + raw[at - 46 + 10 : at] + meant + raw[at + len(stored) :]


@pytest.fixture
def connection(home: Home) -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(str(home.work_file)) as connection:
        yield connection


@pytest.fixture
def take(home: Home, connection: duckdb.DuckDBPyConnection, tmp_path: Path) -> Callable[..., list[Outcome]]:
    def take(data: bytes, name: str = "收件.zip") -> list[Outcome]:
        file = tmp_path / name
        file.write_bytes(data)
        return pipeline.ingest(home, connection, [file])

    return take


Take = Callable[[bytes], list[Outcome]]


def names(connection: duckdb.DuckDBPyConnection) -> list[str]:
    return [name for (name,) in connection.sql("SELECT source_name FROM raw.document_names ORDER BY 1").fetchall()]


def test_each_member_is_a_document_and_the_archive_is_none(take: Take, connection: duckdb.DuckDBPyConnection) -> None:
    data = zipped(
        {"某县/自评表.txt": "one\n1", "某县/.DS_Store": "x", "__MACOSX/a.txt": "x", "b.txt": "two\n2", "c/": ""}
    )
    for changed in (True, False):
        assert [(outcome.status, outcome.changed) for outcome in take(data)] == [("loaded", changed)] * 2
    assert names(connection) == ["收件.zip/b.txt", "收件.zip/某县/自评表.txt"]
    assert connection.sql("SELECT count(*) FROM raw.documents").fetchall() == [(2,)]


def test_names_in_gbk(take: Take, connection: duckdb.DuckDBPyConnection) -> None:
    take(zipped({"富民县/项目自评.txt": "one\n1"}, flag_utf8=False))
    [name] = names(connection)
    assert name.startswith("收件.zip/富民县/项目自评.txt")


def test_backslashes_are_folders_and_archives_nest(take: Take, connection: duckdb.DuckDBPyConnection) -> None:
    inner = zipped({"a\\b.txt": "one\n1"})
    take(zipped({"里面.zip": inner}))
    assert names(connection) == ["收件.zip/里面.zip/a/b.txt"]
    for _ in range(zips.MAX_DEPTH):
        inner = zipped({"x.zip": inner})
    [outcome] = take(inner)
    assert outcome.status == "rejected" and "nested more than" in (outcome.reason or "")


@pytest.mark.parametrize(
    "name", ["../../etc/passwd.txt", "/etc/cron.txt", "a/../../b.txt", "C:\\x.txt", "\\\\host\\x.txt"]
)
def test_names_that_lead_outside_are_refused_and_the_others_are_loaded(take: Take, name: str, tmp_path: Path) -> None:
    outcomes = take(zipped({name: "evil\n1", "good.txt": "one\n1"}))
    assert sorted(outcome.status for outcome in outcomes) == ["loaded", "rejected"]
    assert "leads out of the archive" in "".join(outcome.reason or "" for outcome in outcomes)


def test_a_link_in_an_archive_is_refused(take: Take) -> None:
    data = io.BytesIO()
    info = zipfile.ZipInfo("link.txt")
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr(info, "/etc/passwd")
    [outcome] = take(data.getvalue())
    assert "symbolic link" in (outcome.reason or "")


def test_a_password_is_named(take: Take) -> None:
    raw = bytearray(zipped({"a.txt": "one\n1"}))
    raw[6] |= 1
    raw[raw.index(b"PK\x01\x02") + 8] |= 1
    [outcome] = take(bytes(raw))
    assert outcome.status == "rejected" and "protected by a password" in (outcome.reason or "")


def test_what_is_damaged_or_empty_is_told(take: Take) -> None:
    sound = zipped({"a.txt": "one\n1" * 1000, "b.txt": "two\n2"})
    for data in (b"", b"no zip", sound[: len(sound) // 2]):
        [outcome] = take(data)
        assert outcome.status == "rejected" and "damaged or cut short" in (outcome.reason or "")
        assert outcome.document_id
    [outcome] = take(zipped({}))
    assert "holds no file" in (outcome.reason or "")
    flipped = bytearray(sound)
    flipped[45] ^= 0xFF
    outcomes = take(bytes(flipped))
    assert sorted(outcome.status for outcome in outcomes) == ["loaded", "rejected"]


def test_limits_on_count_size_and_ratio(take: Take, monkeypatch: pytest.MonkeyPatch) -> None:
    def reason(members: Members) -> str:
        return " ".join(outcome.reason or "" for outcome in take(zipped(members)))

    assert "may be a bomb" in reason({"a.txt": bytes(30_000_000)})
    monkeypatch.setattr(zips, "MAX_MEMBER_BYTES", 100)
    assert "larger than" in reason({"a.txt": "x" * 101})
    monkeypatch.setattr(zips, "MAX_MEMBERS", 2)
    assert "files; split it" in reason({f"{number}.txt": "one\n1" for number in range(3)})
    monkeypatch.setattr(zips, "MAX_MEMBERS", 3)
    monkeypatch.setattr(zips, "MAX_BYTES", 50)
    assert "MB; split it" in reason({f"{number}.txt": f"one\n{number}" + "0" * 30 for number in range(3)})


def test_an_office_file_under_the_name_of_an_archive_is_no_archive(tmp_path: Path) -> None:
    file = tmp_path / "a.zip"
    file.write_bytes(zipped({"[Content_Types].xml": "<x/>", "word/document.xml": "<x/>"}))
    assert zips.office_suffix(file) == ".docx"
    file.write_bytes(zipped({"[Content_Types].xml": "<x/>", "xl/workbook.xml": "<x/>"}))
    assert zips.office_suffix(file) == ".xlsx"
    file.write_bytes(zipped({"a.docx": "x"}))
    assert zips.office_suffix(file) is None


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_members_of_one_name_are_both_read_and_told_apart(take: Take, connection: duckdb.DuckDBPyConnection) -> None:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("某县/自评表.txt", "one\n1")
        archive.writestr("某县/自评表.txt", "two\n2")
    for changed in (True, False):
        assert [(outcome.status, outcome.changed) for outcome in take(data.getvalue())] == [("loaded", changed)] * 2
    assert names(connection) == ["收件.zip/某县/自评表 (2).txt", "收件.zip/某县/自评表.txt"]
    assert connection.sql("SELECT number FROM raw.amounts ORDER BY 1").fetchall() == [(1,), (2,)]


def test_a_member_is_gone_when_the_next_one_is_asked_for(tmp_path: Path) -> None:
    file = tmp_path / "a.zip"
    file.write_bytes(zipped({"a.txt": "1", "b.txt": "2"}))
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    for member in zips.members(file, scratch):
        assert member.path is not None
        assert list(scratch.iterdir()) == [member.path]
    assert not list(scratch.iterdir())
    file.write_bytes(b"nothing")
    with pytest.raises(Unreadable):
        list(zips.members(file, scratch))
