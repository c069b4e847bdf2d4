"""The same text from every format, whatever characters a program took for it."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pytest
import word_files as word
from pdf_maker import coded

from ingest.document import Block, Paragraph, Table
from ingest.readers import read
from ingest.readers.characters import clear

ODD = "主管部⻔：⻓江办，⾦额1\u200b2\u00ad0万元，公务用⻋\ufeff3辆，⽬标不⾏"
PLAIN = "主管部门：长江办，金额120万元，公务用车3辆，目标不行"


def workbook(text: str) -> bytes:
    book, buffer = openpyxl.Workbook(), io.BytesIO()
    book.active["A1"] = text
    book.save(buffer)
    return buffer.getvalue()


def texts(blocks: tuple[Block, ...]) -> list[str]:
    return [
        text
        for block in blocks
        for text in ([cell.text for cell in block.cells] if isinstance(block, Table) else [block.text])
    ]


@pytest.mark.parametrize(
    ("suffix", "data"),
    [
        (".txt", ODD.encode()),
        (".html", f"<html><p>{ODD}</p></html>".encode()),
        (".md", ODD.encode()),
        (".csv", ODD.encode()),
        (".docx", word.word(word.p(ODD))),
        (".xlsx", workbook(ODD)),
    ],
)
def test_radicals_and_characters_without_width(tmp_path: Path, suffix: str, data: bytes) -> None:
    file = tmp_path / f"report{suffix}"
    file.write_bytes(data)
    assert texts(read(file).blocks) == [PLAIN]


def test_a_table_with_plain_characters_stays_as_it_is() -> None:
    assert clear("预算（万元）≥95％，m²①") == "预算（万元）≥95％，m²①"


@pytest.mark.parametrize(("code", "shown"), [("⻔", "门"), ("⾦", "金"), (0xF967, "不"), (0xAD, "-"), (0x200B, "")])
def test_what_fonts_of_pdf_files_say(tmp_path: Path, code: str | int, shown: str) -> None:
    """A soft hyphen is what some fonts call the sign of a hyphen, hence of a minus."""
    file = tmp_path / "report.pdf"
    file.write_bytes(coded("a12", {"a": code, "1": "1", "2": "2"}))
    assert read(file).blocks == (Paragraph(f"{shown}12", 1),)
