"""Which files are meant by the paths that a user gives."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

from ingest.home import Home
from ingest.outcome import Outcome, unreadable

_LOOP = "符号链接指回上级文件夹，不再进入 / the symbolic link leads back to a folder above it; it is not followed"

_OF_SYSTEMS = frozenset({"__macosx", "thumbs.db", "desktop.ini"})


def discover(home: Home, paths: Iterable[Path]) -> tuple[list[Path], list[Outcome]]:
    """All files under the paths in a fixed order, and the folders that could not be looked into.

    Left aside: hidden files, those that systems and Office keep for themselves (Thumbs.db, ~$…), the READMEs that
    explain a folder, and the home's own files.
    """
    found: set[str] = set()
    closed: list[Outcome] = []
    own = {str(home.archive), str(home.warehouse)}
    for path in paths:
        if path.is_dir():
            found.update(_files_below(str(path), own, (), closed))
        else:
            found.add(str(path))
    return [Path(path) for path in sorted(found)], closed


def is_aside(name: str) -> bool:
    """Whether a file or folder of this name holds no report."""
    return name.startswith((".", "~$", "README")) or name.lower() in _OF_SYSTEMS


def readable_name(name: str) -> str:
    """A file's name as text: names from old archives are often GBK bytes."""
    raw = os.fsencode(name)
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        text = raw.decode("gb18030", errors="replace")
    return unicodedata.normalize("NFC", text)


def _files_below(folder: str, own: set[str], above: tuple[str, ...], closed: list[Outcome]) -> Iterator[str]:
    """The files of a folder and of those below it; links to folders are followed unless they lead into a circle."""
    real = os.path.realpath(folder)
    if real in own:
        return
    if real in above:
        closed.append(unreadable(folder, _LOOP))
        return
    try:
        with os.scandir(folder) as entries:
            listed = [(entry.path, _is_folder(entry)) for entry in entries if not is_aside(entry.name)]
    except OSError as error:
        reason = f"文件夹无法读取 / the folder cannot be read ({error.strerror})"
        closed.append(unreadable(folder, reason))
        return
    for path, is_folder in listed:
        if is_folder:
            yield from _files_below(path, own, (*above, real), closed)
        else:
            yield path


def _is_folder(entry: os.DirEntry[str]) -> bool:
    """A link that leads nowhere counts as a file, which says of itself what is wrong with it."""
    try:
        return entry.is_dir()
    except OSError:
        return False
