"""Cells of a spreadsheet that are white on white, or struck out."""

import io

import openpyxl
import pytest
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
    assert told == Paragraph("（白色或划去的单元格，未读取：B2 25）", is_unread=True)


@pytest.mark.parametrize(
    ("font", "fill"), [(Font(color="FFFFFFFF"), DARK), (Font(color="FFFF0000"), None), (Font(strike=False), None)]
)
def test_white_letters_on_a_dark_ground_and_others_are_read(font: Font, fill: PatternFill | None) -> None:
    (table,) = read_bytes(workbook(font, fill)).blocks
    assert isinstance(table, Table) and [cell.text for cell in table.cells][-1] == "25"
