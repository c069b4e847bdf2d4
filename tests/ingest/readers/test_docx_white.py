"""White letters in Word files: unseen on white paper, seen on a shade."""

import pytest
from word_files import run, word

from ingest.document import Paragraph
from ingest.readers.word.docx import read_bytes


def white(text: str, more: str = "") -> str:
    return f'<w:r><w:rPr><w:color w:val="FFFFFF"/>{more}</w:rPr><w:t>{text}</w:t></w:r>'


def test_white_letters_are_left_out_and_their_figures_told() -> None:
    body = f"<w:p>{run('自评得分')}{white('99分，')}{run('96分。')}</w:p>"
    assert read_bytes(word(body)).blocks == (
        Paragraph("自评得分96分。"),
        Paragraph("（白色文字，未读取：99分，）", is_unread=True),
    )


@pytest.mark.parametrize(
    ("of_run", "of_paragraph", "of_cell"),
    [
        ('<w:shd w:val="clear" w:fill="4472C4"/>', "", ""),
        ('<w:highlight w:val="darkBlue"/>', "", ""),
        ("", '<w:pPr><w:shd w:val="clear" w:fill="000000"/></w:pPr>', ""),
        ("", "", '<w:tcPr><w:shd w:val="clear" w:fill="1F4E79"/></w:tcPr>'),
    ],
)
def test_white_letters_on_a_shade_are_read(of_run: str, of_paragraph: str, of_cell: str) -> None:
    body = f"<w:tbl><w:tr><w:tc>{of_cell}<w:p>{of_paragraph}{white('得分99', of_run)}</w:p></w:tc></w:tr></w:tbl>"
    (block,) = read_bytes(word(body)).blocks
    assert "得分99" in (block.text if isinstance(block, Paragraph) else block.cells[0].text)
