import io
import shutil
import struct
import subprocess
import zipfile
from pathlib import Path

import docx as python_docx
import pytest
from word_files import compound_file

from ingest.document import Document, Table, Unreadable
from ingest.readers.word import docx, office, package

SOFFICE = shutil.which("soffice")
needs_libreoffice = pytest.mark.skipif(
    SOFFICE is None, reason="LibreOffice is not installed (libreoffice-writer-nogui)"
)


def write_docx(path: Path) -> Path:
    """A report with merged cells, in Word's new format."""
    document = python_docx.Document()
    document.add_paragraph("项目支出绩效自评表")
    table = document.add_table(3, 3)
    table.cell(0, 0).merge(table.cell(1, 0)).text = "项目资金"
    table.cell(0, 1).merge(table.cell(0, 2)).text = "全年执行数"
    table.cell(1, 1).text = "83.67"
    table.cell(1, 2).text = "☑优 □良"
    table.cell(2, 2).text = "万元"
    document.add_paragraph("评价说明")
    document.save(str(path))
    return path


@pytest.fixture(scope="session")
def old_files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with report.doc, report.rtf and report.odt."""
    if SOFFICE is None:
        pytest.skip("LibreOffice is not installed (libreoffice-writer-nogui)")
    folder = tmp_path_factory.mktemp("old")
    write_docx(folder / "report.docx")
    for suffix in ("doc", "rtf", "odt"):
        subprocess.run(
            [
                SOFFICE,
                f"-env:UserInstallation={(folder / 'profile').as_uri()}",
                *("--headless", "--convert-to", suffix, "--outdir", str(folder), str(folder / "report.docx")),
            ],
            check=True,
            capture_output=True,
            timeout=120,
        )
    return folder


def shape(document: Document) -> list[object]:
    return [
        [(cell.row, cell.col, cell.text, cell.row_span, cell.col_span) for cell in block.cells]
        if isinstance(block, Table)
        else block.text
        for block in document.blocks
    ]


@needs_libreoffice
@pytest.mark.parametrize(("suffix", "media_type"), [("doc", "application/msword"), ("rtf", "application/rtf")])
def test_old_formats_give_the_same_document(old_files: Path, tmp_path: Path, suffix: str, media_type: str) -> None:
    path = shutil.copy(old_files / f"report.{suffix}", tmp_path / f"报告 ({suffix}).wps")
    document = office.read_path(path)
    assert shape(document) == shape(docx.read_bytes((old_files / "report.docx").read_bytes()))
    assert document.media_type == media_type


@needs_libreoffice
def test_one_process_converts_many_files_and_a_bad_one_stops_no_other(
    old_files: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    runs: list[list[str]] = []
    run = office._run
    monkeypatch.setattr(office, "_run", lambda *arguments: runs.append(arguments[2]) or run(*arguments))
    folders = [tmp_path / "a", tmp_path / "b"]
    for folder in folders:
        folder.mkdir()
        shutil.copy(old_files / "report.doc", folder / "report.doc")
    good = [folder / "report.doc" for folder in folders] + [old_files / "report.odt", old_files / "report.docx"]
    bad = tmp_path / "bad.doc"
    bad.write_bytes((old_files / "report.doc").read_bytes()[:5000])
    into = tmp_path / "into"
    into.mkdir()
    outcomes = office.convert([good[0], bad, *good[1:], good[0], tmp_path / "none.doc"], into)
    assert len(runs) == 1
    assert isinstance(outcomes[bad], Unreadable)
    assert "cannot be opened" in str(outcomes[tmp_path / "none.doc"])
    expected = shape(docx.read_bytes((old_files / "report.docx").read_bytes()))
    for path in good:
        made = outcomes[path]
        assert isinstance(made, Path)
        assert shape(docx.read_bytes(made.read_bytes())) == expected
    assert len({outcomes[path] for path in good}) == len(good)


@needs_libreoffice
def test_every_cut_of_an_old_file_is_told(old_files: Path) -> None:
    for name in ("report.doc", "report.rtf"):
        data = (old_files / name).read_bytes()
        assert office.kind_of(data) == Path(name).suffix
        for length in range(10, len(data) - 512, max(1, len(data) // 40)):
            with pytest.raises(Unreadable):
                office.kind_of(data[:length])


def word_97(flags: int, magic: int = 0xA5EC) -> bytes:
    return compound_file(WordDocument=struct.pack("<HHIHH", magic, 0x00C1, 0, 0, flags))


def locked_text() -> bytes:
    """A text of LibreOffice under a password."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        package.writestr("content.xml", bytes(200))
        spaces = 'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"'
        entry = "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>"
        package.writestr("META-INF/manifest.xml", f"<manifest:manifest {spaces}>{entry}</manifest:manifest>")
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "the file is empty"),
        ("只是文字，不是 Word 文件".encode(), "no Word document"),
        (b"<html><body>x</body></html>", "no Word document"),
        (b"{\\rtf1 half", "damaged"),
        (word_97(0x0100), "password"),
        (compound_file(EncryptedPackage=b""), "password"),
        (compound_file(Workbook=b""), "no Word document"),
        (word_97(0, magic=0), "damaged"),
        (word_97(0)[:2000], "damaged"),
        (locked_text(), "password"),
        (locked_text()[:300], "damaged"),
    ],
)
def test_what_libreoffice_would_take_for_text_is_refused(data: bytes, reason: str, tmp_path: Path) -> None:
    path = tmp_path / "x.doc"
    path.write_bytes(data)
    with pytest.raises(Unreadable, match=reason):
        office.read_path(path)


def test_a_new_file_under_an_old_name_needs_no_libreoffice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    document = office.read_path(write_docx(tmp_path / "x.doc"))
    assert document.media_type == package.MEDIA_TYPE
    assert len(document.blocks) == 3


def test_without_libreoffice_the_reason_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    path = tmp_path / "x.doc"
    path.write_bytes(word_97(0))
    with pytest.raises(Unreadable, match="apt install libreoffice-writer-nogui"):
        office.read_path(path)


def fake_program(folder: Path, script: str) -> str:
    """A stand-in for LibreOffice that gets the output folder as $out and each file as $file."""
    program = folder / "soffice"
    loop = f'while [ "$1" != --outdir ]; do shift; done; out="$2"; shift 2; for file in "$@"; do {script}; done'
    program.write_text(f"#!/bin/sh\n{loop}\n", encoding="utf-8")
    program.chmod(0o755)
    return str(program)


@pytest.mark.parametrize("trouble", ["exit 81", "sleep 60", "kill -9 $$"])
def test_a_file_that_kills_or_stalls_libreoffice_is_given_up_alone(
    trouble: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    model = write_docx(tmp_path / "model.docx")
    script = f'if grep -q BAD "$file"; then {trouble}; else cp {model} "$out/${{file%.*}}.docx"; fi'
    program = fake_program(tmp_path, script)
    monkeypatch.setattr(shutil, "which", lambda name: program)
    monkeypatch.setattr(office, "SECONDS_TO_START", 2)
    monkeypatch.setattr(office, "SECONDS_PER_FILE", 0)
    paths = [tmp_path / f"{rank}.rtf" for rank in range(4)]
    for rank, path in enumerate(paths):
        path.write_bytes(b"{\\rtf1 BAD}" if rank == 1 else b"{\\rtf1 good}")
    into = tmp_path / "into"
    into.mkdir()
    outcomes = office.convert(paths, into)
    assert [isinstance(outcomes[path], Path) for path in paths] == [True, False, True, True]
    assert "could not convert" in str(outcomes[paths[1]])


@pytest.mark.parametrize("script", ["true", 'echo half > "$out/${file%.*}.docx"', "exit 1"])
def test_no_output_and_broken_output_are_told(script: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = fake_program(tmp_path, script)
    monkeypatch.setattr(shutil, "which", lambda name: program)
    path = tmp_path / "x.rtf"
    path.write_bytes(b"{\\rtf1 x}")
    with pytest.raises(Unreadable, match="could not convert"):
        office.read_path(path)
