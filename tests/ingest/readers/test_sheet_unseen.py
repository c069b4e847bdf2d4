"""Cells of a spreadsheet that are white on white, or struck out."""

import io
import zipfile

import openpyxl
import pytest
import xlwt
from openpyxl.styles import Font, PatternFill
from openpyxl.styles.colors import Color

from ingest.document import Paragraph, Table
from ingest.readers.sheets.sheet import read_bytes

DARK = PatternFill("solid", fgColor="FF1F4E79")


def workbook(font: Font, fill: PatternFill | None = None) -> bytes:
    """A heading over 20 and 25, the second in this font."""
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (["全年预算数", "全年执行数"], [20, 25]):
        sheet.append(row)
    sheet["B2"].font = font
    if fill:
        sheet["B2"].fill = fill
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize(
    "font", [Font(color="FFFFFFFF"), Font(color=Color(theme=0)), Font(strike=True)], ids=["white", "theme", "struck"]
)
def test_unseen_cells_are_left_out_and_their_figures_told(font: Font) -> None:
    table, told = read_bytes(workbook(font)).blocks
    assert isinstance(table, Table) and [cell.text for cell in table.cells] == ["全年预算数", "全年执行数", "20", ""]
    assert told == Paragraph("（看不见或划去的文字，未读取：B2 25）", is_unread=True)


@pytest.mark.parametrize(
    ("font", "fill"), [(Font(color="FFFFFFFF"), DARK), (Font(color="FFFF0000"), None), (Font(strike=False), None)]
)
def test_white_letters_on_a_dark_ground_and_others_are_read(font: Font, fill: PatternFill | None) -> None:
    (table,) = read_bytes(workbook(font, fill)).blocks
    assert isinstance(table, Table) and [cell.text for cell in table.cells][-1] == "25"


def test_a_format_that_shows_nothing_hides_its_cell() -> None:
    book = openpyxl.Workbook()
    for row in (["全年预算数", "全年执行数"], [20, 25], [30, 35]):
        book.active.append(row)
    book.active["B2"].number_format = ";;;"
    book.active["B3"].number_format = "0;-0;;@"
    buffer = io.BytesIO()
    book.save(buffer)
    old = xlwt.Workbook()
    sheet = old.add_sheet("表")
    for place, number, code in [((0, 0), 20, "0"), ((0, 1), 25, ";;;"), ((1, 1), 35, "0;-0;;@")]:
        sheet.write(*place, number, xlwt.easyxf(num_format_str=code))
    old_buffer = io.BytesIO()
    old.save(old_buffer)
    for data, shown, place in [
        (buffer.getvalue(), ["20", "", "30", "35"], "B2"),
        (old_buffer.getvalue(), ["20", "", "", "35"], "B1"),
    ]:
        table, told = read_bytes(data).blocks
        assert isinstance(table, Table) and [cell.text for cell in table.cells][-4:] == shown
        assert told == Paragraph(f"（看不见或划去的文字，未读取：{place} 25）", is_unread=True)


def old_workbook(style: str) -> bytes:
    book = xlwt.Workbook()
    sheet = book.add_sheet("表")
    for col, (heading, number) in enumerate([("全年预算数", 20), ("全年执行数", 25)]):
        sheet.write(0, col, heading)
        sheet.write(1, col, number, xlwt.easyxf(style if col else ""))
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def ods(style: str, cell: str = "<text:p>25</text:p>", column: str = "") -> bytes:
    spaces = " ".join(
        f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for short, name in [*((name, name) for name in "office table text style".split()), ("fo", "xsl-fo-compatible")]
    )
    rows = "".join(
        f"<table:table-row><table:table-cell><text:p>{left}</text:p></table:table-cell>"
        f"<table:table-cell{own}>{right}</table:table-cell></table:table-row>"
        for left, right, own in [
            ("全年预算数", "<text:p>全年执行数</text:p>", ' table:style-name="plain"'),
            ("20", cell, "" if column else ' table:style-name="s"'),
        ]
    )
    content = (
        f"<office:document-content {spaces}><office:automatic-styles>"
        f'<style:style style:name="plain" style:family="table-cell"/>'
        f'<style:style style:name="s" style:family="table-cell">{style}</style:style></office:automatic-styles>'
        f"<office:body><office:spreadsheet><table:table>{column}{rows}</table:table></office:spreadsheet></office:body>"
        "</office:document-content>"
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr("content.xml", content)
    return buffer.getvalue()


def xml_2003(font: str, interior: str = "") -> bytes:
    rows = "".join(
        f'<Row><Cell><Data ss:Type="String">{left}</Data></Cell>'
        f'<Cell ss:StyleID="{style}"><Data ss:Type="String">{right}</Data></Cell></Row>'
        for left, right, style in [("全年预算数", "全年执行数", "Default"), ("20", "25", "s")]
    )
    space = (
        'xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"'
    )
    return (
        f'<?xml version="1.0"?><Workbook {space}><Styles><Style ss:ID="s"><Font {font}/><Interior {interior}/></Style>'
        f'</Styles><Worksheet ss:Name="表"><Table>{rows}</Table></Worksheet></Workbook>'
    ).encode()


WHITE = '<style:text-properties fo:color="#ffffff"/>'
UNSEEN = [
    old_workbook("font: color white"),
    old_workbook("font: color white; pattern: pattern solid, fore_colour white"),
    old_workbook("font: struck_out on"),
    ods(WHITE),
    ods('<style:table-cell-properties fo:background-color="#ffffff"/>' + WHITE),
    ods('<style:text-properties style:text-line-through-style="solid"/>'),
    ods(WHITE, column='<table:table-column/><table:table-column table:default-cell-style-name="s"/>'),
    xml_2003('ss:Color="#FFFFFF"'),
    xml_2003('ss:StrikeThrough="1"'),
]
SEEN = [
    old_workbook("font: color white; pattern: pattern solid, fore_colour dark_blue"),
    old_workbook("font: color red"),
    ods('<style:table-cell-properties fo:background-color="#1f4e79"/>' + WHITE),
    ods('<style:text-properties fo:color="#ffffff" style:use-window-font-color="true"/>'),
    ods('<style:text-properties style:text-line-through-style="none"/>'),
    xml_2003('ss:Color="#FFFFFF"', 'ss:Color="#1F4E79" ss:Pattern="Solid"'),
    xml_2003('ss:Color="#FF0000"'),
]


@pytest.mark.parametrize("data", UNSEEN)
def test_unseen_cells_of_other_formats_are_left_out_and_their_figures_told(data: bytes) -> None:
    table, told = read_bytes(data).blocks
    assert isinstance(table, Table) and [cell.text for cell in table.cells] == ["全年预算数", "全年执行数", "20", ""]
    assert told == Paragraph("（看不见或划去的文字，未读取：B2 25）", is_unread=True)


@pytest.mark.parametrize("data", SEEN)
def test_cells_of_other_formats_that_can_be_seen_are_read(data: bytes) -> None:
    (table,) = read_bytes(data).blocks
    assert isinstance(table, Table) and [cell.text for cell in table.cells][-1] == "25"


def test_parts_of_a_cell_that_are_struck_out() -> None:
    book = xlwt.Workbook()
    struck, plain = xlwt.easyfont("struck_out on"), xlwt.easyfont("")
    book.add_sheet("表").write_rich_text(0, 0, [("30", struck), ("25", plain), ("万元", plain)])
    buffer = io.BytesIO()
    book.save(buffer)
    old_span = '<text:p><text:span text:style-name="s">30</text:span>25</text:p>'
    of_ods = ods('<style:text-properties style:text-line-through-style="solid"/>', old_span, "<table:table-column/>")
    for data, place, text in [(buffer.getvalue(), "A1", "25万元"), (of_ods, "B2", "25")]:
        table, told = read_bytes(data).blocks
        assert isinstance(table, Table) and table.cells[-1].text == text
        assert told == Paragraph(f"（看不见或划去的文字，未读取：{place} 30）", is_unread=True)
