"""The zip package of a Word file: its parts, found by their relationships, unpacked and parsed within limits."""

from __future__ import annotations

import io
import lzma
import posixpath
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator

from lxml import etree
from lxml.etree import _Element

from ingest.document import Unreadable
from ingest.once import once
from ingest.readers import ole
from ingest.readers.office_zip import MAX_DIRECTORY_BYTES, damaged, directory_bytes, encrypted
from ingest.readers.word.names import MAIN
from ingest.readers.word.single_xml import as_package, is_single_xml

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MAX_PART_BYTES = 64 * 1024 * 1024
_DAMAGE = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, ValueError, OSError, struct.error, IndexError)
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_PARSER = etree.XMLParser(
    resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
)


class Package:
    """An opened Word file. `main` holds the bytes of the document part, other parts are unpacked when asked for."""

    def __init__(self, data: bytes) -> None:
        if is_single_xml(data):
            data = as_package(parse(data))
        _refuse_what_is_no_zip(data)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _DAMAGE as error:
            raise damaged() from error
        self._members = {member.filename.replace("\\", "/").lower(): member for member in self._zip.infolist()}
        self._main_name = self._related("", "officeDocument") or "word/document.xml"
        main = self.part(self._main_name)
        if main is None:
            raise no_word_document()
        self.main = main

    def related(self, kind: str) -> bytes | None:
        """The bytes of the part that stands in the relationship `kind` to the document part, if there is one."""
        name = self._related(self._main_name, kind)
        return self.part(name) if name else None

    @once
    def targets(self) -> dict[str, str]:
        """The names of the parts that the document part refers to, by the ids of its relationships to them."""
        return {entry.get("Id", ""): target for entry, target in self._relationships(self._main_name)}

    def _related(self, source: str, kind: str) -> str | None:
        targets = (
            target for entry, target in self._relationships(source) if entry.get("Type", "").endswith("/" + kind)
        )
        return next(targets, None)

    def _relationships(self, source: str) -> Iterator[tuple[_Element, str]]:
        """(relationship, name of the part) of all parts inside the package that stand in one to the part `source`."""
        folder, name = posixpath.split(source)
        listing = self.part(posixpath.join(folder, "_rels", f"{name}.rels"))
        for entry in parse(listing) if listing is not None else ():
            if entry.get("TargetMode") != "External":
                yield entry, posixpath.normpath(posixpath.join("/", folder, entry.get("Target", ""))).lstrip("/")

    def part(self, name: str) -> bytes | None:
        """The bytes of a part, if there is one of that name."""
        member = self._members.get(name.lower())
        if member is None:
            return None
        if member.flag_bits & 1:
            raise encrypted()
        if member.file_size > MAX_PART_BYTES:
            raise Unreadable(
                f"文件解压后超过 {MAX_PART_BYTES >> 20} MB，请拆分后报送 / "
                f"the file unpacks to more than {MAX_PART_BYTES >> 20} MB; split it and send the parts"
            )
        try:
            return _plain(self._zip.read(member))
        except (*_DAMAGE, NotImplementedError, RuntimeError) as error:
            raise damaged() from error


def no_word_document() -> Unreadable:
    """The reason for a file of another kind."""
    return Unreadable("文件不是 Word 文档，请检查后重新报送 / the file is no Word document; check it and send it again")


def parse(data: bytes) -> _Element:
    """The root of an XML part. No entity is resolved, nothing is fetched, a document type is refused."""
    try:
        root = etree.fromstring(data, _PARSER)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise damaged() from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise Unreadable(
            "文件含有 XML 实体定义，不安全，已拒绝；请用 Word 另存后报送 / "
            "the file defines XML entities, which is not safe; save it again in Word and send it"
        )
    return root


def _plain(data: bytes) -> bytes:
    """XML as UTF-8 in the transitional namespace, which is what all other modules know."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        data = _XML_DECLARATION.sub("", data.decode("utf-16")).encode()
    return data.replace(_STRICT, MAIN.encode()) if _STRICT in data else data


def _refuse_what_is_no_zip(data: bytes) -> None:
    if not data:
        raise Unreadable("文件为空，请单位重新报送 / the file is empty; ask the unit to send it again")
    if data.startswith(ole.MAGIC):
        raise _reason_for_ole(data)
    if not data.startswith(b"PK"):
        raise no_word_document()
    size = directory_bytes(data)
    if size is None:
        raise damaged()
    if size > MAX_DIRECTORY_BYTES:
        raise Unreadable(
            "压缩包内文件过多，不是正常的 Word 文件 / the package holds too many files for a Word document; check it"
        )


def _reason_for_ole(data: bytes) -> Unreadable:
    try:
        container = ole.CompoundFile(data)
    except struct.error:
        return damaged()
    if "EncryptedPackage" in container:
        return encrypted()
    if "WordDocument" in container:
        return Unreadable(
            "文件其实是旧版 Word（.doc）格式，请把后缀改为 .doc，或在 Word 中另存为 .docx / "
            "the file is in the old Word format; name it .doc, or save it as .docx in Word"
        )
    return no_word_document()
