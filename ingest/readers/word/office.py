"""Old Word files (.doc, .dot, .wps, .wpt), .rtf and .odt, by way of LibreOffice, which makes Word documents of them.

LibreOffice leaves with 0 whatever happens and converts garbage as if it were text, so what goes in is checked for
being whole and open, and what comes out for being there.
"""

from __future__ import annotations

import os
import shutil
import signal
import struct
import subprocess
import tempfile
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from ingest.document import Document, Unreadable
from ingest.readers import ole
from ingest.readers.office_zip import OfficeZip, damaged, encrypted
from ingest.readers.word.package import MEDIA_TYPE, no_word_document

SUFFIXES = (".doc", ".dot", ".wps", ".wpt", ".rtf", ".odt", ".ott")
SECONDS_TO_START, SECONDS_PER_FILE = 60, 20
_MAX_BYTES = 200_000_000
_MEDIA_TYPES = {
    ".doc": "application/msword",
    ".rtf": "application/rtf",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".docx": MEDIA_TYPE,
}
_WORD_97, _WORD_95 = 0xA5EC, 0xA5DC
_PROTECTION_FLAG = 0x0100
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop>
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop>
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop>
</item>
</oor:items>
"""


class NotInstalled(Unreadable):
    """There is no LibreOffice to convert the file."""


class NotConverted(Unreadable):
    """LibreOffice gave nothing for the file: it broke down, ran out of time, or could not make sense of it."""


def is_installed() -> bool:
    """Whether there is a LibreOffice."""
    return _program() is not None


def read_path(path: Path) -> Document:
    """The document in one file. Raises `Unreadable`. Many files are converted faster together: see `convert`."""
    from ingest.readers.word import docx  # Not above: whoever only converts needs no reader.

    with tempfile.TemporaryDirectory(prefix="jixiao-") as folder:
        outcome = convert([path], Path(folder))[path]
        if isinstance(outcome, Unreadable):
            raise outcome
        document = docx.read_bytes(outcome.read_bytes())
    return replace(document, media_type=media_type_of(path))


def media_type_of(path: Path) -> str:
    """What the bytes are, whatever the file is called. Raises `Unreadable` like `kind_of`."""
    return _MEDIA_TYPES[kind_of(path.read_bytes())]


def convert(paths: Sequence[Path], into: Path) -> dict[Path, Path | Unreadable]:
    """Convert files into the (empty) folder `into` with one process: each path → its .docx, or why there is none."""
    outcomes: dict[Path, Path | Unreadable] = {}
    waiting: dict[str, Path] = {}
    program = _program()
    with tempfile.TemporaryDirectory(prefix="jixiao-") as folder:
        for rank, path in enumerate(dict.fromkeys(paths), start=1):
            name = f"{rank:06d}"
            try:
                data = _bytes_of(path)
                kind = kind_of(data)
                if kind == ".docx":
                    outcomes[path] = into / f"{name}.docx"
                    (into / f"{name}.docx").write_bytes(data)
                elif program is None:
                    outcomes[path] = _not_installed()
                else:
                    (Path(folder) / f"{name}{kind}").write_bytes(data)
                    waiting[f"{name}{kind}"] = path
            except Unreadable as reason:
                outcomes[path] = reason
        if program is not None and waiting:
            outcomes |= _convert_all(program, Path(folder), waiting, into)
    return outcomes


def kind_of(data: bytes) -> str:
    """The suffix that fits the bytes. Raises `Unreadable` for what is no text document, locked or cut off."""
    if not data:
        raise Unreadable("文件为空，请单位重新报送 / the file is empty; ask the unit to send it again")
    if data.startswith(ole.MAGIC):
        _check_compound_file(data)
        return ".doc"
    if data.startswith(b"{\\rtf"):
        if not data.rstrip(b"\0\t\r\n \x1a").endswith(b"}"):
            raise damaged()
        return ".rtf"
    if data.startswith(b"PK"):
        if b"mimetypeapplication/vnd.oasis.opendocument.text" not in data[:120]:
            return ".docx"
        if OfficeZip(data).is_locked():
            raise encrypted()
        return ".odt"
    raise no_word_document()


def _bytes_of(path: Path) -> bytes:
    try:
        if path.stat().st_size > _MAX_BYTES:
            raise Unreadable(
                f"文件超过 {_MAX_BYTES // 1_000_000} MB，请拆分后报送 / "
                f"the file is larger than {_MAX_BYTES // 1_000_000} MB; split it and send the parts"
            )
        return path.read_bytes()
    except OSError as error:
        raise Unreadable(
            f"文件打不开（{error.strerror}），请检查文件是否存在、是否有读取权限 / "
            f"the file cannot be opened ({error.strerror}); check that it exists and may be read"
        ) from error


def _check_compound_file(data: bytes) -> None:
    """Refuse what holds no Word text, is under a password, or lacks a part of its text."""
    try:
        container = ole.CompoundFile(data)
        if "EncryptedPackage" in container:
            raise encrypted()
        if "WordDocument" not in container:
            raise no_word_document()
        magic, flags = struct.unpack_from("<H8xH", container.stream("WordDocument"))
        for name in ("0Table", "1Table", "Data"):
            if name in container:
                container.stream(name)
    except struct.error as error:
        raise damaged() from error
    if magic not in (_WORD_97, _WORD_95):
        raise damaged()
    if flags & _PROTECTION_FLAG:
        raise encrypted()


def _convert_all(program: str, folder: Path, waiting: dict[str, Path], into: Path) -> dict[Path, Path | Unreadable]:
    """Run LibreOffice over the files; where it dies or hangs, that file is given up and the rest goes on without it."""
    outcomes: dict[Path, Path | Unreadable] = {}
    names = list(waiting)
    idle_runs = 0
    while names:
        ended = _run(program, folder, names, into)
        left: list[str] = []
        for name in names:
            made = into / f"{Path(name).stem}.docx"
            if _is_whole(made):
                outcomes[waiting[name]] = made
            else:
                made.unlink(missing_ok=True)
                left.append(name)
        idle_runs = idle_runs + 1 if len(left) == len(names) else 0
        given_up = left if ended or idle_runs > 2 else left[:1]
        outcomes |= {waiting[name]: _not_converted() for name in given_up}
        names = left[len(given_up) :]
    return outcomes


def _run(program: str, folder: Path, names: list[str], into: Path) -> bool:
    """Whether LibreOffice came to its own end within its time."""
    with tempfile.TemporaryDirectory(prefix="jixiao-profile-") as profile:
        settings = Path(profile) / "user" / "registrymodifications.xcu"
        settings.parent.mkdir()
        settings.write_text(_SETTINGS, encoding="utf-8")
        process = subprocess.Popen(
            [
                program,
                f"-env:UserInstallation={Path(profile).as_uri()}",
                *"--headless --norestore --nologo --nodefault --nolockcheck --convert-to docx --outdir".split(),
                str(into.resolve()),
                *names,
            ],
            cwd=folder,
            env={**os.environ, "HOME": profile},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            return process.wait(SECONDS_TO_START + SECONDS_PER_FILE * len(names)) == 0
        except subprocess.TimeoutExpired:
            return False
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()


def _program() -> str | None:
    return shutil.which("soffice") or shutil.which("libreoffice")


def _is_whole(path: Path) -> bool:
    try:
        with zipfile.ZipFile(path) as package:
            return "word/document.xml" in package.namelist()
    except (OSError, zipfile.BadZipFile):
        return False


def _not_installed() -> NotInstalled:
    return NotInstalled(
        "读取 .doc、.wps、.rtf 需要 LibreOffice，请安装：apt install libreoffice-writer-nogui，或另存为 .docx 后报送 / "
        "reading .doc, .wps and .rtf takes LibreOffice; install it with: apt install libreoffice-writer-nogui, "
        "or save the file as .docx"
    )


def _not_converted() -> NotConverted:
    return NotConverted(
        "LibreOffice 无法转换该文件，请在 Word 或 WPS 中另存为 .docx 后报送 / "
        "LibreOffice could not convert the file; save it as .docx in Word or WPS and send it again"
    )
