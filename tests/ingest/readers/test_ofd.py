"""OFD as other programs write it: each test draws a page in one of the ways that the standard allows."""

from __future__ import annotations

import re
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from formats.fixed import SPACE, package, parts, path, text
from ingest.document import Cell, Document, Paragraph, Table, Unreadable
from ingest.readers import office_zip
from ingest.readers.portable import ofd, ofd_page, pages
from ingest.readers.portable.ofd import read_bytes

TWO_BY_TWO = [["预算数", "执行数"], ["100.00", "95.50"]]
LINES = ("M 0 0 L 100 0", "M 0 10 L 100 10", "M 0 20 L 100 20", "M 0 0 L 0 20", "M 50 0 L 50 20", "M 100 0 L 100 20")
"""The lines of a table of two rows and two columns, 100 by 20 mm."""
HALF = "M 0 0 L 50 0 M 0 5 L 50 5 M 0 10 L 50 10 M 0 0 L 0 10 M 25 0 L 25 10 M 50 0 L 50 10"
"""The same at half the size."""
GRID = "20 50 100 20"


def page(*objects: str, **more: str) -> Document:
    """The document of one page on A4, in millimetres."""
    return read_bytes(package(parts(["".join(objects)], **more)))


def cells() -> str:
    """The texts of the table, each in a box inside its cell."""
    return "".join(
        text(f"{22 + 50 * column} {52 + 10 * row} 40 5", words, size=4)
        for row, line in enumerate(TWO_BY_TWO)
        for column, words in enumerate(line)
    )


def rows(document: Document) -> list[list[str]]:
    """The texts of the only table."""
    (table,) = (block for block in document.blocks if isinstance(block, Table))
    assert table.true_grid
    return [[cell.text for cell in line] for _, line in table.rows()]


def paragraphs(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Paragraph)]


def test_text_is_a_paragraph_with_its_page() -> None:
    drawn = ["", text("20 30 100 5", "全年预算100万元，执行95.5万元。", deltas="g 4 4 g 3 2 g 5 4 g 4 2 4 4")]
    document = read_bytes(package(parts(drawn)))
    assert document == Document((Paragraph("全年预算100万元，执行95.5万元。", 2),), "application/ofd")


def test_characters_of_one_glyph_are_all_there() -> None:
    drawn = text("20 30 100 5", "购Office软件88套", deltas="4 3 0 0 3 2 2 4 4 0 4 4")
    assert paragraphs(page(drawn)) == ["购Office软件88套"]


@pytest.mark.parametrize(
    "drawn",
    [
        "".join(path(GRID, line) for line in LINES),
        path(GRID, " ".join(LINES)),
        path("0 0 210 297", " ".join(LINES), more='CTM="1 0 0 1 20 50"'),
        path(GRID, HALF, more='CTM="2 0 0 2 0 0"'),
        "".join(
            path(box, f"M 0 0 L {width} 0 L {width} {height} L 0 {height} C", more='Stroke="false" Fill="true"')
            for box, width, height in (
                *((f"20 {50 + 10 * n} 100 0.2", 100, 0.2) for n in range(3)),
                *((f"{20 + 50 * n} 50 0.2 20", 0.2, 20) for n in range(3)),
            )
        ),
        "".join(
            path(f"{20 + 50 * column} {50 + 10 * row} 50 10", "M 0 0 L 50 0 L 50 10 L 0 10 C")
            for row in range(2)
            for column in range(2)
        ),
    ],
    ids=["a path a line", "one path", "moved", "scaled", "thin boxes", "a box a cell"],
)
def test_every_way_to_rule_a_table(drawn: str) -> None:
    assert rows(page(drawn, cells())) == TWO_BY_TWO


def test_cells_keep_what_they_span() -> None:
    lines = "M 0 0 L 100 0 M 0 10 L 100 10 M 0 20 L 100 20 M 0 0 L 0 20 M 100 0 L 100 20 M 50 10 L 50 20"
    document = page(
        path(GRID, lines), text("22 52 90 5", "资金（万元）"), text("22 62 9 5", "100"), text("72 62 9 5", "95")
    )
    (table,) = document.blocks
    assert isinstance(table, Table)
    assert table.cells == (
        Cell(1, 1, "资金（万元）", 1, 2, 1),
        Cell(2, 1, "100", page=1),
        Cell(2, 2, "95", page=1),
    )


def test_the_lines_of_a_form_may_stand_in_a_template() -> None:
    files = parts(
        [cells()],
        common='<ofd:TemplatePage ID="2" BaseLoc="Tpls/Tpl_0/Content.xml"/>',
        before='<ofd:Template TemplateID="2" ZOrder="Background"/>',
    )
    files["Doc_0/Tpls/Tpl_0/Content.xml"] = (
        f"<ofd:Page {SPACE}><ofd:Content><ofd:Layer>{path(GRID, ' '.join(LINES))}</ofd:Layer></ofd:Content></ofd:Page>"
    )
    assert rows(read_bytes(package(files))) == TWO_BY_TWO


def test_a_composition_is_drawn_where_it_is_placed() -> None:
    unit = (
        '<ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID="50" Width="100" Height="20"><ofd:Content>'
        f"{path('0 0 100 20', ' '.join(LINES))}"
        "</ofd:Content></ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits>"
    )
    used = '<ofd:CompositeObject ID="9" Boundary="20 50 100 20" ResourceID="50"/>'
    assert rows(page(used, cells(), resources=unit)) == TWO_BY_TWO


def test_a_composition_of_itself_ends() -> None:
    used = '<ofd:CompositeObject ID="9" Boundary="20 50 100 20" ResourceID="50"/>'
    unit = f'<ofd:CompositeGraphicUnit ID="50"><ofd:Content>{used}</ofd:Content></ofd:CompositeGraphicUnit>'
    assert paragraphs(page(used, text("20 30 50 5", "说明"), resources=unit)) == ["说明"]


def test_compositions_that_multiply_each_other_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ofd_page, "MOST_COMPOSED", 5000)
    used = '<ofd:CompositeObject ID="9" Boundary="0 0 210 297" ResourceID="50"/>'
    unit = f'<ofd:CompositeGraphicUnit ID="50"><ofd:Content>{used * 9}</ofd:Content></ofd:CompositeGraphicUnit>'
    with pytest.raises(Unreadable, match="已损坏"):
        page(used, text("20 30 50 5", "说明"), resources=unit)


def test_text_set_by_a_matrix_as_converters_from_pdf_do() -> None:
    """A point is 0.3528 mm; the place of the text is given in points of the whole page and moved back to its box."""
    moved = text(
        "30 60 60 5",
        "自评得分92.5分",
        size=12,
        deltas="g 3 12 12 g 3 6 6",
        more='CTM="0.35278 0 0 0.35278 -30 -60"',
        at='X="85.04" Y="180"',
    )
    assert paragraphs(page(moved)) == ["自评得分92.5分"]


def test_text_in_several_pieces_goes_on_where_the_last_one_ended() -> None:
    pieces = (
        '<ofd:TextObject ID="7" Boundary="20 30 100 5" Font="3" Size="4">'
        '<ofd:TextCode X="0" Y="4" DeltaX="4 4 4">全年执行</ofd:TextCode>'
        "<ofd:TextCode>88万元</ofd:TextCode></ofd:TextObject>"
    )
    assert paragraphs(page(pieces)) == ["全年执行88万元"]


def test_a_piece_of_text_that_gives_one_place_has_the_other_from_the_last() -> None:
    lines = (
        '<ofd:TextObject ID="7" Boundary="20 30 100 20" Font="3" Size="4"><ofd:TextCode X="0" Y="4" DeltaX="4 4 4">'
        '全年预算</ofd:TextCode><ofd:TextCode Y="14" DeltaX="4 4 4">全年执行</ofd:TextCode></ofd:TextObject>'
    )
    assert paragraphs(page(text("20 60 40 5", "一二三四五六七八九十"), lines, text("60 40 40 5", "100"))) == [
        "全年预算",
        "全年执行 100",
        "一二三四五六七八九十",
    ]


def test_more_steps_than_letters_cost_nothing() -> None:
    many = "g 100000 4 " * 200_000
    assert paragraphs(page(text("20 30 100 5", "年度", deltas=many))) == ["年度"]


def test_a_page_on_its_side_is_read_upright() -> None:
    """Everything is drawn turned a quarter clockwise, as landscape tables on upright pages are."""
    turned = "0 1 -1 0 200 0"
    drawn = path("0 0 210 297", " ".join(LINES), more=f'CTM="{turned}"')
    words = "".join(
        text("0 0 210 297", words, more=f'CTM="{turned}"', at=f'X="{2 + 50 * column}" Y="{6 + 10 * row}"')
        for row, line in enumerate(TWO_BY_TWO)
        for column, words in enumerate(line)
    )
    assert rows(page(drawn, words)) == TWO_BY_TWO


@pytest.mark.parametrize(
    "unseen",
    [
        text("20 60 100 5", "内部资料", more='Visible="false"'),
        text("20 60 100 5", "内部资料", more='Alpha="0"'),
        text("20 60 100 5", "内部资料", fill='<ofd:FillColor Value="255 255 255"/>'),
        text("20 60 100 5", "内部资料", more='CTM="0.7071 0.7071 -0.7071 0.7071 0 0"'),
        text("230 60 100 5", "内部资料"),
    ],
    ids=["hidden", "transparent", "white on white", "water mark", "beyond the edge"],
)
def test_what_nobody_sees_is_left_out(unseen: str) -> None:
    assert paragraphs(page(text("20 30 100 5", "自评报告"), unseen)) == ["自评报告"]


def test_a_pale_water_mark_under_the_text_is_none_of_it() -> None:
    pale = '<ofd:FillColor Value="0 0 0" Alpha="60"/>'
    large = text("20 26 160 20", "内部资料", size=14, fill=pale)
    assert paragraphs(page(large, text("20 34 100 5", "自评得分95分"))) == ["自评得分95分"]
    assert paragraphs(page(large)) == ["内部资料"]


def test_white_letters_on_a_dark_ground_are_seen() -> None:
    ground = path(
        "20 28 100 10",
        "M 0 0 L 100 0 L 100 10 L 0 10 C",
        more='Stroke="false" Fill="true"',
        fill='<ofd:FillColor Value="0 60 120"/>',
    )
    assert paragraphs(page(ground, text("20 30 100 5", "自评报告", fill='<ofd:FillColor Value="255 255 255"/>'))) == [
        "自评报告"
    ]


def with_annotation(kind: str, more: str = "") -> list[str]:
    """The paragraphs of a page on which an annotation stands behind its only word."""
    files = parts([text("20 30 20 5", "自评得分", size=4)])
    files["Doc_0/Document.xml"] = files["Doc_0/Document.xml"].replace(
        "</ofd:Document>", "<ofd:Annotations>Annots/Annotations.xml</ofd:Annotations></ofd:Document>"
    )
    key = re.findall('<ofd:Page ID="(.*?)"', files["Doc_0/Document.xml"])[0]
    files["Doc_0/Annots/Annotations.xml"] = (
        f'<ofd:Annotations {SPACE}><ofd:Page PageID="{key}"><ofd:FileLoc>Page_0/Annotation.xml</ofd:FileLoc></ofd:Page>'
        "</ofd:Annotations>"
    )
    files["Doc_0/Annots/Page_0/Annotation.xml"] = (
        f'<ofd:PageAnnot {SPACE}><ofd:Annot ID="90" Type="{kind}" {more}><ofd:Remark>批注</ofd:Remark>'
        f'<ofd:Appearance Boundary="36 30 30 5">{text("0 0 30 5", "95分", size=4)}</ofd:Appearance></ofd:Annot>'
        "</ofd:PageAnnot>"
    )
    return paragraphs(read_bytes(package(files)))


def test_what_is_typed_over_a_page_is_read_where_it_stands() -> None:
    assert with_annotation("Path") == with_annotation("FreeText") == ["自评得分95分"]


@pytest.mark.parametrize(
    ("kind", "more"), [("Stamp", ""), ("Watermark", ""), ("Highlight", ""), ("Link", ""), ("Path", 'Visible="false"')]
)
def test_stamps_and_marks_are_no_text(kind: str, more: str) -> None:
    assert with_annotation(kind, more) == ["自评得分"]


def test_ticks_of_symbol_fonts() -> None:
    fonts = '<ofd:Fonts><ofd:Font ID="3" FontName="Wingdings"/></ofd:Fonts>'
    ticked = text("20 30 8 5", "\u00fe") + text("24.2 30 40 5", "优").replace('Font="3"', 'Font="4"')
    assert paragraphs(page(ticked, resources=fonts)) == ["☑优"]


def test_the_current_version_of_a_document_counts() -> None:
    files = parts([text("20 30 50 5", "旧稿")])
    new = {name.replace("Doc_0", "Doc_1"): body for name, body in parts([text("20 30 50 5", "定稿")]).items()}
    files |= {name: body for name, body in new.items() if name != "OFD.xml"}
    files["OFD.xml"] = files["OFD.xml"].replace(
        "</ofd:DocBody>",
        '<ofd:Versions><ofd:Version ID="1" Index="1" BaseLoc="V/1.xml"/>'
        '<ofd:Version ID="2" Index="2" Current="true" BaseLoc="V/2.xml"/></ofd:Versions></ofd:DocBody>',
    )
    files["V/2.xml"] = f"<ofd:DocVersion {SPACE}><ofd:DocRoot>/Doc_1/Document.xml</ofd:DocRoot></ofd:DocVersion>"
    assert paragraphs(read_bytes(package(files))) == ["定稿"]


def test_a_page_may_have_a_size_of_its_own() -> None:
    wide = "<ofd:Area><ofd:PhysicalBox>10 10 420 297</ofd:PhysicalBox></ofd:Area>"
    assert paragraphs(page(text("400 30 20 5", "右栏"), before=wide)) == ["右栏"]


def test_a_scanned_page_is_rejected_by_its_number() -> None:
    scan = '<ofd:ImageObject ID="9" Boundary="0 0 210 297" CTM="210 0 0 297 0 0" ResourceID="5"/>'
    with pytest.raises(Unreadable, match="第 2 页为扫描图片"):
        read_bytes(package(parts([text("20 30 50 5", "封面"), scan])))


def test_a_picture_on_a_page_with_text_is_told_and_a_stamp_is_not() -> None:
    large = '<ofd:ImageObject ID="9" Boundary="30 80 150 100" CTM="150 0 0 100 0 0" ResourceID="5"/>'
    stamp = large.replace("30 80 150 100", "120 220 42 42")
    words = text("20 30 50 5", "全年支出20万元")
    assert page(words, large).blocks[-1] == Paragraph("（图片未读取：第 1 页）", 1, is_unread=True)
    assert len(page(words, stamp).blocks) == 1


def test_a_font_without_codes_is_told() -> None:
    with pytest.raises(Unreadable, match="没有文字编码"):
        page(text("20 30 50 5", "\ue001\ue002\ue003年度"))


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ({"Document.xml": "<a/>"}, "已损坏"),
        ({"Encryptions.xml": "<a/>"}, "密码"),
        ({"OFD.xml": f"<ofd:OFD {SPACE}/>"}, "已损坏"),
        ({"OFD.xml": "<ofd:OFD"}, "已损坏"),
        ({name: body for name, body in parts([""]).items() if "Page_0" not in name}, "已损坏"),
        (parts([""]), "空白"),
        (parts([text("20 thirty 50 5", "甲")]), "已损坏"),
        (parts([text("20 30 50 5", "甲", more='CTM="1 0"')]), "已损坏"),
        (parts([text("20 30", "甲")]), "已损坏"),
        *(
            (parts([text("20 30 50 5", "甲", **{place: value})]), "已损坏")
            for place, value in (("deltas", "nan"), ("more", 'HScale="inf"'), ("more", 'CTM="1 0 0 1 1e400 0"'))
        ),
        (parts([text("20 30 50 5", "甲")], box="0 0 inf 297"), "已损坏"),
        (parts([text("20 30 50 5", "甲")], box="0 0 1e308 297"), "已损坏"),
    ],
)
def test_what_cannot_be_read_is_told(files: dict[str, str], told: str) -> None:
    with pytest.raises(Unreadable, match=told):
        read_bytes(package(files))


def test_bytes_that_are_no_package() -> None:
    with pytest.raises(Unreadable, match="已损坏"):
        read_bytes(b"%PDF-1.7")


def test_too_many_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ofd, "MAX_PAGES", 1)
    with pytest.raises(Unreadable, match="1 页"):
        read_bytes(package(parts(["", ""])))


def test_a_part_that_is_listed_too_often(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office_zip, "MOST", 100_000)
    files = parts([text("20 30 50 5", "甲") + " " * 10_000])
    page_of = re.findall("<ofd:Page .*?/>", files["Doc_0/Document.xml"])[0]
    files["Doc_0/Document.xml"] = files["Doc_0/Document.xml"].replace(page_of, page_of * 20)
    with pytest.raises(Unreadable, match="压缩炸弹"):
        read_bytes(package(files))


def test_pages_that_hold_more_than_any_report(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "MOST_DRAWN", 70)
    full = text("20 30 170 5", "预" * 40)
    assert len(read_bytes(package(parts([full]))).blocks) == 1
    with pytest.raises(Unreadable, match="读到第 2 页已超过上限"):
        read_bytes(package(parts([full, full, full])))


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_a_page_with_a_fault_is_read_or_told(data: st.DataObject) -> None:
    """One attribute or text anywhere is something else than it should be."""
    files = parts([path(GRID, " ".join(LINES)) + cells() + text("20 30 60 5", "自评得分92.5分", deltas="g 3 4 4 2")])
    name = data.draw(st.sampled_from(sorted(files)))
    value = data.draw(st.sampled_from(re.findall(r'"[^"]*"|>[^<]+<', files[name])))
    other = data.draw(st.text(st.characters(exclude_categories=["C"], exclude_characters='"<>&'), max_size=12))
    files[name] = files[name].replace(value, value[0] + other + value[-1], 1)
    with suppress(Unreadable):
        assert read_bytes(package(files)).media_type == "application/ofd"
