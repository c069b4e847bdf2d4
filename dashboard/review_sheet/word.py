"""The review sheet as a Word file, A4, to be sent back with a letter or printed."""

from __future__ import annotations

import io
from collections.abc import Sequence

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.styles.style import BaseStyle
from docx.table import Table
from docx.text.paragraph import Paragraph

from dashboard.review_sheet.content import DECISIONS, SEVERITIES, Finding, Sheet, expectation, heading, summary

_WIDTHS = (10, 13, 72, 55, 28)
_COLUMNS = ("序号", "程度", "问题", "位置与原文", "依据")
_QUOTED = 200


def as_docx(sheets: Sequence[Sheet]) -> bytes:
    """The sheets, each beginning on a page of its own."""
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(16)
    section.top_margin = section.bottom_margin = Mm(18)
    _font(document.styles["Normal"], "仿宋", 10.5)
    for number, sheet in enumerate(sheets):
        if number:
            document.add_page_break()
        _write(document, sheet)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _write(document: WordDocument, sheet: Sheet) -> None:
    _centred(document, "绩效自评复核单", 18, bold=True)
    _centred(document, sheet.title or sheet.subject_name, 12)
    facts = document.add_table(rows=0, cols=4, style="Table Grid")
    told = [text for fact in heading(sheet) for text in fact]
    told += [""] * (-len(told) % 4)
    for first in range(0, len(told), 4):
        _fill(facts, *told[first : first + 4])
    _set_widths(facts, (26, 63, 26, 63))
    dismissed = f"另有 {sheet.dismissed_count} 处经复核人认定不成立，未列出。" if sheet.dismissed_count else ""
    document.add_paragraph(summary(sheet) + dismissed).paragraph_format.space_before = Pt(8)
    if sheet.findings:
        table = document.add_table(rows=0, cols=len(_COLUMNS), style="Table Grid")
        _fill(table, *_COLUMNS)
        _repeat_heading(table)
        for finding in sheet.findings:
            _fill(table, *_cells(finding))
        _set_widths(table, _WIDTHS)
    foot = document.add_paragraph(f"报告编号 {sheet.report_id}；数据版本 {sheet.generation}（{sheet.published_on}）")
    foot.runs[0].font.size = Pt(8)


def _cells(finding: Finding) -> tuple[str, ...]:
    decision = DECISIONS[finding.decision]
    reason = f"（{finding.decision_reason}）" if decision and finding.decision_reason else ""
    lines = (
        f"【{finding.title}】{finding.message}",
        expectation(finding),
        f"复核意见：{decision}{reason}" if decision else "",
    )
    quote = finding.quote if len(finding.quote) <= _QUOTED else finding.quote[: _QUOTED - 1] + "…"
    return (
        str(finding.number),
        SEVERITIES[finding.severity],
        "\n".join(line for line in lines if line),
        f"{finding.place}\n“{quote}”",
        finding.legal_basis or "",
    )


def _centred(document: WordDocument, text: str, points: float, bold: bool = False) -> Paragraph:
    paragraph = document.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = paragraph.add_run(text)
    run.bold = bold
    run.font.size = Pt(points)
    return paragraph


def _fill(table: Table, *texts: str) -> None:
    for cell, text in zip(table.add_row().cells, texts, strict=True):
        cell.text = _printable(text)


def _printable(text: str) -> str:
    """Without the control characters that XML cannot hold."""
    return "".join(char for char in text if char in "\n\t" or ord(char) >= 32)


def _set_widths(table: Table, widths: Sequence[int]) -> None:
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Mm(width)


def _repeat_heading(table: Table) -> None:
    """The first row stands again on each page."""
    properties = table.rows[0]._tr.get_or_add_trPr()
    properties.append(properties.makeelement(qn("w:tblHeader"), {qn("w:val"): "true"}))


def _font(style: BaseStyle, name: str, points: float) -> None:
    style.font.name = name  # type: ignore[attr-defined]
    style.font.size = Pt(points)  # type: ignore[attr-defined]
    style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), name)
