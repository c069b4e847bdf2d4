"""ZIP archives that units send: each member becomes a file of its own, within limits that no bomb gets past.

Nothing is ever written under a member's own name, so that no name can lead anywhere.
"""

from __future__ import annotations

import shutil
import stat
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ingest.discovery import is_aside
from ingest.document import Unreadable
from ingest.outcome import stops_all
from ingest.readers.kinds import of_package

SUFFIX = ".zip"
MAX_MEMBERS = 10_000
MAX_BYTES = 4_000_000_000
MAX_MEMBER_BYTES = 200_000_000
MAX_RATIO = 300
MAX_DEPTH = 3
_RATIO_COUNTS_FROM = 10_000_000
_UTF8_NAME, _ENCRYPTED = 0x800, 0x1


@dataclass(frozen=True, slots=True)
class Member:
    """A file in an archive: its name with the folders above it, and its bytes in a file, or why there are none."""

    name: str
    path: Path | None
    reason: str | None = None


class _Budget:
    """What is left of the limits, for an archive with all that are nested in it."""

    def __init__(self, scratch: Path) -> None:
        self.members = MAX_MEMBERS
        self.bytes = MAX_BYTES
        self._scratch = scratch
        self._count = 0
        self._names: set[str] = set()

    def next_path(self, suffix: str) -> Path:
        """Where the next member goes."""
        self._count += 1
        return self._scratch / f"{self._count}{suffix}"

    def own_name(self, name: str) -> str:
        """The name, numbered where another member has it already."""
        given, number = Path(name), 1
        while name in self._names:
            number += 1
            name = str(given.with_stem(f"{given.stem} ({number})"))
        self._names.add(name)
        return name


def office_suffix(path: Path) -> str | None:
    """The right suffix of a document that is a zip of parts, under the name of an archive."""
    try:
        with zipfile.ZipFile(path) as archive:
            return of_package(archive.namelist())
    except (zipfile.BadZipFile, OSError, ValueError):
        return None


def members(path: Path, scratch: Path) -> Iterator[Member]:
    """The files in an archive and in the archives in it, one at a time below `scratch`. Raises `Unreadable`.

    A member's file is there until the next one is asked for.
    """
    yield from _members(path, "", 1, _Budget(scratch))


def _members(path: Path, prefix: str, depth: int, budget: _Budget) -> Iterator[Member]:
    try:
        archive = zipfile.ZipFile(path)
    except (zipfile.BadZipFile, ValueError, EOFError, NotImplementedError) as error:
        raise Unreadable(
            "压缩包已损坏或不完整，请重新压缩后报送 / the archive is damaged or cut short; make it again and send it"
        ) from error
    with archive:
        infos = [info for info in archive.infolist() if not info.is_dir()]
        budget.members -= len(infos)
        if budget.members < 0:
            raise Unreadable(
                f"压缩包内文件超过 {MAX_MEMBERS} 个，请分成几个压缩包报送 / "
                f"the archive holds more than {MAX_MEMBERS} files; split it and send the parts"
            )
        for info in infos:
            name = _name_of(info)
            parts = name.split("/")
            if any(is_aside(part) for part in parts if part not in ("", ".", "..")):
                continue
            reason = _refusal(info, name)
            if reason is None and name.lower().endswith(SUFFIX) and depth >= MAX_DEPTH:
                reason = f"压缩包嵌套超过 {MAX_DEPTH} 层 / archives are nested more than {MAX_DEPTH} deep"
            if reason is not None:
                yield Member(prefix + name, None, reason)
                continue
            yield from _taken_out(archive, info, budget.own_name(prefix + name), depth, budget)


def _taken_out(
    archive: zipfile.ZipFile, info: zipfile.ZipInfo, name: str, depth: int, budget: _Budget
) -> Iterator[Member]:
    budget.bytes -= info.file_size
    if budget.bytes < 0:
        raise Unreadable(
            f"压缩包解压后超过 {MAX_BYTES // 1_000_000} MB，请分成几个压缩包报送 / "
            f"the archive holds more than {MAX_BYTES // 1_000_000} MB; split it and send the parts"
        )
    path = budget.next_path(Path(name).suffix[:16] if Path(name).suffix.isascii() else "")
    try:
        try:
            with archive.open(info) as source, path.open("wb") as target:
                shutil.copyfileobj(source, target)
        except OSError as error:
            if stops_all(error):
                raise
            yield Member(name, None, _DAMAGED)
            return
        except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError, ValueError):
            yield Member(name, None, _DAMAGED)
            return
        if not name.lower().endswith(SUFFIX) or office_suffix(path):
            yield Member(name, path)
            return
        try:
            yield from _members(path, f"{name}/", depth + 1, budget)
        except Unreadable as error:
            if budget.members < 0 or budget.bytes < 0:
                raise
            yield Member(name, None, str(error))
    finally:
        path.unlink(missing_ok=True)


_DAMAGED = "文件在压缩包中已损坏，请重新压缩后报送 / the file is damaged in the archive; make the archive again"


def _refusal(info: zipfile.ZipInfo, name: str) -> str | None:
    """Why a member is not taken out; None where it may be."""
    if name.startswith("/") or ".." in name.split("/") or name[1:2] == ":":
        return "文件名指向压缩包之外，已拒绝 / its name leads out of the archive; it is refused"
    if stat.S_ISLNK(info.external_attr >> 16):
        return "压缩包中的符号链接，已拒绝 / it is a symbolic link in an archive; it is refused"
    if info.flag_bits & _ENCRYPTED:
        return "压缩包设有密码，请取消密码后重新报送 / the archive is protected by a password; send it without one"
    if info.file_size > MAX_MEMBER_BYTES:
        return (
            f"文件超过 {MAX_MEMBER_BYTES // 1_000_000} MB，请拆分后报送 / "
            f"the file is larger than {MAX_MEMBER_BYTES // 1_000_000} MB; split it and send the parts"
        )
    if info.file_size > max(_RATIO_COUNTS_FROM, info.compress_size * MAX_RATIO):
        return "文件压缩比过大，疑似压缩炸弹 / the file is far too large once decompressed; it may be a bomb"
    return None


def _name_of(info: zipfile.ZipInfo) -> str:
    """The name as its writer meant it: without the UTF-8 flag it is in the writer's own encoding, in China GBK."""
    name = info.orig_filename
    if not info.flag_bits & _UTF8_NAME:
        raw = name.encode("cp437")
        try:
            name = raw.decode("utf-8")
        except UnicodeDecodeError:
            name = raw.decode("gb18030", errors="replace")
    return unicodedata.normalize("NFC", name.replace("\\", "/").replace("\0", "�"))
