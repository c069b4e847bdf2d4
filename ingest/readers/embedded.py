"""Files that a Word document or a workbook holds as objects: sheets shown in place, and attachments behind an icon."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from importlib import import_module
from pathlib import PurePosixPath

from lxml.etree import _Element

from ingest.document import Block, Paragraph, Unreadable
from ingest.readers.kinds import true_suffix
from ingest.readers.ole import MAGIC, CompoundFile

_OLE_OBJECT = "{urn:schemas-microsoft-com:office:office}OLEObject"
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_FORMULAS = ("Equation", "MathType")
_WORD, _SHEETS = "word.docx", "sheets.sheet"
_HOLDING = frozenset({_WORD, _SHEETS})
_READERS = {
    **dict.fromkeys((".xlsx", ".xlsm", ".xls"), _SHEETS),
    **dict.fromkeys((".docx", ".docm"), _WORD),
    ".pdf": "portable.pdf",
    ".ofd": "portable.ofd",
}


def object_ids(element: _Element) -> Iterator[str]:
    """The relationship ids of the files embedded in an object; formulas are none."""
    for found in element.iter(_OLE_OBJECT):
        if found.get("Type") != "Link" and not found.get("ProgID", "").startswith(_FORMULAS):
            yield found.get(_ID, "")


def blocks_of(name: str, data: bytes | None, depth: int) -> Iterator[Block]:
    """What stands in an embedded file, its blocks on no page; one paragraph that tells of it where it is not read.
    `depth`: in how many files it lies."""
    try:
        name, content = _unpacked(name, data or b"")
        reader = _READERS[true_suffix(content, PurePosixPath(name).suffix.lower())]
        read_bytes = import_module(f"ingest.readers.{reader}").read_bytes
        document = read_bytes(content, depth=depth) if reader in _HOLDING else read_bytes(content)
        yield from document.blocks
    except (Unreadable, KeyError, struct.error):
        yield unread(name)


def unread(name: str) -> Paragraph:
    """The paragraph that tells of an embedded file that is not read."""
    where = f"：{PurePosixPath(name).name}" if name else ""
    return Paragraph(f"（内嵌文件未读取{where}）", is_unread=True)


def _unpacked(name: str, data: bytes) -> tuple[str, bytes]:
    """(name, content) of the file itself, out of the container that objects are kept in."""
    if not data.startswith(MAGIC):
        return name, data
    container = CompoundFile(data)
    if "Package" in container:
        return name, container.stream("Package")
    if "\x01Ole10Native" in container:
        attached, content = _attached(container.stream("\x01Ole10Native"))
        return attached or name, content
    return name, data


def _attached(stream: bytes) -> tuple[str, bytes]:
    """(name, content) of an attachment: behind its size and two flags stand its name and two paths."""
    name, _, rest = stream[6:].partition(b"\0")
    _, _, rest = rest.partition(b"\0")
    start = 8 + struct.unpack_from("<I", rest, 4)[0]
    (size,) = struct.unpack_from("<I", rest, start)
    return name.decode("gb18030", "replace"), rest[start + 4 : start + 4 + size]
