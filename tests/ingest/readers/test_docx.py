import io

import docx as python_docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from word_files import STRICT, W, p, package, part, relations, run, tbl, tc, tr, word

from ingest.document import Cell, Document, Paragraph, Table
from ingest.readers.word.docx import read_bytes

CellShape = tuple[int, int, str, int, int]


def shape(document: Document) -> list[list[CellShape] | str]:
    """Tables as lists of (row, column, text, row span, column span), paragraphs as text."""
    return [
        block.text
        if isinstance(block, Paragraph)
        else [(cell.row, cell.col, cell.text, cell.row_span, cell.col_span) for cell in block.cells]
        for block in document.blocks
    ]


def read(body: str, **parts: str) -> list[list[CellShape] | str]:
    return shape(read_bytes(word(body, **parts)))


def row(*texts: str, at: int = 1) -> list[CellShape]:
    return [(at, col, text, 1, 1) for col, text in enumerate(texts, start=1)]


def text_box(content: str) -> str:
    """A text box as Word writes it: once for newer programs, once more for older ones."""
    inner = f"<w:txbxContent>{content}</w:txbxContent>"
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{inner}</wps:txbx></w:drawing>'
        f"</mc:Choice><mc:Fallback><w:pict><v:textbox>{inner}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


def control(content: str, properties: str = "") -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def field(instruction: str, result: str | None = None, data: str = "") -> str:
    middle = "" if result is None else f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}'
    return (
        f'<w:r><w:fldChar w:fldCharType="begin">{data}</w:fldChar></w:r><w:r><w:instrText>{instruction}</w:instrText>'
        f'</w:r>{middle}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def test_paragraphs_and_tables_in_reading_order() -> None:
    body = p("一、项目概况") + p() + tbl(tr("项目名称", "甲"), tr("", "83.67")) + p("  附注 ")
    assert read(body) == ["一、项目概况", row("项目名称", "甲") + row("", "83.67", at=2), "附注"]


def test_grid_positions_of_merged_cells() -> None:
    body = tbl(
        tr(tc("产出指标", properties='<w:vMerge w:val="restart"/>'), tc("资金", properties='<w:gridSpan w:val="2"/>')),
        tr(tc(properties="<w:vMerge/>"), "年初预算数", "全年执行数"),
        tr(tc(properties='<w:vMerge w:val="continue"/>'), "100", ""),
    )
    assert read(body) == [
        [
            (1, 1, "产出指标", 3, 1),
            (1, 2, "资金", 1, 2),
            (2, 2, "年初预算数", 1, 1),
            (2, 3, "全年执行数", 1, 1),
            (3, 2, "100", 1, 1),
            (3, 3, "", 1, 1),
        ]
    ]


def test_a_vertical_merge_that_nothing_above_begins_is_a_cell_of_its_own() -> None:
    body = tbl(
        tr(tc("甲", properties="<w:vMerge/>"), "1"),
        tr(tc("乙", properties='<w:gridSpan w:val="2"/><w:vMerge/>')),
    )
    assert read(body) == [[(1, 1, "甲", 1, 1), (1, 2, "1", 1, 1), (2, 1, "乙", 1, 2)]]


def test_a_row_that_begins_further_right() -> None:
    body = tbl(tr("a", "b", "c"), tr("d", properties='<w:gridBefore w:val="2"/>'))
    assert read(body) == [[*row("a", "b", "c"), (2, 3, "d", 1, 1)]]


def test_old_horizontal_merges() -> None:
    body = tbl(
        tr(tc("得分", properties='<w:hMerge w:val="restart"/>'), tc("x", properties="<w:hMerge/>"), "后"),
        tr("1", "2", "3"),
    )
    assert read(body) == [[(1, 1, "得分", 1, 2), (1, 3, "后", 1, 1), *row("1", "2", "3", at=2)]]


def test_paragraphs_of_a_cell_are_lines() -> None:
    assert read(tbl(tr(tc("年初", "", "预算数"), tc(p("甲", "<w:r><w:br/></w:r>", "乙"))))) == [
        row("年初\n预算数", "甲\n乙")
    ]


def test_nested_tables_follow_the_table_around_them() -> None:
    innermost = tbl(tr("三", "四"))
    nested = tbl(tr("一", tc("二", innermost, p())))
    assert read(tbl(tr(tc("外", nested, "层"), "右")) + p("后")) == [
        row("外\n层", "右"),
        row("一", "二"),
        row("三", "四"),
        "后",
    ]


def test_a_nested_table_of_one_cell_is_a_frame_around_its_text() -> None:
    assert read(tbl(tr("项目名称", tc(tbl(tr("道路养护")), p())))) == [row("项目名称", "道路养护")]


def test_text_boxes_are_read_once() -> None:
    assert read(p("正文", text_box(p("标题") + tbl(tr("83.67"))), "续")) == ["正文续", "标题", row("83.67")]


def test_the_text_of_a_text_box_in_a_cell_is_the_cells() -> None:
    assert read(tbl(tr(tc(p("甲", text_box(p("乙") + tbl(tr("丙", "丁")))))))) == [row("甲\n乙"), row("丙", "丁")]


def test_content_controls_at_every_level() -> None:
    body = control(
        p(control(run("段落")))
        + tbl(
            control(tr(control(tc(control(p("单元格")))), "右")),
            '<w:customXml w:element="x">' + tr("下", "") + "</w:customXml>",
        )
    )
    assert read(body) == ["段落", row("单元格", "右") + row("下", "", at=2)]


def test_tracked_changes_are_accepted() -> None:
    body = p(
        "预算",
        f"<w:ins>{run('100')}</w:ins>",
        "<w:del><w:r><w:delText>90</w:delText></w:r></w:del>",
        f"<w:moveFrom>{run('走')}</w:moveFrom><w:moveTo>{run('来')}</w:moveTo>",
        "万元",
    )
    rows = tbl(
        tr("删", "除", properties="<w:del/>"),
        tr(tc("没", properties="<w:cellDel/>"), "留", tc("增", properties="<w:cellIns/>"), properties="<w:ins/>"),
    )
    assert read(body + rows + tbl(tr("x", properties="<w:del/>"))) == ["预算100来万元", row("留", "增")]


def test_a_deleted_paragraph_mark_joins_two_paragraphs() -> None:
    deleted = "<w:rPr><w:del/></w:rPr>"
    body = (
        p("一", properties=deleted) + p("二", properties=deleted) + p("三") + p("四", properties=deleted) + tbl(tr("x"))
    )
    assert read(body) == ["一二三", "四", row("x")]


def test_hidden_text_and_rows_are_left_out() -> None:
    styles = (
        '<w:style w:type="character" w:styleId="H"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="HP"><w:basedOn w:val="H"/></w:style>'
    )
    body = (
        p("见", run("隐", "<w:vanish/>"), run("显", '<w:vanish w:val="0"/>'), run("藏", '<w:rStyle w:val="H"/>'))
        + p("全隐", properties='<w:pStyle w:val="HP"/>')
        + tbl(tr("隐行", properties="<w:hidden/>"), tr("显行"))
    )
    assert read(body, styles=styles) == ["见显", row("显行")]


def test_what_is_struck_out_by_hand_is_no_text() -> None:
    struck = [run("60", "<w:strike/>"), run("5", '<w:strike w:val="0"/>'), run("0万元"), run("旧", "<w:dstrike/>")]
    assert read(p("预算", *struck)) == ["预算50万元", "（划去的文字，未读取：60旧）"]


def test_raised_digits_are_no_digits_of_the_figure_before() -> None:
    raised = '<w:vertAlign w:val="superscript"/>'
    assert read(
        p("水量10", run("4", raised), "方，占地30m", run("2", raised), "，支出95.5万元", run("[1]", raised))
    ) == ["水量10^4方，占地30m2，支出95.5万元[1]"]
    assert read(p("95.5", run("1", '<w:vertAlign w:val="baseline"/>'))) == ["95.51"]


def test_the_raised_mark_of_a_note_is_no_digit_of_the_word_before() -> None:
    raised = '<w:vertAlign w:val="superscript"/>'
    body = tbl(tr(tc(p("决策", run("1", raised), run("2", raised))), tc(p("执行率%", run("3", raised)))))
    assert read(body) == [row("决策¹²", "执行率%³")]


def test_headers_are_no_text() -> None:
    body = p("正文") + '<w:sectPr><w:headerReference r:id="r9"/></w:sectPr>'
    assert read(body, header1=part("hdr", p("页眉"))) == ["正文"]


@pytest.mark.parametrize(
    ("mark", "printed"),
    [
        *[
            (f'<w:r><w:sym w:font="{font}" w:char="{char}"/></w:r>', printed)
            for font, char, printed in [
                ("Wingdings", "F0FE", "☑"),
                ("Wingdings", "00FE", "☑"),
                ("Wingdings", "F0A8", "□"),
                ("Wingdings", "F06F", "□"),
                ("Wingdings", "F0FC", "√"),
                ("Wingdings", "F0FB", "×"),
                ("Wingdings 2", "F052", "☑"),
                ("Wingdings 2", "0052", "☑"),
                ("Wingdings 2", "F050", "√"),
                ("Wingdings 2", "F04F", "×"),
                ("Wingdings 2", "F0A3", "□"),
                ("Wingdings 3", "F070", "▲"),
                ("Symbol", "F0B3", "≥"),
                ("Symbol", "F0A3", "≤"),
                ("宋体", "25A1", "□"),
                ("Wingdings", "F041", "\uf041"),
            ]
        ],
        (run("þ", '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'), "☑"),
        (run("R", '<w:rFonts w:ascii="Wingdings 2" w:hAnsi="Wingdings 2"/>'), "☑"),
        (run("\uf0fe"), "☑"),
        (run("\uf052", '<w:rFonts w:hAnsi="Wingdings 2"/>'), "☑"),
        (run("\uf0b3"), "≥"),
        (control(run("☒"), '<w14:checkbox><w14:checked w14:val="1"/></w14:checkbox>'), "☑"),
        (control(run("☐"), '<w14:checkbox><w14:checked w14:val="0"/></w14:checkbox>'), "□"),
        (
            control(
                '<w:r><w:sym w:font="Wingdings 2" w:char="F050"/></w:r>',
                '<w14:checkbox><w14:checked w14:val="true"/></w14:checkbox>',
            ),
            "☑",
        ),
        (
            field(
                "FORMCHECKBOX", data="<w:ffData><w:checkBox><w:default w:val='0'/><w:checked/></w:checkBox></w:ffData>"
            ),
            "☑",
        ),
        (field("FORMCHECKBOX", "", data="<w:ffData><w:checkBox><w:default w:val='0'/></w:checkBox></w:ffData>"), "□"),
        (field("FORMCHECKBOX", data="<w:ffData><w:checkBox><w:default w:val='1'/></w:checkBox></w:ffData>"), "☑"),
        (
            field(
                "FORMDROPDOWN",
                data='<w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="优"/>'
                '<w:listEntry w:val="良"/></w:ddList></w:ffData>',
            ),
            "良",
        ),
        (field(r"eq \o\ac(□,√)"), "☑"),
        (field(r" EQ \o(□,×) "), "☒"),
        (field(r"eq \o\ac(○,3)"), "③"),
        (field(r"eq \o\ac(○,优)"), "优\u20dd"),
        (field(r"EQ \f(1,2)"), "1/2"),
        (field(r'SYMBOL 254 \f "Wingdings" \s 12'), "☑"),
        (field(r"SYMBOL 0xFE \f Wingdings"), "☑"),
    ],
)
def test_ticks_boxes_and_symbols(mark: str, printed: str) -> None:
    assert read(p("甲", mark, "乙")) == [f"甲{printed}乙"]


def test_what_a_control_asks_for_is_no_text() -> None:
    asks = "<w:showingPlcHdr/>"
    body = p("等级：", control(run("单击此处输入文字。"), asks)) + tbl(
        tr("预算数", control(tc(p("点击输入")), asks)),
        tr("执行数", control(tc(p("45万元")), asks)),
        tr("等次", control(tc(p("优")), '<w:showingPlcHdr w:val="0"/>')),
    )
    assert read(body) == ["等级：", [*row("预算数", ""), *row("执行数", "45万元", at=2), *row("等次", "优", at=3)]]


def test_ticks_in_enclosing_fields_and_in_the_letters_of_symbol_fonts() -> None:
    def lettered(letter: str) -> str:
        font = '<w:rPr><w:rFonts w:ascii="Wingdings 2" w:hAnsi="Wingdings 2"/></w:rPr>'
        return f"<w:r>{font}<w:t>{letter}</w:t></w:r>"

    assert read(p("优", field(r" eq \o\ac(□,√) "), " 良□")) == ["优☑ 良□"]
    assert read(p("优", lettered("R"), "良", lettered("£"))) == ["优☑良□"]


def test_what_was_before_a_change_is_not_read() -> None:
    inserted, deleted = ('<w:ins w:id="1" w:author="甲"/>', '<w:del w:id="2" w:author="甲"/>')
    was = '<w:tcPrChange w:id="3"><w:tcPr><w:gridSpan w:val="3"/><w:vMerge/></w:tcPr></w:tcPrChange>'
    hidden_before = '<w:rPr><w:rPrChange w:id="4"><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr>'
    body = tbl(tr("年初", "10"), tr("调整", "20", properties=inserted), tr("作废", "30", properties=deleted))
    assert read(body) == [[*row("年初", "10"), *row("调整", "20", at=2)]]
    assert read(tbl(tr(tc("甲", properties=was), "乙"))) == [row("甲", "乙")]
    assert read(p(f"<w:r>{hidden_before}<w:t>可见</w:t></w:r>")) == ["可见"]


def test_a_check_box_control_around_a_whole_cell() -> None:
    box = '<w14:checkbox><w14:checked w14:val="1"/></w14:checkbox>'
    assert read(tbl(tr(control(tc("☒"), box), "优"))) == [row("☑", "优")]


def test_fields_give_their_results_and_not_their_instructions() -> None:
    nested = field("IF " + field("PAGE", run("7")) + " = 7", run("是"))
    body = p("共", field("NUMPAGES", run("12")), "页", nested) + p(
        f'<w:fldSimple w:instr="DATE">{run("2025年")}</w:fldSimple>'
    )
    assert read(body) == ["共12页是", "2025年"]


def test_a_field_that_is_never_closed_hides_no_later_paragraph() -> None:
    body = p('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>') + p("正文")
    assert read(body) == ["正文"]


def test_tabs_hyphens_and_ruby() -> None:
    ruby = f"<w:r><w:ruby><w:rt>{run('pin')}</w:rt><w:rubyBase>{run('拼')}</w:rubyBase></w:ruby></w:r>"
    body = p(
        "甲",
        "<w:r><w:tab/></w:r>",
        "乙",
        "<w:r><w:noBreakHyphen/></w:r>",
        ruby,
        properties='<w:tabs><w:tab w:pos="9"/></w:tabs>',
    )
    assert read(body) == ["甲 乙-拼"]


def test_formulas_keep_their_fraction_bar() -> None:
    def text(content: str) -> str:
        return f"<m:r><m:t>{content}</m:t></m:r>"

    fraction = f"<m:f><m:num>{text('83.67')}</m:num><m:den>{text('80+20')}</m:den></m:f>"
    power = f"<m:sSup><m:e>{text('m')}</m:e><m:sup>{text('2')}</m:sup></m:sSup>"
    assert read(p("率=", f"<m:oMathPara><m:oMath>{fraction}{text('×100%')}{power}</m:oMath></m:oMathPara>")) == [
        "率=83.67/(80+20)×100%m^2"
    ]


def _m(name: str, *parts: str) -> str:
    """An element of a formula; what is no element is its text."""
    inside = "".join(part if part.startswith("<") else f"<m:r><m:t>{part}</m:t></m:r>" for part in parts)
    return f"<m:{name}>{inside}</m:{name}>"


@pytest.mark.parametrize(
    ("formula", "line"),
    [
        (_m("rad", _m("deg"), _m("e", "16")), "√(16)"),
        (_m("rad", _m("deg", "3"), _m("e", "27")), "3√(27)"),
        (_m("nary", '<m:naryPr><m:chr m:val="∑"/></m:naryPr>', _m("e", "x")), "∑x"),
        (_m("nary", _m("e", "x")), "∫x"),
        (_m("sSubSup", _m("e", "x"), _m("sub", "1"), _m("sup", "2")), "x1^2"),
        (_m("d", _m("e", "95+3")), "(95+3)"),
        (
            _m(
                "d",
                '<m:dPr><m:begChr m:val="["/><m:sepChr m:val=","/><m:endChr m:val="]"/></m:dPr>',
                _m("e", "0"),
                _m("e", "10"),
            ),
            "[0,10]",
        ),
    ],
)
def test_formulas_stand_on_one_line(formula: str, line: str) -> None:
    assert read(p(f"<m:oMath>{formula}</m:oMath>")) == [line]


RENDERED = "<w:r><w:lastRenderedPageBreak/></w:r>"
PAGE_BREAK = '<w:r><w:br w:type="page"/></w:r>'


def pages(body: str) -> list[int | None]:
    return [
        page
        for block in read_bytes(word(body)).blocks
        for page in ([block.page] if isinstance(block, Paragraph) else [cell.page for cell in block.cells])
    ]


def test_no_page_numbers_without_page_breaks() -> None:
    assert pages(p("a") + tbl(tr("b"))) == [None, None]


def test_pages_from_rendered_breaks() -> None:
    assert pages(p("a") + p(RENDERED, "b") + p("c", RENDERED, "d") + p("e")) == [1, 2, 2, 3]


def test_a_page_break_that_was_rendered_counts_once() -> None:
    assert pages(p("a", PAGE_BREAK) + p(RENDERED, "b")) == [1, 2]


def test_pages_from_page_breaks_where_nothing_was_rendered() -> None:
    assert pages(p("a") + p(PAGE_BREAK, "b") + p("c")) == [1, 2, 2]


def test_pages_of_rows() -> None:
    body = tbl(
        tr("a", "b"),
        tr(tc(p(RENDERED, "c")), "d"),
        tr(tc(p("e", RENDERED, "f")), tc(p("g", RENDERED, "h"))),
        tr("i", "j"),
    )
    assert pages(body + p("k")) == [1, 1, 2, 2, 2, 2, 3, 3, 3]


def test_a_break_inside_a_cell_that_reaches_down_turns_no_page_for_the_rows_beside_it() -> None:
    tall = tc(p("高", RENDERED, "格"), properties='<w:vMerge w:val="restart"/>')
    rest = tc(properties="<w:vMerge/>")
    assert pages(tbl(tr(tall, "a"), tr(rest, "b"), tr(rest, tc(p(RENDERED, "c"))))) == [1, 1, 1, 2]


@pytest.mark.parametrize("name", ["word/document.xml", "word/document2.xml", "Word\\Document.xml", "doc.xml"])
def test_the_document_part_is_found_by_its_relationship(name: str) -> None:
    target = name.replace("\\", "/").lower()
    parts = {
        "_rels/.rels": relations(("officeDocument", f"/{target}")),
        name: part("document", f"<w:body>{p('甲')}</w:body>"),
    }
    assert shape(read_bytes(package(parts))) == ["甲"]


def test_strict_files_and_utf16_parts() -> None:
    content = part("document", f"<w:body>{p('甲')}{tbl(tr('乙'))}</w:body>")
    for data in (content.replace(W, STRICT), content.replace("UTF-8", "UTF-16").encode("utf-16")):
        assert shape(read_bytes(package({"word/document.xml": data}))) == ["甲", row("乙")]


def test_the_media_type_is_words() -> None:
    assert read_bytes(word(p("甲"))).media_type.endswith("wordprocessingml.document")


TEXT = st.text(alphabet="预算执行率年度总体目标0123456789.%≥☑<&\n ", max_size=8)


@st.composite
def merged_tables(draw: st.DrawFn) -> tuple[int, int, list[CellShape]]:
    """(rows, columns, cells) of a table cut at random into rectangles."""
    rows, cols = draw(st.integers(1, 7)), draw(st.integers(1, 7))
    taken: set[tuple[int, int]] = set()
    cells: list[CellShape] = []
    for at_row in range(1, rows + 1):
        for col in range(1, cols + 1):
            if (at_row, col) in taken:
                continue
            widest = next((c for c in range(col, cols + 1) if (at_row, c) in taken), cols + 1) - col
            height, width = draw(st.integers(1, rows - at_row + 1)), draw(st.integers(1, widest))
            if draw(st.booleans()):
                height = width = 1
            taken |= {(r, c) for r in range(at_row, at_row + height) for c in range(col, col + width)}
            lines = [line.strip() for line in draw(TEXT).split("\n")]
            cells.append((at_row, col, "\n".join(line for line in lines if line), height, width))
    return rows, cols, cells


@settings(max_examples=60, deadline=None)
@given(merged_tables(), st.lists(TEXT, max_size=3))
def test_tables_with_random_merges_are_read_back_cell_for_cell(
    table: tuple[int, int, list[CellShape]], texts: list[str]
) -> None:
    rows, cols, cells = table
    document = python_docx.Document()
    for text in texts:
        document.add_paragraph(text)
    written = document.add_table(rows, cols)
    for at_row, col, text, height, width in cells:
        cell = written.cell(at_row - 1, col - 1)
        if height > 1 or width > 1:
            cell = cell.merge(written.cell(at_row + height - 2, col + width - 2))
        cell.text = text
    document.add_paragraph("完")
    file = io.BytesIO()
    document.save(file)
    expected = [text.strip() for text in texts if text.strip()]
    assert shape(read_bytes(file.getvalue())) == [*expected, cells, "完"]


def test_blocks_are_true_grids() -> None:
    assert read_bytes(word(tbl(tr("甲")))).blocks == (Table((Cell(1, 1, "甲"),), true_grid=True),)
