"""Comments on cells, as each format of sheets keeps them."""

from __future__ import annotations

import io
import struct
import zipfile

import openpyxl
import xlwt
from openpyxl.comments import Comment
from test_sheet import ods, xlsx_parts
from word_files import compound_file, package

from ingest.document import Block, Paragraph
from ingest.readers.sheets.sheet import read_bytes

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def aside(text: str) -> Paragraph:
    return Paragraph(text, is_aside=True)


def behind(data: bytes) -> tuple[Block, ...]:
    """What stands behind the only table."""
    return read_bytes(data).blocks[1:]


def records(*bodies: tuple[int, bytes]) -> bytes:
    return b"".join(struct.pack("<HH", kind, len(body)) + body for kind, body in bodies)


def xls(*bodies: tuple[int, bytes]) -> bytes:
    """A sheet with 96 in its first cell and these records at its end."""
    book = xlwt.Workbook()
    book.add_sheet("表").write(0, 0, 96)
    stream = book.get_biff_data()
    end = stream.rindex(b"\x0a\0\0\0")
    return compound_file(Workbook=stream[:end] + records(*bodies) + stream[end:])


def shape(kind: int, number: int, *parts: tuple[int, bytes]) -> tuple[int, bytes]:
    """The record of an object: 8 is a picture, 6 a text box, 25 the frame of a comment."""
    return 0x5D, records((0x15, struct.pack("<HH", kind, number) + bytes(14)), *parts, (0, b""))


def text(content: str, cut: int | None = None) -> list[tuple[int, bytes]]:
    """The records of an object's text, in two pieces where it is cut."""
    head = 0x1B6, bytes(10) + struct.pack("<HH", len(content), 16) + bytes(4)
    pieces = [content[:cut], content[cut:]] if cut else [content]
    return [head, *((0x3C, b"\x01" + piece.encode("utf-16-le")) for piece in pieces), (0x3C, bytes(16))]


def note(row: int, col: int, number: int, author: str) -> tuple[int, bytes]:
    name = struct.pack("<H", len(author)) + b"\x01" + author.encode("utf-16-le") + b"\0"
    return 0x1C, struct.pack("<4H", row, col, 0, number) + name


def anchor(cols: int, rows: int) -> tuple[int, bytes]:
    """The drawing of an object over so many columns and rows."""
    return 0xEC, b"\0\0\x10\xf0\x12\0\0\0" + struct.pack("<9H", 2, 1, 0, 1, 0, 1 + cols, 0, 1 + rows, 0)


def test_comments_of_xlsx_stand_aside_without_their_author() -> None:
    book = openpyxl.Workbook()
    book.active["B3"] = 96
    book.active["B3"].comment = Comment("审核员:\n应为95.3", "审核员")
    book.active["A1"].comment = Comment("口径：决算数", "审核员")
    stream = io.BytesIO()
    book.save(stream)
    assert behind(stream.getvalue()) == (aside("（批注 A1）口径：决算数"), aside("（批注 B3）应为95.3"))


def test_a_conversation_is_read_and_not_what_it_leaves_for_older_programs() -> None:
    listed = "".join(
        f'<Relationship Id="r{kind}" Type="{_OFFICE}/{kind}" Target="../{kind}.xml"/>'
        for kind in ("threadedComment", "comments")
    )
    data = xlsx_parts(
        '<worksheet><sheetData><row><c r="A1"><v>96</v></c></row></sheetData></worksheet>',
        **{
            "xl/worksheets/_rels/sheet1.xml.rels": "<Relationships xmlns="
            f'"http://schemas.openxmlformats.org/package/2006/relationships">{listed}</Relationships>',
            "xl/threadedComment.xml": '<ThreadedComments xmlns="t"><threadedComment ref="A1"><text>是否含税</text>'
            '</threadedComment><threadedComment ref="A1"><text>不含</text></threadedComment></ThreadedComments>',
            "xl/comments.xml": '<comments xmlns="c"><authors><author>tc=1</author></authors><commentList><comment '
            'ref="A1"><text><t>[线程批注] 你的版本不支持</t></text></comment><comment ref="B1"><text><r><t>旧</t></r>'
            "</text></comment></commentList></comments>",
        },
    )
    assert behind(data) == (aside("（批注 A1）是否含税"), aside("（批注 A1）不含"), aside("（批注 B1）旧"))


def test_comments_of_xls_stand_aside_without_their_author() -> None:
    data = xls(
        shape(25, 7),
        *text("审核员:\n应为95.3", cut=6),
        shape(25, 8),
        *text("旧口径"),
        note(2, 27, 7, "审核员"),
        note(0, 0, 8, ""),
    )
    assert behind(data) == (aside("（批注 AB3）应为95.3"), aside("（批注 A1）旧口径"))


def test_text_boxes_and_pictures_of_xls() -> None:
    data = xls(
        anchor(8, 30),
        shape(8, 1),
        anchor(1, 3),
        shape(8, 2),
        anchor(4, 4),
        shape(6, 3),
        anchor(0, 0),
        *text("单位：万元"),
        anchor(2, 2),
        shape(11, 4),
        *text("优"),
    )
    assert behind(data) == (Paragraph("单位：万元"), Paragraph("（图片未读取）", is_unread=True))


def test_an_embedded_file_of_xls_is_told_and_a_control_is_not() -> None:
    formula = (9, struct.pack("<H", 4) + b"\x05\0\0\0")
    file, control = (8, struct.pack("<H", 1)), (8, struct.pack("<H", 0x11))
    data = xls(anchor(2, 3), shape(8, 1, file, formula), shape(8, 2, control, formula))
    assert behind(data) == (Paragraph("（内嵌文件未读取）", is_unread=True),)


def test_what_lies_over_the_cells_of_ods() -> None:
    names = {"draw": "drawing", "svg": "svg-compatible", "xlink": "xlink", "dc": "dc"}
    spaces = " ".join(f'xmlns:{name}="urn:oasis:{space}"' for name, space in names.items())
    box = "<draw:frame><draw:text-box><text:p>单位：</text:p><text:p>万元</text:p></draw:text-box></draw:frame>"
    large, small = (
        f'<draw:frame svg:width="{width}" svg:height="12cm"><draw:image xlink:href="Pictures/{width}.png"/>'
        "</draw:frame>"
        for width in ("16cm", "2cm")
    )
    remark = (
        "<office:annotation><dc:creator>审核员</dc:creator><text:p>应为</text:p><text:p>95.3</text:p>"
        "</office:annotation>"
    )
    table = (
        f'<table:table {spaces} table:name="一"><table:shapes>{large}{small}</table:shapes><table:table-row>'
        f'<table:table-cell table:number-columns-repeated="2"/><table:table-cell>{remark}<text:p>96</text:p>{box}'
        "</table:table-cell></table:table-row></table:table>"
    )
    [block, *others] = read_bytes(ods(table)).blocks
    assert [cell.text for cell in block.cells] == ["96"]
    assert others == [
        Paragraph("（图片未读取：16cm.png）", is_unread=True),
        Paragraph("单位：\n万元"),
        aside("（批注 C1）应为\n95.3"),
    ]


def test_charts_of_ods_are_left_out_and_other_files_told() -> None:
    def file(kind: str) -> str:
        office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
        return f'<o:document xmlns:o="{office}"><o:body><o:{kind}/></o:body></o:document>'

    holder = "".join(f'<d:frame><d:object x:href="./Object {n}"/></d:frame>' for n in (1, 2))
    table = (
        '<table:table xmlns:d="d" xmlns:x="x"><table:shapes>' + holder + "</table:shapes><table:table-row>"
        "<table:table-cell><text:p>96</text:p></table:table-cell></table:table-row></table:table>"
    )
    with zipfile.ZipFile(io.BytesIO(ods(table))) as old:
        parts: dict[str, str | bytes] = {name: old.read(name) for name in old.namelist()}
    parts |= {"Object 1/content.xml": file("chart"), "Object 2/content.xml": file("spreadsheet")}
    assert behind(package(parts)) == (Paragraph("（内嵌文件未读取：Object 2）", is_unread=True),)


def test_comments_of_xml_2003_stand_aside() -> None:
    space = "urn:schemas-microsoft-com:office:spreadsheet"
    data = (
        f'<?xml version="1.0"?><Workbook xmlns="{space}" xmlns:ss="{space}"><Worksheet ss:Name="表"><Table><Row><Cell '
        'ss:Index="2"><Data ss:Type="Number">96</Data><Comment ss:Author="审核员"><ss:Data><B>审核员:</B>应为95.3'
        "</ss:Data></Comment></Cell></Row></Table></Worksheet></Workbook>"
    )
    assert behind(data.encode()) == (aside("（批注 B1）应为95.3"),)
