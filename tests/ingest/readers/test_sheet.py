import contextlib
import datetime as dt
import io
import struct
import zipfile
from xml.sax.saxutils import escape

import openpyxl
import pytest
import xlwt
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.document import Cell, Document, Paragraph, Table, Unreadable
from ingest.readers.sheets import grid
from ingest.readers.sheets.sheet import read_bytes

Merged = tuple[int, int, int, int]


def saved(book: openpyxl.Workbook | xlwt.Workbook) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def texts(document: Document) -> list[list[list[str]] | str]:
    return [
        [[cell.text for cell in cells] for _, cells in block.rows()] if isinstance(block, Table) else block.text
        for block in document.blocks
    ]


def xlsx_parts(sheet: str, **more: str) -> bytes:
    """A workbook of one sheet from raw XML; `more` replaces or adds parts."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    parts = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": f'<Relationships xmlns="{package}"><Relationship Id="r" Type="{office}/officeDocument" '
        'Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets><sheet name="一" sheetId="1" '
        'r:id="a"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}"><Relationship Id="a" '
        f'Type="{office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": sheet.replace("<worksheet", f'<worksheet xmlns="{main}"', 1),
        **more,
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package_file:
        for name, content in parts.items():
            package_file.writestr(name, content)
    return stream.getvalue()


def test_parts_are_found_whatever_the_size_of_their_letters() -> None:
    data = xlsx_parts('<worksheet><sheetData><row r="1"><c r="A1"><v>12.5</v></c></row></sheetData></worksheet>')
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as given_parts, zipfile.ZipFile(stream, "w") as written:
        for name in given_parts.namelist():
            written.writestr(name.replace("sheet1", "Sheet1"), given_parts.read(name))
    assert texts(read_bytes(stream.getvalue())) == [[["12.5"]]]


def ods(table: str, styles: str = "") -> bytes:
    names = "office table text style".split()
    spaces = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in names)
    content = (
        f"<office:document-content {spaces}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:spreadsheet>{table}</office:spreadsheet></office:body></office:document-content>"
    )
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr("content.xml", content)
    return stream.getvalue()


def test_numbers_stand_as_a_person_sees_them() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["执行率", 0.7515, 1234567.5, dt.date(2025, 5, 19), 0.1 + 0.2, 12.0, True])
    sheet["B1"].number_format = "0.00%"
    sheet["C1"].number_format = "#,##0.00"
    assert texts(read_bytes(saved(book))) == [[["执行率", "75.15%", "1,234,567.50", "2025-05-19", "0.3", "12", "TRUE"]]]


def stored(data: bytes) -> list[tuple[str, float | None]]:
    [table] = read_bytes(data).blocks
    assert isinstance(table, Table)
    return [(cell.text, cell.stored) for cell in table.cells]


def test_the_stored_number_stands_beside_the_shown_text() -> None:
    shown = [("12.3", 12.3456), ("12", 12.3456), ("75.2%", 0.7515), ("0.3", 0.3), ("12,346元", 12345.6)]
    cells = [(12.3456, "0.0"), (12.3456, "0"), (0.7515, "0.0%"), (0.1 + 0.2, "General"), (12345.6, '#,##0"元"')]
    new, old = openpyxl.Workbook(), xlwt.Workbook()
    page = old.add_sheet("一")
    for col, (number, code) in enumerate(cells, start=1):
        new.active.cell(1, col, number).number_format = code
        page.write(0, col - 1, number, xlwt.easyxf(num_format_str=code))
    assert stored(saved(new)) == stored(saved(old)) == shown
    row = "".join(
        f'<table:table-cell office:value-type="{"percentage" if "%" in text else "float"}" office:value="{number}">'
        f"<text:p>{text}</text:p></table:table-cell>"
        for text, number in shown
    )
    assert stored(ods(f'<table:table table:name="一"><table:table-row>{row}</table:table-row></table:table>')) == shown


def test_dates_texts_and_numbers_beyond_all_bounds_have_no_stored_number() -> None:
    book = openpyxl.Workbook()
    book.active.append([dt.date(2025, 5, 19), "12.3", True, "#DIV/0!"])
    assert [number for _, number in stored(saved(book))] == [None] * 4
    endless = "<worksheet><sheetData><row><c><v>1e999</v></c><c><v>nan</v></c></row></sheetData></worksheet>"
    assert stored(xlsx_parts(endless)) == [("1e999", None), ("nan", None)]


def test_cells_keep_the_places_they_have_on_the_sheet() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet["B3"] = "项目支出绩效自评表"
    sheet.merge_cells("B3:D3")
    sheet["B5"], sheet["D5"] = "项目名称\n（全称）", "甲"
    assert read_bytes(saved(book)).blocks[0] == Table(
        (
            Cell(3, 2, "项目支出绩效自评表", 1, 3),
            *(Cell(4, col, "") for col in (2, 3, 4)),
            Cell(5, 2, "项目名称\n（全称）"),
            Cell(5, 3, ""),
            Cell(5, 4, "甲"),
        ),
        true_grid=True,
    )


def test_names_of_several_sheets_and_what_is_hidden() -> None:
    book = openpyxl.Workbook()
    book.active.title = "自评表"
    for row in range(1, 8):
        book.active.append([row, row, row])
    for row in (2, 3, 6):
        book.active.row_dimensions[row].hidden = True
    book.active.column_dimensions["C"].hidden = True
    hidden = book.create_sheet("测算")
    hidden["A1"] = 312.5
    hidden.sheet_state = "veryHidden"
    choices = book.create_sheet("选项")
    choices["A1"] = "数量指标"
    choices.sheet_state = "hidden"
    book.create_sheet("空表")
    blocks = read_bytes(saved(book)).blocks
    assert [block.text for block in blocks if isinstance(block, Paragraph)] == [
        "自评表",
        "（隐藏行：2-3、6；隐藏列：C）",
        "（隐藏工作表“测算”未读取）",
    ]
    assert len(blocks) == 4


def test_the_only_filled_sheet_needs_no_name() -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = "甲"
    book.create_sheet("空表")
    assert texts(read_bytes(saved(book))) == [[["甲"]]]


def test_a_formula_that_gives_no_text_leaves_its_cell_blank() -> None:
    blank = '<c t="str"><f>IF(B1="","",B1)</f><v></v></c><c t="str"><f>T(B1)</f><v/></c>'
    cells = f"<c><v>1</v></c>{blank}<c><f>B1*2</f><v/></c><c t='str'><f>T(B2)</f></c>"
    sheet = f"<worksheet><sheetData><row>{cells}</row></sheetData></worksheet>"
    assert texts(read_bytes(xlsx_parts(sheet))) == [[["1", "", "", "=B1*2", "=T(B2)"]]]


def test_kinds_of_cells_in_raw_xml() -> None:
    sheet = (
        '<worksheet><sheetViews><sheetView showZeros="0"/></sheetViews><sheetData><row><c t="s"><v>0</v></c><c><v>0</v>'
        '</c><c t="e"><v>#DIV/0!</v></c><c t="str"><f>A1</f><v>甲_x000D_&#10;乙</v></c><c t="inlineStr"><is><r>'
        "<t>丙</t></r><rPh><t>bing</t></rPh></is></c><c><f>SUM(A1)</f></c><c><f t='shared' si='0'/>"
        "</c></row></sheetData></worksheet>"
    )
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    relations = (
        f'<Relationships><Relationship Id="a" Type="{office}/worksheet" Target="/xl/worksheets/sheet1.xml"/>'
        f'<Relationship Id="s" Type="{office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>'
    )
    more = {"xl/_rels/workbook.xml.rels": relations, "xl/sharedStrings.xml": "<sst><si><t>共享</t></si></sst>"}
    assert texts(read_bytes(xlsx_parts(sheet, **more))) == [[["共享", "", "#DIV/0!", "甲\n乙", "丙", "=SUM(A1)", "=…"]]]


def test_runs_that_are_struck_out_or_raised() -> None:
    def cell(*runs: tuple[str, str]) -> str:
        return "".join(("<c t='inlineStr'><is>", *(f"<r><rPr>{p}</rPr><t>{t}</t></r>" for t, p in runs), "</is></c>"))

    raised = '<vertAlign val="superscript"/>'
    row = (
        cell(("60", "<strike/>"), ("50", '<strike val="0"/>')),
        cell(("95.5", ""), ("1", raised)),
        cell(("30m", ""), ("2", raised)),
    )
    sheet = f"<worksheet><sheetData><row>{''.join(row)}</row></sheetData></worksheet>"
    assert texts(read_bytes(xlsx_parts(sheet))) == [[["50", "95.5^1", "30m2"]], "（看不见或划去的文字，未读取：A1 60）"]


def test_a_vast_sheet_with_few_cells() -> None:
    sheet = (
        '<worksheet><dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c>'
        '</row><row r="1048576"><c r="XFD1048576"><v>3</v></c></row></sheetData><mergeCells><mergeCell '
        'ref="A1:XFD1"/><mergeCell ref="A5:XFD1048570"/></mergeCells></worksheet>'
    )
    (table,) = read_bytes(xlsx_parts(sheet)).blocks
    assert isinstance(table, Table)
    assert [cell.text for cell in table.cells if cell.text] == ["1", "3"]
    assert len(table.cells) < 10
    assert table.cells[-1] == Cell(1048576, 16384, "3", stored=3.0)


def test_a_long_text_that_many_cells_share(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grid, "MOST_CHARACTERS", 10_000)
    row = f"<row><c t='inlineStr'><is><t>{'预算一万元，' * 100}</t></is></c></row>"
    assert len(texts(read_bytes(xlsx_parts(f"<worksheet><sheetData>{row * 10}</sheetData></worksheet>")))[0]) == 10
    with pytest.raises(Unreadable, match="过大"):
        read_bytes(xlsx_parts(f"<worksheet><sheetData>{row * 20}</sheetData></worksheet>"))


def test_a_row_repeated_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grid, "MOST_ROWS", 1000)
    cell = "<table:table-cell><text:p>1</text:p></table:table-cell>"
    row = '<table:table-row table:number-rows-repeated="{}">{}</table:table-row>'
    rows = f'<table:table table:name="一">{row}</table:table>'
    assert len(read_bytes(ods(rows.format(1000, cell))).blocks) == 1
    with pytest.raises(Unreadable, match="过大"):
        read_bytes(ods(rows.format(1001, cell)))


def test_a_range_merged_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grid, "MOST_MERGED", 100)
    row = "<row><c><v>1</v></c></row>"
    merged = '<mergeCell ref="A1:B2"/>' * 101
    with pytest.raises(Unreadable, match="过大"):
        read_bytes(xlsx_parts(f"<worksheet><sheetData>{row}</sheetData><mergeCells>{merged}</mergeCells></worksheet>"))


def test_a_hundred_thousand_rows() -> None:
    rows = "".join(
        f'<row r="{row}"><c r="A{row}"><v>{row}</v></c><c r="B{row}"><v>0.5</v></c></row>' for row in range(1, 100_001)
    )
    (table,) = read_bytes(xlsx_parts(f"<worksheet><sheetData>{rows}</sheetData></worksheet>")).blocks
    assert isinstance(table, Table)
    assert (len(table.cells), table.cells[-1]) == (200_000, Cell(100_000, 2, "0.5", stored=0.5))


WORD = st.text(alphabet="预算执行率年度总体目标0123456789.%≥<&", min_size=1, max_size=6)


@st.composite
def merged_tables(draw: st.DrawFn) -> tuple[dict[tuple[int, int], str], list[Merged]]:
    """Texts by (row, column) of a full grid, and merged ranges that do not overlap; covered places hold no text."""
    height, width = draw(st.integers(1, 7)), draw(st.integers(1, 6))
    cells = {(row, col): draw(WORD) for row in range(1, height + 1) for col in range(1, width + 1)}
    merged: list[Merged] = []
    for _ in range(draw(st.integers(0, 4))):
        top, left = draw(st.integers(1, height)), draw(st.integers(1, width))
        bottom, right = draw(st.integers(top, height)), draw(st.integers(left, width))
        area = {(row, col) for row in range(top, bottom + 1) for col in range(left, right + 1)}
        if len(area) > 1 and all(not (a <= row <= c and b <= col <= d) for row, col in area for a, b, c, d in merged):
            merged.append((top, left, bottom, right))
            for place in area - {(top, left)}:
                del cells[place]
    return cells, merged


def expected(cells: dict[tuple[int, int], str], merged: list[Merged]) -> list[Cell]:
    spans = {(top, left): (bottom - top + 1, right - left + 1) for top, left, bottom, right in merged}
    return [Cell(*place, text.strip(), *spans.get(place, (1, 1))) for place, text in sorted(cells.items())]


@settings(deadline=None, max_examples=40)
@given(merged_tables())
def test_merged_cells_are_read_back_from_xlsx(table: tuple[dict[tuple[int, int], str], list[Merged]]) -> None:
    cells, merged = table
    book = openpyxl.Workbook()
    for (row, col), text in cells.items():
        book.active.cell(row, col).value = text
        book.active.cell(row, col).data_type = "s"
    for top, left, bottom, right in merged:
        book.active.merge_cells(start_row=top, start_column=left, end_row=bottom, end_column=right)
    assert list(read_bytes(saved(book)).blocks[0].cells) == expected(cells, merged)


@settings(deadline=None, max_examples=40)
@given(merged_tables())
def test_merged_cells_are_read_back_from_xls(table: tuple[dict[tuple[int, int], str], list[Merged]]) -> None:
    cells, merged = table
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("表", cell_overwrite_ok=True)
    for (row, col), text in cells.items():
        sheet.write(row - 1, col - 1, text)
    for top, left, bottom, right in merged:
        sheet.merge(top - 1, bottom - 1, left - 1, right - 1)
    assert list(read_bytes(saved(book)).blocks[0].cells) == expected(cells, merged)


@settings(deadline=None, max_examples=40)
@given(merged_tables())
def test_merged_cells_are_read_back_from_ods(table: tuple[dict[tuple[int, int], str], list[Merged]]) -> None:
    cells, merged = table
    spans = {(top, left): (bottom - top + 1, right - left + 1) for top, left, bottom, right in merged}
    places = {(row, col) for row in range(1, 8) for col in range(1, 7)}
    height = max(bottom for bottom, _ in cells) if cells else 0
    rows = []
    for row in range(1, height + 1):
        row_xml = ""
        for col in sorted(col for at, col in places if at == row):
            text = cells.get((row, col))
            if text is None:
                row_xml += "<table:covered-table-cell/>"
            else:
                down, across = spans.get((row, col), (1, 1))
                row_xml += (
                    f'<table:table-cell table:number-rows-spanned="{down}" table:number-columns-spanned="{across}">'
                    f"<text:p>{escape(text)}</text:p></table:table-cell>"
                )
        rows.append(f"<table:table-row>{row_xml}</table:table-row>")
    data = ods(f'<table:table table:name="表">{"".join(rows)}</table:table>')
    assert list(read_bytes(data).blocks[0].cells) == expected(cells, merged)


def test_ods_texts_repetitions_and_what_is_hidden() -> None:
    table = (
        '<table:table table:name="一" table:style-name="h"><table:table-column table:number-columns-repeated="2"/>'
        '<table:table-column table:visibility="collapse"/><table:table-row><table:table-cell '
        'table:number-columns-repeated="2"><text:p>75.15%</text:p></table:table-cell><table:table-cell><text:p>甲'
        "<text:s/>乙<text:line-break/>丙</text:p><text:p>丁</text:p></table:table-cell><table:table-cell "
        'table:number-columns-repeated="16381"/></table:table-row><table:table-row '
        'table:number-rows-repeated="1048575"><table:table-cell table:number-columns-repeated="16384"/>'
        "</table:table-row></table:table>"
    )
    styles = '<style:style style:name="h"><style:table-properties table:display="false"/></style:style>'
    assert texts(read_bytes(ods(table, styles))) == [
        "（隐藏工作表）一",
        "（隐藏列：C）",
        [["75.15%", "75.15%", "甲 乙\n丙\n丁"]],
    ]


def test_xls_numbers_formats_and_what_is_hidden() -> None:
    book = xlwt.Workbook()
    sheet = book.add_sheet("自评表")
    sheet.write(0, 0, 129.94 / 273.45, xlwt.easyxf(num_format_str="0.00%"))
    sheet.write(0, 1, 83.67)
    sheet.write(0, 2, dt.date(2025, 5, 19), xlwt.easyxf(num_format_str='yyyy"年"m"月"d"日"'))
    sheet.write(0, 3, True)
    for col in range(4):
        sheet.write(1, col, col * 1000, xlwt.easyxf(num_format_str="#,##0.00"))
    sheet.row(1).hidden = True
    sheet.col(3).hidden = True
    hidden = book.add_sheet("测算")
    hidden.write_merge(0, 0, 0, 1, "底稿")
    hidden.visibility = 1
    assert texts(read_bytes(saved(book))) == [
        "自评表",
        "（隐藏行：2；隐藏列：D）",
        [["47.52%", "83.67", "2025年5月19日", "TRUE"], ["0.00", "1,000.00", "2,000.00", "3,000.00"]],
        "（隐藏工作表“测算”未读取）",
    ]


def test_a_web_page_or_plain_text_under_the_name_xls() -> None:
    page = "<html><table><tr><td>项目名称<td>甲</table></html>".encode("gb18030")
    assert texts(read_bytes(page)) == texts(read_bytes("项目名称\t甲\n".encode("gb18030"))) == [[["项目名称", "甲"]]]


def spoiled_xls() -> bytes:
    book = xlwt.Workbook()
    book.add_sheet("表").write(0, 0, "甲")
    return saved(book)[:3000]


ENTITIES = (
    '<!DOCTYPE worksheet [<!ENTITY a "甲甲甲甲甲甲甲甲"><!ENTITY b SYSTEM "file:///etc/hostname">]><worksheet><sheetData>'
    '<row><c t="inlineStr"><is><t>&a;&b;</t></is></c></row></sheetData></worksheet>'
)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PK\x03\x04 cut short",
        spoiled_xls(),
        struct.pack("<Q", 0xE11AB1A1E011CFD0) + b"\xff" * 2000,
        xlsx_parts("<worksheet><sheetData><row><c"),
        xlsx_parts("<worksheet><sheetData/></worksheet>"),
        xlsx_parts('<worksheet><sheetData><row><c t="s"><v>7</v></c></row></sheetData></worksheet>'),
        xlsx_parts('<worksheet><sheetData><row><c r="?"><v>7</v></c></row></sheetData></worksheet>'),
        xlsx_parts(ENTITIES),
    ],
)
def test_damaged_and_hostile_files_are_rejected_with_a_reason(data: bytes) -> None:
    with pytest.raises(Unreadable, match=r"send it|save it"):
        read_bytes(data)


def test_a_zip_bomb_is_not_unpacked() -> None:
    bomb = "<worksheet><sheetData>" + "<x/>" * 5_000_000 + "</sheetData></worksheet>"
    with pytest.raises(Unreadable, match="too large"):
        read_bytes(xlsx_parts(bomb))


def test_a_password_is_named() -> None:
    with pytest.raises(Unreadable, match="password"):
        read_bytes(_compound_file("EncryptedPackage"))
    book = xlwt.Workbook()
    book.add_sheet("表")
    old = bytearray(saved(book))
    behind_bof = old.index(b"\x09\x08\x10\x00\x00\x06") + 20
    old[behind_bof : behind_bof + 2] = b"\x2f\x00"
    with pytest.raises(Unreadable, match="password"):
        read_bytes(bytes(old))


def _compound_file(stream_name: str) -> bytes:
    """A compound file whose directory names one stream without content."""
    header = bytearray(512)
    header[:8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    struct.pack_into("<HHHHH", header, 24, 0x3E, 3, 0xFFFE, 9, 6)
    struct.pack_into("<IIIIIIIII", header, 44, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0, 0)
    header[80:] = b"\xff" * 432
    table = struct.pack("<128I", 0xFFFFFFFD, 0xFFFFFFFE, *[0xFFFFFFFF] * 126)

    def entry(name: str, kind: int) -> bytes:
        raw = name.encode("utf-16-le") + b"\0\0"
        return raw.ljust(64, b"\0") + struct.pack("<HBB", len(raw), kind, 1) + b"\xff" * 12 + bytes(48)

    directory = (entry("Root Entry", 5) + entry(stream_name, 2)).ljust(512, b"\0")
    return bytes(header) + table + directory


def test_many_long_xls_texts_that_run_over_records() -> None:
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("表")
    written = [f"{row}" + "预算执行率abc"[: row % 11] * (row % 700) for row in range(400)]
    for row, text in enumerate(written):
        sheet.write(row, 0, text)
    assert texts(read_bytes(saved(book))) == [[[text] for text in written]]


@settings(deadline=None)
@given(st.lists(st.tuples(st.floats(0, 1), st.integers(0, 255)), min_size=1, max_size=20), st.booleans())
def test_a_file_with_flipped_bytes_is_read_or_rejected(flips: list[tuple[float, int]], old: bool) -> None:
    book: openpyxl.Workbook | xlwt.Workbook
    if old:
        book = xlwt.Workbook()
        book.add_sheet("表").write(0, 0, "甲")
    else:
        book = openpyxl.Workbook()
        book.active["A1"] = "甲"
    data = bytearray(saved(book))
    for place, byte in flips:
        data[int(place * (len(data) - 1))] = byte
    with contextlib.suppress(Unreadable):
        read_bytes(bytes(data))
