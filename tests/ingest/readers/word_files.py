"""Word files and compound files made part by part, for the tests of the readers."""

from __future__ import annotations

import io
import struct
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMESPACES = " ".join(
    (
        f'xmlns:w="{W}"',
        f'xmlns:r="{_RELATIONS}"',
        'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
        'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
        'xmlns:v="urn:schemas-microsoft-com:vml"',
    )
)


def part(root: str, content: str) -> str:
    """An XML part with the namespaces of Word."""
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{root} {_NAMESPACES}>{content}</w:{root}>'


def relations(*targets: tuple[str, str]) -> str:
    """A relationships part of (type, target) pairs."""
    items = "".join(
        f'<Relationship Id="r{rank}" Type="{_RELATIONS}/{kind}" Target="{target}"/>'
        for rank, (kind, target) in enumerate(targets)
    )
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{items}</Relationships>'
    )


def package(parts: dict[str, str | bytes]) -> bytes:
    """A zip of parts."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def word(body: str, numbering: str = "", styles: str = "", **others: str) -> bytes:
    """A Word file with this body, lists and styles."""
    return package(
        {
            "_rels/.rels": relations(("officeDocument", "word/document.xml")),
            "word/_rels/document.xml.rels": relations(("styles", "styles.xml"), ("numbering", "/word/numbering.xml")),
            "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
            "word/numbering.xml": part("numbering", numbering),
            "word/styles.xml": part("styles", styles),
            **{f"word/{name}.xml": content for name, content in others.items()},
        }
    )


def run(text: str, properties: str = "") -> str:
    """A run of text."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(*runs: str, properties: str = "") -> str:
    """A paragraph; what is no XML is text."""
    inner = "".join(item if item.startswith("<") else run(item) for item in runs)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def tc(*blocks: str, properties: str = "") -> str:
    """A cell; what is no XML is a paragraph of text."""
    inner = "".join(item if item.startswith("<") else p(item) for item in blocks) or "<w:p/>"
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    """A row; what is no XML is a cell of text."""
    inner = "".join(item if item.startswith("<") else tc(item) for item in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inner}</w:tr>"


def tbl(*rows: str) -> str:
    """A table."""
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def compound_file(**streams: bytes) -> bytes:
    """An OLE file with these streams, each of 4096 bytes or more."""
    bodies = [content.ljust(4096, b"\0") for content in streams.values()]
    chains: list[list[int]] = []
    following = 2
    for body in bodies:
        sectors = -(-len(body) // 512)
        chains.append(list(range(following, following + sectors)))
        following += sectors
    table = [0xFFFFFFFF] * 128
    table[0], table[1] = 0xFFFFFFFD, 0xFFFFFFFE
    for chain in chains:
        for here, after in zip(chain, [*chain[1:], 0xFFFFFFFE], strict=True):
            table[here] = after
    header = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += struct.pack("<9I", 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0) + struct.pack("<I", 0)
    header = header.ljust(512, b"\xff")
    entries = [_entry("Root Entry", 5, 0xFFFFFFFE, 0)]
    entries += [_entry(name, 2, chain[0], len(body)) for name, chain, body in zip(streams, chains, bodies, strict=True)]
    directory = b"".join(entries).ljust(512, b"\0")
    return (
        header
        + struct.pack("<128I", *table)
        + directory
        + b"".join(body.ljust(-(-len(body) // 512) * 512, b"\0") for body in bodies)
    )


def _entry(name: str, kind: int, start: int, size: int) -> bytes:
    encoded = name.encode("utf-16-le")
    fixed = encoded.ljust(64, b"\0") + struct.pack("<HBB3I", len(encoded) + 2, kind, 1, *[0xFFFFFFFF] * 3)
    return fixed + bytes(36) + struct.pack("<IQ", start, size)
