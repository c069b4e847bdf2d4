"""Letters in Word files that nobody counts: white ones on white paper, hidden ones, and what is struck out."""

import pytest
from word_files import p, run, tbl, tc, tr, word

from ingest.document import Block, Paragraph
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
        ("", "", '<w:tcPr><w:shd w:val="solid" w:color="1F4E79" w:fill="auto"/></w:tcPr>'),
        ("", "", '<w:tcPr><w:shd w:val="clear" w:fill="auto" w:themeFill="accent1"/></w:tcPr>'),
    ],
)
def test_white_letters_on_a_shade_are_read(of_run: str, of_paragraph: str, of_cell: str) -> None:
    body = f"<w:tbl><w:tr><w:tc>{of_cell}<w:p>{of_paragraph}{white('得分99', of_run)}</w:p></w:tc></w:tr></w:tbl>"
    (block,) = read_bytes(word(body)).blocks
    assert "得分99" in (block.text if isinstance(block, Paragraph) else block.cells[0].text)


def blocks(body: str, styles: str = "") -> tuple[Block, ...]:
    return read_bytes(word(body, styles=styles)).blocks


@pytest.mark.parametrize(
    "properties",
    ["<w:strike/>", '<w:dstrike w:val="1"/>', '<w:rStyle w:val="Old"/>'],
    ids=["strike", "double", "style"],
)
def test_what_is_struck_out_is_left_out_and_its_figures_told(properties: str) -> None:
    styles = '<w:style w:type="character" w:styleId="Old"><w:rPr><w:strike/></w:rPr></w:style>'
    body = p("全年预算数为", run("60", properties), run("5", '<w:strike w:val="0"/>'), run("0万元。"))
    assert blocks(body, styles) == (
        Paragraph("全年预算数为50万元。"),
        Paragraph("（划去的文字，未读取：60）", is_unread=True),
    )


def test_words_that_are_struck_out_are_left_out_without_a_word() -> None:
    assert blocks(p("自评等级：", run("良", "<w:strike/>"), run("优"))) == (Paragraph("自评等级：优"),)


def test_what_a_style_strikes_out_and_a_run_does_not_is_read() -> None:
    styles = '<w:style w:type="paragraph" w:styleId="Old"><w:rPr><w:strike/></w:rPr></w:style>'
    body = p(run("得分80分", '<w:strike w:val="0"/>'), run("90分"), properties='<w:pStyle w:val="Old"/>') + p("终")
    assert [block.text for block in blocks(body, styles) if isinstance(block, Paragraph)] == [
        "得分80分",
        "终",
        "（划去的文字，未读取：90分）",
    ]


def test_hidden_letters_and_rows_are_left_out_and_their_figures_told() -> None:
    rows = tr(tc("产出"), tc("50")) + tr(tc("旧产出"), tc("45"), properties="<w:hidden/>")
    table, told = blocks(tbl(rows) + p(run("自评得分88分", "<w:vanish/>")))
    assert told == Paragraph("（隐藏的文字，未读取：旧产出 45；自评得分88分）", is_unread=True)
    assert not isinstance(table, Paragraph) and [cell.text for cell in table.cells] == ["产出", "50"]
