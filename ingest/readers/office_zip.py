"""The XML parts of an Office file in a zip, with every door closed: sizes are bounded, no entities, no network."""

from __future__ import annotations

import io
import posixpath
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from lxml import etree

from ingest.document import Unreadable

LIMIT = 200_000_000
"""The most decompressed bytes of one part."""
MOST = 400_000_000
"""The most of all that is read, each part as often as it is."""
_HELD, _HELD_WHOLE = 8_000_000, 16_000_000
"""The most bytes of a part that are held as a tree at a time, where it is streamed and where it is needed whole."""
_CHUNK = 1 << 18
MAX_DIRECTORY_BYTES = 4 * 1024 * 1024
"""The longest list of parts of a package that is looked at."""


class OfficeZip:
    """An open package. Errors of the container and of its XML come out as `Unreadable`."""

    def __init__(self, data: bytes) -> None:
        size = directory_bytes(data)
        if size is None or size > MAX_DIRECTORY_BYTES:
            raise damaged() if size is None else _inflated()
        with sound():
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        self._infos = {info.filename.replace("\\", "/").lower(): info for info in self._zip.infolist()}
        self._left = MOST

    def __contains__(self, part: str) -> bool:
        return part.lower() in self._infos

    def is_locked(self) -> bool:
        """Whether the parts of an OpenDocument file are under a password."""
        manifest = "META-INF/manifest.xml"
        return manifest in self and next(self.tree(manifest).iter("{*}encryption-data"), None) is not None

    def tree(self, part: str) -> etree._Element:
        """The whole part, for small ones."""
        *_, (_, root) = self.elements(part, ())
        return root

    def content(self, part: str) -> bytes:
        """The bytes of a part that is no XML."""
        with sound():
            info = self._sound_info(part)
            self._left -= info.file_size
            if self._left < 0:
                raise _inflated()
            return self._zip.read(info)

    def elements(self, part: str, tags: tuple[str, ...]) -> Iterator[tuple[str, etree._Element]]:
        """The part's elements with these local names as they end, each emptied behind its use; the root comes last."""
        with sound():
            info = self._sound_info(part)
            parser = etree.XMLPullParser(
                ("end",) if tags else (),
                tag=[f"{{*}}{tag}" for tag in tags],
                resolve_entities=False,
                no_network=True,
                load_dtd=False,
            )
            held = 0
            with self._zip.open(info) as stream:
                while chunk := stream.read(_CHUNK):
                    parser.feed(chunk)
                    held += len(chunk)
                    self._left -= len(chunk)
                    if self._left < 0 or held > (_HELD if tags else _HELD_WHOLE):
                        raise _inflated()
                    for element in _ended(parser):
                        yield local_name(element), element
                        _forget(element)
                        held = 0
            root = parser.close()
            if root.getroottree().docinfo.internalDTD is not None:
                raise damaged()
            for element in _ended(parser):
                yield local_name(element), element
            yield local_name(root), root

    def _sound_info(self, part: str) -> zipfile.ZipInfo:
        info = self._infos[part.lower()]
        if info.flag_bits & 0x1:
            raise encrypted()
        if info.file_size > LIMIT:
            raise _inflated()
        return info

    def relations(self, part: str) -> dict[str, tuple[str, str]]:
        """Relation id: (last word of the type, target part) of a part; "" is the package."""
        folder, name = posixpath.split(part)
        listing = posixpath.join(folder, "_rels", f"{name}.rels")
        if listing not in self:
            return {}
        return {
            relation.get("Id", ""): (
                relation.get("Type", "").rsplit("/", 1)[-1],
                posixpath.normpath(posixpath.join("/", folder, relation.get("Target", ""))).lstrip("/"),
            )
            for relation in self.tree(listing)
        }


def directory_bytes(data: bytes) -> int | None:
    """How long the list of parts of a zip is, before anything of it is held; None where its end is missing."""
    end = data.rfind(b"PK\x05\x06", -66_000)
    if end < 0 or len(data) < end + 22:
        return None
    return int(struct.unpack_from("<I", data, end + 12)[0])


def local_name(element: etree._Element) -> str:
    """The element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def local_get(element: etree._Element, name: str) -> str | None:
    """The attribute of that local name, whatever its namespace."""
    for key, value in element.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(value)
    return None


@contextmanager
def sound() -> Iterator[None]:
    """Turn what a broken container or broken XML raises into `Unreadable`."""
    try:
        yield
    except (zipfile.BadZipFile, zlib.error, EOFError, LookupError, NotImplementedError, OSError) as error:
        raise damaged() from error
    except (etree.XMLSyntaxError, struct.error, ValueError, RuntimeError) as error:
        raise damaged() from error


def _ended(parser: etree.XMLPullParser) -> Iterator[etree._Element]:
    """The elements that have ended since the last call."""
    for _, element in parser.read_events():
        if isinstance(element, etree._Element):
            yield element


def _forget(element: etree._Element) -> None:
    """Free a used element and what stands before it."""
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


def _inflated() -> Unreadable:
    return Unreadable(
        "文件解压后过大，疑似压缩炸弹，请拆分后重新报送 / "
        "the file is far too large once decompressed; split it and send it again"
    )


def damaged() -> Unreadable:
    return Unreadable(
        "文件已损坏或不完整，请重新保存后报送 / the file is damaged or cut short; save it again and send it"
    )


def encrypted() -> Unreadable:
    return Unreadable(
        "文件设有密码，请取消密码后重新报送 / the file is protected by a password; remove it and send the file again"
    )
