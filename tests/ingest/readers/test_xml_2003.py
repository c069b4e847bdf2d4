"""XML Spreadsheet 2003, written by hand as the systems write it that export it under the name .xls."""

from __future__ import annotations

import re

import pytest

from ingest.document import Cell, Paragraph, Table, Unreadable
from ingest.readers.sheets.sheet import read_bytes

HEAD = (
    '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n'
    '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:x="urn:schemas-microsoft-com:office:excel" '
    'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">'
    '<Styles><Style ss:ID="p"><NumberFormat ss:Format="Percent"/></Style>'
    '<Style ss:ID="m"><NumberFormat ss:Format="#,##0.00"/></Style></Styles>'
)


def sheet(rows: str, name: str = "Sheet1", columns: str = "", options: str = "") -> str:
    return f'<Worksheet ss:Name="{name}"><Table>{columns}{rows}</Table>{options}</Worksheet>'


def cell(text: str, more: str = "", kind: str = "String") -> str:
    return f'<Cell {more}><Data ss:Type="{kind}">{text}</Data></Cell>'


def book(*sheets: str) -> bytes:
    return (HEAD + "".join(sheets) + "</Workbook>").encode()


def test_places_merged_cells_and_numbers_as_shown() -> None:
    head = cell("2023年度自评表", "ss:MergeAcross='3'")
    names = cell("资金", "ss:MergeDown='1'") + cell("预算数") + cell("执行数") + cell("执行率")
    values = (
        cell("1200", "ss:Index='2' ss:StyleID='m'", "Number")
        + cell("902.5", kind="Number")
        + cell("0.7521", "ss:StyleID='p'", "Number")
    )
    rows = f"<Row>{head}</Row><Row ss:Index='3'>{names}</Row><Row>{values}</Row>"
    (table,) = read_bytes(book(sheet(rows))).blocks
    assert isinstance(table, Table) and table.true_grid
    assert [found for found in table.cells if found.text] == [
        Cell(1, 1, "2023年度自评表", 1, 4),
        Cell(3, 1, "资金", 2, 1),
        Cell(3, 2, "预算数"),
        Cell(3, 3, "执行数"),
        Cell(3, 4, "执行率"),
        Cell(4, 2, "1,200.00", stored=1200.0),
        Cell(4, 3, "902.5", stored=902.5),
        Cell(4, 4, "75.21%", stored=0.7521),
    ]


def test_dates_words_in_several_faces_and_line_breaks() -> None:
    rich = '<Cell><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40">完成<B>培训</B>3期</ss:Data></Cell>'
    rows = f"<Row>{cell('2023-11-30T00:00:00.000', kind='DateTime')}{rich}{cell('一&#10;二')}</Row>"
    (table,) = read_bytes(book(sheet(rows))).blocks
    assert isinstance(table, Table)
    assert [found.text for found in table.cells] == ["2023-11-30", "完成培训3期", "一\n二"]


def test_what_is_hidden_is_told() -> None:
    rows = f"<Row ss:Hidden='1'>{cell('甲')}{cell('乙')}</Row><Row>{cell('丙')}{cell('丁')}</Row>"
    options = (
        '<WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel"><Visible>SheetHidden</Visible>'
        "</WorksheetOptions>"
    )
    draft = sheet(f"<Row>{cell('0.5', kind='Number')}</Row>", "底稿", "", options)
    blocks = read_bytes(book(draft, sheet(rows, "自评表", '<Column ss:Index="2" ss:Hidden="1"/>'))).blocks
    told = [block.text for block in blocks if isinstance(block, Paragraph)]
    assert told == ["（隐藏工作表“底稿”未读取）", "自评表", "（隐藏行：1；隐藏列：B）"]


def test_a_style_may_be_that_of_the_row_the_column_or_its_parent() -> None:
    styles = (
        '<Style ss:ID="child" ss:Parent="p"><Font/></Style><Style ss:ID="day"><NumberFormat ss:Format="Short Date"/>'
        '</Style><Style ss:ID="Default"><NumberFormat ss:Format="0.0"/></Style></Styles>'
    )
    columns = '<Column ss:StyleID="p"/><Column ss:Index="3" ss:StyleID="m" ss:Span="1"/>'
    number = cell("0.5", kind="Number")
    money = cell("1200", "ss:Index='4' ss:StyleID='m'", "Number")
    day = cell("45000", "ss:StyleID='day'", "Number")
    rows = f"<Row>{number * 5}</Row><Row ss:StyleID='child'>{number}{money}{day}</Row>"
    (table,) = read_bytes(book(sheet(rows, columns=columns)).replace(b"</Styles>", styles.encode())).blocks
    assert isinstance(table, Table)
    shown = [[found.text for found in line if found.text] for _, line in table.rows()]
    assert shown == [["50.00%", "0.5", "0.50", "0.50", "0.5"], ["50.00%", "1,200.00", "2023-03-15"]]


def test_every_name_may_have_a_prefix() -> None:
    prefixed = re.sub(rb"<(/?)([A-Z])", rb"<\1ss:\2", book(sheet(f"<Row>{cell('预算数')}{cell('100')}</Row>")))
    (table,) = read_bytes(prefixed).blocks
    assert isinstance(table, Table)
    assert [found.text for found in table.cells] == ["预算数", "100"]


def test_a_number_that_nobody_can_print_stays_as_it_is_stored() -> None:
    huge = cell("1e999", "ss:StyleID='m'", "Number")
    (table,) = read_bytes(book(sheet(f"<Row>{huge}{cell('甲')}</Row>"))).blocks
    assert isinstance(table, Table)
    assert [(found.text, found.stored) for found in table.cells] == [("1e999", None), ("甲", None)]


@pytest.mark.parametrize(
    "data",
    [
        book(sheet(f"<Row>{cell('甲')}</Row>"))[:-20],
        book(sheet(f"<Row ss:Index='x'>{cell('甲')}</Row>")),
        book(sheet(f"<Row ss:Hidden='1' ss:Span='2000000000'/><Row>{cell('甲')}</Row>")),
        book(sheet(f"<Row ss:Index='-5'>{cell('甲')}</Row>")),
        book(sheet("<Row>" + cell("甲") + cell("乙", "ss:Index='1'") + "</Row>")),
        book(sheet("<Row>" + cell("甲", "ss:MergeAcross='-3'") + cell("乙") + "</Row>")),
        (HEAD.replace("<Workbook", '<!DOCTYPE a [<!ENTITY b "c">]><Workbook') + "</Workbook>").encode(),
    ],
    ids=["cut off", "no number", "rows without end", "before the first row", "in one place", "backwards", "entities"],
)
def test_what_is_damaged_is_told(data: bytes) -> None:
    with pytest.raises(Unreadable, match="已损坏"):
        read_bytes(data)


def test_a_workbook_of_nothing_is_told() -> None:
    with pytest.raises(Unreadable, match="为空"):
        read_bytes(book(sheet("")))
