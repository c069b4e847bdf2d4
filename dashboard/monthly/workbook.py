"""The annex as a workbook: one sheet a table, with all its rows, real numbers and headings that stay in sight."""

from __future__ import annotations

import io
from decimal import Decimal

import xlsxwriter

from dashboard.monthly.bulletin import Bulletin
from dashboard.monthly.table import Cell, Kind, Table

_FORMATS: dict[Kind, str] = {
    "text": "@",
    "count": "#,##0",
    "money": "#,##0.00",
    "percent": "0.00%",
    "points": "+0.00;-0.00;0.00",
    "score": "0.00",
    "movement": '"↑"0;"↓"0;"平"',
    "year": "0",
}
_TITLE_ROW, _HEAD_ROW = 0, 2


def as_workbook(bulletin: Bulletin) -> bytes:
    """A sheet for each table, and one that says what all of them rest on."""
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    book.set_properties({"title": bulletin.title, "created": bulletin.published_at.replace(tzinfo=None)})
    border = {"border": 1, "font_name": "宋体", "font_size": 10, "valign": "vcenter"}
    styles = {
        kind: book.add_format(border | {"num_format": shown, "align": "left" if kind == "text" else "right"})
        for kind, shown in _FORMATS.items()
    }
    head = book.add_format(border | {"bold": True, "align": "center", "text_wrap": True, "bg_color": "#EEF1F4"})
    title = book.add_format({"bold": True, "font_name": "黑体", "font_size": 14})
    plain = book.add_format({"font_name": "宋体", "font_size": 10})
    for number, table in enumerate(bulletin.tables, 1):
        sheet = book.add_worksheet(f"{number} {table.title}"[:31])
        sheet.write_string(_TITLE_ROW, 0, f"附件{number}　{table.title}", title)
        sheet.write_string(_TITLE_ROW + 1, 0, "　".join(filter(None, (bulletin.warning, table.note))), plain)
        for position, column in enumerate(table.columns):
            sheet.write_string(_HEAD_ROW, position, column.heading, head)
            sheet.set_column(position, position, max(column.width * 0.75, 9))
        sheet.set_row(_HEAD_ROW, 30)
        for line, row in enumerate(table.rows, _HEAD_ROW + 1):
            for position, cell in enumerate(row):
                _write(sheet, line, position, cell, styles)
        sheet.freeze_panes(_HEAD_ROW + 1, 0)
        sheet.autofilter(_HEAD_ROW, 0, _HEAD_ROW + len(table.rows), len(table.columns) - 1)
        _for_paper(sheet, table)
    about = book.add_worksheet("数据说明")
    about.set_column(0, 0, 100)
    said = (
        bulletin.title,
        bulletin.warning,
        *bulletin.notes,
    )
    for line, words in enumerate(filter(None, said)):
        about.write_string(line, 0, words, plain)
    book.close()
    return buffer.getvalue()


def _write(
    sheet: xlsxwriter.worksheet.Worksheet,
    line: int,
    position: int,
    cell: Cell,
    styles: dict[Kind, xlsxwriter.format.Format],
) -> None:
    style = styles[cell.kind]
    match cell.value:
        case None:
            sheet.write_blank(line, position, None, style)
        case str():
            sheet.write_string(line, position, cell.value, style)
        case int() | float() | Decimal():
            value = float(cell.value)
            sheet.write_number(line, position, value * 100 if cell.kind == "points" else value, style)


def _for_paper(sheet: xlsxwriter.worksheet.Worksheet, table: Table) -> None:
    sheet.set_paper(9)
    if len(table.columns) > 6:
        sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(_HEAD_ROW)
