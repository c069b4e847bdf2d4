"""Files embedded in Word documents: read where they stand, or told."""

from __future__ import annotations

import struct

import pytest
from word_files import compound_file, p, package, part, relations, run, tbl, tc, tr

from formats.make import portable, spreadsheet
from formats.make import word as plain_word
from ingest.document import Cell, Document, Paragraph, Table
from ingest.extract import extract
from ingest.readers.word.docx import read_bytes

INNER = Document(
    (Table((Cell(1, 1, "预算数"), Cell(1, 2, "执行数"), Cell(2, 1, "100"), Cell(2, 2, "95.5")), True),), ""
)
SHEET = spreadsheet(INNER)
FIGURES = ["预算数", "执行数", "100", "95.5"]


def object_of(program: str = "Excel.Sheet.12", relationship: str = "r0", kind: str = "Embed") -> str:
    return run("").replace(
        "</w:r>",
        f'<w:object><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office" Type="{kind}" ProgID="{program}" '
        f'r:id="{relationship}"/></w:object></w:r>',
    )


def around(name: str, data: bytes, body: str) -> bytes:
    """A Word file with a file embedded in it."""
    return package(
        {
            "_rels/.rels": relations(("officeDocument", "word/document.xml")),
            "word/_rels/document.xml.rels": relations(("package", f"embeddings/{name}")),
            "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
            f"word/embeddings/{name}": data,
        }
    )


def holding(body: str, name: str, data: bytes) -> Document:
    """What is read of a document with one embedded file."""
    return read_bytes(around(name, data, body))


def attachment(name: str, data: bytes) -> bytes:
    """A file behind an icon, as Windows packs it."""
    path = f"C:\\{name}".encode("gb18030") + b"\0"
    body = b"\x02\0" + name.encode("gb18030") + b"\0" + path + b"\0\0\x03\0" + struct.pack("<I", len(path)) + path
    stream = body + struct.pack("<I", len(data)) + data
    return compound_file(**{"\x01Ole10Native": struct.pack("<I", len(stream)) + stream})


def texts(table: object) -> list[str]:
    assert isinstance(table, Table) and table.true_grid
    return [cell.text for cell in table.cells]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("Microsoft_Excel_Sheet.xlsx", SHEET),
        ("oleObject1.bin", compound_file(Package=SHEET)),
        ("oleObject1.bin", attachment("自评表.xlsx", SHEET)),
        ("oleObject1.bin", attachment("自评表.docx", plain_word(INNER))),
        ("Microsoft_Word_Document.docx", plain_word(INNER)),
    ],
    ids=["sheet", "in a container", "behind an icon", "a Word file behind an icon", "a Word file"],
)
def test_an_embedded_file_is_read_behind_its_paragraph(name: str, data: bytes) -> None:
    before, table, after = holding(p(run("自评表如下："), object_of()) + p(run("特此报告。")), name, data).blocks
    assert (before, after) == (Paragraph("自评表如下："), Paragraph("特此报告。"))
    assert texts(table) == FIGURES


def test_the_tables_of_an_embedded_pdf() -> None:
    *_, table = holding(
        p(object_of("AcroExch.Document")), "oleObject1.bin", attachment("表.pdf", portable(INNER))
    ).blocks
    assert texts(table) == FIGURES


def test_an_object_in_a_cell_follows_the_table() -> None:
    outer, inner = holding(tbl(tr(tc(p(run("附表"))), tc(p(object_of())))), "s.xlsx", SHEET).blocks
    assert texts(outer) == ["附表", ""] and texts(inner) == FIGURES


def test_an_embedded_file_is_on_the_page_of_its_paragraph() -> None:
    turn = '<w:r><w:br w:type="page"/></w:r>'
    first, table = holding(p(run("第一页")) + p(turn, object_of()), "s.xlsx", SHEET).blocks
    assert isinstance(first, Paragraph) and first.page == 1
    assert isinstance(table, Table) and {cell.page for cell in table.cells} == {2}


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("oleObject1.bin", attachment("旧表.doc", b"\0\1\2"), "旧表.doc"),
        ("oleObject1.bin", compound_file(Contents=b"\0" * 5000), "oleObject1.bin"),
        ("oleObject1.bin", compound_file(**{"\x01Ole10Native": b"\0"}), "oleObject1.bin"),
        ("s.xlsx", SHEET[:-40], "s.xlsx"),
    ],
    ids=["another kind", "unknown", "cut off inside", "damaged"],
)
def test_what_is_not_read_is_told(name: str, data: bytes, told: str) -> None:
    document = holding(p(run("2023年度项目支出绩效自评报告"), object_of("Package")), name, data)
    assert document.blocks[1] == Paragraph(f"（内嵌文件未读取：{told}）", is_unread=True)
    (notice,) = (notice for notice in extract(document).notices if notice.evidence.block_no == 2)
    assert (notice.kind, told in notice.detail) == ("not_understood", True)


def test_a_file_in_an_embedded_file_is_read_where_it_stands() -> None:
    inner = around("s.xlsx", SHEET, p(run("底表")) + p(object_of()) * 3)
    first, second, table = holding(p(run("报告")) + p(object_of()), "d.docx", inner).blocks
    assert (first, second) == (Paragraph("报告"), Paragraph("底表")) and texts(table) == FIGURES


def test_files_in_files_without_end_are_told() -> None:
    inner = around("d0.docx", plain_word(INNER), p(run("第0层")) + p(object_of()))
    for depth in range(1, 6):
        inner = around(f"d{depth}.docx", inner, p(run(f"第{depth}层")) + p(object_of()))
    assert read_bytes(inner).blocks == (
        Paragraph("第5层"),
        Paragraph("第4层"),
        Paragraph("第3层"),
        Paragraph("第2层"),
        Paragraph("（内嵌文件未读取：d2.docx）", is_unread=True),
    )


def test_a_file_that_is_shown_twice_is_read_once() -> None:
    _, table, after = holding(p(run("报告")) + p(object_of()) + p(object_of()) + p(run("完")), "s.xlsx", SHEET).blocks
    assert texts(table) == FIGURES and after == Paragraph("完")


def test_a_missing_part_is_told() -> None:
    _, told = holding(p(run("报告"), object_of(relationship="r7")), "s.xlsx", SHEET).blocks
    assert isinstance(told, Paragraph) and told.is_unread


@pytest.mark.parametrize("drawn", [object_of("Equation.3"), object_of(kind="Link")], ids=["formula", "link"])
def test_formulas_and_links_hold_no_file(drawn: str) -> None:
    assert holding(p(run("报告"), drawn), "s.bin", b"").blocks == (Paragraph("报告"),)
