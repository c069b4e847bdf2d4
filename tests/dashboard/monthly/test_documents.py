"""The same bulletin on every kind of paper: what it says stands in its tables, and looks as it should."""

from __future__ import annotations

import datetime as dt
import io
import re
import shutil
import subprocess
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pdfplumber
import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from lxml import etree
from openpyxl import load_workbook

from dashboard.access import Gate
from dashboard.monthly import fonts
from dashboard.monthly.bulletin import Bulletin, Heading, bulletin_of
from dashboard.monthly.charts import Picture
from dashboard.monthly.figures import Figures, figures_of
from dashboard.monthly.files import Format, written
from dashboard.monthly.findings import Findings
from dashboard.monthly.month import Month
from dashboard.monthly.table import Gap
from dashboard.monthly.workbook import as_workbook

NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
DATES_AND_NUMBERING = re.compile(
    r"\d{4}年(?:度|\d+月)?(?:\d+日)?|\d+月|附件：?\d+．?|图\d+|^\d+．|数据版本\S+", re.MULTILINE
)


@pytest.fixture(scope="module")
def docx(bulletin: Bulletin) -> bytes:
    return written(bulletin, Format.docx)


@pytest.fixture(scope="module")
def pdf(bulletin: Bulletin) -> bytes:
    return written(bulletin, Format.pdf)


def numbers_without_tables(content: bytes) -> set[str]:
    """What the prose of a Word file says in numbers and no table of it holds."""
    document = Document(io.BytesIO(content))
    prose = "\n".join(paragraph.text for paragraph in document.paragraphs)
    cells = " ".join(cell.text for table in document.tables for row in table.rows for cell in row.cells)
    said = set(NUMBER.findall(DATES_AND_NUMBERING.sub(" ", prose)))
    assert len(said) > 8
    return said - set(NUMBER.findall(cells))


def test_every_number_said_stands_in_a_table(docx: bytes) -> None:
    assert numbers_without_tables(docx) == set()


def test_so_it_does_where_there_is_no_ledger(ledger_gate: Gate) -> None:
    bulletin = bulletin_of(figures_of(ledger_gate, Month(2025, 3)))
    assert "没有月度支出台账" in str(bulletin.blocks)
    assert numbers_without_tables(written(bulletin, Format.docx)) == set()


def test_so_it_does_where_a_table_is_cut(figures: Figures) -> None:
    """Of 90 units a document prints the 20 first and last, and the one in between that gained most places."""
    unit = figures.units[0]
    units = tuple(
        replace(unit, position=n, key=str(n), name=f"单位{n}", execution_rate=1 / n, places_gained=7 if n == 45 else 0)
        for n in range(1, 91)
    )
    bulletin = bulletin_of(replace(figures, units=units))
    assert "位次上升最多的单位是单位45" in str(bulletin.blocks)
    docx = written(bulletin, Format.docx)
    assert numbers_without_tables(docx) == set()
    [table] = [table for table in bulletin.tables if table.name == "units"]
    assert len(table.rows) == 90
    assert [str(row) for row in table.printed if isinstance(row, Gap)] == [
        "……（此处略去24行，见电子表格附件）",
        "……（此处略去25行，见电子表格附件）",
    ]
    assert len(Document(io.BytesIO(docx)).tables[3].rows) == 1 + 20 + 1 + 1 + 1 + 20


def test_what_is_said(bulletin: Bulletin) -> None:
    said = "".join(str(phrase) for block in bulletin.blocks if isinstance(block, tuple) for phrase in block)
    assert bulletin.title_lines == ("关于云南省昆明市2025年5月", "预算支出进度和绩效自评情况的通报")
    assert (
        "截至2025年5月末，纳入统计的项目5个，全年预算500.00万元，累计支出192.00万元，执行率38.40%，"
        "低于序时进度3.27个百分点。" in said
    )
    assert "执行率为38.40%，比上月末提高4.40个百分点，比上年同期提高1.26个百分点。" in said
    assert "位次上升最多的单位是五华区政务服务管理局，上升1位，列第2位。" in said
    assert "5月报送的报告新增审核发现2处，其中同一单位重复发生1处；当月销号2处；待处理5处（错误3处、疑问2处）。" in said
    assert "零支出项目1个；进度偏慢（执行率落后序时进度超过10个百分点）的项目2个。具体为：" in said
    assert "5月收到绩效自评报告2份，上月未收到；本年累计3份，上年同期1份。" in said
    assert "截至2025年6月30日，2024年度按名册应报4份，按期报送1份，逾期报送1份，未报2份（其中1份未到期限）。" in said
    assert "自评等次为“优”1份、“良”1份、“中”1份。" in said
    assert "待处理的发现中，当月台账2处。" in said
    assert "截至2025年6月30日已收到的数据" in said


def said_of(figures: Figures) -> str:
    blocks = bulletin_of(figures).blocks
    return "".join(str(phrase) for block in blocks if isinstance(block, tuple) for phrase in block)


def test_nothing_is_said_in_words_not_as_a_nought(figures: Figures) -> None:
    """No zero-execution project, none slow, none filed, nothing found, nobody moved."""
    total = figures.total()
    assert total is not None
    quiet = replace(total, zero_count=0, slow_count=3)
    filed = replace(figures.filings.total, in_month=0, good_count=0, fair_count=0)
    same = tuple(replace(unit, places_gained=0) for unit in figures.units)
    said = said_of(
        replace(
            figures,
            totals=figures.totals | {total.month: quiet},
            units=same,
            findings=(Findings("分值合计", "error", 2, 0, 0, 0),),
            filings=replace(figures.filings, total=filed, expected=()),
        )
    )
    assert "没有零支出项目；进度偏慢（执行率落后序时进度超过10个百分点）的项目3个。" in said
    assert "5月未收到绩效自评报告，上月未收到；本年累计3份，上年同期1份。" in said
    assert "自评等次为“优”1份。" in said
    assert "5月没有新增审核发现；待处理2处（错误2处）。" in said
    assert "与上月末相比，各单位位次没有变化。" in said
    assert not re.search(r"(?<![\d.,])0[个份处]", said)


def test_amounts_of_some_projects_are_told_as_such(figures: Figures) -> None:
    """Of May's 5 projects 4 have both amounts and 3 an amount in the month; in April none has one."""
    total = figures.total()
    assert total is not None
    some = replace(figures, totals=figures.totals | {total.month: replace(total, covered_count=4, in_month_count=3)})
    said = said_of(some)
    assert "纳入统计的项目5个，其中预算和支出俱全的4个，全年预算500.00万元" in said
    assert "5月当月支出22.00万元（3个项目有当月支出金额）。" in said
    [table] = [table for table in bulletin_of(some).tables if table.name == "months"]
    place = [column.heading for column in table.columns].index("有当月金额的项目")
    assert [(row[0].text, row[place].text) for row in table.rows][-2:] == [("2025年4月", "0"), ("2025年5月", "3")]
    whole = replace(figures, totals={total.month: replace(total, in_month_count=5)})
    [table] = [table for table in bulletin_of(whole).tables if table.name == "months"]
    assert "有当月金额的项目" not in {column.heading for column in table.columns}


def test_findings_of_one_rule_are_told_apart(figures: Figures) -> None:
    """One rule that found three faults and gave two hints is named twice, with what each of them is."""
    decrease = (
        Findings("累计支出下降", "error", 3),
        Findings("累计支出下降", "info", 2),
        Findings("负数支付", "info", 1),
    )
    bulletin = bulletin_of(replace(figures, findings=decrease))
    said = "".join(str(phrase) for block in bulletin.blocks if isinstance(block, tuple) for phrase in block)
    assert "待处理较多的事项：“累计支出下降”（错误）3处、“累计支出下降”（提示）2处、“负数支付”1处。" in said


def test_a_section_without_content_has_no_heading(figures: Figures) -> None:
    bulletin = bulletin_of(replace(figures, divisions=(), units=()))
    headings = [block.text for block in bulletin.blocks if isinstance(block, Heading) and block.level == 1]
    assert headings[:2] == ["一、支出进度总体情况", "二、进度偏慢和零支出项目"]
    assert "units" not in {table.name for table in bulletin.tables}


def test_a_month_that_is_not_over_is_told_by_its_day(ledger_gate: Gate) -> None:
    bulletin = bulletin_of(figures_of(ledger_gate, Month(2025, 5), as_of=dt.date(2025, 5, 15)))
    assert "截至2025年5月15日，本年已报送自评报告的项目2个" in str(bulletin.blocks)


def test_word_and_web_page_hold_the_same_tables(bulletin: Bulletin, docx: bytes) -> None:
    tables = [[[cell.text for cell in row] for row in table.rows] for table in bulletin.tables]
    words = [
        [[cell.text for cell in row.cells] for row in table.rows][1:] for table in Document(io.BytesIO(docx)).tables
    ]
    page = etree.HTML(written(bulletin, Format.html).decode())
    web = [
        [["".join(cell.itertext()) for cell in row] for row in table.iterfind("tbody/tr")]
        for table in page.iter("table")
    ]
    assert words == web == tables


def test_the_workbook_holds_the_same_numbers(bulletin: Bulletin) -> None:
    book = load_workbook(io.BytesIO(as_workbook(bulletin)))
    for number, table in enumerate(bulletin.tables, 1):
        sheet = book.worksheets[number - 1]
        assert sheet.freeze_panes == "A4"
        rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=4)]
        for given, row in zip(rows, table.rows, strict=True):
            for value, cell in zip(given, row, strict=True):
                if isinstance(cell.value, str) or cell.value is None:
                    assert value == cell.value
                else:
                    times = 100 if cell.kind == "points" else 1
                    assert value == pytest.approx(float(cell.value) * times), (table.name, cell)
    said = [row[0].value for row in book["数据说明"].iter_rows()]
    assert "3．零支出指有预算而累计支出为零；进度偏慢指执行率落后序时进度超过10个百分点；金额单位为万元。" in said
    assert f"4．数据版本{bulletin.generation}，与数据看板一致。" in said


def test_the_page_holds_the_same_text(bulletin: Bulletin, pdf: bytes) -> None:
    with pdfplumber.open(io.BytesIO(pdf)) as pages:
        text = "".join((page.extract_text() or "") for page in pages.pages)
    found = re.sub(r"\s", "", text)
    for table in bulletin.tables:
        assert re.sub(r"\s", "", table.title) in found
        for row in table.rows:
            for cell in row:
                if isinstance(cell.value, str) is False:
                    assert cell.text in found, (table.name, cell)
    for block in bulletin.blocks:
        if isinstance(block, tuple):
            assert str(block[0])[:12] in found


def test_fonts_are_embedded_and_no_box_is_drawn(pdf: bytes) -> None:
    with pdfplumber.open(io.BytesIO(pdf)) as pages:
        fonts_used = {char["fontname"] for page in pages.pages for char in page.chars}
        texts = {char["text"] for page in pages.pages for char in page.chars}
    assert fonts_used and all(re.match(r"[A-Z]{6}\+Noto(Serif|Sans)CJK", name) for name in fonts_used), fonts_used
    assert not texts & {"\x00", "\ufffd", "(cid:0)"}


def test_a_missing_font_is_an_error(monkeypatch: pytest.MonkeyPatch, bulletin: Bulletin) -> None:
    monkeypatch.setattr(fonts, "SERIF", "A Font That Nobody Has")
    fonts.installed.cache_clear()
    try:
        with pytest.raises(fonts.FontsMissing, match="fonts-noto-cjk"):
            written(bulletin, Format.pdf)
    finally:
        fonts.installed.cache_clear()


def test_the_web_page_is_the_same_every_time_and_needs_nothing_else(figures: Figures, bulletin: Bulletin) -> None:
    page = written(bulletin, Format.html)
    assert page == written(bulletin_of(figures), Format.html)
    assert not re.search(rb"<script|<link|(?:src|href)=|url\(['\"]?http|@import", page)


def test_words_of_documents_stay_text(figures: Figures) -> None:
    """A unit's name is another's: it brings neither markup nor formulas."""
    units = (replace(figures.units[0], name="<img src=x>&=1+1\x0b"), *figures.units[1:])
    bulletin = bulletin_of(replace(figures, units=units))
    assert b"<img" not in written(bulletin, Format.html)
    assert "<img src=x>&=1+1" in Document(io.BytesIO(written(bulletin, Format.docx))).tables[3].cell(1, 2).text
    assert written(bulletin, Format.pdf).startswith(b"%PDF")


def test_word_is_laid_out_as_an_official_document(bulletin: Bulletin, docx: bytes) -> None:
    document = Document(io.BytesIO(docx))
    section = document.sections[0]
    edges = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    assert [round(edge.mm) for edge in edges if edge is not None] == [37, 35, 28, 26]
    assert section.page_width is not None and abs(section.page_width - Mm(210)) < Mm(1)

    def look(start: str) -> tuple[str, float]:
        [run] = next(paragraph for paragraph in document.paragraphs if paragraph.text.startswith(start)).runs
        assert run.font.size is not None and run._r.rPr is not None and run._r.rPr.rFonts is not None
        return run._r.rPr.rFonts.get(qn("w:eastAsia")), run.font.size.pt

    assert look("关于") == ("方正小标宋简体", 22)
    assert look("一、") == ("黑体", 16)
    assert look("（一）") == ("楷体_GB2312", 16)
    assert look("现将") == ("仿宋_GB2312", 16)
    body = next(paragraph for paragraph in document.paragraphs if paragraph.text.startswith("现将"))
    assert body.paragraph_format.first_line_indent == Pt(32)
    assert body.paragraph_format.line_spacing is not None and 28 <= body.paragraph_format.line_spacing.pt <= 29  # type: ignore[union-attr]
    for footer in (section.footer, section.even_page_footer):
        assert footer.paragraphs[0].text == "—  —" and "PAGE" in footer._element.xml


def test_word_is_of_chinese(docx: bytes) -> None:
    """Else punctuation is that of another region's fonts, and quotation marks are those of the Latin font."""
    document = Document(io.BytesIO(docx))
    languages = {element.get(qn("w:eastAsia")) for element in document.styles.element.iter(qn("w:lang"))}
    assert languages == {"zh-CN"}
    fonts_of_words = [run.find(f"{qn('w:rPr')}/{qn('w:rFonts')}") for run in document.element.body.iter(qn("w:r"))]
    assert {fonts.get(qn("w:hint")) for fonts in fonts_of_words if fonts is not None} == {"eastAsia"}


def test_short_tables_stay_whole_and_long_ones_keep_their_note(figures: Figures) -> None:
    """Which rows of the table of units, its heading first, stay on the page of what follows: of 6 units and of 30."""

    def kept(unit_count: int) -> list[bool]:
        units = tuple(replace(figures.units[0], position=n, key=str(n)) for n in range(1, unit_count + 1))
        bulletin = bulletin_of(replace(figures, units=units))
        number = [table.name for table in bulletin.tables].index("units")
        rows = Document(io.BytesIO(written(bulletin, Format.docx))).tables[number].rows
        return [bool(row.cells[0].paragraphs[0].paragraph_format.keep_with_next) for row in rows]

    assert kept(6) == [True] * 7
    assert kept(30) == [True, *[False] * 29, True]


def test_a_page_of_the_pdf_has_room_for_22_lines(pdf: bytes) -> None:
    """225 mm are 637.8 pt: lines of the text follow one another by 28.95 pt."""
    with pdfplumber.open(io.BytesIO(pdf)) as pages:
        bottoms = sorted({round(char["bottom"], 1) for char in pages.pages[0].chars if round(char["size"]) == 16})
    apart = [round(below - above, 2) for above, below in pairwise(bottoms)]
    assert apart.count(pytest.approx(28.95, abs=0.1)) >= 5 and min(apart) > 28


def test_charts_are_drawings_with_words(bulletin: Bulletin) -> None:
    pictures = [block for block in bulletin.blocks if isinstance(block, Picture)]
    assert [picture.caption.split("　")[0] for picture in pictures] == [f"图{n}" for n in range(1, len(pictures) + 1)]
    for picture in pictures:
        assert etree.fromstring(picture.svg).get("aria-label") == picture.said
    [progress] = [picture for picture in pictures if "各月执行率" in picture.caption]
    assert progress.said == "2024年和2025年各月执行率"
    assert "38.4%" in progress.svg and "序时进度" in progress.svg


def test_a_chart_names_no_year_that_it_does_not_show(figures: Figures) -> None:
    """The first ledger came in April 2025: nothing of 2024 is drawn."""
    this_year = {month: total for month, total in figures.totals.items() if month >= dt.date(2025, 4, 1)}
    blocks = bulletin_of(replace(figures, totals=this_year)).blocks
    pictures = [block for block in blocks if isinstance(block, Picture)]
    assert pictures[0].said == "2025年各月执行率"


def test_the_marks_of_an_axis_are_whole(figures: Figures) -> None:
    """Up to 80 %: three times a fifth is a hair above 0.6."""
    most = {
        month: replace(total, executed_wan=total.budget_wan and total.budget_wan * 3 / 4)
        for month, total in figures.totals.items()
    }
    reports = replace(figures, totals=most, known=replace(figures.known, source="reports"))
    [progress] = [
        block for block in bulletin_of(reports).blocks if isinstance(block, Picture) and "各月执行率" in block.said
    ]
    assert re.findall(r">(\d+(?:\.\d+)?%)<", progress.svg)[:5] == ["0%", "20%", "40%", "60%", "80%"]


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_word_opens_in_libreoffice(docx: bytes, bulletin: Bulletin, tmp_path: Path) -> None:
    source = tmp_path / "bulletin.docx"
    source.write_bytes(docx)
    subprocess.run(
        [
            *("soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless"),
            *("--convert-to", "pdf", "--outdir", str(tmp_path), str(source)),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    with pdfplumber.open(tmp_path / "bulletin.pdf") as pages:
        text = re.sub(r"\s", "", "".join(page.extract_text() or "" for page in pages.pages))
        assert sum(len(page.images) for page in pages.pages) == sum(
            isinstance(block, Picture) for block in bulletin.blocks
        )
    assert bulletin.title in text and "—1—" in text and "附件1" in text
