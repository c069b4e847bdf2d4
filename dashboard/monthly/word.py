"""The bulletin as a Word file, laid out as GB/T 9704 lays out official documents.

Fonts are named as offices have them; Word takes the alternative of the font table where one is missing.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from xml.sax.saxutils import escape

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.section import Section
from docx.shared import Length, Mm, Pt
from docx.text.paragraph import Paragraph as WordParagraph
from docx.text.run import Run

from dashboard.monthly.bulletin import Block, Bulletin, Heading
from dashboard.monthly.charts import Picture
from dashboard.monthly.table import Cell, Gap, Table
from dashboard.monthly.typeset import as_png

TITLE, SONG, FANGSONG, HEI, KAI = "方正小标宋简体", "宋体", "仿宋_GB2312", "黑体", "楷体_GB2312"
LATIN = "Times New Roman"
ALTERNATIVES = {
    TITLE: ("宋体", "Noto Serif CJK SC"),
    FANGSONG: ("仿宋", "Noto Serif CJK SC"),
    KAI: ("楷体", "Noto Serif CJK SC"),
    HEI: ("SimHei", "Noto Sans CJK SC"),
    SONG: ("SimSun", "Noto Serif CJK SC"),
}
SECOND, THIRD, FOURTH = Pt(22), Pt(16), Pt(14)
"""二号, 三号 and 四号."""
LINE = Pt(28.95)
"""Twenty-two lines fill the 225 mm of a page."""

_WIDTH_MM, _PICTURE_MM = 156, 145
_USUAL, _SMALL = 18, 15
"""Sizes of a table's text in half points: smaller where there are many columns."""
_FEW_COLUMNS = 8
_TWIPS_PER_MM = 56.7


def as_docx(bulletin: Bulletin) -> bytes:
    """The whole bulletin with its annex. Raises `FontsMissing` where charts cannot be drawn."""
    document = Document()
    _lay_out(document)
    _title(document, bulletin)
    for block in bulletin.blocks:
        _write(document, block)
    _list_annex(document, bulletin)
    for number, table in enumerate(bulletin.tables, 1):
        _annex(document, number, table)
    document.core_properties.title = bulletin.title
    document.core_properties.author = document.core_properties.comments = ""
    document.core_properties.created = bulletin.published_at.replace(tzinfo=None)
    document.core_properties.modified = bulletin.published_at.replace(tzinfo=None)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _lay_out(document: WordDocument) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    section.footer_distance = Mm(24)
    document.settings.odd_and_even_pages_header_footer = True
    _number_pages(section)
    normal = document.styles["Normal"]
    normal.font.name = LATIN
    normal.font.size = THIRD
    fonts = normal.element.get_or_add_rPr().get_or_add_rFonts()
    fonts.set(qn("w:eastAsia"), FANGSONG)
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:eastAsia"), "zh-CN")
    _name_alternatives(document)


def _name_alternatives(document: WordDocument) -> None:
    """The font table, which says what may stand for a font that a machine has not."""
    [part] = [
        relation.target_part for relation in document.part.rels.values() if relation.reltype.endswith("/fontTable")
    ]
    fonts = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{",".join(others)}"/><w:charset w:val="86"/></w:font>'
        for name, others in ALTERNATIVES.items()
    )
    part._blob = (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts {nsdecls("w")}>{fonts}</w:fonts>'
    ).encode()


def _number_pages(section: Section) -> None:
    """— 1 — at the outer edge of each page, one character from it."""
    for footer, alignment in (
        (section.footer, WD_ALIGN_PARAGRAPH.RIGHT),
        (section.even_page_footer, WD_ALIGN_PARAGRAPH.LEFT),
    ):
        footer.is_linked_to_previous = False
        paragraph = footer.paragraphs[0]
        paragraph.alignment = alignment
        paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = FOURTH
        _run(paragraph, "— ", SONG, FOURTH, latin=SONG)
        number = _run(paragraph, "", SONG, FOURTH, latin=SONG)
        for kind, text in (("begin", None), (None, "PAGE"), ("end", None)):
            element = OxmlElement("w:fldChar" if kind else "w:instrText")
            if kind:
                element.set(qn("w:fldCharType"), kind)
            else:
                element.text = text
            number._r.append(element)
        _run(paragraph, " —", SONG, FOURTH, latin=SONG)


def _title(document: WordDocument, bulletin: Bulletin) -> None:
    for line in bulletin.title_lines:
        title = _paragraph(document, indent=Pt(0), line=Pt(32))
        title.alignment = WD_ALIGN_PARAGRAPH.CENTER
        _run(title, line, TITLE, SECOND)
    if bulletin.warning:
        warning = _paragraph(document, indent=Pt(0))
        warning.alignment = WD_ALIGN_PARAGRAPH.CENTER
        _run(warning, bulletin.warning, HEI, FOURTH)
    _paragraph(document)


def _write(document: WordDocument, block: Block) -> None:
    match block:
        case Heading(level, text):
            heading = _paragraph(document)
            heading.paragraph_format.keep_with_next = True
            _outline(heading, level)
            _run(heading, text, HEI if level == 1 else KAI, THIRD)
        case Picture(caption, svg, said):
            _picture(document, caption, svg, said)
        case _:
            _run(_paragraph(document), "".join(map(str, block)), FANGSONG, THIRD)


def _picture(document: WordDocument, caption: str, svg: str, said: str) -> None:
    holder = document.add_paragraph()
    holder.alignment = WD_ALIGN_PARAGRAPH.CENTER
    holder.paragraph_format.keep_with_next = True
    holder.paragraph_format.space_before, holder.paragraph_format.space_after = Pt(8), Pt(0)
    holder.paragraph_format.line_spacing = 1.0
    inline = holder.add_run().add_picture(io.BytesIO(as_png(svg)), width=Mm(_PICTURE_MM))
    inline._inline.docPr.set("descr", said)
    below = _paragraph(document, indent=Pt(0), line=Pt(16))
    below.alignment = WD_ALIGN_PARAGRAPH.CENTER
    below.paragraph_format.space_after = Pt(8)
    _run(below, caption, FANGSONG, Pt(12))


def _list_annex(document: WordDocument, bulletin: Bulletin) -> None:
    _paragraph(document)
    for number, table in enumerate(bulletin.tables, 1):
        line = _paragraph(document)
        if number > 1:
            line.paragraph_format.first_line_indent = THIRD * 5
        _run(line, f"{'附件：' if number == 1 else ''}{number}．{table.title}", FANGSONG, THIRD)


def _annex(document: WordDocument, number: int, table: Table) -> None:
    mark = _paragraph(document, indent=Pt(0))
    mark.paragraph_format.page_break_before = number == 1
    mark.paragraph_format.space_before = Pt(0 if number == 1 else 18)
    mark.paragraph_format.keep_with_next = True
    _run(mark, f"附件{number}", HEI, THIRD)
    title = _paragraph(document, indent=Pt(0))
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    title.paragraph_format.keep_with_next = True
    _run(title, table.title, TITLE, THIRD)
    document.element.body.insert(len(document.element.body) - 1, parse_xml(_table_xml(table)))
    note = _paragraph(document, indent=Pt(0), line=Pt(16))
    if table.note:
        _run(note, f"注：{table.note}", FANGSONG, Pt(10.5))


def _table_xml(table: Table) -> str:
    """The table as markup: python-docx takes a millisecond for each cell, an annex has thousands."""
    whole = sum(column.width for column in table.columns)
    widths = [round(column.width / whole * _WIDTH_MM * _TWIPS_PER_MM) for column in table.columns]
    size = _SMALL if len(table.columns) > _FEW_COLUMNS else _USUAL
    printed = table.printed
    rows = [
        "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
        + "".join(
            _cell_xml(column.lines, "center", width, HEI, size, keeps=True)
            for column, width in zip(table.columns, widths, strict=True)
        )
        + "</w:tr>",
        *(
            _row_xml(row, widths, size, keeps=table.stays_whole or number == len(printed))
            for number, row in enumerate(printed, 1)
        ),
    ]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    borders = "".join(
        f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
        for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    return (
        f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblBorders>{borders}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar>'
        '<w:left w:w="40" w:type="dxa"/><w:right w:w="40" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def _row_xml(row: tuple[Cell, ...] | Gap, widths: list[int], size: int, keeps: bool) -> str:
    if isinstance(row, Gap):
        return f"<w:tr>{_cell_xml((str(row),), 'left', sum(widths), SONG, size, keeps, span=len(widths))}</w:tr>"
    cells = (
        _cell_xml((cell.text,), "left" if cell.kind == "text" else "right", width, SONG, size, keeps)
        for cell, width in zip(row, widths, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(cells)}</w:tr>"


def _cell_xml(
    lines: Sequence[str], alignment: str, width: int, font: str, size: int, keeps: bool, span: int = 1
) -> str:
    """A cell; `keeps` its row on the page of what follows it."""
    spanned = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    printable = ("".join(char for char in line if char == "\t" or ord(char) >= 32) for line in lines)
    words = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in printable)
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{spanned}<w:vAlign w:val="center"/></w:tcPr>'
        f"<w:p><w:pPr>{'<w:keepNext/>' if keeps else ''}"
        f'<w:spacing w:before="30" w:after="30" w:line="240" w:lineRule="auto"/><w:jc w:val="{alignment}"/></w:pPr>'
        f'<w:r><w:rPr><w:rFonts w:ascii="{LATIN}" w:hAnsi="{LATIN}" w:eastAsia="{font}" w:hint="eastAsia"/>'
        f'<w:sz w:val="{size}"/></w:rPr>{words}</w:r></w:p></w:tc>'
    )


def _paragraph(document: WordDocument, indent: Length | None = None, line: Length = LINE) -> WordParagraph:
    paragraph = document.add_paragraph()
    shape = paragraph.paragraph_format
    shape.first_line_indent = THIRD * 2 if indent is None else indent
    shape.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    shape.line_spacing = line
    shape.space_before = shape.space_after = Pt(0)
    paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    return paragraph


def _outline(paragraph: WordParagraph, level: int) -> None:
    """The heading's place in the navigation pane."""
    outline = OxmlElement("w:outlineLvl")
    outline.set(qn("w:val"), str(level - 1))
    paragraph._p.get_or_add_pPr().append(outline)


def _run(paragraph: WordParagraph, text: str, font: str, size: Length, latin: str = LATIN) -> Run:
    """A run; quotation marks and dashes, which both scripts have, are Chinese ones."""
    run = paragraph.add_run("".join(char for char in text if ord(char) >= 32))
    run.font.name = latin
    run.font.size = size
    fonts = run._r.get_or_add_rPr().get_or_add_rFonts()
    fonts.set(qn("w:eastAsia"), font)
    fonts.set(qn("w:hint"), "eastAsia")
    return run
