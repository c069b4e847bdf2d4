import time
import zipfile
from io import BytesIO

import pytest
from word_files import W, compound_file, p, package, part, relations, tbl, tc, tr, word

from ingest.document import Paragraph, Table, Unreadable
from ingest.readers.word.docx import read_bytes

DOCUMENT = word("".join(p(f"第{number}段") for number in range(200)))


def member(name: str, content: str | bytes) -> bytes:
    return package({name: content})


def bomb(size: int) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("word/document.xml", "w") as stream:
        stream.write(f'<w:document xmlns:w="{W}"><w:body><w:p><w:r><w:t>'.encode())
        for _ in range(size // 1_000_000):
            stream.write(b" " * 1_000_000)
    return file.getvalue()


def with_doctype(doctype: str) -> bytes:
    xml = part("document", f"<w:body>{p('&x;')}</w:body>").replace("?>", f"?>{doctype}", 1)
    return member("word/document.xml", xml)


def protected_member() -> bytes:
    data = bytearray(DOCUMENT)
    place = data.index(b"PK\x01\x02")
    while place >= 0:
        data[place + 8] |= 1
        place = data.find(b"PK\x01\x02", place + 4)
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "the file is empty"),
        (b"no zip at all", "no Word document"),
        ("预算绩效".encode(), "no Word document"),
        (DOCUMENT[: len(DOCUMENT) // 2], "damaged"),
        (DOCUMENT[:-30], "damaged"),
        (member("other.txt", "x"), "no Word document"),
        (
            package({"_rels/.rels": relations(("officeDocument", "xl/workbook.xml")), "xl/workbook.xml": "<x/>"}),
            "no Word",
        ),
        (member("word/document.xml", part("document", "<w:body><w:p>")[:-13]), "damaged"),
        (member("word/document.xml", part("document", "")), "no Word document"),
        (member("word/document.xml", b""), "damaged"),
        (member("word/document.xml", b"\xff\xfe\x00"), "damaged"),
        (word(p()), "no content"),
        (word(p("<w:r><w:drawing/></w:r>")), "pictures only"),
        (word(p("甲") + '<w:altChunk r:id="r9"/>'), "embeds another file"),
        (word(tbl(tr(tc('<w:altChunk r:id="r9"/>', p())))), "embeds another file"),
        (word(p("甲", '<w:subDoc r:id="r9"/>')), "subdocuments"),
        (compound_file(EncryptionInfo=b"", EncryptedPackage=b""), "password"),
        (compound_file(WordDocument=b""), "old Word format"),
        (compound_file(Workbook=b""), "no Word document"),
        (compound_file(WordDocument=b"")[:600], "damaged"),
        (protected_member(), "password"),
        (with_doctype('<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]>'), "XML entities"),
        (with_doctype('<!DOCTYPE d SYSTEM "http://127.0.0.1/x.dtd" [<!ENTITY x "y">]>'), "XML entities"),
    ],
)
def test_what_cannot_be_read_is_rejected_with_a_reason(data: bytes, reason: str) -> None:
    with pytest.raises(Unreadable, match=reason):
        read_bytes(data)


def test_a_bomb_is_not_unpacked() -> None:
    with pytest.raises(Unreadable, match="unpacks to more than"):
        read_bytes(bomb(300_000_000))


def test_a_bomb_of_entities_is_refused() -> None:
    entities = '<!ENTITY a "ha">' + "".join(
        f'<!ENTITY {name} "{f"&{before};" * 50}">' for before, name in zip("abcdefgh", "bcdefghx", strict=True)
    )
    with pytest.raises(Unreadable):
        read_bytes(with_doctype(f"<!DOCTYPE d [{entities}]>"))


def test_a_bad_checksum_is_damage() -> None:
    data = bytearray(package({"word/document.xml": part("document", f"<w:body>{p('甲' * 500)}</w:body>")}))
    place = data.index(b"PK\x01\x02") - 40
    data[place] ^= 0xFF
    with pytest.raises(Unreadable, match="damaged"):
        read_bytes(bytes(data))


def test_absurd_spans_do_no_harm() -> None:
    huge = '<w:gridSpan w:val="99999999999"/>'
    table = read_bytes(
        word(tbl(tr(tc("甲", properties=huge), "乙", properties='<w:gridBefore w:val="9999999"/>')))
    ).blocks[0]
    assert isinstance(table, Table)
    assert [cell.text for cell in table.cells] == ["甲", "乙"]


def test_tables_nested_deeper_than_the_parser_allows_are_refused() -> None:
    body = p("底")
    for _ in range(200):
        body = tbl(tr(tc(body, p())))
    with pytest.raises(Unreadable):
        read_bytes(word(body))


def test_every_cut_is_told() -> None:
    for length in range(1, len(DOCUMENT), max(1, len(DOCUMENT) // 60)):
        with pytest.raises(Unreadable):
            read_bytes(DOCUMENT[:length])


def test_many_paragraphs_without_marks_are_joined_in_a_moment() -> None:
    unmarked = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>一</w:t></w:r></w:p>"
    started = time.monotonic()
    assert read_bytes(word(unmarked * 30_000)).blocks == (Paragraph("一" * 30_000),)
    assert time.monotonic() - started < 10
