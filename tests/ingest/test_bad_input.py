"""What bad input gets: a clear outcome for each file, the others go on, and the home stays usable."""

from __future__ import annotations

import errno
import os
import random
import shutil
import signal
import socket
import subprocess
import sys
import time
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import duckdb
import pytest

from ingest import pipeline, readers, readings
from ingest.discovery import discover
from ingest.document import Unreadable
from ingest.file_states import Stamp
from ingest.home import Home
from ingest.outcome import Outcome
from support.marts import ROOT, SAMPLES, contents, jixiao, refreshed
from support.marts import run as command

SAMPLE = (SAMPLES / "富民县_e办通采购经费_2025.txt").read_text(encoding="utf-8")
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
CONTENT_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)


def needs(suffix: str) -> pytest.MarkDecorator:
    return pytest.mark.skipif(suffix not in readers.SUPPORTED, reason=f"there is no reader of {suffix} yet")


@pytest.fixture(autouse=True)
def reading_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files are read by another process, as a user's are."""
    monkeypatch.setenv("JIXIAO_WORKERS", "1")


@pytest.fixture
def connection(home: Home) -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(str(home.work_file)) as connection:
        yield connection


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "good.txt").write_text(SAMPLE, encoding="utf-8")
    return folder


def run(home: Home, connection: duckdb.DuckDBPyConnection, *paths: Path) -> dict[str, Outcome]:
    files, closed = discover(home, paths)
    outcomes = closed + pipeline.ingest(home, connection, files)
    return {Path(outcome.source).name: outcome for outcome in outcomes}


def zipped(target: Path, parts: dict[str, bytes | str]) -> Path:
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return target


def word_file(target: Path, prolog: str = "", body: str = "") -> Path:
    xml = f'<?xml version="1.0"?>{prolog}<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
    return zipped(target, {"[Content_Types].xml": CONTENT_TYPES, "word/document.xml": xml})


def bomb(target: Path) -> Path:
    """A file of some 2 MB that holds 2 GB of XML; its body is deflated once and repeated, so its checksum is none."""
    deflated = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    head = deflated.compress(f'<w:document xmlns:w="{WORD}"><w:body>'.encode()) + deflated.flush(zlib.Z_FULL_FLUSH)
    piece = b"<w:p/>" * 1_700_000
    body = deflated.compress(piece) + deflated.flush(zlib.Z_FULL_FLUSH)
    content = head + body * 200 + deflated.flush()
    entry = zipfile.ZipInfo("word/document.xml")
    with zipfile.ZipFile(target, "w") as package:
        package.writestr("[Content_Types].xml", CONTENT_TYPES)
        package.writestr(entry, content)
        entry.compress_type, entry.file_size = zipfile.ZIP_DEFLATED, 200 * len(piece)
    return target


LAUGHS = "<!DOCTYPE l [<!ENTITY a 'ha'>" + "".join(
    f"<!ENTITY {letter} '{f'&{before};' * 10}'>" for before, letter in zip("abcdefghi", "bcdefghij", strict=True)
) + "]>"  # fmt: skip
XXE = '<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
PARAGRAPH = "<w:p><w:r><w:t>&{};</w:t></w:r></w:p>"


@pytest.mark.parametrize(
    ("name", "make", "reason"),
    [
        ("empty.txt", lambda path: path.write_bytes(b""), "empty"),
        ("nul.txt", lambda path: path.write_bytes(SAMPLE.encode().replace("元".encode(), b"\0")), "control bytes"),
        ("noise.txt", lambda path: path.write_bytes(random.Random(1).randbytes(5000)), ""),
        ("old.xyz", lambda path: path.write_bytes(b"x"), "the format .xyz is not read"),
        ("cut.zip", lambda path: path.write_bytes(b"PK\x03\x04" + bytes(100)), "damaged or cut short"),
        pytest.param("empty.docx", lambda path: path.write_bytes(b""), "empty", marks=needs(".docx")),
        pytest.param(
            "cut.docx",
            lambda path: path.write_bytes(word_file(path).read_bytes()[:200]),
            "damaged",
            marks=needs(".docx"),
        ),
        pytest.param("bomb.docx", bomb, "split it and send the parts", marks=needs(".docx")),
        pytest.param(
            "xxe.docx", lambda path: word_file(path, XXE, PARAGRAPH.format("x")), "entities", marks=needs(".docx")
        ),
        pytest.param(
            "laughs.docx", lambda path: word_file(path, LAUGHS, PARAGRAPH.format("j")), "damaged", marks=needs(".docx")
        ),
        pytest.param("empty.pdf", lambda path: path.write_bytes(b""), "empty", marks=needs(".pdf")),
        pytest.param("cut.pdf", lambda path: path.write_bytes(b"%PDF-1.7\n1 0 obj"), "", marks=needs(".pdf")),
        pytest.param("empty.xlsx", lambda path: path.write_bytes(b""), "empty", marks=needs(".xlsx")),
    ],
)
def test_a_bad_file_is_rejected_with_a_reason_and_the_others_are_loaded(
    home: Home,
    connection: duckdb.DuckDBPyConnection,
    folder: Path,
    name: str,
    make: Callable[[Path], object],
    reason: str,
) -> None:
    make(folder / name)
    started = time.monotonic()
    outcomes = run(home, connection, folder)
    assert time.monotonic() - started < 60
    assert outcomes["good.txt"].status == "loaded"
    assert outcomes[name].status == "rejected"
    assert outcomes[name].reason and reason in outcomes[name].reason
    assert "the program failed" not in outcomes[name].reason
    known = connection.execute("SELECT status, reason FROM raw.documents ORDER BY status").fetchall()
    assert known == [("loaded", None), ("rejected", outcomes[name].reason)]


def open_document(kind: str, prolog: str) -> dict[str, str]:
    spaces = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ODF_SPACES)
    cell = "<table:table><table:table-row><table:table-cell><text:p>&j;</text:p></table:table-cell></table:table-row>"
    body = f"<office:spreadsheet>{cell}</table:table></office:spreadsheet>"
    return {
        "mimetype": f"application/vnd.oasis.opendocument.{kind}",
        "content.xml": f"{prolog}<office:document-content {spaces}><office:body>{body}</office:body>"
        "</office:document-content>",
    }


ODF_SPACES = ("office", "table", "text")
WORKBOOK = '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet><Table><Row><Cell><Data>&j;'


@pytest.mark.parametrize("entities", [LAUGHS, XXE.replace("ENTITY x", "ENTITY j")], ids=["laughs", "outside"])
@pytest.mark.parametrize(
    ("name", "make"),
    [
        ("a.ods", lambda path, dtd: zipped(path, open_document("spreadsheet", dtd))),
        (
            "a.ofd",
            lambda path, dtd: zipped(path, {"OFD.xml": f"{dtd}<OFD><DocBody><DocRoot>&j;</DocRoot></DocBody></OFD>"}),
        ),
        (
            "a.xls",
            lambda path, dtd: path.write_text(f"{dtd}{WORKBOOK}</Data></Cell></Row></Table></Worksheet></Workbook>"),
        ),
        ("a.html", lambda path, dtd: path.write_text(f"{dtd}<html><body><p>自评得分&j;分</p></body></html>", "utf-8")),
        (
            "a.md",
            lambda path, dtd: path.write_text(f"# 绩效自评报告\n\n<table>{dtd}<tr><td>&j;</td></tr></table>", "utf-8"),
        ),
    ],
)
def test_entities_are_resolved_in_no_format(
    tmp_path: Path, name: str, make: Callable[[Path, str], object], entities: str
) -> None:
    make(tmp_path / name, entities)
    started = time.monotonic()
    try:
        blocks = str(readers.read(tmp_path / name).blocks)
    except Unreadable as refused:
        blocks = str(refused)
    assert time.monotonic() - started < 10
    assert "haha" not in blocks and socket.gethostname() not in blocks


@needs(".pdf")
def test_a_pdf_under_a_password_is_named(home: Home, connection: duckdb.DuckDBPyConnection, folder: Path) -> None:
    canvas = pytest.importorskip("reportlab.pdfgen.canvas")
    page = canvas.Canvas(str(folder / "locked.pdf"), encrypt="secret")
    page.drawString(100, 700, "x")
    page.save()
    outcome = run(home, connection, folder)["locked.pdf"]
    assert outcome.status == "rejected" and "password" in (outcome.reason or "")


@pytest.mark.parametrize("suffix", [pytest.param(suffix, marks=needs(suffix)) for suffix in (".docx", ".xlsx")])
def test_an_office_file_under_a_password_is_named(
    home: Home, connection: duckdb.DuckDBPyConnection, folder: Path, suffix: str
) -> None:
    sys.path.insert(0, str(ROOT / "tests" / "ingest" / "readers"))
    word_files = pytest.importorskip("word_files")
    (folder / f"locked{suffix}").write_bytes(word_files.compound_file(EncryptedPackage=bytes(5000)))
    outcome = run(home, connection, folder)[f"locked{suffix}"]
    assert outcome.status == "rejected" and "password" in (outcome.reason or "")


def test_a_file_of_500_megabytes(home: Home, connection: duckdb.DuckDBPyConnection, folder: Path) -> None:
    with (folder / "huge.txt").open("wb") as huge:
        huge.truncate(500_000_000)
    outcome = run(home, connection, folder)["huge.txt"]
    assert outcome.status == "rejected" and "larger than 200 MB" in (outcome.reason or "")
    assert sum(path.stat().st_size for path in home.archive.rglob("*")) < 1_000_000


def test_a_table_of_100_000_rows(home: Home, connection: duckdb.DuckDBPyConnection, folder: Path) -> None:
    lines = [f"项目{number}\t{number}\t10.00\t9.50" for number in range(100_000)]
    (folder / "long.txt").write_text(
        "\n".join(["项目支出绩效自评表", "名称\t序号\t分值\t得分", *lines]), encoding="utf-8"
    )
    started = time.monotonic()
    outcome = run(home, connection, folder)["long.txt"]
    assert outcome.reason is None or "the program failed" not in outcome.reason
    assert time.monotonic() - started < 100


def test_long_names_and_names_with_line_breaks(home: Home, folder: Path) -> None:
    for name in ("甲" * 82 + "乙.txt", "a" * 250 + ".xlsm", "一行\n两行\x1b[31m.txt", "x." + "y" * 250):
        (folder / name[:255]).write_text(SAMPLE + name, encoding="utf-8")
    done = jixiao("ingest", folder, "--home", home.root, check=False)
    lines = done.stdout.splitlines()
    assert len(lines) == 6, done.stdout
    assert all(line.startswith(("loaded ", "partial ", "rejected ", "5 documents")) for line in lines)
    assert "\x1b" not in done.stdout and "一行�两行�" in done.stdout
    status = jixiao("status", "--home", home.root)
    assert "一行�两行�" in status.stdout


def test_links_in_a_circle(home: Home, connection: duckdb.DuckDBPyConnection, folder: Path) -> None:
    (folder / "below").mkdir()
    (folder / "below" / "above").symlink_to(folder)
    (folder / "one.txt").symlink_to(folder / "two.txt")
    (folder / "two.txt").symlink_to(folder / "one.txt")
    elsewhere = folder.parent / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "linked.txt").write_text(SAMPLE + "。", encoding="utf-8")
    (folder / "link").symlink_to(elsewhere)
    outcomes = run(home, connection, folder)
    assert {name: outcome.status for name, outcome in outcomes.items()} == {
        **{"good.txt": "loaded", "linked.txt": "loaded"},
        **{"above": "rejected", "one.txt": "rejected", "two.txt": "rejected"},
    }
    assert "leads back" in (outcomes["above"].reason or "")
    assert "Too many levels of symbolic links" in (outcomes["one.txt"].reason or "")


def test_a_folder_and_a_file_that_may_not_be_read(
    home: Home, connection: duckdb.DuckDBPyConnection, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The superuser may read everything, so the refusal is played."""
    (folder / "closed").mkdir()
    (folder / "secret.txt").write_text(SAMPLE, encoding="utf-8")
    scandir, opened = os.scandir, Path.open

    def refuse_folder(path: str) -> object:
        if str(path).endswith("closed"):
            raise PermissionError(errno.EACCES, "Permission denied", path)
        return scandir(path)

    def refuse_file(self: Path, *arguments: object, **options: object) -> object:
        if self.name == "secret.txt":
            raise PermissionError(errno.EACCES, "Permission denied", str(self))
        return opened(self, *arguments, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(os, "scandir", refuse_folder)
    monkeypatch.setattr(Path, "open", refuse_file)
    outcomes = run(home, connection, folder)
    assert {name: outcome.status for name, outcome in outcomes.items()} == {
        **{"good.txt": "loaded", "closed": "rejected", "secret.txt": "rejected"},
    }
    assert "cannot be read (Permission denied)" in (outcomes["closed"].reason or "")
    assert "cannot be read (Permission denied)" in (outcomes["secret.txt"].reason or "")


@pytest.mark.parametrize("where", ["archive", "database"])
def test_a_full_disk_ends_the_run_with_a_clear_word_and_the_home_stays_usable(
    home: Home, folder: Path, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    from typer.testing import CliRunner

    from ingest import cli, load

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as disk:
        disk.setenv("JIXIAO_WORKERS", "0")
        if where == "archive":
            disk.setattr(shutil, "copyfileobj", full)
        else:
            disk.setattr(load, "_insert", full)
        result = CliRunner().invoke(cli.app, ["ingest", str(folder), "--home", str(home.root)])
    assert result.exit_code == 3
    assert "broke off" in result.output and "No space left on device" in result.output
    assert not list(home.archive.glob(".incoming-*"))
    assert jixiao("ingest", folder, "--home", home.root).returncode == 0


def test_a_file_that_changes_while_it_is_read(
    home: Home, connection: duckdb.DuckDBPyConnection, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = folder / "good.txt"
    copy = shutil.copyfileobj
    writes = 0

    def growing(source: object, target: object) -> None:
        nonlocal writes
        copy(source, target)  # type: ignore[arg-type]
        if writes > 0:
            writes -= 1
            with file.open("a", encoding="utf-8") as more:
                more.write("。")

    monkeypatch.setattr(shutil, "copyfileobj", growing)
    writes = 99
    outcome = run(home, connection, folder)["good.txt"]
    assert outcome.status == "rejected" and "is changing" in (outcome.reason or "")
    writes = 1
    outcome = run(home, connection, folder)["good.txt"]
    assert outcome.status == "loaded" and outcome.document_id
    assert home.archived(outcome.document_id, ".txt").read_bytes() == file.read_bytes()
    assert connection.sql("SELECT count(*) FROM raw.documents").fetchall() == [(1,)]


def test_a_change_within_the_same_moment_is_noticed(
    home: Home, connection: duckdb.DuckDBPyConnection, folder: Path
) -> None:
    file = folder / "good.txt"
    run(home, connection, folder)
    before = file.stat()
    file.write_text(SAMPLE.replace("。", "．", 1), encoding="utf-8")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert Stamp.of(file.stat()) == Stamp.of(before)
    assert run(home, connection, folder)["good.txt"].changed


def test_documents_that_kill_or_stall_their_process(
    home: Home, connection: duckdb.DuckDBPyConnection, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from support import crashing

    for wish in ("crash", "hang", "memory"):
        (folder / f"{wish}.txt").write_text(f"{wish}\n", encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(ROOT / "tests"))
    monkeypatch.setattr(readings, "understand", crashing.understand)
    monkeypatch.setattr(readings, "READING_SECONDS", 12.0)
    outcomes = run(home, connection, folder)
    assert outcomes["good.txt"].status == "loaded"
    assert "(SIGSEGV)" in (outcomes["crash.txt"].reason or "")
    assert "longer than 12 seconds" in (outcomes["hang.txt"].reason or "")
    assert "(SIGKILL)" in (outcomes["memory.txt"].reason or "")
    assert connection.sql("SELECT count(*) FROM raw.documents WHERE status = 'rejected'").fetchall() == [(3,)]
    assert not any(outcome.changed for outcome in run(home, connection, folder).values())
    monkeypatch.undo()
    files, _ = discover(home, [folder])
    again = {Path(o.source).name: o for o in pipeline.ingest(home, connection, files, retry=True) if o.changed}
    assert set(again) == {"crash.txt", "hang.txt", "memory.txt"}
    assert all("no evaluation report" in (outcome.reason or "") for outcome in again.values())


@pytest.fixture(scope="module")
def sixty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of so many reports, enough to be broken off between them."""
    folder = tmp_path_factory.mktemp("sixty")
    for number in range(60):
        (folder / f"{number}.txt").write_text(f"{SAMPLE}\n第{number}份。\n", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def undisturbed(sixty: Path, tmp_path_factory: pytest.TempPathFactory) -> Home:
    home = Home(tmp_path_factory.mktemp("undisturbed"))
    jixiao("ingest", sixty, "--home", home.root)
    return home


def start(*arguments: str | Path) -> subprocess.Popen[str]:
    """The command with two reading processes."""
    command = [str(Path(sys.executable).parent / "jixiao"), *map(str, arguments)]
    environment = os.environ | {"JIXIAO_WORKERS": "2"}
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=environment)


def test_a_second_jixiao_on_the_same_home_waits_or_says_why_it_does_not(home: Home, sixty: Path) -> None:
    both = [start("ingest", sixty, "--home", home.root) for _ in range(2)]
    said = [process.communicate(timeout=120)[0] for process in both]
    for process, text in zip(both, said, strict=True):
        assert process.returncode == 0 or (process.returncode == 3 and "in use by another jixiao" in text), text
    assert "(60 known before)" in jixiao("ingest", sixty, "--home", home.root).stdout


def raw_rows(home: Home) -> dict[str, list[tuple[object, ...]]]:
    with duckdb.connect(str(home.work_file)) as connection:
        tables = connection.sql("SELECT table_name FROM duckdb_tables() WHERE schema_name = 'raw'").fetchall()
        left_out = {"documents": "(received_at, reader_version)", "document_names": "(first_seen_at)"}
        left_out["document_places"] = "(seen_at)"
        return {
            table: connection.sql(
                f"SELECT * {f'EXCLUDE {left_out[table]}' if table in left_out else ''} FROM raw.{table} ORDER BY ALL"
            ).fetchall()
            for (table,) in tables
        }


@pytest.mark.parametrize("blow", [signal.SIGKILL, signal.SIGINT])
def test_a_run_ended_at_any_moment_is_gone_on_with(
    home: Home, sixty: Path, undisturbed: Home, blow: signal.Signals
) -> None:
    moments = random.Random(7)
    for _ in range(4):
        process = start("ingest", sixty, "--home", home.root)
        time.sleep(moments.uniform(0.3, 2.5))
        process.send_signal(blow)
        process.communicate(timeout=60)
    done = jixiao("ingest", sixty, "--home", home.root)
    assert "60 loaded" in done.stdout
    assert raw_rows(home) == raw_rows(undisturbed)
    kept = {path.name for path in home.archive.rglob("*") if path.is_file()}
    assert kept == {path.name for path in undisturbed.archive.rglob("*") if path.is_file()}


@pytest.mark.usefixtures("quick_builds")
def test_a_refresh_killed_at_any_moment_gives_the_same_marts_in_the_end(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    moments = random.Random(3)
    home = tmp_path / "killed"
    for _ in range(2):
        process = start("refresh", SAMPLES, "--home", home)
        time.sleep(moments.uniform(1, 9))
        process.kill()
        process.communicate(timeout=60)
    command("refresh", SAMPLES, "--home", home)
    assert contents(home) == contents(refreshed(SAMPLES, tmp_path_factory).home)
