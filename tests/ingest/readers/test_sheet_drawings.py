"""What lies over the cells of a workbook: text boxes, pictures, embedded files."""

from __future__ import annotations

import io

import openpyxl
import pytest
from openpyxl.drawing.image import Image
from PIL import Image as Pixels
from word_files import package

from formats.make import word as plain_word
from ingest.document import Block, Document, Paragraph, Table, Unreadable
from ingest.readers.sheets.sheet import read_bytes

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_SPACES = (
    'xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    f'xmlns:r="{_OFFICE}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
TOLD = Paragraph("（图片未读取：image1.png）", is_unread=True)
ROW = "<row><c><v>100</v></c></row>"


def relations(*targets: tuple[str, str]) -> str:
    listed = "".join(
        f'<Relationship Id="r{rank}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for rank, (kind, target) in enumerate(targets)
    )
    return f'<Relationships xmlns="{_RELATIONS}">{listed}</Relationships>'


def workbook(drawing: str, rows: str = ROW, embedded: bytes | None = None) -> bytes:
    """A workbook of one sheet with this drawn over it."""
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": relations(("officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>'
        '<sheet name="表" r:id="r0"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": relations(("worksheet", "worksheets/sheet1.xml")),
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{_MAIN}"><sheetData>{rows}</sheetData></worksheet>',
        "xl/worksheets/_rels/sheet1.xml.rels": relations(
            ("drawing", "../drawings/drawing1.xml"), ("package", "../embeddings/d.docx")
        ),
        "xl/drawings/drawing1.xml": f"<xdr:wsDr {_SPACES}>{drawing}</xdr:wsDr>",
        "xl/drawings/_rels/drawing1.xml.rels": relations(("image", "../media/image1.png")),
    }
    if embedded is not None:
        parts["xl/embeddings/d.docx"] = embedded
    return package(parts)


def anchored(content: str, cells: tuple[int, int] = (9, 20)) -> str:
    """Something drawn over so many columns and rows."""
    corners = (
        f"<xdr:{corner}><xdr:col>{col}</xdr:col><xdr:row>{row}</xdr:row></xdr:{corner}>"
        for corner, (col, row) in (("from", (0, 0)), ("to", cells))
    )
    return f"<xdr:twoCellAnchor>{''.join(corners)}{content}</xdr:twoCellAnchor>"


def box(*lines: str, properties: str = "") -> str:
    text = "".join(f"<a:p><a:r><a:t>{line[:2]}</a:t></a:r><a:r><a:t>{line[2:]}</a:t></a:r></a:p>" for line in lines)
    return (
        f'<xdr:sp><xdr:nvSpPr><xdr:cNvPr id="1" name="1" {properties}/></xdr:nvSpPr><xdr:txBody><a:bodyPr/>{text}'
        "</xdr:txBody></xdr:sp>"
    )


def picture(size: str = "") -> str:
    return (
        '<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="1" name="1"/></xdr:nvPicPr><xdr:blipFill><a:blip r:embed="r0"/>'
        f"</xdr:blipFill><xdr:spPr>{size}</xdr:spPr></xdr:pic>"
    )


def own(width: float, height: float) -> str:
    """The size that a picture gives, in centimetres."""
    return f'<a:xfrm><a:ext cx="{round(width * 360_000)}" cy="{round(height * 360_000)}"/></a:xfrm>'


def behind(drawing: str) -> tuple[Block, ...]:
    """The blocks behind the only table."""
    table, *others = read_bytes(workbook(drawing)).blocks
    assert isinstance(table, Table) and [cell.text for cell in table.cells] == ["100"]
    return tuple(others)


def test_text_boxes_are_read_behind_the_table() -> None:
    assert behind(anchored(box("单位：万元", "填表日期：2024年1月")) + anchored(box("", ""))) == (
        Paragraph("单位：万元\n填表日期：2024年1月"),
    )


def test_a_text_box_in_a_group_and_for_older_programs_is_read_once() -> None:
    both = (
        f"<mc:AlternateContent><mc:Choice>{box('说明一')}</mc:Choice><mc:Fallback>{box('说明一')}</mc:Fallback>"
        "</mc:AlternateContent>"
    )
    assert behind(anchored(f"<xdr:grpSp>{both}</xdr:grpSp>")) == (Paragraph("说明一"),)


def test_a_hidden_text_box_is_not_read() -> None:
    assert behind(anchored(box("旧说明", properties='hidden="1"'))) == ()


@pytest.mark.parametrize(
    "large", [picture(own(16, 20)), picture(own(8, 3)), picture(), picture(own(0, 0))], ids=["page", "strip", "", "0"]
)
def test_a_large_picture_is_told_once(large: str) -> None:
    assert behind(anchored(large) * 2) == (TOLD,)


@pytest.mark.parametrize("small", [own(4, 4), own(16, 1), own(2, 16)], ids=["stamp", "line", "strip"])
def test_a_small_picture_is_not_worth_a_word(small: str) -> None:
    assert behind(anchored(picture(small))) == ()


def test_a_small_picture_that_only_its_corners_place() -> None:
    assert behind(anchored(picture(), (2, 4))) == ()


def test_pictures_as_other_programs_write_them() -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = "自评表见图"
    for width, height in ((800, 1100), (80, 60)):
        pixels = io.BytesIO()
        Pixels.new("L", (width, height)).save(pixels, "png")
        book.active.add_image(Image(pixels), "B3")
    stream = io.BytesIO()
    book.save(stream)
    _, told = read_bytes(stream.getvalue()).blocks
    assert told == TOLD


def test_a_workbook_of_pictures_alone_is_rejected() -> None:
    with pytest.raises(Unreadable, match="只有图片"):
        read_bytes(workbook(anchored(picture(own(16, 20))), rows=""))


def test_a_sheet_of_a_text_box_alone_is_read() -> None:
    assert read_bytes(workbook(anchored(box("全年支出20万元。")), rows="")).blocks == (Paragraph("全年支出20万元。"),)


def test_an_embedded_file_is_read_or_told() -> None:
    inner = plain_word(Document((Paragraph("自评得分95分。"),), ""))
    assert read_bytes(workbook("", embedded=inner)).blocks[1:] == (Paragraph("自评得分95分。"),)
    assert read_bytes(workbook("", embedded=inner[:-30])).blocks[1:] == (
        Paragraph("（内嵌文件未读取：d.docx）", is_unread=True),
    )
