"""Units that stand only at the head of the pages: they hold for a table that states none, and are told where it states
another."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace

import docx
import openpyxl
import pytest
import xlwt
from docx.enum.section import WD_SECTION
from pdf_maker import drawn, ruled, words
from reportlab.pdfgen.canvas import Canvas

from ingest.document import Document, Table
from ingest.extract import extract
from ingest.readers.portable import pdf
from ingest.readers.sheets import sheet
from ingest.readers.web import html
from ingest.readers.word import docx as word
from ingest.records import Extraction
from support.documents import document, grid
from support.told import money

TITLE = "2023年度项目支出绩效自评表"
HEADING, TOTAL = "项目资金{}|年初预算数|全年预算数|全年执行数", "年度资金总额|90000|80000|72000"
MARKS = (
    "一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因",
    "产出指标|数量指标|巡河次数|≥12次|12次|90|90|",
)


def form(unit: str = "") -> Table:
    return grid("项目名称|河道巡护|<|<|<|<|<|<", *(f"{row}|<|<|<|<" for row in (HEADING.format(unit), TOTAL)), *MARKS)


def headed(head: str, unit: str = "") -> Extraction:
    return extract(document(TITLE, replace(form(unit), running_head=head)))


def kinds(found: Extraction) -> list[tuple[str, str]]:
    return [(notice.kind, notice.detail[:2]) for notice in found.notices]


@pytest.mark.parametrize("head", ["某局绩效评价材料 单位：元", "自评表（元）"])
def test_the_unit_of_the_head_is_that_of_a_table_without_one(head: str) -> None:
    found = headed(head)
    assert money(found)["年度资金总额 *"]["executed"] == "72000 yuan"
    assert found.notices == []
    assert {amount.unit_source for amount in found.amounts if amount.line_no} == {"heading"}


@pytest.mark.parametrize(
    ("head", "unit", "read", "told"),
    [
        ("单位：元", "（万元）", "wan", [("not_understood", "页眉")]),
        ("单位：万元", "（万元）", "wan", []),
        ("单位：元 单位：万元", "", "wan", [("unit_inferred", "万元")]),
        ("填报单位：某局 2023年5月", "", "wan", [("unit_inferred", "万元")]),
        ("填报单位：某局 2023年5月", "（元）", "yuan", []),
    ],
)
def test_units_that_disagree_and_heads_without_one(
    head: str, unit: str, read: str, told: list[tuple[str, str]]
) -> None:
    found = headed(head, unit)
    assert money(found)["年度资金总额 *"]["executed"] == f"72000 {read}"
    assert kinds(found) == told


def test_a_unit_in_the_title_is_nearer_than_that_of_the_head() -> None:
    found = extract(document(TITLE + "（单位：元）", replace(form(), running_head="单位：元")))
    assert money(found)["年度资金总额 *"]["executed"] == "72000 yuan"
    assert found.notices == []


def test_a_ledger() -> None:
    lines = ("某局|河道巡护|90000|72000|80%", "某局|水闸|10000|5000|50%")
    rows = grid("单位名称|项目名称|预算数|累计支出|支付进度", *lines)
    found = extract(document("2024年5月预算支出进度表", replace(rows, running_head="单位：元")))
    assert {figure.unit for figure in found.ledger_figures} == {"yuan", "percent"}
    found = extract(document("2024年5月预算支出进度表", "单位：万元", replace(rows, running_head="单位：元")))
    assert {figure.unit for figure in found.ledger_figures} == {"wan", "percent"}
    assert [detail for _, detail in kinds(found)] == ["页眉"]


def heads(found: Document) -> list[str]:
    return [block.running_head for block in found.blocks if isinstance(block, Table)]


def test_heads_of_sections_in_word() -> None:
    file = docx.Document()
    file.sections[0].header.paragraphs[0].text = "第一册 单位：元"
    file.add_table(1, 2).cell(0, 0).text = "甲"
    file.add_section(WD_SECTION.NEW_PAGE).header.is_linked_to_previous = False
    file.sections[1].header.paragraphs[0].text = "第二册"
    file.add_table(1, 2).cell(0, 0).text = "乙"
    file.add_section(WD_SECTION.NEW_PAGE)
    file.add_table(1, 2).cell(0, 0).text = "丙"
    stream = io.BytesIO()
    file.save(stream)
    assert heads(word.read_bytes(stream.getvalue())) == ["第一册 单位：元", "第二册", "第二册"]


def test_print_heads_of_sheets() -> None:
    new = openpyxl.Workbook()
    new.active.append(["甲", 1])
    new.active.oddHeader.center.text, new.active.oddHeader.right.text = "甲&&乙自评表", "单位：元"
    new.active.oddHeader.right.size, new.active.oddHeader.right.font = 10, "宋体,常规"
    old = xlwt.Workbook()
    old.add_sheet("一").write(0, 0, "甲")
    old.get_sheet(0)._Worksheet__header_str = "&C甲&&乙自评表&R&10 单位：元"
    for book in (new, old):
        stream = io.BytesIO()
        book.save(stream)
        assert heads(sheet.read_bytes(stream.getvalue())) == ["甲&乙自评表 单位：元"]


def test_print_heads_of_open_document_sheets() -> None:
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in "office table text style".split()
    )
    parts = {
        "styles.xml": f"<office:document-styles {spaces}><office:master-styles>"
        '<style:master-page style:name="甲"><style:header><text:p>单位：元</text:p></style:header></style:master-page>'
        "</office:master-styles></office:document-styles>",
        "content.xml": f"<office:document-content {spaces}><office:automatic-styles>"
        '<style:style style:name="a" style:master-page-name="甲"/></office:automatic-styles><office:body>'
        + "<office:spreadsheet>"
        + "".join(
            f"<table:table {style}><table:table-row><table:table-cell><text:p>甲</text:p></table:table-cell>"
            "</table:table-row></table:table>"
            for style in ('table:style-name="a"', "")
        )
        + "</office:spreadsheet></office:body></office:document-content>",
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as file:
        for name, content in parts.items():
            file.writestr(name, content)
    assert heads(sheet.read_bytes(stream.getvalue())) == ["单位：元", ""]


def test_print_heads_of_xml_sheets() -> None:
    book = (
        '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" '
        'xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">'
        '<Worksheet ss:Name="一"><Table><Row><Cell><Data ss:Type="String">甲</Data></Cell></Row></Table>'
        '<x:WorksheetOptions><x:PageSetup><x:Header x:Data="&amp;R单位：元"/></x:PageSetup></x:WorksheetOptions>'
        "</Worksheet></Workbook>"
    )
    assert heads(sheet.read_bytes(book.encode())) == ["单位：元"]


def test_heads_that_repeat_from_page_to_page() -> None:
    def page(number: int) -> Callable[[Canvas], None]:
        def draw(canvas: Canvas) -> None:
            words(canvas, 400, 40, "单位：元")
            ruled(canvas, [80, 200, 300], [100, 130, 160], [[f"甲{number}", "1"], ["乙", "2"]])

        return draw

    assert heads(pdf.read_bytes(drawn(*map(page, range(1, 4))))) == ["单位：元"]
    assert heads(pdf.read_bytes(drawn(page(1)))) == [""]  # It is a line of the document.


def test_the_caption_of_a_web_page_is_a_line_above_its_table() -> None:
    def row(text: str) -> str:
        return "<tr>" + "".join(f"<td>{cell}</td>" for cell in text.split("|")) + "</tr>"

    table = row(HEADING.format("")) + row(TOTAL) + row(MARKS[0]) + row(MARKS[1])
    found = extract(html.read_bytes(f"<p>{TITLE}</p><table><caption>单位：元</caption>{table}</table>".encode()))
    assert money(found)["年度资金总额 *"]["executed"] == "72000 yuan"
    head = "<thead><tr><td colspan=8>单位：元</td></tr></thead>"
    found = extract(html.read_bytes(f"<p>{TITLE}</p><table>{table}{head}</table>".encode()))
    assert money(found)["年度资金总额 *"]["executed"] == "72000 yuan"
