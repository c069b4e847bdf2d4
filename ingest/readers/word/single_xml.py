"""Word documents that are one XML file (flat OPC, or the XML of Word 2003), which systems that fill in templates write,
often under the name .doc. Both are made into the package that Word writes otherwise; pictures are left out."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable

from lxml import etree
from lxml.builder import ElementMaker

from ingest.readers.kinds import FLAT_PACKAGE, WORD_2003, markup_start
from ingest.readers.office_zip import damaged, local_get, local_name
from ingest.readers.word.names import MAIN

_LONGEST_NAME = 1000
_OLD = WORD_2003.decode()
_HINTS = "http://schemas.microsoft.com/office/word/2003/auxHint"
_ANNOTATIONS = "http://schemas.microsoft.com/aml/2001/core"
_RENAMED = {"vmerge": "vMerge", "hmerge": "hMerge"}
_CHANGES = {"Word.Deletion": "del", "Word.Insertion": "ins", "Word.Comment": "comment"}
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_WORD = ElementMaker(namespace=MAIN, nsmap={"w": MAIN})
_RELATION = ElementMaker(namespace=_RELATIONS, nsmap={None: _RELATIONS})


def is_single_xml(data: bytes) -> bool:
    """Whether the bytes are a Word document as one XML file."""
    start = b"" if data.startswith(b"PK") else markup_start(data)
    return FLAT_PACKAGE in start or WORD_2003 in start


def as_package(root: etree._Element) -> bytes:
    """The zip of parts that says the same. Raises `Unreadable` where there is no document in it."""
    parts = dict(_of_2003(root) if local_name(root) == "wordDocument" else _of_flat(root))
    if any(not name or len(name) > _LONGEST_NAME for name in parts):
        raise damaged()
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        for name, part in parts.items():
            file.writestr(name, etree.tostring(part))
    return buffer.getvalue()


def _of_flat(root: etree._Element) -> Iterable[tuple[str, etree._Element]]:
    for part in root.iterchildren("{*}part"):
        for content in part.iterfind("{*}xmlData/*"):
            yield (local_get(part, "name") or "").lstrip("/"), content


def _of_2003(root: etree._Element) -> Iterable[tuple[str, etree._Element]]:
    body, styles = root.find(f"{{{_OLD}}}body"), root.find(f"{{{_OLD}}}styles")
    if body is None:
        raise damaged()
    _number(body)
    _rename(body)
    yield "_rels/.rels", _relation("officeDocument", "word/document.xml")
    yield "word/document.xml", _WORD.document(body)
    if styles is not None:
        _rename(styles)
        yield "word/styles.xml", styles
        yield "word/_rels/document.xml.rels", _relation("styles", "styles.xml")


def _number(body: etree._Element) -> None:
    """Print the numbers of lists, which stand as hints beside their definition, in front of their paragraphs."""
    for hint in list(body.iterfind(f".//{{{_OLD}}}pPr/{{{_OLD}}}listPr/{{{_HINTS}}}t")):
        properties = next(hint.iterancestors(f"{{{_OLD}}}pPr"))
        properties.addnext(_WORD.r(_WORD.t(local_get(hint, "val") or "")))


def _rename(part: etree._Element) -> None:
    """Give everything the names of today: elements and attributes of Word, what was inserted, deleted and
    remarked."""
    for element in list(part.iter(f"{{{_ANNOTATIONS}}}annotation")):
        change = _CHANGES.get(local_get(element, "type") or "")
        element.tag = f"{{{MAIN}}}{change}" if change else f"{{{_ANNOTATIONS}}}content"
    etree.strip_tags(part, f"{{{_HINTS}}}*", f"{{{_ANNOTATIONS}}}content")
    for element in part.iter(f"{{{_OLD}}}*"):
        name = local_name(element)
        element.tag = f"{{{MAIN}}}{_RENAMED.get(name, name)}"
        for key in [key for key in element.attrib if str(key).startswith(f"{{{_OLD}}}")]:
            element.set(f"{{{MAIN}}}{etree.QName(key).localname}", element.attrib.pop(key))


def _relation(kind: str, target: str) -> etree._Element:
    return _RELATION.Relationships(_RELATION.Relationship(Id="r1", Type=_KINDS + kind, Target=target))
