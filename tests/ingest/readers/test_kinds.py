"""Files under the wrong name are read as what they are, and what is nothing of the kind is told."""

from __future__ import annotations

import io
import quopri
import struct
import zipfile
from pathlib import Path

import pytest
from word_files import compound_file

from formats.fixed import printed
from formats.make import portable, separated, spreadsheet, web_page, word
from ingest.document import Block, Cell, Document, Paragraph, Table, Unreadable
from ingest.readers import read
from ingest.readers.kinds import of_package, true_suffix
from ingest.readers.ole import CompoundFile

TITLE = "2023年度项目支出绩效自评表"
CELLS = (Cell(1, 1, "资金", 1, 2), Cell(2, 1, "预算数"), Cell(2, 2, "执行数"), Cell(3, 1, "100"), Cell(3, 2, "95.5"))
DOCUMENT = Document((Paragraph(TITLE), Table(CELLS, true_grid=True)), "text/plain")
PLAIN = f"{TITLE}\n\n全年预算100万元，执行95.5万元。\n".encode()


def archive(page: bytes) -> bytes:
    """A page as Word saves it into a single file."""
    head = 'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="--X"\r\n\r\nThis is a page.\r\n\r\n'
    part = 'Content-Transfer-Encoding: quoted-printable\r\nContent-Type: text/html; charset="utf-8"'
    picture = "Content-Transfer-Encoding: base64\r\nContent-Type: image/png\r\n\r\niVBORw0KGgo="
    body = f"----X\r\n{part}\r\n\r\n{quopri.encodestring(page).decode()}\r\n----X\r\n{picture}\r\n----X--\r\n"
    return (head + body).encode()


def flat(package: bytes) -> bytes:
    """A Word file as one XML file."""
    with zipfile.ZipFile(io.BytesIO(package)) as file:
        parts = {
            name: file.read(name).partition(b"?>")[2] if file.read(name).startswith(b"<?xml") else file.read(name)
            for name in file.namelist()
            if name.endswith((".rels", ".xml")) and not name.startswith("[")
        }
    written = b"".join(
        b'<pkg:part pkg:name="/%s"><pkg:xmlData>%s</pkg:xmlData></pkg:part>' % (name.encode(), content)
        for name, content in parts.items()
    )
    space = b'xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"'
    return b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><pkg:package %s>%s</pkg:package>' % (
        space,
        written,
    )


def cells_of(block: Block) -> tuple[Cell, ...]:
    """The cells of a table, or a paragraph as one; spreadsheets have all in one table."""
    return block.cells if isinstance(block, Table) else (Cell(1, 1, block.text),)


FILES = {
    "word": (word(DOCUMENT), ("doc", "wps", "pdf", "xlsx", "txt", "ofd", "zip2", "")),
    "flat": (flat(word(DOCUMENT)), ("doc", "docx", "xml")),
    "sheet": (spreadsheet(DOCUMENT), ("xls", "et", "docx", "doc", "pdf")),
    "page": (web_page(DOCUMENT), ("doc", "xls", "wps", "docx", "txt", "xlsx")),
    "archive": (archive(web_page(DOCUMENT)), ("mht", "mhtml", "doc", "xls", "wps")),
    "pdf": (portable(DOCUMENT), ("doc", "docx", "ofd", "txt")),
    "ofd": (printed(portable(DOCUMENT)), ("ofd", "pdf", "doc", "docx")),
}


@pytest.mark.parametrize(
    ("kind", "suffix"), [(kind, suffix) for kind, (_, suffixes) in FILES.items() for suffix in suffixes]
)
def test_a_file_is_read_as_what_it_is(kind: str, suffix: str, tmp_path: Path) -> None:
    file = tmp_path / f"report.{suffix}".rstrip(".")
    file.write_bytes(FILES[kind][0])
    read_cells = [cell for block in read(file).blocks for cell in cells_of(block) if cell.text]
    assert read_cells[0].text == TITLE
    assert [(cell.text, cell.col, cell.col_span) for cell in read_cells[1:]] == [
        ("资金", 1, 2),
        ("预算数", 1, 1),
        ("执行数", 2, 1),
        ("100", 1, 1),
        ("95.5", 2, 1),
    ]


@pytest.mark.parametrize("suffix", ["doc", "wps", "docx", "rtf"])
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_plain_text_under_the_name_of_a_word_file(suffix: str, encoding: str, tmp_path: Path) -> None:
    file = tmp_path / f"report.{suffix}"
    file.write_bytes(PLAIN.decode().encode(encoding))
    document = read(file)
    assert document.blocks == (Paragraph(TITLE), Paragraph("全年预算100万元，执行95.5万元。"))
    assert (document.media_type, document.encoding) == ("text/plain", encoding)


def test_values_apart_by_commas_under_the_name_of_a_spreadsheet(tmp_path: Path) -> None:
    file = tmp_path / "report.xls"
    file.write_bytes(separated(DOCUMENT))
    assert read(file).media_type == "text/csv"


@pytest.mark.parametrize("suffix", ["doc", "xml", "docx", "wps"])
def test_the_xml_of_word_2003(suffix: str, tmp_path: Path) -> None:
    def cell(text: str, properties: str = "") -> str:
        return f"<w:tc><w:tcPr>{properties}</w:tcPr><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"

    def change(kind: str, text: str) -> str:
        return (
            f'<aml:annotation aml:id="1" w:type="Word.{kind}" aml:author="a"><aml:content><w:r><w:t>{text}</w:t></w:r>'
            "</aml:content></aml:annotation>"
        )

    rows = (
        cell("资金（万元）", '<w:gridSpan w:val="2"/>'),
        cell("预算数") + cell("执行数"),
        cell("100", '<w:vmerge w:val="restart"/>') + cell("95.5"),
        cell("", "<w:vmerge/>") + cell("4.5"),
    )
    table = "".join(f"<w:tr>{row}</w:tr>" for row in rows)
    numbered = '<w:pPr><w:listPr><w:ilvl w:val="0"/><w:ilfo w:val="1"/><wx:t wx:val="一、"/></w:listPr></w:pPr>'
    file = tmp_path / f"report.{suffix}"
    file.write_text(
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><?mso-application progid="Word.Document"?>'
        '<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml" '
        'xmlns:wx="http://schemas.microsoft.com/office/word/2003/auxHint" '
        'xmlns:aml="http://schemas.microsoft.com/aml/2001/core">'
        '<w:styles><w:style w:type="character" w:styleId="h"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>'
        f"<w:body><wx:sect><wx:sub-section><w:p>{numbered}<w:r><w:t>基本情况</w:t></w:r></w:p></wx:sub-section>"
        f"<w:p><w:r><w:t>执行</w:t></w:r>{change('Deletion', '90')}{change('Insertion', '95.5')}"
        '<w:r><w:t>万元</w:t></w:r><w:r><w:rPr><w:rStyle w:val="h"/></w:rPr><w:t>底稿</w:t></w:r></w:p>'
        f"<w:tbl><w:tblGrid><w:gridCol w:w='2000'/><w:gridCol w:w='2000'/></w:tblGrid>{table}</w:tbl></wx:sect>"
        "</w:body></w:wordDocument>",
        encoding="utf-8",
    )
    heading, sentence, block = read(file).blocks
    assert (heading, sentence) == (Paragraph("一、基本情况"), Paragraph("执行95.5万元"))
    assert isinstance(block, Table) and block.true_grid
    assert [(cell.row, cell.col, cell.row_span, cell.col_span, cell.text) for cell in block.cells] == [
        (1, 1, 1, 2, "资金（万元）"),
        (2, 1, 1, 1, "预算数"),
        (2, 2, 1, 1, "执行数"),
        (3, 1, 2, 1, "100"),
        (3, 2, 1, 1, "95.5"),
        (4, 2, 1, 1, "4.5"),
    ]
    file.write_bytes(file.read_bytes()[:-60])
    with pytest.raises(Unreadable, match="已损坏"):
        read(file)


@pytest.mark.parametrize(
    ("data", "given", "told"),
    [
        (b"\x00\x01\x02\x03garbage", ".doc", "不是 Word 文档"),
        (b"", ".doc", "为空"),
        (b"", ".mht", "没有文字"),
        (b"MIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\nnothing", ".mht", "没有文字"),
        (b"<catalog><item/></catalog>", ".xml", "不是 Word 文档"),
        (b"\x89PNG\r\n\x1a\n", ".png", "图片中的文字无法读取"),
        (b"\xd0\xcf\x11\xe0", ".db", "不支持 .db 格式，请另存为 Word"),
        (b"Rar!\x1a\x07\x01\x00", ".rar", "请先解压"),
        (b"7z\xbc\xaf\x27\x1c", ".7z", "请先解压"),
    ],
)
def test_what_is_nothing_of_the_kind_is_told(data: bytes, given: str, told: str, tmp_path: Path) -> None:
    file = tmp_path / f"report{given}"
    file.write_bytes(data)
    with pytest.raises(Unreadable, match=told):
        read(file)


@pytest.mark.parametrize(
    ("data", "given", "suffix"),
    [
        ("临沧市2023年自评报告".encode(), ".txt", ".txt"),
        ("<项目名称> 培训经费".encode(), ".txt", ".txt"),
        (b"<table><tr><td>1</td></tr></table>\n\n# Report", ".md", ".md"),
        (b"a,b\n1,2\n", ".csv", ".csv"),
        (b"PK\x03\x04 cut off", ".docx", ".docx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 cut off", ".xls", ".xls"),
        (b"{\\rtf1 x}", ".doc", ".rtf"),
        ("<?xml version='1.0'?><!DOCTYPE html><html><p>自评</p>".encode(), ".txt", ".html"),
        ("\ufeff\n<p>自评</p>".encode(), ".doc", ".html"),
        ("<p>自评</p>".encode(), ".txt", ".txt"),
        (b'<html xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"><p>a</p>', ".doc", ".html"),
        (b'<html xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><p>a</p>', ".xls", ".html"),
        ("<HTML><p>自评</p>".encode("utf-16"), ".xls", ".html"),
    ],
)
def test_the_name_counts_where_the_bytes_do_not_say(data: bytes, given: str, suffix: str) -> None:
    assert true_suffix(data, given) == suffix


WORD_2003 = "http://schemas.microsoft.com/office/word/2003/wordml"


def test_the_xml_of_word_2003_in_two_bytes_a_letter(tmp_path: Path) -> None:
    file = tmp_path / "report.doc"
    text = f"<w:body><w:p><w:r><w:t>{TITLE}</w:t></w:r></w:p></w:body>"
    file.write_text(
        f'<?xml version="1.0" encoding="UTF-16"?><w:wordDocument xmlns:w="{WORD_2003}">{text}</w:wordDocument>',
        encoding="utf-16",
    )
    assert read(file).blocks == (Paragraph(TITLE),)


def test_a_number_outside_a_paragraph_numbers_nothing(tmp_path: Path) -> None:
    file = tmp_path / "report.xml"
    space = f'xmlns:w="{WORD_2003}" xmlns:wx="http://schemas.microsoft.com/office/word/2003/auxHint"'
    stray = '<w:listPr><wx:t wx:val="1."/></w:listPr>'
    file.write_text(
        f"<w:wordDocument {space}><w:body>{stray}<w:p><w:r><w:t>{TITLE}</w:t></w:r></w:p></w:body></w:wordDocument>",
        encoding="utf-8",
    )
    assert read(file).blocks == (Paragraph(TITLE),)


@pytest.mark.parametrize("name", ["", "/", "/" + "a" * 70_000])
def test_a_part_whose_name_is_none_is_told(name: str, tmp_path: Path) -> None:
    file = tmp_path / "report.xml"
    file.write_bytes(flat(word(DOCUMENT)).replace(b'"/word/document.xml"', f'"{name}"'.encode()))
    with pytest.raises(Unreadable, match="已损坏"):
        read(file)


def test_a_part_that_stands_twice_is_one(tmp_path: Path) -> None:
    file = tmp_path / "report.xml"
    whole = flat(word(DOCUMENT))
    part = whole[whole.index(b'<pkg:part pkg:name="/word/document.xml"') :].partition(b"</pkg:part>")
    file.write_bytes(whole.replace(part[0] + part[1], (part[0] + part[1]) * 2))
    assert read(file).blocks[0] == Paragraph(TITLE)


@pytest.mark.parametrize(
    "head", ["Content-Type: message/rfc822\n\n", "Content-Type: multipart/related; boundary={}\n\n--{}\n"]
)
def test_archives_in_archives_without_end_are_told(head: str, tmp_path: Path) -> None:
    file = tmp_path / "report.mht"
    nested = "".join(head.replace("{}", f"B{depth}") for depth in range(3000))
    file.write_text(f"MIME-Version: 1.0\n{nested}Content-Type: text/html\n\n<p>{TITLE}</p>", encoding="utf-8")
    with pytest.raises(Unreadable, match="已损坏"):
        read(file)


def test_an_archive_of_too_many_pages_is_told(tmp_path: Path) -> None:
    file = tmp_path / "report.mht"
    pages = "--X\nContent-Type: text/html\n\n<p>甲</p>\n" * 600
    head = "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=X\n\n"
    file.write_text(f"{head}{pages}--X--\n", encoding="utf-8")
    with pytest.raises(Unreadable, match="过大"):
        read(file)


def test_a_file_embedded_in_a_compound_file_is_not_what_that_is() -> None:
    """The root holds the workbook; the Word document stands in a folder."""
    file = bytearray(compound_file(WordDocument=b"\1", Workbook=b"\2"))
    root = 2 * 512
    file[root + 76 : root + 80] = struct.pack("<I", 2)
    assert true_suffix(bytes(file), ".xls") == ".xls"
    assert CompoundFile(bytes(file)).stream("Workbook")[:1] == b"\2"


def test_packages_are_told_by_their_parts() -> None:
    assert of_package(["[Content_Types].xml", "word/document.xml"]) == ".docx"
    assert of_package(["[Content_Types].xml", "xl/workbook.xml"]) == ".xlsx"
    assert of_package(["OFD.xml", "Doc_0/Document.xml"]) == ".ofd"
    assert of_package(["word/document.xml"]) is None
    assert of_package(["自评报告.docx"]) is None


def test_an_open_document_in_one_xml_file_is_no_web_page(tmp_path: Path) -> None:
    file = tmp_path / "report.fodt"
    file.write_bytes(
        b'<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0">'
        b"<office:meta><meta:generator/></office:meta><office:body/></office:document>"
    )
    with pytest.raises(Unreadable, match="fodt"):
        read(file)
